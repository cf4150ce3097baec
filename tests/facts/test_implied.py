"""What a text implies: what is stated of it, and the file of what was learnt."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.errors import InputError
from kg.facts import implied as module
from kg.facts.calibration import LEAST
from kg.facts.implied import FILE, REACH, RULE, Model, implied, load, traits_of
from kg.facts.layouts import Layout
from kg.facts.pairs import Pair
from kg.facts.paths import DependencyPath
from kg.records import Entity, Mention, Name, Status
from kg.schema import PROPERTIES
from kg.trees import Trees
from tests.facts.conftest import ENTITIES, FACTS, LEAF, MENTIONS, SENTENCES, TEXT, asked, document, fact, layout


def test_signatures_and_posts_are_never_implied() -> None:
    assert {"signed", "holdsPost"} <= PROPERTIES.keys()
    assert {"signed", "holdsPost"}.isdisjoint(REACH)
    assert load().trees.keys() <= set(REACH)


def test_a_fact_cites_the_sentences_that_name_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    by_way = Trees((0,), (0, 0, 0), (0.5, 0.0, 0.0), (1, 1, 2), (2, 1, 2), (0.0, -9.0, 1.0))
    sure = Model("", 1, "-", "en", {}, ("by-way:represents/organized",), {"participatedIn": by_way})
    monkeypatch.setattr(module, "load", lambda: sure)
    (found,) = implied(layout(), FACTS)
    assert (found.subject, found.property, found.object) == ("person/li", "participatedIn", "event/ice")
    assert (found.status, found.rule, found.confidence) == (Status.HELD, RULE, 0.73)
    assert [passage.exact for passage in found.evidence] == [TEXT[0:49], TEXT[50:63]]
    assert all(TEXT[p.start : p.end] == p.exact for p in found.evidence)
    assert implied(Layout(document(), [(0, 50), (50, 64), (64, 102)], ENTITIES, MENTIONS), FACTS) == (
        found,
    )  # no space around
    assert implied(layout(document(lang="ru")), FACTS) == ()


PAIR = Pair("a", "visited", "b", {"between": 2.0}, (MENTIONS[0], MENTIONS[1]))
LEADS = DependencyPath("nsubj[visit]dobj", "nsubj[visit]dobj", "nsubj[VERB]dobj")
SELDOM = DependencyPath("nsubj[see]dobj", "nsubj[see]dobj", "nsubj[VERB]dobj")


def test_ways_tell_how_often_they_led_between_what_is_joined() -> None:
    counts = {"nsubj[visit]dobj": (9, 10), "nsubj[VERB]dobj": (30, 400)}
    assert traits_of(PAIR, counts) == {"between": 2.0}  # no sentence names both
    told = traits_of(replace(PAIR, paths=frozenset({LEADS, SELDOM})), counts)
    assert told["path"] == 1
    assert told["between"] == 2
    assert told["path:words"] == told["path:verb"] == pytest.approx(9.15 / 10.75)
    assert told["path:shape"] == pytest.approx(30.15 / 400.75)
    assert (told["path:words-met"], told["path:shape-met"]) == (10, 400)


def test_a_way_never_met_tells_less_than_one_that_leads_and_more_than_one_that_does_not() -> None:
    never, leads, astray = (
        traits_of(replace(PAIR, paths=frozenset({LEADS})), counts)["path:words"]
        for counts in ({}, {LEADS.words: (3, 4)}, {LEADS.words: (0, 30)})
    )
    assert astray < never < leads


def test_the_parse_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    wild = Trees((0,), (0, 0, 0), (0.5, 0.0, 0.0), (1, 1, 2), (2, 1, 2), (0.0, -9.0, 1.0))
    model = Model("", 1, "-", "en", {"locatedIn": {"[*]prep>pobj": (80, 90)}}, ("path:verb",), {"locatedIn": wild})
    monkeypatch.setattr(module, "load", lambda: model)
    text = "Altai University in Barnaul teaches."
    page = document(text)
    words = ["Altai University", "in", "Barnaul", "teaches", "."]
    parsed = Doc(
        Vocab(),
        words,
        spaces=[True, True, True, False, False],
        heads=[3, 0, 1, 3, 3],
        deps=["nsubj", "prep", "pobj", "ROOT", "punct"],
    )
    things = (("organization/a", "University", 0, 16), ("place/b", "City", 20, 27))
    entities = [Entity(id, cls, (Name(text[start:end]),)) for id, cls, start, end in things]
    mentions = [Mention(start, end, cls, id, "pattern", "by hand", 1.0) for id, cls, start, end in things]
    (found,) = implied(Layout(page, [(0, len(text))], entities, mentions, parsed), [])
    assert (found.subject, found.property, found.object) == ("organization/a", "locatedIn", "place/b")
    assert implied(Layout(page, [(0, len(text))], entities, mentions), []) == ()


@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(sorted(asked([])))))
def test_the_order_of_what_is_known_does_not_matter(chance: random.Random, told: set[tuple[str, str, str]]) -> None:
    facts = [fact(*triple) for triple in sorted(told)]
    shuffled = [chance.sample(many, len(many)) for many in (ENTITIES, MENTIONS, facts)]
    first = implied(layout(), facts)
    again = implied(Layout(document(), SENTENCES, *shuffled[:2]), shuffled[2])  # type: ignore[arg-type]
    assert set(first) == set(again)
    assert all(LEAST <= one.confidence <= 1 for one in first)
    assert not {(one.subject, one.property, one.object) for one in first} & told


def model(**changed: object) -> dict[str, object]:
    return {
        "about": "",
        "documents": 1,
        "digest": "x",
        "language": "en",
        "paths": {},
        "traits": ["between"],
        "trees": {},
    } | changed


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (model(trees={"signed": LEAF}), "'signed' is not a property that may be implied"),
        ({"documents": 1}, "no model"),
        (model(trees={"visited": LEAF | {"value": ["much"]}}), "no model"),
        (model(trees={"visited": LEAF | {"high": [7]}}), "no model: a way leads to no node below"),
        (model(trees={"visited": LEAF | {"trait": [1]}}), "trees of 'visited' ask for a trait that is not named"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_not_as_it_must_be(content: dict[str, object] | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "implied.json"
    if content is not None:
        path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(InputError, match=said) as caught:
        load(path)
    assert "implied.json" in str(caught.value)


def test_the_shipped_model_judges_by_traits_that_occur() -> None:
    shipped = load()
    assert FILE.is_file()
    assert set(shipped.trees) == set(REACH)
    for traits in asked(FACTS).values():
        assert len(set(traits) & set(shipped.traits)) > 20
