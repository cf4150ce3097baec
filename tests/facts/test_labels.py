"""What names are said to be by a noun: behind a label, or with "be" and "include"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology opened."
JLU, ASU, NAME = "Jilin University", "Altai State University", "Eurasian Forum of Ecology"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (f"{FORUM} Organizers: {JLU}, {ASU}.", [f"{JLU} | organized | {NAME}", f"{ASU} | organized | {NAME}"]),
        (f"{FORUM}\nOrganizers: {JLU}\nGuests praised {ASU}.", [f"{JLU} | organized | {NAME}"]),
        (f"{FORUM} Speakers: Ivan Sokolov.", [f"Ivan Sokolov | participatedIn | {NAME}"]),
        (
            f"They prepared a memorandum. Signatories: {JLU}, {ASU}.",
            [f"{JLU} | signed | memorandum", f"{ASU} | signed | memorandum"],
        ),
    ],
)
def test_behind_a_label(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.rule == "label"]
    assert [fact for wanted in facts for fact in told.finds(wanted)], told.written()
    assert {fact.rule for wanted in facts for fact in told.finds(wanted)} == {"label"}
    assert len(found) == len(facts), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"Organizers: {JLU}, {ASU}.",  # of what?
        f"{FORUM} Colours: {JLU}, {ASU}.",
        f"{FORUM} The organizers said: {JLU} grew.",
        f"{FORUM} To the organizers of tea and of cakes and of all other dishes: {JLU}.",
    ],
)
def test_no_label(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if fact.rule == "label"], told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{FORUM} The organizers are {JLU} and {ASU}.", f"{JLU} | organized | {NAME}"),
        (f"{FORUM} Speakers at the forum included Ivan Sokolov.", f"Ivan Sokolov | participatedIn | {NAME}"),
        (f"The guests of {JLU} included Ivan Sokolov.", f"Ivan Sokolov | visited | {JLU}"),
        (f"{FORUM} Ivan Sokolov was among the speakers.", f"Ivan Sokolov | participatedIn | {NAME}"),
        (f"{FORUM} Among the participants were {JLU} and {ASU}.", f"{ASU} | participatedIn | {NAME}"),
        (f"{FORUM} The participants represented {JLU} and {ASU}.", f"{JLU} | participatedIn | {NAME}"),
        (f"{FORUM} Participants came from {JLU} and {ASU}.", f"{ASU} | participatedIn | {NAME}"),
    ],
)
def test_with_a_verb(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {found.rule for found in told.finds(fact)} == {"told-by-noun"}, told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"{FORUM} The organizers will be {JLU} and {ASU}.",
        f"{FORUM} The organizers are not {JLU} and {ASU}.",
        f"{FORUM} The organizers are friends.",
        f"{FORUM} The colours included {JLU}.",
        f"{FORUM} The participants represented Russia.",
        f"{FORUM} Participants will come from {JLU}.",
    ],
)
def test_planned_denied_or_of_something_else(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.facts() if fact.rule == "told-by-noun"], told.written()


def test_a_guest_does_not_speak_for_the_host(tell: Callable[..., Any]) -> None:
    assert not tell(f"The guests of {JLU} included Ivan Sokolov.").finds(f"Ivan Sokolov | represents | {JLU}")
