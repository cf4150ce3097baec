"""What a file says of a document, and the document that this makes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final, get_args
from urllib.parse import urlsplit

from kg.errors import DocumentError
from kg.records import BlockKind, Document, Lang
from kg.registry import Registry
from kg.text import dates
from kg.text.blocks import Outline, outline
from kg.text.phrases import PhraseKind, recognise
from kg.text.publisher import publisher
from kg.text.script import detect

_LANGS: Final[tuple[Lang, ...]] = get_args(Lang)
_FIELDS: Final = MappingProxyType(
    {
        "id": ("id", "identifier"),
        "title": ("title", "headline"),
        "lang": ("lang", "language", "inLanguage"),
        "published": ("published", "date", "datePublished", "date_published", "publication_date"),
        "source": ("source", "url", "link", "canonical"),
        "text": ("text", "content", "body", "articleBody"),
    }
)
_KNOWN: Final = frozenset(name for names in _FIELDS.values() for name in names)
_WORDS: Final = re.compile(r"^[^/.]+$|^[^/]*\s[^/]*$")
_UNSAFE: Final = re.compile(r"[^\w.~-]+")
_PROSE: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as a file gives it.

    Attributes:
        text: the stored text, normalised.
        fields: what the file says, under any known name of a field.
        name: the id where the fields have none.
        path: the file.
        place: where in the file it is, for errors ("news.jsonl:7").
        lines: field → number of its line in the file, where fields have lines of their own.
        marks: offset of a line of the text → what the source's markup says it is.
    """

    text: str
    fields: Mapping[str, str]
    name: str
    path: Path
    place: str
    lines: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[int, BlockKind] = field(default_factory=dict)

    def get(self, name: str) -> str | None:
        """Give what a field says, under its own or another known name, or None."""
        return self.fields.get(self._key(name))

    def all(self, name: str) -> tuple[str, ...]:
        """Give what a field says under each of its names."""
        return tuple(self.fields[key] for key in _FIELDS[name] if key in self.fields)

    def error(self, reason: str, remedy: str, name: str | None = None) -> DocumentError:
        """Give an error at this draft, or at a field of it."""
        line = self.lines.get(self._key(name)) if name else None
        return DocumentError(reason, place=f"{self.path}:{line}" if line else self.place, remedy=remedy)

    def _key(self, name: str) -> str:
        return next((key for key in _FIELDS[name] if key in self.fields), name)


def known_field(name: str) -> bool:
    """Tell whether a file's field by that name says something about the document."""
    return name in _KNOWN


def complete(draft: Draft, registry: Registry) -> Document:
    """Give the document that a draft makes.

    Raises:
        DocumentError: no text, or a field that cannot be used.
    """
    if not any(map(str.isalpha, draft.text)):
        raise draft.error("it has no text", "give it a text, or leave it out")
    stated = draft.get("title")
    draft = _with_title(draft, stated)
    found = outline(draft.text, stated, draft.marks)
    id = _id(draft)
    title = " ".join((stated or found.title or id).split())
    source, origins = _source(draft, found)
    return Document(
        id=id,
        title=title,
        lang=_lang(draft, found, title),
        text=draft.text,
        blocks=found.blocks,
        published=_published(draft, found),
        source=source,
        publisher=publisher(registry, source, origins, _offices(found, title)),
        path=str(draft.path),
        sha256=hashlib.sha256(draft.text.encode("utf-8")).hexdigest(),
    )


def _with_title(draft: Draft, stated: str | None) -> Draft:
    """Put a title that stands beside the text above it, where readers see it: it is the first thing a document says."""
    title = " ".join((stated or "").split())
    opening = " ".join(draft.text.lstrip().partition("\n")[0].lstrip("#* ").split())
    if not title or opening.casefold().rstrip(".") == title.casefold().rstrip("."):
        return draft
    head = f"{title}\n\n"
    body = draft.text.lstrip("\n")
    moved = len(head) - (len(draft.text) - len(body))
    marks = {0: BlockKind.TITLE} | {offset + moved: kind for offset, kind in draft.marks.items()}
    return replace(draft, text=head + body, marks=marks)


def _id(draft: Draft) -> str:
    # Names of files come decomposed from some systems.
    written = unicodedata.normalize("NFC", draft.get("id") or draft.name)
    id = _UNSAFE.sub("-", written).strip("-.~")
    if not id:
        raise draft.error(
            f"“{written}” gives no id", "give it an id, or the file a name, of letters, digits and hyphens", "id"
        )
    return id


def _lang(draft: Draft, found: Outline, title: str) -> Lang:
    if stated := draft.get("lang"):
        code = re.split("[-_]", stated.strip().lower())[0]
        for lang in _LANGS:
            if code == lang:
                return lang
        raise draft.error(f"the language “{stated}” is not supported", f"lang is one of {', '.join(_LANGS)}", "lang")
    prose = "\n".join(draft.text[block.start : block.end] for block in found.blocks if block.kind in _PROSE)
    detected = detect(prose) or detect(f"{title}\n{draft.text}")
    if detected is None:
        raise draft.error(
            "it is written in the script of none of the supported languages", f"lang is one of {', '.join(_LANGS)}"
        )
    return detected


def _published(draft: Draft, found: Outline) -> str | None:
    if stated := draft.get("published"):
        date = dates.parse(stated)
        if date is None:
            raise draft.error(f"“{stated}” is no date", "write published as 2020-10-05, 2020-10 or 2020", "published")
        return date
    dated = [reading for reading in found.readings if "published" in reading.groups]
    dated.sort(key=lambda reading: reading.is_bare_date)
    return dated[0].groups["published"] if dated else None


def _source(draft: Draft, found: Outline) -> tuple[str | None, list[str]]:
    """Give the address of the source, if known, and what is said about it in words."""
    stated = draft.all("source")
    read = [reading.groups["origin"] for reading in found.readings if "origin" in reading.groups]
    words = [said for said in (*stated, *read) if not _is_address(said)]
    for said in stated:
        if said in words and not _WORDS.search(said):
            raise draft.error(f"“{said}” is no address", "write source as https://…, or leave it out", "source")
    return next((said for said in (*stated, *read) if said not in words), None), words


def _offices(found: Outline, title: str) -> Iterator[str]:
    for reading in found.readings:
        if reading.phrase.kind is PhraseKind.CREDIT and "office" in reading.groups:
            yield reading.groups["office"]
    if (masthead := recognise(title, masthead=True)) and "office" in masthead.groups:
        yield masthead.groups["office"]


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r'[\s<>"{}|\\^`]', text)
