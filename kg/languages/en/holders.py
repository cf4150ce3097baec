"""Who is told of without a name: one by his post alone ("the ambassador then spoke"), or a group that came."""

from __future__ import annotations

from spacy.tokens import Token

from kg.languages.kinds import Kind
from kg.languages.lexicon import read
from kg.languages.posts import post_words
from kg.languages.spans import Description

_DOES = {"nsubj", "nsubjpass", "dobj", "pobj", "dative"}
_NARROWS = {"prep", "appos", "relcl", "acl", "conj"}
_BEFORE = {"compound", "amod"}


def one_person(head: Token) -> Description | None:
    """Read a post that means one person of whom the text has told; None where a noun means none.

    It has an article and nothing behind it that says whose the post is: "the rector of X" needs no telling before.
    """
    if head.tag_ != "NN" or head.dep_ not in _DOES or head.lemma_.lower() not in post_words("en").heads:
        return None
    before = head.i - 1
    while before > head.sent.start and head.doc[before].dep_ in _BEFORE and head.doc[before].head.i == head.i:
        before -= 1
    if head.doc[before].lower_ != "the" or any(t.ent_type_ for t in head.doc[before + 1 : head.i]):
        return None
    behind = head.doc[head.i + 1 : head.i + 2]
    if any(t.ent_type_ or t.lower_ in {"of", "'s", "’s"} for t in behind):
        return None
    apart = any(t.text == "," for t in behind)  # "the ambassador, who", but "the rector who"
    if any(c.i > head.i and c.dep_ in _NARROWS and not (apart and c.dep_ == "relcl") for c in head.children):
        return None
    start, end = head.doc[before + 1].idx, head.idx + len(head)
    return Description(start, end, end, "holder", "Person", None, head.lemma_.lower(), "definite", plural=False)


def is_group(head: Token, lemma: str, kind: Kind | None) -> bool:
    """Tell whether a noun means people who act for an organization: "a party from X", but not "the ruling party".

    Args:
        kind: what the noun means where it means no such people.
    """
    words = read("en", "descriptions")
    if lemma in words["counted_groups"]:
        return kind is None and any(child.dep_ == "nummod" for child in head.children)
    if lemma not in words["groups"]:
        return False
    if kind is None or lemma == "group":
        return True
    if lemma not in words["groups_from"] or head.tag_ != "NN" or not head.is_lower:
        return False
    behind = [child for child in head.children if child.dep_ == "prep"]
    behind += [c for prep in behind for noun in prep.children if noun.tag_ == "NNS" for c in noun.children]
    return any(child.lower_ in words["groups_from"][lemma] for child in (*behind, *head.children))
