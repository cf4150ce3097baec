"""Of which organizations those are who are at an event in number: "experts of A and B met", "A and B sent teams"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import gapped, is_passive
from kg.facts.lists import expanded
from kg.facts.senders import senders
from kg.facts.status import denies
from kg.facts.told_there import Clause, is_amid, is_of, is_of_topic, is_once
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.languages.trades import are_staff


def sending(clause: Clause) -> list[Token] | None:
    """Read "X sent a team", "a team was sent by X"."""
    if (senders_of_many := _sending_people(clause)) is not None:
        return senders_of_many
    sent = clause.told if clause.roles["by"] else clause.objects
    given = any(c.dep_ == "dobj" and not c.ent_type_ and not is_of(c, "known_groups") for c in clause.verb.children)
    if given or not clause.says("sending") or not any(is_of(o, "known_groups") or family(o) == "Person" for o in sent):
        return None
    return [*clause.agents, *(t for t in expanded(clause.objects) if family(t) == "Person")]


def _sending_people(clause: Clause) -> list[Token] | None:
    """Read "A, B and C sent their experts", "Students had been sent by A and B": here, not to do a thing."""
    people = [t for t in (clause.told if clause.roles["by"] else clause.objects) if are_staff(t)]
    if (
        not people
        or any(is_of(t, "known_groups") for t in people)
        or not clause.says("sending")
        or clause.is_away
        or not is_of_topic(clause.verb, clause.context)
    ):
        return None
    beside = [c for c in (*clause.verb.children, *(g for t in people for g in t.children)) if c.dep_ != "agent"]
    told_where = [c for c in beside if c.dep_ == "prep" and not said(c, "acts_for")]
    away = any(t.pos_ != "PRON" for c in told_where for t in c.children)
    past = clause.verb.tag_ in {"VBD", "VBN"} and not any(c.tag_ == "MD" or c.dep_ in _TO_DO for c in beside)
    return [t for t in clause.agents if family(t) == "Organization"] if past and not away else []


_TO_DO = frozenset({"xcomp", "advcl", "neg", "acl", "relcl", "npadvmod", "dative"})


def consulting(clause: Clause) -> list[Token] | None:
    """Read "The matter was talked over with scholars of A, B and C"."""
    people = [t for t in clause.of("with") if are_staff(t)]
    over = people and clause.says("debating", "talked_over", "talking_over")
    if not over or clause.is_away or not is_once(clause.verb) or not is_amid(clause.verb, clause.context):
        return None
    sent_by = {m.entity for t in people for m in clause.context.things(t) or senders(t, clause.context)}
    return people if len(sent_by) > 1 else None


def from_whom(clause: Clause, those: list[Token]) -> list[Token]:
    """Give the organizations that many who were there are told apart to be from: "100 experts came, from A and B".

    Some of the many are told of by nouns of their own: "Over 50 people attended, with representatives of A and B".
    """
    if not any(are_staff(t) or said(t, "of_several_people") for t in those):
        return []
    beside = clause.of("with") if clause.says("attending") else []
    among = [t for t in beside if not t.ent_type_ and clause.context.is_group(t)]
    return [*(t for t in clause.of("from") if family(t) == "Organization"), *among]


def in_company(clause: Clause) -> list[Token]:
    """Give those with whom somebody was there: "A attended, together with B", "A was present along with teams of B"."""
    beside = (c for c in clause.verb.children if c.dep_ == "prep" and c.i > clause.verb.i)
    found = expanded(t for c in beside for inner in joining(c) for t in inner.children if t.dep_ == "pobj")
    return [t for t in found if family(t) in {"Person", "Organization"} or clause.context.is_group(t)]


def joining(preposition: Token) -> list[Token]:
    """Give the preposition behind which others join somebody: "together | with", "along | with", "alongside"."""
    if said(preposition, "in_company"):
        return [c for c in preposition.children if said(c, "with")]
    joined = said(preposition, "alongside") or any(said(c, "in_company") for c in preposition.children)
    return [preposition] if joined else []


def arriving(clause: Clause) -> list[Token] | None:
    """Read "delegations came from A and B", "they came from A and B", "Two people came from A: B and C"."""
    if not clause.says("coming_in"):
        return None
    sent = [t for t in clause.of("from") if family(t) == "Organization"]
    named = [t for t in clause.agents if family(t) == "Person"]
    if sent and named and any(t.tag_ == "NNS" and not t.ent_type_ for t in clause.agents):
        here = is_of_topic(clause.verb, clause.context) and not clause.of("to", "into", "for") and not clause.is_away
        return [*named, *sent] if here else None
    if any(clause.context.is_group(t) for t in clause.agents):
        return [*clause.agents, *clause.of("from")]
    several = any(said(t, "of_several_people") for t in clause.agents)
    return [t for t in clause.of("from") if family(t) == "Organization"] if several else None


def representing(clause: Clause) -> list[Token] | None:
    """Read "200 scientists, who represented A and B", "A was represented by B, C by D"."""
    if not clause.says("sent_by"):
        return None
    came = bool(clause.agents) and not is_passive(clause.verb)
    if came and any(t.tag_ == "NNS" and clause.context.is_group(t) for t in clause.agents):
        return [t for t in clause.roles["patient"] if family(t) == "Organization"]
    if not clause.roles["by"]:
        sent = [t for t in clause.of("patient") if family(t) == "Organization"] if is_passive(clause.verb) else []
        alone = not any(c.dep_ in {"prep", "agent", "neg"} for c in clause.verb.children)
        some = is_once(clause.verb) and not denies(sent, clause.context.document.lang)
        return clause.of("patient") if sent and alone and some else None  # "A, B and C were represented"
    every = [clause.roles, *gapped(clause.verb)]
    return [t for one in every for role in ("patient", "by") for t in one[role]]


def debating(clause: Clause) -> list[Token] | None:
    """Read "Participants from A, B and C discussed exchanges"."""
    if not clause.says("debating") or clause.of("with", "between") or is_passive(clause.verb):
        return None
    return (is_amid(clause.verb, clause.context) and together(clause)) or None


def together(clause: Clause) -> list[Token]:
    """Give the nouns for people of several organizations who did something here, once: not "the deans of A"."""
    verb, context = clause.verb, clause.context
    if not is_once(verb) or not is_of_topic(verb, context) or any(said(c, "from_afar") for c in verb.children):
        return []
    if any(t.ent_type_ or is_of(t, "homes") for r in words(verb.lang_, "at_what") for t in clause.of(r)):
        return []
    people = [t for t in clause.agents if t.tag_ == "NNS" and not t.ent_type_]
    sent_by = {m.entity for t in people for m in context.things(t) or senders(t, context)}
    return people if len(sent_by) > 1 else []


def gathering(clause: Clause) -> list[Token] | None:
    """Read "Scholars of A, of B and of C met in the old building"."""
    if not clause.says("gathering") or clause.told or clause.of("with"):
        return None
    return together(clause) or None
