"""Whether a short form is made of the first letters of a name."""

from __future__ import annotations

_FEWEST = 3  # letters by which a name is told that has small words among them, or of which only a part is meant


def spells(short: str, name: str) -> bool:
    """Tell whether a short form spells a name: by its capitals, with its small words, or without what it is of.

    >>> spells("OLU", "Omsk Law University"), spells("MOF", "Ministry of Finance of Kenya")
    (True, True)
    >>> spells("MF", "Ministry of Finance of Kenya"), spells("OLA", "Omsk Law University")
    (False, False)
    """
    words = name.replace("-", " ").split()
    if short == capitals(name):
        return True
    if len(short) < _FEWEST or len(words) < _FEWEST - 1:
        return False
    cut = max((k for k, word in enumerate(words) if k > 1 and word[0].islower()), default=len(words))
    return any(
        short in {"".join(word[0] for word in part).upper(), "".join(word[0] for word in part if word[0].isupper())}
        for part in (words, words[:cut])
    )


def capitals(name: str) -> str:
    """Give the first letters of the words of a name that are written large.

    >>> capitals("Sino-Russian Institute of Law")
    'SRIL'
    """
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
