"""What is known of words in capitals before one looks where they stand: given names, endings, common words."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Span

from kg.languages.en.letters import nouns
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.languages.origins import given_elsewhere, given_names


@cache
def openers() -> frozenset[str]:
    """Give the words that begin sentences with a capital; lower case."""
    return frozenset(read("en", "openers"))


def is_place_word(word: str) -> bool:
    """Tell whether a word names a country's or a language's own ("Chinese Petrov"), or only opens a sentence."""
    return word.lower() in openers() | people_words()[2]


@cache
def people_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Give the given names, the endings of surnames, and the words in capitals that are no names; lower case."""
    data = read("en", "people")
    return given_names(), tuple(data["surname_endings"]), frozenset(data["not_names"])


def is_common(word: str) -> bool:
    """Tell whether a word in capitals is that of an organization, event, place, post or field, not of a name."""
    heads = frozenset().union(*nouns())
    said = word in heads or singular(word) in heads or word in people_words()[2] | openers() or is_place_word(word)
    return said or word.endswith(tuple(read("en", "names")["field_endings"]))


def is_thing(span: Span) -> bool:
    """Tell whether a given name of elsewhere and a noun are a thing: "Duncan Hall", "Emil Berg Medal".

    Not behind a title: "Professor Gary Hall".
    """
    before = span.doc[span.start - 1].lower_.rstrip(".") if span.start else ""
    addressed = before in nouns()[3] or before in read("en", "people")["addresses"]
    if addressed or span[0].lower_ not in given_elsewhere():
        return False
    behind = span.doc[span.end : span.end + 1]
    words = [token.lower_ for token in (*span[1:], *behind) if token.text[:1].isupper()]
    return any(_is_noun(word) and word not in nouns()[3] for word in words)


def _is_noun(word: str) -> bool:
    organizations, events, places, _ = nouns()
    told = frozenset(read("en", "people")["no_surnames"]) | frozenset(read("en", "shapes")["buildings"])
    known = organizations | events | places | told
    return word in known or singular(word) in known or kind_of("en", [word]) is not None
