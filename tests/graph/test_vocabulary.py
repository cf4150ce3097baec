"""The vocabulary is closed both ways: schema, code, ontology, shapes and questions know the same terms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, SDO, SKOS, DefinedNamespace

from kg import schema
from kg.graph.vocabulary import FACTS, OA, SRAC, local_name

LANGUAGES = {"en", "ru", "zh"}
ELSEWHERE = (
    "http://purl.org/cerif/frapo/",
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "http://vivoweb.org/ontology/core#",
    "http://www.w3.org/2005/11/its/rdf#",
    "https://spec.edmcouncil.org/fibo/ontology/",
)
ALIGNMENTS = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch)


@pytest.fixture(scope="module")
def ontology(root: Path) -> Graph:
    return Graph().parse(root / "ontology" / "srac.ttl", format="turtle")


def local(term: object) -> str:
    return str(term).removeprefix(str(SRAC))


def ours(term: object) -> bool:
    return isinstance(term, URIRef) and term.startswith(str(SRAC))


def named(ontology: Graph, kind: URIRef) -> set[str]:
    return {local(node) for node in ontology.subjects(RDF.type, kind) if ours(node)}


def members(ontology: Graph, prop: URIRef, side: URIRef) -> tuple[str, ...]:
    (expression,) = ontology.objects(prop, side)
    if isinstance(expression, URIRef):
        return (local(expression),)
    (union,) = ontology.objects(expression, OWL.unionOf)
    return tuple(local(member) for member in Collection(ontology, union))


def test_classes_of_code_and_ontology_are_the_same(ontology: Graph) -> None:
    assert named(ontology, OWL.Class) == set(schema.CLASSES)
    parents = {
        local(cls): next((local(parent) for parent in ontology.objects(cls, RDFS.subClassOf) if ours(parent)), None)
        for cls in ontology.subjects(RDF.type, OWL.Class)
        if ours(cls)
    }
    assert parents == dict(schema.CLASSES)


def test_properties_of_code_and_ontology_are_the_same(ontology: Graph) -> None:
    assert named(ontology, RDF.Property) == {*schema.PROPERTIES, *schema.ATTRIBUTES}
    assert named(ontology, OWL.SymmetricProperty) == schema.SYMMETRIC
    for name, (domain, range_) in schema.PROPERTIES.items():
        prop = SRAC[name]
        assert members(ontology, prop, RDFS.domain) == domain
        assert members(ontology, prop, RDFS.range) == range_
        assert {local(cls) for cls in ontology.objects(prop, SDO.domainIncludes)} == set(domain)
        assert {local(cls) for cls in ontology.objects(prop, SDO.rangeIncludes)} == set(range_)
    for name, (domain, value) in schema.ATTRIBUTES.items():
        assert members(ontology, SRAC[name], RDFS.domain) == domain
        assert {local(cls) for cls in ontology.objects(SRAC[name], SDO.domainIncludes)} == set(domain)
        (range_term,) = ontology.objects(SRAC[name], RDFS.range)
        assert local(ontology.qname(range_term)).removeprefix("srac:") == value
        holds_literals = (SRAC[name], RDF.type, OWL.DatatypeProperty) in ontology
        assert holds_literals is value.startswith(("xsd:", "rdf:"))


def test_concepts_of_code_and_ontology_are_the_same(ontology: Graph) -> None:
    assert named(ontology, SKOS.ConceptScheme) == {*schema.KINDS, "statuses", "topics"}
    for scheme, kinds in schema.KINDS.items():
        found = {local(kind) for kind in ontology.subjects(SKOS.inScheme, SRAC[scheme])}
        assert found == set(kinds)
        for kind, cls in kinds.items():
            assert set(ontology.objects(SRAC[kind], RDFS.seeAlso)) == {SRAC[cls]}
    statuses = dict(ontology.subject_objects(SKOS.notation))
    assert {str(notation) for notation in statuses.values()} == set(schema.STATUSES)
    assert all(local(node) == str(notation) for node, notation in statuses.items())


def test_every_narrower_concept_stays_in_its_scheme(ontology: Graph) -> None:
    for narrow, broad in ontology.subject_objects(SKOS.broader):
        assert set(ontology.objects(narrow, SKOS.inScheme)) == set(ontology.objects(broad, SKOS.inScheme))


def test_the_namespace_in_code_has_every_term_of_the_ontology_and_no_other(ontology: Graph) -> None:
    declared = {local(node) for node in ontology.subjects(RDF.type) if ours(node)}
    in_code = {name for name in SRAC.__annotations__ if not name.startswith("_")} | set(SRAC._extras)
    assert in_code == declared
    assert {local(term) for triple in ontology for term in triple if ours(term)} == declared


def test_an_undeclared_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="Unicorn"):
        _ = SRAC.Unicorn
    with pytest.raises(AttributeError, match="unicorn"):
        _ = SRAC["unicorn"]
    with pytest.raises(AttributeError):
        _ = OA.prefix
    assert SRAC["letter-of-intent"] == URIRef("https://w3id.org/srac/ontology#letter-of-intent")


def test_facts_are_the_properties_between_things() -> None:
    assert [local_name(str(prop)) for prop in FACTS] == list(schema.PROPERTIES)
    assert local_name("https://w3id.org/srac/ontology#award") is None
    assert local_name("signed") is None


def test_every_term_speaks_three_languages(ontology: Graph) -> None:
    terms = {node for node in ontology.subjects(RDF.type) if ours(node)}
    assert len(terms) > 130
    for term in terms:
        label, words = (RDFS.label, RDFS.comment)
        if (term, RDF.type, SKOS.Concept) in ontology:
            label, words = (SKOS.prefLabel, SKOS.definition)
        for prop in (label, words):
            if prop == RDFS.comment and (term, RDF.type, SKOS.ConceptScheme) in ontology:
                continue
            values = [value for value in ontology.objects(term, prop) if isinstance(value, Literal)]
            assert sorted(value.language or "" for value in values) == sorted(LANGUAGES), term
            for value in values:
                _written_in(value)


def _written_in(value: Literal) -> None:
    text = re.sub(r"\b[a-z]+:\w+|held|planned|proposed|denied|IRI|SHA|UTF|SPARQL", "", str(value))
    if value.language == "ru":
        assert re.search("[а-яё]", text), value
        assert not re.search("[一-鿿]", text), value
    elif value.language == "zh":
        assert re.search("[一-鿿]", text), value
        assert not re.search("[а-яё]", text), value
    else:
        assert not re.search("[а-яё一-鿿]", text), value


def test_classes_and_properties_are_aligned_with_well_known_vocabularies(ontology: Graph) -> None:
    for term in (SRAC[name] for name in (*schema.CLASSES, *schema.PROPERTIES, *schema.ATTRIBUTES)):
        assert [o for link in ALIGNMENTS for o in ontology.objects(term, link) if not ours(o)], term


@pytest.mark.parametrize(
    ("term", "link", "other"),
    [
        ("Organization", RDFS.subClassOf, ORG.Organization),
        ("Organization", RDFS.subClassOf, FOAF.Organization),
        ("Organization", RDFS.subClassOf, SDO.Organization),
        ("OrganizationalUnit", RDFS.subClassOf, ORG.OrganizationalUnit),
        ("JointStructure", RDFS.subClassOf, ORG.OrganizationalCollaboration),
        ("Person", RDFS.subClassOf, FOAF.Person),
        ("Person", RDFS.subClassOf, SDO.Person),
        ("Place", RDFS.subClassOf, SDO.Place),
        ("Agreement", RDFS.subClassOf, SDO.CreativeWork),
        ("Event", RDFS.subClassOf, SDO.Event),
        ("Event", SKOS.closeMatch, URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")),
        ("EventSeries", RDFS.subClassOf, SDO.EventSeries),
        ("Topic", RDFS.subClassOf, SKOS.Concept),
        ("Membership", RDFS.subClassOf, ORG.Membership),
        ("Digest", RDFS.subClassOf, SDO.NewsArticle),
        ("Digest", RDFS.subClassOf, PROV.Entity),
        ("Claim", RDFS.subClassOf, RDF.Statement),
        ("Evidence", RDFS.subClassOf, OA.SpecificResource),
    ],
)
def test_the_contract_of_alignments(ontology: Graph, term: str, link: URIRef, other: URIRef) -> None:
    assert (SRAC[term], link, other) in ontology


def test_no_term_of_another_vocabulary_is_made_up(ontology: Graph) -> None:
    closed: tuple[type[DefinedNamespace], ...] = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS)
    for term in {term for triple in ontology for term in triple if isinstance(term, URIRef)}:
        for namespace in closed:
            if str(term).startswith(str(namespace)):
                assert term in namespace, term
    aligned = {o for link in ALIGNMENTS for o in ontology.objects(None, link) if isinstance(o, URIRef) and not ours(o)}
    known = (*ELSEWHERE, str(OA), *(str(namespace) for namespace in closed))
    assert [term for term in aligned if not str(term).startswith(known)] == []


def test_the_ontology_imports_nothing_and_says_what_it_is(ontology: Graph) -> None:
    header = URIRef("https://w3id.org/srac/ontology")
    assert not list(ontology.triples((None, OWL.imports, None)))
    assert (header, RDF.type, OWL.Ontology) in ontology
    for prop in (DCTERMS.title, DCTERMS.description):
        assert {v.language for v in ontology.objects(header, prop) if isinstance(v, Literal)} == LANGUAGES
    assert ontology.value(header, DCTERMS.license)
    assert ontology.value(header, OWL.versionInfo)
    assert ontology.value(header, DCTERMS.creator)


def test_only_lists_and_class_expressions_are_blank(ontology: Graph) -> None:
    kinds = {OWL.Class, OWL.AllDisjointClasses}
    for node in {s for s in ontology.subjects() if isinstance(s, BNode)}:
        assert set(ontology.objects(node, RDF.type)) & kinds or ontology.value(node, RDF.first), node


@pytest.mark.parametrize("folder", ["shapes.ttl", "queries"])
def test_shapes_and_questions_use_declared_terms_only(ontology: Graph, root: Path, folder: str) -> None:
    declared = {local(node) for node in ontology.subjects(RDF.type) if ours(node)}
    path = root / "ontology" / folder
    files = [path] if path.is_file() else sorted(path.glob("*.rq"))
    assert len(files) == 1 or len(files) >= 15
    for file in files:
        used = set(re.findall(r"(?<![\w-])srac:([A-Za-z][\w-]*)", file.read_text(encoding="utf-8")))
        assert used, file
        assert used <= declared, file


def test_every_class_and_property_of_the_ontology_is_checked_by_a_shape(root: Path) -> None:
    text = (root / "ontology" / "shapes.ttl").read_text(encoding="utf-8")
    used = set(re.findall(r"srac:([A-Za-z]\w*)", text))
    roots = {schema.ancestors(cls)[-1] for cls in schema.CLASSES}
    assert roots | set(schema.PROPERTIES) | set(schema.ATTRIBUTES) <= used
