"""Descriptions and pronouns in parsed English: "the acceleration agreement", "both sides", "our university", "he"."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.languages.counted import as_many
from kg.languages.en.clauses import is_founded_by_several
from kg.languages.en.coordinated import coordinated_from
from kg.languages.en.documents import is_body, is_consent, is_signed_there, titled_from
from kg.languages.en.entitled import titles_apart
from kg.languages.en.holders import is_group, one_person
from kg.languages.en.honours import honour_from
from kg.languages.en.kinds_said import kind_said, with_content
from kg.languages.en.letters import ORDINAL
from kg.languages.en.occasions import is_held, occasion, takes_place, talked
from kg.languages.en.reaches import dedicated, fullest, leads_up, quoted_end, reach, title_behind
from kg.languages.kinds import Kind, kind_of, singular
from kg.languages.lexicon import headline_verbs, read
from kg.languages.spans import Description
from kg.schema import is_a

_THINGS = ("Agreement", "Event", "Programme", "Recognition", "JointStructure", "InnovationHub", "OrganizationalUnit")
_FOUNDED = ("University", "ResearchOrganization", "Organization")
_MODIFIERS = {"compound", "amod", "nmod", "nummod", "punct"}
_ARTICLES = frozenset({"a", "an", "the"})


@cache
def _words() -> dict[str, Any]:
    return dict(read("en", "descriptions"))


@Language.component("srac_descriptions")
def descriptions(doc: Doc) -> Doc:
    """Leave what refers without naming in ``doc._.descriptions``, in order."""
    found = []
    apart = titles_apart(doc)
    for token in doc:
        if token.ent_type_ or token.is_space:
            continue
        if (one := _counted(token)) is not None:
            found.append(one)
        elif token.pos_ in {"NOUN", "PROPN"} or (token.pos_ == "ADJ" and token.dep_ in {"dobj", "pobj", "nsubj"}):
            if (described := _described(token, apart.get(token.i)) or one_person(token)) is not None:
                found.append(described)
        elif token.dep_ in {"det", "predet"}:
            continue  # "both sides" are no "both"
        elif token.pos_ in {"PRON", "DET"} or token.lower_ in _words()["they_after_article"]:
            if token.lower_ in _words()["they_after_article"] and not _stands_for_noun(token):
                continue
            role = next((role for role in ("we", "they", "he", "it", "i") if token.lower_ in _words()[role]), None)
            if role is not None:
                end = token.idx + len(token)
                found.append(Description(token.idx, end, end, role, "", None, token.lower_, "definite", False))
    doc._.descriptions = tuple(found)
    return doc


def _counted(token: Token) -> Description | None:
    """Read "the first", "the latter" of those listed before; "one", of agreements, contracts … told of before."""
    end = token.idx + len(token)
    follows = token.nbor() if token.i + 1 < len(token.doc) else None
    alone = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and not (
        follows is not None and (follows.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or follows.tag_ == "TO")
    )
    if not alone or token.i == 0:
        return None
    if token.lower_ in _words()["nth"] and token.nbor(-1).lower_ == "the":
        return Description(token.idx, end, end, "nth", "", None, token.lower_, "definite", False)
    if token.lower_ in _words()["one_of_them"] and token.dep_ == "dobj" and token.head.lemma_ in _words()["signed"]:
        noun = next((t for t in reversed(token.doc[: token.i]) if _is_document(t)), None)
        if noun is not None:
            kind = kind_of("en", [noun.lemma_.lower()])
            assert kind is not None  # as of any document
            lemma = noun.lemma_.lower()
            return Description(token.idx, end, reach(token), "thing", kind.cls, kind.kind, lemma, "indefinite", False)
    return None


def _is_document(token: Token) -> bool:
    """Tell whether a token is a plural of agreements, contracts and the like."""
    kind = kind_of("en", [token.lemma_.lower()]) if token.tag_ == "NNS" and not token.ent_type_ else None
    return kind is not None and is_a(kind.cls, "Agreement")


def _stands_for_noun(token: Token) -> bool:
    """Tell whether a number needs no noun: "the two signed", "these two met", but not "the two universities"."""
    alone = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"}
    return alone and token.i > 0 and token.nbor(-1).lower_ in {"the", "these"}


def _is_degree(token: Token) -> bool:
    """Tell whether it is of the possessive in "a joint master's programme"."""
    owner = token.nbor(-1) if token.dep_ == "case" and token.i else token
    return owner.dep_ == "poss" and owner.lower_ in _words()["degrees"]


def _phrase(head: Token) -> list[Token]:
    """Give the head with the words directly before it that belong to it, names included."""
    left, start = head.i, head.sent.start
    while left > start:
        if (pair := _pair_before(head.doc, left, start)) is not None:
            left = pair
            continue
        before = head.doc[left - 1]
        attached = (before.dep_ in _MODIFIERS or _is_degree(before)) and head.left_edge.i <= before.i
        if before.lower_ in headline_verbs("en") and before.dep_ == "compound" and not _has_article(before):
            break  # "A signs agreement with B", but "the launch ceremony"
        if before.ent_type_ and head.doc[left].tag_ == "CD":
            break  # "received at X five guests"
        if (
            not attached
            or before.is_space
            or before.ent_type_ == "Person"
            or (before.is_punct and before.text not in {"-", '"'})
        ):
            break
        left -= 1
    while left - 2 >= start and head.doc[left - 1].text == "-" and not head.doc[left - 2].whitespace_:
        left -= 2  # "ribbon-cutting ceremony", whatever the parser makes of it
    if left - 1 > start and head.doc[left].text == "-" and not head.doc[left - 1].whitespace_:
        left -= 1  # the parser may hang "ribbon" on "cutting"
    left = titled_from(head, left)
    left = coordinated_from(head, left)
    left = honour_from(head, left)
    quoted = sum(token.text == '"' for token in head.doc[left : head.i]) == len('""')
    while left < head.i and ((head.doc[left].is_punct and not quoted) or head.doc[left].lower_ in _words()["empty"]):
        left += 1
    return list(head.doc[left : head.i + 1])


def _has_article(noun: Token) -> bool:
    """Tell whether what begins a phrase stands before a word: "the | launch", "its solemn | launch", "B's | launch"."""
    first = noun.i
    while first > noun.sent.start and noun.doc[first - 1].pos_ == "ADJ":
        first -= 1
    before = noun.doc[first - 1] if first > noun.sent.start else None
    return before is not None and (before.pos_ == "DET" or before.dep_ in {"poss", "case"})


def _pair_before(doc: Doc, position: int, start: int) -> int | None:
    """Give where two joined words before a token begin, whatever the parser makes of them: "China-Russia", "2+2"."""
    quoted = doc[position - 1].text == '"'
    last = position - 1 - quoted
    first = last - 2
    if first - quoted < start or doc[last - 1].text not in {"-", "+"} or (quoted and doc[first - 1].text != '"'):
        return None
    one, other = doc[first], doc[last]
    if doc[last - 1].text == "+":
        return first - quoted if one.text.isdigit() and other.text.isdigit() else None
    apart = one.whitespace_ or doc[last - 1].whitespace_ or one.ent_type_ == "Person" or other.ent_type_ == "Person"
    countries = read("en", "names")["binational"]
    return first if not (quoted or apart) and f"{one.lower_}-{other.lower_}" in countries else None


def _described(head: Token, apart: tuple[int, int] | None) -> Description | None:
    """Read what a noun describes, if anything.

    Args:
        apart: the title that is said to be its, where that stands apart from it.
    """
    into_title = apart is not None and apart[0] <= head.head.idx < apart[1]  # "the exhibition Songs of Two Banks"
    if _only_modifies(head) and not into_title:
        return None
    words = _words()
    lemma = words["irregular"].get(head.lower_, head.lemma_.lower())
    phrase = _phrase(head)
    plain = [token.lower_ for token in phrase[:-1] if not token.ent_type_] + [lemma]
    determiner, plural = _determiner(head, phrase), _is_plural(head)
    inner = tuple((token.idx, token.idx + len(token)) for token in phrase[:-1] if token.ent_type_)
    start, end = phrase[0].idx, head.idx + len(head)
    kind, core_end = with_content(head, kind_said(head, lemma, plain))
    group, cls = _standing_for(head, phrase, lemma, plain, determiner, inner)
    if lemma in words["pairs"] and kind is not None and is_a(kind.cls, "Event"):
        group = None  # "the summer schools of A"
    if group is None and is_group(head, lemma, kind):
        group, cls = "group", "Organization"
    if group is not None:
        return Description(start, end, end, group, cls, None, lemma, determiner, plural, inner)
    if kind is not None and is_a(kind.cls, "Organization") and ("joint" in plain or _is_binational(phrase)):
        kind = Kind("JointStructure", None)
    if kind is None and lemma in words["generic"] and (determiner in {"definite", "own"} or takes_place(head)):
        kind = Kind(words["generic"][lemma], None)
    if kind is None and lemma in words["happening"] and title_behind(head) is not None:
        kind = Kind(words["generic"][lemma], None)  # "an event called “Two Banks”"
    later = False  # only told of again
    if kind is None and lemma in words["held"] and (not plural or is_held(head)):
        kind, later = occasion(lemma), not is_held(head)
        kind = kind if not later or determiner == "definite" else None
    if plural and determiner in {"definite", "none"} and kind is not None and kind.cls == "Meeting":
        plural = talked(head, lemma) is None  # of several rounds, or of two who talked
    elif (kind is None or later) and determiner == "definite" and (told := talked(head, lemma)) is not None:
        kind, later = told, False
    titled, long_end = _called(head, apart)
    capital = any(t.text[:1].isupper() and t.i != t.sent.start for t in phrase)
    bare = kind_of("en", [lemma]) == kind  # "school", not "summer school"
    numbered = any(ORDINAL.match(t.text.capitalize()) for t in phrase[:-1])  # "its fourth session"
    if determiner == "own" and lemma in words["own_alone"] and len(phrase) == 1 and long_end == end and not plural:
        return Description(start, end, end, "organization", "Organization", None, lemma, "own", False)
    weak = later or (
        lemma in words["named_only"] and bare and not (inner or capital or numbered or titled) and long_end == end
    )
    if weak and determiner != "definite" and titled is None:
        return None
    if kind is None or kind.cls in {"City", "Region", "District"}:
        return None
    if kind.cls == "Agreement" and is_body(head, determiner):
        return None  # "the MOC"
    if kind.cls == "Agreement" and not plural and is_consent(head, determiner, phrase[:-1]):
        return None  # "reached agreement on a second expedition", "came to an agreement that exchange should grow"
    if determiner == "indefinite" and kind.cls in _FOUNDED and not plural and is_founded_by_several(head):
        kind = Kind("JointStructure", None)  # "A and B founded a research institute"
    is_thing = any(is_a(kind.cls, thing) for thing in _THINGS)
    role = "thing" if is_thing else "organization"
    if role == "organization" and determiner == "indefinite":
        return None
    if is_a(kind.cls, "Organization") and _is_of_kind(head, plain):
        return None
    if lemma in words["by_these"] and head.dep_ == "pobj" and head.head.lower_ in {"by", "in", "on"} and not capital:
        return None  # "by order of the ministry"
    return Description(
        start,
        end,
        long_end,
        role,
        kind.cls,
        kind.kind,
        lemma,
        determiner,
        plural,
        inner,
        len(phrase) > 1,
        weak,
        core_end,
        titled,
        (quoted_end(phrase[0]) or fullest(head) or 0)
        if kind.cls == "Agreement"
        else dedicated(head)
        if is_a(kind.cls, "Event")
        else 0,
    )


def _is_of_kind(head: Token, plain: list[str]) -> bool:
    """Tell whether a noun only says of what kind something is: "the first park | of its kind", "such a park"."""
    behind = head.doc[head.i + 1 : head.i + 4].text.lower()
    return "such" in plain or behind in _words()["of_kind"]


def _called(head: Token, apart: tuple[int, int] | None) -> tuple[tuple[int, int] | None, int]:
    """Give the title that a noun bears, if any, and where its description ends with what follows it."""
    end = head.idx + len(head)
    titled = title_behind(head)
    if titled is None and apart is None:
        return None, reach(head)
    if titled is None or leads_up(head) > 0:  # "the forum bore the title “…”"
        return titled or apart, end
    return titled, titled[1] + 1


def _only_modifies(head: Token) -> bool:
    """Tell whether a noun says more of another, or only how long: "anniversary celebration", "twenty years of work"."""
    modifies = head.dep_ in {"compound", "nmod"} or (head.dep_ == "amod" and head.tag_ == "NN")  # "his opening remarks"
    beside = modifies and head.head.i > head.i and head.head.pos_ in {"NOUN", "PROPN"}
    if beside and not head.head.ent_type_:
        return not is_signed_there(head)
    return head.lower_ in read("en", "names")["counted_events"] and any(c.dep_ == "nummod" for c in head.children)


def _is_plural(head: Token) -> bool:
    # in a headline "Agreements" is a proper noun to the tagger
    several = head.tag_ == "NNP" and not head.ent_type_ and singular(head.lower_) != head.lower_
    plural = head.tag_ in {"NNS", "NNPS"} or several or head.lower_ in _words()["irregular"]
    return plural and head.lower_ not in _words()["plural_as_one"]


def _standing_for(
    head: Token,
    phrase: list[Token],
    lemma: str,
    plain: list[str],
    determiner: str,
    inner: tuple[tuple[int, int], ...],
) -> tuple[Literal["group", "pair"] | None, str]:
    """Give the role and class of a noun that means organizations by their number or by who heads them, or no role."""
    words = _words()
    pairs = lemma in words["pairs"] and not inner and _is_plural(head)
    if (pairs and _whose(head)) or _holds_post(head, inner):
        return "group", "Organization"  # "the rectors of A and B" act for both, "the rector of A" for A
    beside = [*phrase[:-1], *head.doc[max(0, head.i - 1) : head.i]]
    numbers = frozenset(read("en", "words")["pair_numbers"])
    narrowed = any(
        (t.pos_ == "ADJ" and t.lower_ not in words["determiners"]) or t.lower_ in words["sides"] for t in beside
    )  # "the Chinese partners" are others
    ours = determiner == "own" and not numbers.isdisjoint(plain)  # "our two universities"
    if pairs and (determiner == "definite" or ours) and not narrowed:
        return "pair", "University" if lemma == "university" else "Organization"
    return None, "Organization"


def _is_binational(phrase: list[Token]) -> bool:
    """Tell whether words before a noun say that it is of both countries: "a Russian-Chinese laboratory"."""
    spoken = phrase[0].doc[phrase[0].i : phrase[-1].i].text.lower() if len(phrase) > 1 else ""
    return any(word in spoken for word in read("en", "names")["binational"] if "-" in word)


def _holds_post(head: Token, inner: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a noun means whoever holds a post at a named organization: "the president of X signed"."""
    if head.lemma_.lower() not in _offices() or head.tag_ in {"NNS", "NNPS"}:
        return False
    acts = head.dep_ in {"nsubj", "nsubjpass", "dobj", "conj"} or (
        head.dep_ == "pobj" and head.head.lower_ in _words()["beside_people"]
    )
    return acts and (_whose(head) or bool(inner))


@cache
def _offices() -> frozenset[str]:
    posts = read("en", "posts")["posts"]
    return frozenset(post for post, standing in posts.items() if standing == "represents" and " " not in post)


def _whose(head: Token) -> bool:
    """Tell whether a name stands behind "of" behind the noun: "of A", "of two academies, A and B"."""
    rest = [token for token in head.doc[head.i + 1 : head.i + 4] if token.pos_ != "DET"]
    if len(rest) < _OF_NAME or rest[0].lower_ != "of":
        return False
    return bool(rest[1].ent_type_) or any(as_many(noun) for noun in rest[0].children)  # "of two academies, A and B"


_OF_NAME = 2


def _determiner(head: Token, phrase: list[Token]) -> str:
    table = _words()["determiners"]
    for child in head.children:
        if child.dep_ in {"det", "poss", "predet", "nummod", "amod"} and child.lower_ in table:
            if child.lower_ == "new":
                continue
            return str(table[child.lower_])
        if child.dep_ == "poss" and child.left_edge.lower_.split(" ")[0] in _words()["of_now"]:
            return "definite"  # "this year's forum"
        if child.dep_ == "poss" and not child.ent_type_ and child.left_edge.lower_ in _ARTICLES:
            return str(table[child.left_edge.lower_])  # "a rectors' forum"
    before = head.doc[phrase[0].i - 1] if phrase[0].i else None
    if before is not None and before.lower_ in table:
        return str(table[before.lower_])
    return "none"
