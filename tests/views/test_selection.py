from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.store import Store
from kg.schema import PROPERTIES, STATUSES
from kg.views.network.filters import CLASSES_OF_THINGS, NONE, Filters
from kg.views.network.selection import select
from kg.views.reading import Claim, Reading, read

BASE = "https://w3id.org/srac/id/"
SPBPU, LU, FORUM = (f"{BASE}{key}" for key in ("organization/spbpu", "person/lu-zhiyu", "event/forum"))


@pytest.fixture(scope="module")
def reading(store: Store) -> Reading:
    return read(store)


def _triples(reading: Reading) -> set[tuple[str, str, str]]:
    key = {iri: thing.key.partition("/")[2] for iri, thing in reading.things.items()}
    return {(key[claim.subject], claim.property, key[claim.object]) for claim in reading.claims}


def _left(reading: Reading, **filters: object) -> set[tuple[str, str, str]]:
    return _triples(select(reading, Filters(**filters)))  # type: ignore[arg-type]


SIGNED = {("spbpu", "signed", "m1"), ("zju", "signed", "m1")}
POSTS = {("lu-zhiyu", "holdsPost", "spbpu"), ("lu-zhiyu", "represents", "spbpu")}


def test_without_filters_all_is_left(reading: Reading) -> None:
    assert select(reading, NONE) is reading
    assert select(reading, Filters(depth=5)) is reading


def test_property_and_status(reading: Reading) -> None:
    assert _left(reading, properties=("signed",)) == SIGNED
    assert _left(reading, statuses=("planned",)) == {("spbpu", "partnerOf", "tsinghua")}
    both = _left(reading, statuses=("planned", "denied"))
    assert both == {("spbpu", "partnerOf", "tsinghua"), ("zju", "visited", "tsinghua")}


def test_both_ends_are_of_a_class_or_one_below_it(reading: Reading) -> None:
    assert _left(reading, classes=("Organization", "Agreement")) == SIGNED | {
        ("spbpu", "partnerOf", "zju"),
        ("spbpu", "partnerOf", "tsinghua"),
        ("zju", "visited", "tsinghua"),
        ("hostile", "partnerOf", "long"),
    }
    assert _left(reading, classes=("Event", "University")) >= {("spbpu", "participatedIn", "forum")}


def test_both_ends_are_in_a_place(reading: Reading) -> None:
    assert _left(reading, places=("place/hangzhou",)) == {("zju", "signed", "m1")}
    assert _left(reading, places=("place/saint-petersburg",)) == {
        ("spbpu", "signed", "m1"),
        ("spbpu", "participatedIn", "forum"),
    }
    both = _left(reading, places=("place/russia", "place/zhejiang"))
    assert both >= SIGNED | {("spbpu", "partnerOf", "zju")}
    assert ("spbpu", "partnerOf", "tsinghua") not in both


def test_dates_are_bounds_that_count_themselves(reading: Reading) -> None:
    assert _left(reading, until="2016-01-01") == {("lu-zhiyu", "holdsPost", "spbpu")}
    june = _left(reading, since="2020-06-30", until="2020-06-30")
    assert june == SIGNED | {("lu-zhiyu", "holdsPost", "spbpu")}
    assert ("spbpu", "participatedIn", "forum") in _left(reading, since="2021-02-05")
    assert ("spbpu", "participatedIn", "forum") not in _left(reading, since="2021-02-06")


def test_documents_leave_what_they_say_themselves(reading: Reading) -> None:
    part = select(reading, Filters(documents=("d2",)))
    assert _triples(part) == {
        ("spbpu", "signed", "m1"),
        ("spbpu", "partnerOf", "zju"),
        ("spbpu", "participatedIn", "forum"),
    }
    assert [digest.id for digest in part.digests.values()] == ["d2"]
    assert len([claim for claim in part.claims if claim.property == "signed"]) == 1


def test_confidence_is_that_of_all_claims_together(reading: Reading) -> None:
    sure = select(reading, Filters(at_least=0.95))
    assert _triples(sure) == {("spbpu", "signed", "m1")}
    assert len(sure.claims) == 2
    assert len(select(reading, Filters(at_least=0.9)).claims) == len(reading.claims)
    # What several documents say together stays sure where one of them is asked for.
    assert _left(reading, at_least=0.95, documents=("d2",)) == {("spbpu", "signed", "m1")}


def test_focus_keeps_what_is_near(reading: Reading) -> None:
    assert _left(reading, focus=(LU,), depth=1) == POSTS
    assert _left(reading, focus=(FORUM,), depth=1) == {("spbpu", "participatedIn", "forum")}
    near = _left(reading, focus=(FORUM,), depth=2)
    assert near == POSTS | {
        ("spbpu", "participatedIn", "forum"),
        ("spbpu", "signed", "m1"),
        ("zju", "signed", "m1"),
        ("spbpu", "partnerOf", "zju"),
        ("spbpu", "partnerOf", "tsinghua"),
        ("zju", "visited", "tsinghua"),
    }
    assert ("hostile", "partnerOf", "long") not in _left(reading, focus=(FORUM,), depth=99)


def test_places_lead_no_further(reading: Reading) -> None:
    nowhere = next(thing for thing in reading.things.values() if thing.cls == "City")
    like = reading.claims[0]

    def lies(thing: str, number: int) -> Claim:
        return Claim(f"{like.iri}x{number}", thing, "locatedIn", nowhere.iri, like.status, 0.9, "x", like.quotations)

    hostile = f"{BASE}organization/hostile"
    crowded = Reading(
        reading.things, reading.digests, (*reading.claims, lies(SPBPU, 1), lies(hostile, 2), lies(FORUM, 3))
    )
    assert ("hostile", "locatedIn", "nowhere") not in _left(crowded, focus=(LU,), depth=9)
    around = _left(crowded, focus=(nowhere.iri,), depth=1)
    assert around == {(key, "locatedIn", "nowhere") for key in ("spbpu", "hostile", "forum")} | {
        ("spbpu", "participatedIn", "forum")
    }


def test_things_that_are_only_named_stay_with_what_names_them(reading: Reading) -> None:
    part = select(reading, Filters(properties=("signed",)))
    keys = {thing.key for thing in part.things.values()}
    assert keys == {"organization/spbpu", "organization/zju", "agreement/m1", "topic/optics", "topic/science"}


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"classes": ("Univerity",)}, "“Univerity” is no class here .did you mean University"),
        ({"classes": ("university",)}, "did you mean University"),
        ({"classes": ("Claim",)}, "“Claim” is no class here"),
        ({"properties": ("sign",)}, "“sign” is no property here .did you mean signed"),
        ({"properties": ("xyz",)}, "is no property here .one of .*visited"),
        ({"statuses": ("done",)}, "“done” is no status here .one of denied, held, planned, proposed"),
        ({"depth": 0}, "1 or more"),
        ({"at_least": 1.5}, "1.5 is no confidence"),
        ({"since": "2019-13"}, "“2019-13” is no date .2019, 2019-05 or 2019-05-01"),
        ({"since": "2020", "until": "2019-12"}, "2020 is after 2019-12"),
    ],
)
def test_values_that_could_not_be_are_refused(filters: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Filters(**filters)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        (
            {"properties": ("organized",)},
            r"nothing is left: 9 facts, none with organized \(there are partnerOf \(3\), signed \(2\)",
        ),
        ({"properties": ("signed",), "since": "2030"}, r"9 facts, 2 with signed, none from 2030 \(dates run from 2020"),
        ({"at_least": 1.0}, r"none with a confidence of 1 or more \(the surest has 0.99\)"),
        ({"statuses": ("proposed",)}, r"none proposed \(there are held"),
        ({"classes": ("Programme",)}, r"none between things of class Programme \(there are University–University"),
        ({"places": ("place/moscow",)}, r"none between things in Moscow \(things are in China"),
        ({"documents": ("d1",), "properties": ("signed",), "until": "1999"}, r"6 in d1, 2 with signed, none to 1999"),
        ({"documents": ("d9",)}, r"“d9” is no document here"),
        ({"focus": (LU,), "properties": ("signed",)}, r"2 with signed, none about Lu Zhiyu \(facts are about"),
    ],
)
def test_an_empty_part_says_which_filter_left_nothing(
    reading: Reading, filters: dict[str, object], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        select(reading, Filters(**filters))  # type: ignore[arg-type]


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


@given(
    st.builds(
        Filters,
        focus=_some((SPBPU, LU, FORUM)),
        depth=st.integers(1, 3),
        since=st.none() | st.sampled_from(("2015", "2020-06", "2020-07-01")),
        until=st.none() | st.sampled_from(("2020-07-01", "2021", "2022-03")),
        classes=_some(CLASSES_OF_THINGS),
        properties=_some(tuple(PROPERTIES)),
        statuses=_some(STATUSES),
        places=_some(("place/russia", "place/china")),
        documents=_some(("d1", "d2", "d3")),
        at_least=st.none() | st.floats(0, 1),
    )
)
def test_a_part_holds_all_that_it_names_and_narrowing_again_changes_nothing(reading: Reading, filters: Filters) -> None:
    try:
        part = select(reading, filters)
    except InputError:
        return  # nothing is left, which has its own test
    assert set(part.claims) <= set(reading.claims)
    assert list(part.claims) == [claim for claim in reading.claims if claim in part.claims]
    ends = chain.from_iterable((claim.subject, claim.object) for claim in part.claims)
    named = chain.from_iterable(
        (thing.place, thing.series, thing.broader, *thing.subjects) for thing in part.things.values()
    )
    assert {iri for iri in (*ends, *named) if iri} <= part.things.keys()
    assert {q.digest for claim in part.claims for q in claim.quotations} <= part.digests.keys()
    narrow = Filters(focus=filters.focus, depth=filters.depth, properties=filters.properties, classes=filters.classes)
    assert select(part, narrow).claims == part.claims
