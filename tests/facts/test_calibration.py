"""From the scores of rules to probabilities: bounds, order, what is shared, and a file that is not as it must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.facts.calibration import FILE, LEAST, Traits, Weights, calibrated, likely, load, traits
from kg.facts.layouts import Layout
from kg.odds import SUREST, probability
from kg.records import Block, BlockKind, Document, Entity, Evidence, Fact, Lang, Mention, Name, Status

USUAL = Traits(0.7, "signed", "sign", "stated", "en", "known", "described", "one")


def fact(rule: str = "sign", score: float = 0.7, passages: int = 1, status: Status = Status.HELD) -> Fact:
    evidence = tuple(Evidence(n, n + 1, "x") for n in range(passages))
    return Fact("organization/a", "signed", "agreement/b", status, score, rule, evidence)


def mention(entity: str, source: str) -> Mention:
    return Mention(0, 1, "Organization", entity, source, "by hand", 1.0)


def page(lang: Lang, mentions: Sequence[Mention] = ()) -> Layout:
    entities = [Entity(id, "Organization", (Name(id),)) for id in ("organization/a", "agreement/b")]
    return Layout(Document("d", "", lang, "x", (Block(BlockKind.PARAGRAPH, 0, 1),)), [(0, 1)], entities, mentions)


def known(name: str) -> st.SearchStrategy[str]:
    """What a trait may be: values that were learnt, and others."""
    return st.sampled_from([*load().weights.effects[name], "never seen"])


any_traits = st.builds(
    Traits,
    st.floats(0, 1),
    *(known(name) for name in ("property", "rule", "way", "language", "subject", "object", "passages")),
)


@given(any_traits, st.floats(0, 1))
def test_a_probability_that_never_falls_with_the_score(found: Traits, other: float) -> None:
    weights = load().weights
    low, high = (probability(weights.log_odds(replace(found, score=score))) for score in sorted((found.score, other)))
    assert 0 < low <= high <= SUREST
    assert round(high, 2) == high


@given(any_traits.map(lambda t: replace(t, rule="never seen")), st.text())
def test_a_rule_never_seen_is_judged_by_everything_else(found: Traits, name: str) -> None:
    weights = load().weights
    if name not in weights.effects["rule"]:
        assert weights.log_odds(replace(found, rule=name)) == weights.log_odds(found)


def test_of_what_was_never_seen_the_score_and_the_base_decide() -> None:
    weights = Weights(1.0, 2.0, {"rule": {"sign": 0.5}}, familiar=3.0)
    assert weights.log_odds(replace(USUAL, rule="new")) == 1.0
    assert weights.log_odds(replace(USUAL, rule="new", score=0.8)) == pytest.approx(1.2)
    assert weights.log_odds(USUAL) == 1.5


def test_traits_are_those_of_rule_ends_and_passages() -> None:
    mentions = [
        mention("organization/a", "model"),
        mention("organization/a", "registry"),
        mention("agreement/b", "rule"),
    ]
    plain, passed = traits([fact(), fact("sign-for", 0.4, passages=2)], mentions, "en")
    assert plain == USUAL
    assert passed == replace(USUAL, score=0.4, way="passed-on", passages="several")
    (bare,) = traits([fact()], [mention("agreement/b", "pattern")], "ru")
    assert (bare.subject, bare.object, bare.language) == ("implied", "pattern", "ru")


def test_a_ministry_that_only_the_title_of_its_minister_means_is_no_guess() -> None:
    post = replace(fact("post"), subject="person/p", property="holdsPost", object="organization/a", title="Minister")
    untitled = replace(post, title=None)
    for said, what in ((post, "titled"), (untitled, "implied")):
        held, signed = traits([said, fact()], [mention("person/p", "pattern")], "en")
        assert (held.object, signed.subject) == (what, what)
    (named, _) = traits([post, fact()], [mention("organization/a", "pattern")], "en")
    assert named.object == "pattern"


def test_only_the_confidence_changes() -> None:
    facts = [fact(), fact("sign-for", 0.4), fact("never-heard-of", 0.9, status=Status.PLANNED)]
    found = calibrated(page("en", [mention("organization/a", "registry")]), facts)
    assert [asdict(one) | {"confidence": 0} for one in found] == [asdict(one) | {"confidence": 0} for one in facts]
    assert all(one.confidence == round(one.confidence, 2) for one in found)
    assert calibrated(page("zh"), ()) == ()


def test_what_is_hardly_probable_is_not_stated() -> None:
    sure, unsure = fact(score=LEAST), fact(score=LEAST - 0.01)
    planned = fact(score=0.1, status=Status.PLANNED)
    assert likely([unsure, sure, planned]) == (sure, planned)
    assert likely([]) == ()


@given(st.lists(st.floats(0.01, SUREST)))
def test_no_held_fact_is_less_sure_than_the_least(scores: list[float]) -> None:
    kept = likely(fact(score=score) for score in scores)
    assert [one.confidence for one in kept] == [score for score in scores if score >= LEAST]


def test_what_was_measured_adds_up() -> None:
    learnt = load()
    for measured in (learnt.everything, learnt.unseen):
        assert sum(one.claims for one in measured.bins) == measured.claims
        assert sum(round(one.claims * one.held) for one in measured.bins) == measured.right
        edges = [one.at_least for one in measured.bins]
        assert edges == sorted(edges, reverse=True)
        assert all(one.low <= one.held <= one.high for one in measured.bins)
    assert learnt.high.claims > learnt.high_unseen.claims
    assert learnt.high.held >= 0.95


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("score: ", "score: -", "negative"),
        ("    property:", "    weather:", "weather"),
        ("strength:", "strange:", "strength"),
        ("weights:", "weights: [", "no calibration"),
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    content = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert content.count(old) == 1
    path = tmp_path / "calibration.yml"
    path.write_text(content.replace(old, new), encoding="utf-8")
    with pytest.raises(InputError, match=words) as error:
        load(path)
    assert "make calibrate" in str(error.value)
    assert "calibration.yml" in str(error.value)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load(tmp_path / "none.yml")
