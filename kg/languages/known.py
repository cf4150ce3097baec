"""Russian and Chinese as far as names go: what the registry knows is found, in any case form."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import snowballstemmer
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.gazetteer import Gazetteer, build
from kg.languages.spans import NameSpan
from kg.languages.view import plain
from kg.records import Lang
from kg.registry import Registry, load

_RUSSIAN = snowballstemmer.stemmer("russian")
_ENDS = {"ru": [".", "!", "?", "…"], "zh": ["。", "！", "？", "；", "…", "!", "?"]}


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Give what the case forms of a Russian word share; short words and abbreviations stay as they are.

    >>> stem("университетом") == stem("Университета"), stem("МГУ")
    (True, 'МГУ')
    """
    if len(word) < 4 or not word[1:].islower():
        return word
    return str(_RUSSIAN.stemWord(word.lower().replace("ё", "е")))


class KnownNames:
    """The spaCy component ``srac_known``: the registry's names in a text without a model."""

    def __init__(self, nlp: Language, registry: Registry) -> None:
        key: Callable[[str], str] = stem if nlp.lang == "ru" else str
        self.classes = {entry.id: entry.cls for entry in registry.entries}
        self.own = {entry.id: {plain(name) for name in entry.own} for entry in registry.entries}
        names = [(name.text, entry.id) for entry in registry.entries for name in entry.names]
        names += [(name, entry.id) for entry in registry.entries for name in entry.own]
        self.gazetteer: Gazetteer = build(
            ((plain(name), entry) for name, entry in names if len(name) > 1),
            key,
            lambda name: [token.text for token in nlp.make_doc(name)],
        )

    def __call__(self, doc: Doc) -> Doc:
        """Leave the names found in ``doc._.names``."""
        names = []
        for hit in self.gazetteer.hits([token.text for token in doc]):
            span = doc[hit.start : hit.end]
            if span[0].is_lower and span[0].text.isalpha() and not _is_han(span[0].text):
                continue  # a common word, not a name
            entry = hit.entries[0]
            sure = len(hit.entries) == 1 and span.text not in self.own[entry]
            names.append(
                NameSpan(
                    span.start_char, span.end_char, self.classes[entry], "registry", 0.95 if sure else 0.6,
                    entry if sure else None, candidates=() if sure else hit.entries,
                )  # fmt: skip
            )
        doc._.names = tuple(names)
        return doc


def _is_han(text: str) -> bool:
    return "\u3400" <= text[0] <= "\u9fff"


@Language.factory("srac_known")
def make_known(nlp: Language, name: str) -> KnownNames:  # noqa: ARG001 - spaCy's signature
    """Give the component; it knows the registry that ships with the package."""
    return KnownNames(nlp, load())


class _Plain:
    """A tokenizer over the plain view of a text, of the same length."""

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        return self._tokenizer(plain(text))


def load_known(lang: Lang) -> Language:
    """Give the pipeline of a language whose facts are not read yet: sentences and known names."""
    from kg.languages import lines  # noqa: F401, PLC0415 - registers its component

    nlp = spacy.blank(lang)
    nlp.max_length = 20_000_000
    nlp.tokenizer = _Plain(nlp.tokenizer)
    nlp.add_pipe("sentencizer", config={"punct_chars": _ENDS[lang]})
    nlp.add_pipe("srac_lines")
    nlp.add_pipe("srac_known")
    return nlp
