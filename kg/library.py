"""Dateline as a library: `kg.read` a text, and ask the result for its graph."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.articles import from_text
from kg.language import model as language
from kg.model import LEAST, Article, Reading
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.pipeline import read as read_article
from kg.terms import BASE

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

__all__ = ["Result", "read"]


def read(
    text: str,
    *,
    date: datetime.date | str | None = None,
    headline: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    ontology: Sequence[str | PathLike[str]] = (),
    model: str | None = None,
    reader: bool = True,
    min_confidence: float = LEAST,
    base: str = BASE,
) -> "Result":
    """What a news text reports, as a graph.

    `text` is laid out as a plain text file would be: a first line `date 2017-09-14`, a headline and a dateline are known for what they
    are. `date` is the day of publication (a date or "2017-09-14"), which "on Thursday" refers to; `ontology` names folders with types
    of your own, read beside ours; `model` is a spaCy pipeline; without the learned `reader` the ontology's words and
    paths read alone; events, roles and relations less sure than `min_confidence` are left out; `base` begins the graph's IRIs.

    Raises ArticleError (kg.articles) for a text that is no article, OntologyError (kg.facts) for a folder that cannot be read,
    ModelError (kg.language.model) where the pipeline is missing: all of them ValueErrors.

    >>> result = read("Gunmen killed two policemen in Basra on Thursday.", date="2017-09-14")
    >>> [(toll.count, toll.outcome) for toll in result.reading.tolls]
    [(2, 'https://w3id.org/dateline/ontology#Killed')]
    """
    day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    article = from_text(text, date=day, headline=headline, publisher=publisher, url=url)
    return read_prepared(article, ontology, model, base, reader=reader, min_confidence=min_confidence)


def read_prepared(
    article: Article, ontology: Sequence[str | PathLike[str]], model: str | None, base: str, *, reader: bool = True,
    min_confidence: float = LEAST,
) -> "Result":
    """What an article that is laid out already reports."""
    known = load_ontology(tuple(Path(folder) for folder in ontology))
    nlp = language.load(model)
    from kg.language.reader.runtime import load as load_reader

    heard = load_reader() if reader else None
    return Result(read_article(article, known, nlp, heard, min_confidence), known, language.describe(nlp, heard), base)


@dataclass(frozen=True)
class Result:
    """A reading with its graph in every form, each made when it is first asked for."""

    reading: Reading
    ontology: Ontology
    model: str
    base: str = BASE

    @cached_property
    def turtle(self) -> str:
        """The graph as Turtle, the bytes that `kg build` writes."""
        from kg.graph.rdf import to_turtle

        return to_turtle(self.reading, self.ontology, base=self.base, model=self.model)

    @cached_property
    def graph(self) -> "rdflib.Graph":
        """The graph in rdflib, to be queried with SPARQL; it lies in an Oxigraph store."""
        from kg.graph.rdf import to_rdflib

        return to_rdflib(self.turtle)

    @cached_property
    def networkx(self) -> "networkx.MultiDiGraph[Any]":
        """Events, entities and tolls as nodes, roles and relations as edges: what the page draws."""
        from kg.graph.network import build
        from kg.graph.rdf import to_store

        return build(to_store(self.reading, self.ontology, base=self.base, model=self.model), self.ontology)

    @cached_property
    def events(self) -> "pandas.DataFrame":
        """The events as a DataFrame, in the columns of ACLED where they fit (`kg.graph.exports.tables` tells each).

        It needs pandas (`pip install 'dateline[pandas]'`), and raises MissingPandasError, an ImportError, without it.
        """
        return self._frame("events")

    @cached_property
    def roles(self) -> "pandas.DataFrame":
        """Who takes which part in which event, as a DataFrame; it needs pandas, as `events` does."""
        return self._frame("roles")

    @cached_property
    def tolls(self) -> "pandas.DataFrame":
        """Each figure with who gives it, as a DataFrame; it needs pandas, as `events` does."""
        return self._frame("tolls")

    @cached_property
    def page(self) -> str:
        """The page that `kg build` writes, as HTML that needs no network."""
        from kg.page import render

        return render(self.networkx)

    def _frame(self, name: str) -> "pandas.DataFrame":
        from kg.graph.exports.frames import frame
        from kg.graph.rdf import to_store

        return frame(to_store(self.reading, self.ontology, base=self.base, model=self.model), self.ontology, name)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, for notebooks."""
        from kg.page import snippet

        return snippet(self.page)
