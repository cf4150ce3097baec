"""Who is no partner, or no party, by what a clause of working together or of signing says."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.languages.lexicon import said, words


def works_with_others(verb: Token) -> bool:
    """Tell whether those who act in a clause work with others, or each for himself, not with one another.

    "A and B cooperate with C", "laboratories that work in the field, among them A and B".
    """
    if verb.pos_ != "VERB":
        return False
    company = [
        t for c in verb.children if said(c, "with") for t in c.children if t.dep_ == "pobj" and not said(t, "relative")
    ]
    if company:
        return not any(said(t, "one_another") for t in company)
    alone = verb.lemma_ in words(verb.lang_, "working_alone")
    return alone and not any(said(t, "jointly") or said(t, "in_team") for t in verb.subtree)


def without_further(partners: Sequence[Token]) -> list[Token]:
    """Leave out whose agreement is one more: B of "a contract was signed with A and another with B"."""
    return [t for t in partners if not (said(t.head, "with") and t.head.i and said(t.head.nbor(-1), "one_more"))]
