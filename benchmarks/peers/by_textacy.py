"""textacy's subject-verb-object triples, with what hangs on their words by a preposition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token
from textacy.extract import triples

from benchmarks.peers.extracting import Extract
from benchmarks.peers.relations import OBJECT, SUBJECT, Argument, Relation, Span, relation

_PREPOSITIONS = frozenset({"prep", "dative"})


def extractor(nlp: Language) -> Extract:
    def extract(texts: Iterable[str]) -> Iterator[tuple[Doc, list[Relation]]]:
        for doc in nlp.pipe(texts):
            yield doc, [_relation(*triple) for triple in triples.subject_verb_object_triples(doc)]

    return extract


def _relation(subject: list[Token], verb: list[Token], objects: list[Token]) -> Relation:
    head = next(token for token in reversed(verb) if token.dep_ not in {"aux", "auxpass", "neg"})
    roles = (SUBJECT, OBJECT)
    if any(token.dep_ in {"auxpass", "nsubjpass"} for token in (*verb, *head.children)):
        roles = (OBJECT, SUBJECT)
    particle = "".join(f" {child.lower_}" for child in head.children if child.dep_ == "prt")
    arguments = [*_arguments(subject, roles[0]), *_arguments(objects, roles[1])]
    arguments += _hanging([head], "", {*subject, *verb, *objects})
    around = [token.lower_ for token in verb if token is not head]
    return relation(head.lemma_ + particle, around, arguments)


def _arguments(words: list[Token], role: str) -> Iterator[Argument]:
    for run in _runs(words):
        yield Argument(role, tuple(map(_span, run)))
    yield from _hanging(words, role, set(words))


def _hanging(heads: Iterable[Token], under: str, seen: set[Token]) -> Iterator[Argument]:
    """Give what the prepositions below some words lead to, and what hangs on that in turn."""
    for head in heads:
        for child in head.children:
            if child.dep_ not in _PREPOSITIONS or child in seen:
                continue
            seen.add(child)
            nouns = [noun for noun in child.children if noun.dep_ == "pobj" and noun not in seen]
            words = sorted({word for noun in nouns for word in triples.expand_noun(noun)}, key=lambda word: word.i)
            for run in _runs(words):
                yield Argument(child.lower_, tuple(map(_span, run)), under)
            seen.update(words)
            yield from _hanging(words, under, seen)


def _runs(words: list[Token]) -> Iterator[list[Token]]:
    """Give the words that stand side by side together: textacy puts everything coordinated into one list."""
    run: list[Token] = []
    for word in words:
        if run and word.i != run[-1].i + 1:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _span(token: Token) -> Span:
    return token.idx, token.idx + len(token)
