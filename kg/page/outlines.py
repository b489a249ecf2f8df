"""The outlines of nodes and lines in SVG's path language, where vis-network draws them on its canvas."""

from collections.abc import Mapping
from math import atan2, cos, hypot, pi, sin
from typing import Any

from kg.page.label import Box

__all__ = ["Point", "Room", "curve", "outline"]

Point = tuple[float, float]
Room = tuple[float, float, bool]
"""Half of a node's width and height, and whether it has corners."""

_CORNERS: Mapping[str, tuple[Point, ...]] = {  # in the radius of the shape, y downwards
    "diamond": ((0, -1), (1, 0), (0, 1), (-1, 0)),
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "hexagon": tuple((cos(pi * turn / 3), sin(pi * turn / 3)) for turn in range(6)),
    "triangle": ((0, -1.03), (1.15, 0.95), (-1.15, 0.95)),
    "triangleDown": ((0, 1.03), (1.15, -0.95), (-1.15, -0.95)),
}


def outline(shape: str, at: Point, box: Box, radius: float) -> str:
    """The outline of a node: as wide as its `box` where the label stands inside, else of the `radius`."""
    x, y = at
    if shape == "box":
        return f"M{_n(x - box.half)} {_n(y - box.up)}h{2 * box.half}v{box.up + box.down}h{-2 * box.half}z"
    if shape == "ellipse":
        return _ellipse(x, y, box.half, box.up)
    if shape in _CORNERS:
        return "M" + "L".join(f"{_n(x + dx * radius)} {_n(y + dy * radius)}" for dx, dy in _CORNERS[shape]) + "z"
    return _ellipse(x, y, radius, radius)


def curve(edge: Mapping[str, Any], ends: tuple[Point, Point], rooms: tuple[Room, Room]) -> tuple[Point, ...]:
    """The points of a line from border to border of its ends: two, or three with the point that bends it."""
    start, end = ends
    smooth = edge.get("smooth")
    if not smooth:
        return _border(start, end, rooms[0]), _border(end, start, rooms[1])
    via = _via(start, end, smooth["roundness"] if smooth["type"] == "curvedCW" else -smooth["roundness"])
    return _border(start, via, rooms[0]), via, _border(end, via, rooms[1])


def _via(start: Point, end: Point, factor: float) -> Point:
    """The point towards which vis-network bends a line, clockwise for a positive factor."""
    across, down = end[0] - start[0], start[1] - end[1]
    far = hypot(across, down) * (abs(factor) * 0.5 + 0.5)
    angle = atan2(down, across) + (factor * 0.5 + 0.5) * pi
    return start[0] + far * sin(angle), start[1] + far * cos(angle)


def _border(centre: Point, towards: Point, room: Room) -> Point:
    """Where the way from a node's centre leaves it."""
    across, down = towards[0] - centre[0], towards[1] - centre[1]
    wide, high = across / room[0], down / room[1]
    scale = max(abs(wide), abs(high)) if room[2] else hypot(wide, high)
    return (centre[0] + across / scale, centre[1] + down / scale) if scale > 1 else centre


def _ellipse(x: float, y: float, across: float, down: float) -> str:
    return f"M{_n(x - across)} {_n(y)}a{_n(across)} {_n(down)} 0 1 0 {_n(2 * across)} 0a{_n(across)} {_n(down)} 0 1 0 {_n(-2 * across)} 0z"


def _n(value: float) -> str:
    """A number to a pixel, which is as fine as labels are measured."""
    return f"{value:.0f}"
