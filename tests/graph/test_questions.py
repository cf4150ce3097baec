"""Every named question is asked of a small graph whose answers are known, of Oxigraph and of a second SPARQL engine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, Literal

from kg.errors import QueryError
from kg.graph.questions import Question, find, questions
from kg.graph.store import Store
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Lang, Name, NameKind, Status

Rows = list[tuple[str | None, ...]]


def entity(id: str, cls: str, *names: str, lang: Lang = "en", **more: object) -> Entity:
    first, *others = names
    forms = (Name(first, lang, NameKind.PREFERRED), *(Name(other) for other in others))
    return Entity(id, cls, forms, **more)  # type: ignore[arg-type]


ENTITIES = (
    entity("organization/spbpu", "University", "Polytechnic University", "SPbPU", "СПбПУ"),
    entity("organization/tsinghua", "University", "Tsinghua University"),
    entity("organization/hit", "University", "Harbin Institute"),
    entity("organization/asrtu", "Association", "ASRTU"),
    entity("organization/most", "GovernmentBody", "Ministry of Science"),
    entity("organization/lab", "JointStructure", "Joint Laboratory"),
    entity("organization/centre", "JointStructure", "Lone Centre"),
    entity("person/lu", "Person", "Lu Zhiyu"),
    entity("person/qiu", "Person", "Qiu Yong"),
    entity(
        "agreement/memorandum",
        "Agreement",
        "Memorandum",
        kind="memorandum",
        date="2020-06-03",
        subjects=("topic/optics", "topic/science"),
    ),
    entity("agreement/contract", "Agreement", "Contract", kind="contract", date="2021"),
    entity(
        "event/ciep",
        "Conference",
        "CIEP-2020 Forum",
        kind="forum",
        date="2020-06",
        place="place/pudong",
        subjects=("topic/optics",),
    ),
    entity("programme/exchange", "Programme", "Exchange"),
    entity("recognition/award", "Recognition", "Friendship Award", date="2019", place="place/shanghai"),
    entity("place/shanghai", "City", "Shanghai", "上海"),
    entity("place/pudong", "District", "Pudong"),
    entity("topic/optics", "Topic", "optics", "оптика", broader="topic/science"),
    entity("topic/science", "Topic", "science", "наука"),
)


def document(id: str, lang: Lang, published: str, facts: Iterable[tuple[str, ...]], **more: str) -> Analysis:
    """A text with one sentence for each fact: "subject property object [status]"."""
    text, made = "", []
    for number, (subject, prop, obj, *rest) in enumerate(facts):
        status, title, since = (*rest, "", "", "")[:3]
        sentence = f"Sentence {number} of {id}."
        made.append(
            Fact(
                subject,
                prop,
                obj,
                Status(status or "held"),
                0.5 if prop == "received" else 0.9,
                f"rule-{prop}",
                (Evidence(len(text), len(text) + len(sentence), sentence),),
                title=title or None,
                since=since or None,
            )
        )
        text += f"{sentence}\n"
    paper = Document(id, f"News {id}", lang, text, (), published=published, **more)  # type: ignore[arg-type]
    return Analysis(paper, facts=tuple(made))


SPBPU, TSINGHUA, HIT = "organization/spbpu", "organization/tsinghua", "organization/hit"
ENGLISH = (
    (SPBPU, "signed", "agreement/memorandum"),
    (TSINGHUA, "signed", "agreement/memorandum"),
    ("person/lu", "signed", "agreement/memorandum"),
    ("agreement/memorandum", "concerns", "programme/exchange"),
    ("person/lu", "represents", SPBPU),
    ("person/lu", "holdsPost", SPBPU, "held", "Head of the Office", "2016"),
    ("person/lu", "holdsPost", SPBPU, "held", "Rector's Envoy"),
    (SPBPU, "organized", "event/ciep"),
    ("person/lu", "participatedIn", "event/ciep"),
    ("event/ciep", "locatedIn", "place/pudong"),
    (HIT, "partnerOf", SPBPU),
    (SPBPU, "visited", TSINGHUA, "planned"),
    (SPBPU, "memberOf", "organization/asrtu", "held", "", "2012"),
)
RUSSIAN = (
    (SPBPU, "signed", "agreement/contract"),
    (TSINGHUA, "signed", "agreement/contract"),
    (HIT, "signed", "agreement/contract"),
    (SPBPU, "partnerOf", HIT),
    (SPBPU, "established", "organization/lab"),
    (TSINGHUA, "established", "organization/lab"),
    ("place/pudong", "locatedIn", "place/shanghai"),
    (HIT, "memberOf", "organization/asrtu"),
    (HIT, "visited", SPBPU, "proposed"),
)
CHINESE = (
    (SPBPU, "visited", TSINGHUA),
    (TSINGHUA, "negotiatedWith", SPBPU),
    (HIT, "established", "organization/lab", "denied"),
    (TSINGHUA, "established", "organization/lab", "denied"),
    ("person/qiu", "received", "recognition/award"),
    ("recognition/award", "grantedBy", "organization/most"),
)

ANSWERS: dict[str, Rows] = {
    "about-field": [
        ("science", "optics", "2020-06-03", "Memorandum", "Agreement", "Polytechnic University"),
        ("science", "optics", "2020-06-03", "Memorandum", "Agreement", "Tsinghua University"),
        ("science", "science", "2020-06-03", "Memorandum", "Agreement", "Polytechnic University"),
        ("science", "science", "2020-06-03", "Memorandum", "Agreement", "Tsinghua University"),
        ("science", "optics", "2020-06", "CIEP-2020 Forum", "Event", "Polytechnic University"),
    ],
    "agreements": [
        ("2021", "Contract", "contract", "Harbin Institute", "Polytechnic University"),
        ("2021", "Contract", "contract", "Harbin Institute", "Tsinghua University"),
        ("2021", "Contract", "contract", "Polytechnic University", "Tsinghua University"),
        ("2020-06-03", "Memorandum", "memorandum", "Polytechnic University", "Tsinghua University"),
    ],
    "agreements-by-year": [("2020", "memorandum", "1"), ("2021", "contract", "1")],
    "association-members": [("ASRTU", "Harbin Institute", None), ("ASRTU", "Polytechnic University", "2012")],
    "corroborated": [("Harbin Institute", "partnerOf", "Polytechnic University", "2", "2")],
    "cosigning-pairs": [
        ("Polytechnic University", "Tsinghua University", "2", "2020", "2021"),
        ("Harbin Institute", "Polytechnic University", "1", "2021", "2021"),
        ("Harbin Institute", "Tsinghua University", "1", "2021", "2021"),
    ],
    "denied": [
        ("Harbin Institute", "established", "Joint Laboratory", "News zh-1", "2022", "Sentence 2 of zh-1.", None),
        (
            "Tsinghua University",
            "established",
            "Joint Laboratory",
            "News zh-1",
            "2022",
            "Sentence 3 of zh-1.",
            "News ru-1",
        ),
    ],
    "events": [("2020-06", "CIEP-2020 Forum", "forum", "Pudong", "Polytechnic University")],
    "in-place": [
        ("Shanghai", "CIEP-2020 Forum", "Event", "2020-06", "Pudong"),
        ("Shanghai", "Pudong", "Place", None, "Shanghai"),
        ("Shanghai", "Friendship Award", "Recognition", "2019", "Shanghai"),
    ],
    "joint-structures": [
        ("Joint Laboratory", "Polytechnic University", "News ru-1", "2021-03"),
        ("Joint Laboratory", "Tsinghua University", "News ru-1", "2021-03"),
        ("Lone Centre", None, None, None),
    ],
    "languages": [
        ("en", "held", "11", "1"),
        ("en", "planned", "1", "1"),
        ("ru", "held", "8", "1"),
        ("ru", "proposed", "1", "1"),
        ("zh", "denied", "2", "1"),
        ("zh", "held", "4", "1"),
    ],
    "most-connected": [("Harbin Institute", "2"), ("Polytechnic University", "2"), ("Tsinghua University", "2")],
    "participants": [
        ("forum", "CIEP-2020 Forum", "2020-06", "Polytechnic University", "organizer", None),
        ("forum", "CIEP-2020 Forum", "2020-06", "Lu Zhiyu", "participant", "Polytechnic University"),
    ],
    "partners": [
        ("SPbPU", "Harbin Institute", "partnerOf", "2", "2020", "2021"),
        ("SPbPU", "Tsinghua University", "negotiatedWith", "1", "2022", "2022"),
    ],
    "planned": [
        (
            "proposed",
            "Harbin Institute",
            "visited",
            "Polytechnic University",
            "News ru-1",
            "2021-03",
            "Sentence 8 of ru-1.",
        ),
    ],
    "publishers": [
        (None, "ru", "1", "2021", "2021"),
        (None, "zh", "1", "2022", "2022"),
        ("Polytechnic University", "en", "1", "2020", "2020"),
    ],
    "recognitions": [("Qiu Yong", "Friendship Award", "Ministry of Science", "2019")],
    "representatives": [
        ("SPbPU", "Lu Zhiyu", "Head of the Office", "2016", None, "2020"),
        ("SPbPU", "Lu Zhiyu", "Rector's Envoy", None, None, "2020"),
    ],
    "signatories": [("Lu Zhiyu", "Polytechnic University", "Memorandum", "2020-06-03")],
    "single-source": [
        ("Memorandum", "concerns", "Exchange", "News en-1"),
        ("Polytechnic University", "established", "Joint Laboratory", "News ru-1"),
        ("Tsinghua University", "established", "Joint Laboratory", "News ru-1"),
        ("Friendship Award", "grantedBy", "Ministry of Science", "News zh-1"),
        ("Lu Zhiyu", "holdsPost", "Polytechnic University", "News en-1"),
        ("CIEP-2020 Forum", "locatedIn", "Pudong", "News en-1"),
        ("Pudong", "locatedIn", "Shanghai", "News ru-1"),
        ("Harbin Institute", "memberOf", "ASRTU", "News ru-1"),
        ("Polytechnic University", "memberOf", "ASRTU", "News en-1"),
        ("Polytechnic University", "negotiatedWith", "Tsinghua University", "News zh-1"),
        ("Polytechnic University", "organized", "CIEP-2020 Forum", "News en-1"),
        ("Lu Zhiyu", "participatedIn", "CIEP-2020 Forum", "News en-1"),
        ("Qiu Yong", "received", "Friendship Award", "News zh-1"),
        ("Lu Zhiyu", "represents", "Polytechnic University", "News en-1"),
        ("Harbin Institute", "signed", "Contract", "News ru-1"),
        ("Lu Zhiyu", "signed", "Memorandum", "News en-1"),
        ("Polytechnic University", "signed", "Contract", "News ru-1"),
        ("Polytechnic University", "signed", "Memorandum", "News en-1"),
        ("Tsinghua University", "signed", "Contract", "News ru-1"),
        ("Tsinghua University", "signed", "Memorandum", "News en-1"),
        ("Polytechnic University", "visited", "Tsinghua University", "News zh-1"),
    ],
    "subjects-of-agreements": [
        ("Memorandum", "2020-06-03", "Exchange", "Programme"),
        ("Memorandum", "2020-06-03", "optics", "Topic"),
        ("Memorandum", "2020-06-03", "science", "Topic"),
    ],
    "timeline": [
        ("SPbPU", "2020-06", "organized", "CIEP-2020 Forum"),
        ("SPbPU", "2020-06-03", "signed", "Memorandum"),
        ("SPbPU", "2021", "signed", "Contract"),
    ],
    "topics": [("optics", "science", "1", "1", "0"), ("science", None, "1", "0", "0")],
    "uncertain": [
        ("0.7", "0.5", "rule-received", "Qiu Yong", "received", "Friendship Award", "Sentence 4 of zh-1."),
    ],
    "visits": [("Polytechnic University", "Tsinghua University", "2022", "News zh-1")],
    "who-says-so": [],  # a test of its own: two dozen rows
}


@pytest.fixture(scope="module")
def store() -> Store:
    papers = (
        document("en-1", "en", "2020-10-05", ENGLISH, publisher=SPBPU, source="https://example.org/1"),
        document("ru-1", "ru", "2021-03", RUSSIAN),
        document("zh-1", "zh", "2022", CHINESE),
    )
    return Store.of(Collection(papers, ENTITIES))


def ask(store: Store, question: Question, **values: str) -> Rows:
    selection = store.select(question.sparql, question.bindings(values))
    return [tuple(None if term is None else getattr(term, "value", "") for term in row) for row in selection.rows]


def test_every_question_has_a_test() -> None:
    assert [question.name for question in questions()] == sorted(ANSWERS)
    assert len(ANSWERS) >= 15


@pytest.mark.parametrize("name", sorted(set(ANSWERS) - {"who-says-so"}))
def test_a_question_is_answered(store: Store, name: str) -> None:
    assert ask(store, find(name)) == ANSWERS[name]


def test_a_field_is_asked_for_by_any_of_its_names_and_holds_its_parts(store: Store) -> None:
    rows = ask(store, find("about-field"), field="Оптика")
    assert {row[1:4] for row in rows} == {
        ("optics", "2020-06-03", "Memorandum"),
        ("optics", "2020-06", "CIEP-2020 Forum"),
    }


def test_who_says_so_gives_every_claim_with_its_words_and_document(store: Store) -> None:
    rows = ask(store, find("who-says-so"))
    about = [fact for fact in (*ENGLISH, *RUSSIAN, *CHINESE) if SPBPU in fact[:3]]
    assert len(rows) == len(about) == 14
    assert (
        "SPbPU",
        "Polytechnic University",
        "visited",
        "Tsinghua University",
        "planned",
        "Sentence 11 of en-1.",
        "News en-1",
        "2020-10-05",
        "https://example.org/1",
    ) in rows
    assert {row[4] for row in rows} == {"held", "planned", "proposed"}


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_a_question_is_plain_sparql_that_another_engine_answers_alike(store: Store, question: Question) -> None:
    graph = Graph()
    triples = {quad.triple for quad in store.quads()}
    graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    given = {
        name: Literal(term.value, datatype=None if term.datatype.value.endswith("#string") else term.datatype.value)
        for name, term in question.bindings().items()
    }
    theirs = [
        tuple(None if term is None else str(term) for term in row)
        for row in graph.query(question.sparql, initBindings=given)
    ]
    assert sorted(theirs, key=str) == sorted(ask(store, question), key=str)
    # The bare file, pasted anywhere, answers for the default.
    bare = store.select(question.sparql)
    kept = [i for i, name in enumerate(bare.variables) if name not in given]
    assert [[row[i] for i in kept] for row in bare.rows] == [
        [row[i] for i in kept] for row in store.select(question.sparql, question.bindings()).rows
    ]


def test_a_parameter_is_a_value_and_never_a_piece_of_the_query(store: Store) -> None:
    partners = find("partners")
    assert [row[1] for row in ask(store, partners, organization="hARBIN institute")] == ["Polytechnic University"]
    assert [row[1] for row in ask(store, partners, organization="спбпу")] == ["Harbin Institute", "Tsinghua University"]
    assert [row[1] for row in ask(store, find("in-place"), town="上海")] == [
        "CIEP-2020 Forum",
        "Pudong",
        "Friendship Award",
    ]
    for evil in ('") } #', 'x" AS ?y) . ?s ?p ?o . BIND("', "\\", '"', "'", "\n", "{?s ?p ?o}"):
        assert ask(store, partners, organization=evil) == []


def test_a_numeric_parameter(store: Store) -> None:
    uncertain = find("uncertain")
    assert ask(store, uncertain, below="0.5") == []
    assert len(ask(store, uncertain, below=" 1 ")) == 24
    for wrong in ("high", "", "NaN", "Infinity", "0,5"):
        with pytest.raises(QueryError, match=r"parameter below.*is no number.*0\.7"):
            uncertain.bindings({"below": wrong})


def test_an_unknown_parameter_names_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"question partners: no parameter 'university'.*organization"):
        find("partners").bindings({"university": "SPbPU"})
    with pytest.raises(QueryError, match="takes none"):
        find("visits").bindings({"university": "SPbPU"})


def test_questions_speak_three_languages() -> None:
    for question in questions():
        assert [language for language, _ in question.texts] == ["en", "ru", "zh"]
        assert question.text().endswith("?")
        assert question.text("ru").endswith("?")
        assert question.text("zh").endswith("？")
        for name in question.bindings():
            assert f"?{name}" in question.sparql.partition("SELECT")[2].partition("WHERE")[0]


def test_a_question_without_a_translation_is_given_in_english(tmp_path: Path) -> None:
    (tmp_path / "people.rq").write_text("# Who is there?\nSELECT ?s WHERE { ?s a srac:Person }\n", encoding="utf-8")
    (question,) = questions(tmp_path)
    assert question.text("zh") == "Who is there?"
    assert question.parameters == ()
    assert find("people", tmp_path) == question


@pytest.mark.parametrize("name", ["who-says-so", "WHO-SAYS-SO", "who-says-so.rq"])
def test_a_question_is_found_by_its_name(name: str) -> None:
    assert find(name).name == "who-says-so"


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("cosign-pairs", "cosigning-pairs"),
        ("visit", "visits"),
        ("employees", "kg questions"),
        ("", "kg questions"),
        ("партнёры", "partners"),
    ],
)
def test_a_question_that_is_not_there_names_near_ones(name: str, near: str) -> None:
    with pytest.raises(QueryError, match=near):
        find(name)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "no question in words"),
        ("", "no question in words"),
        ("# ru: Кто?\nSELECT * {}", "no question in words"),
        ("# Who?\n# And a remark\nSELECT * {}", "broken.rq:2: a head line"),
        ("# Who?\n# ru: Кто?\n# ru: Что?\nSELECT * {}", "broken.rq:3: a head line"),
        ("# Who?\n#\nSELECT * {}", "broken.rq:2: a head line"),
        ("# Who?\n# param: who\nSELECT * {}", "broken.rq:2: 'who' is no parameter"),
        ("# Who?\n# param: who SPbPU\nSELECT * {}", "broken.rq:2: 'who SPbPU' is no parameter"),
        ('# Who?\n# param: who "a"\nSELECT ?who { BIND(COALESCE(?who, "b") AS ?x) }', "broken.rq:2: .*does not use"),
    ],
)
def test_a_head_that_breaks_the_rules_is_refused(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "broken.rq").write_text(text, encoding="utf-8")
    with pytest.raises(QueryError, match=message):
        questions(tmp_path)
