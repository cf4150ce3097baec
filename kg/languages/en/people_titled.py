"""People in English text whose names tell nothing by their form, by the title that stands beside them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.languages.en.letters import CAPITALISED
from kg.languages.en.people import is_name_word, is_place_word, openers, title_end
from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.languages.spans import NameSpan


def titled(doc: Doc, found: list[NameSpan], taken: set[int]) -> Iterator[NameSpan]:
    """Find the people whom only their place tells: "Shakhray, who is Rector of X", "Rector of X: Shakhray.".

    Args:
        found: the people found by other rules.
        taken: where they and known names are.
    """
    starts, ends = {one.start for one in found}, {one.end for one in found}
    position = 0
    while position < len(doc) - 1:
        run = _run(doc, position, taken)
        behind = position + run
        if 0 < run <= _LONGEST and behind < len(doc):
            alone = run == 1 and len(doc[position]) < _SHORTEST
            told = not alone and (_has_title(doc, behind) or _is_label(doc, position, behind))
            if told or (run == 2 and _is_listed(doc, position, behind, starts, ends)):
                span = doc[position:behind]
                yield NameSpan(span.start_char, span.end_char, "Person", "pattern", 0.65)
        position = behind if run else position + 1


_LONGEST = 2  # words of a name
_SHORTEST = 4  # letters of a name of one word


def _run(doc: Doc, position: int, taken: set[int]) -> int:
    """Give how many capitalised words that may be a name stand together from a place on, none before them."""
    before = doc[position - 1].text if position else ""
    if CAPITALISED.match(before) or before in {"-", '"'}:
        return 0
    length = 0
    while position + length < len(doc) and CAPITALISED.match(doc[position + length].text):
        token = doc[position + length]
        if not _may_be_name(token) or token.idx in taken:
            return 0
        length += 1
    return length


def _may_be_name(token: Token) -> bool:
    plain = is_name_word(token) and not is_place_word(token.text) and token.lower_ not in openers()
    return plain and len(token) > 1 and token.text.isalpha() and kind_of("en", [token.lower_]) is None


def _has_title(doc: Doc, behind: int) -> bool:
    """Tell whether a clause behind a name tells of a post somewhere: "Shakhray, who is Vice-Rector of X"."""
    if doc[behind].text != "," or behind + 5 > len(doc):
        return False
    who, verb = doc[behind + 1], doc[behind + 2]
    if who.lower_ not in words("en", "relative_people") or verb.lower_ not in words("en", "be_printed"):
        return False
    end = title_end(doc, behind + 3)
    if end is None or end + 2 >= len(doc):
        return False
    whole = doc[end + 1] if doc[end + 1].lower_ not in words("en", "articles") else doc[end + 2]
    return bool(CAPITALISED.match(whole.text))


def _is_label(doc: Doc, position: int, behind: int) -> bool:
    """Tell whether a name is what a label of a title says: "Rector of X: Shakhray."."""
    if (
        position < _OPENING
        or doc[position - 1].text != ":"
        or not (doc[behind].text in {".", ";"} or doc[behind].is_space)
    ):
        return False
    first = position - 2
    while first > 0 and doc[first - 1].text not in {".", ";", ":"} and not doc[first - 1].is_space:
        first -= 1
    return position - 1 - first <= _LABEL and title_end(doc, first) is not None


_LABEL = 16  # tokens
_OPENING = 4  # tokens of "First Acting Vice Rector"


def _is_listed(doc: Doc, position: int, behind: int, starts: set[int], ends: set[int]) -> bool:
    """Tell whether two words stand in a list of people: "Anna Petrova, Ivan Orlov, | Yuval Weber | and Oleg Petrov"."""
    if position < _LISTED:
        return False
    before, last = doc[position - 1], doc[position - 2]
    if before.text not in {",", "and"} or last.idx + len(last) not in ends:
        return False
    if doc[behind].text not in {",", "and"} or behind + 1 >= len(doc) or doc[behind + 1].idx not in starts:
        return False
    first = position - 2
    while first > 0 and doc[first].idx not in starts:
        first -= 1
    another = doc[first - 2] if first > 1 and doc[first - 1].text in {",", "and"} else None
    return another is not None and another.idx + len(another) in ends


_LISTED = 6  # tokens of two names and what joins them
