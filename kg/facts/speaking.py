"""Who speaks with whom: verbs that say that one of two sides told, showed or discussed something with the other."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.clauses import Roles, is_passive
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.lexicon import said, words
from kg.records import Status


@dataclass(frozen=True, slots=True)
class Sides:
    """Guests, hosts and those who speak for either; those who speak for others; and guests and hosts alone."""

    ours: frozenset[str]
    others: frozenset[str]
    ends: frozenset[str] = frozenset()


def speaks(context: Context, verb: Token, sides: Sides) -> bool:
    """Tell whether a verb says that guests or hosts spoke with each other, not with others or to everybody.

    Whom somebody tells or thanks is of the other side; to whom something was presented or stressed is, or is left
    unsaid: then somebody of either side says it, in person, and stresses what is of both.
    """
    lang = verb.lang_
    over, telling = words(lang, "talking_over"), words(lang, "telling")
    showing, stressing = words(lang, "showing_in_words"), words(lang, "stressing")
    known = verb.lemma_ in over | telling | showing | stressing
    if verb.pos_ != "VERB" or not known or verb.tag_ not in _TOLD or status(verb) is not Status.HELD:
        return False
    if verb.tag_ == "VBN" and (is_passive(verb) or any(said(c, "had") for c in verb.children)):
        return False  # "had met earlier"
    roles = verb_roles(verb)
    parties = words(lang, "known_groups") | words(lang, "sides")
    meant = {m.entity for t in roles["agent"] for m in context.things(t)}
    ours = not meant and any(
        (t.lemma_ in parties and not t.ent_type_) or said(t, "of_several_people") for t in roles["agent"]
    )
    person = any(context.cls(one) == "Person" for one in meant & sides.ours)
    group = ours or any(context.is_group(t) for t in roles["agent"])
    if not (meant & sides.ours or ours) or (verb.lemma_ in telling and not person and not group):
        return False  # "X welcomed Y to the list of its partners"
    datives = [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    if any(said(t, "themselves") for t in (*roles["among"], *roles["patient"])):
        return False  # "talked among themselves"
    heard = [*roles["to"], *roles["with"], *roles["before"], *roles["among"], *datives]
    if verb.lemma_ in telling:  # "told | the old friends", not "told briefly how … and spoke of its ties"
        heard += [t for t in roles["patient"] if t.pos_ in _NOUNS and abs(t.i - verb.i) <= _NEAR]
    if heard:
        others = any(context.things(t) and not is_side(context, t, sides, group=group) for t in heard)
        return not others and any(is_side(context, t, sides, group=group) for t in heard)
    if verb.lemma_ in over:
        swapped = any(is_somebody(context, t) for t in roles["patient"])
        return not swapped and (group or (person and _is_of_both(verb, parties)))
    if verb.lemma_ in stressing:
        return (person or group) and _is_of_both(verb, parties)
    return person and not any(is_somebody(context, t) for t in roles["patient"])


_TOLD = frozenset({"VBD", "VBN"})
_NEAR = 5  # tokens from "told" to whom
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


def is_side(context: Context, heard: Token, sides: Sides, *, group: bool) -> bool:
    """Tell whether those who are spoken to are guests or hosts: "the rector" is a host to a group of guests alone."""
    lang = heard.lang_
    if heard.lemma_ in words(lang, "meetings") and not heard.ent_type_:
        return True  # "told the meeting"
    meant = {m.entity for m in context.things(heard)}
    if meant:
        return bool(meant & sides.ours)
    if said(heard, "of_several_people") or heard.lemma_ in words(lang, "known_groups") | words(lang, "sides"):
        return True
    if said(heard, "hosts_themselves"):
        return True
    return group and heard.lemma_ in words(lang, "hosts") | words(lang, "first_posts")


def is_somebody(context: Context, noun: Token) -> bool:
    """Tell whether a noun means people or gifts: whoever is introduced or exchanged is not what is spoken of."""
    lang = noun.lang_
    named = any(context.cls(m.entity) == "Person" for m in context.things(noun))
    return named or noun.lemma_ in words(lang, "learners") | words(lang, "first_posts") | words(lang, "rewards")


def _is_of_both(verb: Token, parties: frozenset[str]) -> bool:
    """Tell whether what is said is of guests and hosts: of cooperation, or of both sides."""
    both = parties | words(verb.lang_, "working_together")
    return any(t.lemma_ in both and not t.ent_type_ for t in verb.subtree if t.i > verb.i)


def speaks_out(context: Context, verb: Token, sides: Sides) -> bool:
    """Tell whether somebody of guests or hosts, by name, says something of both of them, to whomever.

    "The two universities, A recalled, have long been partners": on a visit that is said to the other side, unless the
    text says to whom else.
    """
    if verb.lemma_ not in words(verb.lang_, "speaking_out") or not _is_told(verb):
        return False
    roles = verb_roles(verb)
    heard = _heard(context, verb, roles)
    if heard and not any(is_side(context, t, sides, group=False) for t in heard):
        return False  # "told journalists", "wished students"
    rounds = words(verb.lang_, "meetings")
    if any(t.lemma_ in rounds and any(c.dep_ in {"compound", "poss"} for c in t.children) for t in roles["at"]):
        return False  # "said at the staff meeting"
    agents = [*roles["agent"], *roles["by"]]
    people = {m.entity for t in agents for m in context.things(t) if context.cls(m.entity) == "Person"}
    return bool(people & sides.ours) and _tells_of_both(context, verb, sides)


def _heard(context: Context, verb: Token, roles: Roles) -> list[Token]:
    """Give those to whom a verb says that something was said: "to A", "wished A", "told A"."""
    heard = [
        t
        for name in ("to", "with", "before", "among")
        for t in roles[name]
        if context.things(t) or _is_of_people(context, t)
    ]
    heard += [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]
    telling = verb.lemma_ in words(verb.lang_, "telling")
    near = [t for t in roles["patient"] if t.pos_ in _NOUNS and abs(t.i - verb.i) <= _NEAR]
    return heard + [t for t in near if telling or _is_of_people(context, t)]


def _is_of_people(context: Context, noun: Token) -> bool:
    """Tell whether a noun means people, of whichever side or of none."""
    lists = ("learners", "people_of", "first_posts", "outsiders", "not_of_it")
    known = context.is_group(noun) or any(noun.lemma_ in words(noun.lang_, name) for name in lists)
    return known or any(context.cls(m.entity) == "Person" for m in context.things(noun))


def _tells_of_both(context: Context, verb: Token, sides: Sides) -> bool:
    """Tell whether the sentence of a verb is of guests and hosts, or of what they do with each other."""
    lang = verb.lang_
    both = words(lang, "known_groups") | words(lang, "sides") | words(lang, "working_together")
    joint = words(lang, "jointly_done")
    named = {m.entity for t in verb.sent for m in context.things(t) if t.ent_type_}
    if len(named & sides.ends) > 1:
        return True
    of = {m.entity for t in verb.subtree if t.i > verb.i for m in context.things(t)}
    if any(context.family(one, ("Organization",)) for one in of - sides.ours):
        return False  # "noted its cooperation with others"
    return any((t.lemma_ in both or t.lower_ in joint) and not t.ent_type_ for t in verb.sent)


def _is_told(verb: Token) -> bool:
    """Tell whether a verb says what was done, and had not been done before."""
    if verb.pos_ != "VERB" or verb.tag_ not in _TOLD or status(verb) is not Status.HELD:
        return False
    had = any(said(c, "had") for c in verb.children)
    return not had and (not is_passive(verb) or any(c.dep_ == "agent" for c in verb.children))
