"""The voice of a clause, and clauses that leave their verb out."""

from __future__ import annotations

import pytest

from kg.facts.arguments import verb_roles
from kg.facts.clauses import gapped, is_passive
from kg.languages import load

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        (f"The agreement was signed by {JLU}.", "signed", True),
        (f"They opened the forum organized by {JLU}.", "organized", True),
        (f"{JLU} has signed the agreement.", "signed", False),
        (f"{JLU} organized and hosted the forum.", "hosted", False),
    ],
)
def test_passives(text: str, verb: str, passive: bool) -> None:
    (token,) = [t for t in load("en")(text) if t.text == verb]
    assert is_passive(token) is passive


def test_a_clause_without_its_verb_has_its_own_roles() -> None:
    doc = load("en")(f"{ASU} was represented by {SOKOLOV}, {JLU} by Li Weiming.")
    (verb,) = [t for t in doc if t.text == "represented"]
    assert [t.text for t in verb_roles(verb)["agent"]] == [SOKOLOV]
    (gap,) = gapped(verb)
    assert ([t.text for t in gap["patient"]], [t.text for t in gap["agent"]]) == ([JLU], ["Li Weiming"])


@pytest.mark.parametrize(
    "text", [f"{ASU} was represented by {SOKOLOV}.", f"{ASU} was represented by {SOKOLOV} by day."]
)
def test_clauses_that_leave_nothing_out(text: str) -> None:
    (verb,) = [t for t in load("en")(text) if t.text == "represented"]
    assert gapped(verb) == []


def test_clauses_behind_semicolons_have_their_own_roles() -> None:
    doc = load("en")(f"{ASU} was represented by {SOKOLOV}; {JLU}, the oldest, by Li Weiming; and Omsk by Anna Petrova.")
    (verb,) = [t for t in doc if t.text == "represented"]
    found = verb_roles(verb)
    assert [[t.text for t in found[role]] for role in ("patient", "agent")] == [[ASU], [SOKOLOV]]
    left_out = [([t.text for t in gap["patient"]], [t.text for t in gap["agent"]]) for gap in gapped(verb)]
    assert left_out == [([JLU], ["Li Weiming"]), (["Omsk"], ["Anna Petrova"])]
