"""Clauses behind a name that say who somebody is: "A is Rector of X", "A, who works at X as Dean of Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from kg.languages.en.rows import Row
from kg.languages.lexicon import read, words
from kg.languages.posts import bare_title
from kg.languages.spans import NameSpan, Post


@dataclass(frozen=True, slots=True)
class Clause:
    """What brings in a title behind a name.

    Attributes:
        end: the unit at which the title begins.
        home: the organization that it tells of before the title.
        comes: whether it says where somebody is from, and no title.
        denied: whether it says that the title is not, or no longer, held.
        far: whether so much stands between that only a title with its organization is sure to be his.
    """

    end: int
    home: NameSpan | None = None
    comes: bool = False
    denied: bool = False
    far: bool = False


def clause_behind(row: Row, unit: int) -> Clause | None:
    """Give the clause that brings in the title of whom a unit names, or None."""
    position = unit + 1
    if (told := _relative(row, position) or _whose(row, position)) is not None:
        return told
    link = re.match(r"(?:,x)?v(?:d?x|ad?xx?|[&,]x)?", row.codes[position:]) or _capacity(row, unit)
    if link is None:
        link = _clause(row, position)
    if link is None and (far := _predicate(row, unit)) is not None:
        return Clause(position + far.end(), denied=_is_denied(row, position, position + far.end()), far=True)
    if link is None:
        return None
    return Clause(position + link.end(), denied=_is_denied(row, position, position + link.end()))


_RELATIVE = re.compile(
    r",(?P<who>x)(?:"
    r"[ai]d?x?(?P<where>[GU])v(?:d?x)?(?=[dxM]?[MT])"  # "who at X is | Vice-Rector"
    r"|(?P<verb>[xv])[xdyn]{0,4}?(?:[ai]d?x?(?P<work>[GU]))?x{0,2}A"  # "who works at X as | Vice-Rector"
    r"|(?P<from>[xv])rd?(?P<home>[GU])(?=[,.)N]|$)"  # "who comes from X"
    r")"
)


def _relative(row: Row, position: int) -> Clause | None:
    """Read a relative clause that tells of an organization before its title, or in which capacity somebody acts."""
    link = _RELATIVE.match(row.codes, position)
    if link is None or _said(row, link, "who") not in words("en", "relative_people"):
        return None
    if _is_denied(row, position, link.end()):
        return None
    if link["verb"] is not None and not _acts(row, link):
        return None
    if link["from"] is not None and _said(row, link, "from") not in words("en", "be_from"):
        return None
    home = next((row.name(link.start(name)) for name in ("where", "work", "home") if link[name] is not None), None)
    return Clause(link.end(), home, comes=link["from"] is not None)


_WHOSE = re.compile(r",(?P<whose>x)x?(?P<noun>x)v(?=[dxM]?[MT])")


def _whose(row: Row, position: int) -> Clause | None:
    """Read a clause that names somebody's post: "A, whose post is | Rector of X"."""
    link = _WHOSE.match(row.codes, position)
    if link is None or _said(row, link, "whose") not in words("en", "whose_post"):
        return None
    told = _said(row, link, "noun") in words("en", "nouns_of_posts")
    return Clause(link.end()) if told and not _is_denied(row, position, link.end()) else None


def _said(row: Row, match: re.Match[str], name: str) -> str:
    return row.text[slice(*row.units.span(match.start(name), match.end(name)))].lower()


def _acts(row: Row, link: re.Match[str]) -> bool:
    """Tell whether a verb before "as" says that a post is held: "who serves as", no "who is seen as".

    Where an organization stands between, only who belongs there has a post there: no "who spoke at X as".
    """
    data, verb = read("en", "posts"), _said(row, link, "verb")
    said = row.text[slice(*row.units.span(link.start("verb"), link.end()))].lower().split()
    if verb in words("en", "be_printed"):
        employed = verb in data["links"] and not set(data["stays"]).isdisjoint(said)
        return employed or not set(data["on_hand"]).isdisjoint(said)
    return verb in (data["stays"] if link["work"] is not None else data["capacities"])


def _is_denied(row: Row, first: int, last: int) -> bool:
    said = row.text[slice(*row.units.span(first, last))].lower().split()
    return not _negation().isdisjoint(said)


_WHO_IS = re.compile(
    r",(?:d[dxCMTEKL&ri]{1,9}?|(?:d|no|xo)[dxCMTEKL&rioab]{1,12}?(?:,|(?<=L)))(?P<who>x)v(?=[dxM]?[MT])"
)  # no "a pupil of the man | who is"


def _clause(row: Row, position: int) -> re.Match[str] | None:
    """Match what says who somebody is before a clause that says what: ", a scholar from Russia | who is"."""
    link = _WHO_IS.match(row.codes[position:])
    if link is None:
        return None
    who = row.text[slice(*row.units.span(position + link.start("who"), position + link.end("who")))]
    behind = row.text[slice(*row.units.span(position + link.end(), position + link.end() + 1))]
    return link if who in words("en", "relative_people") and behind not in _negation() else None


_OPENING = re.compile(r"(?:^|[.N])[hTMd]*$")
_PREDICATE = re.compile(r"(?:,(?P<who>x))?x[^P.N;()&q]{1,24},?&x?(?P<is>v)(?:d?x)?(?=[dxM]?[MT])")


def _predicate(row: Row, unit: int) -> re.Match[str] | None:
    """Match what is said of whom a sentence begins with before his post: "A teaches at X and is | Dean of Y".

    Nobody else may be told of between them: no "A thanked the man who teaches at X and is"; nor may anything else than
    "now" or "also" stand right before the post: no "and is almost Dean".
    """
    link = _PREDICATE.match(row.codes[unit + 1 :])
    if link is None or (link["who"] is None and _OPENING.search(row.codes, 0, unit) is None):
        return None
    said = row.text[slice(*row.units.span(unit + 1, unit + 1 + link.end()))].lower().replace(",", " ").split()
    end = unit + 1 + link.end()
    end += row.codes[end] in "dx"
    first = unit + 1 + link.end("is")
    if first < end:
        beside = row.text[slice(*row.units.span(first, end))].lower().replace(",", " ").split()
        if not set(beside).issubset(read("en", "posts")["beside_links"]):
            return None
    own = link["who"] is None or said[0] in words("en", "relative_people")
    return link if own and words("en", "relative").isdisjoint(said[1:]) else None


def _capacity(row: Row, unit: int) -> re.Match[str] | None:
    """Match what stands between a person and a post in which he acts: "spoke as", and "as" alone after such a verb."""
    codes, position = row.codes, unit + 1
    link = re.match(r"x?A", codes[position:])
    if link is None:
        return None
    if link.end() == 2:
        verb = row.text[row.units.starts[position] : row.units.ends[position]].lower()
        return link if verb in read("en", "posts")["capacities"] else None
    sentence = codes.rfind(".", 0, unit) + 1
    # "A came as Rector of X, B as Dean of Y", but not "they replaced A as rector"
    return link if codes[unit - 1 : unit] in {",", "&"} and "xA" in codes[sentence:unit] else None


def in_turn(row: Row, people: Sequence[NameSpan], posts: list[Post]) -> list[Post]:
    """Give each of some people one of the posts told of them, in their order: "A and B, Rector and Vice-Rector of X".

    Nobody holds two posts of which one is the other's deputy at one organization, nor heads two universities; a
    professor of X may be the visiting professor at Y that is told of behind him.
    """
    titles = [bare_title("en", row.text[slice(*post.title)]) for post in posts if post.title is not None]
    if len(posts) != len(people) or len(titles) != len(posts) or not all(titles):
        return posts
    homes = {post.organization for post in posts}
    apart = len(homes) == 1 or all(one is not None and one.cls == "University" for one in homes)
    heads = {title[-1] for title in titles}
    alike = len(heads) == 1 and (len(homes) == 1 or heads <= words("en", "one_of_each"))
    return [replace(post, holder=one) for post, one in zip(posts, people, strict=True)] if apart and alike else posts


@cache
def _negation() -> frozenset[str]:
    return frozenset(read("en", "modality")["negation"])


def is_founded_by_several(noun: Token) -> bool:
    """Tell whether a clause says that two or more found what a noun means: "A and B set up a research institute"."""
    act = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or act.lemma_ not in words("en", "founding"):
        return False
    doers = [c for c in act.children if c.dep_ == "nsubj" and noun.dep_ == "dobj"]
    doers += [t for c in act.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"]
    several = any(doer.conjuncts or doer.tag_ in {"NNS", "NNPS"} for doer in doers)
    company = [c for c in act.children if c.lower_ in words("en", "with")]
    with_whom = any(t.ent_type_ for c in company for t in c.children)
    return several or (bool(doers) and with_whom)
