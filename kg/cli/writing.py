"""`kg export`, `kg network`, `kg validate`: the store as files, and whether it holds what it must."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_STORE, ListForm, MinConfidence, StoreDir
from kg.cli.output import Form, counted, print_json, say
from kg.records import Lang

if TYPE_CHECKING:
    from kg.graph.validate import Violation

NOT_CONFORMING = 1
"""Exit code where the graph breaks a rule."""
_STDOUT = Path("-")
_NAMED = 5
"""How many things are named for each rule unless all are asked for."""


@app.command(epilog="Example: `kg export graph.ttl`, `kg export - --format nquads --facts | gzip > facts.nq.gz`")
def export(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file; - for standard output.", dir_okay=False)],
    store: StoreDir = DEFAULT_STORE,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="turtle, trig, ntriples, nquads, jsonld or rdfxml; without it the ending of OUT decides.",
        ),
    ] = None,
    facts: Annotated[bool, typer.Option("--facts", help="Facts without claims and evidence.")] = False,
    with_text: Annotated[bool, typer.Option("--with-text", help="The documents' texts too.")] = False,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Only what this document says.")
    ] = None,
    min_confidence: MinConfidence = None,
) -> None:
    """Write the graph as Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML: the same bytes for the same store."""
    from kg.graph import export as exporting
    from kg.graph.confidence import restricted
    from kg.graph.serialize import Format, format_of, serialize
    from kg.graph.store import Store

    with Store.open(store) as whole:
        opened = restricted(whole, min_confidence)
        if out == _STDOUT:
            kind = format_of(out, form or Format.TURTLE)
            quads = exporting.selected(opened, facts=facts, with_text=with_text, document=document)
            sys.stdout.buffer.write(serialize(quads, kind, opened.base))
            sys.stdout.buffer.flush()
            return
        written = exporting.export(opened, out, form, facts=facts, with_text=with_text, document=document)
    say(f"{counted(written, 'statement')} in {out}.")


@app.command(epilog="Example: `kg network network.html --lang ru`")
def network(
    out: Annotated[Path, typer.Argument(metavar="OUT.html", help="The file.", dir_okay=False)],
    store: StoreDir = DEFAULT_STORE,
    lang: Annotated[Lang, typer.Option("--lang", help="The language that the page opens in.")] = "en",
    min_confidence: MinConfidence = None,
) -> None:
    """Draw the network as one HTML file that opens in any browser and makes no request to anywhere."""
    from kg.graph.confidence import restricted
    from kg.graph.store import Store
    from kg.views.network import write_network

    with Store.open(store) as opened:
        out.parent.mkdir(parents=True, exist_ok=True)
        made = write_network(restricted(opened, min_confidence), out, lang)
    say(
        f"{counted(made.nodes, 'thing')}, {counted(made.edges, 'connection')} in {out} ({made.size / 1e6:.1f} MB); "
        f"overview: {counted(made.overview_nodes, 'organization')}, {counted(made.overview_edges, 'connection')}."
    )


@app.command(epilog="Example: `kg validate --store my-store`")
def validate(
    store: StoreDir = DEFAULT_STORE,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the rules.")] = "en",
    everything: Annotated[
        bool, typer.Option("--all", help="Name every thing that breaks a rule, not the first few.")
    ] = False,
    form: ListForm = Form.TABLE,
) -> None:
    """Check the graph against the rules of the ontology (SHACL): which thing breaks which rule in which document.

    Exit code: 1 where a rule is broken; warnings and remarks break none.
    """
    from kg.graph.store import Store
    from kg.graph.validate import Severity
    from kg.graph.validate import validate as check

    with Store.open(store) as opened:
        report = check(opened.quads(), language=lang)
    violations, warnings, remarks = (report.of(s) for s in (Severity.VIOLATION, Severity.WARNING, Severity.INFO))
    if form is Form.JSON:
        print_json(
            {"conforms": report.conforms, "triples": report.triples, "results": [_plain(r) for r in report.results]}
        )
    else:
        for title, results in (("Violations", violations), ("Warnings", warnings), ("Remarks", remarks)):
            _list(title, results, None if everything else 0 if results is remarks else _NAMED)
        verdict = "The graph conforms" if report.conforms else "The graph does not conform"
        counts = ((len(violations), "violation"), (len(warnings), "warning"), (len(remarks), "remark"))
        counts_in_words = ", ".join(counted(*count) for count in counts)
        say(f"{verdict}: {counts_in_words} over {counted(report.triples, 'triple')}.")
    if not report.conforms:
        raise typer.Exit(NOT_CONFORMING)


def _plain(result: Violation) -> dict[str, object]:
    return asdict(result) | {"severity": result.severity.name.lower()}


def _list(title: str, results: Sequence[Violation], most: int | None) -> None:
    """Print results rule by rule, the most broken first, and of each rule at most so many things."""
    if results:
        say(title, style="bold")
    for rule, n in sorted(Counter(r.rule for r in results).items(), key=lambda item: (-item[1], item[0])):
        say(f"  {n} × {rule}")
        for result in [r for r in results if r.rule == rule][:most]:
            value = f", value {result.value}" if result.value not in ("", result.node) else ""
            documents = f", in {', '.join(result.documents)}" if result.documents else ""
            say(f"      {result.label} <{result.node}>{value}{documents}".replace("       <", "      <"))
        if most and n > most:
            say(f"      and {n - most} more (--all names them)")
