from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.store import Store
from kg.views.network.graph import facts
from kg.views.network.times import Told, When, checked, first_day, last_day, of_thing, when
from kg.views.reading import Reading, read

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).map(datetime.date.isoformat)
DATES = st.tuples(DAYS, st.sampled_from((4, 7, 10))).map(lambda drawn: drawn[0][: drawn[1]])


@pytest.fixture(scope="module")
def reading(store: Store) -> Reading:
    return read(store)


def _dates(reading: Reading) -> dict[tuple[str, str, str], When | None]:
    key = {iri: thing.key for iri, thing in reading.things.items()}
    return {(key[f.subject], f.property, key[f.object]): when(f, reading) for f in facts(reading)}


def test_a_fact_is_dated_by_its_post_else_by_what_it_is_about_else_by_who_tells_it(reading: Reading) -> None:
    found = _dates(reading)
    assert found["person/lu-zhiyu", "holdsPost", "organization/spbpu"] == When("2016", None, Told.POST)
    assert found["organization/spbpu", "signed", "agreement/m1"] == When("2020-06", "2020-06", Told.THING)
    assert found["organization/spbpu", "participatedIn", "event/forum"] == When("2021-02-03", "2021-02-05", Told.THING)
    told = When("2020-07-01", "2020-07-01", Told.DIGEST)
    assert found["person/lu-zhiyu", "represents", "organization/spbpu"] == told


def test_what_several_digests_tell_lasts_from_the_first_to_the_last(reading: Reading) -> None:
    (partners,) = (f for f in facts(reading) if f.property == "partnerOf" and len(f.claims) == 1 and "zju" in f.object)
    (quotation,) = partners.claims[0].quotations
    early = next(iri for iri, digest in reading.digests.items() if digest.id == "d1")
    again = replace(partners.claims[0], quotations=(replace(quotation, digest=early),))
    assert when(replace(partners, claims=(*partners.claims, again)), reading) == When(
        "2020-07-01", "2021-02-10", Told.DIGEST
    )


def test_what_nobody_dates_has_no_date(reading: Reading) -> None:
    undated = replace(
        reading, digests={iri: replace(digest, published=None) for iri, digest in reading.digests.items()}
    )
    assert _dates(undated)["organization/zju", "visited", "organization/tsinghua"] is None
    assert of_thing(next(thing for thing in reading.things.values() if thing.date is None)) is None


@given(DATES)
def test_a_date_means_the_days_that_begin_like_it(date: str) -> None:
    assert checked(date) == date
    first, last = (datetime.date.fromisoformat(day(date)) for day in (first_day, last_day))
    assert first.isoformat().startswith(date)
    assert last.isoformat().startswith(date)
    for outside in (first - datetime.timedelta(1), last + datetime.timedelta(1)):
        assert not outside.isoformat().startswith(date)


@given(DATES, DATES, DATES, DATES)
def test_spans_meet_where_they_share_a_day(one: str, other: str, this: str, that: str) -> None:
    start, end = sorted((one, other), key=first_day)
    since, until = sorted((this, that), key=first_day)
    share = max(first_day(start), first_day(since)) <= min(last_day(end), last_day(until))
    assert When(start, end, Told.THING).meets(since, until) == share
    assert When(None, None, Told.POST).meets(since, until)


@pytest.mark.parametrize("date", ["", "19", "2019-13", "2019-02-30", "2019/05", "May 2019", "2019-5", " 2019", "2019-"])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(InputError, match=r"is no date .2019, 2019-05 or 2019-05-01"):
        checked(date)
