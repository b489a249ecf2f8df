"""What an article is about and what is background to it."""

from collections import deque
from collections.abc import Mapping

import networkx as nx

from kg.terms import KG

__all__ = ["background"]


def background(graph: nx.MultiDiGraph) -> set[str]:
    """The nodes that do not belong to a main event: other events, and what takes part in those alone. None where no event is main.

    To a main event belong its parts and theirs, its participants, places and tolls, those who tell of it, and where its places lie.
    """
    main = [node for node, data in graph.nodes(data=True) if data["main"]]
    if not main:
        return set()
    families = dict(graph.nodes(data="family"))
    near, queue = set(main), deque(main)
    while queue:
        node = queue.popleft()
        for other in sorted(_belonging(graph, families, node) - near):
            near.add(other)
            queue.append(other)
    return set(graph) - near


def _belonging(graph: nx.MultiDiGraph, families: Mapping[str, str], node: str) -> set[str]:
    """What comes with a node: an event brings all around it, but another event only as its part; others bring where they belong."""
    if families[node] == "event":
        parts = {one for one, _, term in graph.in_edges(node, data="property", default="") if term == KG.partOf}
        return parts | {other for other in nx.all_neighbors(graph, node) if families[other] != "event"}
    around = graph.successors(node) if families[node] not in ("toll", "statement") else nx.all_neighbors(graph, node)
    return {other for other in around if families[other] not in ("event", "statement")}
