"""Lists that end at a comma: "Witnessed by A and B, C and D signed", where the parser goes on counting."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.languages.lexicon import words

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
        if verb.tag_ in {"VBD", "VBZ", "VBP"}:
            own = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i), None)
            taken = _swallowed(_listed_before(verb), own)
            if taken:
                passive = any(child.dep_ == "auxpass" for child in verb.children)
                taken[0].head, taken[0].dep_ = verb, "nsubjpass" if passive else "nsubj"
                for member in taken[1:]:
                    member.head, member.dep_ = taken[0], "conj"
    return doc


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
