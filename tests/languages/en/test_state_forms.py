"""Bodies behind their legal forms."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.en.state_forms import is_state_form

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
    ('NPO "Tula Steel" grew.', 'NPO "Tula Steel"', "Company"),
]
NONE = ["FGBU", "FGBU grew", "Federal State Institution"]


@pytest.mark.parametrize(("text", "name", "cls"), BODIES)
def test_bodies(text: str, name: str, cls: str | None, english: Language) -> None:
    found = {text[one.start : one.end]: one.cls for one in english(text)._.names}
    assert name in found
    assert cls is None or found[name] == cls


@pytest.mark.parametrize("said", NONE)
def test_none(said: str, english: Language) -> None:
    text = f"They saw the {said} report there."
    assert not [one for one in english(text)._.names if text[one.start : one.end].startswith(said.split(maxsplit=1)[0])]


@pytest.mark.parametrize("text", ['They signed the MOU "Green Path" in Omsk.', 'Said the FGBU "we are glad" man.'])
def test_quotations_that_name_nobody(text: str, english: Language) -> None:
    assert not [one for one in english(text)._.names if '"' in text[one.start : one.end]]


@pytest.mark.parametrize("short", ["SAU", "OSAU", "KSAU", "MAU", "SBI", "MOU", "RGAU"])
def test_short_forms_of_universities_and_documents_are_no_legal_forms(short: str) -> None:
    assert not is_state_form(short)
