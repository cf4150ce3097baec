"""Names of organizations by shapes that letters alone do not tell: ``shapes.yml``.

They are found before names are built of letters, so that these may go on with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.languages.en.people import openers
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan
from kg.schema import is_a

_CAP = r"[A-Z][\w'’-]*"


def shaped(text: str, known: list[NameSpan]) -> list[NameSpan]:
    """Find names by their shapes: "School No. 57", "Harbin Municipal committee", "JSC Omsktransmash".

    Args:
        known: the names that the registry knows; one that stands in a name found here is a part of it.
    """
    found = [name for name in _of_form(text) if not any(n.end == name.end and n.start > name.start for n in known)]
    taken = {offset for n in known if not is_a(n.cls, "Place") for offset in range(n.start, n.end)}
    taken.update(offset for name in found for offset in range(name.start, name.end))
    for name in (
        *_numbered(text, known),
        *_of_places(text),
        *_of_zones(text),
        *_in_small(text),
        *_offices(text),
        *_behind_places(text, known),
        *_with_brackets(text),
    ):
        if taken.isdisjoint(range(name.start, name.end)):
            found.append(name)
            taken.update(range(name.start, name.end))
    return found


def _numbered(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find names with numbers: "Institute №4", "Gymnasium No. 12 of Omsk", "No. 2 Middle School of Harbin"."""
    own = read("en", "shapes")["own_when_numbered"]
    places = {name.start: name.end for name in known if is_a(name.cls, "Place")}
    for match in _number().finditer(text):
        words = (match["before"] or match["behind"]).split()
        start = match.start()
        while match["before"] and len(words) > 1 and _begins_no_name(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        noun = words[-1].lower()
        kind = kind_of("en", words)
        led = kind is None and len(words) == 1 and words[0][0].isupper() and _behind_post(text, start)
        if led or (kind is not None and is_a(kind.cls, "Organization")):
            cls = own.get(noun) or (kind.cls if kind is not None else "OrganizationalUnit")
            where = _OF_PLACE.match(text, match.end())
            end = places.get(where.end(), match.end()) if where is not None else match.end()
            yield NameSpan(start, end, cls, "pattern", 0.9)


_OF_PLACE = re.compile(r" of (?:the )?")


@cache
def _number() -> re.Pattern[str]:
    data = read("en", "shapes")
    number, small = data["numbers"], "|".join((*data["field_heads"], *data["own_when_numbered"]))
    return re.compile(
        rf"(?<![\w.-])(?:(?P<before>(?:{_CAP} ){{0,4}}(?:{_CAP}|{small})) {number}(?!\w)"
        rf"|(?:{_CAP} )?{number} (?P<behind>(?:{_CAP} ){{0,3}}{_CAP})(?!\w))"
    )


def _begins_no_name(word: str) -> bool:
    return word.lower() in openers() or word.lower() in post_words("en").heads


def _behind_post(text: str, start: int) -> bool:
    """Tell whether a post stands before a place in a text: "Deputy Director of | ", "head of the | "."""
    before = text[max(0, start - 60) : start].lower().replace("-", " ").split()
    before = before[:-1] if before[-1:] == ["the"] else before
    return len(before) > 1 and before[-1] == "of" and before[-2] in post_words("en").heads


def _of_places(text: str) -> Iterator[NameSpan]:
    """Find bodies of places, with small letters inside: "Harbin Municipal foreign affairs Administration"."""
    for match in _body().finditer(text):
        place = match["place"].split()
        start = match.start("place")
        while len(place) > 1 and _begins_no_name(place[0]):
            start += len(place[0]) + 1
            place = place[1:]
        if _begins_no_name(place[0]) or place[-1].endswith(("'s", "’s")) or any(map(_is_body, place)):
            continue
        if any(word.endswith("ed") for word in (match["field"] or "").split()):
            continue
        start = match.start() if match["part"] else start
        cls = "OrganizationalUnit" if match["inner"] or match["part"] else "GovernmentBody"
        yield NameSpan(start, match.end(), cls, "pattern", 0.9)


@cache
def _body() -> re.Pattern[str]:
    data = read("en", "shapes")
    levels, heads, inner = (_any_case(data[name]) for name in ("levels", "body_heads", "inner_heads"))
    fields = "|".join(data["public_fields"])
    small = "|".join(read("en", "names")["apart"])
    word = rf"(?!(?:{small}|of|the|for|on|at|in|its|our) )[A-Za-z][\w-]*"
    return re.compile(
        rf"(?<![\w-])(?P<part>{_CAP} (?:{inner}) of (?:the )?)?(?P<place>{_CAP}(?: {_CAP})?)"
        rf"(?: (?:{levels})(?P<field>(?: (?!(?:{heads})\b){word}){{0,4}})| (?:{fields})) (?:{heads})\b"
        rf"(?P<inner> (?:[A-Z][\w-]* )?(?:{inner})\b)?(?! of)"
    )


def _is_body(word: str) -> bool:
    kind = kind_of("en", [word])
    return kind is not None and is_a(kind.cls, "Organization")


def _any_case(words: Iterable[str]) -> str:
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in words)


def _of_zones(text: str) -> Iterator[NameSpan]:
    """Find zones with small letters inside, and who runs them: "Administrative committee of East Lake … zone"."""
    for match in _zone().finditer(text):
        cls = "GovernmentBody" if match["board"] or match["after"] else "InnovationHub"
        start = match.start() if match["board"] else match.start("zone")
        first = text[start : match.end()].split(maxsplit=1)[0]
        if match["board"] or not _begins_no_name(first):
            yield NameSpan(start, match.end(), cls, "pattern", 0.9)


@cache
def _zone() -> re.Pattern[str]:
    data = read("en", "shapes")
    small = "|".join(data["zone_words"])
    return re.compile(
        rf"(?<![\w-])(?P<board>{data['boards']} of (?:the )?)?"
        rf"(?P<zone>{_CAP}(?: {_CAP}){{0,5}}(?: (?:{small}))?(?: (?:{small}|{_CAP})){{0,4}}"
        rf" (?:{_any_case(data['zones'])}))"
        r"(?P<after> (?:Administration|Committee|Office))?(?!\w)"
    )


def _of_form(text: str) -> Iterator[NameSpan]:
    """Find companies behind their legal forms: "JSC Omsktransmash", "NPO "Mostovik""."""
    for match in _form().finditer(text):
        before = text[max(0, match.start() - 40) : match.start()].split(" ")[-2:]
        if before[-1:] == [""] and before[0][:1].isupper() and not _begins_no_name(before[0]):
            continue  # "Polar Light LLC | Ivan Sokolov"
        yield NameSpan(match.start(), match.end(), "Company", "pattern", 0.9)


@cache
def _form() -> re.Pattern[str]:
    posts = "|".join(word.capitalize() for word in sorted(post_words("en").heads) if word.isalpha())
    return re.compile(
        rf"(?<![\w-]){read('en', 'shapes')['legal_forms']} "
        rf"(?:[\"“«][^\"”»\n]{{2,40}}[\"”»]|(?!(?:{posts})\b){_CAP}(?: (?!(?:{posts})\b){_CAP}){{0,2}})"
    )


def _in_small(text: str) -> Iterator[NameSpan]:
    """Find names whose fields are in small letters: "Key Laboratory of functional inorganic materials"."""
    for match in _small_field().finditer(text):
        end = _end_of_field(match["field"])
        if not end:
            continue
        start, words = match.start(), match["name"].split()
        while len(words) > 1 and _begins_no_name(words[0]):
            start += len(words[0]) + 1
            words = words[1:]
        kind = kind_of("en", words)
        if kind is not None and is_a(kind.cls, "Organization"):
            end += match.start("field")
            title = _TITLE.match(text, end)
            yield NameSpan(start, title.end() if title is not None else end, kind.cls, "pattern", 0.85)


_TITLE = re.compile(r" [\"“«][A-Z][^\"”»\n]{2,30}[\"”»]")


@cache
def _small_field() -> re.Pattern[str]:
    heads = "|".join(noun.capitalize() for noun in read("en", "shapes")["field_heads"])
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:{_CAP} ){{0,4}}(?:{heads})) (?:of|for) "
        r"(?P<field>[a-z][a-z-]+(?:,? [a-z][a-z-]+){0,7})"
    )


def _offices(text: str) -> Iterator[NameSpan]:
    """Find the offices of those who lead a whole: "Office of the President of the University"."""
    for match in re.finditer(rf"Office of the {read('en', 'shapes')['led']}(?!\w| of)", text):
        yield NameSpan(match.start(), match.end(), "OrganizationalUnit", "pattern", 0.85)


def _behind_places(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find bodies in small letters behind their places: "Irkutsk regional museum", "Shandong medical association"."""
    levels = set(read("en", "shapes")["levels"])
    for place in known:
        match = _small_body().match(text, place.end) if is_a(place.cls, "Place") and place.cls != "Country" else None
        if match is None or not _BEFORE_NAME.search(text, max(0, place.start - 8), place.start):
            continue
        words = match["about"].split()
        kind = kind_of("en", match[0].split())
        if kind is not None and all(w in levels or _is_adjective(w) or _is_small_field(w) for w in words):
            yield NameSpan(place.start, match.end(), kind.cls, "pattern", 0.85)


_BEFORE_NAME = re.compile(r"(?:\b(?:[Tt]he|of|with|and|by)|,) $")


@cache
def _small_body() -> re.Pattern[str]:
    heads = "|".join(read("en", "shapes")["small_bodies"])
    return re.compile(rf" (?P<about>[a-z][a-z-]+(?: [a-z][a-z-]+)?) (?:{heads})(?![\w-])")


def _with_brackets(text: str) -> Iterator[NameSpan]:
    """Find names with their place in brackets inside: "China-Russia (Amur) Education Alliance"."""
    for match in _BRACKETS.finditer(text):
        kind = kind_of("en", match["rest"].split())
        first = match[0].split(maxsplit=1)[0]
        start = match.start() + len(first) + 1 if _begins_no_name(first) else match.start()
        if kind is not None and is_a(kind.cls, "Organization") and text[start] != "(":
            yield NameSpan(start, match.end(), kind.cls, "pattern", 0.85)


_BRACKETS = re.compile(
    rf"(?<![\w-]){_CAP}(?:[ -]{_CAP}){{0,3}} \([A-Z][a-z]+\) (?P<rest>(?:{_CAP} ){{1,5}}[A-Z][a-z]+)(?![\w-])"
)


def _end_of_field(said: str) -> int:
    """Give how far a field in small letters goes: 0 where none begins.

    >>> _end_of_field("applied mathematics held a seminar"), _end_of_field("the university")
    (19, 0)
    """
    end = 0
    for word in re.finditer(r"[a-z-]+", said):
        if word[0] == "and":
            continue
        noun = _is_small_field(word[0])
        if not (noun or _is_adjective(word[0])):
            break
        end = word.end() if noun else end
    return end


def _is_small_field(word: str) -> bool:
    data = read("en", "shapes")
    ends = tuple(read("en", "names")["field_endings"])
    by_ending = word.endswith(ends) and len(word) > _SHORT
    return word not in data["no_small_fields"] and (word in data["small_fields"] or by_ending)


def _is_adjective(word: str) -> bool:
    data = read("en", "shapes")
    return word in data["participles"] or (word.endswith(tuple(data["adjectives"])) and len(word) > _SHORT)


_SHORT = 4  # letters of words by whose endings nothing is told
