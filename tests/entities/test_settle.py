"""Final identities for what was only described; records by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.settle import needed, settle
from kg.records import Block, BlockKind, Document, Entity, Evidence, Fact, Mention, Name, NameKind, Status

A, B, C = "organization/alfa", "organization/beta", "organization/gama"
TEXT = "x" * 200
TITLE = Block(BlockKind.TITLE, 0, 20)


def organization(id: str) -> Entity:
    return Entity(id, "University", (Name(id.split("/")[1].upper(), "en", NameKind.PREFERRED),))


def deed(number: int, *names: str, kind: str = "agreement", date: str | None = None) -> Entity:
    return Entity(f"agreement/~{number}", "Agreement", tuple(Name(name, "en") for name in names), kind, date)


def thing(home: str, number: int, cls: str, *names: str, date: str | None = None) -> Entity:
    return Entity(f"{home}/~{number}", cls, tuple(Name(name, "en") for name in names), date=date)


def fact(subject: str, prop: str, target: str, at: int = 50, status: Status = Status.HELD, sure: float = 0.8) -> Fact:
    return Fact(subject, prop, target, status, sure, "rule", (Evidence(at, at + 5, "xxxxx"),))


def signed(number: int, *parties: str, at: int = 50) -> list[Fact]:
    return [fact(party, "signed", f"agreement/~{number}", at) for party in parties]


def mention(entity: str, at: int) -> Mention:
    return Mention(at, at + 5, "Agreement", entity, "rule", "described", 0.6)


def settled(
    things: Iterable[Entity], facts: Iterable[Fact], mentions: Iterable[Mention] = (), id: str = "en-1"
) -> tuple[dict[str, Entity], tuple[Mention, ...], tuple[Fact, ...]]:
    document = Document(id, "", "en", TEXT, (TITLE, Block(BlockKind.PARAGRAPH, 21, 200)))
    entities, places, final = settle(document, [*map(organization, (A, B, C)), *things], mentions, facts)
    assert [entity.id for entity in entities] == sorted(entity.id for entity in entities)
    return {entity.id: entity for entity in entities}, places, final


def test_an_agreement_is_its_parties_its_kind_and_its_date() -> None:
    entities, _, facts = settled([deed(1, "memorandum", kind="memorandum", date="2020-06")], signed(1, B, A))
    assert "agreement/memorandum-alfa-beta-2020-06" in entities
    assert {(f.subject, f.object) for f in facts} == {(x, "agreement/memorandum-alfa-beta-2020-06") for x in (A, B)}


def test_the_identity_of_an_agreement_does_not_hang_on_the_document_or_the_order() -> None:
    one, _, _ = settled([deed(1, "agreement")], signed(1, A, B), id="en-1")
    other, _, _ = settled([deed(7, "cooperation agreement")], signed(7, B, A), id="ru-2")
    assert one.keys() == other.keys()


def test_an_agreement_of_one_known_party_belongs_to_its_document() -> None:
    one, _, _ = settled([deed(1, "agreement")], [fact("agreement/~1", "concerns", "programme/p")], id="en-1")
    other, _, _ = settled([deed(1, "agreement")], [fact("agreement/~1", "concerns", "programme/p")], id="en-2")
    assert one.keys() != other.keys()


def test_what_no_fact_uses_is_left_out_with_its_mentions() -> None:
    entities, mentions, _ = settled([deed(1, "agreement")], [], [mention("agreement/~1", 60), mention(A, 70)])
    assert not [id for id in entities if id.startswith("agreement/")]
    assert [m.entity for m in mentions] == [A]


def test_an_agreement_is_labelled_by_its_parties_and_date() -> None:
    entities, _, _ = settled([deed(1, "cooperation agreement", date="2020-06")], signed(1, A, B))
    agreement = entities["agreement/agreement-alfa-beta-2020-06"]
    assert agreement.names[0] == Name("cooperation agreement: ALFA, BETA (2020-06)", "en", NameKind.PREFERRED)
    assert agreement.names[1:] == (Name("cooperation agreement", "en"),)


@pytest.mark.parametrize("said", ["new agreement on education", "only agreement on education"])
def test_a_label_leaves_out_what_only_its_own_text_can_mean(said: str) -> None:
    entities, _, _ = settled([deed(1, said)], signed(1, A, B))
    (agreement,) = (entity for entity in entities.values() if entity.cls == "Agreement")
    label, printed = agreement.names
    assert label.text.startswith("agreement on education: ")
    assert printed.text == said


def test_agreements_of_the_same_parties_about_two_things_are_two() -> None:
    entities, _, _ = settled(
        [deed(1, "agreement on trade"), deed(2, "agreement on ecology")], [*signed(1, A, B), *signed(2, A, B)]
    )
    assert len([id for id in entities if id.startswith("agreement/")]) == 2


def test_what_only_the_model_saw_needs_a_fact() -> None:
    seen = Mention(60, 65, "University", A, "model", "seen", 0.5)
    assert A not in settled([], [], [seen])[0]
    assert A in settled([], [], [seen, Mention(70, 75, "University", A, "pattern", "built so", 0.9)])[0]
    assert A in settled([deed(1, "pact")], signed(1, A, B), [seen])[0]


def test_what_has_a_name_stays_though_no_fact_uses_it() -> None:
    entities, _, _ = settled([], [])
    assert entities.keys() == {A, B, C}


def test_an_agreement_told_of_in_the_headline_and_below_is_one() -> None:
    things = [deed(1, "agreement"), deed(2, "cooperation agreement", date="2020-06")]
    entities, mentions, facts = settled(
        things,
        [*signed(1, A, at=5), *signed(2, A, B)],
        [mention("agreement/~1", 5), mention("agreement/~2", 60)],
    )
    (one,) = [entity for id, entity in entities.items() if id.startswith("agreement/")]
    assert one.date == "2020-06"
    assert {"agreement", "cooperation agreement"} < {name.text for name in one.names}
    assert any("told of twice" in reason for reason in one.reasons)
    assert {m.entity for m in mentions} == {one.id}
    assert len([f for f in facts if f.property == "signed"]) == 2


@pytest.mark.parametrize(
    "second",
    [
        deed(2, "exchange agreement", date="2021"),
        deed(2, "exchange agreement", kind="memorandum"),
        deed(2, "ecology agreement"),
    ],
    ids=["another date", "another kind", "another subject"],
)
def test_two_agreements_of_the_same_parties_stay_two_claims(second: Entity) -> None:
    first = deed(1, "exchange agreement", date="2020")
    _, _, facts = settled([first, second], [*signed(1, A, B), *signed(2, A, B, at=90)])
    assert len({f.object for f in facts}) == 2


def test_agreements_with_different_parties_are_two() -> None:
    entities, _, _ = settled([deed(1, "agreement"), deed(2, "agreement")], [*signed(1, A, B), *signed(2, A, C)])
    assert {"agreement/agreement-alfa-beta", "agreement/agreement-alfa-gama"} <= entities.keys()


def test_facts_that_fall_together_keep_all_evidence_and_the_surer_rule() -> None:
    things = [deed(1, "agreement on trade"), deed(2, "trade agreement")]
    facts = [
        fact(A, "signed", "agreement/~1", 50, sure=0.6),
        fact(A, "signed", "agreement/~2", 90, sure=0.9),
        *signed(1, B),
    ]
    _, _, final = settled(things, [*facts, *signed(2, B, at=90)])
    (one,) = [f for f in final if f.subject == A]
    assert one.confidence == 0.9
    assert [passage.start for passage in one.evidence] == [50, 90]


def test_planned_and_held_stay_apart() -> None:
    facts = [*signed(1, A, B), fact(A, "signed", "agreement/~1", 90, Status.PLANNED)]
    _, _, final = settled([deed(1, "agreement")], facts)
    assert sorted(f.status for f in final if f.subject == A) == ["held", "planned"]


def test_a_fact_whose_ends_fall_together_is_left_out() -> None:
    things = [thing("organization", k, "JointStructure", "joint laboratory") for k in (1, 2)]
    facts = [fact(x, "established", f"organization/~{k}") for x in (A, B) for k in (1, 2)]
    _, _, final = settled(things, [*facts, fact("organization/~1", "partnerOf", "organization/~2")])
    assert not [f for f in final if f.property == "partnerOf"]


def test_a_joint_structure_is_its_makers_and_its_name() -> None:
    lab = thing("organization", 1, "JointStructure", "joint laboratory of optics")
    entities, _, _ = settled([lab], [fact(x, "established", "organization/~1") for x in (A, B)])
    assert "organization/joint-laboratory-of-optics-alfa-beta" in entities


def test_makers_that_are_people_or_stand_ins_do_not_count() -> None:
    event = thing("event", 1, "Conference", "conference", date="2020")
    facts = [fact("person/p", "participatedIn", "event/~1"), fact("organization/~2", "organized", "event/~1")]
    entities, _, _ = settled([event, thing("organization", 2, "JointStructure", "joint institute")], facts)
    assert "event/conference-en-1-2020" in entities


@pytest.mark.parametrize(
    ("edition", "names", "date", "id"),
    [
        (5, ("5th EEF",), "2019-09", "event/eef-5"),
        (None, ("EEF-2019",), "2019-09", "event/eef-2019"),
        (None, ("EEF",), "2019-09", "event/eef-2019-09"),
        (None, ("EEF",), None, "event/eef-en-1"),
    ],
)
def test_an_edition_is_its_series_and_its_number_or_year(
    edition: int | None, names: tuple[str, ...], date: str | None, id: str
) -> None:
    event = Entity(
        "event/~1",
        "Conference",
        tuple(Name(name, "en") for name in names),
        date=date,
        series="event-series/eef",
        edition=edition,
    )
    entities, _, _ = settled([event], [fact(A, "participatedIn", "event/~1")])
    assert id in entities


def test_a_long_name_makes_a_short_key_of_its_own() -> None:
    label = "conference on the joint development of technology and cooperation of universities in the north"
    one, _, _ = settled([thing("event", 1, "Conference", label + " east")], [fact(A, "participatedIn", "event/~1")])
    other, _, _ = settled([thing("event", 1, "Conference", label + " west")], [fact(A, "participatedIn", "event/~1")])
    ids = [next(id for id in found if id.startswith("event/")) for found in (one, other)]
    assert len(set(ids)) == 2
    assert all(len(id.split("/")[1]) <= 80 for id in ids)


PARTIES = st.lists(st.sampled_from([A, B, C]), min_size=1, max_size=3, unique=True)
DEEDS = st.lists(
    st.tuples(
        PARTIES,
        st.sampled_from(["agreement", "memorandum"]),
        st.sampled_from([None, "2019", "2020-06"]),
        st.sampled_from(["pact", "trade agreement", "agreement on trade"]),
    ),
    max_size=5,
)


@given(DEEDS)
def test_any_agreements_get_final_ids(rows: list[tuple[list[str], str, str | None, str]]) -> None:
    things = [deed(k, name, kind=kind, date=date) for k, (_, kind, date, name) in enumerate(rows)]
    facts = [f for k, (parties, *_) in enumerate(rows) for f in signed(k, *parties, at=30 + 10 * k)]
    mentions = [mention(f"agreement/~{k}", 30 + 10 * k) for k in range(len(rows))]
    entities, places, final = settled(things, facts, mentions)
    assert not [id for id in entities if "~" in id]
    assert {m.entity for m in places} <= entities.keys()
    assert {end for f in final for end in (f.subject, f.object)} <= entities.keys()
    for entity in entities.values():
        assert len([name for name in entity.names if name.kind is NameKind.PREFERRED]) <= 1, entity
    keys = [(f.subject, f.property, f.object, f.status) for f in final]
    assert len(set(keys)) == len(keys)
    assert {p for f in final for p in f.evidence} == {p for f in facts for p in f.evidence}
    signers = {party for parties, *_ in rows for party in parties}
    assert {f.subject for f in final} == signers


@given(DEEDS)
def test_the_order_of_telling_does_not_change_the_ids(rows: list[tuple[list[str], str, str | None, str]]) -> None:
    def ids(order: list[int]) -> set[str]:
        things = [deed(k, rows[k][3], kind=rows[k][1], date=rows[k][2]) for k in order]
        facts = [f for k in order for f in signed(k, *rows[k][0], at=30 + 10 * k)]
        return set(settled(things, facts)[0])

    straight = list(range(len(rows)))
    assert ids(straight) == ids(straight[::-1])


def test_things_that_fall_together_have_one_label() -> None:
    twice = [
        Entity(f"programme/~{n}", "Programme", (Name(name, "en", NameKind.PREFERRED),))
        for n, name in ((1, "Polar school"), (2, "polar school"))
    ]
    facts = [fact(party, "established", one.id) for one in twice for party in (A, B)]
    entities, _, _ = settle(
        Document("d", "", "en", TEXT, (TITLE,)), [organization(A), organization(B), *twice], (), facts
    )
    assert len(entities) == 3
    for entity in entities:
        assert [name.kind for name in entity.names].count(NameKind.PREFERRED) == 1


# -- what is needed where some facts are not stated ----------------------------------------------------


def test_a_described_thing_goes_with_its_last_fact_and_a_named_one_stays() -> None:
    agreement = deed(1, "memorandum")
    things = [organization(A), organization(B), agreement]
    places = [replace(mention(A, 0), source="registry"), replace(mention(B, 10), source="pattern")]
    places.append(mention(agreement.id, 30))
    facts = signed(1, A)
    assert needed(things, places, facts) == (tuple(things), tuple(places))
    assert needed(things, places, []) == (tuple(things[:2]), tuple(places[:2]))


def test_what_only_the_model_saw_goes_unless_it_is_where_something_was() -> None:
    guessed = [replace(mention(one, 0), source="model") for one in ("place/x", "place/y")]
    cities = [Entity(one, "City", (Name("X", "en"),)) for one in ("place/x", "place/y")]
    agreement = replace(deed(1, "memorandum"), place="place/x")
    kept, places = needed([*cities, agreement], [*guessed, mention(agreement.id, 30)], signed(1, A, B))
    assert [one.id for one in kept] == ["place/x", agreement.id]
    assert [one.entity for one in places] == ["place/x", agreement.id]


@pytest.mark.parametrize("parts", [0, 1])
def test_an_organization_of_a_name_that_several_bear_is_of_its_document(parts: int) -> None:
    named = thing("organization", 1, "University", "Northern University")
    facts = [fact(A, "unitOf", named.id), fact(named.id, "visited", B)][1 - parts :]
    ids = []
    for id in ("t-1", "t-2"):
        document = Document(id, "", "en", TEXT, (TITLE,))
        entities, _, told = settle(document, [organization(A), organization(B), named], [mention(named.id, 50)], facts)
        (one,) = {e.id for e in entities} - {A, B}
        assert any(one in {f.subject, f.object} for f in told)
        ids.append(one)
    assert ids == ["organization/northern-university-t-1", "organization/northern-university-t-2"]
