"""What is read of a graph for the reliability table."""

import pyoxigraph as ox
import pytest

from kg.terms import KG, RDF
from tests.benchmarks.judged import Judged, evidence, sure_of, tells

GRAPH = """
@prefix : <urn:x:> . @prefix kg: <https://w3id.org/dateline/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix gaf: <http://groundedannotationframework.org/gaf#> .
:one a kg:Evidence ; rdf:subject :raid ; rdf:predicate rdf:type ; rdf:object kg:Attack ; kg:confidence 0.75 ; kg:rule :word ;
    gaf:denotedBy :m .
:two a kg:Evidence ; rdf:subject :raid ; rdf:predicate kg:toll ; rdf:object :dead ; kg:confidence 0.9 ; kg:rule :path .
"""


@pytest.fixture(scope="module")
def store() -> ox.Store:
    store = ox.Store()
    store.load(GRAPH.encode(), format=ox.RdfFormat.TURTLE)
    return store


def test_evidence(store: ox.Store) -> None:
    word, path = evidence(store)
    assert (word.predicate, word.object, word.confidence) == (RDF.type, ox.NamedNode(KG.Attack), 0.75)
    assert word.mentions == {ox.NamedNode("urn:x:m")}
    assert [tells(one, ox.NamedNode("urn:x:raid")) for one in (word, path)] == [True, False]
    assert [tells(one, ox.NamedNode("urn:x:dead")) for one in (word, path)] == [False, True]


def test_the_surest_evidence_counts(store: ox.Store) -> None:
    assert list(sure_of(evidence(store), True)) == [Judged(0.9, "urn:x:path", True)]
    assert list(sure_of([], True)) == []
