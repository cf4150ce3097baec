"""Where names with quotation marks begin: "“Design, and | Ice Laboratory”", "Sino-Russian | “Volga” Union"."""

from __future__ import annotations

import re
from functools import cache

from kg.languages.en.shapes import is_body
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan


def begun(name: NameSpan, text: str) -> int:
    """Give where the name of an organization begins that a quotation is, or begins."""
    return _from_mark(name, text) if text[name.start] != '"' else _before_mark(name, text)


def _from_mark(name: NameSpan, text: str) -> int:
    """Give where a name begins that ends where a quotation of capitals does: "“Design, and | Ice Laboratory”"."""
    if text[name.end : name.end + 1] != '"' or text[name.start - 1 : name.start] == '"':
        return name.start
    mark = text.rfind('"', max(0, name.start - _LONGEST), name.start)
    before = text[mark + 1 : name.start] if mark >= 0 else ""
    if not before.strip() or not before[0].isupper() or (mark and not text[mark - 1].isspace()):
        return name.start  # behind a mark that closes
    words = before.replace(",", " ").split()
    plain = all(word[0].isupper() or word in read("en", "shapes")["between_fields"] for word in words)
    listed = before.rstrip().endswith(",") or words[-1] in read("en", "words")["conjunctions"]
    fields = "," in before and "\n" not in before and listed and not any(map(is_body, words))
    return mark + 1 if plain and fields else name.start


_LONGEST = 70  # characters


def _before_mark(name: NameSpan, text: str) -> int:
    """Give where a name begins before its quotation, with whose both it is: "the | Sino-Russian “Volga” Union"."""
    closing = text.find('"', name.start + 1, name.end)
    if name.cls == "Company" or closing < 0 or not text[closing + 1 : name.end].strip():
        return name.start  # "the Russian | “Volga”", which may be anybody's
    before = _of_both().search(text, max(0, name.start - _LONGEST), name.start)
    return before.start("both") if before is not None else name.start


@cache
def _of_both() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?P<both>{read('en', 'shapes')['of_both']}) $")
