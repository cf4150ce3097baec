"""Names behind a counted plural, and whom agreements are with."""

from __future__ import annotations

import pytest

from kg.languages import load
from kg.languages.counted import as_many, named_behind, one_each

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"They toured two universities in Siberia, {ASU} and {OMSU}.", [ASU, OMSU]),
        (f"They toured 3 universities, {JLU}, {ASU} and {OMSU}, in May.", [JLU, ASU, OMSU]),
        (f"They thanked two old partners, the {ASU} and the {OMSU}.", [ASU, OMSU]),
        # more or fewer than it says, or none that it counts
        (f"They toured three universities, {ASU} and {OMSU}.", []),
        (f"They toured two universities, {JLU}, {ASU} and {OMSU}.", []),
        (f"They toured universities in Siberia, {ASU} and {OMSU}.", []),
        (f"They toured two universities; {ASU} and {OMSU} grew.", []),
        (f"Two universities in Siberia grew, {ASU} and {OMSU}.", []),
    ],
)
def test_as_many_names_as_a_plural_counts(text: str, names: list[str]) -> None:
    found = [as_many(token) for token in load("en")(text)]
    assert [[t.text for t in one] for one in found if one] == ([names] if names else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{JLU} signed agreements with two universities in Siberia, {ASU} and {OMSU}.", [ASU, OMSU]),
        (f"{JLU} signed agreements with ten universities, including {ASU} and {OMSU}.", [ASU, OMSU]),
        (f"Agreements were concluded between {JLU} and two partners, {ASU} and {OMSU}.", [ASU, OMSU]),
        (f"Agreements were signed with {ASU} and {OMSU}.", [ASU, OMSU]),
        (f"Agreements were signed between {ASU} and {OMSU}.", []),
        (f"Agreements were signed by {ASU} and {OMSU}.", []),
        (f"{JLU} signed agreements with universities of Siberia.", []),
    ],
)
def test_with_whom_each_of_several_agreements_is(text: str, names: list[str]) -> None:
    (agreements,) = [token for token in load("en")(text) if token.lemma_ == "agreement"]
    assert [t.text for t in one_each(agreements)] == names


@pytest.mark.parametrize(
    ("text", "noun", "names"),
    [
        (f"They toured their old partner, {ASU}.", "partner", [ASU]),
        (f"They met their partners, {ASU} and {OMSU}.", "partners", [ASU, OMSU]),
        (f"They held talks with one of China's leading universities, {JLU}.", "one", [JLU]),
        (f"They toured one of the halls, {JLU}.", "one", []),
        (f"They toured the hall, {JLU}.", "hall", []),
        (f"They met experts, and {JLU} thanked them.", "experts", []),
        (f"They toured their old partner, the {ASU}.", "partner", [ASU]),
        (f"They toured their old partner, not {ASU}.", "partner", []),
        (f"They toured one of the universities, not {ASU} but {OMSU}.", "one", []),
        (f"They toured their old partner, probably {ASU}.", "partner", []),
        (f"They toured a university, formerly {ASU}.", "university", []),
        (f"{ASU} opened an institute with a branch of one of the universities, {JLU}.", "institute", []),
        (f"The museum of the university, {ASU}, got a grant.", "museum", []),
    ],
)
def test_names_in_apposition(text: str, noun: str, names: list[str]) -> None:
    doc = load("en")(text)
    (token,) = [t for t in doc if t.text == noun]
    assert [t.text for t in named_behind(token)] == names
