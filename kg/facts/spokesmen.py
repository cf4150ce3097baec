"""Who is named as speaking for an organization: "on behalf of X there were A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.facts.context import Context
from kg.facts.parties import ACTORS, Delegation, people_of
from kg.facts.rolls import roll
from kg.languages.families import family
from kg.languages.lexicon import said, words


def named_for(context: Context) -> Iterator[Delegation]:
    """Read "On behalf of X there were A and B", "those from X were A and B", "on X's side: A, B", "for Y, C and D"."""
    for sentence in context.doc.sents:
        end = _end(sentence)
        marks = _marks(context, sentence.start, end)
        for number, mark in enumerate(marks):
            until = marks[number + 1].first if number + 1 < len(marks) else end
            listed = _listed_for(context, mark, sentence.start, until)
            named = dict.fromkeys(people_of(context, listed))
            people = [one for one in named if not context.is_foreign(one, mark.owner)]
            if people and not any(_is_elsewhere(context, one, mark.owner) for one in people[:1]):
                evidence = context.sentence(context.doc[mark.body])
                last = max(t.idx + len(t) for t in listed)
                last = last if number + 1 < len(marks) else max(last, evidence.end)
                told = tuple((one, evidence) for one in people)
                yield Delegation((mark.owner,), told, ((listed[0].idx, last),), near=True)


@dataclass(frozen=True, slots=True)
class _Mark:
    """Words that say for whom the people named behind them are: "on behalf of X".

    Attributes:
        first, body, last: tokens where they begin, where the organization is named, and where they end.
        strong: whether they say so by themselves, as "from X" does not.
    """

    first: int
    body: int
    last: int
    owner: str
    strong: bool


def _end(sentence: Span) -> int:
    """Give where what a sentence lists ends; parsers break sentences at the colon before a list, and within it."""
    doc, end = sentence.doc, sentence.end
    while end < len(doc) and doc[end - 1].text in {":", ";"} and not doc[end].is_space:
        end = doc[end].sent.end
    return end


def _marks(context: Context, start: int, end: int) -> list[_Mark]:
    found: list[_Mark] = []
    for body in context.doc[start:end]:
        first = body.i - 1
        while first > start and context.doc[first].pos_ == "DET":
            first -= 1
        led = first >= start and (said(context.doc[first], "named_for") or said(context.doc[first], "on_a_side"))
        if body.pos_ == "DET" or not led or (found and body.i <= found[-1].last):
            continue
        owners = [m.entity for m in context.things(body) if context.family(m.entity, ACTORS)]
        if len(set(owners)) != 1:
            continue
        behind = list(context.doc[body.i + 1 : min(body.i + 3, end)])
        its = [t for t in behind if t.tag_ == "POS" or said(t, "side")]
        on_side = any(said(t, "side") for t in its[-1:])
        before = context.doc[first]
        if not said(before, "named_for") and not on_side:
            continue
        last = its[-1].i if on_side else body.i
        noun = context.doc[first - 1] if first > start else before
        strong = on_side
        if said(before, "of") and noun.i < first and said(noun, "stands_for"):
            strong = True
            first = noun.i
            while first > start and context.doc[first - 1].pos_ in {"ADP", "DET"}:
                first -= 1
        found.append(_Mark(first, body.i, last, owners[0], strong))
    return found


def _listed_for(context: Context, mark: _Mark, start: int, end: int) -> list[Token]:
    """Give the people listed behind a mark: behind a colon or dash, "by" or a verb of being there."""
    doc = context.doc
    rest = [t for t in doc[mark.last + 1 : end] if not t.is_space]
    before = [t for t in doc[start : mark.first] if not t.is_space]
    opens = not before or before[-1].text in {",", ";", ":", "-"} or said(before[-1], "and_then")
    if not rest:
        return []
    if rest[0].text in {":", "–", "—"} and (rest[0].text == ":" or opens):
        return _roll(rest[1:], context)
    if said(rest[0], "by"):
        return _roll(rest[1:], context) if opens else []
    behind = rest[1:] if rest[0].text == "," else rest
    if behind and family(_bare(behind)) == "Person":
        both = opens and (mark.strong or rest[0].text != "," or not before)
        return _roll(behind, context) if both else []
    if not (opens and not before) and not _are_people(before, context):
        return []
    for position, token in enumerate(behind[:_FAR]):
        if said(token, "relative") or family(token) == "Organization":
            return []
        if token.ent_type_ or token.text in {";", ":", ","}:
            if token.text == ":":
                return _roll(behind[position + 1 :], context)
            if family(token) == "Person" or token.text == ";":
                return []
        linking = token.lemma_ in words(token.lang_, "be") and token.tag_ in _FINITE
        if linking and not any(t.tag_ in {"VBN", "VBG"} for t in behind[position + 1 : position + 2]):
            return _roll(behind[position + 1 :], context)
        if token.lemma_ in words(token.lang_, "comprising") and token.tag_ in _FINITE and before:
            return _roll(behind[position + 1 :], context)
        if said(token, "by") and position and behind[position - 1].tag_ == "VBN":
            return _roll(behind[position + 1 :], context)
    return []


_FAR = 12  # tokens from a mark to the verb behind which people are named
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _bare(tokens: list[Token]) -> Token:
    """Give the first token behind articles."""
    return next((t for t in tokens if t.pos_ != "DET"), tokens[0])


def _roll(behind: list[Token], context: Context) -> list[Token]:
    """Give the people named at once, before anything else happens: not "were glad to meet A"."""
    first = next((k for k, t in enumerate(behind) if family(t) == "Person"), None)
    if first is None or any(t.text == ";" for t in behind[:first]):
        return []
    if any(t.pos_ in {"VERB", "AUX", "SCONJ", "PRON"} or t.ent_type_ in _WHOLE for t in behind[:first]):
        return []
    return [t for t in roll(behind, context) if family(t) == "Person"]


_WHOLE = frozenset({"University", "Company"})


def _are_people(before: list[Token], context: Context) -> bool:
    """Tell whether words before "from X" mean people of it: "The participants", "Among those present", "staff"."""
    if any(family(t) == "Person" for t in before):
        return False
    if said(before[-1].nbor(), "of") and before[-1].lemma_ in words(before[-1].lang_, "guests"):
        return False  # whom it received
    nouns = [t for t in before if t.pos_ in {"NOUN", "PRON", "DET"} and not t.ent_type_]
    if not nouns or any(t.tag_ in _FINITE and t.dep_ not in {"relcl", "aux", "auxpass"} for t in before):
        return False
    return any(context.is_group(t) or said(t, "those") or t.lemma_ in words(t.lang_, "anybody") for t in nouns)


def _is_elsewhere(context: Context, person: str, owner: str) -> bool:
    """Tell whether a text says of which other organization somebody is whose list begins with him."""
    homes = {p.organization for p in context.recognised.posts if p.person == person and p.organization and not p.past}
    parts = {r.subject for r in context.recognised.related if r.property == "unitOf" and r.object == owner}
    return bool(homes) and not homes & {owner, *parts} and all(context.cls(h) in _WHOLE for h in homes)
