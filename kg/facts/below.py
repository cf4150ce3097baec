"""Lists in lines below a heading: where they begin and end, their lines, and whom a line names."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.languages.lexicon import read, said
from kg.records import Mention

LONGEST: Final = 8  # tokens of a heading
_SUBHEAD: Final = 6  # tokens of a line that only says from where the next ones are
_MARKS: Final = frozenset("-–—•·*▪‣◦|")
_BESIDE: Final = " |"  # what may stand between the head of a list and the end of its line
_RULE: Final = "--"  # between the head of a table and its rows


def heads_list(context: Context, sentence: Span) -> Token | None:
    """Give the last word of a short line that heads the list below it: "Members", "Members of the League"."""
    line = [t for t in sentence if not t.is_space]
    if not line or len(line) > LONGEST or line[-1].is_punct:
        return None
    if context.text[line[-1].idx + len(line[-1]) :].lstrip(" ")[:1] != "\n":
        return None
    if not any(t.ent_type_ for t in line):
        return line[-1]
    plural = any(t.tag_ == "NNS" and not t.ent_type_ for t in line[:2])
    below = items(context, line[-1]) if plural else []  # "Members of X", not "Speech at X"
    return line[-1] if below and all(_is_name(one) for one in below) else None


def items(context: Context, colon: Token) -> list[Span]:
    """Give the lines of the list below a line: those with marks, those up to an empty line, or names alone in theirs.

    Lines that only say from where the next ones are ("From China:") are left out.
    """
    text = context.document.text
    end = colon.idx + len(colon)
    if text[end:].lstrip(_BESIDE)[:1] != "\n":
        return []
    found: list[Span] = []
    headed = False  # by the line just before
    for line in context.sentences_from(end):
        between = text[end : line.start_char]
        if "\n" in between or not (found or headed):
            marked = is_item(text, line.start_char)
            if _RULE in line.text and not any(c.isalpha() for c in line.text):
                end = line.start_char + len(line.text.rstrip())
                continue  # between the head of a table and its rows
            if _is_subhead(context, line):
                headed, end = True, line.start_char + len(line.text.rstrip())
                continue
            if found and not _goes_on(context, found, line, marked, between, headed):
                break
            found.append(line)
            headed = False
        elif found and not headed:
            found[-1] = context.doc[found[-1].start : line.end]  # "1." is a sentence of its own
        end = line.start_char + len(line.text.rstrip())
    return found


def _goes_on(context: Context, found: list[Span], line: Span, marked: bool, between: str, headed: bool) -> bool:
    """Tell whether a line goes on with the list above it."""
    if marked != is_item(context.document.text, found[0].start_char):
        return False
    apart = not marked and "\n\n" in between
    return not apart or (_is_name(line) and (headed or all(_is_name(one) for one in found)))


def _is_name(line: Span) -> bool:
    """Tell whether a line is a name and what stands beside it, no sentence."""
    told = [t for t in line if not t.is_space]
    return bool(told) and bool(told[0].ent_type_) and not any(t.tag_ in FINITE and not t.ent_type_ for t in told)


def _is_subhead(context: Context, line: Span) -> bool:
    """Tell whether a line only says of which country those in the next ones are: "From China:", "Russian members"."""
    told = [t for t in line if t.text.strip() and not t.is_punct]
    sides = read(context.document.lang, "descriptions").get("sides", {})
    if not told or len(told) > _SUBHEAD or context.document.text[line.end_char - 1 : line.end_char] in {".", ";", ","}:
        return False
    if any(t.pos_ in {"VERB", "AUX"} and not t.ent_type_ for t in told):
        return False
    whence = [
        t for t in told if t.lower_ in sides or any(context.family(m.entity, ("Country",)) for m in context.things(t))
    ]
    others = [t for t in told if t.ent_type_ and t not in whence]
    return bool(whence) and not others


def is_item(text: str, offset: int) -> bool:
    """Tell whether the line around an offset begins with the mark or number of a list."""
    first = text[text.rfind("\n", 0, offset) + 1 :].lstrip(" ")[:8]
    return first[:1] in _MARKS or first[:1].isdigit()


def of_item(context: Context, line: Span) -> list[Mention]:
    """Give the people that a line of a list names; if none, the organizations that it begins with."""
    named = [m for t in line if t.ent_type_ for m in context.things(t)]
    people = [m for m in named if context.cls(m.entity) == "Person"]
    return people or [m for m in named if context.family(m.entity, ("Organization",))][:1]


def body_of(context: Context, line: Span) -> list[Mention]:
    """Give the organization that a line of a list begins with, the place of its column or country aside."""
    for token in line:
        if token.ent_type_ and context.things(token):
            named = [m for m in context.things(token) if not context.family(m.entity, ("Place",))]
            if named:
                return [m for m in named if context.family(m.entity, ("Organization",))][:1]
        elif token.is_alpha and not token.ent_type_ and not said(token, "articles"):
            return []  # "Support of A"
    return []
