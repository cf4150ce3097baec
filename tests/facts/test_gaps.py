"""Sentences that name known things and gave no fact."""

from __future__ import annotations

from kg.facts.gaps import gaps_of
from kg.records import Block, BlockKind, Document, Evidence, Fact, Mention, Status

FIRST, SECOND = "A met B. ", "C met D."
TEXT = FIRST + SECOND
SENTENCES = [(0, len(FIRST)), (len(FIRST), len(TEXT))]


def document(kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    return Document("x", "", "en", TEXT, (Block(kind, 0, len(TEXT)),))


def mention(name: str, source: str = "registry") -> Mention:
    start = TEXT.index(name)
    return Mention(start, start + 1, "University", f"organization/{name.lower()}", source, "named", 0.9)


def fact(property: str, start: int) -> Fact:
    passage = Evidence(start, start + 1, TEXT[start])
    return Fact("organization/a", property, "organization/b", Status.HELD, 0.9, "rule", (passage,))


NAMED = [mention(name) for name in "ABCD"]


def silent(mentions: list[Mention], facts: list[Fact], kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [TEXT[gap.start : gap.end] for gap in gaps_of(document(kind), SENTENCES, mentions, facts)]


def test_a_sentence_that_names_two_and_says_nothing() -> None:
    assert silent(NAMED, []) == ["A met B.", "C met D."]
    (gap, _) = gaps_of(document(), SENTENCES, NAMED, [])
    assert gap.entities == ("organization/a", "organization/b")


def test_a_sentence_that_gave_a_fact_is_none() -> None:
    assert silent(NAMED, [fact("visited", 0)]) == ["C met D."]


def test_what_a_name_says_by_its_form_is_not_what_the_sentence_says() -> None:
    assert silent(NAMED, [fact("unitOf", 0), fact("locatedIn", len(FIRST))]) == ["A met B.", "C met D."]


def test_one_thing_is_no_gap() -> None:
    assert silent(NAMED[:3], []) == ["A met B."]
    twice = [mention("A"), Mention(6, 7, "University", "organization/a", "registry", "named", 0.9)]
    assert silent(twice, []) == []


def test_what_is_only_referred_to_is_not_named() -> None:
    assert silent([mention("A"), mention("B", "rule"), *NAMED[2:]], []) == ["C met D."]


def test_what_is_no_prose_says_nothing() -> None:
    assert silent(NAMED, [], BlockKind.CAPTION) == []
    assert silent(NAMED, [], BlockKind.HEADING) == ["A met B.", "C met D."]
