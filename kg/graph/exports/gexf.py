"""GEXF, the format of Gephi."""

from collections.abc import Mapping

import pyoxigraph as ox
from networkx.readwrite.gexf import GEXFWriter

from kg.graph.exports.flat import flat
from kg.ontology import Ontology

__all__ = ["write"]

_HEAD = "<?xml version='1.0' encoding='utf-8'?>\n"


def write(store: ox.Store, ontology: Ontology) -> Mapping[str, str]:
    """`graph.gexf`; its attributes are those of `kg.graph.exports.flat`."""
    writer = GEXFWriter(flat(store, ontology), encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)  # NetworkX asks the clock, and the same graph would be another file tomorrow
    return {"graph.gexf": f"{_HEAD}{writer}\n"}
