"""Which thing each name means: one each, however often and however it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]
NEU = "Northeastern University"


def test_a_misspelt_name_is_the_same_person(understand: Understand) -> None:
    text = "Dong ZHIYU opened the session. Later Dong ZHIYUI thanked the guests. Zhiyu DONG closed it."
    found = understand(text)
    (person,) = found.of("person")
    assert person.id == "person/dong-zhiyu"
    assert {name.text for name in person.names} == {"Dong ZHIYU", "Dong ZHIYUI", "Zhiyu DONG"}
    assert len([mention for mention in found.found.mentions if mention.entity == person.id]) == 3
    assert any("ZHIYUI" in reason for reason in person.reasons)


def test_a_known_person_under_a_misspelt_name(understand: Understand) -> None:
    found = understand("Lu ZHIYU opened the session. Later Lu ZHIYUI thanked the guests.")
    assert [person.id for person in found.of("person")] == ["person/lu-zhiyu"]
    assert {mention.entity for mention in found.found.mentions} == {"person/lu-zhiyu"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        # whose organization the text names
        ("Kropachev, Rector of Saint Petersburg State University, spoke.", "person/nikolay-kropachev"),
        ("Guests came to SPbU. There Kropachev met them.", "person/nikolay-kropachev"),
        # somebody of that name in others' news, and one of whose name it is a part
        ("Kropachev, Dean of the Faculty of Law of Omsk State University, spoke.", "person/kropachev"),
        ("Then G.V. Koksharov spoke.", "person/koksharov-g-v"),
        ("Then Bolat Koksharov spoke.", "person/bolat-koksharov"),
    ],
)
def test_a_surname_that_somebody_known_has(text: str, person: str, understand: Understand) -> None:
    assert [one.id for one in understand(text).of("person")] == [person]


def test_near_names_are_two_people(understand: Understand) -> None:
    found = understand("Zhang Wei and Zhang Wen came.")
    assert [person.names[0].text for person in found.of("person")] == ["Zhang Wei", "Zhang Wen"]


def test_two_universities_of_one_city_with_near_abbreviations(understand: Understand) -> None:
    text = "SPbPU and SPbU signed a contract. Then SPbPU sent ten students, and SPbU five."
    found = understand(text)
    for occurrence in (0, 1):
        assert found.meant("SPbPU", occurrence) == {"organization/spbpu"}
        assert found.meant("SPbU", occurrence) == {"organization/spbu"}


def test_five_universities_of_one_city(understand: Understand) -> None:
    names = {
        "Xi'an Jiaotong University": "xjtu",
        "Xi'an Polytechnic University": "xpu",
        "Xi'an University of Technology": "xut",
        "Xi'an Technological University": "xatu",
        "Xi'an University of Science and Technology": "xust",
    }
    *most, last = names
    text = f"{', '.join(most)} and {last} sent guests."
    found = understand(text)
    assert {entity.id for entity in found.of("organization")} == {f"organization/{key}" for key in names.values()}
    for name, key in names.items():
        assert found.meant(name, 0) - {"place/xian"} == {f"organization/{key}"}


POLYTECHNIC = "Polytechnic University greeted guests from Jilin University."


@pytest.mark.parametrize("key", ["spbpu", "tpu"])
def test_polytechnic_university_in_its_own_news(key: str, understand: Understand) -> None:
    assert understand(POLYTECHNIC, f"organization/{key}").meant("Polytechnic University") == {f"organization/{key}"}


@pytest.mark.parametrize("publisher", [None, "organization/jlu", "organization/nobody"])
def test_polytechnic_university_in_others_news_is_none_of_them(publisher: str | None, understand: Understand) -> None:
    found = understand(POLYTECHNIC, publisher)
    assert {one.rstrip("0123456789") for one in found.meant("Polytechnic University")} == {"organization/~"}
    assert not {"organization/spbpu", "organization/tpu"} & {entity.id for entity in found.found.entities}


@pytest.mark.parametrize(
    ("long", "key"),
    [("Tomsk Polytechnic University", "tpu"), ("Peter the Great St. Petersburg Polytechnic University", "spbpu")],
)
def test_polytechnic_university_in_a_text_about_one(long: str, key: str, understand: Understand) -> None:
    text = f"{long} signed a contract. Polytechnic University sent ten students."
    assert understand(text).meant("Polytechnic University", -1) == {f"organization/{key}"}


def test_one_conference_under_three_names(understand: Understand) -> None:
    names = (
        "18th China International Expert Exchange Conference",
        "Chinese International Experts Exchange Conference",
        "China International Conference on Specialists Exchange",
    )
    text = f"The {names[0]} opened. Guests came to the {names[1]}. They praised the {names[2]}."
    found = understand(text)
    (event,) = found.of("event")
    assert (event.cls, event.series, event.edition) == ("Conference", "event-series/ciep", 18)
    assert all(found.meant(name, 0) == {event.id} for name in names)


def test_two_editions_of_a_series_are_two_events(understand: Understand) -> None:
    found = understand("The 5th China-Russia Expo opened. Nobody forgot the 4th China-Russia Expo.")
    assert sorted(event.edition or 0 for event in found.of("event")) == [4, 5]
    assert {event.series for event in found.of("event")} == {"event-series/china-russia-expo"}


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
def test_a_short_form_means_the_long_one(text: str, short: str, id: str, understand: Understand) -> None:
    found = understand(text)
    assert found.meant(short, -1) == {id}
    (entity,) = [entity for entity in found.found.entities if entity.id == id]
    assert short in {name.text for name in entity.names}
    assert any(short in reason for reason in entity.reasons)


@pytest.mark.parametrize("unit", ["International Office", "Laser Laboratory"])
def test_every_university_has_one(unit: str, understand: Understand) -> None:
    found = understand(f"They thanked the {unit} of Jilin University and the {unit} of Altai State University.")
    units = {(r.subject, r.object) for r in found.found.related if r.property == "unitOf"}
    assert {target for _, target in units} == {"organization/jlu", "organization/asu"}
    assert len({part for part, _ in units}) == 2


def test_a_surname_behind_an_honorific_means_the_person_told_of(understand: Understand) -> None:
    text = "Ivan Sokolov came to Jilin University. Mr. Sokolov met with Li Weiming."
    assert understand(text).meant("Sokolov", -1) == {"person/ivan-sokolov"}


@pytest.mark.parametrize("short", ["Sokolov", "I. Sokolov"])
def test_a_persons_short_forms(short: str, understand: Understand) -> None:
    text = f"Ivan Sokolov came to Jilin University. {short} met with Li Weiming."
    found = understand(text)
    assert found.meant(short, -1) == {"person/ivan-sokolov"}


@pytest.mark.parametrize(
    ("text", "occurrence", "id"),
    [
        ("Professor Li Ming of Jilin University met President Li Qiang. President Li spoke.", 2, "person/li-qiang"),
        ("Vice-Premier Li Ming greeted President Li Qiang. Principal Li spoke.", 2, "person/li-qiang"),
        ("Dean Sergey Petrov met Rector Ivan Petrov. Dean Petrov spoke.", 2, "person/petrov-sergey"),
    ],
)
def test_of_two_with_one_surname_the_title_tells_which(
    text: str, occurrence: int, id: str, understand: Understand
) -> None:
    surname = id.removeprefix("person/").split("-")[0].title()
    assert understand(text).meant(surname, occurrence) == {id}


def test_a_title_that_both_bear_tells_nothing(understand: Understand) -> None:
    found = understand("Professor Li Ming met Professor Li Qiang. Professor Li spoke.")
    assert {person.id for person in found.of("person")} == {"person/li", "person/li-ming", "person/li-qiang"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # "Dean" says neither of a president and a professor
        ("Professor Li Ming met President Li Qiang. Dean Li spoke.", {"li", "li-ming", "li-qiang"}),
        # heads of wholes are one post, deputies and other heads are not
        ("Professor Li Ming met President Li Qiang. Chancellor Li spoke.", {"li-ming", "li-qiang"}),
        ("Professor Li Ming met President Li Qiang. Director Li spoke.", {"li", "li-ming", "li-qiang"}),
        ("Principal Li Ming met President Li Qiang. Chancellor Li spoke.", {"li", "li-ming", "li-qiang"}),
        # two names are no short form
        ("Professor Li Ming met President Li Qiang. President Li Na spoke.", {"li-ming", "li-na", "li-qiang"}),
    ],
)
def test_titles_that_tell_or_do_not_tell(text: str, people: set[str], understand: Understand) -> None:
    assert {person.id.removeprefix("person/") for person in understand(text).of("person")} == people


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Altai State University held a Summer School.", 1),
        ("Altai State University held a Summer School. Li Weiming taught at the Summer School.", 1),
        ("Altai State University held a Summer School. Li Weiming taught at the Winter School.", 2),
        ("Altai State University held a Spring Ball.", 0),
        ("Altai State University has an International Office.", 0),
    ],
)
def test_a_short_event_name_is_an_event(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        # nothing tells which: something of this text alone, every time it is named
        ("Northeastern University sent guests. Tuva State University met Northeastern University.", NEU, "~"),
        ("The rector of VSU, Ivan Petrov, came to Tuva State University. VSU is old.", "VSU", "~"),
        # the city beside it tells, and the only country that the sentence speaks of
        ("Guests came from Northeastern University (Shenyang). Northeastern University is old.", NEU, "neu"),
        ("A Chinese partner, Northeastern University, sent guests.", NEU, "neu"),
        ("Chinese universities, such as Northeastern University, sent guests.", NEU, "neu"),
        # … but no adjective of others, nor where a place of another land stands beside the name
        ("Chinese scholars and Northeastern University came.", NEU, "~"),
        ("Northeastern University has many Chinese students.", NEU, "~"),
        ("Russian and Chinese universities, such as Northeastern University, sent guests.", NEU, "~"),
        ("Chinese scholars and Northeastern University from Boston came.", NEU, "~"),
        ("Northeastern University in Boston is old. A Chinese partner, Northeastern University, came.", NEU, "~"),
        # no name of an organization alone: "Polytechnic"
        ("Polytechnic sent guests.", "Polytechnic", ""),
    ],
)
def test_a_name_that_several_bear(text: str, name: str, id: str, understand: Understand) -> None:
    found = understand(text)
    meant = [found.meant(name, at) for at in range(text.count(name))]
    assert len(set(map(frozenset, meant))) == 1  # the same throughout
    assert {one.removeprefix("organization/").rstrip("0123456789") for one in meant[0]} == ({id} if id else set())


def test_a_name_that_several_bear_says_so(understand: Understand) -> None:
    (one, *_) = understand("Northeastern University sent guests.").of("organization")
    assert (one.cls, one.names[0].text, one.same_as) == ("University", NEU, ())
    assert "is a name of several" in one.reasons[0]


@pytest.mark.parametrize(
    "text",
    [
        "Heilongjiang University of Chinese Medicine grew. In May Heilongjiang University signed an agreement.",
        "The Shenyang University of Technology was the host.\nShenyang University signed an agreement.",
    ],
)
def test_a_known_name_means_its_own_behind_a_longer_one(text: str, understand: Understand) -> None:
    found = understand(text)
    short = " ".join(text.removesuffix(" signed an agreement.").split()[-2:])
    whole, own = ({one for one in found.meant(short, at) if one.startswith("organization/")} for at in (0, 1))
    assert own
    assert not own & whole


def test_bodies_without_their_owner_stay_two(understand: Understand) -> None:
    found = understand("The city's Department of Trade and the region's Department of Trade came.")
    assert not found.meant("city's Department", 0) & found.meant("region's Department", 0)
    (one,) = understand("The city's Department of Trade came.").of("organization")
    assert one.names[0].text == "Department of Trade"


@pytest.mark.parametrize("unit", ["Dissertation Council", "Youth Council", "Law School"])
def test_letters_before_a_unit_mean_its_owner(unit: str, understand: Understand) -> None:
    found = understand(f"The SibOLU {unit} met. Guests came to SibOLU from afar.")
    assert found.meant(f"SibOLU {unit}") != found.meant("SibOLU", 1)
