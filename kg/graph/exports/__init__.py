"""Graphs for other programs: a format is one file, and a writer turns a store into files by name.

>>> sorted(WRITERS)
['csv', 'gexf', 'graphml', 'jsonld']
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pyoxigraph as ox

from kg.graph.exports import csv_tables, gexf, graphml, jsonld
from kg.ontology import Ontology

__all__ = ["WRITERS", "Writer"]

Writer = Callable[[ox.Store, Ontology], Mapping[str, str]]
"""From the RDF of some articles to files: their names and what is in them, the same text for the same triples."""

WRITERS: Mapping[str, Writer] = MappingProxyType({
    "csv": csv_tables.write,
    "gexf": gexf.write,
    "graphml": graphml.write,
    "jsonld": jsonld.write,
})
