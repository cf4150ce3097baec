"""Sentences end where lines end."""

from __future__ import annotations

import numpy
from spacy.attrs import SENT_START  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.language import Language
from spacy.tokens import Doc


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
