"""Whether the name of one thing bears that of what it is a part of, at its beginning or its end."""

from __future__ import annotations

from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.records import Lang
from kg.schema import is_a


def ends_with_owner(short: str, name: str, lang: Lang) -> bool:
    """Tell whether capitals end a name as whose it is: "OMDAU" in "Confucius Institute of OMDAU"."""
    said = name.split()
    return short.isupper() and len(said) > 2 and said[-1] == short and said[-2] in words(lang, "of")


def names_owner(whole: str, unit: str, lang: Lang) -> bool:
    """Tell whether a unit's name begins with that of what it is a part of, which has a kind of its own."""
    if not unit.startswith(f"{whole} ") or " " not in whole:
        return False
    rest = unit[len(whole) + 1 :]
    one, other = kind_of(lang, whole.split()[-1:]), kind_of(lang, rest.split())
    # "Joint Laboratory Committee" is none of a joint laboratory's own
    return one is not None and other is not None and rest[:1].isupper() and is_a(one.cls, "Organization")
