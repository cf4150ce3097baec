"""Bodies that titles mean without naming them: embassies, ministries."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.languages.en.bodies import is_portfolio, mission_meant


def bodies(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    where = [(post.body or "-") if post.organization is None else "named" for post in doc._.posts]
    return [one.split("|")[-1] for one in where]


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("Consul General of Russia in Harbin Ivan Sokolov", "Consulate General of Russia in Harbin"),
        ("Consul General of China in Saint Petersburg Li Weiming", "Consulate General of China in Saint Petersburg"),
        ("Chinese Consul General in Khabarovsk Li Weiming", "Consulate General of China in Khabarovsk"),
        ("Chinese Ambassador to Russia Li Weiming", "Embassy of China in Russia"),
        ("Russian Ambassador to the People's Republic of China Ivan Sokolov", "Embassy of Russia in China"),
        ("Russian Ambassador to China Ivan Sokolov", "Embassy of Russia in China"),
    ],
)
def test_who_sends_a_diplomat_has_the_mission(said: str, body: str, english: Language) -> None:
    assert bodies(english, f"{said} spoke.") == [body]


@pytest.mark.parametrize(
    "said",
    ["Ambassador in China Ivan Sokolov", "Ambassador to Russia Li Weiming", "Consul General in Harbin Ivan Sokolov"],
)
def test_where_a_diplomat_is_posted_does_not_say_who_sends_him(said: str, english: Language) -> None:
    assert not [body for body in bodies(english, f"{said} spoke.") if body != "-"]


@pytest.mark.parametrize(
    ("said", "title", "mission"),
    [
        ("consul general of russia in Harbin", "consul general", True),
        ("consul general in Russia", "consul general", False),
        ("consul general", "consul general", False),
        ("rector of russia in Harbin", "rector", False),
    ],
)
def test_missions(said: str, title: str, mission: bool) -> None:
    assert (mission_meant(said, title) is not None) is mission


@pytest.mark.parametrize(
    ("text", "field", "is_field"),
    [
        ("Russian Education and Science Minister Ivan Sokolov", "Russian Education", True),
        ("Chinese Information Technology Minister Li Weiming", "Chinese Information Technology", True),
        ("Russian Education met Minister Ivan Sokolov", "Russian Education", False),
        ("Russian Education and Science Rector Ivan Sokolov", "Russian Education", False),
        ("Russian Polka and Waltz Minister Ivan Sokolov", "Russian Polka", False),
    ],
)
def test_fields_of_ministers(text: str, field: str, is_field: bool) -> None:
    assert is_portfolio(text, 0, len(field)) is is_field


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Russian Education and Science Minister Ivan Sokolov spoke.", []),
        ("Russian Information Technology Minister Ivan Sokolov spoke.", []),
        ("The Russian Education Fund met Minister Ivan Sokolov.", ["Russian Education Fund"]),
    ],
)
def test_fields_are_no_names(text: str, others: list[str], english: Language) -> None:
    names = [text[name.start : name.end] for name in english(text)._.names]
    assert names == [*others, "Ivan Sokolov"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Li Weiming, Minister-Counselor of the Chinese Embassy in Russia, spoke.", ["named"]),
        ("Li Weiming, Minister-Counsellor of the Embassy of China in Russia, spoke.", ["named"]),
        ("Minister-Counselor Li Weiming spoke.", ["-"]),
        ("Minister of Education Ivan Sokolov spoke.", ["Ministry of Education"]),
    ],
)
def test_a_diplomat_who_is_called_minister_heads_no_ministry(text: str, where: list[str], english: Language) -> None:
    assert bodies(english, text) == where


@pytest.mark.parametrize(
    ("said", "title", "mission"),
    [
        ("Consul General of Mongolia in Irkutsk |", "consul general", "Consulate General of Mongolia in Irkutsk"),
        (
            "| , Ambassador of the Republic of Belarus to Russia",
            "ambassador",
            "Embassy of Republic of Belarus in Russia",
        ),
        ("Ambassador of Jilin University to Russia |", "ambassador", None),
        ("Cuba's ambassador to Kenya |", "ambassador", "Embassy of Cuba in Kenya"),
        ("Indian Consul General in Omsk |", "consul general", "Consulate General of India in Omsk"),
        ("Jilin University's ambassador to Kenya |", "ambassador", None),
        ("Famous ambassador to Kenya |", "ambassador", None),
    ],
)
def test_missions_of_further_countries(said: str, title: str, mission: str | None) -> None:
    assert mission_meant(said, title) == mission


@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("A guest of India's embassy in Russia sang.", "India's embassy in Russia", None),
        ("A guest of China's embassy in Russia sang.", "China's embassy in Russia", "organization/embassy-cn-ru"),
        ("A guest of Mongolia's Parliament sang.", "Mongolia's Parliament", None),
        ("A guest of Mongolia's Ministry of Education sang.", "Mongolia's Ministry of Education", None),
    ],
)
def test_bodies_are_of_the_state_before_them(text: str, name: str, entry: str | None, english: Language) -> None:
    assert {text[n.start : n.end]: n.entry for n in english(text)._.names}[name] == entry


def test_what_an_embassy_has_is_no_embassy(english: Language) -> None:
    text = "A guest of India's embassy school sang."
    assert "India's embassy" not in {text[n.start : n.end] for n in english(text)._.names}


@pytest.mark.parametrize(("whose", "cls"), [("Youth", "Association"), ("Student", "Association")])
def test_a_parliament_of_the_young_is_no_government(whose: str, cls: str, english: Language) -> None:
    (name,) = english(f"The Omsk {whose} Parliament sang.")._.names
    assert name.cls == cls


@pytest.mark.parametrize("title", ["Chief Minister of Kenya", "Deputy Minister of our country"])
def test_no_ministry_of_a_place(title: str, english: Language) -> None:
    posts = english(f"The {title} Ivan Sokolov spoke.")._.posts
    assert posts
    assert all(post.body is None for post in posts)


@pytest.mark.parametrize(
    ("said", "cls"),
    [
        ("Tarsk Municipal People's Congress", "GovernmentBody"),
        ("Zhelin Provincial People’s Congress", "GovernmentBody"),
        ("Zhelin Municipal People's Consultative Conference", "GovernmentBody"),
        ("International Congress of Chemists", "Conference"),
        ("Polar People Congress", "Conference"),
        ("Tarsk Conference", "Conference"),
        ("Polar-Andean Consultative Conference", "Conference"),
        ("Zhelin Political Consultative Conference", "GovernmentBody"),
    ],
)
def test_a_congress_may_be_a_parliament(said: str, cls: str, english: Language) -> None:
    names = {name.cls for name in english(f"The {said} sent a letter.")._.names if name.end - name.start == len(said)}
    assert names == {cls}


def test_a_ward_is_a_unit(english: Language) -> None:
    text = "Li Wei, head of the cardiology ward of Tarsk Hospital, spoke."
    assert {text[n.start : n.end]: n.cls for n in english(text)._.names}["cardiology ward"] == "OrganizationalUnit"
