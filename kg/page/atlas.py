"""The map of a graph: its places with coordinates, what happened there, and the countries around."""

from dataclasses import dataclass

import networkx as nx

from kg.page.world import HEIGHT, WIDTH, Country, countries, frame
from kg.terms import KG

__all__ = ["Atlas", "Marker", "atlas"]

_WHERE = frozenset({KG.place, KG.near, KG.origin, KG.destination})


@dataclass(frozen=True, slots=True)
class Marker:
    """A place: `cards` are its own and those of the events there and of the places in it, `events` how many events there were."""

    card: str
    label: str
    x: float
    y: float
    cards: tuple[str, ...]
    events: int
    main: bool  # whether what an article is about was there


@dataclass(frozen=True, slots=True)
class Atlas:
    """Markers, the most important first, and the countries; those that the graph tells of have the card of their node."""

    markers: tuple[Marker, ...]
    countries: tuple[tuple[Country, str], ...]
    width: int = WIDTH
    height: int = HEIGHT


def atlas(graph: nx.MultiDiGraph) -> Atlas | None:
    """The map of a graph of `kg.graph.network.build`; None where no place has coordinates."""
    cards = {node: f"n{number}" for number, node in enumerate(graph)}
    points = {node: point for node, point in graph.nodes(data="point") if point and graph.nodes[node]["family"] == "place"}
    if not points:
        return None
    shown = frame(points.values())
    markers = [_marker(graph, cards, node, sorted(_inside(graph, node, set(points))), shown.at(*point)) for node, point in points.items()]
    markers.sort(key=lambda marker: (not marker.main, -marker.events, marker.label, marker.card))
    known = {node.rsplit("/", 1)[1].upper(): card for node, card in cards.items() if "/country/" in node}
    return Atlas(tuple(markers), tuple((country, known.get(country.code, "")) for country in countries(shown)))


def _marker(graph: nx.MultiDiGraph, cards: dict[str, str], node: str, inside: list[str], at: tuple[float, float]) -> Marker:
    happened = [other for other in inside if graph.nodes[other]["family"] == "event"]
    main = any(graph.nodes[other]["main"] for other in happened)
    here = tuple(cards[other] for other in [node, *inside])
    return Marker(cards[node], graph.nodes[node]["label"], round(at[0], 1), round(at[1], 1), here, len(happened), main)


def _inside(graph: nx.MultiDiGraph, place: str, marked: set[str]) -> set[str]:
    """The places in a place that have no mark of their own, and the events in it and in them."""
    found: set[str] = set()
    queue = [place]
    while queue:
        for other, _, term in graph.in_edges(queue.pop(), data="property"):
            holds = term == KG.locatedIn and other not in marked
            if other not in found and (holds or term in _WHERE):
                found.add(other)
                queue += [other] if holds else []
    return found
