"""Who was at an event without a frame saying so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

FORUM = "The Eurasian Forum of Ecology opened."
NAME = "Eurasian Forum of Ecology"
JLU, ASU = "Jilin University", "Altai State University"


@pytest.mark.parametrize(
    ("said", "who", "rule"),
    [
        ("Ivan Sokolov and Li Weiming attended.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("Ivan Sokolov was present.", ("Ivan Sokolov",), "attended"),
        ("Also present were Ivan Sokolov and Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("Ivan Sokolov delivered a speech.", ("Ivan Sokolov",), "attended"),
        ("Papers were presented by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        (f"{JLU} sent a delegation.", (JLU,), "attended"),
        (f"Delegations came from {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"{JLU} sent Professor Li Weiming.", (JLU, "Li Weiming"), "attended"),
        (f"From Russia there were delegations of {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"Russia was represented by delegations of {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"Delegations had been sent by {JLU} and {ASU}.", (JLU, ASU), "attended"),
        (f"{JLU} was represented by Li Weiming.", (JLU, "Li Weiming"), "attended"),
        (f"{JLU} displayed turbines.", (JLU,), "attended"),
        ("Ivan Sokolov and Li Weiming joined online.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The participants were greeted by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov shared his experience.", ("Ivan Sokolov",), "attended"),
        (f"Teachers of {JLU} also participated in the work of the sections.", (JLU,), "attended"),
        (f"Russia was represented by {ASU}, China – by {JLU}.", (ASU, JLU), "attended"),
        ("Ivan Sokolov read out a greeting.", ("Ivan Sokolov",), "attended"),
        ("Li Weiming said in his welcoming address that ecology matters.", ("Li Weiming",), "quoted-at"),
        ("Ivan Sokolov was there too.", ("Ivan Sokolov",), "attended"),
        ("The Chinese side was headed by Li Weiming.", ("Li Weiming",), "attended"),
        ("Ivan Sokolov led the Russian group.", ("Ivan Sokolov",), "attended"),
        ("The jury was chaired by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov sat on the jury along with Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The chair was shared by Ivan Sokolov and Li Weiming.", ("Ivan Sokolov", "Li Weiming"), "attended"),
        ("The ribbon was cut by Ivan Sokolov.", ("Ivan Sokolov",), "attended"),
        ("Ivan Sokolov stressed the role of science.", ("Ivan Sokolov",), "quoted-at"),
    ],
)
def test_who_was_there(said: str, who: tuple[str, ...], rule: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    there = [fact for fact in told.facts() if fact.property == "participatedIn"]
    assert len(there) == len(who), told.written()
    for one in who:
        assert {fact.rule for fact in told.finds(f"{one} | participatedIn | {NAME}")} == {rule}, told.written()


@pytest.mark.parametrize(
    "said",
    [
        "Ivan Sokolov will attend.",
        "The ribbon will be cut by Ivan Sokolov.",
        "Years ago, far from there, the ribbon had been cut by Ivan Sokolov.",
        "Ivan Sokolov did not attend.",
        "Ivan Sokolov was absent.",
        "Ivan Sokolov will stress the role of science.",
        "In a letter, Ivan Sokolov stressed the role of science.",
        "Ivan Sokolov sent a letter.",
        "Ivan Sokolov had studied chemistry.",
        "Ivan Sokolov studied chemistry.",
        "Ivan Sokolov studied chemistry. He stressed the role of science.",  # whoever "he" is
        f"{JLU} stressed the role of science.",  # organizations are where their people are
        f"{JLU} sent a letter.",
        "Ivan Sokolov joined the university in 2001.",
        "The guests were received by Ivan Sokolov.",
        f"The guests saw {ASU}, where Ivan Sokolov showed a film.",
        f"{JLU} will be represented by Li Weiming.",
        "Ivan Sokolov will lead the Russian group.",
        "The paper of Ivan Sokolov was withdrawn.",
    ],
)
def test_who_was_not(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_what_is_dated_otherwise_was_elsewhere(tell: Callable[..., Any]) -> None:
    said = "Ivan Sokolov stressed the role of science."
    for date, there in (("On June 3", True), ("On June 10", False)):
        told = tell(f"{FORUM[:-1]} on June 3. {date} {said}", published="2019-11-20")
        assert bool(told.finds(f"Ivan Sokolov | participatedIn | {NAME}")) is there, told.written()


@pytest.mark.parametrize("text", ["Ivan Sokolov attended.", "Ivan Sokolov stressed the role of science."])
def test_no_event_is_told_of(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).analysis.facts


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ivan Sokolov and Li Weiming unveiled the Laser Laboratory.", 2),
        ("Ivan Sokolov uncovered the plaque of the Laser Laboratory.", 1),
        ("Ivan Sokolov will unveil the Laser Laboratory.", 0),
        (f"{JLU} opened the Laser Laboratory.", 0),
        ("Ivan Sokolov opened the letter.", 0),
    ],
)
def test_who_opens_a_house_is_at_its_opening(text: str, people: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.rule == "opens-it"]) == people, told.written()


def test_two_delegations_meet_and_nobody_attends(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} and {ASU} had a meeting. Ivan Sokolov attended.")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_the_event_of_the_paragraph(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} It was long. It rained. Two hundred students came too. Ivan Sokolov and Li Weiming attended.")
    assert told.finds(f"Li Weiming | participatedIn | {NAME}")


def test_two_events_in_one_breath(tell: Callable[..., Any]) -> None:
    told = tell(f"The {NAME} and the Baikal Exhibition of Art opened. {JLU} attended.")
    assert told.finds(f"{JLU} | participatedIn | {NAME}"), told.written()
    assert told.finds(f"{JLU} | participatedIn | Baikal Exhibition of Art"), told.written()


@pytest.mark.parametrize(
    ("text", "there"),
    [
        (f"At the {NAME}, Ivan Sokolov praised Li Weiming.", True),
        (f"During the {NAME}, Ivan Sokolov praised Li Weiming.", True),
        (f"At the {NAME}, Ivan Sokolov will praise Li Weiming.", False),
        (f"Before the {NAME}, Ivan Sokolov praised Li Weiming.", False),
    ],
)
def test_acting_at_an_event(text: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    found = {fact.rule for fact in told.finds(f"Ivan Sokolov | participatedIn | {NAME}")}
    assert ("acts-at-event" in found) == there, told.written()


@pytest.mark.parametrize(
    ("said", "who"),
    [
        (f"They came from {JLU} and {ASU}.", {JLU, ASU}),
        (f"Students of {JLU} competed.", {JLU}),
        ("The report of Li Weiming dealt with water.", {"Li Weiming"}),
        ("The first session was moderated by Li Weiming.", {"Li Weiming"}),
        (f"{JLU} was represented by Li Weiming; {ASU}, the youngest of all, by Ivan Sokolov.",
         {JLU, "Li Weiming", ASU, "Ivan Sokolov"}),
        ("Besides Ivan Sokolov, it was attended by Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Ivan Sokolov took part in it, and so did Li Weiming.", {"Ivan Sokolov", "Li Weiming"}),
        ("Ivan Sokolov was among those who attended it.", {"Ivan Sokolov"}),
        (f"It gathered a hundred scientists, who represented {JLU} and {ASU}.", {JLU, ASU}),
        ("It was opened at the museum by Ivan Sokolov.", {"Ivan Sokolov"}),
    ],
)  # fmt: skip
def test_who_was_there_by_other_words(said: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert told.only(who, "participatedIn", NAME), told.written()


@pytest.mark.parametrize(
    "said",
    [
        "They came from afar.",
        "The report of Li Weiming will deal with water.",
        f"Its guest editors are from {JLU}.",
        f"An agreement was signed by mail; {JLU}, by the way, sent a letter.",
        "Besides water, there was tea.",
        f"It rained, and so did it in {JLU}.",
        "Two scientists met. Also present at the talks was Li Weiming.",
        "The participants heard Li Weiming by radio.",
    ],
)
def test_who_was_not_by_other_words(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


def test_nobody_was_at_a_meeting_that_is_to_come(tell: Callable[..., Any]) -> None:
    told = tell("It was agreed that a meeting will take place in May. Ivan Sokolov said at the meeting that it rained.")
    assert not [fact for fact in told.facts() if fact.property == "participatedIn"], told.written()


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Rector Li Weiming in Barnaul", "Barnaul"),
        (f"Li Weiming and Ivan Sokolov at {ASU}", ASU),
        ("Li Weiming, Ambassador of China in Russia", None),
        ("Li Weiming on schools in Barnaul", None),
        ("A museum in Barnaul", None),
        ("Li Weiming was in a museum in Barnaul", None),
    ],
)
def test_headlines_that_say_where_somebody_is(line: str, place: str | None, tell: Callable[..., Any]) -> None:
    told = tell(f"{line}\nIt rained.")
    found = [fact for fact in told.facts() if fact.rule == "headline"]
    assert bool(found) is (place is not None), told.written()
    assert place is None or told.finds(f"Li Weiming | visited | {place}"), told.written()


def test_entries_of_a_chronicle_tell_of_themselves(tell: Callable[..., Any]) -> None:
    text = f"18 May. {ASU} held a seminar on soil. Ivan Sokolov spoke.\n20 May. {JLU} won a cup. Li Weiming spoke."
    told = tell(text, published="2024-06-01")
    assert told.finds("Ivan Sokolov | participatedIn | seminar on soil"), told.written()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Bridge Olympiad was held in Omsk. Second place went to Li Weiming.", True),
        ("The Bridge Olympiad was held in Omsk. The Ice Forum opened. Second place went to Li Weiming.", False),
    ],
)
def test_winners_competed(text: str, who: bool, tell: Callable[..., Any]) -> None:
    assert bool(tell(text).finds("Li Weiming | participatedIn | Bridge Olympiad")) is who


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"May 21, 2015, Harbin. {JLU} held a seminar on soil.", True),
        (f"May 21, 2015, Harbin. {JLU} will hold a seminar on soil.", False),
        (f"Harbin, May 21, 2015. {JLU} held a seminar on soil.", False),
        (f"May 21, 2015. {JLU} held a seminar on soil. Harbin was glad.", False),
    ],
)
def test_where_the_first_event_of_an_entry_was(text: str, held: bool, tell: Callable[..., Any]) -> None:
    assert bool(tell(text).finds("seminar on soil | locatedIn | Harbin")) is held


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The Chinese side was headed by Li Weiming.", True),
        ("Li Weiming led the Chinese group.", True),
        # "his team" works at home
        ("His team was led by Li Weiming.", False),
        ("Its group was headed by Li Weiming.", False),
        # who attends another gathering is not at this one
        ("Li Weiming took part in a Winter School.", False),
        (f"{JLU}'s forum was attended by Li Weiming.", False),
        ("Li Weiming gave a report in the Seminar of Ice.", False),
        # who only speaks of one is
        ("Li Weiming stressed the role of the Winter School.", True),
        ("The forum was attended by Li Weiming.", True),
    ],
)
def test_whose_side_and_which_gathering(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert len(told.finds(f"Li Weiming | participatedIn | {NAME}")) == there, told.written()


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The ties that Li Weiming describes as strong will last.", False),
        ("Li Weiming, who described the ties as strong, left.", True),
        ("Li Weiming described the ties as strong.", True),
        ("Ice was the theme that Li Weiming presented.", True),
    ],
)
def test_what_somebody_calls_a_thing_is_said_elsewhere(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {said}")
    assert bool(told.finds(f"Li Weiming | participatedIn | {NAME}")) is there, told.written()


def test_who_is_met_at_a_round_table_is_there(tell: Callable[..., Any]) -> None:
    told = tell(f"At a roundtable discussion the delegation of {JLU} met Ivan Sokolov.")
    assert told.finds("Ivan Sokolov | participatedIn | roundtable discussion"), told.written()
    assert told.finds(f"{JLU} | participatedIn | roundtable discussion"), told.written()


@pytest.mark.parametrize(
    ("before", "event"),
    [
        ("A round table on trade took place as part of the Eastern Economic Forum.", "round table on trade"),
        ("On Monday a round table on trade was held at the Eastern Economic Forum.", "round table on trade"),
        ("A highlight was the Eastern Economic Forum.", "Eastern Economic Forum"),
    ],
)
@pytest.mark.parametrize(
    ("said", "property"),
    [
        (f"Its organizers were {JLU} and {ASU}.", "organized"),
        (f"It was organized by {JLU} and {ASU}.", "organized"),
        (f"It was attended by experts from {JLU} and {ASU}.", "participatedIn"),
    ],
)
def test_it_is_what_the_sentence_before_is_about(
    before: str, event: str, said: str, property: str, tell: Callable[..., Any]
) -> None:
    told = tell(f"{before} {said}")
    found = {tuple(line.split(" | ")[::2]) for line in told.written() if f"| {property} |" in line}
    for one in (JLU, ASU):
        assert told.finds(f"{one} | {property} | {event}"), told.written()
    assert len(found) == len((JLU, ASU)), told.written()


def test_there_are_students_is_no_presence(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} There are guests from {JLU} on the campus every year. There were no delegations of {ASU}.")
    assert not [line for line in told.written() if "participatedIn" in line], told.written()


def test_who_is_among_those_at_an_event_is_there(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov and Li Weiming were among those at the Eurasian Fair.")
    assert told.only({"Ivan Sokolov", "Li Weiming"}, "participatedIn", "Eurasian Fair"), told.written()
    told = tell("Ivan Sokolov was among those who missed the Eurasian Fair.")
    assert told.only(set(), "participatedIn", "Eurasian Fair"), told.written()


@pytest.mark.parametrize(
    ("text", "fact", "there"),
    [
        (
            f"The {NAME} was held with the participation of the rector of {JLU}.",
            f"{JLU} | participatedIn | {NAME}",
            True,
        ),
        (
            f"The {NAME} was held with the participation of the dean of {JLU}, the head of the Polar Fund and guests.",
            f"Polar Fund | participatedIn | {NAME}",
            True,
        ),
        (
            f"The {NAME} was held with the participation of a former rector of {JLU}.",
            f"{JLU} | participatedIn | {NAME}",
            False,
        ),
        (f"{FORUM} Li Weiming was invited to give a speech.", f"Li Weiming | participatedIn | {NAME}", True),
        (f"{FORUM} Li Weiming has been invited to give a speech.", f"Li Weiming | participatedIn | {NAME}", False),
        (f"Swimmers of {JLU} were invited to compete at the {NAME}.", f"{JLU} | participatedIn | {NAME}", False),
        (f"{JLU} was invited to attend the {NAME} but declined.", f"{JLU} | participatedIn | {NAME}", False),
        (f"{JLU} was invited to speak at the {NAME}, but could not come.", f"{JLU} | participatedIn | {NAME}", False),
        (f"Pavel Orlov was invited to lecture at {JLU} in May.", f"Pavel Orlov | visited | {JLU}", False),
        (
            "An online conference took place in May, which was attended by Dean Li Weiming.",
            "Li Weiming | participatedIn | online conference",
            True,
        ),
        (
            "An online conference took place in the Omsk Academy, which was headed by Li Weiming.",
            "Li Weiming | participatedIn | online conference",
            False,
        ),
        (
            f"The seminar before the {NAME} took place in Omsk, which was attended by Dean Li Weiming.",
            f"Li Weiming | participatedIn | {NAME}",
            False,
        ),
        (f"A concert was held in the museum, which was run by {JLU}.", f"{JLU} | organized | concert", False),
        (
            f"A conference took place at {JLU}, which was led by Li Weiming.",
            f"Li Weiming | holdsPost | {JLU}",
            True,
        ),
        (f"The {NAME} was initiated by Dean Li Weiming.", f"Li Weiming | organized | {NAME}", True),
        (f"{FORUM} Li Weiming initiated the sale of the house.", f"Li Weiming | participatedIn | {NAME}", False),
    ],
)
def test_what_is_told_of_those_there(text: str, fact: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(told.finds(fact)) == there, told.written()


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("The rectors came to Omsk for the Polar Forum. Dean Li Weiming received them.", False),
        ("The rectors came to Omsk for the Polar Forum. Dean Li Weiming congratulated them by letter.", False),
        ("The Polar Forum opened in Omsk. Dean Li Weiming described the new library.", True),
        ("The Polar Forum opened in Omsk. Dean Li Weiming welcomed the guests.", True),
    ],
)
def test_who_receives_guests_or_writes_is_not_at_their_forum(said: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert bool(told.finds("Li Weiming | participatedIn | Polar Forum")) is there, told.written()


@pytest.mark.parametrize(
    ("said", "visits"),
    [
        ("A party from Altai State University visited Jilin University.", True),
        ("A party of teachers from Altai State University visited Jilin University.", True),
        ("The ruling party of Altai State University visited Jilin University.", False),
        ("The Party of Altai State University visited Jilin University.", False),
    ],
)
def test_a_party_comes_from_somewhere(said: str, visits: bool, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert bool(told.finds("Altai State University | visited | Jilin University")) is visits, told.written()


@pytest.mark.parametrize("article", ["", "the "])
def test_bodies_are_listed_behind_an_article_too(article: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Polar Forum was held in Omsk. Two bodies hosted it: {article}Omsk Union and Jilin University.")
    assert told.finds("Omsk Union | organized | Polar Forum"), told.written()
    assert told.finds("Jilin University | organized | Polar Forum")


@pytest.mark.parametrize(
    ("unit", "ours"), [("Russia and Central Asia Department", True), ("Provincial Education Office", False)]
)
def test_what_studies_two_countries_lies_in_none(unit: str, ours: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"Jilin University had guests. Li Weiming, head of the {unit}, met them.", publisher="organization/jlu")
    assert bool(told.finds(f"{unit} | unitOf | Jilin University")) is ours, told.written()
