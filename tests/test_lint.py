"""The ontology keeps to its own rules, and a fault in a user's file is told."""

from pathlib import Path

import pytest

from kg.facts import OntologyError
from kg.lint import lint

CLEAN = """
@prefix ex: <https://example.org/types#> .
@prefix kg: <https://w3id.org/dateline/ontology#> .
@prefix kgx: <https://w3id.org/dateline/extraction#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:Heckling a owl:Class ; rdfs:subClassOf kg:Riot ; rdfs:label "heckling" ; rdfs:comment "Shouting a speaker down." ;
    kgx:verb "heckle" ; kgx:example "Students heckled the minister in Leeds." .
"""

FAULTS = {
    "kgx:vreb": 'ex:Heckling kgx:vreb "jeer" .',
    "kg:Rioot": 'ex:Other a owl:Class ; rdfs:subClassOf kg:Rioot ; rdfs:label "other" ; rdfs:comment "Of no class." .',
    "types#Hecling": 'ex:Hecling kgx:verb "jeer" .',
    "rdf-schema#subclassOf": "ex:Other rdfs:subclassOf kg:Riot .",
    "types#Silent": 'ex:Silent a owl:Class ; rdfs:subClassOf kg:Riot ; rdfs:label "silent" ; rdfs:comment "None." ; kgx:verb "hush" .',
}


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is told of a file with all of these faults at once: a run of the shapes takes seconds."""
    folder = tmp_path_factory.mktemp("types")
    (folder / "types.ttl").write_text(CLEAN + "\n".join(FAULTS.values()), encoding="utf-8")
    return lint([folder])


def test_our_ontology_and_a_users_clean_file_are_clean(tmp_path: Path) -> None:
    (tmp_path / "types.ttl").write_text(CLEAN, encoding="utf-8")
    assert lint([tmp_path]) == []


@pytest.mark.parametrize("term", FAULTS)
def test_a_fault_in_a_users_file_is_told(term: str, faults: list[str]) -> None:
    assert [line for line in faults if term in line]


def test_a_misspelt_term_is_told_with_the_one_that_was_meant(faults: list[str]) -> None:
    assert any("'kgx:vreb' is not declared" in line and "'kgx:verb'" in line for line in faults)


def test_what_is_not_turtle_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "types.ttl").write_text("ex:Heckling a owl:Class", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"types\.ttl"):
        lint([tmp_path])
