"""What the page adds to the confidence of a fact: trees over what is told of both ends, and the file they ship in."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.facts import hindsight as module
from kg.facts.calibration import calibrated
from kg.facts.hindsight import FILE, Model, hindsight, load
from kg.facts.layouts import Layout
from kg.facts.pairs import joined
from kg.records import Status
from kg.trees import Trees
from tests.facts.conftest import ENTITIES, FACTS, LEAF, MENTIONS, SENTENCES, document, fact, layout

SPOKEN = Trees((0,), (0, 0, 0), (0.5, 0.0, 0.0), (1, 1, 2), (2, 1, 2), (0.0, -1.5, 0.5))
"""Who represents nobody is less likely to have been anywhere."""

ICE = fact("person/li", "participatedIn", "event/ice")
BY_HAND = Model("", 1, "-", "en", 3, ("subject-represents",), SPOKEN)


def test_what_else_the_page_tells_of_an_end_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load", lambda: BY_HAND)
    assert hindsight(layout(), [*FACTS, ICE]) == [-1.5, 0.5, 0.5]
    assert hindsight(layout(), [ICE]) == [-1.5]
    (alone,) = calibrated(layout(), [ICE])
    *_, told = calibrated(layout(), [*FACTS, ICE])
    assert alone.confidence < told.confidence


def test_a_language_whose_pages_taught_nothing_is_judged_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load", lambda: BY_HAND)
    assert hindsight(layout(document(lang="ru")), [*FACTS, ICE]) == [0.0, 0.0, 0.0]
    assert hindsight(layout(), []) == []


def test_a_page_shorter_than_any_that_taught_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load", lambda: replace(BY_HAND, fewest=len(SENTENCES) + 1))
    assert hindsight(layout(), [*FACTS, ICE]) == [0.0, 0.0, 0.0]


@given(st.floats(0, 1), st.floats(0, 1))
def test_of_two_facts_that_differ_in_their_score_alone_the_higher_is_never_less_sure(one: float, other: float) -> None:
    low, high = (calibrated(layout(), [replace(ICE, confidence=score)])[0].confidence for score in sorted((one, other)))
    assert low <= high


@given(st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(chance: random.Random) -> None:
    facts = [*FACTS, ICE, fact("organization/asu", "visited", "place/changchun", Status.PLANNED)]
    shuffled = chance.sample(facts, len(facts))
    mentions = chance.sample(MENTIONS, len(MENTIONS))
    again = hindsight(Layout(document(), SENTENCES, ENTITIES, mentions), shuffled)
    assert dict(zip(map(str, shuffled), again, strict=True)) == dict(
        zip(map(str, facts), hindsight(layout(), facts), strict=True)
    )


def model(**changed: object) -> dict[str, object]:
    return {
        "about": "",
        "documents": 1,
        "digest": "x",
        "language": "en",
        "fewest": 1,
        "traits": ["between"],
        "trees": LEAF,
    } | changed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"documents": 1}, "no model"),
        (model(trees={**LEAF, "high": [7]}), "no model: a way leads to no node below"),
        (model(trees={**LEAF, "trait": [1]}), "trees ask for a trait that is not named"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_not_as_it_must_be(content: dict[str, object] | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "hindsight.json"
    if content is not None:
        path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        load(path)
    assert "hindsight.json" in str(caught.value)
    assert "make calibrate" in str(caught.value)


def test_the_shipped_model_judges_by_traits_that_occur() -> None:
    assert FILE.is_file()
    for traits in joined(layout(), FACTS):
        assert len(set(traits) & set(load().traits)) > 20
