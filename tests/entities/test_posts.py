"""Where a post is held by what its title and the text around it say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TSU, JLU = "Tomsk State University", "Jilin University"


def test_ours_is_the_publishers(tell: Callable[..., Any]) -> None:
    told = tell(f"{JLU} grew. The rector of our university, Ivan Sokolov, spoke.", publisher="organization/tsu")
    (post,) = [fact for fact in told.facts() if fact.property == "holdsPost"]
    assert (post.object, post.title) == ("organization/tsu", "rector")


@pytest.mark.parametrize(
    ("who", "title", "publisher", "holds"),
    [
        ("Li Weiming", "Vice President of the University", "organization/jlu", True),
        ("Li Weiming", "Vice President of the university", "organization/jlu", False),  # any that was told of
        ("Li Weiming", "Vice President of the Institute", "organization/jlu", False),  # it is none
        ("Ivan Sokolov", "Vice President of the University", "organization/jlu", False),  # a foreigner
        ("Ivan Sokolov", "Vice Rector of the University", "organization/tsu", True),
        ("Ivan Sokolov", "Vice Rector of the University", None, False),
        ("Ivan Sokolov", "Vice Rector of the University", "organization/cas", False),  # no university
    ],
)
def test_the_university_is_the_publisher_in_its_own_news(
    who: str, title: str, publisher: str | None, holds: bool, tell: Callable[..., Any]
) -> None:
    told = tell(f"{who}, {title}, met guests from Altai State University.", publisher=publisher)
    posts = [fact for fact in told.facts() if fact.property == "holdsPost"]
    assert [fact.object for fact in posts] == ([publisher] if holds else []), told.written()


@pytest.mark.parametrize(
    ("title", "ours"), [("Rector", True), ("Rector of RZHU", False), ("Head of GIS", False), ("Rector at RZHU", False)]
)
def test_a_rector_of_an_unknown_abbreviation_is_not_ours(title: str, ours: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"{TSU} opened a museum. Ivan Sokolov, {title}, met guests.", publisher="organization/tsu")
    posts = [fact.object for fact in told.facts() if fact.property in {"holdsPost", "represents"}]
    assert posts.count("organization/tsu") == (2 if ours else 0), told.written()


@pytest.mark.parametrize(
    ("said", "where"),
    [
        (
            "The Polar Foundation grew. Li Wei, Head of the Foundation, and its Secretary Wu Gang came.",
            "Polar Foundation",
        ),
        (
            f"{JLU} and {TSU} met. For {TSU} its Vice-Rector, Yuri A. Mazei, came.",
            TSU,
        ),  # no Chinese, though of syllables
        (f"{TSU} and {JLU} met. For {JLU} its Dean, Yang Lina, came.", JLU),
    ],
)
def test_its_is_who_was_just_told_of(said: str, where: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    who = said.removesuffix(" came.").removesuffix(",").rsplit(", ")[-1].rsplit(" Secretary ")[-1]
    assert told.finds(f"{who} | holdsPost | {where}"), told.written()
    assert sum(fact.property == "holdsPost" for fact in told.facts()) == said.count("Head") + 1


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("head of the permanent Chinese secretariat of the Polar Union", "permanent Chinese secretariat"),
        ("head of the Russian section of the Polar Union", "Russian section"),
        ("State Secretary – Deputy Minister of Health of the Russian Federation", "Ministry of Health"),
        ("head of the Chinese campus of the Polar Union", None),
    ],
)
def test_posts_at_parts_of_one_side_and_of_state_secretaries(
    title: str, body: str | None, tell: Callable[..., Any]
) -> None:
    told = tell(f"Ivan Sokolov, {title}, spoke.")
    posts = [fact for fact in told.facts() if fact.property == "holdsPost"]
    names = {one.id: {name.text for name in one.names} for one in told.analysis.entities}
    assert len(posts) == (body is not None), told.written()
    assert body is None or any(name.startswith(body) for name in names[posts[0].object]), told.written()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # ours, whatever others are named later
        (
            "Our School of Law held a forum. Ivan Sokolov, Dean of the School of History, came. "
            "Li Weiming, Vice Dean of the School, presided.",
            "school-of-law",
        ),
        # none is said to be ours
        (
            "The School of Law held a forum. Ivan Sokolov, Dean of the School of History, came. "
            "Li Weiming, Vice Dean of the School, presided.",
            "school-of-history",
        ),
        # two are
        (
            "Our School of Law and our School of Art held a forum. Li Weiming, Vice Dean of the School, presided.",
            "school-of-art",
        ),
        # a section of the school is no school
        (
            "The School of Law held a forum. The Russian Section of the School came. "
            "Li Weiming, Vice Dean of the School, presided.",
            "school-of-law",
        ),
    ],
)
def test_which_school_the_school_is(text: str, where: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    (post,) = [f for f in told.facts() if f.property == "holdsPost" and f.subject == "person/li-weiming"]
    assert where in post.object, told.written()


GUESTS = "Our School of Law held a forum. Guests came from the School of History of Tomsk State University."


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        # by his name he is of the other's country
        (f"{GUESTS} Ivan Sokolov, Dean of the School, answered.", None),
        (f"{GUESTS} Ivan Sokolov, Dean of the School, answered.", "organization/jlu"),
        # the sentence is of the other's town
        (f"{GUESTS} In Omsk John Smith, Dean of the School, answered.", "organization/jlu"),
        # the sentence names the other
        ("Our School of Law held a forum. They met the School of History and Li Weiming, Dean of the School.", None),
    ],
)
def test_a_school_is_not_ours_of_whoever_is_of_others(
    text: str, publisher: str | None, tell: Callable[..., Any]
) -> None:
    told = tell(text, publisher=publisher)
    (post,) = [f for f in told.facts() if f.property == "holdsPost"]
    assert "school-of-history" in post.object, told.written()


@pytest.mark.parametrize(
    ("said", "where"),
    [
        (f"Wang Lei, Dean of the School of Law of {JLU}, and Li Wei, professor of that school, came.", "School of Law"),
        (
            f"Wang Lei, Dean of the School of Law of {JLU}, and Li Wei (Vice Dean of the same school) came.",
            "School of Law",
        ),
        (
            f"Wang Lei, Dean of the School of Law of {JLU}, and Professor Li Wei of the same school came.",
            "School of Law",
        ),
        (f"The Polar Company, a partner of {JLU}, sent its director Li Wei to them.", "Polar Company"),
        (f"The Polar Company and {JLU} agreed, and its director Li Wei came.", JLU),
        (f"The Polar Company (Harbin), which {JLU} founded, was represented by its director Li Wei.", "Polar Company"),
        ("The head of the Laser Laboratory Wang L. and its director Li Wei came.", "Laser Laboratory"),
        (f"The School of Law of {JLU} was represented by Li Wei, its Party Secretary.", "School of Law"),
        (f"The Laser Laboratory of {JLU} was represented by Li Wei, its Vice President.", JLU),
    ],
)
def test_what_that_and_its_point_back_to(said: str, where: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    held = [fact for fact in told.facts() if fact.property == "holdsPost" and fact.subject == "person/li-wei"]
    assert held == told.finds(f"Li Wei | holdsPost | {where}") != [], told.written()
