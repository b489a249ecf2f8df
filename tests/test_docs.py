"""What `docs/ontology.md` shows works: the types and names of one's own, the query that maps evidence to RDF 1.2, the links, the terms.

`test_readme.py` lints its Turtle, together with the README's.
"""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ontology as ontologies
from kg.examples import article
from kg.graph.query import run
from kg.language.model import load
from kg.pipeline import read
from kg.terms import KG, KGX
from tests.readme import blocks, links

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "ontology.md"
NAMESPACE = "https://example.org/types#"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the Turtle that the page shows."""
    [turtle] = blocks("turtle", PAGE)
    folder = tmp_path_factory.mktemp("types")
    (folder / "own.ttl").write_text(turtle, encoding="utf-8")
    return folder


def test_the_types_of_ones_own_are_found(own: Path) -> None:
    ontology = ontologies.load((own,))
    examples = [example for example in ontology.examples if example.owner.startswith(NAMESPACE)]
    assert len(examples) == 2
    for example in examples:
        reading = read(article(example.text), ontology, load())
        roles = {role.property for event in reading.events if event.type == example.owner for role in event.roles}
        assert {role for role, _ in example.roles} | {f"{NAMESPACE}monument"} <= roles


def test_an_alias_of_ones_own_is_known(own: Path) -> None:
    reading = read(article("The Leeds Reds marched in York. Police arrested two LR members."), ontologies.load((own,)), load())
    assert "Leeds Reds" in {entity.label for entity in reading.entities if entity.kind == KG.Group}


def test_evidence_maps_to_rdf_1_2() -> None:
    [query] = blocks("sparql", PAGE)
    story = ROOT / "output" / "nasiriyah.ttl"
    triples = set(run(query, [story]).triples or ())
    evidence = {row[0] for row in run("SELECT ?e { ?e a kg:Evidence }", [story]).rows}
    reified = [triple for triple in triples if isinstance(triple.object, ox.Triple)]
    assert {triple.subject for triple in reified} == evidence and len(reified) == len(evidence)


def test_every_file_the_page_links_to_is_there() -> None:
    assert links(PAGE) and not [link for link in links(PAGE) if not (PAGE.parent / link).exists()]


def test_every_term_and_file_the_page_names_is_there() -> None:
    text, facts = PAGE.read_text(encoding="utf-8"), ontologies.load().facts
    for prefix, terms in (("kg", KG), ("kgx", KGX)):
        named = set(re.findall(rf"\b{prefix}:(\w+)", text))
        assert named and not {name for name in named if not facts.text(terms[name], "http://www.w3.org/2000/01/rdf-schema#label")}
    named = set(re.findall(r"`([\w-]+\.ttl)`", text))
    held = {path.name for path in (ROOT / "ontology").glob("*.ttl")}
    assert named == held, "a file of the ontology that the page does not tell of, or one that is not there"
