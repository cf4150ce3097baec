"""Names and dates are one token each."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.languages.en.merging import seen_as


def test_a_name_is_one_token_of_its_class(english: Language) -> None:
    doc = english("Jilin University and Li Weiming came to Nizhny Novgorod.")
    merged = {token.text: token.ent_type_ for token in doc if token.ent_type_}
    assert merged == {"Jilin University": "University", "Li Weiming": "Person", "Nizhny Novgorod": "City"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On 12 May 2021 Jilin University grew.", "On 12 May 2021"),
        ("On the morning of 12 May, Jilin University grew.", "On the morning of 12 May"),
        ("In the morning of 12 May Jilin University grew.", "In the morning of 12 May"),
        ("Jilin University grew on 12 May 2021.", "12 May 2021"),
        ("They said that on 12 May 2021 it rained.", "12 May 2021"),
    ],
)
def test_a_date_is_one_token_with_what_leads_up_to_it_where_a_sentence_begins(
    text: str, date: str, english: Language
) -> None:
    doc = english(text)
    (token,) = [token for token in doc if "May" in token.text]
    assert (token.text, token.norm_) == (date, "monday")
    assert (token.idx in doc._.leads) == text.startswith(("On", "In"))


@pytest.mark.parametrize("text", ["They met the May Fund of Jilin University.", "They may come to Jilin University."])
def test_no_date(text: str, english: Language) -> None:
    doc = english(text)
    assert "monday" not in {token.norm_ for token in doc}
    assert not doc._.leads


@pytest.mark.parametrize(("text", "leads"), [("2017: A centre opened.", {0}), ("In it 2017: a centre.", set())])
def test_the_year_of_a_chronicle(text: str, leads: set[int], english: Language) -> None:
    assert english(text)._.leads == leads


def test_the_parser_reads_words_that_it_knows(english: Language) -> None:
    doc = english("From Beijing Li Weiming and SPbPU came to the II Amur Forum on 12 May 2021.")
    assert {t.text: seen_as(t) for t in doc if seen_as(t)} == {
        "Beijing": "Paris",
        "Li Weiming": "John",
        "SPbPU": "Google",
        "II Amur Forum": "Olympics",
        "12 May 2021": "Monday",
    }
    assert {t.text: t.lemma_ for t in doc if t.ent_type_} == {t.text: t.text for t in doc if t.ent_type_}
    assert {t.pos_ for t in doc if t.ent_type_} == {"PROPN"}


PIECES = [
    "In the morning of",
    "On the afternoon of",
    "In the same month",
    "At the end of the year",
    "that day",
    "as a result",
    "12 May 2021",
    "May 12",
    "Monday",
    "2019",
    "from 3 to 5 June",
    "Jilin University",
    "Li Weiming",
    "(JLU)",
    "Rector",
    "Assoc. Prof.",
    "of",
    "the",
    "and",
    ",",
    ".",
    ":",
    "\n",
    "came",
    "Amur Forum",
    "SB RAS",
    "«",
    "at 3:30 pm",
    "12.05.2021",
]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_whatever_stands_together_is_read_and_no_letter_lost(pieces: list[str], english: Language) -> None:
    text = " ".join(pieces)
    assert len(english(text).text) == len(text)
