"""Words torn at their hyphens."""

from __future__ import annotations

import pytest
import spacy

from kg.languages.hyphens import hyphenated


@pytest.mark.parametrize(
    ("text", "names", "whole"),
    [
        ("Vice-Rector A", (), "Vice-Rector"),
        ("co-co-chair", (), "co-co-chair"),
        ("Harbin - Moscow", (), "Harbin"),
        ("non-ITMO", (4,), "non"),
        ("Micro/Nano school", (), "Micro/Nano"),
        ("micro/nano", (), "micro"),
        ("plain word", (), "plain"),
    ],
)
def test_the_word_that_begins_at_the_first_token(text: str, names: tuple[int, ...], whole: str) -> None:
    doc = spacy.blank("en")(text)
    last = doc[hyphenated(doc, 0, names)]
    assert text[: last.idx + len(last)] == whole
