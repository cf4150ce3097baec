"""People whom the form of their names tells, or what stands beside them."""

from __future__ import annotations

import pytest
from spacy.language import Language

TSU, JLU = "Tomsk State University", "Jilin University"

# a text, who is in it
PEOPLE = [
    # two given names and a surname of any form
    (f"Ivan Dmitry Verbil, dean at {TSU}, came.", {"Ivan Dmitry Verbil"}),
    ("Then Anna Kwame Mensah spoke.", {"Anna Kwame Mensah"}),
    ("Then Alex Josey Dov of Omsk spoke.", {"Alex Josey Dov"}),
    ("Then Kazakh Sayat Nurbov spoke.", {"Sayat Nurbov"}),
    ("They flew to Ma'an Shan city.", set()),
    ("They lived at the Anna Maria Hotel there.", set()),
    ("The Maria Weber Award was given to students.", {"Maria Weber"}),
    ("They thanked the Grand Hotel Verbil for it.", set()),
    ("Anna Petrova Oleg Sidorov", {"Anna Petrova", "Oleg Sidorov"}),
    ("Then Ivan Petr Institute sang.", set()),
    # a surname, a given name of any form and a patronymic
    ("Then Malsagov Adamai Dzhabrailovich of Omsk spoke.", {"Malsagov Adamai Dzhabrailovich"}),
    ("Then Orlova Saltan Kurbanovna spoke.", {"Orlova Saltan Kurbanovna"}),
    # a minister's field is no given name
    ("Deputy Minister of Health Sazonov spoke.", {"Sazonov"}),
    # a title without its full stop is no name
    ("Ivan Sokolov came. Mr Sokolov spoke, and so did Ms Orlova.", {"Ivan Sokolov", "Sokolov", "Orlova"}),
    # before a post, whose form alone tells too little
    (f"Olga, head of the Laser Laboratory of {TSU}, came.", {"Olga"}),
    ("Gorbatov, who is president of the union, spoke.", {"Gorbatov"}),
    (f"They met Bou Minghua, head of the Press of {JLU}.", {"Bou Minghua"}),
    ("Tomsk, head of the region, grew; New Horizons, which won, left.", set()),
    ("President Zhao Zhongming from University of Crafts spoke.", {"Zhao Zhongming"}),
    # a full stop where none belongs
    ("The rector, Pavel. N. Orlov, spoke.", {"Pavel. N. Orlov"}),
    ("Professor Gorbatov. A.N., who came, spoke.", {"Gorbatov. A.N."}),
    ("They flew to Harbin. A. N. Orlov stayed.", {"A. N. Orlov"}),
    # written together
    (f"LiuXia, dean of the Faculty of Law of {JLU}, spoke.", {"LiuXia"}),
    ("Then Dr. Chepinsky spoke.", {"Chepinsky"}),
    ("Then Academician Orlov spoke.", {"Orlov"}),
    ("Then Prime Minister Gorbatin spoke.", {"Gorbatin"}),
    # initials spelled out, behind the surname, with degrees; other writing; spellings of names
    ("They met K.YU. Orlova and Kim A.V. in Omsk.", {"K.YU. Orlova", "Kim A.V."}),
    ("They met Ph.D. Lukin B.P. and Ph.D. Orlova in Omsk.", {"Lukin B.P.", "Orlova"}),
    ("They met Орлов Антон Юрьевич and А. В. Белова in Omsk.", {"Орлов Антон Юрьевич", "А. В. Белова"}),
    ("They met Ludmila Mishina and Yevgeniia Orlina in Omsk.", {"Ludmila Mishina", "Yevgeniia Orlina"}),
    ("They met Chzhou Min and Li Tszyatsun in Omsk.", {"Chzhou Min", "Li Tszyatsun"}),
    ("They saw Washington D.C. and the U.S. Embassy.", set()),
    # surnames that are nouns of buildings, behind given names and titles
    (f"Professor Gary Hall of {TSU} and Anna Bridge sang.", {"Gary Hall", "Anna Bridge"}),
    (f"Robert Service of {TSU} and Mary Tower sang.", {"Robert Service", "Mary Tower"}),
    ("They toured the Victoria Hall, the Main Building and Customs Service.", set()),
    # initials
    ("The prize went to A.B. Orlov.", {"A.B. Orlov"}),
    ("The prize went to Yu. A. Orlova.", {"Yu. A. Orlova"}),
    # a given name before initials: one that is known, or any before a single initial and a Russian surname
    ("The prize went to Igor Yu. Dolmatov.", {"Igor Yu. Dolmatov"}),
    ("The prize went to Boris V.K. Gataev.", {"Boris V.K. Gataev"}),
    ("The prize went to Ramil R. Gataev.", {"Ramil R. Gataev"}),
    ("The Academy of Sciences R.N. Gataev praised grew.", {"R.N. Gataev"}),
    ("Then Sciences R. Gataev spoke.", {"R. Gataev"}),
    ("Then Ecology R. Gataev spoke.", {"R. Gataev"}),
    ("Then Rector R. Gataev spoke.", {"R. Gataev"}),
    ("Then Academician R. Gataev spoke.", {"R. Gataev"}),
    ("Then Omsk R. Gataev saw.", {"R. Gataev"}),
    ("Kindly R. Gataev spoke.", {"R. Gataev"}),
    ("Then Ramil K. Gat spoke.", {"K. Gat"}),
    ("They thanked Ramil. R. Gataev spoke.", {"R. Gataev"}),
    ("Then Dr. R. Gataev spoke.", {"R. Gataev"}),
    # an excellency has no initials
    ("H.E. Li Weiming spoke.", {"Li Weiming"}),
    ("Then H.E. Ivan Sokolov spoke.", {"Ivan Sokolov"}),
    # hyphens join, dashes part
    ("Then Anna Petrova-Orlova spoke.", {"Anna Petrova-Orlova"}),
    ("Then Anna Petrova - a singer - spoke.", {"Anna Petrova"}),
    ("Then Anna Petrova -Orlova spoke.", {"Anna Petrova"}),
    # a full stop that ends a sentence
    ("They met Ambassador Ma. Rector Sokolov spoke.", {"Ma", "Sokolov"}),
    ("They flew to Washington D.C. Minister Sokolov spoke.", {"Sokolov"}),
    ("They met Ambassador Yu. Sokolov then.", {"Yu. Sokolov"}),
    # syllables with a hyphen, a surname that is an article
    ("Then Fung Siu-man spoke.", {"Fung Siu-man"}),
    ("Then Jae-won Lee spoke.", {"Jae-won Lee"}),
    ("Then Vice-dean Lee came.", {"Lee"}),
    ("Then Berg Vice-chair spoke.", set()),
    ("Then spoke An Lihong, a singer.", {"An Lihong"}),
    ("Then began An Exhibition.", set()),
    # given names of elsewhere; nouns behind them
    ("They thanked Nigel Wood and Takashi Mori.", {"Nigel Wood", "Takashi Mori"}),
    ("They toured Nigel Wood University.", set()),
    ("Then Jeffrey KATZ spoke.", {"Jeffrey KATZ"}),
    *(
        (f"The {thing} of {TSU} was shown to guests. {thing} of {JLU} grew.", set())
        for thing in (
            "Edgar Hall",
            "Gilbert Building",
            "Hugo Tower",
            "Oscar Project",
            "Oscar Programme",
            "Oscar System",
        )
    ),
    (f"Hubert Scholars of {TSU} and Adam Fellows of {JLU} sang.", set()),
    ("The Gerard Award and the Emil Berger Medal went to students.", set()),
    ("They met Vice-Rector Natalia then.", {"Natalia"}),
]
NOBODY = [
    f"President of {JLU} Opens Forum",
]


def said(nlp: Language, text: str) -> set[str]:
    return {text[name.start : name.end] for name in nlp(text)._.names if name.cls == "Person"}


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text: str, people: set[str], english: Language) -> None:
    assert said(english, text) == people


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str, english: Language) -> None:
    assert said(english, text) == set()
