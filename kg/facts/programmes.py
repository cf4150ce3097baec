"""Who is in the programme of an event: lines of names with their talks, or below one that says what they are to it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import dropwhile, pairwise

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.languages.lexicon import read, words

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LONGEST = 8  # tokens of a line that says what the names below it are


def programmes(context: Context, builder: Builder, roles: Mapping[str, str]) -> None:
    """Add the people whom a programme lists, unless their line says that they did not come.

    Args:
        roles: property of the ontology by the nouns for what somebody is to an event.
    """
    lang = context.document.lang
    absent = words(lang, "absent") | set(read(lang, "modality")["denied"])
    below, paragraph = False, -1
    for sentence in context.doc.sents:
        line = list(dropwhile(lambda t: not t.text[0].isalpha(), (t for t in sentence if not t.is_space)))
        if not line:
            continue
        if context.paragraph(line[0].idx) != paragraph and not _opens(line):
            below = False
        paragraph = context.paragraph(line[0].idx)
        people = [m for m in context.things(line[0]) if context.cls(m.entity) == "Person"]
        if not people:
            below = len(line) <= _LONGEST and any(roles.get(t.lemma_.lower()) == "participatedIn" for t in line)
            below = below and not any(t.ent_type_ or t.tag_ in _FINITE for t in line)
            continue
        if not (below or _has_talk(line)) or any(t.lemma_.lower() in absent for t in line):
            continue
        if any(t.tag_ in _FINITE for t in _outside_quotes(line)):
            continue
        event = context.topic(line[0].idx) or context.last("Event", line[0].idx)
        if event is None:
            continue
        for mention in people:
            builder.add(mention.entity, "participatedIn", event.entity, context.sentence(line[0]), "programme", 0.75)


def _opens(line: list[Token]) -> bool:
    """Tell whether a line is an item of a list, which goes on over paragraphs."""
    start = line[0].i - 1
    return start >= 0 and line[0].doc[start].text in {"-", "–", "—", "•", "*"}


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
