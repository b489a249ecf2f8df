"""What the page shows beside the graph: when, where, and how many."""

from dataclasses import dataclass

import networkx as nx

from kg.page.atlas import Atlas, atlas
from kg.page.figures import Comparison, figures
from kg.page.timeline import Timeline, timeline

__all__ = ["Views", "views"]


@dataclass(frozen=True, slots=True)
class Views:
    """The timeline, the map (None where no place has coordinates) and the figures to be compared."""

    timeline: Timeline
    atlas: Atlas | None
    figures: tuple[Comparison, ...]


def views(graph: nx.MultiDiGraph) -> Views:
    """The views of a graph of `kg.graph.network.build`; nodes that lack what a view needs are not in it."""
    return Views(timeline(graph), atlas(graph), tuple(figures(graph)))
