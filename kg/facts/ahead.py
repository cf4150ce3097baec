"""Whose a post is that stands in a row before one whose home is told: "Rector A and Vice-Rector B of X"."""

from __future__ import annotations

from kg.facts.context import Context
from kg.languages.lexicon import words
from kg.languages.origins import origin
from kg.languages.posts import bare_title
from kg.records import PostHeld
from kg.schema import UNITS


def listed_ahead(context: Context, post: PostHeld) -> str | None:
    """Give the organization behind the last of a row of titles with names, where the first of them can be of it.

    Two who each head an organization are of two, and so is a deputy before a head. "Delegation head A" says of what he
    is the head.
    """
    last = _last_of_row(context, post)
    if last is None or last.organization is None or not _is_behind(context, last) or _is_of_noun(context, post):
        return None
    lang = context.document.lang
    first, other = (" ".join(bare_title(lang, one.title or "")).replace("-", " ").split() for one in (post, last))
    mine, theirs = set(first), set(other)
    heads, deputies = words(lang, "chiefs"), words(lang, "deputies")
    chief, below = bool(mine & heads), bool(theirs & deputies)
    if (chief and theirs & heads and not below) or (mine & deputies and not below and theirs & heads):
        return None
    home, other_home = (origin(context.entities[one.person].names[0].text) for one in (post, last))
    country = context.country(last.organization) or other_home  # of who is of no known body, a stranger is no colleague
    strange = home is not None and country not in {home, None}
    apart = context.cls(last.organization) in UNITS and first[-1:] != other[-1:]  # "Rector A and Dean B of the Faculty"
    return None if strange or apart else last.organization


def _last_of_row(context: Context, post: PostHeld) -> PostHeld | None:
    """Give the post at the end of a row that a post stands in, before which "and" stands: "A, B and C of X"."""
    lang, text = context.document.lang, context.text
    sentence = context.token(post.start).sent
    behind = [one for one in context.recognised.posts if post.end <= one.start < sentence.end_char and one.title]
    end = post.end
    for one in sorted(behind, key=lambda one: (one.start, -one.end)):
        if one.start < end:
            continue
        between = text[end : one.start].lower().replace(",", " , ").split()
        joined = bool(between) and set(between) <= words(lang, "conjunctions") | {","}
        if not joined:
            return None
        if one.organization is not None:
            return one if between[-1] in words(lang, "conjunctions") and one.person != post.person else None
        end = one.end
    return None


def _is_of_noun(context: Context, post: PostHeld) -> bool:
    """Tell whether a noun directly before a title is of what the post is: "Delegation | head A", "team | leader A"."""
    first = context.token(post.start)
    before = first.nbor(-1) if first.i > first.sent.start else None
    return before is not None and before.pos_ == "NOUN" and not before.is_punct


def _is_behind(context: Context, post: PostHeld) -> bool:
    """Tell whether the organization of a post stands behind the name, and the title before: "Vice-Rector B of X"."""
    people = [m for m in context.within("Person", post.start, post.end) if m.entity == post.person]
    if not people or people[0].start == post.start:
        return False
    homes = [m for m in context.within("Organization", people[0].end, post.end) if m.entity == post.organization]
    return bool(homes)
