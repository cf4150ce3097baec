"""Frames applied to a parse: each verb or noun that names an act gives the facts of its frames."""

from __future__ import annotations

import re

from spacy.tokens import Token

from kg.facts.agreements import (
    PAIR,
    agreed,
    apply_counted,
    apply_each,
    came_of_it,
    implied_parties,
    kept,
    of_theirs,
    only_counts,
    outlook,
    place_of,
)
from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import Roles, gapped, is_passive, said_of
from kg.facts.context import Context
from kg.facts.copulas import copula_roles, leads_on
from kg.facts.fillers import fill
from kg.facts.foundings import is_term
from kg.facts.frames import Frame, Template, frames
from kg.facts.headlined import headline_roles, is_headline_verb
from kg.facts.honours import honours_told
from kg.facts.labels import roles_told
from kg.facts.nominals import noun_roles
from kg.facts.openers import without_openers
from kg.facts.partisans import is_mission
from kg.facts.partners import without_further, works_with_others
from kg.facts.presence import at_event, attended, opened, quoted
from kg.facts.status import awaits, denies, is_elected, is_possible, status
from kg.facts.throngs import are_crowd, is_gathering, said_to_host
from kg.facts.trips import goals, is_from_afar, is_of_things, lives_there
from kg.facts.venues import venues
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status

_TO_COME = frozenset({"organized", "locatedIn"})  # of an event, by who is made its host
_DATED = frozenset({"signed", "participatedIn", "organized", "locatedIn"})


def acts(
    token: Token, context: Context, builder: Builder, represented: dict[str, list[str]], only: str | None = None
) -> None:
    """Apply the frames that a token names; only those for a property, where one is given."""
    table = frames(context.document.lang)
    lemma = token.lemma_.lower()
    if token.ent_type_:
        return
    if is_headline_verb(token):
        for frame in (f for f in table.by_verb.get(lemma, ()) if only is None or f.facts[0].property == only):
            _apply(frame, token, headline_roles(token), context, builder, represented)
    elif token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}) or _has_clause(token):
        particle = next((child.lower_ for child in token.children if child.dep_ == "prt"), None)
        beside = next((child.lower_ for child in token.children if said(child, "particles")), None)
        found = table.by_verb.get(f"{lemma} {particle}" if particle else lemma, ())
        found = table.by_verb.get(f"{lemma} {beside}", found)
        wanted = [f for f in found if only is None or f.facts[0].property == only]
        if not wanted and only is not None:
            return
        own = verb_roles(token)
        if not any(family(t) == "Place" for t in own["in"]):
            own["in"] += context.here(token)
        told = [own, *gapped(token)] if wanted else []
        for frame in wanted:
            for roles in told:
                _apply(frame, token, roles, context, builder, represented)
        if only is None:
            at_event(token, own, context, builder)
            opened(token, own, context, builder)
            attended(token, own, context, builder)
            quoted(token, own, context, builder)
            venues(token, own, context, builder)
            roles_told(token, own, context, builder)
            honours_told(token, own, context, builder)
    elif token.pos_ in {"NOUN", "PROPN", "ADJ"} and not leads_on(token):
        named = [*table.by_noun.get(lemma, ())]
        for child in token.children:
            if child.dep_ in {"compound", "amod"} and not child.ent_type_:
                named += table.by_noun.get(f"{child.lower_} {lemma}", ())  # "a video call"
        for frame in (f for f in named if only is None or f.facts[0].property == only):
            roles = kept(token, noun_roles(token), context) | {"self": [token], "state": _as_state(token)}
            _apply(frame, token, roles, context, builder, represented)
        titles = [*table.by_copula.get(lemma, ())]
        for child in token.children:
            if child.dep_ == "compound" and not child.ent_type_:
                titles += table.by_copula.get(f"{child.lower_} {lemma}", ())  # "a member unit"
        for frame in (f for f in titles if only is None or f.facts[0].property == only):
            if token.dep_ in {"compound", "amod"}:
                continue  # "its guest editors are A and B"
            roles = copula_roles(token) | {"self": [token]}
            if roles.get("agent"):
                _apply(frame, token, roles, context, builder, represented)


def _as_state(noun: Token) -> list[Token]:
    """Give a bare noun that is said to be there, no act but a state: "there is agreement between A and B"."""
    told = {child.dep_ for child in noun.children} & {"det", "amod", "compound", "poss", "nummod"}
    there = any(child.dep_ == "expl" for child in noun.head.children)
    return [noun] if there and not told and noun.tag_ == "NN" else []


def _has_clause(token: Token) -> bool:
    """Tell whether a word taken for a noun is a verb by what hangs on it: "A and B sign an agreement"."""
    hanging = {child.dep_ for child in token.children}
    return token.pos_ in {"NOUN", "PROPN"} and {"nsubj", "dobj"} <= hanging


def _apply(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    how = _how(frame, predicate, roles, context)
    roles = _narrowed(frame, roles)
    if not _is_meant(frame, predicate, roles, context):
        return
    if frame.objects:
        named = [t for t in roles.get("patient", ()) if t.lemma_.lower() in frame.objects]
        if not named:
            return
        of = [of for t in named for of in noun_roles(t).get("of", ())]  # "copies of the agreement with B"
        others = [t for token in of if not token.ent_type_ for t in noun_roles(token).get("with", ())]
        roles = {**roles, "of": of, "with": [*roles.get("with", ()), *others]}
    if any(not _named_in(role, lemmas, roles) for role, lemmas in frame.needs.items()):
        return
    if "later" in frame.bars:  # "was founded in Moscow and moved to Omsk"
        roles = {**roles, "later": [t for t in predicate.sent if t.pos_ == "VERB" and t.i > predicate.i]}
    if any(_is_barred(t, lemmas) for role, lemmas in frame.bars.items() for t in roles.get(role, ())):
        return
    roles = _with_ends_of_nouns(frame, roles)
    if "whole" in frame.several and len({m.entity for t in roles["whole"] for m in context.things(t)}) < PAIR:
        return
    if frame.beside and not _has_beside(frame, predicate):
        return
    if frame.theirs:
        roles = _of_theirs(frame, roles, context, represented)
    signs = frame.facts[0].property == "signed"
    if signs and len(roles.get("with", ())) > 1:
        roles = {**roles, "with": without_further(roles["with"])}
    counts = signs and only_counts(roles, context)
    if signs and not counts and how is Status.HELD and (is_passive(predicate) or came_of_it(predicate)):
        implied_parties(frame, predicate, roles, context, builder, represented)
    if frame.each is not None and (
        apply_each(frame, predicate, roles, context, builder, how)
        or apply_counted(frame, predicate, roles, context, builder, how)
    ):
        return
    if counts:
        return
    for template in frame.facts:
        if template.property == "visited" and (
            is_from_afar(predicate, roles) or lives_there(predicate) or is_of_things(predicate, roles)
        ):
            continue
        _state(frame, template, predicate, roles, context, builder, represented, how)


def _with_ends_of_nouns(frame: Frame, roles: Roles) -> Roles:
    """Give the roles with what the nouns that a frame needs are of, or lead to: A of "A's campus", "a tour of A"."""
    wholes = any("whole" in template.subject for template in frame.facts)  # "the seat of A is in B"
    leading = any("goal" in template.object for template in frame.facts)  # "the tour of A", "a visit to B"
    if not wholes and not leading:
        return roles
    nouns = [t for role, lemmas in frame.needs.items() for t in _named_in(role, lemmas, roles) if not t.ent_type_]
    if wholes:
        acts_ = frozenset().union(*frame.needs.values())
        owned = [noun_roles(t) for part in nouns for t in (part, *_acts_of(part, acts_))]
        names = ("of", "agent", "for", "between", "with")
        speeches = {t.i for t in nouns} if frame.facts[0].property == "participatedIn" else set()
        found = [t for own in owned for name in names for t in own[name] if not speeches or said_of(t).i in speeches]
        roles = {**roles, "whole": found}
    return {**roles, "goal": [t for trip in nouns for t in goals(trip)]} if leading else roles


def _of_theirs(frame: Frame, roles: Roles, context: Context, represented: dict[str, list[str]]) -> Roles:
    """Leave out the agreements that are of others than those whom a frame takes for their parties."""
    parties: set[str] = set()
    for template in frame.facts:
        found = fill(frame, template.subject, template, 0, roles, context, represented, copula=False)
        parties |= {entity for entity, _ in found}
    names = {name for template in frame.facts for name in template.object}
    return {**roles, **{name: of_theirs(list(roles.get(name, ())), parties, context) for name in names}}


_PAST = {"VBD", "VBN"}


def _is_meant(frame: Frame, predicate: Token, roles: Roles, context: Context) -> bool:
    """Tell whether as many and no others fill the roles as a frame asks for."""
    if not _has_company(frame, roles, context) or (frame.passive and not is_passive(predicate)):
        return False
    if frame.past and predicate.tag_ not in _PAST:
        return False  # "it opens in Omsk next year"
    if any(_is_filled(role, roles, predicate) for role in frame.without):
        return False
    return not frame.filled or any(
        role not in frame.only or context.family(m.entity, frame.only[role])
        for role in frame.filled
        for t in roles.get(role, ())
        for m in context.things(t)
    )


def _is_filled(role: str, roles: Roles, predicate: Token) -> bool:
    """Tell whether a role is filled, if only beside a name ("has the Joint Institute with A") or by no noun."""
    names = [t for t in roles.get("patient", ()) if t.ent_type_]
    beside = [c for t in names for c in t.children if c.dep_ == "prep"]
    beside += [c for c in predicate.children if c.dep_ == "prep" and all(t.dep_ == "amod" for t in c.children)]
    beside += [c for c in predicate.children if c.dep_ == "cc"]
    return bool(roles.get(role)) or any(c.lower_ == role for c in beside)  # "sees the forum as important"


def _named_in(role: str, lemmas: frozenset[str], roles: Roles) -> list[Token]:
    """Give the fillers of a role, or of either of two ("agent|patient"), that are one of some nouns."""
    named = [t for name in role.split("|") for t in roles.get(name, ())]
    return [t for t in named if t.lemma_.lower() in lemmas or _is_with(t, lemmas)]


def _is_with(noun: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a noun is one of some with a preposition of its own, or its number: "a group of four | from A"."""
    own = [*noun.children, *(t for c in noun.children for n in c.children if n.pos_ == "NUM" for t in n.children)]
    return any(f"{noun.lemma_.lower()} {c.lower_}" in lemmas for c in own)


def _acts_of(noun: Token, acts_: frozenset[str]) -> list[Token]:
    """Give the acts that a noun is of, as a frame asks for them: "the history | of cooperation", not "of the staff"."""
    of = [t for c in noun.children if said(c, "of") for t in c.children if t.dep_ == "pobj" and not t.ent_type_]
    return [t for t in of if t.lemma_.lower() in acts_]


def _has_beside(frame: Frame, predicate: Token) -> bool:
    """Tell whether a word that a frame asks for hangs on a predicate, or on its "with": "trained jointly with A"."""
    near = [*predicate.children, *(t for c in predicate.children if said(c, "with") for t in c.children)]
    return any(token.lower_ in frame.beside for token in near)


def _narrowed(frame: Frame, roles: Roles) -> Roles:
    """Leave out what a frame's fields `names` and `marked` refuse."""
    kept = {role: [t for t in roles.get(role, ()) if _is_bare_name(t)] for role in frame.names}
    if frame.marked:
        objects = {role for role in frame.facts[0].object if role in roles}
        kept |= {role: [t for t in roles[role] if _is_marked(t, frame.marked)] for role in objects}
    return {**roles, **kept} if kept else roles


def _is_bare_name(token: Token) -> bool:
    """Tell whether a token is a name to which nothing behind it belongs."""
    return bool(token.ent_type_) and not any(child.dep_ == "case" for child in token.children)


def _is_marked(noun: Token, marks: frozenset[str]) -> bool:
    """Tell whether a noun that is not part of a name has one of some words before it: "a joint programme", "a 2+2"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    named = noun.ent_type_ or any(t.dep_ == "compound" and t.ent_type_ for t in before)
    return not named and any(t.lower_ in marks or _YEARS_HERE_AND_THERE.fullmatch(t.text) for t in before)


_YEARS_HERE_AND_THERE = re.compile(r"\+|\d\+\d")  # of a "2+2" programme


def _is_barred(token: Token, lemmas: frozenset[str]) -> bool:
    """Tell whether a token, or an adjective before it, is one by which a role may not be filled."""
    described = (c for c in token.children if c.dep_ == "amod")
    return any(t.lemma_.lower() in lemmas for t in (token, *described))


def _how(frame: Frame, predicate: Token, roles: Roles, context: Context) -> Status:
    """Give how a clause puts what a frame reads in it: as done, planned, proposed or denied."""
    how = status(predicate)
    asked = predicate.dep_ == "xcomp" and predicate.head.lemma_ in words(predicate.lang_, "asking")
    if how is Status.HELD and asked and frame.facts[0].property == "memberOf":
        how = Status.PLANNED  # "was invited to join the alliance"
    if how is Status.HELD and frame.facts[0].property in _TO_COME and is_elected(predicate):
        how = Status.PLANNED  # "was appointed the organizer of the next forum"
    if how is Status.HELD and frame.status is not None:
        how = frame.status
    if how is Status.HELD and frame.facts[0].property == "established" and is_term(predicate):
        how = Status.PLANNED  # whether it is agreed, the signatures tell
    if how is Status.HELD and frame.facts[0].property == "signed":
        how = outlook(predicate, roles)
    occasions = [t for template in frame.facts for name in template.object for t in roles.get(name, ())]
    if how is Status.HELD and awaits(occasions, predicate):
        how = Status.PLANNED
    comers = [
        t
        for template in frame.facts
        if template.property == "visited"
        for name in template.subject
        for t in roles.get(name, ())
    ]
    if how is Status.HELD and any(is_possible(t) for t in comers):
        how = Status.PLANNED  # "opened its doors for a future delegation"
    if denies((*roles.get("agent", ()), *roles.get("patient", ())), context.document.lang):
        how = Status.DENIED
    return how


def _has_company(frame: Frame, roles: Roles, context: Context) -> bool:
    """Tell whether as many stand in the roles as a frame's fields `alone` and `several` ask for."""
    if any(len(roles.get(role, ())) > 1 for role in frame.alone) and not roles.get("with"):
        return False
    return bool(roles.get("with") and roles.get("agent")) or not any(
        roles.get(role) and len({m.entity for t in roles[role] for m in context.things(t)}) < PAIR
        for role in frame.several
    )


def _state(
    frame: Frame,
    template: Template,
    predicate: Token,
    roles: Roles,
    context: Context,
    builder: Builder,
    represented: dict[str, list[str]],
    how: Status,
) -> None:
    """Add the facts of one template of a frame."""
    evidence = context.sentence(predicate)
    copula = predicate.pos_ != "VERB" and predicate.lemma_.lower() in frame.copula
    subjects = fill(frame, template.subject, template, 0, roles, context, represented, copula=copula)
    objects = fill(frame, template.object, template, 1, roles, context, represented, copula=copula)
    if template.property == "negotiatedWith" and is_passive(predicate) and said_to_host(predicate):
        return  # "The guests were met by A": so far that is a welcome
    if template.property in {"visited", "negotiatedWith"} and are_crowd(predicate, template, roles, subjects, context):
        return  # "A welcomed them": all who were at a forum
    if template.property == "partnerOf":
        subjects, objects = ([e for e in ends if not is_mission(context, e[0])] for ends in (subjects, objects))
    if template.property in {"established", "visited"}:
        # nobody founds himself: "A and B opened the two institutions"; "guests of A and B toured that institute"
        doers = {subject for subject, _ in subjects}
        objects = [(target, sure) for target, sure in objects if target not in doers]
        if template.property == "established" and predicate.lemma_ in words(predicate.lang_, "ceremonial"):
            subjects, objects = without_openers(predicate, subjects, objects, roles, context)
    reported = predicate.lemma_ in words(predicate.lang_, "reporting") and is_passive(predicate)
    if template.property == "participatedIn" and reported:
        return  # "the forum was reported by A": by those who write of it
    if template.property == "participatedIn" and predicate.lemma_ in words(predicate.lang_, "words_at_talks"):
        objects = [(target, sure) for target, sure in objects if not context.is_bare(target)]  # "closing the meeting"
    if template.property == "unitOf":
        if copula and _is_of_two(template, roles):
            return  # "is an institute of A and B"
        objects = objects[:1]  # "A, which is under B, and C": C is one more of the list
    if template.subject == template.object:
        if copula and any(
            context.family(m.entity, ("Organization",)) for t in roles.get("of", ()) for m in context.things(t)
        ):
            return  # "A and B are partners of C": each is C's
        apart = template.property == "partnerOf" and works_with_others(predicate)
        if apart or (copula and predicate.dep_ in {"pobj", "dobj"} and not said(predicate.head, "as")):
            return  # "signed with its partners, A and B"
        # "talks between A and B, C, D" are A's with each; what many do together is a gathering
        if len(subjects) > _MANY or (template.property == "negotiatedWith" and is_gathering(predicate, roles, context)):
            return
        for (one, sure), (other, also) in ((subjects[0], other) for other in subjects[1:]):
            builder.add(one, template.property, other, evidence, frame.id, frame.confidence * min(sure, also), how)
        return
    for subject, sure in subjects:
        for target, also in objects:
            put = agreed(subject, roles, context, how) if template.property == "concerns" else how
            builder.add(subject, template.property, target, evidence, frame.id, frame.confidence * min(sure, also), put)
            for end in (subject, target):
                if template.property in _DATED and not _is_within(predicate, context):
                    builder.date(end, predicate)
                if template.property == "signed" and how is Status.HELD:
                    builder.place(end, place_of(roles, context))


def _is_of_two(template: Template, roles: Roles) -> bool:
    """Tell whether the objects of a template stand right beside each other, joined: "of A and B"."""
    named = [t for name in template.object for t in roles.get(name, ()) if t.ent_type_]
    places = {t.i for t in named}
    return any(said(t.nbor(), "conjunctions") and t.i + 2 in places for t in named if t.i + 2 < len(t.doc))


def _is_within(noun: Token, context: Context) -> bool:
    """Tell whether a noun only says what another agreement belongs to: "an addendum to the agreement was signed"."""
    if noun.dep_ != "pobj" or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    outer = noun.head.head
    return outer.pos_ in {"NOUN", "PROPN"} and any(
        context.family(mention.entity, ("Agreement",)) for mention in context.things(outer)
    )


_MANY = 4  # organizations that speak or work with each other as partners
