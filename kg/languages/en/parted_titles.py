"""Titles of several that a comma parts from what they are of: "A, Dean, and B, Vice Dean, of X"."""

from __future__ import annotations

from dataclasses import replace

from kg.languages.en.rows import Row
from kg.languages.lexicon import words
from kg.languages.posts import bare_title
from kg.languages.spans import NameSpan, Post
from kg.schema import UNITS


def parted_owner(row: Row, posts: list[Post]) -> NameSpan | None:
    """Give the organization that a comma parts from the last title: "A, Dean, and B, Vice Dean, | of X"."""
    last = posts[-1] if posts else None
    if last is None or last.title is None or last.organization is None:
        return None
    return last.organization if row.text[last.title[1] : last.organization.start].startswith(", of ") else None


def share(row: Row, posts: list[Post], people: list[NameSpan], last: Post, whose: NameSpan) -> None:
    """Let those listed before, whose titles say nothing of where, have their posts where the last has his.

    Only titles that universities, their parts and companies have (``held_at_one``): none of states and cities,
    "A, Governor, and B, Rector, of X", none of professions without a house, "A, conductor". No part of something has
    a rector or president, and nothing has two heads. Whoever is listed before another of elsewhere is of elsewhere.
    """
    first = _title(row, last)
    for at in reversed(range(len(posts))):
        post = posts[at]
        if post.holder not in people:
            return
        alone = post.organization is None and post.body is None and not post.elsewhere
        title = _title(row, post)
        of_whole = title[-1:] and title[-1] in words("en", "heads_of_whole")
        if not alone or post.start <= post.holder.end or words("en", "held_at_one").isdisjoint(title[-1:]):
            return
        if of_whole and (whose.cls in UNITS or (len(title) == 1 and first[0] in words("en", "heads_of_whole"))):
            return
        posts[at] = replace(post, organization=whose)


def _title(row: Row, post: Post) -> list[str]:
    """Give the words of a title before what it is of, in small letters."""
    return bare_title("en", row.text[slice(*post.title)]) if post.title is not None else []
