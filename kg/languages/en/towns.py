"""Towns that the registry does not know, by the noun before them: "the science city of | Koltsovo", "Koltsovo"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache

from kg.languages.en.built_kinds import is_field
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.spans import NameSpan


def towns(text: str, taken: set[int]) -> Iterator[NameSpan]:
    """Find what a text calls a city or town of its name, and where it names it alone behind a preposition.

    Args:
        taken: where other names stand.
    """
    told: defaultdict[str, list[int]] = defaultdict(list)
    for match in _called().finditer(text):
        if _is_town(match, taken):
            told[match["name"]].append(match.start("name"))
    for name, starts in sorted(told.items()):
        for start in [*starts, *_alone(name, starts, text, taken)]:
            yield NameSpan(start, start + len(name), "City", "pattern", 0.85)


def _alone(name: str, starts: Collection[int], text: str, taken: set[int]) -> list[int]:
    """Give where a text speaks of a town by its name alone: behind a preposition, and nobody can be so called."""
    found = []
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-]|['’]s? [A-Z]| [A-Z]|, [A-Z][\w-]+ \()", text):
        if match.start() in starts:
            continue
        ahead = text[: match.start()].rsplit("\n", 1)[-1].split()[-1:]
        led = bool(ahead) and ahead[0].lower() in words("en", "before_places")
        if not led and (not ahead or not ahead[0][-1].isalpha() or ahead[0][0].isupper()):
            return []  # "Lomonosov founded the school", "Professor Lomonosov"
        if led and taken.isdisjoint(range(match.start(), match.end())):
            found.append(match.start())
    return found


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
