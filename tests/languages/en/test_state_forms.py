"""Bodies behind their legal forms, units and branches by their letters."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.initials import spells

BODIES = [
    ('They toured FGBU "KazNIX" there.', 'FGBU "KazNIX"', "Organization"),
    ('They thanked FSBI "Tula Institute of Soils "Volga"" for it.', 'FSBI "Tula Institute of Soils "Volga""', None),
    ("They thanked FSBI «Tula Institute of Soils «Volga» for it.", "FSBI «Tula Institute of Soils «Volga»", None),
    (
        'The Federal State Institution "Omsk Ice Institute" grew.',
        'Federal State Institution "Omsk Ice Institute"',
        None,
    ),
    ('FSBEI HE "Polar Law School" grew.', 'FSBEI HE "Polar Law School"', "University"),
    ('FGUP "Tula Plant" grew.', 'FGUP "Tula Plant"', "Company"),
    ('FSBSI "Amur Soy" grew.', 'FSBSI "Amur Soy"', "ResearchOrganization"),
    ('FSBEI HE "Altai State University" grew.', 'FSBEI HE "Altai State University"', "University"),
    # a short form and a state
    ("TRL Germany arrived in Omsk.", "TRL Germany", "Organization"),
    ("They thanked TRL Germany, a bureau.", "TRL Germany", "Organization"),
]
NONE = ["FGBU", "FGBU grew", "EU Russia", "HSK China", "Federal State Institution"]


@pytest.mark.parametrize(("text", "name", "cls"), BODIES)
def test_bodies(text: str, name: str, cls: str | None, english: Language) -> None:
    found = {text[one.start : one.end]: one.cls for one in english(text)._.names}
    assert name in found
    assert cls is None or found[name] == cls


@pytest.mark.parametrize("said", NONE)
def test_none(said: str, english: Language) -> None:
    text = f"They saw the {said} summit there."
    assert not [one for one in english(text)._.names if text[one.start : one.end].startswith(said.split(maxsplit=1)[0])]


def test_a_unit_by_the_letters_before_it(english: Language) -> None:
    text = "The Ministry of Finance of Kenya sent guests to Jilin University. The MOF Budget Division sang."
    relations = [r for r in english(text)._.relations if r.property == "unitOf"]
    assert [text[r.object.start : r.object.end] for r in relations] == ["Ministry of Finance of Kenya"]
    other = "The Ministry of Justice sent guests. The MOF Budget Division sang."
    assert not english(other)._.relations


def test_whom_letters_spell() -> None:
    assert spells("RCYR", "Russian Council of Young Rectors")
    assert not spells("OO", "Omsk of Men")
    assert not spells("RUX", "Russian University")
