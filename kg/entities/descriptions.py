"""What is referred to without being named: "the university", "both sides", "the delegation", "he", "the agreement"."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from spacy.tokens import Doc, Token

from kg.entities.groups import Groups
from kg.entities.headlines import note_meetings, note_meetings_of_sides, note_openings
from kg.entities.holders import mean_holder
from kg.entities.plurals import Plurals
from kg.entities.publisher import Publisher, mean_organization
from kg.entities.referents import Gathering, Referent
from kg.entities.speakers import Speakers
from kg.entities.things import Things
from kg.entities.titles import note_titles
from kg.entities.told import Told
from kg.languages.backdrops import brought_in
from kg.languages.lexicon import read, said, words
from kg.languages.spans import Description
from kg.records import Document
from kg.registry import Registry
from kg.schema import is_a


def refer(
    document: Document, doc: Doc, gathering: Gathering, registry: Registry, unread: list[tuple[int, int]]
) -> str | None:
    """Add a mention for every description and pronoun whose meaning can be told; give the id of who says "we"."""
    return _Referring(Told(document, doc, gathering, registry)).run(unread)


_MADE = ("Programme", "Event", "JointStructure", "OrganizationalUnit")


class _Referring:
    def __init__(self, told: Told) -> None:
        self.told = told
        self.publisher = Publisher(told)
        self.speakers = Speakers(told)
        plurals = Plurals(told)
        self.readings: dict[str, Callable[[Description], None]] = {
            "organization": partial(mean_organization, told, self.publisher),
            "group": Groups(told, self.publisher, self.speakers).mean,
            "holder": partial(mean_holder, told),
            "thing": Things(told, self.publisher).mean,
            "pair": plurals.pair,
            "they": plurals.they,
            "we": self._we,
            "i": self._i,
            "it": self._it,
            "he": self._he,
            "nth": self._nth,
        }

    def run(self, unread: list[tuple[int, int]]) -> str | None:
        """Read the descriptions in order; give the publisher's id where the text means it."""
        note_openings(self.told)
        note_meetings(self.told)
        note_meetings_of_sides(self.told)
        for description in self.told.doc._.descriptions:
            if any(start <= description.start < end for start, end in unread):
                continue
            self.readings[description.role](description)
        note_titles(self.told)
        return self.publisher.id

    def _we(self, description: Description) -> None:
        speaker = self.speakers.home(description.start)
        publisher = self.publisher.at(description.start)
        if speaker is not None and (speaker.cls != "OrganizationalUnit" or publisher is None):
            self.told.mean(description, speaker, "“we” are where the one who is quoted holds a post", 0.6)
        elif publisher is not None and not (self.told.quoted(description.start) and publisher.cls == "Company"):
            self.told.mean(description, publisher, "“we” is the publisher", 0.7)

    def _i(self, description: Description) -> None:
        speaker = self.speakers.person(description.start) if self.told.quoted(description.start) else None
        if speaker is not None:
            self.told.mean(description, speaker, "“I” is who is quoted", 0.6)

    def _it(self, description: Description) -> None:
        acting = self._acting(description)  # "X gave it a prize": not X itself
        subject = self.told.subject_before(description.start, "Organization", acting)
        referent = subject or self._named_last(description.start, acting)
        if things := self._presented(description):
            if presented := self._made(things):
                self.told.mean(description, presented, "“it” is what the sentence before presents", 0.55)
            return
        if referent is not None and not self._about_strangers(description):
            self.told.mean(description, referent, "“it” is what the sentence before is about", 0.5)
        for cls in ("Agreement", "Event"):
            if found := self.told.before(description.start, cls):
                meant = self._told_of(description.start, found[0], cls)
                self.told.mean(description, meant, f"“it” is the {cls.lower()} told of before", 0.45)

    def _presented(self, description: Description) -> list[Token]:
        """Give the new thing that somebody has and that was made: "A has a new course. It was opened by"."""
        told, lang = self.told, self.told.document.lang
        token = told.token(description.start)
        made = token is not None and token.dep_ == "nsubjpass" and token.head.lemma_ in words(lang, "founding")
        if token is None or not made or token.sent.start == 0:
            return []
        root = told.doc[token.sent.start - 1].sent.root
        if root.lemma_ not in words(lang, "having"):
            return []
        return [c for c in root.children if c.dep_ == "dobj" and any(said(g, "articles") for g in c.children)]

    def _made(self, things: list[Token]) -> Referent | None:
        for thing in things:
            for mention in self.told.within(thing.left_edge.idx, thing.idx + len(thing)):
                if mention.end >= thing.idx + len(thing) and any(is_a(mention.cls, cls) for cls in _MADE):
                    return self.told.gathering.referents.get(mention.entity)
        return None

    def _named_last(self, offset: int, apart: set[str]) -> Referent | None:
        """Give the organization named last, the institute rather than the university whose it is."""
        for mention in self.told.mentions_before(offset):
            referent = self.told.gathering.referents.get(mention.entity)
            if referent is not None and is_a(referent.cls, "Organization") and referent.id not in apart:
                whole = self.told.whole_name(mention)
                return whole if whole is not None and whole.id not in apart else referent
        return None

    def _told_of(self, offset: int, latest: Referent, cls: str) -> Referent:
        """Give which of several things a sentence was about: "A round table was held at the forum. It …"."""
        told = self.told
        start = next((m.start for m in told.mentions_before(offset) if m.entity == latest.id), None)
        if start is not None and cls == "Event" and (main := self._beside_backdrop(start)) is not None:
            return main
        last = told.token(start) if start is not None else None
        if last is None or told.sentence(last.idx) >= told.sentence(offset) or last.sent.root.pos_ == "AUX":
            return latest  # "The forum was the occasion for an opening ceremony"
        subjects = [c for c in last.sent.root.children if c.dep_ in {"nsubj", "nsubjpass"} and c.idx < last.idx]
        for mention in told.within(last.sent.start_char, last.idx):
            one = told.gathering.referents.get(mention.entity)
            is_subject = any(mention.start <= subject.idx < mention.end for subject in subjects)
            if one is not None and is_a(one.cls, cls) and is_subject:
                return one
        return latest

    def _beside_backdrop(self, start: int) -> Referent | None:
        """Give the event whose time, honour or frame is named at a character: "a ball, part of the Week"."""
        told, lang = self.told, self.told.document.lang
        if brought_in(told.text, start, lang) == "told":
            return None
        begin = told.sentences[told.sentence(start)]
        events = [m for m in told.within(begin, start) if is_a(m.cls, "Event")]
        main = next((m for m in events if brought_in(told.text, m.start, lang) == "told"), None)
        return told.gathering.referents.get(main.entity) if main is not None else None

    def _about_strangers(self, description: Description) -> bool:
        """Tell whether the sentence before is about a group of which nobody says whose it is: "the delegation"."""
        told = self.told
        token = told.token(description.start)
        if token is None:
            return False
        above = token.sent
        while above.start > 0 and (above.start == token.sent.start or not above.text.strip()):
            above = told.doc[above.start - 1].sent
        groups = words(told.document.lang, "known_groups")
        subject = token.dep_ == "nsubj" and token.sent.root.i < token.i
        here = token.doc[token.sent.start : token.i] if subject else ()  # "A delegation came to X, where it stays"
        return any(
            child.dep_ == "nsubj" and child.lemma_ in groups and not told.within(child.idx, child.idx + 1)
            for child in (*above.root.children, *here)
        )

    def _acting(self, description: Description) -> set[str]:
        """Give the subjects of the clause in which a pronoun is an object."""
        token = self.told.token(description.start)
        if token is None or token.dep_ not in {"dobj", "dative", "pobj"}:
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
            verb = verb.head  # "A praised B and gave him a book"
        return {
            mention.entity
            for child in verb.children
            if child.dep_ == "nsubj"
            for one in (child, *child.conjuncts)
            for mention in self.told.within(one.idx, one.idx + len(one))
        }

    def _he(self, description: Description) -> None:
        acting = self._acting(description)
        subject = self.told.subject_before(description.start, "Person", acting)
        latest = [one for one in self.told.before(description.start, "Person") if one.id not in acting]
        begin = self.told.sentences[self.told.sentence(description.start)]
        beside = {mention.entity for mention in self.told.within(begin, description.start)} if acting else set()
        here = next((one for one in latest if one.id in beside), None)  # "A thanked B and gave him a book"
        referent = self._arriving(description) or here or subject or (latest[0] if latest else None)
        if referent is not None:
            self.told.mean(description, referent, "the person whom the sentence before is about", 0.6)

    def _arriving(self, description: Description) -> Referent | None:
        """Give who is received as he arrives: "A met B as he came to C", who is B."""
        told, lang = self.told, self.told.document.lang
        token = told.token(description.start)
        verb = token.head if token is not None and token.dep_ == "nsubj" else None
        comes = verb is not None and verb.dep_ == "advcl" and verb.lemma_ in words(lang, "coming_along")
        if verb is None or not comes or verb.i < verb.head.i or verb.head.lemma_ not in words(lang, "hosting"):
            return None
        guests = (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)
        met = (m.entity for c in guests for m in told.within(c.idx, c.idx + len(c)) if is_a(m.cls, "Person"))
        return next((told.gathering.referents[one] for one in met if one in told.gathering.referents), None)

    def _nth(self, description: Description) -> None:
        """“The first”, “the latter”: of those listed together last."""
        told = self.told
        place = read(told.document.lang, "descriptions")["nth"][description.head]
        listed = told.listed_before(description.start)
        if len(listed) >= max(2, place):
            referent = listed[place - 1 if place > 0 else place]
            told.mean(description, referent, f"“the {description.head}” of those listed before", 0.7)
