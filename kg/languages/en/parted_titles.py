"""Titles of several that a comma parts from what they are of: "A, Dean, and B, Vice Dean, of X"."""

from __future__ import annotations

from dataclasses import replace

from kg.languages.en.rows import Row
from kg.languages.spans import NameSpan, Post


def parted_owner(row: Row, posts: list[Post]) -> NameSpan | None:
    """Give the organization that a comma parts from the last title: "A, Dean, and B, Vice Dean, | of X"."""
    last = posts[-1] if posts else None
    if last is None or last.title is None or last.organization is None:
        return None
    return last.organization if row.text[last.title[1] : last.organization.start].startswith(", of ") else None


def share(posts: list[Post], people: list[NameSpan], whose: NameSpan) -> None:
    """Let those listed before, whose titles say nothing of where, have their posts where the last has his."""
    for at, post in enumerate(posts):
        alone = post.organization is None and post.body is None and not post.elsewhere
        if alone and post.holder in people and post.start > post.holder.end:
            posts[at] = replace(post, organization=whose)
