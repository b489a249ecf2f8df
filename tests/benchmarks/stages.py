"""What each stage costs beside the bare spaCy pipeline on the same text, in one run; and one article from a cold start.

    python tests/benchmarks/stages.py [FOLDER] [--rounds 5]

FOLDER holds articles; without it the project's own stories are read. A row a stage: milliseconds an article and the ratio to bare
spaCy, of the processor's time (which does not count the waiting for other work on the machine) in the fastest round; only the cold
start is told in seconds of the clock on the wall. The project's limits: all stages from the parse to the Reading at
most 0.5 times the parse, Turtle at most 0.1 times; one article from a cold start under 5 seconds on two cores.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles import find, read_path
from kg.graph.network import build
from kg.graph.rdf import to_store, to_turtle
from kg.language import model
from kg.language.parse import parse_all
from kg.language.repairs import repair
from kg.language.tree import plain
from kg.model import Article, Reading
from kg.ontology import Ontology, load
from kg.page import render
from kg.pipeline import STAGES

STORIES = Path(__file__).parent.parent / "stories"
SPACY, PARSE, TURTLE, PAGE = "bare spaCy", "parse", "Turtle", "page"


class Clock:
    """Seconds of the processor by row and round."""

    def __init__(self) -> None:
        self.rows: dict[str, list[float]] = {}

    def time(self, row: str, work: Callable[[], Any]) -> Any:
        """The result of some work, whose time is added to the row's present round."""
        begin = time.process_time()
        result = work()
        self.rows.setdefault(row, [0.0])[-1] += time.process_time() - begin
        return result

    def next_round(self) -> None:
        """Begin another round of all rows."""
        for seconds in self.rows.values():
            seconds.append(0.0)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", nargs="?", type=Path, default=STORIES)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    paths = [path for path in find([chosen.folder]) if path.suffix != ".md"]
    articles = [article for path in paths for _, article in read_path(path) if isinstance(article, Article)]
    nlp, ontology, clock = model.load(), load(), Clock()
    for number in range(chosen.rounds + 1):
        if number == 1:
            clock = Clock()  # the first round warms up
        elif number > 1:
            clock.next_round()
        one_round(articles, nlp, ontology, clock)
    report(clock, articles, cold_start(paths[0]))


def one_round(articles: list[Article], nlp: Language, ontology: Ontology, clock: Clock) -> None:
    """All articles once through everything, as a batch: all are read before the first is written."""
    prose = ["\n".join(article.text[begin:end] for begin, end in article.blocks) for article in articles]
    clock.time(SPACY, lambda: list(nlp.pipe(prose)))
    docs: list[Doc] = clock.time(PARSE, lambda: list(parse_all(nlp, articles)))
    readings = [one_article(article, doc, ontology, clock) for article, doc in zip(articles, docs, strict=True)]
    for reading in readings:
        clock.time(TURTLE, lambda reading=reading: to_turtle(reading, ontology))
    for reading in readings:
        clock.time(PAGE, lambda reading=reading: render(build(to_store(reading, ontology), ontology)))


def one_article(article: Article, doc: Doc, ontology: Ontology, clock: Clock) -> Reading:
    """A parsed article through the stages."""
    reading = Reading(article)
    doc = clock.time("repairs, plain values", lambda: plain(repair(doc, ontology)))
    for stage in STAGES:
        reading = clock.time(name_of(stage), lambda stage=stage, reading=reading: stage(reading, doc, ontology))
    return reading


def name_of(stage: Callable[..., Reading]) -> str:
    """A stage by the module that it is the face of."""
    return stage.__module__.removeprefix("kg.stages.").partition(".")[0]


def report(clock: Clock, articles: list[Article], cold: float) -> None:
    """The rows, and the sums that the limits are about."""
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words; the fastest of {len(clock.rows[SPACY])} rounds, in one process\n")
    print(f"{'stage':<40}{'ms an article':>14}{'of bare spaCy':>15}")
    seconds = {row: min(times) for row, times in clock.rows.items()}
    stages = set(seconds) - {SPACY, PARSE, TURTLE, PAGE}
    for row, value in lines(seconds, stages):
        print(f"{row:<40}{1000 * value / len(articles):>14.2f}{value / seconds[SPACY]:>15.3f}")
    print(f"\none article from a cold start, Turtle and page: {cold:.2f} s (limit 5 s)")


def lines(seconds: dict[str, float], stages: set[str]) -> Iterator[tuple[str, float]]:
    """The rows in the order of the work, with the sum of the stages before the outputs."""
    for row in (SPACY, PARSE, *(row for row in seconds if row in stages)):
        yield row, seconds[row]
    yield "all stages after the parse (limit 0.5)", sum(seconds[row] for row in stages)
    yield "Turtle (limit 0.1)", seconds[TURTLE]
    yield PAGE, seconds[PAGE]


def cold_start(path: Path, times: int = 3) -> float:
    """Seconds that `kg build` takes for one article in a process of its own, the fastest of some runs."""
    found = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            subprocess.run([sys.executable, "-m", "kg", "build", str(path), "--out", folder], check=True, capture_output=True)
            found.append(time.perf_counter() - begin)
    return min(found)


if __name__ == "__main__":
    main()
