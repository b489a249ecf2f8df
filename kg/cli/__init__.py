"""The `kg` command; a file a command, and nothing heavy is imported before a command needs it."""

import typer

from kg.cli.build import build
from kg.cli.check import check
from kg.cli.explain import explain
from kg.cli.export import export
from kg.cli.query import query
from kg.cli.view import view

__all__ = ["app", "main"]

app = typer.Typer(
    name="kg",
    help="News articles in, knowledge graphs out: who did what to whom, where, when, how many, and who says so.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # errors as plain lines
    pretty_exceptions_enable=False,
)
for command in (build, query, explain, check, view, export):
    app.command()(command)


def main() -> None:
    """Run the command line."""
    app()
