"""The pages that are compared: ours, and what pyvis makes of the same network by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import networkx as nx
import pyoxigraph as ox
from pyvis.network import Network
from rdflib import RDF, RDFS

from kg.graph.iris import BASE
from kg.graph.store import Store
from kg.graph.vocabulary import SRAC
from kg.views.network.graph import facts, whole
from kg.views.network.page import page
from kg.views.reading import Reading


def ours(reading: Reading) -> str:
    """Give our page, with the texts that its quotations come from and its facts as Turtle."""
    return page(reading, "en", Store.holding(_quads(reading), BASE)).html


def _quads(reading: Reading) -> Iterator[ox.Quad]:
    """Give what a store of such things holds and the page takes from it: classes, names, facts, texts."""
    label, kind, text = (ox.NamedNode(str(term)) for term in (RDFS.label, RDF.type, SRAC.text))
    for thing in reading.things.values():
        subject = ox.NamedNode(thing.iri)
        yield ox.Quad(subject, kind, ox.NamedNode(str(SRAC[thing.cls])))
        for name in thing.names:
            yield ox.Quad(subject, label, ox.Literal(name.text, language=name.lang))
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for claim in reading.claims:
        ends = (ox.NamedNode(iri) for iri in (claim.subject, str(SRAC[claim.property]), claim.object))
        yield ox.Quad(*ends)
        for quotation in claim.quotations:
            texts[quotation.digest].append(quotation.exact)
    for digest, quotations in texts.items():
        yield ox.Quad(ox.NamedNode(digest), text, ox.Literal("\n".join(quotations)))


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
