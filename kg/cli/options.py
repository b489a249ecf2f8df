"""What the commands have in common: options, and how they say that something is wrong."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kg.terms import BASE

if TYPE_CHECKING:
    from rich.console import Console
    from spacy.language import Language

    from kg.language.reader.runtime import Reader
    from kg.ontology import Ontology

__all__ = [
    "ModelName", "OntologyFolders", "WithReader", "check_base", "complain", "console", "fail", "load_model", "load_ontology", "load_reader",
]

OntologyFolders = Annotated[
    list[Path] | None,
    typer.Option("--ontology", metavar="DIR", help="A folder of your own Turtle (types, names, places), read beside ours; repeatable."),
]
ModelName = Annotated[str | None, typer.Option("--model", metavar="NAME", help="A spaCy pipeline, by name or folder.")]
WithReader = Annotated[bool, typer.Option(" /--no-reader", help="Read by the ontology's words and paths alone.")]


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"kg: {' '.join(message.split())}", err=True)


def fail(message: str) -> NoReturn:
    """One line on standard error, and exit code 2."""
    complain(message)
    raise typer.Exit(2)


def console(width: int = 120) -> "Console":
    """Standard output for tables; `width` is in columns, where it is no terminal and has none of its own."""
    from rich.console import Console

    found = Console(highlight=False)
    return found if found.is_terminal else Console(highlight=False, width=width)


def check_base(base: str) -> None:
    """Fail where IRIs cannot be built upon a base."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", base):
        fail(f"{base}: no base for IRIs; give an IRI that ends in / or #, as {BASE}")


def load_ontology(folders: list[Path] | None) -> "Ontology":
    """Our ontology with the user's folders beside it, or one line that says which file is wrong."""
    from kg.facts import OntologyError
    from kg.ontology import load

    try:
        return load(tuple(folders or ()))
    except OntologyError as error:
        fail(str(error))


def load_model(name: str | None) -> "Language":
    """The spaCy pipeline, or one line that says what is missing."""
    from kg.language.model import ModelError, load

    try:
        return load(name)
    except ModelError as error:
        fail(str(error))


def load_reader(wanted: bool) -> "Reader | None":
    """The learned reader, where it is wanted."""
    if not wanted:
        return None
    from kg.language.reader.runtime import load

    return load()
