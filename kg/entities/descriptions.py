"""What is referred to without being named: "the university", "both sides", "the delegation", "he", "the agreement"."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc, Token

from kg.entities.names import normalise, slug
from kg.entities.referents import Gathering, Referent
from kg.languages.dates import months
from kg.languages.lexicon import read, words
from kg.languages.spans import Description, principal
from kg.records import BlockKind, Document, Mention
from kg.registry import Registry
from kg.schema import is_a


def refer(
    document: Document, doc: Doc, gathering: Gathering, registry: Registry, unread: list[tuple[int, int]]
) -> str | None:
    """Add a mention for every description and pronoun whose meaning can be told; give the id of who says "we"."""
    return _Referring(document, doc, gathering, registry).run(unread)


class _Referring:
    def __init__(self, document: Document, doc: Doc, gathering: Gathering, registry: Registry) -> None:
        self.document = document
        self.doc = doc
        self.gathering = gathering
        self.text = document.text
        self.sentences = [sentence.start_char for sentence in doc.sents]
        self.registry = registry
        entry = registry.get(document.publisher) if document.publisher else None
        self.publisher = entry
        self.speaker: Referent | None = publisher_named(document, gathering) if entry is None else None
        self.headings = [b.start for b in document.blocks if b.kind in {BlockKind.TITLE, BlockKind.HEADING}]
        self.title_end = max((b.end for b in document.blocks if b.kind is BlockKind.TITLE), default=0)
        self.covered: list[tuple[int, int, str]] = []
        self.groups: list[tuple[int, list[Referent]]] = []
        self.named: list[Mention] = sorted(gathering.mentions, key=lambda mention: mention.start)

    def run(self, unread: list[tuple[int, int]]) -> str | None:
        """Read the descriptions in order; give the publisher's id where the text means it."""
        self._openings()
        for description in self.doc._.descriptions:
            if any(start <= description.start < end for start, end in unread):
                continue
            getattr(self, f"_{description.role}")(description)
        known = self.speaker.id if self.speaker is not None else self.publisher.id if self.publisher else None
        return known if known in self.gathering.referents else None

    def _openings(self) -> None:
        """Note the event in what a text begins with: "the centre was unveiled on Sunday" tells of an opening."""
        prose = [start for start in self.sentences if start >= self.title_end]
        until = prose[_LEAD] if len(prose) > _LEAD else len(self.text)
        for token in self.doc:
            if token.idx >= until or token.lemma_ not in words(self.document.lang, "unveiling") or token.pos_ != "VERB":
                continue
            for opened in (c for c in token.children if c.dep_ in {"nsubjpass", "dobj"} and c.ent_type_):
                if opened.ent_type_ not in _OPENED:
                    continue
                event = self.gathering.described("Ceremony", "opening-ceremony", "opening", token.idx)
                start, end = principal(opened)
                event.add(f"opening of {' '.join(self.text[start:end].split())}", self.gathering.lang)
                self.gathering.mention(
                    token.idx, token.idx + len(token), event, "rule", "what is opened has an opening", 0.5
                )

    # -- what came before -------------------------------------------------------------------------

    def _before(self, offset: int, cls: str) -> list[Referent]:
        """Give the things of a class mentioned before an offset, latest first."""
        found: dict[str, Referent] = {}
        for mention in sorted(self.gathering.mentions, key=lambda m: -m.start):
            referent = self.gathering.referents.get(mention.entity)
            if mention.start < offset and referent is not None and is_a(referent.cls, cls):
                found.setdefault(referent.id, referent)
        return list(found.values())

    def _sentence(self, offset: int) -> int:
        return bisect_left(self.sentences, offset + 1) - 1

    def _mean(self, description: Description, referent: Referent, reason: str, score: float) -> None:
        self.gathering.mention(description.start, description.end, referent, "rule", reason, score)

    def _publisher(self, offset: int) -> Referent | None:
        return self.gathering.known(self.publisher, offset) if self.publisher is not None else self.speaker

    def _speaks(self, description: Description) -> Referent | None:
        """Give the publisher, known by its site alone where no entry is it and the text says "our university"."""
        site = _site(self.document.source)
        if self.speaker is None and self.publisher is None and site:
            said = f"our {description.head}"
            self.speaker = self.gathering.named(description.cls or "Organization", said, description.start)
            del self.gathering.referents[self.speaker.id]
            self.speaker.id = f"organization/publisher-of-{slug(site)}"
            self.speaker.reasons.append(f"“{said}” in a text of {site}, which no entry of the registry has")
            self.gathering.referents[self.speaker.id] = self.speaker
        return self._publisher(description.start)

    # -- the roles --------------------------------------------------------------------------------

    def _we(self, description: Description) -> None:
        publisher = self._publisher(description.start)
        if publisher is not None:
            self._mean(description, publisher, "“we” is the publisher", 0.7)

    def _it(self, description: Description) -> None:
        latest = self._before(description.start, "Organization")
        subject = self._subject_before(description.start, "Organization")
        referent = subject or (latest[0] if latest else None)
        if referent is not None:
            self._mean(description, referent, "“it” is what the sentence before is about", 0.5)
        for cls in ("Agreement", "Event"):
            if found := self._before(description.start, cls):
                self._mean(description, found[0], f"“it” is the {cls.lower()} told of before", 0.45)

    def _he(self, description: Description) -> None:
        subject = self._subject_before(description.start, "Person")
        latest = self._before(description.start, "Person")
        referent = subject or (latest[0] if latest else None)
        if referent is not None:
            self._mean(description, referent, "the person whom the sentence before is about", 0.6)

    def _they(self, description: Description) -> None:
        """“They”: the people, or those whom a group acts for, that the sentence before is about; else the last pair."""
        here = self._sentence(description.start)
        begin = self.sentences[max(0, here - 1)]
        # "X and Y received them": not X and Y themselves
        end = description.start if description.head == "they" else self.sentences[here]
        subjects = [
            (mention, token)
            for mention in self.gathering.mentions
            if begin <= mention.start < end and (token := self._token(mention.end - 1)) is not None
            and token.head.dep_ != "relcl" and (token.dep_ in {"nsubj", "nsubjpass"} or token.dep_ == "conj")
        ]  # fmt: skip
        people = {m.entity: None for m, _ in subjects if is_a(m.cls, "Person") and m.entity in self.gathering.referents}
        group = [
            m
            for m, token in subjects
            if token.lemma_ in words(self.document.lang, "known_groups") and not is_a(m.cls, "Person")
        ]
        if group and not people:
            for mention in {m.entity: m for m in group if m.entity in self.gathering.referents}.values():
                self._mean(description, self.gathering.referents[mention.entity], "the group told of before", 0.6)
            return
        if len(people) >= 2:
            for entity in people:
                self._mean(description, self.gathering.referents[entity], "the people told of before", 0.6)
            return
        self._pair(description)

    def _subject_before(self, offset: int, cls: str) -> Referent | None:
        """Give the subject of the nearest clause before that is of a class."""
        best: Referent | None = None
        for mention in sorted(self.gathering.mentions, key=lambda m: m.start):
            if mention.start >= offset:
                break
            referent = self.gathering.referents.get(mention.entity)
            token = self._token(mention.end - 1)
            if (
                referent is not None
                and is_a(referent.cls, cls)
                and token is not None
                and token.dep_ in {"nsubj", "nsubjpass"}
            ):
                best = referent
        return best

    def _token(self, offset: int):  # type: ignore[no-untyped-def]  # spaCy's Token or None
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span.root if span is not None else None

    def _pair(self, description: Description) -> None:
        """“Both sides”, “the universities”, “they”: the organizations last named together."""
        holders = self._holders(description)
        if holders:
            for referent in holders:
                self._mean(description, referent, f"holds the post of {description.head}", 0.7)
            return
        if description.head in {post.split()[-1] for post in read("en", "posts")["posts"]}:
            return  # "the rectors", of whom the text has named none
        cls = description.cls if description.role == "pair" and description.cls else "Organization"
        before = self.text[max(0, description.start - 12) : description.start].lower().split()
        exactly = 2 if words(self.document.lang, "pair_numbers") & set(before) or cls == "University" else None
        called = description.head if description.head in words(self.document.lang, "namesakes") else None
        pair = self._last_pair(description.start, cls, exactly, called) or self._last_pair(
            description.start, "Organization", None, called
        )
        for referent in pair:
            self._mean(description, referent, "one of the two last named together", 0.6)

    def _holders(self, description: Description) -> list[Referent]:
        """Give the people told of whose post a plural names: "the presidents then signed"."""
        found: dict[str, Referent] = {}
        for post in self.doc._.posts:
            title = self.text[slice(*post.title)].lower().split() if post.title else []
            deputies = tuple(sorted(words(self.document.lang, "deputies")))
            deputy = any(word.startswith(deputies) for word in title)
            chiefs = words(self.document.lang, "chiefs")
            same = description.head in title or (description.head in chiefs and bool(chiefs & set(title)))
            if same and not deputy and post.start < description.start:
                for mention in self.gathering.mentions:
                    if mention.start == post.holder.start and mention.entity in self.gathering.referents:
                        found.setdefault(mention.entity, self.gathering.referents[mention.entity])
        state = [id for id, r in found.items() if self.registry.get(id) and not self.registry.get(id).affiliation]  # type: ignore[union-attr]
        people = [r for id, r in found.items() if id not in state]
        return people if len(people) >= 2 else []

    def _last_pair(self, offset: int, cls: str, exactly: int | None, called: str | None) -> list[Referent]:
        """Give the organizations of the nearest sentence before that names two or more, units aside.

        Args:
            called: a word that their names must have.
        """
        here = self._sentence(offset)
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
        everything = self._before(offset, cls)
        return everything[::-1] if len(everything) == 2 and called is None else []

    def _group(self, description: Description) -> None:
        """“The delegation”: those whom it acts for, said beside it or before."""
        owners = [
            self.gathering.referents[m.entity]
            for start, end in description.names
            for m in self.gathering.mentions
            if start <= m.start < end and m.entity in self.gathering.referents
            and is_a(self.gathering.referents[m.entity].cls, "Organization")
        ]  # fmt: skip
        owners = owners or self._owners_behind(description)
        if not owners and description.determiner == "own":
            publisher = self._publisher(description.start)
            owners = [publisher] if publisher else []
        owners = owners or self._leader_home(description)
        if (
            not owners
            and description.determiner == "definite"
            and description.head in words(self.document.lang, "known_groups")
        ):
            owners = self.groups[-1][1] if self.groups else []
        if owners:
            self.groups.append((description.start, owners))
        for referent in owners:
            self._mean(description, referent, f"the {description.head} acts for it", 0.7)

    def _leader_home(self, description: Description) -> list[Referent]:
        """Give where whoever leads a group holds a post: "A, rector of X, led a delegation", "delegation led by A"."""
        head = self._token(description.end - 1)
        if head is None:
            return []
        lang = self.document.lang
        leaders = self._heads_in_next(head) + [
            t
            for clause in head.children
            if clause.dep_ in {"acl", "relcl"} and clause.lemma_ in words(lang, "heading")
            for by in clause.children
            if by.dep_ == "agent"
            for t in by.children
            if t.dep_ == "pobj"
        ]
        if head.dep_ == "dobj" and head.head.lemma_ in words(lang, "heading"):
            leaders += [t for t in head.head.children if t.dep_ == "nsubj"]
        found: dict[str, Referent] = {}
        for leader in leaders:
            people = {m.entity for m in self.named if leader.idx <= m.start < leader.idx + len(leader)}
            for post in self.doc._.posts:
                holder = next((m.entity for m in self.named if m.start == post.holder.start), None)
                if post.organization is None or holder not in people:
                    continue
                home = next((m.entity for m in self.named if m.start == post.organization.start), None)
                referent = self.gathering.referents.get(home or "")
                if referent is not None and is_a(referent.cls, "Organization"):
                    found.setdefault(referent.id, referent)
        return list(found.values())

    def _heads_in_next(self, head: Token) -> list[Token]:
        """Give who heads a group by the sentence behind it: "a delegation from China. It was headed by A and B"."""
        lang = self.document.lang
        if head.sent.end >= len(self.doc):
            return []
        root = next((t for t in self.doc[head.sent.end :] if not t.is_space), head).sent.root
        subjects = {t.lower_ for t in root.children if t.dep_ in {"nsubjpass", "nsubj"}}
        if root.lemma_ not in words(lang, "heading") or not subjects & words(lang, "its_members"):
            return []
        return [t for t in root.sent if t.i > root.i and t.ent_type_ == "Person"]

    @staticmethod
    def _next_name(head: Token) -> Token | None:
        """Give the name directly behind "delegation of" or "delegation from", wherever the parser hangs it."""
        doc, position = head.doc, head.i + 1
        if position < len(doc) and doc[position].lower_ in words(head.lang_, "acts_for"):
            position += 1
            while position < len(doc) and doc[position].pos_ == "DET":
                position += 1
            if position < len(doc) and doc[position].ent_type_:
                return doc[position]
        return None

    def _owners_behind(self, description: Description) -> list[Referent]:
        """Give the organizations in "delegation of/from X", "X's delegation"."""
        head = self._token(description.end - 1)
        if head is None:
            return []
        found = []
        reach = [child for child in head.children if child.dep_ in {"poss", "compound", "nmod"}]
        for preposition in (
            child for child in head.children if child.dep_ == "prep" and child.lower_ in words(head.lang_, "acts_for")
        ):
            reach += [grandchild for grandchild in preposition.children if grandchild.dep_ == "pobj"]
        reach += [token for token in (self._next_name(head),) if token is not None]
        reach += [conjunct for token in list(reach) for conjunct in token.conjuncts]
        reach += [
            x for token in list(reach) if not token.ent_type_ for x in token.children if x.dep_ in {"appos", "prep"}
        ]
        reach += [x for token in list(reach) if token.dep_ == "prep" for x in token.children]
        for token in reach:
            for mention in self.gathering.mentions:
                if token.idx <= mention.start < token.idx + len(token) and mention.source != "rule":
                    referent = self.gathering.referents.get(mention.entity)
                    if referent is not None and is_a(referent.cls, "Organization") and referent not in found:
                        found.append(referent)
        return found

    def _organization(self, description: Description) -> None:
        """“The University”, “the Centre”: the publisher, or what was last named with that noun."""
        if description.names or description.plural or description.long_end > description.end:
            return
        capital = self.text[description.start : description.start + 1].isupper()
        if description.determiner == "own":
            publisher = self._speaks(description)
            if publisher is not None and is_a(publisher.cls, description.cls):
                self._mean(description, publisher, "the publisher speaks of itself", 0.9)
            return
        if description.modified and not capital:
            return
        phrase = normalise(self.text[description.start : description.end])
        candidates = [
            r for r in self._before(description.start, "Organization") if any(phrase in form for form in r.forms)
        ]
        if not candidates:
            candidates = self._before(description.start, description.cls)
        publisher = self._publisher(description.start)
        if description.cls == "University" and publisher is not None and publisher.cls == "University" and capital:
            self._mean(description, publisher, "“the University” in its own news", 0.8)
            return
        if candidates:
            subject = self._subject_before(description.start, description.cls)
            referent = subject if subject in candidates else candidates[0]
            if referent is not None:
                self._mean(description, referent, f"the {description.head} named last", 0.65)

    def _thing(self, description: Description) -> None:
        """An agreement, an event, a programme: one told before, or a new one."""
        core_end = max(description.end, description.core_end)
        short = " ".join(self.text[description.start : core_end].split())
        long = " ".join(self.text[description.start : description.long_end].split())
        family = family_of(description.cls)
        if family == "Event" and (main := self._opened(description)) is not None:
            self._mean(description, main, f"the {description.head} of it", 0.6)
            return
        told = self._in_apposition(description, family) or self._told(
            description, family, normalise(long), normalise(short)
        )
        if told is not None:
            referent, reason = told
            if description.modified or long != short:
                for form in (long, *self._shorter(long, short)):
                    referent.add(form, self.gathering.lang)
            self._mean(description, referent, reason, 0.6)
        elif family == "Organization" and not description.modified and not description.names:
            if description.determiner in {"definite", "own"}:
                self._organization(description)
        elif description.weak:
            return  # "the year" tells of no event
        elif description.plural and description.determiner in {"none", "definite", "own"} and not description.modified:
            return  # "seminars", "its meetings": no thing of its own
        elif self._is_hint(description, family):
            return  # what a heading only hints at, the text below it tells
        elif not any(start <= description.start < end and kin == family for start, end, kin in self.covered):
            referent = self.gathering.described(description.cls, description.kind, description.head, description.start)
            for form in (long, *self._shorter(long, short), short):
                referent.add(form, self.gathering.lang)
            for name in self._own_names(description):
                referent.add(name, self.gathering.lang)
            self._mean(description, referent, "described here for the first time", 0.6)
        if description.long_end > description.end:
            self.covered.append((description.end, description.long_end, family))

    def _in_apposition(self, description: Description, family: str) -> tuple[Referent, str] | None:
        """Give the named thing directly before a description: "the Reshetnev Readings, an annual conference"."""
        for mention in self.named:
            between = self.text[mention.end : description.start]
            if mention.start < description.start and len(between) < 8 and _APPOSED.fullmatch(between):
                referent = self.gathering.referents.get(mention.entity)
                if referent is not None and family_of(referent.cls) == family and family in {"Event", "Programme"}:
                    return referent, "what the name before it is"
        return None

    def _is_hint(self, description: Description, family: str) -> bool:
        """Tell whether a headline's words name no thing: "Educational Exhibitions in China", "Agreements signed"."""
        block = next((b for b in self.document.blocks if b.start <= description.start < b.end), None)
        if block is None or block.kind not in {BlockKind.TITLE, BlockKind.HEADING} or description.titled is not None:
            return False
        below = block.kind is BlockKind.HEADING and description.determiner == "none"
        return (family == "Event" and (description.plural or below)) or (family == "Agreement" and description.plural)

    def _shorter(self, long: str, short: str) -> list[str]:
        """Give forms between a full and a bare description: "protocol on tests" of "… on tests between A and B"."""
        said = long.split()
        bare = len(short.split())
        cuts = words(self.document.lang, "cuts")
        return [" ".join(said[:k]).rstrip(",") for k in range(len(said) - 1, bare, -1) if said[k].lower() in cuts]

    def _opened(self, description: Description) -> Referent | None:
        """Give the named event of "the opening of the 7th Forum": who opens or attends the one is at the other."""
        if description.head not in read(self.document.lang, "descriptions")["openings"]:
            return None
        behind = self.text[description.end : description.end + 8].lower()
        start = description.end + len(" of the ") if behind == " of the " else description.end + len(" of ")
        if not behind.startswith(" of "):
            return None
        for mention in self.named:
            referent = self.gathering.referents.get(mention.entity)
            if mention.start == start and referent is not None and is_a(referent.cls, "Event"):
                return referent
        return None

    def _own_names(self, description: Description) -> list[str]:
        """Give the names that a description holds: in quotation marks, or behind "the title of"."""
        found = []
        if description.titled is not None:
            found.append(self.text[slice(*description.titled)])
        if description.cls == "Recognition" and description.head in read(self.document.lang, "descriptions")["titles"]:
            words_behind = self.text[description.end : description.long_end].split(" of ", 1)
            if len(words_behind) == 2 and not words_behind[0]:
                found.append(words_behind[1].removeprefix("the "))
        return [" ".join(name.split()) for name in found]

    def _has_parties(self, description: Description) -> bool:
        """Tell whether an agreement is described by its own parties: "the agreement between A and B", "… with C"."""
        behind = self.text[description.long_end :].lstrip().split(" ", 1)[0].lower()
        own = words(self.document.lang, "party_prepositions")
        inside = set(self.text[description.end : description.long_end].lower().split())
        return behind in own or bool(own & inside)

    def _told(self, description: Description, family: str, long: str, short: str) -> tuple[Referent, str] | None:
        """Give the thing told of before that a description means, and why."""
        lang = self.document.lang
        earlier = self._before(description.start, family)
        telling = description.modified or long != short
        if telling and family in {"Programme", "Organization", "Recognition", "Event"} and not description.plural:
            for referent in earlier:
                bare = _bare(long, lang)
                if len(bare.split()) > 1 and any(bare == _bare(form, lang) for form in referent.forms):
                    return referent, "described in the same words before"
        if description.determiner not in {"definite", "own"} or description.plural or description.names:
            return None
        said = set(self.text[description.start : description.end].lower().split())
        if family in {"Event", "Agreement"} and said & words(lang, "others"):
            return None  # "the previous workshop", "the next session": another one
        if family == "Agreement" and self._has_parties(description):
            return None  # "renewed the exchange agreement with C" is no agreement with A or B
        if family == "Event" and not telling:
            section = max((start for start in self.headings if start <= description.start), default=0)
            here = [r for r in earlier if any(m.entity == r.id and m.start >= section for m in self.gathering.mentions)]
            for group in (here, earlier):
                if description.head in words(lang, "any_event") and group:
                    named = [r for r in group if r.series or "/~" not in r.id]
                    return (named or group)[0], "the event told of before"
                for referent in group:
                    opening = (
                        referent.kind == "opening-ceremony"
                        and description.head in read(lang, "descriptions")["openings"]
                    )
                    if (
                        referent.head == description.head
                        or opening
                        or description.head in " ".join(referent.forms).split()
                    ):
                        return referent, f"the {description.head} told of before"
                named = [r for r in group if (r.series or not r.head) and r.cls in _GATHERINGS]
                if named and description.cls in _GATHERINGS and description.cls != "Ceremony":
                    return named[0], f"the {description.head} that this part of the text is about"
            return None
        for referent in earlier:
            same_head = referent.head == description.head or (
                not referent.head and description.head in " ".join(referent.forms).split()
            )
            if not same_head and description.head not in words(self.document.lang, "any_agreement"):
                continue
            in_title = family == "Event" and referent.first < self.title_end
            if (
                telling
                and not in_title
                and not _shares_words(long, referent.forms, description.head, lang, needed=family == "Event")
            ):
                continue
            return referent, f"the {description.head} told of before"
        return None


_SITE = re.compile(r"https?://([^/:]+)")
_COMMON_LABELS = frozenset(
    [
        "www",
        "en",
        "eng",
        "english",
        "news",
        "edu",
        "ac",
        "gov",
        "com",
        "org",
        "net",
        "cn",
        "ru",
        "inter",
        "ev",
        "new",
        "ro",
    ]
)


def _site(source: str | None) -> str | None:
    """Give the host of an address, without what does not tell whose it is.

    >>> _site("https://en.situ.edu.cn/info/1.htm")
    'situ.edu.cn'
    """
    found = _SITE.match(source or "")
    labels = found[1].lower().split(".") if found else []
    while len(labels) > 2 and labels[0] in _COMMON_LABELS:
        labels = labels[1:]
    return ".".join(labels) or None


def publisher_named(document: Document, gathering: Gathering) -> Referent | None:
    """Give the organization whose short name the text's address bears, where the registry does not know the address."""
    labels = set((_site(document.source) or "").split(".")) - _COMMON_LABELS
    for referent in gathering.referents.values():
        if is_a(referent.cls, "Organization") and any(
            len(form) > 2 and form.replace(" ", "") in labels for form in referent.forms
        ):
            return referent
    return None


_APPOSED = re.compile(r"\"?, (?:an? |the )?")
_LEAD = 2  # sentences of prose that say what a text is about
_OPENED = frozenset({"OrganizationalUnit", "JointStructure", "InnovationHub", "ResearchOrganization", "University"})
_GATHERINGS = frozenset({"Conference", "Exhibition", "RoundTable", "Meeting", "Event", "Ceremony", "Course"})


def _bare(form: str, lang: str) -> str:
    return " ".join(word for word in form.split() if word not in words(lang, "optional"))


def _shares_words(long: str, forms: list[str], head: str, lang: str, *, needed: bool) -> bool:
    """Tell whether a fuller description says of a thing what it was called before; `needed`: it must have been."""
    plain = words(lang, "bland") | {head}
    telling = {w for w in set(long.split()) - plain if w not in months(lang) and not w[:1].isdigit()}
    known = {word for form in forms for word in form.split()} - plain
    return not telling or bool(telling & known) or (not known and not needed)


def family_of(cls: str) -> str:
    """Give the top class.

    >>> family_of("JointStructure")
    'Organization'
    """
    return next(
        (
            c
            for c in ("Event", "Organization", "Agreement", "Programme", "Recognition", "Person", "Place")
            if is_a(cls, c)
        ),
        cls,
    )
