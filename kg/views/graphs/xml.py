"""The graph as GraphML and GEXF 1.3, by networkx' writers and mended where Gephi and sameness ask for it."""

from __future__ import annotations

import io
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from kg import __version__
from kg.records import Status
from kg.views.graphs.multigraph import Graph

_CREATOR = f"srac-kg {__version__}"


def graphml(graph: Graph) -> bytes:
    """Give a graph as GraphML."""
    writer = GraphMLWriter(prettyprint=False)
    writer.add_graph_element(graph)
    return _bytes(writer.xml)


def gexf(graph: Graph) -> bytes:
    """Give a graph as GEXF 1.3, in which nodes and edges have the days from which and until which they are.

    Edges carry a kind each, without which Gephi makes one of all edges between two nodes.
    """
    writer = GEXFWriter(graph, prettyprint=False, version="1.3")
    root: Element = writer.xml
    # networkx writes today's date and its own version, an address for XMLSchema-instance that is none, and a name.
    root.set("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    (meta,) = root.findall("meta")
    meta.attrib.clear()
    meta.clear()
    SubElement(meta, "creator").text = _CREATOR
    (drawn,) = root.findall("graph")
    drawn.attrib.pop("name")
    _drop_keys(drawn)
    for edge, (*_, values) in zip(drawn.iter("edge"), graph.edges(data=True), strict=True):
        held = values["status"] == Status.HELD
        edge.set("kind", values["property"] if held else f"{values['property']} ({values['status']})")
    return _bytes(root)


def _drop_keys(drawn: Element) -> None:
    """Drop what networkx notes for itself on edges; it reads their ids back as keys."""
    for attributes in drawn.findall("attributes"):
        for attribute in attributes.findall("attribute[@title='networkx_key']"):
            attributes.remove(attribute)
            for values in drawn.iter("attvalues"):
                for value in values.findall(f"attvalue[@for='{attribute.get('id')}']"):
                    values.remove(value)


def _bytes(root: Element) -> bytes:
    indent(root)
    file = io.BytesIO()
    ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)
    return file.getvalue() + b"\n"
