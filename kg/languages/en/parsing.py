"""The model's tagger and parser, line by line: what stands in one line never sways how the next is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.language import Language
from spacy.symbols import PROPN, PUNCT  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.tokens import Doc

from kg.languages.en.heads import mend_called, mend_following, mend_made, mend_month, mend_opening_noun, mend_subjects
from kg.languages.en.merging import read_as, seen_as
from kg.languages.kinds import kind_of, singular

_ANNOTATED = [TAG, POS, MORPH, LEMMA, HEAD, DEP]
_LEMMA, _HEAD = _ANNOTATED.index(LEMMA), _ANNOTATED.index(HEAD)
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
            titles = {id(doc): list(_titles(doc)) for doc in batch}
            bounds = [(doc, kept) for doc in batch for kept in _read(doc, titles[id(doc)])]
            lines: Iterable[Doc] = [_apart(doc, kept) for doc, kept in bounds]
            for pipe in self.pipes:
                lines = pipe.pipe(lines, batch_size=_BATCH) if hasattr(pipe, "pipe") else map(pipe, lines)
            tables = {id(doc): numpy.zeros((len(doc), len(_ANNOTATED)), dtype=numpy.uint64) for doc in batch}
            for (doc, kept), line in zip(bounds, lines, strict=True):
                mend_subjects(line)
                mend_opening_noun(line)
                mend_made(line)
                mend_month(line)
                mend_following(line)
                table = line.to_array(_ANNOTATED)
                # heads are told by how far away they are, and the titles left out lie between
                heads = numpy.array(kept)[numpy.arange(len(kept)) + table[:, _HEAD].astype(numpy.int64)]
                table[:, _HEAD] = (heads - numpy.array(kept)).astype(numpy.uint64)
                tables[id(doc)][kept] = table
                for position in kept:
                    if seen_as(doc[position]):
                        tables[id(doc)][position, _LEMMA] = doc[position].orth
                    elif read_as(doc[position]):
                        tables[id(doc)][position, _LEMMA] = doc.vocab.strings.add(singular(doc[position].lower_))
            for doc in batch:
                for title in titles[id(doc)]:
                    _hang(doc, title, tables[id(doc)])
            for doc in batch:
                doc.from_array(_ANNOTATED, tables[id(doc)])  # type: ignore[arg-type]  # numpy's own type
                mend_called(doc)
                yield doc


def _apart(doc: Doc, kept: list[int]) -> Doc:
    """Give what is read of a line as a text of its own, in which each name and date is a word that the model knows."""
    words = [seen_as(doc[position]) or read_as(doc[position]) or doc[position].text for position in kept]
    spaces = [bool(doc[position].whitespace_) for position in kept]
    starts: list[bool | int | None] = [doc[position].is_sent_start for position in kept]
    return Doc(doc.vocab, words=words, spaces=spaces, sent_starts=starts)


def _read(doc: Doc, titles: list[range]) -> Iterator[list[int]]:
    """Give the tokens of each line that the parser reads: all but the titles in quotation marks."""
    unread = {position for title in titles for position in title}
    for start, end in _lines(doc):
        yield [position for position in range(start, end) if position not in unread]


_LONGEST_TITLE = 14  # tokens


def _titles(doc: Doc) -> Iterator[range]:
    """Give the titles in quotation marks directly behind the noun of what bears them: 'the laboratory "Polar Optics"'.

    The parser takes their words for parts of the sentence, and their verbs for its own.
    """
    position = 1
    while position < len(doc):
        token = doc[position]
        if token.text == '"' and doc[position - 1].is_lower and kind_of("en", [doc[position - 1].text]) is not None:
            last = min(len(doc), position + _LONGEST_TITLE)
            closing = next((k for k in range(position + 1, last) if doc[k].text == '"' or doc[k].is_space), last)
            inside = doc[position + 1 : closing]
            if closing < last and doc[closing].text == '"' and not any(t.is_sent_start for t in inside):
                yield range(position, closing + 1)
                position = closing
        position += 1


def _hang(doc: Doc, title: range, table: Any) -> None:
    """Hang a title that was not read on the noun before it, as a name beside it."""
    last = title[-2]
    for position in title:
        mark = position in {title[0], title[-1]}
        head = title[0] - 1 if position == last else last
        table[position] = [
            doc.vocab.strings.add('""' if mark else "NNP"),
            PUNCT if mark else PROPN,
            0,
            doc[position].orth,
            numpy.int64(head - position).astype(numpy.uint64),
            doc.vocab.strings.add("punct" if mark else "appos" if position == last else "compound"),
        ]


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
            if token.pos_ == "VERB" and token.lemma_ in _MENDED:
                token.lemma_ = _MENDED[token.lemma_]
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
_MENDED = {"stag": "stage"}  # lemmas that rules cut too short: "staged"


@Language.factory("srac_joint_verbs")
def make_joint_verbs(nlp: Language, name: str) -> JointVerbs:  # noqa: ARG001 - spaCy's signature
    """Give the component, without a lemmatizer yet."""
    return JointVerbs()


@Language.factory("srac_by_line")
def make_by_line(nlp: Language, name: str) -> ByLine:  # noqa: ARG001 - spaCy's signature
    """Give the component, without pipes yet."""
    return ByLine()
