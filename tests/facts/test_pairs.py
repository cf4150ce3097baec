"""Which pairs of things are asked for, and by which traits they are judged."""

from __future__ import annotations

import pytest

from kg.facts.implied import LEARNT
from kg.facts.pairs import pairs
from kg.records import Block, BlockKind, Document, Entity, Fact, Mention, Name, Status
from tests.facts.conftest import ENTITIES, FACTS, MENTIONS, SENTENCES, TEXT, THINGS, asked, document, fact


def test_pairs_fit_their_property_and_are_not_told_already() -> None:
    found = asked(FACTS)
    assert found
    for subject, property, other in found:
        assert property in LEARNT
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
    found = {end for p in pairs(page, SENTENCES, ENTITIES, MENTIONS, [], LEARNT) for end in (p.subject, p.object)}
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
    found = {(p.subject, p.object): p.traits for p in pairs(page, SENTENCES, ENTITIES, MENTIONS, [], LEARNT)}
    ours, others = found["organization/jlu", "event/ice"], found["organization/asu", "event/ice"]
    assert (ours["subject-publishes"], ours["subject-in-title"], ours["object-in-title"]) == (1, 1, 1)
    assert not {"subject-publishes", "subject-in-title"} & others.keys()


def test_what_is_named_far_apart_is_not_joined() -> None:
    gap = " " * 800
    text = TEXT[:49] + gap + TEXT[49:]
    moved = [m if m.start < 49 else Mention(m.start + 800, m.end + 800, *_rest(m)) for m in MENTIONS]
    sentences = [(0, 49), (850, 863), (864, 902)]
    found = {(p.subject, p.object) for p in pairs(document(text), sentences, ENTITIES, moved, [], LEARNT)}
    assert ("organization/jlu", "event/ice") in found
    assert ("person/li", "event/ice") not in found


def _rest(mention: Mention) -> tuple[str, str, str, str, float]:
    return mention.cls, mention.entity, mention.source, mention.reason, mention.score


def named(text: str, things: dict[str, tuple[str, str]]) -> tuple[list[Entity], list[Mention]]:
    """Give things of a text and where each is named first."""
    entities = [Entity(id, cls, (Name(name),)) for name, (id, cls) in things.items()]
    places = {name: text.index(name) for name in things}
    mentions = [
        Mention(places[name], places[name] + len(name), cls, id, "pattern", "by hand", 1.0)
        for name, (id, cls) in things.items()
    ]
    return entities, mentions


LISTED = "Anna Orlova, Li Wei and Ivan Petrov were at the Ice Forum. The Snow Forum is apart. Wang Fang wrote."
IN_LIST = {
    "Anna Orlova": ("person/orlova", "Person"),
    "Li Wei": ("person/li", "Person"),
    "Ivan Petrov": ("person/petrov", "Person"),
    "Ice Forum": ("event/ice", "Conference"),
    "Snow Forum": ("event/snow", "Conference"),
    "Wang Fang": ("person/wang", "Person"),
}


def beside(subject: str, event: str, facts: list[Fact]) -> dict[str, float]:
    """Give the traits of what is named next to the ends of one pair."""
    entities, mentions = named(LISTED, IN_LIST)
    found = pairs(document(LISTED), [(0, 58), (59, 83), (84, 100)], entities, mentions, facts, ["participatedIn"])
    (traits,) = [pair.traits for pair in found if (pair.subject, pair.object) == (subject, event)]
    sides = ("subject-before", "subject-after", "object-before", "object-after")
    return {name: value for name, value in traits.items() if name.startswith(sides)}


def test_traits_tell_whether_the_property_holds_of_what_is_named_next_to_each_end() -> None:
    told = [fact("person/orlova", "participatedIn", "event/ice"), fact("person/li", "participatedIn", "event/snow")]
    assert beside("person/li", "event/ice", told) == {
        "subject-before": 1,  # Anna Orlova was at the Ice Forum
        "subject-before-apart": LISTED.index("Li Wei"),
        "subject-before-beside": 1,
        "subject-after": -1,  # of Ivan Petrov it is not told
        "subject-after-apart": LISTED.index("Ivan") - LISTED.index("Li Wei"),
        "subject-after-beside": 1,
        "object-after": 1,  # Li Wei was at the Snow Forum
        "object-after-apart": LISTED.index("Snow Forum") - LISTED.index("Ice Forum"),
        "object-after-beside": 0,
    }
