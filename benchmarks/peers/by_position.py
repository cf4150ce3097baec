"""The plain baseline: names and noun phrases before and after each verb, without any look at the grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from benchmarks.peers.extracting import Extract
from benchmarks.peers.relations import OBJECT, SUBJECT, Argument, Relation, relation

_LISTING = frozenset({",", "and", "or", "as", "well"})


def extractor(nlp: Language) -> Extract:
    def extract(texts: Iterable[str]) -> Iterator[tuple[Doc, list[Relation]]]:
        for doc in nlp.pipe(texts):
            yield doc, [found for sentence in doc.sents for found in _relations(sentence)]

    return extract


def _relations(sentence: Span) -> Iterator[Relation]:
    """Give for each verb what stands between the verb before it and the one after it."""
    verbs = [token for token in sentence if token.pos_ == "VERB" or (token.lemma_ == "be" and _main(token))]
    phrases = sorted(_phrases(sentence), key=lambda phrase: phrase.start)
    for number, verb in enumerate(verbs):
        begins = verbs[number - 1].i if number else sentence.start
        ends = verbs[number + 1].i if number + 1 < len(verbs) else sentence.end
        before = [phrase for phrase in phrases if begins <= phrase.start < verb.i]
        # A verb right behind another one shares its subject: "visited A and signed B".
        before = before or [phrase for phrase in phrases if phrase.start < (verbs[0].i if verbs else 0)]
        after = [phrase for phrase in phrases if verb.i < phrase.start < ends]
        passive = verb.tag_ == "VBN" and any(token.lemma_ == "be" for token in verb.doc[max(0, verb.i - 3) : verb.i])
        arguments = list(_arguments(before, OBJECT if passive else SUBJECT, passive))
        arguments += _arguments(after, OBJECT, passive)
        if arguments:
            around = [token.lower_ for token in verb.doc[max(sentence.start, verb.i - 3) : verb.i]]
            yield relation(verb.lemma_, around, arguments)


def _arguments(phrases: list[Span], role: str, passive: bool) -> Iterator[Argument]:
    """Give the phrases with the preposition before each; in a list, that of the first goes for all."""
    begun, under = role, ""
    for phrase in phrases:
        before = phrase.doc[phrase.start - 1] if phrase.start else None
        if before is not None and before.pos_ in {"ADP", "SCONJ"}:
            begun = SUBJECT if passive and before.lower_ == "by" else before.lower_
        elif before is None or before.lower_ not in _LISTING:
            begun = role
        if begun in {SUBJECT, OBJECT}:
            under = begun
        words = tuple((token.idx, token.idx + len(token)) for token in phrase)
        yield Argument(begun, words, "" if begun in {SUBJECT, OBJECT} else under)


def _phrases(sentence: Span) -> list[Span]:
    """Give the names of a sentence and the noun phrases that hold none."""
    names = list(sentence.ents)
    within = {token.i for name in names for token in name}
    return [*names, *(chunk for chunk in sentence.noun_chunks if not any(token.i in within for token in chunk))]


def _main(verb: Token) -> bool:
    following = verb.doc[verb.i + 1 : verb.i + 3]
    return not any(token.tag_ in {"VBN", "VBG"} for token in following)
