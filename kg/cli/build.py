"""`kg build`: articles in, a Turtle file and a page for each out, and a table of what they say."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console
from rich.progress import track

from kg.cli.options import ModelName, OntologyFolders, WithReader, check_base, console, fail, load_model, load_ontology, load_reader
from kg.model import LEAST
from kg.terms import BASE

if TYPE_CHECKING:
    from kg.cli.table import Row
    from kg.model import Reading
    from kg.ontology import Ontology

__all__ = ["build"]

_ROWS = 12  # of the closing table: an article's events, or the first event of each of several articles


def build(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Articles (.txt .md .html .jsonl), or folders of them.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where NAME.ttl and NAME.html go.")],
    html: Annotated[bool, typer.Option(" /--no-html", help="Turtle alone, no pages.")] = True,
    ontology: OntologyFolders = None,
    base: Annotated[str, typer.Option(metavar="IRI", help="What the graph's IRIs begin with.")] = BASE,
    text: Annotated[Literal["full", "sentences", "none"], typer.Option(help="How much of the text the graph repeats.")] = "full",
    evidence: Annotated[bool, typer.Option(" /--no-evidence", help="Leave out the evidence.")] = True,
    model: ModelName = None,
    report: Annotated[bool, typer.Option("--report", help="List what could not be resolved and was left out.")] = False,
    reader: WithReader = True,
    min_confidence: Annotated[
        float, typer.Option(metavar="SURE", min=0, max=1, help="Leave out events, roles and relations that are less sure than this.")
    ] = LEAST,
    corrections: Annotated[list[Path] | None, typer.Option(metavar="FILE", help="Corrections saved from a page; repeatable.")] = None,
) -> None:
    """Read articles and write what they report: for each a graph in Turtle and a page."""
    from kg.cli.inputs import Inputs

    check_base(base)
    inputs = Inputs(paths)
    if not inputs.articles:
        raise typer.Exit(2)
    known, nlp = load_ontology(ontology), load_model(model)
    from kg.cli.corrections import Corrections
    from kg.cli.results import Results
    from kg.language.model import describe
    from kg.pipeline import read_all

    correct = Corrections(corrections or (), known, base)
    heard = load_reader(reader)
    results, closing = Results(out, known, html, base, text, evidence, describe(nlp, heard)), _Closing(known, len(inputs.articles) == 1)
    articles = (article for _, article in inputs.articles)
    readings = zip(inputs.articles, read_all(articles, known, nlp, heard, correct, min_confidence), strict=True)
    try:
        for (name, _), reading in track(readings, "Reading", len(inputs.articles), console=Console(stderr=True), disable=closing.alone):
            results.put(name, reading)
            closing.add(name, reading)
        results.finish()
    except OSError as error:
        fail(f"{error.filename or out}: {error.strerror}; give another --out")
    closing.problems += correct.elsewhere()
    closing.show(report)
    correct.warn()
    print_written(out, [name for name, _ in inputs.articles], html)
    if inputs.failed:
        raise typer.Exit(2)


def print_written(out: Path, names: list[str], html: bool) -> None:
    """Say where to look first: the page of one article, the list of several, or the graphs."""
    first = out / (f"{names[0]}.ttl" if not html else "index.html" if len(names) > 1 else f"{names[0]}.html")
    graphs = f"{len(names)} graph{'s' if len(names) > 1 else ''}"
    console().print(f"{graphs} in {out}; open {first}" if html else f"{graphs} in {out}", markup=False, soft_wrap=True, highlight=False)


class _Closing:
    """What is printed when all is written."""

    def __init__(self, ontology: "Ontology", alone: bool) -> None:
        self.ontology = ontology
        self.alone = alone
        self.rows: list[Row] = []
        self.told = 0
        self.problems: list[str] = []

    def add(self, name: str, reading: "Reading") -> None:
        """Keep the rows of an article that will be shown, and all that it leaves open."""
        from kg.cli.table import rows

        found = rows(reading, self.ontology)[: None if self.alone else 1]
        self.rows += found[: _ROWS - len(self.rows)]
        self.told += len(found)
        self.problems += [f"{name}: “{reading.text_of(problem.words)}” {problem.reason}" for problem in reading.problems]

    def show(self, report: bool) -> None:
        """The table, and the report where it is asked for."""
        from kg.cli.table import show

        output = console()
        show(output, self.rows, self.told - len(self.rows))
        if report:
            for line in self.problems or ["nothing was left open"]:
                output.print(line, markup=False, soft_wrap=True)
