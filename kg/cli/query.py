"""`kg query`: SPARQL over the graphs that `kg build` wrote."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import OntologyFolders, fail

if TYPE_CHECKING:
    from rich.table import Table

    from kg.graph.query import QueryResult, Term

__all__ = ["Format", "query"]

_WIDTH = 160  # columns, where the output is no terminal and has no width of its own


class Format(StrEnum):
    """How the answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    arguments: Annotated[list[str] | None, typer.Argument(
        metavar="[SPARQL] FILE.ttl…", help="The query (unless -f or --name gives it), then Turtle files or folders of them.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", metavar="FILE.rq", help="Read the query from a file.")] = None,
    name: Annotated[str | None, typer.Option("--name", "-n", metavar="NAME", help="Ask a ready question; --list shows them.")] = None,
    show_list: Annotated[bool, typer.Option("--list", help="List the ready questions.")] = False,
    form: Annotated[Format, typer.Option("--format", help="How to write the answer.")] = Format.TABLE,
    ontology: OntologyFolders = None,
) -> None:
    """Ask graphs a question in SPARQL, your own or a ready one; prefixes, the ontology and super-properties are there."""
    folders = ontology or []
    if show_list:
        _list(folders)
        return
    words = list(arguments or ())
    text = _text(file, name, words, folders)

    from kg.facts import OntologyError
    from kg.graph.query import QueryError, run

    try:
        result = run(text, [Path(word) for word in words], folders)
    except (QueryError, OntologyError) as error:
        fail(str(error))
    _show(result, form)


def _text(file: Path | None, name: str | None, words: list[str], folders: list[Path]) -> str:
    """The query asked; it is taken from the words where no option gives it."""
    if file and name:
        fail("-f and --name both give a query; use one")
    if name:
        from kg.graph.ready import ready_queries

        known = {ready.name: ready.text for ready in ready_queries(folders)}
        return known.get(name) or fail(f"{name}: no such ready question; kg query --list shows them")
    if file:
        try:
            return file.read_text(encoding="utf-8")
        except OSError as error:
            fail(f"{file}: {error.strerror}")
        except UnicodeDecodeError:
            fail(f"{file}: not a query in UTF-8")
    if not words:
        fail("no query: give one in SPARQL, or -f FILE.rq, or --name NAME; kg query --list shows the ready ones")
    if Path(words[0]).exists():
        fail(f"{words[0]} is a file and no query; give a query before it, or -f FILE.rq, or --name NAME")
    return words.pop(0)


def _list(folders: list[Path]) -> None:
    from rich.console import Console
    from rich.table import Table

    from kg.graph.ready import ready_queries

    table = Table("name", "question", box=None, pad_edge=False)
    for ready in ready_queries(folders):
        table.add_row(ready.name, f"{ready.title}. {ready.description}" if ready.description else ready.title)
    Console().print(table)


def _show(result: "QueryResult", form: Format) -> None:
    if result.triples is not None:
        typer.echo(result.turtle(), nl=False)
    elif form == Format.JSON:
        typer.echo(result.json())
    elif result.answer is not None:
        typer.echo("yes" if result.answer else "no")
    elif form == Format.CSV:
        typer.echo(result.csv(), nl=False)
    elif result.rows:
        from rich.console import Console

        console = Console(width=None if sys.stdout.isatty() else _WIDTH)
        console.print(_table(result))
    else:
        typer.echo("Nothing found.", err=True)


def _table(result: "QueryResult") -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in result.columns:
        table.add_column(column, overflow="fold")
    for row in result.rows:
        table.add_row(*(Text(_words(term)) for term in row))
    return table


def _words(term: "Term | None") -> str:
    """A term as a person reads it: the value of a literal on one line, a short IRI."""
    import pyoxigraph as ox

    from kg.graph.turtle import shortened

    if isinstance(term, ox.NamedNode):
        return shortened(term.value)
    return "" if term is None else " ".join(term.value.split()) if isinstance(term, ox.Literal) else str(term)
