"""Frames applied to sentences: who is counted in, and who is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

JLU, ASU, OMSU = "Jilin University", "Altai State University", "Omsk State University"
SOKOLOV, LI = "Ivan Sokolov", "Li Weiming"
FORUM, ALLIANCE = "Eurasian Forum of Ecology", "Amur Alliance"
CAME = f"{JLU} and {ASU} came."


@pytest.mark.parametrize(
    ("text", "property", "pairs"),
    [
        # partners of one are not each other's
        (f"{JLU} and {ASU} are partners of {OMSU}.", "partnerOf", [(JLU, OMSU), (ASU, OMSU)]),
        (f"{JLU} and {ASU} are partners.", "partnerOf", [(JLU, ASU)]),
        (f"{JLU} and {ASU} are partners of many years.", "partnerOf", [(JLU, ASU)]),
        (f"{JLU} is a partner of {OMSU}.", "partnerOf", [(JLU, OMSU)]),
        (f"{JLU} and {ASU} are not partners of {OMSU}.", "partnerOf", []),
        # what is said beside a name that somebody has
        (f"{JLU}, which has the Joint Institute with {OMSU}, sang.", "unitOf", []),
        (f"{JLU} has the Laser Laboratory of {ASU} as a partner.", "unitOf", [("Laser Laboratory", ASU)]),
        # treaties of states
        (f"{CAME} The China-Russia Friendship Treaty was signed.", "signed", []),
        (f"{CAME} The Sino-Russian Friendship Treaty was signed.", "signed", []),
        (f"{CAME} The Polar Friendship Treaty was signed.", "signed",
         [(JLU, "Polar Friendship Treaty"), (ASU, "Polar Friendship Treaty")]),
        (f"{CAME} The friendship treaty was signed.", "signed",
         [(JLU, "friendship treaty"), (ASU, "friendship treaty")]),
        (f"{JLU} and {ASU} signed the Sino-Russian Treaty of Ice.", "signed",
         [(JLU, "Sino-Russian Treaty of Ice"), (ASU, "Sino-Russian Treaty of Ice")]),
        # who organizes
        (f"The {FORUM} was sponsored by {JLU} and undertaken by {ASU}.", "organized", [(JLU, FORUM), (ASU, FORUM)]),
        (f"The {FORUM} was convened by {JLU}.", "organized", [(JLU, FORUM)]),
        (f"The {FORUM} was co-organized by {JLU} and {ASU}.", "organized", [(JLU, FORUM), (ASU, FORUM)]),
        (f"The meeting was hosted by {JLU}.", "organized", [(JLU, "meeting")]),
        (f"The {FORUM} was not sponsored by {JLU}.", "organized", []),
        (f"The {FORUM} will be sponsored by {JLU}.", "organized", []),
        (f"The research was sponsored by {JLU}.", "organized", []),
        (f"{JLU} undertook the repair of {ASU}.", "organized", []),
        (f"The {FORUM} was praised by {JLU}.", "organized", []),
        # at whose place it was, where another is said to have organized it
        (f"{JLU} was the venue of the {FORUM}.", "organized", [(JLU, FORUM)]),
        (f"{JLU} was the venue of the {FORUM} organized by {ASU}.", "organized", [(ASU, FORUM)]),
        (f"The {FORUM} was held at {JLU} by {ASU}.", "organized", [(ASU, FORUM)]),
        (f"The {FORUM} took place in {JLU}, organized by {ASU}.", "organized", [(ASU, FORUM)]),
        (f"The {FORUM} was held at {JLU}. Omsk was toured by {ASU}.", "organized", [(JLU, FORUM)]),
        (f"The {FORUM} was held at {JLU} and not organized by {ASU}.", "organized", [(JLU, FORUM)]),
        # initiators
        (f"{JLU} was the initiator of the {ALLIANCE}.", "established", [(JLU, ALLIANCE)]),
        (f"The {ALLIANCE} was initiated by {JLU} and {ASU}.", "established", [(JLU, ALLIANCE), (ASU, ALLIANCE)]),
        (f"The {ALLIANCE} will be initiated by {JLU}.", "established", []),
        (f"{JLU} was not the initiator of the {ALLIANCE}.", "established", []),
        (f"{SOKOLOV} was the initiator of the {ALLIANCE}.", "established", []),
        (f"{JLU} was the initiator of the {FORUM}.", "established", []),
        (f"{JLU} initiated talks with {ASU}.", "established", []),
        # on whose behalf
        (f"{SOKOLOV} and {LI} signed a contract on behalf of {JLU} and {ASU}.", "signed",
         [(JLU, "contract"), (ASU, "contract"), (SOKOLOV, "contract"), (LI, "contract")]),
        (f"{SOKOLOV} signed a contract on behalf of {JLU}.", "signed", [(JLU, "contract"), (SOKOLOV, "contract")]),
        (f"{SOKOLOV} will sign a contract on behalf of {JLU}.", "signed", []),
        (f"{SOKOLOV} thanked {LI} on behalf of {JLU}.", "signed", []),
        # into what one enters, with whom
        (f"{JLU} entered into a contract with {ASU}.", "signed", [(JLU, "contract"), (ASU, "contract")]),
        (f"{JLU} will enter into a contract with {ASU}.", "signed", []),
        (f"{JLU} did not enter into a contract with {ASU}.", "signed", []),
        (f"{JLU} entered into the building with {ASU}.", "signed", []),
        # under what one puts one's name, and what else is done under an agreement or to it
        (f"{SOKOLOV} put an end to the contract.", "signed", []),
        (f"{JLU} put the contract into practice.", "signed", []),
        (f"{JLU} made changes to the contract.", "signed", []),
        (f"{JLU} extended an invitation under the contract.", "signed", []),
        (f"{JLU} extended the contract with {ASU}.", "signed", [(JLU, "contract"), (ASU, "contract")]),
        (f"{SOKOLOV} and {LI} put their names to the contract.", "signed", [(SOKOLOV, "contract"), (LI, "contract")]),
        (f"{SOKOLOV}, Rector of {ASU}, put his seal under the contract.", "signed",
         [(SOKOLOV, "contract"), (ASU, "contract")]),
        # at whose place others sign
        (f"{JLU} hosted the signing of a contract of {ASU} with {OMSU}.", "signed",
         [(ASU, "contract"), (OMSU, "contract")]),
        (f"{JLU} hosted the signing of a contract with {OMSU}.", "signed", [(JLU, "contract"), (OMSU, "contract")]),
        # what stands between an act and its noun may undo it
        (f"{JLU} saw the postponement of the signing of a contract with {ASU}.", "signed", []),
        (f"{JLU} saw the disruption of the signing of a contract with {ASU}.", "signed", []),
        (f"{JLU} held a ceremony of the signing of a contract with {ASU}.", "signed",
         [(JLU, "contract"), (ASU, "contract")]),
        # what begins with an act does not do it
        (f"The talks began with the signing of a contract between {JLU} and {ASU}.", "signed",
         [(JLU, "contract"), (ASU, "contract")]),
        (f"{JLU} began with the signing of a contract by {ASU} and {OMSU}.", "signed",
         [(ASU, "contract"), (OMSU, "contract")]),
        (f"{JLU} began with a visit of {ASU} to {OMSU}.", "visited", [(ASU, OMSU)]),
    ],
)  # fmt: skip
def test_who_did_it(text: str, property: str, pairs: list[tuple[str, str]], tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len([fact for fact in told.facts() if fact.property == property]) == len(pairs), told.written()
    assert all(told.finds(f"{one} | {property} | {other}") for one, other in pairs), told.written()


@pytest.mark.parametrize(
    ("text", "fact", "status"),
    [
        (f"{JLU} and {ASU} are not partners of {OMSU}.", f"{JLU} | partnerOf | {OMSU}", Status.DENIED),
        (f"The {FORUM} will be sponsored by {JLU}.", f"{JLU} | organized | {FORUM}", Status.PLANNED),
        (f"The {ALLIANCE} will be initiated by {JLU}.", f"{JLU} | established | {ALLIANCE}", Status.PLANNED),
        (f"{SOKOLOV} will sign a contract on behalf of {JLU}.", f"{JLU} | signed | contract", Status.PLANNED),
        (f"{JLU} will enter into a contract with {ASU}.", f"{ASU} | signed | contract", Status.PLANNED),
    ],
)
def test_what_is_not_so_yet(text: str, fact: str, status: Status, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert len(told.finds(fact, status)) == 1, told.written()
    assert not told.finds(fact), told.written()


@pytest.mark.parametrize(
    ("behind", "talks"),
    [
        (f"spoke at length with {LI}, President of {JLU}", 1),
        (f"met in Kazan with {LI}, President of {JLU}", 1),
        (f"spoke with {LI}, President of {JLU}, about sport", 1),
        (f"spoke about a joint course with {JLU}", 0),
        (f"spoke regarding the contract with {JLU}", 0),
        (f"spoke about {JLU}", 0),
    ],
)
def test_to_speak_about_something_with_somebody_is_no_talk(behind: str, talks: int, tell: Callable[..., Any]) -> None:
    told = tell(f"{SOKOLOV}, Rector of {ASU}, {behind}.")
    assert len([fact for fact in told.facts() if fact.property == "negotiatedWith"]) == talks, told.written()
    assert len(told.finds(f"{ASU} | negotiatedWith | {JLU}")) == talks, told.written()


@pytest.mark.parametrize(
    "said",
    [
        "A delegation of Jilin University took a virtual tour of Altai State University.",
        "Jilin University visited Altai State University online.",
        "Li Weiming reached Altai State University by video link.",
        "Altai State University arranged a remote excursion to the Institute of Law for Jilin University.",
        "Jilin University paid a virtual visit to Altai State University.",
        "The visit of Jilin University to Altai State University took place online.",
    ],
)
def test_who_is_not_there_in_person_visits_nobody(said: str, tell: Callable[..., Any]) -> None:
    told = tell(said)
    assert not [fact for fact in told.facts() if fact.property == "visited"], told.written()
