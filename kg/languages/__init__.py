"""The languages that texts are read in: one spaCy pipeline each, and what is known of a language as data.

>>> nlp = load("en")
>>> doc = nlp("Qiu Yong, President of Tsinghua University, visited Moscow.")
>>> [(name.cls, doc.text[name.start : name.end]) for name in doc._.names]
[('Person', 'Qiu Yong'), ('University', 'Tsinghua University'), ('City', 'Moscow')]
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.errors import LanguageError
from kg.records import Lang

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load"]


def load(lang: Lang, model: str | None = None) -> Language:
    """Give the pipeline of a language, loaded once in a process.

    Args:
        lang: "en", "ru" or "zh".
        model: another installed spaCy pipeline to build on (English only).

    Raises:
        LanguageError: no such language, or the model cannot be used.
    """
    return _load(lang, model)


@cache
def _load(lang: Lang, model: str | None) -> Language:
    # imported here: a process that reads one language need not load the others' data
    if lang == "en":
        from kg.languages.en.pipeline import load_english  # noqa: PLC0415

        return load_english(model)
    if model is not None:
        raise LanguageError(f"no model can be chosen for {lang!r}", remedy="leave out --model")
    if lang in {"ru", "zh"}:
        from kg.languages.known import load_known  # noqa: PLC0415

        return load_known(lang)
    raise LanguageError(f"no language {lang!r}", remedy="en, ru or zh")
