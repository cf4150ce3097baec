"""Posts told apart from the name: behind its clause, once for a whole list, or with a list in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.languages.en.rows import Row, rules
from kg.languages.en.stated import post_of
from kg.languages.kinds import names_honour, singular
from kg.languages.lexicon import read, words
from kg.languages.posts import bare_title
from kg.languages.spans import NameSpan, Post


def told_apart(row: Row, posts: list[Post]) -> list[Post]:
    """Give the posts of a text with those that are told apart from the names of who holds them."""
    in_turn = list(_in_turn(row))
    each = {(post.holder, post.title) for post in in_turn}
    posts = [post for post in posts if (post.holder, post.title) not in each]
    bracketed = [*_in_brackets(row), *in_turn]
    holders = {post.holder for post in bracketed}
    posts = [*(post for post in posts if post.holder not in holders or post.organization is not None), *bracketed]
    return [
        *_of_all(row, posts),
        *_behind_clause(row, posts),
        *_behind_colon(row, posts),
        *_from_home(row, posts),
        *_spoken_for(row),
    ]


_LATE = re.compile(r"P(?P<said>[^P.N,()DGU]{1,8}),(?=[MTG])")
_STATES = frozenset({"title-of-organization", "organization-title"})


def _behind_clause(row: Row, posts: list[Post]) -> Iterator[Post]:
    """Read the post that ends a sentence about its holder: "Li Weiming took the floor, Vice President of X"."""
    held = {post.holder for post in posts}
    for match in _LATE.finditer(row.codes):
        person, last = row.name(match.start()), row.text[slice(*row.units.span(match.end() - 2, match.end() - 1))]
        if person is None or person in held or last.lower() not in words("en", "comes_forward"):
            continue  # "Li Weiming thanked his host, Vice President of X"
        for rule, pattern in rules("after"):
            stated = pattern.match(row.codes, match.end()) if rule["id"] in _STATES else None
            if stated is not None and row.codes[stated.end() : stated.end() + 1] in {".", "N", ""}:
                yield post_of(row, stated, 0, person)
                break


_EVERYONE = re.compile(r",?(?P<all>x)[or]d?(?P<o>[GU])(?=[,.)N]|$)")  # not "all of X sang", nor "all of X but one"


def _of_all(row: Row, posts: list[Post]) -> list[Post]:
    """Give the posts, those of a list being where its end says: "A, Rector B and C, all of X"."""
    for match in _EVERYONE.finditer(row.codes):
        whole = row.name(match.start("o"))
        number = row.text[slice(*row.units.span(match.start("all"), match.end("all")))].lower()
        if whole is None or number not in words("en", "everyone"):
            continue
        people = _listed_before(row, match.start(), posts)
        people = people[:2] if number in words("en", "pair_numbers") else people
        if len(people) < 2:
            continue
        for person in people:
            mine = [post for post in posts if post.holder == person and not post.past]
            if any(post.organization is not None and post.organization.cls != _UNIT for post in mine):
                continue
            there = {post: replace(post, organization=whole) for post in mine if _is_open(post)}
            posts = [there.get(post, post) for post in posts]
            if len(there) < len(mine) or not mine:
                posts.append(Post(person, None, whole, *row.units.span(match.start(), match.end())))
    return posts


_UNIT = "OrganizationalUnit"


def _is_open(post: Post) -> bool:
    return post.organization is None and post.body is None


def _listed_before(row: Row, position: int, posts: list[Post]) -> list[NameSpan]:
    """Give the people of the list that ends at a place, the last first."""
    people: list[NameSpan] = []
    for unit in range(position - 1, -1, -1):
        code, start = row.codes[unit], row.units.starts[unit]
        if code == "P" and (person := row.name(unit)) is not None:
            people.append(person)
        elif code not in ",&dhTM" and not any(post.start <= start < post.end for post in posts):
            break
    return people


_HOMES, _PEOPLE = r"(?P<homes>d?[GU](?:,d?[GU])*,?&d?[GU])", r"(?P<people>h*P(?:,h*P)*,?&h*P)"
_IN_TURN = (
    re.compile(rf"(?P<noun>M*T)[oa]{_HOMES}(?P<mark>,|\(|D)?{_PEOPLE}(?(mark)(?=[,.;)ND]|$))"),
    re.compile(rf"{_PEOPLE}(?:,|\(|D)d?(?P<noun>M*T)[oa]{_HOMES}(?![oas]|id?G)"),
)


def _in_turn(row: Row) -> Iterator[Post]:
    """Read the heads of organizations listed in the same order: "the rectors of X and Y, A and B,".

    No mark closes names that others do something with: "After talks with the rectors of X and Y, A and B left".
    """
    for match in (one for pattern in _IN_TURN for one in pattern.finditer(row.codes)):
        title = row.units.span(match.start("noun"), match.end("noun"))
        homes, people = (
            [row.name(unit) for unit in range(*match.span(name)) if row.codes[unit] in "GUP"]
            for name in ("homes", "people")
        )
        said = row.text[slice(*title)].lower()
        shared = bare_title("en", said)[:1] == ["co"]  # "co-chairs of X and Y" are so of both
        if len(homes) != len(people) or not said.endswith("s") or shared or names_honour("en", said):
            continue
        for person, home in zip(people, homes, strict=True):
            if person is not None and home is not None:
                yield Post(person, title, home, title[0], max(person.end, home.end))


_LISTED = r"[dh]*(?:(?:M|T)+)?h*P"
_SIDES = re.compile(rf"[GU](?:[oai]d?[GU])?\(d?{_LISTED}(?:,?&?d?{_LISTED})*\)")


def _in_brackets(row: Row) -> Iterator[Post]:
    """Read the people whom brackets list behind where they are from: "experts of X (A and B), Y (C) and of Z (D)"."""
    for match in _SIDES.finditer(row.codes):
        home = row.name(match.start())
        noun = _noun_before(row, match.start())
        unclear = _TWO.search(row.codes, 0, match.start()) is not None  # "experts of X and Y (A, B)"
        open_ = unclear or (noun is None and not _sends(row, match.start()))
        for unit in range(match.start() + 1, match.end()):
            if row.codes[unit] != "P" or (person := row.name(unit)) is None:
                continue
            first = unit
            while row.codes[first - 1] in "TMh":
                first -= 1
            titled = "T" in row.codes[first:unit]
            if _makes_works(row, first, unit) if titled else open_:
                continue
            title = row.units.span(first, unit) if titled else noun
            start, end = row.units.span(match.start() if title is None or not titled else first, match.end())
            yield Post(person, title, home, start, end)


def _makes_works(row: Row, first: int, last: int) -> bool:
    """Tell whether a title is one at what the sentence tells of: "the book was published by X (| editor | A)"."""
    said = row.text[slice(*row.units.span(first, last))].lower().split()
    return not words("en", "titles_at_works").isdisjoint(said)


_SENT = re.compile(r"(?:[ru]|(?P<noun>[xtTMKC])o)d?(?:[GU][oai]d?)?$")
_TWO = re.compile(r"[GU],?&[or]?d?$")


def _sends(row: Row, unit: int) -> bool:
    """Tell whether whoever brackets list behind an organization is of it: "from X (A)", but not "partners of X (A)"."""
    before = _SENT.search(row.codes, 0, unit)
    if before is None or before["noun"] is None:
        return before is not None
    noun = row.text[slice(*row.units.span(before.start(), before.start() + 1))]
    return singular(noun.lower()) in words("en", "own_people")


_NOUN_OF_SEVERAL = re.compile(r"(?P<noun>M*T)[oar]d?(?:[GU](?:[oai]d?[GU])?\([^)]*\),?&?[oar]?d?)*$")


def _noun_before(row: Row, unit: int) -> tuple[int, int] | None:
    """Give the title in the plural that a list of organizations with their people begins with: "the leaders of"."""
    before = _NOUN_OF_SEVERAL.search(row.codes, max(0, unit - 60), unit)
    if before is None:
        return None
    start, end = row.units.span(before.start("noun"), before.end("noun"))
    return (start, end) if row.text[start:end].endswith("s") else None


_COLON = re.compile(r"(?P<noun>M*T)[oar]d?(?:[GU](?=[GU]))?(?P<o>[GU])(?P<did>x?)\.(?P<list>h*P(?:,?&?h*P)*)(?=[.N]|$)")


def _behind_colon(row: Row, posts: list[Post]) -> Iterator[Post]:
    """Read the people listed behind what they are together: "the experts of X spoke: A, B and C"."""
    held = {post.holder for post in posts if post.organization is not None}
    for match in _COLON.finditer(row.codes):
        colon = row.units.starts[match.start("list") - 1]
        noun = row.units.span(match.start("noun"), match.end("noun"))
        if row.text[colon] != ":" or not row.text[slice(*noun)].endswith("s"):
            continue
        did = row.text[slice(*row.units.span(match.start("did"), match.end("did")))].lower() if match["did"] else None
        if did is not None and did not in words("en", "comes_forward"):
            continue  # "the experts of X received: A and B"
        for unit in range(match.start("list"), match.end("list")):
            person = row.name(unit) if row.codes[unit] == "P" else None
            if person is not None and person not in held:
                yield Post(person, noun, row.name(match.start("o")), *row.units.span(unit, unit + 1))


_FROM = re.compile(
    r"(?P<noun>M*T)rd?(?P<o>[GU])(?P<mark>,|D)?(?P<list>h*P(?:,h*P)*(?:,?&h*P)?)"
    r"(?(mark)(?=(?P<end>[.;)ND]|,(?!&|d?[MT]|h*P))|$))"
)
_APPOSED = re.compile(r"P[,(D][dCM]*$")


def _from_home(row: Row, posts: list[Post]) -> Iterator[Post]:
    """Read who is told of behind what they are: "a professor from X, A, spoke", "Teachers from X – A and B – came".

    As many are named as the title says; a mark closes them, where others might go on a list: not "teachers from X, A
    and B." A title that stands behind another name is that one's: "C, a professor from X, A".
    """
    held = {post.holder for post in posts if post.organization is not None}
    for match in _FROM.finditer(row.codes):
        noun = row.units.span(*match.span("noun"))
        if row.codes[: match.start()].rstrip("d")[-1:] in tuple("owtbafuri"):
            continue  # "a friend of the director from X, A", "next to a professor from X A sat"
        several = match["list"].count("P") > 1
        if row.text[slice(*noun)].lower().endswith("s") != several or _APPOSED.search(row.codes, 0, match.start()):
            continue
        if several and match["mark"] == "," and match["end"] != ",":
            continue
        for unit in range(*match.span("list")):
            person = row.name(unit) if row.codes[unit] == "P" else None
            if person is not None and person not in held:
                yield Post(person, noun, row.name(match.start("o")), noun[0], max(person.end, row.units.ends[unit]))


def _acts(row: Row, unit: int) -> bool:
    """Tell whether a person begins a sentence, or is one "by" whom something is done."""
    before = _SUBJECT.search(row.codes, 0, unit)
    opener = row.text[slice(*row.units.span(*before.span("opener")))].lower() if before and before["opener"] else None
    return before is not None and (opener is None or opener in read("en", "openers"))


_FOR = re.compile(r"P(?P<said>[xdTMC,]{0,4}?)(?P<for>idxo|bxo)d?(?P<o>[GU])(?!,?u|s|M*[TJ])")
_SUBJECT = re.compile(
    r"(?:[.N]|^)(?:[abi]d?(?:[yxCEVLn]{1,6},|[xEV])|(?P<opener>x))?(?:d?[MTGUaodh]*P,?&)*d?[MTGUaodh]*$"
    r"|u[dMTGUaoh]*$"
)


def _spoken_for(row: Row) -> Iterator[Post]:
    """Read for whom somebody acts: "Li Weiming, in the name of X, thanked them", "Li Weiming spoke on behalf of X"."""
    for match in _FOR.finditer(row.codes):
        person, organization = row.name(match.start()), row.name(match.start("o"))
        between = row.text[slice(*row.units.span(match.start() + 1, match.end("for")))].lower().split()
        if person is None or organization is None or between[-2] not in words("en", "in_whose"):
            continue
        if not _acts(row, match.start()):
            continue  # "they thanked A on behalf of X"
        # "A was thanked on behalf of X", "A did not speak on behalf of X", "A will speak on behalf of X"
        if (words("en", "be_printed") | _unreal()).isdisjoint(between):
            yield Post(person, None, organization, *row.units.span(match.start(), match.end()))


def _unreal() -> frozenset[str]:
    """Give the words that make what somebody does denied or yet to come."""
    data = read("en", "modality")
    return frozenset((*data["negation"], *data["future"]))
