"""Words that a tokenizer tears at their hyphens."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc


def hyphenated(doc: Doc, first: int, names: Container[int] = ()) -> int:
    """Give the last token of the word that begins at a token: "Vice-Rector" is one word in three tokens.

    So is "Micro/Nano" in capitals.
    """
    last = first
    while (
        last + 2 < len(doc)
        and (
            doc[last + 1].text == "-"
            or (doc[last + 1].text == "/" and _are_capitals(doc[last].text, doc[last + 2].text))
        )
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
        and doc[last + 2].idx not in names
    ):
        last += 2
    return last


def _are_capitals(one: str, other: str) -> bool:
    return one[:1].isupper() and other[:1].isupper()
