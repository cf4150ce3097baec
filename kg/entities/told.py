"""A text and what has been gathered of it so far: what was named before, whom a sentence is about."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from kg.entities.referents import Gathering, Referent
from kg.languages.spans import Description
from kg.records import BlockKind, Document, Mention
from kg.registry import Registry
from kg.schema import is_a


class Told:
    """One text with the things gathered of it.

    Attributes:
        sentences: offsets at which sentences start.
        headings: offsets at which the title and headings start.
        title_end: offset behind the title.
        named: what the text names, in order; `gathering.mentions` grows while descriptions are read.
    """

    def __init__(self, document: Document, doc: Doc, gathering: Gathering, registry: Registry) -> None:
        self.document = document
        self.doc = doc
        self.gathering = gathering
        self.registry = registry
        self.text = document.text
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.headings = [b.start for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
        self.title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
        self.named: list[Mention] = sorted(gathering.mentions, key=lambda mention: mention.start)

    def before(self, offset: int, cls: str) -> list[Referent]:
        """Give the things of a class mentioned before an offset, latest first."""
        found: dict[str, Referent] = {}
        for mention in sorted(self.gathering.mentions, key=lambda m: -m.start):
            referent = self.gathering.referents.get(mention.entity)
            if mention.start < offset and referent is not None and is_a(referent.cls, cls):
                found.setdefault(referent.id, referent)
        return list(found.values())

    def sentence(self, offset: int) -> int:
        """Give the number of the sentence around an offset."""
        return bisect_left(self.sentences, offset + 1) - 1

    def token(self, offset: int) -> Token | None:
        """Give the head of the token at an offset."""
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span.root if span is not None else None

    def mean(self, description: Description, referent: Referent, reason: str, score: float) -> None:
        """Note that a description means a thing, and why."""
        self.gathering.mention(description.start, description.end, referent, "rule", reason, score)

    def subject_before(self, offset: int, cls: str) -> Referent | None:
        """Give the subject of the nearest clause before that is of a class."""
        best: Referent | None = None
        for mention in sorted(self.gathering.mentions, key=lambda m: m.start):
            if mention.start >= offset:
                break
            referent = self.gathering.referents.get(mention.entity)
            token = self.token(mention.end - 1)
            if (
                referent is not None
                and is_a(referent.cls, cls)
                and token is not None
                and token.dep_ in {"nsubj", "nsubjpass"}
            ):
                best = referent
        return best

    def last_pair(self, offset: int, cls: str, exactly: int | None, called: str | None) -> list[Referent]:
        """Give the organizations of the nearest sentence before that names two or more, units aside.

        Args:
            called: a word that their names must have.
        """
        here = self.sentence(offset)
        for sentence in range(here, -1, -1):
            start = self.sentences[sentence]
            end = offset if sentence == here else self.sentences[sentence + 1]
            found: dict[str, Referent] = {}
            for mention in self.gathering.mentions:
                referent = self.gathering.referents.get(mention.entity)
                if start <= mention.start < end and referent is not None and is_a(referent.cls, cls):
                    found.setdefault(referent.id, referent)
            found = {k: r for k, r in found.items() if r.cls not in {"OrganizationalUnit", "JointStructure"}}
            if called is not None:
                found = {k: r for k, r in found.items() if any(called in form.split() for form in r.forms)}
            if len(found) == exactly or (exactly is None and len(found) >= 2):
                return list(found.values())
        everything = self.before(offset, cls)
        return everything[::-1] if len(everything) == 2 and called is None else []
