"""Names that stand together: "Harbin Institute of Technology (HIT)", "Lu Zhiyu, Head of the … Office in Shanghai".

What such a group says (a post, a unit of an organization, a place in a place) is kept as spans on the
``Doc``; the group itself becomes one token, so that what reaches the parser is "John and John signed it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import LanguageError
from kg.languages.codes import Units, expand, units
from kg.languages.en.names import hyphenated, letter, merge
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.spans import Alias, NameSpan, Post, Relation
from kg.schema import is_a

_UNITS = ("OrganizationalUnit", "JointStructure", "InnovationHub")


@dataclass(frozen=True, slots=True)
class PostWords:
    """The nouns and modifiers of posts, and what their holders are to the organization."""

    nouns: dict[str, str]
    modifiers: frozenset[str]
    honorifics: frozenset[str]
    governs: dict[str, str]
    bodies: frozenset[str]


@cache
def post_words() -> PostWords:
    """Give ``posts.yml``.

    Raises:
        LanguageError: a post with a value that is not known.
    """
    data = read("en", "posts")
    for post, value in data["posts"].items():
        if value not in {"represents", "member"}:
            raise LanguageError(f"{post}: {value!r} is none of represents, member", place="kg/languages/en/posts.yml")
    return PostWords(
        data["posts"],
        frozenset(data["modifiers"]),
        frozenset(data["honorifics"]),
        data["governs"],
        frozenset(data["bodies"]),
    )


@cache
def _post_letters() -> dict[str, str]:
    words = post_words()
    table = dict.fromkeys(words.modifiers, "M") | dict.fromkeys((h + "." for h in words.honorifics), "h")
    table |= dict.fromkeys(words.honorifics, "h")
    for post in words.nouns:
        table[post.split()[-1]] = table[post.split()[-1] + "s"] = "T"
    return table | {"to": "t", "from": "r", "a": "d", "an": "d", "or": "|", "-": "D", "–": "D", "—": "D"}


class _Row:
    """The text as units at one moment: names so far are one unit each."""

    def __init__(self, doc: Doc, names: dict[int, NameSpan]) -> None:
        pieces: list[tuple[str, int, int]] = []
        letters = _post_letters()
        tokens = list(doc)
        whole = doc.text  # spaCy joins its tokens anew at every call
        position = 0
        while position < len(tokens):
            token = tokens[position]
            name = names.get(token.idx)
            if name is not None:
                code = "B" if _is_body(whole, name) else _letter_of(name)
                pieces.append((code, token.idx, token.idx + len(token)))
                position += 1
                continue
            last = hyphenated(doc, position, names)
            end = tokens[last].idx + len(tokens[last])
            text = whole[token.idx : end].lower()
            spelled = letters.get(text)
            if (
                last > position and spelled is None
            ):  # "co-chairs", "Party-Secretary": as written, singular, or by its end
                spelled = letters.get(text.rstrip("s")) or letters.get(tokens[last].lower_)
            code = spelled or letter(token)
            if len(text) == 1 and text.isalpha() and code == "x":
                code = " "  # a stray letter ("Affairs s Dmitry")
            if code != " ":
                pieces.append((code, token.idx, end))
            position = last + 1
        self.text = whole
        self.units: Units = units(pieces)
        self.codes = self.units.codes
        self.names = names

    def name(self, unit: int) -> NameSpan | None:
        return self.names.get(self.units.starts[unit])


def _letter_of(name: NameSpan) -> str:
    if name.cls == "Person":
        return "P"
    if is_a(name.cls, "Place"):
        return "L"
    if is_a(name.cls, "Event") or name.cls == "EventSeries":
        return "V"
    return "U" if name.cls in _UNITS else "G"


@cache
def _rules(section: str) -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    data = read("en", "groups")
    return tuple((row, expand(row["pattern"], data["parts"])) for row in data[section])


@Language.component("srac_groups")
def groups(doc: Doc) -> Doc:
    """Find what stands together, leave posts, relations and aliases on the ``Doc``, and merge each group."""
    names = {name.start: name for name in doc._.names}
    heads: dict[int, tuple[int, int]] = {}
    aliases, relations = list(doc._.aliases), list(doc._.relations)
    for _ in range(3):  # "the Department of X of the Institute of Y at Z": one link a round
        found = _link(_Row(doc, names), relations, aliases)
        if not found:
            break
        names = _apply(doc, names, heads, found)
    posts: list[Post] = []
    found = list(_posts(_Row(doc, names), posts))
    _apply(doc, names, heads, found)
    doc._.posts, doc._.relations, doc._.aliases = tuple(posts), tuple(relations), tuple(aliases)
    doc._.heads = heads
    return doc


def _apply(
    doc: Doc, names: dict[int, NameSpan], heads: dict[int, tuple[int, int]], found: list[tuple[int, int, NameSpan]]
) -> dict[int, NameSpan]:
    """Merge the groups and give the names by the start of the token that now stands for them."""
    merge(doc, (replace(head, start=start, end=end) for start, end, head in found))
    names = dict(names)
    for start, end, head in found:
        inner = heads.get(head.start, (head.start, head.end))
        for offset in [offset for offset in names if start <= offset < end]:
            del names[offset]
        for offset in [offset for offset in heads if start <= offset < end]:
            del heads[offset]
        names[start] = head
        heads[start] = inner if inner[1] <= head.end else (head.start, head.end)
    return names


def _link(row: _Row, relations: list[Relation], aliases: list[Alias]) -> list[tuple[int, int, NameSpan]]:
    found: list[tuple[int, int, NameSpan]] = []
    taken: set[int] = set()
    for section in ("aliases", "relations"):
        for rule, pattern in _rules(section):
            for match in pattern.finditer(row.codes):
                if taken & set(range(match.start(), match.end())):
                    continue
                start, end = row.units.span(match.start(), match.end())
                if section == "aliases":
                    head = row.name(match.start("name"))
                    short = row.units.span(match.start("short"), match.end("short"))
                    other = row.name(match.start("short"))
                    if head is None or (other and other.entry and head.entry and other.entry != head.entry):
                        continue
                    aliases.append(Alias(head, *short))
                else:
                    head, other = row.name(match.start("s")), row.name(match.start("o"))
                    if head is None or other is None or not _fits(rule, head, other):
                        continue
                    relations.append(Relation(head, rule["property"], other, rule["id"], start, end))
                taken.update(range(match.start(), match.end()))
                found.append((start, end, head))
    return found


_RANKS = {"District": 0, "City": 1, "Region": 2, "Country": 3}


def _fits(rule: dict[str, str], head: NameSpan, other: NameSpan) -> bool:
    """Tell whether a rule is for such names; of two places, whether one can lie in the other ("Germany, France")."""
    if not is_a(head.cls, rule.get("class", head.cls)):
        return False
    return head.cls not in _RANKS or _RANKS[head.cls] < _RANKS.get(other.cls, 9)


def _posts(row: _Row, posts: list[Post]) -> Iterator[tuple[int, int, NameSpan]]:
    """Find the posts around each person; give the groups they make."""
    codes = row.codes
    together: list[NameSpan] = []
    free = 0  # the first unit that no group holds yet
    for unit, code in enumerate(codes):
        if code != "P" or unit < free:
            continue
        person = row.name(unit)
        if person is None:
            continue
        first, own = _before(row, unit, free, person)
        last, more = _after(row, unit, person, titled=any(post.title for post in own))
        stated = _complete([*own, *more])
        together = [*together, person] if re.fullmatch(r",?&?d?", codes[free:first]) and free else [person]
        for post in more:
            # "A and B, co-chairs of X": a plural title is held by all who stand before it
            if (
                post.title is not None
                and row.text[slice(*post.title)].split()[0].lower().rstrip("s") + "s"
                == row.text[slice(*post.title)].split()[0].lower()
            ):
                stated += [replace(post, holder=other) for other in together[:-1]]
        posts.extend(stated)
        if first < unit or last > unit + 1:
            yield (*row.units.span(first, last), person)
        free = last


def _before(row: _Row, unit: int, free: int, person: NameSpan) -> tuple[int, list[Post]]:
    window = row.codes[max(free, unit - 16) : unit + 1]
    offset = unit + 1 - len(window)
    for _, pattern in _rules("before"):
        best = None
        for start in range(len(window)):
            match = pattern.match(window, start)
            if match is not None and match.end() == len(window):
                best = match
                break
        if best is None:
            continue
        if "t" not in best.groupdict() or best["t"] is None:
            return offset + best.start(), []
        found = [_post(row, best, offset, person)]
        first = offset + best.start()
        # "Vice-President of A and Chairman of B, Sergei Shakhrai": the title before belongs to him too
        for _, chained in _rules("after")[:1]:
            for start in range(max(free, first - 12), first):
                match = chained.match(codes := row.codes, start)
                if match is not None and re.fullmatch(r",?&?d?", codes[match.end() : first]) and match.end() < first:
                    found.insert(0, _post(row, match, 0, person))
                    first = start
                    break
        return first, found
    return unit, []


def _after(row: _Row, unit: int, person: NameSpan, *, titled: bool) -> tuple[int, list[Post]]:
    """Read posts behind a person: ", Rector of A and President of B," or "(A, head of the delegation)".

    Behind a person whose title stands before the name, a title before the next name is the next person's.
    """
    codes, position = row.codes, unit + 1
    bracket = codes[position : position + 1] == "("
    roster = re.match(r"\(d?([GU])(?:,[^)]*)?\)", codes[position:])
    if roster:
        organization = row.name(position + roster.start(1))
        start, end = row.units.span(unit, position + roster.end())
        return position + roster.end(), [Post(person, None, organization, start, end)] if organization else []
    source = re.match(r"[ro]d?([GU])", codes[position:])
    if source:
        organization = row.name(position + source.start(1))
        start, end = row.units.span(unit, position + source.end())
        return position + source.end(), [Post(person, None, organization, start, end)] if organization else []
    if codes[position : position + 1] not in {",", "(", "D"}:
        return position, []
    found: list[Post] = []
    end = position
    position += 1
    while True:
        for _, pattern in _rules("after"):
            match = pattern.match(codes, position)
            if match is not None:
                break
        else:
            break
        if titled and re.match(r",h*P", codes[match.end() :]):
            break
        found.append(_post(row, match, 0, person))
        position = end = match.end()
        separator = re.match(r",?&d?|,", codes[position:])
        if not separator:
            break
        position += separator.end()
    if not found:
        return unit + 1, []
    if bracket and codes[end : end + 1] == ")":
        end += 1
    elif codes[end : end + 1] == "," and codes[end + 1 : end + 2] in {"x", "&", "P", "N", "h"}:
        # the closing comma of an apposition belongs to it, unless a list goes on
        end += codes[end + 1 : end + 2] == "x"
    return end, found


def _post(row: _Row, match: re.Match[str], offset: int, person: NameSpan) -> Post:
    title = row.units.span(offset + match.start("t"), offset + match.end("t"))
    start, end = row.units.span(offset + match.start(), offset + match.end())
    organization = row.name(offset + match.start("o")) if match.groupdict().get("o") else None
    text = row.text[slice(*title)].lower()
    head = next((word for word in text.replace("-", " ").split() if word in {"minister", "governor", "mayor"}), None)
    behind = organization is not None and offset + match.start("o") > offset + match.start("t")
    if head == "minister":
        return _minister(row, person, title, organization if behind else None, organization, start, end)
    if organization is not None and is_a(organization.cls, "Place"):
        if head is not None:
            place = row.text[organization.start : organization.end]
            return Post(person, title, None, start, end, post_words().governs[head].format(place=place), organization)
        if behind:
            title = (title[0], organization.end)  # "Project Manager in South-East Asia"
        organization = None
    nouns = {word for word in text.split() if kind_of("en", [word]) is not None}
    elsewhere = organization is None and bool(
        nouns & {"university", "institute", "company", "academy", "center", "centre"}
    )
    return Post(person, title, organization, start, end, elsewhere=elsewhere)


def _minister(
    row: _Row,
    person: NameSpan,
    title: tuple[int, int],
    behind: NameSpan | None,
    organization: NameSpan | None,
    start: int,
    end: int,
) -> Post:
    """Read "Vice Minister of Education of China": the post is at the ministry that the title means."""
    if organization is not None and organization.cls == "GovernmentBody":
        return Post(person, title, organization, start, end)
    country = organization if organization is not None and is_a(organization.cls, "Place") else None
    if behind is not None and country is None:
        title = (title[0], behind.end)  # "Minister of Science and Technology", its field taken for an organization
    words = row.text[slice(*title)].split(" of ", 1)
    field = words[1].removeprefix("the ").strip() if len(words) > 1 else ""
    if not field:
        return Post(person, title, None, start, end)
    field = " ".join(word if word in {"and", "of", "the"} else word[:1].upper() + word[1:] for word in field.split())
    return Post(person, title, None, start, end, f"Ministry of {field}", country)


def _is_body(text: str, name: NameSpan) -> bool:
    """Tell whether it is an inner body, not an organization of its own: "University Council", "Party Committee"."""
    words = text[name.start : name.end].lower().split()
    return name.source != "registry" and words[-1] in post_words().bodies and len(words) <= 3


def _complete(posts: list[Post]) -> list[Post]:
    """Give the posts, one that names no organization taking that of the next: "President and Secretary of X"."""
    if len(posts) == 2 and posts[0].organization is None and posts[1].title is None:
        return [replace(posts[0], organization=posts[1].organization, end=posts[1].end)]
    done: list[Post] = []
    for post in reversed(posts):
        behind = post.organization is None and bool(done) and post.start > post.holder.end
        done.append(replace(post, organization=done[-1].organization) if behind else post)
    return done[::-1]
