"""Files of graphs, read back by networkx and by the rules of their formats."""

from __future__ import annotations

import csv
import io
import os
import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import settings as checked
from hypothesis import strategies as st

from kg.errors import InputError
from kg.graph.store import Store
from kg.records import Collection, Name, NameKind, Status
from kg.views.graphs import GraphFormat, graph_file, graph_format_of, write_graph
from kg.views.graphs.multigraph import EDGE, NODE, multigraph
from kg.views.reading import Claim, Digest, Quotation, Reading, Thing, read

GEXF = "{http://gexf.net/1.3}"
# What the schema of GEXF 1.3 (gexf.net) allows, as far as these files go: element → its children in order, attributes.
SCHEMA = {
    "gexf": (("meta", "graph"), {"version", "variant"}),
    "meta": (("creator", "keywords", "description"), {"lastmodifieddate"}),
    "creator": ((), set()),
    "graph": (
        ("attributes", "nodes", "edges"),
        {"defaultedgetype", "idtype", "mode", "timeformat", "timerepresentation", "start", "end", "timezone"},
    ),
    "attributes": (("attribute",), {"class", "mode"}),
    "attribute": (("default", "options"), {"id", "title", "type"}),
    "nodes": (("node",), {"count"}),
    "node": (("attvalues", "spells"), {"id", "label", "start", "end"}),
    "edges": (("edge",), {"count"}),
    "edge": (
        ("attvalues", "spells"),
        {"id", "type", "label", "source", "target", "weight", "kind", "start", "end"},
    ),
    "attvalues": (("attvalue",), set()),
    "attvalue": ((), {"for", "value", "start", "end"}),
}


@pytest.fixture(scope="module")
def reading(store: Store) -> Reading:
    return read(store)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def _edges(graph: Any) -> list[tuple[str, str, dict[str, Any]]]:
    return [(a, b, {k: v for k, v in d.items() if k != "id"}) for a, b, d in graph.edges(data=True)]


def _read_back(reading: Reading, form: GraphFormat) -> Any:
    content = io.BytesIO(graph_file(reading, form)[""])
    return nx.read_graphml(content) if form is GraphFormat.GRAPHML else nx.read_gexf(content)


def test_nodes_and_edges_tell_what_the_store_knows(reading: Reading) -> None:
    graph = multigraph(reading)
    assert graph.nodes["organization/spbpu"] == {
        "label": "Peter the Great St. Petersburg Polytechnic University",
        "label_en": "Peter the Great St. Petersburg Polytechnic University",
        "label_ru": "Санкт-Петербургский политехнический университет Петра Великого",
        "label_zh": "圣彼得堡彼得大帝理工大学",
        "class": "University",
        "country": "Russia",
        "place": "Saint Petersburg",
        "identifiers": "https://ror.org/02x91aj62",
        "iri": "https://w3id.org/srac/id/organization/spbpu",
    }
    memorandum = graph.nodes["agreement/m1"]
    assert (
        memorandum.items()
        >= {
            "kind": "memorandum",
            "country": "China; Russia",
            "date": "2020-06",
            "start": "2020-06-01",
            "end": "2020-06-30",
            "subjects": "optics",
        }.items()
    )
    (signed,) = graph.get_edge_data("organization/spbpu", "agreement/m1").values()
    assert signed == {
        "label": "signed",
        "property": "signed",
        "symmetric": False,
        "status": "held",
        "confidence": 0.99,
        "date": "2020-06",
        "start": "2020-06-01",
        "end": "2020-06-30",
        "dated_by": "agreement or event",
        "documents": 2,
        "quotation": "SPbPU and Zhejiang University signed a memorandum in June 2020.",
        "source": "Title of d1",
        "published": "2020-07-01",
        "link": "https://example.org/d1",
    }
    (post,) = (d for *_, d in graph.edges(data=True) if d["property"] == "holdsPost")
    assert post.items() >= {"post": "Director", "date": "2016/..", "start": "2016-01-01", "dated_by": "post"}.items()
    assert "end" not in post
    assert not any("javascript" in str(d.get("link")) for *_, d in graph.edges(data=True))


def test_facts_of_several_statuses_are_several_edges(reading: Reading) -> None:
    claim = next(c for c in reading.claims if c.property == "signed")
    other = replace(claim, iri=claim.iri + "x", status=Status.PLANNED)
    graph = multigraph(replace(reading, claims=(*reading.claims, other)))
    ends = [reading.things[iri].key for iri in (claim.subject, claim.object)]
    assert [edge["status"] for edge in graph.get_edge_data(*ends).values()] == ["held", "planned"]
    kinds = [edge.get("kind") for edge in _gexf(replace(reading, claims=(claim, other))).iter(f"{GEXF}edge")]
    assert kinds == ["signed", "signed (planned)"]


@pytest.mark.parametrize("form", [GraphFormat.GRAPHML, GraphFormat.GEXF])
def test_networkx_reads_back_what_was_written(reading: Reading, form: GraphFormat) -> None:
    graph, back = multigraph(reading), _read_back(reading, form)
    assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
    assert _edges(back) == _edges(graph)


def _gexf(reading: Reading) -> ElementTree.Element:
    return ElementTree.fromstring(graph_file(reading, GraphFormat.GEXF)[""])


def test_gexf_is_as_its_schema_wants_it(reading: Reading) -> None:
    root = _gexf(reading)
    instance = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
    assert root.attrib.pop(instance) == "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd"
    for element in root.iter():
        children, attributes = SCHEMA[element.tag.removeprefix(GEXF)]
        order = [children.index(child.tag.removeprefix(GEXF)) for child in element]
        assert order == sorted(order), element.tag
        assert element.attrib.keys() <= attributes, element.tag
    declared = {a.get("id"): a.get("title") for a in root.iter(f"{GEXF}attribute")}
    assert {value.get("for") for value in root.iter(f"{GEXF}attvalue")} == declared.keys()
    assert set(declared.values()) <= {*NODE, *EDGE}


def test_gexf_has_days_for_the_timeline(reading: Reading) -> None:
    root = _gexf(reading)
    (graph,) = root.findall(f"{GEXF}graph")
    assert graph.attrib == {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
    spans = {(e.get("kind"), e.get("start"), e.get("end")) for e in graph.iter(f"{GEXF}edge")}
    assert {
        ("signed", "2020-06-01", "2020-06-30"),
        ("holdsPost", "2016-01-01", None),
        ("participatedIn", "2021-02-03", "2021-02-05"),
        ("partnerOf", "2022-01-01", "2022-12-31"),
        ("partnerOf (planned)", "2020-07-01", "2020-07-01"),
    } <= spans


def test_tables_have_the_headers_that_gephi_and_cytoscape_know(reading: Reading) -> None:
    files = graph_file(reading, GraphFormat.CSV)
    assert list(files) == ["-nodes", "-edges"]
    assert files["-nodes"].startswith(b"Id,Label,label_en,")
    assert files["-edges"].startswith(b"Source,Target,Type,Id,Label,property,")
    nodes, edges = (_rows(content) for content in files.values())
    graph = multigraph(reading)
    assert [row["Id"] for row in nodes] == list(graph)
    assert [(row["Source"], row["Target"]) for row in edges] == list(graph.edges())
    assert {(row["property"], row["Type"]) for row in edges} >= {("partnerOf", "Undirected"), ("signed", "Directed")}
    assert len({row["Id"] for row in edges}) == len(edges)
    zju = next(row for row in nodes if row["Id"] == "organization/zju")
    assert (zju["label_zh"], zju["label_ru"], zju["country"]) == ("浙江大学", "", "China")


@pytest.mark.parametrize("name", ["=1+1", "+7 812", "-x", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1", "\t=1"])
def test_spreadsheets_compute_nothing(name: str) -> None:
    nodes, edges = (_rows(content) for content in graph_file(_named(name), GraphFormat.CSV).values())
    assert nodes[0]["Label"] == f"'{name}".replace("'\t", " ")
    assert edges[0]["quotation"] == nodes[0]["Label"]


def _named(text: str) -> Reading:
    """Two things of this name and a fact between them that this text states."""
    names = (Name(text, "en", NameKind.PREFERRED), Name(text, "zh", NameKind.PREFERRED))
    base = "https://example.org/id/organization/"
    things = {base + key: Thing(base + key, "University", text, names) for key in "ab"}
    digest = Digest("https://example.org/d", "d", text, "en", "2020-05", "https://example.org/d")
    claims = tuple(
        Claim(
            f"{base}{n}",
            base + "a",
            prop,
            base + "b",
            Status.HELD,
            0.5,
            "by hand",
            (Quotation(digest.iri, 0, len(text), text),),
            title=text,
        )
        for n, prop in enumerate(("holdsPost", "partnerOf", "visited"))
    )
    return Reading(things, {digest.iri: digest}, claims)


ODD = st.text(st.characters(codec=None, categories=("L", "P", "S", "Z", "C")), min_size=1) | st.sampled_from(
    [
        "</gexf>",
        "]]>",
        "&amp;&lt;",
        "\x00\x1b[31m",
        "\ud800",
        "\ufffe\uffff",
        "a\r\nb\tc\u2028d\x85e",
        "\u202eRTL\u202c",
        "🤝" * 99,
    ]
)


@checked(max_examples=150)
@given(ODD)
def test_no_text_breaks_a_file(text: str) -> None:
    reading = _named(text)
    graph = multigraph(reading)
    for form in (GraphFormat.GRAPHML, GraphFormat.GEXF):
        back = _read_back(reading, form)
        assert dict(back.nodes(data=True)) == dict(graph.nodes(data=True))
        assert _edges(back) == _edges(graph)
    nodes, edges = (_rows(content) for content in graph_file(reading, GraphFormat.CSV).values())
    assert (len(nodes), len(edges)) == (2, 3)
    label = graph.nodes["organization/a"].get("label", "")
    assert nodes[0]["Label"].removeprefix("'") == label.removeprefix("'")
    # Whatever XML can hold and is no line break stays as it is.
    if text.isprintable():
        assert label == text


def test_the_same_store_gives_the_same_bytes_whatever_the_order(collection: Collection) -> None:
    shuffled = random.Random(3)
    entities, analyses = list(collection.entities), list(collection.analyses)
    shuffled.shuffle(entities)
    shuffled.shuffle(analyses)
    other = replace(collection, entities=tuple(entities), analyses=tuple(analyses))
    one, two = (read(Store.of(c)) for c in (collection, other))
    for form in GraphFormat:
        assert graph_file(one, form) == graph_file(two, form)


def test_neither_hash_seeds_nor_the_day_change_anything(tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "if sys.argv[1] == 'other':\n"
        "    time.strftime = lambda *_: '1999-01-01'\n"
        "from tests.views.test_graphs import _named\n"
        "from kg.views.graphs import GraphFormat, graph_file\n"
        "for form in GraphFormat:\n"
        "    sys.stdout.buffer.write(b''.join(graph_file(_named('x'), form).values()))\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    runs = [
        subprocess.run(
            [sys.executable, "-c", script, day],
            capture_output=True,
            check=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
        ).stdout
        for seed, day in (("0", "this"), ("4711", "other"))
    ]
    assert runs[0] == runs[1]
    assert b"1999" not in runs[0]
    assert b"NetworkX" not in runs[0]


def test_write_names_the_files(reading: Reading, tmp_path: Path) -> None:
    made = write_graph(reading, tmp_path / "new" / "my.net.csv", GraphFormat.CSV)
    assert [path.name for path in made.paths] == ["my.net-nodes.csv", "my.net-edges.csv"]
    assert (made.nodes, made.edges) == (8, 9)
    assert {path.name: path.read_bytes() for path in made.paths} == {
        f"my.net{part}.csv": content for part, content in graph_file(reading, GraphFormat.CSV).items()
    }
    (path,) = write_graph(reading, tmp_path / "net.gexf", GraphFormat.GEXF).paths
    assert path == tmp_path / "net.gexf"
    (tmp_path / "folder.graphml").mkdir()
    with pytest.raises(InputError, match=r"folder\.graphml: cannot be written"):
        write_graph(reading, tmp_path / "folder.graphml", GraphFormat.GRAPHML)


@pytest.mark.parametrize(
    ("out", "name", "form"),
    [
        ("x.GraphML", None, GraphFormat.GRAPHML),
        ("x", "gexf", GraphFormat.GEXF),
        ("-", " CSV", GraphFormat.CSV),
        ("x.ttl", None, None),
        ("x.csv", "turtle", None),
        ("-", None, None),
    ],
)
def test_the_form_is_named_or_the_ending_tells_it(out: str, name: str | None, form: GraphFormat | None) -> None:
    assert graph_format_of(Path(out), name) is form


def test_an_ending_that_tells_nothing_is_refused() -> None:
    with pytest.raises(InputError, match=r"x\.docx: its ending.*\.ttl.*\.graphml, \.gexf, \.csv"):
        graph_format_of(Path("x.docx"))


def test_an_empty_reading_gives_empty_graphs() -> None:
    empty = Reading({}, {}, ())
    for form in (GraphFormat.GRAPHML, GraphFormat.GEXF):
        assert _read_back(empty, form).number_of_nodes() == 0
    files: Mapping[str, bytes] = graph_file(empty, GraphFormat.CSV)
    assert all(content.count(b"\n") == 1 for content in files.values())
