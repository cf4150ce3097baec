"""Companies by how their names end, and where these begin: "Boshi Automation Co., Ltd."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


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
