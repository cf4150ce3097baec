"""Names behind a counted plural that are as many as it says: "two universities in China, A and B"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from spacy.tokens import Token

from kg.languages.families import family
from kg.languages.kinds import kind_of
from kg.languages.lexicon import has, read, said, words
from kg.records import Lang
from kg.schema import is_a

_APART = 9  # tokens between the plural and the comma before the names
_FAMILIES = ("Organization", "Person", "Event")


def as_many(plural: Token) -> list[Token]:
    """Give the names behind a counted plural and a mark if they are of one family and just as many, else none."""
    count = _count(plural)
    following = count < _FEWEST and _is_following(plural)
    if count < _FEWEST and not following:
        return []
    if (below := lines_below(plural)) and (following or len(below) == count):
        return below
    for comma in plural.doc[plural.i + 1 : min(plural.i + _APART, plural.sent.end)]:
        if comma.pos_ in {"VERB", "AUX"} or comma.text in _ENDS - {":"}:
            break
        if comma.text != ":" and (comma.text != "," or following):
            continue
        found = _joined(plural.doc[comma.i + 1 : plural.sent.end], _FAMILIES)
        return found if len(found) == (count or len(found)) and len({family(token) for token in found}) == 1 else []
    return []


def named_behind(noun: Token) -> list[Token]:
    """Give the names in apposition that say whom a noun means: "its partner, A", "one of the schools, B".

    None that more than an article parts from it, "its partner, probably A", "not A", nor where another noun stands
    between, which may be meant: "the museum of the university, A".
    """
    if noun.ent_type_ or noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return []
    meant = [t for c in noun.children if said(c, "of") for t in c.children] if said(noun, "one") else [noun]
    beside = (c for t in dict.fromkeys((noun, *meant)) for c in t.children)
    first = next((c for c in beside if c.dep_ == "appos" and c.i > noun.i), None)
    if first is None or family(first) != "Organization" or not any(_is_of_body(t) for t in meant):
        return []
    if any(t.dep_ == "neg" for t in noun.doc[max(0, noun.left_edge.i - 1) : noun.i]):
        return []  # "and not the company A"
    before = first.nbor(-1)
    while before.pos_ == "DET" and before.i > noun.i:
        before = before.nbor(-1)
    between = (t for t in noun.doc[noun.i + 1 : first.i] if t.pos_ in {"NOUN", "PROPN"} and not t.ent_type_)
    if not (before.is_punct or before in meant) or any(t not in meant for t in between):
        return []
    return [t for t in (first, *first.conjuncts) if family(t) == "Organization" and t.i >= first.i]


def _is_of_body(noun: Token) -> bool:
    """Tell whether a noun is one of organizations: "university", "partners"."""
    kind = kind_of(cast("Lang", noun.lang_), [noun.lower_])
    return (kind is not None and is_a(kind.cls, "Organization")) or noun.lemma_ in words(noun.lang_, "partners_called")


def partners(noun: Token) -> list[Token]:
    """Give whom a noun of agreements, or the act that makes them, says they are with, as names or counted plurals.

    "agreements with A", "agreements were signed by A with two academies, B and C", "were concluded between A and B".
    """
    within = [t for c in noun.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj" and not t.ent_type_]
    act = [noun.head] if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.pos_ in {"VERB", "AUX"} else []
    brought = [c for above in (noun, *within, *act) for c in above.children if c.dep_ == "prep"]
    named = [t for c in brought if c.lower_ in words(noun.lang_, "party_prepositions") for t in c.children]
    return [t for one in named if one.dep_ == "pobj" for t in (one, *one.conjuncts)]


def one_each(noun: Token) -> list[Token]:
    """Give the partners with each of whom a plural of agreements has one.

    "agreements with two academies, A and B", "with ten academies, including A and B", "were signed with A and B".
    """
    named = partners(noun)
    for token in named:
        names = as_many(token) or _some(token)
        if names and names[0].sent == token.sent:  # not in lines below: which agreement is whose is not told there
            return names
    among = [t for t in named if family(t) == "Organization"]
    return among if among and said(among[0].head, "with") else []


def _some(plural: Token) -> list[Token]:
    """Give the names listed as some of many: "ten academies, including A and B"."""
    if plural.tag_ != "NNS" or plural.ent_type_:
        return []
    for opening in plural.doc[plural.i + 1 : min(plural.i + _APART, plural.sent.end)]:
        if opening.pos_ == "AUX" or opening.text in _ENDS:
            break
        if said(opening, "instances_at_end"):
            return _joined(plural.doc[opening.i + 1 : plural.sent.end], _FAMILIES[:1])
    return []


def bundled(bundle: Token) -> list[Token]:
    """Give what a noun counts or binds up: "a number of | cooperation agreements", "a series of public lectures"."""
    if bundle.lemma_ not in words(bundle.lang_, "bundles"):
        return []
    below = (t for of in bundle.children if said(of, "of") for t in of.children)
    return [t for t in below if t.tag_ == "NNS" and not t.ent_type_]


def lines_below(plural: Token) -> list[Token]:
    """Give the names of the lines below a clause that ends with a plural and a colon: "with these universities:".

    One of each line: of whom or what it begins with.
    """
    doc, end = plural.doc, plural.sent.end
    space = end - 1
    while space > plural.i and doc[space].is_space:
        space -= 1
    lines = doc[space].text == ":" and space + 1 < len(doc) and "\n" in doc[space + 1].text
    if not lines or any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";"} for t in doc[plural.i + 1 : space]):
        return []
    if any(t.tag_ == "NNS" and not t.ent_type_ and t.dep_ in _ARGUMENTS for t in doc[plural.i + 1 : space]):
        return []
    found: list[Token] = []
    gap = doc[space + 1].text
    marked = gap[-1] == _BLANK
    start, kind = space + 2, ""
    while start < len(doc):
        stop = next((t.i for t in doc[start:] if t.is_space and "\n" in t.text), len(doc))
        line = [t for t in doc[start:stop] if not (t.is_punct or t.is_space or t.like_num or t.pos_ == "DET")]
        if not line or any(t.tag_ in _TOLD and not t.ent_type_ for t in line):
            break
        first = line[0]
        if family(first) not in {"Organization", "Person"} or (kind and family(first) != kind):
            break
        kind = family(first) or ""
        found.append(first)
        gap = doc[stop].text if stop < len(doc) else ""
        if (gap[-1:] == _BLANK) != marked or (not marked and "\n\n" in gap):
            break
        start = stop + 1
    return found if len(found) > 1 else []


_BLANK = " "  # what the mark of a list became
_TOLD = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ARGUMENTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj"})


def _is_following(plural: Token) -> bool:
    """Tell whether a plural announces names: "the following universities:"."""
    announced = plural.tag_ == "NNS" and not plural.ent_type_ and has(plural.lang_, "words")
    return announced and any(said(c, "following_listed") for c in plural.children if c.i < plural.i)


def _joined(tokens: Iterable[Token], families: Sequence[str]) -> list[Token]:
    """Give the first names of some families among tokens, up to a word that does not join them."""
    found: list[Token] = []
    aside = False
    for token in tokens:
        if found and token.text in {"(", ")"}:
            aside = token.text == "("
            continue
        if aside:
            continue
        joining = words(token.lang_, "conjunctions") | words(token.lang_, "articles") | {","}
        if family(token) in families:
            found.append(token)
        elif token.lower_ not in joining and not said(token, "those"):
            break
    return found


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
