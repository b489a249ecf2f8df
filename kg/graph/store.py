"""Turtle files in one store to be asked: with the ontology's vocabulary beside them, super-properties written out, one label a node."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.ontology import Ontology, folder, load
from kg.terms import BASE, OWL, RDF, RDFS, SKOS

__all__ = ["QueryError", "open_store", "union"]

_SHARED = BASE + "entity/"


class QueryError(ValueError):
    """A query that is not SPARQL, or a file that is missing or not Turtle; the message is one line."""


def open_store(paths: Iterable[Path], ontology_dirs: Iterable[Path] = ()) -> ox.Store:
    """The graphs of some Turtle files in one store with the vocabulary, the super-properties and one label a node.

    Raises QueryError where a file is missing or not Turtle, OntologyError where the user's ontology is.
    """
    folders = tuple(ontology_dirs)
    ontology = load(folders)
    store = union(paths, ontology)
    _add_super_properties(store, ontology)
    store.extend(_vocabulary(folders))
    return store


def union(paths: Iterable[Path], ontology: Ontology) -> ox.Store:
    """The triples of some Turtle files (or folders of them) in one store, one label a node, and nothing added.

    Raises QueryError where a file is missing or not Turtle.
    """
    store = ox.Store()
    for path in _files(paths):
        _load(store, path)
    _keep_one_label(store, ontology)
    return store


def _files(paths: Iterable[Path]) -> list[Path]:
    found = [file for path in paths for file in (sorted(path.rglob("*.ttl")) if path.is_dir() else [path])]
    if not found:
        raise QueryError("no graph to ask: give the Turtle files that kg build wrote, as output/*.ttl")
    return found


def _load(store: ox.Store, path: Path) -> None:
    try:
        store.load(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    except OSError as problem:
        raise QueryError(f"{path}: {'cannot be read' if path.exists() else 'no such file'}") from problem
    except (SyntaxError, ValueError) as problem:
        raise QueryError(f"{path}: not Turtle ({' '.join(str(problem).split())})") from problem


def _add_super_properties(store: ox.Store, ontology: Ontology) -> None:
    rows = store.query("SELECT DISTINCT ?property { ?subject ?property ?object }")
    assert isinstance(rows, ox.QuerySolutions)
    for term in [row[0] for row in rows]:
        assert isinstance(term, ox.NamedNode)
        above = [ox.NamedNode(iri) for iri in sorted(ontology.ancestors(term.value) - {term.value})]
        if above:
            told = list(store.quads_for_pattern(None, term, None))
            store.extend(ox.Quad(quad.subject, parent, quad.object) for quad in told for parent in above)


def _keep_one_label(store: ox.Store, ontology: Ontology) -> None:
    """A node that several articles call differently keeps one label: the ontology's, else the longest; the others become altLabels."""
    label, alternative = ox.NamedNode(RDFS.label), ox.NamedNode(SKOS.altLabel)
    found: dict[ox.NamedNode, list[ox.Quad]] = {}
    for quad in store.quads_for_pattern(None, label, None):
        if isinstance(quad.subject, ox.NamedNode):
            found.setdefault(quad.subject, []).append(quad)
    for subject, quads in found.items():
        known = ontology.facts.text(subject.value, RDFS.label)
        quads.sort(key=lambda quad: (quad.object.value != known, -len(quad.object.value), quad.object.value))  # type: ignore[union-attr]
        for quad in quads[1:]:
            store.remove(quad)
            store.add(ox.Quad(subject, alternative, quad.object))


@lru_cache(maxsize=4)
def _vocabulary(folders: tuple[Path, ...]) -> tuple[ox.Quad, ...]:
    """What our ontology and the user's folders say about terms."""
    files = [path for where in (folder(), *folders) for path in (sorted(where.rglob("*.ttl")) if where.is_dir() else [where])]
    parsed = (ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE) for path in files)
    return tuple(quad for quads in parsed for quad in quads if _is_vocabulary(quad))


def _is_vocabulary(quad: ox.Quad) -> bool:
    """Whether a statement of the ontology is about its terms: not the words, the examples or the known names, which no article tells."""
    subject, term = quad.subject, quad.predicate.value
    if not isinstance(subject, ox.NamedNode) or subject.value.startswith(_SHARED) or isinstance(quad.object, ox.BlankNode):
        return False
    return term == RDF.type or term.startswith((RDFS.iri, OWL.iri, SKOS.iri))
