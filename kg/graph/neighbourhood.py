"""The part of a graph that a reader asks for: around an event or an entity, or of some days."""

from collections.abc import Iterable

import networkx as nx

from kg.terms import KG

__all__ = ["between", "matching", "neighbourhood"]

_EVENTS = frozenset({"event", "statement"})
_ABOVE = frozenset({KG.locatedIn, KG.partOfGroup, KG.capitalOf})  # relations of an entity that tell what it is, not what else there is


def matching(graph: nx.MultiDiGraph, asked: str, *, events: bool) -> list[str]:
    """The events (or the entities) whose IRI is what is asked, or else those one of whose names holds it, in any case."""
    families = {data["family"] for _, data in graph.nodes(data=True)} - {"toll"}
    wanted = families & _EVENTS if events else families - _EVENTS
    among = {node: data for node, data in graph.nodes(data=True) if data["family"] in wanted}
    if asked in among:
        return [asked]
    folded = " ".join(asked.casefold().split())
    return [node for node, data in among.items() if any(folded in name.casefold() for name in (data["label"], *data["also"]))]


def neighbourhood(graph: nx.MultiDiGraph, starts: Iterable[str]) -> nx.MultiDiGraph:
    """What belongs to some nodes: of an entity, the events it has part in; of each event all around it and its parts; and where places lie.

    The graph that is left keeps the order of its nodes and edges, and the articles that tell of them.
    """
    starts = list(starts)
    events = {node for node in starts if _is_event(graph, node)}
    for start in starts:
        if start not in events:
            events |= {event for near in _beside(graph, start) for event in _events_of(graph, near)}
    found, queue = {*starts, *events}, [*events]
    while queue:
        event = queue.pop()
        parts = {part for part, _, term in graph.in_edges(event, data="property") if term == KG.partOf} - found
        found |= parts | {near for near in _beside(graph, event) if not _is_event(graph, near)}
        queue += parts
    for node in list(found):
        if graph.nodes[node]["family"] in ("toll", "statement"):
            found |= {near for near in graph.successors(node) if not _is_event(graph, near)}
    return _only(graph, _with_holders(graph, found))


def between(graph: nx.MultiDiGraph, since: str, until: str) -> nx.MultiDiGraph:
    """The events that may have been between two days (ISO 8601, inclusive; empty: no bound), and what belongs to them.

    An event of which no day is told is left out.
    """
    return neighbourhood(graph, [node for node, data in graph.nodes(data=True) if _is_event(graph, node) and _overlaps(data, since, until)])


def _overlaps(data: dict[str, str], since: str, until: str) -> bool:
    first, last = data["earliest"] or data["date"], data["latest"] or data["date"]
    if not first and not last:
        return False
    return (not since or not last or last >= since) and (not until or not first or first[:len(until)] <= until)


def _is_event(graph: nx.MultiDiGraph, node: str) -> bool:
    return str(graph.nodes[node]["family"]) == "event"


def _beside(graph: nx.MultiDiGraph, node: str) -> set[str]:
    return {*graph.successors(node), *graph.predecessors(node)}


def _events_of(graph: nx.MultiDiGraph, node: str) -> set[str]:
    """An event itself, and the events that a toll or a statement is about."""
    if _is_event(graph, node):
        return {node}
    if graph.nodes[node]["family"] in ("toll", "statement"):
        return {near for near in _beside(graph, node) if _is_event(graph, near)}
    return set()


def _with_holders(graph: nx.MultiDiGraph, nodes: set[str]) -> set[str]:
    found, queue = set(nodes), list(nodes)
    while queue:
        for _, above, term in graph.out_edges(queue.pop(), data="property"):
            if term in _ABOVE and above not in found:
                found.add(above)
                queue.append(above)
    return found


def _only(graph: nx.MultiDiGraph, nodes: set[str]) -> nx.MultiDiGraph:
    left = nx.MultiDiGraph(**graph.graph)
    left.add_nodes_from((node, data) for node, data in graph.nodes(data=True) if node in nodes)
    left.add_edges_from((one, two, key, data) for one, two, key, data in graph.edges(keys=True, data=True) if one in nodes and two in nodes)
    told = [data for _, data in left.nodes(data=True)] + [data for *_, data in left.edges(data=True)]
    used = {sentence["article"] for data in told for sentence in data["sentences"]}
    left.graph["articles"] = [article for article in graph.graph["articles"] if article["iri"] in used or nodes & {*article["main"]}]
    left.graph["texts"] = [text for text in graph.graph["texts"] if text.article in used]
    return left
