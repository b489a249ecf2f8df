"""The one writer of RDF: a Reading as a graph that keeps to the contract, the same bytes for the same input."""

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import __version__
from kg.graph.corrections import write_corrections
from kg.graph.entities import write_entities, write_relations
from kg.graph.events import write_events
from kg.graph.evidence import write_evidence
from kg.graph.header import write_article, write_facts
from kg.graph.iris import Iris
from kg.graph.mentions import write_mentions, write_sentences, write_text, write_times
from kg.graph.pen import Pen, TextShare
from kg.graph.tolls import write_tolls
from kg.graph.turtle import PREFIXES, written
from kg.model import Reading
from kg.ontology import Ontology
from kg.terms import BASE

if TYPE_CHECKING:
    import rdflib

__all__ = ["to_rdflib", "to_store", "to_turtle"]


def to_store(
    reading: Reading, ontology: Ontology, *, base: str = BASE, evidence: bool = True, text: TextShare = "full", model: str = "",
) -> ox.Store:
    """The graph of a Reading in a store of its own (the default graph).

    `base` ends in a slash; `evidence=False` leaves out kg:Evidence; `text` says how much of the text is repeated: all, the sentences
    that something was read from, or none of either and no quotes; `model` is the language model's name and version, as in
    "en_core_web_md-3.8.0".
    """
    store = ox.Store()
    found = to_turtle(reading, ontology, base=base, evidence=evidence, text=text, model=model)
    store.load(found.encode(), format=ox.RdfFormat.TURTLE)
    return store


def to_turtle(
    reading: Reading, ontology: Ontology, *, base: str = BASE, evidence: bool = True, text: TextShare = "full", model: str = "",
) -> str:
    """The graph of a Reading as Turtle, sorted; arguments as for `to_store`."""
    pen = Pen(reading, ontology, Iris(reading, base), with_evidence=evidence, share=text)
    _write(pen, model)
    own = {part: f"{pen.iris.article}/{part}/" for part in ("entity", "event", "toll", "mention", "sentence", "evidence", "correction")}
    own |= {"article": base + "article/", "this": f"{pen.iris.article}#", "shared": base + "entity/"}
    return written(pen.triples.said, {**PREFIXES, **own})


def to_rdflib(graph: ox.Store | str) -> "rdflib.Graph":
    """A store, or Turtle, as an rdflib Graph over Oxigraph's store."""
    import rdflib  # only library users need it, and it is slow to import
    from oxrdflib import OxigraphStore

    if isinstance(graph, str):
        turtle_text, graph = graph, ox.Store()
        graph.load(turtle_text.encode(), format=ox.RdfFormat.TURTLE)
    found = rdflib.Graph(store=OxigraphStore(store=graph), identifier=rdflib.graph.DATASET_DEFAULT_GRAPH_ID)
    for prefix, namespace in PREFIXES.items():
        found.bind(prefix, namespace)
    return found


def _write(pen: Pen, model: str) -> None:
    write_article(pen)
    write_facts(pen, __version__, model)
    write_text(pen)
    write_mentions(pen)
    write_times(pen)
    write_entities(pen)
    write_relations(pen)
    write_events(pen)
    write_tolls(pen)
    write_evidence(pen)
    write_corrections(pen)
    write_sentences(pen)
