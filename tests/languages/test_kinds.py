"""Kinds of things, closed against the ontology."""

from __future__ import annotations

import pytest

from kg.languages.kinds import Kind, kind_of, kinds, singular
from kg.schema import CLASSES, KINDS, class_of_kind, is_a

TABLE = kinds("en")
# concepts that no English noun says yet; the fewer the better
_UNNAMED = """
    award-ceremony communique cooperation-programme course delegation-visit expert-meeting hackathon
    joint-degree-programme licence presentation ranking-place resolution school supplementary-agreement visit
"""
UNNAMED = frozenset(_UNNAMED.split())


def test_every_noun_is_of_a_class_and_kind_of_the_ontology() -> None:
    assert len(TABLE) > 150
    for noun, kind in TABLE.items():
        assert kind.cls in CLASSES, noun
        assert noun == tuple(word.lower() for word in noun), noun
        if kind.kind is not None:
            assert is_a(class_of_kind(kind.kind), kind.cls) or is_a(kind.cls, class_of_kind(kind.kind)), noun


def test_every_kind_of_the_ontology_has_a_noun() -> None:
    told = {kind.kind for kind in TABLE.values()}
    assert {kind for scheme in KINDS.values() for kind in scheme} - told <= UNNAMED


def test_every_noun_means_what_it_says() -> None:
    assert [noun for noun, kind in TABLE.items() if kind_of("en", list(noun)) != kind] == []


@pytest.mark.parametrize(
    ("words", "cls", "kind"),
    [
        ("memorandum", "Agreement", "memorandum"),
        ("strategic cooperation agreement", "Agreement", "agreement"),
        ("letter of intent", "Agreement", "letter-of-intent"),
        ("International Arctic Forum", "Conference", "forum"),
        ("round table", "RoundTable", "round-table"),
        ("summer school", "Course", "summer-school"),
        ("Middle School", "Organization", None),
        ("Universities", "University", None),
        ("Academies", "ResearchOrganization", None),
        ("Representative Office", "OrganizationalUnit", None),
        ("joint laboratory", "JointStructure", None),
        ("business incubator", "InnovationHub", None),
        ("honorary doctorate", "Recognition", "honorary-title"),
        ("double degree programme", "Programme", None),
        ("New District", "District", None),
    ],
)
def test_what_nouns_say(words: str, cls: str, kind: str | None) -> None:
    found = kind_of("en", words.split())
    assert found is not None
    assert is_a(found.cls, cls), found
    assert kind in (None, found.kind), found


def test_the_longest_phrase_counts() -> None:
    assert kind_of("en", ["school"]) != kind_of("en", ["summer", "school"])


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("summer language school", "summer-school"),  # words within a known phrase
        ("winter polar schools", "winter-school"),
        ("summer language camp", "summer-school"),
        ("language school", "school"),
        ("international summer school", "summer-school"),
        ("school summer", None),
        ("summer language project", None),
        ("summer", None),
    ],
)
def test_words_within_a_phrase_are_left_aside(said: str, kind: str | None) -> None:
    found = kind_of("en", said.split())
    assert (found.kind if found is not None and found.cls == "Course" else None) == kind


def test_what_stands_together_counts_before_what_is_apart() -> None:
    assert kind_of("en", ["summer", "research", "institute"]) == kind_of("en", ["research", "institute"])


def test_a_language_without_such_a_file_has_no_kinds() -> None:
    assert kind_of("zh", ["学校"]) is None


@pytest.mark.parametrize("words", [[], ["chemistry"], ["university", "chemistry"], ["of"]])
def test_no_kind(words: list[str]) -> None:
    assert kind_of("en", words) is None


@pytest.mark.parametrize(
    ("plural", "one"),
    [("faculties", "faculty"), ("offices", "office"), ("campus", "campus"), ("press", "press"), ("minutes", "minutes")],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_kinds_are_values() -> None:
    assert Kind("Course", "summer-school") == TABLE["summer", "school"]
