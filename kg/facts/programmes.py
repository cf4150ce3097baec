"""Who is in the programme of an event: lines of names with their talks."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile, pairwise

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.languages.lexicon import read, words
from kg.records import Lang

_FINITE = FINITE | {"MD"}


def programmes(context: Context, builder: Builder) -> None:
    """Add the people whom a programme lists with their talks, unless their line says that they did not come."""
    for sentence in context.sents:
        line = list(dropwhile(lambda t: not t.text[0].isalpha(), (t for t in sentence if not t.is_space)))
        people = [m for m in context.things(line[0]) if context.cls(m.entity) == "Person"] if line else []
        if not people or not _has_talk(line) or is_absent(line, context.document.lang):
            continue
        if any(t.tag_ in _FINITE for t in _outside_quotes(line)):
            continue
        event = context.topic(line[0].idx) or context.last("Event", line[0].idx)
        for mention in people if event is not None else ():
            assert event is not None  # as there are people
            builder.add(mention.entity, "participatedIn", event.entity, context.sentence(line[0]), "programme", 0.75)


def is_absent(line: Iterable[Token], lang: Lang) -> bool:
    """Tell whether a line of a list says that who is on it did not come: "report withdrawn"."""
    absent = words(lang, "absent") | set(read(lang, "modality")["denied"])
    return any(token.lemma_.lower() in absent or token.dep_ == "neg" for token in line)


def _has_talk(line: list[Token]) -> bool:
    """Tell whether a line gives a title behind a colon or dash: 'Li Weiming, Rector: "Railways"'."""
    marks = {":", "–", "—"}
    return any(one.text in marks and other.text == '"' for one, other in pairwise(line))


def _outside_quotes(line: list[Token]) -> list[Token]:
    quoted, found = False, []
    for token in line:
        if token.text == '"':
            quoted = not quoted
        elif not quoted:
            found.append(token)
    return found
