"""What analysts decided stands before the rules of linking, whatever these say."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import combinations, permutations
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kg.curation import Curation, Reference, Ruling
from kg.entities.blocking import pairs
from kg.entities.candidates import Candidate
from kg.entities.clusters import cluster
from kg.entities.likeness import Answer, Judge, Verdict, judge
from kg.entities.linking import link
from kg.entities.names import person_slug
from kg.entities.rulings import Forced
from kg.errors import CurationError
from kg.records import (
    Analysis,
    Collection,
    Document,
    Entity,
    Entry,
    Evidence,
    Fact,
    Mention,
    Name,
    NameKind,
    Outcome,
    Status,
)
from kg.registry import Registry

SPBPU, TSINGHUA, JUN = "organization/spbpu", "organization/tsinghua", "person/zhang-jun"
ENTRIES = (
    Entry(SPBPU, "University", (Name("Polytechnic University", "en", NameKind.PREFERRED),)),
    Entry(TSINGHUA, "University", (Name("Tsinghua University", "en", NameKind.PREFERRED),)),
    Entry(JUN, "Person", (Name("Zhang Jun", "en", NameKind.PREFERRED), Name("张军", "zh")), wikidata="Q1"),
)
BY_ID = MappingProxyType({entry.id: entry for entry in ENTRIES})
REGISTRY = Registry(ENTRIES, BY_ID, MappingProxyType({}))


def person(name: str) -> Entity:
    return Entity(f"person/{person_slug(name)}", "Person", (Name(name, "en"),))


def known(id: str) -> Entity:
    return Entity(id, BY_ID[id].cls, BY_ID[id].names)


def report(id: str, *things: Entity, text: str = "x" * 50, employer: str | None = None) -> Analysis:
    facts = []
    if employer:
        things = (*things, known(employer))
        facts = [
            Fact(e.id, "holdsPost", employer, Status.HELD, 0.9, "rule", (Evidence(0, 1, "x"),))
            for e in things
            if e.cls == "Person"
        ]
    mentions = []
    for at, entity in enumerate(things):
        start = max(text.find(entity.names[0].text), 0)
        end = start + len(entity.names[0].text) if entity.names[0].text in text else at + 1
        mentions.append(Mention(start, end, entity.cls, entity.id, "pattern", "named", 1.0))
    return Analysis(Document(id, id, "en", text, ()), things, tuple(mentions), tuple(facts))


def rulings(*lines: tuple[str, str, str]) -> Curation:
    return Curation(
        tuple(
            Ruling(
                Outcome(verdict), Reference.parse(one), Reference.parse(other), "ann", "2026-03-01", "she knows",
                f"identity.csv, line {number}",
            )
            for number, (verdict, one, other) in enumerate(lines, start=2)
        )
    )  # fmt: skip


def linked(*analyses: Analysis, by: Curation) -> Collection:
    return link(analyses, REGISTRY, curation=by)


def people(collection: Collection) -> list[str]:
    return [entity.id for entity in collection.entities if entity.cls == "Person"]


def test_forced_same_joins_what_the_rules_hold_for_two_and_keeps_its_reason() -> None:
    texts = report("a", person("Lu Zhiyu")), report("b", person("Kevin Brown")), report("c", person("陆治宇"))
    found = linked(*texts, by=rulings(("same", "kevin BROWN", "Lu Zhiyu")))
    assert people(found) == ["person/brown-kevin"]  # 陆治宇, the same as one of them before, still is
    (decided,) = [each for each in found.decisions if each.rule == "curation"]
    assert (decided.outcome, decided.entities) == (Outcome.SAME, ("person/brown-kevin",))
    assert decided.reason == "ann decided on 2026-03-01: she knows (identity.csv, line 2)"
    assert decided.reason in next(e for e in found.entities if e.cls == "Person").reasons
    assert found.warnings == ()


def test_forced_same_does_not_lend_itself_to_namesakes() -> None:
    texts = (
        report("a", person("D. Petrov"), employer=SPBPU),
        report("b", person("Denis Petrov"), employer=SPBPU),
        report("c", person("Dmitry Petrov"), employer=SPBPU),
    )
    found = linked(*texts, by=rulings(("same", "D. Petrov", "Denis Petrov")))
    assert people(found) == ["person/denis-petrov", "person/dmitry-petrov"]


def test_forced_different_holds_against_equal_names_and_against_a_third() -> None:
    texts = [report(id, person(name)) for id, name in (("a", "Zhang Minghua"), ("b", "Zhang Minghua"), ("c", "张明华"))]
    assert len(people(linked(*texts, by=rulings()))) == 1
    by = rulings(("different", "Zhang Minghua@a", "Zhang Minghua@b"))
    found = linked(*texts, by=by)
    homes = {each.document.id: each.entities[0].id for each in found.analyses}
    assert homes["a"] != homes["b"]
    assert found.warnings == ()
    assert {d.entities for d in found.decisions if d.rule == "curation"} == {(homes["a"], homes["b"])}
    assert all(linked(*order, by=by) == found for order in permutations(texts))


def test_a_document_means_another_than_the_registry() -> None:
    text = "Zhang Jun spoke."
    texts = report("a", known(JUN), text=text), report("b", known(JUN), text=text)
    found = linked(*texts, by=rulings(("different", "Zhang Jun@a", JUN)))
    assert people(found) == [JUN, "person/zhang-jun-a"]
    other = found.entities[1]
    assert (other.names, other.same_as) == ((Name("Zhang Jun", "en", NameKind.PREFERRED),), ())
    assert [each.mentions[0].entity for each in found.analyses] == ["person/zhang-jun-a", JUN]
    assert found.warnings == ()


def test_a_thing_is_named_by_the_key_that_tells_it_from_namesakes() -> None:
    texts = report("a", person("W. Wang"), employer=SPBPU), report("b", person("W. Wang"), employer=TSINGHUA)
    assert people(linked(*texts, by=rulings())) == ["person/wang-w-spbpu", "person/wang-w-tsinghua"]
    found = linked(*texts, by=rulings(("same", "person/wang-w-spbpu", "person/wang-w-tsinghua")))
    assert people(found) == ["person/wang-w"]
    assert found.warnings == ()


def test_what_cannot_be_followed_is_a_warning_with_its_line() -> None:
    texts = (
        report("a", person("W. Wang"), employer=SPBPU),
        report("b", person("W. Wang"), employer=TSINGHUA),
        report("c", person("Ivan Petrov")),
    )
    by = rulings(
        ("same", "Nobody", "Ivan Petrov"),
        ("same", "W. Wang", "Ivan Petrov"),
        ("different", "Ivan Petrov", "person/ivan-petrov"),
        ("same", "Ivan Petrov", "Tsinghua University"),
        ("different", "W. Wang@zz", "Ivan Petrov"),
    )
    found = linked(*texts, by=by)
    assert len(people(found)) == 3
    expected = ("“Nobody”", "several different things.*W. Wang", "mean one thing", "class Person.*class Org", "@zz")
    assert len(found.warnings) == len(expected)
    for number, (warning, words) in enumerate(zip(found.warnings, expected, strict=True), start=2):
        assert warning.startswith(f"identity.csv, line {number}: ")
        assert re.search(words, warning), warning
    quiet = Curation(tuple(replace(each, shipped=True) for each in by.rulings))
    assert not any("“Nobody”" in warning for warning in linked(*texts, by=quiet).warnings)


def test_contradictions_that_only_the_texts_show_name_the_lines() -> None:
    two = replace(person("Lu Zhiyu"), names=(Name("Lu Zhiyu", "en"), Name("Kevin", "en")))
    by = rulings(("same", "Lu Zhiyu", "Ivan Petrov"), ("different", "Kevin", "Ivan Petrov"))
    with pytest.raises(CurationError, match=r"line 3.*“Kevin” and “Ivan Petrov”.*line 2"):
        linked(report("a", two), report("b", person("Ivan Petrov")), by=by)


def test_two_entries_of_the_registry_are_never_made_one() -> None:
    with pytest.raises(CurationError, match=r"line 2: .*organization/spbpu and organization/tsinghua.*registry"):
        linked(report("a"), by=rulings(("same", SPBPU, "Tsinghua University")))
    other = Entity("organization/x", "University", (Name("Harbin Sea University", "en"),))
    by = rulings(("same", SPBPU, "Harbin Sea University"), ("same", "Harbin Sea University", TSINGHUA))
    with pytest.raises(CurationError, match=r"line 2, identity\.csv, line 3"):
        linked(report("a", other), by=by)


NUMBER = 7
JUDGEMENTS = st.dictionaries(
    st.tuples(st.integers(0, NUMBER - 1), st.integers(0, NUMBER - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.tuples(st.sampled_from(Answer), st.sampled_from([0.6, 0.8, 1.0])),
)
DECIDED = st.dictionaries(
    st.tuples(st.integers(0, NUMBER - 1), st.integers(0, NUMBER - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from(Outcome),
    max_size=4,
)


@given(JUDGEMENTS, DECIDED, st.randoms())
def test_no_cluster_chains_what_is_different_and_decisions_hold(
    judgements: dict[tuple[int, int], tuple[Answer, float]],
    decided: dict[tuple[int, int], Outcome],
    chance: random.Random,
) -> None:
    things = [Candidate(f"person/{n}", "Person", False, False, ("Wang Ming",)) for n in range(NUMBER)]
    place = {thing: at for at, thing in enumerate(things)}

    def say(one: Candidate, other: Candidate) -> Verdict:
        a, b = sorted((place[one], place[other]))
        return Verdict(*judgements.get((a, b), (Answer.OPEN, 0.6)), "said so")

    ruling = rulings(("same", "A", "B")).rulings[0]
    sides = {pair: (things[pair[0]], things[pair[1]]) for pair in decided}
    units = _united([pair for pair, outcome in decided.items() if outcome is Outcome.SAME])
    apart = [pair for pair, outcome in decided.items() if outcome is Outcome.DIFFERENT]
    assume(all(units[a] != units[b] for a, b in apart))
    forced = Forced(
        tuple((ruling, sides[pair]) for pair, outcome in decided.items() if outcome is Outcome.SAME),
        tuple((ruling, sides[pair]) for pair in apart),
    )
    found = cluster(things, say, forced)
    home = {place[c]: at for at, each in enumerate(found.clusters) for c in each.candidates}
    assert sorted(home) == list(range(NUMBER))
    assert all((home[a] == home[b]) is (outcome is Outcome.SAME) for (a, b), outcome in decided.items())
    for a, b in combinations(range(NUMBER), 2):
        if home[a] == home[b] and units[a] != units[b] and say(things[a], things[b]).answer is Answer.DIFFERENT:
            # Only as the same as a twin that an analyst gave one of them, against the rules.
            assert _excused(a, b, units, say, things) or _excused(b, a, units, say, things)
    for pair in found.apart:
        assert home[place[pair.one]] != home[place[pair.other]]
    shuffled = list(things)
    chance.shuffle(shuffled)
    again = cluster(shuffled, say, forced)
    assert [each.candidates for each in again.clusters] == [each.candidates for each in found.clusters]
    assert again.apart == found.apart


@given(JUDGEMENTS)
def test_without_decisions_no_cluster_holds_a_contradiction(
    judgements: dict[tuple[int, int], tuple[Answer, float]],
) -> None:
    things = [Candidate(f"person/{n}", "Person", False, False, ("Wang Ming",)) for n in range(NUMBER)]
    place = {thing: at for at, thing in enumerate(things)}

    def say(one: Candidate, other: Candidate) -> Verdict:
        a, b = sorted((place[one], place[other]))
        return Verdict(*judgements.get((a, b), (Answer.OPEN, 0.6)), "said so")

    for found in cluster(things, say).clusters:
        assert all(say(*pair).answer is not Answer.DIFFERENT for pair in combinations(found.candidates, 2))


def _excused(a: int, b: int, units: list[int], say: Judge, things: list[Candidate]) -> bool:
    twins = [x for x in range(NUMBER) if x != a and units[x] == units[a]]
    return any(
        say(things[x], things[a]).answer is Answer.DIFFERENT and say(things[x], things[b]).answer is Answer.SAME
        for x in twins
    )


def _united(same: list[tuple[int, int]]) -> list[int]:
    home = list(range(NUMBER))
    for a, b in same:
        home = [home[a] if each == home[b] else each for each in home]
    return home


NAMES = {
    "Person": (
        *("Lu Zhiyu", "Lu ZHIYUI", "陆治宇", "Лу Чжиюй", "Zhyui Lu", "Li Hai", "Ли Хай", "Anna Li", "I. Petrov"),
        *("Ivan Petrov", "Иван Петров", "Petrov", "Ivan Sergeevich Petrov", "Iwan Petrow", "Ilya Petrov", "L. Zhiyu"),
    ),
    "Organization": (
        *("Tsinghua University", "Tsingua University", "International Office", "The Baltic Centre", "Baltic Center"),
        *("清华大学", "Faculty of Physics", "Joint Institute"),
    ),
    "Event": (
        *("Arctic Forum", "4th Arctic Forum", "Форум «Арктика»", "meeting", "signing ceremony", "5th Arctic Forum"),
        *("Baltic Education Expo 2020", "Expo of Baltic Education"),
    ),
    "Agreement": ("agreement", "соглашение", "memorandum"),
    "Programme": ("exchange programme", "Baltic School", "School of the Baltic"),
}
DATES = ["2019", "2020", "2020-09", "2020-09-15", "2020-12/2021-01", "2021-01-03"]
BODIES = ["organization/a", "organization/b", "organization/c"]


@st.composite
def candidates(draw: st.DrawFn) -> list[Candidate]:
    root = draw(st.sampled_from(sorted(NAMES)))
    found = []
    for number in range(draw(st.integers(2, 5))):
        names = tuple(sorted(draw(st.sets(st.sampled_from(NAMES[root]), min_size=root != "Programme", max_size=2))))
        common = root == "Organization" and all(n in ("International Office", "Joint Institute") for n in names)
        found.append(
            Candidate(
                f"x/{number}",
                root,
                root in ("Organization", "Person") and draw(st.booleans()),
                common,
                names,
                kinds=frozenset(draw(st.sets(st.sampled_from(["agreement", "meeting", "forum"]), max_size=1))),
                dates=tuple(sorted(draw(st.sets(st.sampled_from(DATES), max_size=1)))),
                editions=frozenset(draw(st.sets(st.sampled_from([4, 5]), max_size=1))),
                series=frozenset(draw(st.sets(st.sampled_from(["event-series/s"]), max_size=1))),
                published=tuple(sorted(draw(st.sets(st.sampled_from(["2020-05", "2020-10", "2021-02"]), max_size=1)))),
                related=frozenset(draw(st.sets(st.sampled_from(BODIES), max_size=3))),
                members=((f"d-{number}", f"x/{number}"),),
            )
        )
    return found


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(candidates())
def test_no_two_that_are_the_same_are_missed_by_the_keys(some: list[Candidate]) -> None:
    compared = {frozenset({one.id, other.id}) for one, other in pairs(some)}
    for one, other in combinations(some, 2):
        if judge(one, other).answer is Answer.SAME:
            assert frozenset({one.id, other.id}) in compared, (one, other)
