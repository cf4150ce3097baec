"""The semantic hypergraph that graphbrain makes of a sentence, read as relations.

Relations (an edge whose connector is a predicate), appositions and prepositions between two concepts are each one.
"""

# ruff: noqa: E402

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from types import ModuleType
from typing import Any

# graphbrain asks for a part of setuptools that is gone from it, to read a file that is read here in another way.
sys.modules.setdefault("pkg_resources", ModuleType("pkg_resources"))

from graphbrain.hyperedge import UniqueAtom
from graphbrain.parsers.alpha import Alpha
from graphbrain.parsers.alpha_beta import AlphaBeta
from graphbrain.parsers.parser_en import ParserEN
from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.peers.extracting import Extract
from benchmarks.peers.relations import OBJECT, SUBJECT, Argument, Relation, Span, relation

_ROLES = {"s": SUBJECT, "a": SUBJECT, "p": OBJECT, "o": OBJECT, "c": OBJECT, "i": "to"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "poss"})
_Tokens = dict[Any, Token]


class _Parser(ParserEN):  # type: ignore[misc]
    """graphbrain's English parser on the model that all here use; it asks for the large one, which PyPI lacks."""

    def __init__(self, nlp: Language) -> None:
        AlphaBeta.__init__(self, nlp, lemmas=False, corefs=False, beta="repair", normalize=True, post_process=True)
        self.lang = "en"
        self.alpha = Alpha(files("graphbrain").joinpath("data/atoms-en.csv").read_text(encoding="utf-8"))

    def reset(self, text: str) -> None:
        super().reset(text)
        # Release 0.7.0 forgets this line, and then fails on every sentence.
        self.atom2token: _Tokens = {}


def extractor(nlp: Language) -> Extract:
    parser = _Parser(nlp)

    def extract(texts: Iterable[str]) -> Iterator[tuple[Doc, list[Relation]]]:
        for text in texts:
            parses = parser.parse(text)["parses"]
            edges = [(parse["main_edge"], parse["atom2token"]) for parse in parses if parse["main_edge"] is not None]
            yield parser.doc, [found for edge, tokens in edges for found in _relations(edge, tokens)]

    return extract


def _relations(edge: Any, tokens: _Tokens) -> Iterator[Relation]:
    if edge.atom:
        return
    if edge[0].mt == "P":
        yield from _predicate(edge, tokens)
    elif edge[0].mt == "B" and len(edge) == 3:
        yield from _builder(edge, tokens)
    for part in edge:
        yield from _relations(part, tokens)


def _predicate(edge: Any, tokens: _Tokens) -> Iterator[Relation]:
    words = [tokens[atom] for atom in map(UniqueAtom, edge[0].all_atoms()) if atom in tokens]
    verbs = [word for word in words if word.pos_ in {"VERB", "AUX"}]
    if not verbs:
        return
    head = next((word for word in reversed(verbs) if word.dep_ not in {"aux", "auxpass"}), verbs[-1])
    particle = "".join(f" {word.lower_}" for word in words if word.dep_ == "prt")
    arguments: list[Argument] = []
    for role, part in zip(edge[0].argroles(), edge[1:], strict=False):
        if role in _ROLES:
            arguments += _flat(_without_trigger(part), _ROLES[role], "", tokens)
        elif part.mt in {"S", "C"}:
            arguments += _flat(part, "", "", tokens)
    if arguments:
        around = [word.lower_ for word in words if word is not head]
        yield relation(head.lemma_ + particle, around, arguments)


def _without_trigger(edge: Any) -> Any:
    """Give the agent itself of "by …"."""
    return _without_trigger(edge[1]) if edge.mt == "S" and len(edge) == 2 else edge


def _builder(edge: Any, tokens: _Tokens) -> Iterator[Relation]:
    """Give "be" for an apposition, a relation without a verb for a preposition between two concepts."""
    preposition, first, second = _built(edge, tokens)
    if preposition:
        arguments = [*_flat(first, SUBJECT, "", tokens), *_flat(second, preposition, "", tokens)]
        yield from [relation("", [], arguments)] if arguments else ()
    elif _apposed(edge):
        # "A, rector of B, and C, dean of D" is all one nest: only the first that is apposed belongs to what is before.
        apposed = list(_flat(second, OBJECT, "", tokens))
        ends = next((at for at, one in enumerate(apposed) if at and not one.under), len(apposed))
        arguments = [*_flat(first, SUBJECT, "", tokens), *apposed[:ends]]
        yield from [relation("be", [], arguments)] if arguments else ()


def _flat(edge: Any, role: str, under: str, tokens: _Tokens) -> Iterator[Argument]:
    """Give the concepts in an edge as arguments: coordinated ones side by side, what hangs on one below it."""
    if edge.mt == "R":
        return
    if edge.atom:
        yield from _argument(edge, role, under, tokens)
    elif edge[0].mt == "M":
        inner = list(_flat(edge[1], role, under, tokens)) if len(edge) > 1 else []
        if inner:
            extra = _spans(edge[0], tokens)
            yield Argument(inner[0].role, tuple(sorted({*extra, *inner[0].words})), inner[0].under)
            yield from inner[1:]
    elif edge[0].mt == "T":
        preposition = _text(edge[0], tokens)
        for part in edge[1:]:
            yield from _flat(part, preposition, under, tokens)
    elif edge[0].mt == "J" or _apposed(edge):
        for part in edge[1:]:
            yield from _flat(part, role, under, tokens)
    elif edge[0].mt == "B" and len(edge) == 3 and _built(edge, tokens)[0]:
        preposition, first, second = _built(edge, tokens)
        yield from _flat(first, role, under, tokens)
        yield from _flat(second, preposition, under or role, tokens)
    else:
        yield from _argument(edge, role, under, tokens)


def _built(edge: Any, tokens: _Tokens) -> tuple[str, Any, Any]:
    """Give the preposition of a builder edge, "" if it only compounds, with its main and its other concept."""
    connector = str(edge[0])
    preposition = "" if connector.startswith("+") else _text(edge[0], tokens) or connector.partition("/")[0]
    roles = edge[0].argroles()
    first, second = (edge[2], edge[1]) if roles.startswith("am") else (edge[1], edge[2])
    return ("of" if preposition in _POSSESSIVE else preposition), first, second


def _apposed(edge: Any) -> bool:
    return not edge.atom and str(edge[0]).startswith("+/B") and edge[0].argroles() == "mm"


def _argument(edge: Any, role: str, under: str, tokens: _Tokens) -> Iterator[Argument]:
    words = _spans(edge, tokens)
    if words and role:
        yield Argument(role, words, under)


def _text(edge: Any, tokens: _Tokens) -> str:
    found = sorted((token.i, token.lower_) for token in _tokens(edge, tokens))
    return " ".join(text for _, text in found)


def _spans(edge: Any, tokens: _Tokens) -> tuple[Span, ...]:
    return tuple(sorted((token.idx, token.idx + len(token)) for token in _tokens(edge, tokens)))


def _tokens(edge: Any, tokens: _Tokens) -> list[Token]:
    return [tokens[atom] for atom in map(UniqueAtom, edge.all_atoms()) if atom in tokens]
