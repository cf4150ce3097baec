"""Organizations that a text calls by two names of the same words: "Academy of Arts of Omsk", "Omsk Arts Academy"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from kg.entities.names import is_common_organization_name, normalise
from kg.entities.referents import Gathering, Referent, unite
from kg.languages.kinds import kind_of
from kg.languages.lexicon import has, read, words
from kg.records import Lang
from kg.registry import Registry
from kg.schema import UNITS, is_a

_FEWEST = 2  # words of its own that a name must have, besides its rank
_SEGMENT = re.compile(r"[A-Z][a-z]*")  # "Ur", "S", "L", "U"
_FEWEST_SEGMENTS = 3
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+[A-Z][a-z]+")  # "A.B. Orlov" before what is named after him
_RANKED = frozenset({"University", "ResearchOrganization"})
"""Classes whose names are often told without their rank: "Omsk University", the Omsk State University."""


def unite_otherwise_named(referents: dict[int, Referent], gathering: Gathering, registry: Registry) -> None:
    """Unite organizations of a text whose names are the same words in another order, or a short form of mixed letters.

    So are "Omsk University" and "Omsk State University", "UrMU" and "Ural Mining University", "A.B. Orlov Lena College"
    and "Lena College"; where two could be meant, none is.
    """
    if not has(gathering.lang, "words"):
        return
    named = {r.id: r for r in referents.values() if is_a(r.cls, "Organization") and r.met}
    ordered = sorted(named.values(), key=lambda r: (registry.get(r.id) is None, r.first, r.id))
    why = {
        (one.id, other.id): reason
        for one, other in combinations(ordered, 2)
        if (reason := _why_one(one, other, gathering.lang, registry)) is not None
    }
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for kept, gone in why:
        alike[kept] |= {kept, gone}
        alike[gone] |= {kept, gone}
    for (kept, gone), reason in why.items():
        if alike[kept] == alike[gone] and {kept, gone} <= gathering.referents.keys():
            unite(named[kept], named[gone], referents, gathering)
            named[kept].reasons.append(reason)


def _why_one(one: Referent, other: Referent, lang: Lang, registry: Registry) -> str | None:
    """Give in words why two things are one organization by what the text calls them, if they are."""
    if registry.get(one.id) is not None and registry.get(other.id) is not None:
        return None
    if None not in {one.parent, other.parent} and one.parent != other.parent:
        return None
    for a, b in product(_forms(one, lang), _forms(other, lang)):
        if a == b:
            continue
        if _same_words(a, b, one.cls, other.cls, lang):
            return f"“{a}” and “{b}” are the same words"
        if _abbreviates(a, b) or _abbreviates(b, a):
            return f"“{min(a, b, key=len)}” is made of the first letters of “{max(a, b, key=len)}”"
        short, long = sorted((a, b), key=len)
        if "Association" not in {one.cls, other.cls} and _leads_with_place(short, long, lang, registry):
            return f"“{long}” is “{short}” with where it is or whom it is named after"
    return None


def _forms(thing: Referent, lang: Lang) -> list[str]:
    """Give what a thing is called in a language, by the text or by the registry."""
    return sorted({*thing.met, *(name.text for name in thing.names if name.lang == lang)})


def _same_words(a: str, b: str, cls: str, other: str, lang: Lang) -> bool:
    """Tell whether two names are the same words in another order, but for ranks that only one of them has."""
    (own, ranks), (others, other_ranks) = _words(a, lang), _words(b, lang)
    if own != others or len(own) < _FEWEST:
        return False
    if {cls, other} & UNITS and is_common_organization_name(a, unit=True):
        return False  # every university has an International Department
    if not {cls, other} <= _RANKED:
        return ranks == other_ranks
    return ranks <= other_ranks or other_ranks <= ranks


def _words(name: str, lang: Lang) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of a name, each for all that mean the same in names, without small ones; and its ranks apart."""
    same = read(lang, "words")["same_in_names"]
    own = {same.get(word, word) for word in normalise(name).split()} - words(lang, "small_in_names")
    ranks = words(lang, "ranks_in_names")
    return frozenset(own - ranks), frozenset(own & ranks)


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether a short form with small letters in it is made of the beginnings of a name's words.

    >>> _abbreviates("UrMU", "Ural Mining University"), _abbreviates("OmMU", "Ural Mining University")
    (True, False)
    """
    parts = _SEGMENT.findall(short)
    large = [word for word in name.replace("-", " ").split() if word[0].isupper()]
    if "".join(parts) != short or short.isupper() or not _FEWEST_SEGMENTS <= len(parts) == len(large):
        return False
    return all(
        part[0] == word[0] and _within(part.lower(), word.lower()) for part, word in zip(parts, large, strict=True)
    )


def _within(letters: str, word: str) -> bool:
    """Tell whether letters stand in a word in their order."""
    rest: Iterator[str] = iter(word)
    return all(letter in rest for letter in letters)


def _leads_with_place(short: str, long: str, lang: Lang, registry: Registry) -> bool:
    """Tell whether a name is another behind its place, or behind whom it is named after, with initials."""
    lead = long.removesuffix(f" {short}")
    if lead == long or " " not in short or is_common_organization_name(short, unit=True):
        return False
    if any(not word[0].isupper() or kind_of(lang, [word]) is not None for word in lead.split()):
        return False  # "Omsk University Ice Institute" is a part of it, so is "the Omsk Centre of the Lena Institute"
    return registry.country_in(lead) is not None or _INITIALS.fullmatch(lead) is not None
