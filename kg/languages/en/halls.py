"""Houses where events are held, by their names behind "in" or "at": "in the Sayan Hotel", "in Lecture Hall 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def halls(text: str) -> Iterator[NameSpan]:
    """Find the names of houses and rooms behind the words that say where something is.

    A house named only by what it is for, the Main Building, is that of whoever is told of; it has no name here.
    """
    nameless = set(read("en", "names")["nameless_houses"])
    for match in _house().finditer(text):
        words = re.split(r"[ -]", match["before"].strip()) if match["before"] else []
        if match["number"] or match["whose"] or any(word.lower() not in nameless for word in words):
            yield NameSpan(match.start("name"), match.end("name"), "Place", "pattern", 0.8)


@cache
def _house() -> re.Pattern[str]:
    data = read("en", "names")
    nouns = "|".join(" ".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in noun.split()) for noun in data["houses"])
    whose = "|".join(data["houses_of"])
    word = r"[A-Z][\w’'-]*"
    titled = r"“[A-Z][^”\n]{1,40}”|\"[A-Z][^\"\n]{1,40}\""
    return re.compile(
        rf"\b(?:[Ii]n|[Aa]t|[Oo]n) (?:the )?(?P<name>(?P<before>(?:{word} ){{0,5}})(?:{_capital(nouns)})"
        rf"(?P<whose> of (?:{whose}))?(?: (?P<number>{data['house_numbers']})\b)?(?: (?:{titled}))?)(?! [A-Z]|\w|['’])"
    )


def _capital(nouns: str) -> str:
    """Give the nouns as they stand in names: with a capital, at least that of their first word."""
    return re.sub(r"(^|\|)\[([A-Z])[a-z]\]", r"\1\2", nouns)
