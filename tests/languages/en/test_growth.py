"""How far names of bodies reach behind their patterns."""

from __future__ import annotations

import pytest
from spacy.language import Language

NAMES = [
    ("The Art Alliance Along the Volga grew.", "Art Alliance Along the Volga"),
    (
        "The Alliance of Schools along the Amur River and Jilin University grew.",
        "Alliance of Schools along the Amur River",
    ),
    ("The Consortium of Libraries across the Far East grew.", "Consortium of Libraries across the Far East"),
    ("The Alliance of Schools throughout May met.", "Alliance of Schools"),
    ("Then the Omsk 2013 Organizing Committee sang.", "Omsk 2013 Organizing Committee"),
    ("In May 2013 Organizing Committee members sang.", "Organizing Committee"),
    ('The "Centre for Work with Trade and Crafts" grew.', "Centre for Work with Trade and Crafts"),
    (
        "They met the Rural Youth Work Department of Omsk City Committee.",
        "Rural Youth Work Department of Omsk City Committee",
    ),
    ("The Centre for Asia Pacific Studies grew.", "Centre for Asia Pacific Studies"),
    (
        "They thanked the Association of Academies of the Far East and Siberia and North-Eastern provinces of China.",
        "Association of Academies of the Far East and Siberia and North-Eastern provinces of China",
    ),
    ("The Association of Academies of Siberia and guests of China sang.", "Association of Academies of Siberia"),
    ("The Institute of Law and northern regions of China sang.", "Institute of Law"),
    (
        "He leads the Institute for the Study of the Heritage of Kant.",
        "Institute for the Study of the Heritage of Kant",
    ),
    ("The Institute of Law in the 21st Century grew.", "Institute of Law in the 21st Century"),
    ("The Institute of Law in the New Era grew.", "Institute of Law in the New Era"),
    ("The Institute of Law in the new era grew.", "Institute of Law"),
    ("The Polar Institute in the New Era grew.", "Polar Institute"),
    # fields that something is done in
    (
        "The Polar Committee for Cooperation in Education, Culture, Health and Sports met.",
        "Polar Committee for Cooperation in Education, Culture, Health and Sports",
    ),
    (
        "The Polar Committee for Cooperation in Education, Oblakron and Omsk met.",
        "Polar Committee for Cooperation in Education",
    ),
    # in lists, which are no headlines
    (
        "Pan Li, Head, Department of Cooperation and Exchanges, Ministry of Education;",
        "Department of Cooperation and Exchanges",
    ),
    ("Omsk Opens Office of Cooperation and Exchanges", "Office of Cooperation and Exchanges"),
    # two parts of the world
    ("He heads the Russia and Central Asia Department of Jilin University.", "Russia and Central Asia Department"),
    ("They saw the Mongolia, China and Russia Research Center.", "Mongolia, China and Russia Research Center"),
    ("They went to the museum and Russia Research Center.", "Russia Research Center"),
    ("They went to Mongolia and Russia Research Center.", "Russia Research Center"),
    ("She heads the Center for Eastern Asia and SCO Research.", "Center for Eastern Asia and SCO Research"),
    # whom a fund helps
    ("The University of Eastern Finland grew.", "University of Eastern Finland"),
    ("The University of the South West Sichuan guests saw grew.", "University of the South West"),
    (
        "The Foundation for Development and Support of the Valdai Discussion Club grew.",
        "Foundation for Development and Support of the Valdai Discussion Club",
    ),
    ("The Foundation for Support of Jilin University grew.", "Foundation for Support"),
    # of people who meet
    ("The Polar Alliance of Transport University Presidents met.", "Polar Alliance of Transport University Presidents"),
    ("The Union of Polar School Teachers met.", "Union of Polar School Teachers"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: str, english: Language) -> None:
    assert name in {text[one.start : one.end] for one in english(text)._.names}


@pytest.mark.parametrize(
    "text",
    [
        "The Alliance along the Volga grew.",  # no members, no capital
        "The Academy of Arts along the Volga grew.",
    ],
)
def test_what_goes_on_no_further(text: str, english: Language) -> None:
    assert not [one for one in english(text)._.names if "along" in text[one.start : one.end]]
