"""What is learnt from annotated facts, on facts made by hand."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.facts.calibration import Traits
from kg.odds import probability
from tools.fitting import Example, fit, from_on, learn, out_of_fold, parts, reliability, strongest, tier, wilson

USUAL = ("signed", "sign", "stated", "en", "known", "described", "one")
Said = list[tuple[float, bool]]


def example(number: int, right: bool, score: float = 0.7, rule: str = "sign", familiar: bool = True) -> Example:
    traits = Traits(score, "signed", rule, "stated", "en", "known", "described", "one")
    return Example(
        f"d{number}", familiar, traits, right, {"near": float(number % 2), "sentences-all": 4.0 + number % 3}
    )


def many(rule: str, right: int, wrong: int, familiar: bool = True) -> list[Example]:
    return [example(n, n < right, rule=rule, familiar=familiar) for n in range(right + wrong)]


def said(examples: Iterable[Example], rule: str, score: float = 0.7, strength: float = 1.0) -> float:
    weights = fit(list(examples), strength)
    return probability(weights.log_odds(example(0, True, score, rule).traits))


def test_a_rule_seen_often_is_judged_by_what_became_of_it() -> None:
    examples = [*many("sure", 200, 2), *many("wild", 40, 40)]
    assert said(examples, "sure") > 0.93
    assert 0.45 < said(examples, "wild") < 0.6


def test_a_rule_seen_seldom_keeps_near_the_others() -> None:
    examples = [*many("sure", 90, 10), *many("rare", 0, 1), *many("luck", 1, 0)]
    never = said(examples, "never seen")
    assert 0.6 < said(examples, "rare") < never < said(examples, "luck") < 0.95
    assert abs(said(examples, "rare", strength=8.0) - never) < abs(said(examples, "rare") - never)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_a_higher_score_is_never_less_sure(facts: list[tuple[float, bool]]) -> None:
    examples = [example(n, right, score) for n, (score, right) in enumerate(facts)]
    figures = [said(examples, "sign", score) for score in (0.0, 0.3, 0.6, 0.9, 1.0)]
    assert figures == sorted(figures)
    assert all(0 < figure < 1 for figure in figures)


def test_a_text_that_nobody_read_is_not_judged_by_those_that_were() -> None:
    examples = [*many("sign", 98, 2), *(e for e in many("sign", 60, 40, familiar=False))]
    weights = fit(examples, 1.0)
    assert weights.familiar > 1
    assert probability(weights.log_odds(examples[0].traits)) < 0.75


def test_the_order_of_examples_changes_nothing() -> None:
    examples = [example(n % 23, n % 7 != 0, 0.4 + n % 5 / 10, f"r{n % 4}", n % 3 == 0) for n in range(200)]
    shuffled = random.Random(1).sample(examples, len(examples))
    assert fit(shuffled, 2.0) == fit(examples, 2.0)
    assert strongest(shuffled)[0] == strongest(examples)[0]
    key = [(p.example.document, p.example.traits.score, p.said, p.shipped) for p in out_of_fold(examples)]
    again = [(p.example.document, p.example.traits.score, p.said, p.shipped) for p in out_of_fold(shuffled)]
    assert sorted(key) == sorted(again)


def test_each_fact_is_judged_by_other_documents() -> None:
    # in each document one fact bears a rule of its own and is wrong: nothing in the others can tell
    examples = [e for n in range(40) for e in (example(n, True), example(n, True), example(n, False, rule=f"own{n}"))]
    predictions = out_of_fold(examples)
    assert sorted(p.example.document for p in predictions) == sorted(e.document for e in examples)
    weights = fit(examples, strongest(examples)[0])
    for one in predictions:
        if one.example.traits.rule.startswith("own"):
            assert one.said > probability(weights.log_odds(one.example.traits) + weights.familiar)


@given(st.sets(st.text()), st.integers(1, 10))
def test_documents_are_parted_evenly_and_always_alike(documents: set[str], many: int) -> None:
    part = parts(documents, many, "salt")
    assert part == parts(sorted(documents, reverse=True), many, "salt")
    sizes = [list(part.values()).count(number) for number in range(many)]
    assert part.keys() == documents
    assert max(sizes) - min(sizes) <= 1


def test_the_page_tells_what_rules_cannot() -> None:
    examples = [example(n, n % 2 > 0 or n % 10 == 0) for n in range(400)]
    learnt = learn(examples)
    assert learnt.traits == ("near", "sentences-all")
    assert learnt.fewest == 4
    far, near = (probability(odds) for odds in learnt.log_odds([example(0, True), example(1, True)]))
    assert far < 0.4
    assert near > 0.9
    assert far < said(examples, "sign") < near
    (bare,) = learnt.log_odds([replace(example(0, True), page={})])
    assert bare == learnt.weights.log_odds(example(0, True).traits)


def test_pages_of_texts_that_nobody_read_teach_nothing() -> None:
    familiar = [example(n, n % 4 > 1) for n in range(200)]
    others = [example(n, n % 2 > 0, familiar=False) for n in range(200, 400)]
    far, near = learn([*familiar, *others]).log_odds([example(0, True), example(1, True)])
    assert abs(near - far) < 0.2
    untaught = learn(others)
    assert untaught.log_odds(others) == [untaught.weights.log_odds(one.traits) for one in others]


def test_one_document_can_be_learnt_from_but_not_measured() -> None:
    examples = [example(1, True), example(1, False)]
    assert out_of_fold(examples) == ()
    assert 0 < said(examples, "sign") < 1


def test_reliability_counts_every_claim_once() -> None:
    pairs: Said = [(0.99, True)] * 9 + [(0.95, False)] + [(0.6, True), (0.6, False), (0.1, False)]
    measured = reliability(pairs)
    assert (measured.claims, measured.right) == (13, 10)
    counted = [(one.at_least, one.claims, one.held) for one in measured.bins]
    assert counted == [(0.95, 10, 0.9), (0.5, 2, 0.5), (0.0, 1, 0.0)]
    assert measured.bins[0].said == pytest.approx(0.986)
    brier = (9 * 0.01**2 + 0.95**2 + 0.4**2 + 0.6**2 + 0.1**2) / 13
    assert measured.brier == round(brier, 4)
    assert measured.error == round((10 * 0.086 + 2 * 0.1 + 0.1) / 13, 3)
    assert reliability([]).bins == ()


def test_high_confidence_is_the_lowest_figure_that_is_precise_enough() -> None:
    pairs: Said = [(0.97, True)] * 40 + [(0.9, True)] * 19 + [(0.9, False)] * 2 + [(0.8, False)] * 10
    found = tier(pairs)
    assert (found.at_least, found.claims) == (0.81, 61)
    assert found.held >= 0.95


def test_texts_that_nobody_had_read_speak_against_a_figure() -> None:
    pairs: Said = [(0.97, True)] * 60 + [(0.9, True)] * 40
    assert tier(pairs).at_least == 0.5
    assert tier(pairs, [(0.9, n % 2 > 0) for n in range(40)]).at_least == 0.91
    almost: Said = [(0.9, n >= 6) for n in range(100)]  # 94 right: the interval holds 0.95, the share does not reach it
    assert tier(pairs, almost).at_least == 0.91
    assert tier(pairs, [(0.9, n >= 5) for n in range(100)]).at_least == 0.5
    few: Said = [(0.9, False), (0.9, True)]
    assert tier(pairs, few).at_least == 0.91
    assert tier(pairs, [(0.9, True)]).at_least == 0.5


def test_where_nothing_is_precise_enough_it_is_said_so() -> None:
    pairs: Said = [(0.9, n % 10 > 0) for n in range(100)] + [(0.6, n % 2 > 0) for n in range(100)]
    found = tier(pairs)
    assert (found.at_least, found.claims, found.held) == (0.9, 100, 0.9)
    with pytest.raises(InputError, match="fewer than 30"):
        tier(pairs[:29])


def test_a_figure_that_nothing_reaches_tells_nothing() -> None:
    empty = from_on(0.99, [(0.5, True)])
    assert (empty.claims, empty.low, empty.high) == (0, 0.0, 1.0)


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_interval_holds_its_share(right: int, wrong: int) -> None:
    if right + wrong:
        low, high = wilson(right, right + wrong)
        assert 0 <= low <= right / (right + wrong) + 1e-12
        assert right / (right + wrong) - 1e-12 <= high <= 1
