"""Chinese characters of one standard: the place in the languages that meets OpenCC."""

from __future__ import annotations

from functools import cache
from typing import Final

from opencc import OpenCC

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"


class _Fold(dict[int, str]):
    """Code point → the character that stands for it, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if 0xFF01 <= code <= 0xFF5E:  # full width
            found = chr(code - 0xFEE0)
        elif code >= 0x3400:
            # one character at a time: phrases would change the length and depend on the neighbours
            single = (one for converter in _converters() if len(one := converter.convert(character)) == 1)
            found = next((one for one in single if one != character), character)
        else:
            found = character
        self[code] = found
        return found


_FOLD: Final = _Fold()


@cache
def _converters() -> tuple[OpenCC, ...]:
    # Hong Kong prints some characters as neither of the standards does
    return OpenCC("t2s"), OpenCC("hk2s")


def fold(text: str) -> str:
    """Give the text of the same length with simplified characters, and letters and signs in half width.

    >>> fold("（莫斯科國立大學，ＭＳＵ）")
    '(莫斯科国立大学,MSU)'
    """
    return text.translate(_FOLD)
