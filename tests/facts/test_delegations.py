"""Delegations: whom each acts for, who is on it, and where the text says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg import registry
from kg.entities.resolve import resolve
from kg.facts.context import Context
from kg.facts.delegations import anonymous_visits, delegations
from kg.languages import load
from kg.records import Block, BlockKind, Document

JLU, ASU = "organization/jlu", "organization/asu"
SOKOLOV, PETROVA = "person/ivan-sokolov", "person/anna-petrova"
OF_ASU = "A delegation of Altai State University"
BEFORE = f"{OF_ASU} visited Jilin University."


def context(text: str) -> Context:
    document = Document("x", "", "en", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    doc = load("en")(text)
    known = registry.load()
    return Context(document, doc, resolve(document, doc, known), known)


def told(text: str) -> list[tuple[set[str], list[str]]]:
    """Give owners and members of each delegation."""
    return [
        (set(one.owners), list(dict.fromkeys(person for person, _ in one.members)))
        for one in delegations(context(text))
    ]


@pytest.mark.parametrize(
    ("text", "owners", "members"),
    [
        ("Ivan Sokolov headed the delegation of Altai State University.", {ASU}, [SOKOLOV]),
        ("The delegation of Altai State University was headed by Ivan Sokolov.", {ASU}, [SOKOLOV]),
        ("The delegation of Altai State University included Ivan Sokolov and Anna Petrova.", {ASU}, [SOKOLOV, PETROVA]),
        (f"{BEFORE} It was headed by Ivan Sokolov.", {ASU}, [SOKOLOV]),
        (f"{BEFORE} It included Anna Petrova.", {ASU}, [PETROVA]),
        (f"{OF_ASU} led by Ivan Sokolov visited Jilin University.", {ASU}, [SOKOLOV]),
        (f"{BEFORE} Members of the delegation: Ivan Sokolov, rector; Anna Petrova, dean.", {ASU}, [SOKOLOV, PETROVA]),
        (f"{BEFORE}\nMembers of the delegation:\nIvan Sokolov, rector\nAnna Petrova, dean", {ASU}, [SOKOLOV, PETROVA]),
        (f"{BEFORE}\nMembers of the delegation:\n- Ivan Sokolov\n- Anna Petrova", {ASU}, [SOKOLOV, PETROVA]),
        ("Guests came. The delegation was headed by Ivan Sokolov.", set(), [SOKOLOV]),
    ],
)
def test_who_is_on_it(text: str, owners: set[str], members: list[str]) -> None:
    found = told(text)
    assert found
    # "led by" is read both as a verb and as what stands beside the noun
    assert all(one == (owners, members) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Sokolov headed the laboratory.",
        "The laboratory of Altai State University was headed by Ivan Sokolov.",
        f"Ivan Sokolov came. {BEFORE}",
        f"{BEFORE} Ivan Sokolov was glad.",
        "It was headed by Ivan Sokolov.",
        f"From the Russian side: Ivan Sokolov. {BEFORE}",
        f"{BEFORE} The film included scenes of Omsk.",
        "Members of the delegation:\nIt rained.\nGuests came.\nThey left.",
    ],
)
def test_no_delegation_is_told_of(text: str) -> None:
    assert told(text) == []


def test_a_list_ends_where_a_line_names_nobody() -> None:
    text = f"{BEFORE}\nMembers of the delegation:\nIvan Sokolov, rector\nIt rained.\nAnna Petrova, dean"
    assert told(text) == [({ASU}, [SOKOLOV])]


def test_a_table_has_a_head_before_its_names() -> None:
    rows = "| Name | Post |\n|---|---|\n| Ivan Sokolov | rector |\n| Anna Petrova | dean |"
    assert told(f"{BEFORE}\nMembers of the delegation:\n{rows}") == [({ASU}, [SOKOLOV, PETROVA])]


def test_they_are_told_of_in_the_order_of_the_text() -> None:
    text = f"{BEFORE} It was headed by Ivan Sokolov. Li Weiming headed the delegation of Jilin University."
    assert told(text) == [({ASU}, [SOKOLOV]), ({JLU}, ["person/li-weiming"])]


def test_members_are_quoted_where_they_stand() -> None:
    text = f"{BEFORE}\nMembers of the delegation:\nIvan Sokolov, rector\nAnna Petrova, dean"
    (one,) = delegations(context(text))
    assert [text[start:end] for start, end in one.passages] == ["Ivan Sokolov, rector", "Anna Petrova, dean"]
    assert [(quote.start, quote.end) for _, quote in one.members] == list(one.passages)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Professors from Russia visited Jilin University.", [JLU]),
        ("Jilin University received guests from Russia.", [JLU]),
        ("Professors from Russia will visit Jilin University.", []),
        ("Professors from Russia did not visit Jilin University.", []),
        (BEFORE, []),
        ("Ivan Sokolov visited Jilin University.", []),
    ],
)
def test_where_nobodys_guests_went(text: str, places: list[str]) -> None:
    assert [place for place, _ in anonymous_visits(context(text))] == places


@pytest.mark.parametrize(
    ("text", "members"),
    [
        # the head stands behind the name, beside the preposition
        (f"{OF_ASU} with Ivan Sokolov at its head visited Jilin University.", [SOKOLOV]),
        # "2." is a sentence of its own, which names nobody
        (f"{BEFORE}\nMembers of the delegation:\n1. Ivan Sokolov\n2. Anna Petrova", [SOKOLOV, PETROVA]),
    ],
)
def test_members_behind_their_group_and_in_numbered_lines(text: str, members: list[str]) -> None:
    assert told(text) == [({ASU}, members)]


def test_a_delegation_of_our_university_is_the_publishers(tell: Callable[..., Any]) -> None:
    told = tell("A delegation of our university visited Jilin University.", publisher=ASU)
    assert told.finds("Altai State University | visited | Jilin University"), told.written()
    told = tell("A group of our students visited Jilin University.", publisher=ASU)
    assert not told.finds("Altai State University | visited | Jilin University"), told.written()


@pytest.mark.parametrize(
    ("text", "owners", "members"),
    [
        (
            f"{OF_ASU}, consisting of Ivan Sokolov and Anna Petrova, visited Jilin University.",
            {ASU},
            [SOKOLOV, PETROVA],
        ),
        (f"{OF_ASU}, which included Ivan Sokolov and Anna Petrova, came.", {ASU}, [SOKOLOV, PETROVA]),
        (f"{BEFORE} It comprised teachers of three schools: Ivan Sokolov and Anna Petrova.", {ASU}, [SOKOLOV, PETROVA]),
        (f"{BEFORE} Ivan Sokolov was the head of the delegation.", {ASU}, [SOKOLOV]),
        ("Students of Altai State University, among them Anna Petrova, came.", {ASU}, [PETROVA]),
        (
            f"{OF_ASU} with Rector Ivan Sokolov and Dean Anna Petrova visited Jilin University.",
            {ASU},
            [SOKOLOV, PETROVA],
        ),
    ],
)
def test_members_in_clauses_and_behind_colons(text: str, owners: set[str], members: list[str]) -> None:
    assert told(text) == [(owners, members)]


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE} Ivan Sokolov was not the head of the delegation.",
        f"{OF_ASU} met with Ivan Sokolov.",
        "A meeting of the delegation of Altai State University with Ivan Sokolov took place.",
        f"{BEFORE} Ivan Sokolov was the head of the laboratory.",
        f"{BEFORE} Ivan Sokolov did not travel with it.",
        f"{BEFORE} Ivan Sokolov went home with a cold.",
    ],
)
def test_who_is_on_none(text: str) -> None:
    assert told(text) == []


def test_who_went_with_somebody_is_in_the_company_of_the_one_told_of_before() -> None:
    text = "Li Weiming came to Barnaul. Ivan Sokolov and Anna Petrova went with him, and so did Oleg Smirnov."
    (one,) = delegations(context(text))
    assert one.head == "person/li-weiming"
    assert [person for person, _ in one.members] == [SOKOLOV, PETROVA, "person/oleg-smirnov"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Professors from Russia stayed at Jilin University.", [JLU]),
        ("Professors from Russia were shown around the Laser Laboratory.", ["organization/laser-laboratory"]),
        ("Professors from Russia called on students to vote.", []),
        ("Professors from Russia plan to stay at Jilin University.", []),
    ],
)
def test_nobodys_guests_go_wherever_a_frame_says_so(text: str, places: list[str]) -> None:
    assert [place for place, _ in anonymous_visits(context(text))] == places


SMIRNOV = "person/oleg-smirnov"


@pytest.mark.parametrize(
    ("text", "owners", "members"),
    [
        (
            "Altai State University was represented by Ivan Sokolov, by Anna Petrova and by Oleg Smirnov, Dean.",
            {ASU},
            [SOKOLOV, PETROVA, SMIRNOV],
        ),
        (
            "Altai State University had as its representatives Ivan Sokolov and Anna Petrova.",
            {ASU},
            [SOKOLOV, PETROVA],
        ),
        (
            "Officials came, from Altai State University by director Ivan Sokolov and dean Anna Petrova.",
            {ASU},
            [SOKOLOV, PETROVA],
        ),
        ("Li Weiming and, from Altai State University, Professor Anna Petrova spoke.", {ASU}, [PETROVA]),
    ],
)
def test_who_speaks_for_somebody_without_a_delegation(text: str, owners: set[str], members: list[str]) -> None:
    (one,) = delegations(context(text))
    assert (set(one.owners), [person for person, _ in one.members]) == (owners, members)
    assert one.near or not one.travels  # who speaks for it once need not go wherever it goes


@pytest.mark.parametrize(
    "text",
    [
        "Altai State University will be represented by Ivan Sokolov.",
        "Guests of Altai State University included Ivan Sokolov.",
        "They flew home from Altai State University, and Ivan Sokolov stayed.",
        "They had heard from Altai State University by letter, but Ivan Sokolov came.",
    ],
)
def test_who_speaks_for_nobody(text: str) -> None:
    assert not any(one.owners and one.members for one in delegations(context(text)))


def test_one_list_may_name_those_of_two() -> None:
    text = "Altai State University was represented by Ivan Sokolov and Jilin University by Li Weiming."
    assert ({ASU}, [SOKOLOV]) in told(text)
    assert not any("person/li-weiming" in members and ASU in owners for owners, members in told(text))


@pytest.mark.parametrize(
    "opener",
    [
        "The guests were met by many people from Altai State University:",
        "The guests of Jilin University were met by staff members of Altai State University:",
    ],
)
def test_a_list_is_of_whom_its_plural_names(opener: str, tell: Callable[..., Any]) -> None:
    told = tell(
        "Jilin University sent a delegation to Altai State University. "
        f"{opener} Rector Ivan Sokolov; Anna Petrova, Head of the Legal Department."
    )
    assert told.finds("Legal Department | unitOf | Altai State University"), told.written()
    assert not told.finds("Ivan Sokolov | represents | Jilin University"), told.written()


def test_other_members_of_the_delegation_are_on_it(tell: Callable[..., Any]) -> None:
    told = tell(
        "A delegation of Jilin University visited Altai State University. "
        "Other members of the delegation: Li Weiming, Director of the Legal Department; Wang Wei, teacher."
    )
    assert told.finds("Li Weiming | visited | Altai State University"), told.written()


GUESTS = "A delegation of Harbin Normal University visited Altai State University on 5 May."


@pytest.mark.parametrize(
    "label",
    [
        "Members:",
        "Its members:",
        "Delegation members:",
        "It was led by Rector Wang Hui. Members:",
        "Its other members:",
    ],
)
def test_members_behind_a_label_of_the_delegation_told_of_before(label: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{GUESTS} {label} Wu Chuang, dean of the School of Languages; Li Jian, head of the project office.")
    for who in ("Wu Chuang", "Li Jian"):
        assert told.finds(f"{who} | visited | Altai State University"), told.written()
    assert not [fact for fact in told.facts() if fact.property == "memberOf"]


@pytest.mark.parametrize(
    "label",
    ["Members of the jury:", "The Polar Union met there. Its members:", "Jury members:", "New students:"],
)
def test_members_of_something_else(label: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{GUESTS} {label} Wu Chuang, dean of law; Li Jian, head of the office.")
    assert not told.finds("Li Jian | visited | Altai State University"), told.written()


def test_lists_go_on_where_the_parser_breaks_them(tell: Callable[..., Any]) -> None:
    told = tell(
        "A delegation from Jilin University was at Altai State University today: Li Weiming, dean of the Faculty of "
        "Economics; Wang Wei, head of the Legal Department; and Zhao Min, teacher."
    )
    assert told.finds("Li Weiming | visited | Altai State University"), told.written()
    assert told.finds("Legal Department | unitOf | Jilin University"), told.written()
    assert not told.finds("Faculty of Economics | unitOf | Altai State University"), told.written()
