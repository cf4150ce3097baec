"""Which events of a text are one: the forum, its "plenary session", the quoted title that it had; learnt from texts.

While a text is read, rules tell what a description means (`kg.entities.earlier`). They see the words before it; who
took part, who organized and what else the text tells of are known only at the end. So events that are still apart then
are compared once more, pair by pair, by a logistic regression over traits that need no parse, learnt from texts
annotated by hand (`tools/coreference.py`) and written to `coreference.yml` beside this module. This is event
coreference within a document by mention pairs (Bejan and Harabagiu 2010, Unsupervised Event Coreference Resolution with
Rich Linguistic Features, name the traits that matter), but with entities' facts in place of a parse's arguments.

Visits are left alone: a text that tells of two visits seldom means one. Nor are events united whose numbers or dates
say that they are two. Groups grow from the surest pair on, and only where no pair of them speaks against it, so that
"opening ceremony" cannot chain two forums together.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

from kg.entities.merging import renamed
from kg.entities.merging import united as one_thing
from kg.entities.names import normalise
from kg.entities.periods import compatible
from kg.entities.referents import are_other_editions
from kg.languages.joined import are_joined
from kg.languages.lexicon import words
from kg.odds import probability
from kg.records import SURE, BlockKind, Document, Entity, Fact, Lang, Mention, Status
from kg.resources import decoded
from kg.schema import ancestors, is_a

FILE: Final = Path(__file__).with_suffix(".yml")
LEAST: Final = 0.5
"""How probable it must be that two events are one."""
AGAINST: Final = 0.25
"""A pair less probable, or never compared, keeps the groups of its ends apart."""

_FAR: Final = 4000
"""Characters behind the last mention of an event after which nothing is the same without being called so."""
_TIES: Final = ("organized", "participatedIn", "locatedIn")
_VAGUE: Final = frozenset({"Event", "Meeting", "Ceremony"})
"""Classes that say less of an event than the others do."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events of a document, in the order in which it first names them, and what holds of the pair."""

    earlier: str
    later: str
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """What `coreference.yml` holds.

    Attributes:
        documents, digest: how many annotated texts it was learnt from, and a hash of their annotations.
        language: that of these texts, and of those in which events are compared.
        weights: trait → its part of the log-odds that a pair is one event.
    """

    documents: int
    digest: str
    language: Lang
    weights: Mapping[str, float]

    def probability(self, pair: Pair) -> float:
        """Give how probable it is that a pair is one event: two decimals."""
        return probability(math.fsum(self.weights.get(trait, 0.0) for trait in pair.traits))


def united(
    document: Document, entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], tuple[Fact, ...]]:
    """Give what a document tells, with events that are probably one as one, and that as its reason.

    Args:
        entities, mentions, facts: with final ids, as `kg.entities.settle` gives them.
    """
    entities, mentions, facts = tuple(entities), tuple(mentions), tuple(facts)
    model = load()
    if document.lang != model.language:
        return entities, mentions, facts
    page = _Page(document, entities, mentions, facts)
    # what has a name of its own is kept rather than what is only described, then what is named first
    order = sorted(page.events, key=lambda id: not _has_own_name(page.things[id]))
    same = _same(page.pairs(), model, order)
    if not same:
        return entities, mentions, facts
    by_id = {entity.id: entity for entity in entities}
    for gone, (kept, sure) in same.items():
        reason = f"“{_label(by_id[gone])}” is probably the same event ({sure})"
        by_id[kept] = _joined(by_id[kept], by_id[gone], reason)
    new = {gone: kept for gone, (kept, _) in same.items()}
    return (
        tuple(by_id[entity.id] for entity in entities if entity.id not in new),
        tuple(replace(mention, entity=new.get(mention.entity, mention.entity)) for mention in mentions),
        renamed(facts, new),
    )


def pairs(
    document: Document, entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
) -> Iterator[Pair]:
    """Give the pairs of events that may be one: named near each other, and nothing says that they are two."""
    return _Page(document, entities, mentions, facts).pairs()


def _same(compared: Iterable[Pair], model: Model, order: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Give for events that go into another its id, and how sure that is; the surest pairs first.

    Args:
        order: ids of all events; of a group the first of them is kept.
    """
    sure = {(pair.earlier, pair.later): model.probability(pair) for pair in compared}
    rank = {id: place for place, id in enumerate(order)}
    groups: dict[str, frozenset[str]] = {}
    for (one, other), chance in sorted(sure.items(), key=lambda item: (-item[1], item[0])):
        if chance < LEAST:
            break
        mine, its = (groups.get(id, frozenset({id})) for id in (one, other))
        crossed = (sure.get((a, b), sure.get((b, a), 0.0)) for a, b in product(mine, its))
        if mine is not its and all(chance >= AGAINST for chance in crossed):
            groups |= dict.fromkeys(mine | its, mine | its)
    found: dict[str, tuple[str, float]] = {}
    for id in sorted(groups, key=rank.__getitem__):
        kept = min(groups[id], key=rank.__getitem__)
        if id != kept:
            best = max(sure.get((a, id), sure.get((id, a), 0.0)) for a in groups[id] - {id})
            found[id] = (kept, best)
    return found


def _joined(kept: Entity, gone: Entity, reason: str) -> Entity:
    """Give an event with what another said of it: the class that says more, a series where it had none."""
    numbered = kept if kept.series or not gone.series else gone
    more = gone if _exact(gone.cls) > _exact(kept.cls) else kept
    return replace(
        one_thing(kept, gone),
        cls=more.cls,
        kind=more.kind or (kept.kind or gone.kind if kept.cls == gone.cls else None),
        series=numbered.series,
        edition=numbered.edition or kept.edition or gone.edition,
        reasons=(*kept.reasons, *gone.reasons, reason),
    )


def _exact(cls: str) -> tuple[bool, int]:
    """Give how much a class says of an event, to be compared."""
    return cls not in _VAGUE, len(ancestors(cls))


def _label(entity: Entity) -> str:
    return entity.names[0].text if entity.names else entity.cls.lower()


def _are_two(one: Entity, other: Entity, lang: Lang) -> bool:
    """Tell whether numbers, series, dates or names say that two events are not one."""
    if one.series and other.series and one.series != other.series:
        return True
    if one.edition and other.edition and one.edition != other.edition:
        return True
    if are_other_editions(one.names, other.names, lang):
        return True
    if _is_listed_with(one, other) or _is_listed_with(other, one):
        return True
    if _has_own_name(one) and _has_own_name(other) and _named_so(one, lang).isdisjoint(_named_so(other, lang)):
        return True  # what is taken for one must not be two that readers know by name
    return _dates(one, other) == "other"


def _dates(one: Entity, other: Entity) -> str:
    if not one.date or not other.date:
        return "unknown"
    return "same" if one.date == other.date else "part" if compatible(one.date, other.date) else "other"


def _is_listed_with(event: Entity, other: Entity) -> bool:
    """Tell whether what an event is called lists another behind it: "the Annual Conference and the Rectors' Forum"."""
    names = {normalise(name.text) for name in other.names}
    return any(
        said[place] in words(name.lang, "conjunctions") and not names.isdisjoint(_parts(said[place + 1 :]))
        for name in event.names
        for said in (normalise(name.text).split(),)
        for place in range(1, len(said))
    )


def _parts(said: list[str]) -> Iterator[str]:
    """Give what some words begin with, however far, with and without a first small word."""
    for start in (0, 1):
        yield from (" ".join(said[start:end]) for end in range(start + 1, len(said) + 1))


def _has_own_name(event: Entity) -> bool:
    """Tell whether an event has a name of several words, not only a description: "5th Annual Conference"."""
    names = (name.text.split() for name in event.names)
    return any(len(said) > 1 and sum(word[:1].isupper() for word in said) > 1 for said in names)


def _telling(entity: Entity, lang: Lang) -> frozenset[str]:
    """Give the words of an event's names that may tell it from others."""
    return frozenset(word for said in _words(entity) for word in said) - words(lang, "shared_by_event_names")


def _named_so(entity: Entity, lang: Lang) -> frozenset[str]:
    """Give the telling words of an event's names, but those of where it was: "Polar Congress | in Omsk"."""
    where = words(lang, "in_place")
    kept = [
        said[: next((n for n, word in enumerate(said) if n > 1 and word in where), None)] for said in _words(entity)
    ]
    return frozenset(word for said in kept for word in said) - words(lang, "shared_by_event_names")


def _words(entity: Entity) -> list[list[str]]:
    """Give the words of each name."""
    return [said for name in entity.names if (said := normalise(name.text).split())]


class _Page:
    """Where the events of a document are named, and what is told of each."""

    def __init__(
        self, document: Document, entities: Iterable[Entity], mentions: Iterable[Mention], facts: Iterable[Fact]
    ) -> None:
        self._text, self._lang = document.text, document.lang
        self._title = next((block.end for block in document.blocks if block.kind is BlockKind.TITLE), 0)
        self.things = {e.id: e for e in entities if is_a(e.cls, "Event") and e.cls != "Visit"}
        self._named: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end)):
            if mention.entity in self.things:
                self._named[mention.entity].append(mention)
        self._starts = {id: [mention.start for mention in named] for id, named in self._named.items()}
        self.events = sorted(self._named, key=lambda id: (self._starts[id][0], id))
        """Ids of the events, in the order in which they are named first."""
        self._rank = {id: place for place, id in enumerate(self.events)}
        self._said = {id: _words(self.things[id]) for id in self.events}
        self._telling = {id: _telling(self.things[id], self._lang) for id in self.events}
        self._facts: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for fact in facts:
            if fact.status is Status.HELD:
                self._facts[fact.object].add((f"-{fact.property}", fact.subject))
                self._facts[fact.subject].add((fact.property, fact.object))

    def pairs(self) -> Iterator[Pair]:
        """Give the pairs of events that may be one, by where the later one is named first."""
        for rank, later in enumerate(self.events):
            for earlier in self.events[:rank]:
                near = self._back(earlier, later) <= _FAR
                if (
                    near
                    and not self._is_new(earlier, later)
                    and not self._are_joined(earlier, later)
                    and not _are_two(self.things[earlier], self.things[later], self._lang)
                ):
                    yield Pair(earlier, later, tuple(dict.fromkeys(self._traits(earlier, later))))

    def _is_new(self, earlier: str, later: str) -> bool:
        """Tell whether a meeting is brought in as a new one, where the text below the title has told of another.

        "The session is due in May. A meeting was held in Omsk."; a seminar may well be called a meeting.
        """
        start = self._starts[later][0]
        told = any(self._title <= other < start for other in self._starts[earlier])
        return (
            told and self.things[later].cls == "Meeting" and self._determiner(later) in words(self._lang, "indefinite")
        )

    def _are_joined(self, one: str, other: str) -> bool:
        """Tell whether the text tells of two events side by side: "the Forum and the Symposium were held"."""
        return any(
            are_joined(self._text, min(m.end, n.end), max(m.start, n.start), self._lang)
            for m in self._named[one]
            for n in self._named[other]
            if m.score >= SURE and n.score >= SURE
        )

    def _back(self, earlier: str, later: str) -> int:
        """Give how many characters before the first mention of the later one the other was last named."""
        start = self._starts[later][0]
        return start - self._starts[earlier][max(0, bisect_left(self._starts[earlier], start) - 1)]

    def _traits(self, earlier: str, later: str) -> Iterator[str]:
        """Give the names of what holds of two events, as `coreference.yml` lists them."""
        one, other = self.things[earlier], self.things[later]
        mine, its = self._telling[earlier], self._telling[later]
        new, shared = len(its - mine), len(its & mine)
        said, capital = self._determiner(later), self._is_capitalised(other)
        yield "any"
        yield f"classes:{one.cls}>{other.cls}"
        yield f"earlier:{one.cls}"
        yield f"later:{other.cls}"
        yield f"same-class:{int(one.cls == other.cls)}"
        yield f"later-kind:{other.kind}"
        yield f"said:{said}"
        yield f"found-by:{self._named[earlier][0].source}>{self._named[later][0].source}"
        yield f"new-words:{min(4, new)}"
        yield f"lost-words:{min(4, len(mine - its))}"
        yield f"shared-words:{min(3, shared)}"
        yield f"words:{min(4, max(map(len, self._said[later]), default=0))}"
        yield f"capitals:{int(self._is_capitalised(one))}{int(capital)}"
        heads, firsts = ({name[place] for name in self._said[later]} for place in (-1, 0))
        yield f"same-head:{int(not heads.isdisjoint(name[-1] for name in self._said[earlier]))}"
        yield from (f"later-head:{word}" for word in sorted(heads))
        yield from (f"later-first:{word}" for word in sorted(firsts))
        yield f"earlier-in-title:{int(self._starts[earlier][0] < self._title)}"
        yield f"later-in-title:{int(self._starts[later][0] < self._title)}"
        yield f"events:{min(6, len(self.events))}"
        yield f"rank:{min(5, self._rank[earlier])}"
        yield f"between:{min(3, self._rank[later] - 1)}"
        yield f"back:{min(8, math.isqrt(self._back(earlier, later) // 20))}"
        yield f"dates:{_dates(one, other)}"
        yield f"later-numbered:{int(other.edition is not None)}"
        yield from self._ties(earlier, later)
        yield f"new-words:{min(2, new)}, capital:{int(capital)}"
        yield f"new-words:{min(2, new)}, events:{min(3, len(self.events))}"
        yield f"new-words:{min(2, new)}, said:{said}"

    def _ties(self, earlier: str, later: str) -> Iterator[str]:
        mine, its = self._facts[earlier], self._facts[later]
        yield f"shared-facts:{min(4, len(mine & its))}"
        yield f"earlier-facts:{min(4, len(mine))}"
        yield f"later-facts:{min(4, len(its))}"
        for tie in _TIES:
            a, b = ({who for role, who in ends if role.lstrip("-") == tie} for ends in (mine, its))
            both = "shared" if a & b else "others" if a and b else "earlier" if a else "later" if b else "none"
            yield f"{tie}:{both}"

    def _determiner(self, id: str) -> str:
        """Give the small word with which an event is named first: "the" in "the plenary session"."""
        first = self._named[id][0]
        inside = self._text[first.start : first.end].split(maxsplit=1)[0].lower()
        before = _LAST_WORD.search(self._text, max(0, first.start - 15), first.start)
        for word in (inside, before[1].lower() if before else ""):
            if word in words(self._lang, "before_events"):
                return word
        return "none"

    @staticmethod
    def _is_capitalised(event: Entity) -> bool:
        return any(word[:1].isupper() for name in event.names for word in name.text.split())


_LAST_WORD: Final = re.compile(r"(\w+)\W+$")


@cache
def load(path: Path = FILE) -> Model:
    """Give what was learnt.

    Raises:
        InputError: the file cannot be read or is not as its head comment says.
    """
    return decoded(path, Model, "model", "make coreference writes it anew")
