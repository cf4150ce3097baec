"""Regions and cities that sign mean their government: "an agreement of Omsk University with Hebei Province"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.entities.bodies import government_of
from kg.entities.referents import Gathering, Referent
from kg.languages.lexicon import has, said, words
from kg.languages.spans import principal
from kg.registry import Registry
from kg.schema import is_a

_TITLES = {"Region": "governor", "City": "mayor"}
"""The title by whose body a place's government is known."""
_LISTED = frozenset({"conj", "appos"})


def name_signers(doc: Doc, referents: dict[int, Referent], gathering: Gathering, registry: Registry) -> None:
    """Let the name of a region or city that makes an agreement mean its government too.

    States are left out: it is their leaders who are told of. So are cities alone that stand for states ("Moscow and
    Beijing signed").
    """
    if not has(gathering.lang, "posts"):
        return
    for token in doc:
        place = referents.get(principal(token)[0]) if token.ent_type_ else None
        if place is None or token.ent_type_ not in _TITLES or place.cls not in _TITLES or not _is_signer(_top(token)):
            continue
        if token.lower_ in words(gathering.lang, "mean_states") or _is_address(token) or _is_of_others(_first(token)):
            continue
        title = _TITLES[place.cls]
        start, end = principal(token)
        printed = doc.text[start:end]
        body = government_of(place, title, printed, start, gathering, registry)
        if body is None:
            continue
        body.add(printed, gathering.lang)
        if (noun := _spoken(token)) is not token:
            start, end = noun.idx, noun.idx + len(noun)
        gathering.mention(start, end, body, "rule", "the government of a place that signs", 0.8)


def _is_address(place: Token) -> bool:
    """Tell whether a place only says where the organization before it is: "an agreement with X University, Omsk"."""
    before = place.doc[max(0, place.i - 2) : place.i]
    named = before[0].ent_type_ if [t.text for t in before[1:]] == [","] else ""
    return bool(named) and is_a(named, "Organization")


def _bearer(name: Token) -> Token:
    """Give the word that stands for a place in its clause: the noun of "the | mayor | of Omsk", else its name."""
    nouns = words(name.lang_, "lands") | words(name.lang_, "heads_of_lands")
    of = name.dep_ == "pobj" and said(name.head, "of") and name.head.head.lemma_ in nouns
    return name.head.head if of and not name.head.head.ent_type_ else name


def _is_of_others(name: Token) -> bool:
    """Tell whether who heads a place signs for no government: "the honorary mayor", "on behalf of X"."""
    bearer = _bearer(name)
    if any(said(c, "no_heads_now") for c in bearer.children):
        return True
    if bearer is name or bearer.lemma_ not in words(name.lang_, "heads_of_lands"):
        return False
    instead = [t for c in name.sent if said(c, "signs_for") and c.head.pos_ == "VERB" for t in c.children]
    others = any(t.ent_type_ and is_a(t.ent_type_, "Organization") for t in instead)
    return others or any(said(t, "signs_for_no_land") for t in name.sent)


def _first(name: Token) -> Token:
    """Give the first name of a list: Omsk, of "the mayors of Omsk and Tomsk"."""
    while name.dep_ in _LISTED:
        name = name.head
    return name


def _spoken(name: Token) -> Token:
    """Give the word that stands for a place, alone or not, in its clause: "the | mayors | of Omsk and Tomsk"."""
    first = _first(name)
    bearer = _bearer(first)
    return bearer if bearer is not first else name


def _top(name: Token) -> Token:
    """Give the first of the list that a name stands in."""
    token = _bearer(name)
    while token.dep_ in _LISTED:
        token = _bearer(token.head)
    return token


def _is_signer(token: Token) -> bool:
    """Tell whether a word says who makes an agreement: "A signed a memorandum", "an agreement with A"."""
    lang = token.lang_
    if token.dep_ == "nsubj":
        return _makes_agreement(token.head)
    by = token.head
    if token.dep_ != "pobj" or not (by.dep_ == "agent" or said(by, "party_prepositions")):
        return False
    if by.head.pos_ == "VERB":
        return _makes_agreement(by.head)
    noun = by.head
    if noun.lemma_ in words(lang, "general_matters") and noun.dep_ == "pobj":
        noun = noun.head.head  # "an agreement on cooperation with A"
    return _is_agreement(noun)


def _makes_agreement(verb: Token) -> bool:
    """Tell whether a verb and what it is of tell that an agreement is made: "signed a memorandum"."""
    lang = verb.lang_
    if verb.lemma_ not in words(lang, "make_agreements"):
        return False
    below = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.lemma_ in words(lang, "binding"):  # "entered into an agreement"
        below += [t for c in verb.children if c.dep_ == "prep" for t in c.children]
    below += [verb.head] if verb.dep_ in {"acl", "relcl"} else []  # "the agreement that A signed with B"
    return any(_is_agreement(t) for t in below)


def _is_agreement(paper: Token) -> bool:
    """Tell whether a noun is of an agreement that a government makes: no "employment contract"."""
    lang = paper.lang_
    private = any(said(c, "of_other_parties") for c in paper.children)
    return paper.lemma_.lower() in words(lang, "documents") and not private
