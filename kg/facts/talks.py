"""Who had talks with whom on a visit, by what is told of it: guests and hosts meet, discuss, speak in turn."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.speaking import Sides, speaks
from kg.facts.status import status
from kg.languages.lexicon import said, words
from kg.records import Evidence, Fact, Status

NEAR = 4  # sentences from the visit that what is said there can be


def hosts(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Guests and hosts who speak with each other on a visit have talks."""
    talks = [
        token
        for token in context.every
        if token.pos_ == "VERB"
        and token.lemma_ in words(context.document.lang, "talks")
        and status(token) is Status.HELD
    ]
    rounds = [token for token in context.every if _is_round(token) and status(token) is Status.HELD]
    meetings = [token for token in context.every if _is_of_both(token, context) and status(token) is Status.HELD]
    visits = [fact for fact in builder.held("visited") if context.family(fact.object, ("Organization",))]
    for fact in visits:
        ends = (fact.subject, fact.object)
        if not all(context.family(end, _SPEAKING) for end in ends):
            continue
        for token in meetings:
            before = max((e for e in fact.evidence if e.start < token.sent.start_char), default=None)
            if before is None or not _follows(context, before, token):
                continue
            if is_between(context, builder, token, fact) and _is_only(context, visits, token):
                for evidence in (before, context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)
                break
        if not all(context.family(end, ("University", "ResearchOrganization")) for end in ends):
            continue
        speakers = frozenset({*ends, *(one for one, bodies in represented.items() if set(ends) & set(bodies))})
        sides = Sides(speakers, frozenset(one for one, bodies in represented.items() if bodies) - speakers)
        for token in talks:
            near = min(context.sentences_between(evidence.start, token.idx) for evidence in fact.evidence) <= NEAR
            if near and speaks(context, token, sides):
                for evidence in (*fact.evidence[:1], context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)
                break
        for token in rounds:  # "the head of the office took part in the talks"
            before = max((e for e in fact.evidence if e.start <= token.idx), default=None)
            here = before is not None and before.end > token.idx and not _is_pointed(token)
            if before is None or (here and not _is_at(context, token, fact.object)):
                continue  # "was received for talks at X, and toured Y"
            if context.sentences_between(before.start, token.idx) <= NEAR // 2:
                for evidence in (before, context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)


_SPEAKING = ("University", "ResearchOrganization", "GovernmentBody", "Company", "Association")


def _is_of_both(token: Token, context: Context) -> bool:
    """Tell whether a word means talks of guests and hosts that names neither: "at the meeting", "it was discussed"."""
    lang = token.lang_
    if token.ent_type_:
        return False
    if token.pos_ == "VERB":
        if token.lemma_ not in words(lang, "talked_over"):
            return False
        if any(said(c, "had") for c in token.children):
            return False  # "had been discussed" before
        roles = verb_roles(token)
        both = any(t.lemma_ in words(lang, "sides") and not t.ent_type_ for t in roles["agent"])
        return both or (is_passive(token) and not (roles["agent"] or roles["by"] or roles["with"]))
    if token.lemma_ not in words(lang, "meetings") or token.tag_ != "NN" or not _is_pointed(token):
        return False
    told = any(said(child, "party_prepositions") or said(child, "of") for child in token.children)
    own = any(context.family(m.entity, ("Event",)) and not context.is_bare(m.entity) for m in context.things(token))
    return not told and not own and all(child.dep_ not in {"compound", "poss"} for child in token.children)


def _follows(context: Context, visit: Evidence, token: Token) -> bool:
    """Tell whether a word is close enough behind a visit to go on telling of it: in its paragraph, or just behind."""
    away = context.sentences_between(visit.start, token.idx)
    return away <= 1 or (away <= NEAR and context.paragraph(visit.start) == context.paragraph(token.idx))


def is_between(context: Context, builder: Builder, token: Token, visit: Fact) -> bool:
    """Tell whether nothing says that talks without parties were of others than guests and hosts, or elsewhere."""
    lang, ends = token.lang_, {visit.subject, visit.object}
    entry = context.registry.get(visit.object)
    seats = {f.object for f in builder.held("visited") if f.subject == visit.subject}
    seats |= {f.object for f in builder.held("locatedIn") if f.subject == visit.object}
    seats |= {entry.city} if entry is not None and entry.city else set()
    countries = {e: context.country(e) for e in context.entities if context.cls(e) == "Country"}
    lands = {context.country(end) for end in ends} - {None}
    known = {*ends, *seats, *(e for e, land in countries.items() if land in lands)}
    there = {*ends, *seats, *(e for e, land in countries.items() if land == context.country(visit.object))}
    known |= {f.object for f in builder.held("unitOf") if f.subject in ends}
    known |= {f.subject for f in builder.held("unitOf") if f.object in ends}
    speak = {f.subject for f in builder.held("represents") if f.object in known}
    clause = token
    while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i:
        clause = clause.head
    roles = [verb_roles(clause), *([] if clause.i == token.i else [noun_roles(token)])]
    if any(said(c, "meanwhile") for c in clause.children):
        return False
    where = [t for one in roles for name in ("in", "at", "on") for t in one[name]]
    if any(_is_strange(m.entity, context, there) for t in where for m in context.things(t)):
        return False
    if clause.i == token.i:
        bare = [t for t in where if not t.ent_type_ and not context.things(t)]
        if any(t.lemma_ in words(lang, "broadcasts") for t in bare):
            return False
        at = {t for one in roles for t in one["at"]}
        plain = {t for t in bare if t.text.islower() or t in at}
        if any(t.lemma_ not in _anywhere(lang) for t in plain - {t for one in roles for t in one["on"]}):
            return False  # "was discussed in parliament"
        subjects = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
        named = [m for c in subjects for t in c.subtree for m in context.things(t)]
        return not any(_is_strange(m.entity, context, known) for m in named) and not _others_spoke(
            context, token, visit, known | speak
        )
    company = [t for one in roles for t in one["with"]]
    if any(_is_strange(m.entity, context, known | speak, people=True) for t in company for m in context.things(t)):
        return False
    held = clause.lemma_ in words(lang, "taking_place") and any(
        said(t.head, "with") and t.head.head in {clause, token} for t in company
    )
    if held and is_passive(clause) and any(not context.things(t) for t in company):
        return False  # "The meeting was held with the mayor"
    return not _others_spoke(context, token, visit, known | speak)


def _is_strange(entity: str, context: Context, known: set[str], *, people: bool = False) -> bool:
    """Tell whether a name is that of an organization or place, or of somebody, that is none of those known."""
    classes = ("Organization", "Place", "Person") if people else ("Organization", "Place")
    return entity not in known and context.family(entity, classes)


def _anywhere(lang: str) -> frozenset[str]:
    """Give the nouns behind "in" and "at" that say nothing of another place: "in detail", "at the talks"."""
    named = ("manner", "meetings", "rounds_of_talks", "between_prepositions", "premises", "nowhere_else", "journeys")
    return frozenset().union(*(words(lang, name) for name in named))


def _others_spoke(context: Context, token: Token, visit: Fact, known: set[str]) -> bool:
    """Tell whether others than guests and hosts are said to have talked between a visit and a word for talks."""
    lang = token.lang_
    start = max(e.end for e in visit.evidence if e.start < token.sent.start_char)
    verbs = words(lang, "talked_over") | words(lang, "talks") | words(lang, "meeting")
    for verb in context.tokens(start, token.sent.start_char) if start < token.sent.start_char else ():
        agents = verb_roles(verb)["agent"] if verb.pos_ == "VERB" and verb.lemma_ in verbs else []
        meant = {m.entity for t in agents for m in context.things(t)}
        ours = any(t.pos_ == "PRON" or context.is_group(t) or t.lemma_ in words(lang, "sides") for t in agents)
        if agents and not meant & known and not ours:
            return True
    return False


def _is_only(context: Context, visits: list[Fact], token: Token) -> bool:
    """Tell whether, of the visits told of shortly before a word, none is to another host or of several guests."""
    near = [
        other
        for other in visits
        for e in other.evidence
        if e.start < token.idx and context.sentences_between(e.start, token.idx) <= NEAR
    ]
    guests = {other.subject for other in near if context.family(other.subject, ("Organization",))}
    return len({other.object for other in near}) == 1 and len(guests) <= _FEW_GUESTS


_FEW_GUESTS = 2  # organizations that come together to speak with a third


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
