"""What a node is in its graph: the community that it belongs to, and how much of the graph it stands between."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import networkx as nx

_SEED: Final = 20240501
_SAMPLE: Final = 64
"""From how many nodes shortest paths are counted in graphs that are larger."""
_RESOLUTION: Final = 1.0


def communities(graph: nx.Graph[str], alone: Collection[str] = ()) -> dict[str, int]:
    """Give each node the number of its community, 0 being the largest (Louvain: Blondel et al. 2008).

    Edges pull by their `weight`.

    Args:
        alone: nodes that join nothing, such as towns: each is a community by itself.
    """
    numbered = _numbered(graph)
    loose = {node for node, name in enumerate(sorted(graph)) if name in alone}
    numbered.remove_edges_from([ends for ends in numbered.edges if loose.intersection(ends)])
    found = nx.community.louvain_communities(numbered, weight="weight", resolution=_RESOLUTION, seed=_SEED)
    names = sorted(graph)
    ordered = sorted((sorted(part) for part in found), key=lambda part: (-len(part), part[0]))
    return {names[node]: number for number, part in enumerate(ordered) for node in part}


def betweenness(graph: nx.Graph[str]) -> dict[str, float]:
    """Give the share of shortest paths that pass through each node, from 0 to 1 (Brandes 2001; sampled where large)."""
    numbered = _numbered(graph)
    sample = _SAMPLE if len(graph) > _SAMPLE else None
    found = nx.betweenness_centrality(numbered, k=sample, seed=_SEED)
    return {name: found[number] for number, name in enumerate(sorted(graph))}


def _numbered(graph: nx.Graph[str]) -> nx.Graph[int]:
    """The same graph over numbers, in one order: over texts, networkx' sets would follow the hash seed."""
    number = {name: i for i, name in enumerate(sorted(graph))}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(number)))
    edges = sorted((*sorted((number[a], number[b])), d.get("weight", 1.0)) for a, b, d in graph.edges(data=True))
    numbered.add_weighted_edges_from(edges)
    return numbered
