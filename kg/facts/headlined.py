"""Headlines: their verbs, which taggers take for nouns, and where people are by those without: "Rector A in Moscow"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.facts.builder import Builder
from kg.facts.clauses import PASSIVE, SUBJECTS, Roles, is_inverted
from kg.facts.context import Context
from kg.facts.lists import expanded
from kg.facts.nominals import noun_roles
from kg.languages.families import family
from kg.languages.lexicon import headline_verbs, said


def stays(context: Context, builder: Builder) -> None:
    """Add where a headline without a verb says that somebody is: "Rector Li Weiming in Moscow", "Li Weiming at A"."""
    for sentence in context.sents:
        line = [t for t in sentence if not t.is_space and not t.is_punct]
        if not 3 <= len(line) <= _HEADLINE or any(t.pos_ in {"VERB", "AUX"} for t in line):
            continue
        preposition = line[-2]
        first = next((t for t in line if t.ent_type_), line[0])
        travellers = expanded([first]) if family(first) == "Person" else []
        titled = {t for traveller in travellers for t in traveller.lefts}  # "Chinese Ambassador Li Hui"
        more = [t for t in line[:-2] if not said(t, "conjunctions") and t not in travellers and t not in titled]
        posted = "," in line[-3].text  # "Li Hui, Ambassador of China | in Russia"
        if not travellers or more or posted or not (said(preposition, "in_place") or said(preposition, "at")):
            continue
        for place in context.things(line[-1]):
            classes = ("City", "Country", "Region") if said(preposition, "in_place") else _SEATS
            for mention in (m for t in travellers for m in context.things(t)):
                if context.family(place.entity, classes) and context.cls(mention.entity) == "Person":
                    builder.add(mention.entity, "visited", place.entity, context.sentence(line[0]), "headline", 0.6)


_HEADLINE = 8  # tokens of a headline, names counted as one
_SEATS = ("University", "ResearchOrganization", "Company", "GovernmentBody")


def is_headline_verb(token: Token) -> bool:
    """Tell whether a word that the tagger takes for a noun is the verb of a headline: "A and B sign agreement"."""
    if token.pos_ == "VERB" and any(child.dep_ in SUBJECTS | PASSIVE for child in token.children):
        return False
    if (
        token.lower_ not in headline_verbs(token.lang_)
        or token.i == token.sent.start
        or _headline_object(token) is None
    ):
        return False
    verbless = not any(other.pos_ in {"VERB", "AUX"} and other.i != token.i for other in token.sent)
    return verbless and token.text.islower() and bool(token.nbor(-1).ent_type_)


def _headline_object(verb: Token) -> Token | None:
    """Give the noun behind the verb of a headline, which parsers hang it on, or on it: "A and B sign | agreement"."""
    if verb.dep_ == "compound":
        noun = verb.head
        while noun.dep_ == "compound" and not noun.ent_type_:
            noun = noun.head  # "A, B ink cooperation | deal"
        return noun
    behind = next((c for c in verb.children if c.i > verb.i), None)
    if verb.dep_ != "ROOT" or behind is None or behind.dep_ not in {"appos", "dobj"} or is_inverted(verb, behind):
        return None
    return behind


def headline_roles(verb: Token) -> Roles:
    """Give the roles around the verb of a headline: the names before it, the noun behind it and what hangs on that."""
    noun = _headline_object(verb)
    assert noun is not None  # so it was asked
    roles = noun_roles(noun)
    roles.pop("agent", None)
    first = verb.i
    while first > verb.sent.start and _is_listed(verb.doc[first - 1]):
        first -= 1
    return {**roles, "agent": [t for t in verb.doc[first : verb.i] if t.ent_type_], "patient": expanded([noun])}


def _is_listed(token: Token) -> bool:
    """Tell whether a word belongs to a list of names: a name, "and", a comma."""
    return bool(token.ent_type_) or token.text == "," or said(token, "conjunctions")
