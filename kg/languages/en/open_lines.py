"""Sentences that a list of lines goes on with: "The delegation visited | • X University, | • Y Institute."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.languages.lexicon import words

_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"[ \t]*(?:[-*•·▪►‣◦–—+]|\d{1,2}[.)])[ \t]+(?=\S)")
_LAST_WORD = re.compile(r"([A-Za-z]+) ?:?\s*$")
_NEW_SENTENCE = re.compile(r"[a-z)]{3}[.!?] +[A-Z]")
_ENDS = ",;"
_FEWEST = 3  # words of a line that is a sentence so far
_LONGEST = 250  # characters of one of the list


def joined(text: str) -> str:
    """Give the text, as long as before, with the lines of such lists as one line.

    >>> joined("Then we visited\\n• Omsk,\\n• Perm.\\nOmsk is old.")
    'Then we visited   Omsk, & Perm.\\nOmsk is old.'
    >>> joined("The visit to Omsk\\n• Omsk is old.\\n• Perm is older.")
    'The visit to Omsk\\n• Omsk is old.\\n• Perm is older.'
    """
    lines = list(_LINE.finditer(text))
    said = list(text)
    for k, line in enumerate(lines):
        if not _is_open(line[0]):
            continue
        found = list(_listed(lines[k + 1 :]))
        if len(found) < _MANY or (line[0].rstrip().endswith(":") and _are_rich(text, found)):
            continue
        end = line.end()
        while said[end - 1] in ": \t":
            said[end - 1] = " "
            end -= 1
        for number, (start, stop) in enumerate(found):
            for k_between in range(end, start):
                said[k_between] = " "
            if number and text[end - 1] not in _ENDS:
                said[end] = ","
            elif number and text[end - 1] == ";":
                said[end - 1] = ","
            if number == len(found) - 1:
                _join(said, end, start)
            end = stop
    return "".join(said)


def _join(said: list[str], end: int, start: int) -> None:
    """Put "and" between the last two of a list, where there is room for it and it does not stand there."""
    both = _AND if start - end > len(_AND) else "&"
    if start - end > len(both) + 1 and not "".join(said[start : start + len(_AND)]).lower().startswith(_AND):
        said[start - len(both) - 1 : start - 1] = both


def _are_rich(text: str, found: list[tuple[int, int]]) -> bool:
    """Tell whether the lines below a colon say more than a name each, which is read line by line."""
    return any("," in text[start:stop].rstrip(_ENDS) for start, stop in found)


_AND = "and"
_MANY = 2  # lines that are a list


def _is_open(line: str) -> bool:
    """Tell whether a line ends before its sentence does: "The speakers were", "Agreements were signed with:"."""
    last = _LAST_WORD.search(line)
    return last is not None and len(line.split()) >= _FEWEST and last[1] in words("en", "left_open")


def _listed(lines: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Give where the words of each line of a list stand, marks aside.

    Without marks all lines but the last end with a comma, or a semicolon.
    """
    marked = bool(lines) and _MARK.match(lines[0][0]) is not None
    for line in lines:
        mark = _MARK.match(line[0])
        content = line[0].rstrip()
        start = line.start() + (mark.end() if mark is not None else len(content) - len(content.lstrip()))
        if not content.strip() or len(content) > _LONGEST or _NEW_SENTENCE.search(content) or marked is not bool(mark):
            return
        if not marked and not (content[-1] in _ENDS or content.endswith(".")):
            return
        yield start, line.start() + len(content)
        if content.endswith((".", "!", "?")):
            return
