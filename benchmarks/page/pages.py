"""The pages that are compared: ours, and what pyvis makes of the same network by itself."""

from __future__ import annotations

import networkx as nx
from pyvis.network import Network

from kg.views.network.graph import facts, whole
from kg.views.network.page import page
from kg.views.reading import Reading


def ours(reading: Reading) -> str:
    """Give our page."""
    return page(reading, "en").html


def stock(reading: Reading) -> str:
    """Give pyvis' page with all that it does unless told otherwise, physics included; its scripts stand in the file.

    It has the same nodes and edges as our page, and of all that ours knows only the labels.
    """
    drawn = whole(facts(reading))
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from((iri, {"label": reading.things[iri].label}) for iri in drawn)
    plain.add_edges_from(drawn.edges)
    network = Network(cdn_resources="in_line")
    network.from_nx(plain)
    return str(network.generate_html())
