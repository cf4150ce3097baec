"""Names behind a counted plural that are as many as it says: "two universities in China, A and B"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.languages.lexicon import has, read, words
from kg.records import Lang
from kg.schema import is_a

_APART = 9  # tokens between the plural and the comma before the names
_FAMILIES = ("Organization", "Person", "Event")


def as_many(plural: Token) -> list[Token]:
    """Give the names behind a counted plural and a comma if they are of one family and just as many, else none."""
    count = _count(plural)
    if count < _FEWEST:
        return []
    joining = words(plural.lang_, "conjunctions") | words(plural.lang_, "articles")
    for comma in plural.doc[plural.i + 1 : min(plural.i + _APART, plural.sent.end)]:
        if comma.pos_ in {"VERB", "AUX"} or comma.text in _ENDS:
            break
        if comma.text != ",":
            continue
        found: list[Token] = []
        for token in plural.doc[comma.i + 1 : plural.sent.end]:
            if _family(token) is not None:
                found.append(token)
            elif token.text != "," and token.lower_ not in joining:
                break
        return found if len(found) == count and len({_family(token) for token in found}) == 1 else []
    return []


def partners(noun: Token) -> list[Token]:
    """Give whom a noun of agreements, or the act that makes them, says they are with, as names or counted plurals.

    "agreements with A", "agreements were signed by A with two academies, B and C", "were concluded between A and B".
    """
    within = [t for c in noun.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj" and not t.ent_type_]
    act = [noun.head] if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"} else []
    brought = [c for above in (noun, *within, *act) for c in above.children if c.dep_ == "prep"]
    named = [t for c in brought if c.lower_ in words(noun.lang_, "party_prepositions") for t in c.children]
    return [t for one in named if one.dep_ == "pobj" for t in (one, *one.conjuncts)]


def counted_partners(noun: Token) -> list[Token]:
    """Give the names that a counted plural says a noun of agreements is with: "with two academies, A and B"."""
    return next((names for token in partners(noun) if (names := as_many(token))), [])


_FEWEST = 2
_ENDS = frozenset({";", ":", ".", '"'})


def _count(plural: Token) -> int:
    """Give how many a plural says: 2 of "two Russian universities", 0 where it says none."""
    if plural.tag_ != "NNS" or plural.ent_type_ or not has(plural.lang_, "words"):
        return 0
    numbers = read(cast("Lang", plural.lang_), "words")["numbers"]
    number = next((child.lower_ for child in plural.children if child.dep_ == "nummod" and child.i < plural.i), "")
    if number in numbers:
        return int(numbers.index(number)) + 1
    return int(number) if number.isdecimal() and int(number) <= len(numbers) else 0


def _family(token: Token) -> str | None:
    return next((top for top in _FAMILIES if token.ent_type_ and is_a(token.ent_type_, top)), None)
