"""Sentences end where lines end."""

from __future__ import annotations

import numpy
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.language import Language
from spacy.tokens import Doc

_ENDS = frozenset(".!?:;…。！？")
_CLOSING = frozenset("\"')]»”’")


@Language.component("srac_sentences")
def sentences(doc: Doc) -> Doc:
    """Let sentences begin only behind a line end or a sign that can end one, so that no parser tears one apart.

    Runs when names are one token each: a full stop in a name ends nothing.
    """
    marks = numpy.zeros(len(doc), dtype=numpy.int64)
    after, ended = True, True
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
            marks[token.i] = -1
            continue
        marks[token.i] = 1 if after else 0 if ended else -1
        after = False
        if not (ended and token.text in _CLOSING):
            ended = token.text[-1] in _ENDS and not token.ent_type_
    return doc.from_array([SENT_START], marks.astype(numpy.uint64))  # type: ignore[arg-type]  # one row is right


@Language.component("srac_lines")
def lines(doc: Doc) -> Doc:
    """Start a sentence after every line end: a heading is never part of the sentence below it."""
    marks = doc.to_array([SENT_START])
    after = True
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
        else:
            if after:
                marks[token.i] = 1
            after = False
    # all at once: setting a token's mark makes spaCy look through the whole text
    return doc.from_array([SENT_START], numpy.asarray(marks))  # type: ignore[arg-type]  # one row is right
