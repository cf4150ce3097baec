"""Tokens and names as unit letters: what ``names.yml`` and ``groups.yml`` build their patterns of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.codes import Units, units
from kg.languages.dates import months
from kg.languages.hyphens import hyphenated
from kg.languages.kinds import Kind, head_nouns, kind_of, kinds, singular
from kg.languages.lexicon import headline_verbs, read
from kg.languages.lines import whole
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan
from kg.schema import is_a

ORDINAL = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{2,6}|V|X|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
CAPITALISED = re.compile(r"[A-ZÀ-ÞŁŠŽŞĆČŚŻŹĐİĀĒĪŌŪА-ЯЁ][\w'.+&-]*$|[a-z]?[A-Z][\w'+-]*[A-Z][\w'+-]*$")
_WORDS = {
    "of": "o", "for": "f", "at": "a", "in": "i", "on": "b", "with": "w", "the": "d", "and": "&", "&": "&", ",": ",",
    "(": "(", ")": ")", "its": "d", "our": "d", "their": "d", "his": "d", "her": "d",
    '"': "q", "'s": "s", "'": "s", ".": ".", "!": ".", "?": ".", ";": ".", ":": ".",
}  # fmt: skip


def is_grammar(word: str) -> bool:
    """Tell whether a word is one of grammar, whatever its letters: "OF" in a headline."""
    return word.lower() in _WORDS


@cache
def nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """Give the head nouns of the kinds of organizations, of events and of places, and of posts; lower case."""
    organizations, events, places = (head_nouns("en", root) for root in ("Organization", "Event", "Place"))
    return organizations, events, places, post_words("en").heads


def letter(token: Token) -> str:
    """Give the letter of a token that is no known name: see ``names.yml``."""
    text = token.text
    lower = token.lower_
    if token.is_space:
        return "N" if "\n" in text else " "
    if (code := _WORDS.get(lower)) is not None:
        return "C" if code == "s" and _owned_by_all(token) else code
    organizations, events, places, posts = nouns()
    if lower in places:
        return "c"
    if ORDINAL.match(text):
        return "n"
    if text.isdigit():
        return "y"
    if lower in headline_verbs("en") and not (_in_field(token) or _in_running_text(token) or _behind_article(token)):
        return "x"
    if _is_month(token) or _is_weekday(token):
        return "x"
    if text.endswith(".") and lower.rstrip(".") in read("en", "posts")["honorifics"]:
        return "x"
    if CAPITALISED.match(text):
        if lower in posts and lower in organizations and _is_officer(token):
            return "T"
        if lower in organizations and _heads(token):
            return "C" if _ends_field(token) else "K"
        if lower not in organizations and singular(lower) in organizations and _heads_plural(token):
            return "J"
        if lower in events:
            kind = _kind_told(token)
            return "K" if kind is not None and is_a(kind.cls, "Organization") else "E"
        if lower in posts:
            return "C" if _qualifies(token) else "T"
        return "C"
    return "x"


def _is_officer(token: Token) -> bool:
    """Tell whether a noun of units means who leads something here: "Deputy | Chair of the Union"."""
    return token.i > 0 and token.nbor(-1).lower_ in read("en", "posts")["before_officers"]


def _heads(token: Token) -> bool:
    """Tell whether a noun means an organization here: "Service" behind "Accreditation", not alone."""
    if token.lower_ in _alone():
        return True
    behind = [t.lower_ for t in token.doc[token.i : token.i + 3]]
    return _kind_told(token) is not None or behind[1:2] == ["of"]


def _heads_plural(token: Token) -> bool:
    """Tell whether a plural means organizations here: "Universities", "Training Bases", but not "Data Bases"."""
    return singular(token.lower_) in _alone() or _kind_told(token) is not None


def _kind_told(token: Token) -> Kind | None:
    """Give the kind that a noun and the two words before it name."""
    before = token.doc[max(0, token.i - 2) : token.i + 1].text
    return kind_of("en", before.lower().replace("’", "'").split())  # "people's" is one word


@cache
def _alone() -> frozenset[str]:
    return frozenset(words[0] for words in kinds("en") if len(words) == 1)


def _qualifies(token: Token) -> bool:
    """Tell whether the noun of a post only says of whom a body is: "the | Expert Working Group"."""
    capital = token.i + 1 < len(token.doc) and token.nbor().text[:1].isupper()
    return capital and token.lower_ in read("en", "names")["of_whom"]


def _ends_field(token: Token) -> bool:
    """Tell whether a noun of an organization ends a field here: "Academy of Public | Administration"."""
    behind = read("en", "names")["as_fields"].get(token.lower_, ())
    if token.lower_ in _organizing() and _is_what_for(token):
        return True
    return token.i > 0 and token.nbor(-1).text[:1].isupper() and token.nbor(-1).lower_ in behind


@cache
def _organizing() -> frozenset[str]:
    return frozenset(read("en", "names")["done_by_units"])


def _is_what_for(token: Token) -> bool:
    """Tell whether what a noun says is done by a unit named before it: "Department for the | Organization | of X"."""
    before = [t.lower_ for t in token.doc[max(0, token.i - 3) : token.i]]
    while before[-1:] == ["the"]:
        before.pop()
    data = read("en", "names")
    led = len(before) > 1 and before[-1] in data["before_done"] and before[-2] in _units()
    return led and token.i + 1 < len(token.doc) and token.nbor().lower_ in data["behind_done"]


def _owned_by_all(token: Token) -> bool:
    """Tell whether a possessive within a name is nobody's own: "Department of Master | 's and Doctoral Studies"."""
    if token.i == 0 or token.i + 2 >= len(token.doc) or not token.nbor(-1).text[:1].isupper():
        return False
    behind = token.nbor() if token.nbor().lower_ not in {"and", "&"} else token.nbor(2)
    owner = token.nbor(-1).lower_
    return behind.text[:1].isupper() and {owner, singular(owner)} & set(read("en", "names")["owned_by_all"]) != set()


def _is_month(token: Token) -> bool:
    """Tell whether a word is the month of a date, and no part of a name: "on May | 16"."""
    if not token.text.istitle() or token.lower_.rstrip(".") not in months("en"):
        return False
    return any(t.text[:1].isdigit() for t in token.doc[max(0, token.i - 1) : token.i + 2])


def _is_weekday(token: Token) -> bool:
    """Tell whether a word is a weekday and no part of a name: "at the Polar Forum on | Friday"."""
    alone = token.i == 0 or not token.nbor(-1).text[:1].isupper()
    return alone and token.text.istitle() and token.lower_ in read("en", "dates")["weekdays"]


def _in_field(token: Token) -> bool:
    """Tell whether a capitalised word that headlines have as a verb ends a field: "Cooperation and | Exchanges"."""
    joined = token.i > 1 and token.nbor(-1).lower_ in {"and", "&", "of", "for"}
    return joined and token.text[0].isupper() and token.nbor(-2).text[0].isupper()


def _in_running_text(token: Token) -> bool:
    """Tell whether a capitalised word stands behind another in a line that is no headline: "Cultural | Exchanges"."""
    if not token.text[0].isupper() or token.i == 0 or not token.nbor(-1).text[0].isupper():
        return False
    line = _line(token)
    small = sum(word[:1].islower() for word in line.split())
    return line.rstrip().endswith((".", "!", "?", ";", ":")) and small * 3 > len(line.split())


def _behind_article(token: Token) -> bool:
    """Tell whether a capitalised word that headlines have as a verb is none, behind an article: "the | Open Week"."""
    return token.i > 0 and token.text[0].isupper() and token.nbor(-1).text in read("en", "words")["articles"]


def _line(token: Token) -> str:
    """Give the line around a token; the whole text would be joined anew for each."""
    doc, start, end = token.doc, token.i, token.i
    while start > 0 and "\n" not in doc[start - 1].text:
        start -= 1
    while end < len(doc) and "\n" not in doc[end].text:
        end += 1
    return str(doc[start:end].text)


def _is_part_of_body(token: Token) -> bool:
    """Tell whether a noun is of one side's part of a council: "the Russian | part | of the Polar Council"."""
    sided = token.i > 0 and token.nbor(-1).lower_ in read("en", "descriptions")["sides"]
    return sided and _of_body().match(token.doc.text, token.idx + len(token)) is not None


_NAMED = r"[A-Z][\w’'.-]*"


@cache
def _of_body() -> re.Pattern[str]:
    """Give the pattern of a body that has parts, behind whose name no noun stands: not "of the Council | report"."""
    data = read("en", "names")
    heads = "|".join(word.capitalize() for word in data["have_sided_parts"])
    goes_on = "|".join(
        {*data["behind_sided"], *read("en", "entitled")["behind_held"], *read("en", "shapes")["behind_small"]}
    )
    return re.compile(
        rf" of (?:the )?(?:{_NAMED} (?:(?:and|of|for) )?){{0,8}}(?:{heads})"
        rf"(?: (?:of|for|on) (?:the )?{_NAMED}(?: {_NAMED})*)?"
        rf"(?:[.,;:()\n]|$| (?:{goes_on})\b)"
    )


def _small(token: Token) -> str:
    """Give the letter of a word in small letters: the nouns of units and of posts have their own."""
    post = token.lower_ in nouns()[3]
    if token.lower_ in read("en", "names")["before_names"]:
        return "m"
    if token.lower_ in read("en", "names")["begin_names"]:
        return "h"
    if token.lower_ in read("en", "names")["governments"]:
        return "g"
    if token.lower_ in read("en", "names")["parts_of_bodies"]:
        return "u" if _is_part_of_body(token) else "x"
    bodies = read("en", "names")["inner_bodies"]
    if token.lower_ in bodies:
        kinds_of = bodies[token.lower_]
        return "u" if not kinds_of or (token.i and token.nbor(-1).lower_ in kinds_of) else "x"
    if token.lower_ in read("en", "names")["small_heads"]:
        near = list(token.doc[max(0, token.i - _NEAR) : token.i])
        near = near[max((k + 1 for k, t in enumerate(near) if t.text == "," or t.is_space), default=0) :]
        some = any(t.lower_ in {"a", "an"} for t in near)
        return "z" if not some and any(t.text[:1].isupper() for t in near) else "x"
    if token.lower_ in _units():
        return "t" if post and _is_officer(token) else "j" if post else "k"
    return "t" if post else "e" if token.lower_ in _apart() else "x"


_NEAR = 4  # words between a capital and the noun of a name in small letters


@cache
def _apart() -> frozenset[str]:
    return frozenset(read("en", "names")["apart"])


@cache
def _units() -> frozenset[str]:
    return frozenset(
        words[0] for words, kind in kinds("en").items() if kind.cls == "OrganizationalUnit" and len(words) == 1
    )


def letter_of(name: NameSpan) -> str:
    """Give the letter of a name."""
    if name.cls == "Person":
        return "P"
    if is_a(name.cls, "Place"):
        return "L"
    if is_a(name.cls, "Event") or name.cls == "EventSeries":
        return "V"
    return "U" if name.cls == "OrganizationalUnit" else "G"


def as_units(doc: Doc, names: Iterable[NameSpan]) -> Units:
    """Give the text as units: each name one, every other token one."""
    by_start = {name.start: name for name in names}
    pieces: list[tuple[str, int, int]] = []
    text = whole(doc)
    position = 0
    while position < len(doc):
        token = doc[position]
        name = by_start.get(token.idx)
        last = position
        if name is not None:
            pieces.append((letter_of(name), name.start, name.end))
            while last + 1 < len(doc) and doc[last + 1].idx < name.end:
                last += 1
        else:
            last = hyphenated(doc, position, by_start)
            if last > position and _YEAR.fullmatch(doc[last].text) and doc[last - 2].lower_ in nouns()[1]:
                last -= 2  # "the Polar Forum | -2023"
            end = doc[last].idx + len(doc[last])
            if last > position and doc[last].lower_ == "based":
                pieces.append(("x", token.idx, end))
            elif (
                code := letter(doc[last]) if last > position and CAPITALISED.match(token.text) else letter(token)
            ) != " ":
                if code == "x":
                    code = _small(doc[last])
                if last > position and text[token.idx : end].lower() in nouns()[0] and token.text[0].isupper():
                    code = "K"  # "Sub-commission for Trade"
                if last > position and code not in "kjtmhguz" and code not in "KEC":
                    code = "C" if CAPITALISED.match(token.text) else "x"
                pieces.append((code, token.idx, end))
        position = last + 1
    return units(pieces)
