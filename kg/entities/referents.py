"""The things of one document while they are gathered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from kg.entities.names import normalise, person_slug, slug
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
        first: offset of its first mention.
        unit: whether it is a part of another organization.
    """

    id: str
    cls: str
    first: int
    names: list[Name] = field(default_factory=list)
    kind: str | None = None
    head: str = ""
    reasons: list[str] = field(default_factory=list)
    same_as: tuple[str, ...] = ()
    series: str | None = None
    edition: int | None = None

    def add(self, text: str, lang: Lang | None, reason: str | None = None) -> None:
        """Add a form, once, and why it is this thing's."""
        if all(text != known.text for known in self.names):
            self.names.append(Name(text, lang))
            if reason is not None and reason not in self.reasons:
                self.reasons.append(reason)

    @property
    def forms(self) -> list[str]:
        """Its names, normalised."""
        return [normalise(name.text) for name in self.names]

    def entity(self) -> Entity:
        """Give the record."""
        return Entity(
            id=self.id, cls=self.cls, names=tuple(self.names), kind=self.kind, same_as=self.same_as,
            series=self.series, edition=self.edition, reasons=tuple(self.reasons),
        )  # fmt: skip


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
            found = Referent(entry.id, entry.cls, start, list(entry.names), same_as=same)
            self.referents[entry.id] = found
        return found

    def named(self, cls: str, name: str, start: int, kind: str | None = None) -> Referent:
        """Give a new referent for a name nobody knows; the id is made of kind and name alone."""
        key = person_slug(name) if cls == "Person" else slug(name)
        id = f"{home(cls)}/{key}"
        if id in self.referents:
            return self.referents[id]
        found = Referent(id, cls, start, [Name(name, self.lang, NameKind.PREFERRED)], kind)
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
