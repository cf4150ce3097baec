"""What names and titles say of organizations by containing them: places, parents, the ministry of a minister."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.entities.bodies import body_of, region_meant
from kg.entities.names import normalise
from kg.entities.referents import Gathering, Referent
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.origins import origin
from kg.languages.spans import NameSpan, Post
from kg.records import Document, Entry, Lang, Related
from kg.registry import Registry
from kg.schema import is_a


def organization_of(
    post: Post,
    text: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
    publisher: str | None,
) -> str | None:
    """Give the organization of a post: the one named, the one told of before, or the body that its title means.

    Args:
        publisher: id of whoever says "our university".
    """
    if post.organization is not None and post.organization.start in referents:
        return referents[post.organization.start].id
    if post.body is None:
        title = text[slice(*post.title)].lower().split() if post.title else []
        ours = words(gathering.lang, "ours")
        before = text[max(0, post.title[0] - _NEAR) : post.title[0]].lower().split() if post.title else []
        if (title[-2:-1] and title[-2] in ours) or ours & set(before[-2:]):
            own = registry.get(publisher or "")  # "President of our university", "our Rector", "our own Rector"
            return gathering.known(own, post.start).id if own is not None else ""
        if (own := _of_itself(post, text, referents, gathering, registry, publisher)) is not None:
            return gathering.known(own, post.start).id
        told = _told_before(post, text, referents, gathering, registry)
        if told is None and post.elsewhere:
            told = _described(post, text, referents, gathering, registry)
        if told is not None:
            return told.id
        return "" if post.elsewhere else region_meant(post, text, referents, gathering, registry)
    return body_of(post, text, referents, gathering, registry)


_NEAR = 12  # characters of "our own"


def _of_itself(
    post: Post,
    text: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
    publisher: str | None,
) -> Entry | None:
    """Give the publisher, whom "Vice President of the University" means in its own news, unless of somebody foreign."""
    own = registry.get(publisher or "")
    said = text[slice(*post.title)].split() if post.title else []
    if own is None or len(said) < 3 or said[-2].lower() not in words(gathering.lang, "articles"):
        return None
    kind = kind_of(gathering.lang, said[-1:]) if said[-1][:1].isupper() else None
    home = origin(referents[post.holder.start].names[0].text)
    foreign = home is not None and own.country not in {home, None}
    return own if kind is not None and kind.cls == own.cls == "University" and not foreign else None


def title_of(post: Post, text: str, lang: Lang) -> str | None:
    """Give the title of a post without whose it is: "rector" of "rector of our university"."""
    if post.title is None:
        return None
    said = text[slice(*post.title)].split()
    ours, of = words(lang, "ours"), words(lang, "behind_titles")
    if _of_side(post, text, lang) is not None:
        return " ".join(said[:-4])
    mine = len(said) > 3 and said[-2].lower() in ours and said[-3].lower() in of
    return " ".join(said[:-3]) if mine else text[slice(*post.title)]


_BEHIND = 60  # characters from a title to the end of what it is of


def _described(
    post: Post, text: str, referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> Referent | None:
    """Give the organization that a description behind a title was found to mean: "dean of | the Omsk university"."""
    if post.title is None:
        return None
    start = post.title[0]
    if (of_side := _of_side(post, text, gathering.lang)) is not None:
        return _on_side(post, *of_side, referents, gathering, registry)
    home = origin(referents[post.holder.start].names[0].text)
    ends, articles = words(gathering.lang, "behind_titles"), words(gathering.lang, "articles")
    for mention in sorted(gathering.mentions, key=lambda m: (m.start, -m.end)):
        if mention.source != "rule" or not start < mention.start < post.title[1] + _BEHIND:
            continue
        between = text[start : mention.start].lower().split()
        between = between[:-1] if between[-1:] and between[-1] in articles else between
        referent = gathering.referents.get(mention.entity)
        entry = registry.get(mention.entity)
        if referent is None or not is_a(referent.cls, "Organization") or "," in "".join(between):
            continue
        if between[-1:] and between[-1] in ends and (entry is None or not home or entry.country in {home, None}):
            return referent
    return None


def _of_side(post: Post, text: str, lang: Lang) -> tuple[str, str] | None:
    """Give the country and the noun of "Vice President of the Chinese university"."""
    sides = read(lang, "descriptions")["sides"]
    said = text[slice(*post.title)].lower().split() if post.title is not None else []
    whose = len(said) > 4 and said[-4] in words(lang, "behind_titles") and said[-3] in words(lang, "articles")
    return (str(sides[said[-2]]), said[-1]) if whose and said[-2] in sides else None


def _on_side(
    post: Post,
    country: str,
    noun: str,
    referents: dict[int, Referent],
    gathering: Gathering,
    registry: Registry,
) -> Referent | None:
    """Give the organization of a country and kind that was named last before a post."""
    kind = kind_of(gathering.lang, [noun])
    home = origin(referents[post.holder.start].names[0].text)
    if kind is None or home not in {country, None}:
        return None
    known: list[Referent] = []
    unknown: list[Referent] = []
    for mention in sorted(gathering.mentions, key=lambda m: m.start):
        referent = gathering.referents.get(mention.entity)
        if mention.end > post.start or referent is None or not is_a(referent.cls, kind.cls):
            continue
        entry = registry.get(referent.id)
        if entry is not None and entry.country == country:
            known.append(referent)
        elif entry is None:
            unknown.append(referent)
    return next(reversed(known or unknown), None)


_REACH = 600  # characters in which the organization of "its director" was named


def _told_before(
    post: Post, text: str, referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> Referent | None:
    """Give the organization that "its director", "whose dean" or "president of the Association" points back to."""
    if post.title is None:
        return None
    start, end = post.title
    before = text[max(0, start - 24) : start].lower().split()
    title = text[start:end].split()
    sided = len(before) > 1 and before[-1] in read(gathering.lang, "descriptions")["sides"]  # "its Chinese director"
    mine = bool(before) and before[-2 if sided else -1] in words(gathering.lang, "whose")
    title = [word for word in title if word.lower() not in words(gathering.lang, "same")]
    endings = sorted(words(gathering.lang, "possessive_endings"))
    owner = next(
        (before[-1].removesuffix(ending) for ending in endings if before and before[-1].endswith(ending)), None
    )
    noun = title[-1].lower() if len(title) > 2 and title[-2].lower() in words(gathering.lang, "articles") else owner
    if not mine and noun is None:
        return None
    if mine and (ahead := _told_behind(post, text, gathering)) is not None:
        return ahead
    # "its" means what the sentence before begins with
    sentence = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start))
    home = origin(referents[post.holder.start].names[0].text)
    latest: Referent | None = None
    last: int | None = None
    whole = " ".join(title).lower() in read(gathering.lang, "posts")["of_whole"]
    first = -2  # where the sentence begins that names it
    near = (m for m in gathering.mentions if start - _REACH <= m.start <= start)
    for mention in sorted(near, key=lambda m: m.start):
        if mention.end > start:
            break
        referent = gathering.referents.get(mention.entity)
        if referent is None or not is_a(referent.cls, "Organization"):
            continue
        if mention.source == "rule" and "/~" not in referent.id:
            continue
        entry = registry.get(referent.id)
        if home and entry is not None and entry.country not in {home, None}:
            continue  # "Song Yonghua, Vice-President of the University" is not of the Russian one
        if mine and last is not None and _is_of(text[last : mention.start], gathering.lang) and not whole:
            continue  # "the Confucius Institute of X and its director" are not X's
        last = mention.end
        called = {word for form in referent.forms for word in form.split()}
        earlier = mention.start < sentence
        told = text.rfind(". ", 0, mention.start) if earlier else -1
        if mine and earlier and latest is not None and told == first:
            continue
        if mine or (
            noun in called
            and any(
                noun == form.split()[-1]
                or any(f"{noun} {of} " in form for of in words(gathering.lang, "behind_titles"))
                for form in referent.forms
            )
        ):
            latest, first = referent, told
    return latest


def _told_behind(post: Post, text: str, gathering: Gathering) -> Referent | None:
    """Give the organization behind a name that "its" before it means: "Through its rector, A B, X University said"."""
    start = max(text.rfind(". ", 0, post.start), text.rfind("\n", 0, post.start)) + 1
    behind = post.holder.end + (text[post.holder.end : post.holder.end + 2] == ", ") * 2
    found = None
    for mention in gathering.mentions:
        referent = gathering.referents.get(mention.entity)
        if mention.source == "rule" or referent is None or not is_a(referent.cls, "Organization"):
            continue
        if start <= mention.start < post.start:
            return None  # which "its" means, or may
        if mention.start == behind and behind > post.holder.end:
            found = referent
    return found


def _is_of(between: str, lang: Lang) -> bool:
    """Tell whether what stands between two names makes the second the whole of the first: "of the"."""
    said = between.lower().split()
    return bool(said) and said[0] in words(lang, "behind_titles") and set(said[1:]) <= words(lang, "articles")


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
                if outer is not None and outer.part_of == entry.id:
                    parent = gathering.known(outer, around.start)
                    found.append(Related(parent.id, "unitOf", part.id, "name-within-name", name.start, name.end))
                    gathering.mention(inner.start, inner.end, part, "registry", "a known name within the name", 0.95)
                continue
            if is_a(entry.cls, "Place"):
                before = document.text[name.start : inner.start].rstrip().rsplit(" ", 1)[-1].lower()
                places.append((part, before))
            elif inner.start == name.start and entry.cls == "OrganizationalUnit":
                continue  # "SPbPU International Office" begins the name "… for Global Innovation Cooperation"
            elif is_a(entry.cls, "Organization") and (
                sole
                or whole.cls == "OrganizationalUnit"
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
        for k, (place, before) in enumerate(places):
            if before not in words(document.lang, "in_place") or place.cls == "Country":
                continue
            # "Authority of Xi'an City in Shaanxi Province": it lies in the city, the city in the province
            if k and lies_in(places[k - 1][0].cls, place.cls):
                found.append(
                    Related(whole.id, "locatedIn", places[k - 1][0].id, "name-within-name", name.start, name.end)
                )
                found.append(
                    Related(places[k - 1][0].id, "locatedIn", place.id, "name-within-name", name.start, name.end)
                )
            else:
                found.append(Related(whole.id, "locatedIn", place.id, "name-within-name", name.start, name.end))
    return found


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
    """Read who made a joint structure by the names that its own bears."""
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


def _told_short(
    document: Document, name: NameSpan, whole: Referent, gathering: Gathering, found: list[Related]
) -> list[Related]:
    """Read whose a unit is by the short form in its name that the text told of: "QNLM Academic Committee"."""
    if name.cls not in {"OrganizationalUnit", "ResearchOrganization"}:
        return []
    if any(r.subject == whole.id and r.property == "unitOf" for r in found):
        return []
    said = {word for word in document.text[name.start : name.end].split()[:2] if word.isupper() and len(word) > 2}
    wholes = [
        other
        for other in gathering.referents.values()
        if is_a(other.cls, "Organization") and other is not whole and said & {form.text for form in other.names}
    ]
    if len(wholes) != 1 or said & {form.text for form in whole.names}:
        return []
    return [Related(whole.id, "unitOf", wholes[0].id, "name-within-name", name.start, name.end)]


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
        if f"-{key}" in old or old.split("/", 1)[1].startswith(key):
            continue
        new = f"{old}-of-{key}"
        if new in gathering.referents:
            continue
        referent.id = new
        gathering.referents = {r.id: r for r in gathering.referents.values()}
        related[:] = [
            replace(r, subject=new if r.subject == old else r.subject, object=new if r.object == old else r.object)
            for r in related
        ]
