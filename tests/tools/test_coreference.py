"""The command that learns which events are one: of texts that are here, held-out ones apart; the same bytes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.entities.coreference import load
from kg.errors import InputError
from kg.views.evaluation import texts_beside
from kg.views.evaluation.annotations import digest
from tools.coreference import examples, main
from tools.learning import LANGUAGE, annotated, fitted, folders_here

CHOSEN = ("en-005", "en-052", "en-057", "en-058")


def test_what_ships_was_learnt_from_the_annotations_that_are_here() -> None:
    found = annotated(folders_here(), LANGUAGE)
    assert load().digest == digest(found), "the annotations have changed: run make coreference"
    assert load().documents == len(found)


def test_pairs_are_judged_by_what_their_ends_stand_for(folder: Path) -> None:
    found = list(examples(annotated([folder], LANGUAGE), texts_beside([folder])))
    assert len(found) >= 2
    assert {one.document for one in found} <= set(CHOSEN) - {"en-005"}
    # a ceremony at an exposition is none of it, nor a meeting of members their anniversary
    assert not any(one.right for one in found)


def test_the_file_is_written_once_and_says_the_same_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "coreference.yml"
    arguments = [str(folder), "--out", str(out)]
    assert main([*arguments, "--check"]) == 1
    assert not out.exists()
    assert main(arguments) == 0
    content = out.read_bytes()
    assert main([*arguments, "--check"]) == 0
    assert out.read_bytes() == content
    assert load(out).documents == len(CHOSEN) - 1


def test_a_text_that_is_missing_is_named(folder: Path) -> None:
    next((folder.parent / "digests").glob("en-052-*.md")).unlink()
    with pytest.raises(InputError, match="there is no text of en-052"):
        list(examples(annotated([folder], LANGUAGE), texts_beside([folder])))


def test_without_examples_there_is_nothing_to_learn() -> None:
    with pytest.raises(InputError, match="nothing to learn from"):
        fitted([], enough=5, strength=1.0)


def test_weights_tell_what_bears_a_trait_from_what_does_not() -> None:
    told = [(("any", "rare"), True), *[(("any", "good"), True)] * 20, *[(("any",), False)] * 20]
    weights = fitted(told, enough=5, strength=1.0)
    assert weights["good"] > 1
    assert weights["any"] < 0
    assert "rare" not in weights
