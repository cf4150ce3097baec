"""What a text names: one thing each, however often and however it is called there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import registry
from kg.entities.resolve import resolve
from kg.languages import load
from kg.records import Block, BlockKind, Document, Entity, Recognised

REGISTRY = registry.load()


def document(text: str, publisher: str | None = None, *blocks: Block) -> Document:
    return Document("x", "", "en", text, blocks or (Block(BlockKind.PARAGRAPH, 0, len(text)),), publisher=publisher)


def read(text: str, publisher: str | None = None) -> Recognised:
    return resolve(document(text, publisher), load("en")(text), REGISTRY)


def meant(found: Recognised, text: str, words: str, occurrence: int = 0) -> set[str]:
    """Give the ids of what the words mean where they stand."""
    start = [match.start() for match in re.finditer(re.escape(words), text)][occurrence]
    return {mention.entity for mention in found.mentions if mention.start == start}


def of(found: Recognised, home: str) -> list[Entity]:
    return [entity for entity in found.entities if entity.id.startswith(f"{home}/")]


def test_a_misspelt_name_is_the_same_person() -> None:
    text = "Dong ZHIYU opened the session. Later Dong ZHIYUI thanked the guests. Zhiyu DONG closed it."
    found = read(text)
    (person,) = of(found, "person")
    assert person.id == "person/dong-zhiyu"
    assert {name.text for name in person.names} == {"Dong ZHIYU", "Dong ZHIYUI", "Zhiyu DONG"}
    assert len([mention for mention in found.mentions if mention.entity == person.id]) == 3
    assert any("ZHIYUI" in reason for reason in person.reasons)


def test_a_known_person_under_a_misspelt_name() -> None:
    found = read("Lu ZHIYU opened the session. Later Lu ZHIYUI thanked the guests.")
    assert [person.id for person in of(found, "person")] == ["person/lu-zhiyu"]
    assert {mention.entity for mention in found.mentions} == {"person/lu-zhiyu"}


def test_near_names_are_two_people() -> None:
    found = read("Zhang Wei and Zhang Wen came.")
    assert [person.names[0].text for person in of(found, "person")] == ["Zhang Wei", "Zhang Wen"]


def test_two_universities_of_one_city_with_near_abbreviations() -> None:
    text = "SPbPU and SPbU signed a contract. Then SPbPU sent ten students, and SPbU five."
    found = read(text)
    for occurrence in (0, 1):
        assert meant(found, text, "SPbPU", occurrence) == {"organization/spbpu"}
        assert meant(found, text, "SPbU", occurrence) == {"organization/spbu"}


def test_five_universities_of_one_city() -> None:
    names = {
        "Xi'an Jiaotong University": "xjtu",
        "Xi'an Polytechnic University": "xpu",
        "Xi'an University of Technology": "xut",
        "Xi'an Technological University": "xatu",
        "Xi'an University of Science and Technology": "xust",
    }
    *most, last = names
    text = f"{', '.join(most)} and {last} sent guests."
    found = read(text)
    assert {entity.id for entity in of(found, "organization")} == {f"organization/{key}" for key in names.values()}
    for name, key in names.items():
        assert meant(found, text, name) - {"place/xian"} == {f"organization/{key}"}


POLYTECHNIC = "Polytechnic University greeted guests from Jilin University."


@pytest.mark.parametrize("key", ["spbpu", "tpu"])
def test_polytechnic_university_in_its_own_news(key: str) -> None:
    assert meant(read(POLYTECHNIC, f"organization/{key}"), POLYTECHNIC, "Polytechnic University") == {
        f"organization/{key}"
    }


@pytest.mark.parametrize("publisher", [None, "organization/jlu", "organization/nobody"])
def test_polytechnic_university_in_others_news_is_none_of_them(publisher: str | None) -> None:
    found = read(POLYTECHNIC, publisher)
    assert not meant(found, POLYTECHNIC, "Polytechnic University")
    assert not {"organization/spbpu", "organization/tpu"} & {entity.id for entity in found.entities}


@pytest.mark.parametrize(
    ("long", "key"),
    [("Tomsk Polytechnic University", "tpu"), ("Peter the Great St. Petersburg Polytechnic University", "spbpu")],
)
def test_polytechnic_university_in_a_text_about_one(long: str, key: str) -> None:
    text = f"{long} signed a contract. Polytechnic University sent ten students."
    assert meant(read(text), text, "Polytechnic University", -1) == {f"organization/{key}"}


def test_one_conference_under_three_names() -> None:
    names = (
        "18th China International Expert Exchange Conference",
        "Chinese International Experts Exchange Conference",
        "China International Conference on Specialists Exchange",
    )
    text = f"The {names[0]} opened. Guests came to the {names[1]}. They praised the {names[2]}."
    found = read(text)
    (event,) = of(found, "event")
    assert (event.cls, event.series, event.edition) == ("Conference", "event-series/ciep", 18)
    assert all(meant(found, text, name) == {event.id} for name in names)


def test_two_editions_of_a_series_are_two_events() -> None:
    found = read("The 5th China-Russia Expo opened. Nobody forgot the 4th China-Russia Expo.")
    assert sorted(event.edition or 0 for event in of(found, "event")) == [4, 5]
    assert {event.series for event in of(found, "event")} == {"event-series/china-russia-expo"}


@pytest.mark.parametrize(
    ("text", "short", "id"),
    [
        (
            "The Northern Technological University of Omsk (NTUO) grew. Then NTUO sent ten students.",
            "NTUO",
            "organization/northern-technological-university-of-omsk",
        ),
        (
            "The Eurasian Forum of Polar Research (EFPR) opened. Guests came to the EFPR.",
            "EFPR",
            "event/eurasian-forum-of-polar-research",
        ),
        ("Siberian Polar Institute (SPI) grew. Guests came to SPI.", "SPI", "organization/siberian-polar-institute"),
        ("Siberian Polar Institute grew. Guests came to SPI.", "SPI", "organization/siberian-polar-institute"),
        (
            "Siberian Polar Institute grew. Guests came to Polar Institute.",
            "Polar Institute",
            "organization/siberian-polar-institute",
        ),
    ],
)
def test_a_short_form_means_the_long_one(text: str, short: str, id: str) -> None:
    found = read(text)
    assert meant(found, text, short, -1) == {id}
    (entity,) = [entity for entity in found.entities if entity.id == id]
    assert short in {name.text for name in entity.names}
    assert any(short in reason for reason in entity.reasons)


def test_brackets_do_not_make_two_known_universities_one() -> None:
    found = read("Jilin University (Altai State University) sent guests.")
    assert {"organization/jlu", "organization/asu"} <= {entity.id for entity in found.entities}


@pytest.mark.parametrize("unit", ["International Office", "Laser Laboratory"])
def test_every_university_has_one(unit: str) -> None:
    found = read(f"They thanked the {unit} of Jilin University and the {unit} of Altai State University.")
    units = {(r.subject, r.object) for r in found.related if r.property == "unitOf"}
    assert {target for _, target in units} == {"organization/jlu", "organization/asu"}
    assert len({part for part, _ in units}) == 2


def test_offices_names_say_whose_and_where_they_are() -> None:
    found = read("The Jilin University Representative Office in Moscow grew.")
    said = {(r.property, r.object) for r in found.related}
    assert said == {("unitOf", "organization/jlu"), ("locatedIn", "place/moscow")}


def test_posts_come_with_people_and_organizations() -> None:
    found = read("Ivan Sokolov, Rector of Altai State University, and Prof. Li Weiming from Jilin University came.")
    assert {(post.person, post.organization, post.title) for post in found.posts} == {
        ("person/ivan-sokolov", "organization/asu", "Rector"),
        ("person/li-weiming", "organization/jlu", "Prof."),
    }


def test_what_is_boilerplate_is_not_read() -> None:
    text = "Jilin University grew.\nSee also Altai State University"
    cut = text.index("\n")
    blocks = (Block(BlockKind.PARAGRAPH, 0, cut), Block(BlockKind.BOILERPLATE, cut + 1, len(text)))
    found = resolve(document(text, None, *blocks), load("en")(text), REGISTRY)
    assert "organization/asu" not in {entity.id for entity in found.entities}
    assert "organization/jlu" in {entity.id for entity in found.entities}


def test_a_surname_behind_an_honorific_means_the_person_told_of() -> None:
    text = "Ivan Sokolov came to Jilin University. Mr. Sokolov met with Li Weiming."
    assert meant(read(text), text, "Sokolov", -1) == {"person/ivan-sokolov"}


@pytest.mark.parametrize("short", ["Sokolov", "I. Sokolov"])
def test_a_persons_short_forms(short: str) -> None:
    text = f"Ivan Sokolov came to Jilin University. {short} met with Li Weiming."
    found = read(text)
    assert meant(found, text, short, -1) == {"person/ivan-sokolov"}


SAID_WITH = (
    "Jilin University SPbPU Polytechnic Ivan Sokolov LI Weiming Rector of the and , . ( ) Institute Forum 5th "
    "China-Russia Expo in Moscow signed an agreement with delegation both sides it he our university \n"
)
WORDS = st.sampled_from(SAID_WITH.split(" "))


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([None, "organization/spbpu", "organization/jlu"]))
def test_whatever_the_words_the_records_fit_together(text: str, publisher: str | None) -> None:
    found = read(text, publisher)
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    assert all(
        0 <= m.start < m.end <= len(text) and m.entity in ids and 0 < m.score <= 1 and m.reason for m in found.mentions
    )
    assert all(r.subject in ids and r.object in ids and r.subject != r.object for r in found.related)
    assert all(post.person in ids and post.organization in (None, *ids) for post in found.posts)
    assert all(entity.names or "/~" in entity.id for entity in found.entities)
