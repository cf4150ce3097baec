"""Where those have posts whom a text names beside others of one place: deputies, assistants, counterparts."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.context import Context
from kg.languages.kinds import singular
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.posts import bare_title, post_words
from kg.records import PostHeld
from kg.schema import UNITS

_MARKS = str.maketrans(dict.fromkeys(",;–—-()", " "))


def of_chief(context: Context, post: PostHeld) -> str | None:
    """Give where somebody told of just before has his post, if the other is his deputy or his counterpart there."""
    begin = context.token(post.start).sent.start_char
    posts = [one for one in context.recognised.posts if one.person != post.person and begin <= one.start < post.start]
    neighbours = [one for one in posts if one.organization]
    if not neighbours:
        return None
    last = neighbours[-1]
    counterpart = context.cls(last.organization or "") in UNITS and _is_counterpart(context, post, last)
    return last.organization if counterpart or _is_deputy_of(context, post, last) else None


def _is_deputy_of(context: Context, post: PostHeld, other: PostHeld) -> bool:
    """Tell whether a title is that of a deputy of who is named just before: "Dean of X A and Deputy Dean B".

    Other deputies may stand between: "A, Dean of X, B, Deputy Dean, C, Deputy Dean for research".
    """
    lang, text = context.document.lang, context.text
    deputy, chief = (bare_title(lang, one.title or "") for one in (post, other))
    heads = bool(deputy and chief) and chief[-1] in {deputy[-1], singular(deputy[-1])}  # "with Deputy Deans B and C"
    of_one = heads and not words(lang, "deputies").isdisjoint(deputy)
    if not of_one or not words(lang, "deputies").isdisjoint(chief) or chief[-1] in read(lang, "posts")["seats"]:
        return False  # "A, Minister of Education, and B, Deputy Prime Minister"
    beyond = not words(lang, "of").isdisjoint((post.title or "").lower().split())  # "Deputy Head of the Delegation"
    if beyond or _is_foreign(context, post.person, other.organization or ""):
        return False
    between = text[other.end : post.start]
    for one in context.recognised.posts:
        below = not words(lang, "deputies").isdisjoint(bare_title(lang, one.title or ""))
        if below and one.organization is None and other.end <= one.start and one.end <= post.start:
            between = between.replace(text[one.start : one.end], ",")
    for name in context.within("Person", other.end, post.start):
        between = between.replace(text[name.start : name.end], ",")
    joining = words(lang, "conjunctions") | words(lang, "articles") | words(lang, "with")
    return set(between.translate(_MARKS).lower().split()) <= joining


def _is_foreign(context: Context, person: str, body: str) -> bool:
    """Tell whether a person's name is usual in another country than that of a body, or of the whole it is a part of."""
    wholes = (r.object for r in context.recognised.related if r.property == "unitOf" and r.subject == body)
    return any(context.is_foreign(person, one) for one in (body, *wholes))


def of_master(context: Context, start: int, title: str) -> str | None:
    """Give where who is named before has his post, if "his" stands at or before a place: "A, Rector of X, his aide".

    Nobody else may be told of between: "A, Rector of X, met the minister and his aide".
    """
    lang = context.document.lang
    if not (his := words(lang, "of_who_was_named")):
        return None
    begin = context.token(start).sent.start_char
    before = context.text[begin:start].lower().split()
    while before and before[-1] in post_words(lang).modifiers:
        before.pop()  # "his first | deputy"
    first = context.text[start:].split(maxsplit=1)[0].lower()
    if his.isdisjoint([first, *before[-1:]]):
        return None
    if words(lang, "assistants").isdisjoint(bare_title(lang, title)[-1:]):
        return None  # "his deputy minister"
    people = [m for m in context.within("Person", begin, start) if m.end < start and m.source != "rule"]
    if not people:
        return None
    posts = [one for one in context.recognised.posts if one.person == people[-1].entity and one.organization]
    here = [one for one in posts if begin <= one.start < start]
    if not here:
        return None
    last = max(here, key=lambda one: one.end)
    end = max(last.end, people[-1].end)
    between = [token for token in context.tokens(end, start) if token.idx >= end and token.pos_ in _NOUNS]
    officers = post_words(lang).heads  # whom a title may hold with the name, "A, Rector of X, and the minister"
    alone = officers.isdisjoint(context.text[end:start].lower().replace(",", " ").split()[:-1])
    return last.organization if alone and all(_is_place(context, token) for token in between) else None


_NOUNS = frozenset({"NOUN", "PROPN"})


def _is_place(context: Context, token: Token) -> bool:
    return any(context.family(mention.entity, ("Place",)) for mention in context.things(token))


def aides(context: Context) -> list[PostHeld]:
    """Give the posts of those who are called somebody's deputy and no more: "A, Director of X, his deputy B"."""
    found = []
    told = {one.person for one in context.recognised.posts}
    for mention in context.recognised.mentions:
        if context.cls(mention.entity) != "Person" or mention.source == "rule" or mention.entity in told:
            continue
        token = context.token(mention.start)
        title = token.nbor(-1) if token.i > token.sent.start + 1 else token
        if title.is_punct and title.i > title.sent.start and title.text == ",":
            title = title.nbor(-1)  # "his deputy, | A"
        if (where := of_master(context, title.idx, title.text)) is not None:
            found.append(PostHeld(mention.entity, where, title.text, title.idx, mention.end))
            told.add(mention.entity)
    return found


def first_of_title(context: Context, post: PostHeld) -> PostHeld | None:
    """Give the post of who is named first behind a title of several, "Vice Presidents A | and B", where B is meant.

    None where he is of another country than the first.
    """
    lang = context.document.lang
    title = bare_title(lang, post.title or "")
    if not title or singular(title[-1]) == title[-1]:
        return None
    alike = [one for one in context.recognised.posts if (one.start, one.title) == (post.start, post.title)]
    behind = context.within("Person", post.start, context.token(post.start).sent.end_char)
    order = [m.entity for m in behind]
    alike = sorted((one for one in alike if one.person in order), key=lambda one: order.index(one.person))
    if not alike or alike[0].person == post.person or alike[0].organization is not None:
        return None
    first, other = (origin(context.entities[one.person].names[0].text) for one in (alike[0], post))
    return alike[0] if first == other or None in {first, other} else None


def _is_counterpart(context: Context, post: PostHeld, other: PostHeld) -> bool:
    """Tell whether two have one post, each for a side: "the Chinese director of X, A, and the Russian director, B"."""
    lang, text = context.document.lang, context.document.text
    sides = read(lang, "descriptions")["sides"]
    told: list[tuple[list[str], str]] = []
    for one in (other, post):
        title = bare_title(lang, one.title or "")
        before = text[: text.lower().find(title[-1], one.start) if title else 0][-_SIDE:].lower().split()
        told.append((title, next((word for word in reversed(before) if word in sides), "")))
    (mine, side), (others, another) = told
    return bool(mine) and mine == others and bool(side and another) and side != another


_SIDE = 24  # characters of "Chinese executive"


def beside_deans(context: Context, post: PostHeld) -> str | None:
    """Give the faculty of a deputy dean listed behind one of it: "A (Secretary of the School of X), B (Vice Dean)"."""
    lang = context.document.lang
    title = set(bare_title(lang, post.title or ""))
    before = [one for one in context.recognised.posts if one.organization and one.start < post.start]
    if title.isdisjoint(words(lang, "of_faculties")) or title.isdisjoint(words(lang, "of_deputies")) or not before:
        return None
    last = max(before, key=lambda one: one.end)
    faculty = last.organization or ""
    if last.person == post.person or context.cls(faculty) != "OrganizationalUnit":
        return None
    between = context.document.text[last.end : post.start]
    for name in context.within("Person", last.end, post.start):
        between = between.replace(context.document.text[name.start : name.end], ",")
    rest = set(between.translate(_MARKS).lower().split()) - words(lang, "conjunctions") - words(lang, "articles")
    called = {word for name in context.entities[faculty].names for word in name.text.lower().split()}
    return faculty if not rest and called & words(lang, "with_deans") else None
