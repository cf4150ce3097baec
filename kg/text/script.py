"""English, Russian and Chinese told apart by the script they are written in."""

from __future__ import annotations

import re
from typing import Final

from kg.records import Lang

_SCRIPTS: Final[tuple[tuple[Lang, re.Pattern[str], int], ...]] = (
    ("en", re.compile("[A-Za-z\u00c0-\u024f]"), 1),
    ("ru", re.compile("[\u0400-\u052f]"), 1),
    # One Han character says about as much as three letters.
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"), 3),
)
_KANA: Final = re.compile("[\u3041-\u30ff]")
_JAPANESE_FROM: Final = 0.1


def detect(prose: str) -> Lang | None:
    """Give the language whose script most of a text is written in, or None where that is another script.

    Script is all that is looked at: German counts as English, Bulgarian as Russian.

    >>> detect("Ректор принял делегацию SPbPU"), detect("圣彼得堡国立大学 SPbU"), detect("αβγ"), detect("2020")
    ('ru', 'zh', None, None)
    """
    shares = {lang: weight * len(letters.findall(prose)) for lang, letters, weight in _SCRIPTS}
    lang = max(shares, key=lambda candidate: shares[candidate])
    letters = sum(map(str.isalpha, prose))
    known = sum(len(pattern.findall(prose)) for _, pattern, _ in _SCRIPTS)
    japanese = len(_KANA.findall(prose)) > _JAPANESE_FROM * letters
    return lang if shares[lang] and not japanese and 2 * known >= letters else None
