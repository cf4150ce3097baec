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
    person = _outermost(context, post)
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


def received(context: Context, post: PostHeld, told: tuple[Delegation, ...]) -> frozenset[str]:
    """Give the organizations of the guests whom the holder of a post receives: none is his ("guests were met by A").

    Guests of whom the sentence does not say whose they are belong to the delegations told of before.
    """
    person = _outermost(context, post)
    hosting = words(person.lang_, "hosting") | words(person.lang_, "showing_round")
    by = person.head if person.dep_ == "pobj" and person.head.dep_ == "agent" else _listed_by(person)
    verb = by.head if by is not None else person.head
    if not (by is not None or person.dep_ == "nsubj") or verb.lemma_ not in hosting:
        return frozenset()
    roles = verb_roles(verb)
    guests = [t for role in ("patient", "with") for t in roles[role]]
    coming = [t for t in guests if t.lemma_ in words(t.lang_, "arrivals")]  # "welcomed the arrival of the guests"
    guests += [one for t in coming for c in t.children if said(c, "of") for one in c.children]
    groups = [t for t in guests if context.is_group(t) or t.lemma_ in words(t.lang_, "guests")]
    if not groups:
        return frozenset()
    owners = {owner for one in told if one.travels and _begins_before(one, post) for owner in one.owners}
    mine = {context.recognised.publisher} if context.recognised.publisher is not None else set()
    return (_bodies(context, groups) | owners) - mine  # whoever tells of guests mostly received them


def _listed_by(person: Token) -> Token | None:
    """Give the "by" before a list with posts in which somebody stands, wherever the parser hung his name."""
    before = person.doc[person.sent.start : person.i]
    by = next((t for t in reversed(before) if t.dep_ == "agent"), None)
    verbs = by is not None and any(t.pos_ in {"VERB", "AUX"} for t in person.doc[by.i + 1 : person.i])
    return None if verbs or person.dep_ in {"nsubj", "nsubjpass"} else by


def _begins_before(one: Delegation, post: PostHeld) -> bool:
    """Tell whether a delegation is told of before a post."""
    return any(start < post.start for start, _ in one.passages)


def _outermost(context: Context, post: PostHeld) -> Token:
    """Give the word of a holder's name, or of whoever heads the row in which it stands."""
    person = context.token(post.end - 1)
    named = [m for m in context.within("Person", post.start, post.end) if m.entity == post.person]
    if named:
        person = context.token(named[-1].end - 1)
    while person.dep_ in _BESIDE and person.head.i != person.i:
        person = person.head
    return person


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
