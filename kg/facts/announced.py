"""Lists that a sentence only announces: "Present were the following. Rector of A: B. Dean of C: D."."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.there import is_strange, within
from kg.languages.backdrops import brought_in
from kg.languages.families import family
from kg.languages.lexicon import said, words


def below_following(sentence: Span, link: Token, context: Context) -> list[Token]:
    """Give what is listed below a sentence that only announces it: "Present were the following. Rector of A: B."."""
    rest = context.doc[link.i + 1 : sentence.end]
    announced = [t for t in sentence if said(t, "following_listed") and not t.ent_type_ and not _is_of_things(t)]
    if not announced or any(family(t) in {"Person", "Organization"} for t in rest):
        return []
    if any(t.pos_ == "NOUN" and t.lemma_ not in within(t.lang_) for t in rest if not said(t, "following_listed")):
        return []  # "were present at the funeral"
    found: list[Token] = []
    for below in context.sentences_from(sentence.end_char):
        named = any(family(t) in {"Person", "Organization"} for t in below)
        posts = below[0].ent_type_ or any(said(t, "acts_for") or t.text == ":" for t in below)
        if (
            not named
            or not posts
            or any(said(t, "no_post") for t in below)
            or any(t.tag_ in FINITE | {"MD"} for t in below if not t.ent_type_)
        ):
            break
        found += below
    return found


def _is_of_things(following: Token) -> bool:
    """Tell whether a word says which things follow: "the following books"."""
    behind = following.nbor() if following.i + 1 < following.sent.end else following
    return behind.pos_ in {"NOUN", "PROPN", "ADJ"} and behind.lemma_ not in words(following.lang_, "bearers")


def says_who_was_there(label: list[Token], context: Context) -> bool:
    """Tell whether a line above a list says that those on it were at an event.

    "Among those present:", "The following were at the meeting:", "The Academy was represented at the talks by:", "The
    forum was attended by:".
    """
    told = [t for t in label if not t.is_punct and not t.is_space]
    if not told or any(t.tag_ in {"VBZ", "VBP", "MD"} for t in told):
        return False  # "Those present are asked"
    by_whom = words(told[0].lang_, "sent_by") | words(told[0].lang_, "attending")
    passive = next((t for t in told if t.tag_ == "VBN" and t.lemma_ in by_whom), None)
    if passive is not None:
        before = [] if passive.lemma_ in words(passive.lang_, "sent_by") else [t for t in told if t.i < passive.i]
        behind = [t for t in told if t.i > passive.i]
        strange = any(is_strange(t, context) for t in (*before, *behind))
        return bool(behind) and said(behind[-1], "by") and not strange
    others = [t for t in told if not (said(t, "following_listed") or said(t, "those"))]
    if any(is_strange(t, context) for t in others) or any(t.pos_ == "VERB" and not _is_there(t) for t in others):
        return False  # "Present at the funeral were:", "Those present received:"
    if any(_is_there(t) for t in told):
        return True
    follows = [t for t in told if said(t, "following_listed") or said(t, "those")]
    at = any(said(t, "at_what") for t in told)
    held = any(t.lemma_ in words(t.lang_, "meetings") or context.things(t) for t in others if t.pos_ != "PRON")
    return bool(follows) and at and held


def _is_there(token: Token) -> bool:
    """Tell whether a word of a label says that somebody is at an event: "Those | present", "Those | attending"."""
    return said(token, "there") or (token.tag_ == "VBG" and token.lemma_ in words(token.lang_, "attending"))


def is_reported(context: Context, event: str, end: Token) -> bool:
    """Tell whether an event is told of up to the end of a label as held, and not only as what something is about."""
    lang = context.document.lang
    named = [m for m in context.within("Event", 0, end.idx) if m.entity == event]
    return any(
        brought_in(context.text, m.start, lang) == "told" and not _is_topic(context.token(m.end - 1)) for m in named
    )


def _is_topic(event: Token) -> bool:
    """Tell whether something is only about an event: "talks about | the forum", "the forum was the topic"."""
    if event.dep_ == "pobj":
        return event.head.lower_ in words(event.lang_, "being_about")
    if event.dep_ in {"nsubj", "nsubjpass"}:
        verb = event.head
        called = [c for c in verb.children if c.dep_ in {"attr", "dobj"}]
        discussed = verb.lemma_ in words(verb.lang_, "talked_over") and event.dep_ == "nsubjpass"
        return discussed or any(t.lemma_ in words(verb.lang_, "topics_of_agreements") for t in called)
    return event.dep_ == "dobj" and event.head.lemma_ in words(event.lang_, "talked_over")
