"""What a view calls classes, kinds, properties and statuses in English, Russian and Chinese."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args

import yaml
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import InputError
from kg.records import Lang
from kg.resources import resource
from kg.schema import PROPERTIES, STATUSES

_LABELS: Final = ("http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel")
_SRAC: Final = "https://w3id.org/srac/"
_WORDING: Final = Path(__file__).with_name("wording.yaml")
LANGS: Final[tuple[str, ...]] = get_args(Lang)

Words = Mapping[str, str]
"""Language → text."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by local name: of the ontology's terms, of properties read forward and inversely, of statuses."""

    terms: Mapping[str, Words]
    forward: Mapping[str, Words]
    inverse: Mapping[str, Words]
    statuses: Mapping[str, Words]

    def term(self, local: str, lang: str) -> str:
        """Give a class's or a kind's name in a language, in English where it lacks that, else the term itself."""
        words = self.terms.get(local, {})
        return words.get(lang) or words.get("en") or local

    def phrase(self, prop: str, lang: str, *, inverse: bool = False) -> str:
        """Give a property as read from its subject, or from its object."""
        return (self.inverse if inverse else self.forward)[prop][lang]


@cache
def load() -> Wording:
    """Give the wording that ships with the package.

    Raises:
        InputError: a term is missing or unknown.
    """
    data: dict[str, Any] = yaml.safe_load(_WORDING.read_text(encoding="utf-8"))
    _refuse_unless(set(data) == {"properties", "statuses"}, "fields", "properties and statuses, nothing else")
    _refuse_unless(set(data["properties"]) == set(PROPERTIES), "properties", "exactly those of kg/schema.py")
    _refuse_unless(set(data["statuses"]) == set(STATUSES), "statuses", "exactly those of kg/schema.py")
    for prop, row in data["properties"].items():
        _refuse_unless(set(row) == {"forward", "inverse"}, prop, "forward and inverse, nothing else")
    rows = {f"{p} {k}": words for p, row in data["properties"].items() for k, words in row.items()} | data["statuses"]
    for name, words in rows.items():
        _refuse_unless(set(words) == set(LANGS), name, "a text in each of " + ", ".join(LANGS))
    return Wording(
        _ontology_terms(),
        {prop: row["forward"] for prop, row in data["properties"].items()},
        {prop: row["inverse"] for prop, row in data["properties"].items()},
        data["statuses"],
    )


def _ontology_terms() -> Mapping[str, Words]:
    terms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for triple in parse(path=resource("ontology", "srac.ttl"), format=RdfFormat.TURTLE):
        subject, value = triple.subject, triple.object
        if (
            isinstance(subject, NamedNode)
            and isinstance(value, Literal)
            and subject.value.startswith(_SRAC)
            and triple.predicate.value in _LABELS
            and value.language
        ):
            terms[subject.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]].setdefault(value.language, value.value)
    return dict(terms)


def _refuse_unless(right: bool, what: str, remedy: str) -> None:
    if not right:
        raise InputError(f"{what}: not as it must be", place=_WORDING, remedy=remedy)
