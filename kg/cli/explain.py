"""`kg explain`: which words, paths and lines of the ontology read a sentence as they do."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Annotated

import typer
from rich.text import Text
from rich.tree import Tree

from kg.cli.lines import Lines
from kg.cli.options import ModelName, OntologyFolders, WithReader, console, fail, load_model, load_ontology, load_reader
from kg.model import Article, Event, Evidence, Reading, Toll
from kg.ontology import Ontology
from kg.terms import local

__all__ = ["explain"]

Day = Annotated[datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Day of publication, to which “on Thursday” refers.")]


def explain(
    sentence: Annotated[str, typer.Argument(help="A sentence of news, in quotation marks.")],
    day: Day = None, ontology: OntologyFolders = None, model: ModelName = None, reader: WithReader = True,
) -> None:
    """Show how a sentence is read: the events, and for each part the words and the line of the ontology that it rests on."""
    if not sentence.strip():
        fail("there is no sentence to explain")
    known, nlp = load_ontology(ontology), load_model(model)
    from kg.pipeline import read

    reading = read(_article(sentence, day.date() if day else None), known, nlp, load_reader(reader))
    console(200).print(_tree(reading, known, Lines(ontology or ())))


def _article(sentence: str, day: date | None) -> Article:
    return Article(sentence, ((0, len(sentence)),), date=day, published=day.isoformat() if day else None)


def _tree(reading: Reading, ontology: Ontology, lines: Lines) -> Tree:
    tree = Tree(Text(reading.article.text, style="bold"))
    for index, event in enumerate(reading.events):
        words = ", ".join(f"“{reading.words_of(mention)}”" for mention in event.triggers)
        proofs = (*event.evidence, *event.realis_evidence)
        branch = tree.add(_leaf(f"{ontology.label(event.type)} {words} {local(event.realis)}", proofs, lines))
        for leaf in _parts(reading, index, event, ontology, lines):
            branch.add(leaf)
    entities = tree.add("entities")
    for entity in reading.entities:
        entities.add(Text(f"{entity.label}: {ontology.label(entity.kind)}", style="dim"))
    for relation in reading.relations:
        subject, value = reading.entities[relation.subject].label, reading.entities[relation.object].label
        entities.add(_leaf(f"{subject} {ontology.label(relation.property)} {value}", relation.evidence, lines))
    for problem in reading.problems:
        tree.add(Text(f"not resolved: “{reading.text_of(problem.words)}” {problem.reason}", style="yellow"))
    return tree


def _parts(reading: Reading, index: int, event: Event, ontology: Ontology, lines: Lines) -> Iterator[Text]:
    for role in event.roles:
        yield _leaf(f"{ontology.label(role.property)}: {reading.entities[role.entity].label}", role.evidence, lines)
    if event.time:
        yield _leaf(f"time: {event.time.value or f'{event.time.earliest} to {event.time.latest}'}", event.time.evidence, lines)
    for toll in reading.tolls:
        if toll.event == index:
            yield _leaf(f"{_figure(toll)} {ontology.label(toll.outcome)}", toll.evidence, lines)
    for link in event.links:
        yield _leaf(f"{ontology.label(link.property)}: {ontology.label(reading.events[link.event].type)}", link.evidence, lines)


def _figure(toll: Toll) -> str:
    return toll.count_text or str(toll.count or toll.minimum or toll.maximum or "")


def _leaf(what: str, evidence: Iterable[Evidence], lines: Lines) -> Text:
    """A line of the tree, with each rule that it rests on: its name, where it stands and how sure it is."""
    leaf = Text(" ".join(what.split()))
    for piece in evidence:
        place = lines.place(piece.rule)
        leaf.append(f"   {_rule(piece.rule)} {place} {piece.confidence:.2f}".replace("  ", " "), style="dim")
    return leaf


def _rule(iri: str) -> str:
    return iri.rpartition("#")[2] or iri
