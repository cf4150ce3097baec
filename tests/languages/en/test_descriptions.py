"""Words that refer to something without naming it."""

from __future__ import annotations

import pytest
from spacy.language import Language


def phrases(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [doc.text[one.start : one.end] for one in doc._.descriptions]


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("the corresponding agreement", "agreement"),
        ("an appropriate contract", "contract"),
        ("one more memorandum", "memorandum"),
        ("a similar bilateral agreement", "bilateral agreement"),
        # what says something of the thing stays
        ("a bilateral agreement", "bilateral agreement"),
        ("a new agreement", "new agreement"),
        ("a bilateral similar agreement", "bilateral similar agreement"),
        ("the agreement", "agreement"),
    ],
)
def test_empty_adjectives_are_no_part_of_it(said: str, phrase: str, english: Language) -> None:
    assert phrases(english, f"Jilin University signed {said}.") == [phrase]


@pytest.mark.parametrize(
    ("said", "determiner"),
    [
        ("This year's forum", "definite"),
        ("The forum", "definite"),
        ("Last year's forum", None),
        ("Jilin University's forum", None),
        ("A forum", None),
    ],
)
def test_this_years_forum_is_the_forum(said: str, determiner: str | None, english: Language) -> None:
    doc = english(f"{said} opened.")
    (forum,) = [one for one in doc._.descriptions if doc.text[one.start : one.end] == "forum"]
    assert (forum.determiner if forum.determiner == "definite" else None) == determiner
