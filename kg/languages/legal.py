"""Names of organizations without their legal forms, by ``shapes.yml`` of their language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.languages.kinds import head_nouns
from kg.languages.lexicon import has, read
from kg.languages.view import plain
from kg.records import Lang


def without_form(lang: Lang, name: str) -> str:
    """Give what stands in quotation marks behind a legal form of a state's body, or the name as it is.

    >>> without_form("en", "FGBU “Tula Institute”"), without_form("en", "FSBI \\"Tula Institute \\"Volga\\"\\"")
    ('Tula Institute', 'Tula Institute "Volga"')
    >>> without_form("en", "Tula Institute “Volga”"), without_form("zh", "图拉")
    ('Tula Institute “Volga”', '图拉')
    """
    if not has(lang, "shapes") or plain(name[-1:]) != '"':
        return name
    match = _form(lang).match(plain(name))
    if match is None:
        return name
    said = name[match.end() : -1]
    marks = plain(said).count('"') % 2  # one mark may close both quotations
    return (said + name[-1] if marks else said).strip()


def without_owner(lang: Lang, name: str) -> str:
    """Give a name without the place that it is said to be of by no name: "the city's | Department of Education".

    >>> without_owner("en", "District's Committee for Trade"), without_owner("en", "Omsk's Department of Trade")
    ('Committee for Trade', "Omsk's Department of Trade")
    """
    owner, _, called = plain(name).partition("'s ")
    if not called[:1].isupper() or " " not in called or owner.lower() not in head_nouns(lang, "Place"):
        return name
    return name[-len(called) :]


def called_alone(lang: Lang, names: Iterable[str]) -> dict[str, str]:
    """Give what the bodies of a text are called without legal forms, and without an owner, where one only is told of.

    >>> called_alone("en", ["city's Department of Trade", "region's Department of Trade", "city's Court of Trade"])
    {"city's Court of Trade": 'Court of Trade'}
    """
    formless = {name: without_form(lang, name) for name in names}
    alone = {name: without_owner(lang, said) for name, said in formless.items()}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for name, said in formless.items():
        if said != alone[name]:
            owners[alone[name]].add(said.removesuffix(alone[name]).lower())
    called = {name: formless[name] if len(owners[said]) > 1 else said for name, said in alone.items()}
    return {name: said for name, said in called.items() if said != name}


@cache
def _form(lang: Lang) -> re.Pattern[str]:
    return re.compile(rf'(?:{read(lang, "shapes")["state_forms"]}) "')
