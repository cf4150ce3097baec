"""Several sources for one fact, and stores cut down to what is sure enough."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.confidence import Source, combined, restricted, sources, voice
from kg.graph.store import Store
from kg.graph.validate import validate
from kg.records import Collection, Decision, Outcome, Side, Status

WORDS = ("A and B signed an agreement.", "B met A to sign a paper.", "The rectors put their names to it.")
source = st.builds(
    Source,
    st.floats(0, 1),
    st.sampled_from(["d1", "d2", "d3", "d4"]),
    st.sampled_from(["", "organization/a", "hit.edu.cn"]),
    st.lists(st.sampled_from([*WORDS, WORDS[0] + " "]), min_size=1, max_size=2).map(tuple),
)


@given(st.lists(source, min_size=1, max_size=6))
def test_never_below_the_surest_nor_beyond_what_is_certain(found: list[Source]) -> None:
    best = max(s.confidence for s in found)
    assert best <= combined(found) <= max(best, 0.99)
    independent = 1 - math.prod(1 - s.confidence for s in found)
    assert combined(found) <= max(best, round(independent, 2))


@given(st.lists(source, min_size=1, max_size=5).flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_in_any_order(two: tuple[list[Source], list[Source]]) -> None:
    assert combined(two[0]) == combined(two[1])


@given(source)
def test_one_source_is_as_sure_as_it_says(one: Source) -> None:
    assert combined([one]) == combined([one, one]) == one.confidence


def test_another_publisher_says_more_than_the_same_one_again() -> None:
    one = Source(0.8, "d1", "organization/a", (WORDS[0],))
    elsewhere = Source(0.8, "d2", "organization/b", (WORDS[1],))
    again = Source(0.8, "d3", "organization/a", (WORDS[2],))
    assert combined([one, elsewhere]) == 0.96
    assert combined([one, again]) == round(1 - 0.2 * 0.2**0.5, 2)
    assert combined([one, elsewhere, again]) == round(1 - 0.2 * 0.2 * 0.2**0.5, 2)


def test_what_is_printed_twice_says_no_more_than_once() -> None:
    one = Source(0.8, "d1", "organization/a", (WORDS[0],))
    assert combined([one, Source(0.8, "d2", "organization/b", (WORDS[0].upper().title(),))]) > 0.8
    assert combined([one, Source(0.7, "d2", "organization/b", (WORDS[0][:-1],))]) == 0.8
    assert combined([one, Source(0.7, "d2", "organization/b", (WORDS[0], WORDS[1]))]) == 0.94


def test_no_source_is_no_fact() -> None:
    with pytest.raises(ValueError, match="at least one"):
        combined([])


@pytest.mark.parametrize("address", [None, "", "no address", "https://[broken"])
def test_documents_that_do_not_say_who_published_them_count_as_of_one(address: str | None) -> None:
    assert voice(None, address) == ""


# Stores


def facts(store: Store) -> set[str]:
    rows = store.select("SELECT ?s ?p ?o { ?s ?p ?o . ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }").rows
    return {" ".join(re.sub(r".*(/id/|#)", "", getattr(term, "value", "")) for term in row) for row in rows}


def scored(collection: Collection, **confidence: float) -> Store:
    """The collection with other confidences by document, with dots for hyphens, and property: `en_1_signed`."""
    analyses = tuple(
        replace(
            analysis,
            facts=tuple(
                replace(f, confidence=confidence.get(f"{analysis.document.id}_{f.property}".replace("-", "_"), 0.9))
                for f in analysis.facts
            ),
        )
        for analysis in collection.analyses
    )
    return Store.of(replace(collection, analyses=analyses))


def test_without_a_figure_it_is_the_store_itself(collection: Collection) -> None:
    store = Store.of(collection)
    assert restricted(store, None) is store
    assert restricted(store, 0.0).nquads() == store.nquads()


@pytest.mark.parametrize("figure", [-0.1, 1.01, float("nan")])
def test_what_is_no_confidence_is_refused(collection: Collection, figure: float) -> None:
    with pytest.raises(InputError, match="from 0 to 1"):
        restricted(Store.of(collection), figure)


def test_sources_are_grouped_by_fact_and_manner(collection: Collection) -> None:
    found = sources(Store.of(collection))
    signed = next(claims for fact, claims in found.items() if "signed" in str(fact[1]))
    assert {s.document.rpartition("/")[2] for s in signed.values()} == {"en-1", "ru-1"}
    assert {s.publisher for s in signed.values()} == {"https://w3id.org/srac/id/organization/spbpu", ""}
    assert sorted(fact[3] for fact in found) == ["denied", "held", "held", "held", "planned"]


def test_weak_facts_go_with_their_claims_posts_passages_and_things(collection: Collection) -> None:
    store = scored(collection, en_1_holdsPost=0.5, en_1_signed=0.5, ru_1_signed=0.5, en_1_visited=0.5)
    cut = restricted(store, 0.9)
    assert facts(cut) == {"organization/spbpu partnerOf organization/tsinghua"}
    text = cut.nquads().decode()
    for gone in ("memorandum-2020-06", "person/lu-zhiyu", "Membership", "Head of the Office", "did not visit"):
        assert gone in store.nquads().decode()
        # the documents' own texts stay
        assert not [line for line in text.splitlines() if gone in line and "ontology#text" not in line], gone
    assert cut.graphs() == store.graphs()
    assert validate(cut.quads()).conforms


def test_a_second_source_keeps_what_one_could_not(collection: Collection) -> None:
    store = scored(collection, en_1_signed=0.8, ru_1_signed=0.8)
    assert "person/lu-zhiyu signed agreement/memorandum-2020-06" in facts(restricted(store, 0.9))
    alone = Store.of(
        Collection(
            tuple(
                replace(a, facts=tuple(replace(f, confidence=0.8) for f in a.facts))
                for a in collection.analyses
                if a.document.id == "en-1"
            ),
            collection.entities,
        )
    )
    assert facts(restricted(alone, 0.9)) == set()


def test_what_a_thing_that_stays_names_stays(collection: Collection) -> None:
    # Shanghai loses the visit, and is still where the memorandum was signed
    cut = restricted(scored(collection, en_1_visited=0.1), 0.9)
    assert cut.ask('ASK { ?m srac:place ?p . ?p rdfs:label "Shanghai"@en }')
    lost = restricted(scored(collection, en_1_visited=0.1, en_1_signed=0.1, ru_1_signed=0.1), 0.9)
    assert not lost.ask('ASK { ?p rdfs:label "Shanghai"@en }')


def test_decisions_about_what_is_lost_go_with_it(collection: Collection) -> None:
    sides = (Side("Lu Zhiyu", ("en-1",)), Side("Лу Чжиюй", ("ru-1",)))
    decisions = tuple(
        Decision(Outcome.SAME, (id,), sides, "name", 1.0, f"why {id} is one")
        for id in ("person/lu-zhiyu", "organization/spbpu")
    )
    store = scored(replace(collection, decisions=decisions), en_1_holdsPost=0.5, en_1_signed=0.5, ru_1_signed=0.5)
    reasons = store.select("SELECT ?why { ?d a srac:Decision ; skos:editorialNote ?why }")
    assert len(reasons) == 2
    kept = restricted(store, 0.9).select("SELECT ?why { ?d a srac:Decision ; skos:editorialNote ?why }")
    assert [row["why"].value for row in kept] == ["why organization/spbpu is one"]  # type: ignore[union-attr]


def test_plans_are_held_to_the_same_figure(collection: Collection) -> None:
    weak = restricted(scored(collection, en_1_negotiatedWith=0.3), 0.5)
    counts = weak.select("SELECT ?s (COUNT(*) AS ?n) { ?c srac:status ?s } GROUP BY ?s")
    assert {row["s"].value for row in counts} == {Status.HELD, Status.DENIED}  # type: ignore[union-attr]
