"""Where travellers were by who asked them and where they are told to have met with somebody.

"Invited by A, a delegation of B was in Russia": it was at A. "B made a trip to Russia. At A the guests talked with the
rector", "At A exchanges were the topic of the conversation": it was at A, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.itineraries import travellers
from kg.facts.lists import members
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Fact, Mention, Status

_HOSTS = ("University", "ResearchOrganization", "Company", "InnovationHub", "OrganizationalUnit", "JointStructure")
_ACTING = ("Organization", "Person")
_ASKING = ("University", "ResearchOrganization")


def invited(context: Context, builder: Builder) -> None:
    """Who came to a country or city because a university there asked for it was at that university."""
    for fact in builder.held("visited"):
        if not context.family(fact.object, ("Place",)):
            continue
        for passage in fact.evidence:
            for host in _inviting(context.tokens(passage.start, passage.end), context):
                if _lies_there(context, host.entity, fact) and host.entity != fact.subject:
                    builder.add(fact.subject, "visited", host.entity, passage, "during-visit", 0.65)


def _inviting(tokens: list[Token], context: Context) -> Iterator[Mention]:
    """Give who asked somebody to come: "at the invitation of A", "invited by A"."""
    for token in tokens:
        by: list[Token] = []
        if token.lemma_ in words(token.lang_, "asked") and token.dep_ == "pobj" and not token.ent_type_:
            by = [t for c in token.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
        elif token.lemma_ in words(token.lang_, "asking") and token.tag_ == "VBN":
            by = [t for c in token.children if said(c, "by") for t in c.children if t.dep_ == "pobj"]
        for name in (m for t in by if t.ent_type_ for m in members(t)):
            yield from (m for m in context.things(name) if context.family(m.entity, _ASKING))


def _lies_there(context: Context, host: str, fact: Fact) -> bool:
    """Tell whether an organization can be at the place of a visit, and a visitor can have come to it from elsewhere."""
    land, home = context.country(fact.object), context.country(host)
    entry = context.registry.get(host)
    if context.cls(fact.object) == "City" and entry is not None and entry.city is not None:
        return entry.city == fact.object
    return land is None or home is None or land == home


def received_there(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Travellers were where a sentence about them or about talks begins: "At A the guests spoke with the rector"."""
    if not builder.held("visited"):
        return
    for sentence in context.sents:
        hosts = _opening(sentence, context)
        if not hosts or sentence.root.pos_ not in {"VERB", "AUX"} or status(sentence.root) is not Status.HELD:
            continue
        going = travellers(context, builder, sentence.root)
        own = {one for who in going for one in (who, *represented.get(who, ()))}
        if not going or not _tells_of_them(sentence, context, own):
            continue
        homes = {context.country(one) for one in own} - {None}
        for host in hosts:
            parts = {
                r.object for r in context.recognised.related if r.property == "unitOf" and r.subject == host.entity
            }
            if host.entity in own or parts & own or context.country(host.entity) in homes:
                continue
            for who in going:
                builder.add(who, "visited", host.entity, context.sentence(sentence.root), "during-visit", 0.65)


def _opening(sentence: Span, context: Context) -> list[Mention]:
    """Give the organizations that a sentence begins at: "At A and at B", not "At the forum"."""
    tokens = [t for t in sentence if not t.is_space]
    if len(tokens) < _SHORTEST or not (said(tokens[0], "at") or said(tokens[0], "in_place")):
        return []
    first = next((t for t in tokens[1:3] if t.pos_ != "DET"), tokens[1])
    if family(first) != "Organization":
        return []
    named = [m for m in context.within("Organization", first.idx, first.idx + len(first)) if m.source != "rule"]
    found = [m for m in named if m.start == min(n.start for n in named)][:1]
    return [m for m in found if context.family(m.entity, _HOSTS)]


_SHORTEST = 5


def _tells_of_them(sentence: Span, context: Context, going: set[str]) -> bool:
    """Tell whether a sentence tells of travellers as a group or by name, or of talks without saying whose."""
    root = sentence.root
    if root.tag_ in _PRESENT or any(c.tag_ in _PRESENT and c.dep_ in {"aux", "auxpass"} for c in root.children):
        return False  # "At A the talks are about lasers"
    roles = verb_roles(root)
    actors = [t for name in ("agent", "patient", "by", "dative") for t in roles[name]]
    meant = {m.entity for t in actors for m in context.things(t) if context.family(m.entity, _ACTING)}
    if meant:
        return bool(meant & going)
    if any(said(t, "of_several_people") or (context.is_group(t) and _is_known(t)) for t in actors):
        return True
    if any(c.dep_ == "poss" for t in actors for c in t.children):
        return False  # "At A his book was the topic of a conversation"
    others = any(family(t) in {"Person", "Organization"} or context.is_group(t) for t in actors)
    return not others and any(_are_talks(t, root) for t in sentence)


_PRESENT = {"VBZ", "VBP"}


def _are_talks(noun: Token, root: Token) -> bool:
    """Tell whether a sentence is about talks, and not of somebody told of: not "a meeting of the council"."""
    if noun.ent_type_ or noun.lemma_ not in words(noun.lang_, "meetings"):
        return False
    whose = any(c.dep_ == "prep" and (said(c, "of") or said(c, "with")) for c in noun.children)
    return not whose and (noun.head.i == root.i or noun.head.head.head.i == root.i)


def _is_known(group: Token) -> bool:
    known = group.lemma_ in words(group.lang_, "known_groups")
    return known and any(said(c, "the") for c in group.children)
