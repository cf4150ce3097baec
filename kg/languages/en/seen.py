"""Names of bodies as far as the recogniser sees them, where patterns stop short: "Office of Ties | with the World"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Span

from kg.languages.en.branches import is_to_come
from kg.languages.en.built import is_deputy_of
from kg.languages.en.letters import nouns
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import is_a


def as_seen(doc: Doc, text: str, patterned: list[NameSpan], apart: Iterable[NameSpan]) -> list[NameSpan]:
    """Give the names found by patterns, each as long as the recogniser has it, with the bodies that only it saw.

    Args:
        apart: names of the registry and of people, which no name grows over.
    """
    patterned = [_of_language(name, text) for name in patterned]
    firm = [*apart]
    starts = {name.start: name for name in firm}
    for entity in doc.ents:
        if entity.label_ != "ORG" or len(entity) < _FEWEST or "\n" in entity.text:
            continue
        start, end = _bounds(entity, text)
        own = next((name for name in patterned if name.start == start), None)
        if own is not None:
            # "Vice-Rector of X | for Research"
            charge = text.startswith(" for ", own.end) and is_deputy_of(doc, entity.start)
            if (
                own.end < end
                and not charge
                and is_a(own.cls, "Organization")
                and _goes_on(text, own.end, end, firm, own.cls)
            ):
                patterned = _longer(doc, patterned, own, end) or patterned
            continue
        if (whole := starts.get(start)) is not None:
            part = whole.end < end and is_a(whole.cls, "Organization") and _part().fullmatch(text, whole.end, end)
            if part and not is_to_come(text, start, end):
                patterned = [*patterned, NameSpan(start, end, "OrganizationalUnit", "pattern", 0.8)]
            continue
        body = _body().match(text, start, end)
        named = any(name.start == body.end("of") for name in (*firm, *patterned)) if body is not None else False
        if body is not None and named and not any(name.start < body.end("of") <= name.end for name in patterned):
            patterned = [*patterned, NameSpan(start, body.end("body"), "OrganizationalUnit", "pattern", 0.8)]
    return patterned


def _of_language(name: NameSpan, text: str) -> NameSpan:
    """Give the name of who teaches a language with how: "Department of Russian | as a Foreign Language"."""
    how = _TAUGHT.match(text, name.end) if is_a(name.cls, "Organization") else None
    return replace(name, end=how.end()) if how is not None else name


_TAUGHT = re.compile(r" as an? (?:[Ff]oreign|[Ss]econd|[Nn]ative) [Ll]anguage(?!\w)")
_FEWEST = 3  # words


def _bounds(entity: Span, text: str) -> tuple[int, int]:
    """Give where a name begins and ends without its article and the short form in brackets behind it."""
    start = entity.start_char + (len("the ") if entity.text.lower().startswith("the ") else 0)
    short = _SHORT.search(text, start, entity.end_char)
    return start, short.start() if short is not None else entity.end_char


_SHORT = re.compile(r" \([^()]*\)$")


def _goes_on(text: str, start: int, end: int, firm: Iterable[NameSpan], cls: str) -> bool:
    """Tell whether what follows a name is more of it: a list of fields, or what it is of, with nobody named."""
    said = re.findall(r"[\w-]+", text[start:end])
    words = [word.lower() for word in said]
    over = any(start < name.end and name.start < end for name in firm)
    if cls == "GovernmentBody" and _POSTED.fullmatch(text, start, end) and _mission().search(text, 0, start):
        return True
    if any(word.isupper() and len(word) > 1 for word in said):
        return False  # "of the CULR" is whose it is
    if words[:1] == ["with"] and text[:start].rsplit(maxsplit=1)[-1].lower() not in read("en", "shapes")["ties"]:
        return False  # "the Centre for Ice Research with Severny" is its founder's
    if over or not nouns()[0].isdisjoint(words) or not nouns()[3].isdisjoint(words):
        return False
    return any(shape.fullmatch(text, start, end) is not None for shape in (_FIELDS, _OF))


_POSTED = re.compile(r" in [A-Z][\w-]+(?: [A-Z][\w-]+)?")
_FIELDS = re.compile(r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)?)*,? and [A-Z][\w-]+(?: [A-Z][\w-]+)?")
_OF = re.compile(
    r" (?:of(?= the | [A-Z][\w-]+ )|for|as|with) (?:the |an? )?[A-Z][\w-]+(?:(?: (?:and|of|the))* [A-Z][\w-]+){0,4}"
)


@cache
def _mission() -> re.Pattern[str]:
    missions = "|".join(read("en", "names")["of_states"])
    return re.compile(rf"(?i)(?:{missions}) of (?:the )?[\w ]{{3,40}}$")


@cache
def _body() -> re.Pattern[str]:
    heads = "|".join(read("en", "shapes")["ruling"])
    return re.compile(rf"(?P<body>(?:[A-Z][\w-]+ ){{0,3}}(?i:{heads}))(?P<of> of (?:the )?)")


@cache
def _part() -> re.Pattern[str]:
    heads = "|".join((*read("en", "shapes")["ruling"], "branch"))
    return re.compile(rf"(?: [A-Z][\w-]+){{0,2}} (?i:{heads})")


def _longer(doc: Doc, names: list[NameSpan], own: NameSpan, end: int) -> list[NameSpan] | None:
    """Give the names with one of them longer, and without what lies in it; None where another only begins there."""
    done = []
    for name in names:
        if name == own:
            done.append(replace(name, end=end))
        elif not own.end <= name.start < end:
            done.append(name)
        elif name.end > end:
            rest = next((e for e in doc.ents if e.end_char == name.end and e.start_char > end), None)
            if rest is None:
                return None
            done.append(replace(name, start=rest.start_char))
    return done
