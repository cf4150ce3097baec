"""Kinds of things by the nouns that name them: ``kinds.yml`` of each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.errors import LanguageError
from kg.languages.lexicon import has, read, words
from kg.records import Lang
from kg.schema import CLASSES, KINDS, is_a

_CONCEPTS = frozenset(kind for scheme in KINDS.values() for kind in scheme)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a noun says of the thing it heads: its class and, where it has one, its kind."""

    cls: str
    kind: str | None


@cache
def kinds(lang: Lang) -> dict[tuple[str, ...], Kind]:
    """Give the kinds of a language, keyed by the noun's words in lower case; none of one that has no such file.

    Raises:
        LanguageError: the file names a class that the ontology lacks, or a noun twice.
    """
    if not has(lang, "kinds"):
        return {}
    table: dict[tuple[str, ...], Kind] = {}
    for cls, nouns in read(lang, "kinds").items():
        if cls not in CLASSES:
            raise LanguageError(f"no class {cls!r} in the ontology", place=f"kg/languages/{lang}/kinds.yml")
        for noun, kind in nouns.items():
            if kind != "-" and kind not in _CONCEPTS:
                raise LanguageError(f"{noun}: no kind {kind!r} in the ontology", place=f"kg/languages/{lang}/kinds.yml")
            key = tuple(noun.split())
            if key in table:
                raise LanguageError(f"noun {noun!r} stands twice", place=f"kg/languages/{lang}/kinds.yml")
            table[key] = Kind(cls, None if kind == "-" else kind)
    return table


@cache
def head_nouns(lang: Lang, root: str) -> frozenset[str]:
    """Give the nouns that head the kinds of a class: no congress heads a body, though a people's congress is one.

    >>> "university" in head_nouns("en", "Organization"), "congress" in head_nouns("en", "Organization")
    (True, False)
    """
    table = kinds(lang)
    found = set()
    for said, kind in table.items():
        if is_a(kind.cls, root):
            head = said[said.index("of") - 1] if "of" in said else said[-1]
            if root == "Event" or not is_a(table.get((head,), kind).cls, "Event"):
                found.add(head)
    return frozenset(found)


def singular(noun: str) -> str:
    """Give an English noun without its plural ending.

    >>> singular("centers"), singular("universities"), singular("press")
    ('center', 'university', 'press')
    """
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith(("ss", "us", "minutes", "of sciences")):
        return noun[:-1]
    return noun


def names_honour(lang: Lang, title: str) -> bool:
    """Tell whether a title is given in honour, before whatever it is of or for: "honorary professor of X"."""
    said = title.lower().split()
    ends = words(lang, "behind_titles")
    head = next((place for place, word in enumerate(said) if word in ends), len(said))
    kind = kind_of(lang, said[:head])
    return kind is not None and kind.cls == "Recognition"


def kind_of(lang: Lang, words: list[str]) -> Kind | None:
    """Give the kind that the last words name: the longest known phrase that ends there, words within it aside.

    >>> kind_of("en", ["international", "research", "institute"])
    Kind(cls='ResearchOrganization', kind=None)
    >>> kind_of("en", ["summer", "language", "school"])
    Kind(cls='Course', kind='summer-school')
    """
    table = kinds(lang)
    lower = [word.lower() for word in words]
    if lower and lang == "en":
        lower[-1] = singular(lower[-1])
    start = max(0, len(lower) - 4)
    for first in range(start, len(lower)):
        found = table.get(tuple(lower[first:])) or table.get((*lower[first:-1], words[-1].lower()))
        alone = first == len(lower) - 1
        if found or alone:
            gapped = (table.get((lower[begin], lower[-1])) for begin in range(start, first))
            apart = next((kind for kind in gapped if kind), None)
            # "summer language school" is a summer school rather than a language school
            return apart if apart and (alone or (found and found.cls == apart.cls)) else found
    return None
