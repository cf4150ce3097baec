from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import InputError
from kg.graph.export import export, selected
from kg.graph.iris import Iris
from kg.graph.serialize import Format, format_of, serialize
from kg.graph.store import Store, replace
from kg.graph.terms import to_rdflib
from kg.records import Collection

RDFLIB = {
    Format.TURTLE: "turtle",
    Format.TRIG: "trig",
    Format.N_TRIPLES: "nt",
    Format.N_QUADS: "nquads",
    Format.JSON_LD: "json-ld",
    Format.RDF_XML: "xml",
}
FILES = {
    Format.TURTLE: "x.ttl",
    Format.TRIG: "x.trig",
    Format.N_TRIPLES: "x.nt",
    Format.N_QUADS: "x.nq",
    Format.JSON_LD: "x.jsonld",
    Format.RDF_XML: "x.rdf",
}
# rdflib's own code calls what it has itself deprecated.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

BASE = "https://w3id.org/srac/id/"


@pytest.fixture
def store(collection: Collection) -> Store:
    return Store.of(collection)


def as_graph(quads: list[ox.Quad]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))
    return graph


def read_back(content: bytes, form: Format) -> dict[str, rdflib.Graph]:
    """The graphs of a file by name, as rdflib reads it; a form without graphs has one, named ""."""
    if not form.holds_graphs:
        return {"": rdflib.Graph().parse(data=content, format=RDFLIB[form])}
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=RDFLIB[form])
    return {str(graph.identifier): graph for graph in dataset.graphs() if len(graph)}


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("options", [{}, {"facts": True}, {"with_text": True}, {"document": "ru-1"}], ids=str)
def test_what_is_written_reads_back_as_the_same_graph(
    store: Store, tmp_path: Path, form: Format, options: dict[str, bool]
) -> None:
    out = tmp_path / FILES[form]
    written = export(store, out, **options)  # type: ignore[arg-type]
    expected = list(selected(store, **options))  # type: ignore[arg-type]
    found = read_back(out.read_bytes(), form)
    if form.holds_graphs:
        names = {quad.graph_name.value for quad in expected}  # type: ignore[union-attr]
        assert set(found) == names
        for name in names:
            assert isomorphic(found[name], as_graph([q for q in expected if q.graph_name == ox.NamedNode(name)]))
        assert written == len(expected)
    else:
        assert isomorphic(found[""], as_graph(expected))
        assert written == len(found[""])
    assert not re.search(rb"\bns\d+\b", out.read_bytes())


def test_texts_are_left_out_unless_asked_for(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "a.ttl")
    export(store, tmp_path / "b.ttl", with_text=True)
    assert "srac:text" not in (tmp_path / "a.ttl").read_text(encoding="utf-8")
    assert (tmp_path / "b.ttl").read_text(encoding="utf-8").count("srac:text") == 2


def test_facts_are_things_and_what_connects_them(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "f.ttl", facts=True)
    text = (tmp_path / "f.ttl").read_text(encoding="utf-8")
    for word in ("srac:Claim", "srac:Evidence", "srac:Digest", "srac:evidence", "schema:mentions", "editorialNote"):
        assert word not in text
    for word in ("srac:signed agreement:memorandum-2020-06", 'srac:title "Head of the Office"@en', "dcterms:date"):
        assert word in text
    # Neither the plan nor the denial.
    assert "negotiatedWith" not in text
    assert "visited" not in text


def test_one_document_with_its_things(store: Store, tmp_path: Path) -> None:
    quads = list(selected(store, document="ru-1"))
    assert {q.graph_name.value.removeprefix(BASE) for q in quads} == {"document/ru-1", "graph/entities"}  # type: ignore[union-attr]
    subjects = {q.subject.value.removeprefix(BASE) for q in quads}  # type: ignore[union-attr]
    assert {"organization/spbpu", "organization/tsinghua", "person/lu-zhiyu", "place/shanghai"} <= subjects
    with pytest.raises(InputError, match=r"no document 'ru-2'.*did you mean ru-1"):
        export(store, tmp_path / "x.ttl", document="ru-2")


def test_turtle_is_what_a_person_likes_to_read(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path / "x.ttl")
    text = (tmp_path / "x.ttl").read_text(encoding="utf-8")
    prefixes, *subjects = text.rstrip().split("\n\n")
    assert all(line.startswith("@prefix ") for line in prefixes.splitlines())
    assert "@prefix srac: <https://w3id.org/srac/ontology#> ." in prefixes
    names = [block.split()[0] for block in subjects]
    assert len(names) == len(set(names))
    assert not [name for name in names if name.startswith("<")]
    kinds = list(dict.fromkeys(name.partition(":")[0] for name in names))
    assert kinds[:4] == ["organization", "person", "place", "agreement"]
    assert (
        'organization:spbpu a srac:Organization,\n        srac:University ;\n    rdfs:label "SPbPU"@en ;\n'
        '    skos:prefLabel "SPbPU"@en,\n        "СПбПУ"@ru ;' in text
    )
    assert "wd:Q1136919" in text


EXPORTS = """
import sys
from pathlib import Path
from kg.graph.export import export
from kg.graph.store import Store
store, out = Store.open(Path(sys.argv[1])), Path(sys.argv[2])
for name in sys.argv[3:]:
    export(store, out / name, with_text=True)
"""


def test_the_same_bytes_under_every_hash_seed(tmp_path: Path, collection: Collection) -> None:
    replace(tmp_path / "store", collection)
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", EXPORTS, tmp_path / "store", tmp_path / seed, *FILES.values()],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    for name in FILES.values():
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


@pytest.mark.parametrize(
    ("out", "name", "form"),
    [
        ("a.ttl", None, Format.TURTLE),
        ("a.JSONLD", None, Format.JSON_LD),
        ("a.txt", "turtle", Format.TURTLE),
        ("a.ttl", "nt", Format.N_TRIPLES),
        ("a", "JSON-LD", Format.JSON_LD),
        ("a", "rdf/xml", Format.RDF_XML),
        ("a", "n-quads", Format.N_QUADS),
    ],
)
def test_the_form_is_what_was_asked_for(out: str, name: str | None, form: Format) -> None:
    assert format_of(Path(out), name) is form


@pytest.mark.parametrize(("out", "name"), [("a.docx", None), ("a", None), ("a.ttl", "excel")])
def test_an_unknown_form_is_refused_with_those_that_are_known(out: str, name: str | None) -> None:
    with pytest.raises(InputError, match=r"turtle, trig, ntriples, nquads, jsonld, rdfxml"):
        format_of(Path(out), name)


def test_a_file_that_cannot_be_written_stays_as_it_was(store: Store, tmp_path: Path) -> None:
    (tmp_path / "x.ttl").mkdir()
    with pytest.raises(InputError, match=r"x\.ttl"):
        export(store, tmp_path / "x.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["x.ttl"]


def test_a_pipe_is_written_to_and_not_replaced(store: Store, tmp_path: Path) -> None:
    pipe = tmp_path / "x.nt"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    export(store, pipe)
    reader.join(timeout=60)
    assert pipe.is_fifo()
    assert read[0].count(b"\n") > 100


def test_what_xml_cannot_hold_is_refused() -> None:
    triple = ox.Triple(
        ox.NamedNode(BASE + "evidence/1"), ox.NamedNode("http://www.w3.org/ns/oa#exact"), ox.Literal("\x0c")
    )
    with pytest.raises(InputError, match=r"evidence/1.*U\+000C.*Turtle"):
        serialize([triple], Format.RDF_XML)
    assert isomorphic(read_back(serialize([triple], Format.TURTLE), Format.TURTLE)[""], as_graph([ox.Quad(*triple)]))


# Whatever the texts say

XML_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\r\t\"'\\<&>清𝒳🎓\u0301")
)
IDS = st.text(st.sampled_from("abc019.-_~%()'&!/ éщ大"), min_size=1, max_size=12)


@st.composite
def statements(draw: st.DrawFn) -> list[ox.Quad]:
    iris = Iris()
    kinds = st.sampled_from(["organization", "person", "document", "claim"])
    nodes = st.builds(lambda kind, id: iris.thing(f"{kind}/{id}"), kinds, IDS)
    literals = (
        st.builds(ox.Literal, XML_TEXT)
        | st.builds(lambda text, lang: ox.Literal(text, language=lang), XML_TEXT, st.sampled_from(["en", "ru", "zh"]))
        | st.integers().map(ox.Literal)
        | st.sampled_from(["0.9", "1.0", "0.0", "0.125"]).map(
            lambda text: ox.Literal(text, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal"))
        )
        | st.sampled_from(["2020-06", "0987-12"]).map(
            lambda text: ox.Literal(text, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth"))
        )
    )
    predicates = st.sampled_from(["signed", "partnerOf", "title"]).map(
        lambda name: ox.NamedNode("https://w3id.org/srac/ontology#" + name)
    )
    return draw(st.lists(st.builds(ox.Quad, nodes, predicates, nodes | literals, nodes), max_size=8))


@pytest.mark.parametrize("form", Format)
@given(quads=statements())
def test_any_graph_survives_any_form(form: Format, quads: list[ox.Quad]) -> None:
    content = serialize(quads, form)
    assert serialize(list(reversed(quads)), form) == content
    oxigraph = {
        Format.TURTLE: ox.RdfFormat.TURTLE,
        Format.TRIG: ox.RdfFormat.TRIG,
        Format.N_TRIPLES: ox.RdfFormat.N_TRIPLES,
        Format.N_QUADS: ox.RdfFormat.N_QUADS,
        Format.JSON_LD: ox.RdfFormat.JSON_LD,
        Format.RDF_XML: ox.RdfFormat.RDF_XML,
    }
    parsed = set(ox.parse(content, format=oxigraph[form]))
    assert parsed == ({*quads} if form.holds_graphs else {ox.Quad(*quad.triple) for quad in quads})
