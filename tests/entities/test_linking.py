"""Entities of single documents become entities of the collection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.entities.blocking import pairs
from kg.entities.candidates import Candidate
from kg.entities.clusters import cluster
from kg.entities.likeness import Answer, Verdict, judge
from kg.entities.linking import link
from kg.entities.names import person_slug, slug
from kg.errors import DocumentError
from kg.records import (
    Analysis,
    Collection,
    Document,
    Entity,
    Entry,
    Evidence,
    Fact,
    Gap,
    Lang,
    Mention,
    Name,
    NameKind,
    Status,
)
from kg.registry import Registry

ENTRIES = (
    Entry(
        "organization/spbpu",
        "University",
        (Name("Peter the Great St. Petersburg Polytechnic University", "en", NameKind.PREFERRED), Name("SPbPU")),
        city="place/saint-petersburg",
        wikidata="Q1",
    ),
    Entry("organization/tsinghua", "University", (Name("Tsinghua University", "en", NameKind.PREFERRED),)),
    Entry("organization/xpu", "University", (Name("Xi'an Polytechnic University", "en", NameKind.PREFERRED),)),
    Entry("place/saint-petersburg", "City", (Name("Saint Petersburg", "en", NameKind.PREFERRED),)),
    Entry("event-series/eef", "Conference", (Name("Eastern Economic Forum", "en", NameKind.PREFERRED),)),
)
REGISTRY = Registry(ENTRIES, MappingProxyType({entry.id: entry for entry in ENTRIES}), MappingProxyType({}))
SPBPU, TSINGHUA, XPU = (entry.id for entry in ENTRIES[:3])


def person(name: str, lang: Lang = "en") -> Entity:
    return Entity(f"person/{person_slug(name)}", "Person", (Name(name, lang),))


def organization(name: str, cls: str = "Organization", lang: Lang = "en") -> Entity:
    return Entity(f"organization/{slug(name)}", cls, (Name(name, lang),))


def university(id: str) -> Entity:
    entry = REGISTRY.get(id)
    assert entry is not None
    return Entity(id, entry.cls, entry.names)


def event(name: str, cls: str = "Conference", date: str | None = None, edition: int | None = None) -> Entity:
    return Entity(f"event/{slug(name)}", cls, (Name(name, "en"),), date=date, edition=edition)


def agreement(date: str | None = None, kind: str | None = "agreement", key: str = "agreement") -> Entity:
    return Entity(f"agreement/{key}", "Agreement", (Name("agreement", "en"),), kind=kind, date=date)


def fact(subject: Entity | str, prop: str, obj: Entity | str, start: int = 0, confidence: float = 0.9) -> Fact:
    ids = [end if isinstance(end, str) else end.id for end in (subject, obj)]
    return Fact(ids[0], prop, ids[1], Status.HELD, confidence, "rule", (Evidence(start, start + 1, "x"),))


def analysis(id: str, *things: Entity | Fact, published: str | None = None, lang: Lang = "en") -> Analysis:
    entities = tuple(thing for thing in things if isinstance(thing, Entity))
    mentions = tuple(Mention(at, at + 1, e.cls, e.id, "pattern", "named", 1.0) for at, e in enumerate(entities))
    facts = tuple(thing for thing in things if isinstance(thing, Fact))
    return Analysis(Document(id, id, lang, "x" * 50, (), published=published), entities, mentions, facts)


def linked(*analyses: Analysis) -> Collection:
    return link(analyses, REGISTRY)


def ids(collection: Collection, home: str) -> list[str]:
    return [entity.id for entity in collection.entities if entity.id.startswith(home + "/")]


def signing(id: str, date: str | None, *parties: str, kind: str = "agreement", published: str = "2020-10") -> Analysis:
    deed = agreement(date, kind)
    return analysis(
        id, deed, *(university(p) for p in parties), *(fact(p, "signed", deed) for p in parties), published=published
    )


@pytest.mark.parametrize(("name", "things"), [("Northern University", 2), ("VSU", 2), ("Amur University", 1)])
def test_a_name_that_several_bear_joins_nothing(name: str, things: int) -> None:
    entry = Entry(
        "organization/nu", "University", (Name("Northern University (Omsk)"),), ("Northern University", "VSU")
    )
    known = Registry((entry,), MappingProxyType({entry.id: entry}), MappingProxyType({}))
    texts = [analysis(id, organization(name, "University")) for id in "ab"]
    found = link(texts, known)
    assert len(found.entities) == things
    assert entry.id not in {one.id for one in found.entities}
    assert link(found.analyses, known).entities == found.entities


def test_variants_of_a_name_are_one_person_with_a_reason() -> None:
    found = linked(
        analysis("a", person("Lu ZHIYU")), analysis("b", person("Lu ZHIYUI")), analysis("c", person("陆治宇", "zh"))
    )
    (one,) = found.entities
    assert one.id == "person/lu-zhiyu"
    assert one.names[0] == Name("Lu ZHIYU", "en", NameKind.PREFERRED)
    assert Name("陆治宇", "zh", NameKind.PREFERRED) in one.names
    assert Name("Lu ZHIYUI", "en", NameKind.HIDDEN) in one.names
    assert any("“Zhiyui” is no pinyin" in reason for reason in one.reasons)
    assert {mention.entity for each in found.analyses for mention in each.mentions} == {one.id}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zhang Wei", "Zhang Wen"),
        ("Ivan Petrov", "Ilya Petrov"),
        ("Ivan Petrov", "I. Petrov"),
        ("Petrov", "Ivan Petrov"),
        ("张伟", "章伟"),
        ("Anna Petrova", "Anton Petrov"),
    ],
)
def test_people_without_a_common_organization_stay_two(one: str, other: str) -> None:
    assert len(ids(linked(analysis("a", person(one)), analysis("b", person(other))), "person")) == 2


def employed(id: str, name: str, employer: str) -> Analysis:
    who = person(name)
    return analysis(id, who, university(employer), fact(who, "holdsPost", employer))


def test_initials_count_where_the_organization_is_the_same() -> None:
    same = linked(employed("a", "D. G. Arseniev", SPBPU), employed("b", "Дмитрий Арсеньев", SPBPU))
    other = linked(employed("a", "D. G. Arseniev", SPBPU), employed("b", "Дмитрий Арсеньев", TSINGHUA))
    assert ids(same, "person") == ["person/arsenyev-dmitry"]
    assert len(ids(other, "person")) == 2


def test_a_surname_alone_joins_only_its_like_in_one_organization() -> None:
    surnames = employed("a", "Prof. Bessmertny", SPBPU), employed("b", "Prof. Bessmertny", SPBPU)
    assert len(ids(linked(*surnames), "person")) == 1
    assert len(ids(linked(surnames[0], employed("b", "Igor Bessmertny", SPBPU)), "person")) == 2


def test_a_short_chinese_name_has_many_bearers() -> None:
    assert len(ids(linked(employed("a", "Hai Li", SPBPU), employed("b", "Ли Хай", TSINGHUA)), "person")) == 2
    assert len(ids(linked(employed("a", "Hai Li", SPBPU), analysis("b", person("Ли Хай", "ru"))), "person")) == 1
    assert len(ids(linked(employed("a", "Lu Zhiyu", SPBPU), employed("b", "Лу Чжиюй", TSINGHUA)), "person")) == 1


def test_initials_that_fit_two_people_are_neither() -> None:
    found = linked(
        employed("a", "D. Petrov", SPBPU), employed("b", "Denis Petrov", SPBPU), employed("c", "Dmitry Petrov", SPBPU)
    )
    assert ids(found, "person") == ["person/denis-petrov", "person/dmitry-petrov", "person/petrov-d"]


def test_people_of_one_id_and_other_organizations_get_ids_of_their_own() -> None:
    found = linked(employed("a", "W. Wang", SPBPU), employed("b", "W. Wang", TSINGHUA))
    assert ids(found, "person") == ["person/wang-w-spbpu", "person/wang-w-tsinghua"]
    assert [each.facts[0].subject for each in found.analyses] == ["person/wang-w-spbpu", "person/wang-w-tsinghua"]


def test_organizations_join_by_spelling_and_the_registry_wins() -> None:
    found = linked(
        analysis("a", organization("Fengdong New District Authority", "GovernmentBody")),
        analysis("b", organization("Fengduong New District Authority")),
        analysis("c", organization("Tsingua University")),
        analysis("d", organization("Xi'an Technological University")),
    )
    assert ids(found, "organization") == [
        "organization/fengdong-new-district-authority",
        "organization/tsinghua",
        "organization/xian-technological-university",
    ]
    fengdong = found.entities[0]
    assert fengdong.cls == "GovernmentBody"
    assert fengdong.names[0].text == "Fengdong New District Authority"
    assert Name("Fengduong New District Authority", "en", NameKind.HIDDEN) in fengdong.names


def test_what_means_an_entry_in_one_document_means_nothing_elsewhere() -> None:
    own = replace(university(SPBPU), names=(Name("SPbPU"), Name("Polytechnic University of Technology", "en")))
    found = linked(analysis("a", own), analysis("b", organization("Polytechnic University of Technology")))
    assert len(ids(found, "organization")) == 2


def test_a_name_that_many_bear_needs_the_same_whole() -> None:
    def unit(id: str, whole: str) -> Analysis:
        office = organization("International Office", "OrganizationalUnit")
        return analysis(id, office, university(whole), fact(office, "unitOf", whole))

    found = linked(unit("a", SPBPU), unit("b", TSINGHUA), unit("c", SPBPU))
    offices = [each.facts[0].subject for each in found.analyses]
    assert offices[0] == offices[2] != offices[1]


def test_events_join_by_name_unless_edition_or_date_differ() -> None:
    found = linked(
        analysis("a", event("18th China International Expert Exchange Conference", date="2020-09", edition=18)),
        analysis("b", event("China International Conference on Specialists Exchange", date="2020")),
        analysis("c", event("19th China International Expert Exchange Conference", date="2021", edition=19)),
        analysis("d", event("China International Conference on Specialists Exchange"), published="2019-03"),
    )
    of = {each.document.id: each.entities[0].id for each in found.analyses}
    assert of["a"] == of["b"]
    assert len({of["a"], of["c"], of["d"]}) == 3
    assert next(e for e in found.entities if e.id == of["a"]).date == "2020-09"


def test_an_edition_is_not_its_series() -> None:
    found = linked(analysis("a", event("Eastern Economic Forum", date="2022-09")))
    assert ids(found, "event") == ["event/eastern-economic-forum"]
    assert ids(found, "event-series") == []


def test_annual_events_reported_a_year_apart_are_two() -> None:
    def report(id: str, published: str) -> Analysis:
        return analysis(id, event("China Education Expo"), published=published)

    assert len(ids(linked(report("a", "2019-10"), report("b", "2020-10")), "event")) == 2
    assert len(ids(linked(report("a", "2019-10"), report("b", "2019-11-02")), "event")) == 1


def test_events_without_a_name_join_by_date_and_those_who_took_part() -> None:
    def meeting(id: str, date: str | None, *who: str) -> Analysis:
        held = Entity("event/meeting", "Meeting", (Name("meeting", "en"),), kind="meeting", date=date)
        return analysis(id, held, *map(university, who), *(fact(one, "participatedIn", held) for one in who))

    assert (
        len(ids(linked(meeting("a", "2020-09-15", SPBPU, XPU), meeting("b", "2020-09-15", SPBPU, XPU)), "event")) == 1
    )
    assert (
        len(ids(linked(meeting("a", "2020-09-15", SPBPU, XPU), meeting("b", "2020-09-16", SPBPU, XPU)), "event")) == 2
    )
    assert len(ids(linked(meeting("a", None, SPBPU, XPU), meeting("b", None, SPBPU, XPU)), "event")) == 2
    assert (
        len(ids(linked(meeting("a", "2020-09-15", SPBPU, XPU), meeting("b", "2020-09-15", SPBPU, TSINGHUA)), "event"))
        == 2
    )


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_one_agreement_in_three_digests_and_languages(order: tuple[int, ...]) -> None:
    def report(id: str, lang: Lang, name: str, date: str, *parties: str) -> Analysis:
        deed = Entity(f"agreement/{slug(name)}", "Agreement", (Name(name, lang),), kind="agreement", date=date)
        return analysis(id, deed, *map(university, parties), *(fact(p, "signed", deed) for p in parties), lang=lang)

    reports = [
        report("en", "en", "agreement", "2020-09-15", SPBPU, XPU),
        report("ru", "ru", "соглашение", "2020-09", SPBPU, XPU, TSINGHUA),
        report("zh", "zh", "协议", "2020-09-15", SPBPU, XPU),
    ]
    found = linked(*(reports[at] for at in order))
    (deed,) = (entity for entity in found.entities if entity.cls == "Agreement")
    assert deed.date == "2020-09-15"
    assert [name.text for name in deed.names] == ["agreement", "соглашение", "协议"]
    assert {name.kind for name in deed.names} == {NameKind.PREFERRED}


@pytest.mark.parametrize(
    ("others", "count"),
    [
        (signing("b", "2020-09-15", SPBPU, XPU), 1),
        (signing("b", "2020", SPBPU, XPU), 1),
        (signing("b", "2021", SPBPU, XPU), 2),
        (signing("b", "2020-09", SPBPU, TSINGHUA), 2),
        (signing("b", "2020-09", SPBPU), 2),
        (signing("b", "2020-09", SPBPU, XPU, kind="memorandum"), 1),
        (signing("b", None, SPBPU, XPU), 1),
        (signing("b", None, SPBPU, XPU, published="2023-01"), 2),
        (signing("b", None, SPBPU, XPU, TSINGHUA), 2),
    ],
)
def test_agreements_need_the_same_parties_and_time(others: Analysis, count: int) -> None:
    assert len(ids(linked(signing("a", "2020-09", SPBPU, XPU), others), "agreement")) == count


def test_who_signs_for_a_university_makes_it_a_party() -> None:
    def by_people(id: str) -> Analysis:
        deed, one, other = agreement("2020-09"), person("Ivan Petrov"), person("Wang Ming")
        posts = fact(one, "represents", SPBPU), fact(other, "holdsPost", XPU)
        signed = fact(one, "signed", deed), fact(other, "signed", deed)
        return analysis(id, deed, one, other, university(SPBPU), university(XPU), *posts, *signed)

    assert len(ids(linked(by_people("a"), signing("b", "2020-09-15", SPBPU, XPU)), "agreement")) == 1


def test_what_one_document_tells_apart_stays_two() -> None:
    one, other = agreement("2020-09", key="one"), agreement("2020-09", key="other")
    signed = [fact(party, "signed", deed) for party in (SPBPU, XPU) for deed in (one, other)]
    both = analysis("a", one, other, university(SPBPU), university(XPU), *signed)
    assert len(ids(linked(both), "agreement")) == 2
    # A second report of one of them cannot say which, and joins neither.
    assert len(ids(linked(both, signing("b", "2020-09", SPBPU, XPU)), "agreement")) == 3


def test_programmes_need_somebody_in_common() -> None:
    def programme(id: str, who: str) -> Analysis:
        course = Entity("programme/exchange-programme", "Programme", (Name("exchange programme", "en"),))
        return analysis(id, course, university(who), fact(who, "established", course))

    assert len(ids(linked(programme("a", SPBPU), programme("b", SPBPU)), "programme")) == 1
    assert len(ids(linked(programme("a", SPBPU), programme("b", XPU)), "programme")) == 2


def test_facts_mentions_and_gaps_speak_of_the_linked_things() -> None:
    one, other, whole = person("Lu ZHIYU"), person("Lu ZHIYUI"), university(SPBPU)
    first = analysis(
        "a",
        *(one, other, whole, university(XPU)),
        *(fact(one, "holdsPost", SPBPU, 9), fact(other, "holdsPost", SPBPU, 3, 0.95)),
        *(fact(SPBPU, "partnerOf", XPU, 5), fact(XPU, "partnerOf", SPBPU, 7)),
        fact(one, "represents", other),
    )
    gaps = (Gap(0, 5, (other.id, one.id)), Gap(5, 9, (SPBPU, other.id, one.id)))
    (found,) = linked(replace(first, gaps=gaps)).analyses
    post, partners = found.facts
    assert (post.subject, post.object, post.confidence) == ("person/lu-zhiyu", SPBPU, 0.95)
    assert [passage.start for passage in post.evidence] == [3, 9]
    assert (partners.subject, partners.object) == (SPBPU, XPU)
    assert [passage.start for passage in partners.evidence] == [5, 7]
    assert found.gaps == (Gap(5, 9, (SPBPU, "person/lu-zhiyu")),)
    assert [entity.id for entity in found.entities] == [SPBPU, XPU, "person/lu-zhiyu"]


def test_what_the_class_of_the_whole_collection_rules_out_falls_away() -> None:
    alliance = "Polar Alliance of Universities"
    deed = agreement("2020")
    first = analysis("a", deed, made := organization(alliance, "JointStructure"), fact(deed, "concerns", made))
    others = [
        analysis(
            id,
            known := organization(alliance, "Association"),
            member := university(SPBPU),
            fact(member, "memberOf", known),
        )
        for id in ("b", "c")
    ]
    found = linked(first, *others)
    assert {fact.property for one in found.analyses for fact in one.facts} == {"memberOf"}
    assert [entity.cls for entity in found.entities if entity.id == made.id] == ["Association"]
    (alone,) = linked(first).analyses
    assert [fact.property for fact in alone.facts] == ["concerns"]


def test_subjects_of_one_agreement_in_two_texts_are_united_and_their_fields_are_there() -> None:
    optics = Entry("topic/optics", "Topic", (Name("optics", "en", NameKind.PREFERRED),), part_of="topic/science")
    science = Entry("topic/science", "Topic", (Name("science", "en", NameKind.PREFERRED),))
    topics = (optics, science)
    registry = Registry(ENTRIES, MappingProxyType({e.id: e for e in (*ENTRIES, *topics)}), MappingProxyType({}), topics)

    def told(document: str, subject: str) -> Analysis:
        signed = signing(document, "2020-06", SPBPU, TSINGHUA)
        deed, *others = signed.entities
        return replace(signed, entities=(replace(deed, subjects=(subject,)), *others))

    collection = link((told("one", optics.id), told("two", science.id)), registry)
    (deed,) = (entity for entity in collection.entities if entity.cls == "Agreement")
    assert deed.subjects == ("topic/optics", "topic/science")
    assert {e.id: e.broader for e in collection.entities if e.cls == "Topic"} == {
        "topic/optics": "topic/science",
        "topic/science": None,
    }


def test_the_collection_has_what_its_things_refer_to() -> None:
    forum = replace(event("Baltic Forum"), place="place/saint-petersburg", series="event-series/eef")
    found = linked(replace(analysis("a", university(SPBPU), forum), mentions=()))
    assert [entity.id for entity in found.entities] == [
        *("event-series/eef", "event/baltic-forum", SPBPU, "place/saint-petersburg")
    ]
    assert found.entities[0].cls == "EventSeries"
    assert found.entities[2].same_as == ("http://www.wikidata.org/entity/Q1",)
    silent = analysis("a")
    published = replace(silent, document=replace(silent.document, publisher=XPU))
    assert ids(linked(published), "organization") == [XPU]


def test_the_most_frequent_label_wins_then_the_longest() -> None:
    short, long = (replace(organization(name), id="organization/x") for name in ("Acme Harbin", "Acme Harbin Ltd"))
    assert linked(analysis("a", short), analysis("b", long)).entities[0].names[0].text == "Acme Harbin Ltd"
    often = linked(analysis("a", short), analysis("b", long), analysis("c", short))
    assert often.entities[0].names[0].text == "Acme Harbin"


def test_two_documents_of_one_id_are_refused() -> None:
    with pytest.raises(DocumentError, match="“a”"):
        linked(analysis("a"), analysis("a"))


def test_a_decision_can_stand_before_the_rules() -> None:
    def different(one: Candidate, other: Candidate) -> Verdict:
        return replace(judge(one, other), answer=Answer.DIFFERENT)

    reports = [analysis("a", person("Lu ZHIYU")), analysis("b", person("Lu ZHIYUI"))]
    assert len(ids(link(reports, REGISTRY, judge=different), "person")) == 2


CHAINS = st.dictionaries(st.frozensets(st.integers(0, 6), min_size=2, max_size=2), st.sampled_from(Answer))


@given(CHAINS)
def test_no_cluster_holds_a_contradiction(answers: dict[frozenset[int], Answer]) -> None:
    things = [Candidate(f"person/{n}", "Person", False, False, ("Wang Ming",)) for n in range(7)]

    def say(one: Candidate, other: Candidate) -> Verdict:
        answer = answers.get(frozenset({things.index(one), things.index(other)}), Answer.OPEN)
        return Verdict(answer, 0.9, "said so")

    clusters = cluster(things, say).clusters
    assert sorted(c.id for found in clusters for c in found.candidates) == [thing.id for thing in things]
    for found in clusters:
        for one in found.candidates:
            assert all(say(one, other).answer != Answer.DIFFERENT for other in found.candidates if other is not one)


PEOPLE = (
    "Lu ZHIYU",
    "Zhiyui Lu",
    "陆治宇",
    "D. G. Arseniev",
    "Dmitry Arseniev",
    "Denis Arseniev",
    "Арсеньев",
    "张伟",
    "章伟",
)
BODIES = (
    "Fengdong New District Authority",
    "Fengduong New District Authority",
    "International Office",
    "Tsingua University",
)
EVENTS = (
    "18th Expert Exchange Conference",
    "Conference on Specialists Exchange",
    "signing ceremony",
    "4th Arctic Forum",
)
DATES = st.sampled_from([None, "2020", "2020-09", "2020-09-15", "2020-09-16", "2021-01/2021-02"])


@st.composite
def collections(draw: st.DrawFn) -> list[Analysis]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        people = [person(name) for name in draw(st.sets(st.sampled_from(PEOPLE), max_size=3))]
        bodies = [organization(name) for name in draw(st.sets(st.sampled_from(BODIES), max_size=2))]
        known = [university(id) for id in sorted(draw(st.sets(st.sampled_from([SPBPU, XPU, TSINGHUA]), max_size=3)))]
        events = [event(name, date=draw(DATES)) for name in draw(st.sets(st.sampled_from(EVENTS), max_size=2))]
        deeds = [agreement(draw(DATES), key=key) for key in draw(st.sampled_from([(), ("one",), ("one", "two")]))]
        things = list({entity.id: entity for entity in [*people, *bodies, *known, *events, *deeds]}.values())
        facts: list[Fact] = []
        for whole in known:
            facts += [fact(one, "holdsPost", whole) for one in people if draw(st.booleans())]
            facts += [fact(body, "unitOf", whole) for body in bodies if draw(st.booleans())]
            facts += [fact(whole, "participatedIn", one) for one in events if draw(st.booleans())]
            facts += [fact(whole, "signed", deed) for deed in deeds if draw(st.booleans())]
        published = draw(st.sampled_from([None, "2020-10", "2022-01-01"]))
        found.append(analysis(f"doc-{number}", *things, *facts, published=published))
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collections(), st.randoms())
def test_the_order_of_documents_and_a_second_time_change_nothing(analyses: list[Analysis], random: object) -> None:
    found = linked(*analyses)
    shuffled = list(analyses)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert linked(*shuffled) == found
    again = linked(*found.analyses)
    assert (again.analyses, again.entities) == (found.analyses, found.entities)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collections())
def test_nothing_is_lost_and_every_id_has_its_entity(analyses: list[Analysis]) -> None:
    found = linked(*analyses)
    known = {entity.id for entity in found.entities}
    assert [entity.id for entity in found.entities] == sorted(known)
    for before, after in zip(sorted(analyses, key=lambda a: a.document.id), found.analyses, strict=True):
        assert after.document == before.document
        assert {mention.start for mention in after.mentions} == {mention.start for mention in before.mentions}
        assert {mention.entity for mention in after.mentions} <= known
        assert {end for each in after.facts for end in (each.subject, each.object)} <= known
        new = {mention.start: mention.entity for mention in after.mentions}
        final = {mention.entity: new[mention.start] for mention in before.mentions}
        between_two = [each for each in before.facts if final[each.subject] != final[each.object]]
        kept = {passage for each in after.facts for passage in each.evidence}
        assert kept == {passage for each in between_two for passage in each.evidence}


def test_blocks_keep_the_number_of_comparisons_near_linear() -> None:
    surnames = ("Wang", "Li", "Zhang", "Zhao", "Chen", "Yang", "Wu", "Liu", "Huang", "Zhou")
    syllables = ("wei", "ming", "jun", "hua", "ping", "xia", "bo", "lin", "dong", "yan")
    names = [f"{a} {b}{c}" for a in surnames for b in syllables for c in syllables]

    def candidates(some: Iterable[str]) -> list[Candidate]:
        return [Candidate(f"person/{person_slug(name)}", "Person", False, False, (name,)) for name in some]

    assert len(names) == 1000
    assert len(list(pairs(candidates(names)))) < 20 * len(names)
