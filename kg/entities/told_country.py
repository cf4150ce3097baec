"""Which of several bearers of a name an adjective of a country tells: "a Chinese partner, Northeastern University"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.languages.lexicon import has, read, words
from kg.languages.spans import NameSpan
from kg.records import Document, Entry

_BESIDE = 60  # characters before a name in which what it is a name of stands


def of_told_country(document: Document, name: NameSpan, borne: list[Entry]) -> list[Entry]:
    """Give the bearers of the only country that the sentence has an adjective of: "Chinese partners, among them …"."""
    sides = _sides(document) if borne else {}
    start = max(document.text.rfind(mark, 0, name.start) for mark in (". ", "\n")) + 1
    ends = [at for mark in (". ", "\n") if (at := document.text.find(mark, name.end)) >= 0]
    said = set(re.findall(r"\w+", document.text[start : min(ends, default=None)].lower()))
    told = {country for adjective, country in sides.items() if adjective in said}
    return [entry for entry in borne if {entry.country} == told]


def of_country_beside(document: Document, name: NameSpan, borne: list[Entry]) -> list[Entry]:
    """Give the bearers of the country whose adjective stands before a name, or before "partner" and "university" there.

    Nobody where a place may stand behind the name anywhere: "Northeastern University in Boston".
    """
    told = of_told_country(document, name, borne)
    text, sides = document.text, _sides(document)
    surface = text[name.start : name.end]
    small = "|".join(sorted(words(document.lang, "before_its_place")))
    placed = re.compile(rf",? *\(?(?:(?:{small}) )*[A-Z]")
    if not told or any(placed.match(text, found.end()) for found in re.finditer(re.escape(surface), text)):
        return []
    before = re.split(r"[.;\n]\s", text[max(0, name.start - _BESIDE) : name.start].lower())[-1]
    nouns = "|".join(sorted(words(document.lang, "told_by_country")))
    joined = "|".join(re.escape(word) for word in sorted(words(document.lang, "before_one_of_them")))
    pattern = rf"(?<![\w-])({'|'.join(sides)}) (?:(?:{nouns})(?:\s|,|(?:{joined})(?!\w))*)*$"
    return told if re.search(pattern, before) else []


def _sides(document: Document) -> Mapping[str, str]:
    """Give the adjectives of countries, each with its country; none in a language without them."""
    return read(document.lang, "descriptions")["sides"] if has(document.lang, "descriptions") else {}
