"""Names that a text cuts short so that they are another's: "X University" behind "X University of Technology"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.languages.spans import NameSpan

_TWO_WORDS = 2
_GOES_ON = re.compile(r" [a-z]+ (?:[a-z]+ )?[A-Z]")
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


def shortened(names: Sequence[NameSpan], text: str, publisher: str | None) -> dict[int, tuple[NameSpan, NameSpan]]:
    """Give the names of known universities that stand for another, by offset, each with the longer name before it.

    Whoever is told of first by the longer name, and is the only one so called, is meant by the shorter; but not where
    both are told of in one sentence, where the shorter one comes first or is called otherwise as well, or is the
    publisher.
    """
    found: dict[int, tuple[NameSpan, NameSpan]] = {}
    universities = [name for name in names if name.cls == "University"]
    said = {name: " ".join(text[name.start : name.end].split()) for name in universities}
    for short in universities:
        if short.entry is None or short.entry == publisher or len(said[short].split()) != _TWO_WORDS:
            continue
        own = [name for name in universities if name.entry == short.entry]
        longer = [name for name in universities if _GOES_ON.match(said[name].removeprefix(said[short]))]
        longer = [name for name in longer if said[name].startswith(said[short])]
        if not longer or len({name.entry or said[name] for name in longer}) != 1:
            continue
        alike = all(said[name] == said[short] for name in own)
        first = min(name.start for name in own)
        beside = any(_in_one_sentence(one, other, text) for one in own for other in longer)
        if alike and longer[0].start < first and longer[0].entry != short.entry and not beside:
            found[short.start] = short, longer[0]
    return found


def _in_one_sentence(one: NameSpan, other: NameSpan, text: str) -> bool:
    start, end = sorted((one, other), key=lambda name: name.start)
    return SENTENCE_END.search(text, start.end, end.start + 1) is None
