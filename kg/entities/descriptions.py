"""What is referred to without being named: "the university", "both sides", "the delegation", "he", "the agreement"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.entities.groups import Groups
from kg.entities.headlines import note_meetings, note_openings
from kg.entities.holders import mean_holder
from kg.entities.others_meant import meant_before, never_meant
from kg.entities.publisher import Publisher, mean_organization
from kg.entities.referents import Gathering, Referent
from kg.entities.speakers import Speakers
from kg.entities.things import Things
from kg.entities.titles import note_titles
from kg.entities.told import Told
from kg.languages.backdrops import brought_in
from kg.languages.lexicon import read, said, words
from kg.languages.posts import post_words
from kg.languages.spans import Description
from kg.records import Document, Mention
from kg.registry import Registry
from kg.schema import is_a


def refer(
    document: Document, doc: Doc, gathering: Gathering, registry: Registry, unread: list[tuple[int, int]]
) -> str | None:
    """Add a mention for every description and pronoun whose meaning can be told; give the id of who says "we"."""
    return _Referring(Told(document, doc, gathering, registry)).run(unread)


def _is_aside(verb: Token) -> bool:
    """Tell whether a clause says more of a noun; what happened at a date is told of itself ("in May, when A came")."""
    return verb.dep_ == "relcl" and not any(said(child, "when") for child in verb.children)


_MADE = ("Programme", "Event", "JointStructure", "OrganizationalUnit")


class _Referring:
    def __init__(self, told: Told) -> None:
        self.told = told
        self.publisher = Publisher(told)
        self.speakers = Speakers(told)
        self.groups = Groups(told, self.publisher, self.speakers)
        self.things = Things(told, self.publisher)

    def run(self, unread: list[tuple[int, int]]) -> str | None:
        """Read the descriptions in order; give the publisher's id where the text means it."""
        note_openings(self.told)
        note_meetings(self.told)
        for description in self.told.doc._.descriptions:
            if any(start <= description.start < end for start, end in unread):
                continue
            getattr(self, f"_{description.role}")(description)
        note_titles(self.told)
        return self.publisher.id

    def _organization(self, description: Description) -> None:
        mean_organization(self.told, self.publisher, description)

    def _group(self, description: Description) -> None:
        self.groups.mean(description)

    def _holder(self, description: Description) -> None:
        mean_holder(self.told, description)

    def _thing(self, description: Description) -> None:
        self.things.mean(description)

    def _we(self, description: Description) -> None:
        speaker = self.speakers.home(description.start)
        publisher = self.publisher.at(description.start)
        if speaker is not None and (speaker.cls != "OrganizationalUnit" or publisher is None):
            self.told.mean(description, speaker, "“we” are where the one who is quoted holds a post", 0.6)
        elif publisher is not None and not (self.told.quoted(description.start) and publisher.cls == "Company"):
            self.told.mean(description, publisher, "“we” is the publisher", 0.7)

    def _i(self, description: Description) -> None:
        speaker = self.speakers.person(description.start) if self.told.quoted(description.start) else None
        if speaker is not None:
            self.told.mean(description, speaker, "“I” is who is quoted", 0.6)

    def _it(self, description: Description) -> None:
        acting = self._acting(description)  # "X gave it a prize": not X itself
        subject = self.told.subject_before(description.start, "Organization", acting)
        referent = subject or self._named_last(description.start, acting)
        if things := self._presented(description):
            if presented := self._made(things):
                self.told.mean(description, presented, "“it” is what the sentence before presents", 0.55)
            return
        if referent is not None and not self._about_strangers(description):
            self.told.mean(description, referent, "“it” is what the sentence before is about", 0.5)
        for cls in ("Agreement", "Event"):
            if found := self.told.before(description.start, cls):
                meant = self._told_of(description.start, found[0], cls)
                self.told.mean(description, meant, f"“it” is the {cls.lower()} told of before", 0.45)

    def _presented(self, description: Description) -> list[Token]:
        """Give the new thing that somebody has and that was made: "A has a new course. It was opened by"."""
        told, lang = self.told, self.told.document.lang
        token = told.token(description.start)
        made = token is not None and token.dep_ == "nsubjpass" and token.head.lemma_ in words(lang, "founding")
        if token is None or not made or token.sent.start == 0:
            return []
        root = told.doc[token.sent.start - 1].sent.root
        if root.lemma_ not in words(lang, "having"):
            return []
        return [c for c in root.children if c.dep_ == "dobj" and any(said(g, "articles") for g in c.children)]

    def _made(self, things: list[Token]) -> Referent | None:
        for thing in things:
            for mention in self.told.within(thing.left_edge.idx, thing.idx + len(thing)):
                if mention.end >= thing.idx + len(thing) and any(is_a(mention.cls, cls) for cls in _MADE):
                    return self.told.gathering.referents.get(mention.entity)
        return None

    def _named_last(self, offset: int, apart: set[str]) -> Referent | None:
        """Give the organization named last, the institute rather than the university whose it is."""
        for mention in self.told.mentions_before(offset):
            referent = self.told.gathering.referents.get(mention.entity)
            if referent is not None and is_a(referent.cls, "Organization") and referent.id not in apart:
                whole = self.told.whole_name(mention)
                return whole if whole is not None and whole.id not in apart else referent
        return None

    def _told_of(self, offset: int, latest: Referent, cls: str) -> Referent:
        """Give which of several things a sentence was about: "A round table was held at the forum. It …"."""
        told = self.told
        start = next((m.start for m in told.mentions_before(offset) if m.entity == latest.id), None)
        if start is not None and cls == "Event" and (main := self._beside_backdrop(start)) is not None:
            return main
        last = told.token(start) if start is not None else None
        if last is None or told.sentence(last.idx) >= told.sentence(offset) or last.sent.root.pos_ == "AUX":
            return latest  # "The forum was the occasion for an opening ceremony"
        subjects = [c for c in last.sent.root.children if c.dep_ in {"nsubj", "nsubjpass"} and c.idx < last.idx]
        for mention in told.within(last.sent.start_char, last.idx):
            one = told.gathering.referents.get(mention.entity)
            is_subject = any(mention.start <= subject.idx < mention.end for subject in subjects)
            if one is not None and is_a(one.cls, cls) and is_subject:
                return one
        return latest

    def _beside_backdrop(self, start: int) -> Referent | None:
        """Give the event whose time, honour or frame is named at a character: "a ball, part of the Week"."""
        told, lang = self.told, self.told.document.lang
        if brought_in(told.text, start, lang) == "told":
            return None
        begin = told.sentences[told.sentence(start)]
        events = [m for m in told.within(begin, start) if is_a(m.cls, "Event")]
        main = next((m for m in events if brought_in(told.text, m.start, lang) == "told"), None)
        return told.gathering.referents.get(main.entity) if main is not None else None

    def _about_strangers(self, description: Description) -> bool:
        """Tell whether the sentence before is about a group of which nobody says whose it is: "the delegation"."""
        told = self.told
        token = told.token(description.start)
        if token is None:
            return False
        above = token.sent
        while above.start > 0 and (above.start == token.sent.start or not above.text.strip()):
            above = told.doc[above.start - 1].sent
        groups = words(told.document.lang, "known_groups")
        subject = token.dep_ == "nsubj" and token.sent.root.i < token.i
        here = token.doc[token.sent.start : token.i] if subject else ()  # "A delegation came to X, where it stays"
        return any(
            child.dep_ == "nsubj" and child.lemma_ in groups and not told.within(child.idx, child.idx + 1)
            for child in (*above.root.children, *here)
        )

    def _acting(self, description: Description) -> set[str]:
        """Give the subjects of the clause in which a pronoun is an object."""
        token = self.told.token(description.start)
        if token is None or token.dep_ not in {"dobj", "dative", "pobj"}:
            return set()
        verb = token.head if token.dep_ != "pobj" else token.head.head
        while verb.dep_ == "conj" and not any(child.dep_ == "nsubj" for child in verb.children):
            verb = verb.head  # "A praised B and gave him a book"
        return {
            mention.entity
            for child in verb.children
            if child.dep_ == "nsubj"
            for one in (child, *child.conjuncts)
            for mention in self.told.within(one.idx, one.idx + len(one))
        }

    def _he(self, description: Description) -> None:
        acting = self._acting(description)
        subject = self.told.subject_before(description.start, "Person", acting)
        latest = [one for one in self.told.before(description.start, "Person") if one.id not in acting]
        begin = self.told.sentences[self.told.sentence(description.start)]
        beside = {mention.entity for mention in self.told.within(begin, description.start)} if acting else set()
        here = next((one for one in latest if one.id in beside), None)  # "A thanked B and gave him a book"
        referent = self._arriving(description) or here or subject or (latest[0] if latest else None)
        if referent is not None:
            self.told.mean(description, referent, "the person whom the sentence before is about", 0.6)

    def _arriving(self, description: Description) -> Referent | None:
        """Give who is received as he arrives: "A met B as he came to C", who is B."""
        told, lang = self.told, self.told.document.lang
        token = told.token(description.start)
        verb = token.head if token is not None and token.dep_ == "nsubj" else None
        comes = verb is not None and verb.dep_ == "advcl" and verb.lemma_ in words(lang, "coming_along")
        if verb is None or not comes or verb.i < verb.head.i or verb.head.lemma_ not in words(lang, "hosting"):
            return None
        guests = (c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i)
        met = (m.entity for c in guests for m in told.within(c.idx, c.idx + len(c)) if is_a(m.cls, "Person"))
        return next((told.gathering.referents[one] for one in met if one in told.gathering.referents), None)

    def _they(self, description: Description) -> None:
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
        here = told.sentence(description.start)
        begin = told.sentences[max(0, here - 1)]
        # "X and Y received them": not X and Y themselves
        end = description.start if description.head == "they" else told.sentences[here]
        subjects = [
            (mention, token)
            for mention in told.within(begin, end)
            if (token := told.token(mention.end - 1)) is not None
            and not _is_aside(token.head) and (token.dep_ in {"nsubj", "nsubjpass"} or token.dep_ == "conj")
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
        self._pair(description)

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

    def _nth(self, description: Description) -> None:
        """“The first”, “the latter”: of those listed together last."""
        told = self.told
        place = read(told.document.lang, "descriptions")["nth"][description.head]
        listed = told.listed_before(description.start)
        if len(listed) >= max(2, place):
            referent = listed[place - 1 if place > 0 else place]
            told.mean(description, referent, f"“the {description.head}” of those listed before", 0.7)

    def _pair(self, description: Description) -> None:
        """“Both sides”, “the universities”, “they”: the organizations that the text is about, or those last named."""
        told, lang = self.told, self.told.document.lang
        holders = self._holders(description)
        if holders:
            for referent in holders:
                told.mean(description, referent, f"holds the post of {description.head}", 0.7)
            return
        if (owners := self._owning_pair(description)) is not None:
            self._pair(owners)  # "the heads of the two universities" act for both
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


_TWO = 2
_NO_UNIVERSITIES = ("GovernmentBody", "Association", "Company")
