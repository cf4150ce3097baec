"""Answers to queries → files in the W3C's result formats, and rows that a person can read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pyoxigraph as ox

from kg.graph.query import Construction, Selection, Term
from kg.graph.store import Store
from kg.graph.terms import prefixes, shorten
from kg.graph.vocabulary import RDFS, SKOS, XSD
from kg.records import Lang


class ResultFormat(StrEnum):
    """A format of SPARQL results, by the name that a user gives."""

    CSV = "csv"
    TSV = "tsv"
    JSON = "json"


_OXIGRAPH: Final = {ResultFormat.CSV: ox.QueryResultsFormat.CSV, ResultFormat.TSV: ox.QueryResultsFormat.TSV}


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of text: one header a variable, one cell each in every row, empty where nothing is bound."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def write(answer: Selection | bool, form: ResultFormat) -> bytes:
    """Give an answer in a W3C result format, as UTF-8; yes or no is a single word in CSV and TSV."""
    if isinstance(answer, bool):
        if form is ResultFormat.JSON:
            return _json({"head": {}, "boolean": answer})
        return f"{str(answer).lower()}\n".encode()
    bindings = [{name: _binding(term) for name, term in row.items()} for row in answer]
    encoded = _json({"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}})
    if form is ResultFormat.JSON:
        return encoded
    # Oxigraph knows the quoting rules of the other two and reads back what it is given.
    parsed = ox.parse_query_results(encoded, format=ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    return parsed.serialize(format=_OXIGRAPH[form]) or b""


def rows(answer: Selection | Construction, store: Store, lang: Lang = "en", *, labels: bool = True) -> Rows:
    """Give an answer as a table to read: things by name, other IRIs by prefixed name, literals by their text.

    Args:
        answer: to a query; a graph has the columns subject, predicate, object.
        store: that answered; knows the names.
        lang: preferred for names, where a thing has one in it.
        labels: whether to give names at all; without them every IRI is a prefixed name.
    """
    if isinstance(answer, Construction):
        headers: tuple[str, ...] = ("subject", "predicate", "object")
        terms: tuple[tuple[Term | None, ...], ...] = tuple((t.subject, t.predicate, t.object) for t in answer)
    else:
        headers, terms = answer.variables, answer.rows
    named = {term for row in terms for term in row if isinstance(term, ox.NamedNode)}
    names = _names(store, named, lang) if labels else {}
    known = prefixes(store.base)
    return Rows(headers, tuple(tuple(_cell(term, names, known) for term in row) for row in terms))


def _names(store: Store, iris: set[ox.NamedNode], lang: Lang) -> dict[str, str]:
    """The preferred name in a language, else the label, of each IRI that has one."""
    wanted = " ".join(sorted(str(iri) for iri in iris if iri.value.startswith(store.base)))
    if not wanted:
        return {}
    found: dict[str, str] = {}
    for prop in (RDFS.label, SKOS.prefLabel):
        language = f"FILTER(LANG(?name) = '{lang}')" if prop == SKOS.prefLabel else ""
        query = f"SELECT ?thing ?name WHERE {{ VALUES ?thing {{ {wanted} }} ?thing <{prop}> ?name {language} }}"
        found |= {row["thing"].value: row["name"].value for row in store.select(query)}  # type: ignore[union-attr]
    return found


def _cell(term: Term | None, names: Mapping[str, str], known: Mapping[str, str]) -> str:
    match term:
        case None:
            return ""
        case ox.NamedNode():
            return names.get(term.value) or shorten(term.value, known)
        case ox.Literal():
            return term.value
        case _:
            return str(term)


def _json(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def _binding(term: Term) -> dict[str, object]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Triple():
            parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
            return {"type": "triple", "value": {name: _binding(part) for name, part in parts.items()}}
        case ox.Literal():
            literal: dict[str, object] = {"type": "literal", "value": term.value}
            if term.language:
                literal["xml:lang"] = term.language
            elif term.datatype.value != str(XSD.string):
                literal["datatype"] = term.datatype.value
            return literal
