"""Branches in small letters by whose they are, and parts of one noun: "the branch of X", "the Library of X"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.languages.en.capitals import CAP, any_case
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan, covered
from kg.schema import is_a


def branches(text: str, names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Find the nouns of branches before the names of those whose they are, unless they are only thought of.

    Behind these names, they are found with them: "the Rosatom representative office in India".
    """
    names = list(names)
    yield from _behind(text, names)
    if _noun().search(text) is None:
        return
    owners = {name.start: name for name in names if is_a(name.cls, "Organization")}
    taken = covered(owners.values())
    for match in _noun().finditer(text):
        owner = owners.get(match.end())
        if owner is None or match.start("noun") in taken or not _may_have(owner, match["noun"].lower()):
            continue
        if match["noun"][:1].isupper() and any(
            (joined := _joined().match(text, owner.end)) is not None and joined.end() == start for start in owners
        ):
            continue  # "the Library of A and B": whose it is, is not known
        some = match["some"] is not None
        if some and text[: match.start()].rstrip().endswith((",", "(", "–", "—")):
            continue  # "X, a branch of Y"
        if _is_none(text, match.start(), owner.end, some=some):
            continue
        yield NameSpan(match.start("noun"), match.end("noun"), "OrganizationalUnit", "pattern", 0.9)


def with_branches(text: str, names: list[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Give names found late with the branches of whom they name, outside of what is taken."""
    return [*names, *(one for one in branches(text, names) if taken.isdisjoint(range(one.start, one.end)))]


def _behind(text: str, names: Iterable[NameSpan]) -> Iterator[NameSpan]:
    """Find offices by whose they are and where: "the Rosatom | representative office in India".

    Args:
        names: the known and built names; of others only those of two words or in capitals behind "the" have a
            representation.
    """
    if _abroad().search(text) is None:
        return
    found = sorted(names, key=lambda name: name.start)
    owners = {name.end: name for name in found if is_a(name.cls, "Organization") and name.cls != "JointStructure"}
    taken = covered(found)
    for match in _abroad().finditer(text):
        owner = owners.get(match.start())
        start = owner.start if owner is not None else None
        if start is None and match["sure"] is not None:
            capitals = _owner().search(text, max(0, match.start() - _NEAR), match.start())
            start = capitals.start("owner") if capitals is not None else None
            if start is not None and not taken.isdisjoint(range(start, match.start())):
                continue  # "the Chinese | representation"
        if start is None or (match["sure"] is None and match["place"] is None):
            continue
        article = _article().search(text, max(0, start - _NEAR), start)
        some = article is not None and article["some"] is not None
        if _is_none(text, article.start() if article else start, match.end(), some=some, named=True):
            continue
        yield NameSpan(start, match.end(), "OrganizationalUnit", "pattern", 0.9)


def _is_none(text: str, start: int, end: int, *, some: bool, named: bool = False) -> bool:
    """Tell whether there is no such branch, or only to be: "the idea of a | branch of X |".

    Args:
        start: where it starts, with its article.
        some: its article is "a" or "no".
        named: it stands behind whose it is.
    """
    if _said_in("to_come").search(text[max(0, start - _NEAR) : start].rstrip()):
        return True
    before = text[max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1 : start]
    ends = [at for stop in (". ", "\n") if (at := text.find(stop, end)) >= 0]
    behind = text[end : min(ends, default=len(text))]
    if named and any(_said_in("none_yet").search(part) for part in (before, behind)):
        return True
    article = text[start:end].split(maxsplit=1)[0]
    return some and any(_said_in("thought_of").search(part) for part in (before, article, behind))


def is_to_come(text: str, start: int, end: int) -> bool:
    """Tell whether a name is of a branch that there is not, or is only to be: "The | X branch | was never opened"."""
    noun = _abroad().search(text, start, end)
    return noun is not None and noun.end() == end and _is_none(text, start, end, some=False, named=True)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|its|this|our|(?P<some>an?|no)) (?:new )?$", re.IGNORECASE)


@cache
def _abroad() -> re.Pattern[str]:
    data = read("en", "names")
    sure, others = ("|".join(data[name]) for name in ("abroad_sure", "abroad"))
    return re.compile(
        rf" (?:(?P<sure>{sure})|{others})(?![\w-])(?P<place> in (?:the )?{CAP}(?: {CAP}){{0,2}}(?![\w-]))?"
    )


@cache
def _owner() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?P<owner>[A-Z]{{2,}}|{CAP}(?: {CAP}){{1,3}})$")


_NEAR = 60  # characters before a noun


def _may_have(owner: NameSpan, noun: str) -> bool:
    """Tell whether an organization has such a part: no state has branches, but its bodies have press services."""
    branch = noun in read("en", "names")["of_no_state"]
    return owner.cls != "JointStructure" and not (owner.cls == "GovernmentBody" and branch)


@cache
def _noun() -> re.Pattern[str]:
    data = read("en", "names")
    nouns = "|".join((any_case(data["branches"]), *data["parts_in_capitals"]))
    return re.compile(
        rf"\b(?:(?:[Tt]he|[Ii]ts|[Tt]his|[Oo]ur|(?P<some>[Aa]n?)) (?:new )?)(?P<noun>{nouns}) of (?:the )?"
    )


@cache
def _joined() -> re.Pattern[str]:
    """Give the pattern between the names of two whose something is."""
    return re.compile(r"(?:,|,? (?:and|&)) (?:the )?")


@cache
def _said_in(table: str) -> re.Pattern[str]:
    end = "$" if table == "to_come" else r"\b"
    return re.compile(rf"\b(?:{read('en', 'names')[table]}){end}", re.IGNORECASE)
