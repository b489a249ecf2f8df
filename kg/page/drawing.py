"""The graph as PyVis draws it: shapes, colours, lines and fixed positions for vis-network."""

from typing import Any

import networkx as nx
from pyvis.network import Network

from kg.page.centre import MOST
from kg.page.items import edge_label, looks
from kg.page.label import box, wrapped
from kg.page.layout import positions
from kg.page.look import look
from kg.page.nearness import background

__all__ = ["draw"]


def draw(graph: nx.MultiDiGraph) -> Network:
    """A PyVis network of a graph of `kg.graph.network.build`.

    No node or edge has a `title`, since vis-network would show it as HTML; nodes are filled in one by one, since PyVis' own import
    from NetworkX is quadratic and changes the graph. Nodes keep their IRIs; edges are numbered e0, e1 … in the order of the graph.
    """
    network = Network(directed=True)
    network.options = look()["options"]
    far = background(graph)
    drawn = {node: _node(data, node in far) for node, data in graph.nodes(data=True)}
    boxes = {node: box(options["label"], options["shape"], options["font"]["size"]) for node, options in drawn.items()}
    places = positions(graph, boxes)
    for number, (node, options) in enumerate(drawn.items()):
        x, y = places[node]
        room = {"room": [boxes[node].half, boxes[node].up, boxes[node].down]} if len(graph) > MOST else {}
        network.add_node(node, card=f"n{number}", x=x, y=y, **room, **options)
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        network.add_edge(source, target, id=f"e{number}", **_edge(data))
    _bend(network.edges)
    return network


def _node(data: dict[str, Any], far: bool) -> dict[str, Any]:
    """The options of a node; an event that is not told as having happened looks different and says so in words, background is paler."""
    style, text, main = look()["families"][data["family"]], look()["text"], look()["main"]
    kind = looks(data)
    unreal = kind == "unreal"
    colours = look()["unreal"] if unreal else style
    inside = style["shape"] in ("box", "ellipse")
    label = wrapped(data["label"], 24 if inside else 18, 4 if inside else 3) or "?"
    return {
        "label": f"{label}\n({data['realis'].lower()})" if unreal else label,
        "shape": style["shape"],
        "color": {"background": colours["fill"][0], "border": colours["line"][0]},
        "paint": kind,
        "faint": far,
        "main": data["main"],
        "borderWidth": main["width"] if data["main"] else 1.5,
        "font": {"size": main["size"] if data["main"] else text["size"], "face": text["face"]},
        "shapeProperties": {"borderDashes": colours.get("dashes", False)},
    }


def _edge(data: dict[str, Any]) -> dict[str, Any]:
    style, text = look()["edges"][data["kind"]], look()["text"]
    return {
        "label": wrapped(edge_label(data), 24, 2),
        "color": {"color": style["line"][0], "highlight": style["line"][0], "hover": style["line"][0]},
        "paint": data["kind"],
        "property": data.get("property", ""),
        "object": next(iter(data.get("objects", ())), ""),
        "width": style["width"],
        "dashes": style["dashes"],
        "font": {"size": text["edge"], "face": text["face"], "align": "middle"},
    }


def _bend(edges: list[dict[str, Any]]) -> None:
    """Bends edges that join the same two nodes, so that each is seen and can be clicked."""
    beside: dict[frozenset[str], list[dict[str, Any]]] = {}
    for edge in edges:
        beside.setdefault(frozenset((edge["from"], edge["to"])), []).append(edge)
    for group in beside.values():
        for number, edge in enumerate(group if len(group) > 1 else ()):
            away = number % 2 == (edge["from"] > edge["to"])
            bend = {"enabled": True, "type": "curvedCW" if away else "curvedCCW", "roundness": 0.12 + 0.14 * (number // 2)}
            edge["smooth"] = bend
