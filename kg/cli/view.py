"""`kg view`: the page of one or several Turtle files, written and opened."""

import re
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import OntologyFolders, fail, load_ontology

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["view"]

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def view(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.ttl…", help="Graphs that kg build wrote, or folders; one page of all.")],
    event: Annotated[str, typer.Option(help="Only what belongs to this event: its IRI, or words of its name.")] = "",
    entity: Annotated[str, typer.Option(help="Only the events in which this person, group, place or thing has part.")] = "",
    since: Annotated[str, typer.Option(metavar="DAY", help="Only events that may have been on that day or later.")] = "",
    until: Annotated[str, typer.Option(metavar="DAY", help="Only events that may have been then or earlier.")] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE.html", help="The page; without it, beside the (first) graph.")] = None,
    ontology: OntologyFolders = None,
) -> None:
    """Write the page of some Turtle files, and open it in the browser."""
    from kg.cli.files import write
    from kg.graph.network import build
    from kg.graph.store import QueryError, union
    from kg.page import render

    for day in filter(None, (since, until)):
        if not _DAY.fullmatch(day):
            fail(f"{day}: not a day; write 2017, 2017-09 or 2017-09-14")
    known = load_ontology(ontology)
    try:
        graph = build(union(files, known), known)
    except QueryError as error:
        fail(str(error))
    asked = bool(event or entity or since or until)
    if asked:
        graph = _part(graph, event, entity, since, until)
    page = out or _beside(files, asked)
    try:
        write(page, render(graph))
    except OSError as error:
        fail(f"{error.filename or page}: {error.strerror or error}")
    typer.echo(str(page))
    webbrowser.open(page.resolve().as_uri())


def _part(graph: "nx.MultiDiGraph", event: str, entity: str, since: str, until: str) -> "nx.MultiDiGraph":
    """The part of the graph that is asked for; fails where nothing is."""
    from kg.graph.neighbourhood import between, matching, neighbourhood

    if since or until:
        graph = between(graph, since, until)
        if not graph:
            fail("no event is told of between these days")
    starts = []
    for asked, events in ((event, True), (entity, False)):
        found = matching(graph, asked, events=events) if asked else []
        if asked and not found:
            fail(f"no {'event' if events else 'person, group, place or thing'} is called {asked!r}; try fewer words")
        starts += found
    return neighbourhood(graph, starts) if starts else graph


def _beside(files: list[Path], asked: bool) -> Path:
    """The page of one file has its name; that of several, or of a part, is `view.html` beside the first."""
    first = files[0]
    if len(files) == 1 and first.is_file() and not asked:
        return first.with_suffix(".html")
    return (first if first.is_dir() else first.parent) / "view.html"
