"""What a clause is before its arguments are asked for: its voice and subject, and clauses that leave their verb out."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from spacy.tokens import Token

from kg.facts.lists import expanded
from kg.languages.families import family
from kg.languages.lexicon import said, words

Roles = dict[str, list[Token]]
SUBJECTS = {"nsubj", "csubj"}
PASSIVE = {"nsubjpass", "csubjpass"}
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of verbs that carry a clause; a modal's "MD" is none of them, since what may be is not told."""


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: by its subject, its auxiliary, or as a past participle behind a noun."""
    if any(child.dep_ in {*PASSIVE, "auxpass"} for child in verb.children):
        return True
    if (verb.dep_ == "acl" and verb.tag_ == "VBN") or is_reduced(verb) or is_curt(verb):
        return True
    if verb.tag_ == "VBN" and any(child.dep_ == "agent" for child in verb.children):
        # "at the Forum, jointly sponsored by A", wherever the parser hangs it, and the Forum with it
        return not own_subject(verb) or not any(child.dep_ == "aux" for child in verb.children)
    if verb.tag_ == "VBD" and verb.dep_ in {"advcl", "xcomp"} and any(child.dep_ == "agent" for child in verb.children):
        return not own_subject(verb)  # "spoke of the centre, founded years ago by A", which taggers take for a past
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.i == verb.sent.start and not own_subject(verb):
        return not any(child.dep_ in {"aux", "dobj"} for child in verb.children)  # "Located in X, A is"
    by = any(child.dep_ == "agent" for child in verb.children)  # "was founded by A and | carried out by B", for taggers
    past = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and by)
    return verb.dep_ == "conj" and past and not own_subject(verb) and is_passive(verb.head)


def is_made_up(verb: Token) -> bool:
    """Tell whether a verb says of whom a group consists: "was composed of", "was made up of", "was comprised of"."""
    if verb.tag_ != "VBN" or not (said(verb, "composed") or verb.lemma_ in words(verb.lang_, "comprising")):
        return False
    return any(said(t, "of") for t in verb.doc[verb.i + 1 : verb.i + 3]) and is_passive(verb)


def is_reduced(verb: Token) -> bool:
    """Tell whether a participle behind a name is taken for its verb: "The Institute, set up with B, celebrated"."""
    if verb.dep_ != "ROOT" or verb.i < verb.sent.start + 2 or verb.nbor(-1).text != ",":
        return False
    subject = verb.nbor(-2)
    follows = [c for c in verb.children if c.dep_ in {"conj", "dep"} and c.pos_ == "VERB" and c.i > verb.i]
    apart = follows and follows[0].nbor(-1).text == "," and not any(c.dep_ == "cc" for c in verb.children)
    objects = any(c.dep_ in {"dobj", "attr", "ccomp", "xcomp"} for c in verb.children)
    return bool(apart) and not objects and subject.head.i == verb.i and subject.dep_ in SUBJECTS


def is_curt(verb: Token) -> bool:
    """Tell whether a participle with what is signed before it is a whole headline: "Agreement with A signed"."""
    if verb.dep_ != "ROOT" or any(t.is_punct or (t.pos_ in {"VERB", "AUX"} and t.i != verb.i) for t in verb.sent):
        return False
    if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_ not in words(verb.lang_, "make_agreements"):
        return False
    if any(child.dep_ in {"aux", "dobj", "dative", "neg"} for child in verb.children):
        return False
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return len(subjects) == 1 and subjects[0].lemma_.lower() in words(verb.lang_, "documents")


def is_inverted(verb: Token, child: Token) -> bool:
    """Tell whether parsers take for an object who comes: "To A came a delegation", "On a visit to A was B"."""
    if child.dep_ not in {"dobj", "attr"} or child.i < verb.i:
        return False
    lang = verb.lang_
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if verb.lemma_ in words(lang, "heard_of_those_behind") and family(child) == "Person":
        brought = [t for c in verb.children if c.i < verb.i and c.dep_ == "prep" for t in c.children]
        named = all(t.ent_type_ for t in brought if t.dep_ == "pobj")  # not "from the screen spoke A"
        return named and all(said(c, "in_order") for c in subjects)  # "Next spoke A", "From X spoke A"
    if subjects:
        return False
    ahead = [c for c in verb.children if c.i < verb.i and c.dep_ in {"prep", "expl"}]
    if verb.lemma_ in words(lang, "coming_along") - words(lang, "be"):
        return bool(ahead)
    if child.dep_ == "dobj" and any(c.dep_ == "expl" for c in ahead):
        return True  # "In Omsk there opened the forum"
    where = [t for c in ahead for t in c.children if t.dep_ == "pobj" and not t.ent_type_]
    return verb.lemma_ in words(lang, "be") and any(t.lemma_ in words(lang, "journeys") for t in where)


def own_subject(verb: Token) -> list[Token]:
    """Give the subjects that hang on a verb itself."""
    return [child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE]


def agreed_in(verb: Token) -> Token | None:
    """Give the agreement whose terms an infinitive tells, wherever parsers hang it: "signed a memorandum to open"."""
    if verb.tag_ != "VB" or not any(child.dep_ == "aux" and said(child, "to") for child in verb.children):
        return None
    head = verb.head
    documents = words(verb.lang_, "documents") - words(verb.lang_, "of_intent")
    if verb.dep_ == "acl" and head.dep_ == "pobj" and said(head.head, "of"):  # "a memorandum of understanding to open"
        return head.head.head if head.head.head.lemma_ in documents else None
    if verb.dep_ not in {"advcl", "xcomp"} or head.lemma_ not in words(verb.lang_, "make_agreements"):
        return None
    objects = [c for c in head.children if c.dep_ in {"dobj", "nsubjpass"} and c.lemma_.lower() in documents]
    return objects[-1] if objects and objects[-1].i < verb.i and verb.nbor(-2).text != "," else None


def is_aside(verb: Token) -> bool:
    """Tell whether a participle between commas was taken for the verb of a clause: "A, accompanied by B, visited C"."""
    joined = any(child.dep_ in {"aux", "auxpass", "mark"} for child in verb.children)
    return verb.tag_ == "VBN" and not joined and any(child.dep_ == "agent" for child in verb.children)


def begins_gap(by: Token) -> bool:
    """Tell whether "by" belongs to a clause without its verb: "A was represented by B, C by D"."""
    return said(by, "by") and _left_out(by) is not None


def _left_out(by: Token) -> Token | None:
    """Give what a clause that leaves its verb out is said of: C of "A was represented by B, C by D"."""
    sentence = by.sent
    if by.i < sentence.start + 4:
        return None
    conjunctions = words(by.lang_, "conjunctions") | {",", ";"}
    named = _named_before(by)
    verb = named.head
    if named.ent_type_ and named.dep_ == "conj" and by.head == named and verb.pos_ == "VERB" and is_passive(verb):
        return named  # "A was represented by B, and C by D": parsers coordinate the name with the verb
    if (
        named.nbor(-1).lower_ in conjunctions
        and bool(named.ent_type_)
        and any(c.dep_ == "agent" and c.i < by.i for c in by.head.children)
    ):
        return named
    # "A was represented by B; C, the oldest of all, by D; and E by F", where parsers lose their way
    apart = next((t for t in reversed(by.doc[sentence.start : by.i]) if t.text == ";"), None)
    if apart is None or by.nbor(-1).tag_ == "VBN":
        return None
    passing = conjunctions | words(by.lang_, "articles")
    first = next((t for t in by.doc[apart.i + 1 : by.i] if t.lower_ not in passing), None)
    spoken = first is not None and family(first) in _SAID_OF
    return first if spoken and _passive_before(apart) is not None else None


_SAID_OF = frozenset({"Organization", "Person", "Place"})


def _passive_before(apart: Token) -> Token | None:
    """Give the passive verb with its agent that a clause behind a semicolon leaves out."""
    before = reversed(apart.doc[apart.sent.start : apart.i])
    verbs = (t for t in before if t.tag_ == "VBN")
    return next((verb for verb in verbs if any(c.dep_ == "agent" and c.i < apart.i for c in verb.children)), None)


def _named_before(by: Token) -> Token:
    """Give what stands before a "by", a dash for the verb aside: "A is represented by B, C – by D"."""
    return by.nbor(-2) if by.nbor(-1).text in _DASHES else by.nbor(-1)


_DASHES = frozenset("-–—")


def gapped(verb: Token) -> list[Roles]:
    """Give the roles of the clauses behind a passive that leave its verb out: "A was represented by B, C by D"."""
    gaps = [child for child in verb.children if child.dep_ in {"agent", "prep"} and begins_gap(child)]
    gaps += [by for by in dict.fromkeys((*behind_semicolons(verb), *_behind_conjuncts(verb))) if by not in gaps]
    return [
        defaultdict(list, {"patient": [left], "agent": named, "by": named})
        for by in gaps
        if (left := _left_out(by)) is not None
        and (named := expanded(child for child in by.children if child.dep_ == "pobj") or _name_behind(by))
    ]


def _behind_conjuncts(verb: Token) -> list[Token]:
    """Give each "by" behind a name that parsers coordinate with a passive: "A was represented by B, and C by D"."""
    joined = [c for c in verb.children if c.dep_ == "conj" and c.ent_type_ and c.nbor(-1).dep_ == "cc"]
    return [by for name in joined for by in name.children if said(by, "by") and by.i == name.i + 1]


def behind_semicolons(verb: Token) -> list[Token]:
    """Give each "by" of the clauses that a semicolon parts from a passive, and that leave its verb out."""
    if verb.tag_ != "VBN" or not any(child.dep_ == "agent" for child in verb.children):
        return []
    behind = list(verb.doc[verb.i + 1 : verb.sent.end])
    apart = next((t for t in behind if t.text == ";"), None)
    if apart is None or _passive_before(apart) != verb:
        return []
    return [t for t in behind if t.i > apart.i and begins_gap(t)]


def _name_behind(by: Token) -> list[Token]:
    """Give the name that stands behind "by", the words of a title aside."""
    for token in by.doc[by.i + 1 : by.sent.end]:
        if token.text in {",", ";"} or token.pos_ == "VERB":
            break
        if token.ent_type_:
            return [token]
    return []


def named_so(verb: Token) -> Token | None:
    """Give whom a verb names something in honour: "elected | A | a foreign member", "named | B | a model school"."""
    if verb.lemma_ not in words(verb.lang_, "conferring"):
        return None
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd"} and c.i > verb.i]
    named, *so = objects or [verb]
    whom = named.ent_type_ or named.pos_ == "PRON"
    return named if len(so) == 1 and whom and not so[0].ent_type_ and so[0].pos_ in {"NOUN", "PROPN"} else None


def said_of(name: Token) -> Token:
    """Give the noun that a name, or the list it stands in, hangs on by a preposition: "a speech | by A and B"."""
    while name.dep_ in {"conj", "appos"}:
        name = name.head
    return name.head.head if name.dep_ == "pobj" else name.head
