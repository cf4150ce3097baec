"""Guests have talks with those whom they visit, where anybody is told to have spoken."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

ASU, JLU = "Altai State University", "Jilin University"
VISIT = f"A delegation of {ASU} visited {JLU}."
TALKS = f"{ASU} | negotiatedWith | {JLU}"
RECTOR = f"Li Weiming, President of {JLU},"


@pytest.mark.parametrize(
    "text",
    [
        f"{VISIT} {RECTOR} received the guests.",
        f"{VISIT} {RECTOR} told the guests about new laboratories.",
        f"{VISIT} The guests talked about exchange with the rector.",
        f"{VISIT} {RECTOR} stressed that both sides gain by cooperation.",
        f"{VISIT} The guests were met by Dean Wang Fang.",
        f"{VISIT} It rained. The sides exchanged opinions.",
        f"A delegation of {ASU} came to {JLU} to discuss exchange.",
        f"A delegation of {ASU} came to {JLU} for talks on exchange.",
        f"{VISIT} {RECTOR} recalled how long both sides had been partners.",
        f"{VISIT} The guests came to talk about exchange.",
    ],
)
def test_who_is_received_has_talks(text: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(TALKS), told.written()


@pytest.mark.parametrize(
    "text",
    [
        VISIT,
        f"{VISIT} The weather was fine.",
        f"{VISIT} The guests had suggested it long before.",
        f"{VISIT} Sergey Petrov of Kazan Federal University recalled its cooperation with schools.",
        f"{VISIT} {RECTOR} recalled the cold winter.",
        f"Students of {ASU} came to {JLU} to discuss poems.",
        f"Students of {ASU} visited {JLU}. They were received by Dean Wang Fang.",
        f"{VISIT} {RECTOR} will receive the guests in May.",
        f"{VISIT} Ivan Sokolov, Rector of Kazan Federal University, received students.",
        f"{VISIT} {RECTOR} met students in the evening.",
        f"{VISIT} {RECTOR} told a newspaper of it.",
        f"{VISIT} {RECTOR} handed out and presented prizes to runners.",
        f"{VISIT} {RECTOR} discussed taxes with the governor.",
        f"{VISIT} {RECTOR} had met the mayor of Harbin earlier.",
        f"{VISIT} {RECTOR} introduced a new dean to the staff.",
        f"{VISIT} {RECTOR} stressed how healthy sport is.",
        f"{VISIT} {JLU} informed applicants of its rules.",
        f"{VISIT} {JLU} expresses its sympathy to the family of Wang Fang.",
        f"{VISIT} {JLU} thanks its sponsors.",
        f"{JLU} welcomed {ASU} to the list of its sponsors. The rector stressed how healthy sport is.",
        f"{VISIT} {JLU} considers music useful.",
        f"{VISIT} The guests met friends in the hostel.",
        f"{VISIT} The guests expressed joy at the snow.",
        f"{VISIT} The guests talked among themselves about the frost.",
        f"{VISIT} The guests decided to stay in bed.",
        f"{VISIT} At the meeting of the students' union {RECTOR[:-1]} noted a rise of fees.",
        f"{VISIT} Timetables had been discussed at the faculty meeting.",
        f"{VISIT} The museum was open. Snow fell. Trees stood white. The choir sang. Lamps were lit. Bells rang.",
        f"{VISIT} The guests were offered tea.",
        f"{VISIT} It was decided to paint the gym.",
        f"{VISIT} Then souvenirs were exchanged.",
        f"{VISIT} {RECTOR} told reporters of mutual trust.",
        f"{VISIT} {RECTOR} wished students a joint victory.",
        f"{VISIT} {RECTOR} praised mutual aid of neighbours.",
        f"{VISIT} {RECTOR} noted at the staff meeting that joint work was hard.",
        f"{VISIT} {RECTOR} explained bilateral rules to applicants.",
        f"In 2009 a delegation of {ASU} visited {JLU}. In 2018 {RECTOR} noted that both sides had grown.",
        f"{VISIT} 2016. {RECTOR} noted that both sides had grown.",
        f"{VISIT} {RECTOR} noted its cooperation with Kazan Federal University.",
        f"A delegation of {ASU} came to {JLU} for talks with Gazprom.",
        f"A delegation of {ASU} came to {JLU} to discuss the trip among themselves.",
        f"A delegation of {ASU} came to {JLU} to exchange students.",
        f"Professor Ivan Sokolov of {ASU} visited {JLU} as an examiner. He noted the students' zeal.",
    ],
)
def test_who_only_comes_has_none(text: str, tell: Callable[..., Any]) -> None:
    assert not tell(text).finds(TALKS)


@pytest.mark.parametrize(
    ("said", "talked"),
    [
        ("Joint courses were discussed with representatives of Altai State University and of the Polar Council.", True),
        ("Exchange was considered with Ivan Sokolov, Rector of Altai State University.", True),
        ("Joint courses were discussed with Li Wei, President of Beihang University.", False),
        ("Joint courses had been discussed with teachers of Altai State University.", False),
        ("Earlier, joint courses were discussed with teachers of Altai State University in a letter.", False),
        ("Joint courses were discussed with teachers of Altai State University by telephone.", False),
        ("Joint courses will be discussed with teachers of Altai State University.", False),
    ],
)
def test_what_was_talked_over_with_hosts(said: str, talked: bool, tell: Callable[..., Any]) -> None:
    told = tell(f"On May 3 Altai State University was visited by a delegation of Jilin University. {said}")
    assert bool(told.finds("Jilin University | negotiatedWith | Altai State University")) is talked, told.written()
