"""Whom plurals mean: “they”, “both”, “the two universities”, “the presidents” of those told of before."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.others_meant import meant_before, never_meant
from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import said, words
from kg.languages.posts import post_words
from kg.languages.spans import Description
from kg.records import Mention
from kg.schema import is_a


class Plurals:
    """The plurals of a text."""

    def __init__(self, told: Told) -> None:
        self.told = told

    def they(self, description: Description) -> None:
        """“They”: the people, or those whom a group acts for, that the sentence before is about; else the last pair."""
        told, referents = self.told, self.told.gathering.referents
        for referent in (announced := self._announced(description)):
            told.mean(description, referent, "the two named behind the colon", 0.65)
        if announced:
            return
        never = never_meant(told, description)
        doers = [one for one in self._doers_above(description) if one.id not in never]
        if len(doers) > 1:
            for referent in doers:
                told.mean(description, referent, "those whom the sentence itself is about", 0.65)
            return
        if self._states_before(description):
            return
        if two := self._two_people(description):
            for referent in two:
                told.mean(description, referent, "the two people named together in the sentence before", 0.6)
            return
        here = told.sentence(description.start)
        begin = told.sentences[max(0, here - 1)]
        # "X and Y received them": not X and Y themselves
        end = description.start if description.head == "they" else told.sentences[here]
        subjects = [
            (mention, token)
            for mention in told.within(begin, end)
            if (token := told.token(mention.end - 1)) is not None
            and not _is_aside(token.head) and (token.dep_ in {"nsubj", "nsubjpass"} or _is_joined_to_other(token))
        ]  # fmt: skip
        people = {m.entity: None for m, _ in subjects if is_a(m.cls, "Person") and m.entity in referents}
        group = [
            m
            for m, token in subjects
            if token.lemma_ in words(told.document.lang, "known_groups") and not is_a(m.cls, "Person")
        ]
        groups = {m.entity: m for m in group if m.entity in referents}
        pair = told.last_pair(description.start, "Organization", None, None)
        alone = len(groups) == 1 and len(pair) == _TWO and description.head in words(told.document.lang, "two")
        if group and not people and not alone:
            for mention in groups.values():
                told.mean(description, referents[mention.entity], "the group told of before", 0.6)
            return
        if len(people) == _TWO or (len(people) > _TWO and description.head not in words(told.document.lang, "two")):
            for entity in people:  # "the two" are no four
                told.mean(description, referents[entity], "the people told of before", 0.6)
            return
        if two := self._pair_above(subjects, description.start):
            for referent in two:
                told.mean(description, referent, "the two that act just before", 0.6)
            return
        if never and (description.head == "they" or not pair or never & {one.id for one in pair}):
            for referent in meant_before(told, description, never):
                told.mean(description, referent, "those told of before, who are others", 0.6)
            return
        self.pair(description)

    def _two_people(self, description: Description) -> list[Referent]:
        """Give the only two people whom the sentence before joins: "X hosted A and B. Both gave lectures".

        Nobody where it joins organizations too: "X and Y chose A and B. Both signed".
        """
        told = self.told
        both = told.token(description.start)
        if both is None or both.i != both.sent.start or both.dep_ not in {"nsubj", "nsubjpass"}:
            return []
        if not both.i or description.head not in words(told.document.lang, "pair_numbers"):
            return []
        joined = [
            [token, *token.conjuncts]
            for token in both.nbor(-1).sent
            if token.ent_type_ and token.dep_ != "conj" and any(t.ent_type_ for t in token.conjuncts)
        ]
        if any(is_a(token.ent_type_, "Organization") for listed in joined for token in listed):
            return []
        people = [listed for listed in joined if all(t.ent_type_ == "Person" for t in listed)]
        if len(people) != 1 or len(people[0]) != _TWO:
            return []
        meant = (m.entity for t in people[0] for m in told.within(t.idx, t.idx + len(t)) if m.source != "rule")
        return [told.gathering.referents[one] for one in dict.fromkeys(meant) if one in told.gathering.referents]

    def _announced(self, description: Description) -> list[Referent]:
        """Give the two whom the end of the sentence names: "the first place was shared by two: A, of X, and B"."""
        told = self.told
        if description.head not in words(told.document.lang, "two"):
            return []
        here = told.sentence(description.start)
        end = told.sentences[here + 1] if here + 1 < len(told.sentences) else len(told.text)
        colon = told.text.find(": ", description.end, end)
        named = {m.entity: None for m in told.within(colon, end) if is_a(m.cls, "Person")} if colon > 0 else {}
        found = [told.gathering.referents[one] for one in named if one in told.gathering.referents]
        return found if len(found) == len(named) == _TWO else []

    def _pair_above(self, subjects: list[tuple[Mention, Token]], offset: int) -> list[Referent]:
        """Give those whom one plural means that acts just above: "the two universities became friends: they signed"."""
        meant: dict[int, dict[str, Referent]] = {}
        for mention, token in subjects:
            referent = self.told.gathering.referents.get(mention.entity)
            if mention.source == "rule" and token.tag_ == "NNS" and referent and is_a(referent.cls, "Organization"):
                meant.setdefault(mention.start, {})[referent.id] = referent
        pairs = [start for start, found in sorted(meant.items()) if len(found) == 2]
        if not pairs or any(
            m.source != "rule" and is_a(m.cls, "Organization") for m in self.told.within(pairs[-1], offset)
        ):
            return []  # others have been named since
        return list(meant[pairs[-1]].values())

    def _states_before(self, description: Description) -> bool:
        """Tell whether "they" means states or cities named before: "Tomsk and Harbin … their", "both countries"."""
        lang = self.told.document.lang
        pronoun = self.told.token(description.start)
        for token in reversed(pronoun.doc[pronoun.sent.start : pronoun.i]) if pronoun is not None else ():
            if token.tag_ == "NNS" and token.lemma_ in words(lang, "states_alone"):
                return True
            if not token.ent_type_:
                continue
            if is_a(token.ent_type_, "Organization"):
                return False
            if is_a(token.ent_type_, "Place") and any(is_a(t.ent_type_ or "Event", "Place") for t in token.conjuncts):
                first = token.head if token.dep_ == "conj" else token
                brought = first.dep_ == "pobj" and first.head.lower_ in words(lang, "of_and_between")
                return first.dep_ in {"nsubj", "nsubjpass"} or brought
        return False

    def _doers_above(self, description: Description) -> list[Referent]:
        """Give those who act in the clause above a pronoun: "A and B run the centre which they founded"."""
        token = self.told.token(description.start)
        found: dict[str, Referent] = {}
        while token is not None and token.head.i != token.i and not found:
            own, token = token, token.head
            if token.pos_ != "VERB" or own.dep_ not in {"relcl", "advcl", "acl", "ccomp", "pobj", "dobj"}:
                continue
            for child in token.children:
                if child.dep_ == "nsubj" and child.i < own.i:
                    for one in (child, *child.conjuncts):
                        for mention in self.told.within(one.idx, one.idx + len(one)):
                            referent = self.told.gathering.referents.get(mention.entity)
                            if referent is not None and is_a(referent.cls, "Organization"):
                                found.setdefault(referent.id, referent)
        return list(found.values())

    def pair(self, description: Description) -> None:
        """“Both sides”, “the universities”, “they”: the organizations that the text is about, or those last named."""
        told, lang = self.told, self.told.document.lang
        holders = self._holders(description)
        if holders:
            for referent in holders:
                told.mean(description, referent, f"holds the post of {description.head}", 0.7)
            return
        if (owners := self._owning_pair(description)) is not None:
            self.pair(owners)  # "the heads of the two universities" act for both
            for mention in told.within(owners.start, owners.start + 1):
                if (owner := told.gathering.referents.get(mention.entity)) is not None:
                    told.mean(description, owner, "the universities that they head", 0.6)
            return
        if description.head in post_words(lang).heads and description.head not in words(lang, "heads_of_whole"):
            return  # "the deans", of whom the text has named none
        if description.head in words(lang, "sides"):
            for referent in told.sides(description.start):
                told.mean(description, referent, "one of the two sides that the text is about", 0.65)
            return
        cls = description.cls if description.role == "pair" and description.cls else "Organization"
        before = told.text[max(0, description.start - 12) : description.start].lower().split()
        exactly = 2 if words(lang, "pair_numbers") & set(before) or cls == "University" else None
        called = description.head if description.head in words(lang, "namesakes") else None
        pair = told.last_pair(description.start, cls, exactly, called) or told.last_pair(
            description.start, "Organization", None, called
        )
        if cls == "University" and any(is_a(referent.cls, one) for referent in pair for one in _NO_UNIVERSITIES):
            pair = told.sides(description.start)  # two ministries are no "two universities"
        for referent in pair:
            told.mean(description, referent, "one of the two last named together", 0.6)

    def _owning_pair(self, description: Description) -> Description | None:
        """Give the description of the two whose heads another means: "the rectors of | the universities"."""
        noun = self.told.token(description.end - 1)
        if noun is None or description.head in words(self.told.document.lang, "sides"):
            return None
        owners = {c.idx for c in noun.children if c.dep_ == "poss"}
        owners |= {t.idx for c in noun.children if said(c, "of") for t in c.children if t.dep_ == "pobj"}
        told = (d for d in self.told.doc._.descriptions if d.role == "pair" and d.end > description.start)
        return next((d for d in told if d != description and any(d.start <= at < d.end for at in owners)), None)

    def _holders(self, description: Description) -> list[Referent]:
        """Give the people told of whose post a plural names: "the presidents then signed"."""
        told, lang = self.told, self.told.document.lang
        chiefs, first = words(lang, "chiefs"), words(lang, "first_posts")
        deputies = tuple(sorted(words(lang, "deputies")))
        found: dict[str, Referent] = {}
        leading: dict[str, Referent] = {}  # of these, who lead a whole university or academy
        for post in told.doc._.posts:
            title = told.text[slice(*post.title)].lower().split() if post.title else []
            same = description.head in title or (description.head in chiefs and bool(chiefs & set(title)))
            if not same or any(word.startswith(deputies) for word in title) or post.start >= description.start:
                continue
            for mention in told.within(post.holder.start, post.holder.start + 1):
                referent = told.gathering.referents.get(mention.entity)
                entry = told.registry.get(mention.entity)
                if referent is None or (entry is not None and not entry.affiliation):
                    continue  # heads of state lead no university
                found.setdefault(referent.id, referent)
                if first & set(title):
                    leading.setdefault(referent.id, referent)
        if description.head in chiefs and len(leading) >= 2:
            return list(leading.values())
        return list(found.values()) if len(found) >= 2 else []


def _is_joined_to_other(name: Token) -> bool:
    """Tell whether a name is joined to another that is no object: B of "A and B came", not of "X met A and B"."""
    first = name
    while first.dep_ == "conj":
        first = first.head
    return name.dep_ == "conj" and first.dep_ != "dobj"


def _is_aside(verb: Token) -> bool:
    """Tell whether a clause says more of a noun; what happened at a date is told of itself ("in May, when A came")."""
    return verb.dep_ == "relcl" and not any(said(child, "when") for child in verb.children)


_TWO = 2
_NO_UNIVERSITIES = ("GovernmentBody", "Association", "Company")
