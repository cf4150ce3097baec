"""What a peer says of a sentence, in the one form that all of them are brought into.

Only the standard library is used here: the peers run in an environment of their own that does not have the project's.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Offsets into the text, the end not included."""

SUBJECT = "subject"
OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing that takes part in what a verb says.

    Attributes:
        role: "subject" for the one who acts, "object" for what is acted on, whatever the voice; else a preposition.
        words: its words one by one; between them others may stand.
        under: role of the argument that it hangs on ("delegation of X": "of" under "subject"); "" on the verb itself.
    """

    role: str
    words: tuple[Span, ...]
    under: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A verb, or a noun phrase, with its arguments.

    Attributes:
        verb: its lemma with the particle ("set up"); "" where only a noun phrase relates two things ("A of B").
        around: auxiliaries and negations, lower case ("will", "not").
        start, end: where all of it stands in the text.
    """

    verb: str
    around: tuple[str, ...]
    arguments: tuple[Argument, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name with the label that the language model gave it ("ORG")."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a peer found in a document."""

    document: str
    names: tuple[Labelled, ...]
    relations: tuple[Relation, ...]


def relation(verb: str, around: list[str], arguments: list[Argument]) -> Relation:
    """Give a relation that stands where its arguments stand."""
    words = [word for argument in arguments for word in argument.words]
    start, end = min(start for start, _ in words), max(end for _, end in words)
    return Relation(verb, tuple(around), tuple(arguments), start, end)
