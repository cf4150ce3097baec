"""The ways in which a registry entry's names are printed beside those that it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.languages.known.trie import Force
from kg.records import Entry

_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|вна|ична|ич)")
_WORD = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?")
_DOT = re.compile("[·•∙・]")
_PATRONYMIC_SOUNDS = ("维奇", "夫娜", "妮奇娜")


def variants(entry: Entry) -> dict[str, Force]:
    """Give the forms of an entry's names, and where each means it.

    A Russian person's are those with the surname first, those with initials where the patronymic is known, and, once
    the full name has been told, the surname alone and the given name with the patronymic.
    """
    found = dict.fromkeys((name.text for name in entry.names), Force.EVERYWHERE)
    for name in entry.own:
        found.setdefault(name, Force.OWN)
    if entry.cls == "Person" and entry.country != "CN":
        for name in tuple(found):
            for variant, force in (*_in_cyrillic(name), *_in_characters(name)):
                found.setdefault(variant, force)
    return found


def _in_cyrillic(name: str) -> Iterator[tuple[str, Force]]:
    words = name.split()
    if not all(_WORD.fullmatch(word) for word in words):
        return
    if len(words) == 2:
        yield f"{words[1]} {words[0]}", Force.EVERYWHERE
        yield words[1], Force.AGAIN
    elif len(words) == 3 and _PATRONYMIC.fullmatch(words[1]):
        given, father, surname = words
        yield f"{surname} {given} {father}", Force.EVERYWHERE
        yield f"{given[0]}.{father[0]}. {surname}", Force.EVERYWHERE
        yield f"{surname} {given[0]}.{father[0]}.", Force.EVERYWHERE
        yield f"{given} {father}", Force.AGAIN


def _in_characters(name: str) -> Iterator[tuple[str, Force]]:
    parts = _DOT.split(name)
    if len(parts) > 1:
        surname = parts[0] if len(parts) == 3 and parts[2].endswith(_PATRONYMIC_SOUNDS) else parts[-1]
        if len(surname) > 2:
            yield surname, Force.AGAIN
