"""Parties that a sentence leaves unnamed, counts, or names behind: who "we" are, whose partners, some of many."""

from collections.abc import Callable
from typing import Any

import pytest

_FACTS = [
    # who signs
    ("A memorandum of understanding of Jilin University and Altai State University was signed in May.",
     "Altai State University | signed | memorandum of understanding"),
    ("A cooperation agreement was drawn up in May. Three parties signed it: Jilin University, Altai State "
     "University, and Tomsk State University.", "Tomsk State University | signed | cooperation agreement"),
    ("A number of cooperation agreements were signed by Jilin University and Altai State University.",
     "Jilin University | signed | cooperation agreements"),
    ("Altai State University and China's Jilin University signed a memorandum.",
     "Altai State University | signed | memorandum"),
    ("The contract was signed by Altai State University, Russia's Tomsk State University and China's Jilin University.",
     "Tomsk State University | signed | contract"),
    ("With Jilin University agreements have been concluded by Altai State University.",
     "Jilin University | signed | Jilin University agreements"),
    # who leads a delegation is of whose it is
    ("Rector Li Wei led a delegation of Jilin University to Russia. On 4 May, at Altai State University, he sang. "
     "On 5 May, at Tomsk State University, Li Wei met Rector Ivan Petrov. The two universities signed a protocol.",
     "Tomsk State University | signed | protocol"),
    # a centre of an institute is no institute
    ("The Polar Institute of Law grew. The Omsk Centre of the Polar Institute of Law opened, and the Institute signed "
     "an agreement with Jilin University.", "Polar Institute of Law | signed | agreement"),
    # who speaks
    ('"I was in Harbin in May," noted Ivan Sokolov.', "Ivan Sokolov | visited | Harbin"),
    ('Ivan Sokolov said: "Last year I went to Jilin University."', "Ivan Sokolov | visited | Jilin University"),
    ('"Our delegation visited Jilin University in May," noted Ivan Sokolov, rector of Altai State University.',
     "Altai State University | visited | Jilin University"),
    ("Meetings have been held with Jilin University, said Ivan Sokolov, rector of Altai State University.",
     "Altai State University | negotiatedWith | Jilin University"),
    # whose partners, some of many
    ("Partners in the programme are Jilin University, Altai State University and Tomsk State University.",
     "Jilin University | partnerOf | Tomsk State University"),
    ("Altai State University has held talks with several universities; Jilin University and Tomsk State University are "
     "among them.", "Altai State University | negotiatedWith | Jilin University"),
    ("Programmes that Jilin University and Altai State University have launched, such as the Amur Mathematics Center, "
     "attract students.", "Altai State University | established | Amur Mathematics Center"),
    # who comes
    ("The delegates of Jilin University were split into two groups, which toured the Institute of Law.",
     "Jilin University | visited | Institute of Law"),
    ("Ivan Sokolov met Li Weiming warmly as he came to Altai State University.",
     "Li Weiming | visited | Altai State University"),
    ("Altai State University had a meeting with a delegation. It came from Jilin University.",
     "Altai State University | negotiatedWith | Jilin University"),
    ("Jilin University has been honoured to work with Altai State University.",
     "Altai State University | partnerOf | Jilin University"),
]  # fmt: skip

_NONE = [
    ("The Ministry of Education gave Altai State University the authority to sign an agreement with "
     "Jilin University.", "signed"),
    ("Jilin University and Altai State University came to an agreement that exchange should grow.", "signed"),
    ('"I hope to visit Jilin University", said Anna Petrova.', "visited"),
    ('"I have never been in China", said Anna Petrova.', "visited"),
    ("Li Weiming and Wang Hong had come to Barnaul three months earlier.", "visited"),
    ("Possible partners in the project are Jilin University and Tomsk State University.", "partnerOf"),
    ("Former partners in the project are Jilin University and Tomsk State University.", "partnerOf"),
    ("Altai State University signed a contract with its partners. A letter was sent by Jilin University.", "partnerOf"),
    ("Altai State University received greetings from partners: Jilin University, Harbin Engineering University.",
     "visited"),
    ("Altai State University invited many universities. Among them there was no Jilin University.", "partnerOf"),
    ("The Amur Alliance was unveiled by Ivan Sokolov, Rector of Altai State University, and Minister Li Weiming.",
     "established"),
    ("Altai State University has a new course to offer. It was launched by the Institute of Law.", "established"),
    ("Jilin University and Altai State University came to the forum. The documents on trade were signed in June by the "
     "governments of the three countries.", "signed"),
    ("The match (Jilin University – Altai State University) ended in a draw.", "partnerOf"),
    ("Universities that run programmes, such as the Amur Mathematics Center, came to Omsk.", "established"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact"), _FACTS, ids=[fact for _, fact in _FACTS])
def test_is_told(text: str, fact: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert told.finds(fact), told.written()


@pytest.mark.parametrize(("text", "property"), _NONE, ids=[text[:40] for text, _ in _NONE])
def test_is_not_told(text: str, property: str, tell: Callable[..., Any]) -> None:
    told = tell(text)
    assert not [f for f in told.analysis.facts if f.property == property and f.status == "held"], told.written()


def test_who_went_themselves_do_not_make_their_university_go(tell: Callable[..., Any]) -> None:
    told = tell('"I was in Harbin in May," noted Ivan Sokolov, rector of Altai State University.')
    assert not told.finds("Altai State University | visited | Harbin"), told.written()


def test_another_signing_is_another_agreement(tell: Callable[..., Any]) -> None:
    told = tell(
        "On 4 May 2019 Jilin University and Altai State University signed a memorandum on cooperation. The agreement "
        "was signed on 7 June 2020 by Tomsk State University and Kazan Federal University, the rector recalled."
    )
    signed = {f.object for f in told.analysis.facts if f.property == "signed"}
    assert len(signed) == 2, told.written()


def test_the_same_signing_is_the_same_agreement(tell: Callable[..., Any]) -> None:
    told = tell("In 2019 Jilin University signed a memorandum. The memorandum was signed in Harbin by Li Weiming.")
    signed = {f.object for f in told.analysis.facts if f.property == "signed"}
    assert len(signed) == 1, told.written()
