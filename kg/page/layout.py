"""Where nodes are drawn: the main event in the centre, what belongs to it around, background further out, nothing on top of another."""

import heapq
from collections.abc import Mapping
from itertools import count
from math import cos, pi, sin, sqrt

import networkx as nx

from kg.page.centre import MOST, central
from kg.page.label import Box
from kg.page.outskirts import outskirts
from kg.page.stress import eased

__all__ = ["overlaps", "positions"]

Point = tuple[float, float]

_RING = 210  # pixels from ring to ring
_FAR = 1.2  # rings between neighbours that mere background joins; others are one ring apart
_FLAT = 1.5  # screens are wide and so are labels
_GAP = 14  # pixels kept free between two nodes
_STEP = 95  # pixels wanted between neighbours, besides their own size
_MANY = 150  # nodes above which the fan is good enough, since evening it out costs their square


def positions(graph: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """The place of each node's centre on the canvas (x to the right, y down), the same for the same graph.

    Of a graph of more than `kg.page.centre.MOST` nodes those are placed with care, and the others in rings around them.
    """
    if len(graph) > MOST:
        near = _positions(graph.subgraph(central(graph)), boxes)
        return near | outskirts(graph, near, boxes)
    return _positions(graph, boxes)


def _positions(graph: nx.MultiDiGraph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    joined = [node for node in graph if graph.degree(node)]
    alone = [node for node in graph if not graph.degree(node)]
    rings, children = _trees(graph, joined)
    points = _fan(rings, children, boxes)
    if 2 < len(points) <= _MANY:
        points = _evened(graph, points, boxes, children[None])
    spread = _spread(points, boxes)
    return {node: (round(x), round(y)) for node, (x, y) in (spread | _rows(spread, alone, boxes)).items()}


def _trees(graph: nx.MultiDiGraph, nodes: list[str]) -> tuple[dict[str, float], dict[str | None, list[str]]]:
    """Each node's ring and each node's children, by the nearest way to a root; None has the roots of the parts as its children."""
    data = graph.nodes
    ranked = sorted(nodes, key=lambda node: (not data[node]["main"], data[node]["family"] != "event", -graph.degree(node), node))
    rings: dict[str, float] = {}
    children: dict[str | None, list[str]] = {None: []}
    for root in ranked:
        if root in rings:
            continue
        order = count()
        queue: list[tuple[float, int, str, str | None]] = [(2 if rings else 0, next(order), root, None)]
        while queue:
            ring, _, node, parent = heapq.heappop(queue)
            if node in rings:
                continue
            rings[node] = ring
            children.setdefault(parent, []).append(node)
            for other, step in _neighbours(graph, node):
                heapq.heappush(queue, (ring + step, next(order), other, node))
    return rings, children


def _neighbours(graph: nx.MultiDiGraph, node: str) -> list[tuple[str, float]]:
    """The nodes beside one, those of a family together, with the rings between."""
    steps: dict[str, float] = {}
    for source, target, kind in [*graph.out_edges(node, data="kind"), *graph.in_edges(node, data="kind")]:
        other = target if source == node else source
        steps[other] = min(steps.get(other, _FAR), _FAR if kind == "relation" else 1)
    return sorted(steps.items(), key=lambda item: (graph.nodes[item[0]]["family"], item[0]))


def _fan(rings: Mapping[str, float], children: Mapping[str | None, list[str]], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Points on the rings, each branch of a tree in a slice of its own, as wide as its leaves are tall."""
    if not rings:
        return {}
    weights: dict[str | None, float] = {}
    for node in sorted(rings, key=lambda node: (-rings[node], node)):
        box = boxes[node]
        weights[node] = max(sqrt(box.half * (box.up + box.down)), sum(weights[child] for child in children.get(node, ())))
    points: dict[str, Point] = {}
    centre, *others = children[None]
    points[centre] = (0.0, 0.0)
    branches = [*children.get(centre, ()), *others]
    slices = [(branches, -pi / 2, 1.5 * pi)]
    while slices:
        nodes, start, end = slices.pop()
        whole = sum(weights[node] for node in nodes) or 1
        for node in nodes:
            stop = start + (end - start) * weights[node] / whole if node is not nodes[-1] else end
            angle, radius = (start + stop) / 2, rings[node] * _RING
            points[node] = (_FLAT * radius * cos(angle), radius * sin(angle))
            slices.append((children.get(node, []), start, stop))
            whole, start = whole - weights[node], stop
    return points


def _evened(graph: nx.MultiDiGraph, points: Mapping[str, Point], boxes: Mapping[str, Box], roots: list[str]) -> dict[str, Point]:
    """The fan with its distances made even, parts that nothing joins held at a distance from the centre."""
    ways = nx.Graph()
    for node in points:
        for other, step in _neighbours(graph, node):
            ways.add_edge(node, other, weight=step * _STEP + (boxes[node].half + boxes[other].half) / _FLAT)
    ways.add_weighted_edges_from((roots[0], root, 2.5 * _STEP) for root in roots[1:])
    lengths = dict(nx.all_pairs_dijkstra_path_length(ways))
    round_points = {node: (x / _FLAT, y) for node, (x, y) in points.items()}
    return {node: (x * _FLAT, y) for node, (x, y) in _turned(eased(round_points, lengths, roots[0])).items()}


def _turned(points: Mapping[str, Point]) -> dict[str, Point]:
    """Points turned around the origin so that they need the least room up or across."""
    def turn(angle: float) -> dict[str, Point]:
        return {node: (x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)) for node, (x, y) in points.items()}

    def room(turned: dict[str, Point]) -> int:
        across, down = [x for x, _ in turned.values()], [y for _, y in turned.values()]
        return round(max(max(across) - min(across), max(down) - min(down)))

    return min((turn(pi * step / 12) for step in range(12)), key=room)


def overlaps(points: Mapping[str, tuple[float, float]], boxes: Mapping[str, Box], gap: float = 0) -> list[tuple[str, str, float, float]]:
    """The pairs of nodes that are nearer than `gap`, and by how much across and down."""
    nodes = sorted(points, key=lambda node: (points[node][0] - boxes[node].half, node))
    found = []
    for index, one in enumerate(nodes):
        x, y = points[one]
        right = x + boxes[one].half + gap
        for other in nodes[index + 1:]:
            left = points[other][0] - boxes[other].half
            if left >= right:
                break
            top = max(y - boxes[one].up, points[other][1] - boxes[other].up)
            bottom = min(y + boxes[one].down, points[other][1] + boxes[other].down)
            if top < bottom + gap:
                across = min(right, points[other][0] + boxes[other].half + gap) - left
                found.append((one, other, across, bottom + gap - top))
    return found


def _spread(points: dict[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Pushes apart what overlaps, the shorter way; what is still too near after many pushes gets more room all around."""
    moved = _roomy(points, boxes) if len(points) > _MANY else dict(points)
    patience = max(4, 4000 // (len(points) + 1))
    for turn in count(1):
        near = overlaps(moved, boxes, _GAP)
        if not near:
            return moved
        if turn % patience == 0:
            moved = {node: (x * 1.15, y * 1.15) for node, (x, y) in moved.items()}
            continue
        for one, other, across, down in near:
            (x, y), (u, v) = moved[one], moved[other]
            if across < down:
                push = (across / 2 + 0.5) * (1 if u >= x else -1)
                moved[one], moved[other] = (x - push, y), (u + push, v)
            else:
                push = (down / 2 + 0.5) * (1 if v >= y else -1)
                moved[one], moved[other] = (x, y - push), (u, v + push)
    return moved


def _roomy(points: Mapping[str, Point], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Points drawn out so that all nodes together take at most a third of the room: quicker for many than to push each."""
    needed = 3.0 * sum((2 * boxes[node].half + _GAP) * (boxes[node].up + boxes[node].down + _GAP) for node in points)
    across, down = (2 * max(abs(point[way]) for point in points.values()) + 1 for way in (0, 1))
    factor = max(1.0, sqrt(needed / (across * down)))
    return {node: (x * factor, y * factor) for node, (x, y) in points.items()}


def _rows(points: Mapping[str, Point], alone: list[str], boxes: Mapping[str, Box]) -> dict[str, Point]:
    """Places for nodes that nothing joins: in rows below the others."""
    left = min((x - boxes[node].half for node, (x, _) in points.items()), default=-400.0)
    right = max((x + boxes[node].half for node, (x, _) in points.items()), default=400.0)
    top = max((y + boxes[node].down for node, (_, y) in points.items()), default=-60.0) + 60
    found: dict[str, Point] = {}
    x, tall = left, 0
    for node in alone:
        box = boxes[node]
        if x + 2 * box.half > right and x > left:
            x, top, tall = left, top + tall + _GAP, 0
        found[node] = (x + box.half, top + box.up)
        x, tall = x + 2 * box.half + _GAP, max(tall, box.up + box.down)
    return found
