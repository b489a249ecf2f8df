"""The Turtle files of the ontology by themselves: they parse, every term is declared and explained, every leaf has words and examples."""

from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.facts import Facts
from kg.ontology import Ontology, folder
from kg.terms import KG, KGX, OWL, RDF, RDFS, local

OURS = (KG.iri, KGX.iri)
FILES = sorted(folder().rglob("*.ttl"))
FAMILIES = ("Violence", "Harm", "Justice", "Politics", "Contact", "Disaster", "Movement", "Aid", "Business")
EVENT_TYPES = 182  # classes of events below kg:Event; raise it with the type that you add
CONTRACT = [
    "Attack", "ArmedAssault", "Bombing", "SuicideBombing", "CarBombing", "Airstrike", "Shelling", "Arson", "Assassination",
    "Kidnapping", "Hijacking", "Robbery", "Battle", "MilitaryOperation", "Capture", "TerritorialLoss", "Damage", "Death", "Injury",
    "Arrest", "Charge", "Trial", "Conviction", "Sentencing", "Release", "Execution", "Investigation", "Extradition", "Election",
    "Referendum", "Appointment", "Departure", "Declaration", "Agreement", "Sanction", "Legislation", "Demonstration", "Riot",
    "Strike", "Meeting", "Statement", "Request", "Threat", "Accusation", "Denial", "ResponsibilityClaim", "Earthquake", "Flood",
    "Storm", "Fire", "Epidemic", "Accident", "Explosion", "Travel", "Transport", "Evacuation", "Displacement", "Rescue",
    "MedicalCare", "Support", "Transaction", "Acquisition", "Investment",
]


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    """The files that come with Dateline, read once."""
    return Ontology(Facts.of_folders((folder(),)))


@lru_cache(maxsize=1)
def quads() -> tuple[ox.Quad, ...]:
    """All statements of all files."""
    return tuple(quad for path in FILES for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


def leaves() -> list[str]:
    """Classes of events with none below them."""
    above = {parent for iri in ontology().event_types for parent in ontology().facts.iris(iri, RDFS.subClassOf)}
    return [iri for iri in ontology().event_types if iri not in above]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_turtle_and_no_longer_than_a_screenful_or_six(path: Path) -> None:
    assert list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE))


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "events"], ids=lambda path: path.name)
def test_event_file_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_every_term_of_ours_is_declared() -> None:
    declared = {quad.subject.value for quad in quads() if quad.predicate.value == RDF.type and isinstance(quad.subject, ox.NamedNode)}
    used = {
        node.value
        for quad in quads()
        for node in (quad.subject, quad.predicate, quad.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(OURS)
    }
    codes = {quad.object.datatype.value for quad in quads() if isinstance(quad.object, ox.Literal)}
    used |= {code for code in codes if code.startswith(OURS)}
    assert sorted(used - declared) == []


def test_every_class_and_property_has_label_and_comment() -> None:
    facts = ontology().facts
    kinds = [OWL[name] for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")]
    terms = {term for kind in kinds for term in facts.subjects(RDF.type, kind) if term.startswith(OURS)}
    bare = [local(term) for term in sorted(terms) if not (facts.text(term, RDFS.label) and facts.text(term, RDFS.comment))]
    assert bare == []


def test_the_types_of_the_contract_are_there() -> None:
    names = {local(iri) for iri in ontology().event_types}
    assert [name for name in (*FAMILIES, *CONTRACT) if name not in names] == []


def test_number_of_event_types() -> None:
    assert len(ontology().event_types) == EVENT_TYPES


def test_every_event_type_is_in_a_family() -> None:
    families = {KG[name] for name in FAMILIES}
    stray = [iri for iri in ontology().event_types if iri != KG.Event and not families & ontology().ancestors(iri)]
    assert stray == []


def test_every_leaf_has_words_of_its_own() -> None:
    facts = ontology().facts
    owners = {iri: (iri, *facts.iris(iri, KGX.word)) for iri in leaves()}
    wordless = [iri for iri, nodes in owners.items() if not any(facts.texts(node, KGX[pos]) for node in nodes for pos in ("verb", "noun"))]
    assert wordless == []


def test_every_leaf_has_an_example_of_its_own() -> None:
    assert [local(iri) for iri in leaves() if iri not in {example.owner for example in ontology().examples}] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_examples_with_roles(family: str) -> None:
    told = [example for example in ontology().examples if ontology().is_a(example.owner, KG[family]) and example.roles]
    assert len(told) >= 3


def test_examples_name_roles_by_words_that_stand_in_them() -> None:
    off = [(example.text, words) for example in ontology().examples for _, words in example.roles if words not in example.text]
    assert off == []


def test_no_example_stands_twice() -> None:
    texts = [example.text for example in ontology().examples]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []


def test_paths_are_whole() -> None:
    facts = ontology().facts
    whole = [iri for iri in facts.subjects(RDF.type, KGX.Path) if facts.text(iri, KGX.steps) and facts.iris(iri, KGX.role)]
    assert whole == list(facts.subjects(RDF.type, KGX.Path))


def test_no_path_lies_idle() -> None:
    facts = ontology().facts
    used = {path for iri in facts.subjects_of(KGX.path) for path in facts.iris(iri, KGX.path)}
    assert [iri for iri in facts.subjects(RDF.type, KGX.Path) if iri not in used] == []


def test_words_are_lemmas_in_lower_case() -> None:
    facts = ontology().facts
    owners = [node for iri in ontology().event_types for node in (iri, *facts.iris(iri, KGX.word))]
    loud = [text for pos in ("verb", "noun", "except") for node in owners for text in facts.texts(node, KGX[pos]) if text != text.lower()]
    assert loud == []


def test_exceptions_leave_out_articles() -> None:
    facts = ontology().facts
    texts = [text for iri in ontology().event_types for text in facts.texts(iri, KGX["except"])]
    assert [text for text in texts if {"a", "an", "the"} & set(text.split())] == []
