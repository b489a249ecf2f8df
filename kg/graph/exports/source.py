"""What every table asks of a graph, asked once."""

from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.facts import Facts
from kg.graph.description import Description
from kg.graph.exports.places import Where, where
from kg.graph.quotes import Quote, Quotes
from kg.ontology import Ontology
from kg.terms import KG, RDF, SCHEMA

__all__ = ["Source"]

_SEPARATOR = "; "  # between the values of one cell, as ACLED parts associated actors


class Source:
    """The RDF of some articles, with the words and the sentences for it."""

    def __init__(self, store: ox.Store, ontology: Ontology) -> None:
        self.ontology = ontology
        self.facts = Facts(sorted(store, key=str))
        self.description = Description(self.facts, ontology)
        self.quotes = Quotes(self.facts)

    @cached_property
    def events(self) -> tuple[str, ...]:
        """All events, statements included, by IRI."""
        return self.facts.subjects(RDF.type, KG.Event)

    def where(self, event: str) -> Where:
        """Where an event was."""
        return where(self.facts, event)

    def number(self, event: str) -> str:
        """The identifier of an event in the manner of ACLED: the code of its country and digits, here of a hash of its IRI."""
        return f"{self.where(event).country_code}{int(sha256(event.encode()).hexdigest()[:12], 16) % 10**10:010}"

    def article(self, event: str) -> str:
        """The article to which an event belongs; empty where it has none."""
        return next((article for article in self.facts.subjects(RDF.type, KG.Article) if event.startswith(article + "/")), "")

    def publisher(self, article: str) -> str:
        """Who published an article, or else the host of its address."""
        told = self.facts.text(article, SCHEMA.publisher)
        return told or urlsplit(self.one(article, SCHEMA.url)).netloc

    def one(self, node: str, term: str) -> str:
        """The first value of a property, an IRI or a literal's text; empty where there is none."""
        return next(iter(self.facts.texts(node, term) + self.facts.iris(node, term)), "")

    def integer(self, node: str, term: str) -> int | None:
        """A whole number that is told of a node."""
        told = self.facts.text(node, term)
        return int(told) if told else None

    def labels(self, nodes: Iterable[str]) -> str:
        """The names of nodes in one cell, each once."""
        return self.words(self.description.label(node) for node in nodes)

    def sentences(self, quotes: Iterable[Quote]) -> str:
        """The sentences of quotes in one cell, each once, on one line."""
        return " ".join(dict.fromkeys(" ".join(quote.text.split()) for quote in quotes)).strip()

    def words(self, values: Iterable[str]) -> str:
        """Words in one cell, each once, without the empty."""
        return _SEPARATOR.join(dict.fromkeys(filter(None, values)))
