"""Who is at the head of a group by the words behind it, wherever a parser hangs them."""

from __future__ import annotations

from spacy.tokens import Token

from kg.languages.lexicon import said, words

_REACH = 12  # tokens between a group and the name of its head
_BEHIND = 4  # tokens from that name to the noun that says so


def at_its_head(group: Token) -> Token | None:
    """Give who stands behind a group as its head: "a delegation with A, rector of X, at its head"."""
    behind = group.doc[group.i + 1 : min(group.sent.end, group.i + _REACH)]
    for position, token in enumerate(behind):
        if token.pos_ == "VERB":
            return None
        if token.ent_type_ == "Person":
            ends = group.doc[token.i + 1 : token.i + 1 + _BEHIND]
            led = any(t.lemma_ in words(group.lang_, "at_the_head") for t in ends)
            return token if led and any(said(t, "with") for t in behind[:position]) else None
    return None
