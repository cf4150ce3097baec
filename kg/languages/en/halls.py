"""Houses where events are held, by their names behind "in" or "at": "in the Sayan Hotel", "in Lecture Hall 12".

Before what says that something is held there they are found as well: "The Sayan Hotel was the venue of the Forum".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def halls(text: str) -> Iterator[NameSpan]:
    """Find the names of houses and rooms by the words beside them that say where something is.

    A house named only by what it is for, the Main Building, is that of whoever is told of; it has no name here. What
    may be a body as well, a museum, is a house where something was held in it, and nothing else is told of it.
    """
    data = read("en", "names")
    nameless, bodies = set(data["nameless_houses"]), set(data["no_houses"])
    for match in _house().finditer(text):
        words = re.split(r"[ -]", match["before"].strip()) if match["before"] else []
        if match["number"] or match["whose"] or any(word.lower() not in nameless for word in words):
            yield _span(match)
    for pattern in (_house_for(), _body(), _housing()):
        for match in pattern.finditer(text):
            words = re.split(r"[ -]", match["name"].lower())
            before = match.groupdict().get("before") or ""
            # "the AltSU Museum" is somebody's own; what is told of again may be a body
            owned = any(letter.isupper() for letter in before.partition(" ")[0][1:])
            plain = bool(before) and nameless.issuperset(before.lower().split())
            if bodies.isdisjoint(words) and not plain and not (match["body"] and (owned or _is_told_of(match, text))):
                yield _span(match)


def _is_told_of(match: re.Match[str], text: str) -> bool:
    """Tell whether a text tells more of what may be a body: "at the Altai Museum, which", "Altai Museum (AM)"."""
    if text.count(match["name"]) > 1 or re.match(read("en", "names")["told_of_bodies"], text[match.end("name") :]):
        return True
    noun = re.escape(match["body"].split()[-1])
    return re.search(rf"\bthe {noun}\b", text, re.IGNORECASE) is not None


def _span(match: re.Match[str]) -> NameSpan:
    return NameSpan(match.start("name"), match.end("name"), "Place", "pattern", 0.8)


_WORD = r"[A-Z][\w’'-]*"
_HERE = r"(?<!\bnot )\b"  # "was held not | at the Sayan Hotel | but in Omsk"


@cache
def _house() -> re.Pattern[str]:
    data = read("en", "names")
    whose = "|".join(data["houses_of"])
    titled = r"“[A-Z][^”\n]{1,40}”|\"[A-Z][^\"\n]{1,40}\""
    return re.compile(
        rf"{_HERE}(?:[Ii]n|[Aa]t|[Oo]n) (?:the )?(?P<name>(?P<before>(?:{_WORD} ){{0,5}})(?:{_nouns(data['houses'])})"
        rf"(?P<whose> of (?:{whose}))?(?: (?P<number>{data['house_numbers']})\b)?(?: (?:{titled}))?)(?! [A-Z]|\w|['’])"
    )


@cache
def _house_for() -> re.Pattern[str]:
    """Match "at the Palace of Labour", "in the House of Friendship"."""
    nouns = _nouns(read("en", "names")["houses_for"])
    return re.compile(
        rf"{_HERE}(?:[Ii]n|[Aa]t) the (?P<name>(?:{_WORD} ){{0,3}}(?:{nouns}) of {_WORD}(?: {_WORD})?(?: and {_WORD})?)"
        r"(?P<body>)(?! [A-Z]|\w|['’])"
    )


@cache
def _body() -> re.Pattern[str]:
    """Match "was held on May 3 at the Altai Museum", which may be a body elsewhere."""
    data = read("en", "names")
    held = "|".join(data["held_in_houses"])
    return re.compile(
        rf"\b(?:{held})(?: [^.,;:\n“”\"]{{0,40}}?)?,? {_HERE}(?:in|at) (?:the )?"
        rf"(?P<name>(?P<before>(?:{_WORD} ){{1,4}})(?P<body>{_nouns(data['houses_or_bodies'])}))"
        r"(?! [A-Z]|\w|['’]| of\b| for\b)"
    )


@cache
def _housing() -> re.Pattern[str]:
    """Match "The Sayan Hotel hosted" and "The Altai Museum was the venue" at the start of a sentence."""
    data = read("en", "names")
    be, venues = "|".join(data["being_houses"]), "|".join(data["being_venues"])
    housing, by_bodies = "|".join(data["housing"]), "|".join(data["housing_of_bodies"])
    venue = rf"(?:{be})(?:,? (?:on|from|for) [^.;:]{{1,30}}?,?)? (?:{venues})"
    noun = rf"(?P<body>{_nouns(data['houses_or_bodies'])})|{_nouns(data['houses'])}"
    return re.compile(
        rf"(?:^|[.!?] |, )(?:[Tt]he )?(?P<name>(?P<before>(?:(?!The ){_WORD} ){{1,4}})(?:{noun})(?: of {_WORD})?)"
        rf"(?: in {_WORD})? (?:{venue}|(?(body)(?:{by_bodies})|(?:{housing})))\b",
        re.MULTILINE,
    )


def _nouns(nouns: Iterable[str]) -> str:
    """Give a pattern for nouns as they stand in names: with a capital, at least that of their first word."""
    return "|".join(
        " ".join((w[0].upper() if i == 0 else f"[{w[0].upper()}{w[0]}]") + w[1:] for i, w in enumerate(noun.split()))
        for noun in nouns
    )
