"""Which of the things told of before a description means: the event, agreement or programme said again."""

from __future__ import annotations

from collections.abc import Collection

from kg.entities.equated import equated
from kg.entities.names import normalise
from kg.entities.otherwise import (
    is_another_rank,
    is_at_another,
    is_at_new_place,
    is_dedicated_otherwise,
    is_of_other_years,
    signed_otherwise,
)
from kg.entities.referents import Referent, edition_of
from kg.entities.told import Told
from kg.entities.topical import topic
from kg.languages.dates import months
from kg.languages.lexicon import read, words
from kg.languages.spans import Description
from kg.schema import is_a

LEAD = 2  # sentences below the title in which a text says what it is about
GATHERINGS = frozenset({"Conference", "Exhibition", "RoundTable", "Meeting", "Event", "Ceremony", "Course"})
_MEANT_BY_ANY = GATHERINGS - {"Course", "Exhibition"}
_OTHERS = frozenset({"Competition", "Event"})  # of these only one of the same class is meant


def _has_parties(told: Told, description: Description) -> bool:
    """Tell whether an agreement is described by its own parties: "the agreement between A and B", "… with C"."""
    behind = told.text[description.long_end :].lstrip().split(" ", 1)[0].lower()
    own = words(told.document.lang, "party_prepositions")
    inside = set(told.text[description.end : description.long_end].lower().split())
    return behind in own or bool(own & inside)


def told_of(told: Told, description: Description, family: str, long: str, short: str) -> tuple[Referent, str] | None:
    """Give the thing told of before that a description means, and why."""
    lang = told.document.lang
    earlier = told.before(description.start, family)
    if family == "Event":
        earlier = [r for r in earlier if not is_dedicated_otherwise(told, description, r)]
    number = edition_of(told.text[description.start : description.end], lang)[0] if family == "Event" else None
    if number is not None:  # "the first congress" is not the second, nor one that nobody numbered
        earlier = [r for r in earlier if number in (r.edition, *(edition_of(name.text, lang)[0] for name in r.names))]
    if family == "Event" and description.titled is not None:
        title = normalise(told.text[slice(*description.titled)])
        if (called := next((r for r in earlier if title in r.forms), None)) is not None:
            return called, "has the title of one told of before"
    same = equated(told, description, GATHERINGS) if family == "Event" and description.titled is None else None
    if same is not None and same[0] in earlier:
        return same
    plain = _is_plain(told, description, family) or _is_generic(told, description, family)
    telling = (description.modified and not plain) or long != short
    if telling and family in {"Programme", "Organization", "Recognition", "Event"} and not description.plural:
        for referent in earlier:
            bare = _bare(long, lang)
            if len(bare.split()) > 1 and any(bare == _bare(form, lang) for form in referent.forms):
                return referent, "described in the same words before"
    own = description.determiner == "definite" and not description.modified
    own = own and any(r.head == description.head and r.first >= told.title_end for r in earlier)  # a body's session
    if family == "Event" and long == short and not own and (main := _session_of(told, description)) is not None:
        return main, f"the {description.head} of it"
    if family == "Event" and (shown := _shown(told, description, earlier)) is not None:
        return shown
    if description.determiner not in {"definite", "own"} or description.plural or description.names:
        return None
    said = set(told.text[description.start : description.end].lower().split())
    if family in {"Event", "Agreement"} and said & words(lang, "others"):
        return None  # "the previous workshop", "the next session": another one
    counted = [n for n, word in enumerate(read(lang, "words")["ordinals"], 1) if word in said]
    if counted and family == "Event":
        earlier = [r for r in earlier if counted[0] in {r.edition, *(edition_of(n.text, lang)[0] for n in r.names)}]
    if family == "Agreement" and _has_parties(told, description):
        return None  # "renewed the exchange agreement with C" is no agreement with A or B
    if family == "Event":
        earlier = [r for r in earlier if not is_at_another(told, description, r)]
    if family == "Event" and not telling:
        return _event_told_of(told, description, earlier)
    alike = [r for r in earlier if _is_alike(told, description, family, r, long, telling=telling)]
    main = topic(told, description) if family == "Organization" and len(alike) > 1 else None
    found = main if main in alike else next(iter(alike), None)
    return (found, f"the {description.head} told of before") if found is not None else None


def _is_alike(
    told: Told, description: Description, family: str, referent: Referent, long: str, *, telling: bool
) -> bool:
    """Tell whether a thing told of before is called like what a description means, and is no other one."""
    same_head = referent.head == description.head or (
        not referent.head and description.head in " ".join(referent.forms).split()
    )
    if not same_head and description.head not in words(told.document.lang, "any_agreement"):
        return False
    if family == "Agreement" and signed_otherwise(told, description, referent):
        return False
    if family == "Recognition" and is_another_rank(told, long, referent):
        return False
    in_title = family == "Event" and referent.first < told.title_end
    return not telling or in_title or _shares_words(told, description, referent, long)


def _is_generic(told: Told, description: Description, family: str) -> bool:
    """Tell whether words before a noun are of any event, where but one was told of: "the scientific forum"."""
    if family != "Event" or description.determiner != "definite" or description.plural:
        return False
    lang = told.document.lang
    behind = told.text[description.end :].lstrip().split(" ", 1)[0]
    if is_at_new_place(told, description) or behind in words(lang, "about") - words(lang, "of"):
        return False  # "the scientific event on lasers"
    generic = words(lang, "of_any_gathering") | words(lang, "of_any_event")
    section = max((start for start in told.headings if start <= description.start), default=0)
    before = {m.entity for m in told.within(section, description.start)}
    events = [r for r in told.before(description.start, "Event") if r.id in before and r.cls != "Visit"]
    if len(events) != 1 or not (events[0].cls == description.cls or description.head in words(lang, "any_event")):
        return False
    said = told.text[description.start : description.end].lower().split()[:-1]
    return all(word in generic for word in said)


def _event_told_of(told: Told, description: Description, earlier: list[Referent]) -> tuple[Referent, str] | None:
    """Give the event told of before that a plain noun means: in its part of the text, else anywhere before."""
    lang = told.document.lang
    section = max((start for start in told.headings if start <= description.start), default=0)
    part = {mention.entity for mention in told.within(section, len(told.text))}
    here = [referent for referent in earlier if referent.id in part]
    if (over := _talked_over(told, description, here)) is not None:
        return over, f"the {description.head} at the {over.head or 'event'} told of before"
    for group in (here, earlier):
        if description.head in words(lang, "any_event") and group:
            main = _main(told, group, section)
            named = [r for r in group if r.series or "/~" not in r.id]
            return main or (named or group)[0], "the event told of before"
        for referent in group:
            opening = referent.kind == "opening-ceremony" and description.head in read(lang, "descriptions")["openings"]
            if opening or _is_called_so(referent, description.head, read(lang, "descriptions")["plural_as_one"]):
                return referent, f"the {description.head} told of before"
        if description.cls == "Meeting" and _have_met(told, description.start):
            return None  # "A met with B. Also present at the meeting was C": no forum
        alone, named = _opened_here(told, group, description)
        # "at the opening": of the forum told of; "the festival" are the Days, "the tournament" is the Cup
        if named and not description.weak and (description.cls in GATHERINGS - {"Ceremony"} or alone):
            return named[0], f"the {description.head} that this part of the text is about"
        meetings = [r for r in group if _has_sessions(r, told.document.lang)]
        if description.cls in _HAVE_SESSIONS and len(meetings) == 1 and here:
            return meetings[0], f"the {description.head} is the {meetings[0].head or 'event'} told of before"
        ceremonies = [r for r in group if r.cls == "Ceremony"]
        if description.cls == "Ceremony" and len(ceremonies) == 1 and here:
            return ceremonies[0], f"the {description.head} of what is celebrated"
        # "the celebration" is the evening told of, "the meeting" the ceremony, where it is the only gathering
        gathered = [r for r in group if r.cls in _MEANT_BY_ANY and r.kind != "thematic-year"]
        general = description.kind == "celebration" or description.cls == "Meeting"
        if (
            general
            and not description.weak
            and len(gathered) == 1
            and (group is here or not here)
            and gathered[0].cls != "Meeting"
        ):
            return gathered[0], f"the {description.head} is the only gathering told of before"
        alike = [r for r in group if not r.head and r.cls == description.cls and r.cls in _OTHERS]
        if alike and not description.weak:
            return alike[0], f"the {description.head} that this part of the text is about"
    return None


def _talked_over(told: Told, description: Description, here: list[Referent]) -> Referent | None:
    """Give the gathering told of last at which somebody took part in "the discussion"; talks are those of a meeting."""
    lang = told.document.lang
    discussed = description.head in words(lang, "led_there")
    if description.weak or not (discussed or description.head in words(lang, "talks_at_meetings")):
        return None
    behind, sentence = told.token(description.end), told.sentence(description.start)
    there = (m for m in told.named if told.sentence(m.start) == sentence and is_a(m.cls, "Place"))
    if any(there) or (behind is not None and behind.pos_ == "ADP"):
        return None  # "the talks in Moscow", "the discussion of a film"
    plain = words(lang, "plain_meetings")  # not "talks" of the 32nd session of a commission
    return next(
        (
            r
            for r in here
            if r.first < description.start
            and ((discussed and r.cls in GATHERINGS) or (r.head in plain and r.edition is None and not r.series))
        ),
        None,
    )


def _opened_here(told: Told, group: list[Referent], description: Description) -> tuple[bool, list[Referent]]:
    """Give whether a noun is one of openings alone, and the gatherings with a name of their own that it may be of."""
    alone = description.head in words(told.document.lang, "openings_alone")
    meant = GATHERINGS | {"Competition"} if alone else GATHERINGS
    named = [r for r in group if (r.series or not r.head) and r.cls in meant]
    if alone and not named:  # "at the opening" of the forum that the text describes
        named = [r for r in group if r.cls in _OPENED and not _opens_another(told, r, description)]
    return alone, named


def _opens_another(told: Told, event: Referent, description: Description) -> bool:
    """Tell whether something else was opened between an event and "the opening": "ASU opened a new gym"."""
    last = max((m.end for m in told.within(0, description.start) if m.entity == event.id), default=event.first)
    verbs = [t for t in told.doc if last <= t.idx < description.start and t.pos_ == "VERB"]
    opens = [
        t for t in verbs if t.lemma_ in words(told.document.lang, "unveiling") | words(told.document.lang, "founding")
    ]
    return any(c.dep_ in {"dobj", "nsubjpass"} and c.pos_ != "PRON" for t in opens for c in t.children)


def _is_called_so(referent: Referent, head: str, one: Collection[str]) -> bool:
    """Tell whether a thing is one that a noun names, and not several ("regular meetings").

    Args:
        one: plurals that mean one thing ("hearings").
    """
    spoken = " ".join(referent.forms).split()
    several = f"{head}s" in spoken and f"{head}s" not in one
    return head in spoken or (referent.head == head and not several)


def _shown(told: Told, description: Description, earlier: list[Referent]) -> tuple[Referent, str] | None:
    """Give the event told of just before that "this business event" means, whatever it says."""
    lang = told.document.lang
    before = told.text[max(0, description.start - SHOWING) : description.start].lower().split()
    start = description.start
    first = told.text[start : description.end].lower().split()[0]
    this = said_in(before[-1:], words(lang, "this")) or first in words(lang, "this")
    if description.plural or description.names or not this or is_of_other_years(told, description):
        return None
    here = told.sentence(description.start)
    begin = told.sentences[max(0, here - _BACK)]
    near = {m.entity for m in told.within(begin, description.start)}
    for referent in earlier:
        general = description.head in words(lang, "any_event")
        alike = referent.head == description.head or description.head in " ".join(referent.forms).split()
        gathers = referent.cls in _HAVE_SESSIONS | {"Event"} and description.cls in _HAVE_SESSIONS
        if referent.id in near and (general or alike or gathers or referent.cls == description.cls):
            return (
                referent,
                f"“{before[-1] if before else first} … {description.head}” is the event told of just before",
            )
    return None


def said_in(spoken: list[str], wanted: frozenset[str]) -> bool:
    """Tell whether one of some words is among others."""
    return not wanted.isdisjoint(spoken)


_OPENED = frozenset({"Conference", "Exhibition", "RoundTable", "Course", "Competition"})
SHOWING = 12  # characters before a description in which "such a" or "this" may stand


def _main(told: Told, events: list[Referent], section: int) -> Referent | None:
    """Give the gathering that a part of a text is about: the one told of first, in its heading or first sentences."""
    gatherings = {r.id: r for r in events if r.cls in GATHERINGS and r.kind != "celebration"}
    first = next((m for m in told.in_order(section) if m.entity in gatherings), None)
    prose = [start for start in told.sentences if start >= max(section, told.title_end)]
    until = prose[LEAD] if len(prose) > LEAD else len(told.text)
    return gatherings[first.entity] if first is not None and first.start < until else None


def _session_of(told: Told, description: Description) -> Referent | None:
    """Give the conference that a session is a part of: "The forum opened. The first session was moderated by A"."""
    if description.head not in words(told.document.lang, "sessions") or description.titled is not None:
        return None
    if any(m.start >= description.start for m in told.within(description.start, description.long_end)):
        return None  # "the session of the Council"
    before = told.text[description.start : description.end].lower().split()[:-1]
    if not set(before) <= words(told.document.lang, "of_sessions"):
        return None  # "an expert session"
    section = max((start for start in told.headings if start <= description.start), default=0)
    here = {mention.entity for mention in told.within(section, description.start)}
    whole = [
        r for r in told.before(description.start, "Event") if r.id in here and _has_sessions(r, told.document.lang)
    ]
    return whole[0] if len(whole) == 1 else None


def _has_sessions(event: Referent, lang: str) -> bool:
    """Tell whether an event is a conference, or a meeting of more than two delegations: "a meeting of experts"."""
    return event.cls in _HAVE_SESSIONS or (
        event.cls == "Meeting"
        and event.head not in words(lang, "sessions")
        and any(" " in form for form in event.forms)
    )


_HAVE_SESSIONS = frozenset({"Conference", "RoundTable"})


def _have_met(told: Told, offset: int) -> bool:
    """Tell whether one of the sentences just before tells of a meeting by its verb."""
    here = told.sentence(offset)
    begin = told.sentences[max(0, here - _BACK)]
    meeting = words(told.document.lang, "meeting")
    first, last = told.token(begin), told.token(offset)
    if first is None or last is None:
        return False
    return any(t.pos_ == "VERB" and t.lemma_ in meeting for t in told.doc[first.left_edge.i : last.i] if t.idx >= begin)


_BACK = 6  # sentences in which a meeting was told of


def _is_plain(told: Told, description: Description, family: str) -> bool:
    """Tell whether the words before the noun of an event or honour tell it from no other: "the four-day fair"."""
    lang = told.document.lang
    same = words(lang, "no_difference") | words(lang, "of_several") | words(lang, "of_both_countries")
    if description.cls == "Meeting":  # "the virtual meeting", "the open dialogue"
        same |= words(lang, "ways_of_meeting")
    said = told.text[description.start : description.end].lower().replace("-", " ").split()[:-1]
    if family == "Recognition":
        return all(word in words(lang, "praising_honours") for word in said)  # "the prestigious award"
    return family == "Event" and all(word in same or word.isdigit() for word in said)


def _bare(form: str, lang: str) -> str:
    return " ".join(word for word in form.split() if word not in words(lang, "optional"))


def _shares_words(told: Told, description: Description, referent: Referent, long: str) -> bool:
    """Tell whether a fuller description says of a thing what it was called before; of an event it must say some of it.

    One word of a title is not enough: the conference “Forests of Siberia” is not "the conference on forests of China".
    """
    lang, event = told.document.lang, is_a(referent.cls, "Event")
    plain = words(lang, "bland") | {description.head}
    telling = {w for w in set(long.split()) - plain if w not in months(lang) and not w[:1].isdigit()}
    known = {word for form in referent.forms for word in form.split()} - plain
    shared = telling & known
    if not telling or not shared or not event or shared & referent.untitled():
        return not telling or bool(shared) or (not known and not event)
    return telling == shared and not is_at_new_place(told, description)


def family_of(cls: str) -> str:
    """Give the top class.

    >>> family_of("JointStructure")
    'Organization'
    """
    return next(
        (
            c
            for c in ("Event", "Organization", "Agreement", "Programme", "Recognition", "Person", "Place")
            if is_a(cls, c)
        ),
        cls,
    )
