"""Partners by what is sent or stands in brackets: "letters from our partners A and B", "network programmes (A – B)"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.homes import is_of_itself
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status

_BODIES = ("University", "ResearchOrganization", "Company", "GovernmentBody", "Association")
_NEAR = 2  # sentences from the partners to those who wrote


def wellwishers(context: Context, builder: Builder) -> None:
    """Add that those who send greetings are partners of whoever is said just there to have partners who do."""
    lang = context.document.lang
    partners = [t for t in context.every if t.tag_ == "NNS" and t.lemma_ in words(lang, "partners_listed")]
    for plural in partners:
        if plural.ent_type_ or any(said(c, "possible") or said(c, "former") for c in plural.children):
            continue
        sentences = _around(context, plural)
        writers = [(verb, token) for sentence in sentences for verb, token in _writers(sentence)]
        hub = _hub(context, plural) if len(writers) > 1 else None
        if hub is None:
            continue
        for verb, token in writers:
            for mention in context.things(token):
                if mention.entity != hub and context.family(mention.entity, _BODIES) and not context.is_within(mention):
                    builder.add(mention.entity, "partnerOf", hub, context.sentence(verb), "partner-writes", 0.75)


def in_brackets(context: Context, builder: Builder) -> None:
    """Add that two bodies with a dash between them, in brackets behind what partners have, are partners."""
    for opening in context.every:
        pair = _pair_behind(opening) if opening.text == "(" else None
        if pair is None or not any(said(t, "had_by_partners") for t in _ahead_of(opening)):
            continue
        one, other = ([m for m in context.things(t) if context.family(m.entity, _BODIES)] for t in pair)
        if one and other and one[0].entity != other[0].entity:
            builder.add(
                one[0].entity, "partnerOf", other[0].entity, context.sentence(opening), "pair-in-brackets", 0.75
            )


def _pair_behind(opening: Token) -> tuple[Token, Token] | None:
    """Give the two names of "(A – B)"."""
    inside = opening.doc[opening.i + 1 : opening.i + 5]
    shape = len(inside) == len("A–B)") and inside[1].text in _DASHES and inside[3].text == ")"
    named = shape and family(inside[0]) == family(inside[2]) == "Organization"
    return (inside[0], inside[2]) if named else None


def _ahead_of(opening: Token) -> Span:
    """Give the words before a bracket that may say what stands in it."""
    return opening.doc[max(opening.sent.start, opening.i - _AHEAD) : opening.i]


_DASHES = frozenset({"-", "–", "—"})
_AHEAD = 7  # tokens


def _around(context: Context, plural: Token) -> list[Span]:
    """Give the sentence of a plural with those near it that tell something."""
    here = next((n for n, s in enumerate(context.sents) if s.start <= plural.i < s.end), 0)
    near = context.sents[max(0, here - _NEAR) : here + _NEAR + 2]
    return [s for s in near if s.text.strip()]


def _writers(sentence: Span) -> Iterator[tuple[Token, Token]]:
    """Give those who send greetings by a sentence, with its verb: "letters were sent by A", "greetings came from B"."""
    for verb in sentence:
        if verb.pos_ != "VERB" or verb.lemma_ not in words(verb.lang_, "passing_greetings"):
            continue
        if status(verb) is not Status.HELD:
            continue
        roles = verb_roles(verb)
        sent = words(verb.lang_, "greetings_sent")
        noun = next((t for t in (*roles["patient"], *roles["agent"]) if t.lemma_ in sent), None)
        if noun is None:
            continue
        by = [*roles["by"], *roles["from"]] or ([] if noun in roles["agent"] else roles["agent"])
        yield from ((verb, token) for token in by if token.ent_type_)


def _hub(context: Context, plural: Token) -> str | None:
    """Give whose partners a plural means: whose it says, else the publisher."""
    owner = next((c for c in plural.children if c.dep_ == "poss"), None) or _behind_of(plural)
    named = [m.entity for m in context.things(owner) if context.family(m.entity, _BODIES)] if owner is not None else []
    publisher = context.recognised.publisher
    if named or owner is not None:
        return named[0] if named else None
    return publisher if publisher in context.entities and is_of_itself(context, publisher) else None


def _behind_of(plural: Token) -> Token | None:
    """Give whose something is by "of" behind it."""
    return next((t for c in plural.children if said(c, "of") for t in c.children if t.dep_ == "pobj"), None)
