"""Why a thing is one thing, read back out of the graph."""

from __future__ import annotations

from dataclasses import replace

from kg.graph.store import Store
from kg.graph.validate import validate
from kg.records import Collection, Decision, Outcome, Side
from kg.views.references import Unclear, clear
from kg.views.show import Card, show

SPBPU, ZJU, TSINGHUA = "organization/spbpu", "organization/zju", "organization/tsinghua"
DOCUMENTS = ("d1", "d2", "d3")
DECISIONS = (
    Decision(Outcome.SAME, (SPBPU,), (Side("SPbPU", ("d1",)), Side("СПбПУ", ("d2",))), "names", 0.93, "alike"),
    Decision(Outcome.SAME, (SPBPU,), (Side("SPbPU", ("d1",)), Side("Poly")), "curation", 1.0, "ann said so"),
    Decision(Outcome.DIFFERENT, (ZJU, SPBPU), (Side("ZJU"), Side("SPbPU", DOCUMENTS)), "names", 0.5, "two names"),
    Decision(Outcome.DIFFERENT, (ZJU, TSINGHUA), (Side("ZJU"), Side("Tsinghua")), "names", 0.6, "others"),
)


def decided(collection: Collection) -> Store:
    return Store.of(replace(collection, decisions=DECISIONS))


def test_a_card_tells_what_was_joined_and_what_was_kept_apart(collection: Collection) -> None:
    card = show(decided(collection), "SPbPU")
    assert isinstance(card, Card)
    assert [(d.outcome, d.curated, d.score, d.reason) for d in card.decisions] == [
        (Outcome.SAME, True, 1.0, "ann said so"),
        (Outcome.SAME, False, 0.93, "alike"),
        (Outcome.DIFFERENT, False, 0.5, "two names"),
    ]
    assert card.decisions[1].told == "SPbPU (d1) · СПбПУ (d2)"
    assert card.decisions[0].told == "SPbPU (d1) · Poly (registry)"
    assert card.decisions[2].documents == DOCUMENTS
    assert [card.others[d.other].key for d in card.decisions if d.other] == [ZJU]
    assert "alike" not in card.thing.reasons


def test_decisions_stand_in_a_graph_of_their_own_that_conforms(collection: Collection) -> None:
    before, after = Store.of(collection), decided(collection)
    added = {graph.value for graph in after.graphs()} - {graph.value for graph in before.graphs()}
    assert added == {"https://w3id.org/srac/id/graph/identity"}
    shapes = {violation.shape for violation in validate(after.quads()).results}
    assert shapes == {violation.shape for violation in validate(before.quads()).results}
    broken = replace(collection, decisions=(replace(DECISIONS[0], reason=" ", score=1.5),))
    assert {"decisionReason", "score"} <= {violation.shape for violation in validate(Store.of(broken).quads()).results}


def test_two_names_become_keys_that_last(collection: Collection) -> None:
    store = Store.of(collection)
    found = clear(store, ("浙江大学", "https://w3id.org/srac/id/organization/tsinghua"))
    assert not isinstance(found, Unclear)
    assert [str(each) for each in found] == [ZJU, TSINGHUA]


def test_names_that_are_not_clear_are_refused_with_what_may_be_meant(collection: Collection) -> None:
    store = Store.of(collection)
    several = clear(store, ("Lu Zhiyu", "SPbPU"))
    assert isinstance(several, Unclear)
    assert len(several.candidates) == 2
    nobody = clear(store, ("SPbPU", "Zhejiang Universty"))
    assert isinstance(nobody, Unclear)
    assert nobody.candidates[0].thing.key == ZJU
    one = clear(store, ("SPbPU", SPBPU))
    assert isinstance(one, Unclear)
    assert "both mean organization/spbpu" in one.reason
    parts = clear(store, ("SPbPU", "СПбПУ"))
    assert not isinstance(parts, Unclear)
    assert [str(each) for each in parts] == ["SPbPU", "СПбПУ"]
