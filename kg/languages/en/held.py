"""Events that nothing but their title in quotation marks names: the “Silk Road: Ports of the North” was held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.languages.en.capitals import CAP
from kg.languages.en.event_tails import event_verbs
from kg.languages.en.titled import closing, opens
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read
from kg.languages.lines import whole
from kg.languages.spans import NameSpan
from kg.schema import is_a


def held(doc: Doc) -> Iterator[NameSpan]:
    """Find the titles in quotation marks that are said to be held, to have taken place, or to be attended.

    None whose noun stands beside it (“X” forum): ``titled.py`` and ``entitled.py`` know these, and other things are
    called by their nouns too. None that the text elsewhere gives to something else ("the project “X”").
    """
    text = whole(doc)
    position = 0
    while position < len(doc):
        end = closing(doc, position) if opens(doc, position) else None
        if end is None:
            position += 1
            continue
        first, last = doc[position + 1], doc[end - 1]
        start, stop = first.idx, last.idx + len(last)
        opened, closed = doc[position].idx, doc[end].idx + 1
        capitals = _capitals_behind().match(text, closed)
        kind = None
        if capitals is not None:  # "2019 “Amber Road” Youth Exchange Event"
            start, stop, kind = _behind_year(text, opened), capitals.end(), Kind("Event", None)
        elif text[stop - 1] in ".!?,":
            pass
        elif _is_held(text, opened, closed):
            kind = _kind_of_title(text[start:stop])
        elif _PARTED.search(text, start, stop) is not None:  # which parsers tear apart: "“Two Rivers: One Sea” forum"
            kind = _noun_behind(text, closed)
        if kind is not None and (capitals is not None or not _is_called_elsewhere(text, text[start:stop])):
            yield NameSpan(start, stop, kind.cls, "pattern", 0.85, None, kind.kind)
        position = end + 1


_PARTED = re.compile(r"\w(?:[,:]| [–—-]) ")


@cache
def _capitals_behind() -> re.Pattern[str]:
    """Give the pattern of capitals behind a title that end with a noun of any event: " Youth Exchange Event"."""
    data = read("en", "entitled")
    nouns = "|".join(word.capitalize() for word in (*data["any_events"], *data["titled_activities"]))
    return re.compile(rf" (?:{CAP} ){{1,6}}(?:{nouns})(?![\w-]| [A-Z])")


def _behind_year(text: str, start: int) -> int:
    """Give where a name begins before its title: "the | 2019 | “Amber Road” …"."""
    year = _YEAR.search(text, max(0, start - _NEAR), start)
    return year.start("year") if year is not None else start


_YEAR = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d\d) $")


def _noun_behind(text: str, end: int) -> Kind | None:
    """Give the kind of event that the noun behind a title tells: "“…” youth forum"."""
    behind = _SMALL.match(text, end)
    said = behind[0].split() if behind is not None else []
    if set(said) & set(read("en", "entitled")["titled_else"]):
        return None
    for count in range(1, len(said) + 1):
        kind = kind_of("en", said[:count])
        shown = count > 1 and said[count - 1] in read("en", "entitled")["shows"] and _ends(said[count:])
        if kind is not None and said[count - 1] in read("en", "entitled")["shows"] and not _ends(said[count:]):
            return None  # "“…” opening gala dress"
        if kind is not None or shown:
            other = kind_of("en", said[: count + 1]) if len(said) > count else kind
            kind = other or kind or Kind("Event", None)
            return kind if is_a(kind.cls, "Event") else None
    return None


def _ends(behind: list[str]) -> bool:
    """Tell whether no further noun stands behind that of an event: "show | began", not "gala | dress"."""
    return not behind or behind[0] in event_verbs() or behind[0] in read("en", "entitled")["behind_held"]


_SMALL = re.compile(r"(?: [a-z][a-z-]+){1,5}")


def _is_held(text: str, start: int, end: int) -> bool:
    """Tell whether what stands around a quotation says that it is an event.

    Args:
        start: where its first mark stands.
        end: behind its last mark.
    """
    title = text[start + 1 : end - 1]
    of_it = _said_of_it().match(text, end)
    if of_it is not None:
        begins = _begins().search(text, max(0, start - _NEAR), start) is not None
        owned = text.startswith(" by ", of_it.end()) and not _tells_event(title)  # "the “Record” was held by A"
        return begins and not owned and _spans_years().match(text, of_it.end()) is None
    to_it = _said_to_it().search(text, max(0, start - _NEAR), start)
    if to_it is None or _free().match(text, end) is None or _spans_years().match(text, end) is not None:
        return False
    if (apposed := _apposed().match(text, end)) is not None:  # "took part in “X”, a project of A"
        return _is_event(apposed["noun"])
    if to_it["holding"] is not None:
        return _placed().match(text, end) is not None
    dated = to_it["year"] is not None or _dated().match(text, end) is not None
    return dated or _tells_event(title) or _is_told_of(text, title)


def _tells_event(title: str) -> bool:
    """Tell whether a word of a title is one for an event: "Days of the North"."""
    kinds = (kind_of("en", [word]) for word in re.findall(r"[\w-]+", title.lower()))
    return any(kind is not None and is_a(kind.cls, "Event") for kind in kinds)


def _is_event(noun: str) -> bool:
    """Tell whether a noun, with what stands behind it, is one of an event: "forum of students"."""
    ends = {"of", *read("en", "entitled")["behind_held"]}
    words = noun.lower().split()
    count = next((n for n, word in enumerate(words) if word in ends), len(words))
    kind = kind_of("en", words[:count]) if count else None
    return kind is not None and is_a(kind.cls, "Event")


def _is_told_of(text: str, title: str) -> bool:
    """Tell whether a text elsewhere says of a title that it was held, or which event it is: "the forum “X”"."""
    for found in re.finditer(re.escape(title), text):
        if _said_of_it().match(text, found.end() + 1) is not None or any(map(_is_event, _beside(text, found))):
            return True
    return False


_NEAR = 40  # characters before a quotation


@cache
def _begins() -> re.Pattern[str]:
    """Give what may stand before the title of what is held: an article, a year, a conjunction, no noun of its own."""
    return re.compile(rf"(?:^|[.!?;,\n]|\b(?:(?i:{_any(read('en', 'entitled')['begins'])})|\d{{4}})) *$")


@cache
def _said_of_it() -> re.Pattern[str]:
    """Give the pattern of what is said behind a title: " was held in", " took place", " opened on May 3"."""
    data = read("en", "entitled")
    ways = rf"(?: (?:{_any(data['ways'])}))?"
    date = rf" on (?:the )?{_day()}"
    passive = rf"(?:{_any(data['being'])}){ways} (?:{_any(data['done_with_events'])}){_behind()}"
    return re.compile(
        rf",? (?:{passive}|(?:{_any(data['taking_place'])}){ways} place\b|(?:{_any(data['opening'])}){date})"
    )


@cache
def _day() -> str:
    months = "|".join(month.capitalize() for month in read("en", "dates")["months"])
    return rf"(?:\d|(?:{months})\b)"


@cache
def _said_to_it() -> re.Pattern[str]:
    """Give the pattern of what is said before a title: "attended the ", "held "."""
    data = read("en", "entitled")
    holding, attending = _any(data["holding"]), _any(data["attending"])
    return re.compile(rf"\b(?:(?P<holding>{holding})|{attending}) (?:the )?(?P<year>\d{{4}} )?$")


@cache
def _spans_years() -> re.Pattern[str]:
    """Give the pattern of from which year on something was so: " from 2001 to 2005"."""
    return re.compile(rf",? (?:{_any(read('en', 'entitled')['since'])})(?: [A-Z]\w+)? (?:19|20)\d\d\b")


@cache
def _apposed() -> re.Pattern[str]:
    """Give the pattern of what a title is said to be behind it: ", a project of A"."""
    articles = _any(read("en", "entitled")["apposed"])
    return re.compile(rf"(?:,| \() ?(?:{articles}) (?P<noun>[^,.;()\n]+)")


@cache
def _dated() -> re.Pattern[str]:
    """Give the pattern of the day behind a title: " in Omsk on 5 May"."""
    return re.compile(rf"(?: (?:in|at) [^.;,\n]{{1,40}}?)? (?:on|from) (?:the )?{_day()}")


@cache
def _placed() -> re.Pattern[str]:
    """Give the pattern of where or when something was held: " in Omsk", " today"."""
    adverbs = _any(read("en", "entitled")["held_there"])
    return re.compile(rf"{_dated().pattern}| (?:in|at) (?:the )?[A-Z\d\"“«'‘]| (?:{adverbs})\b")


@cache
def _free() -> re.Pattern[str]:
    """Give the pattern of what may stand behind a title whose noun does not follow."""
    return re.compile(_behind())


@cache
def _behind() -> str:
    return rf"(?=[.;,:\n)]|$| (?:\(|(?:{_any(read('en', 'entitled')['behind_held'])})\b))"


def without_mottos(names: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names without bodies that are words of a motto: “Be Kind, Serve Society” was the forum's motto."""
    spans = [found.span("motto") for pattern in _mottos() for found in pattern.finditer(text)]
    return [
        name
        for name in names
        if name.entry is not None
        or not is_a(name.cls, "Organization")
        or not any(start <= name.start and name.end <= end for start, end in spans)
    ]


@cache
def _mottos() -> tuple[re.Pattern[str], ...]:
    nouns, being = (_any(read("en", "entitled")[listed]) for listed in ("mottos", "being"))
    motto = r"[\"“«](?P<motto>[A-Z][^\"”»\n]{3,120})[\"”»]"
    return (
        re.compile(rf"{motto},? (?:{being}|as) (?:the|a|its|their) (?:\w+ )?(?:{nouns})\b"),
        re.compile(rf"\b(?:{nouns})(?: of [^.\n\"“]{{3,60}}?)?(?: (?:{being}))?:? {motto}"),
    )


def _any(phrases: list[str]) -> str:
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True))


def _kind_of_title(title: str) -> Kind | None:
    """Give the kind of event that the last noun of a title or of its first part tells; none where it is another's."""
    part = title.partition(":")[0]
    told = [kind for said in (title, part) if (kind := kind_of("en", said.split())) is not None]
    events = [kind for kind in told if is_a(kind.cls, "Event")]
    if events:
        return events[0]
    others = {said.lower().rpartition(" ")[2] for said in (title, part)} & set(read("en", "entitled")["titled_else"])
    whole = len(part) == len(title)  # no body of its own is "Two Studios" in "Roads We Walked: Two Studios"
    others_told = any(whole or not is_a(kind.cls, "Organization") for kind in told)
    return None if others_told or others or not title[:1].isupper() else Kind("Event", None)


def _is_called_elsewhere(text: str, title: str) -> bool:
    """Tell whether a title stands beside the noun of something that is no event anywhere in a text."""
    for found in re.finditer(re.escape(title), text):
        for said in _beside(text, found):
            kind = kind_of("en", said.lower().split()) if said else None
            other = said.lower().rpartition(" ")[2] in read("en", "entitled")["titled_else"]
            if other or (kind is not None and not is_a(kind.cls, "Event")):
                return True
    return False


def _beside(text: str, title: re.Match[str]) -> tuple[str, str]:
    """Give the words before and behind a title in quotation marks."""
    before, behind = _BEFORE.search(text, 0, title.start()), _BEHIND.match(text, title.end())
    return before[1] if before is not None else "", behind[1] if behind is not None else ""


_BEFORE = re.compile(r"((?:[\w-]+ )?[\w-]+) [\"“«'‘]$")
_BEHIND = re.compile(r"[\"”»'’] ((?:[a-z-]+ )?[a-z-]+)\b")
