"""Which pairs of things are asked for, and by which traits they and what facts join are judged."""

from __future__ import annotations

import pytest

from kg.facts.implied import REACH
from kg.facts.layouts import Layout
from kg.facts.pairs import joined, pairs
from kg.records import Block, BlockKind, Document, Mention, Status
from tests.facts.conftest import ENTITIES, FACTS, MENTIONS, TEXT, THINGS, asked, document, fact, layout


def test_pairs_fit_their_property_and_are_not_told_already() -> None:
    found = asked(FACTS)
    assert found
    for subject, property, other in found:
        assert property in REACH
        assert subject != other
    assert ("person/li", "participatedIn", "event/ice") in found
    assert ("organization/jlu", "organized", "event/ice") not in found
    assert ("person/li", "represents", "organization/jlu") not in found


@pytest.mark.parametrize("status", list(Status))
def test_what_is_told_as_planned_or_denied_is_not_implied_either(status: Status) -> None:
    told = ("person/li", "participatedIn", "event/ice")
    assert told in asked(FACTS)
    assert told not in asked([*FACTS, fact(*told, status)])


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.HELD])
def test_nothing_is_implied_of_what_is_to_come_or_where_it_is_told(status: Status) -> None:
    planned = fact("organization/jlu", "organized", "event/ice", status)
    found = asked([planned])
    assert not [key for key in found if "event/ice" in key]  # all that is told of it is planned
    # its sentence names Changchun too, the next one does not
    assert ("organization/asu", "visited", "place/changchun") not in found
    assert ("organization/asu", "visited", "place/changchun") in asked(FACTS)
    assert ("person/li", "represents", "organization/asu") in found


@pytest.mark.parametrize("kind", [BlockKind.CREDIT, BlockKind.METADATA, BlockKind.BOILERPLATE])
def test_who_is_only_credited_is_not_joined(kind: BlockKind) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, 0, 49), Block(kind, 50, 63), Block(BlockKind.PARAGRAPH, 64, 102))
    page = Document("d", "", "en", TEXT, blocks)
    found = {end for p in pairs(layout(page), [], REACH) for end in (p.subject, p.object)}
    assert found == {id for id, _ in THINGS.values()} - {"person/li"}


def test_a_symmetric_property_is_asked_for_once() -> None:
    two = {"organization/jlu", "organization/asu"}
    assert [key for key in asked([]) if key[1] == "negotiatedWith" and {key[0], key[2]} == two] == [
        ("organization/asu", "negotiatedWith", "organization/jlu")
    ]
    for subject, other in (("organization/asu", "organization/jlu"), ("organization/jlu", "organization/asu")):
        found = asked([fact(subject, "negotiatedWith", other)])
        assert not [key for key in found if key[1] == "negotiatedWith" and {key[0], key[2]} == two]


def test_traits_tell_who_is_tied_to_whom_by_what() -> None:
    traits = asked(FACTS)["person/li", "participatedIn", "event/ice"]
    told = {
        "subject:Person": 1,
        "object:Conference": 1,
        "classes:Person>Event": 1,
        "distance": TEXT.index("Ice Forum") - TEXT.index("Li Wei"),
        "sentences": -1,
        "subject-at": 1,
        "object-at": 0,
        "sentences-all": 3,
        "between": 1,
        "between:Place": 1,
        "together": 0,
        "subject-represents": 1,
        "object--organized": 1,
        "by-way:represents/organized": 1,
        "by-way:represents/Organization/organized": 1,
        "subject-has": 0,
        "object-has": 0,
        "subject-named": 1,
        "subject-begins": 1,
        "subject-last": 1,
        "subject-by:pattern": 1,
        "things:Organization": 2,
        "told:represents": 1,
    }
    assert {name: traits.get(name) for name in told} == told
    assert not any(trait.startswith("by-way") for trait in asked([])["person/li", "participatedIn", "event/ice"])


def test_traits_tell_what_else_could_be_meant() -> None:
    found = asked(FACTS)
    near = found["person/li", "participatedIn", "event/ice"]
    assert (near["subjects"], near["objects"]) == (3, 1)
    assert near["subject-rivals"] == 0
    assert near["object-rivals"] == 0
    # Li Wei is named nearer to the forum than Jilin University
    assert found["organization/jlu", "participatedIn", "event/ice"]["subject-rivals"] == 1
    represented = found["person/li", "represents", "organization/asu"]
    assert represented["subject-has"] == 1  # Jilin University already
    assert (represented["objects"], represented["object-rivals"]) == (2, 0)


def test_traits_tell_whose_the_text_is_and_what_its_title_names() -> None:
    blocks = (Block(BlockKind.TITLE, 0, 49), Block(BlockKind.PARAGRAPH, 50, 102))
    page = Document("d", "", "en", TEXT, blocks, publisher="organization/jlu")
    found = {(p.subject, p.object): p.traits for p in pairs(layout(page), [], REACH)}
    ours, others = found["organization/jlu", "event/ice"], found["organization/asu", "event/ice"]
    assert (ours["subject-publishes"], ours["subject-in-title"], ours["object-in-title"]) == (1, 1, 1)
    assert not {"subject-publishes", "subject-in-title"} & others.keys()


def test_what_is_named_far_apart_is_not_joined() -> None:
    gap = " " * 800
    text = TEXT[:49] + gap + TEXT[49:]
    moved = [m if m.start < 49 else Mention(m.start + 800, m.end + 800, *_rest(m)) for m in MENTIONS]
    sentences = [(0, 49), (850, 863), (864, 902)]
    found = {(p.subject, p.object) for p in pairs(Layout(document(text), sentences, ENTITIES, moved), [], REACH)}
    assert ("organization/jlu", "event/ice") in found
    assert ("person/li", "event/ice") not in found


def test_what_a_fact_joins_is_judged_by_the_same_traits() -> None:
    further = fact("person/li", "participatedIn", "event/ice")
    *_, traits = joined(layout(), [*FACTS, further])
    before = asked(FACTS)["person/li", "participatedIn", "event/ice"]
    grown = {
        "property:participatedIn": 1,
        "near": 1,
        "joined:participatedIn": 1,
        "told:participatedIn": 1,
        "subject-participatedIn": 1,
        "object--participatedIn": 1,
        "subject-has": 1,  # the fact itself is told of both
        "object-has": 1,
    }
    assert traits == {**before, **grown}


def test_ends_that_are_far_apart_or_nowhere_named_are_judged_each_by_itself() -> None:
    unnamed = fact("person/li", "visited", "country/russia")
    apart = fact("person/li", "participatedIn", "event/ice")
    text = TEXT[:49] + " " * 800 + TEXT[49:]
    moved = [m if m.start < 49 else Mention(m.start + 800, m.end + 800, *_rest(m)) for m in MENTIONS]
    page = Layout(document(text), [(0, 49), (850, 863), (864, 902)], ENTITIES, moved)
    nowhere, far = joined(page, [unnamed, apart])
    for traits in (nowhere, far):
        assert traits["subject:Person"] == traits["told:visited"] == 1
        assert not {"near", "distance", "between"} & traits.keys()
    assert far["object:Conference"] == 1
    assert not [trait for trait in nowhere if trait.startswith("object")]


def test_what_is_planned_counts_for_nothing_that_is_done() -> None:
    planned = fact("person/li", "participatedIn", "event/ice", Status.PLANNED)
    held, _ = joined(layout(), [FACTS[0], planned])
    assert held == next(joined(layout(), FACTS[:1]))


def test_ends_farther_apart_than_a_property_reaches_are_not_asked_for() -> None:
    apart = TEXT.index("Li Wei") - TEXT.index("Ice Forum")
    for within, there in ((apart - 1, False), (apart, True)):
        found = {(p.subject, p.object) for p in pairs(layout(), [], {"participatedIn": within})}
        assert (("person/li", "event/ice") in found) is there


def _rest(mention: Mention) -> tuple[str, str, str, str, float]:
    return mention.cls, mention.entity, mention.source, mention.reason, mention.score
