"""Agreements, events, programmes: which of them a description means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.entities.earlier import family_of
from kg.schema import CLASSES

Understand = Callable[..., Any]


# text → words for the same thing, in order
ONE_THING = [
    ("Jilin University signed an agreement. The agreement covers chemistry.", ("agreement", "agreement")),
    ("Jilin University signed a contract. The document covers chemistry.", ("contract", "document")),
    ("Jilin University opened a joint laboratory. The laboratory grew.", ("joint laboratory", "laboratory")),
    ("Jilin University opened a conference on ecology. Guests praised the conference.", ("conference", "conference")),
    ("The Eastern Economic Forum opened. Guests praised the forum.", ("Eastern Economic Forum", "forum")),
    ("The Eastern Economic Forum opened. Guests praised the event.", ("Eastern Economic Forum", "event")),
    (
        "The Eastern Economic Forum was held in May. At the opening, guests spoke.",
        ("Eastern Economic Forum", "opening"),
    ),
    ("The Eastern Economic Forum was long. Guests saw the opening of the exhibition.", ("exhibition", "opening")),
    ("The Amur Robot Cup began. Guests praised the tournament.", ("Amur Robot Cup", "tournament")),
    ("The Second Amur Book Forum opened. The second forum was long.", ("Second Amur Book Forum", "second forum")),
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
    ("The Second Amur Book Forum opened. The first forum was long.", ("Second Amur Book Forum", "first forum")),
    ("The Eastern Economic Forum opened. Guests praised the contest.", ("Eastern Economic Forum", "contest")),
]


@pytest.mark.parametrize(("text", "words"), ONE_THING)
def test_one_thing(text: str, words: tuple[str, str], understand: Understand) -> None:
    found = understand(text)
    assert found.meant(words[0], 0) & found.meant(words[1]), found.found.mentions


@pytest.mark.parametrize(("text", "words"), TWO_THINGS)
def test_two_things(text: str, words: tuple[str, str], understand: Understand) -> None:
    found = understand(text)
    one, other = found.meant(words[0], 0), found.meant(words[1])
    assert one
    assert other
    assert not one & other


@pytest.mark.parametrize("text", ["They held seminars every year.", "The price of the book rose.", "It rained."])
def test_nothing_is_meant(text: str, understand: Understand) -> None:
    assert not understand(text).found.mentions


def test_families() -> None:
    homeless = {"EventSeries", "Topic", "Membership", "Digest", "Claim", "Evidence", "Decision"}
    assert {cls: family_of(cls) for cls in ("University", "City", "Visit")} == {
        "University": "Organization",
        "City": "Place",
        "Visit": "Event",
    }
    assert all(family_of(cls) in CLASSES for cls in CLASSES.keys() - homeless)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Jilin University signed several new agreements with Altai State University.", "agreements"),
        ("Jilin University opened its own joint laboratory.", "joint laboratory"),
        ("Jilin University signed an updated contract.", "contract"),
        ("Jilin University signed a new contract.", "new contract"),
    ],
)
def test_what_a_thing_is_called_leaves_out_how_many_and_whose(text: str, called: str, understand: Understand) -> None:
    names = {name.text for entity in understand(text).found.entities for name in entity.names}
    assert called in names
    assert not {name for name in names if name.startswith(("several", "own", "updated"))}


@pytest.mark.parametrize(
    ("text", "called", "not_called"),
    [
        (
            "They signed the Memorandum on Joint Research in Tea Growing, valid for a year.",
            "Memorandum on Joint Research in Tea Growing",
            None,
        ),
        (
            "They signed the Agreement on Student Exchange and the Protocol on Joint Training for Engineers.",
            "Protocol on Joint Training for Engineers",
            "Agreement on Student Exchange and the Protocol on Joint Training for Engineers",
        ),
        ("Agreement on Cooperation Signed in Harbin.", "Agreement on Cooperation", "Agreement on Cooperation Signed"),
        ("They launched a master's programme in chemistry.", "master's programme in chemistry", None),
        (
            "They launched joint master's training in 2015.",
            "joint master's training",
            "joint master's training in 2015",
        ),
        ("They launched a master's programme in Harbin.", "master's programme", "master's programme in Harbin"),
        ("They launched a master's programme in autumn.", "master's programme", "master's programme in autumn"),
        ("They run the master's programme “Lake and River Management”.", "Lake and River Management", None),
        ("They opened a Russian-Chinese laboratory for tea.", "Russian-Chinese laboratory for tea", None),
    ],
)
def test_what_a_thing_is_called(text: str, called: str, not_called: str | None, understand: Understand) -> None:
    names = {name.text for entity in understand(text).found.entities for name in entity.names}
    assert called in names
    assert not_called not in names


def test_a_title_means_what_bears_it(understand: Understand) -> None:
    found = understand("They run the programme “Lake and River Management”. The programme grew.")
    assert found.meant("Lake and River Management") == found.meant("programme") != set()
    (entity,) = found.found.entities
    assert entity.cls == "Programme"


def test_what_two_countries_have_is_joint(understand: Understand) -> None:
    classes = [e.cls for e in understand("They opened a Russian-Chinese laboratory.").found.entities]
    assert classes == ["JointStructure"]
    assert not understand("They shared their experience in running joint programmes.").found.entities
