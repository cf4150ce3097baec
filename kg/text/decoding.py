"""Bytes of a file → its text, or an error that says what the file seems to be."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

import charset_normalizer

from kg.errors import DocumentError

_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_FORMATS: Final = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file (an office document such as .docx is one)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
)
# Encodings that texts of this field come in, as Python and as iconv call them.
_CANDIDATES: Final = {
    "cp1251": "WINDOWS-1251",
    "koi8_r": "KOI8-R",
    "cp866": "CP866",
    "gb18030": "GB18030",
    "big5": "BIG5",
    "cp1252": "WINDOWS-1252",
}
_DECLARED: Final = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION_WITHIN: Final = 4096
# What browsers do: pages that declare these hold characters of the larger set.
_LARGER: Final = {"gb2312": "gb18030", "gbk": "gb18030"}

_LINE_END: Final = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_AS_TEXT: Final = "save it as plain text in UTF-8"


def decode(content: bytes, path: Path) -> str:
    """Give the text of a file in UTF-8, without byte order mark, every line end as ``\\n``.

    Raises:
        DocumentError: the file is empty, no text, or not UTF-8; the remedy names the likely encoding.
    """
    if not content.strip():
        raise DocumentError("the file is empty", place=path, remedy="give it a text or leave it out")
    _refuse_other_formats(content, path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            "the text is not UTF-8", place=f"{path}:{line}", remedy=_recoding(content, path.as_posix())
        ) from error
    return normalise(text, path)


def decode_html(content: bytes, path: Path) -> str:
    """Give the text of a web page: UTF-8 if it can be that, else in the encoding that the page declares.

    Raises:
        DocumentError: as `decode`.
    """
    declared = _DECLARED.search(content[:_DECLARATION_WITHIN])
    if declared:
        name = declared[1].decode("ascii", "replace").lower()
        try:
            content.decode("utf-8-sig")
        except UnicodeDecodeError:
            try:
                content = content.decode(_LARGER.get(name, name)).encode("utf-8")
            except (LookupError, UnicodeError) as error:
                raise DocumentError(
                    f"the page declares “{name}” but cannot be read as that",
                    place=path,
                    remedy=_recoding(content, path.as_posix()),
                ) from error
    return decode(content, path)


def normalise(text: str, path: Path, line: int = 1) -> str:
    """Give a text with every line end (CR LF, CR, VT, FF, NEL, LS, PS) as ``\\n``.

    Args:
        text: as decoded.
        path: the file it is from, for the error.
        line: where in the file it begins, from 1.

    Raises:
        DocumentError: it holds control characters or lone surrogates, which no RDF or XML file can hold.
    """
    text = _LINE_END.sub("\n", text)
    if found := _UNPRINTABLE.search(text):
        line += text.count("\n", 0, found.start())
        raise DocumentError(
            f"it holds the character U+{ord(found[0]):04X}, which no text has: binary or damaged",
            place=f"{path}:{line}",
            remedy=_AS_TEXT,
        )
    return text


def _refuse_other_formats(content: bytes, path: Path) -> None:
    for mark, name in _FORMATS:
        if content.startswith(mark):
            raise DocumentError(f"it is {name}, not text", place=path, remedy=_AS_TEXT)
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            raise DocumentError("the text is not UTF-8", place=path, remedy=_iconv(encoding, path.as_posix()))
    if b"\0" in content:
        raise DocumentError("it is binary, not text", place=path, remedy=_AS_TEXT)


def _recoding(content: bytes, path: str) -> str:
    # A sample: the guess takes long on large files and gets no better.
    best = charset_normalizer.from_bytes(content[:65536], cp_isolation=list(_CANDIDATES)).best()
    if best is None or best.encoding not in _CANDIDATES:
        return _AS_TEXT
    return _iconv(_CANDIDATES[best.encoding], path)


def _iconv(encoding: str, path: str) -> str:
    return f'looks like {encoding}; convert it to UTF-8: iconv -f {encoding} -t UTF-8 "{path}" > "{path}.utf8"'
