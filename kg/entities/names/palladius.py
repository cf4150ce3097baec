"""The Palladius system: how Chinese syllables are written in Russian.

The table is made by rule from initials and finals (the system of Archimandrite Palladius, 1888, as Russian reference
works print it), so that no syllable can be forgotten; exceptions are the few that the rule does not give.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from kg.languages.pinyin import syllables

_INITIALS: Final = {
    **{"b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х"},
    **{"j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с"},
}
_FINALS: Final = {
    **{"a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "ei": "эй", "en": "энь", "eng": "эн"},
    **{"ong": "ун", "ou": "оу", "i": "и", "ia": "я", "ian": "янь", "iang": "ян", "iao": "яо", "ie": "е", "in": "инь"},
    **{"ing": "ин", "iong": "юн", "iu": "ю", "o": "о", "u": "у", "ua": "уа", "uai": "уай", "uan": "уань"},
    **{"uang": "уан", "ui": "уй", "un": "унь", "uo": "о", "yu": "юй", "yue": "юэ"},
}
_ROUNDED: Final = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}  # after j, q, x the letter u means ü
_ALONE: Final = {
    **{"a": "а", "ai": "ай", "an": "ань", "ang": "ан", "ao": "ао", "e": "э", "en": "энь", "er": "эр", "o": "о"},
    **{"ou": "оу", "ya": "я", "yan": "янь", "yang": "ян", "yao": "яо", "ye": "е", "yi": "и", "yin": "инь"},
    **{"ying": "ин", "yong": "юн", "you": "ю", "yu": "юй", "yuan": "юань", "yue": "юэ", "yun": "юнь", "wa": "ва"},
    **{"wai": "вай", "wan": "вань", "wang": "ван", "wei": "вэй", "wen": "вэнь", "weng": "вэн", "wo": "во", "wu": "у"},
}
_EXCEPTIONS: Final = {
    **{"hui": "хуэй", "zi": "цзы", "ci": "цы", "si": "сы", "ri": "жи"},
}
# Looser habits of newspapers; each counts only where it is not the strict spelling of another syllable.
_HABITS: Final = (("э", "е"), ("хуэй", "хой"))
_SEPARATORS: Final = re.compile("[ъ'’-]")


@cache
def table() -> dict[str, str]:
    """Give plain pinyin syllable → Cyrillic, for every syllable of pinyin.

    >>> table()["lei"], table()["xue"], table()["zhang"], table()["lyu"]
    ('лэй', 'сюэ', 'чжан', 'люй')
    """
    found = dict(_ALONE)
    for initial, start in _INITIALS.items():
        rounded = _ROUNDED if initial in ("j", "q", "x") else {}
        for final, end in {**_FINALS, **rounded}.items():
            # "lo" is a particle and would take "ло" from the surname Luo.
            if syllables(initial + final) == (initial + final,) and initial + final != "lo":
                found[initial + final] = start + end
    return found | _EXCEPTIONS


@cache
def _reversed() -> dict[str, str]:
    strict: dict[str, str] = {}
    for syllable, cyrillic in sorted(table().items()):
        strict.setdefault(cyrillic, syllable)
    loose = dict(strict)
    for one, other in _HABITS:
        for cyrillic, syllable in strict.items():
            loose.setdefault(cyrillic.replace(one, other), syllable)
    return loose


def palladius(word: str) -> str | None:
    """Give a Cyrillic word as plain pinyin written together, or None where it is not written by this system.

    Of several divisions the one with the fewest syllables counts.

    >>> palladius("Япин"), palladius("Цзиньпин"), palladius("Дмитрий")
    ('yaping', 'jinping', None)
    """
    found = divide(word)
    return "".join(found) or None


def divide(word: str) -> tuple[str, ...]:
    """Give the pinyin syllables of a Cyrillic word, none where it is not written by this system."""
    known = _reversed()
    parts: list[str] = []
    for piece in _SEPARATORS.split(word.lower().replace("ё", "е")):
        best: list[tuple[str, ...] | None] = [(), *([None] * len(piece))]
        for end in range(1, len(piece) + 1):
            for start in range(max(0, end - 6), end):
                before, syllable = best[start], known.get(piece[start:end])
                if before is None or syllable is None:
                    continue
                current = best[end]
                if current is None or len(before) + 1 < len(current):
                    best[end] = (*before, syllable)
        if not best[-1]:
            return ()
        parts += best[-1]
    return tuple(parts)
