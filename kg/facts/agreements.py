"""Agreements: who their parties are where the clause does not name them, one with each partner, mere sums."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import prepositions
from kg.facts.builder import Builder
from kg.facts.clauses import PASSIVE, SUBJECTS, Roles
from kg.facts.context import Context
from kg.facts.fillers import clause_of, fill
from kg.facts.frames import Frame
from kg.facts.lists import members
from kg.facts.status import is_possible, status
from kg.facts.tellers import met_before, met_behind, teller_of
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Entity, Mention, Status
from kg.schema import PROPERTIES

_WHERE = ("in", "at")


def came_of_it(noun: Token) -> bool:
    """Tell whether a noun of signing tells that it was done: "the talks ended with the signing of a contract"."""
    lang = noun.lang_
    if noun.pos_ == "VERB" or noun.lemma_ not in words(lang, "signings"):
        return False
    top = noun
    while top.dep_ == "conj" or (top is not noun and top.dep_ == "pobj" and said(top.head, "of")):
        top = top.head if top.dep_ == "conj" else top.head.head  # "saw the opening of a centre and the signing of"
    if top.dep_ == "pobj" and said(top.head, "lacking"):
        return False  # "ended without the signing of a contract"
    verb = top.head.head if top.dep_ == "pobj" else top.head
    wanted = _TELLING.get(top.dep_, ())
    return any(verb.lemma_ in words(lang, name) for name in wanted) and status(verb) is Status.HELD


_TELLING = {"pobj": ("ending", "sealing"), "dobj": ("seeing",), "nsubj": ("happen", "ending"), "nsubjpass": ("happen",)}


def outlook(noun: Token, roles: Roles) -> Status:
    """Give how it is put that a noun's agreement is made or signed: "to be signed in May", "is in the works".

    Of a verb's, only what hangs on them counts: "has an agreement in the works".
    """
    if noun.pos_ in {"VERB", "AUX"} and noun.tag_ != "VBG":
        objects = roles.get("patient", ())
        # "an agreement with A which awaits signature", wherever parsers hang what A cannot do
        clauses = [c for t in objects for c in t.subtree if c.dep_ == "relcl"]
        unmade = any(_is_in_the_making(t, "still_under") for t in objects) or any(map(_is_unfinished, clauses))
        return Status.PLANNED if unmade else Status.HELD
    lang = noun.lang_
    signed = [c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in words(lang, "of_signatures")]
    signed += [t for t in noun.subtree if t.dep_ in SUBJECTS | PASSIVE and t.lemma_ in words(lang, "signings")]
    if told := next((how for t in signed if (how := status(t)) is not Status.HELD), None):
        return told
    top = noun
    while top.dep_ == "pobj" and said(top.head, "of") and top.head.head.lemma_ in words(lang, "signings"):
        top = top.head.head  # "the signing of | an agreement has been put off"
    verbs = [c for t in {noun, top} for c in t.children if c.dep_ == "relcl"]
    verbs += [top.head] if top.dep_ in SUBJECTS | PASSIVE else []
    if any(_is_put_off(verb) for verb in verbs):
        return Status.DENIED
    unmade = any(_is_unfinished(verb) for verb in verbs) or _is_in_the_making(noun, "still_under")
    return Status.PLANNED if unmade else Status.HELD


def _is_put_off(verb: Token) -> bool:
    """Tell whether a verb says that what it tells of was not done: "has been put off", "fell through"."""
    off = words(verb.lang_, "put_off")
    behind = [verb.nbor().lower_] if verb.i + 1 < len(verb.doc) else []
    behind += [c.lower_ for c in verb.children if c.dep_ == "prt"]
    return verb.lemma_ in off or any(f"{verb.lemma_} {particle}" in off for particle in behind)


def _is_unfinished(verb: Token) -> bool:
    """Tell whether a verb says that an agreement is yet to be made: "is in the works", "awaits signature"."""
    lang = verb.lang_
    wanted = words(lang, "signings") | words(lang, "finishing")
    if verb.lemma_ in words(lang, "awaiting"):
        return any(c.dep_ in {"dobj", "pobj"} and c.lemma_ in wanted for c in verb.children)
    if verb.lemma_ not in words(lang, "staying"):
        return False
    told = any(c.dep_ in {"acomp", "oprd", "amod"} and said(c, "unsigned") for c in verb.children)
    return told or _is_in_the_making(verb, "in_where")


def _is_in_the_making(token: Token, where: str) -> bool:
    """Tell whether what hangs on a token says that something is only being made: "under discussion"."""
    behind = [t for c in token.children if said(c, where) for t in c.children if t.dep_ == "pobj"]
    return any(said(t, "in_the_making") for t in behind)


def only_counts(roles: Roles, context: Context) -> bool:
    """Tell whether agreements are only counted, and no two parties named: "has concluded over 60 agreements".

    So are those with many partners: "has agreements with 200 universities".
    """
    if not any(_is_sum(token) for role in ("patient", "with") for token in roles.get(role, ())):
        return False
    parties = [token for role in _PARTIES for token in roles.get(role, ())]
    told = all(token.pos_ in {"PRON", "NOUN"} for token in parties)  # "they have concluded 900 contracts"
    return told or len({m.entity for token in parties for m in context.things(token)}) < PAIR


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


def agreed(agreement: str, roles: Roles, context: Context, how: Status) -> Status:
    """Give how it is put that an agreement is about something: as the agreement itself, whose aims are yet to come."""
    named = [t for role in ("above", "under", "to") for t in roles.get(role, ())]
    own = [t for t in named if any(m.entity == agreement for m in context.things(t))]
    return status(own[0]) if own and how in {Status.PLANNED, Status.HELD} else how


_PUBLIC = ("GovernmentBody", "Association")
_PARTIES = ("agent", "with", "between", "among", "by")


def implied_parties(
    frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, represented: dict[str, list[str]]
) -> None:
    """Read "at the end of the meeting a memorandum was signed": the two that the text is about signed it."""
    named = [m for role in _PARTIES for t in roles.get(role, ()) for m in context.things(t)]
    made = ("patient",) if predicate.pos_ == "VERB" else ("of",)
    objects = fill(frame, made, frame.facts[0], 1, roles, context, represented, copula=False)
    doers = roles.get("agent", ())
    others = words(predicate.lang_, "counts") | words(predicate.lang_, "no_parties")
    if not objects or any(t.lemma_ in others for t in doers):
        return  # "was initialled by experts"
    if any(t.lemma_ in words(t.lang_, "lands") and not t.ent_type_ and not context.things(t) for t in doers):
        return  # "was signed by the governments of the three countries"
    if any(_is_of_others(t, context) for role in made for t in roles.get(role, ())):
        return  # "a protocol on relations between the two cities was signed"
    pair = context.pair(predicate.idx)
    if predicate.pos_ == "VERB" and not (named or doers or roles.get("with")):
        pair = met_behind(predicate, context) or pair
    if not named and _are_both_others(pair, predicate, context):
        return  # "visited A and B, and agreements were signed": not by the two with each other
    if not named and not pair and predicate.pos_ != "VERB":
        met = met_before(predicate, context)
        teller = teller_of(set(met), predicate, context)
        pair = (*teller, *met) if met and teller else ()  # no fact with one signer alone
    partners = {m.entity for m in named}
    with_them = bool(partners) and not doers and all(m in _company(roles, context) for m in named)
    if partners and not (with_them and partners < set(pair)):
        pair = teller_of(partners, predicate, context) if with_them else ()
    # else … "with the guests": the hosts with them
    if len({context.family(party, _PUBLIC) for party in pair}) > 1:
        return  # a consulate or union beside a university is where both were, no party
    for party in pair:
        for target, sure in objects:
            if _is_of_states(context.entities[target], predicate.lang_):
                continue  # "the China-Russia Friendship Treaty was signed"
            builder.add(party, "signed", target, context.sentence(predicate), "by-both", 0.65 * sure)
            builder.date(target, predicate)


def _are_both_others(pair: tuple[str, ...], predicate: Token, context: Context) -> bool:
    """Tell whether two are named together as those whom a third met: "had talks with A and B", "visited A and B"."""
    tops = []
    for party in pair:
        before = [m for m in context.recognised.mentions if m.entity == party and m.end <= predicate.idx]
        last = max(before, key=lambda m: m.start, default=None)
        tops.append(_joined_to(context.token(last.end - 1)) if last is not None else None)
    if len(tops) != PAIR or tops[0] is None or tops[1] is None or tops[0].i != tops[1].i:
        return False
    top = tops[0]
    seen = words(predicate.lang_, "visiting") | words(predicate.lang_, "calling_at")
    return (top.dep_ == "pobj" and said(top.head, "with")) or (top.dep_ == "dobj" and top.head.lemma_ in seen)


def _company(roles: Roles, context: Context) -> list[Mention]:
    """Give those with whom an agreement is said to be signed."""
    return [m for t in roles.get("with", ()) for m in context.things(t)]


def _is_of_others(agreement: Token, context: Context) -> bool:
    """Tell whether words behind an agreement say between whom it is, and none of them is known."""
    parties = [
        t
        for preposition in agreement.subtree
        if said(preposition, "party_prepositions") and preposition.i > agreement.i
        for t in preposition.children
        if t.dep_ == "pobj" and t.tag_ in {"NNS", "NNPS"} and not said(preposition, "with")
    ]
    return bool(parties) and not any(context.things(t) for t in parties)


def of_theirs(agreements: list[Token], parties: set[str], context: Context) -> list[Token]:
    """Give those of some agreements that may be of some parties: no drafts, none of states, none of others.

    "Cooperation of A and B is governed by the agreement between Russia and China", "by a contract that C signed".
    """
    return [] if len(parties) < PAIR else [t for t in agreements if _is_theirs(t, parties, context)]


def _is_theirs(agreement: Token, parties: set[str], context: Context) -> bool:
    """Tell whether nothing said of an agreement makes it one of others than some parties, or one that is not yet."""
    lang = agreement.lang_
    beside = [c for c in agreement.children if c.dep_ in {"amod", "compound", "nmod"}]
    if is_possible(agreement) or any(said(c, "of_other_parties") for c in beside):
        return False  # "a draft agreement", "an intergovernmental agreement", "an employment contract"
    signings = [c for c in agreement.children if c.dep_ in {"acl", "relcl"}]
    if any(status(verb) is not Status.HELD for verb in signings):
        return False  # "an agreement to be signed in May"
    if any(_is_of_states(context.entities[m.entity], lang) for m in context.things(agreement)):
        return False
    named: set[str] = set()
    for token in (t for t in agreement.subtree if t.i != agreement.i and _is_party(t, agreement)):
        known = {m.entity for m in context.things(token) if context.family(m.entity, _PARTIES_OF)}
        if not known and token.pos_ in {"NOUN", "PROPN"}:
            return False  # "between their cities", "with each student"
        named |= known
    inside = {
        m.entity
        for one in context.things(agreement)
        for m in context.within("Country", one.start, one.end)
        if agreement.ent_type_
    }
    return (named == parties or len(named) < PAIR) and named <= parties and not inside


def _joined_to(token: Token) -> Token:
    """Give the first of the list that a word is in."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    return token


def _is_party(token: Token, agreement: Token) -> bool:
    """Tell whether a word below an agreement says whose it is: "with A", "of A", "A's", "that A signed"."""
    top = _joined_to(token)
    if top.dep_ in {"poss", "nsubj", "nsubjpass"}:
        return top.pos_ in {"NOUN", "PROPN"}
    by = top.head
    # what it is of is whose it is where that is named: not "of cooperation"
    own = by.head.i == agreement.i and said(by, "of") and _is_whose(token)
    return top.dep_ == "pobj" and (own or by.dep_ == "agent" or said(by, "party_prepositions"))


def _is_whose(token: Token) -> bool:
    """Tell whether a word can be of one who signs: a name, "the two countries"."""
    return bool(token.ent_type_) or token.lemma_ in words(token.lang_, "lands")


_PARTIES_OF = ("Organization", "Place", "Person")


def apply_each(frame: Frame, predicate: Token, roles: Roles, context: Context, builder: Builder, how: Status) -> bool:
    """Read "signed A and B with X, C with Y": each object goes with the partner named next behind it."""
    clause = clause_of(predicate)
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
                    builder.place(entity, place_of(roles, context))
    return True


def apply_counted(
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
    if len(agreements) < PAIR or len(each) != len(agreements):
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


PAIR = 2


def kept(noun: Token, roles: Roles, context: Context) -> Roles:
    """Give the roles of an agreement that something is done under: "under the agreement with A, B sent students".

    With its partner goes, as the role "keeper", the one other body of the sentence; the role "known" is the agreement
    itself, since what is done under it has been agreed. Where no such body or several are named, nothing is told.
    """
    if noun.lemma_.lower() not in words(noun.lang_, "documents") or not _is_ground(noun):
        return roles
    about = [t for c in noun.children if c.dep_ == "prep" for t in c.children if said(t, "general_matters")]
    partners = roles["with"] or [t for subject in about for t in prepositions(subject)["with"]]
    met = {m.entity for t in partners for m in context.things(t) if context.family(m.entity, ("Organization",))}
    if len(met) != 1 or roles["of"] or roles["between"]:
        return roles
    within = {t.i for t in noun.subtree}
    outside = [t for t in noun.sent if t.i not in within and family(t) == "Organization"]
    bodies = {m.entity: t for t in outside for m in context.things(t) if context.cls(m.entity) in _BODIES}
    others = [t for entity, t in bodies.items() if entity not in met]
    return {**roles, "with": partners, "known": [noun], "keeper": others} if len(others) == 1 else roles


def _is_ground(noun: Token) -> bool:
    """Tell whether something is done by an agreement: "under the agreement", "in accordance with a contract"."""
    first = noun.left_edge.i
    if first == noun.sent.start:
        return False
    by = noun.doc[first - 1]
    return said(by, "under_it") or (
        first - 1 > noun.sent.start and said(by, "under_links") and said(by.nbor(-1), "under_terms")
    )


_BODIES = ("University", "ResearchOrganization", "Company", "GovernmentBody")


def place_of(roles: Roles, context: Context) -> str | None:
    """Give the known place that a clause names as its own: "in Harbin A and B signed"; none where it names several."""
    found = {
        mention.entity
        for role in _WHERE
        for token in roles.get(role, ())
        for mention in context.things(token)
        if context.family(mention.entity, ("Place",)) and "/~" not in mention.entity
    }
    return found.pop() if len(found) == 1 else None
