from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.iris import Iris
from kg.graph.mapping import quads
from kg.graph.validate import validate
from kg.records import Analysis, Collection, Document, Entity, Evidence, Fact, Mention, Name, NameKind, Status
from kg.schema import PROPERTIES, SYMMETRIC

BASE = "https://w3id.org/srac/id/"
SRAC = "https://w3id.org/srac/ontology#"
PREFIXES = {
    "srac": SRAC,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "dcterms": "http://purl.org/dc/terms/",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
FACTS = {SRAC + name for name in PROPERTIES}


def iri(short: str) -> ox.NamedNode:
    prefix, local = short.split(":", 1)
    return ox.NamedNode(PREFIXES.get(prefix, BASE) + (local if prefix in PREFIXES else short))


def thing(id: str) -> ox.NamedNode:
    return ox.NamedNode(BASE + id)


def objects(found: Any, subject: ox.NamedNode, predicate: str) -> list[str]:
    return sorted(str(q.object) for q in found if q.subject == subject and q.predicate == iri(predicate))


def plain(found: Any) -> set[tuple[str, str, str, str]]:
    return {
        (q.subject.value, q.predicate.value.removeprefix(SRAC), q.object.value, q.graph_name.value)
        for q in found
        if q.predicate.value in FACTS
    }


def in_memory(collection: Collection, base: str = BASE) -> ox.Store:
    store = ox.Store()
    store.extend(quads(collection, base))
    return store


def ask(store: ox.Store, query: str) -> list[Any]:
    solutions = store.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(solutions, ox.QuerySolutions)
    return list(solutions)


# What the contract says


def test_held_facts_are_plain_triples_of_the_documents_that_state_them(collection: Collection) -> None:
    lu, paper = BASE + "person/lu-zhiyu", BASE + "agreement/memorandum-2020-06"
    spbpu, tsinghua = BASE + "organization/spbpu", BASE + "organization/tsinghua"
    english, russian = BASE + "document/en-1", BASE + "document/ru-1"
    assert plain(quads(collection)) == {
        (lu, "signed", paper, english),
        (lu, "signed", paper, russian),
        (lu, "holdsPost", spbpu, english),
        (spbpu, "partnerOf", tsinghua, english),
        (spbpu, "partnerOf", tsinghua, russian),
    }


def test_planned_and_denied_are_claims_alone(collection: Collection) -> None:
    rows = ask(
        in_memory(collection),
        "SELECT ?p ?status { ?c a srac:Claim ; rdf:predicate ?p ; srac:status ?status FILTER(?status != 'held') }",
    )
    assert {(r["p"].value.removeprefix(SRAC), r["status"].value) for r in rows} == {
        ("negotiatedWith", "planned"),
        ("visited", "denied"),
    }


def test_one_claim_for_a_fact_that_two_rules_found(collection: Collection) -> None:
    rows = ask(
        in_memory(collection),
        """SELECT ?confidence ?rule ?exact { GRAPH <https://w3id.org/srac/id/document/en-1> {
        ?c rdf:predicate srac:partnerOf ; srac:confidence ?confidence ; srac:rule ?rule ; srac:evidence/oa:exact ?exact
        } }""",
    )
    assert {(r["confidence"].value, r["rule"].value) for r in rows} == {("0.9", "copula")}
    assert {r["exact"].value for r in rows} == {"partner of Tsinghua", "Polytech is a partner of Tsinghua"}


def test_a_symmetric_property_is_written_once_in_the_order_of_iris(collection: Collection) -> None:
    rows = ask(
        in_memory(collection), "SELECT ?s ?o { ?c rdf:predicate srac:negotiatedWith ; rdf:subject ?s ; rdf:object ?o }"
    )
    assert [(r["s"], r["o"]) for r in rows] == [(thing("organization/spbpu"), thing("organization/tsinghua"))]


def test_document_node(collection: Collection) -> None:
    found = [q for q in quads(collection) if q.subject == thing("document/en-1")]
    assert {q.graph_name for q in found} == {thing("document/en-1")}
    document = thing("document/en-1")
    assert objects(found, document, "dcterms:identifier") == ['"en-1"']
    assert objects(found, document, "dcterms:title") == ['"A digest"@en']
    assert objects(found, document, "dcterms:issued") == [f'"2020-10-05"^^<{PREFIXES["xsd"]}date>']
    assert objects(found, document, "srac:year") == [f'"2020"^^<{PREFIXES["xsd"]}integer>']
    assert objects(found, document, "dcterms:language") == ['"en"']
    assert objects(found, document, "dcterms:source") == ["<https://example.org/news/1>"]
    assert objects(found, document, "dcterms:publisher") == [str(thing("organization/spbpu"))]
    assert objects(found, document, "schema:mentions") == [str(thing("person/lu-zhiyu"))]
    text = collection.analyses[0].document.text
    assert objects(found, document, "schema:sha256") == [f'"{hashlib.sha256(text.encode()).hexdigest()}"']
    assert objects(found, document, "srac:text") == [str(ox.Literal(text))]


def test_things_are_described_in_the_graph_of_entities(collection: Collection) -> None:
    found = [q for q in quads(collection) if q.graph_name == thing("graph/entities")]
    spbpu, paper = thing("organization/spbpu"), thing("agreement/memorandum-2020-06")
    assert objects(found, spbpu, "rdf:type") == [f"<{SRAC}Organization>", f"<{SRAC}University>"]
    assert objects(found, spbpu, "rdfs:label") == ['"SPbPU"@en']
    assert objects(found, spbpu, "skos:prefLabel") == ['"SPbPU"@en', '"СПбПУ"@ru']
    assert objects(found, spbpu, "skos:altLabel") == ['"Polytech"']
    assert objects(found, spbpu, "skos:hiddenLabel") == ['"SPPbU"@en']
    assert objects(found, spbpu, "skos:exactMatch") == [
        "<http://www.wikidata.org/entity/Q1136919>",
        "<https://ror.org/02x91aj62>",
    ]
    assert objects(found, spbpu, "skos:editorialNote") == ['"a name of the registry"']
    assert objects(found, paper, "rdfs:label") == ['"memorandum, 2020-06/2020-07"@en']
    assert objects(found, paper, "srac:kind") == [f"<{SRAC}memorandum>"]
    assert objects(found, paper, "srac:place") == [str(thing("place/shanghai"))]
    assert objects(found, iri("srac:memorandum"), "skos:prefLabel") == [
        '"memorandum"@en',
        '"меморандум"@ru',
        '"备忘录"@zh',
    ]


@pytest.mark.parametrize(
    ("date", "kind", "literal", "year"),
    [
        ("2020", "gYear", "2020", "2020"),
        ("2020-06", "gYearMonth", "2020-06", "2020"),
        ("2019-02-28", "date", "2019-02-28", "2019"),
    ],
)
def test_dates_are_as_precise_as_the_text(date: str, kind: str, literal: str, year: str) -> None:
    event = Entity("event/e", "Event", (Name("E", "en"),), date=date)
    found = list(quads(Collection((), (event,))))
    assert objects(found, thing("event/e"), "dcterms:date") == [f'"{literal}"^^<{PREFIXES["xsd"]}{kind}>']
    assert objects(found, thing("event/e"), "srac:year") == [f'"{year}"^^<{PREFIXES["xsd"]}integer>']
    assert objects(found, thing("event/e"), "schema:startDate") == []


def test_a_span_keeps_both_ends(collection: Collection) -> None:
    found, paper = list(quads(collection)), thing("agreement/memorandum-2020-06")
    month = f"^^<{PREFIXES['xsd']}gYearMonth>"
    assert objects(found, paper, "dcterms:date") == [f'"2020-06"{month}']
    assert objects(found, paper, "schema:startDate") == [f'"2020-06"{month}']
    assert objects(found, paper, "schema:endDate") == [f'"2020-07"{month}']


@pytest.mark.parametrize(
    "date", ["2020-13", "2021-02-29", "June 2020", "2020-6", "2020-07/2020-06", "2020/", "20-06-01"]
)
def test_what_is_no_date_is_refused_by_name(date: str) -> None:
    with pytest.raises(InputError, match="event/e"):
        list(quads(Collection((), (Entity("event/e", "Event", (Name("E"),), date=date),))))


def test_a_post_stands_with_its_claim(collection: Collection) -> None:
    rows = ask(
        in_memory(collection),
        """SELECT ?g ?who ?where ?title ?since ?exact { GRAPH ?g { ?m a srac:Membership ; org:member ?who ;
        org:organization ?where ; srac:title ?title ; schema:startDate ?since ; srac:evidence ?e . ?e oa:exact ?exact .
        ?claim srac:evidence ?e ; rdf:subject ?who ; rdf:predicate srac:holdsPost ; rdf:object ?where } }""",
    )
    (row,) = rows
    assert (row["g"], row["who"], row["where"]) == (
        thing("document/en-1"),
        thing("person/lu-zhiyu"),
        thing("organization/spbpu"),
    )
    assert (str(row["title"]), row["since"].value, row["exact"].value) == (
        '"Head of the Office"@en',
        "2016",
        "Head of the Office",
    )


def test_one_post_has_one_title_and_label_however_it_is_capitalised(collection: Collection) -> None:
    first, second = collection.analyses
    post = next(f for f in first.facts if f.property == "holdsPost")
    again = replace(post, title="HEAD of  the office", evidence=(Evidence(0, 2, "Лу"),), since=None)
    both = replace(collection, analyses=(replace(second, facts=(again,)), first))
    rows = ask(
        in_memory(both),
        "SELECT DISTINCT ?m ?title ?label { ?m a srac:Membership ; srac:title ?title ; rdfs:label ?label }",
    )
    assert [(str(r["title"]), r["label"].value) for r in rows] == [
        ('"Head of the Office"@en', "Lu Zhiyu, Head of the Office, SPbPU")
    ]


def test_a_planned_post_is_no_post(collection: Collection) -> None:
    first = collection.analyses[0]
    post = next(f for f in first.facts if f.property == "holdsPost")
    planned = replace(first, facts=(replace(post, status=Status.PLANNED),))
    found = list(quads(replace(collection, analyses=(planned,))))
    assert not [q for q in found if q.object == iri("srac:Membership")]
    assert plain(found) == set()


def test_fields_stand_in_a_scheme_and_need_no_claim(collection: Collection) -> None:
    optics = (Name("optics", "en", NameKind.PREFERRED), Name("оптика", "ru", NameKind.PREFERRED))
    fields = (
        Entity("topic/optics", "Topic", optics, broader="topic/science"),
        Entity("topic/science", "Topic", (Name("science", "en", NameKind.PREFERRED),)),
    )
    deed, *others = collection.entities
    about = replace(collection, entities=(replace(deed, subjects=("topic/optics",)), *others, *fields))
    found = [quad for quad in quads(about) if quad.graph_name == thing("graph/entities")]
    assert objects(found, thing(deed.id), "dcterms:subject") == [str(thing("topic/optics"))]
    assert set(objects(found, thing("topic/optics"), "rdf:type")) == {str(iri("srac:Topic")), str(iri("skos:Concept"))}
    assert objects(found, thing("topic/optics"), "skos:prefLabel") == ['"optics"@en', '"оптика"@ru']
    assert objects(found, thing("topic/optics"), "skos:broader") == [str(thing("topic/science"))]
    assert objects(found, thing("topic/science"), "skos:inScheme") == [str(iri("srac:topics"))]
    assert '"fields of cooperation"@en' in objects(found, iri("srac:topics"), "skos:prefLabel")
    assert plain(quads(about)) == plain(quads(collection))
    assert validate(in_memory(about)).conforms


def test_the_graph_conforms_to_the_shapes(collection: Collection) -> None:
    report = validate(quads(collection))
    assert report.triples > 100
    assert [(r.shape, r.node, r.value) for r in report.results if r.severity.name == "VIOLATION"] == []


def test_the_base_is_an_option(collection: Collection) -> None:
    found = list(quads(collection, "https://example.org/kg/"))
    assert not [q for q in found if BASE in str(q)]
    assert ox.NamedNode("https://example.org/kg/document/en-1") in {q.graph_name for q in found}


@pytest.mark.parametrize(
    "base", ["", "id/", "https://example.org/kg", "https://example.org/a b/", "https://example.org/<x>/"]
)
def test_what_cannot_be_a_base_is_refused(base: str) -> None:
    with pytest.raises(InputError, match="base"):
        Iris(base)


@pytest.mark.parametrize("id", ["май 2020", "a/b", "100%", "x?y#z", '<>"{}|^`\\', "２０２０年", "é"])
def test_any_document_id_makes_an_iri_of_its_own(id: str) -> None:
    graph = next(iter(quads(Collection((Analysis(Document(id, "T", "en", "text", ())),)))))
    assert graph.graph_name == Iris().document(id)
    assert "?" not in graph.graph_name.value
    assert Iris().document(id) != Iris().document(id + "%")


# Refusals name the place


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"evidence": (Evidence(0, 3, "xyz"),)}, "is not what the text has there"),
        ({"evidence": (Evidence(0, 0, ""),)}, "is not what the text has there"),
        ({"evidence": ()}, "no evidence"),
        ({"object": "agreement/unknown"}, "agreement/unknown"),
        ({"property": "likes"}, "'likes' is no property"),
    ],
)
def test_a_fact_that_the_graph_cannot_hold_is_refused(
    collection: Collection, change: dict[str, Any], message: str
) -> None:
    first = collection.analyses[0]
    broken = replace(first, facts=(replace(first.facts[0], **change),))
    with pytest.raises(InputError, match=message) as caught:
        list(quads(replace(collection, analyses=(broken,))))
    assert "en-1" in str(caught.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"cls": "Dragon"}, "'Dragon' is no class"),
        ({"kind": "pact"}, "'pact' is no kind"),
        ({"place": "place/nowhere"}, "place/nowhere"),
        ({"same_as": ("https://example.org/1",)}, "no identifier of Wikidata or ROR"),
    ],
)
def test_an_entity_that_the_graph_cannot_hold_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        list(quads(Collection((), (replace(Entity("agreement/a", "Agreement", (Name("A"),)), **change),))))
    assert "agreement/a" in str(caught.value)


def test_a_mention_of_an_unknown_thing_is_refused() -> None:
    analysis = Analysis(
        Document("d", "T", "en", "text", ()), mentions=(Mention(0, 4, "Place", "place/x", "rule", "", 1.0),)
    )
    with pytest.raises(InputError, match="place/x"):
        list(quads(Collection((analysis,))))


# Whatever the texts say

texts = st.text(st.sampled_from("abc 。，清华大学Политех𝒳🎓\n\"\\'é\u0301\t\u200b"), min_size=1, max_size=60)
names = st.builds(Name, texts.filter(str.strip), st.sampled_from([None, "en", "ru", "zh"]), st.sampled_from(NameKind))
ORGANIZATIONS = [f"organization/{n}" for n in "abcd"]


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    entities = tuple(
        Entity(id, "University", tuple(draw(st.lists(names, min_size=1, max_size=4, unique=True))))
        for id in ORGANIZATIONS
    )
    analyses = []
    for id in draw(st.lists(st.sampled_from(["en-1", "en-2", "ru 1", "中文"]), unique=True, max_size=3)):
        text = draw(texts)

        def passages(text: str = text) -> tuple[Evidence, ...]:
            found = []
            for _ in range(draw(st.integers(1, 3))):
                start = draw(st.integers(0, len(text) - 1))
                end = draw(st.integers(start + 1, len(text)))
                found.append(Evidence(start, end, text[start:end]))
            return tuple(found)

        facts = tuple(
            Fact(
                draw(st.sampled_from(ORGANIZATIONS)),
                draw(st.sampled_from(["partnerOf", "negotiatedWith", "unitOf", "established"])),
                draw(st.sampled_from(ORGANIZATIONS)),
                draw(st.sampled_from(Status)),
                draw(st.floats(0, 1)),
                draw(st.sampled_from(["one", "two"])),
                passages(),
            )
            for _ in range(draw(st.integers(0, 6)))
        )
        analyses.append(Analysis(Document(id, id, "en", text, ()), facts=facts))
    return Collection(tuple(analyses), entities)


@given(collections())
def test_evidence_is_the_text_at_its_offsets(collection: Collection) -> None:
    store = in_memory(collection)
    rows = ask(
        store,
        """SELECT ?exact ?start ?end ?text { ?e a srac:Evidence ; oa:exact ?exact ; oa:start ?start ; oa:end ?end ;
        oa:hasSource/srac:text ?text }""",
    )
    assert len(rows) == len({(a.document.id, e) for a in collection.analyses for f in a.facts for e in f.evidence})
    for row in rows:
        assert row["text"].value[int(row["start"].value) : int(row["end"].value)] == row["exact"].value


@given(collections())
def test_every_plain_triple_has_a_claim_and_only_held_facts_are_plain(collection: Collection) -> None:
    found = list(quads(collection))
    claimed = {
        (r["s"].value, r["p"].value.removeprefix(SRAC), r["o"].value, r["g"].value)
        for r in ask(
            in_memory(collection),
            """SELECT ?s ?p ?o ?g { GRAPH ?g { ?c a srac:Claim ; srac:status "held" ; rdf:subject ?s ;
            rdf:predicate ?p ; rdf:object ?o ; srac:evidence/oa:hasSource ?g } }""",
        )
    }
    stated = set()
    for analysis in collection.analyses:
        for fact in analysis.facts:
            if fact.status is Status.HELD:
                ends = (
                    sorted((fact.subject, fact.object)) if fact.property in SYMMETRIC else [fact.subject, fact.object]
                )
                stated.add((BASE + ends[0], fact.property, BASE + ends[1], Iris().document(analysis.document.id).value))
    assert plain(found) == claimed == stated


@given(collections(), st.randoms(use_true_random=False))
def test_order_changes_nothing(collection: Collection, random: random.Random) -> None:
    def shuffled(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(random.sample(items, len(items)))

    analyses = tuple(
        replace(a, facts=shuffled(tuple(replace(f, evidence=shuffled(f.evidence)) for f in a.facts)))
        for a in shuffled(collection.analyses)
    )
    other = Collection(analyses, shuffled(collection.entities))
    assert sorted(map(str, quads(other))) == sorted(map(str, quads(collection)))


@given(collections())
def test_no_blank_nodes_and_each_quad_once(collection: Collection) -> None:
    found = list(quads(collection))
    assert len(set(found)) == len(found)
    assert all(isinstance(q.subject, ox.NamedNode) and isinstance(q.object, ox.NamedNode | ox.Literal) for q in found)
    assert all(isinstance(q.graph_name, ox.NamedNode) for q in found)


@given(st.lists(names, min_size=1, max_size=8))
def test_names_keep_the_rules_of_skos(given_names: list[Name]) -> None:
    found = list(quads(Collection((), (Entity("organization/a", "Company", tuple(given_names)),))))
    literals = {
        prop: [q.object for q in found if q.predicate == iri(prop)]
        for prop in ("skos:prefLabel", "skos:altLabel", "skos:hiddenLabel")
    }
    languages = [literal.language for literal in literals["skos:prefLabel"]]
    assert languages
    assert len(set(languages)) == len(languages)
    everything = [literal for group in literals.values() for literal in group]
    assert len(set(everything)) == len(everything)
    assert {(n.text, n.lang) for n in given_names} == {(x.value, x.language) for x in everything}
    assert objects(found, thing("organization/a"), "rdfs:label") == [
        str(ox.Literal(given_names[0].text, language=given_names[0].lang))
    ]
