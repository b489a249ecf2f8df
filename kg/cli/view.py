"""`kg view`: the page of a Turtle file, written beside it and opened."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import fail

__all__ = ["view"]


def view(file: Annotated[Path, typer.Argument(metavar="FILE.ttl", help="A graph that kg build wrote.")]) -> None:
    """Write the page of a Turtle file beside it, and open it in the browser."""
    from kg.page import write

    page = file.with_suffix(".html")
    try:
        write(file, page)
    except OSError as error:
        fail(f"{error.filename or file}: {error.strerror or error}")
    except SyntaxError as error:
        fail(f"{file}: not Turtle ({error})")
    typer.echo(str(page))
    webbrowser.open(page.resolve().as_uri())
