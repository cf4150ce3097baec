"""Whom a verb puts at an event without naming it: "A spoke", "present were B and C", "the jury was headed by D"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.facts.clauses import SUBJECTS, Roles, is_made_up, is_passive
from kg.facts.context import Context
from kg.facts.crowds import (
    arriving,
    consulting,
    debating,
    from_whom,
    gathering,
    in_company,
    joining,
    representing,
    sending,
)
from kg.facts.lists import expanded, members
from kg.facts.sides_there import having, heading, siding
from kg.facts.speeches import in_person, is_opened, is_speech, is_spoken, is_welcome, speakers, spoken
from kg.facts.status import denies
from kg.facts.there import are_there, is_of_another, is_own_jury, is_vague, placed, within
from kg.facts.told_there import Clause, is_amid, is_further_told, is_of, is_of_topic, is_once, says_where
from kg.languages.families import family
from kg.languages.lexicon import said, words


def those_there(verb: Token, roles: Roles, context: Context) -> list[Token]:
    """Give the words for those whom a verb puts at an event without saying which, by the first reading that fits."""
    clause = Clause(verb, roles, context)
    those = next((those for reading in _READINGS if (those := reading(clause)) is not None), [])
    beside = clause.people("presence") + (clause.people("chairmanship") if _is_of_session(clause) else [])
    beside += from_whom(clause, those) + (in_company(clause) if those else [])
    return those + [t for t in beside if t not in those]


def _is_of_session(clause: Clause) -> bool:
    """Tell whether a clause is of a gathering or what it does: not "the institute grew under the chairmanship of A"."""
    meets = ("sessions", "meetings", "any_event", "speeches", "led_there")
    of = [*clause.told, *clause.agents, *(c for c in clause.verb.children if c.dep_ in SUBJECTS)]
    return is_once(clause.verb) and any(
        t.pos_ == "PRON" or family(t) == "Event" or (is_of(t, *meets) and not t.ent_type_) for t in of
    )


def _being(clause: Clause) -> list[Token] | None:
    """Read "A was in the audience", "A was among those present", "also present were A and B", "there were groups"."""
    if not clause.says("be"):
        return None
    places = clause.of(*words(clause.verb.lang_, "beside_those_there"))
    if any(said(t, "present_in") for t in places) or any(are_there(t) for t in clause.of("among")):
        return clause.agents
    if any(
        c.dep_ in {"acomp", "advmod"} and said(c, "there") and not any(g.dep_ == "neg" for g in c.children)
        for c in clause.verb.children
    ):
        those = [*clause.agents, *(t for c in clause.verb.children if c.dep_ == "attr" for t in expanded([c]))]
        return those + [t for t in in_person(clause.verb) if t not in those]
    if topics := [c for c in clause.verb.children if c.dep_ in {"attr", "nsubj"} and is_of(c, "topics_of_agreements")]:
        return _speaking_on(clause, topics)
    return _existing(clause.verb, clause.context) or None


def _speaking_on(clause: Clause, topics: list[Token]) -> list[Token] | None:
    """Read "Ice was the subject of a report by A"."""
    of = [t for noun in topics for c in noun.children if said(c, "of") for t in c.children]
    heard = [t for t in of if is_speech(t)]
    told = heard and is_once(clause.verb) and is_of_topic(clause.verb, clause.context) and not says_where(*heard)
    return [t for t in speakers(heard) if family(t) == "Person"] if told and not clause.is_away else None


def _attending(clause: Clause) -> list[Token] | None:
    """Read "A and B attended"."""
    beside = clause.verb.children
    named = any(
        (c.dep_ in {"dobj", "nsubjpass"} and not _are_parts(c, clause.context))
        or (c.dep_ == "prep" and not is_vague(c) and not joining(c))
        for c in beside
    )
    if named and all(is_of(t, "led_there") and not t.ent_type_ for t in clause.told):  # "joined the discussion"
        here = clause.told and is_once(clause.verb) and is_amid(clause.verb, clause.context) and not clause.is_away
        here = here and not says_where(clause.verb, *clause.told)  # not "the debate in the press"
        return clause.agents if here and clause.says("attending") else None
    return None if named or not clause.says("attending") else clause.agents


def _are_parts(they: Token, context: Context) -> bool:
    """Tell whether "they" in "They were attended by" are the parts of an event that the sentence before tells of."""
    return said(they, "of_several_people") and they.pos_ == "PRON" and not context.things(they)


def _floor(clause: Clause) -> list[Token] | None:
    """Read "the first word belonged to A"."""
    floor = [t for t in (*clause.told, *clause.agents) if is_of(t, "floors") and not t.ent_type_]
    if clause.says("falling_to") and any(_is_prize_here(t) for t in clause.agents):  # "First place went to A"
        won = is_once(clause.verb) and not any(c.dep_ == "advmod" for c in clause.verb.children)
        return [t for t in clause.people("to") if won and not _is_kept_away(t)]
    given = clause.says("belonging") or (clause.says("speaking") and is_passive(clause.verb))
    return clause.people("to", "dative") or None if floor and given else None


def _is_prize_here(prize: Token) -> bool:
    """Tell whether a noun may mean a prize of the event told of: not "a place in the queue", "the director's place"."""
    ranked = not is_of(prize, "places_won") or any(said(c, "ordinals") for c in prize.children)
    return is_of(prize, "prizes") and not prize.ent_type_ and ranked and not is_further_told(prize)


def _is_kept_away(noun: Token) -> bool:
    """Tell whether a clause beside a noun denies something: "A, who could not come", "a talk, which A did not give"."""
    return any(g.dep_ == "neg" for c in noun.children if c.dep_ == "relcl" for g in c.children)


def _sharing(clause: Clause) -> list[Token] | None:
    """Read "First place was shared by A and B", "A and B won first place"."""
    if not clause.says("sharing", "winning") or not is_once(clause.verb) or says_where(clause.verb):
        return None
    own = [t for t in clause.told if _is_prize_here(t) and all(c.dep_ != "compound" for c in t.children)]
    shared = clause.says("sharing") or any(is_of(t, "places_won") for t in own)  # not "won the Nobel prize"
    return clause.agents if own and shared else None


def _praising(clause: Clause) -> list[Token] | None:
    """Read "The jury praised the reports of A and B"."""
    nouns = [t for t in clause.told if is_of(t, "speeches") and not t.ent_type_]
    if not any(is_of(t, "juries", "audiences") for t in clause.agents):
        return None  # critics may have heard it anywhere
    if not nouns or not clause.says("praising_acts") or not is_once(clause.verb) or clause.is_away:
        return None
    latest = clause.context.latest("Event", clause.verb.idx)
    near = latest is not None and clause.context.distance(latest, clause.verb) <= _NEAR
    here = near and not says_where(clause.verb, *nouns)
    return [t for t in speakers(nouns) if here and family(t) == "Person"] or None


_NEAR = 2  # sentences from an event to what is praised there


def _winning(clause: Clause) -> list[Token] | None:
    """Read "first was A"."""
    return (placed(clause.verb) or None) if clause.says("be") else None


def _heard(clause: Clause) -> list[Token] | None:
    """Read "the audience heard A and B"."""
    those = [t for t in clause.agents if not is_of(t, "sessions", "any_event") or not is_further_told(t)]
    heard = clause.says("hearing") and any(is_of(t, "audiences", "sessions", "any_event") for t in those)
    sent = clause.of(*words(clause.verb.lang_, "means_of_travel"))
    return clause.people("patient") if heard and not any(is_of(t, "broadcasts") for t in sent) else None


def _taking_part(clause: Clause) -> list[Token] | None:
    """Read "took part in a film" as what puts nobody anywhere."""
    return [] if clause.says("needs_part") and any(is_of_another(o) for o in clause.told) else None


def _speaking(clause: Clause) -> list[Token] | None:
    """Read "A gave a speech", "speeches were heard from A"."""
    if not clause.says("speaking") or not any(is_of(o, "speeches") or is_welcome(o) for o in clause.told):
        return None
    welcomed = [o for o in clause.told if is_welcome(o)]
    if welcomed and says_where(clause.verb):
        return None  # "A welcome was given to them at the airport"
    if is_passive(clause.verb) and (listed := clause.listed("from")) and not clause.roles["by"]:
        return listed
    return clause.agents or (clause.of("from") if is_passive(clause.verb) else [])


def _coming(clause: Clause) -> list[Token] | None:
    """Read "a welcome came from A", "speeches followed from A and B"."""
    came = clause.says("coming_in", "following") and clause.verb.tag_ != "VBZ"
    said_ = spoken(clause.verb.lang_) - words(clause.verb.lang_, "written")
    sent = any(c.dep_ in {"prep", "agent"} and not said(c, "from_whom") for c in clause.verb.children)
    if sent:  # "Papers came from A for the next issue", "a welcome came by video"
        return None
    welcome = clause.says("coming_in") and any(is_welcome(t) for t in clause.agents)
    if came and any(t.lemma_ in spoken(t.lang_) and not t.ent_type_ for t in clause.agents):
        bodies = [t for t in clause.of("from") if family(t) == "Organization"]
        if bodies:
            return bodies  # "Papers came from A, B and C"
    aloud = any(is_spoken(t) or t.lemma_ in said_ for t in clause.agents)
    return clause.listed("from") or None if welcome or (came and aloud) else None


def _opening(clause: Clause) -> list[Token] | None:
    """Read "was opened with speeches by A"."""
    aloud = [t for t in clause.of("with") if not any(said(c, "in_writing") for c in t.children)]
    speeches = any(is_speech(t) or is_of(t, "greetings") or is_welcome(t) for t in aloud)
    if not speeches or not is_opened(clause.verb, clause.context):
        return None
    whose = [t for t in speakers(clause.of("with")) if family(t) == "Person"]
    return whose or clause.listed("by")  # which parsers may hang on the verb


def _bringing(clause: Clause) -> list[Token] | None:
    """Read "There was a report by A", "It began with a talk of A", "Much attention was paid to A's report"."""
    if not clause.says("bringing_speeches") or not is_once(clause.verb):
        return None
    ahead = [c for c in clause.verb.children if c.dep_ in {*SUBJECTS, "nsubjpass", "attr", "dobj"}]
    nouns = [t for t in (*ahead, *clause.of("with", "to")) if is_speech(t)]
    people = [t for t in speakers(nouns) if family(t) == "Person"]
    if (
        not people
        or clause.is_away
        or says_where(*nouns, *ahead)
        or not is_of_topic(clause.verb, clause.context)
        or denies(nouns, clause.context.document.lang)
    ):
        return None
    wholes = [c for c in ahead if c.dep_ in {*SUBJECTS, "nsubjpass"} and c not in nouns]
    if clause.says("be") and any(t.pos_ == "PRON" for t in wholes):
        return None  # "It was a lecture by A that gave rise to it"
    own = ("itineraries", "sessions", "any_event", "meetings", "parts_of_events", "prizes", "regards")
    here = all(t.pos_ == "PRON" or family(t) == "Event" or (is_of(t, *own) and not _is_of_other(t)) for t in wholes)
    return [t for t in people if not _is_kept_away(t)] if here and not any(map(_is_kept_away, nouns)) else None


def _is_of_other(part: Token) -> bool:
    """Tell whether a noun is of what is no event: "the programme of the museum"; attention may be the public's."""
    whole = [t for c in part.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    inside = all(family(t) == "Event" or t.lemma_ in within(t.lang_) for t in whole)
    return not inside and not is_of(part, "regards")


def _awarding(clause: Clause) -> list[Token] | None:
    """Read "The winners received their prizes from A"."""
    given = clause.says("taking") and any(is_of(t, "prizes") and not t.ent_type_ for t in clause.objects)
    won = given and all(t.pos_ == "NOUN" and not t.ent_type_ for t in clause.agents)
    here = won and is_once(clause.verb) and is_amid(clause.verb, clause.context) and not clause.is_away
    return clause.listed("from") or None if here else None


def _presenting(clause: Clause) -> list[Token] | None:
    """Read "A presented a paper"."""
    return clause.agents if clause.says("presenting") and any(is_of(t, "presented") for t in clause.told) else None


def _cutting(clause: Clause) -> list[Token] | None:
    """Read "The ribbon was cut by A"."""
    cut = clause.says("cutting") and any(is_of(t, "ribbons") and not t.ent_type_ for t in clause.told)
    return clause.agents or None if cut and is_once(clause.verb) and not clause.is_away else None


def _lecturing(clause: Clause) -> list[Token] | None:
    """Read "the topic was set out in lectures by A, B and C"."""
    spoken_in = [t for t in clause.of("in") if is_speech(t) and not is_of(t, "written")]
    if not spoken_in or not is_passive(clause.verb) or not is_once(clause.verb):
        return None
    if not is_of_topic(clause.verb, clause.context) or says_where(*spoken_in, *clause.people("by")):
        return None  # "the theory was developed in lectures by A at B"
    return clause.people("by") or [t for t in speakers(spoken_in) if family(t) == "Person"] or None


def _addressing(clause: Clause) -> list[Token] | None:
    """Read "A addressed the participants", "words of welcome were addressed to the guests by A"."""
    if not clause.says("addressing") or clause.is_away:
        return None
    greets = clause.says("congratulating")  # from afar, unless those present are meant
    heard = any(are_there(o) or (is_of(o, "audiences") and not greets) for o in (*clause.told, *clause.of("to")))
    guests = any(is_of(o, "guests") for o in clause.told) and is_amid(clause.verb, clause.context)
    here = is_once(clause.verb) and not says_where(clause.verb, *clause.agents)  # not "at the airport"
    return clause.agents if heard or (guests and here and not greets) else None


def _judging(clause: Clause) -> list[Token] | None:
    """Read "the jury consisted of A and B", "A sat on the jury"."""
    made_up = is_made_up(clause.verb) and is_once(clause.verb)
    if (clause.says("comprising") or made_up) and any(is_own_jury(t) for t in (*clause.agents, *clause.told)):
        return clause.people("of", "patient", "by")
    judged = [*clause.told, *clause.of("on", "of")]
    if not any(is_of(t, "juries") and not t.ent_type_ for t in judged):
        return None
    return [*clause.agents, *(t for t in clause.of("with") if t.ent_type_)]


def _showing(clause: Clause) -> list[Token] | None:
    """Read "company A exhibited its products", "the artists A and B exhibited their works"."""
    if not clause.says("showing"):
        return None
    topic = clause.context.topic(clause.verb.idx)
    shows = topic is not None and clause.context.cls(topic.entity) == "Exhibition" and is_once(clause.verb)
    own = (
        shows
        and not clause.is_away
        and not says_where(clause.verb, *clause.objects)
        and any(is_of(t, "works") and any(c.dep_ == "poss" for c in t.children) for t in clause.objects)
    )
    called = [t for a in clause.agents if not a.ent_type_ for c in a.children if c.dep_ == "appos" for t in members(c)]
    people = [t for t in (*clause.agents, *called) if own and family(t) == "Person"]
    return [t for t in clause.agents if family(t) == "Organization"] + people


_READINGS: tuple[Callable[[Clause], list[Token] | None], ...] = (
    _being,
    _attending,
    _floor,
    _sharing,
    _praising,
    _winning,
    _heard,
    siding,
    _taking_part,
    _speaking,
    _coming,
    _opening,
    _presenting,
    _bringing,
    _awarding,
    _cutting,
    _lecturing,
    _addressing,
    _judging,
    sending,
    arriving,
    representing,
    gathering,
    debating,
    consulting,
    _showing,
    heading,
    having,
)


def _existing(verb: Token, context: Context) -> list[Token]:
    """Give the groups that a clause says there were: "From Russia there were delegations of A and B"."""
    past = verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in verb.children if c.dep_ == "aux")
    if not past or any(c.dep_ == "neg" for c in verb.children) or not any(c.dep_ == "expl" for c in verb.children):
        return []
    named = [t for c in verb.children if c.dep_ == "attr" and c.i > verb.i for t in expanded([c])]
    if named and is_speech(named[0]) and not denies(named[:1], context.document.lang):  # "There were talks by A and B"
        away = says_where(verb, *named) or any(said(t, "from_elsewhere") for t in verb.sent)
        heard = not is_of(named[0], "written") and not away
        return [t for t in speakers(named) if heard and family(t) == "Person"]
    sides = [c for c in verb.children if c.dep_ == "prep" and c.i < verb.i and said(c, "on_a_side")]
    ahead = any(family(t) != "Person" for c in sides for t in c.children) and not says_where(verb, *named)
    if named and ahead and family(named[0]) in {"Organization", "Person"}:
        return [t for t in named if t.ent_type_]  # "From Russia there were A and B"
    if not named or not context.is_group(named[0]) or denies(named[:1], context.document.lang):
        return []
    return [t for t in named if context.is_group(t) or t.ent_type_]
