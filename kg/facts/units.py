"""Units that a text names without saying whose they are: a faculty beside its university."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.facts.inner import is_inner
from kg.facts.lists import members
from kg.facts.partisans import is_mission
from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.records import Mention
from kg.schema import UNITS


def owned(context: Context, builder: Builder) -> None:
    """Give each unit to whom the words beside its name give it: "its Faculty of Law", "the Centre of the academy"."""
    placed = {fact.subject for fact in builder.held("unitOf")}
    for mention in context.recognised.mentions:
        if mention.entity in placed or mention.source == "rule" or not context.family(mention.entity, _OWNED):
            continue
        whole = _owner_behind(context, mention)
        if whole is None and context.family(mention.entity, _PARTS):
            whole = _owner(context, mention)
        if whole is not None:
            evidence = context.sentence(context.token(mention.end - 1))
            if builder.add(mention.entity, "unitOf", whole, evidence, "unit-of-owner", 0.75):
                placed.add(mention.entity)


_PARTS = (*sorted(UNITS), "ResearchOrganization")
_OWNED = (*_PARTS, "GovernmentBody")  # "the Education Department of the embassy"
_PAIR = 2  # names that parsers may coordinate where two clauses meet
_BACK = 24  # characters that "the organization's" takes before a name
_FAR = 600  # characters from a noun back to the name that it means


def _owner_behind(context: Context, mention: Mention) -> str | None:
    """Give the organization that a noun behind a name means: "the Faculty of Law of our university"."""
    lang = context.document.lang
    of, article, *_ = (*context.text[mention.end : mention.end + _BACK].lower().split(), "", "")
    if of not in words(lang, "of") or article not in words(lang, "pointing") | words(lang, "ours"):
        return None
    noun = mention.end + len(of) + len(article) + 3
    meant = [m.entity for m in context.within("Organization", noun, noun + 1) if m.source == "rule"]
    if len(meant) != 1 or meant[0] == mention.entity or context.family(meant[0], tuple(UNITS)):
        return None
    several = sum(one.cls == "University" for one in context.recognised.entities) > 1
    if several and article not in words(lang, "ours") and context.cls(meant[0]) == "University":
        if article in words(lang, "articles"):
            return None  # "A, Dean of the Faculty of Law of the university" is of his own
        begin = context.sentence(context.token(mention.start)).start
        before = context.within("Organization", begin, mention.start)
        here = {m.entity for m in before if m.source != "rule" and context.cls(m.entity) == "University"}
        return here.pop() if len(here) == 1 else None
    if context.cls(mention.entity) != "GovernmentBody":
        return meant[0] if context.family(meant[0], _OWNERS) else None
    called = context.text[mention.start : mention.end].lower().split()
    office = not words(lang, "inner_units").isdisjoint((called[0], called[-1]))
    return meant[0] if office and (context.cls(meant[0]) == "University" or is_mission(context, meant[0])) else None


_OWNERS = ("University", "ResearchOrganization", "GovernmentBody", "Company")


def _owner(context: Context, mention: Mention) -> str | None:
    """Give the organization that a possessive before a name means."""
    lang = context.document.lang
    before = context.text[max(0, mention.start - _BACK) : mention.start].replace("\u2019", "'").lower().split()
    if not before:
        return None
    said = next(
        (before[-1].removesuffix(end) for end in words(lang, "possessive_endings") if before[-1].endswith(end)), None
    )
    publisher = context.recognised.publisher
    if words(lang, "ours") & set(before[-2:] if said is not None else before[-1:]):
        return publisher if publisher in context.entities else None
    if before[-1] not in words(lang, "whose") and said is None:
        return None
    start = context.sentence(context.token(mention.start)).start
    earlier = [
        m
        for m in context.within("Organization", mention.start - _FAR, mention.start)
        if m.end <= mention.start and m.entity != mention.entity and m.source != "rule"
    ]
    if said is None and (bare := _posted_at(context, mention, start)) is not None:
        called = [m.entity for m in earlier if bare in context.entities[m.entity].names[0].text.lower().split()]
        return called[-1] if called else None
    if said is None or said in words(lang, "just_named"):
        wholes = [m for m in earlier if not context.family(m.entity, ("OrganizationalUnit", "JointStructure"))]
        here = [m.entity for m in wholes if m.start >= start]
        return (here or [m.entity for m in wholes])[-1] if wholes else None
    kind = kind_of(lang, [said])
    if kind is None:
        return None
    if publisher in context.entities and context.family(publisher, (kind.cls,)):
        return publisher
    called = [
        m.entity for m in earlier if any(said in n.text.lower().split() for n in context.entities[m.entity].names)
    ]
    alike = [m.entity for m in earlier if context.family(m.entity, (kind.cls,))]
    return (called or alike)[-1] if called or alike else None


def _posted_at(context: Context, mention: Mention, start: int) -> str | None:
    """Give the noun of the whole at which somebody has a post before that in its unit.

    "Deputy Director of the Institute and head of its | Polar Centre" is of the institute, whatever stands before.
    """
    said = context.text[start : mention.start].lower().replace(",", " ").split()[-_CLAUSE:]
    lang = context.document.lang
    joints = [k for k, word in enumerate(said) if word in words(lang, "conjunctions")]
    if not joints or joints[-1] < len(("of", "the", "institute")) or not set(said[joints[-1] :]) & words(lang, "of"):
        return None
    of, article, noun = said[joints[-1] - 3 : joints[-1]]
    whole = of in words(lang, "of") and article in words(lang, "articles") and kind_of(lang, [noun]) is not None
    return noun if whole else None


_CLAUSE = 10  # words from the article of the whole to the unit: "the Institute and first deputy head of its"


def units(context: Context, builder: Builder) -> None:
    """Give each unit without a parent that of the units it is listed with, else the university named just before."""
    placed = {fact.subject: fact.object for fact in builder.held("unitOf")}
    inner = words(context.document.lang, "inner_units")
    guests = {(fact.subject, fact.object) for fact in builder.held("visited")}
    staff = {(fact.subject, fact.object) for fact in builder.held("holdsPost")} if guests else set()
    # a rector who visits a school of another university is told of before it, and it is none of his university's
    sent = {(fact.subject, fact.object) for fact in builder.held("represents")} if guests else set()
    guests |= {(whole, where) for person, whole in sent for who, where in guests if who == person}
    seen_by = {(unit, where) for person, unit in staff for who, where in guests if who == person}  # by who works there
    for mention in context.recognised.mentions:
        unit = mention.entity
        institute = context.cls(unit) == "ResearchOrganization" and context.registry.get(unit) is None
        if not (institute or context.cls(unit) == "OrganizationalUnit") or unit in placed or mention.source == "rule":
            continue
        token = context.token(mention.end - 1)
        beside = _parents_beside(context, token, placed)
        evidence = context.sentence(token)
        if beside:
            if institute and context.cls(beside[0]) != "University":
                continue
            builder.add(unit, "unitOf", beside[0], evidence, "unit-in-list", 0.7)
            placed[unit] = beside[0]
        elif (
            not institute
            and is_inner(context, unit)
            and _is_part(context, unit, inner)
            and not _bears_letters(context, mention)
        ):
            whole = _named_before(context, mention, {who for who, where in guests if where == unit})
            unknown = whole == context.recognised.publisher and context.registry.get(whole or "") is None
            rule = "unit-of-publisher" if unknown else "unit-after-whole"
            strange = (unit, whole) in seen_by
            strange |= whole is not None and _is_anothers(context, mention, whole)
            if whole is not None and not strange and builder.add(unit, "unitOf", whole, evidence, rule, 0.6):
                placed[unit] = whole
    strangers = {unit for unit, where in seen_by if where == context.recognised.publisher}
    _of_publisher(context, builder, placed, strangers.union(where for _, where in guests))


def _is_anothers(context: Context, mention: Mention, whole: str) -> bool:
    """Tell whether a possessive of somebody else stands before a unit: "the ministry's | Railway College"."""
    before = context.text[: mention.start].rstrip()
    endings = words(context.document.lang, "possessive_endings")
    owner = next((len(before) - len(end) for end in endings if before.endswith(end)), None)
    return owner is not None and all(m.entity != whole or m.end != owner for m in context.recognised.mentions)


def _bears_letters(context: Context, mention: Mention) -> bool:
    """Tell whether a unit's name begins with a short form that says whose it is: "the MOF Budget Division"."""
    first = context.text[mention.start : mention.end].split()[0]
    return len(first) >= _LETTERS and first.isupper() and first.isalpha()


_LETTERS = 3


def _of_publisher(context: Context, builder: Builder, placed: Mapping[str, str], hosts: set[str]) -> None:
    """Give the units that stay without a whole to the university whose news it is, where no other stands by them.

    Who deals with the university is no part of it, nor is one whose whole or place is told behind its name: "the
    Institute of Ice in Yakutsk", "the International Office of a partner".
    """
    publisher = context.recognised.publisher
    inner, likely = words(context.document.lang, "inner_units"), words(context.document.lang, "likely_inner")
    if publisher not in context.entities or context.cls(publisher) != "University":
        return
    hosts = hosts | _dealing(builder, publisher)
    ends = words(context.document.lang, "behind_titles")
    seen: dict[str, list[Mention]] = {}
    for mention in context.recognised.mentions:
        if context.cls(mention.entity) == "OrganizationalUnit" and mention.source != "rule":
            seen.setdefault(mention.entity, []).append(mention)
    for unit, mentions in seen.items():
        if unit in placed or unit in hosts or not is_inner(context, unit):
            continue
        if not _is_part(context, unit, inner) and context.entities[unit].names[0].text.lower().split()[0] not in likely:
            continue
        behind = {word for m in mentions for word in context.text[m.end : m.end + _NEXT].lower().split()[:1]}
        if not ends.isdisjoint(behind) or all(_bears_letters(context, m) for m in mentions):
            continue
        if any(_is_anothers(context, m, publisher) for m in mentions):
            continue
        sentences = [context.sentence(context.token(m.end - 1)) for m in mentions]
        if not any(_names_other(context, s.start, s.end, publisher, unit) for s in sentences):
            builder.add(unit, "unitOf", publisher, sentences[0], "unit-of-publisher", 0.55)


def _dealing(builder: Builder, publisher: str) -> set[str]:
    """Give who visits or talks with the publisher, is its partner, or does with it what parties do together."""
    facts = [fact for name in _DEALINGS for fact in builder.held(name)]
    pairs = {one for fact in facts for one in (fact.subject, fact.object) if publisher in {fact.subject, fact.object}}
    shared = [fact for name in _TOGETHER for fact in builder.held(name)]
    things = {fact.object for fact in shared if fact.subject == publisher}
    return pairs | {fact.subject for fact in shared if fact.object in things}


_NEXT = 6  # characters behind a name in which what goes on with it begins
_DEALINGS = ("visited", "negotiatedWith", "partnerOf")
_TOGETHER = ("signed", "organized")


def _names_other(context: Context, start: int, end: int, publisher: str, unit: str) -> bool:
    """Tell whether a passage names an organization that could have a unit, other than the publisher."""
    return any(
        m.entity not in {publisher, unit} and context.cls(m.entity) in _WHOLES
        for m in context.within("Organization", start, end)
    )


_WHOLES = frozenset({"University", "ResearchOrganization", "Association", "GovernmentBody", "Company", "Organization"})


def _parents_beside(context: Context, unit: Token, placed: Mapping[str, str]) -> list[str]:
    """Give whose units those are that a unit is listed with, unless it is listed with others than units.

    A part of a part is its alone: "the Law Department, the Press Office and the Chair of Latin at the School of Arts".
    """
    listed = [m for t in members(unit) for m in context.things(t)]
    if any(context.cls(m.entity) in _OTHERS for m in listed if m.source != "rule" and not context.is_within(m)):
        return []
    units = [m.entity for m in listed if m.entity in placed and _is_of_university(context, m.entity, placed[m.entity])]
    return [placed[one] for one in units if context.cls(placed[one]) not in UNITS]


def _is_of_university(context: Context, part: str, whole: str) -> bool:
    """Tell whether a part is a unit, or an institute that nobody knows of a university, no academy's."""
    institute = context.cls(part) == "ResearchOrganization" and context.registry.get(part) is None
    return context.cls(part) in UNITS or (institute and context.cls(whole) == "University")


_OTHERS = frozenset({"Company", "Association", "University"})


def _tells(context: Context, mention: Mention) -> bool:
    """Tell whether a mention names a thing, or says its noun: "the college", not "we" and not "the delegation"."""
    if mention.source != "rule":
        return True
    if mention.entity != context.recognised.publisher:
        return False
    kind = kind_of(context.document.lang, [context.text[mention.start : mention.end].lower().split()[-1]])
    return kind is not None and kind.cls in {"University", "OrganizationalUnit", "Organization"}


def _is_part(context: Context, unit: str, inner: frozenset[str]) -> bool:
    """Tell whether the noun of an inner unit begins or ends a name; the "Amur College of Trade" is nobody's."""
    said = context.entities[unit].names[0].text.lower().split()
    return said[0] in inner or said[-1] in inner


def _named_before(context: Context, mention: Mention, guests: set[str]) -> str | None:
    """Give the university that the sentence names last before a unit, or the sentence before it as its only one.

    Args:
        guests: who visited the unit, which is none of theirs.
    """
    sentence = context.sentence(context.token(mention.end - 1))
    # "A, B and the Northern School": a school that is listed with universities is one of them
    unit = context.token(mention.end - 1)
    listed = {m.entity for t in (unit, *members(unit), *unit.conjuncts) for m in context.things(t)}
    before = [
        m
        for m in context.recognised.mentions
        if m.end <= mention.start and context.cls(m.entity) == "University" and _tells(context, m)
        if m.entity not in guests and not context.is_within(m)
    ]
    if len(listed) > _PAIR and any(context.cls(one) == "University" for one in listed):
        return None
    here = [m.entity for m in before if m.start >= sentence.start]
    if here:
        return here[-1]
    near = {m.entity for m in before if context.sentences_between(m.start, mention.start) == 1}
    return near.pop() if len(near) == 1 else None
