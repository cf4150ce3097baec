"""Units that belong to the organization that a text is about, by what their names say and leave out."""

from __future__ import annotations

from kg.facts.context import Context
from kg.languages.lexicon import read, words
from kg.languages.posts import bare_title
from kg.records import Mention, PostHeld

_BEFORE = 16  # characters
_BEHIND = 40  # characters


def is_inner(context: Context, unit: str) -> bool:
    """Tell whether a unit's names say only its field, so that it is one of the organization that the text is about.

    "The Faculty of Law" is; "the Provincial Education Office" and "the Cultural Centre in Moscow" are not.
    """
    names = [name.text.lower().split() for name in context.entities[unit].names]
    public = words(context.document.lang, "public")
    spans = [(m.start, m.end) for m in context.recognised.mentions if m.entity == unit and m.source != "rule"]
    owned, placed = (
        any(
            m.entity != unit and m.end <= end and not (cls == "Place" and _lies_elsewhere(context, m))
            for start, end in spans
            for m in context.within(cls, start, end)
        )
        for cls in ("Organization", "Place")
    )
    before = [context.text[max(0, start - _BEFORE) : start].lower().split() for start, _ in spans]
    led = {said[-1] for said in before if said}  # none at the beginning, or behind a wide gap
    if all(name[-1] in words(context.document.lang, "of_their_own") and len(name) > 2 for name in names):
        return False
    others = any(not words(context.document.lang, "of_no_university").isdisjoint(name) for name in names)
    if others or any(_is_others(context, end) for _, end in spans):
        return False
    return (owned or not placed) and not is_public(context, unit) and not public & led


def can_have(context: Context, whole: str, unit: str, post: PostHeld) -> bool:
    """Tell whether a unit may be a part of what is named beside the post of one of its people.

    No fund, firm or theatre has a school or institute of learning, but departments and offices; and what has a rector
    or a president is a whole, but for hospitals.
    """
    lang = context.document.lang
    called = {word for name in context.entities[unit].names for word in name.text.lower().split()}
    title = bare_title(lang, post.title or "")
    if title[-1:] and title[-1] in words(lang, "heads_of_whole") and words(lang, "assistants").isdisjoint(title):
        return not words(lang, "with_presidents").isdisjoint(called)
    plain = not words(lang, "anybodys_parts").isdisjoint(called)
    return plain or context.family(whole, _LEARNED)


_LEARNED = ("University", "ResearchOrganization", "GovernmentBody", "OrganizationalUnit")


def _lies_elsewhere(context: Context, place: Mention) -> bool:
    """Tell whether a unit does not lie in a place in its name, which is one of two or the other side.

    "The Russia and Asia Department", "the Department for Cooperation with Russia".
    """
    lang = context.document.lang
    behind = context.text[place.end : place.end + _BEHIND].lower().split(maxsplit=1)
    before = context.text[max(0, place.start - _BEFORE) : place.start].lower().split()
    led = [word for word in before if word not in words(lang, "articles")][-1:]
    return not words(lang, "conjunctions").isdisjoint(behind[:1]) or not words(lang, "with").isdisjoint(led)


def _is_others(context: Context, end: int) -> bool:
    """Tell whether somebody is named behind a unit as whose it is, whom nothing else knows: "of the Omsk Board"."""
    said = context.text[end : end + _BEHIND].split(maxsplit=3)
    if not said or said[0] not in words(context.document.lang, "owner_behind"):
        return False
    named = said[2:3] if said[1:2] and said[1] in words(context.document.lang, "articles") else said[1:2]
    known = context.within("Organization", end, end + _BEHIND)
    return any(word[:1].isupper() for word in named) and not any(m.source != "rule" for m in known)


def is_public(context: Context, unit: str) -> bool:
    """Tell whether a unit is said to be of a state, a region or a city: "the Provincial Education Office".

    By its names, or by what stands behind them: "the Education Office | of the city".
    """
    names = [name.text.lower().split() for name in context.entities[unit].names]
    public = words(context.document.lang, "public")
    return any(public & _plainly(context, name) for name in names) or any(
        _is_of_place(context, m.end) for m in context.recognised.mentions if m.entity == unit and m.source != "rule"
    )


def _is_of_place(context: Context, end: int) -> bool:
    """Tell whether "of the city", "of the region" stands behind a name."""
    lang = context.document.lang
    match context.text[end : end + _BEHIND].lower().split(maxsplit=3)[:3]:
        case [of, the, noun] if of in words(lang, "owner_behind") and the in words(lang, "articles"):
            return noun.rstrip(_STOPS) in read(lang, "posts")["of_regions"]
    return False


_STOPS = ",.;)"


def _plainly(context: Context, name: list[str]) -> set[str]:
    """Give the words of a unit's name that are none of its field.

    Without the nationality of what it studies, "Russian Language Department", "Department of Russian", and without what
    a faculty teaches: "Faculty of State and Municipal Administration", not "School of the Federal Service" nor "School
    of State Control", which are a state's.
    """
    lang = context.document.lang
    sides, of = set(read(lang, "descriptions")["sides"]), words(lang, "of")
    inner = not words(lang, "inner_units").isdisjoint(name)
    told: set[str] = set()
    field = False  # whether a word is of what a faculty teaches
    for before, word, behind in zip(["", *name], name, [*name[1:], ""], strict=False):
        learned = before in words(lang, "with_deans") and word in of and behind not in words(lang, "articles")
        field = learned or (field and word not in of)
        studied = behind in words(lang, "studied") or (before in of and word in sides)
        authority = behind in words(lang, "of_authorities")
        if (not field or authority) and not (studied and (inner or word not in sides)):
            told.add(word)
    return told
