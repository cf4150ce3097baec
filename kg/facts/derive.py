"""What follows from facts already found: who signs, comes or takes part for an organization makes it a party."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.delegations import Delegation, anonymous_visits, owners_of
from kg.facts.frames import frames
from kg.facts.lists import expanded
from kg.facts.rolls import roll
from kg.facts.status import status
from kg.languages.lexicon import has, read, said, words
from kg.records import Evidence, Fact, Lang, Status

_PASSES_ON = {"signed": 0.95, "participatedIn": 0.85, "visited": 0.85}


def derive(context: Context, builder: Builder, represented: dict[str, list[str]], told: tuple[Delegation, ...]) -> None:
    """Add what the facts of people say of those they speak for, and what agreements found.

    Args:
        told: the delegations that the document tells of.
    """
    _stops(context, builder)
    _seen(context, builder)
    _delegations(context, builder, told, represented)
    _parties(context, builder)
    _partnerships(context, builder)
    _creations(context, builder)
    _givers(context, builder)
    _competitors(context, builder)
    _members(context, builder)
    _guests(builder)
    _retract(builder)
    for property, factor in _PASSES_ON.items():
        for fact in [f for f in builder.facts.values() if f.property == property]:
            if fact.rule == "in-delegation":
                continue  # whose delegation it is went there already
            for organization in represented.get(fact.subject, ())[:1]:
                for evidence in fact.evidence:
                    builder.add(
                        organization, property, fact.object, evidence, f"{fact.rule}-for", fact.confidence * factor,
                        fact.status,
                    )  # fmt: skip
    _hosts(context, builder, represented)
    inner = {frozenset((fact.subject, fact.object)) for fact in builder.held("unitOf")}
    for key, fact in list(builder.facts.items()):
        # an office is no partner of its own university
        if fact.property in {"partnerOf", "negotiatedWith"} and frozenset((fact.subject, fact.object)) in inner:
            del builder.facts[key]
        if fact.property == "visited" and fact.object in represented.get(fact.subject, ()):
            del builder.facts[key]  # whoever lectures at home does not travel
    _delegations(context, builder, told, represented)
    _creations(context, builder)


_NEAR = 4  # sentences from the visit that what is said there can be


def _hosts(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Guests and hosts who speak with each other on a visit have talks."""
    talks = [
        (token, speakers)
        for token in context.doc
        if token.pos_ == "VERB"
        and token.lemma_ in words(context.document.lang, "talks")
        and status(token) is Status.HELD
        and (speakers := _speakers(context, token, represented))
    ]
    rounds = [token for token in context.doc if _is_round(token) and status(token) is Status.HELD]
    for fact in builder.held("visited"):
        universities = all(
            context.family(end, ("University", "ResearchOrganization")) for end in (fact.subject, fact.object)
        )
        if not universities:
            continue
        for token, speakers in talks:
            near = min(context.sentences_between(evidence.start, token.idx) for evidence in fact.evidence) <= _NEAR
            if near and speakers & {fact.subject, fact.object}:
                for evidence in (*fact.evidence[:1], context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)
                break
        for token in rounds:  # "the head of the office took part in the talks"
            before = max((e for e in fact.evidence if e.start <= token.idx), default=None)
            here = before is not None and before.end > token.idx and not _is_pointed(token)
            if before is None or (here and not _is_at(context, token, fact.object)):
                continue  # "was received for talks at X, and toured Y"
            if context.sentences_between(before.start, token.idx) <= _NEAR // 2:
                for evidence in (before, context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)


def _is_round(token: Token) -> bool:
    """Tell whether a noun means talks that were told of or are to be guessed: "the talks", but not "talks with X"."""
    lang = token.lang_
    if token.lemma_ not in words(lang, "rounds_of_talks") or token.pos_ != "NOUN":
        return False
    if any(said(child, "party_prepositions") for child in token.children):
        return False
    return _is_pointed(token) or (token.tag_ == "NNS" and token.lemma_ in words(lang, "talks_alone"))


def _is_at(context: Context, talks: Token, host: str) -> bool:
    """Tell whether talks are said to be held at somebody's: "held talks at X"."""
    at = verb_roles(talks.head)["at"] if talks.dep_ == "dobj" and talks.head.pos_ == "VERB" else []
    return any(m.entity == host for t in at for m in context.things(t))


def _is_pointed(noun: Token) -> bool:
    return any(said(child, "the") for child in noun.children)


def _stops(context: Context, builder: Builder) -> None:
    """Travellers were where the text says that they went on to: "The last stop was X", "X was next"."""
    lang = context.document.lang
    for verb in context.doc:
        if verb.lemma_ not in words(lang, "be") | words(lang, "coming_in") or verb.dep_ in {"aux", "auxpass"}:
            continue
        subjects = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
        named = [c for c in subjects if c.ent_type_]
        stop = any(c.lemma_ in words(lang, "stops") and not c.ent_type_ for c in subjects)
        turn = any(said(c, "next_in_turn") and not c.ent_type_ for c in verb.children)
        if not named or not (stop or turn) or status(verb) is not Status.HELD:
            continue
        travellers = _travellers(context, builder, verb)
        for place in (m for t in expanded(named) for m in context.things(t)):
            if not context.family(place.entity, ("Organization", "Place")):
                continue
            for traveller in travellers:
                builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def _seen(context: Context, builder: Builder) -> None:
    """Travellers were where the text says without them that it was visited: "X was visited, too"."""
    lang = context.document.lang
    for verb in context.doc:
        if verb.tag_ != "VBN" or verb.lemma_ not in words(lang, "visiting") or status(verb) is not Status.HELD:
            continue
        roles = verb_roles(verb)
        finite = any(child.dep_ in {"auxpass", "aux"} for child in verb.children)
        ahead = verb.dep_ in {"ROOT", "advmod", "xcomp", "acomp"} or verb.head.lemma_ in words(lang, "be")
        if roles["agent"] or roles["by"] or not (finite or ahead) or verb.dep_ in {"acl", "relcl"}:
            continue
        places = [m for t in roles["patient"] for m in context.things(t)]
        is_link = verb.i + 1 < verb.sent.end and verb.nbor().lemma_ in words(lang, "be")
        if not places and is_link:  # "Also visited were A and B"
            behind = roll(verb.doc[verb.i + 2 : verb.sent.end], context)
            places = [m for t in behind for m in context.things(t)]
        for traveller in _travellers(context, builder, verb):
            for place in (m for m in places if context.family(m.entity, ("Organization", "City"))):
                if place.entity != traveller:
                    builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def _travellers(context: Context, builder: Builder, verb: Token) -> list[str]:
    """Give those whose visit was told of last before a sentence, and close by."""
    before = [(e.start, f) for f in builder.held("visited") for e in f.evidence if e.start < verb.sent.start_char]
    last = max((start for start, _ in before), default=None)
    if last is None or context.sentences_between(last, verb.idx) > _NEAR:
        return []
    return list(dict.fromkeys(f.subject for start, f in before if start == last))


def _speakers(context: Context, verb: Token, represented: dict[str, list[str]]) -> set[str]:
    """Give who speaks, by a verb of talks, and for whom."""
    return {
        organization
        for agent in verb_roles(verb)["agent"]
        for mention in context.things(agent)
        for organization in (mention.entity, *represented.get(mention.entity, ()))
    }


def _parties(context: Context, builder: Builder) -> None:
    """Those who do something together under an agreement are its parties, where nobody else is said to be one.

    "An agreement was signed. Under it, A and B will exchange students."
    """
    lang = context.document.lang
    known = {f.object for f in builder.facts.values() if f.property == "signed"}
    made = {agreement: verb for agreement, verb in _signings(context) if agreement not in known}
    for verb in (t for t in context.doc if t.pos_ == "VERB") if made else ():
        roles = verb_roles(verb)
        under = [
            mention.entity
            for name in sorted(words(lang, "under"))
            for token in roles.get(name, ())
            for mention in context.things(token)
            if mention.entity in made
        ]
        doing = {
            mention.entity: 0.5 + 0.5 * mention.score
            for token in roles["agent"]
            for mention in context.things(token)
            if context.family(mention.entity, ("Organization",))
        }
        for agreement in under if len(doing) > 1 else ():
            for party, sure in doing.items():
                passage = context.sentence(verb)
                how = status(made[agreement])
                builder.add(party, "signed", agreement, passage, "under-agreement", 0.7 * sure, how)
                builder.date(agreement, made[agreement])


def _signings(context: Context) -> Iterator[tuple[str, Token]]:
    """Give the agreements that a passive says were signed, with its verb: "an agreement was signed in Kazan"."""
    if not has(context.document.lang, "frames"):
        return
    table = frames(context.document.lang).by_verb
    for token in context.doc:
        signs = token.pos_ == "VERB" and any(
            template.property == "signed" for frame in table.get(token.lemma_, ()) for template in frame.facts
        )
        if signs and is_passive(token):
            for patient in verb_roles(token)["patient"]:
                for mention in context.things(patient):
                    if context.family(mention.entity, ("Agreement",)):
                        yield mention.entity, token


def _partnerships(context: Context, builder: Builder) -> None:
    """Those who sign a partnership agreement are partners."""
    partnership = words(context.document.lang, "partnership")
    parties: dict[str, list[Fact]] = {}
    for fact in builder.held("signed"):
        label = " ".join(name.text for name in context.entities[fact.object].names).lower()
        if partnership & set(label.split()) and context.family(fact.subject, ("Organization",)):
            parties.setdefault(fact.object, []).append(fact)
    for facts in parties.values():
        for fact in facts[1:]:
            for evidence in fact.evidence:
                builder.add(facts[0].subject, "partnerOf", fact.subject, evidence, "partnership-agreement", 0.7)


def _givers(context: Context, builder: Builder) -> None:
    """Who stands at the beginning of a recognition's name, or owns it, gives it: "the ASRTU Award", "A's medal"."""
    given = {fact.subject for fact in builder.facts.values() if fact.property == "grantedBy"}
    received = dict.fromkeys(fact.object for fact in builder.held("received"))
    for recognition in (one for one in received if one not in given):
        for mention in (m for m in context.recognised.mentions if m.entity == recognition):
            first = context.token(mention.start)
            owner = [first.nbor(-2)] if first.i > 1 and first.nbor(-1).tag_ == "POS" else []
            for token in (*owner, first):
                for giver in context.things(token):
                    if context.family(giver.entity, ("Organization",)):
                        passage = context.sentence(token)
                        builder.add(recognition, "grantedBy", giver.entity, passage, "named-after-giver", 0.8)


_WEAK = frozenset({"agreement-between", "by-both", "thing-in-place", "agreed-to-create"})
"""Rules that read a fact out of a noun or the context; what the text says of it elsewhere comes first."""


def _competitors(context: Context, builder: Builder) -> None:
    """Whoever takes a place or prize where a contest was told of took part in it."""
    for fact in builder.held("received"):
        for passage in fact.evidence[:1]:
            contest = context.last("Competition", passage.end)
            near = contest is not None and context.sentences_between(contest.start, passage.start) <= _NEAR
            if contest is None or not near or context.entities[fact.object].kind not in _WON:
                continue
            events = [m.entity for m in context.within("Event", contest.start, passage.end)]
            if set(events) <= {contest.entity}:
                builder.add(fact.subject, "participatedIn", contest.entity, passage, "competes", 0.65)


_WON = frozenset({"ranking-place", "award"})


def _guests(builder: Builder) -> None:
    """Take back that a unit is of whoever houses it where it is said whose it is: "the centre of A is located at B"."""
    own = {fact.subject for fact in builder.held("unitOf") if fact.rule != "based-at"}
    for key, fact in list(builder.facts.items()):
        if fact.rule == "based-at" and fact.subject in own:
            del builder.facts[key]


def _retract(builder: Builder) -> None:
    """Take back what is only implied where the text says it is planned or not so: "… but they will not sign it"."""
    for key, fact in list(builder.facts.items()):
        # what is agreed in a signed agreement counts, though it is yet to come
        against = {Status.DENIED} if fact.rule == "agreed-to-create" else set(Status) - {Status.HELD}
        said = any((*key[:3], status) in builder.facts for status in sorted(against))
        if fact.status is Status.HELD and fact.rule in _WEAK and said:
            del builder.facts[key]


def _creations(context: Context, builder: Builder) -> None:
    """Who alone opens an office has it as a unit; who agrees on a joint structure or programme creates it."""
    founders: dict[str, list[Fact]] = {}
    for fact in builder.held("established"):
        founders.setdefault(fact.object, []).append(fact)
    for unit, facts in founders.items():
        if len(facts) == 1 and context.cls(unit) == "OrganizationalUnit":
            fact = facts[0]
            builder.add(unit, "unitOf", fact.subject, fact.evidence[0], "own-unit", fact.confidence * 0.85)
        elif len(facts) == 1:
            _host_too(context, builder, facts[0])
    signed: dict[str, list[Fact]] = {}
    for fact in builder.held("signed"):
        if context.family(fact.subject, ("Organization",)):
            signed.setdefault(fact.object, []).append(fact)
    for fact in builder.held("concerns"):
        if not context.family(fact.object, ("JointStructure", "Programme")) or fact.object in founders:
            continue
        for party in signed.get(fact.subject, ()):
            builder.add(
                party.subject, "established", fact.object, fact.evidence[0], "agreed-to-create", fact.confidence * 0.85
            )
    _agreements_to_create(context, builder, signed)
    _terms(context, builder, signed)


def _terms(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """What the parties of a signed agreement will create by its terms is agreed: "It provides that they will open X".

    Args:
        signed: the signatures of organizations, by agreement.
    """
    lang = context.document.lang
    plans = [
        fact
        for fact in builder.facts.values()
        if fact.property == "established"
        and fact.status is Status.PLANNED
        and context.family(fact.object, ("JointStructure", "Programme"))
    ]
    for created in dict.fromkeys(fact.object for fact in plans):
        facts = [fact for fact in plans if fact.object == created]
        founders = {fact.subject for fact in facts}
        for passage in dict.fromkeys(passage for fact in facts for passage in fact.evidence):
            told = context.within("Agreement", passage.start, passage.end)
            for agreement in dict.fromkeys(m.entity for m in told if _says_terms(context.token(m.end - 1), lang)):
                if len(founders) > 1 and founders <= {fact.subject for fact in signed.get(agreement, ())}:
                    for fact in facts:
                        sure = fact.confidence * 0.85
                        builder.add(fact.subject, "established", created, passage, "agreed-to-create", sure)
                        builder.add(agreement, "concerns", created, passage, "agreed-to-create", sure)


def _says_terms(agreement: Token, lang: Lang) -> bool:
    """Tell whether a sentence gives what an agreement says: "under the agreement", "the document provides that"."""
    above = agreement.head
    under = above.pos_ in {"ADP", "SCONJ"} and bool(
        {above.lower_, above.head.lower_} & words(lang, "under") | {above.head.lower_} & words(lang, "terms")
    )
    return under or (agreement.dep_ == "nsubj" and above.lemma_ in words(lang, "providing"))


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


def _host_too(context: Context, builder: Builder, fact: Fact) -> None:
    """Whose a joint structure is founded it with its partner: "the Confucius Institute at A, set up jointly with B"."""
    passage = fact.evidence[0]
    said = context.text[passage.start : passage.end].lower().replace(",", " ").split()
    homes = [f.object for f in builder.held("unitOf") if f.subject == fact.object and f.object != fact.subject]
    shared = words(context.document.lang, "jointly") & set(said)
    if shared and len(homes) == 1 and context.cls(fact.object) == "JointStructure":
        builder.add(homes[0], "established", fact.object, passage, "host-of-joint", fact.confidence * 0.85)


def _agreements_to_create(context: Context, builder: Builder, signed: dict[str, list[Fact]]) -> None:
    """What several will create is agreed where they then sign an agreement of which no more is said.

    "A and B will build a joint campus. The agreement was signed by their rectors."

    Args:
        signed: the signatures of organizations, by agreement.
    """
    plans: dict[str, list[Fact]] = {}
    for fact in list(builder.facts.values()):
        joint = context.family(fact.object, ("JointStructure", "Programme"))
        if fact.property == "established" and fact.status is Status.PLANNED and joint:
            plans.setdefault(fact.object, []).append(fact)
    about = {fact.subject for fact in builder.held("concerns")}
    for created, facts in plans.items():
        founders = {fact.subject for fact in facts}
        for agreement, signatures in signed.items():
            parties = {fact.subject for fact in signatures}
            follows = any(
                plan.start <= passage.start and context.sentences_between(plan.start, passage.start) <= 1
                for fact in facts
                for plan in fact.evidence
                for signature in signatures
                for passage in signature.evidence
            )
            bare = all(" " not in name.text for name in context.entities[agreement].names)
            if len(founders) > 1 and founders == parties and follows and bare and agreement not in about:
                for fact in facts:
                    sure = fact.confidence * 0.85
                    for passage in (*fact.evidence, *signatures[0].evidence[:1]):
                        builder.add(fact.subject, "established", created, passage, "agreed-to-create", sure)
                        builder.add(agreement, "concerns", created, passage, "agreed-to-create", sure)


def _delegations(
    context: Context, builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]
) -> None:
    """Those who head or make up a delegation went where it went, and were where it was."""
    alone = [delegation for delegation in told if delegation.head is None]
    for place, evidence in anonymous_visits(context) if alone else ():
        for delegation in alone:
            for member, passage in delegation.members:
                if _takes_up(context, delegation, evidence, passage):
                    for one in (evidence, passage):
                        builder.add(member, "visited", place, one, "anonymous-delegation", 0.65)
    for fact in [*builder.held("visited"), *builder.held("participatedIn")]:
        for delegation in told:
            accompanied = fact.subject == delegation.head
            if not accompanied and (fact.subject not in delegation.owners or not _acted(context, fact, fact.subject)):
                continue
            if accompanied and not _is_near(context, fact, delegation):
                continue
            for member, evidence in delegation.members:
                if fact.object in represented.get(member, ()) and fact.property == "visited":
                    continue  # "the guests were accompanied by A", of the hosts
                for passage in (*fact.evidence, evidence):
                    builder.add(member, fact.property, fact.object, passage, "in-delegation", fact.confidence * 0.95)


def _takes_up(context: Context, delegation: Delegation, visit: Evidence, passage: Evidence) -> bool:
    """Tell whether it says who was on a delegation of which only the visit was told: "The delegation was headed by"."""
    away = context.sentences_between(visit.start, passage.start)
    if not delegation.owners:
        return away <= _NEAR
    again = context.token(passage.start)
    return away == 1 and passage.start > visit.start and said(again, "the")


def _is_near(context: Context, fact: Fact, delegation: Delegation) -> bool:
    """Tell whether somebody's company is told of close to what somebody did."""
    starts = [start for start, _ in delegation.passages]
    return any(context.sentences_between(e.start, start) <= _NEAR for e in fact.evidence for start in starts)


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
