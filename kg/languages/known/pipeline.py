"""The pipeline of a language whose facts are not read yet: sentences and known names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy
import spacy
from spacy.attrs import IDX, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.languages.known.guards import Guard, lookalikes
from kg.languages.known.trie import Hit, Trie, cover
from kg.languages.known.variants import variants
from kg.languages.known.words import Speller, cut, spelled, view
from kg.languages.ru import sentences as russian
from kg.languages.spans import NameSpan
from kg.languages.zh import sentences as chinese
from kg.languages.zh.script import HAN
from kg.records import Lang
from kg.registry import Registry, load
from kg.schema import is_a

_PIECES = re.compile(f"([{HAN}]|(?:(?![{HAN}_])\\w)+|.)( ?)", re.DOTALL)


class KnownNames:
    """The spaCy component ``srac_known``: the registry's names in a text of any of the three languages."""

    def __init__(self, registry: Registry) -> None:
        self._classes = {entry.id: entry.cls for entry in registry.entries}
        self._whole = {entry.id: entry.part_of for entry in registry.entries if entry.part_of}
        self._trie = Trie()
        keys: set[str] = set()
        for entry in registry.entries:
            for name, force in variants(entry).items():
                if spelling := spelled(name):
                    self._trie.add(spelling, entry.id, force)
                    keys.update(spelling)
        for word in lookalikes():
            self._trie.add(spelled(word))
            keys.update(spelled(word))
        self._speller = Speller(keys)

    def __call__(self, doc: Doc) -> Doc:
        """Leave the names found in ``doc._.names``, and known names within their names in ``doc._.inner``."""
        found = _Found(view(doc.text), self._speller, self._trie, self._classes)
        chosen = cover(found.hits)
        full = {hit.entries[0] for hit in chosen if len(hit.entries) == 1 and found.guard.is_sure(hit)}
        kept = [read for hit in self._joined(chosen, found) if (read := _read(hit, full, found.guard)) is not None]
        doc._.names = tuple(self._span(hit, found) for hit in kept)
        doc._.inner = tuple(chain.from_iterable(self._inner(hit, found) for hit in kept))
        return doc

    def _joined(self, chosen: Sequence[Hit], found: _Found) -> Iterator[Hit]:
        """Read a unit's short name beside the whole's: "Представительство СПбПУ", 清华大学校史馆."""
        waiting: Hit | None = None
        for hit in chosen:
            joined = self._unit(waiting, hit, found) if waiting is not None else None
            if joined is None and waiting is not None:
                yield waiting
            waiting = joined or hit
        if waiting is not None:
            yield waiting

    def _unit(self, first: Hit, second: Hit, found: _Found) -> Hit | None:
        if first.end != second.start:
            return None
        unit, whole = (second, first) if found.guard.is_han(second) else (first, second)
        units = [entry for entry in unit.own if self._whole.get(entry) in whole.entries]
        return Hit(first.start, second.end, (units[0],)) if len(units) == 1 else None

    def _span(self, hit: Hit, found: _Found) -> NameSpan:
        start, end = found.extent(hit)
        cls = self._classes[hit.all[0]]
        if hit.entries and len(hit.all) == 1:
            return NameSpan(start, end, cls, "registry", 0.95 if found.guard.is_sure(hit) else 0.7, hit.entries[0])
        return NameSpan(start, end, cls, "registry", 0.6, candidates=hit.all)

    def _inner(self, outer: Hit, found: _Found) -> Iterator[NameSpan]:
        """Find the university and the city in "Представительство СПбПУ в Шанхае"."""
        if not is_a(self._classes[outer.all[0]], "Organization"):
            return
        others = (h for h in found.within(outer) if len(h.entries) == len(h.all) == 1 and h.entries != outer.entries)
        for hit in cover(others):
            if found.guard.is_inside(hit) or not is_a(self._classes[hit.entries[0]], "Place"):
                yield self._span(hit, found)


class _Found:
    """The words of a text and the known names that they spell."""

    def __init__(self, text: str, speller: Speller, trie: Trie, classes: Mapping[str, str]) -> None:
        self.text = text
        self.words = cut(text, speller)
        every = list(trie.hits([word.keys for word in self.words]))
        ends = {hit.end for hit in every if any(is_a(classes[entry], "Place") for entry in hit.entries)}
        self.guard = Guard(text, self.words, ends)
        self.hits = [hit for hit in every if self.guard.allows(hit)]
        self._starts = [hit.start for hit in self.hits]

    def extent(self, hit: Hit) -> tuple[int, int]:
        """Give the characters of a name, with what closes it: «БелГУ», 中国矿业大学（北京）, Арсеньев Д. Г."""
        first, last = self.words[hit.start], self.words[hit.end - 1]
        start, end, after = first.start, last.end, self.text[last.end : last.end + 1]
        closes_quotation = after == '"' and self.text.count('"', start, end) % 2
        closes_bracket = after == ")" and self.text.count("(", start, end) > self.text.count(")", start, end)
        shortens = after == "." and last.end - last.start == 1 and self.text[last.start].isupper()
        return start, end + bool(closes_quotation or closes_bracket or (shortens and hit.end - hit.start > 1))

    def within(self, outer: Hit) -> list[Hit]:
        """Give the names that lie within a name, itself among them."""
        first, last = bisect_left(self._starts, outer.start), bisect_left(self._starts, outer.end)
        return [hit for hit in self.hits[first:last] if hit.end <= outer.end]


def _read(hit: Hit, full: Collection[str], guard: Guard) -> Hit | None:
    """Give a name as what it means in a text that names these entries in full; None where it means nothing known."""
    told = [entry for entry in hit.all if entry in full]
    if not hit.entries and len(told) == 1 and hit.again:
        return replace(hit, entries=(told[0],), own=(), again=())
    # "совместный политехнический институт" is the one that the text also calls by its name
    if not guard.is_sure(hit) and not (hit.entries and set(hit.entries) <= set(full)):
        return None
    hit = replace(hit, again=())
    return hit if hit.all else None


@Language.factory("srac_known")
def make_known(nlp: Language, name: str) -> KnownNames:  # noqa: ARG001 - spaCy's signature
    """Give the component; it knows the registry that ships with the package."""
    return KnownNames(load())


class Reader:
    """A tokenizer over the view of a text, of the same length, that also starts the sentences.

    They are looked for in the text itself: the view no longer tells an opening quotation mark from a closing one.
    """

    def __init__(self, tokenizer: Callable[[str], Doc], starts: Callable[[str], Iterator[int]]) -> None:
        self._tokenizer = tokenizer
        self._starts = starts

    def __call__(self, text: str) -> Doc:
        """Give the tokens of the view; offsets are those of the text."""
        doc = self._tokenizer(view(text))
        if not len(doc):
            return doc
        marks = numpy.full((len(doc), 1), -1, dtype=numpy.int64)
        # a sentence that begins within a token begins with the next one
        for first in numpy.searchsorted(doc.to_array(IDX), list(self._starts(text))).tolist():
            begin = next((token.i for token in doc[first:] if not token.is_space), None)
            if begin is not None:
                marks[begin] = 1
        # all at once: each assignment to a token's is_sent_start looks at all tokens
        return doc.from_array([SENT_START], marks.astype(numpy.uint64))  # type: ignore[arg-type]

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing: it has no state of its own (spaCy asks)."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> Reader:
        """Give itself (spaCy asks)."""
        return self


def characters(vocab: Vocab) -> Callable[[str], Doc]:
    """Give a tokenizer that makes each Chinese character a token, and each word in letters."""

    def tokenize(text: str) -> Doc:
        pieces = _PIECES.findall(text)
        return Doc(vocab, [piece for piece, _ in pieces], [bool(space) for _, space in pieces])

    return tokenize


def load_known(lang: Lang) -> Language:
    """Give the pipeline of Russian or Chinese: sentences and known names."""
    nlp = spacy.blank(lang)
    nlp.max_length = 20_000_000
    if lang == "zh":
        nlp.tokenizer = Reader(characters(nlp.vocab), chinese.starts)
    else:
        nlp.tokenizer = Reader(nlp.tokenizer, russian.starts)
    nlp.add_pipe("srac_known")
    return nlp
