"""Names that stand together: "Harbin Institute of Technology (HIT)", "Lu Zhiyu, Head of the … Office in Shanghai".

What such a group says (a post, a unit of an organization, a place in a place) is kept as spans on the
``Doc``; the group itself becomes one token, so that what reaches the parser is "John and John signed it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.en.apart import told_apart
from kg.languages.en.merging import merge
from kg.languages.en.rows import Row, rules
from kg.languages.en.titles import posts_in
from kg.languages.initials import spells
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, words
from kg.languages.spans import Alias, NameSpan, Post, Relation
from kg.records import Entry
from kg.registry import load
from kg.schema import UNITS, is_a


@Language.component("srac_groups")
def groups(doc: Doc) -> Doc:
    """Find what stands together, leave posts, relations and aliases on the ``Doc``, and merge each group."""
    names = {name.start: name for name in doc._.names}
    heads: dict[int, tuple[int, int]] = {}
    aliases, relations = list(doc._.aliases), list(doc._.relations)
    row = Row(doc, names)
    if said := list(_by_kind(row)):
        names = _apply(doc, names, heads, said)
        row = Row(doc, names)
    for _ in range(3):  # "the Department of X of the Institute of Y at Z": one link a round
        found = _link(row, relations, aliases)
        if not found:
            break
        names = _apply(doc, names, heads, found)
        row = Row(doc, names)
    relations += [*_apart(row), *_of_initials(row, doc._.names), *_with_first(row, relations)]
    posts: list[Post] = []
    wholes = {relation.subject: relation.object for relation in relations if relation.property == "unitOf"}
    found = list(posts_in(row, posts, wholes))
    posts = told_apart(row, posts)
    _apply(doc, names, heads, found)
    doc._.posts, doc._.relations, doc._.aliases = tuple(posts), tuple(relations), tuple(aliases)
    doc._.heads = heads
    return doc


def _by_kind(row: Row) -> Iterator[tuple[int, int, NameSpan]]:
    """Find places with the noun of what they are before them: "the (old Chinese) city of Harbin" is Harbin."""
    sides = read("en", "descriptions")["sides"]
    for match in _BY_KIND.finditer(row.codes):
        place, noun = row.name(match.end() - 1), match.start("noun")
        before = [row.text[slice(*row.units.span(k, k + 1))] for k in range(match.start(), noun)]
        kind = kind_of("en", [row.text[slice(*row.units.span(noun, noun + 1))]])
        if (
            place is not None
            and kind is not None
            and kind.cls == place.cls
            and all(word.islower() or word.lower() in sides for word in before)
        ):
            yield row.units.starts[match.start()], place.end, place


_BY_KIND = re.compile(r"(?<=d)[xeC]{0,2}(?P<noun>c)od?L")


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


def _is_where_met(text: str, body: NameSpan, place: NameSpan) -> bool:
    """Tell whether the place behind a body is where it met: "the third session of the Trade Commission | in Omsk"."""
    if not is_a(body.cls, "Organization") or place.cls != "City":
        return False  # "the anniversary of the Embassy | in Russia"
    met = _MEETING_OF.search(text, max(0, body.start - _MEETING), body.start)
    inside = text[body.end : place.start].split()[:1] == ["in"]
    if not inside or met is None or singular(met["noun"].lower()) not in words("en", "sessions_of_bodies"):
        return False  # "the exhibition of the museum in Omsk"
    return not words("en", "meeting_bodies").isdisjoint(text[body.start : body.end].lower().split())


_MEETING_OF = re.compile(r"(?<![\w-])(?P<noun>[\w-]+) of (?:the )?$")
_MEETING = 40  # characters before a body


def _link(row: Row, relations: list[Relation], aliases: list[Alias]) -> list[tuple[int, int, NameSpan]]:
    found: list[tuple[int, int, NameSpan]] = []
    taken: set[int] = set()
    for section in ("aliases", "relations"):
        for rule, pattern in (row for row in rules(section) if "apart" not in row[0]):
            for match in pattern.finditer(row.codes):
                if taken & set(range(match.start(), match.end())):
                    continue
                start, end = row.units.span(match.start(), match.end())
                if section == "aliases":
                    if "inner" in match.groupdict() and (part := row.name(match.start("part"))) is not None:
                        aliases.append(Alias(part, *row.units.span(match.start("inner"), match.end("inner"))))
                        start, _ = row.units.span(match.start("name"), match.end("name"))
                    head = row.name(match.start("name"))
                    short = row.units.span(match.start("short"), match.end("short"))
                    other = row.name(match.start("short"))
                    if head is None:
                        continue
                    initials, letters = (
                        _initials(row.text[head.start : head.end]),
                        list(row.text[slice(*short)].lower()),
                    )
                    if other and other.entry and head.entry and other.entry != head.entry and initials != letters:
                        continue
                    own = _within(initials, letters)
                    foreign = other is not None and other.entry is not None and other.cls != head.cls
                    if foreign and head.cls == "OrganizationalUnit" and not own:
                        continue  # "the School of Mines of the University (CUMT)": the short form is the University's
                    unit = _shortened_unit(
                        row, match.start("name"), row.units.span(match.start("short"), match.end("short"))
                    )
                    if unit is not None:
                        aliases.append(Alias(unit, *short))
                        continue
                    aliases.append(Alias(head, *short))
                else:
                    head, other = row.name(match.start("s")), row.name(match.start("o"))
                    if (
                        head is None
                        or other is None
                        or not (_fits(rule, head, other) and _called(rule, row, head, other))
                    ):
                        continue
                    if head.cls not in _PARTS and rule["property"] == "unitOf" and "subject" not in rule:
                        continue
                    if rule["property"] == "unitOf" and _comes_from(row, head, other):
                        continue
                    if rule["property"] == "locatedIn" and _is_where_met(row.text, head, other):
                        continue
                    if is_a(head.cls, "Place") and _is_beside(row, match.end("o"), head, other):
                        continue
                    if "linked" in rule and all(known.subject != other for known in relations):
                        continue
                    nearest = _region_of(head, other, relations) or head
                    if rule["property"] == "locatedIn":
                        nearest = _seat_of(row, nearest, other, relations)
                    elif rule["property"] == "unitOf" and row.text[other.start - 2 : other.start] == ", ":
                        nearest = _last_part(head, other, relations)
                    relations.append(Relation(nearest, rule["property"], other, rule["id"], start, end))
                first = match.start("name") if section == "aliases" else match.start()
                taken.update(range(first, match.end()))
                found.append((start, end, head))
    return found


def _is_beside(row: Row, behind: int, head: NameSpan, other: NameSpan) -> bool:
    """Tell whether of two places with a comma between them the second is the next of a list: "the EU, Japan, India".

    Args:
        behind: the unit behind the second.
    """
    between = row.text[head.end : other.start]
    if not between.startswith(","):
        return False
    if other.cls == "City" and len(between.split()) > 1:
        return True  # "the Great Wall, the Forbidden City"
    third = _ALSO.match(row.codes, behind)
    place = row.name(third.end() - 1) if third is not None else None
    return place is not None and other.cls == place.cls == "Country"


_ALSO = re.compile(r",?&?d?L")


def _comes_from(row: Row, head: NameSpan, other: NameSpan) -> bool:
    """Tell whether "at" says where guests are, in a headline: "Delegation of the Law School at Jilin University"."""
    at = row.text[head.end : other.start].split()
    before = row.text[max(0, head.start - _BEFORE) : head.start].lower().split()
    articles = read("en", "words")["articles"]
    while before and before[-1] in articles:
        before.pop()
    nouns = {singular(word) for word in before[-2:-1]}
    ends = row.text[other.end : other.end + 1] in {"", "\n"}  # a headline, which tells of no journey besides
    return (
        ends and at[:1] == ["at"] and before[-1:] == ["of"] and bool(nouns & set(read("en", "words")["known_groups"]))
    )


_BEFORE = 24  # characters


def _region_of(city: NameSpan, other: NameSpan, relations: list[Relation]) -> NameSpan | None:
    """Give the place that stands between a city and a further place: the province in "Zibo, Shandong, China"."""
    between = [r.object for r in relations if r.subject == city and r.property == "locatedIn" and r.end < other.start]
    ranks = [_RANKS.get(place.cls, -1) for place in (city, *between[-1:], other)]
    return between[-1] if between and -1 not in ranks[:-1] and ranks[-2] != _RANKS["Country"] else None


def _seat_of(row: Row, unit: NameSpan, place: NameSpan, relations: list[Relation]) -> NameSpan:
    """Give the whole that a place right behind it is of: "the Faculty of X of the University | (Harbin, China)"."""
    wholes = [
        r.object for r in relations if r.subject == unit and r.property == "unitOf" and r.object.end < place.start
    ]
    beside = wholes and set(row.text[wholes[-1].end : place.start]) <= set(" (,")
    return wholes[-1] if beside else unit


def _last_part(unit: NameSpan, whole: NameSpan, relations: list[Relation]) -> NameSpan:
    """Give the unit that a whole behind a comma is of: "the Chair of X of the | Faculty of Y, Z University"."""
    for known in relations:
        if known.subject == unit and known.property == "unitOf" and known.object.end == whole.start - 2:
            return known.object if known.object.cls in UNITS else unit
    return unit


def _apart(row: Row) -> Iterator[Relation]:
    """Read the relations whose names stay apart."""
    for rule, pattern in (one for one in rules("relations") if "apart" in one[0]):
        for match in pattern.finditer(row.codes):
            head, other = row.name(match.start("s")), row.name(match.start("o"))
            if head is not None and other is not None and _fits(rule, head, other) and _called(rule, row, head, other):
                yield Relation(head, rule["property"], other, rule["id"], head.start, head.end)


def _with_first(row: Row, relations: list[Relation]) -> Iterator[Relation]:
    """Read whose units are that one with its owner before it begins a list of: "X's Law School, Press and Museum"."""
    owned = {r.subject.start: r for r in relations if r.property == "unitOf" and r.object.end < r.subject.start}
    whose = {r.subject.start for r in relations if r.property == "unitOf"}
    for match in _UNITS_LISTED.finditer(row.codes) if owned else ():
        units = [one for k in range(*match.span()) if row.codes[k] == "U" and (one := row.name(k)) is not None]
        first = owned.get(units[0].start) if units else None
        if first is None or any(unit.start in whose or unit.entry for unit in units[1:]):
            continue
        for unit in units[1:]:
            yield Relation(unit, "unitOf", first.object, "unit-in-owned-list", unit.start, unit.end)


_UNITS_LISTED = re.compile(r"U(?:,U)*,?&U(?![oaG])")


def _of_initials(row: Row, names: tuple[NameSpan, ...]) -> Iterator[Relation]:
    """Read whose a unit is by the letters before its name, if they spell one body: "the MOF Budget Division"."""
    called: dict[str, list[NameSpan]] = {}
    for unit in names:
        short, _, rest = row.text[unit.start : unit.end].partition(" ")
        if unit.cls not in UNITS or not rest or not _SHORT.fullmatch(short):
            continue
        if not called:
            for name in names:
                if is_a(name.cls, "Organization") and name.cls not in UNITS:
                    called.setdefault(row.text[name.start : name.end], []).append(name)
        meant = [said for said in called if spells(short, said)]
        if len(meant) == 1:
            yield Relation(unit, "unitOf", called[meant[0]][0], "unit-of-initials", unit.start, unit.end)


_SHORT = re.compile(r"[A-Z]{3,6}")


def _shortened_unit(row: Row, whole: int, short: tuple[int, int]) -> NameSpan | None:
    """Give the unit that a bracket behind its whole shortens: "Institute of Plasma Physics of the Academy (ASIPP)"."""
    before = re.search(r"[UG](?:[oa]d?)?$", row.codes[:whole])
    unit = row.name(before.start()) if before else None
    name = row.name(whole)
    if unit is None or name is None:
        return None
    if before is not None and re.fullmatch(rf"[A-Z]\w+ {read('en', 'names')['academies']}", row.text[slice(*short)]):
        return unit  # "Institute of Plasma Physics of the Branch (IPP SB RAS)"
    if before is not None and before[0] in "UG":
        return None
    letters = [c for c in row.text[slice(*short)].lower() if c.isalpha()]
    own, both = (_initials(row.text[start : name.end]) for start in (name.start, unit.start))
    return unit if not _within(letters, own) and _within(letters[-2:], both) else None


def _initials(text: str) -> list[str]:
    return [word[0].lower() for word in text.replace("-", " ").split() if word[:1].isupper()]


def _within(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


_PARTS = UNITS | {"ResearchOrganization", "GovernmentBody"}
_RANKS = {"District": 0, "City": 1, "Region": 2, "Country": 3}


def _called(rule: dict[str, str], row: Row, head: NameSpan, other: NameSpan) -> bool:
    """Tell whether two names, and the words between them, are as a rule wants them."""
    said = {
        "subject": row.text[head.start : head.end],
        "object": row.text[other.start : other.end],
        "between": row.text[min(head.end, other.end) : max(head.start, other.start)],
    }
    return all(re.search(rule[part], words) is not None for part, words in said.items() if part in rule)


def _fits(rule: dict[str, str], head: NameSpan, other: NameSpan) -> bool:
    """Tell whether a rule is for such names; of two places, whether one can lie in the other ("Germany, France")."""
    if "unknown" in rule and head.entry is not None:
        return False
    if not is_a(head.cls, rule.get("class", head.cls)) or not is_a(other.cls, rule.get("place", other.cls)):
        return False
    if head.cls not in _RANKS:
        return rule["property"] != "locatedIn" or not _known_elsewhere(head, other)
    known = _known_to_lie(head, other)
    return known if known is not None else head.cls != "Country" and _RANKS[head.cls] < _RANKS.get(other.cls, 9)


def _known_elsewhere(body: NameSpan, place: NameSpan) -> bool:
    """Tell whether the registry has a body in another place: "Jilin University in Barnaul" says where one spoke."""
    registry = load()
    known, other = (registry.get(name.entry) if name.entry else None for name in (body, place))
    home = registry.get(known.city) if known is not None and known.city else None
    if home is None or other is None or home.id == other.id:
        return False
    above, beside = _above(home), _above(other)
    return bool(above) and other.id not in above and home.id not in beside


def _known_to_lie(place: NameSpan, whole: NameSpan) -> bool | None:
    """Tell whether the registry has a place in another one; nothing if it does not know both ("Shanghai, Macao")."""
    registry = load()
    below, over = (registry.get(name.entry) if name.entry else None for name in (place, whole))
    if below is None or over is None or not below.part_of:
        return False if below is not None and below.cls == "Country" else None
    return over.id in _above(below)


def _above(place: Entry) -> list[str]:
    """Give the places that a place lies in, nearest first."""
    registry, found = load(), list[str]()
    over = registry.get(place.part_of) if place.part_of else None
    while over is not None:
        found.append(over.id)
        over = registry.get(over.part_of) if over.part_of else None
    return found
