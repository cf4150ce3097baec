"""Towns that the registry does not know, by the noun before them: "the science city of | Koltsovo", "Koltsovo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.en.built_kinds import is_field
from kg.languages.en.people_known import openers
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def towns(text: str, taken: set[int]) -> Iterator[NameSpan]:
    """Find what a text calls a city or town of its name, wherever it names it.

    Args:
        taken: where other names stand.
    """
    told = {match["name"] for match in _called().finditer(text) if _is_town(match, taken)}
    for name in sorted(told):
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]|['’]s? [A-Z]| [A-Z]|, [A-Z][\w-]+ \()", text):
            ahead = text[: match.start()].rsplit(maxsplit=1)[-1:]
            within = ahead and ahead[0][:1].isupper() and ahead[0].isalpha() and ahead[0].lower() not in openers()
            if taken.isdisjoint(range(match.start(), match.end())) and not within:
                yield NameSpan(match.start(), match.end(), "City", "pattern", 0.85)


def _is_town(match: re.Match[str], taken: set[int]) -> bool:
    """Tell whether what stands behind "the city of" is a name of a place: not "the city of Science", "of Omsk Ltd."."""
    said = match["name"].split()
    praised = any(is_field(word) or word.lower() in read("en", "names")["subjects"] for word in said)
    kinds = any(kind_of("en", [word.lower()]) is not None for word in said)
    return not (praised or kinds) and taken.isdisjoint(range(match.start("name"), match.end("name")))


@cache
def _called() -> re.Pattern[str]:
    nouns = "|".join(sorted(read("en", "names")["towns"]))
    word = r"[A-Z][a-z]+(?:-[A-Za-z][a-z]+)*"
    return re.compile(rf"(?<![\w-])(?:{nouns}) of (?P<name>{word}(?: {word})?)(?![\w-]|['’]s? [A-Z]| [A-Z])")
