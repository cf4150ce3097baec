"""Names in English text: the registry's, those of people, and those built by pattern.

Runs after the model's own recogniser and before the parser: every name becomes one token, so that
coordinated names are coordinated tokens to the parser. The merged token's NORM is set to a word the
model has seen (its embedding is hashed from NORM, so an unseen merged string would be noise to it).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.languages import pinyin
from kg.languages.codes import Units, expand, matches, units
from kg.languages.gazetteer import build
from kg.languages.kinds import Kind, kind_of, kinds, singular
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.languages.view import plain
from kg.registry import Registry, load
from kg.schema import is_a

ORDINAL = re.compile(
    r"(?:\d{1,3}(?:st|nd|rd|th)|[IVX]{2,6}|V|X|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth)$"
)
_INITIALLED = re.compile(
    r"(?<![\w.])(?!(?:Dr|Mr|Mrs|Ms|St|Prof|Inc|Ltd|No)\.)(?:[A-Z][a-z]?\. ?){1,3}[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?!\w)"
)
INITIALS = re.compile(r"(?!(?:Dr|Mr|Mrs|Ms|St|Prof)\.)(?:[A-Z][a-z]?\.[ -]?)+$")
CAPITALISED = re.compile(r"[A-ZÀ-ÞА-ЯЁ][\w'.+&-]*$|[a-z]?[A-Z][\w'+-]*[A-Z][\w'+-]*$")
_STAND_INS = {"Person": "john", "Place": "paris", "Organization": "google", "Event": "olympics"}
_WORDS = {
    "of": "o", "for": "f", "at": "a", "in": "i", "on": "b", "the": "d", "and": "&", "&": "&", ",": ",",
    "(": "(", ")": ")",
    '"': "q", "'s": "s", "'": "s", ".": ".", "!": ".", "?": ".", ";": ".", ":": ".",
}  # fmt: skip


def merge(doc: Doc, names: Iterable[NameSpan]) -> None:
    """Make each name one token that the parser reads as a proper noun of its class."""
    with doc.retokenize() as retokenizer:
        for name in names:
            span = doc.char_span(name.start, name.end)
            if span is None:
                continue
            stand_in = next((word for cls, word in _STAND_INS.items() if is_a(name.cls, cls)), "google")
            attributes: dict[str | int, Any] = {"NORM": stand_in, "ENT_TYPE": name.cls, "ENT_IOB": 3}
            if len(span) > 1:
                retokenizer.merge(span, attrs=attributes)
            else:
                span[0].norm_ = stand_in
                span[0].ent_type_ = name.cls


class EnglishNames:
    """The spaCy component ``srac_names``."""

    def __init__(self, nlp: Language, registry: Registry) -> None:
        self.classes = {entry.id: entry.cls for entry in registry.entries}
        self.own = {entry.id: {plain(name).lower() for name in entry.own} for entry in registry.entries if entry.own}
        names = [(name.text, entry.id) for entry in registry.entries for name in entry.names]
        single = [(name, text) for text, _ in names if " " not in (name := plain(text))]
        usual = {name.lower() for name, _ in single if not name.isupper()}
        # "JIE" is an abbreviation, "Jie" is not: where only capitals are known, capitals are asked for
        self.capitals = {name.lower() for name, _ in single if name.isupper()} - usual
        names += [(name, entry.id) for entry in registry.entries for name in entry.own]
        self.gazetteer = build(
            ((variant, entry) for name, entry in names for variant in _variants(plain(name))),
            str.lower,
            lambda name: [token.text for token in nlp.tokenizer(name)],
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find the names, leave them in ``doc._.names`` in order, and merge each into one token."""
        known = list(self._known(doc))
        people = list(_people(doc, _taken(known)))
        built = _built(doc, known, people)
        taken = _taken((*known, *people, *built))
        rest = [name for name in _model(doc) if not taken & set(range(name.start, name.end))]
        names = _widest([*known, *people, *built, *rest])
        doc._.names = tuple(names)
        doc._.inner = tuple(self._inner(doc, names))
        doc.ents = ()  # from here on an entity is a name of ours; the model's dates and numbers are none
        merge(doc, names)
        return doc

    def _known(self, text: Doc | Span) -> Iterator[NameSpan]:
        for hit in self.gazetteer.hits([token.text for token in text]):
            span = text[hit.start : hit.end]
            if (
                not _is_proper(span)
                or _is_half(span)
                or (span.text.lower() in self.capitals and not span.text.isupper())
            ):
                continue
            cls = self.classes[hit.entries[0]]
            if len(hit.entries) == 1 and not self._is_own(span.text, hit.entries[0]):
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.99, hit.entries[0])
            else:
                yield NameSpan(span.start_char, span.end_char, cls, "registry", 0.6, candidates=hit.entries)

    def _inner(self, doc: Doc, names: list[NameSpan]) -> Iterator[NameSpan]:
        """Find known names within names: the university in the name of its office."""
        for name in names:
            span = doc.char_span(name.start, name.end)
            if span is None or len(span) < 2 or not is_a(name.cls, "Organization"):
                continue
            within = dict.fromkeys((*self._known(span[:-1]), *self._known(span[1:])))
            yield from sorted(within, key=lambda inner: (inner.start, inner.end))

    def _is_own(self, text: str, entry: str) -> bool:
        return text.lower() in self.own.get(entry, ())


@Language.factory("srac_names")
def make_names(nlp: Language, name: str) -> EnglishNames:  # noqa: ARG001 - spaCy's signature
    """Give the component that finds names; it knows the registry that ships with the package."""
    return EnglishNames(nlp, load())


def _variants(name: str) -> Iterator[str]:
    """Give the spellings of a name that differ only in how English prints it."""
    yield name
    for usual, others in read("en", "spellings").items():
        if usual in name:
            yield from (name.replace(usual, other) for other in others)


def _is_proper(span: Span) -> bool:
    # A name is spelled with capitals; "it" is no abbreviation, "union" no Union.
    first = span[0].text
    return first[:1].isupper() or first[:1].isdigit() or any(ch.isupper() for ch in first) or not first.isascii()


def _is_half(span: Span) -> bool:
    """Tell whether a name is only a part: of "China-Russia", or the given name in "Sun Dongsheng"."""
    doc = span.doc
    first, last = span.start, span.end - 1
    if first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        return True
    if last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_):
        return True
    if len(span) > 1 or span.start == 0 or not pinyin.is_given_name(span.text):
        return False
    before = doc[span.start - 1]
    return before.is_title and pinyin.is_surname(before.text) and not before.is_sent_start


def _taken(names: Iterable[NameSpan]) -> set[int]:
    return {offset for name in names for offset in range(name.start, name.end)}


def _widest(names: list[NameSpan]) -> list[NameSpan]:
    """Give the names that no wider one overlaps, in order of the text."""
    kept: list[NameSpan] = []
    taken: set[int] = set()
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        if not taken & set(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return sorted(kept, key=lambda name: name.start)


@cache
def _people_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    data = read("en", "people")
    return frozenset(data["given"]), tuple(data["surname_endings"]), frozenset(data["not_names"])


@cache
def _nouns() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    organizations: set[str] = set()
    events: set[str] = set()
    places: set[str] = set()
    for words, kind in kinds("en").items():
        home = (
            organizations if is_a(kind.cls, "Organization") else events if is_a(kind.cls, "Event")
            else places if is_a(kind.cls, "Place") else None
        )  # fmt: skip
        if home is not None:
            home.add(words[-1])
    posts = {post.split()[-1] for post in read("en", "posts")["posts"]}
    return frozenset(organizations), frozenset(events), frozenset(places), frozenset(posts)


def _is_name_word(token: Token) -> bool:
    others = _people_words()[2]
    organizations, events, places, posts = _nouns()
    lower = token.lower_
    if not CAPITALISED.match(token.text) or (len(token.text) > 3 and token.text.isupper()):
        return False
    return lower not in others | organizations | events | posts and lower not in places


def _people(doc: Doc, taken: set[int]) -> Iterator[NameSpan]:
    """Find people by the shape of their names, then by the model's word."""
    given, endings, _ = _people_words()
    found: set[int] = set()
    for match in _INITIALLED.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None and span[-1].lower_ not in _people_words()[2] and not taken & set(range(*match.span())):
            found.update(range(span.start_char, span.end_char))
            yield NameSpan(span.start_char, span.end_char, "Person", "pattern", 0.95)
    position = 0
    while position < len(doc):
        token = doc[position]
        length, score = 0, 0.0
        if token.idx not in taken | found and (INITIALS.match(token.text) or _is_name_word(token)):
            length, score = _shape(doc, position, taken, given, endings)
            if length and _goes_on(doc[position : position + length]):
                length = 0
        if length:
            span = doc[position : position + length]
            found.update(range(span.start_char, span.end_char))
            yield NameSpan(span.start_char, span.end_char, "Person", "pattern", score)
            position += length
        else:
            position += 1
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            span = _trim(entity)
            if (
                span is not None
                and not _goes_on(span)
                and not set(range(span.start_char, span.end_char)) & (taken | found)
            ):
                yield NameSpan(span.start_char, span.end_char, "Person", "model", 0.8 if len(span) > 1 else 0.5)


def _goes_on(span: Span) -> bool:
    """Tell whether a noun of an organization or event follows: "Xi'an Polytechnic" is no person before "University"."""
    organizations, events, _, _ = _nouns()
    rest = span.doc[span.end : span.end + 2]
    return any(token.text[:1].isupper() and token.lower_ in organizations | events for token in rest)


def _shape(doc: Doc, first: int, taken: set[int], given: frozenset[str], endings: tuple[str, ...]) -> tuple[int, float]:
    """Give how many tokens from `first` on are a person's name by its shape, and how sure that is."""
    run: list[Token] = []
    for token in doc[first : first + 5]:
        fits = INITIALS.match(token.text) or _is_name_word(token) or (token.text == "-" and run)
        if token.idx in taken or not fits or "\n" in token.text:
            break
        run.append(token)
    while run and (run[-1].text == "-" or INITIALS.match(run[-1].text)) and len(run) > 1:
        run.pop()
    words = [token.text for token in run if token.text != "-"]
    initials = [bool(INITIALS.match(word)) for word in words]
    if len(words) < 2 or all(initials):
        return 0, 0.0
    if words[0].lower() in given:
        # given name, then initials or patronymic, then surname
        count = 2
        if len(words) > 2 and (initials[1] or words[1].lower().endswith(("vich", "vna", "ich"))):
            count = 3
        return _tokens_of(run, count), 0.9
    if len(words) >= 3 and words[1].lower() in given and words[2].lower().endswith(("vich", "vna", "ich")):
        return _tokens_of(run, 3), 0.9
    if len(words) >= 2 and initials[1] and words[0].lower().endswith(endings):
        return _tokens_of(run, 2), 0.9
    if words[1].lower() in given and words[0].lower().endswith(endings):
        return _tokens_of(run, 2), 0.85
    if pinyin.is_surname(words[0]) and pinyin.is_given_name(words[1]):
        extra = len(words) > 2 and len(pinyin.syllables(words[1])) == 1 and len(pinyin.syllables(words[2])) == 1
        return _tokens_of(run, 3 if extra else 2), 0.85
    if pinyin.is_surname(words[-1]) and len(words) == 2 and pinyin.is_given_name(words[0]):
        return _tokens_of(run, 2), 0.8
    return 0, 0.0


def _tokens_of(run: list[Token], words: int) -> int:
    seen = 0
    for count, token in enumerate(run, 1):
        seen += token.text != "-"
        if seen == words and not (count < len(run) and run[count].text == "-"):
            return count
    return len(run)


def _trim(entity: Span) -> Span | None:
    """Give the part of the model's person that can be a name, without titles and nouns around it."""
    words = list(entity)
    while words and not (_is_name_word(words[0]) or INITIALS.match(words[0].text)):
        words.pop(0)
    while words and not _is_name_word(words[-1]):
        words.pop()
    if not words or any(not (_is_name_word(w) or INITIALS.match(w.text) or w.text == "-") for w in words):
        return None
    return entity.doc[words[0].i : words[-1].i + 1]


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    data = read("en", "names")
    return tuple((row["id"], row["what"], expand(row["pattern"], data["parts"])) for row in data["patterns"])


def letter(token: Token) -> str:
    """Give the letter of a token that is no known name: see ``names.yml``."""
    text = token.text
    lower = token.lower_
    if token.is_space:
        return "N" if "\n" in text else " "
    if (code := _WORDS.get(lower)) is not None:
        return code
    organizations, events, places, posts = _nouns()
    if lower in places:
        return "c"
    if ORDINAL.match(text):
        return "n"
    if text.isdigit():
        return "y"
    if lower in read("en", "headlines"):
        return "x"
    if CAPITALISED.match(text):
        if lower in organizations or singular(lower) in organizations:
            return "K"
        if lower in events:
            return "E"
        if lower in posts:
            return "T"
        return "C"
    return "x"


def _letter_of(name: NameSpan) -> str:
    if name.cls == "Person":
        return "P"
    if is_a(name.cls, "Place"):
        return "L"
    if is_a(name.cls, "Event") or name.cls == "EventSeries":
        return "V"
    return "U" if name.cls == "OrganizationalUnit" else "G"


def as_units(doc: Doc, names: Iterable[NameSpan]) -> Units:
    """Give the text as units: each name one, every other token one."""
    by_start = {name.start: name for name in names}
    pieces: list[tuple[str, int, int]] = []
    position = 0
    while position < len(doc):
        token = doc[position]
        name = by_start.get(token.idx)
        last = position
        if name is not None:
            pieces.append((_letter_of(name), name.start, name.end))
            while last + 1 < len(doc) and doc[last + 1].idx < name.end:
                last += 1
        else:
            last = hyphenated(doc, position, by_start)
            end = doc[last].idx + len(doc[last])
            if (
                code := letter(doc[last]) if last > position and CAPITALISED.match(token.text) else letter(token)
            ) != " ":
                if last > position and code not in "KEC":
                    code = "C" if CAPITALISED.match(token.text) else "x"
                pieces.append((code, token.idx, end))
        position = last + 1
    return units(pieces)


def hyphenated(doc: Doc, first: int, names: Container[int] = ()) -> int:
    """Give the last token of the word that begins at a token: "Vice-Rector" is one word in three tokens."""
    last = first
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
        and doc[last + 2].idx not in names
    ):
        last += 2
    return last


def _built(doc: Doc, known: list[NameSpan], people: list[NameSpan]) -> list[NameSpan]:
    """Find names by how they are built, around those already known."""
    text = doc.text
    row = as_units(doc, _widest([*(name for name in known if not name.candidates), *people]))
    found: list[NameSpan] = []
    for _, what, pattern in _patterns():
        for match in matches(pattern, row.codes):
            first, last = match.start(), match.end()
            # a sentence's first word is capitalised whatever it is
            while first < last and row.codes[first] == "C" and _is_opener(text[row.starts[first] : row.ends[first]]):
                first += 1
            if last - first < 2:
                continue
            start, end = row.span(first, last)
            series = next(
                (name for name in known if name.entry and row.codes[last - 1] == "V" and name.end == end), None
            )
            if what == "event" and series is not None:
                found.append(replace(series, start=start))  # "the 18th China International … Conference"
                continue
            words = [text[row.starts[k] : row.ends[k]] for k in range(first, last)]
            kind = _kind(what, row.codes[first:last], words)
            if kind is not None and not _is_many(kind, row.codes[first:last], words):
                found.append(NameSpan(start, end, kind.cls, "pattern", 0.85, None, kind.kind))
    return found


def _is_many(kind: Kind, codes: str, words: list[str]) -> bool:
    """Tell whether the head noun is a plural that names no one: "Sino-Russian Universities"."""
    if (
        "K" not in codes
        or kind.cls in {"OrganizationalUnit", "JointStructure", "InnovationHub"}
        or not is_a(kind.cls, "Organization")
    ):
        return False
    head = words[codes.index("K")].lower()
    return singular(head) != head and head not in _nouns()[0]


@cache
def _openers() -> frozenset[str]:
    return frozenset(read("en", "openers"))


def _is_opener(word: str) -> bool:
    return word.lower() in _openers()


def _kind(what: str, codes: str, words: list[str]) -> Kind | None:
    """Give the class that a built name's head noun says; the head stands before the first "of", "for" or "on"."""
    if what == "place":
        return kind_of("en", words)
    wanted = "K" if what == "organization" else "E"
    if wanted not in codes:
        return Kind("OrganizationalUnit", None)
    cut = next((k for k, code in enumerate(codes) if k and code in "ofbqi" and wanted in codes[:k]), len(codes))
    head = max(k for k in range(cut) if codes[k] == wanted) + 1
    flat = [piece for word in words[:head] for piece in word.split()]
    return kind_of("en", flat)


_MODEL_CLASSES = {"ORG": "Organization", "GPE": "Place", "LOC": "Place", "EVENT": "Event", "FAC": "Place"}


def _model(doc: Doc) -> Iterator[NameSpan]:
    """Give what only the model saw, with the class that its last word says, if it says one."""
    for entity in doc.ents:
        cls = _MODEL_CLASSES.get(entity.label_)
        if cls is None or "\n" in entity.text:
            continue
        span = entity
        while len(span) and (span[0].lower_ in {"the", "a", "an"} or span[0].is_punct):
            span = span[1:]
        while len(span) and (span[-1].is_punct or span[-1].text == "'s") and span[-1].text not in {")", '"'}:
            span = span[:-1]
        if not len(span) or not _is_proper(span) or not any(t.is_alpha for t in span):
            continue
        if all(t.lower_ in _openers() or t.lower_ in _nouns()[0] | _nouns()[1] | _nouns()[3] for t in span):
            continue  # "the University" means one without naming it
        kind = kind_of("en", [t.text for t in span if not t.is_punct])
        if kind is not None and kind.cls in {"Agreement", "Programme", "Recognition"}:
            continue  # a description, not a name
        cls, concept = (kind.cls, kind.kind) if kind is not None else (cls, None)
        if len(span) == 1 and cls == "Organization" and (span[0].lower_ in _openers() or not span[0].text[0].isupper()):
            continue
        yield NameSpan(span.start_char, span.end_char, cls, "model", 0.5, None, concept)
