"""The words of posts that people hold: ``posts.yml`` of each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from kg.errors import LanguageError
from kg.languages.kinds import kind_of
from kg.languages.lexicon import has, read, words
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


def is_body(lang: Lang, name: str) -> bool:
    """Tell whether a name is that of a council, committee or the like, by its last word.

    >>> is_body("en", "CPC LZU Committee"), is_body("en", "Committee on Ice"), is_body("zh", "委员会")
    (True, False, False)
    """
    return has(lang, "posts") and name.lower().split()[-1] in post_words(lang).bodies


def is_party_within(lang: Lang, name: str) -> bool:
    """Tell whether a name says only that a body is the party's within something: "Party Committee", "Party Group".

    >>> is_party_within("en", "University Party Committee"), is_party_within("en", "Omsk Party Committee")
    (True, False)
    """
    if not has(lang, "posts"):
        return False
    said, data = name.lower().split(), read(lang, "posts")
    at = next((k for k, word in enumerate(said) if word in data.get("party_words", ())), None)
    if at is None or said[-1] not in data.get("party_bodies", ()):
        return False
    before = {word for word in said[:at] if word not in data["modifiers"]}
    return not before or (len(before) == at == 1 and kind_of(lang, list(before)) is not None)


def bare_title(lang: str, title: str) -> list[str]:
    """Give the words of a title before what it is of or for, in small letters.

    >>> bare_title("en", "Vice-Rector for International Affairs")
    ['vice', 'rector']
    """
    ends = words(lang, "behind_titles")
    return list(takewhile(lambda word: word not in ends, title.lower().replace("-", " ").split()))
