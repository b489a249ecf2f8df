"""How things look: the palette, shapes and lines of `look.json`, each colour given for light and for dark."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["look", "resource"]


def resource(name: str) -> str:
    """The text of a file that lies beside this module."""
    return (files("kg.page") / name).read_text(encoding="utf-8")


@cache
def look() -> dict[str, Any]:
    """The content of `look.json`; shared, so not to be changed.

    >>> look()["families"]["place"]["shape"]
    'triangleDown'
    """
    loaded: dict[str, Any] = json.loads(resource("look.json"))
    return loaded
