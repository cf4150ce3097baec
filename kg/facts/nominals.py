"""Whose act a noun names, and upon whom: "the signing of", "X's visit to", "held talks with".

The roles are those of `kg.facts.arguments`, with ``owner``, ``compound``, ``host`` and ``joined`` besides.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Token

from kg.facts.arguments import makers, merge, prepositions, verb_roles
from kg.facts.astray import meant_ahead, traveller
from kg.facts.ceremonies import ceremony_signers
from kg.facts.clauses import SUBJECTS, Roles, is_passive
from kg.facts.lists import expanded
from kg.languages.families import family
from kg.languages.lexicon import said, words


def _with_below(nested: list[Token]) -> list[Token]:
    """Give the company of agreements below a noun: B of "the signing of an agreement on exchange with B"."""
    found: list[Token] = []
    for document in (t for t in nested if t.lemma_ in words(t.lang_, "documents")):
        own = prepositions(document)
        subjects = [t for tokens in own.values() for t in tokens if not t.ent_type_]
        found += [t for with_it in (own["with"], *(prepositions(s)["with"] for s in subjects)) for t in with_it]
    return list(dict.fromkeys(found))


def _of_below(nested: list[Token]) -> list[Token]:
    """Give those whose an agreement is by what it is on: A of "a memorandum of understanding of A and B"."""
    general = [prepositions(t)["of"] for t in nested if t.lemma_ in words(t.lang_, "general_matters")]
    return [t for of in general for t in of if family(t) == "Organization"]


def _hardly_signed(noun: Token) -> bool:
    """Tell whether a noun of signing only says what another noun is of: "saw the postponement of the signing of"."""
    above = noun.head.head
    return (
        noun.dep_ == "pobj"
        and said(noun.head, "of")
        and noun.lemma_ in words(noun.lang_, "signings")
        and above.pos_ == "NOUN"
        and above.lemma_ not in words(noun.lang_, "documents") | words(noun.lang_, "of_signing")
    )


def _parties_below(nested: list[Token]) -> list[Token]:
    """Give those whose agreement a noun below says it is: A of "the signing of an agreement of A with B"."""
    documents = [prepositions(t) for t in nested if t.lemma_ in words(t.lang_, "documents")]
    return [t for own in documents for t in (*own["of"], *own["between"]) if family(t) == "Organization"]


def _of_relative(noun: Token, verb: Token) -> Roles:
    """Give the roles of a clause about a noun of acts: "the ties which A and B develop", "the talks A held with B"."""
    roles: Roles = defaultdict(list)
    if any(c.dep_ in SUBJECTS and c.ent_type_ for c in verb.children):
        inner = verb_roles(verb)
        if any(t.i == noun.i for t in inner["patient"]):
            roles["agent"] += inner["agent"]
            merge(roles, {r: t for r, t in inner.items() if r in words(noun.lang_, "of_acts")})
    return roles


def _fill_from_noun(noun: Token, roles: Roles) -> None:
    """Fill in whose act a noun names by what hangs on it: an owner, a name before it, a participle, a clause."""
    light = words(noun.lang_, "light")
    for child in noun.children:
        if child.dep_ == "poss":
            roles["owner"] += meant_ahead(noun, child) or traveller(noun, child) or expanded([child])
            if not (said(child, "whose") and noun.lemma_ in words(noun.lang_, "organizing")):  # "its organizer was A"
                roles["agent"] += roles["owner"]
        elif child.dep_ == "compound" and child.ent_type_:
            roles["compound"] += [child]
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            roles["agent"] += [t for t in verb_roles(child)["by"] if t not in roles["agent"]]
            merge(roles, {r: t for r, t in prepositions(child).items() if r not in {"of", "by"}})
        elif child.dep_ == "relcl" and child.lemma_ in light:
            merge(roles, _of_relative(noun, child))


def _fill_from_below(noun: Token, nested: list[Token], roles: Roles) -> None:
    """Fill in whose act a noun names by what hangs on nouns below it: "an agreement on ties between A and B"."""
    for role in ("between", "by"):  # also "the opening of an institute by A and B"
        if not roles[role]:
            for inner in nested:
                roles[role] += prepositions(inner)[role]
    if noun.lemma_ in words(noun.lang_, "documents") and not any(family(t) == "Organization" for t in roles["of"]):
        roles["of"] += _of_below(nested)
    if not roles["with"] and not roles["between"] and not _hardly_signed(noun):
        roles["with"] += _with_below(nested)
    if not roles["to"] and noun.lemma_ in words(noun.lang_, "known_groups"):
        roles["to"] += [t for inner in nested if _goes_along(inner) for t in prepositions(inner)["to"]]


def _goes_along(people: Token) -> bool:
    """Tell whether a noun counts those of whom a group is made up: "a delegation of six | teachers to A"."""
    lang = people.lang_
    envoys = words(lang, "delegates")  # "a group of envoys | to China"
    return people.tag_ == "NNS" and people.lemma_ in (words(lang, "people_of") | words(lang, "learners")) - envoys


def _is_there(noun: Token) -> bool:
    """Tell whether it is said that there was what a noun names: "With A there have been talks"."""
    return noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children)


_WHERE = ("to", "at", "in")


def noun_roles(noun: Token) -> Roles:
    """Give the roles around a noun that names an act: "the signing of", "X's visit to", "held talks with"."""
    nested = [t for c in noun.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj" and not t.ent_type_]
    light, happen = words(noun.lang_, "light"), words(noun.lang_, "happen")
    roles: Roles = defaultdict(list)
    if noun.lemma_ in words(noun.lang_, "ceremonies"):  # "a | memorandum | signing ceremony"
        roles["paper"] += [t for t in noun.lefts if t.lemma_.lower() in words(noun.lang_, "documents")]
        papers = [t for c in noun.lefts for t in c.lefts if t.lemma_.lower() in words(noun.lang_, "documents")]
        roles["paper"] += papers
        roles["holder"], roles["held_between"] = ceremony_signers(noun)
    hosting, seeing, signing = (words(noun.lang_, name) for name in ("hosting", "seeing", "signings"))
    if noun.lemma_ in words(noun.lang_, "known_groups"):  # who holds talks with a delegation does not travel with it
        sending = words(noun.lang_, "sending") | words(noun.lang_, "heading")
        hosting, light = hosting | light - sending, sending
    merge(roles, prepositions(noun))
    _fill_from_below(noun, nested, roles)
    # "the visit of A to B", "the talks of A with B": what the parser hangs on the name belongs to the act
    for name in [t for t in roles["of"] if t.ent_type_]:
        merge(roles, {r: t for r, t in prepositions(name).items() if r in words(noun.lang_, "of_acts")})
    if not roles["of"]:  # "the visit to B of a delegation of A"
        for name in [t for role in _WHERE for t in roles[role] if t.ent_type_]:
            roles["of"] += [t for t in prepositions(name)["of"] if t not in roles["of"]]
    _fill_from_noun(noun, roles)
    roles["agent"] += [t for t in roles["by"] if t not in roles["agent"]]
    top = noun
    while top.dep_ == "conj":
        top = top.head
    governor = top.head
    if top.dep_ == "pobj" and governor.pos_ == "ADP" and governor.head.pos_ in {"NOUN", "PROPN"}:
        # "an agreement on the creation of": those who made the agreement create
        roles["above"] += [governor.head]
        if noun.lemma_ not in words(noun.lang_, "known_groups") and not _hardly_signed(top):
            roles["agent"] += [t for t in makers(governor.head) if t not in roles["agent"]]
    elif (
        top.dep_ == "pobj"
        and governor.pos_ == "ADP"
        and governor.head.pos_ in {"VERB", "AUX"}
        and noun.lemma_ not in words(noun.lang_, "doers")  # "sent letters to its members"
        and governor.head.lemma_ in light - words(noun.lang_, "phases") | words(noun.lang_, "light_with_preposition")
    ):
        governor = governor.head
        if is_passive(governor) and noun.lemma_ in words(noun.lang_, "journeys"):
            roles["agent"] += verb_roles(governor)["patient"]  # "was taken on a tour of"
        roles["joined"] += [governor]  # "took part in the discussion", which is not theirs alone
        above = verb_roles(governor)
        roles["agent"] += [t for t in above["agent"] if t not in roles["agent"]]
        merge(roles, {r: t for r, t in above.items() if r not in {"agent", "patient", "of"} and noun not in t})
    elif governor.pos_ in {"VERB", "AUX"}:
        above = verb_roles(governor)
        held = noun.lemma_ in words(noun.lang_, "meetings")  # "A hosted talks": it talks there, too
        alone = not (roles["agent"] or roles["between"] or _parties_below(nested))
        if top.dep_ == "dobj" and roles["with"] and noun.lemma_ in signing and governor.lemma_ in seeing and alone:
            # "In 2014 A saw the signing of an agreement with B", "A hosted the signing of an agreement with B"
            roles["agent"] += [t for t in above["agent"] if family(t) == "Organization" and t not in roles["agent"]]
        elif top.dep_ == "dobj" and governor.lemma_ in hosting and not held:
            roles["host"] += above["agent"]  # "A received a delegation": it came to A
        elif top.dep_ == "dobj" and (governor.lemma_ in light or (held and governor.lemma_ in hosting)):
            roles["agent"] += [t for t in above["agent"] if t not in roles["agent"]]
        elif top.dep_ == "nsubjpass" and governor.lemma_ in light | happen:
            roles["agent"] += [t for t in above["by"] if t not in roles["agent"]]
        elif not (top.dep_ == "nsubj" and governor.lemma_ in happen) and not _is_there(top):
            return roles
        merge(roles, {r: t for r, t in above.items() if r not in {"agent", "patient", "of", "by"}})
    return roles
