"""One form for all spellings of a name that differ in nothing that a reader would call different."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from kg.entities.names.scripts import HAN, is_han, latin, readings, simplified

_APOSTROPHES: Final = re.compile(r"['’‘‛ʼʹʻ`´′＇]")
_AMPERSAND: Final = re.compile(r"\s*[&＆]\s*")
_SEPARATORS: Final = re.compile(r"[\W_]+")
_ARTICLES: Final = frozenset({"the", "a", "an"})
_LONGEST: Final = 80  # an IRI that can still be read; longer ones keep their beginning and a digest


@lru_cache(maxsize=50_000)
def normalise(text: str) -> str:
    """Give a name without case, punctuation, articles, and differences of width, quotes, dashes, ё and Han variants.

    Apostrophes vanish, all other punctuation parts words. Applied to its own result it changes nothing.

    >>> normalise("The “Xi’an—Polytechnic” University"), normalise("Королёв"), normalise("科學與技術")
    ('xian polytechnic university', 'королев', '科学与技术')
    """
    # Each step may uncover work for an earlier one (a removed mark lets letters compose): go on until nothing changes.
    while (following := _once(text)) != text:
        text = following
    return text


def _once(text: str) -> str:
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold()).replace("ё", "е")
    text = simplified(_AMPERSAND.sub(" and ", _APOSTROPHES.sub("", text)))
    text = "".join(character for character in text if unicodedata.category(character) != "Mn")
    words = _SEPARATORS.sub(" ", text).split()
    return " ".join([word for word in words if word not in _ARTICLES] or words)


@lru_cache(maxsize=50_000)
def slug(text: str) -> str:
    """Give an ASCII key for IRIs: lower-case letters and digits joined by single hyphens, never empty.

    >>> slug("Xi'an Polytechnic University"), slug("Томск"), slug("雷亚平"), slug("…").startswith("x-")
    ('xian-polytechnic-university', 'tomsk', 'lei-ya-ping', True)
    """
    return join_key([ascii_words(word) for word in normalise(text).split()], text)


def ascii_words(word: str) -> str:
    """Give a word in ASCII; Chinese characters as syllables parted by hyphens."""
    if is_han(word):
        word = re.sub(f"[{HAN}]", lambda match: f" {readings(match[0])[0]} ", word)
    return re.sub(r"[^a-z0-9]+", "-", latin(word)).strip("-")


def join_key(parts: list[str], text: str) -> str:
    """Give the parts as one key; `text` gives the digest where nothing is left of them or they are too long."""
    key = "-".join(part for part in parts if part)
    if key and len(key) <= _LONGEST:
        return key
    digest = hashlib.sha256(unicodedata.normalize("NFKC", text).casefold().encode()).hexdigest()[:8]
    return f"{key[: _LONGEST - 9].rstrip('-')}-{digest}" if key else f"x-{digest}"
