"""The top class of a name, and the names of a list."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.schema import is_a

_TOPS = ("Organization", "Person", "Place", "Event")


def family(token: Token) -> str | None:
    """Give the top class of the name that a token is, None for a common word."""
    return next((top for top in _TOPS if token.ent_type_ and is_a(token.ent_type_, top)), None)


def listed(span: Iterable[Token]) -> list[Token]:
    """Give the organizations, people and events named in a list, up to where its clause or the list ends."""
    found: list[Token] = []
    for other in span:
        if family(other) in {"Organization", "Person", "Event"}:
            found.append(other)
        elif other.pos_ in {"VERB", "AUX"} or other.text in {";", ".", '"'}:
            break
    return found
