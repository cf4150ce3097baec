"""Who speaks: the person whose words a quotation or a reported clause gives, and the organization he speaks for."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import has, read, words
from kg.schema import is_a

_SAID = 4  # words behind a quotation in which who speaks is named
_MARKS = ' "“”«»„,:'


class Speakers:
    """The speakers of a text."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self._verbs = words(told.document.lang, "speaking_out") if has(told.document.lang, "words") else frozenset()

    def home(self, offset: int) -> Referent | None:
        """Give the organization of whoever speaks at an offset, as the text tells it beside the name."""
        person = self.person(offset)
        home = self.told.homes.get(person.id) if person is not None else None
        return self.told.gathering.referents.get(home) if home is not None else None

    def person(self, offset: int) -> Referent | None:
        """Give whose words stand at an offset: who is named behind or before the quotation, or said to have said so."""
        quotation = self.told.quoted(offset)
        if quotation is None:
            return self._reporting(offset)
        return self._behind(quotation) or self._ahead(quotation[0]) or self._before(quotation)

    def _behind(self, quotation: tuple[int, int]) -> Referent | None:
        """Give who is named behind a quotation: "…," said A; "…," he said."""
        told = self.told
        here = told.sentence(quotation[1])
        until = told.sentences[here + 1] if here + 1 < len(told.sentences) else len(told.text)
        for mention in told.within(quotation[1], until):
            if is_a(mention.cls, "Person"):
                return told.gathering.referents.get(mention.entity)
        behind = told.text[quotation[1] : until].lower().replace(",", " ").split()
        if set(read(told.document.lang, "descriptions")["he"]) & set(behind[:_SAID]):
            return next(iter(told.before(quotation[0], "Person")), None)
        return None

    def _ahead(self, start: int) -> Referent | None:
        """Give the one person named before a quotation, with a verb of saying or a colon: A said: "…"; A: "…"."""
        told = self.told
        begin = max(told.sentences[told.sentence(max(0, start - 2))], told.text.rfind("\n", 0, start) + 1)
        people = [m for m in told.within(begin, start) if is_a(m.cls, "Person")]
        if len({m.entity for m in people}) != 1 or told.text[:start].rstrip()[-1:] not in {":", ","}:
            return None
        between = told.text[people[-1].end : start]
        named = between.strip(_MARKS) == "" and ":" in between
        first, last = told.token(people[-1].start), told.token(start - 1)
        said = (
            first is not None
            and last is not None
            and any(t.lemma_ in self._verbs for t in told.doc[first.i : last.i + 1])
        )
        return told.gathering.referents.get(people[-1].entity) if named or said else None

    def _before(self, quotation: tuple[int, int]) -> Referent | None:
        """Give who is said to have said what stands just before a quotation: He said that …. "I was there"."""
        told = self.told
        here = told.sentence(quotation[0])
        begin = told.sentences[max(0, here - 1)]
        first, last = told.token(begin), told.token(quotation[0])
        if first is None or last is None or here == 0 or "\n" in told.text[begin : quotation[0]]:
            return None
        said = (t for t in first.sent if t.lemma_ in self._verbs and t.pos_ == "VERB")
        return next((person for verb in said if (person := self._subject(verb)) is not None), None)

    def _reporting(self, offset: int) -> Referent | None:
        """Give who is said to have said what a clause tells: "agreements have been signed by us, said A"."""
        token = self.told.token(offset)
        for above in token.ancestors if token is not None else ():
            if above.dep_ == "ccomp" and above.head.lemma_ in self._verbs:
                return self._subject(above.head)
        return None

    def _subject(self, verb: Token) -> Referent | None:
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            for mention in self.told.within(subject.idx, subject.idx + len(subject)):
                if is_a(mention.cls, "Person"):
                    return self.told.gathering.referents.get(mention.entity)
        return None
