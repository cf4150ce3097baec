"""What follows from facts already found: who signs, comes or takes part for an organization makes it a party."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.agreements import PAIR
from kg.facts.arrivals import invited, received_there
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.creations import creations, parties
from kg.facts.itineraries import itineraries, routes, spent, stops, ways
from kg.facts.nominals import noun_roles
from kg.facts.parties import Delegation
from kg.facts.talking import NEAR
from kg.facts.talks import talks
from kg.facts.travels import abroad, calls, sights, travelled_with
from kg.facts.unnamed import unnamed_talks
from kg.languages.kinds import singular
from kg.languages.lexicon import has, read, said, words
from kg.languages.origins import origin
from kg.records import Fact, Status

_PASSES_ON = {"signed": 0.95, "participatedIn": 0.85, "visited": 0.85}


def derive(context: Context, builder: Builder, represented: dict[str, list[str]], told: tuple[Delegation, ...]) -> None:
    """Add what the facts of people say of those they speak for, and what agreements found.

    Args:
        told: the delegations that the document tells of.
    """
    stops(context, builder)
    sights(context, builder)
    itineraries(context, builder)
    routes(context, builder)
    ways(context, builder)
    spent(context, builder)
    abroad(context, builder, represented)
    calls(context, builder, represented)
    invited(context, builder)
    received_there(context, builder, represented)
    _stay_at_home(context, builder)
    travelled_with(context, builder, told, represented)
    parties(context, builder)
    creations(context, builder)
    _givers(context, builder)
    _competitors(context, builder)
    _members(context, builder)
    _guests(builder)
    _retract(builder)
    _seen_there(context, builder)
    for property, factor in _PASSES_ON.items():
        for fact in [f for f in builder.facts.values() if f.property == property]:
            if fact.rule == "in-delegation" and _others_did(context, builder, fact):
                continue  # whose delegation it is went there already
            if property == "visited" and _is_own_story(context, fact):
                continue  # "I was in China in 2018, and it surprised me"
            for organization in represented.get(fact.subject, ())[:1]:
                for evidence in fact.evidence:
                    builder.add(
                        organization, property, fact.object, evidence, f"{fact.rule}-for", fact.confidence * factor,
                        fact.status,
                    )  # fmt: skip
    creations(context, builder)
    _partnerships(context, builder)
    _joint_founders(context, builder)
    talks(context, builder, represented)
    unnamed_talks(context, builder, told, represented)
    inner = {frozenset((fact.subject, fact.object)) for fact in builder.held("unitOf")}
    for key, fact in list(builder.facts.items()):
        # an office is no partner of its own university
        if fact.property in {"partnerOf", "negotiatedWith"} and frozenset((fact.subject, fact.object)) in inner:
            del builder.facts[key]
        if fact.property == "visited" and fact.object in represented.get(fact.subject, ()):
            del builder.facts[key]  # whoever lectures at home does not travel
    travelled_with(context, builder, told, represented)
    _visit_no_home(context, builder)


def _visit_no_home(context: Context, builder: Builder) -> None:
    """Take back that somebody visited the country that he or it is of: "A and B met. They came to Russia"."""
    for key, fact in list(builder.facts.items()):
        if fact.property == "visited" and context.cls(fact.object) == "Country":
            visitor = context.entities[fact.subject]
            person = visitor.cls == "Person"
            home = origin(visitor.names[0].text) if person and visitor.names else context.country(fact.subject)
            if home is not None and home == context.country(fact.object):
                del builder.facts[key]


def _is_own_story(context: Context, fact: Fact) -> bool:
    """Tell whether somebody tells of himself where he was: no word on whose behalf.

    So it is where others tell what he recalled: "She recalled that she had been to China twice".
    """
    mine, passage = words(context.document.lang, "of_oneself"), fact.evidence[0]
    told = context.within("Person", passage.start, passage.end)
    if any(m.entity == fact.subject and context.text[m.start : m.end].lower() in mine for m in told):
        return True
    return any(
        said(aux, "had")
        for t in context.tokens(passage.start, passage.end)
        if t.lemma_ in words(t.lang_, "recalling") and t.pos_ == "VERB"
        for clause in t.children
        if clause.dep_ == "ccomp"
        for aux in clause.children
    )


def _others_did(context: Context, builder: Builder, fact: Fact) -> bool:
    """Tell whether an organization did what a fact says of somebody."""
    alike = (f for f in builder.held(fact.property) if f.object == fact.object)
    return any(context.family(one.subject, ("Organization",)) for one in alike)


def _stay_at_home(context: Context, builder: Builder) -> None:
    """Take back that hosts travelled with their guests: "A called at B. From there they went on to C"."""
    visits = builder.held("visited")
    for key, fact in [(key, fact) for key, fact in builder.facts.items() if fact in visits]:
        passage = fact.evidence[0]
        others = {
            other.subject
            for other in visits
            if other.object == fact.object
            and other.evidence[0].start == passage.start
            and other.subject != fact.subject
        }
        named = any(
            m.source not in _MEANT and passage.start <= m.start < passage.end
            for m in context.recognised.mentions
            if m.entity == fact.subject
        )
        if others and not named and any(v.object == fact.subject and v.subject in others for v in visits):
            del builder.facts[key]


_MEANT = frozenset({"rule"})  # descriptions and pronouns


def _partnerships(context: Context, builder: Builder) -> None:
    """Those who sign a partnership agreement are partners; so are the only two of one on cooperation in general."""
    lang = context.document.lang
    parties: dict[str, list[Fact]] = {}
    for fact in builder.held("signed"):
        if context.family(fact.subject, ("Organization",)):
            parties.setdefault(fact.object, []).append(fact)
    for agreement, facts in parties.items():
        label = {word for name in context.entities[agreement].names for word in name.text.lower().split()}
        partners = bool(words(lang, "partnership") & label)
        general = bool(words(lang, "of_cooperation") & label) and len(facts) == PAIR
        if not partners and (not general or _is_over(agreement, context) or _is_of_more(facts, context)):
            continue  # of many who signed, not all work together
        rule, sure = ("partnership-agreement", 0.7) if partners else ("agreement-partners", 0.6)
        for fact in facts[1:]:
            for evidence in fact.evidence:
                builder.add(facts[0].subject, "partnerOf", fact.subject, evidence, rule, sure)


_PARTNERS = ("Organization", "not OrganizationalUnit", "not JointStructure", "not Association")


def _joint_founders(context: Context, builder: Builder) -> None:
    """Those who together have a programme, or a structure of their own, are partners."""
    founders: dict[str, list[Fact]] = {}
    for fact in builder.held("established"):
        if context.family(fact.object, _SHARED) and context.family(fact.subject, _PARTNERS):
            founders.setdefault(fact.object, []).append(fact)
    for facts in founders.values():
        if len(facts) == PAIR and not any(_is_of_each(context.token(e.start).sent) for e in facts[1].evidence):
            for evidence in facts[1].evidence:
                builder.add(facts[0].subject, "partnerOf", facts[1].subject, evidence, "joint-founders", 0.6)


_SHARED = ("Programme", "JointStructure")


def _is_of_each(sentence: Span) -> bool:
    """Tell whether a sentence tells of each for himself: "A and B each opened a programme", not "of each other"."""
    return any(said(t, "each") and not said(t.doc[min(t.i + 1, len(t.doc) - 1)], "other_one") for t in sentence)


def _is_over(agreement: str, context: Context) -> bool:
    """Tell whether the text says of an agreement that it came to an end or is to end something."""
    told = [context.token(m.start).sent for m in context.recognised.mentions if m.entity == agreement]
    return any(said(t, "lapsing") or t.lemma_ in words(t.lang_, "lapsing") for sentence in told for t in sentence)


def _is_of_more(facts: list[Fact], context: Context) -> bool:
    """Tell whether a sentence that says who signed speaks of others besides: "30 universities, including A and B"."""
    for passage in (passage for fact in facts for passage in fact.evidence):
        for token in context.tokens(passage.start, passage.end):
            bodies = token.tag_ == "NNS" and token.lemma_ in words(token.lang_, "bearers")
            counted = [c for c in token.children if c.dep_ == "nummod" and not said(c, "two")]
            if said(token, "signed_by_more") or (bodies and counted):
                return True
    return False


def _givers(context: Context, builder: Builder) -> None:
    """Whoever a recognition's name begins with or is of, or who owns it, gives it: "the ASRTU Award", "A's medal"."""
    given = {fact.subject for fact in builder.facts.values() if fact.property == "grantedBy"}
    received = dict.fromkeys(fact.object for fact in builder.held("received"))
    for recognition in (one for one in received if one not in given):
        for mention in (m for m in context.recognised.mentions if m.entity == recognition):
            first = context.token(mention.start)
            owner = [first.nbor(-2)] if first.i > 1 and first.nbor(-1).tag_ == "POS" else []
            roles = noun_roles(context.token(mention.end - 1))
            merits = [t for t in roles.get("for", ()) if _is_merit(t)]
            titles = [t for t in (*roles.get("of", ()), *merits) if not t.ent_type_]
            # "certificate of professor of X", "Medal for Merit of X"
            whose = [t for title in titles for t in noun_roles(title).get("of", ())]
            owner += [t for t in whose if not said(t.doc[min(t.i + 1, len(t.doc) - 1)], "given_by")]
            for token in (*owner, first):
                for giver in context.things(token):
                    if context.family(giver.entity, ("Organization",)):
                        passage = context.sentence(token)
                        builder.add(recognition, "grantedBy", giver.entity, passage, "named-after-giver", 0.8)


def _competitors(context: Context, builder: Builder) -> None:
    """Whoever takes a place or prize where a contest was told of took part in it."""
    for fact in builder.held("received"):
        for passage in fact.evidence[:1]:
            contest = context.last("Competition", passage.end)
            near = contest is not None and context.sentences_between(contest.start, passage.start) <= NEAR
            if contest is None or not near or context.entities[fact.object].kind not in _WON:
                continue
            events = [m.entity for m in context.within("Event", contest.start, passage.end)]
            if set(events) <= {contest.entity}:
                builder.add(fact.subject, "participatedIn", contest.entity, passage, "competes", 0.65)


_WON = frozenset({"ranking-place", "award"})


def _guests(builder: Builder) -> None:
    """Take back that a unit is of whoever houses it where it is said whose it is: "the centre of A is located at B"."""
    own = {fact.subject for fact in builder.held("unitOf") if fact.rule not in _HOUSED}
    for key, fact in list(builder.facts.items()):
        if fact.rule in _HOUSED and fact.subject in own:
            del builder.facts[key]


_HOUSED = frozenset({"based-at", "opens-at", "opens-doors-at", "has-unit"})


_WEAK = frozenset({"agreement-between", "by-both", "thing-in-place", "agreed-to-create"})
"""Rules that read a fact out of a noun or the context; what the text says of it elsewhere comes first."""


def _retract(builder: Builder) -> None:
    """Take back what is only implied where the text says it is planned or not so: "… but they will not sign it"."""
    for key, fact in list(builder.facts.items()):
        # what is agreed in a signed agreement counts, though it is yet to come
        # what somebody says was signed was, though it is to be signed anew
        settled = fact.rule in {"agreed-to-create", "by-both"}
        against = {Status.DENIED} if settled else set(Status) - {Status.HELD}
        said = any((*key[:3], status) in builder.facts for status in sorted(against))
        if fact.status is Status.HELD and fact.rule in _WEAK and said:
            del builder.facts[key]


def _members(context: Context, builder: Builder) -> None:
    """Whom the council of an association admits is a member of the association."""
    wholes = {fact.subject: fact.object for fact in builder.held("unitOf")}
    bodies = set(read(context.document.lang, "posts")["bodies"]) if has(context.document.lang, "posts") else set()

    def inner(body: str) -> bool:
        return all(name.text.lower().split()[-1] in bodies for name in context.entities[body].names)

    for key, fact in list(builder.facts.items()):
        if fact.property != "memberOf" or not inner(fact.object):
            continue
        before = context.within("Association", 0, fact.evidence[0].start)
        told = [m.entity for m in before if m.entity != fact.object and not inner(m.entity)]
        whole = wholes.get(fact.object) or (told[-1] if told else None)
        if whole is not None:
            del builder.facts[key]
            builder.add(fact.subject, "memberOf", whole, fact.evidence[0], fact.rule, fact.confidence, fact.status)


def _seen_there(context: Context, builder: Builder) -> None:
    """Add that known bodies are in their city where a sentence tells of visits to both: "went to Kazan and saw X"."""
    visits = builder.held("visited")
    been = {(fact.object, evidence.start) for fact in visits for evidence in fact.evidence}
    for fact in visits:
        entry = context.registry.get(fact.object)
        if entry is None or entry.city is None or not context.family(fact.object, ("Organization",)):
            continue
        for evidence in fact.evidence:
            if (entry.city, evidence.start) in been:
                builder.add(fact.object, "locatedIn", entry.city, evidence, "visited-in-city", 0.6)


def _is_merit(noun: Token) -> bool:
    """Tell whether a noun is of what is honoured at an organization: not "the Prize for Young Students of X"."""
    return noun.text.istitle() and singular(noun.lower_) in words(noun.lang_, "merits")
