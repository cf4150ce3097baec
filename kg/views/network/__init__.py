"""The network as one HTML file that opens from disk, asks nobody for anything and shows who says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.graph.store import Store
from kg.views import pages, wording
from kg.views.network.filters import NONE, Filters
from kg.views.reading import read


@dataclass(frozen=True, slots=True)
class NetworkSummary:
    """What was written: the file, its size in bytes, how many nodes and edges it holds, in all and in the overview."""

    path: Path
    size: int
    nodes: int
    edges: int
    overview_nodes: int
    overview_edges: int


def write_network(store: Store, out: Path, lang: str = "en", filters: Filters = NONE) -> NetworkSummary:
    """Write the network page of a store and say what it holds; the same store gives the same bytes.

    Args:
        lang: language that the page opens in; its reader can change it.
        filters: what of the store to draw.

    Raises:
        InputError: the language is unknown, the filters leave nothing, or the file cannot be written.
    """
    if lang not in wording.LANGS:
        raise InputError(f"no such language: {lang}", remedy="one of " + ", ".join(wording.LANGS))
    # networkx and numpy take a while to import, which nobody who only builds should wait for.
    from kg.views.network.page import page  # noqa: PLC0415
    from kg.views.network.selection import select  # noqa: PLC0415

    made = page(select(read(store), filters), lang, store)
    size = pages.write(out, made.html)
    return NetworkSummary(out, size, made.nodes, made.edges, made.overview_nodes, made.overview_edges)
