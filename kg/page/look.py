"""How things look, and of what parts the page is made: `look.json` (each colour for light and for dark) and `parts.json`."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["joined", "look", "parts", "resource"]


def resource(name: str) -> str:
    """The text of a file that lies beside this module."""
    return files("kg.page").joinpath(name).read_text(encoding="utf-8")


@cache
def look() -> dict[str, Any]:
    """The content of `look.json`; shared, so not to be changed.

    >>> look()["families"]["place"]["shape"]
    'triangleDown'
    """
    loaded: dict[str, Any] = json.loads(resource("look.json"))
    return loaded


@cache
def parts() -> dict[str, list[str]]:
    """The files that make up the page, in the order in which they are joined; shared, so not to be changed."""
    loaded: dict[str, list[str]] = json.loads(resource("parts.json"))
    return loaded


@cache
def joined(folder: str) -> str:
    """The files of `scripts` or `styles`, one after another."""
    return "\n".join(resource(f"{folder}/{name}") for name in parts()[folder])
