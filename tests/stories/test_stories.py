"""Stories written for the project: what is read of them is what a careful reader would say, but for faults that are known and counted."""

from collections.abc import Mapping
from functools import cache

import pytest
import rdflib
from pyshacl import validate
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, SH, Namespace
from spacy.language import Language

from kg import pipeline
from kg.graph.rdf import to_turtle
from kg.language.reader import runtime
from kg.model import Reading
from kg.ontology import Ontology, folder
from kg.terms import KG, local
from tests.stories.align import aligned
from tests.stories.story import STORIES, Story, Triple, facts, nameless

kg = Namespace(KG.iri)
EVERY = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
AGAIN = "`python -m tests.stories.align` writes the files anew; read what it changed before you commit it"


@pytest.fixture(scope="session")
def readings(nlp: Language, ontology: Ontology) -> Mapping[str, Reading]:
    """All stories, read as one batch."""
    found = pipeline.read_all([story.article for story in STORIES], ontology, nlp, runtime.load())
    return {story.name: reading for story, reading in zip(STORIES, found, strict=True)}


def test_no_story_is_forgotten() -> None:
    assert len(STORIES) == 10
    for story in STORIES:
        assert all(story.path(kind).exists() for kind in ("", "missed", "excess"))


@EVERY
def test_what_is_read_is_the_golden_graph_but_for_known_faults(
    story: Story, readings: Mapping[str, Reading], ontology: Ontology,
) -> None:
    golden, missed, excess = set(story.graph()), set(story.graph("missed")), set(story.graph("excess"))
    found = facts(readings[story.name], ontology)
    if not isomorphic(nameless((golden - missed) | excess), nameless(found)):
        now_missed, now_excess = aligned(story, found, ontology)
        pytest.fail("\n".join([
            *_told("missed now", now_missed - missed), *_told("missed no more", missed - now_missed),
            *_told("in excess now", now_excess - excess), *_told("in excess no more", excess - now_excess), AGAIN,
        ]), pytrace=False)


@EVERY
def test_golden_graph_keeps_to_the_contract(story: Story, ontology: Ontology) -> None:
    golden = story.graph()
    terms = {str(term) for triple in golden for term in triple if str(term).startswith(KG.iri)}
    assert not {term for term in terms if not ontology.facts.text(term, str(RDFS.label))}, "not declared in the ontology"
    for node in golden.subjects(unique=True):
        (kind,) = golden.objects(node, RDF.type)
        if ontology.is_a(str(kind), KG.Event):
            (realis,) = golden.objects(node, kg.realis)
            assert set(golden.objects(node, kg.preferredToll)) <= set(golden.objects(node, kg.toll) if realis == kg.Actual else ())
            if (node, kg.date, None) in golden:
                assert (node, kg.earliest, None) in golden
                assert (node, kg.latest, None) in golden


@EVERY
def test_known_faults_are_faults(story: Story) -> None:
    golden, missed, excess = set(story.graph()), set(story.graph("missed")), set(story.graph("excess"))
    assert missed <= golden
    assert not excess & golden


@EVERY
def test_graph_conforms_to_the_shapes(story: Story, readings: Mapping[str, Reading], ontology: Ontology) -> None:
    graph = rdflib.Graph().parse(data=to_turtle(readings[story.name], ontology), format="turtle")
    conforms, report, text = validate(graph, shacl_graph=_shapes(), advanced=True)
    assert isinstance(report, rdflib.Graph)
    assert conforms, text
    assert not list(report.subjects(RDF.type, SH.ValidationResult))


@EVERY
def test_reading_twice_gives_the_same_bytes(story: Story, readings: Mapping[str, Reading], nlp: Language, ontology: Ontology) -> None:
    again = pipeline.read(story.article, ontology, nlp, runtime.load())  # alone, not in a batch
    assert to_turtle(again, ontology) == to_turtle(readings[story.name], ontology)


def test_totals(capsys: pytest.CaptureFixture[str]) -> None:
    totals = {kind or "golden": sum(len(story.graph(kind)) for story in STORIES) for kind in ("", "missed", "excess")}
    with capsys.disabled():
        print(f"\n{len(STORIES)} stories: " + ", ".join(f"{number} triples {kind}" for kind, number in totals.items()))
    assert totals["golden"] > 1000


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(folder() / "shapes.ttl")


def _told(title: str, triples: set[Triple]) -> list[str]:
    lines = sorted("  " + " ".join(local(term) if isinstance(term, rdflib.URIRef) else term.n3() for term in triple) for triple in triples)
    return [f"{title}:", *lines] if lines else []
