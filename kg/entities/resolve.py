"""Names and descriptions of one document → its things, each with one identity and the reason for it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from kg.entities.descriptions import refer
from kg.entities.names import SAME, compare_events, compare_organizations, compare_persons, normalise, slug
from kg.entities.parts import name_units, names_within, organization_of
from kg.entities.referents import Gathering, Referent
from kg.languages.lexicon import words
from kg.languages.spans import NameSpan
from kg.records import BlockKind, Document, PostHeld, Recognised, Related
from kg.registry import Registry
from kg.schema import is_a

_UNITS = frozenset({"OrganizationalUnit", "JointStructure", "InnovationHub"})
_UNREAD = {BlockKind.METADATA, BlockKind.BOILERPLATE}


def resolve(document: Document, doc: Doc, registry: Registry) -> Recognised:
    """Give the things that a document names or describes.

    Args:
        doc: the document's text, analysed by its language's pipeline.
    """
    gathering = Gathering(document.lang)
    unread = [(block.start, block.end) for block in document.blocks if block.kind in _UNREAD]
    names = [name for name in doc._.names if not any(start <= name.start < end for start, end in unread)]
    parents = _parents(document, doc)
    referents = _names(document, names, gathering, registry, parents)
    text = document.text
    for alias in doc._.aliases:
        referent = referents.get(alias.name.start)
        if referent is not None:
            short = text[alias.start : alias.end]
            referent.add(short, document.lang, f"“{short}” stands in brackets behind “{_text(text, alias.name)}”")
            other = referents.get(alias.start)
            if other is not None and other is not referent:
                _unite(referent, other, referents, gathering)
    related = []
    for relation in doc._.relations:
        subject, target = referents.get(relation.subject.start), referents.get(relation.object.start)
        if subject is None or target is None or subject is target:
            continue
        subject.add(text[relation.start : relation.end].strip(" ,"), document.lang)
        inner = [
            i for i in doc._.inner if i.end == relation.subject.end and i.start > relation.subject.start and i.entry
        ]
        if (
            relation.property == "locatedIn"
            and inner
            and is_a(inner[0].cls, "Place")
            and (between := registry.get(inner[0].entry))
        ):
            # "the Authority of Xi'an City, in Shaanxi": the city lies in the province
            city = gathering.known(between, inner[0].start)
            city.add(text[inner[0].start : inner[0].end], document.lang)
            gathering.mention(inner[0].start, inner[0].end, city, "registry", "a known name within the name", 0.95)
            related.append(Related(subject.id, "locatedIn", city.id, relation.rule, relation.start, relation.end))
            related.append(Related(city.id, "locatedIn", target.id, relation.rule, relation.start, relation.end))
            continue
        related.append(Related(subject.id, relation.property, target.id, relation.rule, relation.start, relation.end))
    related += names_within(document, doc, names, referents, gathering, registry)
    _institutes(related, gathering)
    name_units(related, gathering)
    for name in names:
        referent = referents.get(name.start)
        if referent is not None:
            gathering.mention(name.start, name.end, referent, name.source, _why(name, text), name.score)
    _same_as_headline(document, gathering, referents)
    publisher = refer(document, doc, gathering, registry, unread)
    posts = tuple(
        PostHeld(
            referents[post.holder.start].id,
            organization_of(post, text, referents, gathering, registry, publisher),
            text[post.title[0] : post.title[1]] if post.title else None,
            post.start,
            post.end,
        )
        for post in doc._.posts
        if post.holder.start in referents
    )
    gathering.mentions.sort(key=lambda mention: (mention.start, mention.end, mention.entity))
    entities = tuple(referent.entity() for referent in sorted(gathering.referents.values(), key=lambda r: r.id))
    related = [
        r
        for r in related
        if r.subject != r.object and r.subject in gathering.referents and r.object in gathering.referents
    ]
    return Recognised(entities, tuple(gathering.mentions), posts, tuple(dict.fromkeys(related)), publisher)


def _text(text: str, name: NameSpan) -> str:
    return text[name.start : name.end]


def _why(name: NameSpan, text: str) -> str:
    if name.entry:
        return f"“{_text(text, name)}” is a known name"
    if name.candidates:
        return f"“{_text(text, name)}” is a name of several; which one, the reasons of the thing say"
    found = {"pattern": "is built like such a name", "model": "was recognised by the language model"}
    return f"“{_text(text, name)}” {found.get(name.source, 'names it')}"


def _parents(document: Document, doc: Doc) -> dict[int, str]:
    """Give whose unit a name says it is, by the name's offset: the key of the organization, or its name made a key."""
    found: dict[int, str] = {}
    pairs = [(r.subject, r.object) for r in doc._.relations if r.property == "unitOf"]
    for name in doc._.names:
        if name.cls in _UNITS and name.entry is None:
            pairs += [(name, inner) for inner in doc._.inner if inner.start == name.start and inner.end < name.end]
    for unit, whole in pairs:
        if unit.cls not in _UNITS or not is_a(whole.cls, "Organization"):
            continue
        known = whole.entry or (document.publisher if document.publisher in whole.candidates else None)
        key = known.split("/", 1)[1] if known else slug(_text(document.text, whole))
        found.setdefault(unit.start, key)
    return found


def _names(
    document: Document,
    names: list[NameSpan],
    gathering: Gathering,
    registry: Registry,
    parents: dict[int, str],
) -> dict[int, Referent]:
    """Give the referent of each name, by its offset: known names first, then long ones, then short ones."""
    text = document.text
    found: dict[int, Referent] = {}
    for name in names:
        entry = registry.get(name.entry) if name.entry else None
        if entry is not None:
            surface = " ".join(_text(text, name).split())
            series = entry.id.startswith("event-series/")
            known = gathering.edition(entry, surface, name.start) if series else gathering.known(entry, name.start)
            known.add(surface, document.lang)
            found[name.start] = known
    rest = [name for name in names if name.start not in found]
    for name in sorted(rest, key=lambda n: (len(_text(text, n).split()) == 1, bool(n.candidates), n.start)):
        surface = " ".join(_text(text, name).split())
        referent: Referent | None
        if name.candidates:
            referent = _own(document, name, surface, gathering, registry, parents.get(name.start))
        elif name.cls == "Person":
            # "the Sechenov delegation" is the university's
            behind = text[name.end :].split(maxsplit=1)[:1]
            sent = bool(behind) and behind[0].strip(".,").lower() in words(document.lang, "known_groups")
            whole = _part_of_name(surface, replace(name, cls="Organization"), gathering) if sent else None
            referent = whole or _person(surface, name, gathering)
        else:
            referent = _thing(surface, name, gathering, parents.get(name.start))
        if referent is not None:
            found[name.start] = referent
            referent.first = min(referent.first, name.start)
            if name.cls == "Person" and " " not in surface and (address := _ADDRESS.search(text, 0, name.start)):
                referent.add(f"{address[0].strip()} {surface}", document.lang)  # "Prof. Bessmertny"
    return found


_ADDRESS = re.compile(r"\b(?:[A-Z][a-z]{0,3}\.|Professor|Madam|Academician) $")


def _own(
    document: Document,
    name: NameSpan,
    surface: str,
    gathering: Gathering,
    registry: Registry,
    parent: str | None,
) -> Referent | None:
    """Resolve a name that several could bear: in its bearer's own news, or where only one of them is named."""
    candidates = [entry for c in name.candidates if (entry := registry.get(c)) is not None]
    publisher = registry.get(document.publisher) if document.publisher is not None else None
    own = [entry for entry in candidates if publisher is not None and publisher.id in {entry.id, entry.part_of}]
    if parent is not None:  # an office said to be another's is not the publisher's
        own = [entry for entry in own if (entry.part_of or "").split("/")[-1] == parent]
    # "Polytechnic University" alone is SPbPU in SPbPU's own news only, however often another text names SPbPU
    named = [entry for entry in candidates if entry.id in gathering.referents and entry.cls != "University"]
    bodies = [entry for entry in candidates if entry.cls == "GovernmentBody"]
    at_home = [entry for entry in bodies if publisher is not None and entry.country == publisher.country]
    found = own or named or at_home  # "the Ministry of Education" in a Chinese university's news is China's
    entry = found[0] if len(found) == 1 else None
    if entry is not None:
        referent = gathering.known(entry, name.start)
        because = (
            "means it in its own news" if own
            else "is a name of several, of which the text names this one" if named
            else "is a name of several, of which this one is in the publisher's country"
        )  # fmt: skip
        referent.add(surface, gathering.lang, f"“{surface}” {because}")
        return referent
    if parent is not None and name.cls in _UNITS:
        return _thing(surface, name, gathering, parent)  # "the International Office of Samara University"
    # a short form that several bear and nothing tells whose: no thing of its own, which would join unrelated texts
    return _part_of_name(surface, name, gathering)


def _person(surface: str, name: NameSpan, gathering: Gathering) -> Referent | None:
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
    short = alone or "." in surface  # a surname, or initials: of the only one it can be
    if best is not None and (best_score >= SAME or (short and len(possible) == 1)):
        best.add(surface, gathering.lang, f"“{surface}” and “{best.names[0].text}”: {why}")
        return best
    if alone and name.source == "model":
        return gathering.named("Person", surface, name.start) if name.score >= 0.5 else None
    return gathering.named("Person", surface, name.start)


def _thing(surface: str, name: NameSpan, gathering: Gathering, parent: str | None) -> Referent | None:
    same = normalise(surface)
    for other in gathering.referents.values():
        if other.cls not in {"Person", "EventSeries"} and same in other.forms and other.parent in {None, parent}:
            other.parent = other.parent or parent
            return other
        if parent is None and other.parent is not None and same in other.forms:
            return other  # "the International Office" is the one told of
    if (found := _part_of_name(surface, name, gathering)) is not None:
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
    core = re.split(rf" (?:{about}) ", surface)[0]
    if is_a(name.cls, "Event") and " " in core:
        found.add(core, gathering.lang)  # "the Inauguration Ceremony" of something
    return found


def _alike(one: str, other: str) -> bool:
    for family in ("Organization", "Event", "Place"):
        if is_a(one, family):
            return is_a(other, family) or (family == "Event" and other == "EventSeries")
    return one == other


def _part_of_name(surface: str, name: NameSpan, gathering: Gathering) -> Referent | None:
    """Resolve a short form to the one thing of the document whose name it shortens: by initials or by its words."""
    short = normalise(surface).split()
    found: dict[str, tuple[Referent, str]] = {}
    for other in gathering.referents.values():
        if other.cls in {"Person", "EventSeries"} or (not _alike(name.cls, other.cls) and name.source != "model"):
            continue
        for known in dict.fromkeys(other.met):
            longer = normalise(known).split()
            if len(longer) <= len(short):
                continue
            if len(short) == 1 and surface.isupper() and len(surface) > 1 and _initials(known) == surface:
                found[other.id] = (other, f"“{surface}” are the initials of “{known}”")
            elif _shortens(short, longer, gathering.lang):
                found.setdefault(other.id, (other, f"“{surface}” shortens “{known}”"))
    if len(found) != 1:
        return None
    referent, reason = next(iter(found.values()))
    referent.add(surface, gathering.lang, reason)
    return referent


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _shortens(short: list[str], longer: list[str], lang: str) -> bool:
    """Tell whether words stand together in a longer name: at an end of it, or two or more anywhere."""
    if len(short) == 1:
        telling = len(short[0]) >= 4 and short[0] not in words(lang, "common_in_names")
        return telling and short[0] in {longer[0], longer[-1]}
    if longer[: len(short)] == short and longer[-1] in words(lang, "other_heads"):
        return False  # "Confucius Institute" is not its Headquarters
    return any(longer[k : k + len(short)] == short for k in range(len(longer)))


def _institutes(related: list[Related], gathering: Gathering) -> None:
    """Let an academy's institute be a research organization, not an office: "the Institute of Physics of the CAS"."""
    for relation in related:
        part, whole = gathering.referents.get(relation.subject), gathering.referents.get(relation.object)
        academy = whole is not None and whole.cls == "ResearchOrganization"
        if relation.property != "unitOf" or not academy or part is None or part.cls != "OrganizationalUnit":
            continue
        if any(word in words(gathering.lang, "institutes") for form in part.forms for word in form.split()):
            part.cls = "ResearchOrganization"


def _same_as_headline(document: Document, gathering: Gathering, referents: dict[int, Referent]) -> None:
    """Unite an event that only a title or heading names with the one of its kind that the text below names in full."""
    heads = [b for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
    spans = [(b.start, b.end, next((h.start for h in heads if h.start > b.start), len(document.text))) for b in heads]
    places: dict[str, list[int]] = {}
    for mention in gathering.mentions:
        places.setdefault(mention.entity, []).append(mention.start)
    events = [r for r in gathering.referents.values() if is_a(r.cls, "Event") and r.series is None and r.id in places]
    for start, end, next_head in spans:
        below = len(document.text) if start == 0 else next_head
        short = [r for r in events if all(start <= at < end for at in places[r.id]) and r.edition is None]
        full = [r for r in events if any(end <= at < below for at in places[r.id])]
        for one in short:
            alike = [r for r in full if r.kind == one.kind and r is not one]
            if len(alike) == 1 and not any(ch.isdigit() for ch in one.names[0].text) and one.id in gathering.referents:
                reason = f"“{one.names[0].text}” in the headline is the {one.kind} that the text below tells of"
                _unite(alike[0], one, referents, gathering)
                alike[0].reasons.append(reason)
                gathering.mentions[:] = [
                    replace(m, entity=alike[0].id) if m.entity == one.id else m for m in gathering.mentions
                ]


def _unite(kept: Referent, gone: Referent, referents: dict[int, Referent], gathering: Gathering) -> None:
    if gone.id in gathering.referents and kept.id in gathering.referents and gone is not kept:
        if gone.same_as and kept.same_as:
            return  # two known things stay two
        if gone.same_as or (not kept.reasons and gone.id.split("/")[1].count("-") < 0):
            kept, gone = gone, kept
        for name in gone.names:
            kept.add(name.text, name.lang)
        kept.reasons += [reason for reason in gone.reasons if reason not in kept.reasons]
        for start, referent in referents.items():
            if referent is gone:
                referents[start] = kept
        del gathering.referents[gone.id]
