"""How names of organizations that are built by pattern go on, where their last words say nothing alone.

"Foundation for Support | of the Gorchakov Club", "Embassy of China | to Russia", "Institute of China | and Asia".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache

from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import is_a

_CAP = r"[A-Z][\w'’-]*"
_CAPS = rf"{_CAP}(?: {_CAP}){{0,4}}"


def grown(names: list[NameSpan], text: str, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Give the names, those of organizations as far as they go.

    Args:
        names: those built by pattern; only these grow, over others of them that they hold whole.
        known: the registry's, at which a name ends unless they are places.
        people: who is named, where it ends as well.
    """
    barriers = sorted({name.start for name in known if not is_a(name.cls, "Place")} | {name.start for name in people})
    return [_longer(name, text, barriers, names) for name in names]


def _longer(name: NameSpan, text: str, barriers: list[int], names: list[NameSpan]) -> NameSpan:
    if name.entry is not None or not is_a(name.cls, "Organization"):
        return name
    next_one = bisect_left(barriers, name.end)
    limit = barriers[next_one] - 1 if next_one < len(barriers) else len(text)
    for extent in (_to_country, _with_area, _of_object, _of_members, _with_partners, _with_title):
        end = extent(name, text, limit)
        if end > name.end and not any(other.start < end < other.end for other in names):
            name = replace(name, end=end)
    return name


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


def _with_area(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind a second part of the world: "Institute of China | and Modern Asia"."""
    said = text[name.start : name.end]
    behind = (
        _area().match(text, name.end, limit) if re.search(r" (?:of|for|on) ", said) and _ends_with_area(said) else None
    )
    return behind.end() if behind is not None else name.end


def _ends_with_area(said: str) -> bool:
    return said.lower().endswith(tuple(read("en", "shapes")["areas"]))


@cache
def _area() -> re.Pattern[str]:
    data = read("en", "shapes")
    areas, before = ("|".join(word.title() for word in data[name]) for name in ("areas", "of_areas"))
    area = rf"(?:the )?(?:(?:{before}) )?(?:{areas}|Asia-[Pp]acific)"
    fields = "Studies|Research|Cooperation|Relations"
    return re.compile(
        rf"(?:(?:, {area})*,? and {area}|,? and [A-Z]{{2,6}}(?= (?:{fields})))(?: (?:{fields}))?(?![\w-])"
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
    while (behind := _object().match(text, end, limit)) is not None:
        what = behind["what"].split()
        body = _is_body(what[-1])
        helps = last in data["helping"] and said[0].lower() in data["helpers"]
        if (body and not helps) or any(word.endswith(("'s", "’s")) for word in what):
            break  # "the Institute of Chemistry | of China's Jilin University"
        end = behind.end("what") if _names_body(behind["also"]) else behind.end()
        last = what[-1].lower()
        if last not in data["needing"] and last not in data["of_whom_states"]:
            break
    return end


_TOWARDS = re.compile(rf" to (?:the )?{_CAPS}(?![\w-])")


@cache
def _object() -> re.Pattern[str]:
    return re.compile(rf" (?:of|on) (?:the )?(?P<what>{_CAPS})(?P<also>,? and (?:the )?{_CAPS})?(?![\w-])")


def _is_body(word: str) -> bool:
    kind = kind_of("en", [word])
    return kind is not None and is_a(kind.cls, "Organization")


def _names_body(said: str | None) -> bool:
    return any(_is_body(word) for word in (said or "").split())


def _of_members(name: NameSpan, text: str, limit: int) -> int:
    """Give where the name of an association ends behind of what it is: "Alliance of Schools | of the Silk Road"."""
    said = text[name.start : name.end].split()
    data = read("en", "shapes")
    head = next((k for k, word in enumerate(said) if word.lower() in {"of", "for"}), 0)
    if not head or said[head - 1].lower() not in {*data["with_owners"], "council"}:
        return name.end
    if singular(said[head + 1].lower() if head + 1 < len(said) else "") == said[min(head + 1, len(said) - 1)].lower():
        return name.end  # no plural of members
    end = name.end
    while (behind := _object().match(text, end, limit)) is not None:
        last = behind["what"].split()[-1]
        if _is_body(last) and singular(last) == last:
            break
        end = behind.end("what") if _names_body(behind["also"]) else behind.end()
    return end


def _with_partners(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind with whom it is: "Exchange Center | with Foreign Countries"."""
    said = text[name.start : name.end].lower().split()
    behind = _PARTNERS.match(text, name.end, limit) if set(said) & set(read("en", "names")["goes_with"]) else None
    return behind.end() if behind is not None else name.end


def _with_title(name: NameSpan, text: str, limit: int) -> int:
    """Give where a name ends behind its title in quotation marks: "Center for Gifted Children | “Altair”"."""
    said = text[name.start : name.end].lower().split()
    behind = _TITLE.match(text, name.end, limit) if {"of", "for"} & set(said) else None
    if behind is None or said[-1] in read("en", "shapes")["needing"]:
        return name.end
    following = text[behind.end() : behind.end() + 40].lower().split()[:2]
    other = {word.strip(",.;") for word in following} & set(read("en", "shapes")["not_titled"])
    return name.end if other else behind.end()


_TITLE = re.compile(r" [\"“«][A-Z][^\"”»\n,]{2,30}[\"”»](?! [A-Z])")
_PARTNERS = re.compile(
    r" with (?:[A-Z]\w+ (?:and [A-Z]\w+ )?)?(?:Countries|Partners|Organizations|Universities|States)(?!\w)"
)
