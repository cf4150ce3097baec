"""The network as a file for Gephi, Cytoscape, networkx or a spreadsheet: GraphML, GEXF, CSV of nodes and edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.graph import serialize
from kg.graph.export import replace_file
from kg.views.reading import Reading


class GraphFormat(StrEnum):
    """A form of graph files, by the name that a user gives."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


_ENDINGS: Final = {f".{form}": form for form in GraphFormat}


@dataclass(frozen=True, slots=True)
class GraphSummary:
    """What was written: the files, how many nodes and how many edges."""

    paths: tuple[Path, ...]
    nodes: int
    edges: int


def graph_format_of(out: Path, name: str | None = None) -> GraphFormat | None:
    """Give the form that a name asks for, else the one that fits a file's ending; None if that is a form of RDF.

    Raises:
        InputError: the ending is none that any export knows.
    """
    if name is not None:
        return _ENDINGS.get(f".{name.strip().lower()}")
    ending = out.suffix.lower()
    if ending not in _ENDINGS and ending not in serialize.EXTENSIONS and out.name != "-":
        raise InputError(
            f"its ending {out.suffix!r} does not say which format is meant",
            place=out,
            remedy=f"use one of {', '.join((*serialize.EXTENSIONS, *_ENDINGS))}, or --format",
        )
    return _ENDINGS.get(ending)


def graph_file(reading: Reading, form: GraphFormat) -> Mapping[str, bytes]:
    """Give a reading as files of a form, by what is added to the name that a user gives: the same bytes each time.

    CSV has two files, "-nodes" and "-edges", the others one, "".
    """
    return _written(reading, form)[0]


def write_graph(reading: Reading, out: Path, form: GraphFormat) -> GraphSummary:
    """Write a reading as files of a form: out.csv becomes out-nodes.csv and out-edges.csv.

    Raises:
        InputError: a file cannot be written.
    """
    files, nodes, edges = _written(reading, form)
    paths = {out.with_name(f"{out.stem}{part}{out.suffix}"): content for part, content in files.items()}
    for path, content in paths.items():
        replace_file(path, content)
    return GraphSummary(tuple(paths), nodes, edges)


def _written(reading: Reading, form: GraphFormat) -> tuple[Mapping[str, bytes], int, int]:
    # networkx takes a while to load: exports of RDF do not wait for it.
    from kg.views.graphs import tables, xml  # noqa: PLC0415
    from kg.views.graphs.multigraph import multigraph  # noqa: PLC0415

    graph = multigraph(reading)
    match form:
        case GraphFormat.GRAPHML:
            files = {"": xml.graphml(graph)}
        case GraphFormat.GEXF:
            files = {"": xml.gexf(graph)}
        case GraphFormat.CSV:
            files = {"-nodes": tables.nodes(graph), "-edges": tables.edges(graph)}
    return files, graph.number_of_nodes(), graph.number_of_edges()
