from __future__ import annotations

from kg.facts import calibration
from kg.graph.confidence import restricted
from kg.graph.store import Store
from kg.records import Collection
from kg.views.stats import stats


def test_everything_is_counted(store: Store) -> None:
    counted = stats(store)
    assert counted.documents == 3
    assert counted.languages == {"en": 2, "ru": 1}
    assert counted.publishers == {"": 2, "Peter the Great St. Petersburg Polytechnic University": 1}
    assert counted.years == {"2020": 1, "2021": 1, "2022": 1}
    assert counted.entities == {
        "University": 3, "Company": 2, "Person": 2, "Topic": 2, "Agreement": 1, "City": 1, "Conference": 1,
    }  # fmt: skip
    assert counted.topics == {"optics": 1}
    assert counted.statuses == {"held": 8, "denied": 1, "planned": 1}
    assert counted.quads == len(store.nquads().splitlines())


def test_a_fact_stated_twice_is_one_fact(store: Store) -> None:
    assert stats(store).facts == {
        "partnerOf": 2,
        "signed": 2,
        "holdsPost": 1,
        "participatedIn": 1,
        "represents": 1,
    }


def test_facts_are_counted_by_how_sure_they_are(store: Store) -> None:
    counted = stats(store)
    high, *lower = counted.confidence.items()
    # one of the seven has two sources
    assert high == (f"{calibration.load().high.at_least:.2f}", 1)
    assert dict(lower) == {"0.90": 6, "0.80": 0, "0.70": 0, "0.50": 0, "0.00": 0}
    assert sum(counted.confidence.values()) == sum(counted.facts.values())


def test_what_is_not_sure_enough_is_not_counted(store: Store) -> None:
    counted = stats(restricted(store, 0.95))
    assert counted.facts == {"signed": 1}
    assert counted.statuses == {"held": 2}
    assert counted.documents == 3
    # a namesake and a city never were in a fact, and fields stay with the agreement that is about them
    assert counted.entities == {"Topic": 2, "Agreement": 1, "City": 1, "Person": 1, "University": 1}
    assert "Topic" not in stats(restricted(store, 1.0)).entities


def test_a_passage_quoted_for_two_facts_is_one_passage(store: Store) -> None:
    assert stats(store).evidence == 7


def test_tables_go_from_the_most_to_the_least(store: Store) -> None:
    entities = list(stats(store).entities.items())
    assert entities == sorted(entities, key=lambda row: (-row[1], row[0]))


def test_an_empty_store_has_nothing() -> None:
    counted = stats(Store.of(Collection(())))
    assert (counted.documents, counted.evidence, counted.quads) == (0, 0, 0)
    assert counted.languages == counted.facts == counted.statuses == counted.entities == {}
