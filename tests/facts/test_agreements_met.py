"""Agreements: one paper with two names, mere consent, addresses, those whom a third met, and whose the text is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"


def _signed(told: Any) -> list[frozenset[str]]:
    """Give who is held to have signed each agreement, organizations alone."""
    parties: dict[str, set[str]] = {}
    for fact in told.facts():
        if fact.property == "signed" and fact.status is Status.HELD and fact.subject.startswith("organization/"):
            parties.setdefault(fact.object, set()).add(fact.subject.removeprefix("organization/"))
    return sorted(map(frozenset, parties.values()), key=sorted)


BOTH = frozenset({"jlu", "asu"})


@pytest.mark.parametrize(
    ("text", "agreements"),
    [
        (f"{JLU} signed a memorandum of understanding (MOU) with {ASU}.", [BOTH]),
        (f"{JLU} signed an MoU (Memorandum of Understanding) with {ASU}.", [BOTH]),
        (f"A letter of intent (protocol of intent) was signed by {JLU} and {ASU}.", [BOTH]),
        (f"{JLU} signed an MOC with {ASU}. The MOC is about exchange.", [BOTH]),
        (f"{JLU} signed the MOA with {ASU}.", [BOTH]),
        (f"The MOA signed a contract with {JLU}.", [frozenset({"jlu"})]),
        (f"{JLU} signed an agreement with the MOA.", [frozenset({"jlu"})]),
        (f"{JLU} signed MoUs with {ASU} and {OMSU}.", [BOTH, frozenset({"jlu", "omsu"})]),
        (f"{JLU} signed a memorandum (in May) with {ASU}, and a contract.", [BOTH, frozenset({"jlu"})]),
        (f"{JLU} signed a memorandum and (later) a contract with {ASU}.", [BOTH, BOTH]),
    ],
)
def test_what_brackets_hold(text: str, agreements: list[frozenset[str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert [a & {"jlu", "asu", "omsu"} for a in _signed(told)] == agreements, told.written()


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{JLU} and {ASU} reached preliminary agreement on joint research.", False),
        (f"{JLU} and {ASU} came to full agreement about exchanges.", False),
        (f"An initial agreement was reached by {JLU} and {ASU} on exchanges.", False),
        (f"{JLU} and {ASU} reached an agreement on student exchange.", True),
        (f"{JLU} and {ASU} signed a general agreement.", True),
        (f"{JLU} and {ASU} reached a general agreement on exchange, signed in Harbin on May 5.", True),
        (f"{JLU} and {ASU} reached a preliminary agreement on exchange, which was signed in May.", True),
        (f"{JLU} and {ASU} reached a mutual agreement and signed it.", True),
        (f"{JLU} and {ASU} reached a preliminary agreement and signed it in May.", True),
        (f"{JLU} and {ASU} reached a preliminary agreement and signed up for the fair.", False),
        (f"{JLU} and {ASU} concluded a preliminary agreement on exchanges.", True),
    ],
)
def test_consent_is_no_paper(text: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert bool(_signed(told)) is signed, told.written()


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{OMSU} sent guests to Harbin. They had talks with {JLU} and {ASU}. A memorandum was signed.", False),
        (f"Guests visited {JLU} and {ASU}. A memorandum was signed.", False),
        (f"The trip included talks with {JLU} and {ASU}, ending with the signing of a memorandum.", False),
        (f"{JLU} and {ASU} held talks. A memorandum was signed.", True),
        (f"{JLU} held talks with {ASU}. A memorandum was signed.", True),
        (f"A delegation of {JLU} visited {ASU}. A memorandum was signed.", True),
    ],
)
def test_those_whom_a_third_met(text: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert (BOTH in _signed(told)) is signed, told.written()


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{ASU} tells. Our university received guests. A contract was signed with {JLU} last year.", True),
        (f"{ASU} tells. Our university received guests. A contract with {JLU} was signed in May.", True),
        (f"{ASU} tells. Our university received guests. A contract is to be signed with {JLU}.", False),
        (f"{ASU} tells. Our university received guests. {OMSU} signed a contract with {JLU}.", False),
        (f"According to the memorandum with {JLU}, {ASU} will send ten students.", True),
        (f"Under an agreement to be signed with {JLU}, {ASU} will send ten students.", False),
    ],
)
def test_whose_the_text_is(text: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert (BOTH in _signed(told)) is signed, told.written()


@pytest.mark.parametrize(
    ("text", "founded"),
    [
        (f"A research institute was founded by {JLU} and {ASU}.", True),
        (f"{JLU} opened a polytechnic institute together with {ASU}.", True),
        (f"{JLU} and {ASU} set up a research institute for soils.", True),
        (f"{JLU} and {ASU} visited a research institute.", False),
        (f"{JLU} and {ASU} founded their friendship on a research institute.", False),
        (f"Guests of {JLU} opened a research institute.", False),
    ],
)
def test_what_several_found(text: str, founded: bool, tell: Callable[..., Any]) -> None:
    told = tell(text)
    founders = {f.subject for f in told.facts() if f.property == "established" and f.status is Status.HELD}
    assert (founders == {"organization/jlu", "organization/asu"}) is founded, told.written()


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        (f"{ASU} tells. Our university received guests. Ivan Sokolov saw Harbin. A deal was signed with {JLU}.", False),
        (f"{ASU} held a fair. Li Wei, Dean of {OMSU}, told them that contracts had been signed with {JLU}.", False),
        (f"{ASU} held a fair. The guests were told that contracts had been signed with {JLU}.", False),
        (f'{ASU} held a fair. The papers write: "We work with China. A contract was signed with {JLU}."', False),
        (f"{ASU} tells of others. {OMSU} opened a centre in Harbin. In May a contract was signed with {JLU}.", False),
        (f"Students of {ASU} listened. The governor spoke of bridges. A contract was signed with {JLU}.", False),
        (f"{ASU} tells of bridges. They are long. They are old. A contract was signed with {JLU}.", False),
    ],
)
def test_whose_the_text_is_not(text: str, signed: bool, tell: Callable[..., Any]) -> None:
    told = tell(text, publisher="organization/asu")
    assert (BOTH in _signed(told)) is signed, told.written()


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (f"{ASU} showed the guests three halls. Talks with {JLU} ended with the signing of a contract.", [BOTH]),
        (f"{ASU} showed the guests three halls. Talks with {JLU} ended without the signing of a contract.", []),
        (f"Guests saw three halls. Talks with {JLU} ended with the signing of a contract.", []),
        (f"The governor's talks with {JLU} ended with the signing of a contract.", []),
    ],
)
def test_talks_that_end_in_a_signing(text: str, signers: list[frozenset[str]], tell: Callable[..., Any]) -> None:
    told = tell(text, publisher="organization/asu")
    assert [s for s in _signed(told) if "jlu" in s] == signers, told.written()
