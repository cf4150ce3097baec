"""Who heads a group by ways of saying in which parsers hang the head apart from it, or the group from its head.

"Headed by A, a delegation of X came", "A is at the head of a delegation which came", "At the head of the delegation was
A", "the delegation was under the leadership of A", "its leader was A".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.parties import owners_of
from kg.facts.rolls import roll
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status

Told = tuple[list[Token], list[Token], Token]
"""The groups that a sentence means, those who head them, and the word that says so."""

_NAMES = 8  # tokens from "by" to the name of whoever heads a group, and from there to the group


def leading(context: Context) -> Iterator[Told]:
    """Give groups with those who head them."""
    for sentence in context.sents:
        said_here = [t for t in sentence if not t.is_space]
        if not said_here:
            continue
        if (found := _headed_by(said_here, context) or _heading(said_here, context)) is not None:
            yield found
        for token in said_here:
            if token.lemma_ in words(token.lang_, "belonging") and (told := _belonging(token, context)) is not None:
                yield told
            leads = token.lemma_ in words(token.lang_, "at_the_head") | words(token.lang_, "leadership")
            if leads and not token.ent_type_ and (told := _at_head(token, sentence, context)) is not None:
                yield told


def _headed_by(tokens: list[Token], context: Context) -> Told | None:
    """Read "Headed by A, rector of X, a delegation of Y came"."""
    first = tokens[0]
    if first.tag_ != "VBN" or first.lemma_ not in words(first.lang_, "led_by") or len(tokens) < _NAMES:
        return None
    if not said(tokens[1], "by"):
        return None
    verb = next((k for k, t in enumerate(tokens) if t.tag_ in FINITE), len(tokens))
    group = next((k for k, t in enumerate(tokens[:verb]) if context.is_group(t)), None)
    if group is None:
        return None
    people = [t for t in roll(tokens[2:group], context) if family(t) == "Person"]
    return ([tokens[group]], people, first) if people else None


def _heading(tokens: list[Token], context: Context) -> Told | None:
    """Read "Heading the delegation of X was A, dean of Y"."""
    first = tokens[0]
    if first.tag_ != "VBG" or first.lemma_ not in words(first.lang_, "heading"):
        return None
    link = next((k for k, t in enumerate(tokens) if t.lemma_ in words(t.lang_, "be") and t.tag_ in FINITE), None)
    groups = [t for t in tokens[1:link] if context.is_group(t)] if link is not None else []
    if link is None or not groups or any(t.text == "," for t in tokens[:link]):
        return None
    people = [t for t in roll(tokens[link + 1 :], context) if family(t) == "Person"]
    return (groups[:1], people, first) if people else None


def _belonging(verb: Token, context: Context) -> Told | None:
    """Read "A and B belonged to the delegation", "To it belonged A and B"."""
    if verb.pos_ != "VERB" or status(verb) is not Status.HELD:
        return None
    to = next((c for c in verb.children if said(c, "to")), None)
    behind = [t for t in to.children if t.dep_ == "pobj"] if to is not None else []
    groups = [t for t in behind if said(t, "its_members") or _is_travelling(t, context)]
    if verb.dep_ == "relcl" and any(said(t, "relative") for t in behind) and context.is_group(verb.head):
        groups = [verb.head]  # "a delegation of X, to which A belonged"
    if to is None or not groups:
        return None
    start = next((c.left_edge.i for c in verb.children if c.dep_ == "nsubj"), verb.i)
    turned = to.i < verb.i and groups != [verb.head]
    within = verb.doc[verb.i + 1 : verb.sent.end] if turned else verb.doc[start : verb.i]
    people = [t for t in roll(list(within), context) if family(t) == "Person"]
    return (groups, people, verb) if people else None


def _is_travelling(group: Token, context: Context) -> bool:
    """Tell whether a group is one told of before or somebody's: not "the working group", "the group of scientists"."""
    if not context.is_group(group):
        return False
    narrowed = any(said(c, "of") or c.dep_ == "compound" or c.tag_ == "VBG" for c in group.children)
    return not narrowed or bool(owners_of(context, [group]))


def _at_head(noun: Token, sentence: Span, context: Context) -> Told | None:
    """Read "A is at the head of the group", "it was under the leadership of A", "its leader is A"."""
    lang, doc = noun.lang_, noun.doc
    link = next((t for t in _above(noun) if t.lemma_ in words(lang, "be") and t.tag_ in FINITE | {"VBN"}), None)
    if link is None or status(link) is not Status.HELD or any(c.dep_ == "neg" for c in link.children):
        return None
    named = [c for c in link.children if c.dep_ in {"nsubj", "attr"} and family(c) == "Person"]
    of = [t for c in noun.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    own = [c for c in noun.children if c.dep_ == "poss" and said(c, "of_several_people")]
    if noun.lemma_ in words(lang, "leadership") and any(family(t) == "Person" for t in of):
        subjects = [c for c in link.children if c.dep_ == "nsubj" and (context.is_group(c) or said(c, "its_members"))]
        return (subjects, [t for t in of if family(t) == "Person"], link) if subjects else None
    posts = noun.lemma_ in words(lang, "at_the_head")
    groups = [t for t in of if context.is_group(t)] or own
    if not posts or not groups or not named:
        return None
    behind = named[0].i > link.i
    people = [t for t in roll(doc[link.i + 1 : sentence.end], context) if family(t) == "Person"] if behind else named
    return groups, people or named, link


def _above(token: Token) -> Iterator[Token]:
    for _ in range(4):
        if token.head.i == token.i:
            return
        token = token.head
        yield token
