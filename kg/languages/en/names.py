"""Names in English text: the registry's, those of people, and those built by pattern.

Runs after the model's own recogniser and before the parser; every name becomes one token (``merging.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.languages import pinyin
from kg.languages.en.bodies import is_portfolio
from kg.languages.en.built import built, is_deputy_of, is_field, is_opener, is_premises
from kg.languages.en.letters import CAPITALISED, is_grammar, nouns
from kg.languages.en.merging import merge, merge_dates
from kg.languages.en.ministries import also
from kg.languages.en.people import headed, listed, openers, people, rostered, surnames
from kg.languages.en.rows import asides
from kg.languages.en.titled import titled
from kg.languages.gazetteer import build
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, words
from kg.languages.origins import surname_endings
from kg.languages.spans import NameSpan, widest
from kg.languages.view import plain
from kg.registry import Registry, load
from kg.schema import is_a

_NO_NAMES = {"Agreement", "Programme", "Recognition"}
_BEHIND_HEADS = {"on", "of", "for", "in", "between"}
_MODEL_CLASSES = {"ORG": "Organization", "GPE": "Place", "LOC": "Place", "EVENT": "Event", "FAC": "Place"}


class EnglishNames:
    """The spaCy component ``srac_names``."""

    def __init__(self, nlp: Language, registry: Registry) -> None:
        self.classes = {entry.id: entry.cls for entry in registry.entries}
        self.countries = {entry.id: entry.country for entry in registry.entries if is_a(entry.cls, "Organization")}
        self.own = {entry.id: {plain(name).lower() for name in entry.own} for entry in registry.entries if entry.own}
        names = [(name.text, entry.id) for entry in registry.entries for name in entry.names]
        single = [(name, text) for text, _ in names if " " not in (name := plain(text))]
        usual = {name.lower() for name, _ in single if not name.isupper()}
        # "JIE" is an abbreviation, "Jie" is not: where only capitals are known, capitals are asked for
        self.capitals = {name.lower() for name, _ in single if name.isupper()} - usual
        names += [(name, entry.id) for entry in registry.entries for name in entry.own]
        names += list(_turned(names, registry))
        names += list(_respelt(registry))
        self.gazetteer = build(
            ((variant, entry) for name, entry in names for variant in _variants(plain(name))),
            str.lower,
            lambda name: [token.text for token in nlp.tokenizer(name)],
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find the names, leave them in ``doc._.names`` in order, and merge each into one token."""
        known = list(self._known(doc))
        text = doc.text  # spaCy joins its tokens anew at every call
        known = _bodies_of_places(_without_committees(known, text), text)
        known = [self._with_country(name, doc) for name in known]
        companies = list(_companies(doc, text))
        found = list(people(doc, _taken((*known, *companies))))
        found += listed(doc, found, _taken((*known, *found)))
        found += rostered(doc, found, known)
        found += surnames(doc, found, _taken((*known, *found)))
        companies += _institutes_of_academies(known, text)
        patterned = companies + built(doc, [*known, *companies], [name for name in found if name.source != "model"])
        clear = _taken(patterned)
        found = [n for n in found if n.source != "model" or clear.isdisjoint(range(n.start, n.end))]
        known, patterned = ([_dedicated(name, text) for name in names] for names in (known, patterned))
        patterned = [self._of_country(_with_members(name, text), text) for name in patterned]
        patterned += _introduced(doc, text, [*known, *patterned], _taken((*known, *found, *patterned)))
        patterned += titled(doc, [*known, *(name for name in found if name.source != "model")])
        found += headed(doc, [*known, *patterned], _taken((*known, *found, *patterned)))
        taken = _taken((*known, *found, *patterned))
        rest = [name for name in _model(doc, text) if not taken & set(range(name.start, name.end))]
        names = _lengthened(doc, widest([*known, *found, *patterned, *rest]))
        agencies = {match.span("agency") for match in _dateline().finditer(text)}
        names = [name for name in names if (name.start, name.end) not in agencies]
        doc._.names = tuple(names)
        doc._.inner = tuple(self._inner(doc, names))
        doc.ents = ()  # from here on an entity is a name of ours; the model's dates and numbers are none
        merge(doc, names)
        merge_dates(doc)
        return doc

    def _known(self, text: Doc | Span) -> Iterator[NameSpan]:
        for hit in self.gazetteer.hits([token.text for token in text]):
            span = text[hit.start : hit.end]
            cls = self.classes[hit.entries[0]]
            if (
                not (_is_proper(span) or (cls == "Person" and _is_titled(span)))
                or _is_half(span)
                or _is_tail(span)
                or self._goes_on(span, hit.entries[0])
                or (span.text.lower() in self.capitals and not span.text.isupper())
            ):
                continue
            bare = _before_bracket(span)
            if len(hit.entries) == 1 and bare is not None and self._is_own(bare.text, hit.entries[0]):
                yield NameSpan(bare.start_char, bare.end_char, cls, "registry", 0.95, hit.entries[0])
                continue
            if len(hit.entries) == 1 and not self._is_own(span.text, hit.entries[0]):
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.99, hit.entries[0])
            else:
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.6, candidates=hit.entries)

    def _with_country(self, name: NameSpan, doc: Doc) -> NameSpan:
        """Give a known name with the adjective of its country before it: "Office of the | Russian Polar Agency"."""
        country = self.countries.get(name.entry or "")
        span = doc.char_span(name.start, name.end) if country is not None else None
        if span is None or span.start < 2 or doc[span.start - 2].text == "-":
            return name
        before = doc[span.start - 1]
        own = before.text[:1].isupper() and read("en", "descriptions")["sides"].get(before.lower_) == country
        return replace(name, start=before.idx) if own else name

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


_COMMITTEE = re.compile(r" (?:(?!Central)[A-Z]\w+ ){0,6}Committee")


def _without_committees(known: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names without those of parties where a committee of theirs is meant: "the CPC Committee" of X."""
    parties = set(read("en", "posts")["parties"])
    return [
        name
        for name in known
        if not (text[name.start : name.end].lower() in parties and _COMMITTEE.match(text, name.end))
    ]


def _turned(names: list[tuple[str, str]], registry: Registry) -> Iterator[tuple[str, str]]:
    """Give names of universities the other way round, unless others bear them: "University of Heilongjiang"."""
    known = {plain(name).lower() for name, _ in names}
    places = {
        plain(name.text).lower() for entry in registry.entries if is_a(entry.cls, "Place") for name in entry.names
    }
    for name, entry in names:
        place, _, noun = plain(name).rpartition(" ")
        turned = f"University of {place}"
        if noun == "University" and place.lower() in places and turned.lower() not in known:
            yield turned, entry


def _respelt(registry: Registry) -> Iterator[tuple[str, str]]:
    """Give the names of known people by how else their surnames may end: "Dostoevskii" for "Dostoevsky"."""
    ends = read("en", "people")["surname_ends"]
    known = {plain(name.text).lower() for entry in registry.entries for name in entry.names}
    for entry in registry.entries:
        for name in entry.names if is_a(entry.cls, "Person") else ():
            said = plain(name.text)
            end = next((end for end in ends if said.endswith(end)), "")
            stem = said.removesuffix(end)
            if end and " " in said and said.isascii() and len(stem.split()[-1]) > 3 and stem[-1] not in "aeiou":
                yield from ((stem + other, entry.id) for other in ends if (stem + other).lower() not in known)


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


def _variants(name: str) -> Iterator[str]:
    """Give the spellings of a name that differ only in how English prints it."""
    yield name
    yield from also(name)
    for usual, others in read("en", "spellings").items():
        if usual in name:
            yield from (name.replace(usual, other) for other in others)


def _before_bracket(span: Span) -> Span | None:
    """Give a known name without its place: "Taizhou University" of "Taizhou University (Zhejiang)"."""
    place = next((token.i for token in span if token.text == "("), None)
    return span.doc[span.start : place] if place is not None and place > span.start and span[-1].text == ")" else None


def _is_proper(span: Span) -> bool:
    # A name is spelled with capitals; "it" is no abbreviation, "union" no Union.
    first = span[0].text
    return first[:1].isupper() or first[:1].isdigit() or any(ch.isupper() for ch in first) or not first.isascii()


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


def _taken(names: Iterable[NameSpan]) -> set[int]:
    return {offset for name in names for offset in range(name.start, name.end)}


def _dedicated(name: NameSpan, text: str) -> NameSpan:
    """Give a name with whose name its bearer carries: "Maritime State University named after G. I. Nevelskoy"."""
    if not is_a(name.cls, "Organization"):
        return name
    initials = _INITIALS_BEFORE.search(text, max(0, name.start - 8), name.start)
    if initials is not None and text[name.start : name.end].split(maxsplit=1)[0].lower().endswith(surname_endings()):
        name = replace(name, start=initials.start())  # "P.P. | Shirshov Institute"
    behind = _number().match(text, name.end) or _dedication().match(text, name.end)
    return replace(name, end=behind.end()) if behind else name


@cache
def _dedication() -> re.Pattern[str]:
    words = read("en", "names")["dedications"]
    return re.compile(rf",? (?:{words}) (?:[A-Z][a-z]?\. ?)*[A-Z][\w'-]+(?: (?:the )?[A-Z][\w'-]+){{0,3}}")


def _companies(doc: Doc, text: str) -> Iterator[NameSpan]:
    """Find names that end as those of companies do: "Boshi Automation Co., Ltd."."""
    posts = nouns()[3]
    for match in _company().finditer(text):
        start = match.start()
        for word in match[0].split()[:-1]:
            if word.lower() not in openers() | posts | frozenset(read("en", "posts")["modifiers"]):
                break
            start += len(word) + 1
        span = doc.char_span(start, match.end(), alignment_mode="expand")
        if span is not None and len(span) > 1:
            yield NameSpan(span.start_char, span.end_char, "Company", "pattern", 0.9)


@cache
def _company() -> re.Pattern[str]:
    data = read("en", "names")["company_ends"]
    return re.compile(rf"(?<![\w.-])(?:{data['word']},? ){{1,7}}{data['end']}(?!\w)")


def _bodies_of_places(known: list[NameSpan], text: str) -> list[NameSpan]:
    """Give the names, a body's with the region or city before it as one: "Republic of Tatarstan | State Council"."""
    places = {name.end: name for name in known if name.cls in {"Region", "City"}}
    return [
        replace(name, start=place.start, entry=None, candidates=(), source="pattern", score=0.85)
        if name.cls == "GovernmentBody"
        and (place := places.get(name.start - 1)) is not None
        and text[name.start - 1] == " "
        else name
        for name in known
    ]


def _with_members(name: NameSpan, text: str) -> NameSpan:
    """Give an association's name with its members in small letters: "Sino-Russian Union | of medical universities"."""
    behind = _members().match(text, name.end) if name.cls == "Association" and name.entry is None else None
    return replace(name, end=behind.end()) if behind is not None and " of " not in text[name.start : name.end] else name


@cache
def _members() -> re.Pattern[str]:
    plurals = "|".join(sorted(read("en", "names")["members"]))
    place = r"(?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
    return re.compile(
        rf" of (?:[a-z][a-z-]+ (?:and [a-z][a-z-]+ )?)?(?:{plurals})(?: of {place}(?: and {place})?)?(?!\w)"
    )


@cache
def _dateline() -> re.Pattern[str]:
    """Give the pattern of how news agencies begin: "BEIJING, Dec. 3 (Xinhua) --"."""
    return re.compile(read("en", "names")["dateline"], re.MULTILINE)


_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]\. ?){1,2}$")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?:{read('en', 'names')['numbers']})(?!\w)")


def _lengthened(doc: Doc, names: list[NameSpan]) -> list[NameSpan]:
    """Give the names, an unknown organization's up to the person behind it: "director of Haval Motor | Rus Li Bo"."""
    starts = {name.start for name in names}
    people = {name.start for name in names if name.cls == "Person"}
    done: list[NameSpan] = []
    for name in names:
        span = doc.char_span(name.start, name.end) if name.source == "model" else None
        word = doc[span.end] if span is not None and span.end + 1 < len(doc) else None
        longer = (
            word is not None
            and is_a(name.cls, "Organization")
            and word.idx not in starts
            and word.nbor().idx in people
            and _ends_name(word)
        )
        done.append(replace(name, end=word.idx + len(word)) if longer and word is not None else name)
    return done


def _ends_name(word: Token) -> bool:
    """Tell whether a word can end an organization's name: a capitalised one that is no title and no noun of a kind."""
    return (
        CAPITALISED.match(word.text) is not None
        and not is_opener(word.text)
        and word.lower_ not in nouns()[3]
        and word.lower_ not in read("en", "posts")["modifiers"]
        and word.lower_.rstrip(".") not in read("en", "posts")["honorifics"]
        and kind_of("en", [word.lower_]) is None
    )


def _introduced(doc: Doc, text: str, names: Iterable[NameSpan], taken: set[int]) -> list[NameSpan]:
    """Find short forms told again that a bracket behind a name introduced: "OmSAU" after "… University (OmSAU)"."""
    bearers: dict[str, NameSpan] = {}
    ends = {name.end: name for name in names if is_a(name.cls, "Organization") or is_a(name.cls, "Event")}
    for token in doc[1:-2]:
        if token.text != "(":
            continue
        aside = asides().match(text, token.idx + 1)
        last = next((t for t in doc[token.i + 1 : -1] if t.idx >= (aside.end() if aside else token.idx + 1)), doc[-1])
        short, before = last.text, doc[token.i - 1]
        bearer = ends.get(before.idx + len(before))
        closed = last.i + 1 < len(doc) and last.nbor().text == ")"
        if bearer is not None and closed and _is_short_form(short):
            bearers.setdefault(short, bearer)
    return [
        NameSpan(token.idx, token.idx + len(token), bearers[token.text].cls, "pattern", 0.9)
        for token in doc
        if token.text in bearers and token.idx not in taken
    ]


def _is_short_form(text: str) -> bool:
    return text.isalnum() and sum(map(str.isupper, text)) >= 2


def _is_field(span: Span) -> bool:
    """Tell whether it is a field: "Rector for International Affairs"."""
    doc, posts = span.doc, nouns()[3]
    before = [token.lower_ for token in doc[max(0, span.start - 4) : span.start]]
    return bool(before) and before[-1] == "for" and bool(posts & set(before))


def _is_led(span: Span) -> bool:
    """Tell whether a word says what somebody is in charge of: "Vice President of Education and Admissions"."""
    doc, posts = span.doc, nouns()[3]
    if not all(is_field(token.text) or token.lower_ in {"and", "&"} for token in span):
        return False
    before = [token.lower_ for token in doc[max(0, span.start - 4) : span.start]]
    place = next((k for k, word in enumerate(before) if k and word == "of" and before[k - 1] in posts), None)
    return place is not None and all(word != "the" and word != "," for word in before[place:])


def _is_taught(span: Span) -> bool:
    """Tell whether it is a subject of study or work: "a bachelor's degree in Wood Science", "Specialist in Botany"."""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    members = {post for post, kind in read("en", "posts")["posts"].items() if kind == "member"}
    of_field = before[1:] == ["in"] or (before[1:] == ["of"] and is_field(span[-1].text))
    if of_field and before[0] in members:
        return not is_a(_MODEL_CLASSES.get(span.label_, "Organization"), "Place")
    if before[1:] == ["of"] and before[0] in read("en", "posts")["degrees"]:
        return True  # "Doctor of Biological Sciences"
    return before[1:] == ["in"] and before[0] in read("en", "names")["taught"]


def _is_quoted_title(span: Span) -> bool:
    """Tell whether it is what a programme or agreement is called: "the master's programme “River Management”"."""
    before = [token for token in span.doc[max(0, span.start - 3) : span.start] if token.lower_ not in _called()]
    kind = kind_of("en", [before[-2].lower_]) if len(before) > 1 and before[-1].text == '"' else None
    return kind is not None and kind.cls in _NO_NAMES


@cache
def _called() -> frozenset[str]:
    return frozenset(read("en", "descriptions")["called"])


def _is_anybody(span: Span) -> bool:
    """Tell whether words say only what and of which country some are: "Delegation of Russian University Rectors"."""
    said = [singular(token.lower_) for token in span if token.is_alpha]
    groups = {*read("en", "descriptions")["groups"], *nouns()[3]}
    kinds = set(read("en", "names")["of_any_country"])
    if len(said) > 1 and said[0] in read("en", "descriptions")["sides"] and said[-1] in words("en", "known_groups"):
        return kind_of("en", said) is None  # "Russian Education Delegation"
    rest = set(said) - groups - kinds - {"of", "and", "the"}
    countries = {*read("en", "descriptions")["sides"], *read("en", "names")["binational"]}
    return bool(rest) and said[-1] in groups | kinds and rest <= countries


def _is_plural(span: Span) -> bool:
    """Tell whether it means several: "Russian Universities", but not "Association of Universities"."""
    last = span[-1].lower_
    organizations = nouns()[0]
    one = singular(last) != last and singular(last) in organizations
    return one and not any(token.lower_ in organizations for token in span[:-1])


def _behind_post(span: Span) -> tuple[Span, bool]:
    """Give what stands behind "Vice Minister of", and whether the span began so."""
    posts, modifiers = nouns()[3], set(read("en", "posts")["modifiers"])
    start = 0
    while start < len(span) and span[start].lower_ in modifiers - posts:
        start += 1
    if start + 1 < len(span) and span[start].lower_ in posts | _bodies() and span[start + 1].lower_ in {"of", "for"}:
        article = start + 2 < len(span) and span[start + 2].lower_ == "the"
        return span[start + 2 + article :], True
    return span, False


@cache
def _bodies() -> frozenset[str]:
    return frozenset(read("en", "posts")["bodies"])


def _stripped(span: Span) -> Span:
    """Give what of a span is the name: without an article, marks, and a preposition or a side at its end."""
    while len(span) and (span[0].lower_ in {"the", "a", "an"} or span[0].is_punct):
        span = span[1:]
    while len(span) and (
        span[-1].lower_ in _BEHIND_HEADS
        or ((span[-1].is_punct or span[-1].text == "'s") and span[-1].text not in {")", '"'})
    ):
        span = span[:-1]
    if len(span) > 2 and span[-1].lower_ in read("en", "descriptions")["sides"] and span[-2].lower_ == "of":
        return span[:-2]  # "the Committee of Chinese side"
    return span


def _model(doc: Doc, text: str) -> Iterator[NameSpan]:
    """Give what only the model saw, with the class that its last word says, if it says one."""
    for entity in doc.ents:
        cls = _MODEL_CLASSES.get(entity.label_)
        if cls is None or "\n" in entity.text:
            continue
        span, posted = _behind_post(_stripped(entity))
        if not len(span) or not _is_proper(span) or not any(t.is_alpha for t in span):
            continue
        titles = nouns()[3] | words("en", "deputies") | set(read("en", "posts")["modifiers"])
        if all(word in titles for word in span.text.lower().replace("-", " ").split()):
            continue  # "Scientific" before "Secretary", "Acting Rector"
        if all(t.lower_ in openers() or t.lower_ in nouns()[0] | nouns()[1] | nouns()[3] for t in span):
            continue  # "the University" means one without naming it
        if _is_anybody(span):
            continue
        if {t.lower_ for t in span} <= set(read("en", "names")["ranks"]):
            continue  # so does "the National Research University"
        head = next((k for k, t in enumerate(span) if k and t.lower_ in _BEHIND_HEADS), len(span))
        if (led := kind_of("en", [t.text for t in span[:head] if not t.is_punct])) is not None and led.cls in _NO_NAMES:
            continue  # "Agreement on Academic Exchange"
        kind = kind_of("en", [t.text for t in span if not t.is_punct])
        if kind is not None and kind.cls in _NO_NAMES:
            continue  # a description, not a name
        if kind is None and _is_taught(span):
            continue  # "a programme in Wood Science", "Professor of Marine Biology"
        if kind is None and _is_quoted_title(span):
            continue
        if (posted or _is_led(span)) and kind is None:
            continue  # "Minister of Trade" is who holds a post, "Dean of Admissions" too
        if kind is not None and len(span) == 2 and is_premises(span[-1].text):
            continue  # "FEFU Campus"
        if kind is None and len(span) > 1 and span[-1].lower_ in nouns()[3] and span[-1].text[:1].isupper():
            continue  # "Polar and Marine Director"
        if kind is None and is_portfolio(text, span.start_char, span.end_char):
            continue  # "Russian Education and Science Minister"
        cls, concept = (kind.cls, kind.kind) if kind is not None else (cls, None)
        if is_a(cls, "Event") and singular(span[-1].lower_) in nouns()[1] - {span[-1].lower_}:
            continue  # "Educational Exhibitions" are no event of that name
        if (cls == "Organization" and _is_field(span)) or (is_a(cls, "Organization") and _is_plural(span)):
            continue
        if len(span) == 1 and kind is None and span[0].lower_.endswith(surname_endings()):
            cls = "Person"  # "Manturov" is who bears such a name, whatever the model says
        if len(span) == 1 and cls == "Organization" and (span[0].lower_ in openers() or not span[0].text[0].isupper()):
            continue
        yield NameSpan(span.start_char, span.end_char, cls, "model", 0.5, None, concept)
