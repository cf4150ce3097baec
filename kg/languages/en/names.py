"""Names in English text: the registry's, those of people, and those built by pattern.

Runs after the model's own recogniser and before the parser; every name becomes one token (``merging.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.languages import pinyin
from kg.languages.en.acronyms import acronyms, introduced, is_mixed, off_owner
from kg.languages.en.branches import branches, with_branches
from kg.languages.en.built import built, is_deputy_of, is_opener
from kg.languages.en.capitals import any_case
from kg.languages.en.companies import companies_ending, companies_listed
from kg.languages.en.dashed import dashed
from kg.languages.en.extents import (
    as_abbreviated,
    bodies_of_places,
    lengthened,
    of_party,
    off_sides,
    with_fields,
    with_members,
)
from kg.languages.en.growth import grown
from kg.languages.en.halls import halls
from kg.languages.en.held import held, without_mottos
from kg.languages.en.lettered import behind_cities, lettered
from kg.languages.en.letters import is_grammar, nouns
from kg.languages.en.merging import merge, merge_dates
from kg.languages.en.model_names import is_proper, model_names
from kg.languages.en.namesakes import dedicated, is_told_by_place, within_brackets
from kg.languages.en.parted import built_beside, parted
from kg.languages.en.people_known import openers
from kg.languages.en.people_listed import headed
from kg.languages.en.persons import is_within_name, persons
from kg.languages.en.seen import as_seen
from kg.languages.en.shapes import shaped
from kg.languages.en.titled import titled
from kg.languages.en.towns import towns
from kg.languages.en.variants import respelt, turned, variants
from kg.languages.gazetteer import build
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.languages.lines import whole
from kg.languages.spans import NameSpan, covered, widest
from kg.languages.view import plain
from kg.registry import Registry, load
from kg.schema import is_a


class EnglishNames:
    """The spaCy component ``srac_names``."""

    def __init__(self, nlp: Language, registry: Registry) -> None:
        self.classes = {entry.id: entry.cls for entry in registry.entries}
        self.countries = {entry.id: entry.country for entry in registry.entries if is_a(entry.cls, "Organization")}
        self.states = {entry.id: entry.country for entry in registry.entries if entry.cls == "Country"}
        self.own = {entry.id: {plain(name).lower() for name in entry.own} for entry in registry.entries if entry.own}
        names = [(name.text, entry.id) for entry in registry.entries for name in entry.names]
        names += [(name, entry.id) for entry in registry.entries for name in entry.own]
        single = [(name, text) for text, _ in names if " " not in (name := plain(text))]
        usual = {name.lower() for name, _ in single if not name.isupper()}
        # "JIE" is an abbreviation, "Jie" is not: where only capitals are known, capitals are asked for
        self.capitals = {name.lower() for name, _ in single if name.isupper()} - usual
        names += list(turned(names, registry))
        names += list(respelt(registry))
        names += list(lettered(names, registry))
        self.registry = registry
        self.gazetteer = build(
            ((variant, entry) for name, entry in names for variant in variants(plain(name))),
            str.lower,
            lambda name: [token.text for token in nlp.tokenizer(name)],
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find the names, leave them in ``doc._.names`` in order, and merge each into one token."""
        known = list(self._known(doc))
        text = whole(doc)
        known = bodies_of_places(_without_committees(known, text), text)
        known = [self._with_country(name, doc) for name in [*known, *self._missions(known, text)]]
        if shared := list(self._sharing_noun(doc, known)):
            known = widest([*shared, *known])
        companies = [
            *companies_ending(doc, text, {name.end for name in known if is_a(name.cls, "Place")}),
            *companies_listed(text, known),
        ]
        found = persons(doc, text, known, companies)
        companies += [*_institutes_of_academies(known, text), *behind_cities(known, text, self.registry)]
        companies += shaped(text, [*known, *companies], found)
        named = [name for name in found if name.source != "model"]
        patterned = companies + parted(built(doc, [*known, *companies], named), text)
        patterned += built_beside(doc, [*known, *companies], patterned, named)
        clear = covered(patterned)
        found = [n for n in found if n.source != "model" or clear.isdisjoint(range(n.start, n.end))]
        known, patterned = ([dedicated(name, text) for name in names] for names in (known, patterned))
        patterned = [self._of_country(with_members(name, text), text) for name in patterned]
        patterned = [as_abbreviated(of_party(name, text), text) for name in self._of_states(patterned, text, known)]
        firm = [name for name in (*known, *patterned) if is_a(name.cls, "Organization") or is_a(name.cls, "Event")]
        firm_taken = covered((*firm, *(n for n in found if n.score > _LIKELY)))
        people_named = [name for name in found if name.score > _LIKELY]
        patterned = grown(with_fields(patterned, text, firm_taken), text, known, people_named)
        patterned = dashed(text, patterned, known)
        patterned = as_seen(
            doc, text, [off_sides(off_owner(n, text), text) for n in patterned], [*known, *people_named]
        )
        patterned += [*branches(text, [*known, *patterned]), *towns(text, covered((*known, *patterned)))]
        patterned += introduced(doc, text, [*known, *patterned], covered((*known, *found, *patterned)))
        entitled = [*titled(doc, [*known, *(name for name in found if name.source != "model")]), *held(doc)]
        patterned = without_mottos([*patterned, *entitled], text)
        found += headed(doc, [*known, *patterned], covered((*known, *found, *patterned)))
        found = [n for n in found if n.source != "model" or not is_mixed(text[n.start : n.end])]
        taken = covered((*known, *found, *patterned))
        patterned += with_branches(text, acronyms(doc, [*known, *patterned], taken), taken)
        full = covered((*known, *found, *patterned))
        rest = [
            name
            for name in without_mottos(_without_committees(list(model_names(doc, text)), text), text)
            if full.isdisjoint(range(name.start, name.end)) and not is_told_by_place(text, name.start, name.end)
        ]
        houses = list(halls(text))
        spans = {(name.start, name.end) for name in houses}
        patterned, rest = ([n for n in names if (n.start, n.end) not in spans] for names in (patterned, rest))
        names = _without_agencies(lengthened(doc, widest([*known, *found, *patterned, *rest, *houses])), text)
        doc._.names = tuple(names)
        doc._.aliases = tuple(within_brackets(names, text))
        doc._.inner = tuple(self._inner(doc, names))
        doc.ents = ()  # from here on an entity is a name of ours; the model's dates and numbers are none
        merge(doc, names)
        merge_dates(doc)
        return doc

    def _known(self, text: Doc | Span) -> Iterator[NameSpan]:
        for hit in self.gazetteer.hits([token.text for token in text]):
            span = text[hit.start : hit.end]
            cls = self.classes[hit.entries[0]]
            if len(span) > 1 and not is_proper(span) and not (cls == "Person" and _is_titled(span)):
                yield from self._known(span[1:])  # "the province of | Hunan"
                continue
            # a text is made anew each time that it is asked for: only where its last word is small
            small = span[-1].is_lower and is_a(cls, "Organization")
            if small and is_told_by_place(span.doc.text, span.start_char, span.end_char):
                yield from self._known(span[:-1])  # "the | Omsk | university"
                continue
            if (
                not (is_proper(span) or (cls == "Person" and _is_titled(span)))
                or _is_half(span)
                or _is_tail(span)
                or (is_a(cls, "Organization") and _is_of_part(span))
                or self._goes_on(span, hit.entries[0])
                or (span.text.lower() in self.capitals and not span.text.isupper())
            ):
                continue
            if cls == "Person" and self._is_own(span.text, hit.entries[0]) and is_within_name(span):
                continue  # "Ivan | Rudskoy", "V.A. | Koksharov"
            bare = _before_bracket(span)
            if len(hit.entries) == 1 and bare is not None and self._is_own(bare.text, hit.entries[0]):
                yield NameSpan(bare.start_char, bare.end_char, cls, "registry", 0.95, hit.entries[0])
                yield from self._known(span.doc[bare.end + 1 : span.end - 1])  # where it is
                continue
            if len(hit.entries) == 1 and not self._is_own(span.text, hit.entries[0]):
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.99, hit.entries[0])
            else:
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.6, candidates=hit.entries)

    def _sharing_noun(self, doc: Doc, known: list[NameSpan]) -> Iterator[NameSpan]:
        """Find known names that share their noun: "Peking and Tsinghua | universities", unless all may be places."""
        places = {name.start for name in known if is_a(name.cls, "Place")}
        heads = read("en", "names")["small_heads"]
        for noun in doc:
            one = singular(noun.lower_) if noun.lower_.endswith("s") else noun.lower_
            if one == noun.lower_ or one not in heads:
                continue
            first = noun.i
            while first and (doc[first - 1].text[:1].isupper() or doc[first - 1].lower_ in {",", "and", "&"}):
                first -= 1
            items = [
                [*item]
                for cut, item in groupby(doc[first : noun.i], lambda t: t.lower_ in {",", "and", "&"})
                if not cut
            ]
            hits = [next(self.gazetteer.hits([*(t.text for t in item), one]), None) for item in items]
            found = [
                (hit, item)
                for hit, item in zip(hits, items, strict=True)
                if hit is not None and not hit.start and hit.end > len(item) and len(hit.entries) == 1
            ]
            if len(found) < max(_SEVERAL, len(items)) or all(item[0].idx in places for item in items):
                continue
            for hit, item in found:
                end = noun.idx + len(noun) if item is items[-1] else item[-1].idx + len(item[-1])
                yield NameSpan(item[0].idx, end, self.classes[hit.entries[0]], "registry", 0.95, hit.entries[0])

    def _with_country(self, name: NameSpan, doc: Doc) -> NameSpan:
        """Give a known name with the adjective of its country before it: "Office of the | Russian Polar Agency"."""
        country = self.countries.get(name.entry or "")
        span = doc.char_span(name.start, name.end) if country is not None else None
        if span is None or span.start < 2 or doc[span.start - 2].text == "-":
            return name
        before = doc[span.start - 1]
        own = before.text[:1].isupper() and read("en", "descriptions")["sides"].get(before.lower_) == country
        form = _legal_form().search(whole(doc), max(0, name.start - 30), name.start) if name.cls == "Company" else None
        if form is not None:
            return replace(name, start=form.start())  # "State Corporation | Rosatom"
        return replace(name, start=before.idx) if own else name

    def _of_states(self, names: list[NameSpan], text: str, known: list[NameSpan]) -> list[NameSpan]:
        """Give the names, a ministry's with the state whose it is: "Peru's | Ministry of Education", no side's."""
        states = {name.end: name for name in known if self._is_third(name)}
        return [
            replace(name, start=states[name.start - 3].start)
            if name.cls == "GovernmentBody" and name.start - 3 in states and text[name.start - 3 : name.start] in _OWNS
            else name
            for name in names
        ]

    def _is_third(self, name: NameSpan) -> bool:
        """Tell whether a name is that of a country which is no side of these texts."""
        sides = read("en", "descriptions")["sides"].values()
        return name.cls == "Country" and name.entry is not None and self.states.get(name.entry) not in sides

    def _missions(self, known: list[NameSpan], text: str) -> Iterator[NameSpan]:
        """Find embassies and parliaments in small letters by whose they are: "India's embassy in Russia"."""
        for state in known:
            mission = _mission().match(text, state.end) if state.cls == "Country" else None
            behind = text[mission.end() : mission.end() + _WORD].split()[:1] if mission is not None else []
            if mission is None or (behind and behind[0] in nouns()[0]):
                continue  # "the embassy | school"
            place = f" in {mission['place']}" if mission["place"] else ""
            called = f"{mission['body']} of {text[state.start : state.end]}{place}".split()
            hit = next(self.gazetteer.hits(called), None)
            whole = hit is not None and not hit.start and hit.end == len(called) and len(hit.entries) == 1
            entry = hit.entries[0] if hit is not None and whole else None
            source = "registry" if entry is not None else "pattern"
            yield NameSpan(state.start, mission.end(), "GovernmentBody", source, 0.9, entry)

    def _inner(self, doc: Doc, names: list[NameSpan]) -> Iterator[NameSpan]:
        """Find known names within names: the university in the name of its office."""
        for name in names:
            span = doc.char_span(name.start, name.end)
            if span is None or len(span) < 2 or not is_a(name.cls, "Organization"):
                continue
            within = sorted(self._within(span), key=lambda inner: (inner.start, -inner.end))
            # the Ministry of Education is nothing within the Ministry of Education and Science
            body = name.cls == "GovernmentBody"
            yield from (n for n in within if not (body and n.cls == name.cls and n.start == name.start))

    def _within(self, span: Span) -> dict[NameSpan, None]:
        """Give the known names within a name, and those within them: "the Branch of the Academy" in its institute's."""
        found = dict.fromkeys((*self._known(span[:-1]), *self._known(span[1:])))
        for inner in tuple(found):
            part = span.doc.char_span(inner.start, inner.end)
            if part is not None and len(part) > 2 and is_a(inner.cls, "Organization"):
                found |= self._within(part)
        return found

    def _goes_on(self, span: Span, entry: str) -> bool:
        """Tell whether a longer name begins here: "the Sino-Russian Institute of Power Engineering" is another one."""
        cls = self.classes[entry]
        if not (is_a(cls, "Organization") or is_a(cls, "Event")) or span[-1].lower_ in {"sciences", "technology"}:
            return False
        rest = span.doc[span.end : span.end + 3]
        if len(rest) < 2 or rest[0].lower_ not in {"of", "for"} or kind_of("en", [span[-1].lower_]) is None:
            return False
        if rest[0].lower_ == "for" and is_deputy_of(span.doc, span.start):
            return False
        following = rest[2] if rest[1].lower_ == "the" and len(rest) > 2 else rest[1]
        known = next(self.gazetteer.hits([token.text for token in span.doc[following.i : following.i + 8]]), None)
        return following.text[:1].isupper() and (known is None or known.start > 0)

    def _of_country(self, name: NameSpan, text: str) -> NameSpan:
        """Give a name that a bracket parts from its place as what it is whole: "Polar Fund (PF) | of China"."""
        behind = _BEHIND_BRACKET.match(text, name.end) if is_a(name.cls, "Organization") else None
        if behind is None:
            return name
        whole = f"{text[name.start : name.end]} {behind[1]}".split()
        hit = next(self.gazetteer.hits(whole), None)
        if hit is None or hit.start or hit.end < len(whole) or len(hit.entries) > 1:
            return name
        return replace(name, cls=self.classes[hit.entries[0]], source="registry", score=0.95, entry=hit.entries[0])

    def _is_own(self, text: str, entry: str) -> bool:
        return text.lower() in self.own.get(entry, ())


@Language.factory("srac_names")
def make_names(nlp: Language, name: str) -> EnglishNames:  # noqa: ARG001 - spaCy's signature
    """Give the component that finds names; it knows the registry that ships with the package."""
    return EnglishNames(nlp, load())


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){read('en', 'shapes')['legal_forms']} $")


@cache
def _mission() -> re.Pattern[str]:
    missions = any_case(read("en", "names")["of_states"])
    return re.compile(rf"['’]s (?P<body>{missions})(?: in (?:the )?(?P<place>[A-Z]\w+(?: [A-Z]\w+)?))?(?![\w-])")


_OWNS = {"'s ", "’s "}
_SEVERAL, _WORD = 2, 20
_LIKELY = 0.8  # how sure it must be that somebody is named where the name of a body might go on
_COMMITTEE = re.compile(r" (?:(?!Central)[A-Z]\w+ ){0,6}[Cc]ommittee")


def _without_committees(known: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names without those of parties where a committee of theirs is meant: "the CPC Committee" of X."""
    parties = set(read("en", "posts")["parties"])
    return [
        name
        for name in known
        if not (text[name.start : name.end].lower() in parties and _COMMITTEE.match(text, name.end))
    ]


_BEHIND_BRACKET = re.compile(r" \([A-Z][A-Za-z]{1,9}\) (of (?:the )?[A-Z][\w']+(?: [A-Z][\w']+)?)")
_ACRONYMS = re.compile(r"(?<![\w.-])(?:[A-Z]{2,8}[a-z]?[A-Z]? ){1,2}$")


def _institutes_of_academies(known: list[NameSpan], text: str) -> list[NameSpan]:
    """Find institutes by their acronym before their academy's, which alone would mean the academy: "ICMB | SB RAS"."""
    found = []
    academy = re.compile(read("en", "names")["academies"])
    for name in known:
        if not academy.fullmatch(text, name.start, name.end):
            continue
        line = text.rfind("\n", 0, name.start) + 1
        before = _ACRONYMS.search(text, max(line, name.start - 20), name.start)
        taken = before is not None and any(before.start() < other.end <= name.start for other in known)
        grammar = before is not None and any(is_opener(word) or is_grammar(word) for word in before[0].split())
        if before is not None and not taken and not grammar:
            found.append(NameSpan(before.start(), name.end, "ResearchOrganization", "pattern", 0.9))
    return found


def _before_bracket(span: Span) -> Span | None:
    """Give a known name without its place: "Taizhou University" of "Taizhou University (Zhejiang)"."""
    place = next((token.i for token in span if token.text == "("), None)
    return span.doc[span.start : place] if place is not None and place > span.start and span[-1].text == ")" else None


def _is_titled(span: Span) -> bool:
    """Tell whether a name begins with a post in small letters: "president Putin"."""
    return len(span) > 1 and span[0].lower_ in nouns()[3] and span[1].text[:1].isupper()


def _is_half(span: Span) -> bool:
    """Tell whether a name is only a part: of "China-Russia", or the given name in "Sun Dongsheng"."""
    doc = span.doc
    first, last = span.start, span.end - 1
    if first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        return True
    if last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_):
        return doc[last + 2].lower_ != "based"
    if len(span) > 1 or span.start == 0 or not pinyin.is_given_name(span.text):
        return False
    before = doc[span.start - 1]
    return before.is_title and pinyin.is_surname(before.text) and not before.is_sent_start


def _is_tail(span: Span) -> bool:
    """Tell whether a name that begins with its noun is the end of another: "Pedagogical | University of Anhui"."""
    if len(span) < 2 or span.start == 0 or kind_of("en", [span[0].lower_]) is None or span[1].lower_ != "of":
        return False
    before = span.doc[span.start - 1]
    return before.is_alpha and before.is_title and not before.is_sent_start and before.lower_ not in openers()


def _is_of_part(span: Span) -> bool:
    """Tell whether a name is the end of one of a part of the land: "North | Amur State University"."""
    before = span.doc[span.start - 1] if span.start and span.doc[span.start - 1].whitespace_ else None
    return before is not None and before.is_title and before.lower_ in read("en", "shapes")["directions"]


def _without_agencies(names: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names without those of news agencies that only say who reports."""
    agencies = {match.span("agency") for match in _dateline().finditer(text)}
    return [name for name in names if (name.start, name.end) not in agencies]


@cache
def _dateline() -> re.Pattern[str]:
    """Give the pattern of how news agencies begin: "BEIJING, Dec. 3 (Xinhua) --"."""
    return re.compile(read("en", "names")["dateline"], re.MULTILINE)
