"""Attending: whom a clause puts at the event told of, by speeches, company, witnesses, whole groups of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology was held in Kazan on 12 May 2024."
NAME = "Eurasian Forum of Ecology"
JLU, ASU, TSU = "Jilin University", "Altai State University", "Tomsk State University"
IVAN, LI, WANG = "Ivan Sokolov", "Li Weiming", "Wang Wei"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (f"Words of welcome came from {IVAN}; {LI}; and {WANG}.", {IVAN, LI, WANG}),
        (f"It opened with greetings by {IVAN} and {LI}.", {IVAN, LI}),
        (f"There were talks by {IVAN} and {LI}.", {IVAN, LI}),
        (f"The plenary session heard {IVAN} and {LI}.", {IVAN, LI}),
        (f"The first to speak was {IVAN}.", {IVAN}),
        (f"Next spoke {LI}.", {LI}),
        (f"The topic was set out in lectures by the tutors {IVAN}, {LI} and {WANG}.", {IVAN, LI, WANG}),
        (f"A lively debate followed the paper of {LI}.", {LI}),
        (f"The discussion was led by {IVAN}.", {IVAN}),
        (f"The jury was made up of {IVAN} and {LI}.", {IVAN, LI}),
        (f"{LI} attended it together with {IVAN}, {WANG} and others.", {LI, IVAN, WANG}),
        (f"{LI} was present, together with representatives of {JLU} and {ASU}.", {LI, JLU, ASU}),
        (f"{LI} attended, along with delegations of {JLU} and {ASU}.", {LI, JLU, ASU}),
        (f"With {IVAN} and {LI} as witnesses, two agreements were signed.", {IVAN, LI}),
        (f"Also there were {IVAN} and {LI}.", {IVAN, LI}),
        (f"According to {LI}, many agreements have been signed.", {LI}),
        (f"First place went to {LI}.", {LI}),
        (f"The guests were greeted by {IVAN}.", {IVAN}),
        (f"Present were the following. Chairman of the Board: {IVAN}. Member of the Board: {LI}.", {IVAN, LI}),
        (f"The experts taking part were {IVAN} and {LI}.", {IVAN, LI}),
        (f"It was attended by historians from {JLU}, {ASU} and {TSU}.", {JLU, ASU, TSU}),
        (f"People of {JLU} and {ASU} took part.", {JLU, ASU}),
        (f"Over fifty people attended, with representatives of {JLU} and {ASU}.", {JLU, ASU}),
        (f"Scholars from {JLU} and {ASU} met in the old building.", {JLU, ASU}),
        (f"Over 100 experts attended, from {JLU}, {ASU} and {TSU}.", {JLU, ASU, TSU}),
        (f"{JLU} and {ASU} sent their representatives.", {JLU, ASU}),
        (f"Three universities sent their students to us: {JLU}, {ASU} and {TSU}.", {JLU, ASU, TSU}),
        (f"The matter was talked over with scholars of {JLU} and {ASU}.", {JLU, ASU}),
        (f"Discussions were joined by experts of {JLU} and {ASU}.", {JLU, ASU}),
        (f"Present were leaders of several universities, among them {JLU} and {ASU}.", {JLU, ASU}),
        (f"It was welcome news to those who spoke: {IVAN}, {LI} and {WANG}.", {IVAN, LI, WANG}),
        (f"Ice was the subject of a speech by {IVAN}.", {IVAN}),
        (f"Words of welcome were heard from {IVAN} and {LI}.", {IVAN, LI}),
        (f"{LI} congratulated those present on the opening.", {LI}),
        (f"On the Russian side were {IVAN} and {WANG}.", {IVAN, WANG}),
        (f"Among those at the opening were {IVAN} and {LI}.", {IVAN, LI}),
        (f"Among the leaders of the two countries who came were {IVAN} and {LI}.", {IVAN, LI}),
        (f"At the head of the teachers and students who came was {LI}.", {LI}),
        (f"The first to take the floor was {IVAN}.", {IVAN}),
        (f"The programme began with a report by {IVAN}.", {IVAN}),
        (f"Great attention was paid to the report of {IVAN}.", {IVAN}),
        (f"The winners received their prizes from {LI}.", {LI}),
        (f"Representatives of {JLU} attended, and so did those of {ASU} and {TSU}.", {JLU, ASU, TSU}),
        (f"{JLU}, {ASU} and {TSU} were represented.", {JLU, ASU, TSU}),
        (f"Papers came from {JLU} and {ASU}.", {JLU, ASU}),
        (f"Participants from {JLU} and {ASU} discussed exchanges.", {JLU, ASU}),
        (f"{JLU} attended, and so did two engineers of {ASU}.", {JLU, ASU}),
        (f"Journalists of {JLU} took part.", {JLU}),
    ],
)
def test_whom_a_clause_puts_there(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert told.only(who, "participatedIn", NAME), told.written()


@pytest.mark.parametrize(
    "said",
    [
        f"The lecture of {LI} was cancelled.",
        f"A report of {LI} has been printed in a journal.",
        f"Historians of {JLU} did not attend.",
        f"Graduates of {JLU} attended.",
        f"{LI} was absent, and so was {IVAN}.",
        f"The following were invited but did not come. {LI}. {IVAN}.",
        f"The universities taking part in the association are {JLU} and {ASU}.",
        f"There was no speech by {LI}.",
        f"With {LI} in the chair of physics, the laboratory grew.",
        f"Rectors of {JLU} and {ASU} discussed exchanges in 2015.",
        f"In 2014 the agreement was signed with {LI} and {IVAN} as witnesses.",
        f"The first place in the ranking went to {JLU}.",
        f"Horses of {JLU} took part.",
        f"It was attended by critics of {JLU}.",
        f"Neither {JLU} nor {ASU} was represented.",
        f"Scholars from {JLU} and {ASU} meet every year.",
        f"Students of {ASU} met at the station.",
        f"Mathematicians of {JLU} and {ASU} discussed it in Minsk.",
        f"The deans of {JLU} discussed a new fee.",
        f"Papers came from {JLU} and {ASU} for a journal.",
        f"A welcome came by video from {LI}.",
        f"It opened with written greetings by {LI}.",
        f"There were papers by {LI} in the library.",
        f"The session of the court heard {LI}.",
        f"The theory was worked out in lectures by {LI} at {JLU}.",
        f"The debate in parliament was led by {LI}.",
        f"The discussion has been led by {LI} for many years.",
        f"The place of director went to {LI}.",
        f"A medal went posthumously to {LI}.",
        f"The award went to {LI}, who could not attend.",
        f"The guests were greeted by {LI} at the airport.",
        f"The faculty grew under the chairmanship of {LI}.",
        f"With {LI} and {IVAN} present in the gallery, the museum grew.",
        f"The painting shows a parade with {LI} in attendance.",
        f"With {LI} as a witness for the defence, the trial began.",
        f"Also there was {LI}'s novel.",
        f"{JLU} and {ASU} sent their students to Minsk.",
        f"{JLU} and {ASU} sent their students to study law.",
        f"{JLU} and {ASU} send their students every year.",
        f"The matter had been talked over with scholars of {JLU} and {ASU}.",
        f"The journal began with a report by {LI}.",
        f"Among those at the airport were {LI} and {IVAN}.",
        f"The winners will receive their prizes from {LI}.",
        f"The novel was the subject of a review by {LI}.",
        f"The novel was the subject of a talk by {LI} on the radio.",
        f"Bread was the subject of a well-known speech by {LI} held in 1931.",
        f"{LI} congratulated the participants by letter.",
        f"{LI} congratulated the participants.",
        f"The programme of the theatre included a report by {LI}.",
        f"The programme included a report by {LI}, which he did not read.",
        f"On the Russian side were absent {LI} and {IVAN}.",
        f"{JLU} and {ASU} sent their graduates abroad.",
        f"{JLU} and {ASU} had formerly sent their graduates.",
        f"It was a talk by {LI} that started the war.",
        f"There was a talk by {LI} on the channel.",
        f"Great attention in the newspapers was paid to the report of {LI}.",
        f"Years ago the winners received their prizes from {LI}.",
        f"The matter was talked over with scholars of {JLU} and {ASU} by telephone.",
        f"The matter was talked over with scholars of {JLU} and {ASU} in advance.",
        f"It was the dream of those who spoke at the previous meeting: {LI} and {IVAN}.",
        f"Among the teachers who came to the city in 1931 were {LI} and {IVAN}.",
        f"On the lawyer's side were {LI} and {IVAN}.",
        f"On the Russian side were {LI}'s stamp and a seal.",
        f"In the words of {LI}, spring comes early.",
        f"In the opinion of {LI} printed in a newspaper, spring comes early.",
        f"{JLU} was not there in the person of {LI}.",
        f"There was also {LI} in the list of authors.",
        f"From the wall spoke {LI}.",
        f"According to the late {LI}, spring comes early.",
        f"The participants discussed the speech of {LI} in the newspaper.",
        f"Readers objected to the lectures of {LI}.",
        f"The following were present at the wedding. Groom: {LI}. Father: {IVAN}.",
        f"Present were the following paintings. Photo by {LI}.",
        f"The people there are {LI} and {IVAN}.",
        f"Over fifty people attended with presents from {JLU} and {ASU}.",
    ],
)
def test_whom_it_does_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_whoever_tells_of_something_at_an_event(tell: Callable[..., Any]) -> None:
    told = tell(f"{IVAN} and {LI} spoke about new plans at the {NAME} last week.")
    assert told.only({IVAN, LI}, "participatedIn", NAME), told.written()


def test_a_list_goes_on_behind_semicolons(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} In the forum took part: from {JLU} – {LI};\n\nfrom {ASU} – {IVAN}.")
    assert told.only({JLU, ASU, LI, IVAN}, "participatedIn", NAME), told.written()
