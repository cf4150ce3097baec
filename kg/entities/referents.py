"""The things of one document while they are gathered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count

from kg.entities.names import normalise, person_slug, slug
from kg.languages.lexicon import has, read, words
from kg.records import Entity, Entry, Lang, Mention, Name, NameKind
from kg.schema import is_a


def home(cls: str) -> str:
    """Give the first part of the ids of a class's things.

    >>> home("University"), home("Conference"), home("City")
    ('organization', 'event', 'place')
    """
    for ancestor, path in (
        ("Organization", "organization"), ("Person", "person"), ("Place", "place"), ("Event", "event"),
        ("EventSeries", "event-series"), ("Agreement", "agreement"), ("Programme", "programme"),
        ("Recognition", "recognition"), ("Topic", "topic"),
    ):  # fmt: skip
        if is_a(cls, ancestor):
            return path
    raise ValueError(f"things of class {cls} have no ids of their own")


@dataclass(slots=True)
class Referent:
    """One thing, gathering its names; it becomes an `Entity` when the whole document is read.

    Attributes:
        id: final for what has a name; a stand-in ("agreement/~3") for what is only described.
        head: the noun that heads its description, lower case.
        parent: whose unit it is, where its names say so.
        met: the forms met in this text, as printed.
        first: offset of its first mention.
        unit: whether it is a part of another organization.
        titles: what of an event's names is its title, as printed.
        dedicated: what an event is dedicated to, as printed with the words that say so.
    """

    id: str
    cls: str
    first: int
    names: list[Name] = field(default_factory=list)
    kind: str | None = None
    head: str = ""
    parent: str | None = None
    met: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    same_as: tuple[str, ...] = ()
    series: str | None = None
    edition: int | None = None
    titles: list[str] = field(default_factory=list)
    dedicated: str = ""

    def add(self, text: str, lang: Lang | None, reason: str | None = None) -> None:
        """Add a form, once, and why it is this thing's."""
        self.met.append(text)
        if all(text != known.text for known in self.names):
            self.names.append(Name(text, lang))
            if reason is not None and reason not in self.reasons:
                self.reasons.append(reason)

    @property
    def forms(self) -> list[str]:
        """Its names, normalised, but for what it is dedicated to: that has words of other events."""
        said = (name.text.removesuffix(self.dedicated) if self.dedicated else name.text for name in self.names)
        return [normalise(text) for text in said if text]

    def untitled(self) -> set[str]:
        """Give the words of its names that stand in no title: the noun of "the conference “Forests of Siberia”"."""
        titles = {*self.titles, *(found["title"] for name in self.names for found in _QUOTED.finditer(name.text))}
        said = [name.text for name in self.names if name.text not in titles]
        for title in sorted(titles, key=len, reverse=True):
            said = [text.replace(title, " ") for text in said]
        return {word for text in said for word in normalise(text.removesuffix(self.dedicated)).split()}

    def entity(self) -> Entity:
        """Give the record; the first name is its label where none is known to be."""
        names = self.names
        if names and all(name.kind is not NameKind.PREFERRED for name in names):
            names = [replace(names[0], kind=NameKind.PREFERRED), *names[1:]]
        return Entity(
            id=self.id, cls=self.cls, names=tuple(names), kind=self.kind, same_as=self.same_as,
            series=self.series, edition=self.edition, reasons=tuple(self.reasons),
        )  # fmt: skip


_QUOTED = re.compile(r"(?:(?P<double>[\"“”«„])|(?<!\w)')(?P<title>[^\"“”«»„\n]+?)(?(double)[\"”“»]|'(?!\w))")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_ROMAN = {"I": 1, "V": 5, "X": 10}


@cache
def _number(lang: str) -> re.Pattern[str]:
    """Give the pattern of numbers of editions: Arabic ones with the endings of a language, Roman ones."""
    endings = "|".join(sorted(words(lang, "ordinal_endings"))) or "$^"
    return re.compile(rf"\b(\d{{1,3}})(?:{endings})\b|\b([IVX]+)\b")


def edition_of(surface: str, lang: Lang) -> tuple[int | None, str | None]:
    """Give the number and the year in an event's name.

    >>> edition_of("VIII Eastern Economic Forum", "en"), edition_of("CIEP-2020", "zh")
    ((8, None), (None, '2020'))
    """
    year = _YEAR.search(surface)
    found = _number(lang).search(surface)
    number = None
    if found and found[1]:
        number = int(found[1])
    elif found:
        values = [_ROMAN[letter] for letter in found[2]]
        number = sum(-v if v < max(values[k:]) else v for k, v in enumerate(values))
    elif has(lang, "words"):
        first = surface.split(maxsplit=1)[0].lower()
        ordinals = read(lang, "words")["ordinals"]
        number = ordinals.index(first) + 1 if first in ordinals else None
    return number, year[1] if year else None


def are_other_editions(one: Iterable[Name], other: Iterable[Name], lang: Lang) -> bool:
    """Tell whether the numbers or the years in the names of two events differ: "VIII Forum", "IX Forum"."""
    said = [[edition_of(name.text, lang) for name in names] for names in (one, other)]
    known = [[{found[k] for found in names} - {None} for k in (0, 1)] for names in said]
    return any(a and b and not a & b for a, b in zip(*known, strict=True))


class Gathering:
    """The referents and mentions of one document."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self.referents: dict[str, Referent] = {}
        self.mentions: list[Mention] = []
        self._numbers = count(1)

    def known(self, entry: Entry, start: int) -> Referent:
        """Give the referent of a registry entry."""
        found = self.referents.get(entry.id)
        if found is None:
            same = tuple(
                iri for iri in (entry.ror, entry.wikidata and f"http://www.wikidata.org/entity/{entry.wikidata}") if iri
            )
            cls = "EventSeries" if entry.id.startswith("event-series/") else entry.cls
            found = Referent(entry.id, cls, start, list(entry.names), same_as=same)
            found.parent = entry.part_of.split("/", 1)[1] if entry.part_of is not None else None
            self.referents[entry.id] = found
        return found

    def edition(self, entry: Entry, surface: str, start: int) -> Referent:
        """Give the edition of a known series that a name means: by its number or year, else the one told of."""
        number, year = edition_of(surface, self.lang)
        for other in self.referents.values():
            if other.series != entry.id:
                continue
            if number is None or other.edition in {None, number}:
                other.edition = other.edition or number
                return other
        self.known(entry, start)
        found = Referent(f"event/~{next(self._numbers)}", entry.cls, start, series=entry.id, edition=number)
        found.reasons.append(f"“{surface}” is a known series of events")
        if year:
            found.reasons.append(f"the edition of {year}")
        self.referents[found.id] = found
        return found

    def named(self, cls: str, name: str, start: int, kind: str | None = None, parent: str | None = None) -> Referent:
        """Give a new referent for a name nobody knows; the id is made of kind and name, and of whose unit it is."""
        key = person_slug(name) if cls == "Person" else slug(name)
        id = f"{home(cls)}/{key}"
        if parent is not None and parent not in key and not parent.startswith("~"):
            id = f"{id}-of-{parent}"
        if id in self.referents:
            return self.referents[id]
        found = Referent(id, cls, start, [Name(name, self.lang, NameKind.PREFERRED)], kind, parent=parent)
        found.met.append(name)
        self.referents[id] = found
        return found

    def described(self, cls: str, kind: str | None, head: str, start: int) -> Referent:
        """Give a new referent for something that is described and not named."""
        found = Referent(f"{home(cls)}/~{next(self._numbers)}", cls, start, kind=kind, head=head)
        self.referents[found.id] = found
        return found

    def mention(self, start: int, end: int, referent: Referent, source: str, reason: str, score: float) -> None:
        """Record that a passage means a referent."""
        self.mentions.append(Mention(start, end, referent.cls, referent.id, source, reason, score))


def unite(kept: Referent, gone: Referent, referents: dict[int, Referent], gathering: Gathering) -> None:
    """Make two things one, unless both are known; `referents`, the things by their offsets, then have it alone."""
    if gone.id in gathering.referents and kept.id in gathering.referents and gone is not kept:
        if gone.same_as and kept.same_as:
            return  # two known things stay two
        if gone.same_as:
            kept, gone = gone, kept
        for name in gone.names:
            kept.add(name.text, name.lang)
        kept.titles += [title for title in gone.titles if title not in kept.titles]
        kept.dedicated = kept.dedicated or gone.dedicated
        kept.reasons += [reason for reason in gone.reasons if reason not in kept.reasons]
        for start, referent in referents.items():
            if referent is gone:
                referents[start] = kept
        del gathering.referents[gone.id]


def merge(
    kept: Referent, gone: Referent, gathering: Gathering, referents: dict[int, Referent] | None = None
) -> Referent:
    """Make two things one, also in what was gathered of them so far; give the one that stays, a known one if any.

    Args:
        referents: the things by their offsets, where they are still asked for.
    """
    if gone.same_as or gone.series:
        kept, gone = gone, kept
    unite(kept, gone, {} if referents is None else referents, gathering)
    if gone.id not in gathering.referents:
        gathering.mentions[:] = [
            replace(m, entity=kept.id, cls=kept.cls) if m.entity == gone.id else m for m in gathering.mentions
        ]
    return kept
