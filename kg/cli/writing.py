"""`kg export` and `kg network`: the store as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.filtering import (
    DEPTH,
    Classes,
    Depth,
    Documents,
    Focus,
    Places,
    Properties,
    Since,
    Statuses,
    Until,
    chosen,
)
from kg.cli.options import DEFAULT_STORE, MinConfidence, StoreDir
from kg.cli.output import counted, say
from kg.errors import InputError
from kg.records import Lang, Status

if TYPE_CHECKING:
    from kg.graph.store import Store
    from kg.views.graphs import GraphFormat
    from kg.views.network.filters import Filters

_STDOUT = Path("-")


@app.command(
    epilog="Example: `kg export graph.ttl`, `kg export - --format nquads --facts | gzip > facts.nq.gz`, "
    "`kg export network.gexf --from 2015`, `kg export signed.csv --property signed --place Heilongjiang --place Russia`"
)
def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file; - for standard output.", dir_okay=False)],
    store: StoreDir = DEFAULT_STORE,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="turtle, trig, ntriples, nquads, jsonld or rdfxml; graphml, gexf or csv; without it the ending of OUT "
            "decides.",
        ),
    ] = None,
    facts: Annotated[bool, typer.Option("--facts", help="RDF: facts without claims and evidence.")] = False,
    with_text: Annotated[bool, typer.Option("--with-text", help="RDF: the documents' texts too.")] = False,
    document: Documents = None,
    min_confidence: MinConfidence = None,
    focus: Focus = None,
    depth: Depth = DEPTH,
    since: Since = None,
    until: Until = None,
    classes: Classes = None,
    properties: Properties = None,
    place: Places = None,
    status: Statuses = None,
) -> None:
    """Write the graph as RDF, or the network for Gephi, Cytoscape and spreadsheets: the same bytes for the same store.

    RDF is Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML. GraphML, GEXF (with dates for Gephi's timeline) and CSV
    (OUT-nodes.csv and OUT-edges.csv) hold things as nodes and facts as edges, what is held unless --status says more.
    """
    from kg.graph.store import Store
    from kg.views.graphs import graph_format_of

    graph_form = graph_format_of(out, form)
    with Store.open(store) as opened:
        if graph_form is None:
            narrow = (focus, since, until, classes, properties, place, status)
            _refuse(any(narrow), "RDF holds the whole graph", "only --document and --min-confidence take a part of it")
            _refuse(len(document or ()) > 1, "two documents at a time", "RDF holds one --document or all")
            _export_rdf(opened, out, form, facts, with_text, next(iter(document or ()), None), min_confidence)
            return
        _refuse(facts or with_text, f"{graph_form} holds facts only", "leave out --facts and --with-text")
        filters = chosen(
            opened,
            focus=focus,
            depth=depth,
            since=since,
            until=until,
            classes=classes,
            properties=properties,
            places=place,
            statuses=status or [Status.HELD],
            documents=document,
            at_least=min_confidence,
        )
        _export_graph(opened, out, graph_form, filters)


def _refuse(wrong: bool, reason: str, remedy: str) -> None:
    if wrong:
        raise InputError(reason, remedy=remedy)


def _export_rdf(
    store: Store,
    out: Path,
    form: str | None,
    facts: bool,
    with_text: bool,
    document: str | None,
    min_confidence: float | None,
) -> None:
    from kg.graph import export as exporting
    from kg.graph.confidence import restricted
    from kg.graph.serialize import Format, format_of, serialize

    part = restricted(store, min_confidence)
    if out == _STDOUT:
        kind = format_of(out, form or Format.TURTLE)
        _to_stdout(
            serialize(exporting.selected(part, facts=facts, with_text=with_text, document=document), kind, part.base)
        )
        return
    written = exporting.export(part, out, form, facts=facts, with_text=with_text, document=document)
    say(f"{counted(written, 'statement')} in {out}.")


def _export_graph(store: Store, out: Path, form: GraphFormat, filters: Filters) -> None:
    from kg.views.graphs import graph_file, write_graph
    from kg.views.network.selection import select
    from kg.views.reading import read

    reading = select(read(store), filters)
    if out == _STDOUT:
        files = graph_file(reading, form)
        _refuse(len(files) > 1, f"{form} has {len(files)} files", "name one, such as network.csv")
        _to_stdout(files[""])
        return
    made = write_graph(reading, out, form)
    say(f"{counted(made.nodes, 'thing')}, {counted(made.edges, 'connection')} in {' and '.join(map(str, made.paths))}.")


def _to_stdout(content: bytes) -> None:
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


@app.command(
    epilog="Example: `kg network network.html --lang ru`, `kg network spbpu.html --focus SPbPU --from 2019`, "
    "`kg network agreements.html --class University --class Agreement --property signed`"
)
def network(
    out: Annotated[Path, typer.Argument(metavar="OUT.html", help="The file.", dir_okay=False)],
    store: StoreDir = DEFAULT_STORE,
    lang: Annotated[Lang, typer.Option("--lang", help="The language that the page opens in.")] = "en",
    focus: Focus = None,
    depth: Depth = DEPTH,
    since: Since = None,
    until: Until = None,
    classes: Classes = None,
    properties: Properties = None,
    place: Places = None,
    document: Documents = None,
    status: Statuses = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Draw the network or a part of it as one HTML file that opens in any browser and makes no request to anywhere."""
    from kg.graph.store import Store
    from kg.views.network import write_network

    with Store.open(store) as opened:
        filters = chosen(
            opened,
            focus=focus,
            depth=depth,
            since=since,
            until=until,
            classes=classes,
            properties=properties,
            places=place,
            statuses=status,
            documents=document,
            at_least=min_confidence,
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        made = write_network(opened, out, lang, filters)
    say(
        f"{counted(made.nodes, 'thing')}, {counted(made.edges, 'connection')} in {out} ({made.size / 1e6:.1f} MB); "
        f"overview: {counted(made.overview_nodes, 'organization')}, {counted(made.overview_edges, 'connection')}."
    )
