"""Where travellers were by what is told of their journey alone, and whose delegation it is by who leads it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
TRIP = f"From May 3 to May 9 a delegation of {JLU} led by Vice President Li Wei was in Russia."


@pytest.mark.parametrize(
    "said",
    [
        f"The universities on its way were {ASU} and {TSU}.",
        f"On the delegation's route were {ASU}, the Polar Museum and {TSU}.",
        f"{ASU} and {TSU} were on the itinerary too.",
        f"{ASU} and {TSU} lay on their way.",
        f"Among the institutions that they visited were {ASU} and {TSU}.",
        f"The institutions it called on were {ASU}, founded in 1973, and {TSU}.",
        f"The places seen included {ASU} and {TSU}.",
        f"Field trips were made to {ASU} and to {TSU}.",
        f"Calls were paid at {ASU} and {TSU}.",
        f"The days in Siberia were spent at {ASU} and at {TSU}.",
        f"Visits to {ASU} and {TSU} followed.",
        f"There were also visits to {ASU} and {TSU}.",
        f"The journey took them to {ASU} and {TSU}.",
        f"Visits to {ASU} and {TSU} were part of their programme.",
    ],
)
def test_what_lay_on_the_way(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{TRIP} {said}")
    for traveller in (JLU, "Li Wei"):
        for place in (ASU, TSU):
            assert told.finds(f"{traveller} | visited | {place}"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"{ASU} was not on the route.",
        f"{ASU} will be on the route next year.",
        f"A concert at {ASU} was part of the programme.",
        f"{ASU} is on the list of the best universities.",
        f"On the list of partners is {ASU}.",
        f"On the programme was a concert by the choir of {ASU}.",
        f"On the programme were reports of {TSU} and {ASU}.",
        f"Payments were made to {ASU}.",
        f"Two million roubles were spent at {ASU}.",
        f"The years of study of Ivan Petrov were spent at {ASU}.",
        f"Among the universities that visited the fair were {TSU} and {ASU}.",
        f"{ASU} was among the universities which the minister visited in 2010.",
        f"A visit to {ASU} was planned.",
        f"A year ago a visit was paid to {ASU} by students of Omsk State University.",
    ],
)
def test_what_did_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{TRIP} {said}")
    assert not told.finds(f"{JLU} | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    "group",
    [
        f"A group under Li Wei, who is Vice President of {JLU},",
        f"A delegation under the leadership of Li Wei, Vice President of {JLU},",
        f"A delegation of {JLU} under its vice-rector Li Wei",
    ],
)
def test_whose_a_delegation_under_somebody_is(group: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{group} came to {ASU}.")
    assert told.finds(f"{JLU} | visited | {ASU}"), told.written()
    assert told.finds(f"Li Wei | visited | {ASU}"), told.written()


@pytest.mark.parametrize("under", ["under an agreement which Li Wei had signed", "under the programme of Li Wei"])
def test_who_does_not_lead_it(under: str, tell: Callable[..., Any]) -> None:
    assert not tell(f"A delegation of {JLU} came to {ASU} {under}.").finds(f"Li Wei | visited | {ASU}")


def test_an_academician_leads_for_his_university(tell: Callable[..., Any]) -> None:
    leader = f"Li Wei, Academician of the Chinese Academy of Sciences and President of {JLU},"
    told = tell(f"A delegation under {leader} came to {ASU}.")
    assert told.finds(f"{JLU} | visited | {ASU}"), told.written()
    assert not told.finds(f"Chinese Academy of Sciences | visited | {ASU}"), told.written()


@pytest.mark.parametrize(
    ("said", "traveller", "place"),
    [
        (f"A delegation of {JLU} was in the Russian cities of Omsk and Kazan.", JLU, "Kazan"),
        (f"A delegation of {JLU} visited the cities of Omsk and Kazan.", JLU, "Omsk"),
        (f"Ivan Sokolov of {ASU} came with two companions to {JLU} on May 13.", "Ivan Sokolov", JLU),
        (f"Ivan Sokolov of {ASU} arrived with three colleagues at {JLU}.", "Ivan Sokolov", JLU),
    ],
)
def test_places_behind_other_nouns(said: str, traveller: str, place: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert told.finds(f"{traveller} | visited | {place}"), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"A delegation of {JLU} was glad of the cities of Omsk and Kazan.",
        f"Ivan Sokolov of {ASU} wrote with two colleagues to {JLU}.",
        f"Ivan Sokolov of {ASU} worked with two colleagues from {JLU}.",
    ],
)
def test_no_place_behind_other_nouns(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert not told.finds(f"Ivan Sokolov | visited | {JLU}"), told.written()
    assert not told.finds(f"{JLU} | visited | Omsk"), told.written()


@pytest.mark.parametrize(
    ("text", "houses"),
    [
        (f"On the itinerary of the delegation of {JLU} were {ASU} and {TSU}.", (ASU, TSU)),
        (f"{ASU} and {TSU} were on the programme of a delegation from {JLU}.", (ASU, TSU)),
        (f"Visits to {ASU} and {TSU} were on the programme of the guests from {JLU}.", (ASU, TSU)),
        (f"On the programme of the delegation of {JLU} was a lecture by {ASU}.", ()),
        (f"On the agenda of the delegation of {JLU} was an agreement with {ASU}.", ()),
        (f"{ASU} and {TSU} were on the programme of the forum of {JLU}.", ()),
        (f"{ASU} and {TSU} will be on the programme of the delegation of {JLU}.", ()),
    ],
)
def test_whose_itinerary_it_was(text: str, houses: tuple[str, ...], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for house in (ASU, TSU):
        assert bool(told.finds(f"{JLU} | visited | {house}")) is (house in houses), told.written()
