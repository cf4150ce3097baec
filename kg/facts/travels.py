"""Where people and organizations went by what else is told of their journey and of their delegation."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.compositions import composed
from kg.facts.context import Context
from kg.facts.delegations import anonymous_visits
from kg.facts.itineraries import GOING, travellers
from kg.facts.lists import expanded
from kg.facts.nominals import noun_roles
from kg.facts.parties import Delegation, owners_of
from kg.facts.rolls import roll
from kg.facts.status import status
from kg.facts.talking import NEAR
from kg.languages.lexicon import said, words
from kg.records import Evidence, Fact, Status


def sights(context: Context, builder: Builder) -> None:
    """Travellers were where the text says without them that it was visited: "X was visited, too"."""
    lang = context.document.lang
    for verb in context.every:
        if verb.lemma_ not in words(lang, "visiting"):
            continue
        # of "visited next", only the clause around it tells whether it is to come
        if status(verb.head if _is_aside(verb) else verb) is not Status.HELD:
            continue
        roles = verb_roles(verb)
        finite = any(child.dep_ in {"auxpass", "aux"} for child in verb.children)
        ahead = verb.dep_ in {"ROOT", "advmod", "xcomp", "acomp"} or verb.head.lemma_ in words(lang, "be")
        if _is_aside(verb):
            finite, roles = True, verb_roles(verb) | {"agent": [], "patient": [verb.nbor(-2)]}
        elif verb.tag_ != "VBN" or verb.dep_ in {"acl", "relcl"}:
            continue
        if roles["agent"] or roles["by"] or not (finite or ahead):
            continue
        places = [m for t in roles["patient"] for m in context.things(t)]
        is_link = verb.i + 1 < verb.sent.end and verb.nbor().lemma_ in words(lang, "be")
        if not places and is_link:  # "Also visited were A and B"
            behind = roll(verb.doc[verb.i + 2 : verb.sent.end], context)
            places = [m for t in behind for m in context.things(t)]
        for traveller in travellers(context, builder, verb):
            for place in (m for m in places if context.family(m.entity, ("Organization", "City"))):
                if place.entity != traveller:
                    builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def _is_aside(verb: Token) -> bool:
    """Tell whether a participle tells of the name before it when it was visited: "At X, visited next, A spoke"."""
    if verb.i - 2 < verb.sent.start or verb.nbor(-1).text != "," or not verb.nbor(-2).ent_type_:
        return False
    after = verb.doc[verb.i + 1 : verb.i + 2]
    return any(said(t, "next_in_turn") for t in after) and not any(c.dep_ == "agent" for c in verb.children)


def calls(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Who travels abroad was at the bodies of that country at which they act or with whose heads they meet."""
    lang = context.document.lang
    went: dict[str, list[tuple[int, str]]] = {}
    for fact in builder.held("visited"):
        land = context.country(fact.object)
        homes = {context.country(one) for one in (fact.subject, *represented.get(fact.subject, ()))}
        if land is not None and land not in homes and homes - {None} and context.family(fact.object, ("Place",)):
            went.setdefault(fact.subject, []).extend((e.end, land) for e in fact.evidence)
    if not went:
        return
    for verb in context.every:
        if verb.pos_ not in {"VERB", "AUX"} or status(verb) is not Status.HELD:
            continue
        roles = verb_roles(verb)
        hosts = [*roles["at"]]
        if verb.lemma_ in words(lang, "meeting"):  # "met with those who lead X"
            led = [c for t in (*roles["with"], *roles["patient"]) for c in t.children if c.dep_ == "relcl"]
            hosts += [t for c in led if c.lemma_ in words(lang, "heading") for t in verb_roles(c)["patient"]]
        held = verb.lemma_ in words(lang, "taking_place") and any(
            t.lemma_ in words(lang, "meetings") and not t.ent_type_ for t in roles["patient"]
        )
        if held and not roles["agent"]:  # "Talks were held with X"
            hosts += roles["with"]
            going = [one for one in travellers(context, builder, verb) if one in went]
        else:
            going = [m.entity for t in roles["agent"] for m in context.things(t) if m.entity in went]
        for host in (m for t in expanded(hosts) for m in context.things(t)) if going else ():
            if not context.family(host.entity, _HOSTS):
                continue
            for traveller in going:
                lands = {land for end, land in went[traveller] if end <= verb.sent.start_char}
                own = (traveller, *represented.get(traveller, ()))
                if lands and host.entity not in own and context.country(host.entity) in lands | {None}:
                    builder.add(traveller, "visited", host.entity, context.sentence(verb), "during-visit", 0.65)


_HOSTS = ("University", "ResearchOrganization", "Company", "InnovationHub", "GovernmentBody")


def abroad(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Who acts during a visit to another country than the own made it: "During the visit to China, Rector A signed".

    Who acts before it, after it or instead of it may not have made it.
    """
    lang = context.document.lang
    for noun in context.every:
        if noun.ent_type_ or noun.lemma_ not in words(lang, "journeys") or not _is_during(noun):
            continue
        roles = noun_roles(noun)
        if any(roles[name] for name in ("agent", "of", "from", "by", "with")) or status(noun) is not Status.HELD:
            continue
        clause = noun
        while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i:
            clause = clause.head
        if clause.pos_ != "VERB" or status(clause) is not Status.HELD:
            continue
        if noun.head.i > clause.i and not said(noun.head, "of") and not said(noun.head, "throughout"):
            continue  # "insisted on a visit to China"
        there = [m.entity for t in (*roles["to"], *roles["in"]) for m in context.things(t)]
        places = [e for e in there if context.family(e, ("Country", "City"))]
        for traveller in (m.entity for t in verb_roles(clause)["agent"] for m in context.things(t)):
            homes = {context.country(one) for one in (traveller, *represented.get(traveller, ()))} - {None}
            for place in places:
                lies = context.country(place)
                if homes and lies is not None and lies not in homes and context.family(traveller, GOING):
                    builder.add(traveller, "visited", place, context.sentence(noun), "during-visit", 0.65)


def _is_during(noun: Token) -> bool:
    """Tell whether a noun is what something is done during: "during the visit", "in the course of the visit"."""
    if noun.dep_ != "pobj":
        return False
    course = noun.head.head
    if said(noun.head, "of") and said(course, "course_of"):
        return course.dep_ == "pobj" and said(course.head, "while_of")
    return said(noun.head, "while")


def travelled_with(
    context: Context, builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]
) -> None:
    """Those who head or make up a delegation went where it went, and were where it was."""
    alone = [one for one in told if one.head is None and one.travels and not one.near]
    visits = list(anonymous_visits(context))
    _named_later(context, builder, visits)
    composed(context, builder, visits)
    once = len({place for place, _ in visits}) == 1
    for place, evidence in visits:
        for delegation in alone:
            for member, passage in delegation.members:
                if _takes_up(context, delegation, evidence, passage, once=once):
                    for one in (evidence, passage):
                        builder.add(member, "visited", place, one, "anonymous-delegation", 0.65)
    planned = {e.start for f in builder.facts.values() if f.property == "visited" for e in f.evidence
               if f.status is Status.PLANNED}  # fmt: skip
    for fact in [*builder.held("visited"), *builder.held("participatedIn")]:
        if fact.property == "visited" and _is_look_in(context, builder, fact):
            continue
        said_here = {e.start for e in fact.evidence}
        for delegation in (one for one in told if one.travels):
            accompanied = fact.subject == delegation.head
            if not accompanied and (fact.subject not in delegation.owners or not _acted(context, fact, fact.subject)):
                continue
            if (accompanied or delegation.near or fact.property != "visited") and not _is_near(
                context, fact, delegation
            ):
                continue
            for member, evidence in delegation.members:
                if fact.object in represented.get(member, ()) and fact.property == "visited":
                    continue  # "the guests were accompanied by A", of the hosts
                if evidence.start in planned - said_here:
                    continue  # "A delegation headed by A will visit X"
                for passage in (*fact.evidence, evidence):
                    builder.add(member, fact.property, fact.object, passage, "in-delegation", fact.confidence * 0.95)


def _is_look_in(context: Context, builder: Builder, fact: Fact) -> bool:
    """Tell whether guests only looked in at a part of the house they came to: it is told of the group alone."""
    if not context.family(fact.object, ("OrganizationalUnit", "JointStructure")):
        return False
    wholes = {one.object for one in builder.held("unitOf") if one.subject == fact.object}
    been = {one.object for one in builder.held("visited") if one.subject == fact.subject}
    return not wholes or bool(wholes & been)


def _named_later(context: Context, builder: Builder, visits: list[tuple[str, Evidence]]) -> None:
    """Guests of whom it is said just behind whose they are were where they came: "The guests from X were glad"."""
    for place, evidence in visits:
        after = [t for t in context.every if t.idx >= evidence.end and not t.is_space]
        for group in after:
            away = context.sentences_between(evidence.start, group.idx)
            if away > NEAR // 2:
                break
            known = context.is_group(group) and group.lemma_ in words(group.lang_, "known_groups")
            if not known or not any(said(c, "the") for c in group.children):
                continue
            behind = {m.entity for name in ("of", "from") for t in noun_roles(group)[name] for m in context.things(t)}
            owners = [o for o in owners_of(context, [group]) if o in behind]
            home = context.country(place)
            hosts_ = {place, context.recognised.publisher}
            foreign = [o for o in owners if o not in hosts_ and (home is None or context.country(o) != home)]
            for owner in foreign:
                for one in (evidence, context.sentence(group)):
                    builder.add(owner, "visited", place, one, "anonymous-delegation", 0.7)
            if owners:
                break


def _takes_up(
    context: Context, delegation: Delegation, visit: Evidence, passage: Evidence, *, once: bool = False
) -> bool:
    """Tell whether it says who was on a delegation of which only the visit was told: "The delegation was headed by"."""
    away = context.sentences_between(visit.start, passage.start)
    if not delegation.owners:
        anew = (
            once
            and passage.start > visit.start
            and any(
                context.is_group(t) and any(said(c, "the") for c in t.children)
                for t in context.tokens(passage.start, passage.end)
            )
        )
        return away <= NEAR or anew
    again = context.token(passage.start)
    return away == 1 and passage.start > visit.start and said(again, "the")


def _is_near(context: Context, fact: Fact, delegation: Delegation) -> bool:
    """Tell whether somebody's company is told of close to what somebody did."""
    starts = [start for start, _ in delegation.passages]
    return any(context.sentences_between(e.start, start) <= NEAR for e in fact.evidence for start in starts)


def spokesmen(builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]) -> None:
    """Whoever heads or makes up a delegation of one organization, and is not said to be of another, speaks for it."""
    for delegation in told:
        if len(delegation.owners) != 1 or not delegation.speaks:
            continue
        owner = delegation.owners[0]
        for member, evidence in delegation.members:
            if not represented.get(member) and builder.add(member, "represents", owner, evidence, "in-delegation", 0.7):
                represented[member].append(owner)


def _acted(context: Context, fact: Fact, owner: str) -> bool:
    """Tell whether a fact of an organization was said of its delegation; any visit is."""
    if fact.property == "visited":
        return True
    return any(
        owner in owners_of(context, [token])
        for passage in fact.evidence
        for token in context.tokens(passage.start, passage.end)
    )
