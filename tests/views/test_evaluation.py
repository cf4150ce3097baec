from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.records import Analysis, Document, Entity, Evidence, Fact, Name, Status
from kg.resources import resource
from kg.schema import PROPERTIES
from kg.views.evaluation import (
    Counts,
    Gold,
    GoldEntity,
    Verdict,
    by_language,
    errors,
    load_gold,
    match,
    score,
    total,
)
from kg.views.evaluation.gold import Triple, canonical
from kg.views.evaluation.matching import similarity

TEXT = "Passage one. Passage two."
T = TypeVar("T")
GOLDS = sorted(resource("data", "gold").glob("*.json"))

SPBPU = GoldEntity("spbpu", "University", ("Peter the Great St. Petersburg Polytechnic University", "SPbPU"))
HIT = GoldEntity("hit", "University", ("Harbin Institute of Technology",))
LU = GoldEntity("lu", "Person", ("Lu Zhiyu",))
FORUM = GoldEntity("forum", "Event", ("CIEP-2020",), "2020-09")
PACT = GoldEntity("pact", "Agreement", (), "2020-06")


def thing(key: str, cls: str, *names: str, date: str | None = None) -> Entity:
    return Entity(key, cls, tuple(map(Name, names)), date=date)


def fact(subject: str, prop: str, obj: str, status: Status = Status.HELD, rule: str = "rule") -> Fact:
    return Fact(subject, prop, obj, status, 0.9, rule, (Evidence(0, 12, TEXT[:12]),))


def analysis(entities: list[Entity], facts: list[Fact], key: str = "en-1") -> Analysis:
    return Analysis(Document(key, "", "en", TEXT, ()), tuple(entities), facts=tuple(facts))


def annotation(
    *entities: GoldEntity,
    facts: list[Triple],
    optional: list[Triple] | None = None,
    traps: list[tuple[Triple, str]] | None = None,
) -> Gold:
    return Gold(
        "en-1",
        "en",
        entities,
        tuple(map(canonical, facts)),
        tuple(map(canonical, optional or [])),
        tuple((canonical(t), why) for t, why in traps or []),
    )


def perfect(gold: Gold) -> Analysis:
    found = [thing(f"e/{e.id}", e.type, *e.names, date=e.date) for e in gold.entities]
    return analysis(found, [fact(f"e/{s}", p, f"e/{o}") for s, p, o in gold.facts], gold.id)


P, H, L = (
    thing("p", "University", "SPbPU"),
    thing("h", "University", "Harbin Institute of Technology"),
    thing("l", "Person", "Lu ZHIYU"),
)


# ── names


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Xi’an University", "Xi'an  university", 2),
        ("СПбПУ Петра Великого", "Спбпу ПЕТРА великого", 2),
        ("中俄工科大学联盟（阿斯图）", "中俄工科大学联盟(阿斯图)", 2),
        ("ＣＩＥＰ－2020", "CIEP-2020", 2),
        ("Russian–Chinese Forum", "Russian-Chinese forum", 2),
        ("Dmitry ARSENIIEV", "Dmitry Arseniev", 1),
        ("Lu ZHIYUI", "Lu Zhiyu", 1),
        ("SPbU", "SPbPU", 0),
        ("Lu Zhiyu", "Lu Zhiyuan", 0),  # ratio .89
        ("b c d e f", "b c d e ff", 0),  # ratio .95, but five letters
        ("Peking University", "Tsinghua University", 0),
        ("The", "A", 0),  # nothing is left of them
        ("…", "—", 0),
    ],
)
def test_names_compare(one: str, other: str, expected: int) -> None:
    assert similarity(one, other) == expected == similarity(other, one)


def test_any_label_meets_any_label() -> None:
    found = thing("x", "University", "Polytech", "The Peter the Great St Petersburg Polytechnic University")
    assert match(analysis([found], []), annotation(SPBPU, HIT, facts=[])) == {"x": "spbpu"}


def test_an_equal_name_goes_before_a_similar_one() -> None:
    first = GoldEntity("a", "Event", ("17th China International Conference",))
    second = GoldEntity("b", "Event", ("18th China International Conference",))
    found = [thing(key, "Conference", "18th China International Conference") for key in ("x", "y")]
    assert match(analysis(found, []), annotation(first, second, facts=[])) == {"x": "b", "y": "b"}


def test_the_class_decides_between_two_of_one_name() -> None:
    government = GoldEntity("a-gov", "GovernmentBody", ("黑龙江省",))
    province = GoldEntity("b-place", "Place", ("黑龙江省",))
    gold = annotation(government, province, facts=[])
    assert match(analysis([thing("1", "Region", "黑龙江省")], []), gold) == {"1": "b-place"}
    assert match(analysis([thing("1", "GovernmentBody", "黑龙江省")], []), gold) == {"1": "a-gov"}


def test_one_thing_found_twice_meets_once_and_is_told() -> None:
    gold = annotation(LU, SPBPU, facts=[("lu", "represents", "spbpu")])
    twice = [L, thing("l2", "Person", "Lu Zhiyui"), P]
    got = score(analysis(twice, [fact("l", "represents", "p"), fact("l2", "represents", "p")]), gold)
    assert got.strict == Counts(1, 1, 1)
    assert got.split == 1


# ── triples


def test_right_missed_and_invented_are_counted_by_property() -> None:
    gold = annotation(
        SPBPU, HIT, LU, facts=[("spbpu", "partnerOf", "hit"), ("lu", "represents", "spbpu"), ("lu", "visited", "hit")]
    )
    got = score(analysis([P, H, L], [fact("p", "partnerOf", "h"), fact("l", "represents", "h")]), gold)
    assert got.properties == {
        "partnerOf": Counts(1, 1, 1),
        "represents": Counts(0, 1, 1),
        "visited": Counts(0, 0, 1),
    }
    assert got.strict == Counts(1, 2, 3)
    assert (got.strict.precision, got.strict.recall, got.strict.f1) == (1 / 2, 1 / 3, 2 / 5)
    assert got.entities == Counts(3, 3, 3)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.HELD])
def test_only_held_facts_count(status: Status) -> None:
    gold = annotation(SPBPU, HIT, facts=[("spbpu", "partnerOf", "hit")])
    got = score(analysis([P, H], [fact("p", "partnerOf", "h", status)]), gold)
    assert got.strict == Counts(0, 0, 1)
    (missed,) = errors(analysis([P, H], [fact("p", "partnerOf", "h", status)]), gold)
    assert (missed.verdict, missed.note) == (Verdict.MISSED, f"taken for {status}")


@pytest.mark.parametrize("prop", ["negotiatedWith", "partnerOf"])
def test_undirected_properties_meet_either_way_and_count_once(prop: str) -> None:
    gold = annotation(SPBPU, HIT, facts=[("spbpu", prop, "hit")])
    assert score(analysis([P, H], [fact("h", prop, "p"), fact("p", prop, "h")]), gold).strict == Counts(1, 1, 1)


def test_directed_properties_do_not_meet_backwards() -> None:
    gold = annotation(SPBPU, HIT, facts=[("spbpu", "visited", "hit")])
    assert score(analysis([P, H], [fact("h", "visited", "p")]), gold).strict == Counts(0, 1, 1)


def test_optional_triples_count_neither_way() -> None:
    gold = annotation(SPBPU, HIT, LU, facts=[("lu", "represents", "spbpu")], optional=[("hit", "partnerOf", "spbpu")])
    with_it = score(analysis([P, H, L], [fact("l", "represents", "p"), fact("p", "partnerOf", "h")]), gold)
    without = score(analysis([P, H, L], [fact("l", "represents", "p")]), gold)
    assert with_it == without
    assert with_it.strict == Counts(1, 1, 1)


def test_a_trap_is_counted_and_is_an_invention_too() -> None:
    gold = annotation(SPBPU, HIT, facts=[], traps=[(("hit", "partnerOf", "spbpu"), "planned")])
    fell = analysis([P, H], [fact("p", "partnerOf", "h", rule="eager")])
    assert score(fell, gold).traps == Counts(1, 1, 1)
    assert score(fell, gold).strict == Counts(0, 1, 0)
    assert [(f.verdict, f.note, f.rules, tuple(e.exact for e in f.evidence)) for f in errors(fell, gold)] == [
        (Verdict.TRAP, "planned", ("eager",), (TEXT[:12],))
    ]
    passed = analysis([P, H], [fact("p", "partnerOf", "h", Status.PLANNED)])
    assert score(passed, gold).traps == Counts(0, 0, 1)
    assert score(passed, gold).strict == Counts(0, 0, 0)


def test_typed_wants_the_classes_too() -> None:
    gold = annotation(SPBPU, FORUM, facts=[("spbpu", "organized", "forum")])
    right = score(analysis([P, thing("f", "Conference", "CIEP 2020")], [fact("p", "organized", "f")]), gold)
    assert right.strict_typed == right.strict == Counts(1, 1, 1)
    company = thing("p", "Company", "SPbPU")
    wrong = score(analysis([company, thing("f", "Event", "CIEP 2020")], [fact("p", "organized", "f")]), gold)
    assert (wrong.strict, wrong.strict_typed) == (Counts(1, 1, 1), Counts(0, 1, 1))


def test_dates_are_compared_where_a_triple_is_right() -> None:
    gold = annotation(
        SPBPU,
        FORUM,
        GoldEntity("expo", "Event", ("China Education Expo",), "2021"),
        GoldEntity("fair", "Event", ("Harbin Fair",), "2022"),
        facts=[("spbpu", "organized", "forum"), ("spbpu", "participatedIn", "expo"), ("spbpu", "organized", "fair")],
    )
    found = [
        P,
        thing("f", "Event", "CIEP-2020", date="2020-09"),
        thing("e", "Event", "China Education Expo", date="2021-05"),
        thing("h", "Event", "Harbin Fair", date="2022"),
    ]
    got = score(analysis(found, [fact("p", "organized", "f"), fact("p", "participatedIn", "e")]), gold)
    assert got.dates == Counts(right=1, found=2, wanted=2)


# ── things without a name


def test_a_nameless_agreement_is_met_by_the_facts_it_shares() -> None:
    gold = annotation(SPBPU, HIT, PACT, facts=[("spbpu", "signed", "pact"), ("hit", "signed", "pact")])
    pact = thing("a", "Agreement", "agreement of June", date="2020-06")
    got = score(analysis([P, H, pact], [fact("p", "signed", "a"), fact("h", "signed", "a")]), gold)
    assert got.strict == Counts(2, 2, 2)
    assert got.dates == Counts(1, 1, 1)


def test_sharing_more_facts_wins_over_the_date_and_the_date_breaks_a_tie() -> None:
    other = GoldEntity("other", "Agreement", (), "2021")
    facts: list[Triple] = [("spbpu", "signed", "pact"), ("hit", "signed", "pact"), ("spbpu", "signed", "other")]
    gold = annotation(SPBPU, HIT, PACT, other, facts=facts)
    both = thing("a1", "Agreement", date="2021")
    assert match(analysis([P, H, both], [fact("p", "signed", "a1"), fact("h", "signed", "a1")]), gold)["a1"] == "pact"
    single = [thing("a1", "Agreement", date="2021"), thing("a2", "Agreement", date="2020-06")]
    met = match(analysis([P, *single], [fact("p", "signed", "a1"), fact("p", "signed", "a2")]), gold)
    assert (met["a1"], met["a2"]) == ("other", "pact")


def test_of_two_that_share_the_same_facts_only_one_meets_a_nameless_thing() -> None:
    gold = annotation(SPBPU, PACT, facts=[("spbpu", "signed", "pact")])
    two = [thing("a1", "Agreement"), thing("a2", "Agreement")]
    got = score(analysis([P, *two], [fact("p", "signed", "a1"), fact("p", "signed", "a2")]), gold)
    assert got.strict == Counts(1, 2, 1)


def test_the_pairing_of_nameless_things_shares_as_much_as_can_be() -> None:
    # One by one, the first would take what the second needs.
    one, two = GoldEntity("1", "Agreement"), GoldEntity("2", "Agreement")
    facts: list[Triple] = [("spbpu", "signed", "1"), ("hit", "signed", "1"), ("spbpu", "signed", "2")]
    gold = annotation(SPBPU, HIT, one, two, facts=facts)
    found = [thing("a1", "Agreement"), thing("a2", "Agreement")]
    signed = [fact("p", "signed", "a1"), fact("p", "signed", "a2"), fact("h", "signed", "a2")]
    assert score(analysis([P, H, *found], signed), gold).strict == Counts(3, 3, 3)


def test_a_nameless_find_meets_a_named_agreement_by_shared_facts() -> None:
    named = GoldEntity("mou", "Agreement", ("Memorandum of Understanding",))
    gold = annotation(SPBPU, named, facts=[("spbpu", "signed", "mou")])
    assert score(analysis([P, thing("a", "Agreement")], [fact("p", "signed", "a")]), gold).strict == Counts(1, 1, 1)


def test_two_names_that_differ_do_not_meet_whatever_they_share() -> None:
    named = GoldEntity("mou", "Agreement", ("Memorandum of Understanding",))
    gold = annotation(SPBPU, named, facts=[("spbpu", "signed", "mou")])
    other = thing("a", "Agreement", "student exchange contract")
    assert score(analysis([P, other], [fact("p", "signed", "a")]), gold).strict == Counts(0, 1, 1)


def test_a_nameless_thing_meets_only_its_own_sort() -> None:
    gold = annotation(SPBPU, PACT, facts=[("spbpu", "signed", "pact")])
    assert "m" not in match(analysis([P, thing("m", "Meeting")], [fact("p", "signed", "m")]), gold)


def test_agreements_of_one_name_are_told_apart_by_their_facts() -> None:
    one, two = (GoldEntity(key, "Agreement", ("student exchange agreement",)) for key in ("1", "2"))
    gold = annotation(SPBPU, HIT, one, two, facts=[("spbpu", "signed", "1"), ("hit", "signed", "2")])
    found = [
        thing("a", "Agreement", "student exchange agreement"),
        thing("b", "Agreement", "Student Exchange Agreement"),
    ]
    got = score(analysis([P, H, *found], [fact("h", "signed", "a"), fact("p", "signed", "b")]), gold)
    assert (got.strict, got.split) == (Counts(2, 2, 2), 0)


def test_a_common_name_left_over_may_be_the_nameless_thing() -> None:
    named = GoldEntity("named", "Agreement", ("cooperation agreement",))
    gold = annotation(SPBPU, HIT, named, PACT, facts=[("spbpu", "signed", "named"), ("hit", "signed", "pact")])
    found = [thing("a", "Agreement", "cooperation agreement"), thing("b", "Agreement", "cooperation agreement")]
    got = score(analysis([P, H, *found], [fact("h", "signed", "a"), fact("p", "signed", "b")]), gold)
    assert got.strict == Counts(2, 2, 2)


def test_a_common_name_left_over_stays_a_double_unless_it_shares_more_elsewhere() -> None:
    named = GoldEntity("named", "Agreement", ("cooperation agreement",))
    gold = annotation(SPBPU, named, PACT, facts=[("spbpu", "signed", "named"), ("spbpu", "signed", "pact")])
    found = [thing("a", "Agreement", "cooperation agreement"), thing("b", "Agreement", "cooperation agreement")]
    got = score(analysis([P, *found], [fact("p", "signed", "a"), fact("p", "signed", "b")]), gold)
    assert (got.strict, got.split) == (Counts(1, 1, 2), 1)


def test_an_agreement_about_a_nameless_event_meets_through_it() -> None:
    opening = GoldEntity("opening", "Event")
    gold = annotation(SPBPU, PACT, opening, facts=[("spbpu", "organized", "opening"), ("pact", "concerns", "opening")])
    found = [P, thing("o", "Ceremony"), thing("a", "Agreement")]
    got = score(analysis(found, [fact("p", "organized", "o"), fact("a", "concerns", "o")]), gold)
    assert got.strict == Counts(2, 2, 2)


# ── sums


def test_total_adds_and_languages_stay_apart() -> None:
    gold = annotation(SPBPU, HIT, facts=[("spbpu", "partnerOf", "hit")])
    good = score(analysis([P, H], [fact("p", "partnerOf", "h")]), gold)
    bad = score(
        replace(analysis([P], []), document=Document("ru-1", "", "ru", TEXT, ())), replace(gold, id="ru-1", lang="ru")
    )
    both = total([bad, good])
    assert both == total([good, bad])
    assert (both.documents, both.lang, both.strict) == (("en-1", "ru-1"), None, Counts(1, 1, 2))
    assert both.entities == Counts(3, 3, 4)
    assert list(by_language([bad, good])) == ["en", "ru"]
    assert by_language([bad, good])["ru"].strict.f1 == 0


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    empty = total([])
    assert (empty.strict.precision, empty.strict.recall, empty.strict.f1) == (1, 1, 1)


def test_an_annotation_of_another_document_is_refused() -> None:
    with pytest.raises(InputError, match="en-1"):
        score(analysis([], [], key="en-2"), annotation(facts=[]))


def test_the_listing_names_what_stood_in_the_way() -> None:
    gold = annotation(SPBPU, HIT, LU, facts=[("lu", "represents", "spbpu"), ("lu", "visited", "hit")])
    stranger = thing("x", "University", "Tomsk State University")
    listing = errors(analysis([P, L, stranger], [fact("l", "represents", "p"), fact("l", "visited", "x")]), gold)
    assert [(f.verdict, f.property, f.object, f.note) for f in listing] == [
        (Verdict.RIGHT, "represents", SPBPU.names[0], ""),
        (Verdict.MISSED, "visited", HIT.names[0], "Harbin Institute of Technology was not found"),
        (Verdict.INVENTED, "visited", "Tomsk State University", "Tomsk State University meets nothing annotated"),
    ]


# ── the files


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_an_annotation_scores_itself_perfectly(path: Path) -> None:
    gold = load_gold(path)
    assert gold.id == path.stem
    assert gold.facts
    got = score(perfect(gold), gold)
    assert got.strict.f1 == got.strict_typed.f1 == got.entities.recall == got.dates.recall == 1
    assert got.traps.right == got.split == 0
    assert {f.verdict for f in errors(perfect(gold), gold)} == {Verdict.RIGHT}


def test_all_annotations_are_there() -> None:
    langs = [load_gold(path).lang for path in GOLDS]
    assert [langs.count(lang) for lang in ("en", "ru", "zh")] == [39, 17, 13]


WELL = {
    "id": "en-1",
    "lang": "en",
    "entities": [{"id": "a", "type": "Person", "names": ["A"]}, {"id": "b", "type": "University", "names": ["B"]}],
    "facts": [["a", "holdsPost", "b"]],
    "titles": {"a|b": "rector"},
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"facs": []}, "facs"),
        ({"lang": "fr"}, "fr"),
        ({"entities": [{"id": "a", "type": "Person", "names": [], "nmes": []}]}, "nmes"),
        ({"entities": [{"id": "a", "type": "Robot", "names": []}]}, "Robot"),
        ({"entities": [*WELL["entities"], {"id": "a", "type": "Person", "names": []}]}, "a is given twice"),
        ({"facts": [["a", "employs", "b"]]}, "employs"),
        ({"facts": [["a", "holdsPost", "c"]]}, "c is not among"),
        ({"facts": [["a", "holdsPost"]]}, "length 3"),
        ({"optional": [["a", "holdsPost", "b"]]}, "stands already in facts"),
        ({"not_facts": [["a", "holdsPost", "b", "planned"]]}, "stands already in facts"),
        ({"titles": {"b|a": "rector"}}, "belongs to no holdsPost"),
    ],
)
def test_a_faulty_annotation_is_refused_with_its_name(tmp_path: Path, change: dict[str, object], said: str) -> None:
    path = tmp_path / "en-1.json"
    path.write_text(json.dumps(WELL), encoding="utf-8")
    assert load_gold(path).facts == (("a", "holdsPost", "b"),)
    path.write_text(json.dumps({**WELL, **change}), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_gold(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b'{"id": "\xff"}', b"[]"])
def test_a_file_that_is_no_annotation_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "en-1.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"en-1\.json"):
        load_gold(path)


def test_a_missing_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_gold(tmp_path / "none.json")


# ── invariants

TYPES = ("University", "Person", "Place", "Event", "Agreement", "Programme", "Recognition")
NAMES = st.sampled_from(
    ["Harbin Institute", "Harbin Institutes", "SPbPU", "SPbU", "清华大学", "Томск", "forum", "THE forum"]
)
SIZES = st.integers(min_value=1, max_value=6)


@st.composite
def golds(draw: st.DrawFn) -> Gold:
    """Annotations whose things can be told apart: by distinct names, or by facts with named things."""
    named = [GoldEntity(f"n{i}", draw(st.sampled_from(TYPES)), (f"{'abcdef'[i] * 9} {i}",)) for i in range(draw(SIZES))]
    nameless = [GoldEntity(f"u{i}", "Agreement") for i in range(draw(st.integers(0, 4)))]
    ends = st.sampled_from([entity.id for entity in named])
    others = st.sampled_from([entity.id for entity in [*named, *nameless]])
    triples = draw(st.sets(st.tuples(ends, st.sampled_from(sorted(PROPERTIES)), others), max_size=20))
    distinct = sorted(set(map(canonical, triples)))
    cut = draw(st.integers(0, len(distinct)))
    return Gold("en-1", "en", (*named, *nameless), tuple(distinct[:cut]), tuple(distinct[cut:]))


@st.composite
def guesses(draw: st.DrawFn) -> tuple[Analysis, Gold]:
    """Any analysis with any annotation, names colliding freely."""

    def names() -> list[str]:
        return draw(st.lists(NAMES, max_size=2))

    wanted = [GoldEntity(f"g{i}", draw(st.sampled_from(TYPES)), tuple(names())) for i in range(draw(SIZES))]
    found = [thing(f"f{i}", draw(st.sampled_from(TYPES)), *names()) for i in range(draw(SIZES))]

    def triples(ends: list[str]) -> list[Triple]:
        end, prop = st.sampled_from(ends), st.sampled_from(["signed", "partnerOf", "concerns", "organized"])
        return draw(st.lists(st.tuples(end, prop, end), max_size=8))

    listed = sorted(set(map(canonical, triples([entity.id for entity in wanted]))))
    gold = Gold("en-1", "en", tuple(wanted), tuple(listed[::2]), tuple(listed[1::2]))
    return analysis(found, [fact(*triple) for triple in triples([entity.id for entity in found])]), gold


@given(golds())
def test_saying_just_what_the_annotation_says_is_perfect(gold: Gold) -> None:
    got = score(perfect(gold), gold)
    assert got.strict.f1 == got.strict_typed.f1 == got.entities.recall == 1


@given(guesses(), st.randoms(use_true_random=False))
def test_no_order_changes_a_score(guess: tuple[Analysis, Gold], random: Random) -> None:
    def shuffled(items: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(random.sample(items, len(items)))

    found, gold = guess
    again = replace(found, entities=shuffled(found.entities), facts=shuffled(found.facts))
    gold_again = replace(
        gold, entities=shuffled(gold.entities), facts=shuffled(gold.facts), optional=shuffled(gold.optional)
    )
    assert score(again, gold_again) == score(found, gold)
    assert errors(again, gold_again) == errors(found, gold)


@given(guesses())
def test_rates_stay_within_bounds(guess: tuple[Analysis, Gold]) -> None:
    got = score(*guess)
    for counts in (got.strict, got.strict_typed, got.entities, got.dates, *got.properties.values()):
        assert 0 <= counts.right <= min(counts.found, counts.wanted)
        assert 0 <= counts.f1 <= 1
        assert min(counts.precision, counts.recall) - 1e-9 <= counts.f1 <= max(counts.precision, counts.recall) + 1e-9
    assert got.strict_typed.right <= got.strict.right
    verdicts = [finding.verdict for finding in errors(*guess)]
    assert verdicts.count(Verdict.RIGHT) == got.strict.right
    assert verdicts.count(Verdict.INVENTED) + verdicts.count(Verdict.TRAP) == got.strict.found - got.strict.right
    assert verdicts.count(Verdict.MISSED) == got.strict.wanted - got.strict.right
