"""Names listed with a name as print has them, whatever parsers make of them: "A, B, and C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from spacy.tokens import Doc, Span, Token

from kg.facts.rosters import NOMINAL_SUBJECTS
from kg.languages.dates import months
from kg.languages.families import family
from kg.languages.kinds import kind_of
from kg.languages.lexicon import headline_verbs, said, words
from kg.records import Lang
from kg.schema import is_a


def listed_with(token: Token) -> list[Token]:
    """Give the names listed with a name as print has them, "A, B, and C", which parsers often tear apart."""
    kin = family(token) or _kin(token)
    if kin is None:
        return []
    doc, sentence = token.doc, token.sent
    conjunctions, articles = words(token.lang_, "conjunctions"), words(token.lang_, "articles")
    run, joined = [token], False
    for step in (-1, 1):
        position, seen_and, seen_comma = token.i + step, False, False
        while sentence.start <= position < sentence.end:
            other = doc[position]
            if other.lower_ in conjunctions:
                seen_and = True
            elif other.text == ",":
                seen_comma = True
            elif other.lower_ in articles and (step < 0 or seen_and or seen_comma):
                pass
            elif kin == "Organization" and _stands_in(doc, position, step, sentence):
                position += step  # "A in Barnaul and B in Omsk"
            elif (aside := _bracket(doc, position, step, sentence)) > 1:
                position += step * (aside - 1)  # "A (on exchanges), B (on tests) and C"
            elif step < 0 and seen_comma and token.dep_ in NOMINAL_SUBJECTS and _ends_list(other):
                break  # "Witnessed by A and B, C signed"
            elif step > 0 and joined and not seen_and and token.dep_ not in NOMINAL_SUBJECTS and _is_subject(other):
                break  # "After the talks of A and B, C was founded"
            elif family(other) == kin and (seen_and or seen_comma) and not _goes_on_as(token, other):
                run.append(other)
                joined |= seen_and
                seen_and = seen_comma = False
            else:
                break
            position += step
    if not joined and not (len(run) > 2 and _is_of_several(token)) and not _in_headline(token, run):
        return []
    run.sort(key=lambda t: t.i)
    before = run[0].i - 1
    while before >= sentence.start and doc[before].lower_ in articles:
        before -= 1
    # "Together with A, B and C did": the preposition before the list takes its first name only
    if before >= sentence.start and doc[before].pos_ == "ADP" and token.head.i != before and run[0].head.i == before:
        return []
    return run


def _is_of_several(token: Token) -> bool:
    """Tell whether a name is what several are of, so that a list behind needs no "and": "delegations of A, B, C"."""
    return token.dep_ == "pobj" and said(token.head, "of") and token.head.head.tag_ == "NNS"


def _ends_list(token: Token) -> bool:
    """Tell whether a conjunction stands before a name: "A and B"."""
    first = next((t.i for t in token.lefts if t.dep_ == "compound"), token.i)
    return token.doc[max(first - 1, 0)].lower_ in words(token.lang_, "conjunctions")


def _is_subject(token: Token) -> bool:
    """Tell whether a token is the subject of a verb behind it."""
    return token.dep_ in NOMINAL_SUBJECTS and token.i < token.head.i


def _in_headline(token: Token, run: Sequence[Token]) -> bool:
    """Tell whether two universities with a comma between them begin a headline: "A, B open laboratory"."""
    first, last = min(run, key=lambda t: t.i), max(run, key=lambda t: t.i)
    alike = len(run) == _TWO and first.ent_type_ == last.ent_type_ == "University"
    begins = alike and first.i == token.sent.start and last.i + 1 < len(token.doc)
    if not begins:
        return False
    verb = last.nbor()
    return (token.dep_ in NOMINAL_SUBJECTS and verb.pos_ == "VERB") or verb.lower_ in headline_verbs(token.lang_)


_TWO = 2


def _stands_in(doc: Doc, position: int, step: int, sentence: Span) -> bool:
    """Tell whether two tokens say where a name of a list is: "A | in Barnaul | and B"."""
    other = position + step
    if not sentence.start <= other < sentence.end:
        return False
    preposition, place = (doc[position], doc[other]) if step > 0 else (doc[other], doc[position])
    when = place.like_num or place.text.partition(" ")[0].lower() in months(place.lang_)
    return said(preposition, "in_place") and (family(place) == "Place" or when)


def _bracket(doc: Doc, position: int, step: int, sentence: Span) -> int:
    """Give how many tokens a bracket behind a name of a list has, 0 where none begins (or ends) here."""
    opening, closing = ("(", ")") if step > 0 else (")", "(")
    if doc[position].text != opening:
        return 0
    for far in range(1, _BRACKET):
        other = position + step * far
        if not sentence.start <= other < sentence.end or doc[other].pos_ == "AUX":
            return 0
        if doc[other].text == closing:
            return far + 1
    return 0


_BRACKET = 12  # tokens of a bracket


def _goes_on_as(token: Token, other: Token) -> bool:
    """Tell whether another begins a clause of its own that leaves out the verb: "A signed with B, and C with D"."""
    preposition = token.head.lower_ if token.dep_ == "pobj" else None
    return other.i > token.i and other.i + 1 < len(other.doc) and other.nbor().lower_ == preposition


def _kin(token: Token) -> str | None:
    """Give the top class of a common noun for an organization: "our university, A and B" is a list of three."""
    if token.pos_ != "NOUN" or token.i + 1 >= len(token.doc) or token.nbor().text != ",":
        return None
    kind = kind_of(cast("Lang", token.lang_), [token.lower_])
    return "Organization" if kind is not None and is_a(kind.cls, "Organization") else None
