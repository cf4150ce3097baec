"""Who is told of beside the clause as being there: "…, with A among the participants", "Two experts spoke: A and B"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.clauses import SUBJECTS
from kg.facts.context import Context
from kg.facts.itineraries import names_listed
from kg.facts.presence import occasions_of
from kg.facts.rolls import came, roll
from kg.facts.rosters import list_end
from kg.facts.status import denies, status
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention, Status


def alongside(context: Context, builder: Builder) -> None:
    """Add what stands behind "with" says of names: that they took part in the event of the clause, or organized it."""
    for sentence in context.sents:
        _counted(sentence, context, builder)
        for token in sentence:
            if not said(token, "with") or token.i + 3 >= sentence.end:
                continue
            if (told := _told(token, sentence)) is None or status(sentence.root) is not Status.HELD:
                continue
            property, mark = told
            named = _names(context.doc[token.i + 1 : mark.i], context)
            events = [m for m in context.within("Event", sentence.start_char, token.idx) if _is_told(m, context)]
            for event in (events[-1:] or occasions_of(sentence.root, context, builder)) if named else ():
                for mention in (m for t in named for m in context.things(t) if not context.is_within(m)):
                    builder.add(
                        mention.entity, property, event.entity, context.sentence(token), "told-alongside",
                        0.7 * (0.5 + 0.5 * mention.score),
                    )  # fmt: skip


def _counted(sentence: Span, context: Context, builder: Builder) -> None:
    """Read "Two mayors attended its opening ceremony: A, mayor of X, and B", wherever parsers hang the list."""
    end = list_end(sentence)
    colon = next((t for t in context.doc[sentence.start : end] if t.text == ":" and t.i + 2 < end), None)
    verb = sentence.root
    if colon is None or verb.i > colon.i or verb.tag_ not in {"VBD", "VBN"} or status(verb) is not Status.HELD:
        return
    clause = context.doc[sentence.start : colon.i]
    people = words(context.document.lang, "bearers") | words(context.document.lang, "staff")
    several = [t for t in clause if t.tag_ == "NNS" and not t.ent_type_ and t.lemma_ in people]
    counted = [t for t in several if t.head == verb and t.dep_ in SUBJECTS and _is_counted(t)]
    told = any(family(t) in {"Person", "Organization"} for t in clause) or denies(list(clause), context.document.lang)
    first = next((t for t in context.doc[colon.i + 1 : end] if t.pos_ != "DET"), colon)
    if any(t.text == "?" for t in context.doc[colon.i : end]) or _is_of_other(colon.nbor(-1), counted, context):
        return  # "with one question: A or B?", "joined the staff before the forum: A and B"
    if len(several) != 1 or not counted or told or family(first) != "Person" or not came([verb]):
        return
    events = [m for t in clause for m in context.things(t) if _is_told(m, context)]
    for event in events[-1:] or occasions_of(verb, context, builder):
        for mention in (m for t in roll(context.doc[colon.i + 1 : end], context) for m in context.things(t)):
            builder.add(
                mention.entity, "participatedIn", event.entity, context.sentence(verb), "attended",
                0.7 * (0.5 + 0.5 * mention.score),
            )  # fmt: skip


def _is_counted(people: Token) -> bool:
    return any(c.dep_ == "nummod" or said(c, "a_number") for c in people.children)


def _is_of_other(last: Token, counted: list[Token], context: Context) -> bool:
    """Tell whether a list may be of what stands last before its colon, or is of who came before or after an event."""
    event = any(_is_told(m, context) for m in context.things(last))
    if last.pos_ in {"NOUN", "PROPN"} and last not in counted and not event:
        return True
    return any(said(t, "apart_in_time") for t in last.sent if t.i <= last.i)


def _names(between: Span, context: Context) -> list[Token]:
    """Give who is named between "with" and the mark: the people, or the bodies of a list that a body begins."""
    first = next((t for t in between if t.pos_ != "DET"), None)
    if denies(list(between), context.document.lang):
        return []  # "with no A among the guests"
    if first is not None and family(first) == "Organization":
        meant = {m.end for m in names_listed(between, context, ("Organization", "Person"))}
        return [t for t in between if t.idx + len(t) in meant]
    return [t for t in roll(between, context) if family(t) != "Place"]


def _is_told(event: Mention, context: Context) -> bool:
    """Tell whether something is an event that somebody can be at."""
    return context.family(event.entity, ("Event",)) and not context.is_planned(event)


def _told(preposition: Token, sentence: Span) -> tuple[str, Token] | None:
    """Give what is said of the names between "with" and "among the guests" or "as organizers", and that mark."""
    for token in preposition.doc[preposition.i + 1 : sentence.end]:
        if token.text in {".", ":"} or token.tag_ in _FINITE or token.dep_ == "neg":
            return None
        if said(token, "among") or said(token, "as"):
            noun = next((t for t in token.doc[token.i + 1 : token.i + _NEAR] if t.pos_ == "NOUN"), None)
            if noun is None or noun.i >= sentence.end:
                return None
            between = token.doc[token.i + 1 : noun.i]
            if any(t.pos_ not in {"DET", "PRON", "ADJ", "NOUN"} for t in between) or _is_further_told(noun):
                return None
            return _role(token, noun)
    return None


def _role(mark: Token, noun: Token) -> tuple[str, Token] | None:
    lang, lemma = noun.lang_, noun.lemma_.lower()
    if lemma in words(lang, "organizing"):
        return "organized", mark
    if said(mark, "among"):
        there = words(lang, "takers") | words(lang, "audiences") | words(lang, "guests")
        return ("participatedIn", mark) if lemma in there and noun.tag_ == "NNS" else None
    return ("participatedIn", mark) if lemma in words(lang, "chairing") else None


def _is_further_told(noun: Token) -> bool:
    """Tell whether a noun goes on: "among the guests of the bank"."""
    follows = noun.doc[noun.i + 1 : noun.i + 2]
    return any(said(t, "of") for t in follows)


_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_NEAR = 5  # tokens to the noun of those who took part
