"""Where built names begin and end, and of which class they are."""

from __future__ import annotations

import pytest
from spacy.language import Language

# a text, a name in it, its class
NAMED = [
    # where they begin
    ("They toured OmDAU's Faculty of Law.", "Faculty of Law", "OrganizationalUnit"),
    ("They toured the Omsk Children's Hospital.", "Omsk Children's Hospital", None),
    ("Yesterday Northern Polar University sent ten students.", "Northern Polar University", "University"),
    ("They saw the third Eurasia Polar Forum.", "third Eurasia Polar Forum", "Conference"),
    # where they end
    ("He is Vice-Rector of Northern Polar University for Research.", "Northern Polar University", "University"),
    ("The Department of Law of Oblakron agreed.", "Department of Law", "OrganizationalUnit"),
    ("The Center for Aquatic Research with Oblakron agreed.", "Center for Aquatic Research", None),
    ("He leads the Center for Cooperation with Asian Countries.", "Center for Cooperation with Asian Countries", None),
    ("The Union of Polar Universities of Eastern Siberia met.", "Union of Polar Universities of Eastern Siberia", None),
    ("They toured the Laboratory of Polar Matters in Harbin.", "Laboratory of Polar Matters", "OrganizationalUnit"),
    ("They toured the Office of Polar Matters in Harbin.", "Office of Polar Matters in Harbin", "OrganizationalUnit"),
    (
        "The Institute of Ice, Snow and Law of the Peoples of the Far North grew.",
        "Institute of Ice, Snow and Law of the Peoples of the Far North",
        None,
    ),
    ("The Institute of Ice, Snow and Law of Oblakron grew.", "Institute of Ice, Snow and Law", None),
    ("They attended the Silver Banks Student Forum in Beijing.", "Silver Banks Student Forum", "Conference"),
    ("They attended the Silver Banks Student Forum in Nanjing.", "Silver Banks Student Forum", "Conference"),
    ("They won the Silver Banks Olympiad in Engineering.", "Silver Banks Olympiad in Engineering", None),
    ("They thanked the Polar and Trade Representative Office.", "Polar and Trade Representative Office", None),
    ("They met the Student Care and Service Centre of it.", "Student Care and Service Centre", None),
    ("They met the Polar and Snow Universities Union.", "Polar and Snow Universities Union", "Association"),
    ("They met the Foreign Affairs Office of the Nangan District People's Government.", "Foreign Affairs Office", None),
    ("They met the Omsk Branch of the Chinese General Chamber of Trade.", "Chinese General Chamber of Trade", None),
    ("They thanked the S.P. Orlov Steam and Boiler Corporation.", "S.P. Orlov Steam and Boiler Corporation", "Company"),
    ("Wang Wei, member of the CPPCC Omsk Committee, sang.", "CPPCC Omsk Committee", "GovernmentBody"),
    ("Wang Wei, member of the Jilin University Committee, sang.", "Jilin University", "University"),
    ("He heads the Asia Department of Omega's Foreign Affairs Office.", "Asia Department", None),
    # "and" before another whole one
    ("The University of Nicosia and Gori Medical University agreed.", "University of Nicosia", "University"),
    ("The University of Nicosia and Gori Medical University agreed.", "Gori Medical University", None),
    ("They met the University of Turin and Lodz University of Technology.", "University of Turin", "University"),
    ("They met the University of Turin and Lodz University of Technology.", "Lodz University of Technology", None),
    ("Delegations of the University of Ghana and Anadolu University met.", "University of Ghana", "University"),
    ("Airbus and Sultan Qaboos University signed a memorandum.", "Sultan Qaboos University", "University"),
    ("Guests came from the University of Water and Power in Harbin.", "University of Water and Power", None),
    ("William and Mary University sent ten students.", "William and Mary University", None),
    ("Bosnia and Herzegovina University signed an agreement.", "Bosnia and Herzegovina University", None),
    ("The Polar and Ocean University of Kerch opened.", "Polar and Ocean University of Kerch", None),
    # units in small letters
    ("The external relations sector of Jilin University sang.", "external relations sector", "OrganizationalUnit"),
    ("He is head of the foreign affairs section of it.", "foreign affairs section", "OrganizationalUnit"),
    ("He is head of the general chemistry department.", "general chemistry department", None),
    ("He is head of the Chinese language department.", "Chinese language department", None),
    ("He is director of the master and doctor training department.", "master and doctor training department", None),
    ("He is head of the department for polar cooperation.", "department for polar cooperation", None),
    ("The student union of Jilin University sang.", "student union", "OrganizationalUnit"),
    ("He is chair of the Russian part of the Polar Council.", "Russian part", "OrganizationalUnit"),
    ("The Chinese part of the Polar Committee on Trade met in Omsk.", "Chinese part", "OrganizationalUnit"),
    # classes
    ("The Legislative Duma of Omsk Oblast met.", "Legislative Duma of Omsk Oblast", "GovernmentBody"),
    ("They toured the Polar Think Tank of Heihe University.", "Polar Think Tank", "OrganizationalUnit"),
    ("They wrote to the Exchange Dept of Jilin University.", "Exchange Dept", "OrganizationalUnit"),
    ("They toured the Omsk Picture Gallery.", "Omsk Picture Gallery", "OrganizationalUnit"),
    ("They thanked the Omsk Polar Training Base.", "Omsk Polar Training Base", "OrganizationalUnit"),
    ("They thanked the Omsk Youth Innovation Base.", "Omsk Youth Innovation Base", "InnovationHub"),
    ("The Melnikov Institute grew.", "Melnikov Institute", "ResearchOrganization"),
    ("The Harbin Boiler Institute grew.", "Harbin Boiler Institute", "ResearchOrganization"),
    (
        "The Russian-Chinese Laboratory of Elastomers grew.",
        "Russian-Chinese Laboratory of Elastomers",
        "JointStructure",
    ),
    ("The Sino-Russian Centre for Polar Law grew.", "Sino-Russian Centre for Polar Law", "JointStructure"),
    ("The Joint Laboratory of Boilers grew.", "Joint Laboratory of Boilers", "JointStructure"),
    ("The NPMX Academic Committee met.", "NPMX Academic Committee", "OrganizationalUnit"),
    ("The NPMX Institute of Ice grew.", "NPMX Institute of Ice", None),
    ("The CAS Bureau of Polar Cooperation grew.", "CAS Bureau of Polar Cooperation", "OrganizationalUnit"),
    (
        "The Sino-Russian Union of medical universities grew.",
        "Sino-Russian Union of medical universities",
        "Association",
    ),
    (
        "The Polar Forum of Rectors of Russian and Chinese universities opened.",
        "Polar Forum of Rectors of Russian and Chinese universities",
        "Conference",
    ),
    ("The Polar Congress of Chinese opened.", "Polar Congress of Chinese", "Conference"),
    (
        "The Polar Alliance of art schools of Russia and China grew.",
        "Polar Alliance of art schools of Russia and China",
        "Association",
    ),
    ("The School of Doctor Training grew.", "School of Doctor Training", "OrganizationalUnit"),
    ("It has a Polar Secretariat on the Russian side.", "Polar Secretariat", None),
    ("They thanked the Union of Polar Teachers in Omsk.", "Union of Polar Teachers in Omsk", "Association"),
    ("The Hefei Institutes of Physical Science grew.", "Hefei Institutes of Physical Science", None),
]
# a text, words that must not be a name or a part of one
UNNAMED = [
    ("Engineers Spend Three Days at Samara.", "Three Days"),
    ("It joined Sino-Russian Universities in Moscow.", "Sino-Russian Universities"),
    ("Ivan Sokolov is Deputy Party Secretary of it.", "Deputy Party"),
    ("They met on the FEFU Campus.", "FEFU Campus"),
    ("They met at the JINR Directorate.", "JINR Directorate"),
    ("The Union of Polar Cities of teachers grew.", "of teachers"),
    ("The association of medical universities grew.", "medical"),
    ("They wrote a book at University.", "University"),
    ("The union of Jilin University and others sang.", "union"),
    ("The external relations sector sang.", "sector"),
    ("The sector of Jilin University sang.", "sector"),
    ("The student union sang.", "union"),
    ("The Russian part of Jilin is cold.", "part"),
    ("The Russian part of Jilin University was cold.", "part"),
    ("They signed the Chinese part of the Polar Association contract.", "part"),
    ("The second part of the Polar Council met.", "part"),
    ("He is head of the foreign department.", "department"),
    ("He is head of the Russian department.", "department"),
    ("They closed the Omsk Data Base and the Air Base.", "Base"),
    ("They saw the head of law and the new department.", "department"),
]


def said(nlp: Language, text: str) -> dict[str, str]:
    return {text[name.start : name.end]: name.cls for name in nlp(text)._.names}


@pytest.mark.parametrize(("text", "name", "cls"), NAMED)
def test_names(text: str, name: str, cls: str | None, english: Language) -> None:
    found = said(english, text)
    assert name in found, found
    assert cls in {None, found[name]}


@pytest.mark.parametrize(("text", "words"), UNNAMED)
def test_no_names(text: str, words: str, english: Language) -> None:
    assert not [name for name in said(english, text) if words in name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Center for Siberia and Inner Asia Studies opened.", "Center for Siberia and Inner Asia Studies"),
        ("The Department of Planning and Organization of Foreign Trade opened.",
         "Department of Planning and Organization of Foreign Trade"),
        ("The Institute of Arctic, East European, Central Asian Studies opened.",
         "Institute of Arctic, East European, Central Asian Studies"),
        ("The Center for Ice Systems and Network Sciences opened.", "Center for Ice Systems and Network Sciences"),
        ("The Department of Ice and School Education opened.", "Department of Ice and School Education"),
        ("The Faculty of Optics and Museum of Sciences met.", "Faculty of Optics"),
        ("The Faculty of Optics and University Rector met.", "Faculty of Optics"),
        ("The Faculty of Management Xin Baoqing leads is big.", "Faculty of Management"),
        ("The Subcommission on Cooperation in Education met.", "Subcommission on Cooperation in Education"),
        ("The Department of Optics named after Professor V.M. Orlov opened.",
         "Department of Optics named after Professor V.M. Orlov"),
        ("The Institute of Optics n.a. P.K. Belov opened.", "Institute of Optics n.a. P.K. Belov"),
        ("The Institute of Optics and Altai State University met.", "Institute of Optics"),
        ("The Department of Optics and Head of International Relations met.", "Department of Optics"),
        ("The Institute of Optics and Ivan Sokolov met.", "Institute of Optics"),
        ("The Institute of Optics and Chinese colleagues met.", "Institute of Optics"),
        ("The Faculty of Optics, International Relations Office and Library met.", "Faculty of Optics"),
        ("The Institute of Optics in Harbin and Control Systems grew.", "Institute of Optics"),
        ("The Oblakron Accreditation Service grew.", "Oblakron Accreditation Service"),
        ("The Agreement on Jointly Building Polar Research Center ended.", "Polar Research Center"),
        ("They came on April 25th Amber Art College wrote.", "Amber Art College"),
        ("It was signed by Amber Investment Group of China.", "Amber Investment Group"),
        ("Guests of University of Shiraz and Tarbiat Olya came.", "University of Shiraz"),
        ("Guests of University of Oil and Natural Gas came.", "University of Oil and Natural Gas"),
        ("They signed it with the University of Steel and Alloys in 2020.", "University of Steel and Alloys"),
        ("They signed it with the University of Wool and Leather in 2020.", "University of Wool and Leather"),
        ("They spoke at the Institute of Geology on Climate Protection.", "Institute of Geology"),
        ("The Union of Omsk Students working in Harbin Institute met.", "Union of Omsk Students"),
        # whose part stands behind it
        ("They met the dean of Oblakron University's Law School.", "Oblakron University"),
        ("They toured the Amber Museum's Art Department.", "Amber Museum"),
        ("They toured the People's Hospital's Polar Ward.", "People's Hospital"),
        ("They toured Ivan Sokolov's Polar Institute.", "Polar Institute"),
    ],
)  # fmt: skip
def test_where_names_of_bodies_end(text: str, name: str, english: Language) -> None:
    names = [text[n.start : n.end] for n in english(text)._.names if n.source == "pattern" and n.cls != "Person"]
    assert names[0] == name


def test_a_service_alone_is_no_body(english: Language) -> None:
    text = "The Omsk College of Service and Trade grew."
    assert [text[n.start : n.end] for n in english(text)._.names if n.source == "pattern"] == [
        "Omsk College of Service and Trade"
    ]
