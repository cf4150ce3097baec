"""Where two units of a list part that patterns glue or cut."""

from __future__ import annotations

import pytest
from spacy.language import Language

ASU = "Altai State University"

NAMES = [
    (
        f"They toured {ASU}'s Faculty of Law, School of Ice Physics and Siberian Library.",
        ["Faculty of Law", "School of Ice Physics", "Siberian Library"],
    ),
    (
        f"They toured {ASU}'s Institute of Asian Studies in Arts and Letters and Mongolian Center.",
        ["Institute of Asian Studies in Arts and Letters", "Mongolian Center"],
    ),
    ("The Academy of Arts and Crafts of Hubei opened.", ["Academy of Arts and Crafts of Hubei"]),
    (
        "They joined the Mongolia-Russia Deans Forum and Steppe Higher Education Exhibition.",
        ["Mongolia-Russia Deans Forum", "Steppe Higher Education Exhibition"],
    ),
    ("The Polar Science Festival and Innovation Fair opened.", ["Polar Science Festival and Innovation Fair"]),
    ("The Omsk Circus and the Polar Reading Room opened.", ["Omsk Circus", "Polar Reading Room"]),
    ("The Institute of Philosophy and Law grew.", ["Institute of Philosophy and Law"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str], english: Language) -> None:
    found = {text[one.start : one.end] for one in english(text)._.names}
    assert set(names) <= found


def test_whose_units_a_list_has(english: Language) -> None:
    text = f"They toured {ASU}'s Faculty of Law, School of Ice Physics and Siberian Library."
    owned = {text[r.subject.start : r.subject.end] for r in english(text)._.relations if r.property == "unitOf"}
    assert owned == {"Faculty of Law", "School of Ice Physics", "Siberian Library"}
    other = f"They toured {ASU}'s Faculty of Law and the Siberian Library."
    assert len([r for r in english(other)._.relations if r.property == "unitOf"]) == 1
