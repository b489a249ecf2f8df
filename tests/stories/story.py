"""A story and its files: the article, what a careful reader learns from it, and how far the extractor falls short of that."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from kg.articles import read_path
from kg.graph.rdf import to_turtle
from kg.model import Article, Reading
from kg.ontology import Ontology, folder

__all__ = ["FOLDER", "STORIES", "Story", "Triple", "facts", "nameless"]

FOLDER = Path(__file__).parent
ONTOLOGY = "https://w3id.org/dateline/ontology"  # the named graph in which projection.rq looks for it

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True)
class Story:
    """A story by its name; `golden`, `missed` and `excess` are graphs whose nodes are IRIs in the story's `namespace`."""

    name: str

    @property
    def namespace(self) -> str:
        """What the IRIs of the story's nodes begin with."""
        return f"https://w3id.org/dateline/stories/{self.name}#"

    @property
    def article(self) -> Article:
        """The article as `kg build` would read it."""
        ((_, article),) = read_path(FOLDER / f"{self.name}.txt")
        assert isinstance(article, Article), article
        return article

    def graph(self, kind: str = "") -> rdflib.Graph:
        """The golden graph, or that of `kind` "missed" or "excess"."""
        return rdflib.Graph().parse(self.path(kind))

    def path(self, kind: str = "") -> Path:
        """The file of a graph; the golden one has no kind."""
        return FOLDER / ".".join(filter(None, (self.name, kind, "ttl")))


STORIES = tuple(Story(path.stem) for path in sorted(FOLDER.glob("*.txt")))


def facts(reading: Reading, ontology: Ontology) -> rdflib.Graph:
    """What projection.rq leaves of the graph of an article."""
    store = _ontology_store()
    store.load(to_turtle(reading, ontology, evidence=False).encode(), format=ox.RdfFormat.TURTLE)
    found = store.query((FOLDER / "projection.rq").read_text(encoding="utf-8"))
    assert isinstance(found, ox.QueryTriples)
    triples = ox.serialize(found, format=ox.RdfFormat.N_TRIPLES)
    assert triples is not None
    return rdflib.Graph().parse(data=triples, format="nt")


def nameless(triples: Iterable[Triple]) -> rdflib.Graph:
    """The same graph with blank nodes for all its subjects, so that only what is said of them counts."""
    triples = list(triples)
    nodes = {subject: rdflib.BNode() for subject in {subject for subject, _, _ in triples}}
    graph = rdflib.Graph()
    for subject, predicate, value in triples:
        graph.add((nodes[subject], predicate, nodes.get(value, value)))
    return graph


def _ontology_store() -> ox.Store:
    store = ox.Store()
    store.load(_ontology_text(), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(ONTOLOGY))
    return store


@cache
def _ontology_text() -> bytes:
    """The classes of the ontology, and what they lie below."""
    store = ox.Store()
    for path in (folder() / "core.ttl", *sorted((folder() / "events").glob("*.ttl"))):
        store.load(path=str(path), format=ox.RdfFormat.TURTLE)
    below = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
    lines = [quad.triple for quad in store.quads_for_pattern(None, below, None, None)]
    text = ox.serialize(lines, format=ox.RdfFormat.N_TRIPLES)
    assert text is not None
    return text
