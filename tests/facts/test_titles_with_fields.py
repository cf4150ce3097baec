"""Posts whose titles say a field or a body: "lecturer in physics", "CPC Committee Secretary"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TSU, JLU = "Tomsk State University", "Jilin University"
THEATRE = "North Drama Theatre"

# title and organization as printed behind a name, and the organization (JLU, where its name is behind "of")
TITLES = [
    ("science and technology counsellor of the Embassy of China in Russia", "Embassy of China in Russia"),
    ("culture and education attaché of the Embassy of China in Russia", "Embassy of China in Russia"),
    ("Chief Technology Officer of Taiga LLC", "Taiga LLC"),
    (f"lecturer in physics at {TSU}", TSU),
    ("specialist in area studies at the Northern Languages College", "Northern Languages College"),
    ("expert on China at the Institute of Physics", "Institute of Physics"),
    (f"professor of Russian literature at {TSU}", TSU),
    (f"professor of Chinese language and culture at {TSU}", TSU),
    ("China specialist of the Committee for External Relations", "Committee for External Relations"),
    ("Deputy Director (Acting Director) of the Tomsk Museum of Ice", "Tomsk Museum of Ice"),
    (f"CPC Committee Secretary of {JLU}", JLU),
    (f"Secretary of the CPC Committee at {JLU}", JLU),
    ("Secretary of the CPC Jiaozhou Committee", "CPC Jiaozhou Committee"),
    ("President and Secretary of the Party Group of the Chinese Academy of Sciences", "Chinese Academy of Sciences"),
    ("Secretary of the Coordination Council “Our Steppe”", "Coordination Council"),
    (f"principal violinist of the {THEATRE}", THEATRE),
    (f"general producer of the {THEATRE}", THEATRE),
    ("archivist at the Tomsk Museum of Ice", "Tomsk Museum of Ice"),
    ("professor of drama at the Tomsk Museum of Ice", "Tomsk Museum of Ice"),
    (f"China Director of {TSU}", TSU),
    # a seat on a body of the state is a post, not a membership
    ("member of the State Council of China", "State Council"),
    ("Member of the Standing Committee of the Omsk City Council", "Omsk City Council"),
]


@pytest.mark.parametrize(("title", "where"), TITLES)
def test_titles_that_say_a_field_or_a_body(title: str, where: str, tell: Callable[..., Any]) -> None:
    told = tell(f"They heard Li Weiming, {title}, and others.")
    assert told.finds(f"Li Weiming | holdsPost | {where}"), told.written()
    assert [fact.property for fact in told.facts() if fact.property == "memberOf"] == [], told.written()


@pytest.mark.parametrize(
    "who",
    [
        f"a friend in need of {TSU}",
        f"a poet and friend, of {TSU}",
        "member of the Association of Polar Schools",
        f"reader of prints from {TSU}",
        f"student of Russian literature at {TSU}",
        # what something is done with regard to is no field
        f"a minister in support of {TSU}",
        f"an expert in favour of {TSU}",
        f"a professor in search of {TSU}",
        # nor what organizations are written of, and what they hold
        f"a critic of {TSU}",
        f"an observer of {TSU}",
        f"a writer of {TSU} textbooks",
        f"a pianist at {TSU}'s anniversary",
        f"a professor at {TSU}'s anniversary",
        # members of what is no seat
        "a member of the delegation of the State Duma",
        "member of the jury of the Ministry of Culture",
        "a candidate member of the State Commission",
    ],
)
def test_who_has_no_such_post(who: str, tell: Callable[..., Any]) -> None:
    told = tell(f"They heard Li Weiming, {who}, and others.")
    assert not [fact for fact in told.facts() if fact.property == "holdsPost"], told.written()


@pytest.mark.parametrize(
    "who",
    [
        f"Mayor of Harbin at {TSU}",
        f"Consul of China at {TSU}",
        f"President of Mongolia at {TSU}",
        f"Harbin mayor at {TSU}",
        f"Barnaul rector at {TSU}",
    ],
)
def test_a_post_of_a_place_is_none_where_its_holder_is(who: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, {who} for talks, signed an agreement with {JLU}.")
    held = [told.finds(f"Li Weiming | {property} | {TSU}") for property in ("holdsPost", "represents")]
    assert held == [[], []], told.written()
    assert not [fact for fact in told.facts() if fact.rule == "sign-for" and "Tomsk" in fact.subject], told.written()


def test_a_family_member_has_no_seat(tell: Callable[..., Any]) -> None:
    told = tell("Family member of the Ministry of Education official Ivan Petrov spoke.")
    assert not [fact for fact in told.facts() if fact.property in {"holdsPost", "memberOf"}], told.written()


@pytest.mark.parametrize(
    ("body", "own"), [("Standing Committee", False), ("International Council", True), ("Research Council", True)]
)
def test_bodies_that_are_only_within_something_have_no_posts_beside(
    body: str, own: bool, tell: Callable[..., Any]
) -> None:
    told = tell(f"Li Weiming is chair of the {body} of Zarechny State University.")
    assert bool(told.finds(f"Li Weiming | holdsPost | {body}")) is own, told.written()


def test_a_seat_is_no_office(tell: Callable[..., Any]) -> None:
    told = tell("Li Weiming, member of the State Council of China, spoke.")
    assert not [fact for fact in told.facts() if fact.property == "represents"], told.written()


def test_a_body_in_a_title_is_no_second_post(tell: Callable[..., Any]) -> None:
    told = tell(f"Ivan Sokolov is Secretary of the University Council of {TSU} and Dean of the Faculty of Law.")
    held = [fact for fact in told.facts() if fact.property == "holdsPost"]
    assert told.finds(f"Ivan Sokolov | holdsPost | {TSU}"), told.written()
    assert len(held) == len(["Secretary", "Dean"]), told.written()


def test_who_follows_behind_a_rank_has_the_second_post(tell: Callable[..., Any]) -> None:
    told = tell("They heard Li Weiming, Director of the Ice Center, and its Deputy Director, Academician Wang Jun.")
    deputies = [f for f in told.finds("Wang Jun | holdsPost | Ice Center") if f.title == "Deputy Director"]
    assert deputies, told.written()
    assert len([fact for fact in told.facts() if fact.property == "holdsPost"]) == len(["Li", "Wang"]), told.written()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ivan Sokolov, former Mayor of Tomsk, spoke.", False),
        ("Li Weiming, former Chinese Ambassador to Russia, spoke.", False),
        ("Li Weiming, Chinese Ambassador to Russia, spoke.", True),
        (f"Ivan Sokolov, former Rector of {TSU}, spoke.", True),
    ],
)
def test_a_body_that_only_a_former_title_means_is_not_told_of(text: str, held: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool([fact for fact in told.facts() if fact.property == "holdsPost"]) is held, told.written()


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (f"{TSU} received a delegation from {JLU}, which was headed by Li Weiming.", False),
        ("A delegation of the Union of Polar Cities came. Li Weiming, who led the delegation, spoke.", False),
        (f"Three guests from the Polar Institutes, headed by Li Weiming, came to {TSU}.", False),
        ("The Polar Institute, which is headed by Li Weiming, sent guests.", True),
        ("Li Weiming, who heads the Polar Institute, led its delegation.", True),
        (f"Guests from {TSU} praised the Laser Laboratory, which is headed by Li Weiming.", True),
    ],
)
def test_who_leads_a_group_heads_nobody(text: str, held: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool([fact for fact in told.facts() if fact.property == "holdsPost"]) is held, told.written()


def test_a_ministry_has_no_vice_rector(tell: Callable[..., Any]) -> None:
    told = tell(
        f"{TSU} sent a delegation. It was invited by the leadership of the Ministry of Education of China, "
        "and Ivan Sokolov, Vice-Rector for Research, was at its head."
    )
    assert not told.finds("Ivan Sokolov | holdsPost | Ministry of Education of China"), told.written()
