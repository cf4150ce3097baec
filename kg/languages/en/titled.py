"""Events named by a title in quotation marks behind their noun: the round table of rectors "Northern Schools"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from kg.languages.en.letters import CAPITALISED, ORDINAL
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a

_LONGEST_TITLE = 150  # characters
_LONGEST_TOPIC = 10  # tokens between the noun and the title
_SINGLE = "'"
_FEWEST, _NEAR = 2, 20  # tokens of a title in single marks; how far another mark may be
_ARTICLES = frozenset({"the", "a", "an"})
_GATHERINGS = ("Conference", "Exhibition", "RoundTable", "Course", "Competition", "Event")


def titled(doc: Doc, known: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Find the events whose noun, with what it is of or on, stands directly before a title in quotation marks.

    Args:
        known: names that are things of their own; none of an organization or person may stand between noun and title.
    """
    words = read("en", "names")
    bodies = covered(name for name in known if is_a(name.cls, "Organization") or name.cls == "Person")
    position = 0
    while position < len(doc):
        end = closing(doc, position) if opens(doc, position) else None
        if end is None:
            position += 1
            continue
        found = _noun(doc, position, frozenset(words["breaks_titled"]), bodies)
        if found is not None:
            head, kind = found
            start = _start(doc, head, frozenset(words["before_titled"]), bodies)
            last = doc[_with_noun(doc, head, position, end)]
            yield NameSpan(doc[start].idx, last.idx + len(last), kind.cls, "pattern", 0.85, None, kind.kind)
        position = end + 1


def opens(doc: Doc, position: int) -> bool:
    """Tell whether a quotation may open at a token: a single mark only behind a blank and before none."""
    mark = doc[position]
    if mark.text == '"':
        return True
    return mark.text == _SINGLE and not mark.whitespace_ and position > 0 and bool(doc[position - 1].whitespace_)


def _with_noun(doc: Doc, head: int, opening: int, closing: int) -> int:
    """Give the last token of a topic that goes on behind its quotation: "seminar on “Far Roads” | Initiative"."""
    if opening - head < _FEWEST or doc[head + 1].lower_ != "on":
        return closing
    return with_undertaking(doc, closing)


def with_undertaking(doc: Doc, closing: int) -> int:
    """Give the last token of what a quotation names together with the noun behind it: "“Far Roads” | Initiative"."""
    behind = doc[closing + 1 : closing + 3]
    if not behind:
        return closing
    alone = len(behind) == 1 or not CAPITALISED.match(behind[1].text)  # not "Initiative | Centre"
    return closing + 1 if alone and behind[0].text.istitle() and behind[0].lower_ in _undertakings() else closing


@cache
def _undertakings() -> frozenset[str]:
    return frozenset(read("en", "names")["undertakings"])


def closing(doc: Doc, opening: int) -> int | None:
    """Give where a quotation that may be a title ends: on its line, with a capital first."""
    if opening + 1 >= len(doc) or not doc[opening + 1].text[:1].isupper():
        return None
    mark = doc[opening].text
    for position in range(opening + 1, len(doc)):
        token = doc[position]
        if "\n" in token.text or token.idx - doc[opening].idx > _LONGEST_TITLE:
            return None
        if token.text == mark and (mark != _SINGLE or _closes(doc, opening, position)):
            last = doc[position - 1 : position + 2].text_with_ws
            return position if mark == _SINGLE or ends_quotation(last, token.idx - doc[position - 1].idx) else None
    return None


def ends_quotation(text: str, mark: int) -> bool:
    """Tell whether a double mark closes what is quoted: not where another quotation opens in it, "Seas of | “One Way”".

    >>> [ends_quotation('"Seas of "One Way": Hopes"', place) for place in (9, 17)]
    [False, True]
    """
    return not text[mark - 1].isspace() or text[mark + 1 : mark + 2].isspace()


def _closes(doc: Doc, opening: int, position: int) -> bool:
    """Tell whether a single mark ends a title of several words, and owns nothing: not "students' | forum"."""
    before, behind = doc[position - 1], doc[position + 1] if position + 1 < len(doc) else None
    owns = before.text.endswith("s") and doc[position].whitespace_ and behind is not None and behind.is_lower
    following = next((token for token in doc[position + 1 : position + _NEAR] if token.text == _SINGLE), None)
    owns = owns and following is not None and not following.nbor(-1).whitespace_  # which opens no other title
    return not before.whitespace_ and position - opening > _FEWEST and not owns


def _noun(doc: Doc, quote: int, breaks: frozenset[str], bodies: set[int]) -> tuple[int, Kind] | None:
    """Give the last token of the noun that a title belongs to, and its kind."""
    for position in range(quote - 1, max(-1, quote - 2 - _LONGEST_TOPIC), -1):
        token = doc[position]
        ends = token.is_punct or token.is_space or (token.lower_ in breaks and token.lower_ != "with")
        if token.idx in bodies or ends:
            return None
        kind = kind_of("en", [word.lower_ for word in doc[max(0, position - 3) : position + 1]])
        if kind is not None and kind.kind == "lecture" and position == quote - 1 and position > 1:
            several = (
                doc[position - 1].lower_ == "of" and doc[position - 2].lower_ in read("en", "names")["of_lectures"]
            )
            return (position - 2, Kind("Course", "training")) if several else None  # "the course of lectures “…”"
        if kind is not None and kind.cls in _GATHERINGS and kind.kind not in {"lecture", "thematic-year"}:
            behind = doc[position + 1].lower_
            topic = " ".join(word.lower_ for word in doc[position + 1 : quote])
            joined = behind in {"of", "for", "on"} or topic in read("en", "names")["with_whom_held"]
            return (position, kind) if position == quote - 1 or joined else None
        if kind is not None and position == quote - 1:
            return None  # the project "…", the award "…"
    return None


def _start(doc: Doc, head: int, modifiers: frozenset[str], bodies: set[int]) -> int:
    """Give the first token of a name: its ordinal, its adjectives and what is capitalised before its noun."""
    first = head
    while first > 0:
        before = doc[first - 1]
        if before.lower_ in _ARTICLES:
            break
        own = before.lower_ in modifiers or ORDINAL.match(before.text.capitalize()) or CAPITALISED.match(before.text)
        joined = bool(doc[first].text == "-" and f"{before.lower_}-{doc[first + 1].lower_}" in modifiers)
        hyphen = before.text == "-" and not before.whitespace_ and first > 1
        two = kind_of("en", [before.lower_, doc[first].lower_]) != kind_of("en", [doc[first].lower_])
        if before.idx in bodies or before.is_space or not (own or joined or hyphen or two):
            break
        first -= 1
    while first < head and (doc[first].lower_ in {"and", "-"} or doc[first].is_sent_start):
        first += 1
    return first
