"""Sentences as lines for the patterns of posts and their times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Span, Token

from kg.facts.context import Context
from kg.facts.phrases import Line, Piece
from kg.languages.dates import months
from kg.languages.hyphens import hyphenated
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.records import Lang
from kg.schema import is_a

YEAR = re.compile(r"(?:19|20)\d\d")
YEARS = re.compile(r"((?:19|20)\d\d) ?- ?((?:19|20)\d\d)")
_OPENING = re.compile(r"([A-Za-z]+) (?=\S)")
_BEFORE_DATES = frozenset({"ADP", "SCONJ", "PUNCT"})


def line_of(context: Context, sentence: Span) -> Line:
    """Give a sentence as ``tenure.yml`` reads it: people, organizations, titles of posts and dates are letters."""
    whole = context.text
    pieces: list[Piece] = []
    position = sentence.start
    while position < sentence.end:
        token = context.doc[position]
        start = token.idx
        if (
            (opening := _OPENING.match(token.text))
            and not token.ent_type_
            and opening[1].lower() not in months(context.document.lang)
        ):
            # "In May 2019" at the beginning of a sentence is one token
            pieces.append(Piece(opening[1].lower(), start, start + opening.end(1), token))
            start += opening.end()
        text, last = _letter(context, token, start, whole)
        if not token.is_space:
            end = context.doc[last].idx + len(context.doc[last])
            pieces.append(Piece(text, start, end, context.doc[last]))
        position = last + 1
    return Line(pieces)


def _letter(context: Context, token: Token, start: int, whole: str) -> tuple[str, int]:
    """Give what a line has for a token from a character on, and the last of the tokens that this takes in."""
    doc = context.doc
    classes = {context.cls(mention.entity) for mention in context.things(token)}
    if token.ent_type_ == "Person" or (token.pos_ == "PRON" and "Person" in classes):
        return "P", token.i
    title = (
        _titles(context.document.lang).match(whole, token.idx)
        if token.text[0].isalpha() and not token.ent_type_
        else None
    )
    if title is not None and (token.pos_ != "VERB" or title.end() > token.idx + len(token)):
        return "T", max(token.i, context.token(title.end() - 1).i)
    if any(is_a(cls, "Organization") for cls in classes) and token.pos_ != "PRON":
        return "G", token.i
    if token.ent_type_:
        return "N", token.i
    if (years := YEARS.match(whole, token.idx)) is not None and token.text[:4].isdigit():
        return "S", context.token(years.end() - 1).i
    if (date := next((d for d in context.dates if d.start <= start < d.end), None)) is not None:
        if token.pos_ not in _BEFORE_DATES or token.text[0].isdigit() or start > token.idx:
            return "D", max(token.i, context.token(date.end - 1).i)
    elif YEAR.fullmatch(whole, start, token.idx + len(token)):
        return "D", token.i
    final = hyphenated(doc, token.i)
    return whole[token.idx : doc[final].idx + len(doc[final])].lower(), final


@cache
def _titles(lang: Lang) -> re.Pattern[str]:
    """Give the pattern of a title in running text: "Vice-Rector for International Affairs", "acting dean"."""
    words = post_words(lang)
    data = read(lang, "tenure")

    def listed(these: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(these, key=lambda word: (-len(word), word)))

    modifiers, nouns = words.modifiers - set(data["apart"]), listed(words.nouns)
    title = rf"(?i:(?:(?:{listed(modifiers)})[ -]+)*(?:{nouns})s?)(?![\w-])"
    another = rf"(?!(?i:(?:(?:{listed(words.modifiers)})[ -]+)*(?:{nouns}))(?![\w-]))"
    return re.compile(rf"{title}(?:{data['field'].replace('{no_title}', another)})?")
