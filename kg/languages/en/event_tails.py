"""What names of events end with behind the capitals of their first part: whose members' members meet, in what times.

"Forum of Rectors of Unions | of Schools of the Polar Type", "Summit on Trade | in the New Era".
"""

from __future__ import annotations

import re
from functools import cache

from kg.languages.en.built_kinds import is_field
from kg.languages.en.capitals import CAP, any_case
from kg.languages.en.event_heads import union
from kg.languages.en.shapes import end_of_field
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.schema import is_a


def tails(text: str, start: int, end: int, limit: int, place: int) -> int:
    """Give where a name ends behind whose members meet in what fields, or what language it is on.

    Args:
        limit: where the next name stands.
        place: where the next place stands, which is no field.
    """
    end = of_whom_further(text, start, end, limit)
    end = of_parts_also(text, start, end)
    end = of_fields(text, start, end, min(limit, place))
    end = on_topics(text, start, end, limit)
    end = of_language(text, start, end, limit)
    end = and_field(text, start, end, limit)
    end = of_unions(text, start, end)
    return in_or_under(text, start, end, limit)


def of_whom_further(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name of members ends behind whose members they are, in capitals: "of Unions | of Polar Schools".

    Args:
        limit: where the next name stands.
    """
    said = text[start:end].split()
    while "of" in said and singular(said[-1].lower()) != said[-1].lower():
        behind = _OF_WHOM.match(text, end, limit + 1)
        if behind is None:
            break
        kept = _before_headline_verb(behind[0])
        if not kept:
            break
        if is_people(kept.split()[-1]):  # "of Mongolian | schools"
            whose = members().match(text, end + len(kept), limit + 1)
            if whose is None:
                break
            kept += whose[0]
        end += len(kept)
        said = kept.split()
    return end


def is_people(word: str) -> bool:
    """Tell whether a word says of which people somebody is."""
    small = word.lower()
    return small in read("en", "descriptions")["sides"] or small.endswith(tuple(read("en", "names")["peoples"]))


@cache
def members() -> re.Pattern[str]:
    """Give the pattern of whose members meet, in small letters: " polar schools"."""
    plurals = "|".join(sorted(read("en", "names")["members"]))
    return re.compile(rf" (?:[a-z][a-z-]+ )?(?:{plurals})(?![\w-])")


def _before_headline_verb(tail: str) -> str:
    """Give the words of a tail up to the verb that headlines print in capitals: "of Polar Schools | Held"."""
    verbs = read("en", "headlines")
    words = tail.split()
    ends = next((n for n, word in enumerate(words) if word.lower() in verbs), len(words))
    while ends and words[ends - 1][:1].islower():
        ends -= 1
    return " " + " ".join(words[:ends]) if ends else ""


_OF_WHOM = re.compile(
    rf" of (?:the )?{CAP}(?: (?:(?:and|of|&) )?(?:the )?{CAP}){{0,12}}(?![\w’'-])(?!(?: [a-z]+ed)? by )"
)
_FIELDS = rf"{CAP}(?: {CAP}){{0,2}}"
_OF_FIELDS = re.compile(rf"(?:, {_FIELDS}){{1,4}},? and {_FIELDS}(?![\w’'-])")


def of_fields(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name of members ends behind their fields: "Meeting of Ministers of Science | , Trade, and Youth"."""
    said = text[start:end].split()
    if said.count("of") < _DOUBLY or said[-2] != "of":
        return end
    behind = _OF_FIELDS.match(text, end, limit + 1)
    return behind.end() if behind is not None else end


def of_parts_also(text: str, start: int, end: int) -> int:
    """Give where a name of members ends behind the parts of a second country.

    "Forum of Rectors of the Far East | of Russia and North-Eastern provinces of China".
    """
    said = text[start:end].split()
    if "of" not in said or said[-1] == "of" or all(singular(word.lower()) == word.lower() for word in said):
        return end
    behind = _parts_also().match(text, end)
    return behind.end() if behind is not None else end


@cache
def _parts_also() -> re.Pattern[str]:
    data = read("en", "shapes")
    parts = rf"(?i:{'|'.join(sorted(data['directions'], key=lambda word: (-len(word), word)))})"
    plurals = any_case(data["parts_of_countries"])
    country = rf"(?:the )?(?:{'|'.join(data['countries'])})"
    return re.compile(
        rf"(?: of {country})?(?:,|,? and) (?:the )?{parts}(?:(?:,| and) {parts})? (?:(?:{plurals}) )?"
        rf"of {country}(?![\w-]| [A-Z])"
    )


_DOUBLY = 2  # "of" in the name of a meeting of members


def of_language(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name ends behind the language or what is between peoples that it is on.

    "Olympiad on the Russian | language", "Symposium on Sino-Russian | relations".
    """
    said = text[start:end].split()
    if " " not in text[start:end] or said[-2].lower() not in read("en", "names")["before_languages"]:
        return end
    behind = _language().match(text, end, limit + 1) if is_people(said[-1]) else None
    if behind is None and _are_peoples(said[-1]):
        behind = _between().match(text, end, limit + 1)
    return behind.end() if behind is not None else end


def _are_peoples(word: str) -> bool:
    """Tell whether a word joins countries or peoples: "China-Mongolia-Russia", "Sino-Thai"."""
    countries = read("en", "shapes")["countries"]
    short = read("en", "names")["short_peoples"]
    halves = re.split("[-–]", word)
    return len(halves) > 1 and all(half in countries or is_people(half) or half in short for half in halves)


@cache
def _between() -> re.Pattern[str]:
    """Give the pattern of what is between peoples, where no noun follows: " relations", not " trade | fair"."""
    nouns = "|".join(read("en", "names")["between_peoples"])
    goes_on = "|".join({"and", "under", *read("en", "entitled")["behind_held"], *event_verbs()})
    return re.compile(rf" (?:{nouns})(?=[.,;:)\n\"”»]|$| (?:{goes_on})\b| [A-Z(–—])")


@cache
def event_verbs() -> frozenset[str]:
    """Give the first words of what is said of events behind their names."""
    data = read("en", "entitled")
    return frozenset(words.split()[0] for key in ("being", "taking_place", "opening") for words in data[key])


@cache
def _language() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(read('en', 'names')['languages_told'])})(?![\w-])")


def on_topics(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name of members ends behind its topic, and behind its second.

    "Congress of Young Chemists | on Clean Fuels", "Forum on Soils | and on the History and Law of the North".
    """
    said = text[start:end].split()
    if "of" in said and "on" not in said and singular(said[-1].lower()) != said[-1].lower():
        end = _on_topic(text, end, _on("on"), limit)
    return _on_topic(text, end, _on("and on"), limit) if " on " in text[start:end] else end


def _on_topic(text: str, end: int, brought: re.Pattern[str], limit: int) -> int:
    behind = brought.match(text, end, limit + 1)
    if behind is None or not (" " in behind["topic"] or is_field(behind["topic"])):
        return end  # "the Forum on Soils and on | Monday"
    said = set(behind["topic"].lower().split())
    return end if said & _no_topic() else behind.end()  # "and on | Victory Day", "and on | Friday Street"


@cache
def _no_topic() -> frozenset[str]:
    """Give the words that make capitals behind "on" a day or a street."""
    dates = read("en", "dates")
    return frozenset({*read("en", "names")["no_topics"], *dates["weekdays"], *dates["months"]})


_TOPIC = rf"{CAP}(?: (?:of (?:the )?)?{CAP}){{0,6}}"


@cache
def _on(brought: str) -> re.Pattern[str]:
    """Give the pattern of topics behind the words that bring them in."""
    clause = "|".join(read("en", "names")["begin_clauses"])  # "and on the Moscow River | the guests sailed"
    return re.compile(
        rf",? {brought} (?:the )?(?P<topic>{_TOPIC}(?:(?:, {_TOPIC}){{0,4}},? and {_TOPIC})?)"
        rf"(?![\w’'-])(?! (?:[A-Z]|(?:{clause})\b))"
    )


def and_field(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name ends behind its second topic in small letters: "conference on clean energy | and smart grids".

    Nothing may follow but what is said of the event: not "on ecology and | exhibitions of students".
    """
    said = text[start:end].split()
    if "on" not in said or not said[-1].islower() or end_of_field(said[-1]) != len(said[-1]):
        return end
    behind = _and_field().match(text, end, limit + 1)
    if behind is None or end_of_field(behind["what"]) != len(behind["what"]):
        return end
    kind = kind_of("en", [behind["what"].split()[-1]])
    return end if kind is not None and is_a(kind.cls, "Event") else behind.end()


@cache
def _and_field() -> re.Pattern[str]:
    goes_on = "|".join({*read("en", "entitled")["behind_held"], *event_verbs()})
    return re.compile(rf",? and (?P<what>[a-z][a-z-]+(?: [a-z][a-z-]+){{0,2}}?)(?=[.,;:)\n]|$| (?:{goes_on})\b)")


def of_unions(text: str, start: int, end: int) -> int:
    """Give where a name ends behind the unions of states whose members meet, or behind the one that it is called by.

    "Conference of Young Chemists | of the SCO and BRICS", "Forum on Law | of the SCO Countries", "Song Week | BRICS+".
    """
    if " " not in text[start:end]:
        return end
    behind = _unions().match(text, end)
    return behind.end() if behind is not None else end


@cache
def _unions() -> re.Pattern[str]:
    data = read("en", "names")
    parts = any_case(sorted(data["parts_of_unions"]))
    free = r"(?![\w’'+-]| [A-Z])"
    return re.compile(
        rf" of (?:the )?{union()}(?:(?:,|,? and) (?:the )?{union()}){{0,4}}(?: (?:[Mm]ember )?(?:{parts}))?{free}"
        rf"| {union()}(?=[.,;:)\n]|$| (?:in|at|on|was|is|opened|took)\b)"
    )


def in_or_under(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name ends behind the field or undertaking of its topic.

    "Panel on Russian-Chinese Cooperation | in the Field of Optics", "Forum on Trade | under the One Road Initiative".
    """
    if {"of", "on", "for"}.isdisjoint(text[start:end].split()):
        return end
    behind = _field_or_undertaking().match(text, end, limit + 1)
    return behind.end() if behind is not None else end


@cache
def _field_or_undertaking() -> re.Pattern[str]:
    data = read("en", "names")
    undertakings, fields, frames = (
        "|".join(word.capitalize() for word in data[key]) for key in ("undertakings", "fields_of", "frameworks_of")
    )
    what = rf"{CAP}(?: (?:(?:and|of|&) )?(?:the )?{CAP}){{0,4}}"
    return re.compile(
        rf" (?:in (?:the )?(?:{fields})s? of (?:the )?{what}(?:, {what} and {what})?"
        rf"|(?:under|within) (?:the )?(?:(?:{frames}) of (?:the )?{what}"
        rf"|(?:{CAP} (?:and )?){{1,5}}(?:{undertakings})(?! of )))"
        r"(?![\w’'-]| [A-Z])"  # none of somebody's: "under the New Year Project of A"
    )


def in_what_times(text: str, start: int, end: int, limit: int) -> int:
    """Give where a name ends behind the times or conditions of its topic: "Summit on Trade | in the New Era"."""
    if " " not in text[start:end]:
        return end
    behind = _times().match(text, end, limit + 1)
    return behind.end() if behind is not None else end


@cache
def _times() -> re.Pattern[str]:
    times = any_case(sorted(read("en", "names")["times"]))
    nth = r"\d{1,2}(?:st|nd|rd|th)"
    of = rf"(?: of (?:the )?{CAP}(?: (?:and )?{CAP}){{0,3}})?"
    return re.compile(rf" (?:in|for) (?:the |an? )?(?:(?:{CAP}|{nth}) ){{0,3}}(?:{times}){of}(?![\w-]| [A-Z])")


def whole_quotation(text: str, start: int, end: int, first: int, limit: int) -> tuple[int, int]:
    """Give where the title in quotation marks begins and ends that a name is the beginning or noun of.

    Args:
        first: where the name before it ends.
        limit: where the next name stands.
    """
    before = _OPENED.search(text, max(first, start - _LONGEST), start)
    behind = _CLOSED.match(text, end, min(len(text), end + _LONGEST))
    if before is None or behind is None or behind.end("rest") > limit + 1:
        return start, end
    own = text[before.end("mark") : behind.end("rest")]
    if any(word.islower() and word not in read("en", "entitled")["within_any_title"] for word in own.split()):
        return start, end  # a sentence
    next_word = _WORD.match(text, behind.end())
    kind = kind_of("en", [next_word[1]]) if next_word is not None else None
    if kind is not None and not is_a(kind.cls, "Event"):
        return start, end  # "the “Polar Forum for Youth” project"
    return before.end("mark"), behind.end("rest")


_LONGEST = 90  # characters of a title before and behind its noun
_OPENED = re.compile(r"(?P<mark>[\"“«])(?:[\w’'+-]+ )*$")
_CLOSED = re.compile(r"(?P<rest>(?:(?:,|:| [–—-])? (?:[\w’'+-]|, )+)*)[,.]?[\"”»](?!\w)")
_WORD = re.compile(r" ([a-z]+)")
