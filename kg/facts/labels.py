"""Lists behind a label, as programmes, chronicles and minutes have them: "Organizers: A, B", "Moderator: C", "Signatories: D, E"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.context import Context
from kg.languages.lexicon import read
from kg.records import Mention

_LONGEST = 8  # tokens of a label


def labelled(context: Context, builder: Builder) -> None:
    """Add what labels say of the names behind them, about the event or agreement that the text tells of."""
    table = {noun: prop for prop, nouns in read(context.document.lang, "labels").items() for noun in nouns}
    for sentence in context.doc.sents:
        colon = next((t for t in sentence if t.text == ":"), None)
        if colon is None:
            continue
        label = [t for t in sentence if t.i < colon.i and not t.is_space]
        if not label or len(label) > _LONGEST or any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in label):
            continue
        property = next((table[t.lemma_.lower()] for t in label if t.lemma_.lower() in table), None)
        if property is None:
            continue
        about = _about(context, property, label, colon)
        if about is None:
            continue
        for mention in _listed(context, sentence, colon):
            builder.add(mention.entity, property, about, context.sentence(colon), "label", 0.75)


def _about(context: Context, property: str, label: list[Token], colon: Token) -> str | None:
    """Give the thing that a list is about: one that the label names, else what the text tells of."""
    family = "Agreement" if property == "signed" else "Event"
    for token in label:
        for mention in context.things(token):
            if context.family(mention.entity, (family,)):
                return mention.entity
    told = context.last(family, colon.idx) if family == "Agreement" else context.topic(colon.idx)
    told = told or context.last(family, colon.idx)
    return told.entity if told is not None else None


def _listed(context: Context, sentence: Span, colon: Token) -> list[Mention]:
    """Give what a list names behind a colon, up to the end of its line; a name within a post is not in the list."""
    line_end = context.document.text.find("\n", colon.idx)
    end = line_end if line_end >= 0 else len(context.document.text)
    behind = [t for t in context.doc[colon.i + 1 :] if t.idx < min(end, sentence.end_char + _REST)]
    return [m for t in behind if t.ent_type_ for m in context.things(t)]


_REST = 400  # characters in which a list goes on behind a full stop that ends no line
