"""How well articles are understood, on development sets that others annotated; the figures stand in accuracy.md.

    python -m tests.benchmarks.accuracy --eval DIR [--only SET]... [--network FILE] [--least SURE] [--out DIR] [--date DAY]

DIR holds the scorers and the sets, which are no part of the project; accuracy.toml says which are built and how each is scored. Every set
is read by every voice (a column of the table) in one process, and its rows are rewritten as soon as it is scored; the rows of sets that are
left out, and all that is outside the markers, stay as they are. `--out` keeps the graphs, a folder a set and voice; `--least` is how
sure an event, a role or a relation must be, as in `kg build --min-confidence`. Where there is no network the reader's column stays empty.
"""

import argparse
import datetime
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import track

from kg import __version__, pipeline
from kg.articles import find, read_path
from kg.graph.rdf import to_turtle
from kg.language import model
from kg.language.reader.runtime import NETWORK, Reader
from kg.model import LEAST, Article, Reading
from kg.ontology import Ontology, load
from tests.benchmarks.report import PAGE, VOICES, block, rewrite
from tests.benchmarks.sets import ROOT, Set, development_sets

__all__ = ["articles", "score", "write"]

PROGRESS = Console(stderr=True)

Read = Callable[[list[Article]], Iterable[Reading]]


def main() -> None:
    """Build, score, and rewrite the page set by set."""
    sets = development_sets()
    names = [one.name for one in sets]
    chosen = options(names)
    ontology, run = load(), f"{__version__}, {commit()}, {chosen.date}"
    voices = voices_by(chosen.network, chosen.least, ontology)
    for one in sets:
        if one.name in (chosen.only or names):
            with tempfile.TemporaryDirectory() as scratch:
                printed = score(one, chosen.eval.resolve(), (chosen.out or Path(scratch)).resolve(), voices, ontology)
            PAGE.write_text(rewrite(PAGE.read_text(encoding="utf-8"), names, block(one, printed, run)), encoding="utf-8")


def options(names: list[str]) -> argparse.Namespace:
    """What the command line asks for."""
    found = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("--eval", type=Path, required=True, metavar="DIR")
    found.add_argument("--only", action="append", choices=names, metavar="SET")
    found.add_argument("--network", type=Path, default=NETWORK, metavar="FILE")
    found.add_argument("--least", type=float, default=LEAST, metavar="SURE")
    found.add_argument("--out", type=Path, metavar="DIR")
    found.add_argument("--date", default=datetime.date.today().isoformat(), metavar="DAY")
    return found.parse_args()


def voices_by(network: Path, least: float, ontology: Ontology) -> dict[str, Read]:
    """The ways to read articles, by the name of their column: the rules alone, and with the learned reader."""
    nlp, readers = model.load(), [None, *([Reader(network)] if network.exists() else [])]
    ways = (partial(pipeline.read_all, ontology=ontology, nlp=nlp, reader=reader, least=least) for reader in readers)
    return dict(zip(VOICES, ways, strict=False))


def score(one: Set, where: Path, out: Path, voices: dict[str, Read], ontology: Ontology) -> dict[str, str]:
    """What the set's scorer prints of the graphs of each voice."""
    named, printed = articles(one.path(where, ROOT)), {}
    for voice, read in voices.items():
        folder = out / one.name / voice.replace(" ", "-")
        readings = track(read([article for _, article in named]), f"{one.name}, {voice}", len(named), console=PROGRESS)
        write([name for name, _ in named], readings, folder, ontology)
        command = [sys.executable, str(where / one.scorer), *one.filled(where, ROOT, folder)]
        printed[voice] = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    return printed


def articles(source: Path) -> list[tuple[str, Article]]:
    """The articles of a file, or of all files in a folder, with the names that their graphs get."""
    found = [pair for path in find([source]) for pair in read_path(path)]
    return [(name, article) for name, article in found if isinstance(article, Article)]


def write(names: Iterable[str], readings: Iterable[Reading], folder: Path, ontology: Ontology) -> None:
    """Write the graphs as `kg build` names them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, reading in zip(names, readings, strict=True):
        (folder / f"{name}.ttl").write_text(to_turtle(reading, ontology), encoding="utf-8")


def commit() -> str:
    """The checkout's commit, with a plus sign where what reads articles has changed since."""
    def git(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    return git("rev-parse", "--short", "HEAD") + "+" * bool(git("status", "--porcelain", "--", "kg", "ontology"))


if __name__ == "__main__":
    main()
