"""Sentences end where lines end."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

import numpy
from spacy.attrs import DEP, HEAD, SENT_START  # type: ignore[import-not-found]  # spaCy ships no stub for it
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.lexicon import read
from kg.records import Lang

_ENDS = frozenset(".!?:;…。！？")
_WITHIN = frozenset(":;")
_GOES_ON = frozenset(["and", "or", "to", "("])
_BEHIND_DATE = frozenset([",", ":", "–", "—", "-"])
_CLOSING = frozenset("\"')]»”’")


@lru_cache(maxsize=1)
def whole(doc: Doc) -> str:
    """Give the text of a document, joined once for all who ask in a row: spaCy joins its tokens anew at every call."""
    return doc.text


@Language.component("srac_sentences")
def sentences(doc: Doc) -> Doc:
    """Let sentences begin only behind a line end or a sign that can end one, so that no parser tears one apart.

    Runs when names are one token each: a full stop in a name ends nothing. A date that a sentence begins with is parsed
    apart from it, since a parser may take it for the subject; `leads` joins the two again.
    """
    marks = numpy.zeros(len(doc), dtype=numpy.int64)
    after, ended, led, quoted = True, True, False, False
    shortened = _shortened(cast("Lang", doc.lang_))
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
            quoted = quoted and not after
            marks[token.i] = -1
            continue
        begins = led and token.text not in _BEHIND_DATE and token.lower_ not in _GOES_ON
        marks[token.i] = 1 if after or begins else 0 if ended else -1
        led = token.idx in doc._.leads or (led and token.text in _BEHIND_DATE)
        after = False
        if token.text == '"':
            quoted = not quoted
        if not (ended and token.text in _CLOSING):
            # a title goes on behind its colon: "the conference “Forests: Science and Policy”"
            ends = token.text[-1] in (_ENDS - _WITHIN if quoted else _ENDS)
            ended = ends and not token.ent_type_ and token.text not in shortened
    return doc.from_array([SENT_START], marks.astype(numpy.uint64))  # type: ignore[arg-type]  # one row is right


@cache
def _shortened(lang: Lang) -> frozenset[str]:
    said = read(lang, "posts")["shortened"]
    return frozenset(f"{printed}." for word in said for printed in (word, word.upper(), word.lower()))


@Language.component("srac_leads")
def leads(doc: Doc) -> Doc:
    """Hang each date that was parsed apart on the sentence that it begins, as an adverbial of its verb."""
    if not doc._.leads:
        return doc
    table = doc.to_array([HEAD, DEP]).astype(numpy.int64)
    adverbial, punctuation = doc.vocab.strings.add("npadvmod"), doc.vocab.strings.add("punct")
    ends = {sentence.start: sentence for sentence in doc.sents}
    text = whole(doc)
    for token in doc:
        if token.idx not in doc._.leads:
            continue
        behind = token.i + 1
        while behind < len(doc) and (doc[behind].text in _BEHIND_DATE or doc[behind].is_space):
            behind += 1
        clause = ends.get(behind)
        if clause is None or "\n" in text[token.idx : clause.start_char]:
            continue
        root = clause.root.i
        for apart in doc[token.i + 1 : behind]:
            table[apart.i] = root - apart.i, punctuation if apart.is_punct else table[apart.i][1]
        table[token.i] = root - token.i, adverbial
    return doc.from_array([HEAD, DEP], table.astype(numpy.uint64))  # type: ignore[arg-type]


@Language.component("srac_lines")
def lines(doc: Doc) -> Doc:
    """Start a sentence after every line end: a heading is never part of the sentence below it."""
    marks = doc.to_array([SENT_START])
    after = True
    for token in doc:
        if token.is_space:
            after = after or "\n" in token.text
        else:
            if after:
                marks[token.i] = 1
            after = False
    # all at once: setting a token's mark makes spaCy look through the whole text
    return doc.from_array([SENT_START], numpy.asarray(marks))  # type: ignore[arg-type]  # one row is right
