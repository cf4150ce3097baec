"""Names in English: the examples beside each pattern, people by their shape, and the registry's names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from kg.languages.en import built as module
from kg.languages.en.names import EnglishNames
from kg.languages.lexicon import read
from kg.languages.spans import NameSpan
from kg.schema import CLASSES

PATTERNS: list[dict[str, Any]] = read("en", "names")["patterns"]
LIKE = [(row["id"], example["text"], example["says"]) for row in PATTERNS for example in row["like"]]
UNLIKE = [(row["id"], text) for row in PATTERNS for text in row["unlike"]]


@pytest.fixture
def by(english: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None, str], set[str]]:
    """Give the names that the registry and one pattern alone, or none, find in a text."""
    every = module._patterns()

    def found(pattern: str | None, text: str) -> set[str]:
        monkeypatch.setattr(module, "_patterns", lambda: tuple(row for row in every if row[0] == pattern))
        return {text[name.start : name.end] for name in english(text)._.names if name.source != "model"}

    return found


def test_each_pattern_has_examples() -> None:
    assert all(row["like"] and row["unlike"] for row in PATTERNS)
    assert len({row["id"] for row in PATTERNS}) == len(PATTERNS) >= 5
    assert len(LIKE) >= 14
    assert len(UNLIKE) >= 10


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row["id"])
def test_a_row_has_known_fields_only(row: dict[str, Any]) -> None:
    assert row.keys() == {"id", "what", "pattern", "like", "unlike"}
    assert row["what"] in {"organization", "event", "place", "company", "hub", "body"}
    assert all(example.keys() == {"text", "says"} for example in row["like"])


@pytest.mark.parametrize(("pattern", "text", "name"), LIKE)
def test_like(pattern: str, text: str, name: str, by: Callable[[str | None, str], set[str]]) -> None:
    assert name not in by(None, text)
    assert name in by(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), UNLIKE)
def test_unlike(pattern: str, text: str, by: Callable[[str | None, str], set[str]]) -> None:
    assert by(pattern, text) == by(None, text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They thanked the Omsk Provincial Committee of the CPC.", "Omsk Provincial Committee of the CPC"),
        ("They thanked the Omsk Provincial Committee of the university.", "Omsk Provincial Committee"),
        ("He heads the Department for the Organization of Laws.", "Department for the Organization of Laws"),
        ("They thanked the Organization of Polar States.", "Organization of Polar States"),
        ("They run the Institute of Polar Legal studies (IPLS).", "Institute of Polar Legal studies"),
        ("They run the Institute of Polar Law research (IPL).", "Institute of Polar Law"),
        ("They joined the Polar Universities Union in Education then.", "Polar Universities Union in Education"),
        ("It is the Committee for Culture, Broadcasting and Press.", "Committee for Culture, Broadcasting and Press"),
        ("He heads the Department of Culture, Media and Tourism.", "Department of Culture, Media and Tourism"),
        ("They left the Committee for Culture, Moscow and Press Service.", "Committee for Culture"),
        ("Shares of AFK Polyarnik fell.", "AFK Polyarnik"),
    ],
)  # fmt: skip
def test_how_far_names_reach(text: str, name: str, english: Language) -> None:
    assert name in {text[found.start : found.end] for found in english(text)._.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They thanked North Tomsk State University.", "North Tomsk State University"),
        ("They toured Eastern Jilin University then.", "Eastern Jilin University"),
        ("They thanked Tomsk State University.", "Tomsk State University"),
        ("In the south, Tomsk State University is known.", "Tomsk State University"),
    ],
)
def test_a_part_of_the_land_makes_another_name(text: str, name: str, english: Language) -> None:
    assert name in {text[found.start : found.end] for found in english(text)._.names}


def test_known_names_may_share_their_noun(english: Language) -> None:
    text = "Peking, Tsinghua and Zhejiang universities met. Heilongjiang and Jilin universities grew."
    names = {text[name.start : name.end]: name.cls for name in english(text)._.names}
    assert {name for name, cls in names.items() if cls == "University"} == {
        "Peking",
        "Tsinghua",
        "Zhejiang universities",
    }


@pytest.mark.parametrize(
    "text",
    [
        "They work on Geological Modelling and Deep Ocean Sciences in Omsk.",
        "They opened a class on High-speed Railway Technology.",
        "They spoke of life in a Changing Ocean.",
    ],
)
def test_what_something_is_about_is_no_name(text: str, english: Language) -> None:
    assert {text[name.start : name.end] for name in english(text)._.names} <= {"Omsk"}


def named(nlp: Language, text: str) -> list[tuple[str, str]]:
    names: tuple[NameSpan, ...] = nlp(text)._.names
    return [(text[name.start : name.end], name.cls) for name in names]


PEOPLE = [
    ("Then Ivan Sokolov spoke.", "Ivan Sokolov"),
    ("Then Ivan SOKOLOV spoke.", "Ivan SOKOLOV"),
    ("Then SOKOLOV Ivan spoke.", "SOKOLOV Ivan"),
    ("The rector thanked Ivan Petrovich Sokolov.", "Ivan Petrovich Sokolov"),
    ("The rector thanked Sokolov Ivan Petrovich.", "Sokolov Ivan Petrovich"),
    ("Then I.P. Sokolov spoke.", "I.P. Sokolov"),
    ("Then I. P. Sokolov spoke.", "I. P. Sokolov"),
    ("Then Li Weiming spoke.", "Li Weiming"),
    ("Then LI Weiming spoke.", "LI Weiming"),
    ("Then Weiming LI spoke.", "Weiming LI"),
    ("Then Ouyang Weiming spoke.", "Ouyang Weiming"),
    ("Then Anna Petrova-Orlova spoke.", "Anna Petrova-Orlova"),
    ("Then Ivan Petrovich Sokolov spoke.", "Ivan Petrovich Sokolov"),
    ("Then Li Wei-ming spoke.", "Li Wei-ming"),
]


@pytest.mark.parametrize(("text", "person"), PEOPLE)
def test_people(text: str, person: str, english: Language) -> None:
    assert named(english, text) == [(person, "Person")]


@pytest.mark.parametrize(
    "text",
    [
        "The Silk Road starts in Xi'an.",
        "In November Students Arrive by train.",
        "The Vice-Rector for Research spoke.",
    ],
)
def test_no_people(text: str, english: Language) -> None:
    assert "Person" not in {cls for _, cls in named(english, text)}


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("They met at Tsinghua University.", "Tsinghua University", "organization/tsinghua"),
        ("They met at TSINGHUA UNIVERSITY.", "TSINGHUA UNIVERSITY", "organization/tsinghua"),
        ("They met at Saint Petersburg State University.", "Saint Petersburg State University", "organization/spbu"),
        ("They met at St. Petersburg State University.", "St. Petersburg State University", "organization/spbu"),
        ("They met at St Petersburg State University.", "St Petersburg State University", "organization/spbu"),
        ("They met at University of Heilongjiang.", "University of Heilongjiang", "organization/hlju"),
        ("They met at University of Jinan.", "University of Jinan", "organization/ujn"),
        ("They met at Jinan University.", "Jinan University", "organization/jnu"),
        ("They met in Xi’an.", "Xi’an", "place/xian"),
        ("They met in Xi'an.", "Xi'an", "place/xian"),
        ("Then SPbPU spoke.", "SPbPU", "organization/spbpu"),
        ("Then “Jilin University” spoke.", "Jilin University", "organization/jlu"),
    ],
)
def test_known_names(text: str, name: str, entry: str, english: Language) -> None:
    found = [span for span in english(text)._.names if span.entry == entry]
    assert [text[span.start : span.end] for span in found] == [name]
    assert found[0].source == "registry"


@pytest.mark.parametrize("text", ["They know it and use it.", "The union of workers met.", "An ice age ended."])
def test_common_words_are_no_names(text: str, english: Language) -> None:
    assert not english(text)._.names


@pytest.mark.parametrize(
    "text",
    [
        "Delegation of Russian University Rectors Visits Omsk",
        "Guests of the Chinese University saw it.",
        "Sino-Russian University Opened",
    ],
)
def test_whoever_is_of_a_country_is_nobody(text: str, english: Language) -> None:
    assert not any("University" in text[name.start : name.end] for name in english(text)._.names)


def test_a_country_in_a_name(english: Language) -> None:
    text = "The Russian University of Polar Transport grew."
    assert "Russian University of Polar Transport" in {text[n.start : n.end] for n in english(text)._.names}


def test_known_names_within_names(english: Language) -> None:
    text = "The Jilin University Representative Office in Moscow grew."
    within = [(text[name.start : name.end], name.entry) for name in english(text)._.inner]
    assert ("Jilin University", "organization/jlu") in within


def test_the_classes_of_names_are_the_ontologys(english: Language) -> None:
    component = english.get_pipe("srac_names")
    assert isinstance(component, EnglishNames)
    assert set(component.classes.values()) <= CLASSES.keys()


# names that no registry knows, with words that end nouns of kinds within them
CUT = [
    "Hubei Science and Technology Committee",
    "Northern University of Polar Science and Technology",
    "Department of Education, Science and Technology",
    "Omsk Academy of Sciences",
    "Polar Institute of Technology",
]


@pytest.mark.parametrize("name", CUT)
def test_names_that_go_on_behind_such_a_word(name: str, by: Callable[[str | None, str], set[str]]) -> None:
    assert name in by("organization-of-field", f"They thanked the {name}.")


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("They saw the University of Heilongjiang.", "organization/hlju"),
        ("University of Heilongjiang opened.", "organization/hlju"),
        ("They saw the Medical University of Heilongjiang.", None),
        ("They saw the Polar University of Heilongjiang.", None),
    ],
)
def test_the_end_of_a_name_is_not_the_name(text: str, entry: str | None, english: Language) -> None:
    (name,) = [span for span in english(text)._.names if span.cls == "University"]
    assert name.entry == entry
    assert text[name.start : name.end].endswith("University of Heilongjiang")


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("CPC", True),
        ("CPC Committee", False),
        ("CPC Omsk Committee", False),
        ("CPC Polar University Committee", False),
    ],
)
def test_a_committee_of_a_party_is_not_the_party(name: str, party: bool, english: Language) -> None:
    text = f"The {name} met."
    known = [text[span.start : span.end] for span in english(text)._.names if span.source == "registry"]
    assert ("CPC" in known) is party


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Institute of Oilseeds of the Omsk Academy of Crafts opened.",
            ["Institute of Oilseeds", "Omsk Academy of Crafts"],
        ),
        (
            "The Institute of Oilseeds of the Heilongjiang Academy of Polar Sciences opened.",
            ["Institute of Oilseeds", "Heilongjiang Academy of Polar Sciences"],
        ),
        ("The Institute of Oilseeds of Omsk opened.", ["Institute of Oilseeds of Omsk"]),
        (
            "The Institute of Law of China's Jilin University grew.",
            ["Institute of Law", "China", "Jilin University"],
        ),
        (
            "The Institute of Marine Law of China's Heihe University grew.",
            ["Institute of Marine Law", "China", "Heihe University"],
        ),
        ("The Institute of Law of China grew.", ["Institute of Law of China"]),
        # for whom an event is
        ("The Polar Olympiad for Young Engineers was held.", ["Polar Olympiad for Young Engineers"]),
        ("The Polar Olympiad for engineers was held.", ["Polar Olympiad"]),
        ("The Polar Olympiad for Jilin University was held.", ["Polar Olympiad", "Jilin University"]),
        ("The Polar Olympiad for Ivan Sokolov was held.", ["Polar Olympiad", "Ivan Sokolov"]),
        # every way to say consulate
        ("The Consulate-General of Russia in Harbin opened.", ["Consulate-General of Russia in Harbin"]),
        ("The General Consulate of Russia in Harbin opened.", ["General Consulate of Russia in Harbin"]),
    ],
)
def test_where_names_end(text: str, names: list[str], english: Language) -> None:
    assert [name for name, _ in named(english, text)] == names


def test_a_ministry_is_nothing_within_a_ministry(english: Language) -> None:
    text = "The Ministry of Education and Science of the Russian Federation met."
    assert [text[name.start : name.end] for name in english(text)._.inner if name.cls == "GovernmentBody"] == []


def test_a_hall_is_no_concert(english: Language) -> None:
    text = "They met in the Omsk Concert Hall."
    assert "Omsk Concert" not in {text[name.start : name.end] for name in english(text)._.names}
    text = "They heard the Omsk Concert yesterday."
    assert "Omsk Concert" in {text[name.start : name.end] for name in english(text)._.names}


def test_an_honorific_ends_a_name(english: Language) -> None:
    text = "Director of the Office of Polar Cooperation and Exchanges Ms. Anna Petrova spoke."
    found = {text[name.start : name.end] for name in english(text)._.names}
    assert "Office of Polar Cooperation and Exchanges" in found


def test_a_city_in_a_dateline(english: Language) -> None:
    text = "ST. PETERSBURG, June 6 -- Jilin University opened a museum."
    assert "ST. PETERSBURG" in {text[name.start : name.end] for name in english(text)._.names}


def test_a_dash_between_clauses_joins_no_names(english: Language) -> None:
    text = "The founders—Jilin University and Altai State University—are old."
    found = {text[name.start : name.end] for name in english(text)._.names}
    assert {"Jilin University", "Altai State University"} <= found


@pytest.mark.parametrize("month", ["May", "Sept."])
def test_a_date_is_no_part_of_a_name(month: str, english: Language) -> None:
    text = f"They thanked the Petrova Arts School on {month} 16."
    assert "Petrova Arts School" in {text[name.start : name.end] for name in english(text)._.names}


def test_an_agency_is_no_party_of_its_news(english: Language) -> None:
    text = "HARBIN, Dec. 3 (Xinhua) -- Jilin University opened a museum."
    assert "Xinhua" not in {text[name.start : name.end] for name in english(text)._.names}
    text = "Guests (Xinhua) praised it."
    assert "Xinhua" in {text[name.start : name.end] for name in english(text)._.names}


def test_known_people_behind_posts_in_small_letters(english: Language) -> None:
    text = "Then president Putin of Russia spoke."
    assert {name.entry for name in english(text)._.names if name.cls == "Person"} == {"person/vladimir-putin"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They thanked the Office of the Russian Ural Federal University.", "Russian Ural Federal University"),
        ("They thanked the Chinese Ural Federal University.", "Ural Federal University"),
    ],
)
def test_the_country_before_a_known_name(text: str, name: str, english: Language) -> None:
    assert name in {text[one.start : one.end] for one in english(text)._.names}


@pytest.mark.parametrize("spelt", ["Viktor Sadovnichii", "Victor Sadovnichij"])
def test_known_people_by_how_else_their_surnames_end(spelt: str, english: Language) -> None:
    assert {name.entry for name in english(f"Then {spelt} spoke.")._.names} == {"person/viktor-sadovnichy"}


def test_a_delegation_of_a_country_is_nobody(english: Language) -> None:
    text = "Russian Education Delegation Visits Omsk"
    assert not any("Delegation" in text[name.start : name.end] for name in english(text)._.names)


@pytest.mark.parametrize(
    "name",
    [
        "China (Harbin) International Rowing Forum",
        "Sino-Russian Ice (Heihe) Summit Forum",
        "First China-Russia (Tomsk) Conference",
    ],
)
def test_an_event_names_its_city_in_brackets(name: str, english: Language) -> None:
    text = f"Li Wei attended the {name} on 3 May."
    assert name in {text[one.start : one.end] for one in english(text)._.names}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("He heads the laboratory of maps and soils of Zorin Polar University.", "laboratory of maps and soils"),
        ("They met at the department of dry soils of Zorin Polar University.", "department of dry soils"),
        ("They saw the laboratory of maps and Zorin Polar University.", None),
        ("They saw the largest laboratory of Zorin Polar University.", None),
    ],
)
def test_units_of_wholes_that_are_built_as_well(text: str, unit: str | None, english: Language) -> None:
    units = [text[n.start : n.end] for n in english(text)._.names if n.cls == "OrganizationalUnit"]
    assert units == ([unit] if unit else [])


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the Polar Alliance of Ice Universities on the Russian side", "Polar Alliance of Ice Universities"),
        ("the Polar Alliance of Ice Universities from the Chinese side", "Polar Alliance of Ice Universities"),
        ("the Polar Institute of the Russian Language", "Polar Institute of the Russian Language"),
    ],
)
def test_a_side_is_no_part_of_a_name(said: str, name: str, english: Language) -> None:
    text = f"Then Wu Danna, head of {said}, spoke."
    assert name in {text[one.start : one.end] for one in english(text)._.names}
