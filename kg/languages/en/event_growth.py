"""How names of events that are built by pattern go on, before their first words and behind their last.

"Forum of Rectors of Universities | of Russia and China", "Polar Forum | 2024", "Third | Russia – China | Forum".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from kg.languages.en.built_kinds import is_field
from kg.languages.en.capitals import CAP, begins_no_name
from kg.languages.en.days import DAY as _DAY
from kg.languages.en.days import days
from kg.languages.en.event_heads import behind_list, behind_unions
from kg.languages.en.event_tails import in_what_times, is_people, members, tails, whole_quotation
from kg.languages.en.letters import ORDINAL, nouns
from kg.languages.en.shapes import end_of_field
from kg.languages.kinds import singular
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a


class _Around(NamedTuple):
    """What stands around a name: the text, known places by start and by end, how far it may reach."""

    text: str
    places: dict[int, NameSpan]
    places_before: dict[int, NameSpan]
    first: int
    limit: int


def events_grown(names: list[NameSpan], text: str, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Give the names, those of events as far as they go, and those of days that are held.

    Args:
        names: those built by pattern; only those of events grow, into none of the others.
        known: the registry's, at which a name ends unless they are places.
        people: who is named, where it ends as well.
    """
    if _DAY in text:
        beside = (name for name in (*known, *people, *names) if not is_a(name.cls, "Organization"))
        names = [*names, *days(text, covered(beside))]
    if not any(is_a(name.cls, "Event") for name in names):
        return names
    places = [name for name in known if is_a(name.cls, "Place")]
    starts, ends = {name.start: name for name in places}, {name.end: name for name in places}
    others = [n for n in (*known, *people, *names) if not is_a(n.cls, "Place") and not _is_title(n, text)]
    barriers, behind = sorted({name.start for name in others}), sorted({name.end for name in others})
    return [
        _grown(name, _Around(text, starts, ends, *_reach(name, text, barriers, behind)))
        if is_a(name.cls, "Event") and name.entry is None
        else name
        for name in names
    ]


def _is_title(name: NameSpan, text: str) -> bool:
    """Tell whether a name of an event stands in quotation marks before another's: the | “Polar Bridge” | Contest."""
    event = is_a(name.cls, "Event") or name.cls == "EventSeries"
    return event and text[name.start - 1 : name.start] in {*_MARKS} and text[name.end : name.end + 1] in {*'"”»'}


def _reach(name: NameSpan, text: str, barriers: list[int], behind: list[int]) -> tuple[int, int]:
    """Give how far a name may reach: to the end of the name before it, and to the beginning of the one behind."""
    after, before = bisect_left(barriers, name.end), bisect_left(behind, name.start + 1)
    return behind[before - 1] if before else 0, barriers[after] - 1 if after < len(barriers) else len(text)


def _grown(name: NameSpan, around: _Around) -> NameSpan:
    whole = name
    for start in _STARTS:
        whole = replace(whole, start=start(whole, around))
    for end in _ENDS:
        whole = replace(whole, end=end(whole, around))
    first, last = whole_quotation(around.text, whole.start, whole.end, around.first, around.limit)
    return replace(whole, start=first, end=last)


def _behind_title(name: NameSpan, around: _Around) -> int:
    """Give where a name begins before its title in quotation marks: "Third | “Silk Road” | Student Contest"."""
    text, start, title = around.text, name.start, None
    if text[start] not in _MARKS:
        title = _TITLE_BEFORE.search(text, max(around.first, start - _LONGEST), start)
        if title is None:
            return start
        start = title.start()
    before = _MODIFIERS.search(text, max(around.first, start - _LONGEST), start)
    words = before[0].split() if before is not None else []
    while words and not _modifies(words[0]):
        words = words[1:]
    if title is not None and not words and _WORD_BEFORE.search(text, max(0, start - _LONGEST), start):
        return name.start  # "the film “Far Lands” Polar Festival showed"
    return start - len(" ".join(words)) - 1 if words else start


def _modifies(word: str) -> bool:
    """Tell whether a word before a title belongs to its event's name: "third", "International", "All-Russia"."""
    if ORDINAL.match(word.capitalize()):
        return True
    other = word.lower() in nouns()[1] or word.lower() in read("en", "entitled")["common"]
    return word[:1].isupper() and not other and not begins_no_name(word)


_MARKS = '"“«'
_LONGEST = 90  # characters before a name
_TITLE_BEFORE = re.compile(r"[\"“«][A-Z][^\"“”«»\n]{2,60}[\"”»] $")
_MODIFIERS = re.compile(r"(?<![\w-])(?:(?:[A-Z0-9][\w-]*|[a-z]{2,6}(?:st|nd|rd|th)) ){1,4}$")
_WORD_BEFORE = re.compile(r"(?<!\bthe)(?<!\ban)(?<!\ba)(?<!\bat)(?<!\bof)(?<!\bin)(?<=\w) $")


def _with_side(name: NameSpan, around: _Around) -> int:
    """Give where a name begins before a first place that a spaced dash parts: "Third | Russia – China | Forum"."""
    text, start = around.text, name.start
    while True:
        dash = _DASH.search(text, max(around.first, start - 4), start)
        place = around.places_before.get(dash.start()) if dash is not None else None
        if place is None or not _between_places(name, around, start) or place.start < around.first:
            break
        start = place.start
    if start == name.start:
        return start
    before = _NUMBER_BEFORE.search(text, max(around.first, start - _LONGEST), start)
    if before is not None and ORDINAL.match(before["number"].capitalize()):
        return before.start()
    return start


def _between_places(name: NameSpan, around: _Around, start: int) -> bool:
    """Tell whether a place stands behind the dash too, and the name goes on behind it."""
    other = around.places.get(start)
    return other is not None and (other.end < name.end or start != name.start)


_DASH = re.compile(r" [-–—] $")
_NUMBER_BEFORE = re.compile(r"(?<![\w-])(?P<number>[A-Za-z0-9]+) $")


def _behind_colon(name: NameSpan, around: _Around) -> int:
    """Give where a name begins before its first part: "the | China and Russia: | Joint Growth Symposium"."""
    before = _FIRST_PART.search(around.text, max(around.first, name.start - _LONGEST), name.start)
    if before is None or any(word.lower() in nouns()[1] for word in before["part"].split()):
        return name.start
    return before.start("part")


_BRACKETED = rf"\({CAP}(?: {CAP})?\) "
_BRACKET_WITHIN = re.compile(rf"{CAP}(?: {CAP})? {_BRACKETED}")
_FIRST_PART = re.compile(
    rf"\b(?:[Tt]he|[Aa]t|[Tt]o) (?:the )?"
    rf"(?P<part>{CAP}(?: (?:(?:and|of|in|&) )?{CAP}){{1,4}}: (?:{CAP} (?:and )?){{0,3}})$"
)


def _behind_bracket(name: NameSpan, around: _Around) -> int:
    """Give where a name begins that its place in brackets parts: "China-Russia (Dalian) | Investment Forum"."""
    within = _BRACKET_WITHIN.match(around.text, name.start, name.end) is not None
    part = rf"(?:{CAP} (?:(?:and|of|for|in|&) )?){{0,5}}{CAP} {'(?:and|&) ' if within else _BRACKETED}"
    before = _behind_article(part).search(around.text, max(around.first, name.start - _LONGEST), name.start)
    clear = before is not None and not any(word.lower() in nouns()[1] for word in before["part"].split())
    return before.start("part") if before is not None and clear else name.start


@cache
def _behind_article(part: str) -> re.Pattern[str]:
    """Give the pattern of a part of a name that stands where a name can begin, up to the end of what is searched."""
    ahead = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in read("en", "names")["before_events"])
    return re.compile(rf"(?:\b(?:{ahead}|[0-9]{{4}}) |^)(?P<part>{part})$", re.MULTILINE)


def _of_peoples(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind whose it is, in small letters: "Conference of Russian and Thai | scientists"."""
    text = around.text
    last = text[name.start : name.end].rsplit(maxsplit=1)[-1]
    if " of " in text[name.start : name.end]:
        behind = members().match(text, name.end, around.limit) if is_people(last) else None
    else:
        behind = _of_members().match(text, name.end, around.limit) if " " in text[name.start : name.end] else None
    return behind.end() if behind is not None else name.end


@cache
def _of_members() -> re.Pattern[str]:
    plurals = "|".join(sorted(read("en", "names")["members"]))
    return re.compile(
        rf" of (?:[a-z][a-z-]+ ){{0,2}}(?:{plurals})(?: of (?:[a-z][a-z-]+ )?(?:{plurals}))?"
        r"(?= of (?:the )?[A-Z])(?![\w-])"
    )


def _of_places(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind the places whose members meet: "Forum of Rectors | of Russia and China"."""
    text = around.text
    said = text[name.start : name.end].split()
    if "of" not in said:
        return name.end
    end = name.end
    if not (end in around.places_before and said[-1][:1].isupper()):  # "of Young Journalists of Russia | and China"
        last = said[-1].lower()
        place = _place(_OF.match(text, end, around.limit), around) if singular(last) != last else None
        if place is None:
            return name.end
        end = place.end
    while (joined := _JOINED.match(text, end, around.limit)) is not None:
        place = _place(joined, around)
        if place is None or not ("and" in joined[0] or _JOINED.match(text, place.end)):
            break
        end = place.end
    return end


def _place(before: re.Match[str] | None, around: _Around) -> NameSpan | None:
    """Give the place behind words that bring it in, with what is said of its state or not, if nothing goes on there."""
    if before is None:
        return None
    state = _STATE.match(around.text, before.end())
    starts = (before.end(), state.end() if state is not None else -1)
    place = next((around.places[start] for start in starts if start in around.places), None)
    if place is None or around.text.startswith(("'s", "’s", "-"), place.end) or _CAPITAL.match(around.text, place.end):
        return None  # "Omsk | State University", "China | 's"
    return place


_STATE = re.compile(r"(?:[A-Z][\w'’]+ ){0,3}Republic of (?:the )?(?=[A-Z])")
_OF = re.compile(r" (?:of|from) (?:the )?(?=[A-Z])")
_JOINED = re.compile(r"(?:,|,? and) (?:the )?(?=[A-Z])")
_CAPITAL = re.compile(r" [A-Z]")


def _in_subject(name: NameSpan, around: _Around) -> int:
    """Give where a contest's name ends behind what it is in: "Contest of Young Translators | in Chinese Language"."""
    if name.cls != "Competition":
        return name.end
    behind = _SUBJECT.match(around.text, name.end, around.limit)
    if behind is None or behind.end("what") in around.places_before or behind.start("what") in around.places:
        return name.end
    last = behind["what"].split()[-1]
    fields = {*read("en", "names")["subjects"], *read("en", "names")["contested"]}
    return behind.end() if is_field(last) or last.lower() in fields else name.end


_SUBJECT = re.compile(r" in (?:the )?(?P<what>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+){0,3})(?![\w-])")


def _of_year(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind the year of its edition: "China Education Expo | 2019", "Polar Forum | – 2023"."""
    behind = _YEAR.match(around.text, name.end, around.limit + 1)
    words = around.text[name.start : name.end].split()
    return behind.end() if behind is not None and len(words) > 1 else name.end


_YEAR = re.compile(r"(?: ?[-–—] ?| )(?:19[89]|20[0-3])\d(?![\w/-]| [-–—] ?\d|, ?[A-Z][a-z]+ \d|%)")


def _along(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind what its members lie along: "Festival of Cities | Along the Silk Road"."""
    last = around.text[name.start : name.end].rsplit(" ", 1)[-1]
    behind = (_AFTER_ALONG if _LAST_ALONG.fullmatch(last) else _ALONG).match(around.text, name.end, around.limit)
    return behind.end() if behind is not None else name.end


_WAYS = r"(?:Across|Along|Beyond|Around|Without|Towards?)"
_LAST_ALONG = re.compile(_WAYS)
_AFTER_ALONG = re.compile(rf" (?:the )?{CAP}(?: {CAP}){{0,3}}(?: and {CAP}(?: {CAP}){{0,2}})?(?![\w-])")
_ALONG = re.compile(rf" {_WAYS}{_AFTER_ALONG.pattern}")


def _in_part_of_world(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind the part of the world of whom it is: "Forum of Rectors | in North Asia"."""
    said = around.text[name.start : name.end].split()
    if not said or singular(said[-1].lower()) == said[-1].lower():
        return name.end
    behind = _part_of_world().match(around.text, name.end)
    return behind.end() if behind is not None else name.end


def _in_several(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind the regions of whom it is: "Forum of Rectors | in Siberia and Tuva".

    Two cities are where it was held.
    """
    said = around.text[name.start : name.end].split()
    if not said or singular(said[-1].lower()) == said[-1].lower():
        return name.end
    place = _place(_IN.match(around.text, name.end, around.limit), around)
    end = name.end
    while (
        place is not None
        and place.cls != "City"
        and (joined := _JOINED.match(around.text, place.end, around.limit)) is not None
    ):
        place = _place(joined, around)
        end = place.end if place is not None and place.cls != "City" and "and" in joined[0] else end
    return end


_IN = re.compile(r" in (?:the )?(?=[A-Z])")


@cache
def _part_of_world() -> re.Pattern[str]:
    data = read("en", "shapes")
    parts = "|".join(word.title() for word in data["parts_of_world"])
    before = "|".join(word.capitalize() for word in data["of_areas"])
    return re.compile(
        rf" (?:in|across|throughout) (?:the )?(?:(?:{before}|[A-Z][a-z]+-[A-Z][a-z]+) )?(?:{parts})(?![\w-]| [A-Z])"
    )


def _behind_region(name: NameSpan, around: _Around) -> int:
    """Give where a name begins before its region: "the | Perm Region | Youth Forum", "Volga-Ural Region | Forum"."""
    first = max(around.first, name.start - _LONGEST)
    before = _region().search(around.text, first, name.start) or _PAIR.search(around.text, first, name.start)
    return before.start("region") if before is not None else name.start


@cache
def _region() -> re.Pattern[str]:
    nouns_of = "|".join(sorted(word.capitalize() for word, cls in _regions().items() if cls == "Region"))
    return re.compile(rf"\b[Tt]he (?P<region>(?:[A-Z][a-z]+[-–])?[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:{nouns_of}) )$")


def _regions() -> dict[str, str]:
    return {noun: cls for cls, listed in read("en", "kinds").items() for noun in listed if " " not in noun}


_PAIR = re.compile(r"(?<![\w-])(?P<region>[A-Z][a-z]+(?:-[A-Z][a-z]+)+ (?:Region|Area|Corridor|Belt) )$")


def _behind_list(name: NameSpan, around: _Around) -> int:
    return behind_list(around.text, name.start, max(around.first, name.start - _LONGEST), around.places_before)


def _behind_unions(name: NameSpan, around: _Around) -> int:
    return behind_unions(around.text, name.start, name.end)


def _on_field(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind its topic in small letters: "Sino-Mongolian Forum | on cooperation in ecology"."""
    said = around.text[name.start : name.end].split()
    if name.cls not in _TALKED or len(said) == 1 or not {"of", "on", "for", "in"}.isdisjoint(said):
        return name.end
    end = name.end
    for brought in (_ON, _IN_FIELD):
        behind = brought.match(around.text, end, around.limit)
        reached = end_of_field(behind["what"]) if behind is not None else 0
        if behind is None or not reached:
            break
        end = behind.start("what") + reached
    return end


_TALKED = frozenset({"Conference", "RoundTable", "Meeting"})
_SMALL = r"(?P<what>[a-z][a-z-]+(?:,? [a-z][a-z-]+){0,7})(?![\w-])"
_ON = re.compile(rf" (?:on|about) {_SMALL}")
_IN_FIELD = re.compile(rf" in (?:the )?(?:fields?|spheres?|areas?) of {_SMALL}")


def _with_capitals(name: NameSpan, around: _Around) -> int:
    """Give where a name ends behind the capitals that its edition is called by: "Winter School | NORD-ALTAI 2024"."""
    behind = _CAPITALS.match(around.text, name.end, around.limit + 1)
    alone = " " not in around.text[name.start : name.end] or around.text[name.end - 1].isupper()
    return name.end if behind is None or alone else behind.end()


_CAPITALS = re.compile(r" [A-Z][A-Z-]{2,11}(?=[ -](?:19[89]|20[0-3])\d(?![\w/-]))")


def _of_whom_further(name: NameSpan, around: _Around) -> int:
    place = min((start for start in around.places if start > name.end), default=around.limit)
    return tails(around.text, name.start, name.end, around.limit, place)


def _in_what_times(name: NameSpan, around: _Around) -> int:
    return in_what_times(around.text, name.start, name.end, around.limit)


_STARTS = (_behind_region, _behind_title, _with_side, _behind_colon, _behind_bracket, _behind_list, _behind_unions)
_ENDS = (
    *(_along, _of_peoples, _of_places, _in_several, _in_part_of_world, _in_subject),
    *(_of_whom_further, _in_what_times),
    *(_on_field, _with_capitals, _of_year),
)
