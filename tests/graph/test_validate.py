"""Every rule of the shapes is broken once, and found; a graph that breaks none conforms."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, Dataset, Graph, Literal
from rdflib.namespace import SH, SKOS

from kg import schema
from kg.errors import InputError, QueryError
from kg.graph.mapping import quads
from kg.graph.shapes import load
from kg.graph.validate import Report, Severity, Violation, validate
from kg.graph.vocabulary import SHAPES
from kg.records import Collection

PREFIXES = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX id: <https://w3id.org/srac/id/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX srac: <https://w3id.org/srac/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
DOCUMENT = "https://w3id.org/srac/id/document/en-1"
SPBPU = "<https://w3id.org/srac/id/organization/spbpu>"
MEMORANDUM = "<https://w3id.org/srac/id/agreement/memorandum-2020-06>"
SHANGHAI = "<https://w3id.org/srac/id/place/shanghai>"
TSINGHUA = "<https://w3id.org/srac/id/organization/tsinghua>"
LU = "<https://w3id.org/srac/id/person/lu-zhiyu>"


def without(pattern: str) -> str:
    """Take triples away, wherever they stand."""
    taken, _, more = pattern.partition(" WHERE ")
    return f"DELETE {{ GRAPH ?g {{ {taken} }} }} WHERE {{ GRAPH ?g {{ {taken} . {more} }} }}"


def also(triples: str) -> str:
    """Let the English document state more."""
    return f"INSERT DATA {{ GRAPH <{DOCUMENT}> {{ {triples} }} }}"


def instead(path: str, value: str, cls: str) -> str:
    """Give every node of a class another value."""
    return (
        f"DELETE {{ GRAPH ?g {{ ?n {path} ?old }} }} INSERT {{ GRAPH ?g {{ ?n {path} {value} }} }} "
        f"WHERE {{ GRAPH ?g {{ ?n a srac:{cls} ; {path} ?old }} }}"
    )


EVENT = "<urn:e> a srac:Event ; rdfs:label 'a forum' ;"
SERIES = "<urn:s> a srac:EventSeries ; rdfs:label 's' ; skos:prefLabel 's' ."
DECISION = f"""<urn:d> a srac:Decision ; rdfs:label 'A · B' ; srac:about {SPBPU} ; srac:rule 'names'"""
JUDGED = "srac:outcome 'same' ; srac:score 0.9"
REASONED = "skos:editorialNote 'alike'"
# of a class that bears no attributes
NOTHING = "<urn:t> a srac:Topic ; rdfs:label 't' ; skos:prefLabel 't' ; skos:inScheme srac:topics ."

BROKEN = {
    "label": without("?n rdfs:label ?l WHERE ?n a srac:Claim"),
    "prefLabel": also(f"{SPBPU} skos:prefLabel 'Another'@en"),
    "altLabel": also(f"{SPBPU} skos:altLabel 'SPbPU'@en"),
    "hiddenLabel": also(f"{SPBPU} skos:hiddenLabel 'Polytech'"),
    "exactMatch": also(f"{SPBPU} skos:exactMatch <https://en.wikipedia.org/wiki/SPbPU>"),
    "date": also(f"{EVENT} dcterms:date '2020'^^xsd:integer ; srac:year 2020"),
    "dateOnce": also(f"{MEMORANDUM} dcterms:date '2020-06-03'^^xsd:date"),
    "startOnce": also(f"{MEMORANDUM} schema:startDate '2020-05'^^xsd:gYearMonth"),
    "endOnce": also(f"{MEMORANDUM} schema:endDate '2020-08'^^xsd:gYearMonth"),
    "startDate": also(f"{EVENT} schema:startDate '2020' ; srac:year 2020"),
    "endDate": also(f"{EVENT} schema:endDate 'spring' ; srac:year 2020"),
    "year": instead("srac:year", "'2020'", "Digest").replace("Digest", "Agreement"),
    "place": also(f"{EVENT} srac:place {SPBPU}"),
    "kindConcept": also(f"{EVENT} srac:kind {SHANGHAI}"),
    "subjectBearer": also(f"{NOTHING} {SHANGHAI} dcterms:subject <urn:t>"),
    "subjectTopic": also(f"{EVENT} dcterms:subject {SHANGHAI}"),
    "inScheme": also("<urn:t> a srac:Topic ; rdfs:label 'a topic' ; skos:prefLabel 'a topic'"),
    "broader": also(f"{NOTHING} <urn:t> skos:broader {SHANGHAI}"),
    "series": also(f"{EVENT} srac:series {SHANGHAI}"),
    "edition": also(f"{SERIES} {EVENT} srac:series <urn:s> ; srac:edition 0"),
    "EditionOfSeries": also(f"{EVENT} srac:edition 5"),
    "YearOfDate": instead("srac:year", "1999", "Agreement"),
    "DateWithYear": without("?n srac:year ?y WHERE ?n a srac:Digest"),
    "StartBeforeEnd": also(
        f"{EVENT} schema:startDate '2020-06-03'^^xsd:date ; schema:endDate '2020-05'^^xsd:gYearMonth"
    ),
    "member": without("?n org:member ?o"),
    "organization": without("?n org:organization ?o"),
    "postTitle": instead("srac:title", "'Head'", "Membership"),
    "PostWithTitle": without("?n srac:title ?o"),
    "MembershipStated": without("?n srac:holdsPost ?o"),
    "identifier": without("?n dcterms:identifier ?o"),
    "documentTitle": without("?n dcterms:title ?o"),
    "language": instead("dcterms:language", "'de'", "Digest"),
    "hash": instead("schema:sha256", "'0123'", "Digest"),
    "text": also(f"<{DOCUMENT}> srac:text 'another'"),
    "source": instead("dcterms:source", "'a newspaper'", "Digest"),
    "publisher": instead("dcterms:publisher", LU, "Digest"),
    "issued": instead("dcterms:issued", "'2020'", "Digest"),
    "issuedKnown": without("?n dcterms:issued ?o"),
    "mentionedLabel": also(f"<{DOCUMENT}> schema:mentions <urn:unknown>"),
    "claimSubject": without("?n rdf:subject ?o"),
    "claimSubjectKnown": instead("rdf:subject", "<urn:unknown>", "Claim"),
    "claimPredicate": instead("rdf:predicate", "rdfs:seeAlso", "Claim"),
    "claimObject": without("?n rdf:object ?o"),
    "claimObjectKnown": instead("rdf:object", "<urn:unknown>", "Claim"),
    "status": instead("srac:status", "'rumoured'", "Claim"),
    "confidence": instead("srac:confidence", "1.5", "Claim"),
    "rule": instead("srac:rule", "''", "Claim"),
    "claimEvidence": without("?n srac:evidence ?o WHERE ?n a srac:Claim"),
    "FactIsClaimed": also(f"{SPBPU} srac:locatedIn {SHANGHAI}"),
    "HeldClaimIsFact": without("?n srac:signed ?o"),
    "ClaimOfOneDocument": (
        "INSERT { GRAPH ?g { ?claim srac:evidence ?other } } WHERE { "
        "GRAPH ?g { ?claim a srac:Claim } GRAPH ?h { ?other a srac:Evidence } FILTER ( ?g != ?h ) }"
    ),
    "UnheldClaimSubject": (
        f"DELETE {{ GRAPH ?g {{ ?n rdf:subject ?o }} }} INSERT {{ GRAPH ?g {{ ?n rdf:subject {SHANGHAI} }} }} "
        "WHERE { GRAPH ?g { ?n srac:status 'planned' ; rdf:subject ?o } }"
    ),
    "UnheldClaimObject": (
        f"DELETE {{ GRAPH ?g {{ ?n rdf:object ?o }} }} INSERT {{ GRAPH ?g {{ ?n rdf:object {MEMORANDUM} }} }} "
        "WHERE { GRAPH ?g { ?n srac:status 'denied' ; rdf:object ?o } }"
    ),
    "about": also(f"{DECISION} ; {JUDGED} ; {REASONED} ; srac:about {LU} , {SHANGHAI} ."),
    "aboutKnown": also(
        f"<urn:d> a srac:Decision ; rdfs:label 'd' ; srac:about <urn:unknown> ; {JUDGED} ; {REASONED} ."
    ),
    "outcome": also(f"{DECISION} ; srac:outcome 'perhaps' ; srac:score 0.9 ; {REASONED} ."),
    "score": also(f"{DECISION} ; srac:outcome 'same' ; srac:score 1.5 ; {REASONED} ."),
    "decisionReason": also(f"{DECISION} ; {JUDGED} ; skos:editorialNote ' ' ."),
    "decisionBearer": also(f"{NOTHING} <urn:t> srac:outcome 'same'"),
    "hasSource": without("?n oa:hasSource ?o"),
    "exact": without("?n oa:exact ?o"),
    "start": instead("oa:start", "9999", "Evidence"),
    "end": without("?n oa:end ?o"),
    "EvidenceLength": instead("oa:exact", "'memorandum'", "Evidence"),
    "EvidenceVerbatim": (
        "DELETE { GRAPH ?g { ?n oa:start ?s ; oa:end ?e } } INSERT { GRAPH ?g { ?n oa:start ?t ; oa:end ?f } } "
        "WHERE { GRAPH ?g { ?n a srac:Evidence ; oa:start ?s ; oa:end ?e } "
        "BIND ( ?s - 1 AS ?t ) BIND ( ?e - 1 AS ?f ) }"
    ),
    "KnownProperty": also(f"{SPBPU} srac:twinnedWith {TSINGHUA}"),
    "KnownClass": also("<urn:x> a srac:Unicorn ; rdfs:label 'x'"),
    "OneKindOfThing": also(f"{LU} a srac:University"),
    **{
        f"{name}Bearer": also(f"{NOTHING} <urn:t> srac:{name} {value}")
        for name, value in {
            "kind": "srac:forum",
            "place": SHANGHAI,
            "year": "2020",
            "series": "<urn:t>",
            "edition": "1",
            "title": "'Head'@en",
            "text": "'text'",
            "status": "'held'",
            "confidence": "0.5",
            "rule": "'by hand'",
            "evidence": "<urn:t>",
        }.items()
    },
    # A document neither does nor undergoes anything that the properties between things say.
    **{f"{name}Subject": also(f"<{DOCUMENT}> srac:{name} <urn:u>") for name in schema.PROPERTIES},
    **{f"{name}Object": also(f"<urn:u> srac:{name} <{DOCUMENT}>") for name in schema.PROPERTIES},
}


@pytest.fixture
def graph(collection: Collection) -> list[ox.Quad]:
    return list(quads(collection))


def changed(graph: list[ox.Quad], update: str) -> list[ox.Quad]:
    store = ox.Store()
    store.extend(graph)
    before = set(store)
    store.update(PREFIXES + update)
    assert set(store) != before, "the change changes nothing"
    return list(store)


def names(report: Report) -> set[str]:
    return {result.shape for result in report.results}


def test_the_mapping_of_good_records_conforms(graph: list[ox.Quad]) -> None:
    report = validate(graph)
    assert report.results == ()
    assert report.conforms
    assert report.triples == len({quad.triple for quad in graph})


def test_a_decision_about_identity_conforms(graph: list[ox.Quad]) -> None:
    assert validate(changed(graph, also(f"{DECISION} ; {JUDGED} ; {REASONED} ."))).results == ()


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_is_found(graph: list[ox.Quad], rule: str) -> None:
    assert rule in names(validate(changed(graph, BROKEN[rule])))


def test_every_rule_is_broken_by_some_test(root: Path) -> None:
    shapes = Graph().parse(root / "ontology" / "shapes.ttl")
    # A shape that has a constraint of its own has a severity; the others only gather properties for a target.
    rules = {str(shape).removeprefix(str(SHAPES)) for shape in shapes.subjects(SH.severity)}
    assert rules == set(BROKEN)
    assert len(rules) > 90


def test_every_rule_speaks_three_languages_and_says_how_bad_it_is(root: Path) -> None:
    graph = Graph().parse(root / "ontology" / "shapes.ttl")
    rules = load(root / "ontology" / "shapes.ttl", root / "ontology" / "srac.ttl")
    declared = {*graph.subjects(RDF.type, SH.NodeShape), *graph.subjects(RDF.type, SH.PropertyShape)}
    assert declared
    for shape in declared:
        gathers = not graph.value(shape, SH.severity)
        assert gathers is (str(shape) not in rules.messages), shape
        if not gathers:
            assert set(rules.messages[str(shape)]) == {"en", "ru", "zh"}, shape
            assert re.search("[а-яё]", rules.words(str(shape), "ru")), shape
            assert re.search("[一-鿿]", rules.words(str(shape), "zh")), shape
    assert len(rules.constraints) == len(set(graph.objects(None, SH.sparql))) > 10


def test_shapes_are_shacl_themselves(root: Path) -> None:
    shapes = Graph().parse(root / "ontology" / "shapes.ttl")
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_shapes_look_no_deeper_into_the_classes_than_they_are(root: Path) -> None:
    # A step that may be missing stands in the shapes where a path of any length would be slow.
    assert "subClassOf?" in (root / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    assert max(len(schema.ancestors(cls)) for cls in schema.CLASSES) == 2


def test_a_result_says_which_node_which_rule_and_which_document(graph: list[ox.Quad]) -> None:
    broken = changed(graph, BROKEN["FactIsClaimed"])
    assert validate(broken).results == (
        Violation(
            severity=Severity.VIOLATION,
            shape="FactIsClaimed",
            rule="No document is named that says so: a fact needs a claim with its evidence.",
            node=SPBPU.strip("<>"),
            label="SPbPU",
            path="https://w3id.org/srac/ontology#locatedIn",
            value=SHANGHAI.strip("<>"),
            documents=("en-1",),
        ),
    )
    assert "утверждение" in validate(broken, language="ru").results[0].rule
    assert "证据" in validate(broken, language="zh").results[0].rule


def test_a_result_about_a_thing_names_all_documents_that_speak_of_it(graph: list[ox.Quad]) -> None:
    report = validate(changed(graph, without(f"?n rdfs:label ?l WHERE FILTER ( ?n = {LU} )")))
    (result,) = [result for result in report.results if result.shape == "label"]
    assert (result.node, result.label, result.value) == (LU.strip("<>"), "", "")
    assert result.documents == ("en-1", "ru-1")


def test_warnings_and_notes_do_not_make_a_graph_wrong(graph: list[ox.Quad]) -> None:
    report = validate(changed(graph, f"{BROKEN['dateOnce']} ; {without('?n dcterms:issued ?o ; srac:year ?y')}"))
    assert report.conforms
    assert [result.severity for result in report.results] == sorted(result.severity for result in report.results)
    assert len(report.of(Severity.WARNING)) == 1
    assert len(report.of(Severity.INFO)) == 2


def test_the_reverse_of_a_symmetric_fact_needs_no_claim_of_its_own(graph: list[ox.Quad]) -> None:
    reverse = also(f"{TSINGHUA} srac:partnerOf {SPBPU}")
    assert validate(changed(graph, reverse)).results == ()
    directed = also(f"{MEMORANDUM} srac:signed {LU}")
    assert "FactIsClaimed" in names(validate(changed(graph, directed)))


def test_what_is_planned_or_denied_does_not_back_a_fact(graph: list[ox.Quad]) -> None:
    for fact in (f"{SPBPU} srac:visited {SHANGHAI}", f"{SPBPU} srac:negotiatedWith {TSINGHUA}"):
        assert names(validate(changed(graph, also(fact)))) == {"FactIsClaimed"}


def test_order_and_form_of_the_graph_change_nothing(graph: list[ox.Quad]) -> None:
    broken = changed(graph, f"{BROKEN['hash']} ; {BROKEN['FactIsClaimed']} ; {BROKEN['EvidenceVerbatim']}")
    expected = validate(broken)
    assert len(expected.results) > 5
    shuffled = broken[:]
    random.Random(7).shuffle(shuffled)
    assert validate(iter(shuffled)) == expected
    # A store holds each triple once more in the default graph.
    assert validate([*broken, *(ox.Quad(*quad.triple) for quad in broken)]) == expected
    dataset = Dataset()
    dataset.parse(data=ox.serialize(broken, format=ox.RdfFormat.N_QUADS), format="nquads")
    assert validate(dataset) == expected


def test_a_graph_without_names_finds_its_documents_through_evidence(graph: list[ox.Quad]) -> None:
    broken = changed(graph, BROKEN["EvidenceVerbatim"])
    plain = Graph()
    plain.parse(data=ox.serialize([quad.triple for quad in broken], format=ox.RdfFormat.N_TRIPLES), format="nt")
    named, unnamed = validate(broken), validate(plain)
    assert named.results == unnamed.results != ()
    claims = changed(graph, BROKEN["confidence"])
    assert {r.documents for r in validate(ox.Quad(*quad.triple) for quad in claims).results} == {("en-1",), ("ru-1",)}


def test_asking_once_for_the_whole_graph_finds_what_pyshacl_finds_node_by_node(
    graph: list[ox.Quad], root: Path
) -> None:
    sparql = {"FactIsClaimed", "HeldClaimIsFact", "UnheldClaimObject", "YearOfDate", "DateWithYear", "EvidenceVerbatim"}
    sparql |= {"KnownProperty", "KnownClass", "OneKindOfThing", "EditionOfSeries", "StartBeforeEnd", "MembershipStated"}
    sparql |= {"UnheldClaimSubject", "ClaimOfOneDocument"}
    broken = graph
    for rule in sorted(sparql - {"DateWithYear", "EvidenceVerbatim"}):
        broken = changed(broken, BROKEN[rule])
    broken = changed(changed(broken, BROKEN["EvidenceVerbatim"]), BROKEN["DateWithYear"])
    whole = Graph().parse(data=ox.serialize([q.triple for q in broken], format=ox.RdfFormat.N_TRIPLES), format="nt")
    ontology = Graph().parse(root / "ontology" / "srac.ttl")
    for concept in set(ontology.subjects(SKOS.inScheme)):  # not looked at here, and each would take its time
        ontology.remove((concept, None, None))
    whole += ontology
    _, report, _ = pyshacl.validate(whole, shacl_graph=str(root / "ontology" / "shapes.ttl"))
    assert isinstance(report, Graph)
    theirs = {
        (str(report.value(result, SH.sourceShape)).removeprefix(str(SHAPES)), str(report.value(result, SH.focusNode)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }
    ours = {(result.shape, result.node) for result in validate(broken).results}
    assert theirs == ours
    assert sparql <= {shape for shape, _ in ours}


def test_other_shapes_may_be_given(graph: list[ox.Quad], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix srac: <https://w3id.org/srac/ontology#> .\n"
        "<urn:s#NoPeople> a sh:NodeShape ; sh:targetClass srac:Person ; sh:not [ sh:class srac:Person ] ."
    )
    (result,) = validate(graph, shapes=shapes).results
    assert (result.shape, result.rule, result.severity) == ("NoPeople", "NoPeople", Severity.VIOLATION)


def test_shapes_that_are_none_are_refused(graph: list[ox.Quad], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    for text in (
        "no Turtle at all",
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:s> a sh:NodeShape ; sh:targetNode <urn:n> ; sh:minCount 1 .",
    ):
        shapes.write_text(text)
        with pytest.raises(InputError, match=r"shapes\.ttl"):
            validate(graph, shapes=shapes)


def test_a_shape_that_asks_the_network_is_refused(graph: list[ox.Quad], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    select = "SELECT $this WHERE { SERVICE <http://example.org/sparql> { $this ?p ?o } }"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        f"<urn:s#S> a sh:NodeShape ; sh:sparql [ sh:message 'm'@en ; sh:select {Literal(select).n3()} ] ."
    )
    with pytest.raises(QueryError, match="SERVICE"):
        validate(graph, shapes=shapes)
