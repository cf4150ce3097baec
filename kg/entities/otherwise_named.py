"""Organizations that a text calls by two names of the same words: "Academy of Arts of Omsk", "Omsk Arts Academy"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import cast

from spacy.tokens import Doc

from kg.entities.names import is_common_organization_name, normalise
from kg.entities.referents import Gathering, Referent, unite
from kg.languages import pinyin
from kg.languages.kinds import kind_of
from kg.languages.lexicon import has, read, words
from kg.languages.spans import NameSpan
from kg.records import Lang
from kg.registry import Registry
from kg.schema import UNITS, is_a

_FEWEST = 2  # words of its own that a name must have, besides its rank
_SEGMENT = re.compile(r"[A-Z][a-z]*")  # "Ur", "S", "L", "U"
_FEWEST_SEGMENTS = 3
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+[A-Z][a-z]+")  # "A.B. Orlov" before what is named after him
_RANKED = "University"  # the class whose names are often told without a rank: "Omsk University", the State one


def unite_otherwise_named(
    doc: Doc, names: Sequence[NameSpan], referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> None:
    """Unite organizations of a text whose names are the same words in another order, or a short form of mixed letters.

    So are "Omsk University" and "Omsk State University", "UrMU" and "Ural Mining University", "A.B. Orlov Lena College"
    and "Lena College"; where two could be meant, none is, nor where both are told of in one sentence or have heads.
    """
    if not has(gathering.lang, "words"):
        return
    named = {r.id: r for r in referents.values() if is_a(r.cls, "Organization") and r.met}
    ordered = sorted(named.values(), key=lambda r: (registry.get(r.id) is None, r.first, r.id))
    why = {
        (one.id, other.id): reasons[0]
        for one, other in combinations(ordered, 2)
        if (reasons := sorted(_why_one(one, other, gathering.lang, registry), key=lambda reason: reason is None))
    }
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for kept, gone in why:
        alike[kept] |= {kept, gone}
        alike[gone] |= {kept, gone}
    for (kept, gone), reason in why.items():
        if reason is None or alike[kept] != alike[gone] or not {kept, gone} <= gathering.referents.keys():
            continue
        if not _beside(kept, gone, doc, names, referents) and not _two_heads(kept, gone, doc, referents):
            unite(named[kept], named[gone], referents, gathering)
            named[kept].reasons.append(reason)


def _beside(one: str, other: str, doc: Doc, names: Sequence[NameSpan], referents: dict[int, Referent]) -> bool:
    """Tell whether two things are told of in one sentence; brackets that name one anew are read before."""
    places: tuple[list[NameSpan], list[NameSpan]] = ([], [])
    for name in names:
        meant = referents.get(name.start)
        if meant is not None and meant.id in {one, other}:
            places[meant.id == other].append(name)
    for pair in product(*places):
        first, second = sorted(pair, key=lambda name: name.start)
        starts = [token.idx for token in doc if token.is_sent_start and first.start < token.idx <= second.start]
        if not starts:
            return True
    return False


def _two_heads(one: str, other: str, doc: Doc, referents: dict[int, Referent]) -> bool:
    """Tell whether two people hold one head's post, each at one of two things."""
    heads: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {one: set(), other: set()})
    for post in doc._.posts:
        body = referents.get(post.organization.start) if post.organization is not None else None
        holder = referents.get(post.holder.start)
        if body is None or holder is None or post.title is None or body.id not in {one, other}:
            continue
        title = doc.text[slice(*post.title)].lower()
        if title in words(cast("Lang", doc.lang_), "chiefs"):
            heads[title][body.id].add(holder.id)
    return any(all(held.values()) and len(set.union(*held.values())) > 1 for held in heads.values())


def _why_one(one: Referent, other: Referent, lang: Lang, registry: Registry) -> Iterator[str | None]:
    """Give in words why two things are one organization by what the text calls them; None where they only could be."""
    if registry.get(one.id) is not None and registry.get(other.id) is not None:
        return
    if None not in {one.parent, other.parent} and one.parent != other.parent:
        return
    for a, b in product(_forms(one, lang), _forms(other, lang)):
        if a == b:
            continue
        if _same_words(a, b, one.cls, other.cls, lang):
            left = _words(a, lang)[1] ^ _words(b, lang)[1]
            yield f"“{a}” and “{b}” are the same words" if left <= words(lang, "left_out_in_names") else None
        if _abbreviates(a, b) or _abbreviates(b, a):
            yield f"“{min(a, b, key=len)}” is made of the first letters of “{max(a, b, key=len)}”"
        short, long = sorted((a, b), key=len)
        if "Association" not in {one.cls, other.cls} and _leads_with_place(short, long, lang, registry):
            yield f"“{long}” is “{short}” with where it is or whom it is named after"


def _forms(thing: Referent, lang: Lang) -> list[str]:
    """Give what a thing is called in a language, by the text or by the registry."""
    return sorted({*thing.met, *(name.text for name in thing.names if name.lang == lang)})


def _same_words(a: str, b: str, cls: str, other: str, lang: Lang) -> bool:
    """Tell whether two names are the same words in another order, but for ranks that only one of them has.

    >>> _same_words("Arts Academy", "Academy of Arts", "Organization", "Organization", "en")
    True
    >>> _same_words("State Academy", "Academy of State", "Organization", "Organization", "en")
    False
    """
    (own, ranks), (others, other_ranks) = _words(a, lang), _words(b, lang)
    if own != others or len(own) < _FEWEST:
        return False
    if {cls, other} & UNITS and is_common_organization_name(a, unit=True):
        return False  # every university has an International Department
    if not cls == other == _RANKED:
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
    if lead == long or " " not in short:
        return False
    if any(not word[0].isupper() or kind_of(lang, [word]) is not None for word in lead.split()):
        return False  # "Omsk University Ice Institute" is a part of it, so is "the Omsk Centre of the Lena Institute"
    if not any(len(pinyin.syllables(word)) > 1 or registry.country_in(word) is not None for word in short.split()):
        return False  # any town has an "Ice Research Centre"
    return registry.country_in(lead) is not None or _INITIALS.fullmatch(lead) is not None
