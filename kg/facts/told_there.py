"""A verb with what it says of whom, and whether it tells of one act at the event that a report is of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from kg.facts.clauses import Roles
from kg.facts.context import Context
from kg.facts.rosters import roster
from kg.facts.there import within
from kg.languages.families import family
from kg.languages.lexicon import said, words


@dataclass(frozen=True)
class Clause:
    """A verb with what it says of whom."""

    verb: Token
    roles: Roles
    context: Context

    def says(self, *lists: str) -> bool:
        """Tell whether the verb is on one of some lists."""
        return any(self.verb.lemma_.lower() in words(self.verb.lang_, name) for name in lists)

    def of(self, *roles: str) -> list[Token]:
        """Give the words in some roles."""
        return [t for role in roles for t in self.roles.get(role, ())]

    def people(self, *roles: str) -> list[Token]:
        """Give the people in some roles."""
        return [t for t in self.of(*roles) if family(t) == "Person"]

    def listed(self, preposition: str) -> list[Token]:
        """Give the people listed behind a preposition, as print has them where parsers lose their way."""
        of = [c for c in self.verb.children if c.dep_ in {"prep", "agent"} and c.lower_ == preposition]
        people = self.people(preposition)
        return people + [t for c in of for t in roster(c) if t not in people]

    @property
    def agents(self) -> list[Token]:
        """Give who does it."""
        return self.roles["agent"]

    @cached_property
    def objects(self) -> list[Token]:
        """Give its objects."""
        return [c for c in self.verb.children if c.dep_ == "dobj"]

    @cached_property
    def is_away(self) -> bool:
        """Tell whether words beside the verb put its act elsewhere or at another time: "by letter", "years ago"."""
        beside = [t for c in self.verb.children if c not in self.agents for t in c.subtree]
        return any(said(t, "from_elsewhere") for t in beside) or any(
            len(date.iso) == _YEAR  # nobody dates a report by its year
            for date in self.context.dates_in(self.verb.sent.start_char, self.verb.sent.end_char)
        )

    @cached_property
    def told(self) -> list[Token]:
        """What is said, given or led, as an object or in a passive: "papers were presented by A"."""
        found = [*self.objects, *(c for c in self.verb.children if c.dep_ == "nsubjpass")]
        if self.verb.tag_ == "VBN" and not found and self.roles["by"]:  # "reports followed, among them …, given by A"
            before = self.verb.doc[self.verb.sent.start : self.verb.i]
            return [t for t in before if is_of(t, "speeches")][-1:]
        return found


def is_once(verb: Token) -> bool:
    """Tell whether a verb tells of one act that is over: not "meet every year", "has been led by A for ten years"."""
    aux = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in aux)
    often = any(c.dep_ in {"npadvmod", "neg"} for c in verb.children)
    return past and not often and not any(said(c, "had") or c.tag_ == "MD" for c in aux)


def says_where(*heads: Token) -> bool:
    """Tell whether words say in what that is no event something happens: "in the press", "at home", "in Paris"."""
    places = [c for head in heads for c in head.children if c.dep_ == "prep" and said(c, "at_what")]
    what = [t for c in places for t in c.children]
    return any(t.dep_ == "pcomp" or (family(t) != "Event" and t.lemma_ not in within(t.lang_)) for t in what)


def is_of(token: Token, *lists: str) -> bool:
    """Tell whether the lemma of a word is on one of some lists."""
    return any(token.lemma_ in words(token.lang_, name) for name in lists)


def is_further_told(noun: Token) -> bool:
    """Tell whether a noun says of what it is: "the session of the court", "a place in the queue"."""
    return any(c.dep_ == "prep" for c in noun.children)


def is_of_topic(verb: Token, context: Context) -> bool:
    """Tell whether a report of a gathering has told of no other event yet."""
    topic, last = context.topic(verb.idx), context.latest("Event", verb.idx)
    return topic is not None and last is not None and topic.entity == last.entity


def is_amid(verb: Token, context: Context) -> bool:
    """Tell whether a report of a gathering is still with it, and tells of no other event: its guests are meant."""
    topic = context.topic(verb.idx)
    return topic is not None and is_of_topic(verb, context) and context.distance(topic, verb) <= _STILL


_STILL = 2  # sentences
_YEAR = len("2020")
