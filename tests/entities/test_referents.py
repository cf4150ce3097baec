"""The things of a document while they are gathered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.referents import Gathering, Referent, home
from kg.records import Entry, Name, NameKind
from kg.schema import CLASSES

UNIVERSITY = Entry(
    "organization/tsinghua",
    "University",
    (Name("Tsinghua University", "en", NameKind.PREFERRED), Name("清华大学", "zh", NameKind.PREFERRED)),
    ror="https://ror.org/03cve4549",
    wikidata="Q16955",
)
SERIES = Entry("event-series/eef", "Conference", (Name("Eastern Economic Forum", "en", NameKind.PREFERRED),))


@pytest.mark.parametrize(
    ("cls", "path"),
    [
        ("OrganizationalUnit", "organization"),
        ("JointStructure", "organization"),
        ("Person", "person"),
        ("District", "place"),
        ("Visit", "event"),
        ("EventSeries", "event-series"),
        ("Agreement", "agreement"),
        ("Programme", "programme"),
        ("Recognition", "recognition"),
        ("Topic", "topic"),
    ],
)
def test_homes(cls: str, path: str) -> None:
    assert home(cls) == path


@pytest.mark.parametrize("cls", ["Digest", "Claim", "Evidence", "Membership"])
def test_what_has_no_id_of_its_own(cls: str) -> None:
    assert cls in CLASSES
    with pytest.raises(ValueError, match=cls):
        home(cls)


def test_a_known_thing_is_one_with_its_identifiers() -> None:
    gathering = Gathering("en")
    first = gathering.known(UNIVERSITY, 5)
    assert gathering.known(UNIVERSITY, 50) is first
    entity = first.entity()
    assert entity.id == "organization/tsinghua"
    assert entity.same_as == ("https://ror.org/03cve4549", "http://www.wikidata.org/entity/Q16955")
    assert entity.names == UNIVERSITY.names


def test_a_form_is_added_once_with_its_reason() -> None:
    gathering = Gathering("en")
    referent = gathering.known(UNIVERSITY, 0)
    for _ in range(2):
        referent.add("Tsinghua", "en", "it shortens the name")
    referent.add("Tsinghua University", "en", "of no account: known already")
    assert [name.text for name in referent.names] == ["Tsinghua University", "清华大学", "Tsinghua"]
    assert referent.reasons == ["it shortens the name"]


def test_the_registry_is_never_changed() -> None:
    Gathering("en").known(UNIVERSITY, 0).add("Tsinghua", "en")
    assert len(UNIVERSITY.names) == 2


def test_a_name_makes_an_id_of_its_own() -> None:
    gathering = Gathering("en")
    person = gathering.named("Person", "Lu ZHIYU", 0)
    assert person.id == "person/lu-zhiyu"
    assert gathering.named("Person", "LU Zhiyu", 9) is person
    assert gathering.named("University", "University of Nowhere", 0).id == "organization/university-of-nowhere"
    assert person.entity().names == (Name("Lu ZHIYU", "en", NameKind.PREFERRED),)


def test_what_is_described_has_a_stand_in() -> None:
    gathering = Gathering("en")
    ids = {gathering.described("Agreement", "memorandum", "memorandum", at).id for at in range(3)}
    assert len(ids) == 3
    assert all(id.startswith("agreement/~") for id in ids)


def test_the_first_name_is_the_label_where_none_is_known_to_be() -> None:
    referent = Referent("agreement/~1", "Agreement", 0)
    referent.add("cooperation agreement", "en")
    referent.add("agreement", "en")
    assert [name.kind for name in referent.entity().names] == [NameKind.PREFERRED, NameKind.ALTERNATIVE]


@pytest.mark.parametrize(
    ("surfaces", "editions"),
    [
        (("Eastern Economic Forum",), [None]),
        (("5th Eastern Economic Forum", "Eastern Economic Forum"), [5]),
        (("Eastern Economic Forum", "5th Eastern Economic Forum"), [5]),
        (("VIII Eastern Economic Forum", "8th Eastern Economic Forum"), [8]),
        (("Sixth Eastern Economic Forum", "7th Eastern Economic Forum"), [6, 7]),
        (("IV Eastern Economic Forum", "IX Eastern Economic Forum"), [4, 9]),
    ],
)
def test_editions(surfaces: tuple[str, ...], editions: list[int | None]) -> None:
    gathering = Gathering("en")
    found = {
        id(referent): referent
        for k, surface in enumerate(surfaces)
        for referent in [gathering.edition(SERIES, surface, k)]
    }
    assert [referent.edition for referent in found.values()] == editions
    assert all(referent.series == SERIES.id and referent.cls == "Conference" for referent in found.values())


@given(
    st.lists(
        st.tuples(st.sampled_from(["Person", "University", "Conference", "City"]), st.text(min_size=1)), max_size=8
    )
)
def test_ids_are_the_keys(rows: list[tuple[str, str]]) -> None:
    gathering = Gathering("en")
    for at, (cls, name) in enumerate(rows):
        gathering.named(cls, name, at)
    for key, referent in gathering.referents.items():
        assert key == referent.id
        path, name = key.split("/")
        assert path == home(referent.cls)
        assert name
