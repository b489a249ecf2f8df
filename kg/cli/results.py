"""The files of a build: a Turtle file and a page for each article, and the list of the pages."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from kg.cli.files import write
from kg.graph.network import build
from kg.graph.pen import TextShare
from kg.graph.rdf import to_turtle
from kg.model import Reading
from kg.ontology import Ontology
from kg.page import IndexRow, render, render_index, row

__all__ = ["Results"]


@dataclass
class Results:
    """Where the files go and what is in them; the options are those of `to_turtle`."""

    folder: Path
    ontology: Ontology
    pages: bool
    base: str
    text: TextShare
    evidence: bool
    model: str
    index: list[IndexRow] = field(default_factory=list)

    def put(self, name: str, reading: Reading) -> None:
        """Write the Turtle of a reading and, where wanted, its page.

        Raises OSError where a file cannot be written.
        """
        turtle = to_turtle(reading, self.ontology, base=self.base, evidence=self.evidence, text=self.text, model=self.model)
        write(self.folder / f"{name}.ttl", turtle)
        if self.pages:
            store = ox.Store()
            store.load(turtle.encode(), format=ox.RdfFormat.TURTLE)  # what is drawn is what is in the file
            graph = build(store, self.ontology)
            write(self.folder / f"{name}.html", render(graph))
            self.index.append(row(graph, quote(f"{name}.html")))

    def finish(self) -> None:
        """Write the list of the pages where there are several."""
        if len(self.index) > 1:
            write(self.folder / "index.html", render_index(self.index))
