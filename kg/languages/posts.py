"""The words of posts that people hold: ``posts.yml`` of each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.errors import LanguageError
from kg.languages.lexicon import read
from kg.records import Lang


@dataclass(frozen=True, slots=True)
class PostWords:
    """The nouns and modifiers of posts, and what their holders are to the organization.

    Attributes:
        heads: the last words of the nouns.
    """

    heads: frozenset[str]
    nouns: dict[str, str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    governs: dict[str, str]
    missions: dict[str, str]
    senders: dict[str, list[str]]
    bodies: frozenset[str]
    links: frozenset[str]


@cache
def post_words(lang: Lang) -> PostWords:
    """Give ``posts.yml`` of a language.

    Raises:
        LanguageError: a post with a value that is not known.
    """
    data = read(lang, "posts")
    for post, value in data["posts"].items():
        if value not in {"represents", "member"}:
            raise LanguageError(
                f"{post}: {value!r} is none of represents, member", place=f"kg/languages/{lang}/posts.yml"
            )
    return PostWords(
        frozenset(post.split()[-1] for post in data["posts"]),
        data["posts"],
        frozenset(data["modifiers"]),
        frozenset(data["honorifics"]),
        data["governs"],
        data["missions"],
        data["senders"],
        frozenset(data["bodies"]),
        frozenset(data["links"]),
    )
