"""The model's tagger and parser, line by line: what stands in one line never sways how the next is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

import numpy
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.en.merging import seen_as

_ANNOTATED = [TAG, POS, MORPH, LEMMA, HEAD, DEP]
_LEMMA = _ANNOTATED.index(LEMMA)
_BATCH = 256  # lines that the model reads at a time


class ByLine:
    """Pipeline components of a model, run on each line of a text by itself; the text gets what they say.

    A tagger looks at the words around a word, over line ends too: the heading "A visit" would make a noun of the verb
    that follows below it.
    """

    def __init__(self) -> None:
        self.pipes: Sequence[Any] = ()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Annotate texts, in their order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            bounds = [(doc, start, end) for doc in batch for start, end in _lines(doc)]
            lines: Iterable[Doc] = list(chain.from_iterable(map(_apart, batch)))
            for pipe in self.pipes:
                lines = pipe.pipe(lines, batch_size=_BATCH) if hasattr(pipe, "pipe") else map(pipe, lines)
            tables = {id(doc): numpy.zeros((len(doc), len(_ANNOTATED)), dtype=numpy.uint64) for doc in batch}
            for (doc, start, end), line in zip(bounds, lines, strict=True):
                tables[id(doc)][start:end] = line.to_array(_ANNOTATED)
                for token in doc[start:end]:
                    if seen_as(token):
                        tables[id(doc)][token.i, _LEMMA] = token.orth
            for doc in batch:
                yield doc.from_array(_ANNOTATED, tables[id(doc)])  # type: ignore[arg-type]  # numpy's own type


def _apart(doc: Doc) -> Iterator[Doc]:
    """Give each line as a text of its own, in which each name and date is a word that the model knows."""
    words = [seen_as(token) or token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    starts: list[bool | int | None] = [token.is_sent_start for token in doc]
    for start, end in _lines(doc):
        yield Doc(doc.vocab, words=words[start:end], spaces=spaces[start:end], sent_starts=starts[start:end])


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give where lines begin and end, as tokens."""
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if start < len(doc):
        yield start, len(doc)


class JointVerbs:
    """Gives verbs of doing something together the lemma of what is done: "co-chair" to "co-chaired"."""

    def __init__(self) -> None:
        self.lemmatizer: Any = None
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Mend the lemmas of one text."""
        for token in doc:
            if token.pos_ == "VERB" and token.lower_.startswith(_TOGETHER) and not token.ent_type_:
                key = token.lower_.removeprefix(_TOGETHER), token.tag_
                if key not in self._known:
                    self._known[key] = self._lemma(doc, *key, str(token.morph))
                token.lemma_ = _TOGETHER + self._known[key]
        return doc

    def _lemma(self, doc: Doc, word: str, tag: str, morph: str) -> str:
        alone = Doc(doc.vocab, words=[word], pos=["VERB"], tags=[tag], morphs=[morph])
        return str(self.lemmatizer.rule_lemmatize(alone[0])[0])


_TOGETHER = "co-"


@Language.factory("srac_joint_verbs")
def make_joint_verbs(nlp: Language, name: str) -> JointVerbs:  # noqa: ARG001 - spaCy's signature
    """Give the component, without a lemmatizer yet."""
    return JointVerbs()


@Language.factory("srac_by_line")
def make_by_line(nlp: Language, name: str) -> ByLine:  # noqa: ARG001 - spaCy's signature
    """Give the component, without pipes yet."""
    return ByLine()
