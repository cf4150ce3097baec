"""What patterns of names are made of: capitalised words, and what before one is no part of a name."""

from __future__ import annotations

from collections.abc import Iterable

from kg.languages.en.people_known import openers
from kg.languages.posts import post_words

CAP = r"[A-Z][\w'’-]*"


def begins_no_name(word: str) -> bool:
    """Tell whether a capitalised word before a name is none of it: it opens a sentence, or is a post."""
    return word.lower() in openers() or word.lower() in post_words("en").heads


def behind_post(text: str, start: int) -> bool:
    """Tell whether a post stands before a place in a text: "Deputy Director of | ", "head of the | "."""
    before = text[max(0, start - 60) : start].lower().replace("-", " ").split()
    before = before[:-1] if before[-1:] == ["the"] else before
    return len(before) > 1 and before[-1] == "of" and before[-2] in post_words("en").heads


def any_case(words: Iterable[str]) -> str:
    """Give the alternatives of a pattern, each with its first letter small or large."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)
