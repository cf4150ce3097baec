"""Who came with a delegation, whichever way round it is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU = "Altai State University"
CAME = f"A delegation of Jilin University has been received at {ASU}."
ON_IT = [f"{person} | visited | {ASU}" for person in ("Li Weiming", "Wang Fang")]


@pytest.mark.parametrize(
    "said",
    [
        "Li Weiming and Wang Fang made up the delegation.",
        "Vice President Li Weiming and Dean Wang Fang were on the delegation.",
        "Li Weiming and Wang Fang were members of it.",
        "Those who came were Vice President Li Weiming and Wang Fang.",
        "Among those who have come are Li Weiming and Wang Fang.",
        "The guests are Li Weiming and Wang Fang.",
        "The delegation brought together Li Weiming and Wang Fang.",
        "There were on it Li Weiming and Wang Fang.",
        "Taking part in the trip were Li Weiming and Wang Fang.",
        "The trip was made by Li Weiming and Wang Fang.",
        "Li Weiming and Wang Fang have come.",
        "The head of the delegation was Vice President Li Weiming, and its members were Wang Fang and Zhao Lei.",
        "Besides Li Weiming, the delegation had in it Wang Fang.",
    ],
)
def test_who_came(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{CAME} {said}")
    assert all(told.finds(fact) for fact in ON_IT), told.written()


@pytest.mark.parametrize(
    "said",
    [
        "The guests were met by Li Weiming.",
        "The guests were students of Li Weiming.",
        "Li Weiming was not on the delegation.",
        "Li Weiming and Wang Fang made up a plan.",
        "Li Weiming will be on the next delegation.",
        "The guests are Li Weiming's students.",
        "Li Weiming and Wang Fang made them coffee.",
        "Li Weiming and Wang Fang made the delegation laugh.",
        "Li Weiming and Wang Fang made it a gift.",
        "Li Weiming and Wang Fang formed them into three teams.",
        "The stay was pleasant. Li Weiming and Wang Fang made it so.",
        "The trip was made easier by Li Weiming and Wang Fang.",
        "The journey was made possible by Li Weiming.",
        "A map of the trip was made by Li Weiming.",
        "The tour of the park was made by Li Weiming.",
        "Li Weiming made the trip to the station to meet them.",
        "Those who came to greet the guests were Li Weiming and Wang Fang.",
        "Those who came to the station were Li Weiming and Wang Fang.",
        "Those visited by the delegation were Li Weiming and Wang Fang.",
        "Those visiting the museum then were Li Weiming and Wang Fang.",
        f"On behalf of {ASU}, Li Weiming and Wang Fang took part in the trip.",
        "Li Weiming and Wang Fang took part in the tour of the laboratories.",
        "The delegation joined Li Weiming and Wang Fang at dinner.",
        "The delegation brought Li Weiming and Wang Fang a vase.",
        "The delegation united Li Weiming and Wang Fang in their love of tea.",
        "Li Weiming and Wang Fang belonged to its hosts.",
        "The guests are friends of Professor Li Weiming.",
    ],
)
def test_who_did_not_come(said: str, tell: Callable[..., Any]) -> None:
    assert not tell(f"{CAME} {said}").finds(ON_IT[0])


@pytest.mark.parametrize(
    "said",
    [
        "in which were Li Weiming and Wang Fang,",
        "made up of Li Weiming and Dean Wang Fang,",
        "whose members were Li Weiming and Wang Fang,",
        "in the persons of Li Weiming and Wang Fang,",
        "in which were two of its deans, Li Weiming and Wang Fang,",
    ],
)
def test_what_hangs_on_a_delegation_names_its_members(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"A delegation of Jilin University, {said} came to {ASU}.")
    assert all(told.finds(fact) for fact in ON_IT), told.written()


@pytest.mark.parametrize(
    "said", ["Wang Fang, Dean of the School of Law, went along.", "With the rector travelled Wang Fang, a dean."]
)
def test_who_went_with_somebody_named_by_the_post(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, Rector of Jilin University, came to {ASU} on 4 May. {said}")
    assert told.finds(ON_IT[1]), told.written()


@pytest.mark.parametrize(
    "text",
    [
        f"To {ASU} came a delegation of Jilin University.",
        f"There came to {ASU} a delegation of Jilin University.",
        f"On a visit to {ASU} was a delegation of Jilin University.",
    ],
)
def test_delegations_come_behind_the_verb(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Jilin University | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        "the hosts of which were Li Weiming and Wang Fang,",
        "of which the guide was Li Weiming,",
        "composed of four pupils of Li Weiming and Wang Fang,",
        "comprising friends of Li Weiming,",
        "made up of students of Professor Li Weiming,",
    ],
)
def test_whose_friends_hosts_and_pupils_they_are_is_not_on_it(said: str, tell: Callable[..., Any]) -> None:
    assert not tell(f"A delegation of Jilin University, {said} came to {ASU}.").finds(ON_IT[0])


def test_who_only_came_may_be_of_anybody(tell: Callable[..., Any]) -> None:
    told = tell(f"{CAME} Li Weiming and Wang Fang have come, too.")
    assert not told.finds("Li Weiming | represents | Jilin University")


@pytest.mark.parametrize(
    "text",
    [
        f"To {ASU} came a letter of Jilin University.",
        f"Forum of students of Jilin University at {ASU}",
        "Students of Jilin University in Siberia",
        f"The representatives of {ASU} in China are at Jilin University.",
        f"The research group of Jilin University and {ASU} works at the Laser Laboratory.",
    ],
)
def test_letters_and_reports_do_not_come(text: str, tell: Callable[..., Any]) -> None:
    assert not [fact for fact in tell(text).written() if "visited" in fact]
