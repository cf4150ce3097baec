"""What stands together in a sentence: coordinated names, lists as print has them, instances, antecedents."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.facts.examples import past_clause, places_of, sights, such_as
from kg.facts.rosters import (
    ARGUMENTS,
    NOMINAL_SUBJECTS,
    among_them,
    begins_list,
    behind_act,
    behind_break,
    behind_relative,
    divided,
    is_counted_side,
    is_of_nearer,
    listing,
)
from kg.facts.runs import listed_with
from kg.languages.counted import as_many, lines_below
from kg.languages.families import family, listed
from kg.languages.lexicon import said, words


def members(token: Token) -> list[Token]:
    """Give a token with all that is coordinated with it or stands beside it in apposition in a list.

    A list of names whose parse went astray often attaches its later members as appositions; a known name in
    apposition to a name is taken as one more member (an apposition that is a description is not).
    """
    found = [token]
    queue = [token]
    while queue:
        current = queue.pop()
        for child in current.children:
            astray = child.dep_ in {"appos", "npadvmod", "nummod"} and child.i > current.i
            called = child.i == current.i + 1 and family(child) == "Person" and current.dep_ == "conj"
            # "A and his counterpart B"
            clause = child.dep_ == "conj" and _begins_clause(current, child)
            more = (child.dep_ == "conj" and not clause) or (astray and called and not current.ent_type_)
            more |= astray and (
                (family(child) is not None and family(child) == family(current)) or _is_alike(current, child)
            )
            if more and child not in found:
                found.append(child)
                queue.append(child)
    beside = (
        *listed_with(token),
        *_behind_titles(found),
        *_before_subject(found[0]),
        *_behind_owner(token),
        *_beside_groups(token),
        *(t for one in found for t in _beside_owner(one)),
    )
    found += [other for other in beside if other not in found]
    if len(found) > 1 and any(_is_left_out(one) for one in found):
        found = [one for one in found if not _is_left_out(one)] or found
    return sorted(found, key=lambda t: t.i)


def _is_alike(one: Token, other: Token) -> bool:
    """Tell whether a list of things named alike goes on: "the A Prize, the B | Prize and the C Prize"."""
    alike = one.is_title and other.is_title and one.lower_ == other.lower_ and not (one.ent_type_ or other.ent_type_)
    return alike and other.nbor(-1).text != "," and any(c.dep_ == "conj" for c in other.children)


def _is_left_out(one: Token) -> bool:
    """Tell whether only one of several is denied: B of "A, but not B" and of "A, not B, did", A of "not A but B"."""
    # parsers hang it on either name: "an agreement, but not a | contract"
    start, first = one.sent.start, one.i - 1
    while first >= start and one.doc[first].pos_ == "DET":
        first -= 1
    near = one.doc[first] if first >= start else one
    negation = next((t for t in (*one.children, near) if t.dep_ == "neg" and t.i < one.i), None)
    if negation is None or said(negation.nbor(), "not_only"):
        return False
    ahead = negation.nbor(-1) if negation.i > one.sent.start else negation
    before = said(ahead, "but") or ahead.text in {",", "("}
    return before or any(c.dep_ == "cc" and said(c, "but") for c in one.children)


def _begins_clause(one: Token, other: Token) -> bool:
    """Tell whether another name stands behind a semicolon, in a clause of its own: "between A and B; X was there"."""
    kinds = family(one), family(other)
    apart = None not in kinds and kinds[0] != kinds[1]
    return apart and any(t.text == ";" for t in one.doc[one.i + 1 : other.i])


def _behind_owner(group: Token) -> list[Token]:
    """Give the nouns that parsers coordinate with whose a noun is: staff of "a delegation of A and the staff of B"."""
    if group.ent_type_ or group.pos_ != "NOUN":
        return []
    owners = [t for c in group.children if said(c, "of") for t in c.children if t.dep_ == "pobj" and t.ent_type_]
    beside = [t for owner in owners for t in owner.children if t.dep_ == "conj" and t.pos_ == "NOUN"]
    apart = [t for t in beside if not t.ent_type_ and any(said(c, "of") for c in t.children)]
    whole = [t for noun in apart for t in (noun, *noun.conjuncts)]
    return [t for t in whole if not t.ent_type_]


def _beside_owner(name: Token) -> list[Token]:
    """Give the names that parsers coordinate with the place whose a name is: A of "A and China's B signed"."""
    if not name.ent_type_ or name.i < name.sent.start + _AHEAD or not said(name.nbor(-1), "possessive_endings"):
        return []
    top = place = name.nbor(-2)
    while top.dep_ in {"conj", "appos"}:
        top = top.head
    kin = family(name)
    if family(place) != "Place" or top.head != name or top.i == place.i or family(top) != kin:
        return []
    return [t for t in members(top) if family(t) == kin and t.i < place.i]


_AHEAD = 4  # tokens before the last of a list of two: a name, "and", a place, "'s"


def _behind_titles(people: list[Token]) -> list[Token]:
    """Give the people that the parser coordinates with the title of one: "A, Councilor of X and B, did"."""
    titles = [
        child
        for one in people
        if family(one) == "Person"
        for child in one.children
        if child.dep_ == "appos" and not child.ent_type_ and child.i > one.i
    ]
    return [
        token
        for title in titles
        for token in title.subtree
        if token.dep_ == "conj" and family(token) == "Person" and family(token.head) != "Person"
    ]


def _beside_groups(group: Token) -> list[Token]:
    """Give the people listed with a group before the verb: "Experts from A, B, chairman of C, and others met"."""
    verb = group.head
    if group.dep_ not in NOMINAL_SUBJECTS or group.tag_ != "NNS" or group.ent_type_ or verb.i < group.i:
        return []
    between = group.doc[group.i + 1 : verb.i]
    if any(t.pos_ == "VERB" or t.text in {":", ";", "("} for t in between) or not any(t.dep_ == "cc" for t in between):
        return []
    apart = (t for t in between if family(t) == "Person" and t.i + 1 < verb.i)
    return [t for t in apart if t.nbor(-1).text == "," and (t.nbor().text == "," or t.nbor().dep_ == "cc")]


def _before_subject(token: Token) -> list[Token]:
    """Give the people of a list without "and" that stand before its last, the subject: "President A, Rector B came"."""
    if token.dep_ not in NOMINAL_SUBJECTS or family(token) != "Person" or token.i - 2 < token.sent.start:
        return []
    first = token.nbor(-2) if token.nbor(-1).text == "," else token
    while first.dep_ in {"conj", "appos"} and family(first) == "Person":
        first = first.head
    if first.dep_ != "npadvmod" or first.head.i != token.head.i or family(first) != "Person":
        return []
    return [one for one in token.doc[first.i : token.i] if family(one) == "Person" and one in first.subtree]


def expanded(tokens: Iterable[Token]) -> list[Token]:
    """Give tokens with all that they stand for: what is coordinated, listed as instances, or meant by a pronoun."""
    found: list[Token] = []
    for token in tokens:
        meant = (
            _antecedents(token)
            if said(token, "relative") and (token.pos_ in {"PRON", "DET"} or token.dep_ in ARGUMENTS)
            else [token]
        )
        for one in meant:
            for member in (
                [one] if one is not token and family(one) is not None and _is_singular(token) else members(one)
            ):
                # "the exhibitions China Education Expo and …": the names say which
                named = (
                    []
                    if member.ent_type_
                    else [c for c in member.children if c.dep_ == "appos" and family(c) == "Event"]
                )
                found += [name for n in named for name in members(n) if name not in found]
                found += [part for part in (member, *_instances(member, aside=one is not token)) if part not in found]
    return found


def _one_of_those(several: Token) -> list[Token]:
    """Give who is said to be among those of whom a clause says more: "A was one of those who attended"."""
    among = several.head
    if not said(several, "those") and (several.ent_type_ or several.tag_ != "NNS" or several.dep_ != "pobj"):
        return []
    if said(among, "among"):
        verb = among.head
    elif said(among, "of") and said(among.head, "one_of_several") and among.head.dep_ == "attr":
        verb = among.head.head
    else:
        return []
    if verb.lemma_ not in words(several.lang_, "be"):
        return []
    named = [c for c in verb.children if c.dep_ in {"nsubj", "attr"} and c.ent_type_]
    return [m for name in named for m in members(name)] or [several]


def _is_told_of(clause: Token) -> bool:
    """Tell whether a clause that says more of a noun has a tense of its own: "the memorandum that A and B signed"."""
    return clause.dep_ == "acl" and clause.tag_ in {"VBD", "VBZ", "VBP"}


def _apposed(noun: Token) -> Token | None:
    """Give the name that a noun behind it stands for: "Omsk College, an institution that A founded"."""
    name = noun.head
    some = any(said(c, "articles") for c in noun.children) and noun.tag_ == "NN"
    people = words(noun.lang_, "known_groups") | words(noun.lang_, "people_of")
    apart = noun.dep_ == "appos" and not noun.ent_type_ and some and noun.lemma_ not in people
    return name if apart and family(name) in {"Organization", "Event"} else None


def _antecedents(pronoun: Token) -> list[Token]:
    """Give the noun that a relative pronoun stands for: the one its clause hangs on."""
    clause = pronoun.head
    while clause.dep_ not in {"relcl", "ROOT"} and not _is_told_of(clause) and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl" and not _is_told_of(clause):
        return [_before_which(pronoun) or pronoun]
    if (named := _apposed(clause.head)) is not None:
        return [named]
    if happened := _happened(clause, pronoun):
        return happened
    if one_of := _one_of_those(clause.head) or divided(clause.head):
        return one_of
    before = pronoun.i - 1
    if before >= pronoun.sent.start and pronoun.doc[before].text == ",":
        before -= 1
    nearest = pronoun.doc[before]
    # "A and B, who heads the office": B heads it, wherever the parser hangs the clause
    if nearest.i != clause.head.i and family(nearest) == "Person" and family(clause.head) == "Person":
        return [nearest]
    of = clause.head.head
    apart = pronoun.i > pronoun.sent.start and pronoun.nbor(-1).text == "," and not said(pronoun, "of_people")
    # "the session of the Commission, which met in May": either of them
    if clause.head.dep_ == "pobj" and (apart or not clause.head.ent_type_) and said(of, "of"):
        return [clause.head, of.head]  # "the memorandum of understanding that they signed"
    return [clause.head]


def _happened(clause: Token, pronoun: Token) -> list[Token]:
    """Give what a clause says who was there of: "a conference took place in Omsk, which was attended by"."""
    lang, doc = clause.lang_, clause.doc
    if clause.lemma_ not in words(lang, "attending") or pronoun.nbor(-1).text != ",":
        return []
    verb = next((t for t in clause.ancestors if t.pos_ == "VERB"), clause)
    if verb.lemma_ not in words(lang, "being_held") | words(lang, "needs_part"):
        return []
    if {family(clause.head), family(pronoun.nbor(-2))} & {"Event", "Organization"}:
        return []
    subjects = [c for c in verb.children if c.dep_ in NOMINAL_SUBJECTS and c.i < verb.i and not said(c, "relative")]
    if any(family(t) == "Event" for c in subjects for t in doc[c.i + 1 : verb.i]):
        return []
    # "the seminar before the forum took place": parsers make the forum the subject
    return [c for c in subjects if doc[max(c.left_edge.i - 1, 0)].pos_ not in {"ADP", "SCONJ"}]


def _before_which(pronoun: Token) -> Token | None:
    """Give the name before ", with which": parsers may hang such a clause on the verb above."""
    preposition = pronoun.head
    if pronoun.dep_ != "pobj" or preposition.i != pronoun.i - 1 or preposition.i < pronoun.sent.start + 2:
        return None
    before = preposition.nbor(-1)
    name = before.nbor(-1) if before.text == "," else before
    return name if family(name) in {"Organization", "Person", "Event"} else None


def _is_singular(pronoun: Token) -> bool:
    """Tell whether the verb of a relative pronoun is of the singular: "who heads", but "who head"."""
    verb = pronoun.head
    signs = [verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"})]
    return any(sign.tag_ == "VBZ" or said(sign, "was") for sign in signs)


def between(verb: Token) -> list[Token]:
    """Give the other nouns that the relative clause of a verb can be about, nearest first.

    Parsers hang "the ceremony of presenting the certificate, which was received by" on the ceremony; what the
    clause is about is told by the classes that its frame admits.
    """
    if verb.dep_ != "relcl":
        return []
    head = verb.head
    nouns = [t for t in head.doc[head.i + 1 : verb.left_edge.i] if t.pos_ in {"NOUN", "PROPN"} and head in t.ancestors]
    return nouns[::-1]


def _instances(token: Token, *, aside: bool = False) -> list[Token]:
    """Give the names listed behind a plural: "major corporations in China - Haier Group, Seccoli Company".

    Args:
        aside: whether a clause that says more of the plural asks.
    """
    if said(token, "who_did"):
        return _said_to_be(token)
    if token.ent_type_ or (token.tag_ != "NNS" and token.lemma_ not in words(token.lang_, "counts")):
        return []
    if named := as_many(token):
        return named
    if named := sights(token) or lines_below(token):
        return named
    if token.dep_ in {"nsubj", "nsubjpass"} and (
        token.lemma_ in words(token.lang_, "bearers") | words(token.lang_, "counts") or is_counted_side(token)
    ):
        at_end = words(token.lang_, "instances_at_end")
        # "58 universities attended the conference, including A and B"
        for position in range(token.i + 1, token.sent.end - 1):
            if token.doc[position].text == "," and token.doc[position + 1].lower_ in at_end:
                return listed(token.doc[position + 2 : token.sent.end])
            if token.doc[position].text == ":" and begins_list(token.doc[position + 1]):
                if listing(token.doc[position]) is None or is_of_nearer(token, token.doc[position]):
                    return []
                return listed(token.doc[position + 1 : token.sent.end])
    if (behind := behind_act(token)) is not None:
        return listed(behind)
    if named := such_as(token) or places_of(token) or ([] if aside else past_clause(token)):
        return named
    lists = words(token.lang_, "instances")
    sentence_end = token.sent.end
    if (behind := behind_break(token) or among_them(token)) is not None:
        return listed(behind)
    position = token.i + 1
    position = behind_relative(token) or position  # "programmes that A and B started, such as C and D"
    while position < sentence_end and token.doc[position].lower_ not in lists:
        other = token.doc[position]
        goes_on = other.text == "," and position + 1 < sentence_end and token.doc[position + 1].lower_ in lists
        if other.pos_ in {"VERB", "AUX"} or (other.text in {",", ";"} and not goes_on):
            return []
        position += 1
    behind = token.doc[position + 1 : sentence_end]
    clause = bool(behind) and behind[0].dep_ in NOMINAL_SUBJECTS and behind[0].head.i > behind[0].i
    if clause and token.doc[position].text == ":":
        return []  # "visited two universities: A will come, too"
    sent = token.lemma_ in words(token.lang_, "greetings_sent")
    if sent and position < sentence_end and is_of_nearer(token, token.doc[position]):
        return []  # "received greetings from partners: A and B"
    return listed(behind)


def _said_to_be(those: Token) -> list[Token]:
    """Give those who are named as some who did something: "Among those who got the medal were A, a singer, and B"."""
    verb = those.head.head if those.dep_ == "pobj" and said(those.head, "among") else those.head
    if those.dep_ == "pobj" and verb.lemma_ in words(those.lang_, "link"):
        wanted = {"nsubj", "attr"}
    elif those.dep_ == "nsubj" and verb.lemma_ in words(those.lang_, "comprising"):
        wanted = {"dobj"}
    else:
        return []
    first = next((child for child in verb.children if child.dep_ in wanted and family(child) is not None), None)
    if first is None:
        return []
    if first.i < verb.i:
        return members(first)
    return [token for token in listed(verb.doc[first.i : verb.sent.end]) if family(token) == family(first)]


def owners(group: Token) -> list[Token]:
    """Give the nouns behind "of" and "from" of a group, and those behind theirs."""
    found, nouns = [], [group]
    while nouns:
        behind = [c for noun in nouns for c in noun.children if c.dep_ == "prep" and said(c, "acts_for")]
        nouns = [t for preposition in behind for t in preposition.children if t.dep_ == "pobj"]
        found += nouns
    return found
