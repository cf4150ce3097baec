"""Where travellers were by what is told of their journey alone: its stops, its itinerary, how a day of it was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import FINITE, is_passive
from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.facts.nominals import noun_roles
from kg.facts.status import is_possible, status
from kg.facts.talking import NEAR
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention, Status

GOING = ("Organization", "Person")
_THERE = ("Organization", "City")


def stops(context: Context, builder: Builder) -> None:
    """Travellers were where the text says that they went on to: "The last stop was X", "X was next"."""
    lang = context.document.lang
    for verb in context.every:
        halting = words(lang, "be") | words(lang, "coming_in") | words(lang, "coming_next")
        if verb.lemma_ not in halting or verb.dep_ in {"aux", "auxpass"}:
            continue
        subjects = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
        named = [c for c in subjects if c.ent_type_]
        stop = any(c.lemma_ in words(lang, "stops") and not c.ent_type_ for c in subjects)
        turn = any(said(c, "next_in_turn") and not c.ent_type_ for c in verb.children)
        if not named or not (stop or turn):
            named = _visits_told(verb)
        if not named or status(verb) is not Status.HELD:
            continue
        going = travellers(context, builder, verb)
        for place in (m for t in expanded(named) for m in context.things(t)):
            if not context.family(place.entity, ("Organization", "Place")):
                continue
            for traveller in going:
                builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def _visits_told(verb: Token) -> list[Token]:
    """Give where a visit led of which only is said that it came: "Next came a visit to X"."""
    lang = verb.lang_
    there = verb.lemma_ in words(lang, "be") and any(c.dep_ == "expl" for c in verb.children)
    if verb.lemma_ not in words(lang, "coming_in") | words(lang, "coming_next") and not there:
        return []
    nouns = [c for c in verb.children if c.dep_ in {"nsubj", "dobj", "attr"} and c.lemma_ in words(lang, "journeys")]
    led: list[Token] = []
    for noun in (n for n in nouns if not n.ent_type_):
        roles = noun_roles(noun)
        if not any(roles[name] for name in ("agent", "from", "by", "with")):
            led += [t for name in ("to", "of", "around", "at") for t in roles[name]]
    return led


def itineraries(context: Context, builder: Builder) -> None:
    """Travellers were where their journey is said to have led: "The trip also took in X", "visits to X were on it"."""
    lang = context.document.lang
    for verb in context.every:
        turning = verb.lemma_ in words(lang, "ending_journeys")  # "The visit began with a meeting at X"
        leading = words(lang, "leading_journeys") | words(lang, "comprising")
        if verb.pos_ != "VERB" or not (turning or verb.lemma_ in leading):
            continue
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and not c.ent_type_), None)
        if subject is None or is_possible(subject) or status(verb) is not Status.HELD:
            continue
        of = [t for t in noun_roles(subject)["of"] if t.lemma_ in words(lang, "journeys") and not t.ent_type_]
        journey = next((t for t in (subject, *of) if t.lemma_ in words(lang, "journeys")), None)
        roles = verb_roles(verb)
        others = [t for t in roles["patient"] if t.pos_ != "PRON" and not context.is_group(t)]
        other = any(not t.ent_type_ and t.lemma_ not in words(lang, "journeys") for t in others)
        ways = ("patient",) if other else ("patient", "in", "to", "through", "via", "at")
        led = [t for name in ways for t in roles[name]] if verb.lemma_ in leading else []
        halts = words(lang, "journeys") | words(lang, "stops")
        if turning:
            led += [t for name in ("with", "at") for t in roles[name] if name == "at" or not t.ent_type_]
            halts = halts | words(lang, "meetings")
        below = [t for t in led if t.lemma_ in halts and not t.ent_type_]
        for name in ("to", "of", "in", "at", "around"):
            led += [place for t in below for place in noun_roles(t)[name]]
        if journey is None and not (subject.lemma_ in words(lang, "itineraries") and below):
            continue  # what a programme includes is seen only where it says so: "visits to"
        own = [t for name in ("agent", "of") for t in noun_roles(journey or subject)[name]]
        going = [m.entity for t in own for m in context.things(t) if context.family(m.entity, GOING)]
        for traveller in going or travellers(context, builder, verb):
            for place in (m for t in led for m in context.things(t) if t.dep_ != "poss"):
                if context.family(place.entity, _THERE) and place.entity != traveller:
                    builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def routes(context: Context, builder: Builder) -> None:
    """Travellers were where their way led through: "The route of the expedition lay through A and B"."""
    lang = context.document.lang
    for verb in context.every:
        if verb.lemma_ not in words(lang, "running_through") or verb.pos_ != "VERB" or status(verb) is not Status.HELD:
            continue
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and not c.ent_type_), None)
        if subject is None or subject.lemma_ not in words(lang, "itineraries") | words(lang, "journeys"):
            continue
        roles = verb_roles(verb)
        led = [m for name in ("through", "across", "via") for t in roles[name] for m in context.things(t)]
        of = noun_roles(subject)["of"]
        of = [*of, *(t for noun in of if not noun.ent_type_ for t in noun_roles(noun)["of"])]
        going = [m.entity for t in of for m in context.things(t) if context.family(m.entity, GOING)]
        if of and not going:
            continue  # "the route of the new railway"
        for traveller in going or travellers(context, builder, verb):
            for place in (m for m in led if context.family(m.entity, ("Organization", "City", "Region", "Country"))):
                if place.entity != traveller:
                    builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def ways(context: Context, builder: Builder) -> None:
    """Travellers were at what lies on their way: "The universities on its way were A and B", "A was on the route"."""
    for sentence in context.sents:
        verbs = [t for t in sentence if t.tag_ in FINITE and not said(t, "relative")]
        link = next((t for t in verbs if t.lemma_ in words(t.lang_, "be") | words(t.lang_, "lying_there")), None)
        if link is None:
            link = next((t for t in verbs if t.lemma_ in words(t.lang_, "comprising")), None)
        if link is None or status(link) is not Status.HELD or any(c.dep_ == "neg" for c in link.children):
            continue
        before, behind = context.doc[sentence.start : link.i], context.doc[link.i + 1 : sentence.end]
        going = _whose_way(sentence, context)
        if going and not _are_stops(behind if _on_the_way(before) else before):
            continue  # "On the programme of the delegation was a lecture by A"
        if _on_the_way(before):
            named = names_listed(behind, context)
        elif _on_the_way(_clause(behind)) and (going or not any(family(t) for t in _clause(behind))):
            named = names_listed(before, context)
        else:
            continue
        _went(context, builder, link, named, going)


def _whose_way(sentence: Iterable[Token], context: Context) -> list[str]:
    """Give those of whom a sentence says that a way is theirs: "were on the programme of the delegation of A"."""
    paths = [t for t in sentence if t.lemma_ in words(t.lang_, "itineraries") and t.dep_ == "pobj" and not t.ent_type_]
    groups = [t for path in paths for t in noun_roles(path)["of"] if context.is_group(t)]
    return [m.entity for t in groups for m in context.things(t) if context.family(m.entity, GOING)]


def _are_stops(listed: Iterable[Token]) -> bool:
    """Tell whether words list nothing but places and visits to them."""
    nouns = [t for t in listed if t.pos_ == "NOUN" and not t.ent_type_]
    return all(t.lemma_ in words(t.lang_, "journeys") | words(t.lang_, "stops") for t in nouns)


def _clause(behind: Iterable[Token]) -> list[Token]:
    """Give words up to the end of their clause."""
    found = []
    for token in behind:
        if token.text in {",", ";", ":", "."}:
            break
        found.append(token)
    return found


def _on_the_way(phrase: Iterable[Token]) -> bool:
    """Tell whether words mean what lies on a journey: "the universities on its way", "the places it saw"."""
    tokens = list(phrase)
    for token in tokens:
        if token.ent_type_ or token.i == 0:
            continue
        lang = token.lang_
        path = token.lemma_ in words(lang, "paths") and token.dep_ == "pobj"
        path = path and (said(token.head, "on_paths") or _is_share(token.head))
        if path and token.head in tokens:
            return all(_is_journey_of(c) for c in token.children if c.dep_ in {"prep", "relcl", "acl", "amod"})
        noun = token.head if token.dep_ in {"acl", "relcl"} else token.doc[token.i - 1]
        if not (noun in tokens and noun.tag_ == "NNS" and not noun.ent_type_ and family(noun) is None):
            continue
        if token.lemma_ in words(lang, "visiting") | words(lang, "calling_at") and _by_travellers(token):
            return True  # "among the places visited", "the institutions that they called at"
    return False


def _is_share(of: Token) -> bool:
    """Tell whether something is said to be a part of what a word leads to, a journey's: "a visit to A was part of"."""
    journeys = words(of.lang_, "journeys")
    led = any(t.lemma_ in journeys and not t.ent_type_ for t in of.doc[of.sent.start : of.i])
    return led and said(of, "of") and said(of.head, "share_of_whole")


def _is_journey_of(behind: Token) -> bool:
    """Tell whether what hangs on a way says no more than whose it is: "the itinerary of the delegation"."""
    below = [t for t in behind.children if t.dep_ == "pobj"]
    group = words(behind.lang_, "known_groups") | words(behind.lang_, "journeys")
    return said(behind, "of") and all(t.lemma_ in group or t.ent_type_ for t in below)


def _by_travellers(verb: Token) -> bool:
    """Tell whether a clause behind places says that those who are told of were there: "that they saw", "visited"."""
    if verb.tag_ == "VBN" and verb.dep_ != "relcl":
        return not any(c.dep_ in {"agent", "nsubj"} and c.tag_ != "NNS" for c in verb.children)
    who = [c for c in verb.children if c.dep_ == "nsubj"]
    known = words(verb.lang_, "known_groups")
    return bool(who) and all(t.lemma_ in known or (t.pos_ == "PRON" and not said(t, "relative")) for t in who)


def names_listed(listed: Iterable[Token], context: Context, classes: tuple[str, ...] = _THERE) -> Iterator[Mention]:
    """Give the things of some classes that words list; not what a clause or a title about one of them names."""
    aside = owned = False
    for token in listed:
        if token.text in {",", ";"} or said(token, "conjunctions"):
            aside, owned = False, owned and token.text not in {",", ";"}
        elif said(token, "relative") or token.tag_ in FINITE:
            aside = True
        elif token.ent_type_ and _is_owner(token):
            owned = True
        elif not aside and not owned:
            yield from (m for m in context.things(token) if token.ent_type_ and context.family(m.entity, classes))


def _is_owner(name: Token) -> bool:
    """Tell whether a name only says whose something is: "the museum of X", "X's choir"."""
    after = name.doc[name.i + 1 : name.i + 2]
    if name.dep_ == "poss" or any(t.tag_ == "POS" for t in after):
        return True
    before = name.i - 1
    while before > name.sent.start and (name.doc[before].pos_ in {"DET", "ADJ"}):
        before -= 1
    noun = name.doc[max(0, before - 1)]
    return said(name.doc[before], "of") and noun.pos_ in {"NOUN", "PROPN"}


def _is_owned(times: Iterable[Token]) -> bool:
    """Tell whether times are somebody's own: "the years of study of A"."""
    return any(family(t) in {"Person", "Organization"} for time in times for t in time.subtree)


def _went(
    context: Context, builder: Builder, verb: Token, places: Iterable[Mention], going: Iterable[str] = ()
) -> None:
    """Add that those who are on a journey, the ones given or those told of last, were at places."""
    places = list(places)
    for traveller in (list(going) or travellers(context, builder, verb)) if places else ():
        for place in places:
            if context.family(place.entity, _THERE) and place.entity != traveller:
                builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def spent(context: Context, builder: Builder) -> None:
    """Travellers were where a day was spent or a visit paid: "June 4 was spent at X", "Trips were made to X"."""
    lang = context.document.lang
    for verb in context.every:
        paid = verb.lemma_ in words(lang, "paying_calls") | words(lang, "undertaking")
        days = verb.lemma_ in words(lang, "spending")
        if not (paid or days) or verb.tag_ != "VBN" or not is_passive(verb) or status(verb) is not Status.HELD:
            continue
        roles = verb_roles(verb)
        if roles["agent"] or roles["by"]:
            continue
        names = [t for role in ("at", "in") for t in roles[role]]
        if paid:
            trips = [t for t in roles["patient"] if t.lemma_ in words(lang, "journeys") | words(lang, "paid_calls")]
            trips = [t for t in trips if not t.ent_type_ and not noun_roles(t)["by"] and not noun_roles(t)["agent"]]
            led = [noun_roles(trip) for trip in trips] + ([roles] if trips else [])
            names = [t for way in led for role in ("to", "at", "on") for t in way[role]]
        elif any(t.lemma_ in words(lang, "money") for t in roles["patient"]) or _is_owned(roles["patient"]):
            continue
        _went(context, builder, verb, [m for t in dict.fromkeys(names) for m in context.things(t)])


def travellers(context: Context, builder: Builder, verb: Token) -> list[str]:
    """Give those whose visit was told of last before a sentence, and close by."""
    before = [(e.start, f) for f in builder.held("visited") for e in f.evidence if e.start < verb.sent.start_char]
    last = max((start for start, _ in before), default=None)
    if last is None or context.sentences_between(last, verb.idx) > NEAR:
        return []
    return list(dict.fromkeys(f.subject for start, f in before if start == last))
