"""Dateline from a program: what `import kg` gives."""

import subprocess
import sys

import pytest
import rdflib

import kg

TEXT = "Gunmen killed two guards at a bridge near Lindau on Thursday, police said."


@pytest.fixture(scope="module")
def reading() -> kg.Result:
    return kg.read(TEXT, date="2017-09-14")


def test_the_graph_answers_sparql(reading: kg.Result) -> None:
    query = "SELECT ?count { ?toll a kg:Toll ; kg:outcome kg:Killed ; kg:count ?count }"
    assert [int(row[0]) for row in reading.graph.query(query)] == [2]


def test_every_form_says_the_same(reading: kg.Result) -> None:
    plain = rdflib.Graph().parse(data=reading.turtle, format="turtle")
    assert len(reading.graph) == len(plain)
    assert any("killed" in data["label"] for _, data in reading.networkx.nodes(data=True))


def test_a_notebook_shows_the_page(reading: kg.Result) -> None:
    assert reading._repr_html_().startswith("<iframe")


def test_a_wrong_text_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="text"):
        kg.read(" ")


def test_importing_costs_nothing() -> None:
    loaded = "import sys, kg; print([name for name in ('spacy', 'rdflib', 'networkx', 'typer') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.strip() == "[]"
