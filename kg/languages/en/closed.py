"""Lists that parsers count on: "Witnessed by A and B, C and D signed", "the session of A and the Polar Congress"."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.languages.families import family
from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.schema import is_a

_SUBJECTS = {"nsubj", "nsubjpass"}
_BESIDE = {"det", "compound", "amod", "nmod"}


@Language.component("srac_closed_lists")
def close(doc: Doc) -> Doc:
    """Give the verb of each sentence its subject where the list of an opener in front of it has swallowed it.

    The opener's list ends at the comma behind its "and B"; of a list without "and" at its first comma, if the
    verb has no subject else.
    """
    for sentence in doc.sents:
        verb = sentence.root
        if verb.tag_ in {"VBD", "VBZ", "VBP"} or (verb.tag_ == "VBN" and verb.i and verb.nbor(-1).pos_ == "AUX"):
            own = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i), None)
            taken = _swallowed(_listed_before(verb), own)
            if taken:
                passive = any(child.dep_ == "auxpass" for child in verb.children)
                taken[0].head, taken[0].dep_ = verb, "nsubjpass" if passive else "nsubj"
                for member in taken[1:]:
                    member.head, member.dep_ = taken[0], "conj"
    for token in doc:
        if (beside := _event_before(token)) is not None:
            joint, token.head = token.nbor(-2), beside
            joint.head = beside if joint.dep_ == "cc" else joint.head
        elif (many := _counted_by(token)) is not None:
            token.head = many
    return doc


def _counted_by(preposition: Token) -> Token | None:
    """Give the noun that a number counts on which the parser hangs where it is: "a delegation of three | in Omsk"."""
    number = preposition.head
    if preposition.dep_ != "prep" or preposition.i < number.i or number.tag_ != "CD" or number.dep_ != "pobj":
        return None
    counts = number.head.lower_ in words("en", "of") and number.i == number.head.i + 1
    noun = number.head.head
    again = preposition.lower_ in words("en", "of")  # "a group of three of them"
    return noun if counts and not again and noun.tag_ in {"NN", "NNS"} and number.head.i == noun.i + 1 else None


def _event_before(event: Token) -> Token | None:
    """Give the noun of an event that another goes on with, where the parser hangs that on whose the first is.

    "The session of Jilin University | and the 5th Polar Congress": what is joined are the events. Of "talks of Jilin
    University with Omsk and the Polar Forum" each may be a party.
    """
    whose = event.head
    if event.dep_ != "conj" or family(event) != "Event":
        return None
    if family(whose) != "Organization" or whose.dep_ != "pobj":
        return None
    if event.i - 2 <= whose.i or event.nbor(-1).lower_ not in words("en", "the"):
        return None
    if event.nbor(-2).lower_ not in words("en", "conjunctions"):
        return None
    noun = whose
    while noun.dep_ == "pobj" and noun.head.lower_ in words("en", "of") and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
        kind = kind_of("en", [noun.lower_]) if not noun.ent_type_ else None
        if family(noun) == "Event" or (kind is not None and is_a(kind.cls, "Event")):
            return noun if noun.tag_ in {"NN", "NNP"} and noun.dep_ in {"dobj", "pobj"} else None
    return None


def _listed_before(verb: Token) -> list[Token]:
    """Give the names, commas and conjunctions right in front of a verb, from a preposition on; nothing without one."""
    found: list[Token] = []
    joining = words("en", "conjunctions") | {","}
    position = verb.i - 1
    while position >= verb.sent.start:
        token = verb.doc[position]
        if (token.ent_type_ and not token.is_punct) or token.lower_ in joining:
            found.append(token)
        elif token.pos_ == "ADP":
            return found[::-1]
        elif not (token.dep_ in _BESIDE or token.dep_ in {"aux", "auxpass", "advmod"}):
            return []
        position -= 1
    return []


def _swallowed(listed: list[Token], own: Token | None) -> list[Token]:
    """Give the names behind the comma at which the list of an opener ends, if the parser lacks them as the subject."""
    names = [token for token in listed if token.ent_type_]
    if len(names) < 2 or (own is not None and own not in names):
        return []
    ends = [
        place
        for place, token in enumerate(listed)
        if token.text == "," and place + 1 < len(listed) and listed[place + 1].ent_type_
    ]
    closed = [place for place in ends if place > 1 and listed[place - 2].lower_ in words("en", "conjunctions")]
    if not closed and own is None:
        closed = ends[:1]
    if not closed:
        return []
    behind = [token for token in listed[closed[0] + 1 :] if token.ent_type_]
    return [] if own is behind[0] else behind
