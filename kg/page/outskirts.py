"""Places for the nodes of a large graph that lie beyond its centre: in rings around it, near to what they are joined to, without trying."""

from collections import deque
from collections.abc import Mapping
from math import atan2, cos, floor, pi, sin, sqrt

import networkx as nx

from kg.page.label import Box

__all__ = ["outskirts"]

Point = tuple[float, float]

_GAP = 14  # pixels kept free between two nodes


def outskirts(graph: nx.MultiDiGraph, points: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Places for all nodes that have no point yet; those fewer steps away from the centre lie further in, and nothing overlaps.

    A ring is a circle of cells as wide and as tall as the largest of the nodes on them, so that no two can meet; its cost is linear.
    """
    anchors = _anchors(graph, points)
    far = sorted(anchors, key=lambda node: (anchors[node][0], anchors[node][1], node))
    across = 2 * max((boxes[node].half for node in far), default=1) + _GAP
    down = 2 * max((max(boxes[node].up, boxes[node].down) for node in far), default=1) + _GAP
    # In cells instead of pixels: two points that are the square root of two apart are a whole cell apart, across or down.
    radius = max((sqrt((abs(x) / across + 1) ** 2 + (abs(y) / down + 1) ** 2) for x, y in points.values()), default=0.0)
    radius += max((boxes[node].half for node in points), default=0) / across
    found: dict[str, tuple[int, int]] = {}
    while far:
        radius += sqrt(2)
        count = min(len(far), floor(pi / _half_angle(radius)))
        ring, far = far[:count], far[count:]
        for place, node in enumerate(sorted(ring, key=lambda node: (anchors[node][1], node))):
            angle = 2 * pi * place / count - pi
            found[node] = round(radius * cos(angle) * across), round(radius * sin(angle) * down)
    return found


def _half_angle(radius: float) -> float:
    """Half the angle between two neighbours on a ring, so that the way between them is no less than the square root of two."""
    return float(atan2(sqrt(0.5), sqrt(max(radius**2 - 0.5, 0.25))))


def _anchors(graph: nx.MultiDiGraph, points: Mapping[str, Point]) -> dict[str, tuple[int, float]]:
    """For each other node how many steps it is from the centre, and at which angle the nearest node of the centre lies."""
    steps = {node: (0, round(atan2(y, x), 6)) for node, (x, y) in points.items()}
    queue = deque(points)
    while queue:
        node = queue.popleft()
        for other in sorted({*graph.pred[node], *graph.succ[node]} - steps.keys()):
            steps[other] = (steps[node][0] + 1, steps[node][1])
            queue.append(other)
    last = max((step for step, _ in steps.values()), default=0) + 1
    return {node: steps.get(node, (last, 0.0)) for node in graph if node not in points}
