"""Lists in front of a clause end at a comma: who stands behind it is the subject."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.facts.arguments import verb_roles

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI = "Ivan Sokolov", "Li Weiming"


def roles(nlp: Language, text: str, verb: str, role: str = "agent") -> list[str]:
    (token,) = [t for t in nlp(text) if t.text == verb]
    return [t.text for t in verb_roles(token)[role]]


@pytest.mark.parametrize(
    ("before", "subjects"),
    [
        (f"Witnessed by {SOKOLOV} and {LI}, ", [JLU, ASU]),
        (f"Witnessed by {SOKOLOV}, ", [JLU, ASU]),
        (f"In the presence of {SOKOLOV} and {LI}, ", [JLU, ASU]),
        (f"With the support of {OMSU} and Kazan Federal University, ", [JLU, ASU]),
        (f"Invited by {OMSU}, ", [JLU, ASU]),
        # what opens the clause is no list: all who stand before the verb act
        ("", [JLU, ASU]),
        ("In May, ", [JLU, ASU]),
        ("In Harbin, ", [JLU, ASU]),
        (f"In May, {OMSU}, ", [OMSU, JLU, ASU]),
        (f"{OMSU}, ", [OMSU, JLU, ASU]),
    ],
)
def test_who_signed(before: str, subjects: list[str], english: Language) -> None:
    assert roles(english, f"{before}{JLU} and {ASU} signed an agreement.", "signed") == subjects


def test_one_name_behind_the_list(english: Language) -> None:
    assert roles(english, f"In the presence of {SOKOLOV} and {LI}, Anna Petrova signed it.", "signed") == [
        "Anna Petrova"
    ]


def test_the_subject_of_a_passive_is_what_is_done(english: Language) -> None:
    text = f"With the support of {OMSU} and {JLU}, {ASU} was founded."
    assert roles(english, text, "founded", "patient") == [ASU]
    assert roles(english, text, "founded") == []
    text = f"Under an agreement between {OMSU} and {JLU}, a joint Centre for Steppe Studies was created."
    assert roles(english, text, "created", "patient") == ["Centre for Steppe Studies"]


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        # no preposition, no comma, no finite verb: nothing is closed
        (f"{SOKOLOV} and {LI}, Anna Petrova and Oleg Orlov came.", "came", 4),
        (f"After the visit of {SOKOLOV} and {LI} {JLU} grew.", "grew", 1),
        (f"Together with {SOKOLOV} and {LI}, they signed it.", "signed", 0),
    ],
)
def test_what_is_not_closed(text: str, verb: str, subjects: int, english: Language) -> None:
    named = [name for name in roles(english, text, verb) if name != "they"]
    assert len(named) == subjects, named


@pytest.mark.parametrize("opener", [f"Witnessed by {SOKOLOV} and {LI}, ", "In May, "])
def test_each_word_hangs_in_its_sentence_once(opener: str, english: Language) -> None:
    doc = english(f"{opener}{JLU} and {ASU} signed an agreement.")
    (root,) = [token for token in doc if token.dep_ == "ROOT"]
    assert [token for token in doc if root not in {token, *token.ancestors}] == []
    assert len([child for child in root.children if child.dep_ == "nsubj"]) == 1


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (f"They attended the session of {JLU} and the 5th Polar Congress.", ["session", "5th Polar Congress"]),
        (
            f"They attended the meeting of the Council of Rectors of {JLU} and the 5th Polar Congress.",
            ["meeting", "5th Polar Congress"],
        ),
        (f"They attended the session of {JLU} and {ASU}.", ["session"]),
        (f"They attended the talks of {JLU} with {ASU} and the 5th Polar Congress.", ["talks"]),
    ],
)
def test_events_joined_behind_whose_the_first_is(text: str, events: list[str], english: Language) -> None:
    assert roles(english, text, "attended", "patient") == events


@pytest.mark.parametrize(
    ("text", "preposition", "noun"),
    [
        (f"{JLU} had a delegation of three in Omsk.", "in", "delegation"),
        ("It was one of the two in Omsk.", "in", "two"),
    ],
)
def test_where_so_many_are(text: str, preposition: str, noun: str, english: Language) -> None:
    (token,) = [t for t in english(text) if t.text == preposition]
    assert token.head.text == noun
