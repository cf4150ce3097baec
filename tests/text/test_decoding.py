from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.text.decoding import decode, decode_html

RUSSIAN = "Политехнический университет подписал соглашение с университетом Цинхуа.\nРекторы обсудили программы.\n"
CHINESE = "圣彼得堡国立大学与哈尔滨工业大学将在中国共建联合校区。\n双方签署了合作协议。\n"
PATH = Path("news") / "item.txt"


def error(content: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        decode(content, PATH)
    return str(caught.value)


def test_byte_order_mark_and_line_ends_are_normalised() -> None:
    content = codecs.BOM_UTF8 + "a\r\nб\rc\u2028d\x85e\n".encode()
    assert decode(content, PATH) == "a\nб\nc\nd\ne\n"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])).filter(str.strip))
def test_all_else_stays_as_it_is(text: str) -> None:
    assert decode(("x" + text).encode(), PATH) == "x" + text


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (RUSSIAN, "cp1251", "WINDOWS-1251"),
        (RUSSIAN, "koi8-r", "KOI8-R"),
        (CHINESE, "gb18030", "GB18030"),
        (RUSSIAN, "utf-16", "UTF-16"),
    ],
)
def test_another_encoding_is_named_with_the_command_that_converts_it(text: str, codec: str, encoding: str) -> None:
    message = error(text.encode(codec))
    assert message.startswith(str(PATH))
    assert "not UTF-8" in message
    assert f'iconv -f {encoding} -t UTF-8 "news/item.txt"' in message


def test_the_line_of_the_first_wrong_byte_is_named() -> None:
    assert f"{PATH}:3:" in error(b"one\ntwo\n\xff\xfethree\n")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "a PNG image"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04 word/document.xml", "an office document"),
        (b"text\0text", "binary"),
        (b"one\ntwo \x07", "U+0007"),
    ],
)
def test_what_is_no_text(content: bytes, reason: str) -> None:
    message = error(content)
    assert str(PATH) in message
    assert reason in message
    assert "(" in message  # a remedy


PAGE = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>{}</body></html>'


@pytest.mark.parametrize(
    ("text", "declared", "codec"),
    [(RUSSIAN, "windows-1251", "cp1251"), (CHINESE, "gb2312", "gb18030"), (RUSSIAN, "windows-1251", "utf-8")],
)
def test_a_page_is_read_in_the_encoding_it_declares_unless_it_is_utf_8(text: str, declared: str, codec: str) -> None:
    assert text in decode_html(PAGE.format(declared, text).encode(codec), PATH)


@pytest.mark.parametrize("declared", ["utf-8", "klingon", "ascii"])
def test_a_page_that_declares_what_it_is_not(declared: str) -> None:
    with pytest.raises(DocumentError, match="WINDOWS-1251") as caught:
        decode_html(PAGE.format(declared, RUSSIAN).encode("cp1251"), PATH)
    assert declared in str(caught.value)
