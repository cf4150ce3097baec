"""Who was at an event by ways of saying that name no act: beside the clause, by a noun, by a side, by a prize."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU = "Jilin University", "Altai State University"
SOKOLOV, LI = "Ivan Sokolov", "Li Weiming"
FORUM = "Eurasian Forum of Ecology"
OPENED = f"The {FORUM} was held in Omsk in May."


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # a noun says that they took part
        (f"{OPENED} The speakers from {JLU} were the students {SOKOLOV} and {LI}.", {JLU, SOKOLOV, LI}),
        (f"{OPENED} The winners were the postgraduates {SOKOLOV} and {LI}.", {SOKOLOV, LI}),
        (f"{OPENED} Among the participants were guests from {JLU} and {ASU}.", {JLU, ASU}),
        (f"{OPENED} Its moderators were secretaries of the Polar Association.", {"Polar Association"}),
        # a side has guests
        (f"{OPENED} On the Chinese side there were guests of {JLU} and {ASU}.", {JLU, ASU}),
        (f"{OPENED} From China there were speakers from {JLU} and from {ASU}.", {JLU, ASU}),
        (f"{OPENED} {SOKOLOV} led the people from Russia; {LI} led those from China.", {SOKOLOV, LI}),
        (f"{OPENED} The Chinese delegation had as its leader {LI}.", {LI}),
        (f"{OPENED} At the head of the Chinese delegation was {LI}, of the Russian one {SOKOLOV}.", {LI, SOKOLOV}),
        (f"{OPENED} From {JLU} two deans came to it: {SOKOLOV} and {LI}.", {JLU, SOKOLOV, LI}),
        # they are represented
        (f"Ten countries were represented at the {FORUM}. Also represented were {JLU} and {ASU}.", {JLU, ASU}),
        # they stand beside the clause
        (f"The {FORUM} was held in Omsk, with {LI} and {SOKOLOV} among the speakers.", {LI, SOKOLOV}),
        (f"The {FORUM} was held in Omsk in May, with {LI} as moderator.", {LI}),
        # a clause says how many, a list behind it who
        (f"{OPENED} Two mayors attended the forum: {SOKOLOV} and {LI}.", {SOKOLOV, LI}),
        (f"{OPENED} Several experts spoke: {SOKOLOV} of {ASU} and {LI}.", {SOKOLOV, ASU, LI}),
        # its parts have guests
        (f"{OPENED} Its sections were attended by {JLU} and {ASU}.", {JLU, ASU}),
        (f"{OPENED} Workshops made up a part of the forum. They were attended by {JLU} and {ASU}.", {JLU, ASU}),
        # it is opened, and brings together
        (f"The {FORUM} was opened on 4 May with words of welcome from {LI} and {SOKOLOV}.", {LI, SOKOLOV}),
        (f"Ice was what brought {JLU} and {ASU} together at the {FORUM}.", {JLU, ASU}),
        # prizes, praise and works
        (f"{OPENED} The jury praised the reports of the students {SOKOLOV} and {LI}.", {SOKOLOV, LI}),
        (f"The {FORUM} was held in Omsk. First place was shared by {JLU} and {ASU}.", {JLU, ASU}),
        # nobody
        (f"{OPENED} Two rectors did not attend it: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} Two rectors were thanked: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} Two mayors did not attend it: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} Two mayors and several ministers attended it: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} Two mayors speak: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} Two mayors attended the forum with one question: {SOKOLOV} or {LI}.", set()),
        (f"{OPENED} Two mayors attended it: {SOKOLOV} or {LI}?", set()),
        (f"{OPENED} Two mayors joined the staff before the forum: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} The mayors attended the forum: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} The rector attended it with two mayors: {SOKOLOV} and {LI}.", set()),
        (f"{OPENED} The speakers from {JLU} were not known to {LI}.", set()),
        (f"{OPENED} The speakers were welcomed by the newspaper of {JLU}.", set()),
        (f"{OPENED} On the Chinese side there were doubts about {JLU}.", set()),
        (f"{OPENED} On the Chinese side there were thanks from {LI}.", set()),
        (f"{OPENED} The guests were shown the laboratories of {ASU}.", set()),
        (f"{OPENED} The participants were glad to see {LI}.", set()),
        (f"{OPENED} Represented in the book were {ASU} and {JLU}.", set()),
        (f"{OPENED} With {LI} as rector the library grew.", set()),
    ],
)  # fmt: skip
def test_who_was_there(text: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == "participatedIn"]
    assert len(found) == len(who), told.written()
    assert all(told.finds(f"{one} | participatedIn | {FORUM}") for one in who), told.written()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"The {FORUM} was held in Omsk by {ASU}, with {JLU} as co-organizer.", {JLU, ASU}),
        (f"{OPENED} The organizer of the forum was Professor {LI}.", {LI}),
        (f"{OPENED} Its initiator was {SOKOLOV}.", {SOKOLOV}),
        (f"{JLU} was honoured to host the {FORUM} in May.", {JLU}),
        (f"{JLU} was proud to organize the {FORUM} in May.", {JLU}),
        (f"{JLU} would be proud to organize the {FORUM}.", set()),
        (f"{OPENED} The host was Rector {LI}.", set()),
    ],
)
def test_who_organized_it(text: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == "organized"]
    assert len(found) == len(who), told.written()
    assert all(told.finds(f"{one} | organized | {FORUM}") for one in who), told.written()


def test_whose_delegation_it_is_whose_visit_is_told_before(tell: Callable[..., Any]) -> None:
    told = tell(f"{ASU} received a visit of {JLU} in May. The delegation consisted of Dean {LI}.")
    assert told.finds(f"{LI} | represents | {JLU}"), told.written()
    told = tell(f"{ASU} received a visit of students in May. The delegation consisted of Dean {LI}.")
    assert not told.finds(f"{LI} | represents | {ASU}"), told.written()


def test_artists_are_at_the_exhibition_at_which_they_exhibit(tell: Callable[..., Any]) -> None:
    shown = 'The exhibition "Two Banks" opened in Omsk in May.'
    told = tell(f"{shown} The artists {SOKOLOV} and {LI} exhibited their works.")
    assert told.finds(f"{SOKOLOV} | participatedIn | Two Banks"), told.written()
    assert told.finds(f"{LI} | participatedIn | Two Banks"), told.written()


@pytest.mark.parametrize(
    ("text", "prop", "facts"),
    [
        # announced, then told
        (f"Two events took place in Omsk: a club opened, and the {FORUM} was held.", "locatedIn", {(FORUM, "Omsk")}),
        (f"Omsk has two rivers: the {FORUM} was held.", "locatedIn", set()),
        # inversions
        (f"There gathered in Omsk for the {FORUM} the rectors of {JLU} and {ASU}.", "participatedIn", {JLU, ASU}),
        (f"In the {FORUM} there took part scholars from {JLU}, and from {ASU}.", "participatedIn", {JLU, ASU}),
        (f"{OPENED} There came a letter from {LI} to {ASU}.", "participatedIn", set()),
        # who is responsible, stands behind it
        (f"Responsible for the organization of the {FORUM} was {ASU}.", "organized", {ASU}),
        (f"Behind the {FORUM} stand {ASU} and {JLU}.", "organized", {ASU, JLU}),
        (f"The organizing universities of the {FORUM} were {ASU} and {JLU}.", "organized", {ASU, JLU}),
        # among its own
        (f"The {FORUM} counted {SOKOLOV} and {LI} among its speakers.", "participatedIn", {SOKOLOV, LI}),
        (f"{JLU} counts {ASU} among its partners.", "participatedIn", set()),
        # who was not there
        (f"The {FORUM} was held in Omsk, with no {JLU} among the guests.", "participatedIn", set()),
        (f"The {FORUM} was held in Omsk, with {LI} not among the speakers.", "participatedIn", set()),
        (f"{OPENED} The judges were friends of {LI} and {SOKOLOV}.", "participatedIn", set()),
        (f"{OPENED} Also represented were the interests of {JLU}.", "participatedIn", set()),
        (f"{OPENED} Critics praised the report of {LI} on television.", "participatedIn", set()),
    ],
)
def test_exactly_that(text: str, prop: str, facts: set[Any], tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = [fact for fact in told.facts() if fact.property == prop]
    assert len(found) == len(facts), told.written()
    for one in facts:
        subject, target = one if isinstance(one, tuple) else (one, FORUM)
        assert told.finds(f"{subject} | {prop} | {target}"), told.written()


def test_guests_are_at_what_was_held_last(tell: Callable[..., Any]) -> None:
    told = tell(f"{OPENED} In the evening a concert was held in the park. {JLU} and {ASU} attended.")
    assert told.finds(f"{JLU} | participatedIn | concert"), told.written()
    assert not told.finds(f"{JLU} | participatedIn | {FORUM}"), told.written()
