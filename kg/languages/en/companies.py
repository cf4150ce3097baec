"""Companies by how their names end, and those of lists: "Boshi Automation Co., Ltd.", "the firms Micron and Zarya"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.languages.en.built_kinds import is_field
from kg.languages.en.capitals import CAP
from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.origins import given_names
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a


def companies_ending(doc: Doc, text: str, places: set[int]) -> Iterator[NameSpan]:
    """Find names that end as those of companies do: "Boshi Automation Co., Ltd."; no place before a comma is in them.

    Args:
        places: where names of places end.
    """
    posts = nouns()[3]
    for match in _company().finditer(text):
        start = max(
            (end + 2 for end in places if match.start() < end and text.startswith(", ", end, match.end())),
            default=match.start(),
        )
        for word in text[start : match.end()].split()[:-1]:
            if word.lower() not in openers() | posts | frozenset(read("en", "posts")["modifiers"]):
                break
            start += len(word) + 1
        span = doc.char_span(start, match.end(), alignment_mode="expand")
        if span is not None and len(span) > 1:
            yield NameSpan(span.start_char, span.end_char, "Company", "pattern", 0.9)


@cache
def _company() -> re.Pattern[str]:
    data = read("en", "names")["company_ends"]
    return re.compile(rf"(?<![\w.-])(?:{data['word']},? ){{1,7}}{data['end']}(?!\w)")


def companies_listed(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find companies that a list behind their plural names: "the companies Micron, Zarya Motors and “Polyus”".

    Args:
        known: the names that the registry knows; a list with one of a place or a person is of something else.
    """
    if (listed := _listed()).search(text) is None:
        return
    bodies = covered(name for name in known if is_a(name.cls, "Organization"))
    others = covered(name for name in known if not is_a(name.cls, "Organization"))
    for match in listed.finditer(text):
        items = [
            (match.start("list") + item.start(item.lastgroup or 0), match.start("list") + item.end(item.lastgroup or 0))
            for item in _ITEMS.finditer(match["list"])
        ]
        said = [text[start:end].lower().split() for start, end in items]
        if any(map(_names_nobody, said)) or _are_fields(text, items) or _is_in_title(text, match.start()):
            continue
        if not others.isdisjoint(range(match.start("list"), match.end("list"))):
            continue
        for (start, end), words in zip(items, said, strict=True):
            if bodies.isdisjoint(range(start, end)) and kind_of("en", words) is None:
                yield NameSpan(start, end, "Company", "pattern", 0.8)


def _names_nobody(words: list[str]) -> bool:
    """Tell whether words are those of a country's people or of a person: "Russian", "Ivan Sokolov"."""
    return words[0] in read("en", "descriptions")["sides"] or words[0] in given_names() or words[0] in openers()


def _are_fields(text: str, items: list[tuple[int, int]]) -> bool:
    """Tell whether half of what is listed, or more, says a field: "the companies Robotics and Space"."""
    return 2 * sum(is_field(text[start:end].rsplit(maxsplit=1)[-1]) for start, end in items) >= len(items)


def _is_in_title(text: str, start: int) -> bool:
    """Tell whether a list is of whom somebody is: "A, founder of the | companies X and Y, came" would tell that Y came.

    Args:
        start: where its plural stands.
    """
    before = _OF.search(text, max(0, start - _NEAR), start)
    return before is not None and before["post"].lower() in nouns()[3]


_OF = re.compile(r"(?P<post>[\w-]+) of (?:the )?(?:[\w-]+ )?$")
_NEAR = 60  # characters before a list
_TITLED, _PLAIN = r"[\"“«](?P<titled>[A-Z][^\"”»\n]{1,30})[\"”»]", rf"(?P<plain>{CAP}(?: {CAP}){{0,2}})"
_ITEMS = re.compile(f"{_TITLED}|{_PLAIN}")


@cache
def _listed() -> re.Pattern[str]:
    plurals = "|".join(read("en", "names")["before_companies"])
    item = re.sub(r"\?P<\w+>", "?:", f"(?:{_ITEMS.pattern})")
    return re.compile(rf"\b(?:{plurals}) (?P<list>{item}(?:, {item})*,? and {item})(?![\w-]| [A-Z]| of )")
