"""What every part of the writer is handed: the Reading, the ontology, the IRIs made for both, and the triples so far."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from kg import terms
from kg.graph.iris import Iris
from kg.graph.triples import Triples, iri
from kg.model import Evidence, Reading, Span
from kg.ontology import Ontology

__all__ = ["Pen", "TextShare"]

TextShare = Literal["full", "sentences", "none"]

_OTHERS = tuple(space.iri for space in (terms.NIF, terms.GAF, terms.PROV, terms.SEM, terms.SCHEMA, terms.SKOS, terms.OWL, terms.RDFS))


@dataclass(frozen=True)
class Pen:
    """One writing of one Reading; `sentences`, `mentions`, `entities`, `events` and `tolls` are N-Triples terms by index."""

    reading: Reading
    ontology: Ontology
    iris: Iris
    with_evidence: bool = True
    share: TextShare = "full"
    triples: Triples = field(default_factory=Triples)
    evidence: dict[str, tuple[Evidence, str, str, str, bool]] = field(default_factory=dict)  # by IRI: subject, predicate, object, as of
    used_sentences: set[int] = field(default_factory=set)

    @cached_property
    def article(self) -> str:
        """The article as a term."""
        return iri(self.iris.article)

    @cached_property
    def text(self) -> str:
        """The text of the article as a term."""
        return iri(self.iris.text)

    @cached_property
    def entities(self) -> list[str]:
        """The entities as terms."""
        return [iri(name) for name in self.iris.entities]

    @cached_property
    def events(self) -> list[str]:
        """The events as terms."""
        return [iri(name) for name in self.iris.events]

    @cached_property
    def tolls(self) -> list[str]:
        """The tolls as terms."""
        return [iri(name) for name in self.iris.tolls]

    @cached_property
    def mentions(self) -> list[str]:
        """The mentions as terms."""
        return [iri(name) for name in self.iris.mentions]

    @cached_property
    def used_mentions(self) -> list[int]:
        """The mentions that an entity, an event, a toll or a time expression points to, in the order of the Reading."""
        reading = self.reading
        used = {time.mention for time in reading.times}
        used.update(index for entity in reading.entities for index in entity.mentions)
        used.update(index for event in reading.events for index in event.triggers)
        used.update(index for toll in reading.tolls for index in toll.mentions)
        return sorted(used)

    @cached_property
    def spans(self) -> dict[Span, str]:
        """The used mentions as terms, by their span, the first where several have one; phrases that evidence rests on are added."""
        found: dict[Span, str] = {}
        for index in self.used_mentions:
            mention = self.reading.mentions[index]
            found.setdefault((mention.begin, mention.end), self.mentions[index])
        return found

    def sentence(self, index: int) -> str:
        """A sentence as a term; it will be written, too."""
        self.used_sentences.add(index)
        return iri(self.iris.sentences[index])

    def types(self, subject: str, kind: str) -> None:
        """Write a class and all classes above it but those of other vocabularies."""
        self.triples.types(subject, (above for above in self.ontology.ancestors(kind) if not above.startswith(_OTHERS)))

    def link(self, subject: str, predicate: str, nodes: list[str], indices: Iterable[int]) -> None:
        """Write a property whose values are other parts of the Reading."""
        self.triples.add(subject, predicate, *(nodes[index] for index in indices))
