"""Who does what to whom, whatever the construction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from kg.facts.arguments import verb_roles
from kg.languages import load

JLU, ASU, SOKOLOV = "Jilin University", "Altai State University", "Ivan Sokolov"


def roles(text: str, verb: str) -> dict[str, list[str]]:
    (token,) = [t for t in load("en")(text) if t.text == verb]
    return {role: [t.text for t in tokens] for role, tokens in verb_roles(token).items() if tokens}


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        (f"{JLU} signed an agreement with {ASU}.", "signed", {"agent": [JLU], "patient": ["agreement"], "with": [ASU]}),
        (f"The agreement was signed by {JLU}.", "signed", {"agent": [JLU], "patient": ["agreement"]}),
        (f"{JLU} and {ASU} met.", "met", {"agent": [JLU, ASU]}),
        (f"{JLU}, with {ASU}, launched a programme.", "launched", {"agent": [JLU], "with": [ASU]}),
        # whom something was given
        (
            f"{JLU} was awarded the certificate by {ASU}.",
            "awarded",
            {"agent": [ASU], "patient": ["certificate"], "dative": [JLU]},
        ),
        # participles
        (f"The Forum, sponsored by {JLU}, opened.", "sponsored", {"agent": [JLU], "patient": ["Forum"]}),
        (f"They opened the Institute and the Laboratory, headed by {SOKOLOV}.", "headed", {"patient": ["Laboratory"]}),
        # one after the other
        (
            f"The forum was sponsored by {JLU}, undertaken by {ASU} and supported by Omsk Technical University.",
            "undertaken",
            {"agent": [ASU], "patient": ["forum"]},
        ),
        (
            f"The forum was hosted by {JLU}, jointly organized by {ASU}, and supported by Omsk Technical University.",
            "organized",
            {"agent": [ASU], "patient": ["forum"]},
        ),
        (f"The forum was hosted by {JLU}, founded by {ASU}.", "founded", {"agent": [ASU], "patient": [JLU]}),
        # subjects shared with another verb, or standing before one without
        (f"{JLU} hosted and funded the forum.", "funded", {"agent": [JLU], "patient": ["forum"]}),
        (f"{JLU} invited {SOKOLOV} to open the forum.", "open", {"agent": [SOKOLOV], "patient": ["forum"]}),
        (f"In July {SOKOLOV} took part.", "took", {"agent": [SOKOLOV]}),
        # those who made an agreement do what it is on
        (f"{JLU} signed an agreement to establish a centre.", "establish", {"agent": [JLU], "above": ["agreement"]}),
        (f"{JLU} signed an agreement on establishing a centre.", "establishing", {"agent": [JLU]}),
        (
            f"{JLU} signed an agreement with {ASU}, and Kazan Federal University with Tsinghua University.",
            "signed",
            {"agent": [JLU], "with": [ASU]},
        ),
        # several who act for several
        (
            f"It was signed by {SOKOLOV} on behalf of {JLU} and by Li Weiming on behalf of {ASU}.",
            "signed",
            {"agent": [SOKOLOV, "Li Weiming"]},
        ),
        (
            f"It was signed by {SOKOLOV} on behalf of {JLU} and Li Weiming on behalf of {ASU}.",
            "signed",
            {"agent": [SOKOLOV, "Li Weiming"]},
        ),
        (f"A memorandum of understanding with {JLU} was signed.", "signed", {"with": [JLU]}),
        # prepositions of what stands beside the verb
        (f"{SOKOLOV} talked with students at {JLU}.", "talked", {"agent": [SOKOLOV], "at": [JLU]}),
        (f"{SOKOLOV} came back from {JLU}.", "came", {"agent": [SOKOLOV], "from": [JLU]}),
        # where a clause happens
        (f"{SOKOLOV} went to {JLU}, where Li Weiming met him.", "met", {"agent": ["Li Weiming"], "at": [JLU]}),
        # an aside between subject and verb
        (f"{SOKOLOV}, accompanied by Li Weiming, visited {JLU}.", "visited", {"agent": [SOKOLOV], "patient": [JLU]}),
    ],
)
def test_roles(text: str, verb: str, wanted: dict[str, list[str]]) -> None:
    found = roles(text, verb)
    assert {role: found.get(role) for role in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "verb", "role"),
    [
        (f"{JLU} grew.", "grew", "patient"),
        ("It was signed in July.", "signed", "agent"),
        (f"{JLU} signed an agreement of {ASU}.", "signed", "of"),
        (f"They met with {JLU} and {ASU} as witnesses.", "met", "with"),
    ],
)
def test_nobody_has_a_role(text: str, verb: str, role: str) -> None:
    assert role not in roles(text, verb)


@pytest.mark.parametrize(("before", "tag", "role"), [("", "VBD", "agent"), ("soon", "VBD", "agent"), ("", "VB", None)])
def test_a_name_before_a_verb_without_subject_is_its_subject(before: str, tag: str, role: str | None) -> None:
    words = ["In", "July", SOKOLOV, *before.split(), "took", "part"]
    verb = len(words) - 2
    doc = Doc(
        load("en").vocab,
        words,
        pos=["ADP", "PROPN", "PROPN", *["ADV"] * (verb - 3), "VERB", "NOUN"],
        tags=["IN", "NNP", "NNP", *["RB"] * (verb - 3), tag, "NN"],
        heads=[verb, 0, 1, *[verb] * (verb - 3), verb, verb],
        deps=["prep", "pobj", "appos", *["advmod"] * (verb - 3), "ROOT", "dobj"],
    )
    doc[2].ent_type_ = "Person"
    found = {
        name for name, tokens in verb_roles(doc[verb]).items() if doc[2] in tokens and name in {"agent", "patient"}
    }
    assert found == ({role} if role else set())


def test_an_object_shared_by_two_verbs() -> None:
    assert roles(f"{JLU} hosted and funded the forum.", "hosted")["patient"] == ["forum"]
    assert "patient" not in roles(f"{JLU} grew last year and opened a museum.", "grew")


@pytest.mark.parametrize(
    ("text", "verb", "doers"),
    [
        (f"{ASU} met with the rector of {JLU} and the two parties signed a memorandum.", "signed", ["parties"]),
        (
            f"He recalled that in May, during a visit to Omsk, {SOKOLOV} and Li Weiming signed a memorandum.",
            "signed",
            [SOKOLOV, "Li Weiming"],
        ),
        (f"{ASU} met with {JLU} and signed a memorandum.", "signed", [ASU]),
        (f"{ASU} met with {SOKOLOV} and the guests invited by {JLU}.", "met", [ASU]),
    ],
)
def test_a_subject_behind_an_object(text: str, verb: str, doers: list[str]) -> None:
    assert roles(text, verb)["agent"] == doers


def test_who_is_called_a_counterpart() -> None:
    text = f"Li Weiming and his Russian counterpart {SOKOLOV} signed a memorandum."
    assert {"Li Weiming", SOKOLOV} <= set(roles(text, "signed")["agent"])


def test_what_is_said_beside_a_name_was_done_to_it() -> None:
    found = roles(f"They saw {JLU}, a school established by {ASU}, yesterday.", "established")
    assert found["patient"] == ["school", JLU]
    assert roles(f"They saw {JLU} and a school established by {ASU}.", "established")["patient"] == ["school"]


def test_a_subject_behind_an_object_is_no_object() -> None:
    text = f"{ASU} met with the rector of {JLU} and the two parties signed a memorandum."
    assert "parties" not in roles(text, "met")["with"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The Sayan College, an institution that Jilin University has founded, was approved.",
            "Jilin University | established | Sayan College",
        ),
        (
            "The memorandum of cooperation that Jilin University and Altai State University signed is important.",
            "Jilin University | signed | memorandum of cooperation",
        ),
        (
            "The memorandum of cooperation that Jilin University and Altai State University signed in 2021 is to help.",
            "Altai State University | signed | memorandum of cooperation",
        ),
    ],
)
def test_what_a_relative_clause_is_about(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert [one for one in told.written() if one.startswith(f"held: {fact}")], told.written()


@pytest.mark.parametrize(
    "text",
    [
        "The Sayan College, the delegation that Jilin University founded and others came.",
        "The Sayan College, an institution that Jilin University will found, was approved.",
        "The Sayan College, institutions that Jilin University founded and others were approved.",
    ],
)
def test_what_it_is_not_about(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds("Jilin University | established | Sayan College"), told.written()
