"""What follows from facts already found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"
RECTOR = f"{SOKOLOV}, Rector of {ASU},"
VISIT = f"A delegation of {ASU} visited {JLU}."


@pytest.mark.parametrize(
    ("text", "fact", "rule"),
    [
        (f"{RECTOR} visited {JLU}.", f"{ASU} | visited | {JLU}", "visit-for"),
        (f"{RECTOR} signed an agreement with {JLU}.", f"{ASU} | signed | agreement", "sign-for"),
        (
            f"{RECTOR} took part in the Eurasian Forum of Ecology.",
            f"{ASU} | participatedIn | Eurasian Forum of Ecology",
            "participate-for",
        ),
        # who is on a delegation
        (f"{VISIT} It was headed by {SOKOLOV}.", f"{SOKOLOV} | visited | {JLU}", "in-delegation"),
        (f"{VISIT} It was headed by {SOKOLOV}.", f"{SOKOLOV} | represents | {ASU}", "in-delegation"),
        (
            f"Professors from Russia visited {JLU}. The delegation was headed by {SOKOLOV}.",
            f"{SOKOLOV} | visited | {JLU}",
            "anonymous-delegation",
        ),
        # what agreements make
        (f"{JLU} and {ASU} signed a partnership agreement.", f"{JLU} | partnerOf | {ASU}", "partnership-agreement"),
        (f"{JLU} and {ASU} signed a cooperation agreement.", f"{JLU} | partnerOf | {ASU}", "agreement-partners"),
        (f"{JLU} and {ASU} opened a joint laboratory.", f"{JLU} | partnerOf | {ASU}", "joint-founders"),
        (f"{JLU} and {ASU} offer a double degree programme.", f"{JLU} | partnerOf | {ASU}", "joint-founders"),
        (
            f"{RECTOR} and Li Weiming, Rector of {JLU}, signed a memorandum of understanding.",
            f"{JLU} | partnerOf | {ASU}",
            "agreement-partners",
        ),
        # who is told to have signed with the other of two
        (f"{VISIT} A memorandum was signed with the hosts.", f"{ASU} | signed | memorandum", "by-both"),
        (f"{VISIT} An agreement was signed with the guests.", f"{JLU} | signed | agreement", "by-both"),
        (
            f"{JLU} and {ASU} signed an agreement on a joint laboratory.",
            f"{JLU} | established | joint laboratory",
            "agreed-to-create",
        ),
        (
            f"A memorandum was signed in May. Under the memorandum, {JLU} and {ASU} will exchange students.",
            f"{ASU} | signed | memorandum",
            "under-agreement",
        ),
        (
            f"{JLU} and {ASU} will build a joint campus. The agreement was signed by {JLU} and {ASU}.",
            f"{JLU} | established | joint campus",
            "agreed-to-create",
        ),
        *(
            (
                f"{JLU} and {ASU} signed an agreement. {terms} {JLU} and {ASU} will open a joint laboratory.",
                fact,
                "agreed-to-create",
            )
            for terms in ("It provides that", "Under the document,", "In accordance with the agreement,")
            for fact in (f"{ASU} | established | joint laboratory", "agreement | concerns | joint laboratory")
        ),
        (
            f"{RECTOR} and Li Weiming, Rector of {JLU}, signed an agreement on a joint laboratory.",
            f"{JLU} | established | joint laboratory",
            "agreed-to-create",
        ),
        # who gives what is named after the giver
        (f"{SOKOLOV} won the {JLU} Medal.", f"{JLU} Medal | grantedBy | {JLU}", "named-after-giver"),
        (
            f"{SOKOLOV} was handed a certificate of honorary professor of {JLU}.",
            f"certificate of honorary professor of {JLU} | grantedBy | {JLU}",
            "named-after-giver",
        ),
        (f"{JLU}'s medal was received by {SOKOLOV}.", f"medal | grantedBy | {JLU}", "named-after-giver"),
        (f"{JLU} opened the Office of Russian Studies.", f"Office of Russian Studies | unitOf | {JLU}", "own-unit"),
        (f"{VISIT} {RECTOR} talked with the hosts.", f"{ASU} | negotiatedWith | {JLU}", "talks-on-visit"),
    ],
)
def test_it_follows(text: str, fact: str, rule: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert {found.rule for found in told.finds(fact)} == {rule}, told.written()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (f"{SOKOLOV} visited {JLU}.", f"{ASU} | visited | {JLU}"),
        # the country that one is of
        (f"{RECTOR} visited Russia.", f"{SOKOLOV} | visited | Russia"),
        (f"{RECTOR} visited Russia.", f"{ASU} | visited | Russia"),
        (f"{JLU} and {ASU} held talks. They visited Russia.", f"{ASU} | visited | Russia"),
        (f"{JLU} and {ASU} held talks. They visited China.", f"{JLU} | visited | China"),
        (f"{SOKOLOV}, former Rector of {ASU}, visited {JLU}.", f"{ASU} | visited | {JLU}"),
        (f"A delegation of {ASU} will visit {JLU}. It was headed by {SOKOLOV}.", f"{SOKOLOV} | visited | {JLU}"),
        (f"{VISIT} {SOKOLOV} headed the laboratory.", f"{SOKOLOV} | visited | {JLU}"),
        (
            f"A delegation of {ASU} and {JLU} led by {SOKOLOV} visited Tomsk State University.",
            f"{SOKOLOV} | represents | {ASU}",
        ),
        (
            f"{VISIT} It was headed by {SOKOLOV}, Rector of Tomsk State University.",
            f"{SOKOLOV} | represents | {ASU}",
        ),
        *(
            (text, f"{JLU} | partnerOf | {ASU}")
            for text in (
                f"{JLU}, {ASU} and Omsk State University signed a cooperation agreement.",
                f"{JLU} and {ASU} signed an agreement on chemistry.",
                f"{JLU} and {ASU} signed a contract for the supply of desks.",
                f"{JLU} and {ASU} signed a protocol on the results of the match.",
                f"{JLU} and {ASU} signed an agreement on the termination of a memorandum of understanding.",
                f"In 1961 {JLU} and {ASU} signed a cooperation agreement, which expired in 1966.",
                f"In Omsk 20 universities, including {JLU} and {ASU}, signed a cooperation agreement.",
                f"{JLU}, {ASU} and other members of the union signed a cooperation agreement.",
                f"A memorandum of understanding was signed by {JLU} and {ASU} along with ten colleges.",
            )
        ),
        (f"{JLU} and {ASU} will sign a partnership agreement.", f"{JLU} | partnerOf | {ASU}"),
        (
            f"{JLU} and {ASU} opened the Office of Russian Studies.",
            f"Office of Russian Studies | unitOf | {JLU}",
        ),
        (
            f"A memorandum was signed by {SOKOLOV}. They praised {JLU}. With {ASU} it shares a garden.",
            f"{ASU} | signed | memorandum",
        ),
        (f"A memorandum was signed in May. Under the memorandum, {JLU} will grow.", f"{JLU} | signed | memorandum"),
        (
            f"{JLU} and {ASU} signed a memorandum on sport. They hope to open a joint laboratory.",
            f"{JLU} | established | joint laboratory",
        ),
        (
            f"{JLU} and {ASU} want to open a joint laboratory. They signed an agreement on sport.",
            f"{JLU} | established | joint laboratory",
        ),
        (f"{JLU} and {ASU} will open a joint laboratory.", f"{JLU} | partnerOf | {ASU}"),
        (f"{JLU} and {ASU} each run a degree programme with Omsk State University.", f"{JLU} | partnerOf | {ASU}"),
        (f"{JLU} and {ASU} run marathons.", f"{JLU} | partnerOf | {ASU}"),
        (f"{JLU} and {ASU} each set up a joint laboratory with guests.", f"{JLU} | partnerOf | {ASU}"),
        (f"{JLU}, {ASU} and Omsk State University opened a joint laboratory.", f"{JLU} | partnerOf | {ASU}"),
        *(
            (text, f"{party} | signed | {name}")
            for party in (JLU, ASU)
            for text, name in (
                (f"{VISIT} An agreement was signed with Omsk State University.", "agreement"),
                (f"{VISIT} An agreement will be signed with the guests.", "agreement"),
                (f"The signing of an agreement between {JLU} and {ASU} has been put off until May.", "agreement"),
                (f"The contract between {JLU} and {ASU} fell through.", "contract"),
                (f"A memorandum between {JLU} and {ASU} is in the works.", "memorandum"),
                (f"A protocol between {JLU} and {ASU} remains unsigned.", "protocol"),
                (f"The treaty of {JLU} and {ASU} needs approval.", "treaty"),
                (f"{JLU} has a contract in the pipeline with {ASU}.", "contract"),
                (f"{JLU} and {ASU} have an agreement that awaits signature.", "agreement"),
                (f"{JLU} has an agreement with {ASU} which is in the works.", "agreement"),
                (
                    f"Talks go on between {JLU} and {ASU} about a cooperation agreement to be signed.",
                    "cooperation agreement",
                ),
                (f"The agreement of {JLU} with {ASU}, whose signing is planned for June, is long.", "agreement"),
            )
        ),
        (f"{SOKOLOV} of {JLU} won a medal.", f"medal | grantedBy | {JLU}"),
        (f"{VISIT} {RECTOR} will talk with the hosts.", f"{ASU} | negotiatedWith | {JLU}"),
        (f"{VISIT} Li Weiming talked with the hosts.", f"{ASU} | negotiatedWith | {JLU}"),
    ],
)
def test_it_does_not_follow(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()


def test_what_is_planned_passes_on_as_planned(tell: Callable[..., Any]) -> None:
    told = tell(f"{RECTOR} will visit {JLU}.")
    assert told.finds(f"{ASU} | visited | {JLU}", Status.PLANNED), told.written()
    assert not told.finds(f"{ASU} | visited | {JLU}"), told.written()


@pytest.mark.parametrize("said", ["is a partner of", "held talks with"])
def test_an_office_is_no_partner_of_its_own_university(said: str, tell: Callable[..., Any]) -> None:
    for university, facts in ((ASU, 0), (JLU, 1)):
        told = tell(f"{university} {said} the International Office of {ASU}.")
        found = [fact for fact in told.facts() if fact.property in {"partnerOf", "negotiatedWith"}]
        assert len(found) == facts, told.written()


def test_what_a_noun_implies_is_taken_back_where_the_text_denies_it(tell: Callable[..., Any]) -> None:
    implied = f"They read the agreement between {JLU} and {ASU}."
    assert tell(implied).finds(f"{JLU} | signed | agreement")
    assert not tell(f"{implied} {JLU} will sign the agreement.").finds(f"{JLU} | signed | agreement")


def test_a_unit_housed_elsewhere_is_not_the_hosts(tell: Callable[..., Any]) -> None:
    told = tell(f"The Russian Centre of {ASU} is located at {JLU}.")
    assert told.finds(f"Russian Centre | unitOf | {ASU}")
    assert not told.finds(f"Russian Centre | unitOf | {JLU}"), told.written()
    for said in (f"{JLU} has the Russian Centre of {ASU}", f"The Russian Centre of {ASU} began work at {JLU}"):
        assert not tell(f"{said}.").finds(f"Russian Centre | unitOf | {JLU}"), said
    assert tell(f"The testing centre is located at {JLU}.").finds(f"testing centre | unitOf | {JLU}")
