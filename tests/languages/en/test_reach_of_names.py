"""How far names of bodies and events reach, and where two units of a list part."""

from __future__ import annotations

import pytest
from spacy.language import Language

ASU = "Altai State University"

NAMES = [
    ("The Art Alliance Along the Volga grew.", ["Art Alliance Along the Volga"]),
    ("The Alliance of Schools along the Amur River and Oblakron grew.", ["Alliance of Schools along the Amur River"]),
    ("The Consortium of Libraries across the Far East grew.", ["Consortium of Libraries across the Far East"]),
    ("The Forum of Rectors of Schools in North Asia opened.", ["Forum of Rectors of Schools in North Asia"]),
    ("Then the Omsk 2013 Organizing Committee sang.", ["Omsk 2013 Organizing Committee"]),
    ("In May 2013 Organizing Committee members sang.", ["Organizing Committee"]),
    ('The "Centre for Work with Trade and Crafts" grew.', ["Centre for Work with Trade and Crafts"]),
    (
        "They thanked the Rural Youth Work Department of Omsk City Committee.",
        ["Rural Youth Work Department of Omsk City Committee"],
    ),
    (
        f"They toured {ASU}'s Faculty of Law, School of Ice Physics and Siberian Library.",
        ["Faculty of Law", "School of Ice Physics", "Siberian Library"],
    ),
    (
        f"They toured {ASU}'s Institute of Asian Studies in Arts and Letters and Mongolian Center.",
        ["Institute of Asian Studies in Arts and Letters", "Mongolian Center"],
    ),
    ("The Academy of Arts and Crafts of Hubei opened.", ["Academy of Arts and Crafts of Hubei"]),
    ("The Omsk Circus and the Polar Reading Room opened.", ["Omsk Circus", "Polar Reading Room"]),
    ("The Centre for Asia Pacific Studies grew.", ["Centre for Asia Pacific Studies"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str], english: Language) -> None:
    found = {text[one.start : one.end] for one in english(text)._.names}
    assert set(names) <= found


@pytest.mark.parametrize(
    "text",
    [
        "The Alliance along the Volga grew.",  # no members, no capital
        "The Forum of Rectors in Omsk opened.",
        "The Academy of Arts along the Volga grew.",
    ],
)
def test_what_goes_on_no_further(text: str, english: Language) -> None:
    assert not [one for one in english(text)._.names if "along" in text[one.start : one.end]]
    assert not [one for one in english(text)._.names if " in " in text[one.start : one.end]]


def test_whose_units_a_list_has(english: Language) -> None:
    text = f"They toured {ASU}'s Faculty of Law, School of Ice Physics and Siberian Library."
    owned = {text[r.subject.start : r.subject.end] for r in english(text)._.relations if r.property == "unitOf"}
    assert owned == {"Faculty of Law", "School of Ice Physics", "Siberian Library"}
    other = f"They toured {ASU}'s Faculty of Law and the Siberian Library."
    assert len([r for r in english(other)._.relations if r.property == "unitOf"]) == 1


def test_no_ministry_of_a_place(english: Language) -> None:
    for title in ("Chief Minister of Kenya", "Deputy Minister of our country"):
        assert all(post.body is None for post in english(f"The {title} Ivan Sokolov spoke.")._.posts)


def test_what_is_held_is_no_body(english: Language) -> None:
    text = "They came to a Meeting of the Working Group in Omsk."
    bodies = [one for one in english(text)._.names if one.cls in {"GovernmentBody", "Organization"}]
    assert not [one for one in bodies if text[one.start : one.end].startswith("Meeting")]
