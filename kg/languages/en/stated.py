"""What a title with what stands behind it says of a post: where it is held, and how it is called."""

from __future__ import annotations

import re
from functools import cache

from kg.languages.en.bodies import minister, mission_meant, of_region, word_before
from kg.languages.en.rows import Row, rules
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.languages.spans import NameSpan, Post
from kg.schema import is_a


def post_of(row: Row, match: re.Match[str], offset: int, person: NameSpan) -> Post:
    """Give the post that a rule of groups.yml reads in a row for a person."""
    title = row.units.span(offset + match.start("t"), offset + match.end("t"))
    start, end = row.units.span(offset + match.start(), offset + match.end())
    organization = row.name(offset + match.start("o")) if match.groupdict().get("o") else None
    text = row.text[slice(*title)].lower()
    titled = text.replace("-", " ").split()
    diplomat = not set(titled).isdisjoint(read("en", "posts")["no_ministers"])  # "Minister-Counselor" heads no ministry
    head = None if diplomat else next((word for word in titled if word in {"minister", "governor", "mayor"}), None)
    behind = organization is not None and offset + match.start("o") > offset + match.start("t")
    if head == "minister":
        return minister(row, person, title, organization if behind else None, organization, start, end)
    said = row.text[word_before(row.text, start) : end].replace(row.text[person.start : person.end], "|")
    head = head or _governing(row, text, title[1], organization, person)
    posted = _POSTED_TO.match(row.text, end)  # "China's ambassador | to Kenya"
    mission = mission_meant(said + (posted[0] if posted is not None else ""), text)
    if mission is not None and (organization is None or is_a(organization.cls, "Place")):
        return Post(person, title, None, start, end, mission)
    if organization is not None and is_a(organization.cls, "Place"):
        if head is not None:
            place = row.text[organization.start : organization.end]
            body = post_words("en").governs[head].format(place=place)
            return Post(person, title, None, start, end, body, organization)
        if behind and re.match(r" (?!and |who |which |in |on |from |at )[a-z]", row.text[organization.end :]):
            return Post(person, title, None, start, end, elsewhere=True)  # "head of the Moscow branch"
        if behind and post_words("en").nouns.get(text) == "member":
            return Post(person, title, None, start, end, elsewhere=True)  # "an associate professor from Hohhot"
        if behind and organization.cls == "Country" and row.text[title[1] : organization.start].split()[:1] == ["of"]:
            # "President of Cuba" is of nobody else here
            return Post(person, (title[0], organization.end), None, start, end, elsewhere=True)
        if behind:
            title = (title[0], organization.end)  # "Project Manager in South-East Asia"
        organization = None
    if organization is not None and behind and (undertaken := _undertaking(row, organization)) is not None:
        return Post(person, (title[0], undertaken), None, start, max(end, undertaken))
    if organization is not None and behind and _is_party(row, organization):
        beside = _beside_party(row, offset + match.start("o"))
        alone = beside is None and not _leads_committee(row, organization)
        organization = organization if alone else beside  # None: "secretary of its CPC committee"
    nouns = {word for word in text.split() if kind_of("en", [word]) is not None}
    elsewhere = organization is None and bool(
        nouns & {"university", "institute", "company", "academy", "center", "centre"}
    )
    elsewhere = elsewhere or (organization is None and _is_of_other(row.text, title))
    elsewhere = elsewhere or (organization is None and _heads_group(row.text, title))
    elsewhere = elsewhere or (organization is None and of_region(row.text, title, person.start))
    elsewhere = elsewhere or (organization is None and OWNED.search(row.text, *title) is not None)
    return Post(person, title, organization, start, end, elsewhere=elsewhere)


OWNED = re.compile(r" of (?:the |this )?\w+['’]s ")
"""A title of what belongs to something told of before: "Chairman of the journal's Editorial Board"."""


def _undertaking(row: Row, organization: NameSpan) -> int | None:
    """Give where "project" ends behind a name that only says which: "Leader of the X | mega-science project"."""
    named = read("en", "posts")["undertakings"]
    behind = re.match(rf"(?: [a-z][\w-]*)?? (?i:{'|'.join(named)})\b", row.text[organization.end :][:_NOUN_BEHIND])
    return organization.end + behind.end() if behind is not None else None


_NOUN_BEHIND = 40  # characters, more than an adjective and the noun of an undertaking have


def _is_party(row: Row, organization: NameSpan) -> bool:
    """Tell whether a name is a party's."""
    return row.text[organization.start : organization.end].lower() in read("en", "posts")["parties"]


def _leads_committee(row: Row, party: NameSpan) -> bool:
    """Tell whether the noun of its committee, which is some organization's, stands behind a party's name."""
    noun = row.text[party.end :].split(maxsplit=1)[:1]
    return bool(noun) and noun[0].strip(",.;").lower() in read("en", "posts")["bodies"]


def _beside_party(row: Row, unit: int) -> NameSpan | None:
    """Give the organization at which a title is of its party: "Secretary of the Communist Party of China at X"."""
    where = re.match(r"[GU][KB]?[ai]d?([GU])", row.codes[unit:])
    return row.name(unit + where.start(1)) if where is not None else None


_NOUN = 16  # characters, at least those of "delegation"
_OF_GROUP = re.compile(r" of (?:the|this|a) (?:[\w-]+ ){0,2}?([a-z]+)\b")


def _heads_group(text: str, title: tuple[int, int]) -> bool:
    """Tell whether a title is of people who travel together: "Head of the Chinese delegation"."""
    behind = _OF_GROUP.match(text, title[1])
    noun = behind[1] if behind is not None else None
    if noun is None and " of " in text[slice(*title)]:  # "Head of the Chinese | delegation"
        noun = next(iter(re.findall(r"[a-z]+", text[title[1] : title[1] + _NOUN])), None)
        noun = noun if noun is not None and text.startswith(f" {noun}", title[1]) else None
    return noun in read("en", "words")["known_groups"]


_UNKNOWN = re.compile(r" (?:of|at) (?:the )?[A-Z]{3,}\b")
_HEADING_UNKNOWN = re.compile(rf"(.+){_UNKNOWN.pattern}")
_AIDE = re.compile(r".+ to the \w+")
_OF_NAMED = re.compile(r" of (?:the )?[A-Z]")
_OF_ONE = re.compile(r" (?:of|at) (?:the|this) (\w+)(?! of\b)")


def _is_of_other(text: str, title: tuple[int, int]) -> bool:
    """Tell whether a title is of what only a description says: "Rector of RGGU", unknown, "of the University"."""
    said = _OF_ONE.match(text, title[1])
    kind = kind_of("en", [said[1]]) if said is not None else None
    heading = _HEADING_UNKNOWN.fullmatch(text, *title)  # but "Head of GIS" has a field
    if _AIDE.fullmatch(text, *title) and _OF_NAMED.match(text, title[1]):
        return True  # "Aide to the President | of the Russian Federation"
    unknown = _UNKNOWN.match(text, title[1]) or (heading is not None and heading[1].lower() in of_whole())
    return bool(unknown) or (kind is not None and is_a(kind.cls, "Organization"))


def _governing(row: Row, text: str, end: int, place: NameSpan | None, person: NameSpan) -> str | None:
    """Give the post that heading a place means: "Head of the Republic of Buryatia", not "head of the Moscow branch"."""
    if place is None or place.cls not in {"Region", "City", "District"}:
        return None
    post = read("en", "posts")["heads_places"].get(text)
    of = row.text[end : place.start].split()[:1] == ["of"]
    behind = row.text[place.end :].lstrip(" ")
    alone = place.end <= person.start <= place.end + 2 or not behind[:1].isalnum() or behind.startswith("and ")
    return ("mayor" if place.cls == "City" else post) if post is not None and of and alone else None


@cache
def of_whole() -> frozenset[str]:
    """Give the posts that only a whole organization has, in small letters."""
    return frozenset(read("en", "posts")["of_whole"])


def is_degree(row: Row, post: Post) -> bool:
    """Tell whether a title says what somebody studied: "Doctor of Biological Sciences", but not "of the hospital"."""
    if post.title is None:
        return False
    degrees = read("en", "posts")["degrees"]
    said = row.text[post.title[0] :][:_FIELD].split()
    named = post.organization
    if named is not None and post.title[1] < named.start:
        kind = kind_of("en", row.text[named.start : named.end].split())
        return said[0].lower() in degrees and row.text[post.title[1] : named.start].split() == ["of"] and kind is None
    return len(said) > 2 and said[0].lower() in degrees and said[1] == "of" and said[2][0].isupper()


_FIELD = 80  # characters, more than a degree with its field has


def unparted(row: Row, position: int, person: NameSpan) -> tuple[int, list[Post]]:
    """Read a title and its organization right behind a name, whose comma is missing: "A B | the Rector of X came".

    Only of a name that opens its sentence, or where the sentence ends with the title: "Together with A B the Rector
    of X came" says it of another.
    """
    pattern = next(one for rule, one in rules("after") if rule["id"] == "title-of-organization")
    match = pattern.match(row.codes, position)
    if match is None or row.codes[match.end() : match.end() + 1] not in _BEHIND_UNPARTED:
        return position, []
    before, last = row.codes[: position - 1], row.codes[match.end() : match.end() + 1] in {"", ".", "N"}
    told = _OPENING.search(before) is not None or (last and _TOLD.search(before) is not None)
    if not told or _HOLDER_BEHIND.match(row.codes, match.end()):
        return position, []
    if row.codes[match.start("t")] not in "MT":
        return position, []  # "A B | was appointed Rector of X"
    post = post_of(row, match, 0, person)
    return (position, []) if post.organization is None else (match.end(), [post])


_OPENING = re.compile(r"(?:^|[.N])(?:[hTMd]*P[dMTofGULKBC]*&)?[hTMd]*$")  # "A B and | C D the Rector of X"
_TOLD = re.compile(r"(?:^|[.N])[dhTMPGUxC]+[xv]$")  # "They heard | A B the Rector of X."
_HOLDER_BEHIND = re.compile(r",[hT]*P")  # "A B the Rector of X, | C D"
_POSTED_TO = re.compile(r" to (?:the )?[A-Z][\w.'-]*(?: (?:of (?:the )?)?[A-Z][\w.'-]*)*")
_BEHIND_UNPARTED = frozenset(["", ",", ";", ".", "N", "x", "v", "&", ")"])


def charged(row: Row, position: int) -> tuple[int, NameSpan | None]:
    """Give where somebody is in charge of something, and where that ends: "A | in charge of foreign affairs of X"."""
    match = _CHARGED.match(row.codes, position)
    said = row.text[row.units.starts[position] :].lower() if match is not None else ""
    if match is None or not said.startswith(tuple(f"{one} " for one in read("en", "posts")["charged"])):
        return position, None
    field = row.text[slice(*row.units.span(position, match.start("o")))].lower().split()
    if not set(field).isdisjoint(read("en", "posts")["no_charges"]):
        return position, None  # "in charge of the students of X"
    return match.end(), row.name(match.start("o"))


_CHARGED = re.compile(r"(?:ixo|xf)d?[xKCM&,]{1,8}[oa]d?(?P<o>[GU])(?![hT]*P|[oairtfw]d?[GU])")
