"""The top class of a name, and the names of a list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from kg.schema import is_a

_TOPS = ("Organization", "Person", "Place", "Event")


def family(token: Token) -> str | None:
    """Give the top class of the name that a token is, None for a common word."""
    return _top(token.ent_type_)


@cache
def _top(cls: str) -> str | None:
    return next((top for top in _TOPS if cls and is_a(cls, top)), None)


def listed(span: Iterable[Token]) -> list[Token]:
    """Give the organizations, people, events, programmes named in a list, up to where its clause or the list ends."""
    found: list[Token] = []
    for other in span:
        if family(other) in {"Organization", "Person", "Event"} or other.ent_type_ == "Programme":
            found.append(other)
        elif other.pos_ in {"VERB", "AUX"} or other.text in {";", ".", '"'}:
            break
    return found
