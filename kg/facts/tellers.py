"""Who signed agreements that a text tells of as its own: "Our rector was there. A contract was signed with X"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions, verb_roles
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
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

    Only those count whom the noun or the verb of the meeting itself names, and nobody beside them: who moderates it,
    whose members they are, or whom a third visits does not sign.
    """
    lang = act.lang_
    behind = [c for c in act.children if c.i > act.i]
    nouns = [t for c in behind if c.dep_ == "prep" and c.lower_ in words(lang, "signed_there")
             for t in c.children if t.dep_ == "pobj"]  # fmt: skip
    for noun in (_leads_to(noun) for noun in nouns):
        if noun is not None:
            return _two(_who_met(noun, act), context)
    meeting = words(lang, "visiting") | words(lang, "meeting_each_other")
    for verb in (c for c in behind if c.dep_ == "advcl" and c.lemma_ in meeting):
        if any(t.lower_ in words(lang, "when_signed") for t in verb.children):
            roles = verb_roles(verb)
            return _two([roles["agent"], roles["patient"]], context)
    return ()


def _leads_to(noun: Token) -> Token | None:
    """Give the meeting or visit that a noun is, or is the course or framework of: "the framework of a meeting"."""
    while noun.lemma_ not in words(noun.lang_, "meetings") | words(noun.lang_, "visits") and not noun.ent_type_:
        below = [t for c in noun.children if c.lower_ in words(noun.lang_, "of") for t in c.children]
        if not below:
            return None
        noun = below[0]
    return None if noun.ent_type_ else noun


def _who_met(noun: Token, act: Token) -> list[list[Token]]:
    """Give those who met, side by side: "talks between A and B", "talks of A with B", "the visit of A to B"."""
    if noun.lemma_ in words(noun.lang_, "visits"):
        around = noun_roles(noun)
        hung = [prepositions(t)["to"] for t in (act, *around["of"])]  # where parsers hang what belongs to the visit
        return [around["of"] or around["by"], around["to"] or [t for to in hung for t in to if t.i > noun.i]]
    roles = prepositions(noun)
    if roles["between"]:
        return [] if roles["of"] or roles["with"] else [[one] for one in roles["between"]]
    return [roles["of"], roles["with"]] if roles["with"] else [[one] for one in roles["of"]]


def _two(sides: list[list[Token]], context: Context) -> tuple[str, ...]:
    """Give the organizations of two sides where each is one, or acts for one."""
    found = [{m.entity for t in side for m in context.things(t)} for side in sides]
    if any(len(side) != 1 for side in found):
        return ()
    both = tuple(dict.fromkeys(entity for side in found for entity in side))
    return both if len(both) == _PAIR and all(context.family(one, ("Organization",)) for one in both) else ()


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


_PAIR = 2
