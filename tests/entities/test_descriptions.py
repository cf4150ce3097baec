"""What a text refers to without naming it."""

from __future__ import annotations

import re

import pytest

from kg import registry
from kg.entities.descriptions import family_of
from kg.entities.resolve import resolve
from kg.languages import load
from kg.records import Block, BlockKind, Document, Recognised
from kg.schema import CLASSES

JLU, ASU, SPBPU = "organization/jlu", "organization/asu", "organization/spbpu"


def read(text: str, publisher: str | None = None) -> Recognised:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return resolve(Document("x", "", "en", text, blocks, publisher=publisher), load("en")(text), registry.load())


def meant(found: Recognised, text: str, words: str, occurrence: int = -1) -> set[str]:
    start = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)][occurrence]
    return {mention.entity for mention in found.mentions if mention.start == start}


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Jilin University and Altai State University met. Both sides were glad.", "sides", {JLU, ASU}),
        ("Jilin University and Altai State University met. The parties were glad.", "parties", {JLU, ASU}),
        ("Jilin University and Altai State University met. Both universities were glad.", "universities", {JLU, ASU}),
        (
            "Jilin University and Altai State University met. The two universities were glad.",
            "two universities",
            {JLU, ASU},
        ),
        ("Jilin University and Altai State University met. They were glad.", "They", {JLU, ASU}),
        ("Jilin University met Altai State University. Then it rained. Both sides were glad.", "sides", {JLU, ASU}),
        ("The delegation of Altai State University came.", "delegation", {ASU}),
        ("The Altai State University delegation came.", "Altai State University delegation", {ASU}),
        ("The delegation of Altai State University came. The guests were glad.", "guests", {ASU}),
        ("Representatives of Jilin University came.", "Representatives", {JLU}),
        ("Ivan Sokolov came. He was glad.", "He", {"person/ivan-sokolov"}),
        ("Ivan Sokolov came. His visit was short.", "His", {"person/ivan-sokolov"}),
        ("Ivan Sokolov met Li Weiming. He was glad.", "He", {"person/ivan-sokolov"}),
        ("Jilin University grew. It opened a shop.", "It", {JLU}),
        ("Jilin University grew. Altai State University praised it.", "it", {JLU, ASU}),
    ],
)
def test_who_is_meant(text: str, words: str, ids: set[str]) -> None:
    assert meant(read(text), text, words) & {JLU, ASU, "person/ivan-sokolov", "person/li-weiming"} <= ids
    assert meant(read(text), text, words) & ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Our university grew.", "university"),
        ("We grew.", "We"),
        ("They praised our work.", "our"),
        ("Guests praised the University.", "University"),
    ],
)
def test_the_publisher_speaks_of_itself(text: str, words: str) -> None:
    assert meant(read(text, SPBPU), text, words) == {SPBPU}
    assert meant(read(text), text, words) == set()


def test_the_university_of_others_is_the_one_named_last() -> None:
    text = "Jilin University signed a contract. The University grew."
    assert meant(read(text), text, "University") == {JLU}


# text → words for the same thing, in order
ONE_THING = [
    ("Jilin University signed an agreement. The agreement covers chemistry.", ("agreement", "agreement")),
    ("Jilin University signed a contract. The document covers chemistry.", ("contract", "document")),
    ("Jilin University opened a joint laboratory. The laboratory grew.", ("joint laboratory", "laboratory")),
    ("Jilin University opened a conference on ecology. Guests praised the conference.", ("conference", "conference")),
    ("The Eastern Economic Forum opened. Guests praised the forum.", ("Eastern Economic Forum", "forum")),
    ("The Eastern Economic Forum opened. Guests praised the event.", ("Eastern Economic Forum", "event")),
    ("Jilin University launched an exchange programme. The programme grew.", ("exchange programme", "programme")),
    ("Jilin University received an award. The award was heavy.", ("award", "award")),
]
TWO_THINGS = [
    ("Jilin University signed an agreement. Altai State University signed a memorandum.", ("agreement", "memorandum")),
    (
        "Jilin University signed an agreement. Altai State University signed another agreement.",
        ("agreement", "agreement"),
    ),
    ("Jilin University signed a contract on chemistry. The contract on physics was long.", ("contract", "contract")),
    (
        "Jilin University opened a joint laboratory. Altai State University opened a joint institute.",
        ("joint laboratory", "joint institute"),
    ),
    (
        "The Eastern Economic Forum opened. Jilin University planned a forum of its own.",
        ("Eastern Economic Forum", "forum"),
    ),
]


@pytest.mark.parametrize(("text", "words"), ONE_THING)
def test_one_thing(text: str, words: tuple[str, str]) -> None:
    found = read(text)
    assert meant(found, text, words[0], 0) & meant(found, text, words[1]), found.mentions


@pytest.mark.parametrize(("text", "words"), TWO_THINGS)
def test_two_things(text: str, words: tuple[str, str]) -> None:
    found = read(text)
    one, other = meant(found, text, words[0], 0), meant(found, text, words[1])
    assert one
    assert other
    assert not one & other


@pytest.mark.parametrize("text", ["They held seminars every year.", "The price of the book rose.", "It rained."])
def test_nothing_is_meant(text: str) -> None:
    assert not read(text).mentions


def test_families() -> None:
    homeless = {"EventSeries", "Topic", "Membership", "Digest", "Claim", "Evidence", "Decision"}
    assert {cls: family_of(cls) for cls in ("University", "City", "Visit")} == {
        "University": "Organization",
        "City": "Place",
        "Visit": "Event",
    }
    assert all(family_of(cls) in CLASSES for cls in CLASSES.keys() - homeless)
