from __future__ import annotations

import socket
import threading

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.graph.query import Construction, Selection
from kg.graph.results import ResultFormat, rows, write
from kg.graph.store import Store
from kg.records import Collection

BASE = "https://w3id.org/srac/id/"
LU = ox.NamedNode(BASE + "person/lu-zhiyu")


@pytest.fixture
def store(collection: Collection) -> Store:
    return Store.of(collection)


def test_rows_come_sorted_where_the_query_does_not_order_them(store: Store) -> None:
    found = store.select("SELECT ?l { ?x a srac:University ; skos:prefLabel ?l }")
    assert found.variables == ("l",)
    assert [str(row[0]) for row in found.rows] == [
        '"SPbPU"@en',
        '"Tsinghua University"@en',
        '"СПбПУ"@ru',
        '"清华大学"@zh',
    ]
    backwards = store.select("SELECT ?l { ?x a srac:University ; skos:prefLabel ?l } ORDER BY DESC(?l)")
    assert set(backwards.rows) == set(found.rows)
    assert backwards.rows != found.rows


def test_unbound_variables_are_none(store: Store) -> None:
    found = store.select("SELECT ?x ?n { VALUES ?x { person:lu-zhiyu } OPTIONAL { ?x skos:exactMatch ?n } }")
    assert found.rows == ((LU, None),)
    assert list(found) == [{"x": LU}]


def test_bindings_fill_variables(store: Store) -> None:
    query = "SELECT ?who ?what { ?who srac:holdsPost ?what }"
    assert len(store.select(query, {"who": LU})) == 1
    assert len(store.select(query, {"who": ox.NamedNode(BASE + "person/nobody")})) == 0
    with pytest.raises(QueryError, match=r"\?else has a value, but"):
        store.select(query, {"else": LU})


def test_every_kind_of_answer(store: Store) -> None:
    assert store.query("ASK { ?x a srac:Person }") is True
    assert isinstance(store.query("SELECT * {}"), Selection)
    described = store.query("DESCRIBE person:lu-zhiyu")
    assert isinstance(described, Construction)
    assert len(described) == len(set(described)) > 3
    assert len(store.construct("CONSTRUCT { ?x a srac:Person } WHERE { ?x a srac:Person }")) == 1


@pytest.mark.parametrize(
    ("method", "query"),
    [("select", "ASK {}"), ("ask", "SELECT * {}"), ("construct", "ASK {}")],
)
def test_another_kind_of_query_is_refused(store: Store, method: str, query: str) -> None:
    with pytest.raises(QueryError, match="this query gives no"):
        getattr(store, method)(query)


def test_single_documents_are_graphs(store: Store) -> None:
    query = "SELECT ?g {{ GRAPH ?g {{ {} }} }}"
    assert [row["g"] for row in store.select(query.format("?x srac:signed ?y"))] == [
        store.document("en-1"),
        store.document("ru-1"),
    ]
    only = store.select(f"SELECT ?c FROM <{BASE}document/ru-1> {{ ?c a srac:Claim }}")
    assert len(only) == 2


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {\n  ?s ?p ?o .\n  FILTER(?o > 3 }", r"line 3, column 18.*cannot be read"),
        ("SELECT ?a { ?a ?b ?c } GROUP BY ?b", "variable that is unbound"),
        ("SELECT * { ?s skoss:prefLabel ?o }", "skoss: is not declared.*did you mean skos:"),
        ("SELECT * { 'Политех' 'дайджест' }", "line 1, column"),
        ("SELCT * { ?s ?p ?o }", "SELECT, ASK, CONSTRUCT or DESCRIBE"),
        ("", "empty"),
        ("# only a remark\n", "empty"),
        ("DELETE WHERE { ?s ?p ?o }", "DELETE would change the store"),
        ("PREFIX a: <http://a/>\nINSERT DATA { a:a a:a a:a }", "INSERT would change the store"),
        ("DROP ALL", "DROP would change the store"),
        ("SELECT * { BIND(<http://example.org/f>(1) AS ?x) }", "cannot be answered"),
    ],
)
def test_what_cannot_be_asked_is_explained(store: Store, query: str, message: str) -> None:
    before = store.nquads()
    with pytest.raises(QueryError, match=message):
        store.query(query)
    assert store.nquads() == before


@pytest.mark.parametrize(
    "pattern",
    [
        "SERVICE <{url}> {{ ?s ?p ?o }}",
        "service silent <{url}> {{ ?s ?p ?o }}",
        "OPTIONAL {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "FILTER NOT EXISTS {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "{{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }}",
        "?x rdfs:label '#' . SERVICE <{url}> {{ ?s ?p ?o }}",
        "?x rdfs:label ex:a\\# . SERVICE <{url}> {{ ?s ?p ?o }}",
        "FILTER(?a<'x>') SERVICE <{url}> {{ ?s ?p ?o }} FILTER(?b='')",
        "FILTER(?a<rdfs:b)SERVICE#>\n<{url}> {{ ?s ?p ?o }}",
        "BIND(<{url}> AS ?u) SERVICE ?u {{ ?s ?p ?o }}",
        "\\u0053ERVICE <{url}> {{ ?s ?p ?o }}",
    ],
)
@pytest.mark.parametrize("head", ["SELECT * ", "ASK ", "CONSTRUCT { ?s ?p ?o } WHERE "])
def test_no_query_reaches_another_machine(store: Store, head: str, pattern: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        reached = threading.Event()

        def listen() -> None:
            try:
                connection, _ = server.accept()
            except TimeoutError:
                return
            reached.set()
            connection.close()

        listener = threading.Thread(target=listen)
        listener.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/sparql"
        with pytest.raises(QueryError):
            store.query(f"PREFIX ex: <http://example.org/>\n{head}{{ {pattern.format(url=url)} }}")
        listener.join()
    assert not reached.is_set()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service rdfs:label 'bus service' }",
        "# which service?\nASK { <https://example.org/service> ?p ?o }",
        "PREFIX service: <http://example.org/> ASK { service:service ?p ?o }",
    ],
)
def test_the_word_alone_is_allowed(store: Store, query: str) -> None:
    assert not store.query(query)


def test_a_local_file_is_no_graph(store: Store, tmp_path: object) -> None:
    assert len(store.select("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }")) == 0


# What is made of answers

QUERY = "SELECT ?who ?name ?since ?none { ?m org:member ?who ; schema:startDate ?since . ?who skos:altLabel ?name }"


def test_answers_in_the_formats_of_w3c_read_back_alike(store: Store) -> None:
    answer = store.select(QUERY)
    assert len(answer) == 2
    parsed = ox.parse_query_results(write(answer, ResultFormat.JSON), format=ox.QueryResultsFormat.JSON)
    assert [tuple(solution[name] for name in answer.variables) for solution in parsed] == list(answer.rows)  # type: ignore[union-attr]
    parsed = ox.parse_query_results(write(answer, ResultFormat.TSV), format=ox.QueryResultsFormat.TSV)
    assert [tuple(solution[name] for name in answer.variables) for solution in parsed] == list(answer.rows)  # type: ignore[union-attr]
    assert write(answer, ResultFormat.CSV).decode().splitlines() == [
        "who,name,since,none",
        f"{BASE}person/lu-zhiyu,Lu ZHIYU,2016,",
        f"{BASE}person/lu-zhiyu,Лу Чжиюй,2016,",
    ]


def test_awkward_text_survives_csv_and_tsv(store: Store) -> None:
    answer = store.select('SELECT ?x { VALUES ?x { "a,b" "say \\"x\\"" "two\\nlines" "tab\\there" "𝒳🎓" } }')
    parsed = ox.parse_query_results(write(answer, ResultFormat.TSV), format=ox.QueryResultsFormat.TSV)
    assert [solution["x"] for solution in parsed] == [row[0] for row in answer.rows]  # type: ignore[union-attr]
    assert write(answer, ResultFormat.CSV).decode().count('""x""') == 1


def test_yes_and_no(store: Store) -> None:
    assert write(True, ResultFormat.CSV) == b"true\n"
    assert bool(ox.parse_query_results(write(True, ResultFormat.JSON), format=ox.QueryResultsFormat.JSON))
    assert not bool(ox.parse_query_results(write(False, ResultFormat.JSON), format=ox.QueryResultsFormat.JSON))


def test_a_table_names_things(store: Store) -> None:
    answer = store.select("SELECT ?a ?p ?b ?none { ?a ?p ?b . FILTER(?p = srac:partnerOf) }")
    assert rows(answer, store).headers == ("a", "p", "b", "none")
    assert rows(answer, store).rows == (("SPbPU", "srac:partnerOf", "Tsinghua University", ""),)
    assert rows(answer, store, "ru").rows == (("СПбПУ", "srac:partnerOf", "Tsinghua University", ""),)
    assert rows(answer, store, "zh").rows == (("SPbPU", "srac:partnerOf", "清华大学", ""),)
    assert rows(answer, store, labels=False).rows == (
        ("organization:spbpu", "srac:partnerOf", "organization:tsinghua", ""),
    )
    graph = store.construct("CONSTRUCT { ?a srac:partnerOf ?b } WHERE { ?a srac:partnerOf ?b }")
    assert rows(graph, store).rows == (("SPbPU", "srac:partnerOf", "Tsinghua University"),)
