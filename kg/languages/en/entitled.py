"""Titles of events that stand apart from their noun: "a forum was held in Omsk under the title “…”"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.lines import whole
from kg.schema import is_a

_QUOTED = re.compile(r"\"([^\"\n]{6,150})\"|(?<!\w)'((?:[^'\n]|'(?=\w)){6,150})'(?!\w)")
_FAR = 30  # tokens between a noun and its title
_BEFORE_NOUN = 6  # words between a title and its noun
_FEWEST = 2  # capitals of a title without quotation marks
_OF_A_COUNTRY = ("ian", "ese")  # endings: "at the forum Belarusian Deputies spoke"
_FEWEST_BARE = 3  # of one that no word brings in


class Title(NamedTuple):
    """A title as printed: its first and last token, marks aside, and whether it stands in quotation marks."""

    first: int
    last: int
    quoted: bool


def titles_apart(doc: Doc) -> dict[int, tuple[int, int]]:
    """Give, by the token of an event's noun, where the title that is said to be its starts and ends, marks aside."""
    found: dict[int, tuple[int, int]] = {}
    for title in (*_quotations(doc), *_capitals(doc), *_sentences(doc)):
        noun = _noun(doc, title)
        if noun is not None:
            last = doc[title.last]
            found.setdefault(noun, (doc[title.first].idx, last.idx + len(last)))
    return found


def _quotations(doc: Doc) -> Iterator[Title]:
    """Find what in quotation marks may be a title: several words, the first a capital, that do not end a sentence."""
    text = whole(doc)
    if '"' not in text and "'" not in text:
        return
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i for token in doc}
    for found in _QUOTED.finditer(text):
        group = 1 if found[1] is not None else 2
        said = found[group].rstrip(".,")
        first, last = starts.get(found.start(group)), ends.get(found.start(group) + len(said))
        if first is None or last is None or not said[:1].isupper() or " " not in said or said[-1] in "!?":
            continue
        yield Title(first, last, True)


def _capitals(doc: Doc) -> Iterator[Title]:
    """Find titles in capitals, without quotation marks, behind what brings them in: "under the title Far Lands"."""
    data = _data()
    for token in doc[:-1]:
        if token.text[:1].isupper() or not doc[token.i + 1].text[:1].isupper():
            continue
        brings = token.lower_ in data["called"] or token.lower_ in data["title_words"]
        noun = not brings and token.i > 0 and token.nbor(-1).lower_ == "the" and _is_event(token)
        if not brings and not (noun and token.dep_ in {"pobj", "compound", "nmod"}):
            continue
        first = token.i + 1
        last, capitals = _run(doc, first, token.sent.end)
        fewest = _FEWEST if brings else _FEWEST_BARE
        if capitals >= fewest and (brings or (_may_begin(doc[first]) and not _acts(doc, token, last))):
            yield Title(first, last, False)


def _sentences(doc: Doc) -> Iterator[Title]:
    """Find titles written like sentences behind what brings them in: "a forum under the title | Roads we took"."""
    data = _data()
    for token in doc[:-_FEWEST_BARE]:
        brings = token.lower_ in data["called"] or token.lower_ in data["title_words"]
        first = doc[token.i + 1] if brings else token
        if not brings or not first.text[:1].isupper() or first.ent_type_ or _lead(doc, token.i) is None:
            continue
        last = token.i
        for word in doc[first.i : token.sent.end]:
            ends = word.text in {".", ",", ";", "(", '"'} or word.is_space or word.tag_ in {"MD", "VBD", "VBZ"}
            if ends or word.ent_type_ == "Person" or _tells_where(word) or _tells_when(word):
                break
            last = word.i
        small = any(word.is_lower and word.lower_ not in data["within_any_title"] for word in doc[first.i : last + 1])
        if small and last - first.i + 1 >= _FEWEST_BARE:
            yield Title(first.i, last, False)


def _tells_when(token: Token) -> bool:
    """Tell whether a date begins at a word: "Roads we took | on May 5"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.pos_ == "ADP" and any(t.like_num or t.lower_ in read("en", "dates")["months"] for t in behind)


def _acts(doc: Doc, noun: Token, last: int) -> bool:
    """Tell whether capitals behind "at the forum" have a verb: "At the forum Northern Ports | were praised"."""
    placed = noun.i > 1 and noun.nbor(-2).pos_ in {"ADP", "SCONJ"}
    return placed and last + 1 < len(doc) and doc[last + 1].pos_ in {"VERB", "AUX"}


def _run(doc: Doc, first: int, end: int) -> tuple[int, int]:
    """Give the last token of a run of capitals, small words within it allowed, and how many of its words are such."""
    last, capitals = first, 0
    for word in doc[first:end]:
        if word.text[:1].isupper() and (_is_unnamed(word) or is_a(word.ent_type_, "Place")):
            last = word.i
            capitals += 1 + word.text.count(" ")
        elif word.lower_ not in _data()["within_any_title"] or _tells_where(word):
            break
    return last, capitals


def _tells_where(token: Token) -> bool:
    """Tell whether a preposition brings in where an event was, no part of its title: "Colours of Spring | in Omsk"."""
    behind = token.doc[token.i + 1].ent_type_ if token.i + 1 < len(token.doc) else ""
    known = behind not in {"", "Place", "Country"} and is_a(behind, "Place")
    return known and token.lower_ in {"in", "at"}


def _is_unnamed(token: Token) -> bool:
    """Tell whether a word is of no name, or of one that only the language model saw."""
    return token.ent_type_ in {"", "Organization", "Place"}


def _may_begin(token: Token) -> bool:
    """Tell whether a capital directly behind "the forum" may begin its title: no name, post or people of a country."""
    words = token.lower_.split()[0].split("-")  # a name that only the model saw is one token: "Chinese Northern Ports"
    posts = read("en", "posts")
    return _is_unnamed(token) and not (
        any(word in posts[name] for word in words for name in ("posts", "modifiers"))
        or kind_of("en", [token.lower_]) is not None
        or any(word.endswith(_OF_A_COUNTRY) for word in words)
        or token.lower_ in read("en", "names")["binational"]
    )


def _noun(doc: Doc, title: Title) -> int | None:
    """Give the noun of the event that a title is said to belong to."""
    before = title.first - 1 - title.quoted
    behind = title.last + 1
    if title.quoted:
        while behind < len(doc) and doc[behind].text in {".", ","} and doc[behind].idx < _closing(doc, title):
            behind += 1
        behind += 1
    lead = _lead(doc, before)
    if lead is not None:
        return _bearer(doc, lead)
    if title.quoted and before > 0 and doc[before].text == ":" and _ends_sentence(doc, behind):
        noun = doc[before - 1]  # "took part in the round table: “…”."
        return noun.i if _is_event(noun) and noun.dep_ == "pobj" and noun.head.i < noun.i else None
    if title.quoted and before > 0 and doc[before].text in {"-", "–", "—"} and doc[before].whitespace_:
        return before - 1 if _is_event(doc[before - 1]) else None  # "the conference – “…” –"
    if not title.quoted:
        return before if _is_event(doc[before]) else None
    return _said_behind(doc, behind) or _beside(doc, before, behind)


def _ends_sentence(doc: Doc, position: int) -> bool:
    return position >= len(doc) or doc[position].text == "." or doc[position].is_sent_start or doc[position].is_space


def _closing(doc: Doc, title: Title) -> int:
    """Give where the mark that closes a title stands."""
    mark = doc[title.first - 1].text[:1]
    return whole(doc).find(mark, doc[title.last].idx + len(doc[title.last]))


def _lead(doc: Doc, last: int) -> int | None:
    """Give where words end that bring in a title: "… | under the general title of “…”", "… | , entitled “…”"."""
    data = _data()
    position = last
    if position >= 0 and doc[position].text in {":", ","}:
        position -= 1
    if position < 0:
        return None
    token = doc[position]
    if token.lower_ in data["called"] or token.lower_ in data["themed"]:
        if any(c.dep_ == "auxpass" for c in token.children):  # "a street was named “…”"
            return next((c.i for c in token.children if c.dep_ == "nsubjpass" and _is_event(c)), None)
        return None if _is_some_other(doc, position - 1) else position - 1
    if token.lower_ == "to" and position and doc[position - 1].lower_ in data["given_to"]:
        return position - 2
    if token.lower_ == "of":
        position -= 1
    if doc[position].lower_ not in data["title_words"]:
        return None
    position -= 1
    while position > 0 and (doc[position].pos_ in {"DET", "ADJ"} or doc[position].lower_ in data["common"]):
        position -= 1
    token = doc[position]
    if token.lemma_ in data["bears"]:
        own = next((c for c in token.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"}), None)
        if own is not None:  # "the seminar where guests spoke | bore the title", "the report at the seminar | bore …"
            return own.i if _is_event(own) else None
        return position - 1
    if token.lower_ in data["given_by"]:
        return position - 1
    if token.lower_ == "to" and position and doc[position - 1].lower_ in data["given_to"]:
        return position - 2
    return None


def _is_some_other(doc: Doc, position: int) -> bool:
    """Tell whether a noun with an article, which no event is, is what the participle behind it calls: "a gallery"."""
    noun = doc[max(position, 0)]
    if noun.pos_ != "NOUN" or noun.ent_type_ or _is_event(noun):
        return False
    before = doc[noun.sent.start : noun.i]
    phrase = next((t for t in reversed(before) if t.pos_ not in {"ADJ", "NOUN", "PROPN", "NUM"}), None)
    return phrase is not None and (phrase.pos_ in {"DET", "PRON"} or phrase.tag_ == "POS")


def _bearer(doc: Doc, last: int) -> int | None:
    """Give the event's noun that what ends at a token tells of: none where something nearer has titles too."""
    data = _data()
    if last > 0 and doc[last].text == ",":
        last -= 1
    begin = doc[max(last, 0)].sent.start
    for position in range(last, max(begin - 1, last - _FAR), -1):
        token = doc[position]
        if token.text in {'"', ";"} or token.is_space:
            return None
        if _is_event(token):
            return position
        if token.lemma_.lower() in data["titled_else"] or token.lemma_ in data["speaking"]:
            return None
        if position == last and token.pos_ in {"NOUN", "PROPN"} and (not token.ent_type_ or token.dep_ == "appos"):
            at_place = token.dep_ == "pobj" and token.head.lower_ in data["where_and_when"]
            if not at_place:
                return None  # a company called “…”
    return None


def _said_behind(doc: Doc, position: int) -> int | None:
    """Give the noun behind a title that is said to be its: "“…” was the subject of a round table"."""
    data = _data()
    while position < len(doc) and doc[position].text in {",", "-", "–", "—"}:
        position += 1
    if position >= len(doc) - 3 or doc[position].lemma_ not in data["is"]:
        return None
    limit = min(len(doc) - 2, position + _BEFORE_NOUN)
    noun = next((k for k in range(position + 1, limit) if doc[k].lower_ in data["title_words"]), None)
    if noun is None or any(t.pos_ not in {"DET", "ADJ"} for t in doc[position + 1 : noun]):
        return None
    return _first_event(doc, noun + 2) if doc[noun + 1].lower_ in {"of", "for"} else None


def _beside(doc: Doc, before: int, behind: int) -> int | None:
    """Give the noun directly behind a title: "the “…” forum", "“…”, a forum in Omsk", "“…”: international forum"."""
    if behind >= len(doc) - 1:
        return None
    token = doc[behind]
    apart = token.text in {",", ":"} and (before < 0 or doc[before].pos_ in {"ADP", "SPACE", "VERB", "PUNCT"})
    if apart and (token.text == ":" or doc[behind + 1].lower_ in {"a", "an"}):
        noun = _first_event(doc, behind + 1)
        begins = before >= 0 and doc[before].pos_ == "ADP" and token.text == ","
        # "together with “…”, a forum was held"
        return None if begins and noun is not None and doc[noun].dep_ in {"nsubj", "nsubjpass"} else noun
    joined = before >= 0 and (
        doc[before].pos_ in {"DET", "ADJ", "ADP", "PART"} or doc[before].lower_ in _data()["common"]
    )
    return _first_event(doc, behind) if joined and token.is_lower else None


def _first_event(doc: Doc, position: int) -> int | None:
    """Give the event's noun that a phrase beginning at a token ends with."""
    for token in doc[position : min(position + _BEFORE_NOUN, len(doc))]:
        follows = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if _is_event(token) and not (follows is not None and _is_event(follows)):
            return token.i
        if (token.is_punct and token.text != "-") or token.pos_ in {"VERB", "AUX", "ADP", "PRON", "CCONJ", "SPACE"}:
            return None
    return None


def _is_event(token: Token) -> bool:
    """Tell whether a word is the noun of one event that is not named here."""
    if token.ent_type_ or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.tag_ in {"NNS", "NNPS"}:
        return False
    if token.lower_ in _data()["any_events"]:
        return True
    first = max(token.sent.start, token.i - 2)
    kind = kind_of("en", [word.lower_ for word in token.doc[first : token.i + 1]])
    return kind is not None and is_a(kind.cls, "Event") and kind.kind not in {"thematic-year", "lecture"}


@cache
def _data() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in read("en", "entitled").items()}
