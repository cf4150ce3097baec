"""Who is what a noun says: "X is a partner of Y", "X, a partner of Y", "Y's partner, X", "X was elected a member"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.arguments import verb_roles
from kg.facts.clauses import Roles, is_passive
from kg.facts.lists import expanded, members
from kg.facts.nominals import noun_roles
from kg.languages.lexicon import said, words


def copula_roles(noun: Token) -> Roles:
    """Give the roles of "X is a partner of Y", "X, a partner of Y", "Y's partner, X"."""
    roles = noun_roles(noun)
    owners = roles.pop("agent", [])
    roles["of"] = [*roles.get("of", []), *owners, *roles.get("compound", [])]
    top = noun
    while top.dep_ == "conj":
        top = top.head
    agent: list[Token] = []
    if top.dep_ in {"attr", "acomp"} and top.head.lemma_ in words(noun.lang_, "link"):
        agent = _linked(noun, top, roles)
        if not agent and top.dep_ == "acomp":  # "Responsible for it was A"
            agent = expanded(c for c in top.head.children if c.dep_ == "attr" and c.i > top.head.i > top.i)
    elif top.dep_ == "appos" and top.head.ent_type_:
        agent = [top.head] if "Plur" not in noun.morph.get("Number", []) else _pair_before(top)
    elif (
        top.dep_ == "pobj"
        and said(top.head, "of")
        and said(top.head.head, "one")
        and top.head.head.head.lemma_ in words(noun.lang_, "link")
    ):
        one = top.head.head
        verb = verb_roles(one.head)
        agent = verb["patient" if one.dep_ == "nsubj" else "agent"]  # "One of its partners is A"
    elif (
        top.dep_ == "pobj"
        and said(top.head, "of")
        and said(top.head.head, "one")
        and top.head.head.dep_ == "appos"
        and top.head.head.head.ent_type_
    ):
        agent = [top.head.head.head]  # "X, one of the largest units of Y"
    elif top.dep_ == "oprd" and is_passive(top.head) and top.head.lemma_ in words(noun.lang_, "electing"):
        verb = verb_roles(top.head)
        agent = [t for t in (*verb["dative"], *verb["patient"]) if t.i != top.i]  # "was elected a member of A"
    elif any(child.dep_ == "appos" and child.ent_type_ for child in noun.children):
        agent = [m for child in noun.children if child.dep_ == "appos" and child.ent_type_ for m in members(child)]
    elif noun.dep_ == "pobj" and said(noun.head, "as") and noun.i > 3 and said(noun.head.nbor(-2), "with"):
        pass  # "will meet, with A as host"
    elif noun.dep_ == "pobj" and said(noun.head, "as") and noun.head.head.pos_ == "VERB" and not leads_on(noun):
        agent = _regarded(noun.head.head, roles)
    described = [c for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} and not c.ent_type_]
    return {**roles, "agent": agent, "described": described}


def _linked(noun: Token, top: Token, roles: Roles) -> list[Token]:
    """Give who is what a noun says behind "is" or "becomes", and add to its roles what parsers hang on the verb.

    Args:
        noun: the noun.
        top: the first of the nouns that it is joined to.
        roles: those of the noun.
    """
    verb = verb_roles(top.head)
    behind = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if behind.dep_ == "prep" and behind.head == top.head and not roles.get(behind.lower_):
        roles[behind.lower_] = verb[behind.lower_]  # "became a party to"
    for again in top.head.children:
        if again.dep_ == "conj" and again.pos_ == "ADP" and roles.get(again.lower_):  # "was host to A and to B"
            roles[again.lower_] += expanded(t for t in again.children if t.dep_ == "pobj")
    if not roles.get("for"):  # "For A, B is a partner"
        roles["for"] = verb["for"]
    if not roles.get("of"):  # "was the venue, on May 5, of the forum"
        roles["of"] = verb["of"]
    return verb["agent"]


def _regarded(verb: Token, roles: Roles) -> list[Token]:
    """Give who is what a noun behind a verb and "as" says; who regards him so is the other side, in "of"."""
    told = verb_roles(verb)
    if told["patient"] and not roles["of"]:  # "regards X as a partner"
        roles["of"] = told["agent"]
        return told["patient"]
    return told["patient"] if is_passive(verb) else told["agent"]  # "X was accepted as a member of Y"


def _pair_before(noun: Token) -> list[Token]:
    """Give the names that a plural behind them describes: "A and B, delegates of X", not "A, B, delegates of X"."""
    first = noun.left_edge.i
    if first < 3 or noun.doc[first - 1].text != ",":
        return []
    last = noun.doc[first - 2]
    joined = said(noun.doc[first - 3], "conjunctions") and bool(last.ent_type_)
    return [token for token in members(last) if token.i <= last.i] if joined else []


def leads_on(noun: Token) -> bool:
    """Tell whether a noun only brings in another: "held as part of the forum"."""
    return noun.dep_ == "pobj" and said(noun.head, "as") and noun.lemma_ in words(noun.lang_, "between_prepositions")
