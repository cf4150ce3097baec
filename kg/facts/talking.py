"""Words that mean talks of guests and hosts: nouns and verbs that name neither, those told to be between others."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.nominals import noun_roles
from kg.facts.speaking import Sides, is_side, is_somebody
from kg.facts.status import status
from kg.facts.trips import is_from_afar
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Fact, Status

NEAR = 4  # sentences from the visit that what is said there can be


def is_of_both(token: Token, context: Context) -> bool:
    """Tell whether a word means talks of guests and hosts that names neither: "at the meeting", "it was discussed"."""
    lang = token.lang_
    if token.ent_type_:
        return False
    if token.pos_ == "VERB":
        if token.lemma_ not in words(lang, "talked_over") or not _is_of_matters(token, context):
            return False
        both = any(t.lemma_ in words(lang, "sides") and not t.ent_type_ for t in verb_roles(token)["agent"])
        return both or _is_by_nobody(token)
    if token.lemma_ not in words(lang, "meetings") or token.tag_ != "NN" or not is_pointed(token):
        return False
    told = any(said(child, "party_prepositions") or said(child, "of") for child in token.children)
    own = any(context.family(m.entity, ("Event",)) and not context.is_bare(m.entity) for m in context.things(token))
    return not told and not own and all(child.dep_ not in {"compound", "poss"} for child in token.children)


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
    clause = _clause(token)
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


def is_round(token: Token) -> bool:
    """Tell whether a noun means talks that were told of or are to be guessed: "the talks", but not "talks with X"."""
    lang = token.lang_
    if token.lemma_ not in words(lang, "rounds_of_talks") or token.pos_ != "NOUN":
        return False
    if any(said(child, "party_prepositions") for child in token.children):
        return False
    return is_pointed(token) or (token.tag_ == "NNS" and token.lemma_ in words(lang, "talks_alone"))


def is_at(context: Context, talks: Token, host: str) -> bool:
    """Tell whether talks are said to be held at somebody's: "held talks at X"."""
    at = verb_roles(talks.head)["at"] if talks.dep_ == "dobj" and talks.head.pos_ == "VERB" else []
    return any(m.entity == host for t in at for m in context.things(t))


def is_pointed(noun: Token) -> bool:
    """Tell whether a noun means what was told of: "the talks"."""
    return any(said(child, "the") for child in noun.children)


def receives(context: Context, verb: Token, sides: Sides) -> bool:
    """Tell whether a verb says that somebody of the host received guests: "Rector A received the delegation"."""
    if verb.pos_ != "VERB" or verb.lemma_ not in words(verb.lang_, "hosting") or status(verb) is not Status.HELD:
        return False
    roles = verb_roles(verb)
    agents = [t for t in (*roles["agent"], *roles["by"]) if family(t) == "Person"]
    met = roles["patient"]
    strange = words(verb.lang_, "learners")
    guests = any(
        (context.is_group(t) and t.lemma_ not in strange) or any(m.entity in sides.ours for m in context.things(t))
        for t in met
    )
    return guests and any(_is_one_of(context, t, sides) for t in agents)


def _is_one_of(context: Context, person: Token, sides: Sides) -> bool:
    """Tell whether somebody is of guests or hosts, or of nobody else that the text tells."""
    people = [m.entity for m in context.things(person)]
    return any(one not in sides.others for one in people)


def is_talk(context: Context, token: Token, sides: Sides) -> bool:
    """Tell whether a word means talks that may be those of guests and hosts, and names none who held them."""
    if token.ent_type_ or status(token) is not Status.HELD:
        return False
    if token.pos_ == "NOUN":
        return token.lemma_ in words(token.lang_, "meetings") and _is_theirs(context, token, sides)
    unsaid = words(token.lang_, "talked_over") | words(token.lang_, "talked_on_visits")
    return token.pos_ == "VERB" and token.lemma_ in unsaid and _is_of_matters(token, context) and _is_by_nobody(token)


def is_with_one(context: Context, token: Token, sides: Sides) -> bool:
    """Tell whether a passive says that matters were talked over with guests or hosts: "discussed with deans of X"."""
    verbs = words(token.lang_, "talked_over")
    if token.pos_ != "VERB" or token.lemma_ not in verbs or not is_passive(token) or status(token) is not Status.HELD:
        return False
    roles = verb_roles(token)
    beside = [t for c in token.children if c.dep_ in {"advmod", "npadvmod"} for t in (c, *c.children)]
    beside += [t for name in ("in", "by", "over", "on") for t in roles[name]]
    if is_from_afar(token, roles) or any(said(t, "from_elsewhere") for t in beside):
        return False  # "Earlier, plans were discussed with deans of X in a letter"
    company = [of for t in roles["with"] for of in (t, *noun_roles(t)["of"])]  # "with representatives of the college"
    meant = {m.entity for t in company for m in context.things(t)}
    return bool(meant & sides.ours) and not (roles["agent"] or roles["by"]) and _is_of_matters(token, context)


def _is_of_matters(verb: Token, context: Context) -> bool:
    """Tell whether a verb of talking is of matters, on this visit: not "gifts were exchanged", "had been discussed"."""
    before = any(said(c, "had") for c in verb.children)
    return not before and not any(is_somebody(context, t) for t in verb.children if t.dep_ == "nsubjpass")


def _is_by_nobody(verb: Token) -> bool:
    """Tell whether a passive says neither who talked nor with whom: "it was discussed"."""
    roles = verb_roles(verb)
    return is_passive(verb) and not (roles["agent"] or roles["by"] or roles["with"])


def _clause(token: Token) -> Token:
    """Give the verb of the clause that a word stands in; the word on top where there is none."""
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    return token


def _is_theirs(context: Context, talks: Token, sides: Sides) -> bool:
    """Tell whether talks may be those of guests and hosts: they were held, and name no others."""
    clause = _clause(talks)
    if clause.pos_ not in {"VERB", "AUX"} or status(clause) is not Status.HELD:
        return False
    if any(said(c, "of") and not _are_sides(context, c, sides) for c in talks.children):
        return False  # "the meeting of the council"
    where = talks.dep_ == "pobj" and (is_pointed(talks) or said(talks.head, "at") or said(talks.head, "while"))
    held = clause.lemma_ in words(talks.lang_, "taking_place") | words(talks.lang_, "be") | words(talks.lang_, "have")
    held = held and talks.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "pobj"}
    named = [m.entity for t in talks.subtree for m in context.things(t)]
    people = {one for one in named if context.cls(one) == "Person"}
    bodies = {one for one in named if context.family(one, ("Organization", "Event"))}
    ours = bool((people | bodies) & sides.ours) and any(said(c, "party_prepositions") for c in talks.children)
    return (where or held or ours) and bodies <= sides.ours and not people & sides.others


def _are_sides(context: Context, preposition: Token, sides: Sides) -> bool:
    """Tell whether those of whom talks are, are guests and hosts: "talks of the two sides"."""
    of = [t for t in preposition.children if t.dep_ == "pobj"]
    return all(is_side(context, t, sides, group=False) for t in of)


def is_purpose(token: Token) -> bool:
    """Tell whether a word says that somebody came to talk: "came to discuss exchange", "came for talks"."""
    lang = token.lang_
    if token.ent_type_:
        return False
    if token.pos_ == "VERB":
        aim = token.dep_ in {"xcomp", "advcl", "acl"} and any(said(c, "to") and c.dep_ == "aux" for c in token.children)
        return aim and token.lemma_ in words(lang, "talking_over") and status(token.head) is Status.HELD
    if token.lemma_ not in words(lang, "rounds_of_talks") or token.pos_ != "NOUN":
        return False
    aim = token.dep_ == "pobj" and said(token.head, "aiming") and status(token) is Status.HELD
    brought = token.dep_ == "nsubj" and token.head.lemma_ in words(lang, "uniting")
    return aim or (brought and status(token.head) is Status.HELD)


def is_with_others(context: Context, purpose: Token, sides: Sides) -> bool:
    """Tell whether it was among themselves or with others that guests came to talk, or elsewhere, or to swap gifts."""
    verbal = purpose.pos_ == "VERB"
    of = verb_roles(purpose) if verbal else noun_roles(purpose)
    topics = of["patient"] if verbal else []
    if any(is_somebody(context, t) for t in topics):
        return True  # "came to exchange students"
    company = [t for name in _COMPANY for t in of[name]] + [t for topic in topics for t in noun_roles(topic)["with"]]
    if any(said(t, "themselves") for t in company):
        return True
    if purpose.head.dep_ == "conj" and any(context.things(t) for t in verb_roles(purpose.head)["to"]):
        return True  # "visited X and flew on to Moscow to discuss it"
    meant = {m.entity for t in company for m in context.things(t)} - sides.ours
    return any(context.family(e, ("Organization",)) or e in sides.others for e in meant)


_COMPANY = ("with", "among", "between", "at", "in")
