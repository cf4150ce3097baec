"""What the parser takes for something else: a subject for one more object, the noun that a headline begins with."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, words
from kg.schema import is_a

_CLAUSES = frozenset({"ccomp", "advcl", "conj"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_OBJECTS = frozenset({"pobj", "dobj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def mend_subjects(line: Doc) -> None:
    """Hang on each finite verb without a subject the noun directly before it that hangs on an object.

    "He said that during the visit to Omsk, A and B signed it" is no visit to A.
    """
    for verb in line:
        first = _stray(verb)
        if first is None:
            continue
        above = first.head
        for mark in line[above.i + 1 : first.i]:
            if mark.dep_ == "cc" and mark.head.i == above.i and verb.dep_ != "ccomp":
                mark.head = verb.head
        if verb.dep_ == "advcl" and not any(child.dep_ in {"mark", "advmod"} for child in verb.children):
            verb.dep_ = "conj"
        first.head = verb
        first.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def mend_opening_noun(line: Doc) -> None:
    """Make a noun of the first word of a line that the tagger takes for a verb before "of": "Visit of A to B"."""
    for first, behind in pairwise(line):
        if first.is_punct or first.is_space:
            continue
        if first.tag_ in {"VB", "VBP"} and behind.lower_ == _OF:
            first.tag_, first.pos_ = "NN", "NOUN"
        break


_OF = "of"


def mend_made(line: Doc) -> None:
    """Make two objects of what the parser takes for one thing: "X made | A | an honorary doctor"."""
    for noun in line:
        made = _made(noun)
        if made is not None:
            verb = noun.head if noun.dep_ == "ccomp" else made.head
            made.head, made.dep_ = verb, "dative"
            noun.head, noun.dep_ = verb, "dobj"


def _made(noun: Token) -> Token | None:
    """Give who is made what a noun says: of a clause without a verb, or in apposition behind "made A, Rector of X"."""
    if noun.pos_ not in _NOUNS or any(c.dep_ in {"aux", "cop", "mark"} for c in noun.children):
        return None
    if noun.dep_ == "ccomp":
        return next((c for c in noun.children if c.dep_ in _SUBJECTS and noun.head.i < c.i < noun.i), None)
    somebody = noun.head
    told = noun.dep_ == "appos" and somebody.dep_ == "dobj" and somebody.head.lemma_ == _MAKE
    indefinite = any(c.dep_ == "det" and c.lower_ in words("en", "indefinite") for c in noun.children)
    return somebody if told and indefinite and somebody.pos_ == "PROPN" else None


_MAKE = "make"


def mend_following(line: Doc) -> None:
    """Make a clause of what the parser takes for a noun that something came before: "A symposium | followed on May 2".

    Whatever follows something else does so by itself or, where it is said to be followed, by another ("followed by").
    """
    for verb in line:
        noun = verb.head
        if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.text not in words("en", "followed") or noun.i != verb.i - 1:
            continue
        if noun.dep_ != "ROOT" or any(child.dep_ == "agent" for child in verb.children):
            continue
        if any(token.tag_ in _FINITE for token in noun.sent):
            continue
        for child in [child for child in noun.children if child.i > verb.i]:
            child.head = verb
        verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
        noun.head, noun.dep_ = verb, "nsubj"


def mend_month(line: Doc) -> None:
    """Make the subject of who stands behind a month that begins a sentence: "In April | Anna Petrova, a student, came".

    Without a comma between them the parser may take the month for a part of the name.
    """
    months = read("en", "dates")["months"]
    for first, month in pairwise(line):
        if not (first.is_sent_start or first.i == 0) or first.pos_ != "ADP" or month.text.lower() not in months:
            continue
        named, verb = month.head, first.head
        if month.dep_ != "compound" or named.head.i != first.i or named.pos_ != "PROPN" or verb.pos_ != "VERB":
            continue
        between = line[month.i + 1 : named.i]
        helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
        told = any(one.tag_ in _FINITE for one in (verb, *helpers)) and verb.i > named.i
        others = [child for child in verb.children if child.dep_ in _SUBJECTS]
        joined = [mark for mark in first.children if mark.dep_ == "cc" and mark.i > named.i]
        if not told or (others and not joined) or any(t.is_punct for t in between):
            continue
        month.head, month.dep_ = first, "pobj"
        named.head = verb
        named.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in helpers) else "nsubj"
        for one in (*joined, *others):  # "In June | A, an engineer, and B came"
            one.head, one.dep_ = named, "cc" if one in joined else "conj"


def mend_called(doc: Doc) -> None:
    """Put the name of an organization in the place of the noun before it: "The company | Micron | signed it".

    What is said of the noun is said of whom it brings in, of each where several are named; not where it is denied,
    "together with the bank, not the company Micron".
    """
    denied = read("en", "modality")["negation"]
    for noun, behind in pairwise(doc):
        name = doc[behind.i + 1] if behind.text == '"' and behind.i + 1 < len(doc) else behind
        if not is_a(name.ent_type_ or "Event", "Organization") or name.dep_ != "appos" or name.head.i != noun.i:
            continue
        one = kind_of("en", [singular(noun.lower_)])
        if not noun.is_lower or noun.pos_ != "NOUN" or one is None or not is_a(one.cls, "Organization"):
            continue
        if any(t.lower_ in denied for t in doc[max(0, noun.left_edge.i - 1) : noun.i]):
            continue
        above, role = noun.head, noun.dep_
        for child in list(noun.children):
            if child.i > name.i:
                child.head = name
        name.head = name if role == "ROOT" else above
        name.dep_ = role
        noun.head, noun.dep_ = name, "compound"


def _stray(verb: Token) -> Token | None:
    """Give the first of those that a verb without a subject has directly before it, coordinated with an object."""
    if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES or any(child.dep_ in _SUBJECTS for child in verb.children):
        return None
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if not any(one.tag_ in _FINITE for one in (verb, *helpers)):
        return None
    position = verb.i - 1
    while position > verb.sent.start and verb.doc[position].pos_ in {"ADV", "AUX", "PART"}:
        position -= 1
    noun = verb.doc[position]
    while noun.dep_ != "conj":  # "the heads of the two | signed"
        if noun.head.i >= noun.i or noun.pos_ not in _NOUNS | {"ADP"}:
            return None
        noun = noun.head
    first = noun
    while first.head.dep_ == "conj":
        first = first.head
    named = all(one.pos_ in _NOUNS for one in (noun, first, first.head))
    return first if named and first.head.dep_ in _OBJECTS else None
