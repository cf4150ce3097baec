"""Who is listed with whom, wherever the parser hangs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from kg.facts.lists import members
from kg.languages import load

NAME = "Eurasian Forum of Ecology"
JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI = "Ivan Sokolov", "Li Weiming"
RECTOR = f"{SOKOLOV}, Rector of {OMSU}"
DELEGATES = f"representatives of {JLU} and {ASU}"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # groups behind the first name
        (f"The {NAME} was attended by {SOKOLOV}, {DELEGATES}.", {SOKOLOV, JLU, ASU}),
        (f"The {NAME} was attended by {SOKOLOV} and {DELEGATES}.", {SOKOLOV, JLU, ASU}),
        (f"The {NAME} was attended by {RECTOR}, and {DELEGATES}.", {SOKOLOV, OMSU, JLU, ASU}),
        (f"The {NAME} was attended by {SOKOLOV}, as well as {DELEGATES}.", {SOKOLOV, JLU, ASU}),
        (f"The {NAME} was attended by {RECTOR}, as well as {DELEGATES}.", {SOKOLOV, OMSU, JLU, ASU}),
        (f"The {NAME} was attended by {DELEGATES}.", {JLU, ASU}),
        # of another clause
        (f"The {NAME} was attended by {SOKOLOV}, who thanked {DELEGATES}.", {SOKOLOV}),
        (f"The {NAME} was attended by {SOKOLOV}: {DELEGATES} stayed at home.", {SOKOLOV}),
        (f"The {NAME} was attended by {SOKOLOV}, friend of {DELEGATES}.", {SOKOLOV}),
        (f"The {NAME} was attended by {SOKOLOV}. At home were {DELEGATES}.", {SOKOLOV}),
        # people behind a title
        (f"{SOKOLOV}, Councilor of the Russian Embassy in China and {LI} took part in the {NAME}.", {SOKOLOV, LI}),
        (f"{SOKOLOV}, a friend of {LI}, took part in the {NAME}.", {SOKOLOV}),
        (f"{SOKOLOV}, a friend of Anna Petrova and {LI}, took part in the {NAME}.", {SOKOLOV}),
        # without "and", each with a post before the name
        (f"President {LI}, Rector {SOKOLOV} took part in the {NAME}.", {LI, SOKOLOV}),
        (
            f"President {LI}, Dean Anna Petrova, Rector {SOKOLOV} took part in the {NAME}.",
            {LI, SOKOLOV, "Anna Petrova"},
        ),
        (f"According to President {LI}, Rector {SOKOLOV} took part in the {NAME}.", {SOKOLOV}),
        (f"On behalf of President {LI}, Rector {SOKOLOV} took part in the {NAME}.", {SOKOLOV}),
        # who is counted in before the clause
        (f"Besides {JLU}, the {NAME} was attended by {ASU}.", {JLU, ASU}),
        (f"Apart from {JLU} and {OMSU}, the {NAME} was attended by {ASU}.", {JLU, OMSU, ASU}),
        (f"In addition to {LI}, {SOKOLOV} took part in the {NAME}.", {LI, SOKOLOV}),
        (f"Far from {JLU}, the {NAME} was attended by {ASU}.", {ASU}),
        (f"Besides {JLU}, the {NAME} was not attended by {ASU}.", set()),
        (f"Besides {JLU}, the {NAME} will be attended by {ASU}.", set()),
        (f"Besides the weather, the {NAME} was attended by {ASU}.", {ASU}),
        (f"{ASU} took part in the {NAME} besides {JLU}.", {ASU, JLU}),
    ],
)
def test_who_was_there(text: str, who: set[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == "participatedIn"]) == len(who), told.written()
    assert all(told.finds(f"{one} | participatedIn | {NAME}") for one in who), told.written()


@pytest.mark.parametrize(
    ("text", "property", "pairs"),
    [
        (f"Besides {JLU}, the contract was signed by {ASU}.", "signed", [(JLU, "contract"), (ASU, "contract")]),
        (f"Besides {JLU}, {ASU} cooperates with {OMSU}.", "partnerOf", [(ASU, OMSU), (ASU, JLU)]),
        (f"Besides the contract, {ASU} signed an agreement.", "signed", [(ASU, "agreement")]),
        (f"Apart from Harbin, {SOKOLOV} visited Changchun.", "visited", [(SOKOLOV, "Harbin"), (SOKOLOV, "Changchun")]),
        (f"Far from Harbin, {SOKOLOV} visited Changchun.", "visited", [(SOKOLOV, "Changchun")]),
        # the list of an opener ends before the subject
        (f"After talks between {JLU} and {ASU}, {OMSU} was founded.", "negotiatedWith", [(JLU, ASU)]),
        (f"Thanks to the cooperation of {JLU} and {ASU}, the Polar Institute was opened.", "partnerOf", [(JLU, ASU)]),
        (f"There were talks between {JLU} and {ASU}, and {OMSU}.", "negotiatedWith", [(JLU, ASU), (JLU, OMSU)]),
        (f"Witnessed by {SOKOLOV} and {LI}, {JLU} and {ASU} signed a contract.", "signed",
         [(JLU, "contract"), (ASU, "contract")]),
        (f"With the support of {OMSU} and {JLU}, {ASU} established the Polar Joint Institute.", "established",
         [(ASU, "Polar Joint Institute")]),
        (f"{OMSU}, {JLU} and {ASU} established the Polar Joint Institute.", "established",
         [(one, "Polar Joint Institute") for one in (OMSU, JLU, ASU)]),
    ],
)  # fmt: skip
def test_other_acts(text: str, property: str, pairs: list[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == property]) == len(pairs), told.written()
    assert all(told.finds(f"{one} | {property} | {other}") for one, other in pairs), told.written()


@pytest.mark.parametrize(("between", "names"), [("Ice", ["Prize", "Prize", "Cup"]), (",", ["Prize"])])
def test_things_named_alike_are_listed_unless_a_comma_sets_them_apart(between: str, names: list[str]) -> None:
    # as the parser hangs "the Prize, the Ice Prize and the Cup"
    said = ["won", "Prize", ",", between, "Prize", "and", "Cup"]
    heads, deps = [0, 0, 1, 4, 1, 4, 4], ["ROOT", "dobj", "punct", "dep", "appos", "cc", "conj"]
    pos = ["VERB", "PROPN", "PUNCT", "PROPN", "PROPN", "CCONJ", "PROPN"]
    doc = Doc(load("en").vocab, said, heads=heads, deps=deps, pos=pos)
    assert [token.text for token in members(doc[1])] == names
