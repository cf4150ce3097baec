"""Who the people are that a sentence has told of without their names: "Three experts came. They were A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.facts.context import Context
from kg.facts.parties import Delegation, owners_of, people_of
from kg.facts.rolls import roll
from kg.facts.status import status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Status


def identified(context: Context) -> Iterator[Delegation]:
    """Give the groups whose people the sentence behind them names."""
    before: Span | None = None
    for sentence in context.sents:
        if sentence.text.isspace():
            continue
        found = [t for t in sentence if not t.is_space]
        listed = _names(found) if before is not None else []
        group = _group(before, context) if listed and before is not None else None
        if group is not None:
            people = people_of(context, [t for t in roll(listed, context) if family(t) == "Person"])
            evidence = context.sentence(found[0])
            members = tuple((one, evidence) for one in dict.fromkeys(people))
            yield Delegation(owners_of(context, [group]), members, ((evidence.start, evidence.end),), speaks=False)
        before = sentence


def _names(sentence: list[Token]) -> list[Token]:
    """Give what stands behind "They were", where it begins with a person and his title."""
    if len(sentence) < 3 or not said(sentence[0], "of_identified") or not _is_link(sentence[1]):
        return []
    behind = sentence[2:]
    person = next((k for k, t in enumerate(behind) if family(t) == "Person"), None)
    titles = behind[:person] if person is not None else []
    plain = all(t.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "PUNCT"} for t in titles)
    owner = person is not None and any(t.tag_ == "POS" for t in behind[person + 1 : person + 2])
    return behind if person is not None and plain and not owner else []


def _is_link(verb: Token) -> bool:
    be = verb.lemma_ in words(verb.lang_, "be") and verb.tag_ in {"VBD", "VBP"}
    return be and status(verb) is Status.HELD and all(c.dep_ != "neg" for c in verb.children)


def _group(sentence: Span, context: Context) -> Token | None:
    """Give the one plural of people that a sentence is about."""
    groups = [t for t in sentence if context.is_group(t) and t.dep_ in {"nsubj", "nsubjpass", "pobj", "dobj"}]
    acting = [t for t in groups if t.dep_ != "dobj" and (t.dep_ != "pobj" or said(t.head, "by"))]
    counted = [t for t in acting or groups if t.tag_ == "NNS" or t.lemma_ in words(t.lang_, "known_groups")]
    return counted[0] if len(counted) == 1 else None
