"""How far a name reaches beyond what was found: dedications, numbers, members, the place before a body."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.en.built import is_opener
from kg.languages.en.built_kinds import is_field
from kg.languages.en.letters import CAPITALISED, nouns
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, words
from kg.languages.spans import NameSpan
from kg.schema import is_a


def with_fields(names: list[NameSpan], text: str, taken: set[int]) -> list[NameSpan]:
    """Give the names, an unknown body's with its further fields: "Center for Russia | and Asian Studies".

    Args:
        names: those built by pattern; only these grow, and into none of them.
        taken: where names of organizations and people stand, into which none grows.
    """
    grown = []
    for name in names:
        rest = _fields().match(text, name.end) if _may_grow(name, text) else None
        end = rest.end() if rest is not None else name.end
        while (
            rest is not None
            and end > name.end
            and not (
                _is_of_fields(text[name.end : end], "" if end + 1 in taken else text[end : end + 2])
                and (not text.startswith(" on ", name.end) or _exchanges(text[name.start : name.end]))
            )
        ):
            end = max(text.rfind(" ", name.end, end), name.end)  # without its last word
            end -= end > name.end and text[end - 1] == ","
        free = end > name.end and taken.isdisjoint(range(name.end + 1, end))
        grown.append(replace(name, end=end) if free else name)
    return grown


def _may_grow(name: NameSpan, text: str) -> bool:
    said = text[name.start : name.end].split()
    about = {"of", "for", "on"} & set(said) or name.cls == "Association"
    return name.entry is None and is_a(name.cls, "Organization") and bool(about) and said[-1][:1].isupper()


def _exchanges(said: str) -> bool:
    """Tell whether what a name ends with is done on something: "Union for Innovation and Exchange | on Medicine"."""
    return said.rsplit(maxsplit=1)[-1].lower() in read("en", "names")["goes_with"]


@cache
def _fields() -> re.Pattern[str]:
    """Give the pattern of capitalised words, joined by commas, "and", "of", that may go on with a field."""
    word = r"[A-Z][\w'-]*"
    piece = rf"{word}(?: (?:(?:of|for|in) )?{word}){{0,3}}"
    return re.compile(
        rf"(?:(?:, {piece}){{0,3}},? (?:and|&) {piece}|(?:, {piece}){{1,3}}|"
        rf" (?:in|on) {piece}(?:(?:, {piece}){{0,3}},? and {piece})?)(?![\w-])"
    )


_FEWEST = 2


def _is_of_fields(said: str, behind: str) -> bool:
    """Tell whether what stands behind a name goes on with what it is for, and begins no other name."""
    words = said.replace(",", " ").split()
    fields = read("en", "names")["subjects"]
    if len(words) < _FEWEST:
        return False  # "," or "and" alone
    last = words[-1]
    if not (is_field(last) or last.lower() in fields) or behind[:1].isalnum() or re.match(r" [A-Z]", behind):
        return False
    if last.lower() in read("en", "descriptions")["sides"] and behind[:1] == " ":
        return False  # "the Institute of Law and Chinese colleagues"
    inside = said.startswith((" in ", " on "))
    if said.startswith(",") and not {"and", "&"} & set(words) and last.lower() not in read("en", "names")["end_lists"]:
        return False
    others = (nouns()[0] | nouns()[1] | nouns()[3]) - set(read("en", "names")["also_fields"])
    if any(_names_body(k, words, others) for k in range(len(words))):
        return False
    pieces = re.split(r",? (?:and|&) |, | (?:in|on) ", said)[1:]
    return all(is_field(piece.split()[-1]) or piece.split()[-1].lower() in fields or not inside for piece in pieces)


def _names_body(place: int, words: list[str], others: frozenset[str]) -> bool:
    """Tell whether a word begins or heads another name; before a field it only says of what: "and | School Law"."""
    word, behind = words[place].lower(), words[place + 1] if place + 1 < len(words) else ""
    only_says = word in read("en", "names")["before_fields"] and behind[:1].isupper()
    return not only_says and (word in others or singular(word) in others)


def bodies_of_places(known: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names, a body's with the region or city before it as one: "Republic of Tatarstan | State Council"."""
    places = {name.end: name for name in known if name.cls in {"Region", "City"}}
    return [
        replace(name, start=place.start, entry=None, candidates=(), source="pattern", score=0.85)
        if name.cls == "GovernmentBody"
        and (place := places.get(name.start - 1)) is not None
        and text[name.start - 1] == " "
        else name
        for name in known
    ]


def with_known(name: NameSpan, text: str, known: list[NameSpan]) -> NameSpan:
    """Give a name with what is known by itself at its end: "Fund for Support | of the Valdai Club", "East | Timor"."""
    if name.entry is not None:
        return name
    data, said = read("en", "shapes"), text[name.start : name.end].lower().split()
    if said[-1] in data["directions"] and len(said) > 2 and said[-2] in {"of", "the"}:
        lands = (one for one in known if one.start == name.end + 1 and one.cls in {"Country", "Region"})
        return next((replace(name, end=one.end) for one in lands if text[name.end] == " "), name)
    if said[-1] not in data["helping"] or said[0] not in data["helpers"]:
        return name
    behind = _HELPED.match(text, name.end)
    at = behind.end() if behind is not None else -1
    return next((replace(name, end=one.end) for one in known if one.start == at and is_a(one.cls, "Association")), name)


_HELPED = re.compile(r" of (?:the )?")


def off_sides(name: NameSpan, text: str) -> NameSpan:
    """Give a name without the side of which something is said: "head of the Polar Alliance | on the Russian side"."""
    end = max(text.rfind(" the ", name.start, name.end), name.start)
    end = max(text.rfind(" ", name.start, end), name.start)
    sided = name.entry is None and end > name.start and _side().match(text, end)
    return replace(name, end=end) if sided else name


@cache
def _side() -> re.Pattern[str]:
    adjectives = "|".join(adjective.title() for adjective in read("en", "descriptions")["sides"])
    on, side = "|".join(words("en", "on_a_side")), "|".join(words("en", "side"))
    return re.compile(rf" (?:{on}) the (?:{adjectives}) (?:{side})\b")


def of_party(name: NameSpan, text: str) -> NameSpan:
    """Give a committee with the party that it is of: "Hunan Provincial Committee | of the CPC"."""
    if name.entry is not None or not text.endswith(("Committee", "committee"), 0, name.end):
        return name
    behind = _party().match(text, name.end) if name.cls == "GovernmentBody" else None
    return replace(name, end=behind.end()) if behind is not None else name


@cache
def _party() -> re.Pattern[str]:
    return re.compile(rf" of {read('en', 'names')['party']}(?!\w| (?:\w+ ){{0,4}}[Cc]ommittee)")


def as_abbreviated(name: NameSpan, text: str) -> NameSpan:
    """Give a name with its end in small letters, of which its short form tells: "Institute of Law | studies (ILS)"."""
    behind = _ABBREVIATED.match(text, name.end) if is_a(name.cls, "Organization") and name.entry is None else None
    if behind is None:
        return name
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w]*", text[name.start : name.end]))
    more = "".join(word[0] for word in behind["more"].split()).upper()
    return replace(name, end=behind.end("more")) if behind["short"] == initials + more else name


_ABBREVIATED = re.compile(r"(?P<more>(?: [a-z]+){1,2}) \((?P<short>[A-Z]{3,8})\)")


def with_members(name: NameSpan, text: str) -> NameSpan:
    """Give a name with its members in small letters, which a name cannot do without that ends in their nationality.

    "Sino-Russian Union | of medical universities", "Forum of Rectors of Chinese | universities".
    """
    if name.entry is not None or not (is_a(name.cls, "Organization") or is_a(name.cls, "Event")):
        return name
    inside = text[name.start : name.end]
    last = inside.rpartition(" ")[2].lower()
    if last in _nationalities() or (" of " in inside and last in read("en", "names")["binational"]):
        behind = _plural().match(text, name.end)
    else:
        behind = _members().match(text, name.end) if name.cls == "Association" and " of " not in inside else None
    return replace(name, end=behind.end()) if behind is not None else name


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(word for word in read("en", "descriptions")["sides"] if word.isalpha())


@cache
def _plural() -> re.Pattern[str]:
    plurals = "|".join(sorted(read("en", "names")["members"]))
    whose = rf"(?: of (?:[a-z][a-z-]+ )?(?:{plurals}))?"  # "associations of technical universities"
    return re.compile(rf" (?:[a-z][a-z-]+ )?(?:{plurals}){whose}(?!\w)")


@cache
def _members() -> re.Pattern[str]:
    plurals = "|".join(sorted(read("en", "names")["members"]))
    place = r"(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
    return re.compile(
        rf" of (?:[a-z][a-z-]+ (?:and [a-z][a-z-]+ )?)?(?:{plurals})(?: of {place}(?: and {place})?)?(?!\w)"
    )


def lengthened(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Give the names, an unknown organization's up to the person behind it: "director of Haval Motor | Rus Li Bo"."""
    starts = {name.start for name in names}
    people = {name.start for name in names if name.cls == "Person"}
    done: list[NameSpan] = []
    for name in names:
        span = doc.char_span(name.start, name.end) if name.source == "model" else None
        word = doc[span.end] if span is not None and span.end + 1 < len(doc) else None
        longer = (
            word is not None
            and is_a(name.cls, "Organization")
            and word.idx not in starts
            and word.nbor().idx in people
            and _ends_name(word)
        )
        done.append(replace(name, end=word.idx + len(word)) if longer and word is not None else name)
    return done


def _ends_name(word: Token) -> bool:
    """Tell whether a word can end an organization's name: a capitalised one that is no title and no noun of a kind."""
    return (
        CAPITALISED.match(word.text) is not None
        and not is_opener(word.text)
        and word.lower_ not in nouns()[3]
        and word.lower_ not in read("en", "posts")["modifiers"]
        and word.lower_.rstrip(".") not in read("en", "posts")["honorifics"]
        and kind_of("en", [word.lower_]) is None
    )
