"""Lists behind a colon, a preposition or a break of the line: who is in them, and of whom they are."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from kg.languages.families import family
from kg.languages.lexicon import said, words

NOMINAL_SUBJECTS = {"nsubj", "nsubjpass"}


def roster(preposition: Token) -> list[Token]:
    """Give the people listed behind a preposition with their posts, if several: "by Rector A, B, dean of X, and C".

    Parsers lose their way in such lists; print does not: between two names stand a comma, a semicolon or a conjunction
    and besides these only words of titles, and clauses that say more of somebody.
    """
    lang, doc = preposition.lang_, preposition.doc
    joining = words(lang, "conjunctions") | {",", ";"}
    found: list[Token] = []
    joined, aside = True, False
    for token in doc[preposition.i + 1 : preposition.sent.end]:
        if token.text == ":" and token.i == preposition.i + 1:
            continue  # "represented by: Rector A, Dean B"
        aside = (aside and token.text not in {",", ";"}) or (bool(found) and said(token, "relative"))
        if aside:
            joined = False
        elif family(token) == "Person":
            if not joined and found:
                break
            found.append(token)
            joined = "," in token.text  # which the group of name and post may have swallowed
        elif token.lower_ in joining:
            joined = True
        elif token.nbor(-1).lower_ in joining and token.lower_ == preposition.lower_:
            continue  # "by Rector A, by B, who is mayor of X, and by C"
        elif (
            token.pos_ in {"VERB", "AUX", "PRON", "ADV", "SCONJ"}
            or token.text in {":", ".", '"'}
            or (token.pos_ == "ADP" and not said(token, "in_titles"))
        ):
            break
    return found if len(found) > 1 else []


ARGUMENTS = {"dobj", *NOMINAL_SUBJECTS, "pobj"}


def begins_list(first: Token) -> bool:
    """Tell whether a token begins a list of names behind a colon: a name, or "one of A and one of B"."""
    if first.dep_ == "det" and first.lower_ in words(first.lang_, "the") and first.i + 1 < len(first.doc):
        first = first.nbor()  # "Three bodies organized it: the Omsk Union and"
    return bool(first.ent_type_) or (first.like_num and first.i + 1 < len(first.doc) and said(first.nbor(), "acts_for"))


def is_of_nearer(subject: Token, colon: Token) -> bool:
    """Tell whether a list is of others than the subject: "Guests visited two universities: A and B"."""
    first = next((t for t in colon.doc[colon.i + 1 : colon.i + 3] if t.pos_ != "DET"), colon)
    if family(first) == "Organization" and subject.lemma_ in words(subject.lang_, "bodies_listed"):
        return False  # "Three universities sent their students: A, B and C"
    nearer = (t for t in subject.doc[subject.i + 1 : colon.i] if t.tag_ == "NNS" and not t.ent_type_)
    return any(
        t.lemma_ in words(t.lang_, "bearers") and _first_joined(t).dep_ in {"dobj", "pobj"} and t.head != subject
        for t in nearer
    )


def _first_joined(noun: Token) -> Token:
    """Give the first noun of those that a noun is joined to: divisions of "visited divisions and institutes"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun


def behind_break(plural: Token) -> Span | None:
    """Give the line behind a plural whose sentence was broken at a colon: "visited two universities in May: A and B".

    None where a list does not begin there, or where the plural's clause goes on behind it.
    """
    doc, end = plural.doc, plural.sent.end
    if end >= len(doc) or doc[end - 1].text != ":" or doc[end].is_space:
        return None
    between = doc[plural.i + 1 : end - 1]
    later = any(
        other.tag_ == plural.tag_ and not other.ent_type_ and other.pos_ == "NOUN" and other.dep_ in ARGUMENTS
        for other in between
    )
    first = next((t for t in doc[end : end + 2] if t.pos_ != "DET"), doc[end])
    kinds = {"Organization", "Person", "Event"}
    kinds |= {"Place"} if plural.lemma_ in words(plural.lang_, "lands") else set()
    begins = family(first) in kinds and first.dep_ not in NOMINAL_SUBJECTS
    if later or not begins or any(t.pos_ in {"VERB", "AUX"} or t.text in {",", ";"} for t in between):
        return None
    return doc[end : doc[end].sent.end]


def behind_act(several: Token) -> Span | None:
    """Give the line behind a clause of who spoke or came that breaks at a colon: "Experts of A spoke: B and C"."""
    doc, end, verb = several.doc, several.sent.end, several.head
    acts = ("attending", "telling_of", "needs_part", "coming_in")
    did = any(verb.lemma_ in words(several.lang_, name) for name in acts)
    if several.dep_ != "nsubj" or not did or end >= len(doc) or doc[end - 1].text != ":" or doc[end].is_space:
        return None
    first = doc[end]
    return doc[end : first.sent.end] if family(first) == "Person" and first.dep_ not in NOMINAL_SUBJECTS else None


def listing(colon: Token, groups: Sequence[Token] = ()) -> list[Token] | None:
    """Give the one of some groups that a list behind a colon is of, none if it may be of any.

    None where it is of those whom they met: "The guests were welcomed by X: A and B".
    """
    above = colon.nbor(-1) if colon.i > colon.sent.start else colon
    while above.dep_ in {"pobj", "prep", "compound", "appos"} and above not in groups:
        if above.dep_ == "prep" and above.head.pos_ in {"VERB", "AUX"}:
            break
        above = above.head
    if above in groups:
        return [above]
    return None if above.dep_ == "agent" or (above.dep_ == "prep" and said(above, "met_with")) else []


def list_end(sentence: Span) -> int:
    """Give where what a sentence lists ends; parsers break sentences at the colon before a list, and within it."""
    doc, end = sentence.doc, sentence.end
    while end < len(doc) and doc[end - 1].text in {":", ";"} and not doc[end].is_space:
        end = doc[end].sent.end
    return end


def divided(groups: Token) -> list[Token]:
    """Give who is made into groups of whom a clause says more: "Guests were divided into groups, which saw A"."""
    verb = groups.head.head
    into = groups.dep_ == "pobj" and said(groups.head, "divided_into") and said(groups, "groups_made")
    if not into or verb.lemma_ not in words(groups.lang_, "dividing"):
        return []
    whole = [c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}]
    return whole or [c for c in verb.children if c.dep_ == "nsubj"]


def behind_relative(plural: Token) -> int | None:
    """Give where the instances of a plural open behind a clause about it: "programmes that A runs, such as B and C"."""
    clause = next((c for c in plural.children if c.dep_ in {"relcl", "acl"} and c.left_edge.i == plural.i + 1), None)
    if clause is None:
        return None
    for token in plural.doc[clause.i + 1 : plural.sent.end - 1]:
        if token.tag_ == "NNS" and not token.ent_type_:
            return None  # "universities that run programmes, such as C"
        behind = token.nbor()
        if token.text == "," and behind.is_alpha and said(behind, "instances"):
            return int(behind.i)
    return None


def is_counted_side(noun: Token) -> bool:
    """Tell whether a noun counts those who deal with each other: "three parties signed it: A, B and C"."""
    return noun.lemma_ in words(noun.lang_, "sides") and any(c.dep_ == "nummod" for c in noun.children)


def among_them(plural: Token) -> Span | None:
    """Give the clause behind that says who some of many are: "met with universities; A and B are among them"."""
    lang, doc = plural.lang_, plural.doc
    kin = words(lang, "bodies_listed") | words(lang, "partners_listed")
    counted = [t for c in plural.children if said(c, "of") for t in c.children if t.dep_ == "pobj"]
    many = next((t for t in (plural, *counted) if t.tag_ == "NNS" and t.lemma_ in kin and not t.ent_type_), None)
    if many is None:
        return None
    apart = next((t.i for t in doc[many.i + 1 : plural.sent.end] if t.text == ";"), plural.sent.end - 1)
    if any(t.tag_ == "NNS" and t.lemma_ in kin and not t.ent_type_ for t in doc[many.i + 1 : apart]):
        return None
    start = next((t.i for t in doc[apart + 1 : apart + 3] if not t.is_space), apart + 1)
    if start >= len(doc):
        return None
    clause = doc[start : doc[start].sent.end]
    them = next((t.i for t in clause if said(t, "them") and t.i > start and said(t.nbor(-1), "among")), None)
    if them is None:
        return None
    if them == start + 1:
        verb = them + 1
        return doc[verb + 1 : clause.end] if verb < clause.end and doc[verb].lemma_ in words(lang, "be") else None
    return doc[start : them - 1] if doc[them - 2].lemma_ in words(lang, "be") else None
