"""When what a text tells of happened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.pipeline import analyse
from kg.records import Block, BlockKind, Document

JLU, ASU = "Jilin University", "Altai State University"
SIGNED = f"{JLU} and {ASU} signed a contract."


def told(text: str, home: str) -> list[str | None]:
    """Give the dates of the things of a kind in a text of 20 June 2023 whose paragraphs stand apart."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    found = analyse(Document("x", "", "en", text, tuple(blocks), "2023-06-20"))
    return [entity.date for entity in found.entities if entity.id.startswith(f"{home}/")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # the clause itself
        (f"On Monday {JLU} and {ASU} signed a contract.", "2023-06-19"),
        (f"{JLU} and {ASU} will sign a contract in September.", "2023-09"),
        (f"{JLU} and {ASU} signed a contract in September.", "2022-09"),
        (f"{JLU} and {ASU} will sign a contract next February.", "2024-02"),
        (f"{JLU} signed a contract with {ASU} which is valid until 2026.", None),
        (f"Since 2012, when {JLU} and {ASU} signed a contract, forty students have come.", "2012"),
        (f"The 2014 contract between {JLU} and {ASU} was a success.", "2014"),
        # the day that the story has come to
        (f"On 12 June guests came to Barnaul. {SIGNED}", "2023-06-12"),
        (f"On 12 June guests came to Barnaul. The next day {SIGNED}", "2023-06-13"),
        (f"On 12 June guests came to Barnaul. They stayed. On the 14th {SIGNED}", "2023-06-14"),
        (f"From 3 to 7 June guests were in Barnaul. {SIGNED}", "2023-06"),
        (f"Guests arrived on 12 June for a week. {SIGNED}", "2023-06"),
        (f"On 12 June guests came to Barnaul. Earlier {JLU} and {ASU} had signed a contract.", None),
        (f"On 12 June guests will come to Barnaul. {SIGNED}", None),
        (f"In 2015 guests came to Barnaul. {SIGNED}", None),
        (f'On 12 June guests came. "Today we are glad", he said. {SIGNED}', "2023-06-12"),
        # the paragraph of a chronicle
        (f"14 May. {SIGNED}", "2023-05-14"),
        (f"2007, 14 May. {SIGNED}", "2007-05-14"),
        (f"2007. {SIGNED}", "2007"),
        (f"2007 – {JLU} and {ASU} sign a contract.", "2007"),
        (f"2007. Guests came.\n\n{SIGNED}", None),
    ],
)
def test_when_an_agreement_was_signed(text: str, date: str | None) -> None:
    assert told(text, "agreement") == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            f"The Altai Ecology Forum (Barnaul, June 3-5) gathered guests. {JLU} took part in it.",
            "2023-06-03/2023-06-05",
        ),
        (f"The Altai Ecology Forum took place on June 3. {JLU} took part in it.", "2023-06-03"),
        (f"{JLU} took part in the Altai Ecology Forum. The forum opened on Saturday.", "2023-06-17"),
        (
            f"The Altai Ecology Forum will be held on 5-8 September. {JLU} will take part in it.",
            "2023-09-05/2023-09-08",
        ),
        (f"On June 3 Li Weiming said that {JLU} would host the Altai Ecology Forum.", None),
        (f"3 June. {JLU} hosts the Altai Ecology Forum.", "2023-06-03"),
        (f"Guests came on 3 June. The Altai Ecology Forum is due in Barnaul. {JLU} will host it.", None),
    ],
)
def test_when_an_event_was_held(text: str, date: str | None) -> None:
    assert told(text, "event") == [date]


def test_an_earlier_agreement_keeps_its_own_date(tell: Callable[..., Any]) -> None:
    found = tell(
        f"On 12 June guests came. {SIGNED} The contract is based on the 2014 memorandum between {JLU} and {ASU}."
    )
    assert {e.kind: e.date for e in found.analysis.entities if e.cls == "Agreement"}["memorandum"] == "2014"
