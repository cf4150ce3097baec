"""“The delegation”, “guests from X”, “his group”: those whom a group acts for."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.holders import mean_guest
from kg.entities.made_up import group_nouns, listed_behind, made_up_of, named_beside, next_name
from kg.entities.others_meant import of_that_country
from kg.entities.publisher import Publisher
from kg.entities.referents import Referent
from kg.entities.senders import sender
from kg.entities.speakers import Speakers
from kg.entities.told import Told
from kg.languages.counted import as_many
from kg.languages.heading import at_its_head
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, said, words
from kg.languages.posts import is_party_within
from kg.languages.spans import Description, NameSpan
from kg.schema import is_a


class Groups:
    """The groups of a text.

    Attributes:
        owners: those whom each group so far acts for; “the delegation” is the one told of last.
        others: the same for nouns that do not travel together ("experts from A"), for want of a delegation.
    """

    def __init__(self, told: Told, publisher: Publisher, speakers: Speakers) -> None:
        self.told = told
        self.publisher = publisher
        self.speakers = speakers
        self.owners: list[list[Referent]] = []
        self.others: list[list[Referent]] = []

    def mean(self, description: Description) -> None:
        """Note whom a group acts for: said beside it, by who leads it, or before."""
        told = self.told
        owners = [
            told.gathering.referents[m.entity]
            for start, end in description.names
            for m in told.outermost(start, end)
            if m.entity in told.gathering.referents
            and is_a(told.gathering.referents[m.entity].cls, "Organization")
        ]  # fmt: skip
        guests = description.head in words(told.document.lang, "guests")
        owners = owners or _owners_behind(told, description, guests=guests)
        if not owners and ((description.determiner == "own" and not guests) or _is_ours(told, description)):
            we = self.speakers.home(description.start) or self.publisher.at(description.start)
            owners = [we] if we else []
        owners = (
            owners
            or sender(told, description)
            or made_up_of(told, description)
            or named_beside(told, description)
            or _leader_home(told, description)
            or _of_one(told, description)
            or _of_it(told, description)
            or _comes_from(told, description)
        )
        if all(is_party_within(told.document.lang, one.names[0].text) for one in owners):  # whoever leads it is of it
            owners = [us] if owners and (us := self.publisher.at(description.start)) is not None else []
        owners = owners or of_that_country(told, description, self.owners)
        is_group = description.head in words(told.document.lang, "known_groups")
        if not owners and guests and description.determiner == "definite" and _is_one(told, description):
            mean_guest(told, description)
            return
        if not owners and description.determiner == "definite" and is_group:
            owners = self._told_before(description) or _leader_home(told, description, passive=True)
            owners = owners or _visitor(told, description)
        if owners and (is_group or not _receives(told, description)):
            (self.owners if is_group else self.others).append(owners)
        if is_group and len(owners) == 1:
            for leader in _leaders(told, description):  # "Rector A led a delegation of X", who is X's
                for m in told.within(leader.idx, leader.idx + len(leader)):
                    if m.cls == "Person" and m.source != "rule":
                        told.homes.setdefault(m.entity, owners[0].id)
        for referent in owners:
            told.mean(description, referent, f"the {description.head} acts for it", 0.7)

    def _told_before(self, description: Description) -> list[Referent]:
        """Give those whom the group told of last acts for; of “the Chinese delegation”, the last of that country."""
        told = self.told
        sides = read(told.document.lang, "descriptions")["sides"]
        said = told.text[description.start : description.end].lower().split()
        country = next((sides[word] for word in said if word in sides), None)
        at_home = self.publisher.at(description.start)
        home = told.registry.get(at_home.id) if at_home is not None else None
        for owners in (*reversed(self.owners), *reversed(self.others)):
            countries = {entry.country for owner in owners if (entry := told.registry.get(owner.id)) is not None}
            if not countries and home is not None and home.country == country and at_home not in owners:
                continue  # "the Russian delegation" in Russian news of guests
            if country is None or country in countries or not countries:
                return owners
        return []


def _is_one(told: Told, description: Description) -> bool:
    """Tell whether "the guest" is one person of whom nothing else is said: "the guest of X" may be anybody's."""
    head = told.token(description.end - 1)
    return head is not None and head.tag_ == "NN" and not any(c.dep_ == "prep" for c in head.children)


def _receives(told: Told, description: Description) -> bool:
    """Tell whether a group are hosts: "There to welcome them were representatives of X", who are no delegation."""
    head = told.token(description.end - 1)
    hosting = words(told.document.lang, "hosting")
    if head is None or head.dep_ in {"dobj", "nsubjpass"}:
        return False
    return any(t.lemma_ in hosting and t.pos_ == "VERB" for t in head.sent)


def _comes_from(told: Told, description: Description) -> list[Referent]:
    """Give whose a group is by the sentence behind it: "talks with a delegation. It came from A"."""
    lang = told.document.lang
    head = told.token(description.end - 1)
    if head is None or description.head not in words(lang, "known_groups") or head.sent.end >= len(told.doc):
        return []
    root = next((t for t in told.doc[head.sent.end :] if not t.is_space), head).sent.root
    again = words(lang, "its_members") | words(lang, "known_groups")
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or (subject.lower_ not in again and subject.lemma_ not in again) or subject.ent_type_:
        return []
    if root.lower_ not in words(lang, "be_from"):
        return []
    first = [t for c in root.children if said(c, "from") for t in c.children if t.dep_ == "pobj"]
    names = [t for one in first for t in (one, *one.conjuncts) if t.ent_type_]
    found = [m.entity for t in names for m in told.outermost(t.idx, t.idx + len(t)) if m.source != "rule"]
    bodies = (told.gathering.referents[one] for one in dict.fromkeys(found) if one in told.gathering.referents)
    return [referent for referent in bodies if is_a(referent.cls, "Organization")]


def _visitor(told: Told, description: Description) -> list[Referent]:
    """Give whose visit the sentence before tells of: "X received a visit of Y. The delegation consisted of"."""
    lang = told.document.lang
    here = told.token(description.start)
    before = next((t.sent for t in reversed(told.doc[: here.sent.start]) if not t.is_space), None) if here else None
    for noun in before or ():
        if noun.lemma_ not in words(lang, "visits") or noun.pos_ != "NOUN":
            continue
        sent_by = [c for c in noun.children if c.dep_ in {"prep", "agent"} and (said(c, "acts_for") or said(c, "by"))]
        named = [t for c in sent_by for t in c.children if t.dep_ == "pobj" and t.ent_type_]
        if len(named) != 1 or not is_a(named[0].ent_type_, "Organization") or any(named[0].conjuncts):
            continue
        meant = [m.entity for m in told.outermost(named[0].idx, named[0].idx + len(named[0])) if m.source != "rule"]
        referents = [told.gathering.referents[one] for one in meant if one in told.gathering.referents]
        return [one for one in referents if is_a(one.cls, "Organization")][:1]
    return []


def _of_one(told: Told, description: Description) -> list[Referent]:
    """Give where the one whose group it is holds a post: "A, rector of X, came. In his group were teachers"."""
    first = told.text[description.start :].split(" ", 1)[0].lower()
    person = told.token(description.start - 2) if description.start > 1 else None
    his = first in words(told.document.lang, "of_one") or (
        person is not None and person.lower_ in words(told.document.lang, "of_one")
    )
    people = told.before(description.start, "Person") if his else []
    home = told.homes.get(people[0].id) if people else None
    return [told.gathering.referents[home]] if home in told.gathering.referents else []


def _of_it(told: Told, description: Description) -> list[Referent]:
    """Give whose group is called "its": of whoever the sentence before was about, or of the only one named there."""
    lang = told.document.lang
    head = told.token(description.end - 1)
    owner = next((t for t in head.children if t.dep_ == "poss"), None) if head is not None else None
    if head is None or owner is None or owner.lower_ not in read(lang, "descriptions")["it"]:
        return []
    if description.head not in words(lang, "known_groups"):
        return []  # "the guests were met by its scientists"
    start = head.sent.start
    before = next((t.sent for t in reversed(told.doc[:start]) if not t.is_space), None)
    if before is None or any(t.dep_ == "nsubj" and t.ent_type_ for t in head.sent if t.i < owner.i):
        return []
    named = [t for t in before if t.ent_type_ and is_a(t.ent_type_, "Organization")]
    subjects = [t for t in named if t.dep_ in {"nsubj", "nsubjpass"} and t.head == before.root]
    for token in subjects[:1] if subjects else named if len(named) == 1 else ():
        for mention in told.outermost(token.idx, token.idx + len(token)):
            referent = told.gathering.referents.get(mention.entity)
            if mention.source != "rule" and referent is not None and is_a(referent.cls, "Organization"):
                return [referent]
    return []


def _is_ours(told: Told, description: Description) -> bool:
    """Tell whether a group acts for "our university"."""
    lang = told.document.lang
    behind = told.text[description.end : description.end + _NEAR].lower().replace(",", " ").split()[:3]
    if len(behind) < 3 or behind[0] not in words(lang, "acts_for") or behind[1] not in words(lang, "ours"):
        return False
    kind = kind_of(lang, [behind[2].strip(".;:")])
    return kind is not None and is_a(kind.cls, "Organization")


_NEAR = 40  # characters of "from our university"


def _leaders(told: Told, description: Description, *, passive: bool = False) -> list[Token]:
    """Give who leads a group: "A led a delegation", "delegation led by A"."""
    head = told.token(description.end - 1)
    if head is None:
        return []
    lang = told.document.lang
    leaders = _heads_in_next(told, head) + [
        t
        for clause in head.children
        if clause.dep_ in {"acl", "relcl"} and clause.lemma_ in words(lang, "heading")
        for by in clause.children
        if by.dep_ == "agent"
        for t in by.children
        if t.dep_ == "pobj"
    ]
    verb = head.head.head
    travels = words(lang, "coming_along") | words(lang, "visiting")
    if head.dep_ == "pobj" and said(head.head, "with") and verb.lemma_ in travels:
        leaders += [t for t in verb.children if t.dep_ == "nsubj" and t.ent_type_ == "Person"]  # "A came with a group"
    if head.dep_ == "dobj" and head.head.lemma_ in words(lang, "heading"):
        leaders += [t for t in head.head.children if t.dep_ == "nsubj"]
    new = not any(t.lemma_ == head.lemma_ for t in told.doc[: head.sent.start])  # else it is the one told of before
    leaders += [leader] if (leader := at_its_head(head)) is not None else []
    if (new or passive) and head.dep_ == "nsubjpass" and head.head.lemma_ in words(lang, "heading"):
        leaders += [t for by in head.head.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
    return leaders


def _leader_home(told: Told, description: Description, *, passive: bool = False) -> list[Referent]:
    """Give where whoever leads a group holds a post: "A, rector of X, led a delegation", "delegation led by A"."""
    found: dict[str, Referent] = {}
    for leader in _leaders(told, description, passive=passive):
        people = {m.entity for m in told.named if leader.idx <= m.start < leader.idx + len(leader)}
        for post in told.doc._.posts:
            holder = told.named_at.get(post.holder.start)
            if post.organization is None or holder not in people or post.organization.start in told.ranks:
                continue
            home = told.named_at.get(post.organization.start) or _within(told, post.organization)
            referent = told.gathering.referents.get(home or "")
            if referent is not None and is_a(referent.cls, "Organization"):
                found.setdefault(referent.id, referent)
                break  # the first of several posts
    return list(found.values())


def _within(told: Told, body: NameSpan) -> str | None:
    """Give the organization in the name of a body of its own that is no thing yet: "the CPC X Committee"."""
    inner = [m for m in told.named if body.start <= m.start and m.end <= body.end]
    return next((m.entity for m in inner if m.entity in told.gathering.referents), None)


def _heads_in_next(told: Told, head: Token) -> list[Token]:
    """Give who heads a group by the sentence behind it: "a delegation from China. It was headed by A and B"."""
    lang = told.document.lang
    if head.sent.end >= len(told.doc):
        return []
    root = next((t for t in told.doc[head.sent.end :] if not t.is_space), head).sent.root
    subjects = {t.lower_ for t in root.children if t.dep_ in {"nsubjpass", "nsubj"}}
    if root.lemma_ not in words(lang, "heading") or not subjects & words(lang, "its_members"):
        return []
    return [t for t in root.sent if t.i > root.i and t.ent_type_ == "Person"]


def _has_owner(noun: Token) -> bool:
    """Tell whether a noun says whose it is: "a delegation of A and the administrations of B and C"."""
    return any(said(child, "of") for child in noun.children)


def _owners_behind(told: Told, description: Description, *, guests: bool) -> list[Referent]:
    """Give the organizations in "delegation of/from X", "X's delegation"; the guests of X are none of X's."""
    head = told.token(description.end - 1)
    if head is None:
        return []
    found = []
    whose = {"compound", "nmod"} if guests else {"poss", "compound", "nmod"}
    reach = [c for c in head.children if c.dep_ in whose and c.nbor().tag_ != "CD"]  # "received at X five guests"
    brings = [child for child in head.children if child.dep_ == "prep" and said(child, "acts_for")]
    if guests and any(said(child, "of") for child in (*brings, *head.doc[head.i + 1 : head.i + 2])):
        return []
    for preposition in brings:
        reach += [grandchild for grandchild in preposition.children if grandchild.dep_ == "pobj"]
    reach += [token for token in (next_name(head),) if token is not None]
    for token in list(reach):  # "a delegation of A and the staff of B" are two groups
        others = [
            t for t in token.conjuncts if t.ent_type_ or not (t.lemma_ in group_nouns(head.lang_) or _has_owner(t))
        ]
        reach += [*others, *listed_behind(token)]
    reach += [x for token in list(reach) if not token.ent_type_ for x in token.children if x.dep_ in {"appos", "prep"}]
    reach += [x for token in list(reach) if token.dep_ == "prep" for x in token.children]
    reach += [name for token in list(reach) for name in (*_listed_at_colon(token), *as_many(token))]
    for token in reach or _called(head):
        for mention in told.outermost(token.idx, token.idx + len(token)):
            if mention.source != "rule":
                referent = told.gathering.referents.get(mention.entity)
                if referent is not None and is_a(referent.cls, "Organization") and referent not in found:
                    found.append(referent)
    return found


_REACH = 12  # tokens from a plural to the colon behind it


def _listed_at_colon(plural: Token) -> list[Token]:
    """Give the organizations listed behind a plural and a colon: "the staff of three institutions: A, B and C"."""
    if plural.tag_ != "NNS" or plural.ent_type_:
        return []
    for token in plural.doc[plural.i + 1 : plural.i + _REACH]:
        if token.pos_ in {"VERB", "AUX"} or token.is_space or token.text in {".", ";"}:
            break
        if token.text == ":":
            first = next((t for t in plural.doc[token.i + 1 : token.i + 3] if t.ent_type_), None)
            return [first, *listed_behind(first)] if first is not None else []
    return []


def _called(head: Token) -> list[Token]:
    """Give where a group is from by the clause behind it: "guests whom he had invited from X", "experts who came"."""
    lang = head.lang_
    return [
        whence
        for clause in head.children
        if clause.dep_ in {"relcl", "acl"} and clause.lemma_ in words(lang, "asking") | words(lang, "coming_in")
        for preposition in clause.children
        if said(preposition, "from")
        for whence in preposition.children
        if whence.dep_ == "pobj"
    ]
