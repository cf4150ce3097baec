"""Ministers whom a surname alone names, behind what they are minister of."""

from __future__ import annotations

import pytest

from kg.languages.en.people_in_office import ministers

# a text, the surnames
MINISTERS = [
    ("Deputy Minister of Health Orlov spoke.", ["Orlov"]),
    ("They met Minister of Science and Higher Education Murzabek, who", ["Murzabek"]),
    ("Minister of Trade and Industry Tumenbay and Minister of Culture Orlova came.", ["Tumenbay", "Orlova"]),
    # another name, a headline's verb, whose minister it is
    ("Minister of Education Anna Orlova spoke.", []),
    ("Minister of Education Visits the library.", []),
    ("The Minister of Health University came.", []),
    ("The Ministry of Health Orlov thanked.", []),
    ("Minister of Culture Kenya's guests met", []),
]


@pytest.mark.parametrize(("text", "surnames"), MINISTERS)
def test_ministers_by_their_surnames(text: str, surnames: list[str]) -> None:
    assert [text[name.start : name.end] for name in ministers(text, set())] == surnames


def test_no_minister_stands_where_something_known_does() -> None:
    text = "Minister of Health Tatarstan"
    assert not list(ministers(text, set(range(len("Minister of Health "), len(text)))))
