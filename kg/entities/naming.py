"""Names → the things that they name, within one document: known names first, then long ones, then short ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.entities.names import SAME, compare_events, compare_organizations, compare_persons, normalise, slug
from kg.entities.owned import ends_with_owner, names_owner
from kg.entities.publisher import is_own_short_name
from kg.entities.referents import Gathering, Referent
from kg.entities.sides_units import of_sides
from kg.entities.told_country import of_country_beside, of_told_country
from kg.languages import pinyin
from kg.languages.initials import spells
from kg.languages.kinds import kind_of
from kg.languages.legal import called_alone
from kg.languages.lexicon import has, words
from kg.languages.posts import is_body
from kg.languages.spans import NameSpan
from kg.languages.view import plain
from kg.records import Document, Entry, Lang
from kg.registry import Registry
from kg.schema import UNITS, is_a


def parents_of(document: Document, doc: Doc, registry: Registry) -> dict[int, str]:
    """Give whose unit a name says it is, by the name's offset: the key of the organization, or its name made a key."""
    found: dict[int, str] = {}
    pairs = [(r.subject, r.object) for r in doc._.relations if r.property == "unitOf"]
    for name in doc._.names:
        if name.cls in UNITS and name.entry is None:
            pairs += [(name, inner) for inner in doc._.inner if inner.start == name.start and inner.end < name.end]
    pairs += _of_owners(document, doc._.names, {unit.start for unit, _ in pairs})
    for unit, whole in pairs:
        if unit.cls not in UNITS or not is_a(whole.cls, "Organization"):
            continue
        known = whole.entry or (document.publisher if document.publisher in whole.candidates else None)
        key = known.split("/", 1)[1] if known else slug(text_of(document.text, whole))
        found.setdefault(unit.start, key)
    return found | of_sides(document, doc, found, registry)


def _of_owners(document: Document, names: Sequence[NameSpan], told: set[int]) -> Iterator[tuple[NameSpan, NameSpan]]:
    """Give units, where one called the same has a whole, with whom "its" before means: "from X, its School of Y"."""
    text, own = document.text, words(document.lang, "whose") if has(document.lang, "words") else frozenset()
    owned = {text_of(text, name) for name in names if name.start in told and name.cls in UNITS}
    for place, name in enumerate(names):
        if name.start in told or name.cls not in UNITS or name.entry or text_of(text, name) not in owned:
            continue
        led = text[max(0, name.start - _ADDRESS_LENGTH) : name.start].lower().split()[-1:]
        if own.isdisjoint(led):
            continue
        before = [one for one in names[:place] if is_a(one.cls, "Organization") and one.cls not in UNITS]
        if before and not _SENTENCE.search(text, before[-1].end, name.start):
            yield name, before[-1]


_SENTENCE = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


def things_named(
    document: Document,
    names: list[NameSpan],
    gathering: Gathering,
    registry: Registry,
    parents: dict[int, str],
    titles: dict[int, str],
) -> dict[int, Referent]:
    """Give the referent of each name, by its offset: known names first, then long ones, then short ones.

    Args:
        titles: the title that stands with a person's name, by the name's offset.
    """
    text = document.text
    found: dict[int, Referent] = {}
    borne: defaultdict[str, set[str]] = defaultdict(set)  # by person
    publisher = registry.get(document.publisher) if document.publisher else None
    for name in names:
        entry = registry.get(name.entry) if name.entry else None
        surface = " ".join(text_of(text, name).split())
        if is_a(name.cls, "Organization") and is_own_short_name(publisher, surface):
            entry = publisher
        if entry is not None:
            series = entry.id.startswith("event-series/")
            known = gathering.edition(entry, surface, name.start) if series else gathering.known(entry, name.start)
            known.add(surface, document.lang)
            found[name.start] = known
            if name.start in titles:
                borne[known.id].add(titles[name.start])
    rest = [name for name in names if name.start not in found]
    bodies = (" ".join(text_of(text, name).split()) for name in rest if is_a(name.cls, "Organization"))
    alone = called_alone(document.lang, bodies)
    for name in sorted(rest, key=lambda n: (len(text_of(text, n).split()) == 1, bool(n.candidates), n.start)):
        surface = " ".join(text_of(text, name).split())
        referent: Referent | None
        if name.candidates:
            referent = _own(document, name, surface, gathering, registry, parents.get(name.start))
            if referent is None and name.cls == "Person":  # in others' news, somebody of that name
                referent = _person(surface, name, gathering, titles.get(name.start, ""), borne)
        elif name.cls == "Person":
            # "the Sechenov delegation" is the university's
            behind = text[name.end :].split(maxsplit=1)[:1]
            sent = bool(behind) and behind[0].strip(".,").lower() in words(document.lang, "known_groups")
            whole = _part_of_name(surface, replace(name, cls="Organization"), gathering) if sent else None
            title = titles.get(name.start, "")
            referent = whole or _person(surface, name, gathering, title, borne)
            if referent is not None and title:
                borne[referent.id].add(title)
        else:
            called = alone.get(surface, surface) if is_a(name.cls, "Organization") else surface
            referent = _thing(called, name, gathering, parents.get(name.start))
            if referent is not None and called != surface:
                referent.add(surface, document.lang)
        if referent is not None:
            found[name.start] = referent
            referent.first = min(referent.first, name.start)
            if is_a(referent.cls, "Event") and (year := _year_before(text, name.start)) is not None:
                referent.add(f"{year} {surface}", document.lang)  # "the 2017 Polar Forum"
            if name.cls == "Person" and " " not in surface and (address := _address(text, name.start, document.lang)):
                referent.add(f"{address} {surface}", document.lang)  # "Prof. Bessmertny"
    return found


_YEAR_BEFORE = re.compile(r"[^\W\d_] ((?:19|20)\d\d) $")
_ABBREVIATED = re.compile(r"[A-Z][a-z]{0,3}\.")
_ADDRESS_LENGTH = 16  # characters, more than any has


def _year_before(text: str, start: int) -> str | None:
    """Give the year that stands directly before a name and behind no month: "the 2017 | Polar Forum"."""
    found = _YEAR_BEFORE.search(text[max(0, start - _ADDRESS_LENGTH) : start])
    before = text[max(0, start - _ADDRESS_LENGTH) : start - len("2017 ")].split()
    return found[1] if found is not None and before and not before[-1][:1].isupper() else None


def _address(text: str, start: int, lang: str) -> str | None:
    """Give the word before a name by which its bearer is addressed, abbreviated or whole: "Prof.", "Academician"."""
    before = text[max(0, start - _ADDRESS_LENGTH) : start]
    said = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    whole = said[:1].isupper() and said.lower() in words(lang, "addressed")
    return said if whole or _ABBREVIATED.fullmatch(said) else None


def _own(
    document: Document,
    name: NameSpan,
    surface: str,
    gathering: Gathering,
    registry: Registry,
    parent: str | None,
) -> Referent | None:
    """Resolve a name that several could bear: in its bearer's own news, or where only one of them is named.

    An organization's that nothing resolves is a thing of this text alone, not joined with its namesakes elsewhere.
    """
    candidates = [entry for c in name.candidates if (entry := registry.get(c)) is not None]
    publisher = registry.get(document.publisher) if document.publisher is not None else None
    own = [entry for entry in candidates if publisher is not None and publisher.id in {entry.id, entry.part_of}]
    if name.cls == "Person":  # whose organization the text names
        own = [entry for entry in candidates if entry.affiliation in gathering.referents]
    if parent is not None:  # an office said to be another's is not the publisher's
        own = [entry for entry in own if (entry.part_of or "").split("/")[-1] == parent]
    # "Polytechnic University" alone is SPbPU in SPbPU's own news only, however often another text names SPbPU
    named = [entry for entry in candidates if entry.id in gathering.referents and entry.cls != "University"]
    bodies = [entry for entry in candidates if entry.cls == "GovernmentBody"]
    at_home = [entry for entry in bodies if publisher is not None and entry.country == publisher.country]
    there = _of_near_city(document, name, surface, candidates, gathering, registry) if not (own or named) else []
    full = is_a(name.cls, "Organization") and " " in surface
    told = of_told_country(document, name, bodies) if not (own or named or there) else []
    if full and not (own or named or there or told):
        told = of_country_beside(document, name, candidates)
    found = (
        own or named or there or told or at_home
    )  # "the Ministry of Education" in a Chinese university's news is China's
    entry = found[0] if len(found) == 1 else None
    if entry is not None:
        referent = gathering.known(entry, name.start)
        because = (
            "means it in its own news" if own
            else "is a name of several, of which the text names this one" if named
            else "is a name of several, of which this one is in the city named beside it" if there
            else "is a name of several, of which this one is in the country that the sentence speaks of" if told
            else "is a name of several, of which this one is in the publisher's country"
        )  # fmt: skip
        referent.add(surface, gathering.lang, f"“{surface}” {because}")
        return referent
    if name.cls in UNITS:
        return _thing(surface, name, gathering, parent)  # "the International Office of Samara University"
    short = _part_of_name(surface, name, gathering)
    if short is None and is_a(name.cls, "Organization") and (full or surface.isupper()):
        return _of_this_text(surface, name, candidates, gathering)
    kind = kind_of(gathering.lang, surface.split())
    if short is None and is_a(name.cls, "Event") and kind is not None and is_a(kind.cls, "Event"):
        same = (r for r in gathering.referents.values() if r.cls == kind.cls and normalise(surface) in r.forms)
        short = next(same, None) or gathering.described(
            kind.cls, kind.kind, surface.rsplit(maxsplit=1)[-1].lower(), name.start
        )  # "a Summer School"
        short.add(surface, gathering.lang)
    return short


def _of_this_text(surface: str, name: NameSpan, candidates: list[Entry], gathering: Gathering) -> Referent:
    """Give what a text calls by a name that several bear where nothing tells which: a thing of this text alone."""
    same = normalise(surface)
    found = next((r for r in gathering.referents.values() if r.cls == name.cls and same in r.forms), None)
    if found is None:
        found = gathering.described(name.cls, None, surface.rsplit(maxsplit=1)[-1].lower(), name.start)
        bearers = ", ".join(f"“{entry.names[0].text}”" for entry in candidates)
        found.reasons.append(f"“{surface}” is a name of several, {bearers} among them; the text does not say whose")
    found.add(surface, gathering.lang)
    return found


_NEAR = 40  # characters between an organization and its city


def _of_near_city(
    document: Document, name: NameSpan, surface: str, candidates: list[Entry], gathering: Gathering, registry: Registry
) -> list[Entry]:
    """Give the organizations of a name whose city stands beside it: "Shenyang's Northeastern University".

    Told so once, the name means it throughout.
    """
    said = normalise(surface)
    told = [c for c in candidates if (known := gathering.referents.get(c.id)) is not None and said in known.forms]
    cities = {c.city for c in candidates if c.city is not None}
    before, behind = document.text[max(0, name.start - _NEAR) : name.start], document.text[name.end : name.end + _NEAR]
    around = re.split(r"[.;\n]\s", before)[-1] + " | " + re.split(r"[.;\n](?:\s|$)", behind)[0]
    near = {
        city
        for city in cities
        if (entry := registry.get(city)) is not None
        and any(re.search(rf"(?<!\w){re.escape(form.text)}(?!\w)", around) for form in entry.names)
    }
    return told or [c for c in candidates if c.city in near and not c.part_of]


def _person(
    surface: str, name: NameSpan, gathering: Gathering, title: str, borne: Mapping[str, set[str]]
) -> Referent | None:
    best, best_score, why = None, 0.0, ""
    possible: set[str] = set()
    for other in gathering.referents.values():
        if other.cls != "Person":
            continue
        for known in other.names:
            match = compare_persons(surface, known.text)
            if match.possible:
                possible.add(other.id)
            if match.score > best_score:
                best, best_score, why = other, match.score, match.reason
    alone = len(surface.split()) == 1
    if best is None and alone and len(pinyin.syllables(surface)) > 1:
        # "Haijun" is Jiang Haijun, where nobody else has that given name
        called = [r for r in gathering.referents.values() if r.cls == "Person" and _is_given_name(surface, r)]
        if len(called) == 1:
            called[0].add(surface, gathering.lang, f"“{surface}” is the given name of “{called[0].names[0].text}”")
            return called[0]
    short = alone or "." in surface  # a surname, or initials: of the only one it can be
    if best is not None and (best_score >= SAME or (short and len(possible) == 1)):
        best.add(surface, gathering.lang, f"“{surface}” and “{best.names[0].text}”: {why}")
        return best
    if short and title and (bearer := _titled_so(title, sorted(possible), borne, gathering.lang)) is not None:
        # "President Li" is Li Ming, the president, where the text knows of Professor Li Na as well
        said = gathering.referents[bearer]
        said.add(surface, gathering.lang, f"“{surface}” and “{said.names[0].text}” have one title here")
        return said
    if alone and name.source == "model":
        return gathering.named("Person", surface, name.start) if name.score >= 0.5 else None
    return gathering.named("Person", surface, name.start)


def _is_given_name(surface: str, person: Referent) -> bool:
    """Tell whether a Chinese given name alone is somebody's, who is called by surname and given name elsewhere."""
    parts = [name.text.split() for name in person.names]
    return any(len(p) == 2 and p[1] == surface and pinyin.is_surname(p[0]) for p in parts)


def _titled_so(title: str, people: Sequence[str], borne: Mapping[str, set[str]], lang: Lang) -> str | None:
    """Give the only one of several people who bears a title: the very words, or any title of who heads a whole body."""
    same = [one for one in people if title in borne.get(one, ())]
    heads = words(lang, "heads_of_whole")
    if not same and title in heads:
        same = [one for one in people if not heads.isdisjoint(borne.get(one, ()))]
    return same[0] if len(same) == 1 else None


def _thing(surface: str, name: NameSpan, gathering: Gathering, parent: str | None) -> Referent | None:
    same = normalise(surface)
    for other in gathering.referents.values():
        if other.cls not in {"Person", "EventSeries"} and same in other.forms and other.parent in {None, parent}:
            other.parent = other.parent or parent
            return other
        if parent is None and other.parent is not None and same in other.forms:
            return other  # "the International Office" is the one told of
    if (found := _part_of_name(surface, name, gathering, parent)) is not None:
        return found
    for other in gathering.referents.values():
        if not _alike(name.cls, other.cls) or other.cls == "EventSeries":
            continue
        if parent is not None and other.parent not in {None, parent}:
            continue  # every university has an International Office
        for known in other.names:
            compare = compare_events if is_a(name.cls, "Event") else compare_organizations
            match = compare(surface, known.text)
            if match.score >= SAME:
                other.add(surface, gathering.lang, f"“{surface}” and “{known.text}”: {match.reason}")
                return other
    found = gathering.named(name.cls, surface, name.start, name.kind, parent)
    about = "|".join(sorted(words(gathering.lang, "about"))) or "$^"
    if is_a(name.cls, "Event"):
        printed = plain(surface)
        mark = " '" if printed.endswith("'") else '"'
        said, _, rest = printed.partition(mark)
        core = re.split(rf" (?:{about}) ", said)[0].strip() if said else surface
        if " " in core:
            found.add(surface[: len(core)], gathering.lang)  # "the Inauguration Ceremony" of something
        if said and rest.endswith(mark[-1]):
            found.add(surface[-len(rest) : -1], gathering.lang)  # what a forum is titled
    return found


def _alike(one: str, other: str) -> bool:
    for family in ("Organization", "Event", "Place"):
        if is_a(one, family):
            return is_a(other, family) or (family == "Event" and other == "EventSeries")
    return one == other


def _part_of_name(surface: str, name: NameSpan, gathering: Gathering, parent: str | None = None) -> Referent | None:
    """Resolve a short form to the one thing of the document whose name it shortens: by initials or by its words.

    Args:
        parent: the key of what it is said to be a part of, which is then no other's.
    """
    short = normalise(surface).split()
    found: dict[str, tuple[Referent, str]] = {}
    for other in gathering.referents.values():
        if other.cls in {"Person", "EventSeries"} or (not _alike(name.cls, other.cls) and name.source != "model"):
            continue
        if parent is not None and other.parent not in {None, parent}:
            continue
        for known in dict.fromkeys(other.met):
            longer = normalise(known).split()
            if ends_with_owner(surface, known, gathering.lang):
                continue
            owning = _has_owner(other.cls) or is_body(gathering.lang, known)
            if len(longer) <= len(short) or (owning and _is_owner(surface, known, gathering.lang)):
                continue
            if len(short) == 1 and surface.isupper() and len(surface) > 1 and spells(surface, known):
                found[other.id] = (other, f"“{surface}” are the initials of “{known}”")
            elif _shortens(short, longer, gathering.lang):
                found.setdefault(other.id, (other, f"“{surface}” shortens “{known}”"))
    if len(found) != 1:
        return None
    referent, reason = next(iter(found.values()))
    referent.add(surface, gathering.lang, reason)
    return referent


def _has_owner(cls: str) -> bool:
    return cls == "OrganizationalUnit" or is_a(cls, "Event")


def _is_owner(short: str, unit: str, lang: Lang) -> bool:
    """Tell whether a short form says whose a unit or meeting is: "OMDAU" before "OMDAU Faculty of Law".

    So does a name of its own kind: "Omsk College" before "Omsk College Orchestra", no "Omsk Office" before "… for Law".
    """
    if not unit.startswith(f"{short} "):
        return False
    letters = sum(c.isupper() for c in short) > 1 and short.isalpha()  # "OMDAU", "SibADI"
    return letters or names_owner(short, unit, lang)


def _shortens(short: list[str], longer: list[str], lang: str) -> bool:
    """Tell whether words stand together in a longer name: at an end of it, or two or more anywhere."""
    if len(short) == 1:
        telling = len(short[0]) >= 4 and short[0] not in words(lang, "common_in_names")
        return telling and short[0] in {longer[0], longer[-1]}
    if longer[: len(short)] == short and longer[-1] in words(lang, "other_heads"):
        return False  # "Confucius Institute" is not its Headquarters
    return any(longer[k : k + len(short)] == short for k in range(len(longer)))


def text_of(text: str, name: NameSpan) -> str:
    """Give a name as the text has it."""
    return text[name.start : name.end]
