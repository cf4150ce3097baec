"""Which gathering a text tells of: that its names, titles and descriptions mean one event, and what it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Understand = Callable[..., Any]


def names(found: Any) -> list[set[str]]:
    """Give the names of each event."""
    return [{name.text for name in event.names} for event in found.of("event")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('A seminar, "Law and Life", was held in Omsk. Guests praised the seminar.', "Law and Life"),
        ('Jilin University held a round table under the title "Ways Home". The round table was long.', "Ways Home"),
        ('A forum opened in Omsk. Officially the forum bore the title "New Ways".', "New Ways"),
        ("A forum opened in Omsk. The forum, under the name ‘People’s Ways’, was long.", "People's Ways"),
        ('Jilin University held a symposium under the name "Polar Dialogues".', "Polar Dialogues"),
    ],
)
def test_a_title_is_the_name_of_the_event_before_it(text: str, title: str, understand: Understand) -> None:
    (event,) = names(understand(text))
    assert title in {name.replace("’", "'") for name in event}


@pytest.mark.parametrize(
    "text",
    [
        'At the conference, "We must go on," he said.',
        'Guests praised the conference, "We must go on", he said.',
        'Guests left the conference. "New Ways" was sold there.',
    ],
)
def test_what_is_said_is_no_title(text: str, understand: Understand) -> None:
    assert all(not any("We must" in name or "New Ways" in name for name in event) for event in names(understand(text)))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Polar forum of rectors\nAn international rectors' forum was held in Omsk.", 1),
        ("Polar Forum of Rectors\nAn international conference was held in Omsk.", 1),
        ("Polar forum of rectors\nA forum on fishing was held in Omsk.", 2),
        ("Polar Forum of Rectors\nA seminar was held during the Polar Forum of Rectors.", 2),
        ("Polar Forum of Rectors\nA concert was held in Omsk.", 2),
        ("Polar Forum of Rectors\nGuests came. It rained. A conference was held in Omsk.", 2),
    ],
)
def test_the_first_sentence_tells_of_the_titles_event(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text, title=True).of("event")) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A conference that had long been awaited, the sixth Polar Workshop, took place in Omsk.", 1),
        ("A conference, the Polar Workshop, took place in Omsk.", 1),
        ("A conference took place in Omsk, and the Polar Workshop followed.", 2),
    ],
)
def test_the_name_behind_a_comma(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A special event was dedicated to the anniversary.", 1),
        ("A concert was held on the occasion of the 80th anniversary of Jilin University.", 1),
        ("A concert was held to mark the anniversary.", 1),
        ("Guests came on the occasion of the 80th anniversary of Jilin University.", 1),
        ("A special event was held in Omsk. Guests came for the celebration.", 1),
        ("A ceremony was held in Omsk. The guests of the Russian-Chinese meeting sang.", 1),
        ("Rector Ivan Sokolov spoke at an event in Omsk.", 1),
        ("It was an important event in his life.", 0),
        ("He told of twenty years of work.", 0),
    ],
)
def test_what_is_an_event_beside_another(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


def test_names_without_praise_brackets_and_dates(understand: Understand) -> None:
    (event,) = names(understand("A solemn opening of the representative office of Jilin University (JLU) was held."))
    assert "opening of the representative office" in event
    (event,) = names(understand("Jilin University gave a double opening ceremony."))
    assert event == {"double opening ceremony", "opening ceremony"}

    (event,) = names(understand("They held the seminar ‘New Methods of Drilling’ in Omsk."))
    assert event >= {"seminar ‘New Methods of Drilling’", "New Methods of Drilling"}
    (event,) = names(understand("The finals and summit for the steel industries were held."))
    assert "finals and summit for the steel industries" in event
    (event,) = names(understand("The General Meeting of the Russian Academy of Sciences (RAS) was held."))
    assert "General Meeting of the Russian Academy of Sciences" in event
    (event,) = names(understand("They had a meeting on May 5 with guests."))
    assert event == {"meeting"}


def test_the_event_is_what_the_text_is_about(understand: Understand) -> None:
    text = "Jilin University held a ceremony. It was a part of the Polar Expo. Guests praised the event."
    found = understand(text)
    assert found.meant("event") == found.meant("ceremony")


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The Polar Forum (The 4th Amur Workshop on Ice) opened in Omsk.", 1),
        ("The Polar Forum (during the 4th Amur Workshop on Ice) opened in Omsk.", 2),
        ("The Polar Forum (the 4th Amur Workshop followed) opened in Omsk.", 2),
        ("The Polar Forum (the Amur Fair) opened in Omsk.", 2),
        ("The 3rd Polar Forum (the 4th Amur Workshop on Ice) opened in Omsk.", 2),
        ("The Polar-2021 Forum (the Amur-2023 Forum) opened in Omsk.", 2),
        ("The Polar-2021 Forum (the Amur-2021 Forum) opened in Omsk.", 1),
    ],
)
def test_an_event_in_brackets_behind_another(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


def test_what_stands_in_brackets_is_meant_wherever_it_is_named(understand: Understand) -> None:
    found = understand(
        "The Polar Forum (the 4th Amur Workshop on Ice) opened. Guests praised the 4th Amur Workshop on Ice."
    )
    assert found.meant("Polar Forum") == found.meant("4th Amur Workshop on Ice", 1)
    (event,) = found.of("event")
    assert any("in brackets" in reason for reason in event.reasons)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # a title's words say what an event is about, but not that another of like words is the same
        ("The conference “Forests of Omsk” was long. The conference on the forests of China was short.", 2),
        ("The seminar “Law and Trade of Asia” was long. The regional trade seminar was short.", 2),
        ("The forum “Rivers and Youth” was long. The youth forum in Omsk was short.", 2),
        ("The forum “Rivers and Youth” was held in Omsk. The youth forum in Omsk was short.", 1),
        ("The round table “Rivers Today: New Ways” was long. The round table on rivers was praised.", 1),
        ("The student conference “Forests of Omsk” was long. The student conference of five days was praised.", 1),
    ],
)
def test_words_of_a_title(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Guests held a conference dedicated to soils. The conference devoted to forests was long.", 2),
        ("Guests held a conference dedicated to soils. The conference devoted to soils was long.", 1),
        ("Guests held a conference dedicated to soils. The conference was long.", 1),
        # what an event is dedicated to may be another one
        ("Guests held an exhibition dedicated to the forum. The forum was long.", 2),
    ],
)
def test_what_events_are_dedicated_to_tells_them_apart(text: str, events: int, understand: Understand) -> None:
    assert len(understand(text).of("event")) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # only where the clause says that they were held
        ("Courses of Chinese for teachers were held at Jilin University in June.", 1),
        ("The courses of Chinese at Jilin University are long.", 0),
        ("On 4 April a reception was given at Jilin University. The reception was long.", 1),
        ("The reception of the book at Jilin University was warm.", 0),
        ("A camp was organized by Jilin University in July.", 1),
        ("Guests of Jilin University took courses and saw a performance.", 0),
        ("Parliamentary hearings on science were held in Omsk. Ivan Sokolov spoke at the hearings.", 1),
        ('An educational event called "Trade and Trust" was held in Omsk.', 1),
        ("A plein-air was arranged in Omsk in July. Artists took part in the plein-air.", 1),
        # who met had a meeting
        ("The Council of Rectors met in Omsk on 4 April. Ivan Sokolov spoke.", 1),
        ("The Council of Rectors met with Ivan Sokolov in Omsk.", 0),
        ("The Council of Rectors meets in Omsk.", 0),
        # a second word for the same
        ("A seminar was held in Omsk. Students joined in the open dialogue.", 1),
    ],
)
def test_what_is_an_occasion(text: str, events: int, understand: Understand) -> None:
    found = names(understand(text))
    assert len(found) == events, found


def test_a_ceremony_that_the_text_reports_is_its_own(understand: Understand) -> None:
    text = "The opening ceremony of the Asian Poetry Forum was held in Omsk. Guests attended the ceremony."
    assert len(names(understand(text))) == 2
    text = "The Asian Poetry Forum was held in Omsk. Guests attended the opening ceremony of the Asian Poetry Forum."
    assert len(names(understand(text))) == 1


def test_the_session_of_a_body_is_not_the_congress(understand: Understand) -> None:
    text = "Within the Polar Congress there was a session of the Polar Committee. Guests took part in the session."
    (congress, session) = sorted(names(understand(text)), key=len)
    assert "Polar Congress" in congress
    assert "session" in {name.split()[0] for name in session}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("A conference on ice was held in Omsk. The scientific forum was long.", 1),
        ("A conference on ice was held in Omsk. The scientific forum on lasers was long.", 2),
        ('The winter school "Ice" was held in Omsk. The educational event was long.', 1),
        ('The 2023 "Polar Day" event was held in Omsk. "Polar Day" is long.', 1),
        ("A ceremony was held in Omsk on 4 May. Ivan Sokolov recalled the ceremony in Harbin in 2019.", 2),
        ("A ceremony was held in Omsk on 4 May. Ivan Sokolov praised the ceremony.", 1),
    ],
)
def test_the_one_event_told_of(text: str, events: int, understand: Understand) -> None:
    found = names(understand(text))
    assert len(found) == events, found


@pytest.mark.parametrize("first", ["Polar Forum", "contest", "Polar"])
def test_a_ceremony_of_something_is_not_called_by_its_noun_alone(first: str, understand: Understand) -> None:
    found = understand(f"Jilin University gave a {first} opening ceremony.")
    assert all("opening ceremony" not in event for event in names(found)), names(found)
