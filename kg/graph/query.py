"""SPARQL over graphs, and what it answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox

from kg.graph.store import QueryError, open_store
from kg.graph.turtle import PREFIXES

__all__ = ["QueryError", "QueryResult", "Term", "ask", "open_store", "run"]

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True)
class QueryResult:
    """What a query gave: the `answer` of ASK, the `triples` of CONSTRUCT or DESCRIBE, else `solutions` as SPARQL 1.1 JSON."""

    answer: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None
    solutions: bytes | None = None

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The variables of a SELECT."""
        return tuple(variable.value for variable in self._parsed().variables) if self.solutions is not None else ()

    @cached_property
    def rows(self) -> list[tuple[Term | None, ...]]:
        """The solutions of a SELECT, None where a variable is unbound."""
        return [tuple(solution) for solution in self._parsed()] if self.solutions is not None else []

    def csv(self) -> str:
        """The solutions as SPARQL 1.1 CSV, with line feeds alone."""
        found = self._parsed().serialize(format=ox.QueryResultsFormat.CSV)
        return (found or b"").decode().replace("\r\n", "\n")

    def json(self) -> str:
        """Solutions or answer as SPARQL 1.1 JSON."""
        if self.answer is not None:
            return f'{{"head":{{}},"boolean":{str(self.answer).lower()}}}'
        return (self.solutions or b"").decode()

    def turtle(self) -> str:
        """The triples of a CONSTRUCT or DESCRIBE as Turtle, sorted."""
        triples = sorted(set(self.triples or ()), key=str)
        return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES)) or b"").decode()

    def _parsed(self) -> ox.QuerySolutions:
        found = ox.parse_query_results(self.solutions or b"", format=ox.QueryResultsFormat.JSON)
        assert isinstance(found, ox.QuerySolutions)
        return found


def run(query: str, paths: Iterable[Path], ontology_dirs: Iterable[Path] = ()) -> QueryResult:
    """Ask the graphs in some Turtle files (or folders of them) a question in SPARQL; the usual prefixes need no declaration.

    Raises QueryError where a file is missing or not Turtle or the query is not SPARQL, OntologyError where the user's ontology is.
    """
    return ask(open_store(paths, ontology_dirs), query)


def ask(store: ox.Store, query: str) -> QueryResult:
    """Ask a store a question in SPARQL."""
    try:
        found = store.query(query, prefixes=dict(PREFIXES))
        if isinstance(found, ox.QueryBoolean):
            return QueryResult(answer=bool(found))
        if isinstance(found, ox.QueryTriples):
            return QueryResult(triples=tuple(found))
        return QueryResult(solutions=found.serialize(format=ox.QueryResultsFormat.JSON))
    except SyntaxError as problem:
        raise QueryError(f"the query is not SPARQL: {' '.join(str(problem).split())}") from problem
    except RuntimeError as problem:
        raise QueryError(f"the query cannot be answered: {problem}") from problem
