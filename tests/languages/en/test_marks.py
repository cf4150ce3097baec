"""Where names with quotation marks begin."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a quotation that is a name as a whole
        (
            "They wrote of the “Machine Design, Casting, and Ice Joint Laboratory”.",
            "Machine Design, Casting, and Ice Joint Laboratory",
        ),
        ("The “Trade, Law, and Culture Foundation” gave a prize.", "Trade, Law, and Culture Foundation"),
        # whose both it is, before it
        (
            "They joined the Sino-Russian “Amber Way” University Alliance.",
            "Sino-Russian “Amber Way” University Alliance",
        ),
        ("She heads the All-Russian “Young Ice” Association.", "All-Russian “Young Ice” Association"),
    ],
)
def test_where_they_begin(text: str, name: str, english: Language) -> None:
    doc = english(text)
    plain = name.replace("“", '"').replace("”", '"')
    assert plain in {doc.text[n.start : n.end].replace("“", '"').replace("”", '"') for n in doc._.names}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # two in one title, and what was said
        ("He read “Omsk Art College, and Polar Institute”.", "College, and"),
        ("He said: “We thank, and praise the Polar Institute”.", "thank"),
        # one country's adjective says where a company is from
        ("They met the Russian “Taiga” Company.", "Russian"),
    ],
)
def test_where_they_do_not(text: str, words: str, english: Language) -> None:
    doc = english(text)
    assert not [n for n in doc._.names if words in doc.text[n.start : n.end] and n.cls != "Country"]
