"""The drawing as SVG, for print and for other programs: the same places, shapes and words, in the light colours, without a script."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader, Template
from pyvis.network import Network

from kg.graph.exports.flat import for_xml
from kg.page.label import Box, box
from kg.page.look import look, resource
from kg.page.outlines import Point, Room, curve, outline

__all__ = ["picture"]

_MARGIN = 30
_LINE = 1.2  # from line to line, in font sizes


def picture(network: Network, title: str = "") -> str:
    """A network of `kg.page.drawing.draw` as SVG; what belongs to a card has its number as `data-card`."""
    nodes = {node["id"]: _Node(node) for node in network.nodes}
    return _template().render(
        title=for_xml(title), look=look(), view=_view(nodes), lines=[_line(edge, nodes) for edge in network.edges],
        nodes=[node.drawn() for node in nodes.values()],
    )


@cache
def _template() -> Template:
    loader = FunctionLoader(lambda name: resource(f"templates/{name}"))
    return Environment(loader=loader, autoescape=True, trim_blocks=True).get_template("picture.svg.j2")


class _Node:
    """A node and the room it takes."""

    def __init__(self, node: Mapping[str, Any]) -> None:
        self.node = node
        self.at: Point = (node["x"], node["y"])
        self.size = node["font"]["size"]
        self.radius = look()["options"]["nodes"]["size"]
        self.inside = node["shape"] in ("box", "ellipse")
        self.box: Box = box(node["label"], node["shape"], self.size)

    @property
    def room(self) -> Room:
        """What lines keep out of."""
        if self.inside:
            return self.box.half, self.box.up, self.node["shape"] == "box"
        return self.radius * 1.1, self.radius * 1.1, False

    def drawn(self) -> dict[str, Any]:
        """Its outline, and its label inside or below."""
        node, rows = self.node, str(self.node["label"]).split("\n")
        top = self.at[1] - len(rows) * self.size * _LINE / 2 if self.inside else self.at[1] + self.radius + 4
        kinds = ["node", node["paint"], *(["inside"] if self.inside else []), *(["main"] if node["main"] else [])]
        return {
            "card": node["card"], "kind": " ".join(kinds), "path": outline(node["shape"], self.at, self.box, self.radius),
            "pale": [self._pale(node["color"][part]) for part in ("background", "border")] if node["faint"] else (),
            "rows": list(_rows(rows, self.at[0], top, self.size)),
        }

    def _pale(self, colour: str) -> str:
        """A colour (#rrggbb) mixed into the paper, for what is background."""
        share = look()["faint"]
        return "#" + "".join(f"{round(int(colour[at:at + 2], 16) * share + 255 * (1 - share)):02x}" for at in (1, 3, 5))


def _line(edge: Mapping[str, Any], nodes: Mapping[str, _Node]) -> dict[str, Any]:
    start, end = nodes[edge["from"]], nodes[edge["to"]]
    points = curve(edge, (start.at, end.at), (start.room, end.room))
    (x, y), *others = points
    path = f"M{x:.0f} {y:.0f}" + ("Q" if len(others) == 2 else "L") + " ".join(f"{u:.0f} {v:.0f}" for u, v in others)
    rows, size = str(edge["label"]).split("\n"), edge["font"]["size"]
    across, down = _middle(points)
    told = list(_rows(rows, across, down - len(rows) * size * _LINE / 2, size))
    return {"card": edge["id"], "kind": edge["paint"], "path": path, "rows": told}


def _middle(points: tuple[Point, ...]) -> Point:
    """Where the label of a line stands: half the way along it."""
    weights = (0.25, 0.5, 0.25) if len(points) == 3 else (0.5, 0.5)
    across, down = (sum(weight * point[way] for weight, point in zip(weights, points, strict=True)) for way in (0, 1))
    return across, down


def _rows(rows: list[str], x: float, top: float, size: float) -> Iterator[tuple[str, str, str]]:
    for number, row in enumerate(rows):
        if row:
            yield f"{x:.0f}", f"{top + (number + 0.8) * size * _LINE:.0f}", for_xml(row)


def _view(nodes: Mapping[str, _Node]) -> tuple[int, int, int, int]:
    """The corner and the size of the picture."""
    places = [(node.at[0], node.at[1], node.box) for node in nodes.values()] or [(0.0, 0.0, Box(100, 50, 50))]
    left, right = min(x - box.half for x, _, box in places), max(x + box.half for x, _, box in places)
    top, bottom = min(y - box.up for _, y, box in places), max(y + box.down for _, y, box in places)
    return round(left) - _MARGIN, round(top) - _MARGIN, round(right - left) + 2 * _MARGIN, round(bottom - top) + 2 * _MARGIN
