"""Words joined before a noun: "the fourth Amur soil | and | forestry forum", "a law | and | trade agreement"."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.en.letters import ORDINAL
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read
from kg.schema import is_a

_LONGEST = 8  # tokens before the conjunction
_BEHIND = 3  # words between it and what belongs to the noun without doubt


def coordinated_from(head: Token, left: int) -> int:
    """Give where the phrase of an event's, agreement's or programme's noun begins when more words are joined to it.

    Args:
        left: where it begins without them, behind "and".
    """
    doc, start = head.doc, head.sent.start
    joint = left - 1
    agreed = _is_agreed(head)
    while joint > start and left - joint <= _BEHIND and _may_stand(doc[joint], last=True, agreed=agreed):
        joint -= 1  # "science and | technology", which the parser may hang on "science"
    if joint <= start or doc[joint].lower_ not in {"and", "&"} or head.tag_ in {"NNS", "NNPS"}:
        return left
    kind = kind_of("en", [word.lower_ for word in doc[joint + 1 : head.i + 1]])
    event = kind is not None and is_a(kind.cls, "Event")
    if event and (of_one := _with_part(doc, joint, start)) is not None:
        return of_one
    any_event = kind is None and head.lower_ in read("en", "entitled")["any_events"]  # "exchange and training event"
    if joint + 1 == head.i or not (event or any_event or (kind is not None and agreed)):
        return left  # "the gallery and forum"
    first = joint
    while (
        first > start and joint - first <= _LONGEST and _may_stand(doc[first - 1], last=first == joint, agreed=agreed)
    ):
        first -= 1
    if first == joint or doc[first].is_punct or kind_of("en", [word.lower_ for word in doc[first:joint]]) is not None:
        return left  # "the trade fair and agricultural forum"
    bounded = first == start or _bounds(doc[first - 1]) or bool(ORDINAL.match(doc[first].text.capitalize()))
    attached = any(a.i == head.i for a in doc[joint - 1].ancestors)
    return first if bounded and (attached or first == start or doc[first - 1].pos_ != "ADP") else left


def _with_part(doc: Doc, joint: int, start: int) -> int | None:
    """Give where a phrase begins whose first noun is a part of the event behind "and": "the | final and summit"."""
    if doc[joint - 1].lower_ not in read("en", "descriptions")["parts_of_events"]:
        return None
    first = joint - 1
    while first > start and doc[first - 1].pos_ == "ADJ" and not doc[first - 1].ent_type_:
        first -= 1
    return first if first == start or doc[first - 1].pos_ == "DET" else None


def _is_agreed(head: Token) -> bool:
    """Tell whether a noun is one of agreements or programmes, of whom they are for may stand before it."""
    kind = kind_of("en", [head.lower_])
    return kind is not None and kind.cls in {"Agreement", "Programme"}


def _may_stand(token: Token, *, last: bool, agreed: bool) -> bool:
    """Tell whether a word can be one of several before a noun: no name of somebody and no noun of a thing.

    Args:
        last: whether it stands directly before "and".
        agreed: whether it may be one of people, in the singular ("student and staff exchange agreement").
    """
    if token.ent_type_ and not is_a(token.ent_type_, "Place"):
        return token.text.rstrip("+") in read("en", "names")["unions_of_states"]  # "the SCO and | BRICS summit"
    if token.text in {"-", ","}:
        return not last
    if token.pos_ not in {"NOUN", "ADJ", "PROPN", "NUM"} or token.is_space:
        return False
    thing = kind_of("en", [token.lower_])
    people = singular(token.lower_) in _groups()
    named = thing is not None or (people and not (agreed and token.tag_ == "NN"))
    return not named or token.pos_ == "ADJ"


def _bounds(token: Token) -> bool:
    return token.pos_ in {"DET", "ADP"} or token.tag_ in {"PRP$", "POS"}


@cache
def _groups() -> frozenset[str]:
    data = read("en", "descriptions")
    lists = (data["groups"], data["pairs"], data["beside_events"], read("en", "names")["venues"])
    return frozenset(word for listed in lists for word in listed)
