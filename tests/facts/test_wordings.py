"""Wordings of news pages: the facts that a whole sentence says, and those that it must not be made to say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kg.records import Status

A, B = "Jilin University", "Altai State University"

SAID = [
    # participles that taggers take for a past
    (
        f"The Polar Forum is sponsored by the Polar Academy and carried out together by {A} and {B}.",
        [f"{A} | organized | Polar Forum", f"{B} | organized | Polar Forum", "Polar Academy | organized | Polar Forum"],
    ),
    (
        f"The winter camp is sponsored by {A} and implemented by {B}.",
        [f"{A} | organized | winter camp", f"{B} | organized | winter camp"],
    ),
    # by whose clock
    (f"On May 2, local time, the Polar Forum, organized by {A}, opened in Omsk.", [f"{A} | organized | Polar Forum"]),
    (
        f"On the morning of May 3, 2019, Beijing time, the Polar Forum, organized by {A} and {B}, opened in Omsk.",
        [f"{A} | organized | Polar Forum", f"{B} | organized | Polar Forum"],
    ),
    # places behind the noun of what they are
    (f"A delegation of {A} arrived in the Russian city of Tomsk.", [f"{A} | visited | Tomsk"]),
    (f"The delegation of {B} visited the city of Harbin.", [f"{B} | visited | Harbin"]),
    (f"The delegation of {B} visited the Chinese province of Hunan.", [f"{B} | visited | Hunan"]),
    (f"{A} is located in the city of Changchun.", [f"{A} | locatedIn | Changchun"]),
    # consuls and where they are posted
    (
        "Zhao Peng, Consul General of China in Kazan, opened the lecture.",
        ["Zhao Peng | holdsPost | Consulate General of China in Kazan"],
    ),
    (
        "Zhao Peng, General Consul of the PRC in Yekaterinburg, thanked them.",
        ["Zhao Peng | holdsPost | Consulate General of China in Yekaterinburg"],
    ),
    (
        "Igor Belov, Consul General of the Russian Federation in Harbin, thanked them.",
        ["Igor Belov | holdsPost | Consulate General of Russia in Harbin"],
    ),
    # institutes by their acronyms before their academy's
    (
        f"ICMB SB RAS and {A} signed a memorandum.",
        ["ICMB SB RAS | signed | memorandum", "ICMB SB RAS | unitOf | SB RAS"],
    ),
    (
        f"The P.P. Orlov Polar Institute FEB RAS (POI FEB RAS) and {A} met. Ivan Belov, head of POI FEB RAS, spoke.",
        ["Ivan Belov | holdsPost | P.P. Orlov Polar Institute", "P.P. Orlov Polar Institute | unitOf | FEB RAS"],
    ),
    (
        f"The Polar Technological University of Yamal (hereinafter – PTUY) grew. PTUY signed an agreement with {A}.",
        ["Polar Technological University of Yamal | signed | agreement"],
    ),
    (
        "A delegation of the Institute of Oceanology of the Chinese Academy of Sciences (IO CAS) visited Tomsk.",
        ["Institute of Oceanology, Chinese Academy of Sciences | visited | Tomsk"],
    ),
    # lists behind a colon: of those beside it
    (
        f"The guests from {A} were welcomed by {B}: Igor Belov, Director of the Institute of Law, and Pavel Orlov.",
        [f"{A} | visited | {B}", "Institute of Law | unitOf | " + B],
    ),
    (
        f"The delegation of {A} met with the leadership of {B}: Rector Igor Belov and Vice-Rector Pavel Orlov.",
        [f"Igor Belov | holdsPost | {B}", f"Pavel Orlov | holdsPost | {B}"],
    ),
    (
        f"The delegation of {A} visited {B}: Rector Wang Lei and Vice-Rector Zhang Wei.",
        [f"Wang Lei | holdsPost | {A}", f"Zhang Wei | visited | {B}"],
    ),
    # posts of universities are no posts of the consulate named before
    (
        f"At {B} they met Zhao Peng, Consul General of China in Kazan, and Igor Belov, Vice-Rector for Research.",
        [f"Igor Belov | holdsPost | {B}"],
    ),
    (
        "Li Weiming, a member of the party leadership group and Deputy Director of the Northern Energy Bureau, spoke.",
        ["Li Weiming | holdsPost | Northern Energy Bureau"],
    ),
    # names that end where they end
    (
        f"The China Center for Polar Cultural Exchanges signed an agreement with {A} in May.",
        ["China Center for Polar Cultural Exchanges | signed | agreement"],
    ),
    (
        f"The National Natural Science Foundation (NNSF) of China signed an agreement with {B}.",
        ["National Natural Science Foundation of China | signed | agreement"],
    ),
    (
        f"A delegation of {A} led by Jiang Haijun came. Haijun visited {B}.",
        [f"Jiang Haijun | visited | {B}"],
    ),
    (
        f"Representatives of the Institute of Arid Soils of the Chinese Academy of Sciences (IAS) visited {B}.",
        [f"Institute of Arid Soils | visited | {B}"],
    ),
    # ministers of several fields, of a country
    (
        "The agreement was signed by Minister of Science and Technology of China Sun Zhe.",
        [
            "Sun Zhe | holdsPost | Ministry of Science and Technology of China",
            "Ministry of Science and Technology of China | signed | agreement",
        ],
    ),
    (
        f"{B} took part in the meeting of the Sub-commission for Polar Trade.",
        [f"{B} | participatedIn | meeting of the Sub-commission for Polar Trade"],
    ),
    (
        f"The agreement between {A} and the Polar Institute on China's participation was signed in 2020.",
        ["Polar Institute | signed | agreement"],
    ),
    # where guests were, and whose units they saw there
    (
        f"A delegation of {B} has just returned from a visit to {A}. Its members visited the Chemistry Department.",
        [f"{B} | visited | {A}"],
    ),
    (
        f"Teachers of {B} came to {A}. The delegation of {B} visited the Chemistry Department.",
        [f"{B} | visited | Chemistry Department", f"Chemistry Department | unitOf | {A}"],
    ),
    (
        f"The delegation of the government of Hunan Province headed by Governor Sun Zhe has visited {B}.",
        [f"Sun Zhe | visited | {B}"],
    ),
    # units and offices in small letters, with their owner or place
    (f"The academic council of {A} organized a forum.", [f"academic council | unitOf | {A}"]),
    (f"The working group on bioethics of {A} met guests from {B}.", [f"working group on bioethics | unitOf | {A}"]),
    ("The government of Yakutia organized a forum.", ["government of Yakutia | organized | forum"]),
    (
        "The Hunan provincial department of culture and sport organized a forum.",
        ["Hunan provincial department of culture and sport | organized | forum"],
    ),
    # honours and programmes
    (
        "Igor Belov won the China Polar Science and Technology Award.",
        ["Igor Belov | received | China Polar Science and Technology Award"],
    ),
    ("Igor Belov won a scholarship for one semester.", ["Igor Belov | received | scholarship"]),
    (
        f"{A} and {B} launched a 2+2 joint undergraduate program.",
        [f"{A} | established | 2+2 joint undergraduate program"],
    ),
    (f'{A} and {B} launched a joint programme, "Safe Bridges".', [f"{A} | established | Safe Bridges"]),
    # what a bracket says of one of two known organizations
    (
        "The First Institute of Oceanography of the Ministry of Natural Resources of China (FIO) organized a forum.",
        ["First Institute of Oceanography | organized | forum"],
    ),
]
PLANNED = [
    (f"{A} is in talks on signing an agreement with {B}.", f"{B} | signed | agreement"),
    (f"{A} held negotiations on the creation of a joint laboratory with {B}.", f"{A} | established | joint laboratory"),
    (f"They confirmed the advisability of signing a declaration with {B}.", f"{B} | signed | declaration"),
    (f"A visit of {A} to {B} can take place in May.", f"{A} | visited | {B}"),
]
NOT_SAID = [
    (f"{A} took part in the Polar Forum. Its organizer was the Polar Academy.", f"{A} | organized | Polar Forum"),
    (f"{A} praised the Polar Academy and carried a flag out by {B}.", f"{B} | organized | {A}"),
    (
        f"Teachers of {B} came to {A}. The delegation of {B} visited the Chemistry Department.",
        f"Chemistry Department | unitOf | {B}",
    ),
    (
        f"Representatives of the Institute of Arid Soils of the Chinese Academy of Sciences (IAS) visited {B}.",
        f"Chinese Academy of Sciences | visited | {B}",
    ),
    (f"A delegation of {A} visited the capital city of Hunan Province.", f"{A} | visited | Hunan"),
    (f"THE DELEGATION OF CAS VISITED {A.upper()}", f"OF CAS | visited | {A}"),
    (
        "A delegation of the Institute of Oceanology of the Chinese Academy of Sciences (IO CAS) visited Tomsk.",
        "Chinese Academy of Sciences | visited | Tomsk",
    ),
    (f"The guests from {A} were welcomed by {B}: Igor Belov and Pavel Orlov.", f"Igor Belov | visited | {B}"),
    (f"Igor Belov, Specialist in Fish Genetics, came to {A}.", "Igor Belov | holdsPost | Fish Genetics"),
    (f"Li Weiming, Professor of Marine Biology, came to {B}.", "Li Weiming | holdsPost | Marine Biology"),
    (
        "Igor Belov, a guest of China in Kazan, thanked them.",
        "Igor Belov | holdsPost | Consulate General of China in Kazan",
    ),
]


@pytest.mark.parametrize(("text", "facts"), SAID)
def test_what_it_says(text: str, facts: list[str], tell: Callable[..., Any]) -> None:
    told = tell(text)
    for fact in facts:
        assert told.finds(fact), (fact, told.written())


@pytest.mark.parametrize(("text", "fact"), PLANNED)
def test_what_is_to_come(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not told.finds(fact), told.written()
    assert told.finds(fact, Status.PLANNED), told.written()


@pytest.mark.parametrize(("text", "fact"), NOT_SAID)
def test_what_it_does_not_say(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert all(not told.finds(fact, status) for status in Status), told.written()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"{A} signed the agreement with {B} to open a joint class in March 2008.", "2008-03"),
        (
            f"{A} and {B} signed an agreement to open a joint class in March 2008, and in July 2009 it opened.",
            "2008-03",
        ),
        (f"{A} and {B} signed an agreement to open a joint class in March 2031.", None),
    ],
)
def test_when_an_agreement_with_a_purpose_was_signed(text: str, date: str | None, tell: Callable[..., Any]) -> None:
    told = tell(f"On 1 July 2023, guests came. {text}", "2023-07-02")
    agreement = next(one for one in told.analysis.entities if one.cls == "Agreement")
    assert agreement.date == date or (date is None and agreement.date != "2031-03")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met with the Institute of Engineering and Chinese students.", "Institute of Engineering"),
        ("They toured the Institute of Law and Russian laboratories.", "Institute of Law"),
        ("They toured the Institute of Law and Chinese Philology in May.", "Institute of Law and Chinese Philology"),
    ],
)
def test_names_end_before_those_of_a_country(text: str, name: str, tell: Callable[..., Any]) -> None:
    organizations = [one for one in tell(text).analysis.entities if one.id.startswith("organization/")]
    assert [one.names[0].text for one in organizations] == [name]
