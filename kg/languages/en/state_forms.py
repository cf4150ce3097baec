"""Bodies behind their legal forms and in quotation marks: FGBU "KazNII", the State Institution "Institute of Soils"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import is_a


def state_formed(text: str, known: list[NameSpan]) -> Iterator[NameSpan]:
    """Find such bodies, each from its form to the end of its quotation, which may have another one inside.

    A known one stays what it is; one that the registry does not know is what its noun says, or else its form.
    """
    if '"' not in text:
        return
    entries = {name.end: name for name in known if name.entry is not None and is_a(name.cls, "Organization")}
    for match in _form().finditer(text):
        end = match.end()
        inside = next((entries[k] for k in range(end - 2, end + 1) if k in entries), None)
        if inside is not None and match.start("name") - 1 <= inside.start <= match.start("name"):
            yield NameSpan(match.start(), end, inside.cls, "registry", 0.95, inside.entry)
            continue
        said = [word.strip('"') for word in match["name"].split()]
        kind = kind_of("en", said)
        own = kind is not None and is_a(kind.cls, "Organization") and kind.cls != "OrganizationalUnit"
        cls = kind.cls if kind is not None and own else _class(match["form"])
        yield NameSpan(match.start(), end, cls, "pattern", 0.9)


def is_state_form(said: str) -> bool:
    """Tell whether words are a legal form alone, which names nobody.

    >>> is_state_form("FGBU"), is_state_form("Federal State Institution"), is_state_form("State Institution of Law X")
    (True, True, False)
    """
    return _alone().fullmatch(said) is not None


def _class(form: str) -> str:
    """Give the class that a form itself says: that of the first of its kind that fits, or an organization."""
    forms = read("en", "shapes")["state_forms_of"]
    return next((cls for said, cls in forms.items() if re.search(said, form)), "Organization")


@cache
def _form() -> re.Pattern[str]:
    # the last mark closes both quotations where writers print one for two
    name = r'(?P<name>[^"\n]{1,79}[^"\s](?: "[^"\s][^"\n]{1,38}"?)?)"'
    return re.compile(rf'(?<![\w-])(?P<form>{read("en", "shapes")["state_forms"]}) "(?=[A-ZА-ЯЁ\d]){name}')


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(read("en", "shapes")["state_forms"])
