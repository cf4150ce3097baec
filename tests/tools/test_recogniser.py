"""The command that trains the entity recogniser: what it is told, the same bytes again, and that it learns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Doc, Span
from spacy.training import Example

from kg.errors import LanguageError
from kg.languages import load
from kg.languages.en import pipeline
from kg.languages.en.pipeline import MODEL, RECOGNISER
from kg.views.evaluation import load_annotations
from kg.views.evaluation.annotations import HELDOUT, digest
from kg.views.evaluation.gold import GoldEntity
from tools.learning import folders_here
from tools.recogniser import ABOUT, annotated, measured, reference, train

TEXT = "Ministers met at Polyarny Resurs in Omsk, and Polyarny Resurs of Omsk thanked the Omsk Ice Days."
RESURS, PLACE = GoldEntity("a", "Company", ("Polyarny Resurs",)), GoldEntity("b", "Place", ("Omsk",))
DAYS = GoldEntity("c", "Event", ("Omsk Ice Days", "Ice Days"))


def tokens(text: str = TEXT) -> Doc:
    return load("en", MODEL).make_doc(text)


def span(doc: Doc, text: str, label: str) -> Span:
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text), label=label)
    assert found is not None
    return found


def written(spans: Sequence[Span]) -> list[tuple[str, str]]:
    return [(one.text, one.label_) for one in sorted(spans, key=lambda one: one.start)]


def test_what_ships_was_learnt_from_the_annotations_that_are_here() -> None:
    found = [one for one in load_annotations(folders_here()) if one.gold.lang == "en" and one.set != HELDOUT]
    about = yaml.safe_load((RECOGNISER / ABOUT).read_text(encoding="utf-8"))
    assert about["digest"] == digest(found), "the annotations have changed: run make recogniser"
    assert (about["documents"], about["model"]) == (len(found), MODEL)


def test_a_name_is_one_wherever_it_stands_and_the_longest_is_taken() -> None:
    assert written(annotated(tokens(), [RESURS, PLACE, DAYS])) == [
        ("Polyarny Resurs", "ORG"),
        ("Omsk", "GPE"),
        ("Polyarny Resurs", "ORG"),
        ("Omsk", "GPE"),
        ("Omsk Ice Days", "EVENT"),
    ]


def test_an_annotators_word_goes_before_a_pattern_and_that_before_the_model() -> None:
    doc = tokens()
    patterned = [span(doc, "Resurs in Omsk", "ORG"), span(doc, "Omsk Ice", "GPE")]
    modelled = [span(doc, "Ministers", "PERSON"), span(doc, "Ice Days", "EVENT"), span(doc, "Omsk", "NORP")]
    found = reference(doc, [RESURS], patterned, modelled)
    assert written(found.ents) == [
        ("Ministers", "PERSON"),
        ("Polyarny Resurs", "ORG"),
        ("Omsk", "NORP"),
        ("Polyarny Resurs", "ORG"),
        ("Omsk Ice", "GPE"),
    ]


@pytest.fixture(scope="module")
def learnt() -> list[Example]:
    return [Example(tokens(), reference(tokens(), [RESURS, PLACE, DAYS], [], []))]


def test_the_same_examples_give_the_same_bytes(learnt: list[Example]) -> None:
    one, other = (train(learnt, epochs=2).to_bytes(exclude=["vocab"]) for _ in range(2))
    assert one == other


def test_it_learns(learnt: list[Example]) -> None:
    before = measured(load("en", MODEL).get_pipe("ner"), learnt)
    assert before != "precision 1.00, recall 1.00, F1 1.00"
    assert measured(train(learnt, epochs=30), learnt) == "precision 1.00, recall 1.00, F1 1.00"


def test_a_pipeline_that_is_named_is_taken_as_it_is() -> None:
    recognisers: list[Any] = [load("en", name).get_pipe("ner") for name in (None, MODEL)]
    ours, plain = (one.to_bytes(exclude=["vocab"]) for one in recognisers)
    assert ours != plain


def test_missing_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "RECOGNISER", tmp_path / "none")
    with pytest.raises(LanguageError) as error:
        pipeline.load_english()
    assert "make recogniser" in str(error.value)
    assert str(tmp_path / "none") in str(error.value)
