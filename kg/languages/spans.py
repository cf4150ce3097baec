"""What a language pipeline leaves on a spaCy ``Doc``: names, groups and posts, by character offsets.

Offsets are into ``doc.text``, which has the same length as the text that was given, character for
character, so they are offsets into that text as well. Tokens may have been merged since; offsets stay.

Reachable as ``doc._.names``, ``doc._.inner`` (known names within names), ``doc._.aliases``, ``doc._.relations``,
``doc._.posts`` and ``doc._.descriptions``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name in a text.

    Attributes:
        cls: local name of the class in the ontology.
        entry: id of the registry entry it names, if it is known.
        source: "registry", "pattern" or "model".
        candidates: ids of the entries that it would name in their own documents ("Polytechnic University").
        kind: concept of the kind ("forum"), for events, agreements and programmes.
        score: 0–1, how sure the finder is.
    """

    start: int
    end: int
    cls: str
    source: str
    score: float
    entry: str | None = None
    kind: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """A stated post: whose, called what, where.

    Attributes:
        holder: the person's name.
        title: start and end of the post's title as printed; None in "Shi Bochao from the Nanjing Office".
        organization: where, or None when the text leaves it to the context; a place where its government is meant.
        start, end: the passage that states it.
        body: name of the body that the title means without naming it ("Ministry of Education" of a minister of
            education, "People's Government of Heilongjiang Province" of its governor).
        country: a place that says whose body it is.
        elsewhere: whether the title points to an organization described, not named ("of the Chinese university").
        past: whether it is held no more: "who was Rector of X".
        shared: whether it is said only of who is named last: "A and B from X".
    """

    holder: NameSpan
    title: tuple[int, int] | None
    organization: NameSpan | None
    start: int
    end: int
    body: str | None = None
    country: NameSpan | None = None
    elsewhere: bool = False
    past: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact said by the form of names alone: "the Institute of Chemistry at St Petersburg University"."""

    subject: NameSpan
    property: str
    object: NameSpan
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form introduced beside a name: "Harbin Institute of Technology (HIT)"."""

    name: NameSpan
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Description:
    """Words that refer to something without naming it.

    Attributes:
        start, end: the noun with what stands before it, without its determiner.
        long_end: where it ends with the complement behind it.
        role: "thing" (an agreement, event … of its own), "organization" (one named elsewhere), "group" (people who act
            for an organization), "pair" (the organizations just named), "holder" (one person, by his post alone), "we",
            "they", "he", "it", "i".
        cls: class that its noun says.
        head: the noun, singular, lower case.
        determiner: "definite", "indefinite", "own" (our) or "none".
        names: names within it, by their offsets ("the SPbPU delegation").
        weak: whether its noun is too common to tell of a new thing; it can only mean one told of before.
        modified: whether words beside its head narrow it down.
        core_end: where the fixed phrase that its noun begins ends ("letter of intent"); 0 where there is none.
        titled: where the name in quotation marks behind it starts and ends: "the exhibition “Two Banks”".
        full_end: where an agreement's ends with its parties ("agreement with A on science"), an event's with what it is
            dedicated to; 0 where neither is told.
    """

    start: int
    end: int
    long_end: int
    role: str
    cls: str
    kind: str | None
    head: str
    determiner: str
    plural: bool
    names: tuple[tuple[int, int], ...] = ()
    modified: bool = False
    weak: bool = False
    core_end: int = 0
    titled: tuple[int, int] | None = None
    full_end: int = 0


def _register() -> None:
    for attribute in ("names", "posts", "relations", "aliases", "descriptions", "inner"):
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=())
    if not Doc.has_extension("leads"):
        # first characters of the dates that sentences begin with
        Doc.set_extension("leads", default=frozenset())
    if not Doc.has_extension("heads"):
        # first character of a merged group's principal name, by the group's first character
        Doc.set_extension("heads", default=None)


_register()


def covered(names: Iterable[NameSpan]) -> set[int]:
    """Give the offsets of the characters that names stand on."""
    return {offset for name in names for offset in range(name.start, name.end)}


def widest(names: list[NameSpan]) -> list[NameSpan]:
    """Give the names that no wider one overlaps, in order of the text."""
    kept: list[NameSpan] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if not taken & set(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept, key=lambda name: name.start)


def principal(token: Token) -> tuple[int, int]:
    """Give the offsets of the name that a token stands for: its own, or that of the group it was merged into."""
    heads: dict[int, tuple[int, int]] = token.doc._.heads or {}
    return heads.get(token.idx, (token.idx, token.idx + len(token)))
