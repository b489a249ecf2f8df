"""`kg export`: graphs that kg build wrote, as files for other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import OntologyFolders, fail, load_ontology

__all__ = ["Form", "export"]


class Form(StrEnum):
    """The formats; each is a writer of `kg.graph.exports`."""

    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"


def export(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.ttl", help="Graphs that kg build wrote, or folders; one export of all.")],
    to: Annotated[Form, typer.Option("--to", help="csv: tables of events, roles and tolls; graphml, gexf: for Gephi; jsonld: all.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the files go.")],
    ontology: OntologyFolders = None,
) -> None:
    """Write graphs as tables or as a graph for other programs."""
    from kg.cli.files import write
    from kg.graph.exports import WRITERS
    from kg.graph.store import QueryError, union

    known = load_ontology(ontology)
    try:
        made = WRITERS[to](union(files, known), known)
        for name, text in made.items():
            write(out / name, text)
            typer.echo(str(out / name))
    except QueryError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename or out}: {error.strerror}; give another --out")
