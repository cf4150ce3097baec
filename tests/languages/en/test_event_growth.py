"""How far names of events go, before and behind what is built of letters, and where they must stop."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.en.entitled import titles_apart

WHOLE = [
    # whose members meet
    "2nd Forum of Rectors of Polar Universities of the Russian Federation and the Republic of Belarus",
    "Congress of Heads of Libraries of Russia, Mongolia and China",
    "XIII Forum of Rectors of the Far East and Yakutia of Russia and North-Eastern provinces of China",
    "Forum of Rectors of Siberia of Russia and the Western Regions of Mongolia",
    "Polar Forum of Universities of Siberia and eastern provinces of China",
    "Forum of Young Engineers of Russia and Kazakhstan",
    "Second Forum of associations of polar universities of Russia and China",
    "Congress of Russian and Mongolian scientists",
    "5th Forum of Presidents of Universities in Northeast China and Siberia",
    "Festival of Cities Along the Silk Road",
    "Forum of Rectors of Schools in North Asia",
    "Congress of Young Chemists on Clean Fuels",
    "Third Forum of Polar Rectors on the Digital Steppe Road",
    "Polar Conference on clean energy and remote sensing",
    "1st Forum of Presidents of Steppe Unions of Schools of the Polar Type",
    "X Forum of Rectors of Colleges of the Near North and Yakutia and the Western Regions of Mongolia",
    "Meeting of Mongolian graduates of Russian universities",
    "Congress of Heads of Academies of Arts of the Arctic Belt",
    "Summit Forum on Steppe Trade in the New Era",
    "Conference on Polar Shipbuilding in the Age of Steam",
    "4th Meeting of Steppe Ministers of Science, Trade, and Youth Affairs",
    "Polar Olympiad on the Mongolian language",
    "Conference on Mongolian language and literature",
    # what stands before
    "Perm Region Youth Forum",
    "Shandong-Perm Krai Educational Exchange Conference",
    'Third International "Northern Lights" Student Contest',
    '6th "Northern Lights" Border University Choir Competition',
    "Third Russia – China Polar Forum",
    "2nd Vietnam - Russian Federation Polar Rectors Forum",
    "Russia and Asia: Northern Roads International Symposium",
    "China-Russia (Heihe) Shipbuilding Forum",
    "Sino-Russian Life and Growth (Heihe) Shipbuilding Forum",
    "Joint Growth of Ports (New Area) Shipbuilding Forum",
    "second China-Russia Design, Craft and Animation Competition",
    "China-Russia Youth Music, Dance and Theatre Festival",
    "Mongolia, Russia and Kazakhstan School Cooperation Partnering Meeting",
    # what stands behind
    "Polar Rectors Forum-2021",
    "Global Summer School NORD 2025",
    "Russian-Kazakh Forum on cooperation in the field of ecology",
    "Polar Education Forum on ecology and tourism",
    "Conference on Teaching of Russian as a Foreign Language",
    "Contest of Young Translators in Chinese Language",
    "Polar Shipbuilding Forum 2021",
    "Polar Shipbuilding Forum – 2021",
    'seminar on the "Polar Roads" Initiative',
    "10th Conference 'Polar Roads and Rivers'",
    # days
    "Confucius Institute Day",
    "3rd Polar Innovation Day",
    "International Day of Graduates from Polar Schools",
    # a second topic, unions whose members meet, the field or undertaking of a topic
    "First Forum on Steppe Archaeology and on the History, Art and Social Economy of the Russian Far East",
    "Second Forum on Rural Trade of the SCO and BRICS Cities",
    "7th Conference of Young Chemists of the SCO and BRICS",
    "Third Congress of Rectors of the SCO, BRICS and EAEU Countries",
    "Seminar on China-Mongolia-Russia Trade under the Polar Silk Road Initiative",
    "Symposium on China-Mongolia-Russia trade under the Belt and Road Initiative",
    "Round Table on the Russian-Chinese Cooperation in the Field of Optics",
    "Symposium on Sino-Mongolian relations",
    # what stands before
    "BRICS and SCO Youth Forum",
    "AI/IoT Student Summer School",
    "Second Russian-Chinese Oil/Gas Forum",
    "Open Steppe Week",
    "Young Makers, Startups & Robotics Competition",
]


@pytest.mark.parametrize("name", WHOLE)
def test_name_goes_on(english: Language, name: str) -> None:
    text = f"Our guests spoke at the {name} yesterday."
    found = [text[n.start : n.end] for n in english(text)._.names]
    assert name in found, found


def test_list_begins_without_an_article(english: Language) -> None:
    text = "Li Jianguo Meets Guests of China Russia Young Makers, Startups and Robotics Competition"
    found = [text[n.start : n.end] for n in english(text)._.names]
    assert "China Russia Young Makers, Startups and Robotics Competition" in found, found


STOPS = [
    ("The Polar Growth Forum (Heihe) and Shipbuilding Forum ended.", "Shipbuilding Forum"),
    ("The Forum of Young Engineers and Jilin University agreed.", "Forum of Young Engineers"),
    (
        "At the Forum of Polar Engineers of Russia, Omsk State Technical University spoke.",
        "Forum of Polar Engineers of Russia",
    ),
    ("The Contest of Young Translators in Barnaul ended.", "Contest of Young Translators"),
    ("The Contest of Young Translators in Barnaul and Omsk ended.", "Contest of Young Translators"),
    ("The Forum of Rectors in Omsk opened.", "Forum of Rectors"),
    ("The Polar Shipbuilding Forum 2021-2022 ended.", "Polar Shipbuilding Forum"),
    (
        "Second Forum of Deans of Faculties of Polar Law Opened in Omsk",
        "Second Forum of Deans of Faculties of Polar Law",
    ),
    ("The Congress of Teachers of Yakutia and Jilin University agreed.", "Congress of Teachers of Yakutia"),
    ("The Conference on Steppe Trade in the Northern Hall ended.", "Conference on Steppe Trade"),
    (
        "The Congress of Deans of Polar Schools, Omsk State University and Jilin University agreed.",
        "Congress of Deans of Polar Schools",
    ),
    ("The Meeting of Steppe Ministers of Science, Barnaul and Omsk agreed.", "Meeting of Steppe Ministers of Science"),
    ("The Contest of Young Russian languages ended.", "Contest of Young Russian"),
    # in quotation marks
    ('He said, "Polar Rectors Forum guests were many."', "Polar Rectors Forum"),
    ('He said "the Polar Rectors Forum for guests was good".', "Polar Rectors Forum"),
    ('They saw "Polar Rectors Forum – Roads to the North" in Omsk.', "Polar Rectors Forum – Roads to the North"),
    (
        'At the "2031 Northern Lights Gala and Ball for Students of Omsk" he sang.',
        "2031 Northern Lights Gala and Ball for Students of Omsk",
    ),
    # what is listed beside it
    ("He saw the Polar Museum, Omsk and Northern Youth Forum guests.", "Omsk and Northern Youth Forum"),
    ("They went to the Polar Dialogue, Steppe Congress and Youth Forum.", "Polar Dialogue"),
    ("Guests of Nizhny Novgorod, Moscow and Harbin Festival met.", "Moscow and Harbin Festival"),
    ("Teams went to Omsk, Moscow and Harbin Festival.", "Moscow and Harbin Festival"),
    # capitals of something else, and what is no topic
    ("He left the Forum on Soils and on Monday he rested.", "Forum on Soils"),
    ("After the Forum on Soils and on the Moscow River the guests sailed.", "Forum on Soils"),
    ("The Congress of Young Chemists on Victory Day ended.", "Congress of Young Chemists"),
    ("The Congress of Young Chemists on Monday Morning ended.", "Congress of Young Chemists"),
    ("The Congress of Young Chemists on Pine Island ended.", "Congress of Young Chemists"),
    ("The Congress of Young Chemists on Lenin Street ended.", "Congress of Young Chemists"),
    *(
        (f"The Congress of Young Chemists on Pine {place} ended.", "Congress of Young Chemists")
        for place in ("Hill", "Bridge", "Mountain", "Beach", "Peninsula")
    ),
    ("The Congress of Young Chemists on Tuesday ended.", "Congress of Young Chemists"),
    ("The Polar Forum on Soils and on Victory Day guests of Omsk met.", "Polar Forum on Soils"),
    ("The Polar Forum on Soils and on Christmas Eve met the deans.", "Polar Forum on Soils"),
    ("The Polar Forum on Soils and on Amur Prospekt met guests.", "Polar Forum on Soils"),
    ("The Polar Forum on Soils and on Friday Morning met guests.", "Polar Forum on Soils"),
    ("The Polar Forum on Soils and on May Nights met guests.", "Polar Forum on Soils"),
    ("Guests of the Forum on Soils under the Polar Year Project of Omsk State University.", "Forum on Soils"),
    ("The Symposium on Russia-Mongolia trade fairs opened.", "Symposium on Russia-Mongolia"),
    ("The Symposium on Russia-Mongolia exchange students opened.", "Symposium on Russia-Mongolia"),
    ("He left the Steppe Soils Forum under the Ministry of Education.", "Steppe Soils Forum"),
    ("At the Steppe Soils Forum SCO members spoke.", "Steppe Soils Forum"),
    ("He opened the Forum on Soils of the BRICS Development Bank.", "Forum on Soils"),
    ("At the International Summer School NORD teachers spoke.", "International Summer School"),
    ("He attended the Polar Education Forum on behalf of Jilin University.", "Polar Education Forum"),
    ("He attended the Polar Education Forum on Friday.", "Polar Education Forum"),
    ("He flew from Russia – China Polar Forum guests met him.", None),
    ("The students' conference met the teachers' forum.", None),
    ('The seminar on "Polar Roads" Professor Sokolov led ended.', 'seminar on "Polar Roads"'),
    ("The conference 'Polar Roads' was praised. The conference 'Polar Roads' ended.", "conference 'Polar Roads'"),
]


@pytest.mark.parametrize(("text", "name"), STOPS)
def test_name_stops(english: Language, text: str, name: str | None) -> None:
    found = [text[n.start : n.end] for n in english(text)._.names if n.cls not in {"Country", "City"}]
    assert name is None or name in found, found


@pytest.mark.parametrize(
    "text",
    [
        "They marched on Victory Day.",
        "Every Day counts.",
        "On National Day they rest.",
        "It was the Day of Knowledge.",
        "They met on Monday May Day.",
        # one word, a person or a film
        "Judith Day of Omsk State University spoke.",
        "Martin Day praised the guests.",
        "They planted trees on Water Day.",
        # a date
        "On World Water Day the students swam.",
        # part of another name
        "They won the Anna and Martin Day Scholarship.",
        "On the Day of Sorrow they were silent.",
    ],
)
def test_holiday_is_no_event(english: Language, text: str) -> None:
    assert not [n for n in english(text)._.names if "Day" in text[n.start : n.end] and n.cls == "Event"]


@pytest.mark.parametrize("title", ["Roads of the north", "My first ladder", "New schools for new times"])
def test_title_may_be_like_a_sentence(english: Language, title: str) -> None:
    doc = english(f"In spring a round table under the name {title} was held in Omsk.")
    assert [doc.text[start:end] for start, end in titles_apart(doc).values()] == [title]
