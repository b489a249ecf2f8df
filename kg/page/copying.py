"""What can be copied out of the page: Turtle of a node or an edge with what supports it, and a query that finds it."""

from collections.abc import Iterable
from typing import Any

import networkx as nx

from kg.graph.turtle import PREFIXES, blocks
from kg.page.look import resource

__all__ = ["copying"]


def copying(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """`prefixes`; `blocks`, Turtle that needs them; `of`, for each card the numbers of its blocks; `queries`, to be filled in."""
    prefixes = graph.graph.get("prefixes", dict(PREFIXES))
    turtle = graph.graph.get("turtle", {})
    texts: dict[str, int] = {}
    cards: dict[str, list[int]] = {}

    def keep(card: str, found: Iterable[str]) -> None:
        cards[card] = [texts.setdefault(text, len(texts)) for text in dict.fromkeys(found)]

    for number, (node, data) in enumerate(graph.nodes(data=True)):
        keep(f"n{number}", [turtle[iri] for iri in [node, *data.get("support", [])] if iri in turtle])
    for number, (source, _, data) in enumerate(graph.edges(data=True)):
        stated = blocks({f"<{source}>": {data["property"]: [f"<{value}>" for value in data.get("objects", [])]}}, prefixes)
        keep(f"e{number}", [*stated.values(), *(turtle[iri] for iri in data.get("support", []) if iri in turtle)])
    queries = {name: resource(f"queries/{name}.rq") for name in ("node", "edge")}
    return {"prefixes": prefixes, "blocks": list(texts), "of": cards, "queries": queries}
