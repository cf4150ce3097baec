"""The graph as two tables, of nodes and of edges, with the headers that Gephi and Cytoscape know."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kg.views.graphs.multigraph import EDGE, NODE, Graph, Value

_FORMULA: Final = tuple("=+-@＝＋－＠")
"""With what a cell begins that spreadsheets take for a formula."""


def nodes(graph: Graph) -> bytes:
    """Give the table of nodes: Id, Label, and the attributes of nodes."""
    rows = ({"Id": key, **values} for key, values in graph.nodes(data=True))
    return _table(("Id", *NODE), rows)


def edges(graph: Graph) -> bytes:
    """Give the table of edges: Source, Target, Type (Undirected for symmetric properties), Id, Label, attributes."""
    kinds = {True: "Undirected", False: "Directed"}
    rows = (
        {"Source": source, "Target": target, "Type": kinds[values["symmetric"]], "Id": key, **values}
        for source, target, key, values in graph.edges(data=True, keys=True)
    )
    return _table(("Source", "Target", "Type", "Id", *(name for name in EDGE if name != "symmetric")), rows)


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("Label" if column == "label" else column for column in columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    # No byte order mark: Gephi before 0.9.3 takes it for a part of the first header.
    return file.getvalue().encode()


def _cell(value: Value) -> Value:
    # A quotation mark before what a spreadsheet would compute makes it a text.
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
