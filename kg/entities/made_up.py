"""Of whose people a group is made up, by a verb: "A delegation came. It included representatives of A and B"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.entities.referents import Referent
from kg.entities.told import Told
from kg.languages.lexicon import read, said, words
from kg.languages.spans import Description
from kg.schema import is_a


def made_up_of(told: Told, description: Description) -> list[Referent]:
    """Give whose people make up a group: "A delegation came. It included representatives of A and B"."""
    lang = told.document.lang
    head = told.token(description.end - 1)
    if head is None or description.head not in words(lang, "known_groups"):
        return []
    next_one = next((t for t in told.doc[head.sent.end :] if not t.is_space), head).sent
    for sentence in dict.fromkeys((head.sent, next_one)):
        for verb in (t for t in sentence if _comprises(t)):
            subjects = [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]
            again = words(lang, "its_members") | words(lang, "known_groups")
            own = head in subjects or (verb.dep_ in {"acl", "relcl", "prep"} and verb.head == head)
            later = sentence.start > head.i and any(t.lemma_ in again and not t.ent_type_ for t in subjects)
            if not own and not later:
                continue
            people = words(lang, "people_of") | group_nouns(lang)
            groups = [t for t in sentence if t.i > verb.i and (t.tag_ == "NNS" or said(t, "many_in_one"))]
            groups = [t for t in groups if not t.ent_type_ and (t.lemma_ in people or said(t, "many_in_one"))]
            names = [name for group in groups if (name := next_name(group)) is not None] or _bare(verb)
            found: dict[str, Referent] = {}
            for listed in (one for name in names for one in (name, *listed_behind(name))):
                for mention in told.outermost(listed.idx, listed.idx + len(listed)):
                    referent = told.gathering.referents.get(mention.entity)
                    if mention.source != "rule" and referent is not None and is_a(referent.cls, "Organization"):
                        found.setdefault(referent.id, referent)
            return list(found.values())
    return []


def named_beside(told: Told, description: Description) -> list[Referent]:
    """Give whose guests are that somebody receives, by what stands beside: "received guests from China, staff of A"."""
    head = told.token(description.end - 1)
    if head is None or description.head not in words(told.document.lang, "guests") or head.dep_ != "dobj":
        return []
    if head.head.lemma_ not in words(head.lang_, "hosting"):
        return []
    behind = list(head.doc[head.i + 1 : head.sent.end])
    while behind and (said(behind[0], "from") or is_a(behind[0].ent_type_ or "Event", "Place")):
        behind.pop(0)
    if not behind or behind[0].text not in {",", "–", "—"} or behind[0].i == head.i + 1:
        return []
    people = next((t for t in behind[1:3] if t.pos_ != "DET"), None)
    if people is None or people.tag_ != "NNS" or people.lemma_ not in group_nouns(head.lang_):
        return []
    if people.dep_ in {"nsubj", "nsubjpass"}:
        return []  # "received guests from China, students of A, which lies in Omsk, translated"
    name = next_name(people)
    if name is None:
        return []
    after = list(name.doc[name.i + 1 : name.i + 3])
    told_of = len(after) > 1 and after[0].text == "," and said(after[1], "relative")
    if not (told_of or (after and after[0].text == ".")):
        return []  # "received guests from China, teachers of A and students", "…, students of A translated"
    found = [told.gathering.referents.get(m.entity) for m in told.outermost(name.idx, name.idx + len(name))]
    return [one for one in found if one is not None and is_a(one.cls, "Organization")][:1]


def _comprises(verb: Token) -> bool:
    """Tell whether a verb says of whom a group consists: "included", "composed of", "made up of", "formed by"."""
    if verb.pos_ != "VERB":
        return False
    if verb.lemma_ in words(verb.lang_, "comprising"):
        return True
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return verb.tag_ == "VBN" and said(verb, "composed") and any(said(t, "of") or said(t, "by") for t in behind)


def _bare(verb: Token) -> list[Token]:
    """Give the first of several organizations that make up a group by themselves: "formed by | A, B and others"."""
    if not said(verb, "composed"):
        return []
    behind = [t for t in verb.doc[verb.i + 1 : verb.i + _NEAR] if t.pos_ not in {"ADP", "DET"}]
    first = next(iter(behind), None)
    return [first] if first is not None and first.ent_type_ and listed_behind(first) else []


_NEAR = 5  # tokens to the first name behind a participle


def next_name(head: Token) -> Token | None:
    """Give the name directly behind "delegation of" or "delegation from", wherever the parser hangs it."""
    doc, position = head.doc, head.i + 1
    if position < len(doc) and doc[position].lower_ in words(head.lang_, "acts_for"):
        position += 1
        while position < len(doc) and doc[position].pos_ == "DET":
            position += 1
        if position < len(doc) and doc[position].ent_type_:
            return doc[position]
    return None


def listed_behind(name: Token) -> list[Token]:
    """Give the organizations listed behind one as print has them, "A, B and C", wherever parsers hang them."""
    joining, articles = words(name.lang_, "conjunctions"), words(name.lang_, "articles")
    found: list[Token] = []
    apart = joined = False
    if not name.ent_type_ or not is_a(name.ent_type_, "Organization"):
        return []
    for token in name.doc[name.i + 1 : name.sent.end]:
        if token.text == "," or token.lower_ in joining:
            apart, joined = True, joined or token.lower_ in joining
        elif apart and token.ent_type_ and is_a(token.ent_type_, "Organization"):
            found.append(token)
            apart = False
            if joined:
                break
        elif apart and said(token, "acts_for"):
            continue  # "of A, of B and of C"
        elif joined and found and said(token, "and_more"):
            return found  # "A, B and others"
        elif token.lower_ not in articles:
            break
    return found if joined and not apart else []


def group_nouns(lang: str) -> frozenset[str]:
    """Give the nouns of people who act for an organization."""
    return frozenset(read(lang, "descriptions")["groups"])
