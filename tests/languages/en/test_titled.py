"""Events whose names end with a title in quotation marks."""

from __future__ import annotations

import pytest
from spacy.language import Language

TITLED = [  # a text, the class of what it names, the name
    (
        'The round table of Russian and Chinese rectors "Engineers for the North" opened.',
        "RoundTable",
        'round table of Russian and Chinese rectors "Engineers for the North"',
    ),
    ('They saw the online exhibition "Study in Siberia" in May.', "Exhibition", 'online exhibition "Study in Siberia"'),
    ('He spoke at the roundtable "Schools and Rivers", which ended.', "RoundTable", 'roundtable "Schools and Rivers"'),
    (
        "They held the international scientific and practical conference of young chemists “Amur Horizons”.",
        "Conference",
        "international scientific and practical conference of young chemists “Amur Horizons”",
    ),
    (
        "He won the III International Contest «Voices of the Amur» again.",
        "Competition",
        "III International Contest «Voices of the Amur»",
    ),
    (
        'The XV All-Russian Conference with International Participation "Soils of the Steppe" opened.',
        "Conference",
        'XV All-Russian Conference with International Participation "Soils of the Steppe"',
    ),
    (
        'They held an all-Russian conference with international participation "Soils of the Steppe".',
        "Conference",
        'all-Russian conference with international participation "Soils of the Steppe"',
    ),
    ("The course of lectures ‘Two Towns: Trade’ ended.", "Course", "course of lectures ‘Two Towns: Trade’"),
    ('He read the online cycle of lectures "Soils of Tuva".', "Course", 'online cycle of lectures "Soils of Tuva"'),
    ('The summer school "Bridges" and a fair were held.', "Course", 'summer school "Bridges"'),
]
NOT_TITLED = [
    'The forum was called "Northern Lights" by all.',  # a verb between
    'He gave a lecture "Metals and Men" there.',  # no gathering
    'The guests of lectures "Metals and Men" came.',
    'The forum with many guests "Northern Lights" opened.',  # it had guests
    'The conference with the choir "Northern Lights" ended.',
    'The forum opened. "We are glad", he said.',
    'They carried out the project "Northern Lights" there.',
    'He attended the Polar Forum of Rectors and delivered a speech titled "Northern Lights".',
    'She came to the Polar Forum of Rectors and gave a keynote report entitled "Northern Lights".',
    'At the conference he said: "We are glad".',
    'The forum of Jilin University "Northern Lights" opened.',  # an organization between
    'The contest for "best paper" was won.',  # no title: small letters
    'The roundtable "Space of Words of "One Sea": Problems" opened.',  # another quotation opens in it
]


@pytest.mark.parametrize(("text", "cls", "name"), TITLED)
def test_a_title_belongs_to_the_noun_before_it(text: str, cls: str, name: str, english: Language) -> None:
    assert (name, cls) in {(text[span.start : span.end], span.cls) for span in english(text)._.names}


@pytest.mark.parametrize("text", NOT_TITLED)
def test_what_is_no_title(text: str, english: Language) -> None:
    assert not [span for span in english(text)._.names if any(mark in text[span.start : span.end] for mark in '"“«')]
