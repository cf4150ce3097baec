"""Organizations that a text calls only by a short form which nothing explains: "SibGIU", "RUSEA"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.en.rows import asides
from kg.languages.en.state_forms import is_state_form
from kg.languages.initials import capitals, spells
from kg.languages.lexicon import read, words
from kg.languages.lines import whole
from kg.languages.spans import NameSpan
from kg.schema import UNITS, is_a

_MIXED = re.compile(
    r"(?=\w*[a-z])(?!Mc|Mac|De|Le|La|[IVXLC]+$)[A-Z][a-z]{0,3}(?:[a-z]*[A-Z]){2,5}[a-z]{0,3}|[A-Z][a-z]{2,5}[A-Z][a-z]{3,7}"
)
_CAPITALS = re.compile(r"(?![IVXLC]+$)[A-Z]{3,6}")
_UNIVERSITY = re.compile(r"\w{2,}U")


def acronyms(doc: Doc, names: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find the short forms of organizations that are no known names, by what stands beside them somewhere in the text.

    Args:
        names: the names found by other rules.
        taken: where they stand.
    """
    branches = list(_branches(doc, names, taken))
    found: dict[str, list[Token]] = {}
    for token in doc:
        if token.idx not in taken and _is_short_form(token) and not _is_part(token, taken):
            found.setdefault(token.text, []).append(token)
    if not found:
        return branches
    bodies = [name for name in names if is_a(name.cls, "Organization")]
    starts, ends = {name.start for name in bodies}, {name.end for name in bodies}
    units = {name.end for name in bodies if name.cls in UNITS}
    printed = whole(doc)
    called = [printed[name.start : name.end] for name in bodies]
    return branches + [
        NameSpan(token.idx, token.idx + len(token), _class(text, tokens, starts), "pattern", 0.7)
        for text, tokens in found.items()
        if (is_mixed(text) and _UNIVERSITY.fullmatch(text))  # "RosNOU": nothing else is called so
        or any(_acts(token) or _is_beside(token, starts, ends) or _is_led_part(token, starts) for token in tokens)
        or any(_is_visited(token) or _owns(token, units) for token in tokens)
        or (any(_is_spelt(text, name) for name in called) and not any(_in_bracket(token) for token in tokens))
        for token in tokens
    ]


def _branches(doc: Doc, names: list[NameSpan], taken: set[int]) -> Iterator[NameSpan]:
    """Find the short forms that a state's name ends, which are an organization's there: "TRL Germany arrived"."""
    text = whole(doc)
    following = {*read("en", "names")["behind_visited"], *read("en", "names")["receiving"]}
    for name in names:
        before = name.start - 2
        if name.cls != "Country" or before < 1 or not text[before].isupper() or text[before + 1] != " ":
            continue
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is None or not span.start or span.end >= len(doc):
            continue
        token, behind = doc[span.start - 1], doc[span.end]
        short = _CAPITALS.fullmatch(token.text) is not None and _is_short_form(token)
        if not short or token.idx in taken or _is_part(token, taken) or not token.whitespace_:
            continue
        acts = behind.lower_ in following or behind.lower_.endswith("ed")
        if not behind.is_alpha or (acts and not _opens_clause(doc, token.i)):
            yield NameSpan(token.idx, name.end, "Organization", "pattern", 0.8)


def _opens_clause(doc: Doc, position: int) -> bool:
    """Tell whether words before a short form only begin a clause: "After | WWII Germany signed", "According to"."""
    first = position - 1 - (position > 1 and doc[position - 1].is_lower)
    opener = doc[max(first, 0)]
    return first >= 0 and opener.is_title and opener.lower_ in openers() - words("en", "articles")


def _is_spelt(text: str, name: str) -> bool:
    """Tell whether a short form is made of the first letters of a name, a long one of how it begins."""
    return spells(text, name) or (len(text) >= _LONG and capitals(name).startswith(text))


_LONG = 4


def _in_bracket(token: Token) -> bool:
    return bool(token.i) and token.nbor(-1).text == "("


def _class(text: str, tokens: list[Token], starts: set[int]) -> str:
    """Give the class of a short form: a unit where another organization owns it, "SEC of JINR"."""
    if _UNIVERSITY.fullmatch(text):
        return "University"
    return "OrganizationalUnit" if any(_is_owned(token, starts) for token in tokens) else "Organization"


def _is_led_part(token: Token, starts: set[int]) -> bool:
    """Tell whether somebody has a post there, and an organization owns it: "the head of SEC of JINR"."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i] if t.lower_ != "the"]
    return len(before) > 1 and before[-1] == "of" and before[-2] in nouns()[3] and _is_owned(token, starts)


def _is_owned(token: Token, starts: set[int]) -> bool:
    behind = token.doc[token.i + 1 : token.i + 4]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return False
    owner = behind[2] if behind[1].lower_ == "the" and len(behind) > 2 else behind[1]
    return owner.idx in starts or _is_short_form(owner)


def _is_short_form(token: Token) -> bool:
    text = token.text
    formed = _MIXED.fullmatch(text) or _CAPITALS.fullmatch(text)
    return formed is not None and text not in _none() and not is_state_form(text) and not _in_capitals(token)


@cache
def _none() -> frozenset[str]:
    return frozenset(read("en", "names")["no_short_forms"]) | frozenset(read("en", "names")["seldom_short_forms"])


def is_mixed(text: str) -> bool:
    """Tell whether a word is a short form of capitals and small letters, and nobody's name.

    >>> is_mixed("SibGIU"), is_mixed("McDonald"), is_mixed("Sibirin")
    (True, False, False)
    """
    return _MIXED.fullmatch(text) is not None


def _in_capitals(token: Token) -> bool:
    """Tell whether the words beside are in capitals as well: a heading, or a name spelled so."""
    beside = [other for step in (-1, 1) if 0 <= token.i + step < len(token.doc) for other in [token.nbor(step)]]
    return token.text.isupper() and any(other.text.isupper() and len(other) > 1 for other in beside)


def _is_part(token: Token, taken: set[int]) -> bool:
    """Tell whether a short form is a part of something longer: "HSK-6", "the DFG Programme", "“SUEK”", "MBA degree"."""
    before = token.nbor(-1) if token.i else None
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    if behind is not None and not token.whitespace_ and behind.text in {"-", "/", "&"}:
        return True
    if before is not None and not before.whitespace_ and before.text in {"-", "/", "&"}:
        return True
    return (
        before is not None
        and before.text[:1].isupper()
        and before.idx not in taken
        and before.is_alpha
        and not (before.is_sent_start or before.lower_ in nouns()[3])
    )


def _acts(token: Token) -> bool:
    """Tell whether people are said to be of it, as of an organization: "the SibGIU students", "the rector of SUEK".

    Capitals may be a field or a degree ("NMR specialists", "the director of GIS"): they need who heads a whole.
    """
    doc, place = token.doc, token.i
    data = read("en", "names")
    people = frozenset(data["lead_short_forms"])
    if is_mixed(token.text):
        people |= nouns()[3] | words("en", "known_groups") | frozenset(data["people_of"])
    behind = [t.lower_ for t in doc[place + 1 : place + 3]]
    behind = behind[1:] if behind[:1] in (["'s"], ["’s"]) else behind
    if behind and behind[0] in people:
        return True
    before = [t.lower_ for t in doc[max(0, place - 5) : place]]
    before = before[:-1] if before[-1:] == ["the"] else before
    if before[-4:-2] == ["with", "the"]:  # "talks with the management of RZHU": who can be met
        people |= frozenset(data["met_short_forms"])
    return len(before) > 1 and before[-1] in {"of", "from", "at"} and before[-2] in people


def _is_visited(token: Token) -> bool:
    """Tell whether guests come there, or people from there: "visited RZHU", "guests from RZHU", "RZHU was visited"."""
    doc, data = token.doc, read("en", "names")
    before = [t.lower_ for t in doc[max(0, token.i - 5) : token.i] if t.lower_ not in words("en", "articles")]
    behind = [t.lower_ for t in doc[token.i + 1 : token.i + 6]]
    said = " ".join(before[-2:])
    follows = token.i + 1 < len(doc) and doc[token.i + 1]
    alone = not follows or not follows.is_alpha or follows.lower_ in data["behind_visited"] or follows.text[-2:] == "ed"
    if any(" ".join(behind).startswith(way) for way in data["ways_from_guests"]):
        return True
    if alone and any(f" {said}".endswith(f" {way}") for way in data["ways_to_short_forms"]):
        return True
    if alone and len(before) > 1 and before[-1] == "from" and before[-2] in data["people_from"]:
        return True
    received = bool(behind) and behind[0] in data["receiving"] and not set(before[-1:]) & words("en", "acts_for")
    return received and any(word in data["people_from"] for word in behind[1:])


def _is_beside(token: Token, starts: set[int], ends: set[int]) -> bool:
    """Tell whether "and" joins it with an organization: "RUSEA and Altai State University"."""
    doc, place = token.doc, token.i
    joining = words("en", "conjunctions")
    if place + 2 < len(doc) and doc[place + 1].lower_ in joining:
        ahead = doc[place + 2]
        ahead = ahead.nbor() if ahead.lower_ == "the" and ahead.i + 1 < len(doc) else ahead
        if ahead.idx in starts:
            return True
    back = doc[place - 1] if place else None
    if back is not None and back.lower_ == "the" and back.i:
        back = back.nbor(-1)
    if back is None or back.i == 0 or back.lower_ not in joining:
        return False
    last = back.nbor(-1)
    return last.idx + len(last) in ends


def _owns(token: Token, units: set[int]) -> bool:
    """Tell whether a part with a name of its own is said to be of it: "the Department of Soils of NSKPU"."""
    place = token.i - (1 + (token.i > 0 and token.nbor(-1).lower_ == "the"))
    if place < 1 or token.doc[place].lower_ not in words("en", "of"):
        return False
    last = token.doc[place - 1]
    return last.idx + len(last) in units


def off_owner(name: NameSpan, text: str) -> NameSpan:
    """Give the name of a part without the short form of whose it is: "Confucius Institute | of NSKPU".

    >>> off_owner(NameSpan(0, 28, "JointStructure", "pattern", 0.9), "Confucius Institute of NSKPU").end
    19
    """
    tail = _OWNER.search(text, name.start, name.end) if name.cls in UNITS and name.entry is None else None
    whole = tail is None or tail["owner"] in _none() or " " not in text[name.start : tail.start()]
    return name if tail is None or whole else replace(name, end=tail.start())


_OWNER = re.compile(r" (?:of|at) (?:the )?(?P<owner>[A-Z]{2,5}U)$")


def introduced(doc: Doc, text: str, names: Iterable[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find short forms told again that a bracket behind a name introduced: "OmSAU" after "… University (OmSAU)"."""
    bearers: dict[str, NameSpan] = {}
    ends = {name.end: name for name in names if is_a(name.cls, "Organization") or is_a(name.cls, "Event")}
    for token in doc[1:-2]:
        if token.text != "(":
            continue
        aside = asides().match(text, token.idx + 1)
        last = next((t for t in doc[token.i + 1 : -1] if t.idx >= (aside.end() if aside else token.idx + 1)), doc[-1])
        short, before = last.text, doc[token.i - 1]
        bearer = ends.get(before.idx + len(before))
        closed = last.i + 1 < len(doc) and last.nbor().text == ")"
        if bearer is not None and closed and _has_capitals(short):
            bearers.setdefault(short, bearer)
    return [
        NameSpan(token.idx, token.idx + len(token), bearers[token.text].cls, "pattern", 0.9)
        for token in doc
        if token.text in bearers and token.idx not in taken
    ]


def _has_capitals(text: str) -> bool:
    return text.isalnum() and sum(map(str.isupper, text)) >= 2
