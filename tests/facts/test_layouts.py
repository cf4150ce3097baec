"""Where things are named: what a property could join there, who is near whom, and who is nearer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.facts.layouts import Layout
from kg.records import Block, BlockKind, Document, Entity, Mention, Name
from tests.facts.conftest import TEXT, document, layout

PLACES = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 3000)), max_size=12)


def placed(places: list[tuple[str, int]]) -> Layout:
    """Give a page of dots on which universities are named, each with one letter, at those characters."""
    text = "." * 3001
    mentions = [Mention(at, at + 1, "University", id, "pattern", "by hand", 1.0) for id, at in places]
    entities = [Entity(id, "University", (Name(id),)) for id in "abc"]
    page = Document("d", "", "en", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))
    return Layout(page, [(n, n + 100) for n in range(0, 3000, 100)], entities, mentions)


def test_a_property_joins_what_fits_it() -> None:
    subjects, objects = layout().ends("visited")
    assert set(subjects) == {"person/li", "organization/jlu", "organization/asu"}
    assert "place/changchun" in objects
    assert "event/ice" not in objects


@given(PLACES)
def test_near_are_the_two_mentions_with_the_least_between_them(places: list[tuple[str, int]]) -> None:
    near = placed(places).near
    for one in "abc":
        for other in "abc":
            apart = [abs(p - q) for id, p in places for of, q in places if (id, of) == (one, other) != (one, one)]
            assert ((one, other) in near) == bool(apart and min(apart) <= 700)
            if (one, other) in near:
                least, (first, second) = near[one, other]
                assert least == min(apart) == abs(first.start - second.start)
                assert (first.entity, second.entity) == (one, other)


@given(PLACES)
def test_rivals_are_those_named_nearer(places: list[tuple[str, int]]) -> None:
    page = placed(places)
    for (one, other), traits in page.rivals("partnerOf").items():
        apart = page.near[one, other][0]
        nearer = [third for third in "abc" if (one, third) in page.near and page.near[one, third][0] < apart]
        assert traits["object-rivals"] == len(nearer)
        assert traits["subjects"] == traits["objects"] == len(page.named)


@pytest.mark.parametrize(("offset", "number"), [(0, 0), (49, 0), (50, 1), (len(TEXT), 2)])
def test_a_character_lies_in_the_sentence_that_begins_before_it(offset: int, number: int) -> None:
    assert layout().sentence(offset) == number


def test_ways_of_a_symmetric_property_lead_both_ways() -> None:
    text = "A met B."
    parsed = Doc(
        Vocab(),
        ["A", "met", "B", "."],
        spaces=[True, True, False, False],
        heads=[1, 1, 1, 1],
        deps=["nsubj", "ROOT", "dobj", "punct"],
        lemmas=["A", "meet", "B", "."],
    )
    mentions = [Mention(at, at + 1, "University", id, "pattern", "by hand", 1.0) for id, at in (("a", 0), ("b", 6))]
    entities = [Entity(id, "University", (Name(id),)) for id in "ab"]
    page = Layout(document(text), [(0, 8)], entities, mentions, parsed)
    assert {path.verb for path in page.paths("a", "visited", "b")} == {"nsubj[meet]dobj"}
    assert {path.verb for path in page.paths("b", "visited", "a")} == {"dobj[meet]nsubj"}
    both = {path.verb for path in page.paths("a", "negotiatedWith", "b")}
    assert both == {path.verb for path in page.paths("b", "negotiatedWith", "a")}
    assert both == {"nsubj[meet]dobj", "dobj[meet]nsubj"}
    assert list(page.beside("negotiatedWith")) == [("a", "b")]
    assert set(page.beside("visited")) == {("a", "b"), ("b", "a")}
    assert Layout(document(text), [(0, 8)], entities, mentions).paths("a", "visited", "b") == frozenset()


def test_a_page_without_sentences_has_one() -> None:
    empty = Layout(Document("d", "", "en", "", ()), [], [], [])
    assert empty.sentence(0) == 0
    assert empty.near == {}
    assert empty.rivals("visited") == {}
