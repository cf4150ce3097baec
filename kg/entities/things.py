"""Agreements, events, programmes that a text describes: told of before, or told of for the first time."""

from __future__ import annotations

import re

from kg.entities.earlier import GATHERINGS, LEAD, SHOWING, family_of, said_in, told_of
from kg.entities.handed import is_handed
from kg.entities.headlines import is_hint, named_below
from kg.entities.held_for import is_occasion
from kg.entities.names import normalise
from kg.entities.otherwise import dedication, in_brackets
from kg.entities.publisher import Publisher, mean_organization
from kg.entities.referents import Referent, edition_of
from kg.entities.told import Told
from kg.languages.counted import as_many, one_each, partners
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.spans import Description
from kg.schema import is_a


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
        if family == "Event" and self._is_of_another(description):
            return
        before = (
            in_brackets(told, description)
            or _in_apposition(told, description, family)
            or _lead(told, description, family)
            or told_of(told, description, family, normalise(long), normalise(short))
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
            and not is_handed(told, description)
        ):
            return  # "seminars", "its meetings": no thing of its own
        elif family == "Programme" and description.plural and description.determiner == "none" and long == short:
            return  # "experience in running joint programmes"
        elif description.plural and family == "Organization" and _is_told_by_names(told, description):
            return  # "two laboratories: A and B"
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
                    if family == "Event":
                        referent.dedicated = dedication(told, description)
                told.mean(description, referent, "described here for the first time", 0.6)
        self._mean_opening(description)
        self._mean_title(description)
        if description.titled is not None and family == "Event":
            self.covered.append((*description.titled, family))
        if description.long_end > description.end:
            self.covered.append((description.end, description.long_end, family))

    def _is_of_another(self, description: Description) -> bool:
        """Tell whether a description of an event means one that is told of elsewhere, and note which."""
        told = self.told
        if (main := _opened(told, description)) is not None:
            told.mean(description, main, f"the {description.head} of it", 0.6)
            if description.head in words(told.document.lang, "ceremonies"):  # which it is called by as well
                main.add(" ".join(told.text[description.start : description.long_end].split()), told.gathering.lang)
        elif (opened := self._opened_below(description)) is not None:
            self._openings[opened.start] = description  # "the opening of the exhibition" is told of with it
        elif (called := _called_within(told, description)) is not None:
            told.mean(description, called, "its title stands before the noun", 0.6)
        elif (below := named_below(told, description)) is not None:
            told.mean(description, below, f"the {description.head} that the text below the title names", 0.6)
        else:
            return is_occasion(told, description, self._events.values())  # "an evening dedicated to the jubilee"
        return True

    def _mean_title(self, description: Description) -> None:
        """Let the title in quotation marks behind a noun mean what the description means."""
        if description.titled is None:
            return
        meant = {m.entity for m in self.told.within(description.start, description.start + 1) if m.source == "rule"}
        for referent in (self.told.gathering.referents.get(entity) for entity in sorted(meant)):
            if referent is not None:
                self.told.gathering.mention(*description.titled, referent, "rule", "what it is called", 0.8)
                if is_a(referent.cls, "Event"):
                    referent.titles.append(" ".join(self.told.text[slice(*description.titled)].split()))
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
                if outer.modified and referent.cls == outer.cls:  # "an on-line ceremony of signing" is called so too
                    said = self.told.text[_without_quantity(self.told, outer) : outer.end]
                    referent.add(" ".join(said.split()), self.told.gathering.lang)


def _is_none(told: Told, description: Description) -> bool:
    """Tell whether it is said that there is no such thing: "there is no other forum of this kind"."""
    before = told.text[max(0, description.start - SHOWING) : description.start].lower().split()
    return said_in(before[-1:], words(told.document.lang, "none_of"))


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


def _is_told_by_names(told: Told, description: Description) -> bool:
    """Tell whether the names behind a plural are all that it means: "two laboratories: A and B"."""
    head = told.token(description.end - 1)
    return head is not None and bool(as_many(head))


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
    here = told.sentences[told.sentence(description.start)]
    if description.start < told.title_end or here not in told.prose[:LEAD]:
        return None
    behind = next((start for start in told.sentences if start > here), len(told.text))
    before = [r for r in told.before(told.title_end, "Event") if r.cls in GATHERINGS]
    before = [r for r in before if r.head and r.head == description.head] or before
    if len(before) != 1 or not told.within(0, told.title_end):
        return None
    (main,) = before
    if any(m.entity == main.id for m in told.within(told.title_end, behind)):
        return None  # "during the congress a seminar was held"
    opens = description.head == main.head and main.cls == "Ceremony"  # "a grand ceremony opened the 5th Congress"
    named = any(m.start > description.end and is_a(m.cls, "Event") for m in told.named if here <= m.start < behind)
    if named and not opens:
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
            if referent is not None and referent.cls in GATHERINGS | {"Competition"}:
                return referent, "what the name behind it is"
    return None


_APPOSED = 90  # characters between a noun and the name behind it


def _shorter(told: Told, long: str, short: str) -> list[str]:
    """Give forms between a full and a bare description: "protocol on tests" of "… on tests between A and B"."""
    said = long.split()
    bare = len(short.split())
    cuts = words(told.document.lang, "cuts")
    forms = [" ".join(said[:k]).rstrip(",") for k in range(len(said) - 1, bare, -1) if said[k].lower() in cuts]
    numbered = bare > 1 and said[0].lower() in words(told.document.lang, "numbers")
    forms += [" ".join(said[1:]), " ".join(said[1:bare])] if numbered else []  # "three | cooperation agreements"
    return [form for form in forms if form.count('"') % 2 == 0]  # no half of a quotation


def _plainly(told: Told, event: Referent) -> list[str]:
    """Give an event's names without praise and brackets, a ceremony's bare: "double | opening ceremony"."""
    found, lang = [], told.document.lang
    for name in event.names:
        said = _BRACKETED.sub("", name.text).split()
        bare = said[-1:] and said[-1].lower() in words(lang, "ceremonies") and _only_modify(told, said[:-_BARE])
        kept = _BARE if bare else len(said)  # that many of its last words are its bare name
        while len(said) > 1 and (len(said) > kept or said[0].lower().strip(",") in words(lang, "praising")):
            del said[0]
        found += [" ".join(said)] if len(said) > 1 and " ".join(said) != name.text else []
    return found


def _only_modify(told: Told, said: list[str]) -> bool:
    """Tell whether words before a ceremony's bare name name nothing whose it is: not "Omsk Forum opening ceremony"."""
    return all(word.islower() and kind_of(told.document.lang, [word]) is None for word in said)


_BARE = 2  # words of the bare name of a ceremony: "opening ceremony"
_BRACKETED = re.compile(r" ?\([^()]*\)")


def _opened(told: Told, description: Description) -> Referent | None:
    """Give the named event of "the opening of the 7th Forum": who opens or attends the one is at the other."""
    if description.head not in read(told.document.lang, "descriptions")["openings"] or _is_reported(told, description):
        return None
    start = _behind_of(told, description.end)
    for mention in told.named:
        referent = told.gathering.referents.get(mention.entity)
        if mention.start == start and referent is not None and is_a(referent.cls, "Event"):
            return referent
    return None


def _is_reported(told: Told, description: Description) -> bool:
    """Tell whether a text reports a ceremony at which something begins: "the opening ceremony of F was held"."""
    if description.head not in words(told.document.lang, "ceremonies") or description.plural:
        return False
    head = told.token(description.end - 1)
    if head is None or description.start < told.title_end:
        return head is not None
    held = head.head.lemma_ in read(told.document.lang, "descriptions")["held_verbs"]
    return held and head.dep_ in {"nsubj", "nsubjpass", "dobj"}


def _behind_of(told: Told, offset: int) -> int | None:
    """Give where what "of" or "of the" brings in begins, where that stands directly behind an offset."""
    lang = told.document.lang
    said = told.text[offset : offset + 24].split(" ", 3)
    if len(said) < 3 or said[0] or said[1].lower() not in words(lang, "of"):
        return None
    article = len(said) > 3 and said[2].lower() in words(lang, "articles")
    return offset + 2 + len(said[1]) + (len(said[2]) + 1 if article else 0)


def _called_within(told: Told, description: Description) -> Referent | None:
    """Give the event whose title in quotation marks a description holds: "the 2023 “Polar Day” event"."""
    marked = _TITLE_WITHIN.search(told.text, description.start, description.end)
    if marked is None or description.plural:
        return None
    title = normalise(marked[1])
    events = (r for r in told.gathering.referents.values() if is_a(r.cls, "Event") and r.series is None)
    found = [r for r in events if title in r.forms]
    years = {word for word in told.text[description.start : marked.start()].split() if word.isdigit()}
    known = {word for r in found for form in r.forms for word in form.split() if _YEAR.fullmatch(word)}
    return found[0] if len(found) == 1 and (not years or not known or years & known) else None


_TITLE_WITHIN = re.compile(r"[\"“«]([^\"“”«»\n]{4,90})[\"”»] ")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _own_names(told: Told, description: Description) -> list[str]:
    """Give the names that a description holds: in quotation marks, or behind "the title of"."""
    found = [told.text[slice(*description.titled)]] if description.titled is not None else []
    if description.cls == "Recognition" and description.head in read(told.document.lang, "descriptions")["titles"]:
        start = _behind_of(told, description.end)
        if start is not None and start < description.long_end:
            found.append(told.text[start : description.long_end])
    return [" ".join(name.split()) for name in found]
