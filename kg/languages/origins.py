"""Where a personal name in Latin letters is usual: Russian given names and surnames, Chinese syllables."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import pinyin
from kg.languages.lexicon import read


@cache
def given_names() -> frozenset[str]:
    """Give the given names that texts of this field print in Latin letters, lower case, however they are spelled.

    >>> {"lyudmila", "ludmila", "liudmila", "yevgenia", "evgeniya", "yevgeniia", "nigel", "sanjay"} <= given_names()
    True
    """
    return _russian_names() | frozenset(read("en", "given_elsewhere"))


@cache
def given_elsewhere() -> frozenset[str]:
    """Give those of them that are usual elsewhere alone, which may as well stand in names of things: "Kelly Tower"."""
    return given_names() - _russian_names()


@cache
def _russian_names() -> frozenset[str]:
    """Give those of them that Russia's people have, and few of others."""
    names = frozenset(read("en", "people")["given"]) | frozenset(read("en", "given"))
    found = {name for name in names if len(name) > _SHORT_NAME}
    for _ in range(_AT_ONCE):
        found |= {re.sub(said, other, name) for name in found for said, other in read("en", "people")["respellings"]}
    return names | found


_SHORT_NAME = 4  # letters; respelt, names so short may be other words
_AT_ONCE = 2  # respellings in one name: "Yevgeniia" of "Evgenia"


@cache
def surname_endings() -> tuple[str, ...]:
    """Give the endings that hardly any word but a Russian surname in Latin letters has."""
    return tuple(read("en", "people")["sure_endings"])


def origin(name: str) -> str | None:
    """Give the country that a name is usual in: pinyin syllables, or a Russian given name or surname.

    >>> origin("Li Weiming"), origin("Ivan Sokolov"), origin("Olaf Berg"), origin("John Smith"), origin("Anna Ilyina")
    ('CN', 'RU', None, None, 'RU')
    >>> origin("Nigel Wood"), origin("Sanjay Molina"), origin("Zhang"), origin("Wood")
    (None, None, 'CN', None)
    """
    words = [word for word in name.replace(".", " ").split() if word[:1].isupper()]
    if len(words) >= 2 and all(pinyin.syllables(word) for word in words):
        # syllables make up some given names elsewhere: "Yuri Mazei", but "Li Nina"
        russian = any(len(word) >= _SHORT_NAME and word.lower() in _russian_names() for word in words)
        if not russian or any(pinyin.is_surname(word) for word in words):
            return "CN"
    if len(words) == 1 and pinyin.is_surname(words[0]):
        return "CN"
    said = [word.lower() for word in words]
    given = [word for word in said if word in _russian_names()]
    data = read("en", "people")
    telling = any(word not in data["elsewhere"] for word in given)
    likely = bool(given) and bool(said) and said[-1].endswith(tuple(data["likely_endings"]))
    russian = telling or likely or any(word.endswith(surname_endings()) for word in said)
    return "RU" if russian else None
