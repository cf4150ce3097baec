"""What names say of organizations by containing them: places, parents, founders."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from kg.entities.names import normalise
from kg.entities.owned import ends_with_owner, names_owner
from kg.entities.referents import Gathering, Referent
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import has, read, words
from kg.languages.posts import is_body
from kg.languages.spans import NameSpan
from kg.records import Document, Entry, Lang, Related
from kg.registry import Registry
from kg.schema import is_a


def names_within(
    document: Document,
    doc: Doc,
    names: list[NameSpan],
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
) -> list[Related]:
    """Read what a name says by containing others: "SPbPU Representative Office in Shanghai"."""
    found = []
    for name in names:
        whole = referents.get(name.start)
        if whole is None or not is_a(whole.cls, "Organization"):
            continue
        places: list[tuple[Referent, str]] = []
        for inner in doc._.inner:
            if not (name.start <= inner.start and inner.end <= name.end) or (inner.start, inner.end) == (
                name.start,
                name.end,
            ):
                continue
            sole = whole.cls == "JointStructure" and _is_sole_owner(doc, name, inner, document.text)
            if (
                whole.cls == "JointStructure"
                and not sole
                and inner.cls != "OrganizationalUnit"
                and not is_a(inner.cls, "Place")
            ):
                entry = registry.get(inner.entry) if inner.entry else None
                if entry is not None:
                    gathering.known(entry, inner.start).add(document.text[inner.start : inner.end], document.lang)
                continue
            entry = registry.get(inner.entry) if inner.entry else None
            if entry is None and document.publisher in inner.candidates:
                entry = registry.get(document.publisher or "")
            if entry is None or entry.id == whole.id:
                continue
            part = gathering.known(entry, inner.start)
            around = _container(doc, name, inner)
            if around is not None and not is_a(entry.cls, "Place"):
                outer = registry.get(around.entry or "")
                letters = _is_called_so(document.text[around.start : around.end], entry)
                if outer is not None and outer.part_of == entry.id and not letters:
                    parent = gathering.known(outer, around.start)
                    found.append(Related(parent.id, "unitOf", part.id, "name-within-name", name.start, name.end))
                    gathering.mention(inner.start, inner.end, part, "registry", "a known name within the name", 0.95)
                continue
            if is_a(entry.cls, "Place"):
                before = document.text[name.start : inner.start].rstrip().rsplit(" ", 1)[-1].lower()
                places.append((part, before))
            elif inner.start == name.start and entry.cls == "OrganizationalUnit":
                continue  # "SPbPU International Office" begins the name "… for Global Innovation Cooperation"
            elif _is_called_so(document.text[name.start : name.end], entry) or _is_topic(
                whole, entry, document.text[inner.end : name.end], document.lang
            ):
                continue
            elif is_a(entry.cls, "Organization") and (
                sole
                or whole.cls == "OrganizationalUnit"
                or (
                    _names_its_owner(whole, document.lang)
                    and _has_bodies(entry, document.text[inner.start : inner.end], document.lang)
                )
                or entry.id in _wholes(whole.id, registry)
                or (inner.end == name.end and _is_of_academy(whole, entry, document.lang, registry))
            ):
                found.append(Related(whole.id, "unitOf", part.id, "name-within-name", name.start, name.end))
            else:
                continue
            part.add(document.text[inner.start : inner.end], document.lang)
            gathering.mention(inner.start, inner.end, part, "registry", "a known name within the name", 0.95)
        found += _told_short(document, name, whole, gathering, found)
        found += _founded(document, doc, name, whole, gathering)
        foreign = _is_foreign(whole, name, doc, document, registry)
        found += _lies_where(whole, name, places, document.lang, foreign=foreign)
    return [
        r
        for r in found
        if registry.get(r.subject) is None or not _is_called_so(document.text[r.start : r.end], registry.get(r.object))
    ]


def _lies_where(
    whole: Referent, name: NameSpan, places: list[tuple[Referent, str]], lang: Lang, *, foreign: bool
) -> list[Related]:
    """Read where things are by the places in their names, each with the word before it.

    Args:
        whole: what the name is of.
        name: the name.
        places: the places that it names.
        lang: the language of the document.
        foreign: whether a country that it is "of" is where it lies.
    """
    found = []
    for k, (place, before) in enumerate(places):
        wanted = words(lang, "of") if foreign and place.cls == "Country" else words(lang, "in_place")
        if not k and _is_office_of(whole, place, lang):  # no "Beijing Bureau of Investment of Omsk"
            wanted |= words(lang, "of")
        if before not in wanted or (place.cls == "Country" and not foreign):
            continue
        nearest = place
        if place.cls != "Country" and k and lies_in(places[k - 1][0].cls, place.cls):
            # "Authority of Xi'an City in Shaanxi Province": it lies in the city, the city in the province
            nearest = places[k - 1][0]
            found.append(Related(nearest.id, "locatedIn", place.id, "name-within-name", name.start, name.end))
        found.append(Related(whole.id, "locatedIn", nearest.id, "name-within-name", name.start, name.end))
    return found


def _is_office_of(whole: Referent, place: Referent, lang: Lang) -> bool:
    """Tell whether a body lies in the city that it is of: "Education Department of Omsk", no "City Duma of Omsk"."""
    if whole.cls != "GovernmentBody" or place.cls != "City":
        return False
    if not whole.names[0].text.endswith(tuple(f" {name.text}" for name in place.names)):
        return False  # "of Harbin and Omsk", "of Omsk Region"
    called = whole.names[0].text.lower().replace("'", " ").split()
    head = next((k for k, word in enumerate(called) if word in words(lang, "of")), len(called))
    return words(lang, "rulers").isdisjoint(called[:head])


def _is_called_so(printed: str, whole: Entry | None) -> bool:
    """Tell whether a name is but letters that end with those of a whole which is nobody's part: "FEB RAS"."""
    return printed.isupper() and whole is not None and whole.part_of is None and not is_a(whole.cls, "Place")


def _is_topic(whole: Referent, part: Entry | Referent, behind: str, lang: Lang) -> bool:
    """Tell whether an association in a unit's name is what the unit studies: "the SCO Research Centre", "BRICS Centre".

    So it is where the unit is said to be another's, or the next word says that it is studied; and where the name's
    noun stands behind and is of what unions lend their name to, not of what they have: "SCO Law Institute".
    """
    if part.cls != "Association" or whole.cls not in {"OrganizationalUnit", "JointStructure", "ResearchOrganization"}:
        return False
    said = re.split(r"[ (]+", behind.lower().strip())
    studied = said[:1]
    head = next((k for k, word in enumerate(said) if word in words(lang, "behind_titles")), len(said))
    letters = {name.text for name in part.names if name.text.isupper()}.intersection(whole.names[0].text.split())
    if letters and head and said[head - 1] in words(lang, "named_for_unions"):
        return True
    others = whole.parent is not None and whole.parent != part.id.split("/", 1)[1]
    return others or bool(studied and studied[0] in words(lang, "studying"))


def _is_foreign(whole: Referent, name: NameSpan, doc: Doc, document: Document, registry: Registry) -> bool:
    """Tell whether a university that the registry does not know ends with its country: "Law University of Ukraine"."""
    if whole.cls != "University" or registry.get(whole.id) is not None:
        return False
    if not any(inner.end == name.end and is_a(inner.cls, "Country") for inner in doc._.inner):
        return False
    called = document.text[name.start : name.end].lower().split()
    if len(called) <= _BARE and called[-2] in words(document.lang, "of"):
        return False  # "the National University of Mongolia", which is called so
    return not any(word != singular(word) and kind_of(document.lang, [word]) is not None for word in called)


_BARE = 4  # words of a university's name that says nothing but its country
_WITH_BODIES = frozenset({"University", "ResearchOrganization", "Association"})


def _has_bodies(entry: Entry, said: str, lang: Lang) -> bool:
    """Tell whether a thing can have councils and committees; a party is at home elsewhere: "CPC Tsinghua Committee"."""
    parties = read(lang, "posts").get("parties", ()) if has(lang, "posts") else ()
    return entry.cls in _WITH_BODIES and said.lower() not in parties


def _names_its_owner(whole: Referent, lang: Lang) -> bool:
    """Tell whether a thing is called a council or committee, which is of whoever its name names."""
    return whole.cls in {"Association", "GovernmentBody"} and is_body(lang, whole.names[0].text)


def _is_of_academy(whole: Referent, entry: Entry, lang: Lang, registry: Registry) -> bool:
    """Tell whether an unknown institute bears its academy's name behind its own: "ICMB SB RAS"."""
    academy = words(lang, "academies") & set(normalise(entry.names[0].text).split())
    return bool(academy) and whole.cls == "ResearchOrganization" and registry.get(whole.id) is None


def _is_sole_owner(doc: Doc, name: NameSpan, inner: NameSpan, text: str) -> bool:
    """Tell whether a name begins with the only organization that it names: "Omsk University Confucius Institute"."""
    others = [
        other
        for other in doc._.inner
        if name.start <= other.start
        and other.end <= name.end
        and other.start >= inner.end
        and is_a(other.cls, "Organization")
    ]
    begins = inner.start == name.start and text[inner.end : inner.end + 1] == " "
    return begins and not others and is_a(inner.cls, "Organization") and inner.cls != "JointStructure"


def _founded(document: Document, doc: Doc, name: NameSpan, whole: Referent, gathering: Gathering) -> list[Related]:
    """Read who made a joint structure by the names that its own bears, unless it only says more of another thing."""
    if whole.cls == "JointStructure" and name.entry and _says_more(document.text, name):
        return []
    partners = [
        r for inner in doc._.inner if name.start <= inner.start and inner.end <= name.end and inner.entry
        and is_a(inner.cls, "Organization") and (r := gathering.referents.get(inner.entry)) is not None
        and r is not whole
    ]  # fmt: skip
    partners += _hyphenated(document.text[name.start : name.end], gathering)
    partners = [r for r in partners if r.cls != "JointStructure"]
    if whole.cls == "JointStructure" and len({r.id for r in partners}) >= 2:
        # "the HDU-ITMO Joint Laboratory": those whose names it bears made it
        return [
            Related(r.id, "established", whole.id, "named-after-founders", name.start, name.end)
            for r in {r.id: r for r in partners}.values()
        ]
    return []


def _says_more(text: str, name: NameSpan) -> bool:
    """Tell whether a joined name stands before a noun in capitals: "the | HDU-ITMO | Dual Degree Program"."""
    said = text[name.start : name.end]
    return (
        " " not in said
        and "-" in said.replace("–", "-")
        and re.match(r" [A-Z][a-z]", text[name.end : name.end + 3]) is not None
    )


def _told_short(
    document: Document, name: NameSpan, whole: Referent, gathering: Gathering, found: list[Related]
) -> list[Related]:
    """Read whose a unit is by the short form in its name that the text told of: "QNLM Academic Committee"."""
    if name.cls not in {"OrganizationalUnit", "ResearchOrganization", "JointStructure"}:
        return []
    if any(r.subject == whole.id and r.property == "unitOf" for r in found):
        return []
    first, _, behind = document.text[name.start : name.end].partition(" ")
    said = {word for word in (first, *behind.split()[:1]) if word.isupper() and len(word) > 2}
    surface = " ".join(document.text[name.start : name.end].split())
    wholes = [
        other
        for other in gathering.referents.values()
        if is_a(other.cls, "Organization") and other is not whole
        and any(_is_owner_in(form.text, surface, said, name.cls, document.lang) for form in other.names)
        and not _is_topic(whole, other, behind, document.lang)
    ]  # fmt: skip
    if len(wholes) != 1 or said & {form.text for form in whole.names}:
        return []
    return [Related(whole.id, "unitOf", wholes[0].id, "name-within-name", name.start, name.end)]


def _is_owner_in(form: str, surface: str, said: set[str], cls: str, lang: Lang) -> bool:
    """Tell whether a name bears a form of its owner's; what several made bears theirs before it as well."""
    ahead = cls != "JointStructure" and (form in said or names_owner(form, surface, lang))
    return ahead or ends_with_owner(form, surface, lang)


def _container(doc: Doc, name: NameSpan, inner: NameSpan) -> NameSpan | None:
    """Give the shortest known name of an organization within a name that holds another within it, if there is one."""
    holding = [
        other
        for other in doc._.inner
        if name.start <= other.start <= inner.start and inner.end <= other.end <= name.end
        and (other.start, other.end) != (inner.start, inner.end) and is_a(other.cls, "Organization")
    ]  # fmt: skip
    return min(holding, key=lambda other: other.end - other.start, default=None)


def _wholes(entry: str, registry: Registry) -> list[str]:
    """Give what a known organization is part of, as far up as the registry says."""
    found: list[str] = []
    known = registry.get(entry)
    while known is not None and known.part_of is not None and known.part_of not in found:
        found.append(known.part_of)
        known = registry.get(known.part_of)
    return found


def _hyphenated(name: str, gathering: Gathering) -> list[Referent]:
    """Give the organizations of the text whose short names a joint structure's first word joins: "HDU-ITMO"."""
    parts = name.split(maxsplit=1)[0].split("-")
    if len(parts) < 2:
        return []
    wanted = {normalise(part) for part in parts if part.isupper()}
    return [r for r in gathering.referents.values() if is_a(r.cls, "Organization") and wanted & set(r.forms)]


_RANKS = {"District": 0, "City": 1, "Region": 2, "Country": 3}


def lies_in(place: str, whole: str) -> bool:
    """Tell whether a place of one class can lie in one of another: a city in a region, a region in a country."""
    return _RANKS.get(place, 9) < _RANKS.get(whole, 9)


def name_units(related: list[Related], gathering: Gathering) -> None:
    """Give each unit an id that says whose it is: every university has an International Office."""
    parents = {r.subject: r.object for r in related if r.property == "unitOf"}
    for referent in list(gathering.referents.values()):
        parent = parents.get(referent.id)
        if parent is None or referent.cls != "OrganizationalUnit" or referent.same_as:
            continue
        key = parent.split("/", 1)[1]
        old = referent.id
        if f"-{key}" in old or old.split("/", 1)[1].startswith(key) or key.startswith("~"):
            continue  # its name says whose it is, or nobody knows which one that is
        new = f"{old}-of-{key}"
        if new in gathering.referents:
            continue
        referent.id = new
        gathering.referents = {r.id: r for r in gathering.referents.values()}
        related[:] = [
            replace(r, subject=new if r.subject == old else r.subject, object=new if r.object == old else r.object)
            for r in related
        ]
