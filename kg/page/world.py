"""The outlines of countries, projected and cut to what a map shows."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import cos, radians
from operator import itemgetter

from kg.page.look import resource

__all__ = ["Country", "Frame", "countries", "frame", "inland"]

WIDTH, HEIGHT = 1000, 640  # of a map, in its own pixels
_LEAST = 7.0  # degrees of latitude that a map shows at least
_AROUND = 1.7  # how much more than the places a map shows
_BEYOND = (-WIDTH, -HEIGHT, 2 * WIDTH, 2 * HEIGHT)  # what is drawn, for those who zoom out or move the map
_ROWS = 20  # heights at which room for a country's name is looked for
_LETTER = 11  # pixels that a letter of such a name takes
Line = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a map shows: a middle, in degrees, and how many pixels a degree of latitude takes; one of longitude takes `squeeze` of that."""

    north: float
    east: float
    scale: float
    squeeze: float

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The point of a place (x to the right, y down), on the side of the world that is nearer to the middle."""
        across = (longitude - self.east + 180) % 360 - 180
        return WIDTH / 2 + across * self.squeeze * self.scale, HEIGHT / 2 + (self.north - latitude) * self.scale


@dataclass(frozen=True, slots=True)
class Country:
    """A country as it is drawn: `path` for SVG, and where its name stands (None where its largest land lies outside of the frame)."""

    code: str
    name: str
    path: str
    middle: tuple[int, int] | None


def frame(points: Iterable[tuple[float, float]]) -> Frame:
    """The frame around places (latitude, longitude), across the Pacific where that is the shorter way; distances are true in its middle."""
    places = sorted(points, key=lambda point: point[1])
    if not places:
        return Frame(0.0, 0.0, WIDTH / 360, 1.0)
    south, north = min(place[0] for place in places), max(place[0] for place in places)
    longitudes = [place[1] for place in places]
    gaps = [two - one for one, two in pairwise([*longitudes, longitudes[0] + 360])]
    widest = max(range(len(gaps)), key=lambda index: gaps[index])
    span, west = 360 - gaps[widest], longitudes[(widest + 1) % len(longitudes)]
    middle = (south + north) / 2
    squeeze = max(0.2, cos(radians(middle)))
    tall = max(_LEAST, (north - south) * _AROUND, span * _AROUND * squeeze * HEIGHT / WIDTH)
    return Frame(middle, (west + span / 2 + 180) % 360 - 180, max(HEIGHT / tall, WIDTH / 360 / squeeze), squeeze)


def countries(shown: Frame) -> list[Country]:
    """The countries in a frame and beyond its borders, by name."""
    lines, known = _outlines()
    found = []
    for code, name, rings in known:
        drawn = [line for line in (_projected(lines, ring, shown) for ring in rings) if len(line) > 3]
        if drawn:
            path = "".join(f"M{' '.join(f'{x},{y}' for x, y in line)}Z" for line in drawn)
            found.append(Country(code, name, path, _room(drawn, len(name))))
    return found


@cache
def inland() -> dict[str, tuple[float, float]]:
    """A point (latitude, longitude) well inside of each country, by its two letters; shared, so not to be changed."""
    arcs, known = _outlines()
    found = {}
    for code, _, rings in filter(itemgetter(0), known):
        line = _line(arcs, rings[0])
        south, north = min(point[1] for point in line), max(point[1] for point in line)
        _, east, latitude = _widest([line], [south + (north - south) * row / _ROWS for row in range(1, _ROWS)], (-540.0, 540.0))
        found[code] = (round(latitude, 2), round((east + 180) % 360 - 180, 2))
    return found


@cache
def _outlines() -> tuple[list[Line], list[tuple[str, str, list[list[int]]]]]:
    """The arcs of `outlines.json` in degrees east and north, and the countries that they make up."""
    data = json.loads(resource("outlines.json"))
    arcs: list[Line] = [list(zip(_degrees(arc[::2]), _degrees(arc[1::2]), strict=True)) for arc in data["arcs"]]
    return arcs, [(country["code"], country["name"], country["rings"]) for country in data["countries"]]


def _degrees(steps: Iterable[int]) -> Iterator[float]:
    return (hundredths / 100 for hundredths in accumulate(steps))


def _line(arcs: Sequence[Line], ring: Iterable[int]) -> Line:
    """The points of a ring; one that crosses the 180th meridian goes on beyond it."""
    found: list[tuple[float, float]] = []
    for east, north in (point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])):
        turns = round((found[-1][0] - east) / 360) if found else 0
        found.append((east + 360 * turns, north))
    return found


def _projected(arcs: Sequence[Line], ring: Iterable[int], shown: Frame) -> list[tuple[int, int]]:
    """A ring in pixels, on the side of the world nearer to the frame's middle, held within what is drawn; empty where it lies outside."""
    line = _line(arcs, ring)
    longitudes = [east for east, _ in line]
    turn = 360 * round((shown.east - (min(longitudes) + max(longitudes)) / 2) / 360)
    left, top, right, bottom = _BEYOND
    found: list[tuple[int, int]] = []
    for east, north in line:
        x = round(WIDTH / 2 + (east + turn - shown.east) * shown.squeeze * shown.scale)
        y = round(HEIGHT / 2 + (shown.north - north) * shown.scale)
        point = min(max(x, left), right), min(max(y, top), bottom)
        if len(found) > 1 and any(found[-2][way] == found[-1][way] == point[way] for way in (0, 1)):
            found.pop()  # in the midst of a straight line, as along the border of what is drawn
        if not found or found[-1] != point:
            found.append(point)
    across, down = ({point[way] for point in found} for way in (0, 1))
    return found if len(across) > 1 and len(down) > 1 else []


def _room(rings: Iterable[Line], letters: int) -> tuple[int, int] | None:
    """The middle of the widest row inside a country and the frame, where it holds so many letters."""
    rows = [HEIGHT * row / _ROWS for row in range(1, _ROWS)]
    width, x, y = _widest(rings, rows, (8.0, WIDTH - 8.0))
    return (round(x), round(y)) if width > letters * _LETTER else None


def _widest(rings: Iterable[Line], rows: Iterable[float], within: tuple[float, float]) -> tuple[float, float, float]:
    """How wide the widest row inside some rings is, and the point in its middle."""
    edges = [(one, two) for ring in rings for one, two in pairwise([*ring, ring[0]])]
    best = (0.0, 0.0, 0.0)
    for y in rows:
        cuts = sorted(a + (u - a) * (y - b) / (v - b) for (a, b), (u, v) in edges if (b <= y) != (v <= y))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            left, right = max(start, within[0]), min(end, within[1])
            best = max(best, (right - left, (left + right) / 2, y))
    return best
