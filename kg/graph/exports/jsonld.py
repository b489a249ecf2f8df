"""JSON-LD: all triples, the names of the ontology short by a context."""

import json
from collections.abc import Mapping
from itertools import groupby

import pyoxigraph as ox

from kg.graph.turtle import PREFIXES, shortened
from kg.ontology import Ontology
from kg.terms import RDF, XSD

__all__ = ["write"]


def write(store: ox.Store, ontology: Ontology) -> Mapping[str, str]:
    """`graph.jsonld`: a context of prefixes and a node for each subject, sorted; every triple of the store and no other."""
    context = {prefix: namespace for prefix, namespace in sorted(PREFIXES.items()) if prefix != "shared"}
    quads = sorted({ox.Quad(quad.subject, quad.predicate, quad.object) for quad in store}, key=str)
    nodes = [_node(str(getattr(subject, "value", subject)), list(found)) for subject, found in groupby(quads, lambda quad: quad.subject)]
    return {"graph.jsonld": json.dumps({"@context": context, "@graph": nodes}, ensure_ascii=False, indent=1) + "\n"}


def _node(subject: str, quads: list[ox.Quad]) -> dict[str, object]:
    node: dict[str, object] = {"@id": subject}
    for term, found in groupby(quads, lambda quad: quad.predicate.value):
        if term == RDF.type:
            node["@type"] = [_short(quad.object.value) for quad in found]  # type: ignore[union-attr]
        else:
            values = [_value(quad.object) for quad in found]
            node[_short(term)] = values[0] if len(values) == 1 else values
    return node


def _value(term: object) -> object:
    if isinstance(term, ox.NamedNode):
        return {"@id": _short(term.value)}
    if isinstance(term, ox.BlankNode):
        return {"@id": str(term)}
    assert isinstance(term, ox.Literal)
    if term.language:
        return {"@value": term.value, "@language": term.language}
    return term.value if term.datatype.value == XSD.string else {"@value": term.value, "@type": _short(term.datatype.value)}


def _short(iri: str) -> str:
    """A name with its prefix where a context makes it whole again; an IRI of the data stays whole."""
    found = shortened(iri)
    return found if found != iri and not found.startswith("shared:") and found.partition(":")[2] else iri
