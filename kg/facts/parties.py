"""Groups of people who act for organizations: whose each is, and who is on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.facts.context import Context
from kg.languages.lexicon import said, words
from kg.records import Evidence


@dataclass(frozen=True, slots=True)
class Delegation:
    """One statement of who is on a delegation.

    Attributes:
        owners: the organizations that it acts for; none where the text does not say ("professors from China").
        members: people on it, with the passage that says so.
        passages: start and end of the text in which its members stand.
        head: whom it accompanies, where the text says only that ("With him came A and B").
        speaks: whether its members act for its owners; company ("A joined the visit") may be anybody's.
        near: whether its members are of its owners only where it is told of ("X was represented by A").
        travels: whether its members go where its owners go; those who spoke for them once need not.
    """

    owners: tuple[str, ...]
    members: tuple[tuple[str, Evidence], ...] = ()
    passages: tuple[tuple[int, int], ...] = field(default=())
    head: str | None = None
    speaks: bool = True
    near: bool = False
    travels: bool = True


def owners_of(context: Context, tokens: Iterable[Token]) -> tuple[str, ...]:
    """Give the organizations that groups among tokens act for."""
    found: dict[str, None] = {}
    for token in tokens:
        if context.is_group(token) and not _is_received(token):
            found |= dict.fromkeys(m.entity for m in context.things(token) if context.family(m.entity, ACTORS))
    return tuple(found)


ACTORS = ("Organization",)


def is_told(noun: Token) -> bool:
    """Tell whether a noun means what was told of before: "the group", "the trip", but not "the group of scientists"."""
    return any(said(c, "the") for c in noun.children) and not any(said(c, "of") for c in noun.children)


def _is_received(group: Token) -> bool:
    """Tell whether a noun means those whom an organization received: "the guests of Jilin University"."""
    behind = group.i + 1 < len(group.doc) and group.nbor().lower_ in words(group.lang_, "acts_for")
    return behind and group.lemma_ in words(group.lang_, "guests") and not said(group.nbor(), "from")


def people_of(context: Context, tokens: Iterable[Token]) -> list[str]:
    """Give the people that tokens mean."""
    return [m.entity for token in tokens for m in context.things(token) if context.cls(m.entity) == "Person"]
