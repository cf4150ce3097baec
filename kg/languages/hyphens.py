"""Words that a tokenizer tears at their hyphens."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc


def hyphenated(doc: Doc, first: int, names: Container[int] = ()) -> int:
    """Give the last token of the word that begins at a token: "Vice-Rector" is one word in three tokens."""
    last = first
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
        and doc[last + 2].idx not in names
    ):
        last += 2
    return last
