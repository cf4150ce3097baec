"""Who is at the head of an organization: "A is at the head of X", "X with A at its head", "A, in charge of X"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import has, read, said, words
from kg.records import Lang, Status

_REACH = 14  # tokens from an organization to its head behind it


def helms(context: Context, builder: Builder) -> None:
    """Add the posts of those who are said to be at the head of organizations."""
    for noun in context.every:
        if noun.pos_ != "NOUN" or noun.ent_type_ or noun.lemma_ not in words(noun.lang_, "heads_of_sides"):
            continue
        if noun.i < noun.sent.start + 2 or not said(noun.nbor(-2), "at"):
            continue
        at = noun.nbor(-2)
        body, people = _with(noun, at, context) if noun.nbor(-1).dep_ == "poss" else _of(noun, at)
        owners = [m.entity for m in context.things(body) if context.family(m.entity, _HEADED)] if body else []
        holders = [m.entity for t in people for m in context.things(t) if context.cls(m.entity) == "Person"]
        for person in holders if owners else ():
            builder.add(person, "holdsPost", owners[-1], context.sentence(noun), "head-of", 0.7)
    for token in context.every:
        for holder, headed in _charged(token, context):
            builder.add(holder, "holdsPost", headed, context.sentence(token), "head-of", 0.7)


def _charged(token: Token, context: Context) -> list[tuple[str, str]]:
    """Read "A, in charge of X", "A (responsible for X)": what stands behind a name alone, and no field is between."""
    doc = context.doc
    phrases = _charges(token.lang_).get(token.lower_, ())
    long = next((len(p) for p in phrases if [t.lower_ for t in doc[token.i : token.i + len(p)]] == p), 0)
    if not long or token.i < token.sent.start + 2:
        return []
    between = read(token.lang_, "posts")["before_charged"]
    first = token.i
    while first > token.sent.start + 1 and doc[first - 1].lower_ in between:
        first -= 1
    holder = doc[first - 1]
    if holder.text in _OPENING and holder.i > token.sent.start:
        holder = holder.nbor(-1)
    elif first < token.i:
        return []  # "heard A the person in charge of X"
    at = token.i + long
    at += at < len(doc) and doc[at].dep_ == "det"
    if family(holder) != "Person" or at >= token.sent.end or not doc[at].ent_type_:
        return []
    if doc[at].dep_ in _BESIDE_NOUNS:
        return []  # "responsible for the X website", "in charge of X's museum"
    bodies = [m.entity for m in context.things(doc[at]) if context.family(m.entity, _HEADED)]
    if bodies and not _is_closed(doc[at], part=context.family(bodies[-1], _PARTS)):
        return []
    people = [m.entity for m in context.things(holder) if context.cls(m.entity) == "Person"]
    return [(person, bodies[-1]) for person in people if bodies]


@cache
def _charges(lang: Lang) -> dict[str, list[list[str]]]:
    """Give the phrases that say what somebody looks after, word by word, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in read(lang, "posts")["charged"] if has(lang, "posts") else ():
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


_OPENING = frozenset({",", "("})
_BESIDE_NOUNS = frozenset({"compound", "poss", "nmod", "amod", "nsubj", "nsubjpass"})
_PARTS = ("OrganizationalUnit", "JointStructure")


def _is_closed(body: Token, *, part: bool) -> bool:
    """Tell whether nothing behind a body says what of it is looked after, or where: no "for X when it burned".

    A part may be said to be of or at its whole.
    """
    behind = body.nbor(1) if body.i + 1 < len(body.doc) else None
    if behind is None or behind.is_punct or behind.is_space or behind.tag_ in _FINITE:
        return True
    return part and (said(behind, "of") or said(behind, "at_what"))


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


_HEADED = (
    "OrganizationalUnit", "JointStructure", "InnovationHub", "ResearchOrganization", "Association", "GovernmentBody",
    "University", "Company",
)  # fmt: skip


def _of(noun: Token, at: Token) -> tuple[Token | None, list[Token]]:
    """Read "A is at the head of X", "At the head of X stands A"."""
    verb = at.head
    bodies = [t for c in noun.children if said(c, "of") for t in c.children if t.dep_ == "pobj" and t.ent_type_]
    if verb.lemma_ not in words(verb.lang_, "being_there") or not bodies or status(verb) is not Status.HELD:
        return None, []
    people = [t for t in verb_roles(verb)["agent"] if family(t) == "Person"]
    if not people:
        people = [t for t in verb.children if t.dep_ in {"attr", "nsubj", "dobj"} and family(t) == "Person"]
    return bodies[0], people


def _with(noun: Token, at: Token, context: Context) -> tuple[Token | None, list[Token]]:
    """Read "X with A at its head", where X is no delegation's."""
    before = context.doc[max(noun.sent.start, at.i - _REACH) : at.i]
    person = next((t for t in reversed(before) if family(t) == "Person"), None)
    led = next((t for t in reversed(before) if said(t, "with")), None)
    if person is None or led is None or led.i > person.i or led.i <= noun.sent.start:
        return None, []
    body = led.nbor(-1) if led.nbor(-1).text != "," else led.nbor(-2)
    if family(body) != "Organization" or any(context.is_group(t) for t in context.doc[noun.sent.start : body.i]):
        return None, []  # "a delegation of X came to Y with A at its head"
    if body.dep_ == "pobj" and said(body.head, "acts_for"):
        return None, []  # "a commission of X with A at its head", "came from X with A at its head"
    return body, [person]
