"""Where who holds a post comes as a guest, which is no home of the post: "X was visited by Vice-Rector A"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.context import Context
from kg.facts.parties import Delegation
from kg.languages.lexicon import said, words
from kg.records import PostHeld


def hosts(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> frozenset[str]:
    """Give the organizations that the sentence of a post has its holder visit, or be received by."""
    person = context.token(post.end - 1)
    named = [m for m in context.within("Person", post.start, post.end) if m.entity == post.person]
    if named:
        person = context.token(named[-1].end - 1)
    while person.dep_ in _BESIDE and person.head.i != person.i:
        person = person.head
    found = _bodies(context, _places(person)) if person.dep_ in _ARGUMENTS else frozenset()
    return found | (_bodies(context, _led_to(person)) if _is_guest(post, told) else frozenset())


_BESIDE = frozenset({"conj", "appos", "compound", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


def _is_guest(post: PostHeld, told: tuple[Delegation, ...]) -> bool:
    """Tell whether a post stands in the list of a group of which is not told whose it is: "guests from Mongolia: A"."""
    return any(
        not one.owners and one.travels and any(start <= post.start < end for start, end in one.passages)
        for one in told
        if any(member == post.person for member, _ in one.members)
    )


def _led_to(person: Token) -> list[Token]:
    """Give the names in a sentence to which a group comes: "came to X", "at X"."""
    return [t for t in person.sent if t.ent_type_ and t.dep_ == "pobj" and said(t.head, "before_visited")]


def _places(person: Token) -> Iterator[Token]:
    """Give where the verb that somebody is an argument of has him come."""
    passive = person.dep_ == "pobj"
    if passive and person.head.dep_ != "agent":
        return
    verb = person.head.head if passive else person.head
    lang = verb.lang_
    hosting, visiting = words(lang, "hosting"), words(lang, "visiting") | words(lang, "calling_at")
    coming = words(lang, "coming_along") | words(lang, "coming_in")
    if person.dep_ in {"dobj", "nsubjpass"}:
        if verb.lemma_ in hosting:
            roles = verb_roles(verb)
            yield from roles["agent"]
            yield from (t for key in _AT for t in roles[key] if person.dep_ == "nsubjpass")
        return
    for one in (verb, *_along(verb)):
        roles = verb_roles(one)
        if one.lemma_ in visiting:
            yield from roles["patient"]
        nouns = [t for t in roles["patient"] if t.lemma_ in words(lang, "journeys")] if not passive else []
        if one.lemma_ in coming or nouns:
            yield from roles["to"] or (t for key in _AT for t in roles[key])
        for noun in nouns:
            yield from (t for c in noun.children if said(c, "before_visited") for t in c.children)


_AT = ("at", "in")


def _along(verb: Token) -> Iterator[Token]:
    """Give the verbs that share a verb's subject: "was glad to be at X", "came and toured X"."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "conj", "acomp"} and not any(
            c.dep_ in {"nsubj", "nsubjpass"} for c in child.children
        ):
            if child.pos_ in {"VERB", "AUX"}:
                yield child
            yield from (c for c in child.children if c.dep_ == "xcomp")


def _bodies(context: Context, tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(m.entity for t in tokens for m in context.things(t) if context.family(m.entity, ("Organization",)))
