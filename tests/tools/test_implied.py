"""The command that learns what texts imply: rare rules forgotten, the same bytes again, of the texts that are here."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.facts.implied import load
from kg.facts.pairs import Pair
from kg.facts.paths import DependencyPath
from kg.records import Mention
from kg.views.evaluation import texts_beside
from kg.views.evaluation.annotations import digest
from tools.implied import Example, counted, examples, main
from tools.learning import LANGUAGE, annotated, folders_here

CHOSEN = ("en-005", "en-013", "en-019", "en-022", "en-036", "en-047", "en-060", "en-063")


def test_what_ships_was_learnt_from_the_annotations_that_are_here() -> None:
    found = annotated(folders_here(), LANGUAGE)
    assert load().digest == digest(found), "the annotations have changed: run make implied"
    assert load().documents == len(found)


def test_held_out_texts_teach_nothing_and_rare_rules_are_forgotten(folder: Path) -> None:
    annotations = annotated([folder], LANGUAGE)
    assert {one.gold.id for one in annotations} == set(CHOSEN) - {"en-005"}
    all_rules = list(examples(annotations, texts_beside([folder]), others=0))
    common = list(examples(annotations, texts_beside([folder]), others=4))
    assert {one.document for one in all_rules} == set(CHOSEN) - {"en-005"}
    # what the forgotten rules had joined is left to imply
    assert sum(one.right for one in common if one.asked) > sum(one.right for one in all_rules if one.asked)
    # either way all pairs of a sentence show what ways lead to
    key = {(one.document, one.pair.subject, one.pair.property, one.pair.object) for one in common if one.pair.paths}
    assert key == {(x.document, x.pair.subject, x.pair.property, x.pair.object) for x in all_rules if x.pair.paths}


def test_no_rule_is_forgotten_in_texts_that_only_models_learn_from(folder: Path) -> None:
    (folder / "sets.yml").write_text("heldout: [en-005]\nlearning: ['*']\n", encoding="utf-8")
    annotations = annotated([folder], LANGUAGE)
    assert {one.gold.id for one in annotations} == set(CHOSEN) - {"en-005"}
    texts = texts_beside([folder])
    assert list(examples(annotations, texts, others=4)) == list(examples(annotations, texts, others=0))


def test_ways_met_seldom_are_not_counted() -> None:
    near = (Mention(0, 1, "Person", "p", "rule", "", 1.0), Mention(2, 3, "University", "u", "rule", "", 1.0))
    often, seldom = (DependencyPath(way, way, "[VERB]") for way in ("nsubj[visit]dobj", "nsubj[see]dobj"))
    twice = Pair("p", "visited", "u", {}, near, frozenset({often, seldom}))
    once = Pair("p", "visited", "u", {}, near, frozenset({often}))
    found = [Example("d1", twice, True), Example("d2", once, True, asked=False), Example("d3", once, False)]
    assert counted(found)["visited"] == {"[VERB]": (2, 3), "nsubj[visit]dobj": (2, 3)}
    assert counted(found)["represents"] == {}


def test_the_file_is_written_once_and_says_the_same_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "implied.json"
    arguments = [str(folder), "--out", str(out)]
    assert main([*arguments, "--check"]) == 1
    assert not out.exists()
    assert main(arguments) == 0
    content = out.read_bytes()
    assert main([*arguments, "--check"]) == 0
    assert out.read_bytes() == content
    assert load(out).documents == len(CHOSEN) - 1


def test_a_text_that_is_missing_is_named(folder: Path) -> None:
    next((folder.parent / "digests").glob("en-013-*.md")).unlink()
    with pytest.raises(InputError, match="there is no text of en-013"):
        list(examples(annotated([folder], LANGUAGE), texts_beside([folder])))
