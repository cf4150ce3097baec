"""A text and what has been gathered of it so far: what was named before, whom a sentence is about."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import groupby
from operator import attrgetter, itemgetter

from spacy.tokens import Doc, Token

from kg.entities.referents import Gathering, Referent, merge
from kg.languages.lexicon import words
from kg.languages.spans import Description, principal
from kg.nesting import nested
from kg.records import BlockKind, Document, Mention
from kg.registry import Registry
from kg.schema import UNITS, is_a
from kg.sides import Side, sides

_QUOTES = re.compile(r"[\"“”«»„]")
_OF_THEIR_OWN = {"ResearchOrganization", "University"}
_TWO = 2
_IN_BRACKETS = re.compile(r"\([^()]*\)")


def _joins(between: str, lang: str) -> bool:
    """Tell whether the text between two names makes them members of one list."""
    joining = words(lang, "conjunctions")
    said = _IN_BRACKETS.sub("", between).replace(",", " , ").replace(";", " , ").lower().split()
    return any(word == "," or word in joining for word in said) and all(
        word == "," or word in joining or word in words(lang, "articles") | words(lang, "of") for word in said
    )


def _is_called(referent: Referent, noun: str) -> bool:
    return any(noun in form.split() for form in referent.forms)


class Told:
    """One text with the things gathered of it.

    Attributes:
        sentences: offsets at which sentences start.
        headings: offsets at which the title and headings start.
        title_end: offset behind the title.
        named: what the text names, in order; `gathering.mentions` grows while descriptions are read.
        named_at: by the offset at which names start, the thing that the widest of them names.
        named_until: by the offset at which names end, these names.
    """

    def __init__(self, document: Document, doc: Doc, gathering: Gathering, registry: Registry) -> None:
        self.document = document
        self.doc = doc
        self.gathering = gathering
        self.registry = registry
        self.text = document.text
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.headings = [b.start for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
        self.title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
        self.named: list[Mention] = []
        self.named_at: dict[int, str] = {}
        self.named_until: dict[int, list[Mention]] = {}
        self._note_names(gathering.mentions)
        self._places: list[tuple[int, int]] = []  # start of each mention, and where it stands in `gathering.mentions`

    @cached_property
    def prose(self) -> list[int]:
        """Where the sentences below the title start, those without a verb aside: captions, credits, dates."""
        below = (s for s in self.doc.sents if s.start_char >= self.title_end)
        return [s.start_char for s in below if any(t.pos_ in {"VERB", "AUX"} for t in s)]

    def _note_names(self, mentions: Collection[Mention]) -> None:
        self.named = sorted(mentions, key=lambda mention: mention.start)
        self.named_at, self.named_until = {}, {}
        for mention in sorted(self.named, key=lambda mention: (mention.start, -mention.end)):
            self.named_at.setdefault(mention.start, mention.entity)
        for mention in self.named:
            self.named_until.setdefault(mention.end, []).append(mention)

    def merge(self, kept: Referent, gone: Referent) -> None:
        """Make two things one in all that was gathered of them so far."""
        merge(kept, gone, self.gathering)
        at = {(m.start, m.end) for m in self.named}
        self._note_names([m for m in self.gathering.mentions if m.source != "rule" and (m.start, m.end) in at])

    def _sorted(self) -> list[tuple[int, int]]:
        """Give the places of all mentions gathered so far, in the order of the text."""
        for number in range(len(self._places), len(self.gathering.mentions)):
            insort(self._places, (self.gathering.mentions[number].start, number))
        return self._places

    def within(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that start in a passage, in the order in which they were gathered."""
        places = self._sorted()
        inside = places[bisect_left(places, (start,)) : bisect_left(places, (end,))]
        return [self.gathering.mentions[number] for _, number in sorted(inside, key=itemgetter(1))]

    def outermost(self, start: int, end: int) -> list[Mention]:
        """Give the mentions in a passage, without academies in the names of their institutes, which act themselves."""
        found = self.within(start, end)
        starts = {m.start for m in found if m.source != "rule"}
        academies = {whole for part, whole in self._institutes.items() if part in starts}
        return [m for m in found if m.start not in academies and (m.start, m.end) not in self._inner]

    @property
    def _institutes(self) -> dict[int, int]:
        """Where institutes are named that act themselves → where the academies in their names are."""
        return {
            relation.subject.start: relation.object.start
            for relation in self.doc._.relations
            if relation.property == "unitOf" and relation.object.cls == "ResearchOrganization"
            if self._is_institute(relation.subject.start)
        }

    @cached_property
    def _inner(self) -> frozenset[tuple[int, int]]:
        return nested(self.named)

    def _is_institute(self, start: int) -> bool:
        meant = self.gathering.referents.get(self.named_at.get(start, ""))
        return meant is not None and meant.cls in _OF_THEIR_OWN

    def mentions_before(self, offset: int) -> Iterator[Mention]:
        """Give the mentions that start before an offset, latest first; of those that start together the last first."""
        places = self._sorted()
        for position in range(bisect_left(places, (offset,)) - 1, -1, -1):
            mention = self.gathering.mentions[places[position][1]]
            if (mention.start, mention.end) not in self._inner:
                yield mention

    def in_order(self, start: int) -> Iterator[Mention]:
        """Give the mentions from an offset on, in the order of the text."""
        places = self._sorted()
        for _, number in places[bisect_left(places, (start,)) :]:
            yield self.gathering.mentions[number]

    def before(self, offset: int, cls: str) -> list[Referent]:
        """Give the things of a class mentioned before an offset, latest first."""
        found: dict[str, Referent] = {}
        seen: set[str] = set()
        for _, together in groupby(self.mentions_before(offset), key=attrgetter("start")):
            for mention in reversed(list(together)):
                if mention.entity in seen:
                    continue
                seen.add(mention.entity)
                referent = self.gathering.referents.get(mention.entity)
                if referent is not None and is_a(referent.cls, cls):
                    found.setdefault(referent.id, referent)
        return list(found.values())

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence around an offset."""
        return bisect_left(self.sentences, offset + 1) - 1

    def quoted(self, offset: int) -> tuple[int, int] | None:
        """Give where the quotation around an offset starts and ends, None outside of one; paragraphs end them all."""
        begin, end = self.text.rfind("\n", 0, offset) + 1, self.text.find("\n", offset)
        marks = [begin + found.start() for found in _QUOTES.finditer(self.text[begin : end if end >= 0 else None])]
        for opening, closing in zip(marks[::2], marks[1::2], strict=False):
            if opening < offset < closing:
                return opening, closing
        return None

    def token(self, offset: int) -> Token | None:
        """Give the head of the token at an offset."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span.root if span is not None else None

    def mean(self, description: Description, referent: Referent, reason: str, score: float) -> None:
        """Note that a description means a thing, and why."""
        self.gathering.mention(description.start, description.end, referent, "rule", reason, score)

    def subject_before(self, offset: int, cls: str, apart: Collection[str] = ()) -> Referent | None:
        """Give the subject of the nearest clause before that is of a class and not one of `apart`.

        Whose the subject is counts for people: "Li's work is known. He …".
        """
        for mention in self.mentions_before(offset):
            referent = self.gathering.referents.get(mention.entity)
            if referent is not None and is_a(referent.cls, cls) and referent.id not in apart:
                token = self.token(mention.end - 1)
                if self.whole_name(mention) is not None:
                    continue  # of the name of a part of it: "The Institute of A held B. It …"
                if token is not None and token.dep_ == "poss" and cls == "Person":
                    token = token.head
                if token is not None and token.dep_ in {"nsubj", "nsubjpass"}:
                    return referent
        return None

    def whole_name(self, mention: Mention) -> Referent | None:
        """Give the organization in whose name and place another stands: the institute of "the Institute of X of A"."""
        token = self.token(mention.end - 1)
        if token is None or not token.ent_type_ or not is_a(token.ent_type_, "Organization"):
            return None
        start, end = principal(token)
        if (start, end) == (mention.start, mention.end) or not token.idx <= mention.start:
            return None
        outer = self.named_at.get(start) if start != mention.start else None
        found = self.gathering.referents.get(outer or "")
        return found if found is not None and found.id != mention.entity else None

    def listed_before(self, offset: int) -> list[Referent]:
        """Give the organizations or people of the last list before an offset, in this sentence or the one before."""
        begin = self.sentences[max(0, self.sentence(offset) - 1)]
        runs = [run for run in self._lists(begin, offset) if len(run) > 1]
        return self._meant(runs[-1]) if runs else []

    def listed_behind(self, offset: int, within: Collection[str]) -> list[Referent]:
        """Give the organizations or people of the list that begins behind an offset and one or more of some words."""
        sentence = self.sentence(offset) + 1
        end = self.sentences[sentence] if sentence < len(self.sentences) else len(self.text)
        run = next(self._lists(offset, end), [])
        between = self.text[offset : run[0].start].replace(",", " ").lower().split() if run else []
        return self._meant(run) if between and all(word in within for word in between) else []

    def _lists(self, begin: int, end: int) -> Iterator[list[Mention]]:
        """Give the names of organizations or people in a passage, those listed together in one."""
        run: list[Mention] = []
        for mention in (m for m in self.named if begin <= m.start and m.end <= end):
            family = next((f for f in ("Organization", "Person") if is_a(mention.cls, f)), None)
            if family is None or (run and mention.start < self._group_end(run[-1])):
                continue
            between = self.text[self._group_end(run[-1]) : mention.start] if run else ""
            if run and not (is_a(run[-1].cls, family) and _joins(between, self.document.lang)):
                yield run
                run = []
            run.append(mention)
        if run:
            yield run

    def _group_end(self, name: Mention) -> int:
        """Give where what stands together with a name ends: "A, rector of X |, and B"."""
        token = self.token(name.end - 1)
        return max(name.end, token.idx + len(token)) if token is not None and token.ent_type_ else name.end

    def _meant(self, run: list[Mention]) -> list[Referent]:
        listed = dict.fromkeys(mention.entity for mention in run)
        return [self.gathering.referents[entity] for entity in listed if entity in self.gathering.referents]

    @cached_property
    def homes(self) -> dict[str, str]:
        """The organizations at which people hold posts by what the text says beside their names."""
        found: dict[str, str] = {}
        placed = [post for post in self.doc._.posts if post.organization is not None]
        for post in sorted(placed, key=lambda post: post.organization.start in self.ranks):
            if post.organization is not None:
                person, home = (self.named_at.get(name.start) for name in (post.holder, post.organization))
                if person is not None and home is not None:
                    found.setdefault(person, home)
        return found

    @cached_property
    def ranks(self) -> frozenset[int]:
        """Where organizations are named only as whose member somebody is: "Corresponding Member of RAS"."""
        lang = self.document.lang
        titles = words(lang, "academicians") | words(lang, "membership")
        return frozenset(
            post.organization.start
            for post in self.doc._.posts
            if post.organization is not None
            and post.title
            and not titles.isdisjoint(self.text[slice(*post.title)].lower().split())
        )

    def sides(self, offset: int) -> list[Referent]:
        """Give the two organizations that the text before an offset is about, as `kg.sides` tells them."""
        homes, institutes = self.homes, self._institutes
        academies = frozenset(institutes.values())
        spoken = []
        for mention in sorted(self.gathering.mentions, key=attrgetter("start", "end")):
            entity = homes.get(mention.entity, mention.entity)
            referent = self.gathering.referents.get(entity)
            if referent is None or mention.start >= offset or not is_a(referent.cls, "Organization"):
                continue
            if referent.cls in UNITS or (mention.start, mention.end) in self._inner or mention.start in self.ranks:
                continue
            if mention.start in academies:
                continue
            whole = self.named_at.get(institutes.get(mention.start, -1), "")
            entry = self.registry.get(entity) or self.registry.get(whole)  # its branch is of its country
            country = (
                entry.country
                if entry is not None
                else self.registry.country_in(referent.names[0].text)
                if referent.names
                else None
            )
            spoken.append(Side(entity, mention.start, country))
        begin = max((start for start in self.headings if start <= offset), default=0)
        return [self.gathering.referents[id] for id in sides(spoken, self.sentences, offset, begin)]

    @cached_property
    def _acted_on(self) -> frozenset[int]:
        """Where pronouns stand that mean on whom somebody acts: "received them"."""
        pronouns = ((d.start, self.token(d.start)) for d in self.doc._.descriptions if d.role == "they")
        return frozenset(start for start, t in pronouns if t is not None and t.dep_ in {"dobj", "dative"})

    def last_pair(self, offset: int, cls: str, exactly: int | None, called: str | None) -> list[Referent]:
        """Give the organizations of the nearest sentence before that names two or more, or people of them; units aside.

        Args:
            called: a word that their names must have.
        """
        here = self.sentence(offset)
        homes = self.homes if called is None else {}
        for sentence in range(here, -1, -1):
            start = self.sentences[sentence]
            end = offset if sentence == here else self.sentences[sentence + 1]
            found: dict[str, Referent] = {}
            acting: dict[str, Referent] = {}  # not on whom others act: "A and B received them"
            for mention in self.outermost(start, end):
                referent = self.gathering.referents.get(homes.get(mention.entity, mention.entity))
                if referent is not None and is_a(referent.cls, cls):
                    found.setdefault(referent.id, referent)
                    if mention.start not in self._acted_on:
                        acting.setdefault(referent.id, referent)
            if len(acting) >= _TWO:
                found = acting
            if called is None or exactly is None:  # "the two laboratories", but not "the institutes"
                found = {k: r for k, r in found.items() if r.cls not in {"OrganizationalUnit", "JointStructure"}}
            if called is not None:
                found = {k: r for k, r in found.items() if _is_called(r, called)}
            if len(found) == exactly or (exactly is None and len(found) >= 2):
                return list(found.values())
        everything = [r for r in self.before(offset, cls) if called is None or _is_called(r, called)]
        return everything[::-1] if len(everything) == 2 else []
