"""Names of bodies as far as the recogniser sees them."""

from __future__ import annotations

import pytest
from spacy.language import Language


def named(nlp: Language, text: str) -> set[str]:
    doc = nlp(text)
    return {doc.text[name.start : name.end] for name in doc._.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pavel Orlov is a Specialist in the {}.", "Department of Ties with Northern Regions of the Planet"),
        ("Olga is Director of the {} (NOSCST).", "National Office for Standards in Culture, Sport and Tourism"),
        ("Students of {} and Masaryk University came.", "Harbin State College of Trade and Tourism"),
        ("Anna teaches at the {} of Jilin University.", "Department of Russian as a Foreign Language"),
        ("The {} of the International Union of Polar Research met.", "Governing Board"),
        ("The Chairman of the {}, Wang Hao, received the guests.", "Jilin University Council"),
    ],
)
def test_a_name_goes_on(text: str, name: str, english: Language) -> None:
    assert name in named(english, text.format(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met Li Weiming, Dean of the {} of the CULR.", "School of Culture and Design"),
        ("The {} and the Institute of Law of Tomsk State University signed.", "Faculty of Economics"),
        ("The {} in Omsk received the guests.", "Institute of Sport"),
        ("They founded the {} with Severnaya Zvezda.", "Institute of Polar Sport"),
    ],
)
def test_a_name_ends(text: str, name: str, english: Language) -> None:
    assert name in named(english, text.format(name))
