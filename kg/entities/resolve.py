"""Names and descriptions of one document → its things, each with one identity and the reason for it."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.entities.descriptions import refer
from kg.entities.headlines import unite_in_brackets, unite_with_headlines
from kg.entities.names import normalise
from kg.entities.naming import parents_of, text_of, things_named
from kg.entities.otherwise_named import unite_otherwise_named
from kg.entities.parts import lies_in, name_units, names_within
from kg.entities.posts import organization_of, title_of
from kg.entities.publisher import unite_with_address, unite_with_publisher
from kg.entities.referents import Gathering, Referent, unite
from kg.entities.signers import name_signers
from kg.entities.untold import take_over, take_over_untold
from kg.languages.lexicon import words
from kg.languages.spans import NameSpan
from kg.records import BlockKind, Document, Lang, PostHeld, Recognised, Related
from kg.registry import Registry
from kg.schema import is_a

_UNREAD = {BlockKind.METADATA, BlockKind.BOILERPLATE}


def resolve(document: Document, doc: Doc, registry: Registry) -> Recognised:
    """Give the things that a document names or describes.

    Args:
        doc: the document's text, analysed by its language's pipeline.
    """
    gathering = Gathering(document.lang)
    unread = [(block.start, block.end) for block in document.blocks if block.kind in _UNREAD]
    names = [name for name in doc._.names if not any(start <= name.start < end for start, end in unread)]
    parents = parents_of(document, doc, registry)
    text = document.text
    titles = {
        post.holder.start: " ".join(text[slice(*post.title)].lower().split()) for post in doc._.posts if post.title
    }
    referents = things_named(document, names, gathering, registry, parents, titles)
    _unite_names(document, doc, names, referents, gathering, registry)
    known = registry.get(document.publisher or "")
    if known is None:
        unite_with_address(document, referents, gathering)
    elif is_a(known.cls, "Organization"):
        unite_with_publisher(known, referents, gathering, registry)
    related = []
    for relation in doc._.relations:
        subject, target = referents.get(relation.subject.start), referents.get(relation.object.start)
        if subject is None or target is None or subject is target:
            continue
        seat = _whole_of(relation.subject, doc, referents) if _sits_with_whole(subject, document.lang) else None
        if relation.property == "locatedIn" and any(
            _lies_elsewhere(one.id, target.id, registry) for one in (subject, seat) if one is not None
        ):
            continue  # "the office of X in Harbin" is in Harbin, X is not
        if is_a(relation.subject.cls, "Place") and not is_a(subject.cls, "Place"):
            continue  # "hosted by Fudan in Shanghai": a short name, which the model took for a place
        if relation.start == relation.subject.start:
            subject.add(text[relation.start : relation.end].strip(" ,"), document.lang)
        inner = [
            i for i in doc._.inner if i.end == relation.subject.end and i.start > relation.subject.start and i.entry
        ]
        if (
            relation.property == "locatedIn"
            and inner
            and is_a(inner[0].cls, "Place")
            and (between := registry.get(inner[0].entry))
            and lies_in(inner[0].cls, target.cls)
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
    _institutes(related, gathering, registry)
    _unite_with_initials(related, referents, gathering)
    name_units(related, gathering)
    for name in names:
        referent = referents.get(name.start)
        if referent is not None:
            gathering.mention(name.start, name.end, referent, name.source, _why(name, text), name.score)
    unite_in_brackets(document, gathering, referents)
    unite_with_headlines(document, gathering, referents)
    name_signers(doc, referents, gathering, registry)
    publisher = refer(document, doc, gathering, registry, unread)
    posts = tuple(
        PostHeld(
            referents[post.holder.start].id,
            organization_of(post, text, referents, gathering, registry, publisher or document.publisher),
            title_of(post, text, document.lang),
            post.start,
            post.end,
            post.past,
            post.shared,
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


def _unite_names(
    document: Document,
    doc: Doc,
    names: list[NameSpan],
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
) -> None:
    """Let all names of an organization mean it: short forms, known letters that mean another here, the same words."""
    _unite_with_short_forms(doc, names, referents, gathering, registry, document.text)
    take_over_untold(document, doc, names, referents, gathering, registry)
    unite_otherwise_named(doc, names, referents, gathering, registry)


_SAME_WORD = 4  # first letters by which two words of names are taken for one


def _is_taken_over(short: str, name: NameSpan, text: str, other: Referent, registry: Registry) -> bool:
    """Tell whether a short form that is known for another is here that of the name before it, by its initials.

    "Hubei Institute of Technology (HIT)" is not Harbin's: no word of its own is one of that one's names'.
    """
    long = text_of(text, name)
    initials = "".join(word[0] for word in long.replace("-", " ").split() if word[0].isupper())
    entry = registry.get(other.id)
    if entry is None or initials != short:
        return False
    if name.entry is not None:
        return name.entry != entry.id
    called = {word[:_SAME_WORD] for form in other.forms for word in form.split() if " " in form}
    own = normalise(long).split()[0]
    return own[:_SAME_WORD] not in called


def _unite_with_short_forms(
    doc: Doc,
    names: list[NameSpan],
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
    text: str,
) -> None:
    """Let what a bracket behind a name introduces mean its bearer: "Omsk State Agrarian University (OmSAU)"."""
    for alias in doc._.aliases:
        referent, other = referents.get(alias.name.start), referents.get(alias.start)
        if referent is None:
            continue
        short = text[alias.start : alias.end]
        apart = other is not None and other is not referent
        taken = apart and other is not None and _is_taken_over(short, alias.name, text, other, registry)
        if apart and not taken and other is not None and registry.get(other.id) and registry.get(referent.id):
            continue  # "Institute of X, Ministry of Y (IX)": two known ones stay two
        if apart and other is not None and is_a(referent.cls, "Event") and is_a(other.cls, "Organization"):
            continue  # "General Meeting of the Polar Academy (PA)" is no academy
        referent.add(short, gathering.lang, f"“{short}” stands in brackets behind “{text_of(text, alias.name)}”")
        if taken and other is not None:
            take_over(short, referent, other, names, referents, gathering, text)
        elif apart and other is not None:
            known = registry.get(other.id) is not None and registry.get(referent.id) is None
            unite(*((other, referent) if known else (referent, other)), referents, gathering)


def _unite_with_initials(related: list[Related], referents: dict[int, Referent], gathering: Gathering) -> None:
    """Take an institute's initials before its academy's for the institute: "IOF CAS" for "Institute of Frost" there.

    Of two institutes of one academy with the same initials it may be either.
    """
    wholes: dict[str, set[str]] = {}
    for relation in related:
        if relation.property == "unitOf":
            wholes.setdefault(relation.subject, set()).add(relation.object)
    for short in [r for r in referents.values() if r.cls == "ResearchOrganization" and r.id in wholes]:
        letters, _, academy = short.names[0].text.partition(" ")
        if not (letters.isupper() and academy and len(letters) > 1):
            continue
        longer = {
            other.id: other
            for other in referents.values()
            if other.cls == short.cls and other is not short and wholes.get(other.id, set()) & wholes[short.id]
            if any(" " in name.text and _own_initials(name.text, letters, gathering.lang) for name in other.names)
        }
        if len(longer) == 1:
            (institute,) = longer.values()
            gone = short.id
            unite(institute, short, referents, gathering)
            institute.reasons.append(f"“{letters}” are the initials of “{institute.names[0].text}”")
            if gone not in gathering.referents:
                related[:] = [replace(r, subject=institute.id if r.subject == gone else r.subject) for r in related]


def _own_initials(name: str, letters: str, lang: Lang) -> bool:
    """Tell whether letters are the initials of a name, or of it without whom it is named after."""
    own = name
    for cut in (",", *(f" {said} " for said in words(lang, "behind_own_names"))):
        own = own.partition(cut)[0]
    initials = "".join(word[0] for word in own.replace("-", " ").split() if word[0].isupper())
    return initials == letters or (len(letters) > 2 and initials.endswith(letters))


def _why(name: NameSpan, text: str) -> str:
    if name.entry:
        return f"“{text_of(text, name)}” is a known name"
    if name.candidates:
        return f"“{text_of(text, name)}” is a name of several; which one, the reasons of the thing say"
    found = {"pattern": "is built like such a name", "model": "was recognised by the language model"}
    return f"“{text_of(text, name)}” {found.get(name.source, 'names it')}"


def _sits_with_whole(unit: Referent, lang: Lang) -> bool:
    """Tell whether a unit is where its whole is, as a faculty is and an office need not be."""
    return unit.cls == "OrganizationalUnit" and any(
        word in words(lang, "seated_units") for form in unit.forms for word in form.split()
    )


def _whole_of(unit: NameSpan, doc: Doc, referents: dict[int, Referent]) -> Referent | None:
    """Give what the words around a unit's name say that it is a part of."""
    wholes = [r.object.start for r in doc._.relations if r.property == "unitOf" and r.subject.start == unit.start]
    return referents.get(wholes[-1]) if wholes else None


def _lies_elsewhere(subject: str, place: str, registry: Registry) -> bool:
    """Tell whether the registry knows an organization in another city than one that is said to be its."""
    entry, city = registry.get(subject), registry.get(place)
    known = entry is not None and entry.city is not None and city is not None and city.cls == "City"
    return known and entry is not None and entry.city != place


def _institutes(related: list[Related], gathering: Gathering, registry: Registry) -> None:
    """Let an academy's institute be a research organization, not an office: "the Institute of Physics of the CAS".

    A bureau of what is no government is an office, and so is a mission's.
    """
    for relation in related:
        part, whole = gathering.referents.get(relation.subject), gathering.referents.get(relation.object)
        academies = words(gathering.lang, "academies")
        academy = (
            whole is not None
            and whole.cls == "ResearchOrganization"
            and not academies.isdisjoint(whole.forms[0].split())
            and whole.forms[0].split()[0] not in words(gathering.lang, "institutes")  # whose laboratories are its
        )
        if relation.property == "unitOf" and part is not None and whole is not None and part.cls == "GovernmentBody":
            mission = any(not words(gathering.lang, "missions").isdisjoint(form.split()) for form in whole.forms)
            if (whole.cls != "GovernmentBody" or mission) and registry.get(part.id) is None:
                part.cls = "OrganizationalUnit"  # "the Bureau of International Cooperation of the Academy"
            continue
        if relation.property != "unitOf" or not academy or part is None or part.cls != "OrganizationalUnit":
            continue
        if any(word in words(gathering.lang, "institutes") for form in part.forms for word in form.split()):
            part.cls = "ResearchOrganization"
