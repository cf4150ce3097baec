"""Names of organizations with whose name they bear: "Omsk Law University (OLU) named after P. Ivanov"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.languages.en.capitals import CAP, behind_post
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.origins import given_names, surname_endings
from kg.languages.posts import post_words
from kg.languages.spans import Alias, NameSpan
from kg.schema import is_a


def dedicated(name: NameSpan, text: str) -> NameSpan:
    """Give a name with whose name its bearer carries: "Maritime State University named after G. I. Nevelskoy".

    That is initials and one surname, or a given name and one; whoever stands behind is somebody else.
    """
    if not is_a(name.cls, "Organization"):
        return name
    initials = _INITIALS_BEFORE.search(text, max(0, name.start - 8), name.start)
    if initials is not None and text[name.start : name.end].split(maxsplit=1)[0].lower().endswith(surname_endings()):
        name = replace(name, start=initials.start())  # "P.P. | Shirshov Institute"
    two = _TWO_BEFORE.search(text, max(0, name.start - _LONG), name.start)
    if two is not None and _INITIALLED.match(text, name.start, name.end):
        name = replace(name, start=two.start("first"))  # "V.I. Orlov and | A.M. Belov Laboratory"
    behind = _number().match(text, name.end)
    if behind is not None:
        return replace(name, end=behind.end())
    behind = _dedication().match(text, name.end)
    if behind is not None:
        return replace(name, end=behind.start("who") + _end_of_namesake(behind["who"]))
    beside = _BESIDE.match(text, name.end)
    said = text[name.start : name.end].split()
    own = beside is not None and len(said) > 1 and (kind_of("en", said) or kind_of("en", said[:1])) is not None
    return replace(name, end=beside.end()) if beside and own and not behind_post(text, name.start) else name


_BESIDE = re.compile(r" (?:[A-Z]\. ?){1,2}[A-Z][\w'-]+(?= of (?:the )?[A-Z]|, [A-Z]{2,4} RAS| [A-Z]{2,4} RAS)")

_TWO_BEFORE = re.compile(r"(?<![\w.])[Tt]he (?P<first>(?:[A-Z][a-z]?\. ?){1,2}[A-Z][\w'-]+ and )$")
_INITIALLED = re.compile(r"(?:[A-Z][a-z]?\. ?){1,2}[A-Z][\w'-]+ [A-Z]")
_LONG = 40  # characters of a namesake

_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,2}$")


def _end_of_namesake(said: str) -> int:
    """Give where the name of one person ends among words in capitals.

    >>> _end_of_namesake("P. Ivanov Anna Sidorova"), _end_of_namesake("Ivan Petrov Anna Orlova"), len("Ivan Petrov")
    (9, 11, 11)
    >>> _end_of_namesake("Mother Teresa"), _end_of_namesake("Peter the Great Rector Ivan")
    (13, 15)
    """
    words = list(_WORD.finditer(said))
    if "." in words[0][0]:
        initials = [word for word in words if "." in word[0]]
        return words[min(len(initials), len(words) - 1)].end()
    given, titles = given_names(), post_words("en").heads | post_words("en").modifiers
    longest = len(words)
    if words[0][0].lower() in given:
        longest = 3 if len(words) > 2 and words[1][0].lower().endswith(_PATRONYMIC) else 2
    for k, word in enumerate(words[:longest]):
        another = k > 1 and word[0].lower() in given and k + 1 < len(words)
        if k and (another or word[0].lower() in titles or word[0].lower().partition("-")[0] in titles):
            return words[k - 1].end()
    return words[min(longest, len(words)) - 1].end()


_WORD = re.compile(r"[A-Z][a-z]?\.|(?:the )?[A-Z][\w'-]+")
_PATRONYMIC = ("vich", "vna", "ich")


@cache
def _dedication() -> re.Pattern[str]:
    words = read("en", "names")["dedications"]
    titles = "|".join(map(re.escape, read("en", "names")["dedicated_to"]))
    return re.compile(
        rf"(?: \([A-Z][\w-]{{1,9}}\))?,? (?:{words}) (?:(?:the )?(?:{titles}) )*"
        r"(?P<who>(?:[A-Z][a-z]?\. ?)*[A-Z][\w'-]+(?: (?:the )?[A-Z][\w'-]+){0,3})"
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?:{read('en', 'names')['ending_numbers']})(?!\w)")


def within_brackets(names: Iterable[NameSpan], text: str) -> Iterator[Alias]:
    """Give the short form that stands within such a name, and the name without it: "Omsk University (OU) named …"."""
    for name in names:
        bracket = _BRACKET.search(text, name.start, name.end) if is_a(name.cls, "Organization") else None
        if bracket is not None:
            yield Alias(name, *bracket.span("short"))
            yield Alias(name, name.start, bracket.start())


_BRACKET = re.compile(r" \((?P<short>[A-Z][\w-]{1,9})\)(?=,? [a-z])")


def is_told_by_place(text: str, start: int, end: int) -> bool:
    """Tell whether a place and a noun in small letters mean a body told of before: "the Omsk | university", no name.

    That is where the text before names one with more words between the two, and none with the two alone.
    """
    place, _, noun = text[start:end].rpartition(" ")
    article = text[:start].endswith(("the ", "The "))
    if not place or not (noun.islower() and article) or kind_of("en", [noun]) is None:
        return False
    ahead, behind = rf"(?<![\w-]){re.escape(place)} ", rf"{noun.capitalize()}(?!\w)"
    longer = re.search(rf"{ahead}(?:{CAP} (?:(?:and|of|for) )?)+{behind}", text[:start])
    return longer is not None and re.search(ahead + behind, text[:start]) is None
