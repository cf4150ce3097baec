"""What a text refers to by a pronoun or a plural."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]

JLU, ASU = "organization/jlu", "organization/asu"
SOKOLOV, LI = "person/ivan-sokolov", "person/li-weiming"


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Jilin University and Altai State University met. Both sides were glad.", "sides", {JLU, ASU}),
        ("Jilin University and Altai State University met. The parties were glad.", "parties", {JLU, ASU}),
        ("Jilin University and Altai State University met. Both universities were glad.", "universities", {JLU, ASU}),
        (
            "Jilin University and Altai State University met. The two universities were glad.",
            "two universities",
            {JLU, ASU},
        ),
        ("Jilin University and Altai State University met. They were glad.", "They", {JLU, ASU}),
        ("Jilin University met Altai State University. Then it rained. Both sides were glad.", "sides", {JLU, ASU}),
        ("Ivan Sokolov came. He was glad.", "He", {"person/ivan-sokolov"}),
        ("Ivan Sokolov came. His visit was short.", "His", {"person/ivan-sokolov"}),
        ("Ivan Sokolov met Li Weiming. He was glad.", "He", {"person/ivan-sokolov"}),
        ("Li Weiming came. Ivan Sokolov's work is known. He was glad.", "He", {"person/ivan-sokolov"}),
        ("Jilin University grew. It opened a shop.", "It", {JLU}),
        ("Jilin University grew. Altai State University praised it.", "it", {JLU, ASU}),
    ],
)
def test_who_is_meant(text: str, words: str, ids: set[str], understand: Understand) -> None:
    meant = understand(text).meant(words)
    assert meant & {JLU, ASU, "person/ivan-sokolov", "person/li-weiming"} <= ids
    assert meant & ids


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivan Sokolov and Li Weiming came. They were glad.", "They"),
        (
            "Ivan Sokolov, Rector of Altai State University, and Li Weiming, Rector of Jilin University, came. "
            "The rectors were glad.",
            "rectors",
        ),
    ],
)
def test_several_people(text: str, words: str, understand: Understand) -> None:
    assert understand(text).meant(words) == {SOKOLOV, LI}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jilin University grew. Both sides were glad.", "sides"),
        ("Jilin University met Altai State University. The deans were glad.", "deans"),
        ("Jilin University grew. The rectors were glad.", "rectors"),
        ("Jilin University grew. He was glad.", "He"),
    ],
)
def test_nobody_told_of(text: str, words: str, understand: Understand) -> None:
    assert understand(text).meant(words) == set()


KFU, OMSU = "organization/kfu", "organization/omsu"
VISIT = "Jilin University called on Altai State University, the Financial University and Kazan Federal University. "


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        (VISIT + "It renewed a contract with the first.", "first", {ASU}),
        (VISIT + "It renewed a contract with the latter.", "latter", {KFU}),
        ("Jilin University and Altai State University met. The former was glad.", "former", {JLU}),
        ("Jilin University met Altai State University. The latter was glad.", "latter", set()),
        ("Jilin University and Altai State University met. The fourth was glad.", "fourth", set()),
        (VISIT + "The first to come was Ivan Sokolov.", "first", set()),
    ],
)
def test_one_of_those_listed(text: str, words: str, ids: set[str], understand: Understand) -> None:
    assert understand(text).meant(words) & {JLU, ASU, KFU} == ids


def test_a_branch_of_an_academy_is_a_side_itself(understand: Understand) -> None:
    told = "A delegation of Altai State University came to the Ningbo Branch of the Chinese Academy of Sciences."
    meant = understand(f"{told} Both sides were glad.").meant("sides")
    assert len(meant) == 2
    assert ASU in meant
    assert "organization/cas" not in meant


def test_both_sides_are_of_two_countries_and_those_told_of_most(understand: Understand) -> None:
    text = (
        "Jilin University came to Altai State University. Jilin University and Altai State University talked about "
        "lasers. Omsk State University and Kazan Federal University were praised. Both sides were glad."
    )
    assert understand(text).meant("sides") == {JLU, ASU}


def test_the_two_universities_may_be_those_of_the_people_named(understand: Understand) -> None:
    text = (
        "Ivan Sokolov, Rector of Altai State University, and Li Weiming, Rector of Jilin University, came. "
        "Kazan Federal University and Omsk State University sent letters. "
        "Ivan Sokolov spoke with Li Weiming. The two universities were praised."
    )
    assert understand(text).meant("two universities") == {JLU, ASU}


def test_who_gives_something_does_not_give_it_to_itself(understand: Understand) -> None:
    text = "Altai State University grew. Jilin University gave it a prize."
    assert understand(text).meant("it") & {JLU, ASU} == {ASU}


def test_what_strangers_do_is_no_organizations(understand: Understand) -> None:
    strangers = "The delegation called on Jilin University. It then left for Altai State University."
    assert understand(strangers).meant("It") == set()
    known = (
        "A delegation of Kazan Federal University called on Jilin University. It then left for Altai State University."
    )
    assert understand(known).meant("It") & {JLU, KFU} == {KFU}


@pytest.mark.parametrize(
    ("behind", "who"),
    [(" he said.", {ASU}), (" Ivan Sokolov said.", {ASU}), (" Li Weiming said.", set()), (" it was said.", set())],
)
def test_we_are_where_the_speaker_is(behind: str, who: set[str], understand: Understand) -> None:
    text = f'Ivan Sokolov, Rector of Altai State University, came. "We grow,"{behind}'
    assert understand(text).meant("We") == who


def test_rectors_nobody_named_act_for_their_universities(understand: Understand) -> None:
    assert understand("Jilin University met Altai State University. The rectors were glad.").meant("rectors") == {
        JLU,
        ASU,
    }


@pytest.mark.parametrize("plural", ["memorandums", "memoranda", "agreements"])
def test_one_with_each(plural: str, understand: Understand) -> None:
    found = understand(
        f"Omsk State University signed {plural} of understanding with Jilin University and Altai State University."
    )
    assert len(found.of("agreement")) == 2


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        # whoever acts is not the object
        ("Ivan Sokolov met Li Weiming and gave him a medal.", "him", {LI}),
        ("Ivan Sokolov thanked Li Weiming and gave him a medal.", "him", {LI}),
        ("Ivan Sokolov thanked Li Weiming, and Anna Petrova gave him a medal.", "him", {LI}),
        ("Ivan Sokolov came. Li Weiming gave him a medal.", "him", {SOKOLOV}),
        ("Li Weiming came. Ivan Sokolov and Anna Petrova gave him a medal.", "him", {LI}),
        ("Li Weiming came. Ivan Sokolov spoke and gave him a medal.", "him", {LI}),
        ("Ivan Sokolov gave him a medal.", "him", set()),
        ("Ivan Sokolov and Anna Petrova gave him a medal.", "him", set()),
        # a subject is
        ("Ivan Sokolov met Li Weiming. He gave a speech.", "He", {SOKOLOV}),
        ("Ivan Sokolov thanked Li Weiming, and he gave a speech.", "he", {SOKOLOV}),
    ],
)
def test_he_as_object_is_not_whoever_acts(text: str, words: str, who: set[str], understand: Understand) -> None:
    assert understand(text).meant(words) & {SOKOLOV, LI, "person/anna-petrova"} == who


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("This year's forum", True),
        ("The forum", True),
        ("Last year's forum", False),
        ("Jilin University's forum", False),
        ("A forum", False),
    ],
)
def test_this_years_forum_is_that_told_of(said: str, same: bool, understand: Understand) -> None:
    found = understand(f"The Eurasian Forum of Ecology opened. {said} was praised.")
    assert (found.meant("forum") == {"event/eurasian-forum-of-ecology"}) is same
    assert len([event for event in found.of("event") if event.kind == "forum"]) == (1 if same else 2)


def test_both_sides_are_no_academy_of_which_one_speaker_is_a_member(understand: Understand) -> None:
    of = "Academician of RAS Ivan Sokolov, Rector of Altai State University,"
    text = f"{of} and Li Weiming, President of Jilin University, met. Both sides were glad."
    assert understand(text).meant("sides") == {JLU, ASU}


def test_opening_remarks_are_no_ceremony(understand: Understand) -> None:
    opening = "In his opening {}, Ivan Sokolov of Altai State University recalled old ties."
    for noun in ("remarks", "address", "speech", "words"):
        assert understand(opening.format(noun)).meant("opening") == set()
