"""Agreements, events, programmes that a text describes: told of before, or told of for the first time."""

from __future__ import annotations

import re

from kg.entities.headlines import is_hint, named_below
from kg.entities.names import normalise
from kg.entities.publisher import Publisher, mean_organization
from kg.entities.referents import Referent, edition_of
from kg.entities.told import Told
from kg.languages.counted import one_each, partners
from kg.languages.dates import months
from kg.languages.lexicon import read, words
from kg.languages.spans import Description
from kg.schema import is_a

_GATHERINGS = frozenset({"Conference", "Exhibition", "RoundTable", "Meeting", "Event", "Ceremony", "Course"})
_MEANT_BY_ANY = _GATHERINGS - {"Course", "Exhibition"}
_OTHERS = frozenset({"Competition", "Event"})  # of these only one of the same class is meant


class Things:
    """The described things of a text.

    Attributes:
        covered: the ends of long descriptions, start and end, with their family: what is described there is no thing
            of its own.
    """

    def __init__(self, told: Told, publisher: Publisher) -> None:
        self.told = told
        self.publisher = publisher
        self.covered: list[tuple[int, int, str]] = []
        self._events = {d.start: d for d in told.doc._.descriptions if d.role == "thing" and is_a(d.cls, "Event")}
        self._openings: dict[int, Description] = {}  # by where the description of what is opened starts

    def mean(self, description: Description) -> None:
        """Note which agreement, event or programme a description means: one told of before, or a new one."""
        told = self.told
        core_end = max(description.end, description.core_end)
        start = _without_quantity(told, description)
        short = " ".join(told.text[start:core_end].split())
        long = " ".join(told.text[start : description.long_end].split())
        if short.lower() in read(told.document.lang, "descriptions")["one_of_them"]:
            # "one on lasers": a contract on lasers
            short, long = description.head, description.head + long[len(short) :]
        family = family_of(description.cls)
        if family == "Event" and (main := _opened(told, description)) is not None:
            told.mean(description, main, f"the {description.head} of it", 0.6)
            return
        if family == "Event" and (opened := self._opened_below(description)) is not None:
            self._openings[opened.start] = description  # "the opening of the exhibition" is told of with it
            return
        if family == "Event" and (below := named_below(told, description)) is not None:
            told.mean(description, below, f"the {description.head} that the text below the title names", 0.6)
            return
        if family == "Event" and self._is_occasion(description):
            return  # "an evening dedicated to the anniversary" is the event
        before = (
            _in_apposition(told, description, family)
            or _lead(told, description, family)
            or _told_of(told, description, family, normalise(long), normalise(short))
        )
        if before is not None:
            referent, reason = before
            if description.modified or long != short:
                for form in (long, *_shorter(told, long, short)):
                    referent.add(form, told.gathering.lang)
            for name in _own_names(told, description) if family == "Event" else ():
                referent.add(name, told.gathering.lang)
            told.mean(description, referent, reason, 0.6)
        elif family == "Organization" and not description.modified and not description.names:
            if description.determiner in {"definite", "own"}:
                mean_organization(told, self.publisher, description)
        elif description.weak or (family == "Event" and _is_none(told, description)):
            return  # "the year" tells of no event, "there is no other forum" of none
        elif (
            description.plural
            and description.determiner in {"none", "definite", "own"}
            and not description.modified
            and not (family == "Agreement" and (long != short or _names_parties(told, description)))
        ):
            return  # "seminars", "its meetings": no thing of its own
        elif family == "Programme" and description.plural and description.determiner == "none" and long == short:
            return  # "experience in running joint programmes"
        elif is_hint(told, description, family):
            return  # what a heading only hints at, the text below it tells
        elif not any(start <= description.start < end and kin == family for start, end, kin in self.covered):
            count = _one_each(told, description)
            said = [word for word in short.split()[:-1] if word.lower() not in words(told.document.lang, "of_several")]
            one = " ".join([*said, description.head])
            for _ in range(count):
                referent = told.gathering.described(
                    description.cls, description.kind, description.head, description.start
                )
                for form in (long, *_shorter(told, long, short), short) if count == 1 else (one,):
                    referent.add(form, told.gathering.lang)
                for form in _plainly(told, referent) if family == "Event" else ():
                    referent.add(form, told.gathering.lang)
                for name in _own_names(told, description):
                    referent.add(name, told.gathering.lang)
                if description.full_end > description.long_end and count == 1:
                    referent.add(" ".join(told.text[start : description.full_end].split()), told.gathering.lang)
                told.mean(description, referent, "described here for the first time", 0.6)
        self._mean_opening(description)
        self._mean_title(description)
        if description.titled is not None and family == "Event":
            self.covered.append((*description.titled, family))
        if description.long_end > description.end:
            self.covered.append((description.end, description.long_end, family))

    def _is_occasion(self, description: Description) -> bool:
        """Tell whether an anniversary is what another event of the sentence is held for."""
        told, lang = self.told, self.told.document.lang
        if description.head not in words(lang, "occasions"):
            return False
        here = told.sentence(description.start)
        begin = told.sentences[here]
        end = told.sentences[here + 1] if here + 1 < len(told.sentences) else len(told.text)
        beside = [
            d
            for start, d in self._events.items()
            if begin <= start < end and not d.weak and not d.plural and d.head not in words(lang, "occasions")
        ]
        named = [m for m in told.named if begin <= m.start < end and is_a(m.cls, "Event")]
        head = told.token(description.end - 1)
        if not (beside or named) or head is None:
            return False
        if head.dep_ == "dobj":  # "held to mark the anniversary"
            return head.head.lemma_ in words(lang, "marking")
        if head.dep_ == "attr":  # "the occasion was the anniversary"
            return any(c.dep_ == "nsubj" and c.lemma_ in words(lang, "dedicated") for c in head.head.children)
        return head.dep_ == "pobj" and head.head.head.lemma_ in words(lang, "dedicated")

    def _mean_title(self, description: Description) -> None:
        """Let the title in quotation marks behind a noun mean what the description means."""
        if description.titled is None:
            return
        meant = {m.entity for m in self.told.within(description.start, description.start + 1) if m.source == "rule"}
        for referent in (self.told.gathering.referents.get(entity) for entity in sorted(meant)):
            if referent is not None:
                self.told.gathering.mention(*description.titled, referent, "rule", "what it is called", 0.8)
                if is_a(referent.cls, "Event"):
                    self._take_in(description.titled, referent)

    def _take_in(self, title: tuple[int, int], referent: Referent) -> None:
        """Let an event's title, and what it begins with and is named so, mean it: "under the name “X Forum”"."""
        gathering, told = self.told.gathering, self.told
        for mention in told.within(*title):
            other = gathering.referents.get(mention.entity)
            if other is None or other is referent or not is_a(other.cls, "Event") or mention.source == "rule":
                continue
            articles = words(told.document.lang, "articles")
            before = told.text[title[0] : mention.start].lower().split()
            if all(word in articles for word in before):
                told.merge(referent, other)

    def _opened_below(self, description: Description) -> Description | None:
        """Give the description of the event whose opening another describes: "opening of the | photo exhibition"."""
        if description.head not in read(self.told.document.lang, "descriptions")["openings"] or description.plural:
            return None
        start = _behind_of(self.told, description.end)
        opened = self._events.get(start) if start is not None else None
        return opened if opened is not None and not opened.weak and not opened.plural else None

    def _mean_opening(self, description: Description) -> None:
        """Let the opening of an event mean what the event's description was found to mean."""
        outer = self._openings.pop(description.start, None)
        if outer is None:
            return
        for mention in self.told.within(description.start, description.start + 1):
            referent = self.told.gathering.referents.get(mention.entity)
            if referent is not None and is_a(referent.cls, "Event"):
                self.told.mean(outer, referent, f"the {outer.head} of it", 0.6)
                if (
                    outer.modified and referent.cls == outer.cls
                ):  # "an on-line ceremony of signing" is called so as well
                    said = self.told.text[_without_quantity(self.told, outer) : outer.end]
                    referent.add(" ".join(said.split()), self.told.gathering.lang)


def _is_none(told: Told, description: Description) -> bool:
    """Tell whether it is said that there is no such thing: "there is no other forum of this kind"."""
    before = told.text[max(0, description.start - _SHOWING) : description.start].lower().split()
    return _said_in(before[-1:], words(told.document.lang, "none_of"))


def _without_quantity(told: Told, description: Description) -> int:
    """Give where what something is called begins behind words of how many or whose: "its own | campus"."""
    lang, start = told.document.lang, description.start
    head = description.end - len(description.head)
    first = True
    while start < head:
        word, blank, _ = told.text[start:head].partition(" ")
        if not blank or word.lower() not in words(lang, "no_part" if first else "no_part_behind"):
            return start
        start, first = start + len(word) + 1, False
    return start


def _names_parties(told: Told, description: Description) -> bool:
    """Tell whether the parties follow: "signed agreements with A, B and C"."""
    lang = told.gathering.lang
    if _listed(told, description, words(lang, "party_prepositions") | words(lang, "articles")):
        return True
    head = told.token(description.end - 1)
    if head is None:
        return False
    return any(t.ent_type_ and is_a(t.ent_type_, "Organization") for t in partners(head)) or bool(one_each(head))


def _one_each(told: Told, description: Description) -> int:
    """Give how many agreements a plural means by who they are with: "signed agreements with A and B" means two."""
    if not description.plural or description.cls != "Agreement":
        return 1
    lang = told.gathering.lang
    head = told.token(description.end - 1)
    listed = _listed(told, description, words(lang, "with") | words(lang, "articles"))
    return max(1, len(listed), len(one_each(head)) if head is not None else 0)


def _listed(told: Told, description: Description, between: frozenset[str]) -> list[Referent]:
    """Give who is listed behind a description: "agreements with A and B", "memoranda of understanding with A"."""
    return told.listed_behind(description.end, between) or told.listed_behind(description.long_end, between)


def _lead(told: Told, description: Description, family: str) -> tuple[Referent, str] | None:
    """Give the event of the title that a first sentence tells of anew: "An international seminar was held"."""
    lang = told.document.lang
    if family != "Event" or description.plural or description.determiner != "indefinite" or not told.title_end:
        return None
    prose = [start for start in told.sentences if start >= told.title_end and told.text[start : start + 1].strip()]
    here = told.sentences[told.sentence(description.start)]
    if description.start < told.title_end or here not in prose[:_LEAD]:
        return None
    behind = next((start for start in told.sentences if start > here), len(told.text))
    before = [r for r in told.before(told.title_end, "Event") if r.cls in _GATHERINGS]
    if len(before) != 1 or not told.within(0, told.title_end):
        return None
    (main,) = before
    if any(m.entity == main.id for m in told.within(told.title_end, behind)):
        return None  # "during the congress a seminar was held"
    if any(m.start > description.end and is_a(m.cls, "Event") for m in told.named if here <= m.start < behind):
        return None  # "spoke at a session of the 5th Congress"
    head = description.head in (main.head, *(" ".join(main.forms).split()))
    if not head and not (description.cls == main.cls == "Conference"):
        return None
    said = normalise(told.text[description.start : description.long_end])
    if edition_of(said, lang)[0] is not None:
        return None
    telling = set(said.split()) - words(lang, "bland") - words(lang, "of_any_gathering") - {description.head}
    known = {word for form in main.forms for word in form.split()}
    if telling and not telling & known:
        return None
    return main, f"the {description.head} that the title tells of"


_LEAD = 2  # sentences below the title


def _in_apposition(told: Told, description: Description, family: str) -> tuple[Referent, str] | None:
    """Give the named thing directly before a description: "the Reshetnev Readings, an annual conference"."""
    ends = range(description.start - 7, description.start)
    articles = words(told.document.lang, "articles")
    for mention in sorted((m for end in ends for m in told.named_until.get(end, ())), key=lambda m: m.start):
        between = told.text[mention.end : description.start].removeprefix('"').split(" ")
        if between[0] == "," and between[-1] == "" and all(w in articles for w in between[1:-1]):
            referent = told.gathering.referents.get(mention.entity)
            if referent is not None and family_of(referent.cls) == family and family in {"Event", "Programme"}:
                return referent, "what the name before it is"
    return _apposed(told, description) if family == "Event" else None


def _apposed(told: Told, description: Description) -> tuple[Referent, str] | None:
    """Give the named event that stands behind a comma behind its noun: "a conference, the sixth Polar Workshop"."""
    lang = told.document.lang
    head = told.token(description.end - 1)
    if head is None or description.plural or description.titled is not None:
        return None
    for mention in told.named:
        if not (is_a(mention.cls, "Event") and mention.start > description.end):
            continue
        between = told.text[description.end : mention.start]
        if "\n" in between or len(between) > _APPOSED or "," not in between:
            continue
        rest = between.rpartition(",")[2].lower().split()
        allowed = words(lang, "articles") | set(read(lang, "words")["ordinals"]) | words(lang, "of_any_gathering")
        if not all(word in allowed for word in rest):
            continue
        name = told.token(mention.end - 1)
        apposed = name is not None and name.dep_ == "appos" and name.head.i == head.i
        if apposed or between.strip(" ,").lower() in {"", *rest, " ".join(rest)}:
            referent = told.gathering.referents.get(mention.entity)
            if referent is not None and referent.cls in _GATHERINGS | {"Competition"}:
                return referent, "what the name behind it is"
    return None


_APPOSED = 90  # characters between a noun and the name behind it


def _shorter(told: Told, long: str, short: str) -> list[str]:
    """Give forms between a full and a bare description: "protocol on tests" of "… on tests between A and B"."""
    said = long.split()
    bare = len(short.split())
    cuts = words(told.document.lang, "cuts")
    return [" ".join(said[:k]).rstrip(",") for k in range(len(said) - 1, bare, -1) if said[k].lower() in cuts]


def _plainly(told: Told, event: Referent) -> list[str]:
    """Give the names of an event without what only praises it and without brackets: "solemn opening of the office"."""
    found = []
    for name in event.names:
        said = _BRACKETED.sub("", name.text).split()
        while len(said) > 1 and said[0].lower().strip(",") in words(told.document.lang, "praising"):
            del said[0]
        if len(said) > 1 and " ".join(said) != name.text:
            found.append(" ".join(said))
    return found


_BRACKETED = re.compile(r" ?\([^()]*\)")


def _opened(told: Told, description: Description) -> Referent | None:
    """Give the named event of "the opening of the 7th Forum": who opens or attends the one is at the other."""
    if description.head not in read(told.document.lang, "descriptions")["openings"]:
        return None
    start = _behind_of(told, description.end)
    for mention in told.named:
        referent = told.gathering.referents.get(mention.entity)
        if mention.start == start and referent is not None and is_a(referent.cls, "Event"):
            return referent
    return None


def _behind_of(told: Told, offset: int) -> int | None:
    """Give where what "of" or "of the" brings in begins, where that stands directly behind an offset."""
    lang = told.document.lang
    said = told.text[offset : offset + 24].split(" ", 3)
    if len(said) < 3 or said[0] or said[1].lower() not in words(lang, "of"):
        return None
    article = len(said) > 3 and said[2].lower() in words(lang, "articles")
    return offset + 2 + len(said[1]) + (len(said[2]) + 1 if article else 0)


def _own_names(told: Told, description: Description) -> list[str]:
    """Give the names that a description holds: in quotation marks, or behind "the title of"."""
    found = []
    if description.titled is not None:
        found.append(told.text[slice(*description.titled)])
    if description.cls == "Recognition" and description.head in read(told.document.lang, "descriptions")["titles"]:
        start = _behind_of(told, description.end)
        if start is not None and start < description.long_end:
            found.append(told.text[start : description.long_end])
    return [" ".join(name.split()) for name in found]


def _has_parties(told: Told, description: Description) -> bool:
    """Tell whether an agreement is described by its own parties: "the agreement between A and B", "… with C"."""
    behind = told.text[description.long_end :].lstrip().split(" ", 1)[0].lower()
    own = words(told.document.lang, "party_prepositions")
    inside = set(told.text[description.end : description.long_end].lower().split())
    return behind in own or bool(own & inside)


def _told_of(told: Told, description: Description, family: str, long: str, short: str) -> tuple[Referent, str] | None:
    """Give the thing told of before that a description means, and why."""
    lang = told.document.lang
    earlier = told.before(description.start, family)
    number = edition_of(told.text[description.start : description.end], lang)[0] if family == "Event" else None
    if number is not None:  # "the first congress" is not the second, nor one that nobody numbered
        earlier = [r for r in earlier if number in (r.edition, *(edition_of(name.text, lang)[0] for name in r.names))]
    if family == "Event" and description.titled is not None:
        title = normalise(told.text[slice(*description.titled)])
        if (called := next((r for r in earlier if title in r.forms), None)) is not None:
            return called, "has the title of one told of before"
    telling = (description.modified and not _is_plain(told, description, family)) or long != short
    if telling and family in {"Programme", "Organization", "Recognition", "Event"} and not description.plural:
        for referent in earlier:
            bare = _bare(long, lang)
            if len(bare.split()) > 1 and any(bare == _bare(form, lang) for form in referent.forms):
                return referent, "described in the same words before"
    if family == "Event" and long == short and (main := _session_of(told, description)) is not None:
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
    if family == "Event" and not telling:
        section = max((start for start in told.headings if start <= description.start), default=0)
        part = {mention.entity for mention in told.within(section, len(told.text))}
        here = [referent for referent in earlier if referent.id in part]
        for group in (here, earlier):
            if description.head in words(lang, "any_event") and group:
                main = _main(told, group, section)
                named = [r for r in group if r.series or "/~" not in r.id]
                return main or (named or group)[0], "the event told of before"
            for referent in group:
                opening = (
                    referent.kind == "opening-ceremony" and description.head in read(lang, "descriptions")["openings"]
                )
                if opening or _is_called_so(referent, description.head):
                    return referent, f"the {description.head} told of before"
            if description.cls == "Meeting" and _have_met(told, description.start):
                return None  # "A met with B. Also present at the meeting was C": no forum
            alone, named = _opened_here(told, group, description)
            # "at the opening": of the forum told of; "the festival" are the Days, "the tournament" is the Cup
            if named and not description.weak and (description.cls in _GATHERINGS - {"Ceremony"} or alone):
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
            if general and len(gathered) == 1 and (group is here or not here) and gathered[0].cls != "Meeting":
                return gathered[0], f"the {description.head} is the only gathering told of before"
            alike = [r for r in group if not r.head and r.cls == description.cls and r.cls in _OTHERS]
            if alike:
                return alike[0], f"the {description.head} that this part of the text is about"
        return None
    for referent in earlier:
        same_head = referent.head == description.head or (
            not referent.head and description.head in " ".join(referent.forms).split()
        )
        if not same_head and description.head not in words(told.document.lang, "any_agreement"):
            continue
        in_title = family == "Event" and referent.first < told.title_end
        if (
            telling
            and not in_title
            and not _shares_words(long, referent.forms, description.head, lang, needed=family == "Event")
        ):
            continue
        return referent, f"the {description.head} told of before"
    return None


def _opened_here(told: Told, group: list[Referent], description: Description) -> tuple[bool, list[Referent]]:
    """Give whether a noun is one of openings alone, and the gatherings with a name of their own that it may be of."""
    alone = description.head in words(told.document.lang, "openings_alone")
    meant = _GATHERINGS | {"Competition"} if alone else _GATHERINGS
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


def _is_called_so(referent: Referent, head: str) -> bool:
    """Tell whether a thing is one that a noun names, and not several ("regular meetings")."""
    spoken = " ".join(referent.forms).split()
    return head in spoken or (referent.head == head and f"{head}s" not in spoken)


def _shown(told: Told, description: Description, earlier: list[Referent]) -> tuple[Referent, str] | None:
    """Give the event told of just before that "this business event" means, whatever it says."""
    lang = told.document.lang
    before = told.text[max(0, description.start - _SHOWING) : description.start].lower().split()
    start = description.start
    first = told.text[start : description.end].lower().split()[0]
    this = _said_in(before[-1:], words(lang, "this")) or first in words(lang, "this")
    if description.plural or description.names or not this or _is_of_other_years(told, description):
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


def _is_of_other_years(told: Told, description: Description) -> bool:
    """Tell whether a sentence names years, and the one before others: "in 2019. This forum was held in 2020"."""
    here = told.sentence(description.start)
    bounds = [*told.sentences, len(told.text)]
    years = set(_YEAR.findall(told.text, bounds[here], bounds[here + 1]))
    others = set(_YEAR.findall(told.text, bounds[max(0, here - 1)], bounds[here]))
    return bool(years and others) and years.isdisjoint(others)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _said_in(spoken: list[str], wanted: frozenset[str]) -> bool:
    """Tell whether one of some words is among others."""
    return not wanted.isdisjoint(spoken)


_OPENED = frozenset({"Conference", "Exhibition", "RoundTable", "Course", "Competition"})
_SHOWING = 12  # characters before a description in which "such a" or "this" may stand


def _main(told: Told, events: list[Referent], section: int) -> Referent | None:
    """Give the gathering that a part of a text is about: the one told of first, in its heading or first sentences."""
    gatherings = {r.id: r for r in events if r.cls in _GATHERINGS and r.kind != "celebration"}
    first = next((m for m in told.in_order(section) if m.entity in gatherings), None)
    prose = [start for start in told.sentences if start >= max(section, told.title_end)]
    until = prose[_LEAD] if len(prose) > _LEAD else len(told.text)
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
    """Tell whether the words before an event's noun tell it from no other: "the four-day fair"."""
    lang = told.document.lang
    same = words(lang, "no_difference") | words(lang, "of_several") | words(lang, "of_both_countries")
    said = told.text[description.start : description.end].lower().replace("-", " ").split()[:-1]
    return family == "Event" and all(word in same or word.isdigit() for word in said)


def _bare(form: str, lang: str) -> str:
    return " ".join(word for word in form.split() if word not in words(lang, "optional"))


def _shares_words(long: str, forms: list[str], head: str, lang: str, *, needed: bool) -> bool:
    """Tell whether a fuller description says of a thing what it was called before; `needed`: it must have been."""
    plain = words(lang, "bland") | {head}
    telling = {w for w in set(long.split()) - plain if w not in months(lang) and not w[:1].isdigit()}
    known = {word for form in forms for word in form.split()} - plain
    return not telling or bool(telling & known) or (not known and not needed)


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
