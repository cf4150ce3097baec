"""Who signed agreements that a text tells of as its own: "Our rector was there. A contract was signed with X"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions
from kg.facts.context import Context
from kg.languages.lexicon import words


def met_before(noun: Token, context: Context) -> tuple[str, ...]:
    """Give the one with whom talks ended in a signing: A of "the talks with A ended with the signing of a contract"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    talks = [c for c in verb.children if c.dep_ == "nsubj" and c.lemma_ in words(noun.lang_, "meetings")]
    if any(c.dep_ == "poss" for talk in talks for c in talk.children):
        return ()  # "the governor's talks"
    company = [t for c in talks for t in prepositions(c)["with"]]
    found = {m.entity for t in company for m in context.things(t) if context.family(m.entity, ("Organization",))}
    return tuple(found) if len(found) == 1 else ()


def met_behind(act: Token, context: Context) -> tuple[str, ...]:
    """Give the two who met where an agreement was signed: "at the talks between A and B", "when A visited B".

    Only the sentence that tells of the signing counts, and before it what else makes them two.
    """
    lang = act.lang_
    met = words(lang, "meetings") | words(lang, "visits")
    nouns = [t for c in act.children if c.dep_ == "prep" and c.i > act.i and c.lower_ in words(lang, "signed_there")
             for t in c.children if t.dep_ == "pobj"]  # fmt: skip
    if any(_leads_to(noun, met) for noun in nouns):
        return context.pair(act.sent.end_char - 1)
    meeting = words(lang, "visiting") | words(lang, "meeting_each_other")
    after = [c for c in act.children if c.dep_ == "advcl" and c.i > act.i and c.lemma_ in meeting]
    when = any(t.lower_ in words(lang, "when_signed") for c in after for t in c.children)
    return context.pair(act.sent.end_char - 1) if when else ()


def _leads_to(noun: Token, met: frozenset[str]) -> bool:
    """Tell whether a noun is of some kind, or of the course or framework of one: "the framework of a meeting"."""
    while noun.lemma_ not in met and not noun.ent_type_:
        below = [t for c in noun.children if c.lower_ in words(noun.lang_, "of") for t in c.children]
        if not below:
            return False
        noun = below[0]
    return not noun.ent_type_


def teller_of(partners: set[str], act: Token, context: Context) -> tuple[str, ...]:
    """Give whose text it is, where that tells of itself and an agreement with others: "was signed with X" by us.

    None where others or any official stand in the sentence or the one before, or where somebody is said to say so.
    """
    ours = context.recognised.publisher
    if ours is None or ours in partners or not all(context.family(p, ("Organization",)) for p in (ours, *partners)):
        return ()
    before = act.sent[0].nbor(-1).sent if act.sent.start else act.sent
    near = act.doc[before.start : act.sent.end]
    there = {m.entity for m in context.recognised.mentions if near.start_char <= m.start < near.end_char}
    others = {e for e in there - partners - {ours} if context.family(e, ("Organization", "Person"))}
    officials = any(t.lemma_.lower() in words(t.lang_, "posts_of_people") for t in near)
    said_so = any(t.dep_ in {"ccomp", "parataxis"} for t in (act, *act.ancestors))
    quoted = said_so or context.timeline.is_quoted(act.idx)
    return (ours,) if ours in there and not (others or officials or quoted) else ()
