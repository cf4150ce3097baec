"""Where the arguments of a verb or noun stand when the parser hangs them elsewhere, or the sentence sets them apart."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.facts.clauses import FINITE, PASSIVE, SUBJECTS, begins_gap, own_subject
from kg.facts.lists import expanded, members
from kg.languages.families import family
from kg.languages.kinds import kind_of
from kg.languages.lexicon import said, words
from kg.languages.trades import are_staff
from kg.records import Lang
from kg.schema import is_a


def delegates(by: Token) -> list[Token]:
    """Give the groups listed behind the first name that parsers hang elsewhere: "by A, representatives of B and C"."""
    joining = words(by.lang_, "conjunctions") | {",", ";"}
    groups = words(by.lang_, "bearers")
    found: list[Token] = []
    for token in by.doc[by.i + 2 : by.sent.end]:
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.text in {":", "."}:
            break
        first = token.left_edge
        listed = first.i > by.i + 1 and (first.nbor(-1).lower_ in joining or first.nbor(-1).dep_ == "cc")
        if token.lemma_ in groups and token.tag_ == "NNS" and listed:
            found.append(token)
    return expanded(found)


def brought_ahead(verb: Token) -> Token | None:
    """Give the verb of being that brings ahead where or when a clause happens: "It was | in Omsk that it was held"."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "advcl", "relcl"} or above.lemma_ not in words(verb.lang_, "be") or above.i > verb.i:
        return None
    bare = any(c.dep_ in SUBJECTS and said(c, "expletive") for c in above.children)
    marked = any(said(c, "that") for c in verb.children)
    between = [c for c in above.children if c.dep_ == "prep" and above.i < c.i < verb.i]
    return above if bare and marked and between else None


def behind_being(verb: Token) -> list[Token]:
    """Give who stands behind "were" that a participle opens: "Signing the agreement were A and B"."""
    if verb.tag_ != "VBG" or any(c.dep_ in SUBJECTS for c in verb.children):
        return []
    lang, above = verb.lang_, verb.head
    if verb.dep_ in {"csubj", "advcl", "ccomp"} and above.i > verb.i and above.lemma_ in words(lang, "be"):
        being = above
    else:
        inner = verb.subtree if verb.dep_ == "ROOT" else ()
        being = next((t for t in inner if t.i > verb.i and t.lemma_ in words(lang, "be") and t.tag_ in FINITE), verb)
    named = [c for c in being.children if c.i > being.i and c.dep_ in {"attr", "nsubj", "dobj"}]
    ahead = [t for t in verb.doc[verb.i : being.i] if t.tag_ in FINITE]
    return named if being is not verb and not ahead and any(family(t) is not None for t in named[:1]) else []


def singled_out(verb: Token) -> list[Token]:
    """Give whom a cleft sentence says to do something: A and B of "It was A and B that founded the institute"."""
    being = verb.head
    relative = any(c.dep_ in SUBJECTS and said(c, "relative") for c in verb.children)
    if not relative or verb.dep_ not in {"ccomp", "relcl", "advcl"}:
        return []
    if being.lemma_ not in words(verb.lang_, "be") and being.dep_ in {"attr", "conj", "appos"}:
        while being.dep_ in {"attr", "conj", "appos"}:
            being = being.head
    bare = any(c.dep_ in SUBJECTS and said(c, "expletive") for c in being.children)
    return [c for c in being.children if c.dep_ == "attr"] if bare and being.lemma_ in words(verb.lang_, "be") else []


def able(verb: Token) -> list[Token]:
    """Give the subject of what somebody is said to be able to do: "A was able to conclude an agreement"."""
    above = verb.head
    if verb.dep_ != "xcomp" or above.dep_ != "acomp" or not (said(above, "achieved") or said(above, "glad")):
        return []
    return [c for c in above.head.children if c.dep_ in SUBJECTS and not said(c, "expletive")]


def behind_gerund(verb: Token) -> list[Token]:
    """Give the subject of the clause that a participle opens: A and B of "Opening the forum, A and B wished it luck".

    Parsers hang such a subject on the participle's object, or make the participle itself a subject.
    """
    doc, first = verb.doc, next((t for t in verb.sent if not t.is_space), verb)
    if verb.tag_ != "VBG" or verb.i != first.i:
        return []
    comma = next((t for t in doc[verb.i + 1 : verb.sent.end] if t.text == ","), None)
    if comma is None or any(t.pos_ in {"VERB", "AUX"} for t in doc[verb.i + 1 : comma.i]):
        return []
    named = next((t for t in doc[comma.i + 1 : verb.sent.end] if t.pos_ not in {"DET", "ADJ"}), None)
    if named is None or family(named) != "Person":
        return []
    acts = [t for t in doc[named.i + 1 : verb.sent.end] if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    listed = [t for t in members(named) if acts and t.i < acts[0].i]
    return [t for t in listed if family(t) == "Person" and t.i >= named.i]


def beside_unit(unit: Token) -> list[Token]:
    """Give the organizations coordinated with what a unit is of: "by the Department of Education of A and B"."""
    if unit.ent_type_ != "OrganizationalUnit":
        return []
    wholes = [t for of in unit.children if said(of, "of") for t in of.children if t.dep_ == "pobj"]
    return [
        other
        for whole in wholes
        for other in members(whole)
        if other.i != whole.i and family(other) == "Organization" and other.ent_type_ != "OrganizationalUnit"
    ]


def opens_clause(preposition: Token, verb: Token) -> bool:
    """Tell whether a preposition brings in what stands before the clause of a verb: "besides", "apart from"."""
    above = preposition.head
    behind = preposition.doc[preposition.i - 1 : preposition.i] if preposition.i else ()
    led = any(said(t, "leads_besides") for t in behind)
    alone = said(preposition, "besides_alone")
    return (alone and above == verb) or (led and verb in {above, above.head})


def likewise(verb: Token, passive: bool) -> list[Token]:
    """Give of whom or what the end of a sentence says the same: "A was shown to them, and so were B and C"."""
    doc = verb.doc
    for position in range(verb.i + 1, verb.sent.end - 2):
        token, link = doc[position], doc[position + 1]
        if token.pos_ == "VERB" and token.tag_ in {"VBD", "VBZ", "VBP"} and link.dep_ != "prt":
            break  # another clause
        if said(token, "likewise") and link.pos_ in {"AUX", "VERB"} and link.lemma_ in words(verb.lang_, "pro_verbs"):
            of_being = link.lemma_ in words(verb.lang_, "be")
            first = _likewise_named(link)
            return members(first) if first is not None and of_being == passive else []
    return []


_BEFORE_NAME = {"DET", "ADJ", "NUM", "NOUN", "PROPN"}


def _likewise_named(link: Token) -> Token | None:
    """Give the first name behind "and so did", also that of whom others are: "and so did those of A and B"."""
    people = False
    for token in link.doc[link.i + 1 : min(link.i + 6, link.sent.end)]:
        if token.ent_type_:
            return token
        if said(token, "those") or are_staff(token):
            people = True
        elif (token.pos_ not in _BEFORE_NAME or token.tag_ == "NNS") and not (people and said(token, "acts_for")):
            return None  # "and so did almost all but A", "so did the critics of A"
    return None


def told_where(verb: Token) -> list[Token]:
    """Give where a clause says that it happens: "A went to B, where C received him" is at B."""
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"} and clause.tag_ == clause.head.tag_:
        clause = clause.head
    if clause.dep_ != "relcl" or not any(said(child, "where") for child in clause.children):
        return []
    place = clause.head
    if place.dep_ == "attr" and not place.ent_type_ and place.head.lemma_ in words(verb.lang_, "be"):
        named = [t for c in place.head.children if c.dep_ in SUBJECTS for t in expanded([c])]
        return [t for t in named if family(t) == "Place"]  # "Omsk was the city where A held a workshop"
    # "the Institute of Physics, Siberian Branch, where": the whole behind the part
    apart = place.dep_ == "appos" and place.head.ent_type_ and family(place.head) == family(place)
    listed = apart and any(said(t, "conjunctions") for t in place.doc[place.head.i + 1 : place.i])
    return [place.head if apart and not listed else place]


def has_relative(verb: Token) -> bool:
    """Tell whether a relative clause has a pronoun that says what it is about, as the parser has it.

    "That" may be a mere mark to it: "the agreement that A and B signed".
    """
    before = verb.doc[verb.left_edge.i : verb.i]
    return any(said(token, "relative") and token.dep_ != "mark" for token in before)


def behind_company(verb: Token) -> list[Token]:
    """Give the object that stands behind a phrase in commas: "A founded, together with B, a joint institute"."""
    company = [c for c in verb.children if c.dep_ in {"prep", "agent"} and c.i > verb.i + 1]
    return [
        behind
        for preposition in company
        if verb.nbor().text == ","
        for name in preposition.children
        if name.dep_ == "pobj"
        for behind in name.children
        if behind.dep_ == "appos" and not behind.ent_type_ and behind.left_edge.nbor(-1).text == ","
    ]


def behind_receiver(verb: Token) -> list[Token]:
    """Give the object that parsers take for a second name of whom it goes to: "admitted to the Union the Institute"."""
    return [
        behind
        for preposition in verb.children
        if preposition.dep_ == "prep" and preposition.i > verb.i
        for name in preposition.children
        if name.dep_ == "pobj"
        for behind in name.children
        if behind.dep_ == "appos" and behind.left_edge.pos_ == "DET" and behind.left_edge.nbor(-1).i == name.i
    ]


def above_of(verb: Token) -> list[Token]:
    """Give the nouns whose complements a participle hangs on: "the memorandum of understanding signed by A"."""
    found: list[Token] = []
    noun = verb.head
    while verb.dep_ in {"acl", "relcl"} and noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head.head
        found.append(noun)
    return found


def object_shared(verb: Token) -> list[Token]:
    """Give the object that a verb shares with the next: "A hosted and funded | the forum"."""
    own = own_subject(verb)
    found: list[Token] = []
    for other in verb.children:
        joined = other.dep_ == "conj" and other.pos_ == "VERB" and other.i > verb.i
        if joined and (not own or verb.nbor().dep_ == "cc") and not own_subject(other):
            found += expanded(t for t in other.children if t.dep_ == "dobj")
    return found


def by_astray(verb: Token) -> list[Token]:
    """Give the people behind a "by" that the parser hangs on a name before it: "opened at the museum of A by B"."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.pos_ in {"VERB", "AUX"} or token.text in {";", ":"}:
            break
        # … or on whoever is told: "words of welcome were addressed to the participants by B"
        inside = bool(token.head.ent_type_) or token.head.lemma_.lower() in (
            words(verb.lang_, "premises") | words(verb.lang_, "audiences")
        )
        if said(token, "by") and inside and token.head.i > verb.i:
            return expanded(c for c in token.children if c.dep_ == "pobj" and family(c) == "Person")
        if said(token, "by") and _tells_when(token.head, verb) and verb.lemma_ in words(verb.lang_, "make_agreements"):
            return expanded(c for c in token.children if c.dep_ == "pobj")
    return []


def _tells_when(noun: Token, verb: Token) -> bool:
    """Tell whether a noun is of an event at which something was done: "concluded during the | forum | by A and B"."""
    kind = kind_of(cast("Lang", noun.lang_), [noun.lower_])
    at = noun.dep_ == "pobj" and noun.head.head.i == verb.i
    return at and not noun.ent_type_ and kind is not None and is_a(kind.cls, "Event")


def by_again(verb: Token) -> list[Token]:
    """Give the agents behind a second "by" that the parser hangs astray: "hosted by A and, the next day, by B"."""
    first = next((child for child in verb.children if child.dep_ == "agent"), None)
    if first is None:
        return []
    found = [
        name
        for token in verb.doc[first.i + 1 : verb.sent.end]
        if said(token, "by") and _is_next(token) and not begins_gap(token)
        for name in expanded(c for c in token.children if c.dep_ == "pobj" and c.ent_type_)
    ]
    joined = False
    for token in verb.doc[first.i + 1 : verb.sent.end]:
        if token.text in {";", ":"} or (token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"):
            break
        joined = joined or token.dep_ == "cc"
        another = token.head.pos_ == "ADJ" and token.head.i == token.i - 1  # "… and the third by C"
        if joined and said(token, "by") and token.head.i != verb.i and not begins_gap(token) and not another:
            found += expanded(c for c in token.children if c.dep_ == "pobj" and c.ent_type_)
    return found


def _is_next(by: Token) -> bool:
    """Tell whether "by" brings in one more of a list that semicolons part: "by A, dean of X; by B; and by C"."""
    before = by.nbor(-1)
    if before.dep_ == "cc" and before.i > by.sent.start:
        before = before.nbor(-1)
    return before.text == ";"


def is_object(verb: Token, name: Token) -> bool:
    """Tell whether a name stands where the object of a verb does: directly behind it, articles aside."""
    if family(name) is None or any(child.dep_ in {"dobj", "attr"} for child in verb.children):
        return False
    between = verb.doc[verb.i + 1 : name.i]
    return all(token.pos_ in {"DET", "ADJ", "NOUN"} and name in token.ancestors for token in between)


def noun_before(participle: Token) -> list[Token]:
    """Give the noun that a participle stands behind, wherever it hangs: "the Forum, jointly sponsored by"."""
    if participle.dep_ not in {"advcl", "acl", "conj"} or any(
        c.dep_ in {"auxpass", *PASSIVE} for c in participle.children
    ):
        return []
    position = participle.i - 1
    while position > participle.sent.start and participle.doc[position].pos_ == "ADV":
        position -= 1
    comma = participle.doc[position].text == ","
    before = participle.doc[position - comma] if position - comma >= participle.sent.start else participle
    where = before.dep_ == "pobj" and before.head.head.i == participle.head.i and participle.dep_ == "advcl"
    if where and family(before) == "Organization" and participle.lemma_ in words(participle.lang_, "making_events"):
        return []  # "the forum took place at A, organized by B"
    return [before] if before.pos_ in {"NOUN", "PROPN"} and before.i != participle.i else []


def meant_ahead(noun: Token, pronoun: Token) -> list[Token]:
    """Give whom a possessive means that comes before the name: "During his stay in X, A was awarded"."""
    before = noun.head
    while before.dep_ == "prep" and before.head.lemma_ in words(noun.lang_, "between_prepositions"):
        before = before.head.head  # "As part of their visit to X, the delegation"
    one, several = said(pronoun, "of_one"), said(pronoun, "of_several_people")
    if not (one or several) or before.dep_ != "prep" or before.i > noun.i or before.head.pos_ != "VERB":
        return []
    subjects = [c for c in before.head.children if c.dep_ in SUBJECTS | PASSIVE and c.i > noun.i]
    if before.i > before.head.i:
        return []
    return [c for c in subjects if family(c) == "Person" or (several and (not c.ent_type_ or c.conjuncts))]


def traveller(noun: Token, pronoun: Token) -> list[Token]:
    """Give whose journey is made, ends or begins, the subject of the verb: "the delegation finished its trip in X"."""
    verb = noun.head
    goes = words(verb.lang_, "ending_journeys") | words(verb.lang_, "undertaking") | words(verb.lang_, "paying_calls")
    ends = noun.dep_ == "dobj" and verb.lemma_ in goes
    own = ends and (said(pronoun, "of_several_people") or said(pronoun, "of_one"))
    return expanded(c for c in verb.children if c.dep_ in SUBJECTS) if own else []


def occasions(verb: Token) -> list[Token]:
    """Give the events that somebody comes somewhere to attend: "came to Omsk to take part in the forum"."""
    attending = words(verb.lang_, "attending") | words(verb.lang_, "needs_part")
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ not in {"advcl", "xcomp"} or child.lemma_ not in attending:
            continue
        if not any(said(c, "to") and c.dep_ == "aux" for c in child.children):
            continue
        direct = [c for c in child.children if c.dep_ == "dobj"]
        parts = [c for c in (child, *direct) for c in c.children if c.dep_ == "prep" and said(c, "in_place")]
        found += expanded([*direct, *(t for p in parts for t in p.children if t.dep_ == "pobj")])
    return [t for t in found if family(t) == "Event" or not t.ent_type_]


def without_and(verb: Token) -> Token | None:
    """Give the verb before one that shares its subject with no "and" between them: "The guests saw A, visited B"."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.i == verb.sent.start:
        return None
    before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and c.tag_ == verb.tag_]
    apart = verb.nbor(-1).text == "," or (verb.nbor(-1).pos_ == "ADV" and verb.nbor(-2).text == ",")
    plain = [c for c in before if all(g.dep_ not in {"mark", "aux", "auxpass"} for g in c.children)]
    return plain[-1] if apart and plain else None


def goes_on(by: Token, other: Token) -> bool:
    """Tell whether one preposition is joined to another and has nothing of its own: "by and between A and B"."""
    joined = other.dep_ == "conj" and other.pos_ in {"ADP", "SCONJ"} and not said(other, "by")
    return joined and not any(child.dep_ in {"pobj", "pcomp"} for child in by.children)


def is_manner(noun: Token) -> bool:
    """Tell whether a noun behind a preposition only says how something was done, in whose company, or that it ended."""
    bare = all(child.pos_ != "DET" for child in noun.children)
    # "came with two colleagues | to X"
    with_whom = said(noun.head, "with") and noun.head.head.lemma_ in words(noun.lang_, "coming_along")
    counted = with_whom and any(child.dep_ == "nummod" for child in noun.children)
    return (said(noun, "manner") and bare) or said(noun, "closings") or (counted and said(noun, "companions"))


def is_of_envoy(preposition: Token) -> bool:
    """Tell whether a preposition behind a verb says where an envoy serves: "came A, Ambassador of X | to China"."""
    verb = preposition.head
    if not said(preposition, "accredited") or verb.pos_ != "VERB" or verb.i > preposition.i:
        return False
    if not any(family(t) == "Place" for t in preposition.children):
        return False
    for token in reversed(preposition.doc[verb.i + 1 : preposition.i]):
        if token.lower_ in words(token.lang_, "envoys"):
            return True
        if token.pos_ in {"VERB", "AUX"} or token.text in {",", ";"} or preposition.i - token.i > _TITLE:
            return False
    return False


_TITLE = 9  # tokens from "Ambassador" to where it serves: "of the Republic of X to"


def behind_maker(verb: Token) -> list[Token]:
    """Give the subject that parsers take for who did the participle before it: "Headed by A, a delegation came"."""
    asides = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and c.i < verb.i]
    makers = [t for c in asides for by in c.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
    beside = [t for maker in makers for t in maker.children if t.dep_ == "appos" and maker.i < t.i < verb.i]
    return [t for t in beside if t.pos_ == "NOUN" and not t.ent_type_ and t.left_edge.nbor(-1).text == ","][-1:]


def come_there(verb: Token) -> list[Token]:
    """Give the group that "there" came, wherever parsers hang it: "there came to it, in May, a group"."""
    if verb.lemma_ not in words(verb.lang_, "coming_in") or not any(c.dep_ == "expl" for c in verb.children):
        return []
    behind = (t for t in verb.doc[verb.i + 1 : verb.sent.end] if t.lemma_ in words(t.lang_, "known_groups"))
    return [t for t in (next(behind, None),) if t is not None and not t.ent_type_]
