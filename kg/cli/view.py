"""`kg view`: the page of a Turtle file, written beside it and opened."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.files import write
from kg.cli.options import fail

__all__ = ["view"]


def view(file: Annotated[Path, typer.Argument(metavar="FILE.ttl", help="A graph that kg build wrote.")]) -> None:
    """Write the page of a Turtle file beside it, and open it in the browser."""
    from kg.page import render

    try:
        turtle = file.read_text(encoding="utf-8")
        page = file.with_suffix(".html")
        write(page, render(turtle))
    except (OSError, ValueError, SyntaxError) as error:
        fail(f"{file}: {getattr(error, 'strerror', None) or error}")
    typer.echo(str(page))
    webbrowser.open(page.resolve().as_uri())
