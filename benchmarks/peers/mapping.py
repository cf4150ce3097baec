"""What a peer found, as an analysis in the project's own records, so that the same measure can be applied to it.

`mapping.yml` says which verbs and nouns stand for which property. The things are either those that the language model
names (`named`) or those that this project recognises (`recognised`); phrases such as "an agreement" add to both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from benchmarks.peers.relations import OBJECT, SUBJECT, Argument, Labelled, Reading, Relation, Span
from kg.records import Analysis, Document, Entity, Evidence, Fact, Name, Recognised, Status
from kg.schema import CLASSES, PROPERTIES, allows
from kg.views.evaluation.matching import OCCURRENCES, fold

_PATH: Final = Path(__file__).with_name("mapping.yml")
_STANDING_IN: Final = frozenset({"of", "from", "between"})
_SHARED: Final = frozenset({"between", "with"})
_STATES: Final = frozenset({"", "be"})


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"sources": "from", "targets": "to"}):
    """A row of `rules` in mapping.yml."""

    property: str
    verbs: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    nouns: frozenset[str] = frozenset()


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of mapping.yml."""

    labels: dict[str, str]
    kinds: dict[str, frozenset[str]]
    unsaid: frozenset[str]
    rules: tuple[Rule, ...]


@cache
def table() -> Table:
    """Give what mapping.yml holds.

    Raises:
        ValueError: it is not of the form that its head comment defines, or speaks of what the ontology does not have.
    """
    found = msgspec.yaml.decode(_PATH.read_bytes(), type=Table)
    unknown = {*found.labels.values(), *found.kinds} - CLASSES.keys() | {
        r.property for r in found.rules
    } - PROPERTIES.keys()
    if unknown:
        raise ValueError(f"{_PATH.name}: the ontology has no {', '.join(sorted(unknown))}")
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """The things of one document and where they are named, in the order of the text."""

    entities: Mapping[str, Entity]
    mentions: tuple[tuple[int, int, str], ...]

    def within(self, words: Iterable[Span]) -> list[tuple[int, int, str]]:
        """Give the mentions that the words stand for.

        That is the shortest one that has all the words that any has: the city in "of Harbin", but the institute in
        "Harbin Institute"; where none has them all, each that another does not have more of, or the same within less.
        """
        met = {m: {w for w in words if m[0] < w[1] and w[0] < m[1]} for m in self.mentions}
        touched = set().union(*met.values())
        if not touched:
            return []
        whole = [m for m, had in met.items() if had == touched]
        if whole:
            return [min(whole, key=lambda m: (_length(m), m))]
        parts = [m for m, had in met.items() if had]
        return [
            m
            for m in parts
            if not any(met[m] < met[o] or (met[m] == met[o] and _length(o) < _length(m)) for o in parts)
        ]


def _length(mention: tuple[int, int, str]) -> int:
    return mention[1] - mention[0]


def named(document: Document, names: Iterable[Labelled]) -> Known:
    """Give the things that the language model names; equal names are one thing."""
    entities: dict[str, Entity] = {}
    mentions = []
    for one in sorted(names, key=lambda one: (one.start, one.end)):
        text = document.text[one.start : one.end].removesuffix("'s").removesuffix("’s")
        cls, folded = table().labels.get(one.label), fold(text)
        if cls is None or not folded:
            continue
        if cls in {"Organization", "Event", "Agreement", "Programme"}:
            cls = kind(text) or cls
        key = f"{cls}/{folded}"
        entities[key] = Entity(key, cls, (Name(text),))
        mentions.append((one.start, one.end, key))
    return Known(entities, tuple(mentions))


def recognised(found: Recognised) -> Known:
    """Give the things that this project recognises, without what it reads out of the sentences."""
    mentions = sorted((mention.start, mention.end, mention.entity) for mention in found.mentions)
    return Known({entity.id: entity for entity in found.entities}, tuple(mentions))


def kind(phrase: str) -> str | None:
    """Give the class that the words of a phrase tell, the last one first."""
    for word in reversed(fold(phrase).split()):
        for cls, words in table().kinds.items():
            # "attended conferences" names none; "two memorandums" are still what was signed.
            if word in words or (cls == "Agreement" and _singular(word) in words):
                return cls
    return None


def analysis(document: Document, reading: Reading, known: Known) -> Analysis:
    """Give what a peer read in a document as facts between known things.

    Raises:
        ValueError: the reading is of another document.
    """
    if reading.document != document.id:
        raise ValueError(f"what was read in {reading.document} is not of {document.id}")
    entities = dict(known.entities)
    facts: dict[tuple[str, str, str], Fact] = {}
    for relation in reading.relations:
        if table().unsaid.isdisjoint(relation.around):
            things = _things(document, relation, known, entities)
            passage = Evidence(relation.start, relation.end, document.text[relation.start : relation.end])
            for triple in _facts(document, relation, things, entities):
                facts.setdefault(triple, Fact(*triple, Status.HELD, 1.0, relation.verb or "-", (passage,)))
    used = {end for subject, _, obj in facts for end in (subject, obj)}
    kept = [entity for key, entity in entities.items() if key in known.entities or key in used]
    return Analysis(document, tuple(kept), facts=tuple(facts.values()))


_Things = list[tuple[Argument, frozenset[str]]]


def _things(document: Document, relation: Relation, known: Known, entities: dict[str, Entity]) -> _Things:
    """Give what each argument names: known things, or one of its own where its last word tells a kind."""
    return [(one, frozenset(_named_by(document, one, known, entities))) for one in relation.arguments]


def _named_by(document: Document, argument: Argument, known: Known, entities: dict[str, Entity]) -> Iterator[str]:
    mentions = known.within(argument.words)
    start, end = argument.words[-1]
    inside = any(a < end and start < b for a, b, _ in mentions)
    cls = kind(document.text[start:end])
    # "the SPbPU agreement" is an agreement, not SPbPU; "the university" alone says too little to be a thing.
    if not inside and cls is not None and (cls in OCCURRENCES or cls == "JointStructure"):
        key = f"{cls}/{start}"
        entities.setdefault(key, Entity(key, cls, ()))
        yield key
        return
    yield from (key for _, _, key in mentions)


def _facts(
    document: Document, relation: Relation, things: _Things, entities: Mapping[str, Entity]
) -> Iterator[tuple[str, str, str]]:
    for rule in table().rules:
        if relation.verb in rule.verbs and _says(document, relation, rule):
            for subject in _filling(rule.sources, things, relation.verb):
                for obj in _filling(rule.targets, things, relation.verb):
                    if subject != obj and allows(entities[subject].cls, rule.property, entities[obj].cls):
                        yield subject, rule.property, obj


def _says(document: Document, relation: Relation, rule: Rule) -> bool:
    """Tell whether the nouns that a rule asks for are there."""
    if not rule.nouns:
        return True
    # An apposition says the same both ways round: "the rector, A. Petrov", "A. Petrov, the rector".
    roles = {SUBJECT, OBJECT} if relation.verb in _STATES else {OBJECT}
    said = (fold(document.text[start:end]) for a in relation.arguments if a.role in roles for start, end in a.words)
    return any(word in rule.nouns or _singular(word) in rule.nouns for word in said)


def _filling(roles: frozenset[str], things: _Things, verb: str) -> list[str]:
    """Give the things in some roles, each once.

    Where a subject or an object names nothing, what hangs on it may stand for it, if a verb is there at all; what hangs
    on a subject ("A, rector of B, came to C") is otherwise no part of what the verb says.
    """
    found: dict[str, None] = {}
    for role in sorted(roles):
        direct = [
            keys for a, keys in things if a.role == role and (a.under != SUBJECT or role in _SHARED or verb in _STATES)
        ]
        if verb and role in {SUBJECT, OBJECT} and not any(direct):
            direct = [keys for a, keys in things if a.under == role and a.role in _STANDING_IN]
        found.update(dict.fromkeys(key for keys in direct for key in sorted(keys)))
    return list(found)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word
