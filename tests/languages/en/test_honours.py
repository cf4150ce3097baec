"""Honours that a noun means by what its clause says of it, and where their names begin and end."""

from __future__ import annotations

import pytest
from spacy.language import Language


def honours(nlp: Language, text: str) -> list[str]:
    """Give the honours that a text describes, with what they are for or in."""
    doc = nlp(text)
    return [doc.text[d.start : d.long_end] for d in doc._.descriptions if d.cls == "Recognition"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The olympiad is over. Gold went to Pavel Orlov.", ["Gold"]),
        ("The team won gold at the olympiad.", ["gold"]),
        ("Bronze was taken by Marina Gromova at the championship.", ["Bronze"]),
        ("Marina Gromova won gold.", ["gold"]),
        ("They came back from Omsk with silver.", ["silver"]),
        ("Silver: Pavel Orlov and Irina Belova.", ["Silver"]),
        ("The institute studies gold and silver.", []),
        ("The price of gold went to a record.", []),
        ("Gold: the price rises.", []),
        ("Bronze was taken by the foundry.", []),
        ("Gold went to the bank.", []),
        ("The institute received gold and platinum for electrodes.", []),
        ("The competition of the mines is hard: gold was won from the sand.", []),
        ("The bank held a contest and received silver as a pledge.", []),
        ("The museum held a contest. The guests brought silver to the hall.", []),
        # what somebody is named in honour
        ("The laboratory was named the best young laboratory of the year.", ["best young laboratory of the year"]),
        ("The ministry named Jilin University a demonstration base for talent.", ["demonstration base for talent"]),
        ("The teachers named Pavel Orlov the best student.", ["best student"]),
        ("Wang Lei was elected a foreign member.", ["foreign member"]),
        (
            "Wang Lei was chosen as a foreign member of the Academy of Sciences.",
            ["foreign member of the Academy of Sciences"],
        ),
        ("Jilin University was named China's best university.", ["best university"]),
        ("The institute was recognized as the best laboratory.", ["best laboratory"]),
        ("The institute was recognized as an outstanding laboratory.", []),
        ("The ministry named it the best source of ideas.", []),
        ("The bank named the institute its best university.", []),
        ("The bank chose the institute as the best university for the branch.", []),
        ("The bridge made Pavel Orlov an excellent engineer.", []),
        ("Wang Lei was elected a foreign member of the jury.", []),
        ("Wang Lei was elected a foreign associate of the company.", []),
        ("The company elected Wang Lei its foreign associate.", []),
        ("Wang Lei was elected an overseas member of its council.", []),
        ("Jilin University was chosen as the venue.", []),
        ("The students chose the best project.", []),
        ("Wang Lei was elected a member.", []),
        ("Wang Lei, a foreign member, spoke of it.", []),
        # named for somebody
        ("Igor Belov received the Ivan Petrov Prize.", ["Ivan Petrov Prize"]),
        ("She was given the 2nd degree Professor Ivan Petrov Prize.", ["2nd degree Professor Ivan Petrov Prize"]),
        ("The rector gave Ivan Petrov a prize.", ["prize"]),
        # and for what
        ("He received the Demidov Prize in Experimental Physics.", ["Demidov Prize in Experimental Physics"]),
        ("The lifetime award in Chinese studies is new.", ["lifetime award in Chinese studies"]),
        ("He received a prize in the competition.", ["prize"]),
        ("He received a certificate in Harbin.", ["certificate"]),
        ("He received a diploma in 2015.", ["diploma"]),
    ],
)
def test_honours_by_their_clause(text: str, found: list[str], english: Language) -> None:
    assert honours(english, text) == found
