"""The shapes, of graphs and of ontology files: each file here holds good and bad data and the results that the bad must give."""

from collections import Counter
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib.namespace import RDF, SH

from kg.graph.rdf import to_turtle
from kg.ontology import folder
from tests.graph.examples import bridge_reading, small_ontology

HERE = Path(__file__).parent
CASES = {"shapes": sorted((HERE / "shapes").glob("*.ttl")), "lint": sorted((HERE / "lint").glob("*.ttl"))}
Result = tuple[str, str, str, str]


def shapes(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / f"{name}.ttl")


def results(data: rdflib.Graph, rules: rdflib.Graph) -> Counter[Result]:
    _, report, _ = validate(data, shacl_graph=rules, advanced=True)
    assert isinstance(report, rdflib.Graph)
    return told(report)


def told(graph: rdflib.Graph) -> Counter[Result]:
    """Focus, path, constraint, and for a constraint on the whole graph the value, of all results."""
    found: Counter[Result] = Counter()
    for result in graph.subjects(RDF.type, SH.ValidationResult):
        kind, path = graph.value(result, SH.sourceConstraintComponent), graph.value(result, SH.resultPath)
        value = graph.value(result, SH.value) if kind == SH.SPARQLConstraintComponent else ""
        named = str(path) if isinstance(path, rdflib.URIRef) else ""
        found[str(graph.value(result, SH.focusNode)), named, str(kind).rpartition("#")[2], str(value)] += 1
    return found


@pytest.mark.parametrize(("name", "case"), [
    pytest.param(name, case, id=f"{name}-{case.stem}") for name, cases in CASES.items() for case in cases
])
def test_shape(name: str, case: Path) -> None:
    data = rdflib.Graph().parse(case)
    expected = told(data)
    for result in list(data.subjects(RDF.type, SH.ValidationResult)):
        data.remove((result, None, None))
    assert set(results(data, shapes(name))) == set(expected)


def test_no_case_is_forgotten() -> None:
    assert {name: len(cases) for name, cases in CASES.items()} == {"shapes": 7, "lint": 3}
    assert sum(len(told(rdflib.Graph().parse(case))) for cases in CASES.values() for case in cases) == 94


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("text", ["full", "sentences", "none"])
def test_what_is_written_conforms(evidence: bool, text: str) -> None:
    written = to_turtle(bridge_reading(), small_ontology(), evidence=evidence, text=text)  # type: ignore[arg-type]
    assert not results(rdflib.Graph().parse(data=written, format="turtle"), shapes("shapes"))
