"""Each line is tagged and parsed by itself."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.languages import load
from kg.languages.en.parsing import ByLine

SAID = (
    "Jilin University signed an agreement with Altai State University.",
    "Ivan Sokolov visited Jilin University and met with Li Weiming.",
    "Visits of students to Jilin University",
    "A visit",
    "",
)
HEADINGS = ["A visit", "Students of", "Ivan Sokolov, who", "The", "2017:", "*"]


def read(doc: Doc, start: int = 0) -> list[tuple[object, ...]]:
    """Give what is said of the words from an offset on; heads by their distance."""
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.lemma_, t.dep_, t.head.i - t.i)
        for t in doc
        if t.idx >= start and not t.is_space
    ]


@pytest.fixture
def by_line(english: Language) -> ByLine:
    component = english.get_pipe("srac_by_line")
    assert isinstance(component, ByLine)
    return component


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("line", SAID[:3])
def test_what_stands_above_changes_nothing(heading: str, line: str, english: Language) -> None:
    assert read(english(f"{heading}\n{line}"), len(heading) + 1) == read(english(line))


@pytest.mark.parametrize("below", HEADINGS)
def test_what_stands_below_changes_nothing(below: str, english: Language) -> None:
    alone = read(english(SAID[0]))
    assert read(english(f"{SAID[0]}\n{below}"))[: len(alone)] == alone


def test_the_model_alone_would_be_swayed(english: Language, by_line: ByLine) -> None:
    # else the tests above could not fail
    def tags(text: str, start: int) -> list[str]:
        doc = english.make_doc(text)
        for pipe in by_line.pipes:
            doc = pipe(doc)
        return [t.tag_ for t in doc if t.idx >= start and not t.is_space]

    assert any(tags(f"{h}\n{line}", len(h) + 1) != tags(line, 0) for h in HEADINGS for line in SAID[:3])


@settings(max_examples=25)
@given(st.lists(st.lists(st.sampled_from(SAID), max_size=4).map("\n".join), max_size=6), st.integers(1, 4))
def test_many_are_read_as_one_by_one(texts: list[str], size: int) -> None:
    english = load("en")
    together = [read(doc) for doc in english.pipe(texts, batch_size=size)]
    assert together == [read(english(text)) for text in texts]


def test_more_lines_than_the_model_reads_at_a_time(english: Language) -> None:
    doc = english("\n".join([SAID[0]] * 300))
    assert read(doc) == list(chain.from_iterable([read(english(SAID[0]))] * 300))


@pytest.mark.parametrize("text", ["", "\n", "\n\n \n"])
def test_nothing_to_read(text: str, english: Language) -> None:
    doc = english(text)
    assert doc.text == text
    assert read(doc) == []


def test_empty_texts_among_others_keep_their_place(english: Language) -> None:
    texts = ["", SAID[1], "\n", SAID[0], ""]
    assert [doc.text for doc in english.pipe(texts)] == texts


def test_no_word_hangs_on_a_word_of_another_line(english: Language) -> None:
    doc = english("\n".join(SAID))
    for token in doc:
        assert token.is_space or "\n" not in doc.text[min(token.idx, token.head.idx) : max(token.idx, token.head.idx)]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Visit of Ivan Sokolov to Jilin University", "NN"),
        ("Visit the museum of Jilin University", "VB"),
        ("They visit Jilin University.", "VBP"),
    ],
)
def test_a_headline_begins_with_a_noun_before_of(text: str, tag: str, english: Language) -> None:
    (visit,) = [token for token in english(text) if token.lower_ == "visit"]
    assert (visit.tag_, visit.pos_) == (tag, "NOUN" if tag == "NN" else "VERB")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Jilin University made Ivan Sokolov an honorary doctor.", {"Ivan Sokolov": "dative", "doctor": "dobj"}),
        (
            "Jilin University made Anna Petrova, Rector of Omsk State University, an honorary professor.",
            {"professor": "dobj"},
        ),
        ("The rector said Anna Petrova was an honorary doctor.", {"doctor": "attr"}),
        ("Jilin University made wings, an old idea.", {"idea": "appos"}),
    ],
)
def test_who_is_made_what(text: str, made: dict[str, str], english: Language) -> None:
    assert {t.text: t.dep_ for t in english(text) if t.text in made} == made


@pytest.mark.parametrize(
    ("text", "noun", "lemma"),
    [
        ("Harbin welcomed a youth entrepreneur roundtable and a fashion show.", "roundtable", "roundtable"),
        ("Omsk hosted a student leader roundtable on Monday.", "roundtable", "roundtable"),
        ("Teacher roundtables were held in May.", "roundtables", "roundtable"),
        ("Omsk welcomed a Russian-Chinese student hackathon on Monday.", "hackathon", "hackathon"),
    ],
)
def test_nouns_that_the_model_does_not_know(text: str, noun: str, lemma: str, english: Language) -> None:
    (token,) = [t for t in english(text) if t.text == noun]
    assert (token.pos_, token.lemma_) == ("NOUN", lemma)
    assert token.dep_ in {"dobj", "nsubjpass"}


def test_nouns_that_the_model_knows_are_read_as_they_stand(english: Language) -> None:
    doc = english("A round seminar table stood there; a fair talk was held.")
    assert {t.text: t.lemma_ for t in doc if t.text in {"seminar", "fair", "table"}} == {
        "seminar": "seminar",
        "table": "table",
        "fair": "fair",
    }


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "In April Olga Petrova, a third-year student of the School of Law, represented Jilin University.",
            "Olga Petrova",
        ),
        ("In April Olga Petrova, a student, was invited to Tomsk.", "Olga Petrova"),
        ("In May Anna Petrova visited Omsk.", "Anna Petrova"),
        ("In Omsk Olga Petrova, a student, was invited to sing.", "Olga Petrova"),
        ("In April Petrov, a student, we met Olga Petrova.", "we"),
    ],
)
def test_who_stands_behind_a_month(text: str, subject: str, english: Language) -> None:
    assert subject in {t.text for t in english(text) if t.dep_ in {"nsubj", "nsubjpass"}}


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A symposium followed on the 2nd under the chairmanship of Li Weiming.", "symposium"),
        ("A symposium followed on 2 May at Jilin University.", "symposium"),
        ("A course followed by students of Jilin University is free.", None),
        ("A symposium followed by a dinner", None),
    ],
)
def test_what_followed_is_a_subject(text: str, subject: str | None, english: Language) -> None:
    verb = next(token for token in english(text) if token.text == "followed")
    assert next((c.text for c in verb.children if c.dep_ == "nsubj"), None) == subject
