"""What names are by the plural that brings them in: "CAS institutes such as A and B", "A, B and other members of X".

Whose these are is said beside the plural ("CAS institutes", "X's partners"); the names
stand behind an opener ("such as", "including", a colon, "are") or, with "other", before it. Parsers hang such lists
in ever other ways; print does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Span, Token

from kg.facts.builder import Builder
from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.rosters import NOMINAL_SUBJECTS, is_of_nearer
from kg.facts.status import status
from kg.languages.counted import as_many
from kg.languages.families import family
from kg.languages.kinds import singular
from kg.languages.lexicon import said, words
from kg.records import Mention, Status
from kg.schema import UNITS

_BODIES: Final = ("University", "ResearchOrganization", "Company", "GovernmentBody", "Association")
_SEATED: Final = ("University", "ResearchOrganization", "Company")
_PARTS: Final = (*sorted(UNITS), "ResearchOrganization")
_WHOLES: Final = ("Organization", "not Association")
_LISTED: Final = ("parts_listed", "bodies_listed", "partners_listed")
_FAR = 8  # tokens from a plural to what opens its list
_AHEAD = 4  # tokens from a plural back to the name that it is of


def kin(context: Context, builder: Builder) -> None:
    """Add whose part, member or partner the names of a list are, by the plural before or behind them."""
    lang = context.document.lang
    nouns = frozenset[str]().union(*(words(lang, kind) for kind in _LISTED))
    for plural in context.every:
        if plural.ent_type_ or _noun(plural) not in nouns or not _is_plain(plural) or _is_mixed(plural):
            continue
        named = [*_behind(plural), *_before(plural)]
        for whole in (_wholes(plural, context) or _hub(plural, named, context)) if named else ():
            read = _reading(plural, whole, context)
            if read is None:
                continue
            property, rule, classes = read
            if property != "unitOf" and not _is_so(plural):
                continue
            placed = {fact.subject for fact in builder.held(property)} if property == "unitOf" else set()
            for mention in (m for token in named for m in context.things(token)):
                if mention.entity in placed or mention.entity == whole.entity or context.is_within(mention):
                    continue
                if context.family(mention.entity, classes):
                    sure = 0.75 * (0.5 + 0.5 * mention.score)
                    builder.add(mention.entity, property, whole.entity, context.sentence(plural), rule, sure)


def _reading(plural: Token, whole: Mention, context: Context) -> tuple[str, str, tuple[str, ...]] | None:
    """Give what a plural says of the names of its list and what it is of: property, rule, classes of the names."""
    lang, noun = plural.lang_, _noun(plural)
    described = {c.lower_ for c in plural.children if c.dep_ in {"amod", "compound", "nmod"}}
    if noun in words(lang, "partners_listed") or described & words(lang, "partner_kinds"):
        if context.family(whole.entity, ("Organization",)):
            return "partnerOf", "listed-as-partner", _BODIES
    elif context.family(whole.entity, ("Association",)):
        return ("memberOf", "listed-as-member", _BODIES) if noun in words(lang, "bodies_listed") else None
    elif context.family(whole.entity, ("City", "Region")):
        return ("locatedIn", "listed-in-place", _SEATED) if noun in words(lang, "bodies_listed") else None
    elif context.family(whole.entity, _WHOLES) and noun in words(lang, "parts_listed"):
        return "unitOf", "listed-as-part", _PARTS
    return None


def _noun(plural: Token) -> str:
    """Give the singular of a word; taggers take plurals behind names for names themselves."""
    return singular(plural.lower_)


def _is_plain(plural: Token) -> bool:
    """Tell whether a word is a plural in small letters, or one that begins its sentence."""
    small = plural.text.islower() or (bool(plural.is_sent_start) and plural.text[1:].islower())
    return small and _noun(plural) != plural.lower_


def _is_mixed(plural: Token) -> bool:
    """Tell whether a list is not only of a plural: "members and partners", "members' partners", "non-members"."""
    doc, lang = plural.doc, plural.lang_
    if plural.i + 1 < len(doc) and doc[plural.i + 1].tag_ == "POS":
        return True
    if plural.i > 0 and doc[plural.i - 1].text in {"-", "‑"}:
        return True
    kinds = [kind for kind in (words(lang, name) for name in _LISTED) if _noun(plural) in kind]
    others = [_noun(t) for t in plural.conjuncts if t.tag_ == "NNS" and not t.ent_type_]
    return not any(all(other in kind for other in others) for kind in kinds)


def _is_so(plural: Token) -> bool:
    """Tell whether what a plural says is so: not "possible" or "former partners such as A", "looks for members"."""
    described = {c.lower_ for c in plural.children}
    possible = described & (words(plural.lang_, "possible") | words(plural.lang_, "former"))
    return not possible and status(plural) is Status.HELD


def _wholes(plural: Token, context: Context) -> list[Mention]:
    """Give the one thing that a plural is said to be of, in the words around it."""
    doc, lang = plural.doc, plural.lang_
    before = plural.i - 1
    while before > max(plural.sent.start, plural.i - _AHEAD) and doc[before].pos_ in {"ADJ", "NOUN", "NUM", "PART"}:
        if doc[before].tag_ == "POS" and not doc[before - 1].ent_type_:
            return []  # "the alliance members' partners"
        before -= 1
    ahead = doc[before]
    if ahead.ent_type_ and (before == plural.i - 1 or ahead.dep_ in {"compound", "poss", "nmod"}):
        return [] if _is_one_of(ahead) else [m for m in context.things(ahead) if _can_have(m, context)][:1]
    owner = next((c for c in plural.children if c.dep_ == "poss"), None)
    if owner is not None:
        return [m for m in context.things(owner) if _can_have(m, context)][:1]
    following = doc[plural.i + 1 : min(len(doc), plural.i + _AHEAD)]
    if len(following) > 1 and (said(following[0], "of") or said(following[0], "where_from")):
        name = next((t for t in following[1:] if t.pos_ != "DET"), None)
        own = name is not None and name.i + 1 < len(doc) and doc[name.i + 1].tag_ != "POS"
        if name is not None and _is_one_of(name):
            return []
        of = [m for m in context.things(name) if _can_have(m, context)] if name is not None and own else []
        if of:
            return of[:1]
    verb = plural.head
    if plural.dep_ == "dobj" and verb.tag_ != "VBD" and verb.lemma_ in words(lang, "having"):
        subjects = [t for t in verb.children if t.dep_ == "nsubj"]
        return [m for t in subjects for m in context.things(t) if context.family(m.entity, ("Organization",))][:1]
    return []


def _hub(plural: Token, named: list[Token], context: Context) -> list[Mention]:
    """Give whose partners a list begins with no word of whose they are: "Partners in the programme are A, B and C".

    They are the publisher's, where it is one of them, else those of the first.
    """
    beside = {c.dep_ for c in plural.children}
    begins = plural.i == plural.sent.start + len([c for c in plural.children if c.dep_ in {"det", "amod"}])
    alone = plural.dep_ in NOMINAL_SUBJECTS and not beside & {"poss", "compound", "neg"} and len(named) >= _SEVERAL
    if not alone or not begins or _noun(plural) not in words(plural.lang_, "partners_listed"):
        return []
    if plural.head.lemma_ not in words(plural.lang_, "be") or not any(said(c, "in_project") for c in plural.children):
        return []
    told = [m for token in named for m in context.things(token) if context.family(m.entity, _BODIES)]
    ours = [m for m in told if m.entity == context.recognised.publisher]
    return (ours or told)[:1]


_SEVERAL = 2  # partners of each other


def _is_one_of(name: Token) -> bool:
    """Tell whether one of several things is named, so that the list is of all of them: "universities in A and B"."""
    behind = name.doc[name.i + 1 : name.i + 3]
    ahead = name.doc[max(0, name.i - 2) : name.i]
    kind, joining = family(name), words(name.lang_, "conjunctions")
    after = len(behind) > 1 and said(behind[0], "conjunctions") and family(behind[1]) == kind
    before = len(ahead) > 1 and ahead[1].lower_ in joining and family(ahead[0]) == kind
    return after or before


def _can_have(mention: Mention, context: Context) -> bool:
    return context.family(mention.entity, ("Organization", "City", "Region"))


def _behind(plural: Token) -> list[Token]:
    """Give the names listed behind a plural: "institutes of X such as A", "its members are A and B"."""
    doc, lang = plural.doc, plural.lang_
    if named := as_many(plural):
        return named
    among = said(plural.head, "among") and plural.head.i < plural.i
    naming = words(lang, "be") | words(lang, "comprising")
    openers = words(lang, "instances")
    beside = False
    for token in doc[plural.i + 1 : min(len(doc), plural.i + _FAR + 1)]:
        if token.lower_ in openers and token.lower_ != ",":
            ahead = token.nbor() if said(token, "such") and token.i + 1 < len(doc) else token
            if said(token, "among") and not (ahead.i + 1 < len(doc) and said(ahead.nbor(), "them")):
                return []
            start = ahead.i + (2 if said(token, "among") else 1)
            return _listed(doc[start:]) if token.is_punct else list(_names(doc[start:]))
        if token.tag_ in FINITE and token.lemma_ in naming:
            subject = token.dep_ != "auxpass" and (among or plural.dep_ == "nsubj")
            return (list(_names(doc[token.i + 1 :])) or _behind_following(token)) if subject else []
        if token.text == "(":
            named = list(_names(doc[token.i + 1 :]))
            closed = bool(named) and named[-1].i + 1 < len(doc) and named[-1].nbor().text == ")"
            return named if closed else []
        if token.is_space or token.text in {";", "."} or (token.tag_ in FINITE and not among):
            break
        if family(token) == "Organization" and beside:
            break
        beside = beside or family(token) == "Organization"
    return _behind_clause(plural)


def _behind_following(verb: Token) -> list[Token]:
    """Give the names of a list that "are the following" announces, in its line or in those below it."""
    doc, found = verb.doc, list[Token]()
    near = doc[verb.i + 1 : verb.i + _NEAR]
    colon = next((t for t in near if t.text == ":"), None)
    if colon is None or not any(said(t, "following_listed") for t in near):
        return []
    for token in doc[colon.i + 1 :]:
        if family(token) == "Organization":
            found.append(token)
        elif token.pos_ in {"VERB", "AUX"} or token.text == "." or (found and token.pos_ in {"ADV", "PRON"}):
            break
    return found


_NEAR = 5  # tokens in which "the following universities:" stands


def _behind_clause(plural: Token) -> list[Token]:
    """Give the names behind the colon that ends what is said of a plural: "Institutes of X joined: A and B"."""
    if plural.dep_ not in NOMINAL_SUBJECTS:
        return []
    colon = next((t for t in plural.doc[plural.i + 1 : plural.sent.end] if t.text in {":", ";", "\n"}), None)
    if colon is None or colon.text != ":" or is_of_nearer(plural, colon):
        return []
    others = [t for t in plural.doc[plural.i + 1 : colon.i] if family(t) == "Organization"]
    return _listed(plural.doc[colon.i + 1 :]) if len(others) <= 1 else []


def _listed(tokens: Span) -> list[Token]:
    """Give the names behind a colon or dash, unless they are who acts in a clause: "told its partners: A opens"."""
    named = list(_names(tokens))
    behind = tokens.doc[named[-1].i + 1 : tokens.end] if named else tokens[:0]
    end = next((t for t in behind if t.is_punct or t.is_space or t.tag_ in FINITE or t.tag_ == "MD"), None)
    return [] if end is not None and not (end.is_punct or end.is_space) else named


def _before(plural: Token) -> list[Token]:
    """Give the names listed before a plural that tells of others: "A, B and the other universities of X"."""
    doc = plural.doc
    other = next((t for t in doc[max(plural.sent.start, plural.i - _AHEAD) : plural.i] if said(t, "of_more")), None)
    if other is None:
        return []
    articles, joining = words(plural.lang_, "articles"), words(plural.lang_, "conjunctions")
    found: list[Token] = []
    position, joined = other.i - 1, False
    while position >= plural.sent.start:
        token = doc[position]
        if family(token) == "Organization" and (joined or found):
            found.append(token)
        elif token.lower_ in joining:
            joined = True
        elif token.lower_ not in articles and token.text != ",":
            break
        position -= 1
    return found[::-1]


def _names(tokens: Iterable[Token]) -> Iterator[Token]:
    """Give the organizations of a list; what a preposition adds to one says where it is or what it is for."""
    aside = False
    for token in tokens:
        joining = words(token.lang_, "conjunctions") | {","}
        if token.lower_ in joining:
            aside = False
        elif aside and not (token.pos_ in {"VERB", "AUX"} or token.is_punct or token.is_space):
            continue
        elif family(token) == "Organization":
            if token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS":
                return  # "are A's partners"
            yield token
        elif token.pos_ == "ADP":
            aside = True
        elif token.lower_ not in words(token.lang_, "articles") and not token.is_quote:
            return
