"""Where people and organizations went by what else is told of their journey and of their delegation."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import noun_roles, verb_roles
from kg.facts.builder import Builder
from kg.facts.clauses import is_passive
from kg.facts.context import Context
from kg.facts.delegations import Delegation, anonymous_visits, owners_of
from kg.facts.lists import expanded
from kg.facts.rolls import roll
from kg.facts.status import status
from kg.languages.lexicon import said, words
from kg.records import Evidence, Fact, Status

NEAR = 4  # sentences from the visit that what is said there can be


def hosts(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
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
    meetings = [token for token in context.doc if _is_of_both(token, context) and status(token) is Status.HELD]
    visits = [fact for fact in builder.held("visited") if context.family(fact.object, ("Organization",))]
    for fact in visits:
        ends = (fact.subject, fact.object)
        if not all(context.family(end, _SPEAKING) for end in ends):
            continue
        for token in meetings:
            before = max((e for e in fact.evidence if e.start < token.sent.start_char), default=None)
            if before is None or not _follows(context, before, token):
                continue
            if _is_between(context, builder, token, fact) and _is_only(context, visits, token):
                for evidence in (before, context.sentence(token)):
                    builder.add(fact.subject, "negotiatedWith", fact.object, evidence, "talks-on-visit", 0.6)
                break
        if not all(context.family(end, ("University", "ResearchOrganization")) for end in ends):
            continue
        for token, speakers in talks:
            near = min(context.sentences_between(evidence.start, token.idx) for evidence in fact.evidence) <= NEAR
            if near and speakers & {fact.subject, fact.object}:
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


def _is_between(context: Context, builder: Builder, token: Token, visit: Fact) -> bool:
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


def stops(context: Context, builder: Builder) -> None:
    """Travellers were where the text says that they went on to: "The last stop was X", "X was next"."""
    lang = context.document.lang
    for verb in context.doc:
        if verb.lemma_ not in words(lang, "be") | words(lang, "coming_in") or verb.dep_ in {"aux", "auxpass"}:
            continue
        subjects = [c for c in verb.children if c.dep_ in {"nsubj", "attr"}]
        named = [c for c in subjects if c.ent_type_]
        stop = any(c.lemma_ in words(lang, "stops") and not c.ent_type_ for c in subjects)
        turn = any(said(c, "next_in_turn") and not c.ent_type_ for c in verb.children)
        if not named or not (stop or turn):
            named = _visits_told(verb)
        if not named or status(verb) is not Status.HELD:
            continue
        travellers = _travellers(context, builder, verb)
        for place in (m for t in expanded(named) for m in context.things(t)):
            if not context.family(place.entity, ("Organization", "Place")):
                continue
            for traveller in travellers:
                builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def _visits_told(verb: Token) -> list[Token]:
    """Give where a visit led of which only is said that it came: "Next came a visit to X"."""
    lang = verb.lang_
    if verb.lemma_ not in words(lang, "coming_in"):
        return []
    nouns = [c for c in verb.children if c.dep_ in {"nsubj", "dobj", "attr"} and c.lemma_ in words(lang, "journeys")]
    led: list[Token] = []
    for noun in (n for n in nouns if not n.ent_type_):
        roles = noun_roles(noun)
        if not any(roles[name] for name in ("agent", "from", "by", "with")):
            led += [t for name in ("to", "of", "around", "at") for t in roles[name]]
    return led


def sights(context: Context, builder: Builder) -> None:
    """Travellers were where the text says without them that it was visited: "X was visited, too"."""
    lang = context.document.lang
    for verb in context.doc:
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
        for traveller in _travellers(context, builder, verb):
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
    for verb in context.doc:
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
            going = [one for one in _travellers(context, builder, verb) if one in went]
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


def itineraries(context: Context, builder: Builder) -> None:
    """Travellers were where their journey is said to have led: "The trip also took in X", "visits to X were on it"."""
    lang = context.document.lang
    for verb in context.doc:
        turning = verb.lemma_ in words(lang, "ending_journeys")  # "The visit began with a meeting at X"
        leading = words(lang, "leading_journeys") | words(lang, "comprising")
        if verb.pos_ != "VERB" or not (turning or verb.lemma_ in leading):
            continue
        subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and not c.ent_type_), None)
        if subject is None or status(verb) is not Status.HELD:
            continue
        of = [t for t in noun_roles(subject)["of"] if t.lemma_ in words(lang, "journeys") and not t.ent_type_]
        journey = next((t for t in (subject, *of) if t.lemma_ in words(lang, "journeys")), None)
        roles = verb_roles(verb)
        other = any(not t.ent_type_ and t.lemma_ not in words(lang, "journeys") for t in roles["patient"])
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
        going = [m.entity for t in own for m in context.things(t) if context.family(m.entity, _GOING)]
        for traveller in going or _travellers(context, builder, verb):
            for place in (m for t in led for m in context.things(t) if t.dep_ != "poss"):
                if context.family(place.entity, ("Organization", "City")) and place.entity != traveller:
                    builder.add(traveller, "visited", place.entity, context.sentence(verb), "next-stop", 0.65)


def abroad(context: Context, builder: Builder, represented: dict[str, list[str]]) -> None:
    """Who acts during a visit to another country than the own made it: "During the visit to China, Rector A signed".

    Who acts before it, after it or instead of it may not have made it.
    """
    lang = context.document.lang
    for noun in context.doc:
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
                if homes and lies is not None and lies not in homes and context.family(traveller, _GOING):
                    builder.add(traveller, "visited", place, context.sentence(noun), "during-visit", 0.65)


def _is_during(noun: Token) -> bool:
    """Tell whether a noun is what something is done during: "during the visit", "in the course of the visit"."""
    if noun.dep_ != "pobj":
        return False
    course = noun.head.head
    if said(noun.head, "of") and said(course, "course_of"):
        return course.dep_ == "pobj" and said(course.head, "while_of")
    return said(noun.head, "while")


_GOING = ("Organization", "Person")


def _travellers(context: Context, builder: Builder, verb: Token) -> list[str]:
    """Give those whose visit was told of last before a sentence, and close by."""
    before = [(e.start, f) for f in builder.held("visited") for e in f.evidence if e.start < verb.sent.start_char]
    last = max((start for start, _ in before), default=None)
    if last is None or context.sentences_between(last, verb.idx) > NEAR:
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


def travelled_with(
    context: Context, builder: Builder, told: tuple[Delegation, ...], represented: dict[str, list[str]]
) -> None:
    """Those who head or make up a delegation went where it went, and were where it was."""
    alone = [one for one in told if one.head is None and one.travels and not one.near]
    visits = list(anonymous_visits(context))
    _named_later(context, builder, visits)
    once = len({place for place, _ in visits}) == 1
    for place, evidence in visits:
        for delegation in alone:
            for member, passage in delegation.members:
                if _takes_up(context, delegation, evidence, passage, once=once):
                    for one in (evidence, passage):
                        builder.add(member, "visited", place, one, "anonymous-delegation", 0.65)
    for fact in [*builder.held("visited"), *builder.held("participatedIn")]:
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
                for passage in (*fact.evidence, evidence):
                    builder.add(member, fact.property, fact.object, passage, "in-delegation", fact.confidence * 0.95)


def _named_later(context: Context, builder: Builder, visits: list[tuple[str, Evidence]]) -> None:
    """Guests of whom it is said just behind whose they are were where they came: "The guests from X were glad"."""
    for place, evidence in visits:
        after = [t for t in context.doc if t.idx >= evidence.end and not t.is_space]
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
