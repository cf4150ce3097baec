"""How names of organizations that are built by pattern go on, where their last words say nothing alone.

"Foundation for Support | of the Gorchakov Club", "Embassy of China | to Russia", "Institute of China | and Asia".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.languages.en.capitals import CAP, any_case, begins_no_name
from kg.languages.en.event_growth import events_grown
from kg.languages.en.event_tails import in_what_times, of_parts_also
from kg.languages.en.extents import with_known
from kg.languages.en.marks import begun
from kg.languages.en.shapes import is_body, titled_end
from kg.languages.kinds import singular
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan
from kg.schema import is_a

_CAPS = rf"{CAP}(?: {CAP}){{0,4}}"


def grown(names: list[NameSpan], text: str, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Give the names, those of organizations and events as far as they go.

    Args:
        names: those built by pattern; only these grow, over others of them that they hold whole.
        known: the registry's, at which a name ends unless they are places.
        people: who is named, where it ends as well.
    """
    barriers = sorted({name.start for name in known if not is_a(name.cls, "Place")} | {name.start for name in people})
    longer = [_longer(name, text, barriers, names) for name in names]
    return events_grown([with_known(name, text, known) for name in longer], text, known, people)


def _longer(name: NameSpan, text: str, barriers: list[int], names: list[NameSpan]) -> NameSpan:
    if name.entry is not None or not is_a(name.cls, "Organization"):
        return name
    name = replace(name, start=_behind_area(replace(name, start=_before_year(name, text)), text))
    name = replace(name, start=begun(name, text))
    next_one = bisect_left(barriers, name.end)
    limit = barriers[next_one] - 1 if next_one < len(barriers) else len(text)
    for extent in _EXTENTS:
        end = extent(name, text, limit)
        if end > name.end and not any(other.start < end < other.end for other in names):
            name = replace(name, end=end)
    return name


def _before_year(name: NameSpan, text: str) -> int:
    """Give where the name of a committee begins before its place and year: "Omsk 2024 | Organizing Committee"."""
    if not text[max(0, name.start - 5) : name.start].strip().isdigit() or not _called_committee(text, name):
        return name.start
    before = _PLACE_AND_YEAR.search(text, max(0, name.start - _LONGEST), name.start)
    words = before["place"].split() if before is not None else []
    while words and begins_no_name(words[0]):
        words = words[1:]
    if before is None or not words or words[-1].lower() in read("en", "dates")["months"]:
        return name.start
    return before.end("place") - len(" ".join(words))


def _behind_area(name: NameSpan, text: str) -> int:
    """Give where a name begins before its first part of the world: "the | Russia and | Central Asia Department"."""
    before = _areas_before().search(text, max(0, name.start - _LONGEST), name.start)
    if before is None or _begins_with_area().match(text, name.start, name.end) is None:
        return name.start
    return before.start("areas")


@cache
def _areas_before() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?P<areas>(?:{_part_of_world()}, )*{_part_of_world()},? and )$")


@cache
def _begins_with_area() -> re.Pattern[str]:
    return re.compile(rf"{_part_of_world()}(?: [A-Z]\w+)+$")


@cache
def _part_of_world() -> str:
    data = read("en", "shapes")
    spelt = sorted({*map(str.title, data["areas"]), *map(str.capitalize, data["areas"])})
    return rf"(?:(?:{'|'.join(map(str.title, data['of_areas']))}) )?(?:{'|'.join(spelt)})"


def _called_committee(text: str, name: NameSpan) -> bool:
    return text[name.start : name.end].rsplit(maxsplit=1)[-1].lower() in read("en", "posts")["bodies"]


_PLACE_AND_YEAR = re.compile(rf"(?P<place>{CAP}(?: {CAP}){{0,2}}) (?:19|20)\d\d $")
_LONGEST = 60  # characters before a name


def _to_country(name: NameSpan, text: str, limit: int) -> int:
    """Give where the name of a mission ends behind its country: "Embassy of China | to the Russian Federation"."""
    heads = set(read("en", "shapes")["missions"])
    if heads.isdisjoint(text[name.start : name.end].lower().split()):
        return name.end
    behind = _country().match(text, name.end, limit)
    return behind.end() if behind is not None else name.end


@cache
def _country() -> re.Pattern[str]:
    return re.compile(rf" to (?:the )?(?:{'|'.join(read('en', 'shapes')['countries'])})(?!\w)")


def _with_area(name: NameSpan, text: str, _limit: int) -> int:
    """Give where a name ends behind a second part of the world: "Institute of China | and Modern Asia".

    Its limit, given to all of these, does not hold: the second may be known ("Center for Asia | and SCO Studies").
    """
    said = text[name.start : name.end]
    behind = _area().match(text, name.end) if re.search(r" (?:of|for|on) ", said) and _ends_with_area(said) else None
    return behind.end() if behind is not None else name.end


def _ends_with_area(said: str) -> bool:
    return said.lower().endswith(tuple(read("en", "shapes")["areas"]))


@cache
def _area() -> re.Pattern[str]:
    data = read("en", "shapes")
    spelt = {*map(str.title, data["areas"]), *map(str.capitalize, data["areas"])}
    areas, before = "|".join(sorted(spelt)), "|".join(map(str.title, data["of_areas"]))
    fields = "|".join(data["of_areas_told"])
    area = rf"(?:the )?(?:(?:{before}) )?(?:{areas})"
    return re.compile(
        rf"(?:(?:, {area})*,? and {area}|,? and [A-Z]{{2,6}}(?= (?:{fields})))(?: (?:{fields}))?(?![\w-]| [A-Z])"
    )


def _of_object(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind what its field is of: "Department of the Theory | of Law", "Research | on Ice"."""
    said = text[name.start : name.end].split()
    data = read("en", "shapes")
    last = said[-1].lower()
    if last not in data["needing"] or not {"of", "for", "on"} & set(said):
        return name.end
    end = name.end
    towards = _TOWARDS.match(text, end, limit) if last in data["towards"] else None
    if towards is not None:
        return towards.end()
    for what, until in _objects(text, end, limit):
        helps = last in data["helping"] and said[0].lower() in data["helpers"]
        if (is_body(what[-1]) and not helps) or any(word.endswith(("'s", "’s")) for word in what):
            break  # "the Institute of Chemistry | of China's Jilin University"
        end, last = until, what[-1].lower()
        if last not in data["needing"] and last not in data["of_whom_states"]:
            break
    return end


def _objects(text: str, end: int, limit: int) -> Iterator[tuple[list[str], int]]:
    """Give what a name is of, one "of" behind the other, each with where it ends: "the Theory | of Law | of China"."""
    while (behind := _object().match(text, end, limit)) is not None:
        end = behind.end("what") if _names_another(behind["also"]) else behind.end()
        yield behind["what"].split(), end


_TOWARDS = re.compile(rf" to (?:the )?{_CAPS}(?![\w-])")


@cache
def _object() -> re.Pattern[str]:
    days = "|".join(word.capitalize() for name in ("months", "weekdays") for word in read("en", "dates")[name])
    return re.compile(
        rf" (?:of|on) (?:the )?(?!(?:{days})\b)(?P<what>{_CAPS})(?P<also>,? and (?:the )?{_CAPS})?(?![\w-])"
    )


def _names_another(said: str | None) -> bool:
    """Tell whether words behind "and" begin what is beside the name: a body, or somebody with a title."""
    posts, data = post_words("en").heads, read("en", "posts")
    titles = {*posts, *data["modifiers"], *data["honorifics"], *read("en", "people")["addresses"]}
    return any(is_body(word) or word.lower().rstrip(".") in titles for word in (said or "").split())


def _of_members(name: NameSpan, text: str, limit: int) -> int:
    """Give where the name of an association ends behind of what it is: "Alliance of Schools | of the Silk Road"."""
    said = text[name.start : name.end].split()
    data = read("en", "shapes")
    head = next((k for k, word in enumerate(said) if word.lower() in {"of", "for"}), 0)
    if not head or said[head - 1].lower() not in {*data["with_owners"], "council"}:
        return name.end
    whom = said[head + 1 :]
    if not whom or all(singular(word.lower()) == word.lower() for word in (whom[0], whom[-1])):
        return name.end  # no plural of members
    end = name.end
    for what, until in _objects(text, end, limit):
        if is_body(what[-1]) and singular(what[-1]) == what[-1]:
            break
        end = until
    return end


def _with_partners(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind with whom it is: "Exchange Center | with Foreign Countries"."""
    said = text[name.start : name.end].lower().split()
    together = set(read("en", "names")["goes_with"]).intersection(said if _names_field(said) else said[:-1])
    behind = _partners().match(text, name.end, limit) if together else None
    return behind.end() if behind is not None else name.end


@cache
def _partners() -> re.Pattern[str]:
    whom = "|".join(read("en", "shapes")["partners"])
    return re.compile(rf" with (?:the )?(?:[A-Z][\w-]+ (?:and [A-Z][\w-]+ )?)?(?:{whom})(?!\w)")


def _between_sides(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind between whom it is: "Committee for Cooperation | between Russia and China"."""
    said = text[name.start : name.end].lower().split()
    together = said[-1] in {*read("en", "names")["goes_with"], *read("en", "shapes")["between"]}
    behind = _sides().match(text, name.end, limit) if together and _names_field(said) else None
    return behind.end() if behind is not None else name.end


@cache
def _sides() -> re.Pattern[str]:
    data = read("en", "shapes")
    areas = sorted({*map(str.title, data["areas"]), *data["countries"]}, key=lambda word: (-len(word), word))
    country = rf"(?:the )?(?:{'|'.join(areas)})"
    sides = "|".join(word.capitalize() for word in read("en", "descriptions")["sides"] if word.isalpha())
    plural = "|".join(sorted(read("en", "names")["members"]))
    of_one = r"(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
    return re.compile(
        rf" between (?:{country} and {country}(?! [A-Z])"
        rf"|(?:the )?(?:{sides}) and (?:{sides}) (?:[A-Z][\w-]+s|{plural})"
        rf"|(?:the )?(?:[Cc]ities|[Rr]egions|[Uu]niversities|[Cc]ountries) of {of_one} and {of_one})(?![\w-])"
    )


def _names_field(said: list[str]) -> bool:
    """Tell whether the words of a name, in small letters, say what it is of or for."""
    return not {"of", "for", "on"}.isdisjoint(said)


def _of_meetings(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind whose meetings it prepares: "Commission for Regular Meetings | of Heads of …"."""
    if not text.endswith("Meetings", name.start, name.end) and not text.endswith("Heads", name.start, name.end):
        return name.end
    behind = _heads().match(text, name.end, limit)
    return behind.end() if behind is not None else name.end


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"{read('en', 'shapes')['meeting']}(?![\w-])")


def _of_residents(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind where its members live: "Union of Omsk Students | studying in China"."""
    members = text[name.start : name.end].rsplit(maxsplit=1)[-1].lower() in read("en", "names")["members"]
    behind = _residents().match(text, name.end, limit) if members and name.cls == "Association" else None
    return behind.end() if behind is not None and not is_body(behind[0].split()[-1]) else name.end


@cache
def _residents() -> re.Pattern[str]:
    residing = "|".join(read("en", "shapes")["residing"])
    return re.compile(rf" (?:{residing}) in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?! [A-Z])")


def _with_acronym(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind the capitals that it is called by: "Chinese Project Centre | NOVA"."""
    said = text[name.start : name.end].split()
    if len(said) < _FEWEST or said[-1].lower() not in read("en", "shapes")["called_by_capitals"]:
        return name.end
    behind = _ACRONYM.match(text, name.end, limit)
    own = "".join(word[0] for word in said if word[0].isupper())
    return behind.end() if behind is not None and behind["capitals"] != own else name.end


_FEWEST = 2
_ACRONYM = re.compile(r" (?P<capitals>[A-Z]{4,8})(?![\w-]| [A-Z(]| of )")


def _behind_bracket(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends that its place in brackets parts: "Silk Road Institute | (Omsk) for Trade and Law"."""
    said = text[name.start : name.end].split()
    if not is_body(said[-1]) or _names_field(text[name.start : name.end].lower().split()):
        return name.end
    behind = _BEHIND_BRACKET.match(text, name.end, limit)
    return behind.end() if behind is not None and not is_body(behind[0].split()[-1]) else name.end


_BEHIND_BRACKET = re.compile(rf" \([A-Z][a-z]+\) for {_CAPS}(?: and {_CAPS})?(?![\w-])")


def _of_parts(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind the parts of a country: "… and North-Eastern | provinces of China"."""
    said = text[name.start : name.end].lower().split()
    if said[-1] not in read("en", "shapes")["directions"] or not _names_field(said):
        return of_parts_also(text, name.start, name.end) if name.cls == "Association" else name.end
    behind = _parts().match(text, name.end, limit)
    return behind.end() if behind is not None else name.end


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(
        rf" (?:{any_case(read('en', 'shapes')['parts_of_countries'])}) of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?"
    )


def _with_title(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind its title in quotation marks: "Center for Gifted Children | “Altair”"."""
    said = text[name.start : name.end].lower().split()
    if not {"of", "for"} & set(said) or said[-1] in read("en", "shapes")["needing"]:
        return name.end
    head = next(k for k, word in enumerate(said) if word in {"of", "for"})
    return titled_end(said[:head], text, name.end, limit)


def _reaching(name: NameSpan, text: str, limit: int) -> int:
    """Give where the name of an association ends behind how far it reaches: "Alliance of Schools | along the Volga"."""
    if name.cls != "Association":
        return name.end
    behind = _FAR.match(text, name.end, limit)
    if behind is None or behind["where"].split()[0].lower() in _times():
        return name.end  # "throughout May"
    members = text[name.start : name.end].rsplit(maxsplit=1)[-1]
    if behind["how"].islower() and singular(members.lower()) == members.lower():
        return name.end
    return behind.end("where") if behind["also"] and is_body(behind[0].split()[-1]) else behind.end()


@cache
def _times() -> frozenset[str]:
    return frozenset(read("en", "dates")["months"]) | frozenset(read("en", "dates")["weekdays"])


_FAR = re.compile(
    rf" (?P<how>[Aa]long|[Aa]cross|[Aa]round|[Tt]hroughout) (?:the )?(?P<where>{CAP}(?: {CAP}){{0,3}})"
    rf"(?P<also> and the {CAP}(?: {CAP})?)?(?![\w-])"
)


def _in_times(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind the times that it studies: "Institute of Marxism | in the 21st Century"."""
    if not _names_field(text[name.start : name.end].lower().split()):
        return name.end
    end = in_what_times(text, name.start, name.end, limit)
    return end if text[name.end : end].rsplit(" ", 1)[-1].istitle() else name.end


def _to_mark(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name in quotation marks ends, at the mark that closes: "“Centre for Work with Trade | and Law”"."""
    if not name.start or text[name.start - 1] != '"':
        return name.end
    end = text.find('"', name.end, min(limit, name.end + _TO_MARK) + 1)
    words = text[name.end : end].replace(",", "").split() if end > 0 else []
    plain = all(word[:1].isupper() or word in _SMALL_WORDS for word in words)
    return end if words and plain and words[-1][:1].isupper() and text[name.end] == " " else name.end


_TO_MARK = 70  # characters
_SMALL_WORDS = frozenset({"of", "for", "and", "the", "with", "in", "on", "between", "to", "at"})


_EXTENTS = (
    _to_mark,
    _reaching,
    _to_country,
    _with_area,
    _of_object,
    _of_members,
    _of_parts,
    _of_residents,
    _with_partners,
    _between_sides,
    _of_meetings,
    _in_times,
    _with_title,
    _with_acronym,
    _behind_bracket,
)
