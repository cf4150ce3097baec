"""Bodies that titles mean without naming them: the ministry of a minister, the embassy or consulate of a diplomat."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from kg.languages.en.rows import Row
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan, Post
from kg.registry import load
from kg.schema import is_a

_LONGEST = 60  # characters of what stands before "Minister"


def word_before(text: str, start: int) -> int:
    """Give where the word before a place in a text begins, if it stands in the same clause.

    >>> word_before("The Chinese Consul", 12), word_before("Yes, Consul", 5)
    (4, 5)
    """
    before = text[max(0, start - _LONGEST) : start].rstrip(" ")
    if not before or before[-1] in "\n,;:.":
        return start
    return start - len(text[max(0, start - _LONGEST) : start]) + max(before.rfind(" "), before.rfind("\n")) + 1


_POSTED = re.compile(r"\b(?:in|to|at) (?:the )?[A-Z][\w.'-]*(?: [A-Z][\w.'-]*| of| the)*")
"""Where a diplomat is posted: it does not say who sends him."""


def mission_meant(said: str, title: str) -> str | None:
    """Give the embassy or consulate that a diplomat's title means: "Consul General of Russia in Harbin".

    Args:
        said: the passage that states the post.
        title: the post, lower case.
    """
    table = post_words("en")
    words = title.replace("-", " ").split()
    pattern = next((mission for post, mission in table.missions.items() if post in words), None)
    by_whom = _POSTED.sub(" ", said).lower()
    sender = next(
        (
            country
            for country, forms in table.senders.items()
            if any(re.search(rf"\b{form}\b", by_whom) for form in forms)
        ),
        None,
    )
    place = re.search(r"\b(?:in|to|at) (?:the )?([A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)", said)
    if pattern is not None and sender is None and (other := _other_sender(said)) is not None:
        return pattern.format(country=other[0], place=other[1])
    if pattern is None or sender is None or (place is None and not pattern.startswith("Embassy")):
        return None
    others = [country for country in table.senders if country != sender]
    where = (_third(said) or others[0]) if pattern.startswith("Embassy") else place[1] if place else ""
    return pattern.format(country=sender, place=where)


def _third(said: str) -> str | None:
    """Give the country to which an ambassador is sent where that is no side of these texts: "of Russia to Cuba"."""
    found = _AT.search(said)
    place = found["place"] if found is not None else ""
    known = {place, place.removeprefix("Republic of ")} & _states()
    home = any(
        form in place.lower().split() or form == place.lower() for f in post_words("en").senders.values() for form in f
    )
    return place if known and not home else None


_AT = re.compile(r" (?:in|to) (?:the )?(?P<place>(?:[A-Z]\w+ (?:of (?:the )?)?){0,3}[A-Z]\w+)")


def _other_sender(said: str) -> tuple[str, str] | None:
    """Give whose diplomat one is and where, for countries that are no side of these texts: "Consul of Mongolia in"."""
    found = _SENT.search(said) or _OWNED.search(said)
    if found is None:
        before = _BEFORE.search(said)
        sender = read("en", "posts")["adjectives_of_senders"].get(before["sender"].lower()) if before else None
        return (sender, before["place"]) if before is not None and sender is not None else None
    if found["sender"].removeprefix("Republic of ") not in _states():
        return None
    return found["sender"], found["place"]


_POSTED_AT = r" (?:in|to) (?:the )?(?P<place>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*)"
_SENT = re.compile(rf" of (?:the )?(?P<sender>(?:[A-Z]\w+ (?:of )?){{0,2}}[A-Z]\w+){_POSTED_AT}")
# "Cuba's ambassador to Russia", "the Indian Consul General in Omsk"
_OWNED = re.compile(rf"(?P<sender>(?:[A-Z]\w+ ){{0,2}}[A-Z]\w+)['’]s? (?:[A-Za-z-]+ ?){{1,4}}{_POSTED_AT}")
_BEFORE = re.compile(rf"(?P<sender>[A-Z][a-z]+) (?:[A-Za-z-]+ ?){{1,4}}{_POSTED_AT}")


@cache
def _states() -> frozenset[str]:
    return frozenset(name.text for entry in load().entries if entry.cls == "Country" for name in entry.names)


def minister(
    row: Row,
    person: NameSpan,
    title: tuple[int, int],
    behind: NameSpan | None,
    organization: NameSpan | None,
    start: int,
    end: int,
) -> Post:
    """Read "Vice Minister of Education of China", "Russia's Deputy Foreign Minister": the post is at that ministry.

    Args:
        behind: the organization, where it stands behind the title.
    """
    called = row.text[organization.start : organization.end].split() if organization is not None else []
    unit = organization is not None and organization.cls == "OrganizationalUnit" and kind_of("en", called) is not None
    if organization is not None and (unit or organization.cls == "GovernmentBody"):
        return Post(person, title, organization, start, end)
    country = organization if organization is not None and is_a(organization.cls, "Place") else None
    if behind is not None and country is None:
        title = (title[0], behind.end)  # "Minister of Science and Technology", its field taken for an organization
    title = _with_portfolio(row.text, title)
    head, _, field = row.text[slice(*title)].partition(" of ")
    field = field.removeprefix("the ").strip()
    if not field and (before := _portfolios().search(head[: head.rfind(" ") + 1])) is not None:
        field = _field(before["field"])
        country = country or _owner(row, title[0])
    if not field or _is_of_place(field, organization, row.text):
        return Post(person, title, None, start, end, elsewhere=bool(field))
    field = " ".join(word if word in {"and", "of", "the"} else word[:1].upper() + word[1:] for word in field.split())
    regional = country is None and of_region(row.text, title, person.start)
    return Post(person, title, None, start, end, f"Ministry of {field}", country, elsewhere=regional)


def _is_of_place(field: str, organization: NameSpan | None, text: str) -> bool:
    """Tell whether what a minister is "of" is a place or no field: "Chief Minister of Gujarat", "… of our country"."""
    words = field.lower().split()
    place = organization is not None and is_a(organization.cls, "Place")
    if organization is not None and place and text[organization.start : organization.end].lower() == field.lower():
        return True
    empty = {*read("en", "words")["lands"], *read("en", "posts")["of_regions"]}
    return bool(words) and (words[0] in read("en", "words")["ours"] or words[0] in empty)


def of_region(text: str, title: tuple[int, int], person: int) -> bool:
    """Tell whether a region without its name stands around a title: "the republic's Minister", "… of the Republic"."""
    before = text[max(0, title[0] - _LONGEST) : title[0]].lower().split()[-1:]
    behind = text[title[1] : min(person, title[1] + _LONGEST)] if person > title[1] else text[title[1] :][:_LONGEST]
    said = re.match(r" of (?:the |our )?(\w+)", behind.lower())
    regions = read("en", "posts")["of_regions"]
    if before and before[0] in read("en", "words")["whose"]:
        return True  # "Deputy Chairman of the Government of the region and its Minister"
    return (bool(before) and before[0].removesuffix("'s") in regions) or (said is not None and said[1] in regions)


def _field(said: str) -> str:
    """Give the field of a ministry as its name has it: "Foreign Affairs" for "Foreign"."""
    called = read("en", "posts")["portfolios"]
    return re.sub(
        r"[A-Za-z]+(?: affairs)?", lambda word: called.get(word[0].lower(), word[0]), said, flags=re.IGNORECASE
    )


@cache
def _portfolios() -> re.Pattern[str]:
    """Give the pattern of what stands before "Minister": "Deputy Foreign", "Education and Science"."""
    table = read("en", "posts")
    words, deputies = (
        "|".join(sorted(map(re.escape, table[name]), key=lambda word: (-len(word), word)))
        for name in ("portfolios", "modifiers")
    )
    return re.compile(
        rf"(?<![\w-])(?:(?:{deputies})[ -])*(?P<field>(?:{words})(?:(?:, | and | & )(?:{words}))*) $", re.IGNORECASE
    )


def is_portfolio(text: str, start: int, end: int) -> bool:
    """Tell whether a passage is the field of a minister whose title goes on behind it.

    >>> is_portfolio("Russian Education and Science Minister Ivan Sokolov", 0, 17)
    True
    >>> is_portfolio("Russian Education met Minister Ivan Sokolov", 0, 17)
    False
    """
    behind = _MINISTER.match(text, end)
    return behind is not None and _portfolios().search(text[start : behind.start("post")]) is not None


_MINISTER = re.compile(r"(?:,? (?:and |& )?[A-Z][a-z]+){0,4} (?P<post>Minister)\b")


def _with_portfolio(text: str, title: tuple[int, int]) -> tuple[int, int]:
    """Give a minister's title with the field that stands before it: "Deputy Foreign | Minister"."""
    line = max(text.rfind("\n", 0, title[0]) + 1, title[0] - _LONGEST)
    found = _portfolios().search(text[line : title[0]])
    return (line + found.start(), title[1]) if found else title


def _owner(row: Row, start: int) -> NameSpan | None:
    """Give the country whose name stands before a title: "Russia's | Education Minister"."""
    unit = bisect_left(row.units.starts, start) - 1
    unit -= unit >= 0 and row.codes[unit] == "s"
    return row.name(unit) if unit >= 0 and row.codes[unit] == "L" else None
