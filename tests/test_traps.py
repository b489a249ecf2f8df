"""Small wire reports that a careless reader gets wrong: what their graphs must not tell, and what they should.

The ceilings and floors below hold what has been reached; they may only be tightened. A harm weighs more than a fact: a false killer,
a doubled toll or a plan told as a fact harms somebody, a missed edge does little.
"""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from spacy.language import Language

from kg import articles, pipeline
from kg.graph.rdf import to_turtle
from kg.language.reader import runtime
from kg.model import Article
from kg.ontology import Ontology
from tests.traps.patterns import Score, expand, matches, score

OURS = Path(__file__).parent / "traps"
OTHERS = Path(__file__).parents[2] / "shared" / "eval" / "harm"  # development data beside the checkout, not part of it
CASES = 530
BOTH, RULES = "both voices", "rules alone"
MOST_HARMS, FEWEST_FACTS = {BOTH: 24, RULES: 22}, {BOTH: 1732, RULES: 1731}
OTHERS_MOST_HARMS, OTHERS_FEWEST_FACTS = {BOTH: 0, RULES: 0}, {BOTH: 89, RULES: 88}

Read = Callable[[Path, str], Score]
EACH = pytest.mark.parametrize("voices", [BOTH, RULES])


@pytest.fixture(scope="module")
def scored(nlp: Language, ontology: Ontology) -> Read:
    """Builds a folder of traps in one batch and asks its patterns."""

    def read(where: Path, voices: str) -> Score:
        found = [pair for path in sorted((where / "articles").glob("*.txt")) for pair in articles.read_path(path)]
        named = [(name, article) for name, article in found if isinstance(article, Article)]
        reader = runtime.load() if voices == BOTH else None
        readings = pipeline.read_all([article for _, article in named], ontology, nlp, reader)
        graphs = {name: to_turtle(reading, ontology) for (name, _), reading in zip(named, readings, strict=True)}
        return score(where / "cases.json", graphs.__getitem__)

    return read


@EACH
def test_our_traps(scored: Read, voices: str) -> None:
    told = scored(OURS, voices)
    assert told.cases == CASES == len(list((OURS / "articles").glob("*.txt")))
    assert len(told.harms) <= MOST_HARMS[voices], "\n".join(told.harms)
    assert told.facts >= FEWEST_FACTS[voices], "\n".join(told.missed)


@EACH
@pytest.mark.skipif(not OTHERS.is_dir(), reason="no development data beside the checkout")
def test_the_traps_of_the_development_data(scored: Read, voices: str) -> None:
    told = scored(OTHERS, voices)
    assert len(told.harms) <= OTHERS_MOST_HARMS[voices], "\n".join(told.harms)
    assert told.facts >= OTHERS_FEWEST_FACTS[voices], "\n".join(told.missed)


@pytest.mark.parametrize(("pattern", "found"), [
    ('{isa ?e kg:Attack} {role ?e kg:agent ?x} {named ?x "GUN"}', True),
    ('{isa ?e kg:Disaster}', False),
    ('?e kg:place ?p . {within ?p "peru"} {named ?p "lima"}', True),
    ('?e kg:place ?p . {within ?p "chile"}', False),
    ('{ {isa ?e kg:Disaster} } UNION { {role ?e kg:participant ?x} ?x kg:locatedIn ?y }', False),
])
def test_macros(pattern: str, found: bool) -> None:
    store = ox.Store()
    store.load(b"""
        @prefix : <urn:x:> . @prefix kg: <https://w3id.org/dateline/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        kg:Bombing rdfs:subClassOf kg:Attack . kg:perpetrator rdfs:subPropertyOf kg:agent . kg:agent rdfs:subPropertyOf kg:participant .
        :e a kg:Bombing ; kg:perpetrator :x ; kg:place :lima . :x rdfs:label "gunmen" .
        :lima rdfs:label "Lima" ; kg:locatedIn :peru . :peru rdfs:label "Peru" .""", format=ox.RdfFormat.TURTLE)
    assert matches(store, pattern) is found


def test_no_macro_is_left_over() -> None:
    assert expand('{isa ?e kg:A} {named ?x "a b"} {role ?e kg:r ?x}').count("{") == 0
