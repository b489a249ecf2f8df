"""Which nodes of a large graph to begin with: the most joined, and what is joined to them."""

import heapq
from collections.abc import Hashable

import networkx as nx

__all__ = ["MOST", "central"]

MOST = 300
"""Nodes that are shown at first; of a graph that has no more, all are."""


def central(graph: nx.MultiDiGraph, most: int = MOST) -> list[str]:
    """At most so many nodes: what articles are about before what is joined to the most, each beside one before where there is such.

    >>> star = nx.MultiDiGraph([("a", "b"), ("c", "b"), ("d", "b"), ("x", "y")])
    >>> central(star, 3)
    ['b', 'a', 'c']
    """
    ranks = {node: (not graph.nodes[node].get("main", False), -len({*graph.pred[node], *graph.succ[node]}), node) for node in graph}
    waiting = sorted(graph, key=ranks.__getitem__, reverse=True)
    found: dict[str, None] = {}
    queue: list[tuple[tuple[Hashable, ...], str]] = []
    while len(found) < most and (queue or waiting):
        node = heapq.heappop(queue)[1] if queue else waiting.pop()
        if node not in found:
            found[node] = None
            for other in {*graph.pred[node], *graph.succ[node]} - set(found):
                heapq.heappush(queue, (ranks[other], other))
    return list(found)
