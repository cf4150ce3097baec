"""The records that travel from stage to stage: frozen, and complete when made.

Offsets everywhere are Unicode code points into `Document.text`, which no stage ever changes. Dates
are ISO 8601 strings exactly as precise as their source ("2020", "2020-06", "2020-06-03", or a span
"2020-06/2020-07").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Literal

Lang = Literal["en", "ru", "zh"]


class BlockKind(StrEnum):
    """What a stretch of lines is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    CREDIT = "credit"  # "Prepared by …": names people and offices that took no part
    METADATA = "metadata"  # "Date of publication: …"
    BOILERPLATE = "boilerplate"  # links onward, share buttons


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document's text, without the line ends around it."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One digest or news item, as read.

    Attributes:
        id: the front matter's `id`, else the file's stem; unique in a store.
        text: the stored text that all offsets refer to.
        blocks: in order, not overlapping; together they hold every character that is not white space.
        published: ISO date, as precise as known.
        source: the address it was published at.
        publisher: registry key of the organization whose site that is ("our university").
        path: the file it came from, as the user named it; not part of the graph.
        sha256: of the UTF-8 bytes of `text`.
    """

    id: str
    title: str
    lang: Lang
    text: str
    blocks: tuple[Block, ...]
    published: str | None = None
    source: str | None = None
    publisher: str | None = None
    path: str | None = None
    sha256: str = ""


class NameKind(StrEnum):
    """How a name stands to its bearer; each becomes one SKOS labelling property."""

    PREFERRED = "preferred"
    ALTERNATIVE = "alternative"
    HIDDEN = "hidden"  # misspellings: found by, never shown as the name


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name in a language; `lang` is None where no language claims it (abbreviations)."""

    text: str
    lang: Lang | None = None
    kind: NameKind = NameKind.ALTERNATIVE


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing of the registry: known before any text is read.

    Attributes:
        id: path of its IRI under the base, such as "organization/spbpu".
        cls: local name of its class in the ontology ("University").
        names: every name; the first of each language with kind PREFERRED is its label there.
        own: names that mean it only in its own documents ("Polytechnic University", "Polytech").
        country: ISO 3166 alpha-2.
        city: id of a place entry.
        part_of: id of the entry it is a unit of (for a place: lies in; for a field: the broader one).
        domains: web domains that it publishes under.
        ror, wikidata: identifiers, only where verified ("https://ror.org/…", "Q…").
        affiliation: for a person: id of the organization.
        titles: for a person: posts known to be held there.
    """

    id: str
    cls: str
    names: tuple[Name, ...]
    own: tuple[str, ...] = ()
    country: str | None = None
    city: str | None = None
    part_of: str | None = None
    domains: tuple[str, ...] = ()
    ror: str | None = None
    wikidata: str | None = None
    affiliation: str | None = None


SURE: Final = 0.5
"""The least score of a mention by more than a pronoun."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where something is named or referred to.

    Attributes:
        entity: id of the entity it was resolved to.
        source: what found it: "registry", "pattern", "model", "rule" (definite descriptions, pronouns).
        reason: in words, why it means that entity.
        score: 0–1, how sure that is.
    """

    start: int
    end: int
    cls: str
    entity: str
    source: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing of a document or, after linking, of the whole collection.

    Attributes:
        id: path of its IRI under the base; depends on the thing alone.
        cls: local name of its class.
        names: the first is its label; the others every form met or known.
        kind: local name of a SKOS concept: the kind of agreement, event or programme.
        date: when it happened or was signed.
        place: entity id of where it happened or was signed.
        same_as: IRIs of the same thing in Wikidata and ROR.
        series: entity id of the EventSeries it is an edition of.
        edition: its number there.
        subjects: entity ids of the fields that an agreement, event or programme is about, in alphabetical order.
        broader: entity id of the field that a field is a part of.
        reasons: why its mentions were taken for one thing, in words.
    """

    id: str
    cls: str
    names: tuple[Name, ...]
    kind: str | None = None
    date: str | None = None
    place: str | None = None
    same_as: tuple[str, ...] = ()
    series: str | None = None
    edition: int | None = None
    reasons: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    broader: str | None = None


class Status(StrEnum):
    """How a document puts a fact; only held facts become plain triples."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage: `exact` equals the document's text from `start` to `end`."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of one document between two entities.

    Attributes:
        property: local name in the ontology ("signed").
        confidence: 0–1.
        rule: which pattern found it.
        evidence: at least one passage, in the order of the text.
        title: for holdsPost: the post as printed ("Vice-Rector for International Affairs").
        since, until: for holdsPost and memberOf: dates of the post.
    """

    subject: str
    property: str
    object: str
    status: Status
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...]
    title: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that names two or more known things and gave no fact."""

    start: int
    end: int
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one document gave; the unit that is stored, replaced and linked."""

    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    gaps: tuple[Gap, ...] = ()
    sentences: int = 0


class Outcome(StrEnum):
    """Whether two things were taken for one."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """One of two things that were compared: what it is called, and the ids of the documents that speak of it.

    Without documents it is known from the registry alone.
    """

    name: str
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """Why two things of documents or the registry were joined, or were kept apart although they are alike.

    Attributes:
        entities: id of the one thing that they became, or the ids of the two that they stayed, in the order of `sides`.
        rule: what decided: the name of a linking rule, or "curation" for a line of an analyst.
        score: 0–1, how alike they are by that rule.
        reason: in words.
    """

    outcome: Outcome
    entities: tuple[str, ...]
    sides: tuple[Side, Side]
    rule: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Analysed documents, ordered by id, with one entity per real thing across all of them.

    Attributes:
        decisions: what was joined and what was kept apart, and why.
        warnings: lines of the curation that could not be followed: file, line and why, in words.
    """

    analyses: tuple[Analysis, ...]
    entities: tuple[Entity, ...] = field(default=())
    decisions: tuple[Decision, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A stated post, with the people and organizations resolved to entities.

    Attributes:
        person, organization: entity ids; `organization` is None where only the context can tell, "" where the title
            points to one that is not named.
        title: as printed; None where "Shi Bochao from the Nanjing Office" says no more.
        start, end: the passage that states it.
        past: whether it is said to be held no more: "who was Rector of X".
        shared: whether it is said only of somebody listed behind the person: "A and B from X".
    """

    person: str
    organization: str | None
    title: str | None
    start: int
    end: int
    past: bool = False
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A fact that names say by their form alone: "the Institute of Chemistry at St Petersburg University"."""

    subject: str
    property: str
    object: str
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """The things of one document, where they are mentioned, and what their names alone say of them.

    Attributes:
        publisher: entity id of whoever speaks as "we", where the text shows that; of the registry or not.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    posts: tuple[PostHeld, ...] = ()
    related: tuple[Related, ...] = ()
    publisher: str | None = None
