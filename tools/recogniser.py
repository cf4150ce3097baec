"""Write `kg/languages/en/recogniser/`: the entity recogniser of the English model, trained on texts annotated by hand.

    python -m tools.recogniser                             learns from the gold folders under data/
    python -m tools.recogniser data/gold my-texts/gold     learns from these folders

The model that the pipeline builds on was trained on news, where "Higher School of Economics" is three names and
"Philtelimeistel" none. Its recogniser is trained on: what annotators call a person, an organization, a unit, a place,
an event, a document, a programme or an award in a text is such a name wherever it stands there; what no annotator
names keeps what our own patterns, and then the model itself, take it for, so that nothing is unlearnt. Texts of the set
`heldout` are not learnt from; how the recogniser does on them, beside the model's own, is printed.

The seed is fixed, and texts come in the order of their ids: the same annotations give the same bytes.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans, fix_random_seed  # type: ignore[attr-defined]  # spaCy passes on thinc's

from kg import registry
from kg.errors import InputError, KgError
from kg.languages import load
from kg.languages.en.pipeline import MODEL, RECOGNISER
from kg.records import Document
from kg.schema import is_a
from kg.text import discover, read
from kg.views.evaluation import Annotation, load_annotations, texts_beside
from kg.views.evaluation.annotations import HELDOUT, digest
from kg.views.evaluation.gold import GoldEntity
from tools.learning import folders_here, parser_of

EPOCHS, BATCH, DROPOUT, RATE, SEED = 10, 8, 0.25, 0.001, 1
ABOUT, LICENSE = "training.yml", "LICENSE"
HEAD = """\
# What the entity recogniser in this folder was trained on. Written by tools/recogniser.py (make recogniser).
# documents: how many annotated texts; digest: SHA-256 of the list of their annotations, as sha256sum writes it
# model: the spaCy pipeline whose recogniser was trained on
"""
_LABELS = (
    ("Person", "PERSON"),
    ("Place", "GPE"),
    ("Event", "EVENT"),
    ("Agreement", "LAW"),
    ("Programme", "WORK_OF_ART"),
    ("Recognition", "WORK_OF_ART"),
    ("Organization", "ORG"),
    ("OrganizationalUnit", "ORG"),
    ("JointStructure", "ORG"),
)
"""The model's label for names of each class; it has no better one for documents, programmes and awards."""
_OURS = frozenset({"ORG", "EVENT", "WORK_OF_ART", "LAW"})
"""Labels that the model's own word is not taken for: of these it finds a third."""


def label(cls: str) -> str | None:
    """Give the model's label for names of a class.

    >>> label("University"), label("Conference"), label("Thing")
    ('ORG', 'EVENT', None)
    """
    return next((name for root, name in _LABELS if is_a(cls, root)), None)


def annotated(doc: Doc, entities: Sequence[GoldEntity]) -> list[Span]:
    """Give the names that annotators found in a text, each wherever it stands; the longest where they overlap."""
    found = [
        span
        for entity in entities
        if (known := label(entity.type)) is not None
        for name in entity.names
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", doc.text)
        if (span := doc.char_span(*match.span(), label=known, alignment_mode="expand")) is not None
    ]
    return filter_spans(found)


def reference(doc: Doc, entities: Sequence[GoldEntity], patterned: Sequence[Span], modelled: Sequence[Span]) -> Doc:
    """Give a text with what is to be found in it: an annotator's word before a pattern's, that before the model's."""
    spans: list[Span] = []
    taken: set[int] = set()
    for source in (annotated(doc, entities), patterned, [span for span in modelled if span.label_ not in _OURS]):
        new = [span for span in filter_spans(source) if taken.isdisjoint(range(span.start, span.end))]
        taken.update(place for span in new for place in range(span.start, span.end))
        spans += new
    found = Doc(doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
    found.ents = [Span(found, span.start, span.end, span.label_) for span in spans]
    return found


def examples(annotations: Sequence[Annotation], texts: Mapping[str, str]) -> Iterator[Example]:
    """Give what is to be learnt from annotated texts; `texts` are by document id."""
    nlp = load("en", MODEL)  # as it is without what this writes
    recogniser = nlp.get_pipe("ner")
    for one in annotations:
        doc = nlp.make_doc(texts[one.gold.id])
        patterned = [
            span
            for name in nlp(texts[one.gold.id])._.names
            if name.source != "model"
            and (known := label(name.cls)) is not None
            and (span := doc.char_span(name.start, name.end, label=known, alignment_mode="expand")) is not None
        ]
        modelled = list(recogniser(nlp.make_doc(texts[one.gold.id])).ents)
        yield Example(nlp.make_doc(texts[one.gold.id]), reference(doc, one.gold.entities, patterned, modelled))


def train(learnt: Sequence[Example], *, epochs: int = EPOCHS) -> Any:
    """Give the model's entity recogniser, trained on.

    Raises:
        LanguageError: the model is not installed.
    """
    nlp = _alone()
    random.seed(SEED)
    fix_random_seed(SEED)
    optimizer = nlp.resume_training()
    optimizer.learn_rate = RATE
    order = list(learnt)
    for epoch in range(epochs):
        random.shuffle(order)
        losses: dict[str, float] = {}
        for start in range(0, len(order), BATCH):
            nlp.update(order[start : start + BATCH], sgd=optimizer, losses=losses, drop=DROPOUT)
        print(f"epoch {epoch + 1} of {epochs}: loss {losses['ner']:.0f}", file=sys.stderr)
    return nlp.get_pipe("ner")


def _alone() -> Language:
    """Give the model with nothing but its entity recogniser, over our tokens."""
    load("en", MODEL)  # says so where it is not installed
    nlp = spacy.load(MODEL)
    for name in nlp.pipe_names:
        if name != "ner":
            nlp.remove_pipe(name)
    nlp.tokenizer = load("en", MODEL).tokenizer
    return nlp


def measured(recogniser: Any, held: Sequence[Example]) -> str:
    """Give precision, recall and F1 of a recogniser over the names of texts, strict in bounds and label."""
    right = found = wanted = 0
    for example in held:
        doc = recogniser(example.predicted.copy())
        said = {(span.start_char, span.end_char, span.label_) for span in doc.ents}
        true = {(span.start_char, span.end_char, span.label_) for span in example.reference.ents}
        right, found, wanted = right + len(said & true), found + len(said), wanted + len(true)
    precision, recall = right / max(1, found), right / max(1, wanted)
    return f"precision {precision:.2f}, recall {recall:.2f}, F1 {2 * right / max(1, found + wanted):.2f}"


def texts_of(folders: Sequence[Path], ids: frozenset[str]) -> dict[str, str]:
    """Give the texts of annotated documents, by document id.

    Raises:
        InputError: one is missing or cannot be read.
    """
    known = registry.load()
    found = {
        one.id: one.text
        for path in discover(texts_beside(folders))
        for one in read(path, known)
        if isinstance(one, Document) and one.id in ids
    }
    if missing := ids - found.keys():
        raise InputError(f"there is no text of {min(missing)}", place=", ".join(map(str, folders)))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write; give the exit code."""
    options = parser_of("recogniser", __doc__, RECOGNISER).parse_args(arguments)
    folders = options.gold or folders_here()
    english = [one for one in load_annotations(folders) if one.gold.lang == "en"]
    read_ones = [one for one in english if one.set != HELDOUT]
    kept_aside = [one for one in english if one.set == HELDOUT]
    texts = texts_of(folders, frozenset(one.gold.id for one in english))
    learnt = list(examples(read_ones, texts))
    held = list(examples(kept_aside, texts))
    before = measured(load("en", MODEL).get_pipe("ner"), held)
    recogniser = train(learnt)
    options.out.mkdir(parents=True, exist_ok=True)
    recogniser.to_disk(options.out, exclude=["vocab"])
    about = {"documents": len(learnt), "digest": digest(read_ones), "model": MODEL}
    shutil.copyfile(spacy.load(MODEL).path / LICENSE, options.out / LICENSE)  # it asks to go with what is made of it
    (options.out / ABOUT).write_text(HEAD + yaml.safe_dump(about, sort_keys=False), encoding="utf-8", newline="\n")
    print(f"names of {len(held)} texts kept aside: {before} before; {measured(recogniser, held)} now")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KgError as error:
        sys.exit(f"error: {error}")
