"""The example sentences of the ontology, run through the whole pipeline."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from spacy.language import Language

from kg.model import Article, Event, Reading
from kg.ontology import Example, Ontology
from kg.pipeline import read_all
from kg.terms import local

__all__ = ["DAY", "Outcome", "run"]

DAY = date(2017, 9, 14)  # the Thursday on which all examples are published


class Outcome(NamedTuple):
    """An example and what is wrong with its reading; None where it is read as it says."""

    example: Example
    fault: str | None


def run(ontology: Ontology, nlp: Language) -> Iterator[Outcome]:
    """Read each example as an article of its own and compare it with what it expects."""
    readings = read_all((article(example.text) for example in ontology.examples), ontology, nlp)
    for example, reading in zip(ontology.examples, readings, strict=True):
        yield Outcome(example, _fault(example, reading, ontology))


def article(sentence: str) -> Article:
    """A sentence as an article of Thursday 14 September 2017."""
    return Article(text=sentence, blocks=((0, len(sentence)),), date=DAY, published=DAY.isoformat())


def _fault(example: Example, reading: Reading, ontology: Ontology) -> str | None:
    """What the reading lacks, told of the event that comes nearest to the example."""
    events = [event for event in reading.events if ontology.is_a(event.type, example.owner)]
    if not events:
        seen = sorted({local(event.type) for event in reading.events})
        return f"no {local(example.owner)} found" + (f", only {', '.join(seen)}" if seen else "")
    faults = [_lacks(example, event, reading, ontology) for event in events]
    return min(faults, key=len) or None


def _lacks(example: Example, event: Event, reading: Reading, ontology: Ontology) -> str:
    faults = [f"no {local(role)} “{words}”" for role, words in example.roles if not _fills(event, role, words, reading, ontology)]
    if event.realis != example.realis:
        faults.append(f"is {local(event.realis)}, not {local(example.realis)}")
    return "; ".join(faults)


def _fills(event: Event, role: str, words: str, reading: Reading, ontology: Ontology) -> bool:
    fillers = [filler.entity for filler in event.roles if ontology.is_a(filler.property, role)]
    return any(words in reading.words_of(mention) for filler in fillers for mention in reading.entities[filler].mentions)
