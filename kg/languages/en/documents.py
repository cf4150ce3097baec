"""Papers that are agreements because they are signed: "documents on cooperation were signed"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.languages.kinds import Kind, kind_of
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
        if top.dep_ == "dobj":  # "signed a document on holidays"
            return _says_whose(above) or _is_on_cooperation(noun) or _are_several(above)
        return top.tag_ != "NNS" or _says_more(top) or _says_whose(above)
    if top.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in words["signing"]:
        return not _says_more(top) or _says_whose(above.head) or _is_on_cooperation(noun)  # "the signing of documents"
    return any(
        child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in words["signed"] for child in top.children
    )


def is_signed_there(noun: Token) -> bool:
    """Tell whether a noun of agreements stands before that of where it is signed: "a memorandum signing ceremony"."""
    kind = kind_of("en", [noun.lemma_.lower()])
    if kind is None or kind.cls != "Agreement" or noun.i + 2 >= len(noun.doc):
        return False
    act, ceremony = noun.doc[noun.i + 1 : noun.i + 3]
    words = read("en", "words")
    return act.lower_ in words["signings"] and ceremony.lemma_.lower() in words["ceremonies"]


def _is_on_cooperation(papers: Token) -> bool:
    """Tell whether papers are said to be on what two do together: "a package of documents on cooperation"."""
    return any(t.lemma_.lower() in read("en", "descriptions")["done_together"] for t in papers.subtree)


def _are_several(act: Token) -> bool:
    """Tell whether those who sign are more than one: "A and B signed documents", "the sides signed a paper"."""
    doers = [child for child in act.children if child.dep_ == "nsubj"]
    return any(doer.conjuncts or doer.tag_ == "NNS" or doer.lower_ in {"they", "who"} for doer in doers)


def is_bundle(head: Token, papers: Token) -> bool:
    """Tell whether one noun counts up another that means papers: "a package of documents"."""
    words = read("en", "descriptions")
    return head.lemma_ in words["bundles"] and papers.lemma_ in words["papers"] and not papers.ent_type_


def _says_more(papers: Token) -> bool:
    """Tell whether words beside a noun of papers say what they are of: not "Two documents were signed. One, …"."""
    return any(child.dep_ in {"prep", "acl", "relcl", "compound", "amod"} for child in papers.children)


def _says_whose(act: Token) -> bool:
    """Tell whether a passive names who signed, or with whom."""
    return any(child.dep_ == "agent" or child.lower_ in {"with", "between"} for child in act.children)


def titled_from(head: Token, left: int) -> int:
    """Give where the name of an agreement in capitals begins: "the | Cooperation and Exchange Agreement"."""
    kind = kind_of("en", [head.lower_])
    if kind is None or kind.cls != "Agreement" or not head.is_title:
        return left
    doc, start = head.doc, head.sent.start
    joined = _titled_back(doc, left, start)
    while joined - 2 >= start and doc[joined - 1].lower_ in {"and", "&"} and _is_title_word(doc[joined - 2]):
        left = joined = _titled_back(doc, joined - 2, start)
    return left


def _titled_back(doc: Doc, position: int, start: int) -> int:
    """Give where the words in capitals before a position begin."""
    while position > start and _is_title_word(doc[position - 1]):
        position -= 1
    return position


def _is_title_word(token: Token) -> bool:
    """Tell whether a word can stand in a title: in capitals, of no name, no article."""
    return token.is_title and token.is_alpha and not token.ent_type_ and token.pos_ in {"NOUN", "PROPN", "ADJ"}


def is_consent(head: Token, determiner: str, before: list[Token]) -> bool:
    """Tell whether a noun of agreements only says that people agree: "reached agreement on a second expedition".

    So do "came to an agreement that exchange should grow" and "reached a preliminary agreement", unless it is signed.

    Args:
        before: the words of its phrase before it.
    """
    words = read("en", "descriptions")
    loose = {*words["in_consent"], *(words["in_full_consent"] if determiner == "none" else ())}
    if not all(t.lower_ in loose for t in before):
        return False
    told = [c for c in head.children if c.dep_ == "amod"]
    open_yet = bool(told) and all(c.lower_ in loose for c in told)
    if determiner != "none" and not (determiner == "indefinite" and (open_yet or _says_what(head))):
        return False
    act = head.head if head.dep_ in {"dobj", "nsubjpass"} else head.head.head if head.dep_ == "pobj" else head
    return act.pos_ == "VERB" and act.lemma_ in words["agreeing"] and not _is_signed_then(head, act)


def _is_signed_then(agreement: Token, act: Token) -> bool:
    """Tell whether what was agreed is said to be signed: "reached an agreement, which was signed", "and signed it"."""
    words, relatives = read("en", "descriptions"), read("en", "words")["relative"]
    for verb in (t for t in act.subtree if t.i > agreement.i and t.lemma_ in words["signed"]):
        top = verb
        while top.dep_ == "conj" and top.head.i > agreement.i:
            top = top.head
        of_it = top.dep_ in {"acl", "relcl"} and (top.head.i == agreement.i or not _is_agreement(top.head))
        its = any(c.dep_ in {"dobj", "nsubjpass"} and c.lower_ in words["it"] for c in verb.children)
        if its or (of_it and not any(c.dep_ == "dobj" and c.lower_ not in relatives for c in verb.children)):
            return True
    return False


def _is_agreement(noun: Token) -> bool:
    """Tell whether a noun is one of agreements."""
    kind = kind_of("en", [noun.lemma_.lower()])
    return kind is not None and kind.cls == "Agreement"


def is_body(head: Token, determiner: str) -> bool:
    """Tell whether letters that may mean a memorandum mean a ministry: "the MOC signed it", "with the MOA"."""
    words = read("en", "descriptions")
    letters = words["bodies_or_papers"]
    if head.lower_ not in letters or not head.text.isupper() or determiner != "definite":
        return False
    if head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_ in words["signed"]:
        return False  # "signed the MOC"
    acts = head.dep_ == "nsubj" and head.head.lemma_ in words["signed"]
    acts = acts or (head.dep_ == "pobj" and head.head.lower_ in words["before_signers"])
    before = (t for t in head.doc[: head.i] if _is_agreement(t) and t.lower_ not in letters)
    some = read("en", "words")["indefinite"]
    indefinite = (t for t in head.doc[: head.i] if t.lower_ in letters and t.nbor(-1).lower_ in {*some, "("})
    return acts or not (any(before) or any(indefinite))


def _says_what(head: Token) -> bool:
    """Tell whether a clause says what is agreed: "an agreement that exchange should grow", not "that A signed"."""
    if head.i + 1 == len(head.doc) or head.nbor().lower_ != "that":
        return False
    for clause in (c for c in head.children if c.dep_ in {"acl", "ccomp", "relcl"}):
        own = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ != "that" for c in clause.children)
        if own and (head.nbor().dep_ == "mark" or any(c.tag_ == "MD" for c in clause.children)):
            return True
    return False


def call_of(head: Token) -> tuple[Kind, int] | None:
    """Give the kind and the end of a contest that funds projects: "a joint competition of scientific projects".

    One of students' projects is a contest of students.
    """
    joint = any(child.lower_ == "joint" for child in head.children)
    for preposition in head.children if joint else ():
        for last in preposition.children:
            if preposition.lower_ in {"of", "for"} and last.dep_ == "pobj" and not last.ent_type_:
                kind = kind_of("en", [head.lower_, preposition.lower_, last.lower_])
                if kind is not None and kind.cls == "Programme":
                    return kind, last.idx + len(last)
    return None
