"""GraphML, for Gephi, yEd, Cytoscape and igraph."""

from collections.abc import Mapping

import pyoxigraph as ox
from networkx.readwrite.graphml import GraphMLWriter

from kg.graph.exports.flat import flat
from kg.ontology import Ontology

__all__ = ["write"]

_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"


def write(store: ox.Store, ontology: Ontology) -> Mapping[str, str]:
    """`graph.graphml`; its attributes are those of `kg.graph.exports.flat`."""
    # This writer by name: NetworkX would take another where lxml is installed, with other bytes.
    return {"graph.graphml": f"{_HEAD}{GraphMLWriter(flat(store, ontology), encoding='utf-8', prettyprint=True)}\n"}
