"""Frames applied to a parse: each verb or noun that names an act gives the facts of its frames."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import noun_roles, verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import Roles, gapped, is_passive
from kg.facts.context import Context
from kg.facts.frames import Frame, Template, frames
from kg.facts.homes import is_of_itself
from kg.facts.labels import roles_told
from kg.facts.lists import expanded, members
from kg.facts.presence import at_event, attended, opened, quoted, venues
from kg.facts.status import awaits, denies, is_possible, status
from kg.languages.families import family
from kg.languages.lexicon import headline_verbs, said, words
from kg.records import Entity, Mention, Status
from kg.schema import PROPERTIES

_WHERE = ("in", "at")
_DATED = frozenset({"signed", "participatedIn", "organized", "locatedIn"})


def acts(
    token: Token, context: Context, builder: Builder, represented: dict[str, list[str]], only: str | None = None
) -> None:
    """Apply the frames that a token names; only those for a property, where one is given."""
    table = frames(context.document.lang)
    lemma = token.lemma_.lower()
    if token.ent_type_:
        return
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}) or _has_clause(token):
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
    elif _is_headline_verb(token):
        for frame in (f for f in table.by_verb.get(lemma, ()) if only is None or f.facts[0].property == only):
            _apply(frame, token, _headline_roles(token), context, builder, represented)
    elif token.pos_ in {"NOUN", "PROPN", "ADJ"} and not _leads_on(token):
        named = [*table.by_noun.get(lemma, ())]
        for child in token.children:
            if child.dep_ in {"compound", "amod"} and not child.ent_type_:
                named += table.by_noun.get(f"{child.lower_} {lemma}", ())  # "a video call"
        for frame in (f for f in named if only is None or f.facts[0].property == only):
            _apply(frame, token, noun_roles(token) | {"self": [token]}, context, builder, represented)
        for frame in (f for f in table.by_copula.get(lemma, ()) if only is None or f.facts[0].property == only):
            if token.dep_ in {"compound", "amod"}:
                continue  # "its guest editors are A and B"
            roles = _copula_roles(token) | {"self": [token]}
            if roles.get("agent"):
                _apply(frame, token, roles, context, builder, represented)


def _has_clause(token: Token) -> bool:
    """Tell whether a word taken for a noun is a verb by what hangs on it: "A and B sign an agreement"."""
    hanging = {child.dep_ for child in token.children}
    return token.pos_ in {"NOUN", "PROPN"} and {"nsubj", "dobj"} <= hanging


def _is_headline_verb(token: Token) -> bool:
    """Tell whether a word that the tagger takes for a noun is the verb of a headline: "A signs agreement with B"."""
    if token.dep_ != "compound" or token.lower_ not in headline_verbs(token.lang_) or token.i == token.sent.start:
        return False
    verbless = not any(other.pos_ in {"VERB", "AUX"} for other in token.sent)
    return verbless and token.text.islower() and bool(token.nbor(-1).ent_type_)


def _headline_roles(verb: Token) -> Roles:
    """Give the roles around the verb of a headline: the names before it, the noun behind it and what hangs on that."""
    roles = noun_roles(verb.head)
    roles.pop("agent", None)
    return {**roles, "agent": expanded([verb.nbor(-1)]), "patient": expanded([verb.head])}


def _pair_before(noun: Token) -> list[Token]:
    """Give the names that a plural behind them describes: "A and B, delegates of X", not "A, B, delegates of X"."""
    first = noun.left_edge.i
    if first < 3 or noun.doc[first - 1].text != ",":
        return []
    last = noun.doc[first - 2]
    joined = said(noun.doc[first - 3], "conjunctions") and bool(last.ent_type_)
    return [token for token in members(last) if token.i <= last.i] if joined else []


def _leads_on(noun: Token) -> bool:
    """Tell whether a noun only brings in another: "held as part of the forum"."""
    return noun.dep_ == "pobj" and said(noun.head, "as") and noun.lemma_ in words(noun.lang_, "between_prepositions")


def _copula_roles(noun: Token) -> Roles:
    """Give the roles of "X is a partner of Y", "X, a partner of Y", "Y's partner, X"."""
    roles = noun_roles(noun)
    owners = roles.pop("agent", [])
    roles["of"] = [*roles.get("of", []), *owners, *roles.get("compound", [])]
    top = noun
    while top.dep_ == "conj":
        top = top.head
    agent: list[Token] = []
    if top.dep_ in {"attr", "acomp"} and top.head.lemma_ in words(noun.lang_, "link"):
        verb = verb_roles(top.head)
        agent = verb["agent"]
        behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
        if behind.dep_ == "prep" and behind.head == top.head and not roles.get(behind.lower_):
            roles[behind.lower_] = verb[behind.lower_]  # "became a party to", where parsers hang it on the verb
        if not roles.get("of"):  # "was the venue, on May 5, of the forum"
            roles["of"] = verb["of"]
    elif top.dep_ == "appos" and top.head.ent_type_:
        agent = [top.head] if "Plur" not in noun.morph.get("Number", []) else _pair_before(top)
    elif (
        top.dep_ == "pobj"
        and said(top.head, "of")
        and said(top.head.head, "one")
        and top.head.head.head.lemma_ in words(noun.lang_, "link")
    ):
        agent = verb_roles(top.head.head.head)["agent"]
    elif any(child.dep_ == "appos" and child.ent_type_ for child in noun.children):
        agent = [m for child in noun.children if child.dep_ == "appos" and child.ent_type_ for m in members(child)]
    elif noun.dep_ == "pobj" and said(noun.head, "as") and noun.i > 3 and said(noun.head.nbor(-2), "with"):
        pass  # "will meet, with A as host"
    elif noun.dep_ == "pobj" and said(noun.head, "as") and noun.head.head.pos_ == "VERB" and not _leads_on(noun):
        verb = verb_roles(noun.head.head)
        agent = verb["agent"]
        if verb["patient"] and not roles["of"]:
            # "regards X as a partner": whoever regards is the other side
            agent, roles["of"] = verb["patient"], verb["agent"]
        elif is_passive(noun.head.head):
            agent = verb["patient"]  # "X was accepted as a member of Y"
    return {**roles, "agent": agent}


def _apply(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    how = _how(frame, predicate, roles, context)
    roles = _narrowed(frame, roles)
    if not _has_company(frame, roles, context):
        return
    if (frame.passive and not is_passive(predicate)) or any(roles.get(role) for role in frame.without):
        return
    if frame.filled and not any(context.things(t) for role in frame.filled for t in roles.get(role, ())):
        return
    if frame.objects:
        named = [t for t in roles.get("patient", ()) if t.lemma_.lower() in frame.objects]
        if not named:
            return
        of = [of for t in named for of in noun_roles(t).get("of", ())]  # "copies of the agreement with B"
        others = [t for token in of if not token.ent_type_ for t in noun_roles(token).get("with", ())]
        roles = {**roles, "of": of, "with": [*roles.get("with", ()), *others]}
    if any(not any(t.lemma_.lower() in lemmas for t in roles.get(role, ())) for role, lemmas in frame.needs.items()):
        return
    if any(t.lemma_.lower() in lemmas for role, lemmas in frame.bars.items() for t in roles.get(role, ())):
        return
    if any("whole" in template.subject for template in frame.facts):  # "the seat of A is in B", "A's campus lies in B"
        parts = [t for t in roles.get("agent", ()) if not t.ent_type_ and t.lemma_.lower() in frame.needs["agent"]]
        owned = [noun_roles(t) for t in parts]
        roles = {**roles, "whole": [t for own in owned for name in ("of", "agent") for t in own[name]]}
    if frame.beside and not any(child.lower_ in frame.beside for child in predicate.children):
        return
    if frame.each is not None and (
        _apply_each(frame, predicate, roles, context, builder, how)
        or _apply_counted(frame, predicate, roles, context, builder, how)
    ):
        return
    if frame.facts[0].property == "signed":
        if _only_counts(roles, context):
            return
        if how is Status.HELD and (is_passive(predicate) or _came_of_it(predicate)):
            _implied_parties(frame, predicate, roles, context, builder, represented)
    for template in frame.facts:
        if template.property == "visited" and _is_from_afar(predicate, roles):
            continue
        _state(frame, template, predicate, roles, context, builder, represented, how)


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
    """Tell whether a noun that is not part of a name has one of some words before it: "a joint programme"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    named = noun.ent_type_ or any(t.dep_ == "compound" and t.ent_type_ for t in before)
    return not named and any(t.lower_ in marks for t in before)


def _is_from_afar(predicate: Token, roles: Roles) -> bool:
    """Tell whether a visit is said to be none in person: "a virtual tour", "visited online", "by video link"."""
    lang = predicate.lang_
    journeys = words(lang, "journeys") | words(lang, "walks")
    acts_ = [predicate, *(t for t in roles.get("patient", ()) if t.lemma_ in journeys and not t.ent_type_)]
    if predicate.pos_ in {"NOUN", "PROPN"} and predicate.head.pos_ in {"VERB", "AUX"}:
        acts_.append(predicate.head)  # "the visit took place online"
    beside = [c for act in acts_ for c in act.children]
    behind = [t for c in beside if said(c, "means_of_travel") for t in c.children if t.dep_ == "pobj"]
    described = [c for c in beside if c.dep_ in {"amod", "compound", "advmod", "acomp", "npadvmod", "oprd", "dep"}]
    inside = [c for t in behind if not t.ent_type_ for c in t.children if c.dep_ in {"amod", "compound", "nmod"}]
    return any(t.lower_ in words(lang, "from_afar") and not t.ent_type_ for t in (*described, *behind, *inside))


def _how(frame: Frame, predicate: Token, roles: Roles, context: Context) -> Status:
    """Give how a clause puts what a frame reads in it: as done, planned, proposed or denied."""
    how = status(predicate)
    if how is Status.HELD and frame.status is not None:
        how = frame.status
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
        roles.get(role) and len({m.entity for t in roles[role] for m in context.things(t)}) < _PAIR
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
    subjects = _fill(frame, template.subject, template, 0, roles, context, represented, copula=copula)
    objects = _fill(frame, template.object, template, 1, roles, context, represented, copula=copula)
    if template.property == "established":  # nobody founds himself: "A and B opened the two institutions"
        doers = {subject for subject, _ in subjects}
        objects = [(target, sure) for target, sure in objects if target not in doers]
    if template.property == "unitOf":
        objects = objects[:1]  # "A, which is under B, and C": C is one more of the list
    if template.subject == template.object:
        if copula and any(
            context.family(m.entity, ("Organization",)) for t in roles.get("of", ()) for m in context.things(t)
        ):
            return  # "A and B are partners of C": each is C's
        if copula and predicate.dep_ in {"pobj", "dobj"} and not said(predicate.head, "as"):
            return  # "signed with its partners, A and B"
        # "talks between A and B, C, D" are A's with each; what many do together is a gathering
        if len(subjects) > _MANY:
            return
        for (one, sure), (other, also) in ((subjects[0], other) for other in subjects[1:]):
            builder.add(one, template.property, other, evidence, frame.id, frame.confidence * min(sure, also), how)
        return
    for subject, sure in subjects:
        for target, also in objects:
            put = _agreed(subject, roles, context, how) if template.property == "concerns" else how
            builder.add(subject, template.property, target, evidence, frame.id, frame.confidence * min(sure, also), put)
            for end in (subject, target):
                if template.property in _DATED and not _is_within(predicate, context):
                    builder.date(end, predicate)
                if template.property == "signed" and how is Status.HELD:
                    builder.place(end, _place(roles, context))


def _came_of_it(noun: Token) -> bool:
    """Tell whether a noun of signing tells that it was done: "the talks ended with the signing of a contract"."""
    lang = noun.lang_
    if noun.pos_ == "VERB" or noun.lemma_ not in words(lang, "signings"):
        return False
    top = noun
    while top.dep_ == "conj" or (top is not noun and top.dep_ == "pobj" and said(top.head, "of")):
        top = top.head if top.dep_ == "conj" else top.head.head  # "saw the opening of a centre and the signing of"
    verb = top.head.head if top.dep_ == "pobj" else top.head
    wanted = {"pobj": "ending", "dobj": "seeing", "nsubj": "happen", "nsubjpass": "happen"}.get(top.dep_)
    return wanted is not None and verb.lemma_ in words(lang, wanted) and status(verb) is Status.HELD


def _only_counts(roles: Roles, context: Context) -> bool:
    """Tell whether agreements are only counted, and no two parties named: "has concluded over 60 agreements".

    So are those with many partners: "has agreements with 200 universities".
    """
    if not any(_is_sum(token) for role in ("patient", "with") for token in roles.get(role, ())):
        return False
    parties = [token for role in _PARTIES for token in roles.get(role, ())]
    told = all(token.pos_ in {"PRON", "NOUN"} for token in parties)  # "they have concluded 900 contracts"
    return told or len({m.entity for token in parties for m in context.things(token)}) < _PAIR


def _is_sum(plural: Token) -> bool:
    """Tell whether a plural of agreements counts them up instead of telling of an act: "over 60 agreements"."""
    if plural.tag_ != "NNS":
        return False
    lang = plural.lang_
    numbers = [child for child in plural.children if child.dep_ == "nummod"]
    large = any(n.lower_.isdecimal() and int(n.lower_) > _FEW for n in numbers)
    about = any(said(part, "more_or_less") for n in numbers for part in n.subtree)
    many = any(said(child, "many") for child in plural.children)
    of_many = said(plural.head, "of") and plural.head.head.lemma_ in words(lang, "counts_up")
    return large or about or many or of_many


_FEW = 5  # agreements that two may sign at once


def _is_of_states(agreement: Entity, lang: str) -> bool:
    """Tell whether an agreement is one of states by its name: "China-Russia Friendship Treaty"."""
    states = words(lang, "of_states")
    return any(name.text.lower().startswith(tuple(states)) for name in agreement.names)


def _is_within(noun: Token, context: Context) -> bool:
    """Tell whether a noun only says what another agreement belongs to: "an addendum to the agreement was signed"."""
    if noun.dep_ != "pobj" or noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    outer = noun.head.head
    return outer.pos_ in {"NOUN", "PROPN"} and any(
        context.family(mention.entity, ("Agreement",)) for mention in context.things(outer)
    )


def _agreed(agreement: str, roles: Roles, context: Context, how: Status) -> Status:
    """Give how it is put that an agreement is about something: as the agreement itself, whose aims are yet to come."""
    named = [t for role in ("above", "under", "to") for t in roles.get(role, ())]
    own = [t for t in named if any(m.entity == agreement for m in context.things(t))]
    return status(own[0]) if own and how in {Status.PLANNED, Status.HELD} else how


_MANY = 4  # organizations that speak or work with each other as partners
_PARTIES = ("agent", "with", "between", "by")


def _implied_parties(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    """Read "at the end of the meeting a memorandum was signed": the two that the text is about signed it."""
    named = [m for role in _PARTIES for t in roles.get(role, ()) for m in context.things(t)]
    made = ("patient",) if predicate.pos_ == "VERB" else ("of",)
    objects = _fill(frame, made, frame.facts[0], 1, roles, context, represented, copula=False)
    doers = roles.get("agent", ())
    others = words(predicate.lang_, "counts") | words(predicate.lang_, "no_parties")
    if named or not objects or any(t.lemma_ in others for t in doers):
        return  # "was initialled by experts"
    for party in context.pair(predicate.idx):
        for target, sure in objects:
            if _is_of_states(context.entities[target], predicate.lang_):
                continue  # "the China-Russia Friendship Treaty was signed"
            builder.add(party, "signed", target, context.sentence(predicate), "by-both", 0.65 * sure)
            builder.date(target, predicate)


def _apply_each(frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, how: Status) -> bool:
    """Read "signed A and B with X, C with Y": each object goes with the partner named next behind it."""
    clause = _clause(predicate)
    template = frame.facts[0]
    wanted = PROPERTIES[template.property][1]
    objects = [
        (t, m.entity)
        for t in clause
        for m in context.things(t)
        if context.family(m.entity, wanted) and m.end - 1 >= t.idx and t.dep_ != "poss"
    ]
    partners = [t for t in clause if t.lower_ == frame.each]
    if len({entity for _, entity in objects}) < 2 or not partners:
        return False
    agents = [m for token in roles.get("agent", ()) for m in context.things(token)]
    evidence = context.sentence(predicate)
    for number, (token, entity) in enumerate(objects):
        after = next((p for p in partners if p.i > token.i), None)
        doers = [agents[number]] if _each_his_own(predicate) and len(agents) == len(objects) else agents
        found = [(m.entity, 0.5 + 0.5 * m.score) for m in doers]
        if after is not None:
            until = next((t.i for t, _ in objects if t.i > after.i), clause[-1].i + 1)
            listed = [t for t in clause if after.i < t.i < until and family(t) in {"Organization", "Person"}]
            first = next((t for t in listed if context.things(t)), None)
            with_it = [t for t in members(first) if t.i < until] if first is not None else []
            together = [k for k, (other, _) in enumerate(objects) if other.i == token.i]
            if len(together) == len(with_it):  # "signed agreements with A and B": one with each
                with_it = [with_it[together.index(number)]]
            found += [(m.entity, 0.5 + 0.5 * m.score) for partner in with_it for m in context.things(partner)]
        for subject, sure in found:
            if builder.add(subject, template.property, entity, evidence, frame.id, frame.confidence * sure, how):
                builder.date(entity, predicate)
                if how is Status.HELD:
                    builder.place(entity, _place(roles, context))
    return True


def _apply_counted(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, how: Status
) -> bool:
    """Read "agreements were signed between A and two academies, B and C": one with each of as many as there are."""
    bodies: dict[str, list[Mention]] = {}
    for role in ("agent", "with", "between"):
        told = [m for t in roles.get(role, ()) for m in context.things(t)]
        first = {m.entity: m for m in reversed(told) if context.family(m.entity, ("Organization",))}
        bodies[role] = [m for m in told if first.get(m.entity) is m]
    made = [[m.entity for m in context.things(t) if context.family(m.entity, ("Agreement",))] for t in roles["patient"]]
    agreements = next((entities for entities in made if len(entities) > 1), [])
    each = bodies["with"] or bodies["between"][1:]
    if len(agreements) < _PAIR or len(each) != len(agreements):
        return False
    common = [*bodies["agent"], *bodies["between"][:1]]
    apart = _each_his_own(predicate) and len(common) == len(agreements)
    for number, (agreement, partner) in enumerate(zip(agreements, each, strict=True)):
        for party in (*(common[number : number + 1] if apart else common), partner):
            sure = frame.confidence * (0.5 + 0.5 * party.score)
            if builder.add(party.entity, "signed", agreement, context.sentence(predicate), frame.id, sure, how):
                builder.date(agreement, predicate)
    return True


def _each_his_own(verb: Token) -> bool:
    """Tell whether two lists go together member by member: "A and B signed agreements with C and D, respectively"."""
    return any(said(token, "in_turn") for token in verb.subtree)


_PAIR = 2


def _place(roles: Roles, context: Context) -> str | None:
    """Give the known place that a clause names as its own: "in Harbin A and B signed"; none where it names several."""
    found = {
        mention.entity
        for role in _WHERE
        for token in roles.get(role, ())
        for mention in context.things(token)
        if context.family(mention.entity, ("Place",)) and "/~" not in mention.entity
    }
    return found.pop() if len(found) == 1 else None


def _clause(verb: Token) -> list[Token]:
    """Give the tokens from behind a verb to the next verb coordinated with it, or the end of its sentence."""
    following = [
        (t.left_edge.i if t.dep_ == "advcl" else t.i)
        for t in verb.children
        if t.pos_ == "VERB" and t.i > verb.i
        and (t.dep_ == "conj" or (t.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in t.children)))
    ]  # fmt: skip
    end = min(following, default=verb.sent.end)
    return list(verb.doc[verb.i + 1 : end])


def _fill(
    frame: Frame,
    names: tuple[str, ...],
    template: Template,
    side: int,
    roles: Roles,
    context: Context,
    represented: dict[str, list[str]],
    *,
    copula: bool,
) -> list[tuple[str, float]]:
    """Give the entities of the first role that can be filled, with how sure their mentions are."""
    allowed = PROPERTIES[template.property][side]
    for name in (*names, *(f"{name}?" for name in names)):
        found: dict[str, float] = {}
        for token in roles.get(name, ()):
            if template.property == "memberOf" and side == 1 and context.is_group(token):
                continue  # members of its delegation are no members of an association
            if name in frame.named and (token.pos_ == "PRON" or _means_several(token, context)):
                continue
            makes = said(token, "making") and not token.ent_type_ and template.property in {"established", "concerns"}
            made = noun_roles(token)["of"] if makes else []
            for mention in (m for t in (token, *made) for m in context.things(t)):
                role = name.rstrip("?")
                if template.property == "locatedIn" and side == 0 and context.is_group(token):
                    continue  # where a delegation was is no seat
                if template.property == "holdsPost" and side == 1 and said(token, "several_things"):
                    continue  # "the teams of A and B; they are led by C"
                if template.property == "visited" and side == 1 and _is_gathering(token, context):
                    continue  # "came to it": to the forum
                meant = _stand_for(frame, role, mention, represented, context)
                if template.property == "visited":
                    meant = meant[:1]  # who receives guests does so at one place
                for entity, sure in meant:
                    fits = context.family(entity, allowed) and (
                        role not in frame.only or context.family(entity, frame.only[role])
                    )
                    if fits:
                        found[entity] = max(sure, found.get(entity, 0.0))
        if found:
            return list(found.items())
    if template.property == "visited" and side == 1:
        return _inside(names, roles, context, allowed)
    if (
        names[0] == "agent"
        and template.property in {"negotiatedWith", "partnerOf"}
        and not roles.get("agent")
        and roles.get("self")
    ):
        # "After talks with X, A signed": A's; "In talks with X, programmes were discussed": the publisher's
        doers = _doers_above(frame, roles["self"][0], context, represented) if roles.get("with") else []
        if doers:
            return doers
        publisher = context.recognised.publisher
        return [(publisher, 0.6)] if publisher in context.entities and is_of_itself(context, publisher) else []
    seals = [t for t in roles.get("patient", ()) if t.lemma_ in words(t.lang_, "signatures")]
    if template.property == "signed" and side == 1 and roles.get("agent") and seals == roles.get("patient", []):
        # "A signed for X", "A put her signature": what was told of in the same sentence or the one before
        instead = [t for name in ("for", "behalf") for t in roles.get(name, ())]
        whom = [m for t in instead for m in context.things(t) if context.family(m.entity, ("Organization",))]
        told = context.last("Agreement", roles["agent"][0].idx)
        near = told is not None and context.distance(told, roles["agent"][0]) <= 1
        return [(told.entity, 0.7)] if (whom or seals) and told is not None and near else []
    if copula and side == 1 and "of" in names and not any(roles.get(name) for name in names):
        # "has been a full member since 2011", "was the host": of what was last told of
        last = context.last(allowed[0], roles["agent"][0].idx) if roles.get("agent") else None
        return (
            [(last.entity, 0.7)]
            if last is not None and template.property in {"memberOf", "organized", "participatedIn"}
            else []
        )
    return []


def _means_several(noun: Token, context: Context) -> bool:
    """Tell whether a common noun means several things told of: "the two universities"."""
    return not noun.ent_type_ and len({m.entity for m in context.things(noun)}) > 1


def _doers_above(
    frame: Frame, noun: Token, context: Context, represented: dict[str, list[str]]
) -> list[tuple[str, float]]:
    """Give the organizations that act in the clause that talks belong to: "following talks with X, A signed"."""
    behind = noun.dep_ == "pobj" or (noun.dep_ == "dobj" and noun.head.dep_ == "prep")
    verb = noun.head if behind else noun
    while verb.pos_ in {"ADP", "SCONJ", "ADV"} or (verb.tag_ == "VBG" and verb.dep_ == "prep"):
        if verb.head.i == verb.i:
            return []
        verb = verb.head
    if verb is noun or verb.pos_ != "VERB" or is_passive(verb):
        return []
    agents = verb_roles(verb)["agent"]
    bodies = [m.entity for t in agents if family(t) == "Organization" for m in context.things(t)]
    if not bodies and "agent" in frame.through:  # "During talks with X, the rector of A said"
        people = [m for t in agents if family(t) == "Person" for m in context.things(t)]
        bodies = [body for m in people for body, _ in _stand_for(frame, "agent", m, represented, context)[:1]]
    return [(body, 0.85) for body in bodies if context.family(body, ("Organization",))]


def _is_gathering(token: Token, context: Context) -> bool:
    """Tell whether a pronoun can mean an event told of, besides other things."""
    return token.pos_ == "PRON" and any(context.family(m.entity, ("Event",)) for m in context.things(token))


def _inside(
    names: tuple[str, ...], roles: Roles, context: Context, allowed: tuple[str, ...]
) -> list[tuple[str, float]]:
    """Give the organizations whose parts are visited: "toured the laboratories of Jilin University"."""
    found: dict[str, float] = {}
    for token in (t for name in names for t in roles.get(name, ()) if not t.ent_type_ and t.pos_ == "NOUN"):
        if token.lemma_ not in words(token.lang_, "premises"):
            continue
        for owner in (*noun_roles(token).get("of", ()), *noun_roles(token).get("at", ()), *noun_roles(token)["agent"]):
            found |= {m.entity: 0.85 for m in context.things(owner) if context.family(m.entity, ("Organization",))}
    return [(entity, sure) for entity, sure in found.items() if context.family(entity, allowed)]


def _stand_for(
    frame: Frame, role: str, mention: Mention, represented: dict[str, list[str]], context: Context
) -> list[tuple[str, float]]:
    sure = 0.5 + 0.5 * mention.score
    if role in frame.through and context.cls(mention.entity) == "Person":
        return [(organization, sure) for organization in represented.get(mention.entity, ())]
    return [(mention.entity, sure)]
