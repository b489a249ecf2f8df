"""What the page's scripts are given: the drawing and all that its parts need, as one JSON object, `dateline.data` in the page."""

from typing import Any

import networkx as nx

from kg.page.centre import MOST, central
from kg.page.copying import copying
from kg.page.correcting import correcting
from kg.page.drawing import draw
from kg.page.items import items
from kg.page.lean import lean
from kg.page.look import look
from kg.page.picture import picture

__all__ = ["payload"]


def payload(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """The data of a graph of `kg.graph.network.build`, each part under a name of its own."""
    network = draw(graph)
    return {
        "nodes": lean(network.nodes),
        "edges": lean(network.edges),
        "options": network.options,
        "central": sorted(central(graph)) if len(graph) > MOST else [],
        "look": look(),
        "items": items(graph),
        "copying": copying(graph),
        "correcting": correcting(graph),
        "picture": picture(network, next((article["headline"] for article in graph.graph.get("articles", [])), "")),
    }
