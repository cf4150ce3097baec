"""Papers that are agreements because they are signed: "documents on cooperation were signed"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.languages.lexicon import read


def is_signed(noun: Token) -> bool:
    """Tell whether a clause says that papers are signed: "signed a package of documents", "the paper, signed by"."""
    words = read("en", "descriptions")
    top = noun
    while top.dep_ == "conj" or (
        top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lemma_ in words["bundles"]
    ):
        top = top.head if top.dep_ == "conj" else top.head.head  # "a number of documents"
    above = top.head
    if top.dep_ in {"dobj", "nsubjpass"} and above.lemma_ in words["signed"]:
        return True
    if top.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in words["signing"]:
        return True  # "the signing of documents"
    return any(
        child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in words["signed"] for child in top.children
    )


def is_bundle(head: Token, papers: Token) -> bool:
    """Tell whether one noun counts up another that means papers: "a package of documents"."""
    words = read("en", "descriptions")
    return head.lemma_ in words["bundles"] and papers.lemma_ in words["papers"] and not papers.ent_type_
