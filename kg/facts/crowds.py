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


def sending(clause: Clause) -> list[Token] | None:
    """Read "X sent a team", "a team was sent by X"."""
    sent = clause.told if clause.roles["by"] else clause.objects
    given = any(c.dep_ == "dobj" and not c.ent_type_ and not is_of(c, "known_groups") for c in clause.verb.children)
    if given or not clause.says("sending") or not any(is_of(o, "known_groups") or family(o) == "Person" for o in sent):
        return None
    return [*clause.agents, *(t for t in expanded(clause.objects) if family(t) == "Person")]


def arriving(clause: Clause) -> list[Token] | None:
    """Read "delegations came from A and B", "they came from A and B"."""
    if not clause.says("coming_in"):
        return None
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
