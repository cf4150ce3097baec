"""Sentences end where lines end, and a date that one begins with hangs on its verb."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc


def sentences(doc: Doc) -> list[str]:
    return [" ".join(sentence.text.split()) for sentence in doc.sents if sentence.text.strip()]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A visit\nGuests came.", ["A visit", "Guests came."]),
        ("Guests came. They left.", ["Guests came.", "They left."]),
        ("They thanked I. P. Sokolov. He left.", ["They thanked I. P. Sokolov.", "He left."]),
        ("They left Altai State University\n\nGuests came", ["They left Altai State University", "Guests came"]),
        ('He said: "They left." Guests came.', ['He said: "They left."', "Guests came."]),
    ],
)
def test_where_sentences_end(text: str, said: list[str], english: Language) -> None:
    assert sentences(english(text)) == said


LED = [
    ("On 12 May 2021 Jilin University signed an agreement.", "May", "signed"),
    ("On 12 May 2021, Jilin University signed an agreement.", "May", "signed"),
    ("On the morning of 12 May, guests visited Jilin University.", "May", "visited"),
    ("12 May 2021: Ivan Sokolov visited Jilin University.", "May", "visited"),
    ("Guests left. On 12 May 2021 Ivan Sokolov visited Jilin University.", "May", "visited"),
]


@pytest.mark.parametrize(("text", "date", "verb"), LED)
def test_a_date_at_the_head_hangs_on_the_verb(text: str, date: str, verb: str, english: Language) -> None:
    doc = english(text)
    (token,) = [t for t in doc if date in t.text]
    assert (token.head.text, token.dep_) == (verb, "npadvmod")
    assert token.sent == token.head.sent
    assert token.head.dep_ == "ROOT"


@pytest.mark.parametrize(("text", "date", "verb"), LED)
def test_the_sentence_behind_is_parsed_as_without_it(text: str, date: str, verb: str, english: Language) -> None:
    doc = english(text)
    (token,) = [t for t in doc if date in t.text]
    rest = [t for t in token.sent if t.i > token.i and not t.is_punct]
    alone = [t for t in english(doc.text[rest[0].idx :]) if not t.is_punct]
    assert [(t.text, t.dep_, t.head.text) for t in rest] == [(t.text, t.dep_, t.head.text) for t in alone]


@pytest.mark.parametrize(
    "text", ["On 12 May 2021\nJilin University signed an agreement.", "12 May 2021\n\nGuests came.", "12 May 2021"]
)
def test_a_date_on_its_own_line_hangs_on_nothing_below(text: str, english: Language) -> None:
    doc = english(text)
    (token,) = [t for t in doc if "May" in t.text]
    assert "\n" not in doc.text[token.idx : token.head.idx]


def test_a_date_within_a_sentence_is_left_to_the_parser(english: Language) -> None:
    doc = english("Jilin University signed an agreement on 12 May 2021.")
    assert not doc._.leads
    (token,) = [t for t in doc if "May" in t.text]
    assert token.dep_ != "npadvmod"
