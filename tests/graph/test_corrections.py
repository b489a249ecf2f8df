"""Corrections in the graph: evidence of their own, that keeps to the shapes."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.corrections import apply
from kg.graph.query import run
from kg.graph.rdf import to_rdflib, to_turtle
from kg.graph.ready import ready_queries
from kg.terms import KG
from tests.corrections.examples import NO_PERPETRATOR
from tests.corrections.test_applying import CORRECTIONS
from tests.graph.examples import bridge_reading, small_ontology
from tests.graph.test_shapes import results, shapes

WHOSE = """SELECT ?who ?when ?factuality { ?evidence a kg:Evidence ; kg:rule ?correction ; kg:factuality ?factuality ; dcterms:date ?when ;
    rdf:predicate kg:perpetrator ; rdf:subject ?event ; rdf:object ?entity ; prov:wasAttributedTo/rdfs:label ?who .
    ?correction a kg:Rejection . FILTER NOT EXISTS { ?event kg:perpetrator ?entity } }"""


def test_a_rejection_is_evidence_of_its_own() -> None:
    turtle = to_turtle(apply(bridge_reading(), [NO_PERPETRATOR], small_ontology()), small_ontology())
    [row] = to_rdflib(turtle).query(WHOSE)
    assert [str(value) for value in row] == ["Ana Reis", "2017-09-20", KG.Rejected]


def test_what_was_rejected_is_no_fact_to_those_who_ask(tmp_path: Path) -> None:
    turtle = to_turtle(apply(bridge_reading(), CORRECTIONS, small_ontology()), small_ontology())
    (tmp_path / "bridge.ttl").write_text(turtle, encoding="utf-8")
    [query] = [ready.text for ready in ready_queries() if ready.name == "every-fact"]
    told = {tuple("" if term is None else term.value for term in row[:3]) for row in run(query, [tmp_path / "bridge.ttl"]).rows}  # type: ignore[union-attr]
    assert not [fact for fact in told if fact[1] == "perpetrator"]
    assert [fact for fact in told if fact[1] == "claimed by"]


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("text", ["full", "none"])
def test_a_corrected_graph_keeps_to_the_shapes(evidence: bool, text: str) -> None:
    reading = apply(bridge_reading(), CORRECTIONS, small_ontology())
    turtle = to_turtle(reading, small_ontology(), evidence=evidence, text=text)  # type: ignore[arg-type]
    assert not results(rdflib.Graph().parse(data=turtle, format="turtle"), shapes("shapes"))
    assert ("kg:Rejected" in turtle) == evidence
    assert "owl:differentFrom" in turtle
    list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
