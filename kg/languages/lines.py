"""Sentences end where lines end."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("srac_lines")
def lines(doc: Doc) -> Doc:
    """Start a sentence after every line end: a heading is never part of the sentence below it."""
    after = True
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
        else:
            if after:
                token.is_sent_start = True
            after = False
    return doc
