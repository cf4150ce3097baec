"""Names of organizations with numbers, small letters, legal forms and brackets in them, and how far names go on."""

from __future__ import annotations

import pytest
from spacy.language import Language

# a text, a name in it, its class
SHAPED = [
    # numbers
    ("He is head of Department №17.", "Department №17", "OrganizationalUnit"),
    ("They toured School No. 57 yesterday.", "School No. 57", "Organization"),
    ("He is director of Gymnasium No. 12 of Omsk Ivan Petrov.", "Gymnasium No. 12 of Omsk", "Organization"),
    ("The No. 1 Polar Hospital grew.", "No. 1 Polar Hospital", "Organization"),
    ("They toured No. 2 Middle School of Harbin.", "No. 2 Middle School of Harbin", "Organization"),
    ("He is deputy director of Institut №2.", "Institut №2", "OrganizationalUnit"),
    ("The Gymnasium No. 42 of Jilin University grew.", "Gymnasium No. 42", "OrganizationalUnit"),
    ("Jilin University's School No. 57 grew.", "School No. 57", "OrganizationalUnit"),
    # bodies of places
    ("They thanked the Zarinsk city administration.", "Zarinsk city administration", "GovernmentBody"),
    ("They thanked the Quinqshan district committee.", "Quinqshan district committee", "GovernmentBody"),
    ("He is head of Harbin Municipal committee.", "Harbin Municipal committee", "GovernmentBody"),
    ("He runs the Omsk city education Department.", "Omsk city education Department", "GovernmentBody"),
    ("They thanked the Hubei Provincial Party Committee.", "Hubei Provincial Party Committee", "GovernmentBody"),
    ("They thanked the University Party Committee.", "University Party Committee", "OrganizationalUnit"),
    ("They thanked the Hubei education department.", "Hubei education department", "GovernmentBody"),
    (
        "He is head of Personnel department of Nangang district committee.",
        "Personnel department of Nangang district committee",
        "OrganizationalUnit",
    ),
    (
        "He heads Administrative committee of Omsk North Lake High-tech development Zone.",
        "Administrative committee of Omsk North Lake High-tech development Zone",
        "GovernmentBody",
    ),
    ("He is director of the Irkutsk regional museum.", "Irkutsk regional museum", None),
    # titles of several words
    ("The Association “House of Trade with Asia” grew.", "Association “House of Trade with Asia”", "Association"),
    (
        'He runs the Polar Foundation "Support of Youth and Sport".',
        'Polar Foundation "Support of Youth and Sport"',
        None,
    ),
    # legal forms
    ("They toured JSC Oblakron in Omsk.", "JSC Oblakron", "Company"),
    ('He is head of NPO "Northern Light".', 'NPO "Northern Light"', "Company"),
    (
        "He is head of Anding Optical Fibre and Cable Joint Stock Ltd. Co.",
        "Anding Optical Fibre and Cable Joint Stock Ltd. Co.",
        "Company",
    ),
    ("They toured Harbin Import and Export Co., Ltd. in May.", "Harbin Import and Export Co., Ltd.", "Company"),
    ("The Faculty of Trade and Harbin Wine Co., Ltd. agreed.", "Harbin Wine Co., Ltd.", "Company"),
    ("The Faculty of Trade and Harbin Wine Co., Ltd. agreed.", "Faculty of Trade", "OrganizationalUnit"),
    ("He is rector of PAO Oblakron University Pavel Orlov.", "Pavel Orlov", "Person"),
    # fields in small letters
    ("He heads the Institute of applied mathematics.", "Institute of applied mathematics", None),
    ("The Key Laboratory of polar ecology of Oblakron grew.", "Key Laboratory of polar ecology", None),
    ("The Institute of law held a seminar.", "Institute of law", None),
    ("He heads the Institute of Foreign languages.", "Institute of Foreign languages", None),
    (
        "The Center of Russian language and Culture of Jilin University grew.",
        "Center of Russian language and Culture",
        None,
    ),
    ("They thanked the Ministry of culture of Tuva.", "Ministry of culture of Tuva", "GovernmentBody"),
    # associations by their members, whole names in quotation marks
    (
        "The Union of Chinese graduates of Russian universities met.",
        "Union of Chinese graduates of Russian universities",
        "Association",
    ),
    (
        'He heads the "Amber Road Russia and Asia Trade Union" in Omsk.',
        "Amber Road Russia and Asia Trade Union",
        "Association",
    ),
    # boards
    ("The board of trustees of Jilin University met.", "board of trustees", "OrganizationalUnit"),
    ("The executive board of the Polar Union met.", "executive board", "OrganizationalUnit"),
    (
        "The Polar (Amur) Training and Exchange Alliance met.",
        "Polar (Amur) Training and Exchange Alliance",
        "Association",
    ),
    # offices and brackets
    ("He is head of the Office of the Rector.", "Office of the Rector", "OrganizationalUnit"),
    ("The head of the Office of the Rector Ivan Petrov sang.", "Office of the Rector", "OrganizationalUnit"),
    ("The Embassy of Russia to China helped.", "Embassy of Russia to China", "GovernmentBody"),
    ("The Polar (Amur) Education Alliance met.", "Polar (Amur) Education Alliance", "Association"),
]


@pytest.mark.parametrize(("text", "name", "cls"), SHAPED)
def test_names_by_their_shapes(text: str, name: str, cls: str | None, english: Language) -> None:
    found = {text[n.start : n.end]: n.cls for n in english(text)._.names}
    assert name in found
    assert cls is None or found[name] == cls


GROWN = [
    ("Foundation for Support of the Gorchakov Discussion Club", "helped."),
    ("Foundation for Assistance to Small Businesses", "helped."),
    ("Embassy of China to the Russian Federation", "helped."),
    ("Institute of China and Modern Asia", "grew."),
    ("Polar Institute of Research on the Chemistry of Matter", "grew."),
    ("Laboratory of the Physics of Strength of Materials", "and Ivan Petrov helped."),
    ("Alliance of Universities of the Northern Sea Route", "met."),
    ('Center for Gifted Children "Altair"', "grew."),
    ("Committee for Cooperation between Russia and China", "met."),
    ("Commission on Exchange between the cities of Omsk and Harbin", "met."),
    ("Department for Cooperation with the Volga Region", "grew."),
    ("Commission for the Preparation of Regular Meetings of Heads of Government", "met."),
    ("Union for Innovation and Exchange on Traditional Medicine", "met."),
    ("Association of Polar Students studying in China", "met."),
    ("Association of Universities of the Urals, Siberia and North-Eastern provinces of China", "met."),
    ("Amur Fusion Centre FUSAT", "grew."),
    ("Amber Road Institute (Omsk) for Regional Cooperation and Trade", "grew."),
    ("Engineers' Association in Siberia", "met."),
    # and no further
    ("Polar Institute", "between Omsk and Harbin opened."),
    ("Department of Education", "between Monday and Friday received guests."),
    ("Polar Institute", "(Omsk) for Ivan Petrov is home."),
    ("Laboratory of Physics of Ice", "and Professor Ivan Petrov sang."),
    ("Institute of Central Asia", ", and Europe House, met."),
    ("Association of Universities", "on Monday Elected Ivan Petrov."),
    ("Institute of Journalism", '"Our Days" author Ivan Petrov sang.'),
    ("Institute of Arts", '"Red Poppy" sang.'),
    ("Institute of History", "of Jilin University grew."),
    ("Institute of Theory", "of the Omsk Academy of Crafts grew."),
    ("Union of Rectors of Russia", "and Jilin University met."),
    ("Institute of Polar Law", '"Legal Days" conference ended.'),
]


@pytest.mark.parametrize(("name", "behind"), GROWN)
def test_how_far_names_go_on(name: str, behind: str, english: Language) -> None:
    text = f"The {name} {behind}"
    assert name in {text[n.start : n.end] for n in english(text)._.names}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in Room No. 5 of the house.", "No. 5"),
        ("The Association's education committee met.", "Association's education committee"),
        ("They toured the Institute of students.", "Institute of students"),
        ("The guests of Polar Light LLC Ivan Sokolov spoke.", "LLC Ivan Sokolov"),
        ("The Russian culture department sang.", "Russian culture department"),
        ("The Chinese municipal education bureau sang.", "Chinese municipal education bureau"),
        ("The Old city council met.", "Old city council"),
        ("The Faculty of law teachers and students sang.", "Faculty of law"),
        ("The Section of marine biology of the forum met.", "Section of marine biology"),
        ("It is the No. 1 University in Siberia.", "No. 1 University"),
        ("Ivan Petrov is head of Team No. 2.", "Team No"),
        ("Ivan Petrov is head of Building No. 3.", "Building No"),
        ("They keep the Beijing Time zone.", "Beijing Time zone"),
        ("The Office of the President Li Weiming opened.", "Office of the President"),
        ("The Moscow public library workers met.", "Moscow public library"),
        ("Students of Design and Trade and Harbin Beer Co., Ltd. sang.", "Trade and Harbin"),
        ("They spoke in the Main Building.", "Main Building"),
        ("They rested in the VIP Lounge.", "VIP Lounge"),
        ("Talks were held at the departments of Geography and History.", "Geography and History"),
        ("Ivan Petrov is chairman of the board of directors of Jilin University.", "board"),
        ("The board of a school met.", "board"),
        ("The Institute of Russian experts met.", "Institute of Russian"),
        ("The Faculty of law exchanges students with them.", "law exchanges"),
        ("The Union of Chinese writers and Russian artists met.", "Union of Chinese writers"),
        ("The book “Amber Road Russia and Asia Trade Union” sold well.", "Amber Road"),
        ("The advisory board met at Jilin University.", "board"),
        ("The Harbin city hosted the committee.", "Harbin city hosted the committee"),
    ],
)
def test_no_names_by_their_shapes(text: str, words: str, english: Language) -> None:
    assert not any(words in text[n.start : n.end] for n in english(text)._.names)


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("They toured the Omsk Academy of Music.", "University"),
        ("They toured the Amur Pedagogical Institute.", "University"),
        ("They toured the Pedagogical Institute of Jilin University.", "OrganizationalUnit"),
        ("The teachers and their Polytechnic Institute sang.", "OrganizationalUnit"),
        ("They toured the Polytechnic Institute.", "OrganizationalUnit"),
        ("The Polytechnic Institute (Jilin University) sang.", "OrganizationalUnit"),
        ("They thanked the Hubei Department of Education.", "GovernmentBody"),
        ("They thanked the Harbin Foreign Affairs Office.", "GovernmentBody"),
    ],
)
def test_classes_by_field_and_place(text: str, cls: str, english: Language) -> None:
    assert english(text)._.names[0].cls == cls
