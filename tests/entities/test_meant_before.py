"""What pronouns and definite nouns mean of the names just before: a part rather than its whole, the latter, two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

JLU, ASU, FAIR = "Jilin University", "Altai State University", "Eurasian Fair"
LONG = f"{ASU} and {JLU} have long worked together."


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            f"The Centre of Ice Law of {ASU} was founded in 2010. It organized the {FAIR}.",
            f"Centre of Ice Law | organized | {FAIR}",
        ),
        (
            f"The opening of the Polar Institute at {JLU} took place. In May it held the {FAIR}.",
            f"Polar Institute | organized | {FAIR}",
        ),
        (f"{LONG} In May these two organized the {FAIR}.", f"{ASU} | organized | {FAIR}"),
        (f"Guests of {ASU} and of {JLU} came. The latter organized the {FAIR}.", f"{JLU} | organized | {FAIR}"),
        (
            f"Ivan Sokolov, rector of {ASU}, and Li Weiming, president of {JLU}, came. The latter spoke at the {FAIR}.",
            f"Li Weiming | participatedIn | {FAIR}",
        ),
        (
            f"The Laser Laboratory and the Soil Laboratory of {JLU} grew. The two laboratories signed a memorandum.",
            "Soil Laboratory | signed | memorandum",
        ),
    ],
)
def test_meant(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            f"The Centre of Ice Law of {ASU} was founded in 2010. It organized the {FAIR}.",
            f"{ASU} | organized | {FAIR}",
        ),
        (f"Guests of {ASU} and of {JLU} came. The latter organized the {FAIR}.", f"{ASU} | organized | {FAIR}"),
        (f"{LONG} The former organized the {FAIR}.", f"{JLU} | organized | {FAIR}"),
    ],
)
def test_others_are_not(text: str, fact: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(fact)


@pytest.mark.parametrize(
    ("text", "cup"),
    [
        # the School that is ours, wherever it stands
        ("Our School of Law grew. The School of History sang in May. In June the School held a cup.", "School of Law"),
        # unless the sentence names another
        ("Our School of Law grew. The School of History sang, and the School held a cup.", "School of History"),
    ],
)
def test_the_school_is_ours_unless_its_sentence_names_another(text: str, cup: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    schools = {"School of Law", "School of History"}
    assert {school for school in schools if told.finds(f"{school} | organized | cup")} == {cup}, told.written()
