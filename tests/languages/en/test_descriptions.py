"""Words that refer to something without naming it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.schema import is_a


def phrases(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [doc.text[one.start : one.end] for one in doc._.descriptions]


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("the corresponding agreement", "agreement"),
        ("an appropriate contract", "contract"),
        ("one more memorandum", "memorandum"),
        ("a similar bilateral agreement", "bilateral agreement"),
        # what says something of the thing stays
        ("a bilateral agreement", "bilateral agreement"),
        ("a new agreement", "new agreement"),
        ("a bilateral similar agreement", "bilateral similar agreement"),
        ("the agreement", "agreement"),
    ],
)
def test_empty_adjectives_are_no_part_of_it(said: str, phrase: str, english: Language) -> None:
    assert phrases(english, f"Jilin University signed {said}.") == [phrase]


@pytest.mark.parametrize(
    ("said", "determiner"),
    [
        ("This year's forum", "definite"),
        ("The forum", "definite"),
        ("Last year's forum", None),
        ("Jilin University's forum", None),
        ("A forum", None),
    ],
)
def test_this_years_forum_is_the_forum(said: str, determiner: str | None, english: Language) -> None:
    doc = english(f"{said} opened.")
    (forum,) = [one for one in doc._.descriptions if doc.text[one.start : one.end] == "forum"]
    assert (forum.determiner if forum.determiner == "definite" else None) == determiner


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Altai State University hosted a press conference.", "Event"),
        ("Jilin University arranged a field trip to Lake Baikal.", "Event"),
        ("Students of Jilin University joined a painting session in Hainan.", "Event"),
        ("Jilin University took part in the celebrations at Omsk University.", "Ceremony"),
        # other sittings, other trips and what is no gathering at all
        ("Jilin University attended the session.", "Meeting"),
        ("Jilin University arranged a trip to Lake Baikal.", None),
        ("Jilin University wrote to the press of Omsk.", None),
        ("Jilin University works in the field of trips.", None),
    ],
)
def test_gatherings_in_common_words(text: str, kind: str | None, english: Language) -> None:
    found = [one.cls for one in english(text)._.descriptions if one.role == "thing"]
    assert found == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The alliance held its launch ceremony.", "launch ceremony"),
        ("A solemn launch ceremony was held.", "solemn launch ceremony"),
        ("The alliance held the project's launch ceremony.", "launch ceremony"),
        # verbs of headlines
        ("Jilin University signs agreement with Altai State University", "agreement"),
        ("Jilin University signs new agreement with Altai State University", "new agreement"),
    ],
)
def test_launch_is_a_verb_only_where_nothing_opens_its_phrase(text: str, phrase: str, english: Language) -> None:
    assert phrase in phrases(english, text)


@pytest.mark.parametrize(
    ("text", "phrase", "cls"),
    [
        ("Li Weiming attended the 2016 Spring Festival party of graduates in Moscow.", "party", "Event"),
        ("Jilin University gave a party for the students.", "party", "Event"),
        ("Li Weiming enjoyed the party.", "party", "Event"),
        ("Li Weiming joined the ruling party in May.", "party", None),
        ("Jilin University held the party responsible.", "party", None),
        ("Jilin University held the party in Omsk.", "party", None),
        ("Jilin University held a party responsible for it.", "party", None),
        ("Ivan Sokolov ran a party for the old.", "party", None),
        ("Ivan Sokolov attended the Polar party.", "party", None),
        ("Students take part in the summer schools of Jilin University.", "summer schools", "Course"),
        ("Students take part in the work of the schools of Jilin University.", "schools", None),
        ("A New Year concert for graduates of Chinese universities was held in Omsk.", "concert", "Event"),
        ("Jilin University opened a training session for teachers.", "training session", "Course"),
        ("The thesis defence was held in English.", "thesis defence", "Event"),
        ("The defence of the city was told of in a film.", "defence", None),
    ],
)
def test_events_in_common_words(text: str, phrase: str, cls: str | None, english: Language) -> None:
    found = [d.cls for d in english(text)._.descriptions if text[: d.end].endswith(phrase) and is_a(d.cls, "Event")]
    assert found == ([cls] if cls else [])
