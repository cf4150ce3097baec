from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.store import Store
from kg.records import Name, NameKind, Status
from kg.views.network.places import known, name, whereabouts
from kg.views.reading import Claim, Reading, Thing, read

BASE = "https://w3id.org/srac/id/"


@pytest.fixture(scope="module")
def reading(store: Store) -> Reading:
    return read(store)


def _thing(key: str, cls: str, **more: str) -> Thing:
    return Thing(BASE + key, cls, key, (Name(key, "en", NameKind.PREFERRED),), **more)  # type: ignore[arg-type]


def _reading(things: list[Thing], *stated: tuple[str, str, str], status: Status = Status.HELD) -> Reading:
    claims = tuple(
        Claim(f"{BASE}claim/{number}", BASE + subject, prop, BASE + obj, status, 0.9, "by hand", ())
        for number, (subject, prop, obj) in enumerate(stated)
    )
    return Reading({thing.iri: thing for thing in things}, {}, claims)


def test_the_registry_knows_seats_and_what_lies_in_what(reading: Reading) -> None:
    where = whereabouts(reading)
    assert where.seats[f"{BASE}organization/spbpu"] == "place/saint-petersburg"
    assert where.around[f"{BASE}organization/spbpu"] == {"place/saint-petersburg", "place/russia"}
    assert where.homes[f"{BASE}organization/spbpu"] == ("place/saint-petersburg", "place/russia")
    assert where.countries(f"{BASE}organization/zju") == ("place/china",)


def test_what_has_no_seat_goes_with_others(reading: Reading) -> None:
    where = whereabouts(reading)
    assert where.countries(f"{BASE}person/lu-zhiyu") == ("place/china",)  # the registry knows better than the post
    assert where.countries(f"{BASE}agreement/m1") == ("place/china", "place/russia")
    assert f"{BASE}agreement/m1" not in where.seats
    assert where.countries(f"{BASE}organization/hostile") == ()


def test_it_goes_on_from_one_to_the_next_but_not_from_agreements() -> None:
    things = [
        _thing("organization/hit", "University"),
        _thing("organization/school", "OrganizationalUnit"),
        _thing("person/dean", "Person"),
        _thing("agreement/a", "Agreement"),
        _thing("organization/stranger", "Company"),
    ]
    found = whereabouts(
        _reading(
            things,
            ("organization/stranger", "signed", "agreement/a"),
            ("person/dean", "signed", "agreement/a"),
            ("person/dean", "holdsPost", "organization/school"),
            ("organization/school", "unitOf", "organization/hit"),
        )
    )
    harbin = {"place/harbin", "place/heilongjiang", "place/china"}
    assert found.around[f"{BASE}agreement/a"] == harbin
    assert found.around[f"{BASE}person/dean"] == harbin
    assert f"{BASE}organization/stranger" not in found.around


def test_digests_tell_of_places_that_the_registry_does_not_know() -> None:
    things = [
        _thing("organization/new", "Company"),
        _thing("place/tech-park", "Place"),
        _thing("place/china", "Country"),
        _thing("place/harbin", "City"),
        _thing("event/fair", "Exhibition", place=f"{BASE}place/harbin"),
    ]
    stated = [
        ("organization/new", "locatedIn", "place/china"),
        ("organization/new", "locatedIn", "place/tech-park"),
        ("place/tech-park", "locatedIn", "place/harbin"),
    ]
    found = whereabouts(_reading(things, *stated))
    assert found.seats[f"{BASE}organization/new"] == "place/tech-park"
    assert found.around[f"{BASE}organization/new"] >= {"place/harbin", "place/china"}
    assert found.seats[f"{BASE}event/fair"] == "place/harbin"
    assert whereabouts(_reading(things, *stated, status=Status.PLANNED)).seats.keys() == {
        thing.iri for thing in things if thing.key.startswith("place/") or thing.cls == "Exhibition"
    }


def test_who_denies_lends_nothing() -> None:
    things = [_thing("organization/hit", "University"), _thing("agreement/a", "Agreement")]
    stated = ("organization/hit", "signed", "agreement/a")
    assert whereabouts(_reading(things, stated)).countries(f"{BASE}agreement/a") == ("place/china",)
    assert whereabouts(_reading(things, stated, status=Status.DENIED)).countries(f"{BASE}agreement/a") == ()


def test_places_have_names_and_codes_to_be_found_by(reading: Reading) -> None:
    places = {place.key: place for place in known(reading, whereabouts(reading))}
    assert places.keys() >= {"place/china", "place/zhejiang", "place/hangzhou", "place/nowhere"}
    assert {"Китай", "中国", "CN"} <= {name.text for name in places["place/china"].names}
    assert {name("place/china", reading, lang) for lang in ("en", "ru", "zh")} == {"China", "Китай", "中国"}
    assert name("place/nowhere", replace(reading, things={}), "en") == "place/nowhere"
