"""Whether a text says that something is so, is planned, is proposed, or is not so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

A, B = "Jilin University", "Altai State University"
ASRTU, EEF = "Association of Sino-Russian Technical Universities", "Eastern Economic Forum"
SIGNED, CONTRACT = f"{A} | signed | agreement", f"{A} | signed | contract"
PARTNERS, OPENED = f"{A} | partnerOf | {B}", f"{A} | established | joint institute"
BUILT, CAME = f"{A} | established | joint laboratory", f"Sergei Petrov | visited | {A}"

PARTED = [
    (f"{A} was visited by Sergei Petrov; a joint school is planned.", CAME, Status.HELD),
    (f"Sergei Petrov visited {A} on Monday; the hosts had asked for a report.", CAME, Status.HELD),
    (f"{A} signed an agreement with {B}; a laboratory is proposed.", SIGNED, Status.HELD),
    (f"{A} will sign an agreement with {B}; a laboratory was opened.", SIGNED, Status.PLANNED),
    (f"It is planned that Sergei Petrov will visit {A}; the hosts were glad.", CAME, Status.PLANNED),
]

PLANNED = [
    (f"{A} and {B} have joined forces to set up a joint institute by 2027.", OPENED),
    (f"A joint laboratory of {A} and {B} is set to open in May.", BUILT),
    (f"Both sides, {A} and {B}, expressed their expectation for cooperation of {A} with {B}.", PARTNERS),
    (f"{A} is going to host a conference on ecology.", f"{A} | organized | conference"),
    (f"{A} will sign an agreement with {B}.", SIGNED),
    (f"{A} and {B} signed a letter to open a joint laboratory.", BUILT),
    (f"{A} and {B} signed a joint statement to open a joint institute.", OPENED),
    (f"{A} signed a letter of intent with {B} to open a joint laboratory.", BUILT),
    (f"{A} and {B} signed a letter of intent on opening a joint laboratory.", BUILT),
    (f"The visit will end with the signing of an agreement with {A}.", SIGNED),
    (f"The talks could end with a tour and the signing of an agreement between {A} and {B}.", SIGNED),
    (f"{A}'s draft agreement with {B} lies on the table.", f"{B} | signed | draft agreement"),
    (f"{A}'s future contract with {B} worries nobody.", f"{A} | signed | future contract"),
    (f"{A} opened its doors for a future delegation of {B}.", f"{B} | visited | {A}"),
    (f"Protocol between {A} and {B} (to be signed in June).", f"{A} | signed | protocol between {A} and {B}"),
    (f"Signing an agreement between {A} and {B} is on the agenda.", SIGNED),
    (f"Sergei Petrov dreams of visiting {A}.", CAME),
    (f"The agreement should be signed by {A} in June.", SIGNED),
    (f"{A} is ready to sign a contract with {B}.", f"{B} | signed | contract"),
    (f"A contract may be signed by {A} and {B}.", CONTRACT),
    (f"If {A} signs the agreement, work will begin.", SIGNED),
    (f"{A} expects {B} to sign the contract.", f"{B} | signed | contract"),
    (f"{A} plans to open a joint institute.", OPENED),
    (f"{A} and {B} agreed to open a joint institute.", OPENED),
    (f"{A} has been planning to open a joint institute since 2010.", OPENED),
    (f"{A} could open a joint institute.", OPENED),
    (f"{A} is considering opening a joint institute.", OPENED),
    (f"{A} soon opens a joint institute.", OPENED),
    (f"The decision to establish a joint institute was taken by {A}.", OPENED),
    (f"The opening of a joint institute by {A} and {B} is planned.", OPENED),
    (f"{A} expressed its intention to open a joint laboratory.", BUILT),
    (f"{A} is to build a joint laboratory with {B}.", BUILT),
    (f"It is planned that {A} and {B} open a joint laboratory in autumn.", BUILT),
    (f"It is planned that {A} will visit {B}.", f"{A} | visited | {B}"),
    (f"The visit of {A} to {B} is planned for May.", f"{A} | visited | {B}"),
    (f"{A} hopes to cooperate with {B}.", PARTNERS),
    (f"{A} would like to cooperate with {B}.", PARTNERS),
    (f"{A} aims to become a partner of {B}.", PARTNERS),
    (f"{A} intends to take part in the {EEF}.", f"{A} | participatedIn | {EEF}"),
    ("The joint laboratory is expected to be located in Harbin.", "joint laboratory | locatedIn | Harbin"),
    (f"A joint laboratory is to be opened at {B}.", f"joint laboratory | unitOf | {B}"),
    (f"Next year {A} will host the Asian Physics Conference.", f"{A} | organized | Asian Physics Conference"),
    (f"Sergei Petrov will visit {A}.", CAME),
    (f"Sergei Petrov is expected to visit {A}.", CAME),
    (f"Sergei Petrov wanted to visit {A}.", CAME),
    (f"{A} looks forward to cooperating with {B}.", PARTNERS),
    (f"Ivan Sokolov is going to {B} on Monday.", f"Ivan Sokolov | visited | {B}"),
    (f"A delegation of {A} is coming to {B} in June.", f"{A} | visited | {B}"),
    (
        "At the forthcoming Eurasian Forum of Ecology, Ivan Sokolov speaks on soil.",
        "Ivan Sokolov | participatedIn | Eurasian Forum of Ecology",
    ),
    (f"{A} takes part in the upcoming Eurasian Forum of Ecology.", f"{A} | participatedIn | Eurasian Forum of Ecology"),
    (f"{A} will sign the agreement, not a letter.", SIGNED),
]
PROPOSED = [
    (f"{A} proposed to establish a joint laboratory with {B}.", BUILT),
    (f"{A} suggested creating a joint institute.", OPENED),
    (f"Sergei Petrov proposed that {A} join the {ASRTU}.", f"{A} | memberOf | {ASRTU}"),
    (f"{A} was invited to take part in the {EEF}.", f"{A} | participatedIn | {EEF}"),
    (f"Sergei Petrov recommended that {A} sign an agreement with {B}.", SIGNED),
]
DENIED = [
    (f"{A} announced the delay of cooperation with {B}.", PARTNERS),
    (f"{A} no longer cooperates with {B}.", PARTNERS),
    (f"{A} did not sign the agreement.", SIGNED),
    (f"{A} refused to sign the agreement.", SIGNED),
    (f"{A} failed to sign the contract.", CONTRACT),
    (f"Without signing the contract, {A} left.", CONTRACT),
    (f"{A} denied that it had signed a contract with {B}.", f"{B} | signed | contract"),
    (f"{A} refused to cooperate with {B}.", PARTNERS),
    (f"{A} has not yet opened the joint institute.", OPENED),
    (f"{A} never joined the {ASRTU}.", f"{A} | memberOf | {ASRTU}"),
    (f"{A} is not a member of the {ASRTU}.", f"{A} | memberOf | {ASRTU}"),
    (f"{A} declined to take part in the {EEF}.", f"{A} | participatedIn | {EEF}"),
    (f"Negotiations between {A} and {B} have been cancelled.", f"{A} | negotiatedWith | {B}"),
    (f"Neither {A} nor {B} signed the agreement.", SIGNED),
    (f"Sergei Petrov was not present at the {EEF}.", f"Sergei Petrov | participatedIn | {EEF}"),
    (f"{A} stopped being a partner of {B}.", PARTNERS),
    (f"Rumours that {A} signed an agreement with {B} are untrue.", SIGNED),
    (f"No agreement was signed by {A}.", SIGNED),
    (f"Li Weiming refuted media reports that {A} had signed an agreement.", f"{A} | signed | agreement"),
    (f"{A} will not sign the agreement.", SIGNED),
    (f"{A} will never join the {ASRTU}.", f"{A} | memberOf | {ASRTU}"),
    (f"The agreement won't be signed by {A}.", SIGNED),
]
HELD = [
    (f"A joint laboratory of {A} and {B} was set up in 2015.", BUILT),
    (f"{A} has signed an agreement with {B}.", SIGNED),
    (f"The visit ended with a tour and the signing of an agreement with {A}.", SIGNED),
    (f"{A} and {B} signed a memorandum to open a joint laboratory.", BUILT),
    (f"{A} and {B} signed an agreement on opening a joint laboratory.", BUILT),
    (f"{A} and {B} signed a letter of intent.", f"{A} | signed | letter of intent"),
    (f"{A} and {B} signed a draft agreement.", f"{A} | signed | draft agreement"),
    (f"{A} opened its doors for a large delegation of {B}.", f"{B} | visited | {A}"),
    (f"The planned agreement was signed by {A} and {B}.", f"{A} | signed | planned agreement"),
    (f"{A}, which plans new courses, signed a contract with {B}.", CONTRACT),
    (f"{A} managed to sign a contract with {B}.", CONTRACT),
    (f"After signing the contract, {A} opened a joint laboratory.", CONTRACT),
    (f"After signing the contract, {A} opened a joint laboratory.", BUILT),
    (f"{A} began to cooperate with {B}.", PARTNERS),
    (f"{A} and {B} have been partners since 2019, whose first students will graduate next summer.", PARTNERS),
    (f"{A} started cooperating with {B}.", PARTNERS),
    (f"{A} continues to cooperate with {B}.", PARTNERS),
    (f"{A} is cooperating with {B}.", PARTNERS),
    (f"The text of the agreement signed by {A} was published.", SIGNED),
    (f"{A} was the first to sign an agreement with {B}.", f"{B} | signed | agreement"),
    (f"Not only {A} but also {B} signed the agreement.", SIGNED),
    (f"The aim of the visit of {A} to {B} was a joint project.", f"{A} | visited | {B}"),
    (f"{A} signed the agreement, not a letter.", SIGNED),
    (f"{A} had already opened a joint institute with {B}.", OPENED),
    (f"{A} and {B} discussed the creation of a joint institute.", f"{A} | negotiatedWith | {B}"),
    (f"A delegation of {A} is visiting {B}.", f"{A} | visited | {B}"),
    (f"A delegation of {A} was coming to {B} every year.", f"{A} | visited | {B}"),
    (f"The next Eurasian Forum of Ecology was attended by {A}.", f"{A} | participatedIn | Eurasian Forum of Ecology"),
]
# said of a plan, a refusal or an end, and taken for held
UNREAL = [
    *((text, fact, Status.PLANNED) for text, fact in PLANNED),
    *((text, fact, Status.PROPOSED) for text, fact in PROPOSED),
    *((text, fact, Status.DENIED) for text, fact in DENIED),
]


def test_how_many_sentences_there_are() -> None:
    assert (len(PLANNED), len(PROPOSED), len(DENIED), len(HELD)) == (51, 5, 22, 28)


@pytest.mark.parametrize(("text", "fact", "status"), UNREAL)
def test_what_is_not_so_is_a_claim_and_no_plain_fact(
    text: str, fact: str, status: Status, tell: Callable[..., Any]
) -> None:
    told = tell(text)
    assert told.finds(fact, status), told.written()
    assert not told.finds(fact, Status.HELD), told.written()


@pytest.mark.parametrize(("text", "fact"), HELD)
def test_what_is_so(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact, Status.HELD), told.written()
    assert {claim.status for claim in told.finds(fact)} == {Status.HELD}


@pytest.mark.parametrize("said", ["Possible areas", "Prospective fields"])
def test_what_may_yet_be_is_planned(said: str, tell: Callable[..., Any]) -> None:
    told = tell(f"{said} of cooperation between {A} and {B} were outlined.")
    assert told.finds(PARTNERS, Status.PLANNED), told.written()
    assert not told.finds(PARTNERS), told.written()


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (f"It was possible for {A} to sign an agreement with {B}.", Status.HELD),
        (f"{A} was able to sign an agreement with {B}.", Status.HELD),
        (f"{A} is able to sign an agreement with {B}.", Status.PLANNED),
        (f"It will be possible for {A} to sign an agreement with {B}.", Status.PLANNED),
        (f"It was necessary for {A} to sign an agreement with {B}.", Status.PLANNED),
        (f"After signing an agreement with {B}, {A} invited its students.", Status.HELD),
    ],
)
def test_what_was_possible_then_was_done(text: str, how: Status, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(SIGNED, how), told.written()
    assert how is Status.HELD or not told.finds(SIGNED), told.written()


@pytest.mark.parametrize(("text", "fact", "put"), PARTED)
def test_a_semicolon_parts_clauses(text: str, fact: str, put: Status, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact, put), told.written()
