"""Arguments that the parser hangs elsewhere, or that the sentence sets apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Token

from kg.facts import astray
from kg.languages import load

JLU, ASU, SOKOLOV, LI = "Jilin University", "Altai State University", "Ivan Sokolov", "Li Weiming"


@pytest.mark.parametrize(
    ("find", "text", "of", "wanted"),
    [
        (astray.told_where, f"They went to {JLU}, where {SOKOLOV} received them.", "received", [JLU]),
        (astray.told_where, f"They went to {JLU}, which received them.", "received", []),
        (astray.by_again, f"They were hosted by {JLU}; Tomsk is by the river.", "hosted", []),
        (astray.object_shared, f"{JLU} hosted and funded the forum.", "hosted", ["forum"]),
        (astray.object_shared, f"{JLU} paid and {ASU} funded the forum.", "paid", []),
        (
            astray.by_astray,
            f"A show was solemnly opened in the halls of {ASU} by {SOKOLOV} and {LI}.",
            "opened",
            [SOKOLOV, LI],
        ),
        # behind one name "by" is the verb's own
        (astray.by_astray, f"A show was solemnly opened at the Museum of {ASU} by {SOKOLOV} and {LI}.", "opened", []),
        (
            astray.by_astray,
            f"A show was solemnly opened at the museum of {ASU} by {SOKOLOV} and {LI}.",
            "opened",
            [SOKOLOV, LI],
        ),
        (astray.by_astray, f"A show was solemnly opened at the museum built by {SOKOLOV} and {LI}.", "opened", []),
        (astray.has_relative, "They read the agreement that the universities concluded.", "concluded", True),
        (astray.has_relative, "They read the agreement the universities concluded.", "concluded", False),
    ],
)
def test_what_stands_elsewhere(
    find: Callable[[Token], list[Token] | bool], text: str, of: str, wanted: list[str] | bool
) -> None:
    (token,) = [t for t in load("en")(text) if t.text == of]
    found = find(token)
    assert (found if isinstance(found, bool) else [t.text for t in found]) == wanted


@pytest.mark.parametrize(("verb", "passive"), [("was", True), ("did", False)])
def test_what_the_end_of_a_sentence_says_likewise(verb: str, passive: bool) -> None:
    (token,) = [t for t in load("en")(f"{SOKOLOV} was elected, and so {verb} {LI}.") if t.text == "elected"]
    assert [t.text for t in astray.likewise(token, passive)] == [LI]
    assert astray.likewise(token, not passive) == []


@pytest.mark.parametrize(
    "text",
    [
        "It was Jilin University and Altai State University that founded the Amur Institute.",
        "Founding the Amur Institute were Jilin University and Altai State University.",
    ],
)
def test_whom_a_sentence_singles_out_acts(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds("Jilin University | established | Amur Institute"), told.written()
    assert told.finds("Altai State University | established | Amur Institute"), told.written()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (f"To the session came {LI}, Ambassador of China to Belarus, and heads of Belarus' schools.", "Belarus"),
        (f"A visit to {JLU} was paid by {SOKOLOV}, Ambassador of the Republic of Belarus to China.", "China"),
    ],
)
def test_where_an_envoy_serves_is_no_part_of_the_act(text: str, where: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(f"{LI} | visited | {where}"), told.written()
    assert not told.finds(f"{SOKOLOV} | visited | {where}"), told.written()


def test_an_envoy_travels_all_the_same(tell: Callable[..., Any]) -> None:
    told = tell(f"{SOKOLOV}, Ambassador of Russia to China, came to Harbin.")
    assert told.finds(f"{SOKOLOV} | visited | Harbin"), told.written()


def test_where_something_is_opened_is_a_part_of_its_owner(tell: Callable[..., Any]) -> None:
    told = tell(f"A show was solemnly opened at the Museum of {ASU} by {SOKOLOV} and {LI}.")
    assert told.finds(f"Museum | unitOf | {ASU}"), told.written()
    assert not told.finds(f"{SOKOLOV} | holdsPost | Museum"), told.written()
