"""The drawing as SVG, for print and for other programs: the same places, shapes and words, in the light colours, without a script."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, FunctionLoader
from pyvis.network import Network

from kg.graph.exports.flat import for_xml
from kg.page.label import Box, box
from kg.page.look import look, resource
from kg.page.outlines import Point, Room, arrow, curve, outline

__all__ = ["picture"]

_MARGIN = 30


def picture(network: Network, title: str = "") -> str:
    """A network of `kg.page.drawing.draw` as SVG; what belongs to a card has its number as `data-card`."""
    nodes = {node["id"]: _Node(node) for node in network.nodes}
    lines = [_line(edge, nodes) for edge in network.edges]
    environment = Environment(loader=FunctionLoader(lambda name: resource(f"templates/{name}")), autoescape=True, trim_blocks=True)
    return environment.get_template("picture.svg.j2").render(
        title=for_xml(title), view=_view(nodes), face=look()["text"]["face"], lines=lines,
        shapes=[node.shape() for node in nodes.values()], words=[node.words() for node in nodes.values()],
    )


class _Node:
    """A node as it is drawn."""

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

    def shape(self) -> dict[str, Any]:
        """Its outline with its colours."""
        node = self.node
        return {
            "card": node["card"], "path": outline(node["shape"], self.at, self.box, self.radius),
            "fill": self._shade(node["color"]["background"]), "line": self._shade(node["color"]["border"]),
            "width": node["borderWidth"], "dashes": _dashes(node["shapeProperties"]["borderDashes"]),
        }

    def _shade(self, colour: str) -> str:
        """A colour (#rrggbb), paler for what is background."""
        share = look()["faint"] if self.node["faint"] else 1.0
        return "#" + "".join(f"{round(int(colour[at:at + 2], 16) * share + 255 * (1 - share)):02x}" for at in (1, 3, 5))

    def words(self) -> dict[str, Any]:
        """Its label, inside or below."""
        rows = str(self.node["label"]).split("\n")
        top = self.at[1] - len(rows) * self.size * 0.6 if self.inside else self.at[1] + self.radius + 4
        return _words(self.node["card"], rows, self.at[0], top, self.size) | {"inside": self.inside}


def _line(edge: Mapping[str, Any], nodes: Mapping[str, _Node]) -> dict[str, Any]:
    start, end = nodes[edge["from"]], nodes[edge["to"]]
    points = curve(edge, (start.at, end.at), (start.room, end.room))
    (x, y), *others = points
    path = f"M{x:.1f} {y:.1f}" + ("Q" if len(others) == 2 else "L") + " ".join(f"{u:.1f} {v:.1f}" for u, v in others)
    rows, size = str(edge["label"]).split("\n"), edge["font"]["size"]
    across, down = _middle(points)
    colour = edge["color"]["color"]
    loud = look()["edges"][edge["paint"]].get("loud")
    words = _words(edge["id"], rows, across, down - len(rows) * size * 0.6, size) | {"colour": colour if loud else ""}
    return {
        "card": edge["id"], "path": path, "arrow": arrow(points), "colour": colour, "width": edge["width"],
        "dashes": _dashes(edge["dashes"]), "words": words,
    }


def _middle(points: tuple[Point, ...]) -> Point:
    weights = (0.25, 0.5, 0.25) if len(points) == 3 else (0.5, 0.5)
    return sum(weight * x for weight, (x, _) in zip(weights, points, strict=True)), sum(
        weight * y for weight, (_, y) in zip(weights, points, strict=True)
    )


def _words(card: str, rows: list[str], x: float, top: float, size: float) -> dict[str, Any]:
    placed = [(f"{x:.1f}", f"{top + (number + 0.85) * size * 1.2:.1f}", for_xml(row)) for number, row in enumerate(rows) if row]
    return {"card": card, "rows": placed, "size": size}


def _dashes(dashes: object) -> str:
    return " ".join(map(str, dashes)) if isinstance(dashes, list) else ""


def _view(nodes: Mapping[str, _Node]) -> tuple[int, int, int, int]:
    """The corner and the size of the picture."""
    places = [(node.at[0], node.at[1], node.box) for node in nodes.values()] or [(0.0, 0.0, Box(100, 50, 50))]
    left, right = min(x - box.half for x, _, box in places), max(x + box.half for x, _, box in places)
    top, bottom = min(y - box.up for _, y, box in places), max(y + box.down for _, y, box in places)
    return round(left) - _MARGIN, round(top) - _MARGIN, round(right - left) + 2 * _MARGIN, round(bottom - top) + 2 * _MARGIN
