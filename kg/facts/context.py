"""A parsed document with its mentions at hand: from a token to the things it means, and back to a quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from spacy.tokens import Doc, Span, Token

from kg.facts.backdrops import backdrops
from kg.facts.lists import members, owners
from kg.facts.sessions import is_of
from kg.facts.status import status
from kg.facts.timeline import Timeline
from kg.languages.counted import bundled, named_behind
from kg.languages.dates import DateSpan
from kg.languages.lexicon import counted_groups, groups, has, read, said, words
from kg.languages.lines import whole
from kg.languages.origins import origin
from kg.languages.spans import principal
from kg.nesting import nested
from kg.records import BlockKind, Document, Entity, Evidence, Mention, Recognised, Status
from kg.registry import Registry
from kg.schema import is_a

_SILENT = {BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.METADATA, BlockKind.BOILERPLATE}
_BACK = 5  # sentences
_DATELINE = 10  # tokens of a dateline
_DASHES = frozenset({"--", "-", "–", "—"})
_DEEP = 3  # nouns between a part and the event that it is a part of
_SURE_ENOUGH = 0.6
_WHOLE = ("Organization", "not OrganizationalUnit", "not JointStructure", "not InnovationHub")
_TOLD_BY_NAME = frozenset({"University", "ResearchOrganization", "Company"})
_HEADS = {BlockKind.TITLE, BlockKind.HEADING}
_NO_GATHERING = frozenset({"Visit", "Competition"})
_NO_KIND = frozenset({None, "thematic-year", "thematic-week", "lecture"})  # of classes as wide as Event


def _tells(sentence: Span) -> bool:
    """Tell whether a sentence has a verb."""
    return any(token.pos_ in {"VERB", "AUX"} for token in sentence)


class Context:
    """What the fact stage knows of one document."""

    def __init__(self, document: Document, doc: Doc, recognised: Recognised, registry: Registry) -> None:
        self.registry = registry
        self.affiliations = {
            entry.id: entry.affiliation or ""
            for entity in recognised.entities
            if (entry := registry.get(entity.id)) is not None and entry.cls == "Person"
        }
        self.document = document
        self.doc = doc
        self.text = whole(doc)
        self.recognised = recognised
        self.entities: dict[str, Entity] = {entity.id: entity for entity in recognised.entities}
        # spaCy makes tokens and sentences anew whenever it is asked; many rules ask
        self.every: tuple[Token, ...] = tuple(doc)
        self.sents: tuple[Span, ...] = tuple(doc.sents)
        self._starts = [token.idx for token in self.every]
        self._sentences = [sentence.start_char for sentence in self.sents]
        self._quoted: dict[int, Evidence] = {}
        self._classed: dict[str, tuple[list[int], list[Mention]]] = {}
        self._mentions: dict[int, list[Mention]] = defaultdict(list)
        for mention in recognised.mentions:
            token = self.token(mention.end - 1)
            merged = bool(token.ent_type_)
            if not merged or principal(token) == (mention.start, mention.end):
                self._mentions[token.i].append(mention)
        self._groups = groups(document.lang)
        self._counted = counted_groups(document.lang)
        self._parts = words(document.lang, "parts_of_events")
        self._own_parts = words(document.lang, "own_parts") | self._parts
        self._blocks = [block.start for block in document.blocks]
        self.timeline = Timeline(document, self.token)
        self.dates = self.timeline.spans
        self._silent = [(b.start, b.end) for b in document.blocks if b.kind in _SILENT]

    def country(self, entity: str) -> str | None:
        """Give the country of a known organization, or of one whose name tells it: "Shanghai Academy of Sciences"."""
        entry = self.registry.get(entity)
        if entry is not None or entity not in self.entities or self.cls(entity) not in _TOLD_BY_NAME:
            return entry.country if entry is not None else None
        names = [name.text for name in self.entities[entity].names]
        sides = read(self.document.lang, "descriptions")["sides"] if has(self.document.lang, "descriptions") else {}
        found = {self.registry.country_in(name) or sides.get(name.split()[0].lower()) for name in names} - {None}
        return found.pop() if len(found) == 1 else None

    def is_foreign(self, person: str, organization: str) -> bool:
        """Tell whether a person's name is usual in another country than an organization's."""
        home, usual = self.country(organization), origin(self.entities[person].names[0].text)
        return home is not None and usual not in {home, None}

    def registered(self, person: str) -> bool:
        """Tell whether the registry knows a person."""
        return person in self.affiliations

    def token(self, offset: int) -> Token:
        """Give the token at a character."""
        return self.every[max(0, bisect_right(self._starts, offset) - 1)]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Give the tokens of a passage."""
        first, last = self.token(start).i, self.token(max(start, end - 1)).i
        return list(self.every[first : last + 1])

    def cls(self, entity: str) -> str:
        """Give the class of an entity."""
        return self.entities[entity].cls

    def things(self, token: Token) -> list[Mention]:
        """Give what a token means: its mentions, and the people who lead the group that it names."""
        named = (m for t in named_behind(token) for m in self._mentions.get(t.i, ()))
        found = list(self._mentions.get(token.i, ()) or named)
        if not found and not token.ent_type_ and token.lemma_ in self._own_parts:
            owners = [c for c in token.children if c.dep_ == "poss"]
            if owners:  # "its sections"
                return [m for m in self._mentions.get(owners[0].i, ()) if is_a(self.cls(m.entity), "Event")]
        if not found and not token.ent_type_ and token.lemma_ in self._parts:
            return [m for m in self._whole(token) if is_a(self.cls(m.entity), "Event")]
        if not found and (counted := bundled(token)):
            told = (m for t in counted for m in self._mentions.get(t.i, ()))
            return [m for m in told if not self.family(m.entity, ("Organization", "Person"))]
        if token.lemma_.lower() in self._groups:
            for leader in self.leaders(token):
                found += [m for m in self._mentions.get(leader.i, ()) if m not in found]
        return found

    def _whole(self, part: Token) -> list[Mention]:
        """Give what a noun is a part of: the cup, of "the regional round of the national stage of the cup"."""
        for _ in range(_DEEP):
            of = next((t for t in part.children if t.dep_ == "prep" and said(t, "of")), None)
            below = next((t for t in of.children if t.dep_ == "pobj"), None) if of is not None else None
            if below is None:
                return []
            if found := self._mentions.get(below.i, ()):
                return list(found)
            if below.lemma_ not in self._parts:
                return []
            part = below
        return []

    def is_group(self, token: Token) -> bool:
        """Tell whether a token is a noun for people who act for an organization ("delegation")."""
        if token.ent_type_:
            return False
        counted = token.lemma_.lower() in self._counted and any(c.dep_ == "nummod" for c in token.children)
        return counted or token.lemma_.lower() in self._groups

    def leaders(self, group: Token) -> list[Token]:
        """Give the people in "a delegation led by X", "the delegation, headed by X"."""
        found = []
        behind = [t for t in self.doc[group.i + 1 : group.i + 4] if t.ent_type_]
        behind += [t for t in owners(group) if t not in behind]  # "of the government of X, led by"
        for child in (*group.children, *(child for name in behind for child in name.children)):
            if child.dep_ in {"acl", "relcl"} and child.lemma_ in words(group.lang_, "led_by"):
                for part in child.children:
                    if part.dep_ == "agent":
                        found += [m for p in part.children if p.dep_ == "pobj" for m in members(p)]
                    elif part.dep_ == "dobj":
                        found += members(part)
        return found

    def is_within(self, mention: Mention) -> bool:
        """Tell whether a name only says more of another organization, which alone acts: "Institute of Ice | SB RAS"."""
        return (mention.start, mention.end) in self._further

    @cached_property
    def _further(self) -> frozenset[tuple[int, int]]:
        wholes = {
            (m.start, m.end)
            for relation in self.recognised.related
            if relation.property == "unitOf" and self.family(relation.subject, _WHOLE)
            for m in self.within("Organization", relation.start, relation.end)
            if m.entity == relation.object and m.end <= relation.end and m.start > relation.start
        }
        return nested(self.recognised.mentions) | wholes

    def last(self, cls: str, offset: int) -> Mention | None:
        """Give the latest mention of a thing of a class before an offset."""
        starts, mentions = self._of(cls)
        latest: Mention | None = None
        for number in range(bisect_right(starts, offset) - 1, -1, -1):
            mention = mentions[number]
            if mention.end > offset or mention.entity in self.background:
                continue
            latest = latest or mention
            if mention.start < latest.start - 400:
                break
            if "/~" not in mention.entity:
                return mention
        return latest

    def latest(self, cls: str, offset: int) -> Mention | None:
        """Give the mention of a thing of a class that ends last before an offset, described or named."""
        starts, mentions = self._of(cls)
        told = (m for m in reversed(mentions[: bisect_right(starts, offset)]) if m.end <= offset)
        return next((m for m in told if m.entity not in self.background), None)

    @cached_property
    def background(self) -> frozenset[str]:
        """Events that the text only mentions; those that what it tells of is a part of count where it tells of one."""
        events = [mention for mention in self.recognised.mentions if is_a(self.cls(mention.entity), "Event")]
        behind = backdrops(self.text, self.document.lang, self.entities.values(), events)
        told = any(m.entity not in behind.framing for m in events if self.cls(m.entity) not in _NO_GATHERING)
        return behind.framing if told else behind.apart

    def _of(self, cls: str) -> tuple[list[int], list[Mention]]:
        """Give the mentions of things of a class in the order of the text, and where they start."""
        if cls not in self._classed:
            found = [mention for mention in self.recognised.mentions if is_a(self.cls(mention.entity), cls)]
            self._classed[cls] = [mention.start for mention in found], found
        return self._classed[cls]

    def within(self, cls: str, start: int, end: int) -> list[Mention]:
        """Give the mentions of things of a class that start in a passage, in the order of the text."""
        starts, mentions = self._of(cls)
        return mentions[bisect_left(starts, start) : bisect_left(starts, end)]

    def dates_in(self, start: int, end: int) -> tuple[DateSpan, ...]:
        """Give the dates that start in a passage."""
        return self.timeline.within(start, end)

    def pair(self, offset: int) -> tuple[str, ...]:
        """Give the two organizations that the text before a character is about; none where there are more or fewer.

        The sentence itself counts, then those before it, up to the first that makes them two; units do not count.
        """
        here = bisect_right(self._sentences, offset) - 1
        found: dict[str, None] = {}
        for number in range(here, max(-1, here - _BACK), -1):
            start = self._sentences[number]
            end = self._sentences[number + 1] if number + 1 < len(self._sentences) else len(self.document.text)
            end = min(end, offset) if number == here else end
            told = [
                m
                for m in self.within(_WHOLE[0], start, end)
                if m.score >= _SURE_ENOUGH and not (self._is_made(m) or self.is_within(m))
            ]
            found |= {m.entity: None for m in told if self.family(m.entity, _WHOLE)}
            if len(found) >= 2:
                break
        return tuple(found) if len(found) == 2 else ()

    def _is_made(self, mention: Mention) -> bool:
        """Tell whether something is only told of as what is to be founded: "the agreement on establishing X"."""
        above = self.token(mention.end - 1)
        while above.dep_ in {"conj", "appos"}:
            above = above.head
        if above.dep_ == "pobj" and said(above.head, "of"):
            above = above.head
        if above.dep_ == "dobj":
            return above.head.dep_ == "pcomp" and above.head.lemma_ in words(above.lang_, "founding")
        return above.dep_ == "prep" and above.head.dep_ == "pobj" and above.head.lemma_ in words(above.lang_, "making")

    def paragraph(self, offset: int) -> int:
        """Give the number of the block around a character."""
        return bisect_right(self._blocks, offset)

    def gathers(self, event: str) -> bool:
        """Tell whether people come to an event to hear each other, so that whoever speaks was there."""
        own = self.cls(event), self.entities[event].kind
        vague = own[0] == "Event" and own[1] in _NO_KIND
        return own[0] not in _NO_GATHERING and not vague and not self.is_bare(event)

    def is_bare(self, event: str) -> bool:
        """Tell whether an event is a meeting of which no more is said: two delegations meet, and nobody attends."""
        return self.cls(event) == "Meeting" and all(" " not in name.text for name in self.entities[event].names)

    @cached_property
    def named(self) -> frozenset[str]:
        """What the text gives a name, and does not only describe."""
        return frozenset(m.entity for m in self.recognised.mentions if m.source != "rule")

    def is_planned(self, mention: Mention) -> bool:
        """Tell whether the clause that names a thing speaks of the future."""
        token = self.token(mention.end - 1)
        where = token.head if token.dep_ == "pobj" else token
        # "they expect to sign it at the forum"
        act = where.head if where.pos_ == "ADP" and where.head.pos_ == "VERB" else token
        return status(token) is not Status.HELD or status(act) is Status.PLANNED

    def is_yet_to_come(self, event: str, offset: int) -> bool:
        """Tell whether all that the text before a character says of an event is that it will be."""
        told = [m for m in self.recognised.mentions if m.entity == event and m.start < offset]
        before = [m for m in told if self.sentences_between(m.start, offset) > 0]
        return bool(before) and all(self.is_planned(m) for m in before)

    def topic(self, offset: int) -> Mention | None:
        """Give the gathering that the part of the text around a character reports, by its heading or first sentence.

        A digest has such a part under each heading; what a part does not say, the title may.
        """
        entry = self._entry(offset)
        heads = [b for b in self.document.blocks if b.kind in _HEADS and b.start <= offset]
        parts = [entry] if entry is not None else [
            (head[0].start, head[0].end) if head else (0, 0) for head in (heads[-1:], heads[:1])
        ]  # fmt: skip
        for start, end in parts:
            behind = bisect_right(self._sentences, end)
            while behind < len(self.sents) and not _tells(self.sents[behind]):
                behind += 1  # a date or picture stands between
            behind += 1  # the second sentence behind it
            second = self._sentences[behind] if behind < len(self._sentences) else len(self.document.text)
            found = self.within("Event", start, second)
            gatherings = [m for m in found if self.gathers(m.entity) and m.entity not in self.background]
            if gatherings:  # where the prose names it again, what is coordinated is told better than in a headline
                told = [m for m in gatherings if m.entity == gatherings[0].entity]
                return ([m for m in told if m.score >= _SURE_ENOUGH] or told)[-1]  # "it" may be another
        return None

    def _entry(self, offset: int) -> tuple[int, int] | None:
        """Give where the entry of a chronicle around a character starts: "18 May. A held a seminar."."""
        start = self._blocks[max(0, self.paragraph(offset) - 1)] if self._blocks else 0
        return (start, start) if start in self.entries else None

    @cached_property
    def entries(self) -> frozenset[int]:
        """The starts of paragraphs that a date begins, behind which they go on."""
        dated: set[int] = set()
        for block in self.document.blocks:
            number = bisect_left(self._sentences, block.start)
            if number >= len(self.sents):
                continue
            first = self.sents[number]
            end = first.start_char + len(first.text.rstrip())
            leads = not _tells(first) and end < block.end and "\n" not in self.text[end : end + 2]
            if leads and self.dates_in(block.start, end):
                dated.add(block.start)
        return frozenset(dated)

    @cached_property
    def datelines(self) -> tuple[Token, ...]:
        """The places that reports begin with: "HARBIN, May 5 (Xinhua) -- The forum opened here"."""
        found: list[Token] = []
        for block in self.document.blocks:
            line = list(islice((t for t in self.doc[self.token(block.start).i :] if not t.is_space), _DATELINE))
            until = next((k for k, t in enumerate(line) if t.text in _DASHES), 0)
            if until and line[0].ent_type_ == "City" and not any(t.pos_ in {"VERB", "AUX"} for t in line[:until]):
                found.append(line[0])
        return tuple(found)

    def here(self, verb: Token) -> list[Token]:
        """Give the place that "here" means beside a verb: that of the dateline, outside quotations."""
        if not any(said(child, "here") for child in verb.children) or self.timeline.is_quoted(verb.idx):
            return []
        return [place for place in self.datelines if place.i < verb.i][-1:]

    def sentence_end(self, offset: int) -> int:
        """Give where the first sentence that starts at or behind a character ends."""
        return next((s.start_char + len(s.text.rstrip()) for s in self.sentences_from(offset)), offset)

    def distance(self, mention: Mention, token: Token) -> int:
        """Give how many sentences lie between a mention and a token: 0 in one sentence, 1 in neighbours."""
        return self.sentences_between(mention.start, token.idx)

    def sentences_between(self, one: int, other: int) -> int:
        """Give how many sentences lie between two characters: 0 in one sentence, 1 in neighbours."""
        return abs(bisect_right(self._sentences, one) - bisect_right(self._sentences, other))

    def sentences_from(self, offset: int) -> Iterator[Span]:
        """Give the sentences that start behind a character and say something, in order."""
        for number in range(bisect_left(self._sentences, offset), len(self.sents)):
            if self.sents[number].text.strip():
                yield self.sents[number]

    def is_silent(self, offset: int) -> bool:
        """Tell whether a place is in a caption, a credit or boilerplate, which assert nothing."""
        return any(start <= offset < end for start, end in self._silent)

    def quote(self, start: int, end: int) -> Evidence:
        """Give a passage as evidence, without white space around it."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Evidence(start, end, text[start:end])

    def sentence(self, token: Token) -> Evidence:
        """Give the sentence of a token as evidence."""
        number = bisect_right(self._sentences, token.idx) - 1
        if number not in self._quoted:
            said = [t for t in self.sents[number] if not t.is_space] or [token]
            # behind the last word may stand the mark of the next line of a list
            self._quoted[number] = self.quote(said[0].idx, said[-1].idx + len(said[-1]))
        return self._quoted[number]

    def family(self, entity: str, classes: tuple[str, ...]) -> bool:
        """Tell whether an entity is of one of the classes, and of none that stands there as "not Class"."""
        own = self.cls(entity)
        if any(name.startswith("not ") and is_of(self.entities[entity], name[4:]) for name in classes):
            return False
        return any(is_a(own, cls) for cls in classes if not cls.startswith("not "))
