"""Who spoke, as the nouns of what is said aloud tell it: "a talk by A", "speeches of B and of C", "a welcome"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.clauses import SUBJECTS, Roles, is_passive
from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.facts.nominals import noun_roles
from kg.facts.rosters import roster
from kg.languages.families import family
from kg.languages.lexicon import said, words


def spoken(lang: str) -> frozenset[str]:
    """Give the nouns of what is said aloud."""
    return words(lang, "speeches") - words(lang, "letters") - words(lang, "sent_in")


def is_speech(noun: Token) -> bool:
    """Tell whether a noun means what is said aloud."""
    return noun.lemma_ in spoken(noun.lang_) and not noun.ent_type_


def is_welcome(noun: Token) -> bool:
    """Tell whether a noun means a welcome: "a welcome", "words of welcome", "welcoming words"."""
    if noun.lemma_ in words(noun.lang_, "welcomes"):
        return True
    of = [t for c in noun.children if said(c, "of") for t in c.children]
    told = any(t.lemma_ in words(t.lang_, "welcomes") for t in of) or any(said(c, "of_speeches") for c in noun.children)
    return noun.lemma_ in words(noun.lang_, "floors") and told


def is_spoken(noun: Token) -> bool:
    """Tell whether a noun that may mean what is handed in means words said aloud: "a welcoming address"."""
    speech = noun.lemma_ in words(noun.lang_, "speeches") and not noun.ent_type_
    return speech and any(said(c, "of_speeches") for c in noun.children)


def in_person(verb: Token) -> list[Token]:
    """Give the people in whose person somebody does something: "A was there in the person of B and C"."""
    nouns = [t for c in verb.children if said(c, "on_it") for t in c.children if said(t, "in_person")]
    of = [c for noun in nouns for c in noun.children if said(c, "of")]
    return [t for c in of for t in roster(c) or expanded(c.children) if family(t) == "Person"]


def speakers(speeches: list[Token]) -> list[Token]:
    """Give whose speeches are: "speeches by A and B", "speeches of A, of B and of C"."""
    brought = [c for t in speeches if not t.ent_type_ for c in t.children if c.dep_ in {"prep", "agent"}]
    whose = [c for c in brought if said(c, "of_speakers")]
    listed = [t for c in whose for t in roster(c)]
    return listed or [t for noun in speeches for role in ("by", "of", "from") for t in noun_roles(noun)[role]]


def is_opened(verb: Token, context: Context) -> bool:
    """Tell whether a clause says that the event told of began or ended: not "the library was opened with"."""
    passive = is_passive(verb)
    alone = not passive and not any(c.dep_ == "dobj" for c in verb.children)  # "It opened with greetings by A"
    begun = verb.lemma_ in words(verb.lang_, "beginnings") and (passive or alone)
    opened = [c for c in verb.children if c.dep_ == "nsubjpass" or (alone and c.dep_ in SUBJECTS)]
    meant = [[m.entity for m in context.things(t)] for t in opened if t.pos_ != "PRON"]
    told = {m.entity for m in context.within("Event", 0, verb.sent.start_char)}
    # a fair told of only here is not the forum told of before
    events = all(any(context.family(e, ("Event",)) and ("/~" not in e or e in told) for e in found) for found in meant)
    counted = any(said(c, "ordinals") for t in opened for c in t.children)
    here = bool(meant) and all(meant)  # "the forum was opened on May 5 with"
    dated = not here and context.dates_in(verb.sent.start_char, verb.sent.end_char)
    return begun and events and not counted and not dated


def heard_in(verb: Token, roles: Roles) -> list[Token]:
    """Give whose speeches a clause tells of as heard: "the report of A dealt with", "a debate followed B's talk"."""
    nouns = [t for t in roles["agent"] if t.lemma_ in words(t.lang_, "speeches") and not t.ent_type_]
    if verb.lemma_ in words(verb.lang_, "heard_aloud") and not is_passive(verb):  # what is discussed need not be heard
        nouns += [t for role in ("patient", "after", "to") for t in roles.get(role, ()) if is_speech(t)]
    return [t for noun in nouns for role in ("of", "by", "agent") for t in noun_roles(noun)[role]]


def _is_swallowed(name: Token) -> bool:
    """Tell whether a name with the comma behind its title is hung on what follows: "According to Dean A, | maps"."""
    return name.dep_ == "compound" and family(name) == "Person" and name.text.endswith(",")


def voices(verb: Token, roles: Roles) -> list[Token]:
    """Give those by whose word something is so: "According to A, …", "In the opinion of B, …"."""
    # not "in the opinion of A printed in the press"
    nouns = [t for t in roles.get("in", ()) if not t.ent_type_ and all(c.dep_ != "acl" for c in t.children)]
    views = [t for t in nouns if t.lemma_ in words(t.lang_, "views")]
    quoted = [t for t in nouns if t.lemma_ in words(t.lang_, "quotations")]
    found = [t for noun in views for t in noun_roles(noun)["of"]]
    # "in the words of Dean A", not of a poet whom everybody knows
    found += [t for noun in quoted for t in noun_roles(noun)["of"] if any(c.i < t.i for c in t.children)]
    found += [t for noun in (*views, *quoted) for t in noun.children if t.dep_ == "poss" and t.pos_ != "PRON"]
    sources = [c for child in verb.children if said(child, "according") for c in child.children if c.dep_ == "prep"]
    found += [t for source in sources for t in source.children if t.dep_ == "pobj"]
    found += [c for t in found for c in t.children if _is_swallowed(c)]
    return [t for t in found if not any(said(c, "dead") or c.dep_ in {"relcl", "acl"} for c in t.children)]
