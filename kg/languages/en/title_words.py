"""What the words of a title say of it: that several bear it, that it is an honour or a rank."""

from __future__ import annotations

import re

from kg.languages.en.rows import Row
from kg.languages.kinds import names_honour
from kg.languages.lexicon import words
from kg.languages.posts import post_words
from kg.languages.spans import Post


def is_plural(row: Row, post: Post) -> bool:
    """Tell whether a title is that of several: "co-chairs", "Deputy Directors of X"."""
    if post.title is None:
        return False
    word = re.split(r" (?:of|for|at|in) ", row.text[slice(*post.title)].lower())[0].replace("-", " ").split()[-1]
    return word.endswith("s") and word[:-1] in post_words("en").heads


def is_idle(row: Row, post: Post) -> bool:
    """Tell whether a title before a name leaves open where: "Prof. Li Weiming, Jilin University"."""
    assert post.title is not None  # so it was asked
    return post.organization is None and post_words("en").nouns.get(row.text[slice(*post.title)].lower()) == "member"


def is_honour(row: Row, post: Post) -> bool:
    """Tell whether a title is an honour, not a post: "honorary professor", but not "honorary chairman"."""
    return post.title is not None and names_honour("en", row.text[slice(*post.title)])


def is_rank(row: Row, post: Post) -> bool:
    """Tell whether a title is a rank at an academy, beside which its bearer's post is elsewhere."""
    said = row.text[slice(*post.title)].lower().split() if post.title is not None else []
    return bool(said) and said[-1] in words("en", "academicians") | words("en", "membership")
