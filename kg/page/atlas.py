"""The map of a graph: its places with coordinates, what happened there, and the countries around."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from kg.page.world import HEIGHT, WIDTH, Country, countries, frame, inland
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
    vague: bool  # whether it is a country, marked somewhere inside


@dataclass(frozen=True, slots=True)
class Atlas:
    """Markers, the most important first, and the countries; those that the graph tells of have the card of their node."""

    markers: tuple[Marker, ...]
    countries: tuple[tuple[Country, str], ...]
    width: int = WIDTH
    height: int = HEIGHT


def atlas(graph: nx.MultiDiGraph) -> Atlas | None:
    """The map of a graph of `kg.graph.network.build`; None where no place has coordinates and nothing happened in a country."""
    cards = {node: f"n{number}" for number, node in enumerate(graph)}
    exact = {node: point for node, point in graph.nodes(data="point") if point and graph.nodes[node]["family"] == "place"}
    points = _countries(graph) | exact
    if not points:
        return None
    shown = frame(points.values())
    markers = [_marker(graph, cards, node, points, shown.at(*point), node not in exact) for node, point in points.items()]
    markers.sort(key=lambda marker: (not marker.main, -marker.events, marker.label, marker.card))
    known = {_code(node): card for node, card in cards.items() if _code(node)}
    return Atlas(tuple(markers), tuple((country, known.get(country.code, "")) for country in countries(shown)))


def _code(node: str) -> str:
    """The two letters of a country; empty for other nodes."""
    return node.rsplit("/", 1)[1].upper() if "/country/" in node else ""


def _countries(graph: nx.MultiDiGraph) -> dict[str, tuple[float, float]]:
    """A point for each country in which something happened of which no smaller place is told."""
    known = [node for node in graph if _code(node) in inland()]
    there = [node for node in known if any(term in _WHERE for *_, term in graph.in_edges(node, data="property"))]
    return {node: inland()[_code(node)] for node in there}


def _marker(
    graph: nx.MultiDiGraph, cards: dict[str, str], node: str, marked: Iterable[str], at: tuple[float, float], vague: bool
) -> Marker:
    inside = sorted(_inside(graph, node, set(marked)))
    happened = [other for other in inside if graph.nodes[other]["family"] == "event"]
    main = any(graph.nodes[other]["main"] for other in happened)
    here = tuple(cards[other] for other in [node, *inside])
    return Marker(cards[node], graph.nodes[node]["label"], round(at[0], 1), round(at[1], 1), here, len(happened), main, vague)


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
