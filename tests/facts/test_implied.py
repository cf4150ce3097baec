"""What a text implies: which pairs are asked for, by which traits, and what is stated of them."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.facts import implied as module
from kg.facts.calibration import LEAST
from kg.facts.implied import FILE, LEARNT, RULE, Model, implied, load, pairs
from kg.records import Block, BlockKind, Document, Entity, Evidence, Fact, Mention, Name, Status
from kg.schema import PROPERTIES
from kg.trees import Trees

TEXT = "Jilin University held the Ice Forum in Changchun. Li Wei spoke. Altai State University sent greetings."
SENTENCES = [(0, 49), (50, 63), (64, 102)]
THINGS = {
    "Jilin University": ("organization/jlu", "University"),
    "Ice Forum": ("event/ice", "Conference"),
    "Changchun": ("place/changchun", "City"),
    "Li Wei": ("person/li", "Person"),
    "Altai State University": ("organization/asu", "University"),
}
ENTITIES = [Entity(id, cls, (Name(name),)) for name, (id, cls) in THINGS.items()]
MENTIONS = [
    Mention(TEXT.index(name), TEXT.index(name) + len(name), cls, id, "pattern", "by hand", 1.0)
    for name, (id, cls) in THINGS.items()
]


def document(text: str = TEXT, lang: str = "en") -> Document:
    return Document("d", "", lang, text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))  # type: ignore[arg-type]


def fact(subject: str, property: str, other: str, status: Status = Status.HELD) -> Fact:
    return Fact(subject, property, other, status, 0.9, "by-hand", (Evidence(0, 49, TEXT[:49]),))


FACTS = [fact("organization/jlu", "organized", "event/ice"), fact("person/li", "represents", "organization/jlu")]


def asked(facts: list[Fact]) -> dict[tuple[str, str, str], Mapping[str, float]]:
    found = pairs(document(), SENTENCES, ENTITIES, MENTIONS, facts)
    return {(pair.subject, pair.property, pair.object): pair.traits for pair in found}


def test_pairs_fit_their_property_and_are_not_told_already() -> None:
    found = asked(FACTS)
    assert found
    for subject, property, other in found:
        assert property in LEARNT
        assert subject != other
    assert ("person/li", "participatedIn", "event/ice") in found
    assert ("organization/jlu", "organized", "event/ice") not in found
    assert ("person/li", "represents", "organization/jlu") not in found


def test_signatures_and_posts_are_never_implied() -> None:
    assert {"signed", "holdsPost"} <= PROPERTIES.keys()
    assert {"signed", "holdsPost"}.isdisjoint(LEARNT)
    assert load().trees.keys() <= set(LEARNT)


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
    found = {end for p in pairs(page, SENTENCES, ENTITIES, MENTIONS, []) for end in (p.subject, p.object)}
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
    found = {(p.subject, p.object): p.traits for p in pairs(page, SENTENCES, ENTITIES, MENTIONS, [])}
    ours, others = found["organization/jlu", "event/ice"], found["organization/asu", "event/ice"]
    assert (ours["subject-publishes"], ours["subject-in-title"], ours["object-in-title"]) == (1, 1, 1)
    assert not {"subject-publishes", "subject-in-title"} & others.keys()


def test_what_is_named_far_apart_is_not_joined() -> None:
    gap = " " * 800
    text = TEXT[:49] + gap + TEXT[49:]
    moved = [m if m.start < 49 else Mention(m.start + 800, m.end + 800, *_rest(m)) for m in MENTIONS]
    sentences = [(0, 49), (850, 863), (864, 902)]
    found = {(p.subject, p.object) for p in pairs(document(text), sentences, ENTITIES, moved, [])}
    assert ("organization/jlu", "event/ice") in found
    assert ("person/li", "event/ice") not in found


def _rest(mention: Mention) -> tuple[str, str, str, str, float]:
    return mention.cls, mention.entity, mention.source, mention.reason, mention.score


def test_a_fact_cites_the_sentences_that_name_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    by_way = Trees((0,), (0, 0, 0), (0.5, 0.0, 0.0), (1, 1, 2), (2, 1, 2), (0.0, -9.0, 1.0))
    sure = Model("", 1, "-", "en", ("by-way:represents/organized",), {"participatedIn": by_way})
    monkeypatch.setattr(module, "load", lambda: sure)
    (found,) = implied(document(), SENTENCES, ENTITIES, MENTIONS, FACTS)
    assert (found.subject, found.property, found.object) == ("person/li", "participatedIn", "event/ice")
    assert (found.status, found.rule, found.confidence) == (Status.HELD, RULE, 0.73)
    assert [passage.exact for passage in found.evidence] == [TEXT[0:49], TEXT[50:63]]
    assert all(TEXT[p.start : p.end] == p.exact for p in found.evidence)
    assert implied(document(), [(0, 50), (50, 64), (64, 102)], ENTITIES, MENTIONS, FACTS) == (found,)  # no space around
    assert implied(document(lang="ru"), SENTENCES, ENTITIES, MENTIONS, FACTS) == ()


@given(st.randoms(use_true_random=False), st.sets(st.sampled_from(sorted(asked([])))))
def test_the_order_of_what_is_known_does_not_matter(chance: random.Random, told: set[tuple[str, str, str]]) -> None:
    facts = [fact(*triple) for triple in sorted(told)]
    shuffled = [chance.sample(many, len(many)) for many in (ENTITIES, MENTIONS, facts)]
    first = implied(document(), SENTENCES, ENTITIES, MENTIONS, facts)
    again = implied(document(), SENTENCES, *shuffled)  # type: ignore[arg-type]
    assert set(first) == set(again)
    assert all(LEAST <= one.confidence <= 1 for one in first)
    assert not {(one.subject, one.property, one.object) for one in first} & told


def model(**changed: object) -> dict[str, object]:
    return {"about": "", "documents": 1, "digest": "x", "language": "en", "traits": ["between"], "trees": {}} | changed


LEAF = {"roots": [0], "trait": [0], "limit": [0.0], "low": [0], "high": [0], "value": [1.0]}


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
    assert set(shipped.trees) == set(LEARNT)
    for traits in asked(FACTS).values():
        assert len(set(traits) & set(shipped.traits)) > 20
