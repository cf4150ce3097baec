"""Names that stand together: the examples beside each rule, read by that rule alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages.en import groups, titles
from kg.languages.en.rows import rules
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan, principal
from kg.schema import CLASSES, PROPERTIES

SECTIONS = ("relations", "aliases", "before", "after")
RULES: list[tuple[str, dict[str, Any]]] = [
    (section, row) for section in SECTIONS for row in read("en", "groups")[section]
]
LIKE = [(s, row["id"], example["text"], example["says"]) for s, row in RULES for example in row["like"]]
UNLIKE = [(s, row["id"], text) for s, row in RULES for text in row["unlike"]]
Reader = Callable[[str, str, str], list[str]]


@pytest.fixture
def alone(english: Language, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Give, in words, what one rule alone reads in a text."""
    every = {section: rules(section) for section in SECTIONS}

    def read_by(section: str, rule: str, text: str) -> list[str]:
        chosen = {row[0]["id"]: row[0] for row in every[section]}[rule]
        # a linked rule builds on what the other rules for its property found
        beside = chosen["property"] if "linked" in chosen else None
        kept = (row for row in every[section] if row[0] is chosen or (beside and row[0]["property"] == beside))
        alone = {section: tuple(kept)}
        for module in (groups, titles):
            monkeypatch.setattr(module, "rules", lambda name: alone.get(name, ()))
        return said(section, rule, english(text))

    return read_by


def said(section: str, rule: str, doc: Doc) -> list[str]:
    def words(span: NameSpan | None) -> str:
        return doc.text[span.start : span.end] if span is not None else "-"

    if section == "relations":
        found = (r for r in doc._.relations if rule in {"", r.rule})
        return [f"{words(r.subject)} | {r.property} | {words(r.object)}" for r in found]
    if section == "aliases":
        return [f"{words(alias.name)} = {doc.text[alias.start : alias.end]}" for alias in doc._.aliases]
    if rule == "honorific-person":
        people = {name.start: name.end for name in doc._.names if name.cls == "Person"}
        merged = [token for token in doc if token.ent_type_ == "Person" and people.get(token.idx) is None]
        return [token.text for token in merged if principal(token) != (token.idx, token.idx + len(token))]
    titles = [doc.text[slice(*post.title)] if post.title else "-" for post in doc._.posts]
    return [
        f"{words(post.holder)} | {title} | {words(post.organization)}"
        for post, title in zip(doc._.posts, titles, strict=True)
    ]


def test_each_rule_has_examples() -> None:
    assert all(row["like"] and row["unlike"] for _, row in RULES)
    assert len({row["id"] for _, row in RULES}) == len(RULES) >= 19
    assert len(LIKE) >= 36
    assert len(UNLIKE) >= 24


@pytest.mark.parametrize(("section", "row"), RULES, ids=[row["id"] for _, row in RULES])
def test_a_rule_has_known_fields_only(section: str, row: dict[str, Any]) -> None:
    fields = {"id", "pattern", "like", "unlike"} | ({"property"} if section == "relations" else set())
    assert (
        row.keys() - {"class", "place", "apart", "linked", "unknown", "object", "subject", "between", "line"} == fields
    )
    assert {row.get("class", "Organization"), row.get("place", "City")} <= CLASSES.keys()
    assert row.get("property", "locatedIn") in PROPERTIES


@pytest.mark.parametrize(
    ("section", "rule", "text", "wanted"), LIKE, ids=[f"{r}-{k}" for k, (_, r, _, _) in enumerate(LIKE)]
)
def test_like(section: str, rule: str, text: str, wanted: str, alone: Reader) -> None:
    assert alone(section, rule, text) == wanted.split("; ")


@pytest.mark.parametrize(("section", "rule", "text"), UNLIKE, ids=[f"{r}-{k}" for k, (_, r, _) in enumerate(UNLIKE)])
def test_unlike(section: str, rule: str, text: str, alone: Reader) -> None:
    assert alone(section, rule, text) == []


def test_a_chain_of_units_is_one_group(english: Language) -> None:
    doc = english("They thanked the Laser Laboratory of the Institute of Chemistry of Jilin University.")
    assert "Laser Laboratory | unitOf | Institute of Chemistry" in said("relations", "", doc)
    assert [token.text for token in doc if token.ent_type_] == [
        "Laser Laboratory of the Institute of Chemistry of Jilin University"
    ]


def test_each_link_of_a_chain_is_made_from_its_neighbour(english: Language) -> None:
    doc = english("They thanked the Laser Laboratory of the Institute of Chemistry of Jilin University.")
    assert "Institute of Chemistry | unitOf | Jilin University" in said("relations", "", doc)


def test_a_group_is_one_token_for_its_principal_name(english: Language) -> None:
    doc = english("Li Weiming, President of Jilin University, spoke.")
    token = next(token for token in doc if token.ent_type_ == "Person")
    assert token.text.startswith("Li Weiming, President of Jilin University")
    start, end = principal(token)
    assert doc.text[start:end] == "Li Weiming"
    assert (token.dep_, token.head.text) == ("nsubj", "spoke")


def test_a_list_with_and_without_posts(english: Language) -> None:
    doc = english("Ivan Sokolov, Rector of Altai State University, Li Weiming and Anna Petrova came.")
    assert said("before", "", doc) == ["Ivan Sokolov | Rector | Altai State University"]


def test_a_unit_by_the_letters_before_it(english: Language) -> None:
    text = "The Ministry of Finance of Kenya sent guests to Jilin University. The MOF Budget Division sang."
    relations = [r for r in english(text)._.relations if r.property == "unitOf"]
    assert [text[r.object.start : r.object.end] for r in relations] == ["Ministry of Finance of Kenya"]
    other = "The Ministry of Justice sent guests. The MOF Budget Division sang."
    assert not english(other)._.relations
