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
        (f"{FORUM}\nVenue: Barnaul, May 5, 2019\nGuests came.", [f"{NAME} | locatedIn | Barnaul"]),
        (f"{FORUM} Organizers: {JLU}. Guests came from {ASU}.", [f"{JLU} | organized | {NAME}"]),
        (
            f"{FORUM} Organizers: {JLU}. Speakers: Ivan Sokolov.",
            [f"{JLU} | organized | {NAME}", f"Ivan Sokolov | participatedIn | {NAME}"],
        ),
        (
            f"{FORUM} Among those who took the floor on the first day: Ivan Sokolov, Li Weiming.",
            [f"Ivan Sokolov | participatedIn | {NAME}", f"Li Weiming | participatedIn | {NAME}"],
        ),
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
        f"{FORUM} Among the books that were shown: {JLU}, {ASU}.",
        f"{FORUM} There are {JLU} and {ASU}; with those, the organizers said: no.",
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


OPENED = f"On 12 May 2019 the Eastern Economic Forum opened at {JLU}."


@pytest.mark.parametrize(
    "lines",
    [
        "The following reports were presented:\n\n- Lasers – Prof. Ivan Sokolov, dean;\n- Optics – Li Weiming.",
        "Reports were made by:\n· Prof. Ivan Sokolov (Altai State University),\n· Li Weiming.",
        "Speakers:\n1. Ivan Sokolov\n2. Li Weiming",
        "Words of welcome\nIvan Sokolov, Rector, Altai State University\nLi Weiming, President",
        "10:40 Reports\n– Ivan Sokolov: lasers\n– Li Weiming: optics",
        "Among those who took the floor: Ivan Sokolov and Li Weiming.",
    ],
)
def test_lists_of_those_who_spoke(lines: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{OPENED}\n\n{lines}\n\nIt rained. Guests waited for Anna Petrova.")
    assert told.finds("Ivan Sokolov | participatedIn | Eastern Economic Forum"), told.written()
    assert told.finds("Li Weiming | participatedIn | Eastern Economic Forum"), told.written()
    assert not told.finds("Anna Petrova | participatedIn | Eastern Economic Forum")


@pytest.mark.parametrize(
    "lines",
    [
        "The following documents are attached:\n- a letter of Ivan Sokolov\n- a map",
        "The next reports will be made by:\n- Ivan Sokolov\n- Li Weiming",
        "At 10:40 it rained.\n\nGuests waited for Ivan Sokolov.",
    ],
)
def test_lists_of_something_else(lines: str, tell: Callable[..., Any]) -> None:
    assert not tell(f"{OPENED}\n\n{lines}").finds("Ivan Sokolov | participatedIn | Eastern Economic Forum")


@pytest.mark.parametrize(
    ("label", "date"), [("Date: 3-5 June 2019", "2019-06-03/2019-06-05"), ("Venue: Barnaul, May 5, 2019", "2019-05-05")]
)
def test_the_date_behind_a_label(label: str, date: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Eurasian Forum of Ecology\n{label}\nSpeakers: Ivan Sokolov")
    assert [entity.date for entity in told.analysis.entities if entity.id.startswith("event/")] == [date]


def test_a_person_is_host_of_guests_not_of_events(tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} The host in Barnaul was Ivan Sokolov.")
    assert not [fact for fact in told.facts() if fact.property == "organized"], told.written()


WON = [
    ("1st place – Anna Belova (Altai State University).", "Anna Belova", "1st place"),
    ("- 2nd place: Oleg Orlov, Jilin University", "Oleg Orlov", "2nd place"),
    ("Grand Prix: Li Na and Wang Wei.", "Wang Wei", "Grand Prix"),
    ("First prize of the Polar Olympiad — Vera Zimina", "Vera Zimina", "First prize"),
    ("Third prize: Jilin University", "Jilin University", "Third prize"),
]


@pytest.mark.parametrize(("line", "winner", "prize"), WON)
def test_lists_of_results(line: str, winner: str, prize: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Polar Olympiad was held. The results are as follows:\n\n{line}\n\nAll were glad.")
    assert told.finds(f"{winner} | received | {prize}"), told.written()


@pytest.mark.parametrize(
    "line",
    [
        "First prize: the forum was great, said Anna Belova.",
        "The first prize was a lamp: Anna Belova was glad.",
        "The jury of Anna Belova gave a first prize – Oleg Orlov was there.",
    ],
)
def test_no_list_of_results(line: str, tell: Callable[..., Any]) -> None:
    told = tell(f"The Polar Olympiad was held.\n\n{line}\n\nAll were glad.")
    assert not [fact for fact in told.facts() if fact.rule == "label-of-prize"], told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Jilin University conferred the title of honorary professor on Oleg Orlov.", "title of honorary professor"),
        ("The letter of thanks was handed to Oleg Orlov by the Rector.", "letter of thanks"),
        ("Jilin University gave Oleg Orlov a badge of honour.", "badge of honour"),
        ("By order of the Ministry of Education of China, Oleg Orlov was awarded the Polar Medal.", "Polar Medal"),
    ],
)
def test_what_somebody_is_given(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(f"Oleg Orlov | received | {fact}"), told.written()
    assert len([one for one in told.facts() if one.property == "received"]) == 1, told.written()
    assert not told.finds("order | grantedBy | Ministry of Education of China"), told.written()


PEOPLE = "\n- Ivan Sokolov, dean;\n- Li Weiming, professor of law.\n\nTea was served."


@pytest.mark.parametrize(
    ("label", "there"),
    [
        ("Among those present:", True),
        ("Also present were:", True),
        ("The following were at the forum:", True),
        (f"{JLU} was represented at the forum by:", True),
        # elsewhere, not yet, or something else
        ("Present at the funeral were:", False),
        ("Those present received books of:", False),
        (f"{JLU} was represented in the census by:", False),
        ("The following are at home:", False),
        ("The following books were at the library:", False),
        ("Those who sent greetings to the forum:", False),
    ],
)
def test_line_above_a_list_says_who_was_there(label: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM}\n\n{label}{PEOPLE}")
    for one in ("Ivan Sokolov", "Li Weiming"):
        assert bool(told.finds(f"{one} | participatedIn | {NAME}")) is there, told.written()


@pytest.mark.parametrize(
    ("label", "there"),
    [
        ("Those present at the opening:", True),
        ("Among those present:", True),
        ("Those attending the forum:", True),
        ("Those present at the dinner:", False),
        ("Those who did not come:", False),
        ("Those who sent greetings to the forum:", False),
        ("Those present received books of:", False),
    ],
)
def test_label_of_a_line_says_who_was_there(label: str, there: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{FORUM} {label} Ivan Sokolov, Rector of {ASU}; Li Weiming, Vice President of {JLU}.")
    for one in ("Ivan Sokolov", "Li Weiming"):
        assert bool(told.finds(f"{one} | participatedIn | {NAME}")) is there, told.written()
