"""The frames of a language: ``kg/languages/<lang>/frames.yml`` as records, refusing what they do not know."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from kg.errors import LanguageError
from kg.facts.sessions import TALKS
from kg.languages.lexicon import read
from kg.records import Lang, Status
from kg.schema import CLASSES, PROPERTIES

_FIELDS = frozenset(
    [
        "id",
        "verbs",
        "nouns",
        "copula",
        "facts",
        "only",
        "through",
        "confidence",
        "like",
        "unlike",
        "each",
        "passive",
        "past",
        "without",
        "objects",
        "beside",
        "needs",
        "status",
        "alone",
        "several",
        "named",
        "people",
        "filled",
        "names",
        "marked",
        "yields",
        "theirs",
        "bars",
    ]
)


@dataclass(frozen=True, slots=True)
class Template:
    """Subject roles, property, object roles; of several roles the first that is filled counts."""

    subject: tuple[str, ...]
    property: str
    object: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the facts that must come out, as "subject | property | object"."""

    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of act; the fields are those of ``frames.yml``."""

    id: str
    facts: tuple[Template, ...]
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    copula: frozenset[str] = frozenset()
    only: dict[str, tuple[str, ...]] = field(default_factory=dict)
    through: frozenset[str] = frozenset()
    confidence: float = 0.8
    passive: bool = False
    past: bool = False
    each: str | None = None
    without: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    needs: dict[str, frozenset[str]] = field(default_factory=dict)
    status: Status | None = None
    alone: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    yields: bool = False
    theirs: bool = False
    bars: dict[str, frozenset[str]] = field(default_factory=dict)
    like: tuple[Example, ...] = ()
    unlike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frames:
    """A language's frames, found by the lemma that names the act."""

    all: tuple[Frame, ...]
    by_verb: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    by_copula: dict[str, tuple[Frame, ...]]


def _frame(row: dict[str, Any], place: str) -> Frame:
    if unknown := set(row) - _FIELDS:
        raise LanguageError(f"{row.get('id')}: unknown field {sorted(unknown)[0]!r}", place=place)
    templates = []
    for subject, name, target in row["facts"]:
        if name not in PROPERTIES:
            raise LanguageError(f"{row['id']}: no property {name!r} in the ontology", place=place)
        templates.append(Template(tuple(subject.split("|")), name, tuple(target.split("|"))))
    only = row.get("only", {})
    for classes in only.values():
        if unknown := {name.removeprefix("not ") for name in classes} - {*CLASSES, TALKS}:
            raise LanguageError(f"{row['id']}: no class {sorted(unknown)[0]!r} in the ontology", place=place)
    return Frame(
        row["id"],
        tuple(templates),
        verbs=frozenset(row.get("verbs", ())),
        nouns=frozenset(row.get("nouns", ())),
        copula=frozenset(row.get("copula", ())),
        only={role: tuple(classes) for role, classes in only.items()},
        through=frozenset(row.get("through", ())),
        confidence=row.get("confidence", 0.8),
        passive=row.get("passive", False),
        past=row.get("past", False),
        each=row.get("each"),
        without=frozenset(row.get("without", ())),
        objects=frozenset(row.get("objects", ())),
        beside=frozenset(row.get("beside", ())),
        needs={role: frozenset(lemmas) for role, lemmas in row.get("needs", {}).items()},
        bars={role: frozenset(lemmas) for role, lemmas in row.get("bars", {}).items()},
        alone=frozenset(row.get("alone", ())),
        several=frozenset(row.get("several", ())),
        named=frozenset(row.get("named", ())),
        people=frozenset(row.get("people", ())),
        filled=frozenset(row.get("filled", ())),
        names=frozenset(row.get("names", ())),
        marked=frozenset(row.get("marked", ())),
        yields=row.get("yields", False),
        theirs=row.get("theirs", False),
        status=Status(row["status"]) if "status" in row else None,
        like=tuple(Example(example["text"], tuple(example["facts"])) for example in row.get("like", ())),
        unlike=tuple(row.get("unlike", ())),
    )


@cache
def frames(lang: Lang) -> Frames:
    """Give the frames of a language.

    Raises:
        LanguageError: the file has a field, property or class that is not known, or an id twice.
    """
    place = f"kg/languages/{lang}/frames.yml"
    rows = tuple(_frame(row, place) for row in read(lang, "frames"))
    if len({frame.id for frame in rows}) < len(rows):
        raise LanguageError("an id stands twice", place=place)
    tables: list[dict[str, list[Frame]]] = [defaultdict(list), defaultdict(list), defaultdict(list)]
    for frame in rows:
        for table, words in zip(tables, (frame.verbs, frame.nouns, frame.copula), strict=True):
            for word in words:
                table[word].append(frame)
    verbs, nouns, copula = ({word: tuple(found) for word, found in table.items()} for table in tables)
    return Frames(rows, verbs, nouns, copula)


def takes_part(lang: str, verb: str) -> bool:
    """Tell whether who does what a verb says may take part in an event by it, as frames have it: "attend", "speak"."""
    return any(
        template.property == "participatedIn" and "agent" in template.subject
        for frame in frames(cast("Lang", lang)).by_verb.get(verb, ())
        for template in frame.facts
    )
