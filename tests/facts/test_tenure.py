"""Times of posts and appointments: the examples beside the patterns, and what a post that has ended says no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.languages.lexicon import read
from kg.records import Status

PATTERNS = read("en", "tenure")["patterns"]
LIKE = [(row["id"], number, example) for row in PATTERNS for number, example in enumerate(row["like"])]
UNLIKE = [(row["id"], number, text) for row in PATTERNS for number, text in enumerate(row["unlike"])]


def posts(told: Any) -> list[str]:
    """Give the posts of a text as "person | title | organization | since | until"."""
    labels = {entity.id: entity.names[0].text for entity in told.analysis.entities if entity.names}
    return [
        ("" if fact.status is Status.HELD else f"{fact.status}: ")
        + " | ".join(
            (labels[fact.subject], *(part or "-" for part in (fact.title, labels[fact.object], fact.since, fact.until)))
        )
        for fact in told.analysis.facts
        if fact.property == "holdsPost"
    ]


def represented(told: Any, person: str) -> list[str]:
    labels = {entity.id: entity.names[0].text for entity in told.analysis.entities if entity.names}
    return [labels[f.object] for f in told.facts() if f.property == "represents" and labels[f.subject] == person]


def test_each_pattern_has_examples() -> None:
    assert all(row["like"] and row["unlike"] for row in PATTERNS)
    assert len(PATTERNS) >= 15


@pytest.mark.parametrize(("id", "number", "example"), LIKE, ids=[f"{id}-{number}" for id, number, _ in LIKE])
def test_like(id: str, number: int, example: dict[str, str], tell: Callable[..., Any]) -> None:
    assert posts(tell(example["text"])) == [example["says"]]


@pytest.mark.parametrize(("id", "number", "text"), UNLIKE, ids=[f"{id}-{number}" for id, number, _ in UNLIKE])
def test_unlike(id: str, number: int, text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [fact for fact in told.analysis.facts if fact.since or fact.until], posts(told)
    assert not [post for post in posts(told) if "of Altai State University" not in text], posts(told)


def test_who_was_appointed_speaks_for_the_organization(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov was appointed Rector of Altai State University in May 2019.", "2021-05-01")
    assert represented(told, "Ivan Sokolov") == ["Altai State University"]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Sokolov, Rector of Altai State University (2005–2013), spoke.",
        "Ivan Sokolov served as Rector of Altai State University from 2005 to 2013.",
        "Ivan Sokolov headed the Laser Laboratory from 2005 to 2013.",
        "Ivan Sokolov will be appointed Rector of Altai State University.",
    ],
)
def test_who_holds_a_post_no_more_or_not_yet_speaks_for_nobody(text: str, tell: Callable[..., Any]) -> None:
    assert represented(tell(text, "2021-05-01"), "Ivan Sokolov") == []


def test_a_term_that_ends_after_the_text_goes_on(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov, Rector of Altai State University from 2019 to 2024, spoke.", "2021-05-01")
    assert posts(told) == ["Ivan Sokolov | Rector | Altai State University | 2019 | 2024"]
    assert represented(told, "Ivan Sokolov") == ["Altai State University"]


def test_one_post_after_the_other(tell: Callable[..., Any]) -> None:
    told = tell(
        "In 2010 Ivan Sokolov became dean of the Faculty of Law. "
        "Since 2018 he has been Rector of Altai State University."
    )
    assert posts(told) == [
        "Ivan Sokolov | dean | Faculty of Law | 2010 | -",
        "Ivan Sokolov | Rector | Altai State University | 2018 | -",
    ]
    assert represented(told, "Ivan Sokolov") == ["Altai State University"]


def test_two_posts_at_one_organization(tell: Callable[..., Any]) -> None:
    told = tell(
        "In 2010 Ivan Sokolov became dean of Altai State University. "
        "In 2018 he was elected Rector of Altai State University."
    )
    assert sorted(posts(told)) == [
        "Ivan Sokolov | Rector | Altai State University | 2018 | -",
        "Ivan Sokolov | dean | Altai State University | 2010 | -",
    ]
    assert represented(told, "Ivan Sokolov") == ["Altai State University"]


def test_a_ministry_that_appoints_is_not_where_the_post_is(tell: Callable[..., Any]) -> None:
    told = tell("The Ministry of Science and Higher Education of the Russian Federation appointed Ivan Sokolov Rector.")
    assert posts(told) == []


def test_a_condition_appoints_nobody(tell: Callable[..., Any]) -> None:
    told = tell("If Altai State University has elected Ivan Sokolov Rector, he will come.")
    assert not [post for post in posts(told) if not post.startswith("planned")]


def test_a_date_resolved_against_the_publication(tell: Callable[..., Any]) -> None:
    told = tell("Ivan Sokolov was appointed Rector of Altai State University last month.", "2021-05-01")
    assert posts(told) == ["Ivan Sokolov | Rector | Altai State University | 2021-04 | -"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Li Weiming and Ivan Sokolov were appointed co-directors of the Laser Laboratory.",
            ["Ivan Sokolov | Laser Laboratory", "Li Weiming | Laser Laboratory"],
        ),
        (
            "Li Weiming, Dean of the Faculty of Law, and Ivan Sokolov were elected vice-presidents of the Union of"
            " Polar Schools.",
            [
                "Ivan Sokolov | Union of Polar Schools",
                "Li Weiming | Faculty of Law",
                "Li Weiming | Union of Polar Schools",
            ],
        ),
        (
            "Anna Petrova represented Altai State University, where she is Vice-Rector for Science and Head of the"
            " Faculty of Law.",
            ["Anna Petrova | Altai State University", "Anna Petrova | Faculty of Law"],
        ),
    ],
)
def test_several_hold_a_post_and_one_holds_several(text: str, says: list[str], tell: Callable[..., Any]) -> None:
    assert sorted(" | ".join(post.split(" | ")[::2][:2]) for post in posts(tell(text))) == says


def test_a_plural_title_of_one_name_is_of_others(tell: Callable[..., Any]) -> None:
    assert not posts(tell("Ivan Sokolov was elected among the co-directors of the Laser Laboratory."))


@pytest.mark.parametrize("body", ["University Council", "Party Committee"])
def test_a_body_in_a_title_is_no_second_place(body: str, tell: Callable[..., Any]) -> None:
    told = tell(f"Li Weiming, who is Secretary of the {body} of Jilin University, came.")
    posts = [fact for fact in told.facts() if fact.property == "holdsPost"]
    assert posts == told.finds("Li Weiming | holdsPost | Jilin University"), told.written()
