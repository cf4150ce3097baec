"""`kg validate`: whether the store holds what it must."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.app import app
from kg.cli.options import DEFAULT_STORE, ListForm, StoreDir
from kg.cli.output import Form, counted, print_json, say
from kg.records import Lang

if TYPE_CHECKING:
    from kg.graph.validate import Violation

NOT_CONFORMING = 1
"""Exit code where the graph breaks a rule."""
_NAMED = 5
"""How many things are named for each rule unless all are asked for."""


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
