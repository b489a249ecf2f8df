"""The drawing without what the page's scripts know by themselves: colours, fonts and lines follow from a node's or an edge's `paint`."""

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["lean"]

_KNOWN = {"arrows", "color", "dashes", "font", "width"}
_USUAL = {"borderWidth": 1.5, "faint": False, "main": False, "shapeProperties": {"borderDashes": False}}


def lean(drawn: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Nodes or edges of a PyVis network of `kg.page.drawing.draw`; a large graph's page is a fifth smaller by it.

    >>> lean([{"id": "e0", "from": "a", "to": "b", "object": "b", "paint": "fact", "width": 2, "arrows": "to"}])
    [{'id': 'e0', 'from': 'a', 'to': 'b', 'paint': 'fact'}]
    """
    return [{name: value for name, value in one.items() if not _is_known(one, name)} for one in drawn]


def _is_known(one: Mapping[str, Any], name: str) -> bool:
    if name == "object":
        return bool(one["object"] == one["to"])
    return name in _KNOWN or (name in _USUAL and one[name] == _USUAL[name])
