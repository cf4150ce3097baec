"""Titles of events that stand apart from their noun."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.schema import is_a

TITLE = "Northern Ports in a Changing World"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"A youth forum was held in Omsk under the title “{TITLE}”.", "forum"),
        (f"A youth forum was held in Omsk under the title {TITLE}.", "forum"),
        (f"Jilin University held a seminar in Omsk on 12 May, entitled “{TITLE}”.", "seminar"),
        (f"They held an exhibition dedicated to the theme “{TITLE}”.", "exhibition"),
        (f"“{TITLE}” was the subject of a scientific conference in Omsk.", "conference"),
        (f"They met at “{TITLE}”, an online meeting in Omsk.", "meeting"),
        (f"They attended the “{TITLE}” international forum.", "forum"),
        (f"They took part in the contest: “{TITLE}”.", "contest"),
        ("Works were shown at the exhibition Songs of Two Banks.", "exhibition"),
        (f"Ivan Sokolov read a report at the seminar, entitled “{TITLE}”.", "seminar"),
        (f"At the seminar Ivan Sokolov gave a report under the title “{TITLE}”.", None),
        (f"At the seminar Ivan Sokolov spoke on the topic “{TITLE}”.", None),
        (f"“{TITLE}” was the title of the report heard at the seminar.", None),
        ("“We will build new roads together”, the conference heard.", None),
        ("Jilin University told the conference: “We will build new roads together”.", None),
        (f"At the exhibition they showed a film called “{TITLE}”.", None),
        (f"The seminar at which Ivan Sokolov spoke bore the title “{TITLE}”.", "seminar"),
        (f"The report that Ivan Sokolov read at the seminar bore the title “{TITLE}”.", None),
        (f"At the seminar in Omsk Ivan Sokolov received the title “{TITLE}”.", None),
        ("At the forum Deputy Minister of Water spoke.", None),
        ("At the seminar Western Ports and Timber Prospects were analysed.", None),
        ("They held an exhibition in a gallery called “Open Sky”.", None),
        ("The forum is hosted by Jilin University, whose museum, named “House of Peace”, was opened.", None),
        ("At a ceremony in Omsk, a street was named “Harbin Friendship Alley”.", None),
        ("The forum in Omsk was named “Harbin Friendship Alley”.", "forum"),
        ("Together with “Friends of China”, a seminar was held in Omsk.", None),
        ("At the forum Chinese Northern Ports Guests spoke.", None),
        ("At the forum Jilin University Water Days were discussed.", None),
    ],
)
def test_titles_apart(english: Language, text: str, head: str | None) -> None:
    doc = english(text)
    found = [d.head for d in doc._.descriptions if d.titled is not None and is_a(d.cls, "Event")]
    assert found == ([head] if head else [])


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Guests came to the exhibition Colours of the Northern Steppe in Omsk.", "Colours of the Northern Steppe"),
        ("They opened a festival under the title Voices of Spring in China.", "Voices of Spring in China"),
    ],
)
def test_where_a_title_without_marks_ends(english: Language, said: str, title: str) -> None:
    doc = english(said)
    assert [doc.text[slice(*d.titled)] for d in doc._.descriptions if d.titled is not None] == [title]
