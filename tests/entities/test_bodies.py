"""The bodies that public titles mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

# a text, the post's holder, a name of the body
BODIES = [
    # the body that the text names
    (
        "The Ministry of Education of the Russian Federation agreed. Minister of Education Ivan Sokolov came.",
        "Ministry of Education of the Russian Federation",
    ),
    (
        "The Ministry of Health of Buryatia agreed. Ivan Sokolov, Minister of Health of Buryatia, came.",
        "Ministry of Health of Buryatia",
    ),
    ("The Harbin municipal government agreed. Mayor of Harbin Li Weiming came.", "Harbin municipal government"),
    (
        "The Government of the Omsk Region agreed. Governor of the Omsk Region Ivan Sokolov came.",
        "Government of the Omsk Region",
    ),
    (
        "Minister of Science and Education Ivan Sokolov came from the Ministry of Science and Higher Education of the "
        "Russian Federation.",
        "Ministry of Science and Higher Education of the Russian Federation",
    ),
    # one that is known
    ("Russia's Deputy Foreign Minister Ivan Sokolov came.", "Ministry of Foreign Affairs of the Russian Federation"),
    ("Vice Minister of Education of China Li Weiming came.", "Ministry of Education of the People's Republic of China"),
    # one made of the title
    ("Mayor of Tomsk Ivan Sokolov came.", "Administration of Tomsk"),
    ("Mayor of Tomsk Ivan Sokolov came.", "Tomsk"),
    ("Governor of Hebei Province Li Weiming came.", "People's Government of Hebei Province"),
    ("Head of the Republic of Buryatia Ivan Sokolov came.", "Government of the Republic of Buryatia"),
    ("Consul General of China in Kazan Li Weiming came.", "Consulate General of China in Kazan"),
    # of the only region that the text names
    ("Guests from Harbin saw the Omsk Region. Governor Ivan Sokolov met them.", "Government of Omsk Region"),
]
# a text in which the post must not be at the body
OTHERS = [
    # what higher education has is not what education has
    (
        "The Ministry of Science and Higher Education of the Russian Federation agreed. "
        "Minister of Education Ivan Sokolov came.",
        "Ministry of Science and Higher Education of the Russian Federation",
    ),
    (
        "The Ministry of Education of China agreed. Russia's Minister of Education Ivan Sokolov came.",
        "Ministry of Education of China",
    ),
    (
        "The Ministry of Health of the Russian Federation agreed. The republic's Minister of Health Ivan Sokolov came.",
        "Ministry of Health of the Russian Federation",
    ),
    ("Guests saw the Omsk Region and the Tomsk Region. Governor Ivan Sokolov met them.", "Government of Omsk Region"),
    ("The Harbin municipal government agreed. Mayor of Tomsk Ivan Sokolov came.", "Harbin municipal government"),
    ("The Omsk Region grew. Vice-Governor Li Weiming came.", "Government of Omsk Region"),
    # of neither side
    ("Kenyan Minister of Education Karo Ndegwa came.", "Ministry of Education of the Russian Federation"),
    (
        "Guests from Cuba came. The delegation was led by Mihnea Costoi, Minister of Health.",
        "Ministry of Health of the Russian Federation",
    ),
    ("Yemeni Minister of Education Karo Ndegwa came.", "Ministry of Education of the Russian Federation"),
    ("Swiss Minister of Education Karo Ndegwa came.", "Ministry of Education of the Russian Federation"),
]


def bodies(told: Any) -> set[str]:
    return {
        name
        for fact in told.facts()
        if fact.property in {"holdsPost", "represents"}
        for name in told.names[fact.object]
    }


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_bodies(text: str, body: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert body.casefold() in bodies(told), told.written()
    assert len([fact for fact in told.facts() if fact.property == "holdsPost"]) == 1


@pytest.mark.parametrize(("text", "body"), OTHERS)
def test_bodies_of_others(text: str, body: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert body.casefold() not in bodies(told), told.written()


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Guests from Bulgaria came. Minister of Education Petrov spoke.", 0),
        ("Guests from Russia came. Minister of Education Petrov spoke.", 1),
        ("Kazakhstan's Minister of Science Nurbekov spoke.", 0),
        ("Russia's Minister of Science Orlov spoke.", 1),
    ],
)
def test_a_surname_alone_may_be_of_any_state_named(text: str, posts: int, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == "holdsPost"]) == posts, told.written()
