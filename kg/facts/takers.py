"""Openers of rolls that say by a noun what those behind it did: "The speakers from A were B and C"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE, SUBJECTS
from kg.facts.context import Context
from kg.facts.there import is_strange
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.languages.trades import are_staff


def are_takers(before: list[Token], context: Context) -> bool:
    """Tell whether words before a verb of being mean those who take part: "The speakers from A", "Among the guests".

    "On the Chinese side there" counts, where people follow: "there were guests of A and B".
    """
    link = before[-1].nbor()
    if link.tag_ != "VBD" or any(t.dep_ == "neg" or t.pos_ in {"VERB", "AUX"} or t.text == "," for t in before):
        return False
    if context.dates_in(before[0].idx, link.idx) or not _names_follow(link):
        return False
    if said(before[0], "on_a_side") and said(before[-1], "existential"):
        return _are_sides(before[:-1]) and _are_people(link)
    taker = next((t for t in before if t.pos_ in {"NOUN", "PROPN"} and not t.ent_type_), None)
    if taker is None or not _is_taker(taker) or taker.tag_ == "NNP":
        return False
    first = [t for t in before if t.i < taker.i and t.pos_ != "ADV"]
    among = bool(first) and said(first[0], "among")
    if any(t.pos_ not in {"DET", "ADJ", "NUM"} and t.dep_ != "poss" for t in first[among:]) or not (
        first or taker.tag_ == "NNS"
    ):
        return False
    return not among or taker.tag_ == "NNS" if _tells_of_nothing_else(taker, before, context) else False


def _tells_of_nothing_else(taker: Token, before: list[Token], context: Context) -> bool:
    """Tell whether what stands behind those who take part says no more than whose they are and in what part of it."""
    senders = of_whom(before) + [t for t in before if family(t) == "Place" and said(t.nbor(-1), "from")]
    behind = [t for t in before if t.i > taker.i]
    visited = taker.lemma_ in words(taker.lang_, "guests") and any(said(t, "of") for t in behind)
    return not visited and not any(t not in senders and is_strange(t, context) for t in behind)


def of_whom(opener: Iterable[Token]) -> list[Token]:
    """Give the organizations that those who took part are of: "The speakers from | A and B"."""
    opener = list(opener)
    taker = next((t for t in opener if _is_taker(t)), None)
    if taker is None:
        return []
    found: list[Token] = []
    for token in (t for t in opener if t.i > taker.i):
        if family(token) == "Organization" and (found or said(token.nbor(-1), "acts_for") or _is_behind_the(token)):
            found.append(token)
    return found


def sent_from(sentence: Span, context: Context) -> tuple[Token, list[Token], list[Token]] | None:
    """Give the verb, the body and the people of "From the Academy two deputy heads came to it: A and B"."""
    said_here = [t for t in sentence if not t.is_space]
    if len(said_here) < _FEWEST or not said(said_here[0], "from_whom"):
        return None
    verb = next((t for t in said_here[1:_FAR] if t.tag_ in FINITE), None)
    if verb is None or verb.tag_ != "VBD" or verb.lemma_ not in words(verb.lang_, "coming_in"):
        return None
    before, behind = sentence.doc[said_here[0].i + 1 : verb.i], sentence.doc[verb.i + 1 : sentence.end]
    bodies = [t for t in before if family(t) == "Organization"]
    people = [t for t in behind if family(t) == "Person"]
    where = [t for t in behind if t.i < people[0].i and t.pos_ == "ADP"] if people else []
    here = all(t.nbor().pos_ in {"PRON", "DET"} and not _leads_away(t, context) for t in where)
    if not bodies or not people or not here or any(family(t) == "Person" for t in before):
        return None
    return verb, bodies[:1], _people_in(behind)


def inverted(sentence: Span) -> Token | None:
    """Give the verb of "In the forum there took part A", "There gathered in Omsk for the forum the rectors of B"."""
    for token in sentence[:-2]:
        verb = token.nbor()
        if not said(token, "existential") or verb.tag_ != "VBD":
            continue
        lang = verb.lang_
        takes = verb.lemma_ in words(lang, "needs_part") and said(verb.nbor(), "part")
        comes = verb.lemma_ in words(lang, "gathering") | words(lang, "coming_in") | words(
            lang, "heard_of_those_behind"
        )
        return verb if takes or comes else None
    return _without_there(sentence)


def _without_there(sentence: Span) -> Token | None:
    """Give the verb of "In the meeting took part A and B", "On the Chinese side took part C": nobody before it."""
    first = next((t for t in sentence if not t.is_space), None)
    if first is None or first.pos_ != "ADP":
        return None
    verb = next((t for t in sentence[:_FAR] if t.tag_ in FINITE), None)
    if verb is None or verb.tag_ != "VBD" or verb.i + 2 >= sentence.end:
        return None
    takes = verb.lemma_ in words(verb.lang_, "needs_part") and said(verb.nbor(), "part")
    if not takes or any(c.i < verb.i and c.dep_ in {*SUBJECTS, "neg", "nsubjpass"} for c in verb.children):
        return None
    brought = all(t.dep_ == "pobj" for t in sentence.doc[first.i : verb.i] if family(t) in {"Organization", "Person"})
    behind = verb.nbor(2)
    ahead = behind.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} or bool(behind.ent_type_)
    return verb if brought and ahead else None


def _leads_away(preposition: Token, context: Context) -> bool:
    """Tell whether a preposition brings in what is no event: "came to the archive"."""
    noun = next((t for t in preposition.doc[preposition.i + 1 : preposition.i + _NEAR] if t.pos_ == "NOUN"), None)
    return noun is not None and said(preposition.nbor(), "articles") and is_strange(noun, context)


def _people_in(behind: Span) -> list[Token]:
    """Give the people listed behind a verb, up to the next one."""
    end = next((t.i for t in behind if t.tag_ in FINITE), behind.end)
    return [t for t in behind if t.i < end and family(t) == "Person"]


_FEWEST, _FAR = 5, 14  # tokens of such a sentence, and to its verb


def _is_behind_the(name: Token) -> bool:
    """Tell whether "from the" stands before a name."""
    return said(name.nbor(-1), "articles") and said(name.nbor(-2), "acts_for")


def _is_taker(noun: Token) -> bool:
    return noun.lemma_.lower() in words(noun.lang_, "takers") and not noun.ent_type_


def _are_sides(before: list[Token]) -> bool:
    """Tell whether words mean a side of those who meet: "On the Chinese side", "From Russia"."""
    *_, last = before
    of_side = said(last, "side") and all(t.pos_ == "DET" or t.text[:1].isupper() for t in before[1:-1])
    return of_side or (family(last) == "Place" and len(before) == 2)


def _names_follow(link: Token) -> bool:
    """Tell whether a noun or name stands behind a verb of being: not "were welcomed by A", "were known to A"."""
    for token in link.doc[link.i + 1 : link.sent.end]:
        if token.pos_ in {"NOUN", "PROPN"} or token.ent_type_:
            of = token.doc[token.i + 1 : token.i + 3]  # "The judges were friends of A"
            return bool(token.ent_type_) or len(of) < 2 or not said(of[0], "of") or family(of[1]) != "Person"
        if token.pos_ not in {"DET", "ADJ", "ADV", "NUM"} and not said(token, "existential"):
            return False
        if token.pos_ == "ADJ" and token.dep_ == "acomp":
            return False
    return False


def _are_people(link: Token) -> bool:
    """Tell whether people stand behind a verb of being, and nothing that they said or thought."""
    behind = link.doc[link.i + 1 : link.sent.end]
    first = next((t for t in behind if t.pos_ in {"NOUN", "PROPN"}), None)
    if first is None or first.i > link.i + _NEAR:
        return False
    several = first.tag_ == "NNS" and not first.ent_type_
    return family(first) in {"Person", "Organization"} or (several and (_is_taker(first) or are_staff(first)))


_NEAR = 4  # tokens to the first of those who were there
