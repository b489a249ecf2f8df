"""The page that people open: a graph drawn by PyVis, with the sentence behind every node and edge, in one file that needs no network."""

from pathlib import Path

import pyoxigraph as ox

from kg.graph.network import build
from kg.ontology import Ontology
from kg.page.html import IndexRow, render, render_index, row, snippet

__all__ = ["IndexRow", "render", "render_index", "row", "snippet", "write"]


def write(source: ox.Store | Path, path: Path, ontology: Ontology | None = None) -> None:
    """Writes the page of a store, or of a Turtle file, to `path` (UTF-8): whole, or not at all.

    Raises OSError where a file can't be read or written and SyntaxError where the source is not Turtle.
    """
    if isinstance(source, Path):
        store = ox.Store()
        store.load(path=str(source), format=ox.RdfFormat.TURTLE)
        source = store
    part = path.with_name(path.name + ".part")
    part.write_bytes(render(build(source, ontology)).encode())
    part.replace(path)
