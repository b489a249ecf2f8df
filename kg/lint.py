"""Whether ontology files keep to the vocabulary: every term declared, and the shapes of `ontology/lint.ttl` kept."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.facts import OntologyError
from kg.ontology import folder
from kg.terms import BASE, KGX, OWL, RDF, RDFS, SKOS, local

if TYPE_CHECKING:
    import rdflib

__all__ = ["lint", "undeclared"]

_OURS = "https://w3id.org/dateline/"
_SCHEMA = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
_SHAPES = ("lint.ttl", "shapes.ttl")
Quads = list[ox.Quad]


def lint(folders: Iterable[Path] = ()) -> list[str]:
    """What is wrong with our ontology and the user's folders, a line a fault; empty where all is well.

    Raises OntologyError where a file is missing or not Turtle.
    """
    files = [path for where in (folder(), *folders) for path in sorted(where.rglob("*.ttl") if where.is_dir() else [where])]
    parsed = {path: _parse(path) for path in files}
    return [*undeclared(parsed), *_shapes({path: quads for path, quads in parsed.items() if path.name not in _SHAPES})]


def undeclared(parsed: dict[Path, Quads]) -> list[str]:
    """Terms that are used but nowhere declared, in our namespaces, in those that a file declares classes or properties in, and in W3C's."""
    quads = [quad for found in parsed.values() for quad in found]
    declared = {quad.subject.value for quad in quads if quad.predicate.value == RDF.type and isinstance(quad.subject, ox.NamedNode)}
    schema = {OWL[name] for name in _SCHEMA}
    own = {_namespace(quad.subject.value) for quad in quads if _value(quad.object) in schema and isinstance(quad.subject, ox.NamedNode)}
    annotated = {_value(quad.subject) for quad in quads if quad.predicate.value.startswith(KGX.iri)}
    known = declared | _standard()
    checked = (_OURS, *sorted(own), *(terms.iri for terms in (RDF, RDFS, OWL, SKOS)))
    return [
        f"{_shown(path)}: '{_short(term)}' is not declared anywhere{_hint(term, known)}"
        for path, found in parsed.items()
        for term in sorted({term for quad in found for term in _terms(quad)})
        if term not in known and (term.startswith(checked) or term in annotated) and not _is_ontology(term)
    ]


def _shapes(parsed: dict[Path, Quads]) -> list[str]:
    """What pySHACL finds against `lint.ttl`, a line a result."""
    rules = folder() / "lint.ttl"
    if not rules.is_file():
        return []
    import rdflib  # pySHACL takes a second to import, and only the check needs it
    from pyshacl import validate

    from kg.graph.rdf import to_rdflib

    # Both graphs lie in Oxigraph: rdflib's own parser gives a plain string no datatype, and sh:in would find it another string.
    data, shapes = to_rdflib(_store(parsed.values())), to_rdflib(_store([_parse(rules)]))
    _, report, _ = validate(data, shacl_graph=shapes, advanced=True)
    if not isinstance(report, rdflib.Graph):
        raise OntologyError(f"{rules}: cannot be used as shapes")
    return sorted(_results(report))


def _results(report: "rdflib.Graph") -> Iterator[str]:
    from rdflib.namespace import SH

    for result in report.subjects(predicate=SH.focusNode):
        focus = str(report.value(result, SH.focusNode))
        message = str(report.value(result, SH.resultMessage))
        value = report.value(result, SH.value)
        yield f"{_short(focus)}: {message}" + (f" ('{value}')" if value is not None else "")


def _store(parts: Iterable[Quads]) -> ox.Store:
    store = ox.Store()
    for quads in parts:
        store.extend(quads)
    return store


def _parse(path: Path) -> Quads:
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE))
    except OSError as problem:
        raise OntologyError(f"{path}: no such ontology folder or file") from problem
    except SyntaxError as problem:
        raise OntologyError(f"{path}: not Turtle ({problem})") from problem


def _terms(quad: ox.Quad) -> Iterator[str]:
    """The IRIs that a statement uses, the datatype of a literal among them."""
    for node in (quad.subject, quad.predicate, quad.object):
        if isinstance(node, ox.NamedNode):
            yield node.value
        elif isinstance(node, ox.Literal):
            yield node.datatype.value


def _is_ontology(term: str) -> bool:
    """Whether an IRI of ours names a document or a version, not a term."""
    return term.startswith(_OURS) and "#" not in term and not term.startswith(BASE)


def _standard() -> frozenset[str]:
    """The terms of RDF, RDFS, OWL and SKOS."""
    from rdflib import namespace

    return frozenset(str(term) for space in (namespace.RDF, namespace.RDFS, namespace.OWL, namespace.SKOS) for term in dir(space))


def _hint(term: str, known: frozenset[str] | set[str]) -> str:
    near = get_close_matches(term, sorted(other for other in known if _namespace(other) == _namespace(term)), n=1, cutoff=0.8)
    return f"; did you mean '{_short(near[0])}'?" if near else ""


def _shown(path: Path) -> str:
    """A path as short as it can be told from here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _value(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _namespace(iri: str) -> str:
    return iri[: len(iri) - len(local(iri))]


def _short(iri: str) -> str:
    return f"{'kgx' if iri.startswith(KGX.iri) else 'kg'}:{local(iri)}" if iri.startswith(_OURS) and "#" in iri else iri
