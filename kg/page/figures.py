"""The figures of events that have several for one outcome: who gave which, in the order in which they were told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.terms import KG

__all__ = ["Comparison", "Figure", "figures"]

_WIDEST = 92.0  # per cent of the width that the largest figure takes


@dataclass(frozen=True, slots=True)
class Figure:
    """A toll: its bounds in per cent of the width (one that is not told is open), who gives it, and whether the sum counts it."""

    card: str
    label: str
    who: str
    article: str
    start: float
    end: float
    least: bool
    most: bool
    including: bool
    preferred: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures for one outcome of an event; they disagree where two of them, each for all the people, leave no number possible."""

    card: str
    event: str
    outcome: str
    figures: tuple[Figure, ...]
    disagree: bool


def figures(graph: nx.MultiDiGraph) -> list[Comparison]:
    """The comparisons of a graph of `kg.graph.network.build`, those of main events first."""
    cards = {node: f"n{number}" for number, node in enumerate(graph)}
    found = []
    for event, data in sorted(graph.nodes(data=True), key=lambda item: (not item[1]["main"], item[0])):
        tolls = {toll: graph.nodes[toll] for _, toll, term in graph.out_edges(event, data="property") if term == KG.toll}
        outcomes = sorted({told["figure"]["outcome"] for told in tolls.values() if told.get("figure")})
        for outcome in outcomes:
            chosen = [toll for toll, told in tolls.items() if told.get("figure") and told["figure"]["outcome"] == outcome]
            if len(chosen) > 1:
                rows = [graph.nodes[toll] | {"card": cards[toll]} for toll in sorted(chosen, key=lambda toll: _told(graph, toll))]
                found.append(Comparison(cards[event], data["label"], outcome.lower(), _rows(graph, rows), _disagree(rows)))
    return found


def _told(graph: nx.MultiDiGraph, toll: str) -> tuple[str, str, int, str]:
    """When a figure was told: by the day of its article, and where in it."""
    days = {article["iri"]: article["published"] for article in graph.graph.get("articles", [])}
    return min(
        ((days.get(sentence["article"], ""), sentence["article"], sentence["begin"], toll) for sentence in graph.nodes[toll]["sentences"]),
        default=("", "", 0, toll),
    )


def _rows(graph: nx.MultiDiGraph, tolls: Iterable[dict[str, Any]]) -> tuple[Figure, ...]:
    tolls = list(tolls)
    bounds = [bound for toll in tolls for bound in (toll["figure"]["least"], toll["figure"]["most"]) if bound is not None]
    unit = _WIDEST / max([1.0, *bounds])
    headlines = {article["iri"]: article["headline"] for article in graph.graph.get("articles", [])}
    return tuple(_row(toll, unit, headlines if len(headlines) > 1 else {}) for toll in tolls)


def _row(toll: dict[str, Any], unit: float, headlines: dict[str, str]) -> Figure:
    figure = toll["figure"]
    least, most = figure["least"], figure["most"]
    known = [bound for bound in (least, most) if bound is not None] or [0.0]
    articles = dict.fromkeys(headlines.get(sentence["article"], "") for sentence in toll["sentences"])
    return Figure(
        toll["card"], toll["label"], ", ".join(figure["who"]), "; ".join(filter(None, articles)), round(max(0.0, known[0]) * unit, 2),
        round(max(0.0, known[-1]) * unit, 2), least is not None, most is not None, figure["including"], figure["preferred"],
    )


def _disagree(tolls: Iterable[dict[str, Any]]) -> bool:
    whole = [toll["figure"] for toll in tolls if not toll["figure"]["including"]]
    least = max((figure["least"] for figure in whole if figure["least"] is not None), default=0)
    return any(figure["most"] is not None and figure["most"] < least for figure in whole)
