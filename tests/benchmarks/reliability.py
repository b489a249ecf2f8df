"""How often the graphs are right where they are so and so sure, on development sets that others annotated; the tables go into accuracy.md.

    python -m tests.benchmarks.accuracy --eval DIR --only wikievents-dev --only muc4-dev --least 0 --out GRAPHS
    python -m tests.benchmarks.reliability GRAPHS --eval DIR [--voice "rules alone"] [--rules]

Every event word and every role that the scorers judge falls into a bin by the best `kg:confidence` of its evidence (`judged.py`). `--rules`
prints the share right by `kg:rule` instead, and leaves the page alone. Graphs made with `--least 0` show what the default leaves out.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from kg.terms import local
from tests.benchmarks.judged import Judged, muc4, wikievents
from tests.benchmarks.report import PAGE, VOICES, put, table
from tests.benchmarks.sets import ROOT

__all__ = ["bins", "by_rule", "error"]

BINS = 10
Groups = dict[str, list[Judged]]


def main() -> None:
    """Judge the graphs, print the tables, and put them into the page."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("graphs", type=Path)
    options.add_argument("--eval", type=Path, required=True, metavar="DIR")
    options.add_argument("--voice", default=VOICES[0], choices=VOICES)
    options.add_argument("--rules", action="store_true")
    chosen = options.parse_args()
    found: Groups = defaultdict(list)
    for name, judge in (("wikievents-dev", wikievents), ("muc4-dev", muc4)):
        for what, one in judge(chosen.eval.resolve(), chosen.graphs / name / chosen.voice.replace(" ", "-"), ROOT / "ontology"):
            found[f"{name}, {what}"].append(one)
    text = sections(found, by_rule if chosen.rules else bins)
    print(text)
    if not chosen.rules:
        PAGE.write_text(put(PAGE.read_text(encoding="utf-8"), f"reliability, {chosen.voice}", text), encoding="utf-8")


def sections(found: Groups, lines: Callable[[list[Judged]], list[tuple[str, ...]]]) -> str:
    """A table for each sort of statement, with its calibration error."""
    heads = ("confidence or rule", "count", "mean confidence", "share right")
    return "\n\n".join(
        f"{what}: expected calibration error {error(judged):.3f}\n\n{table(heads, lines(judged))}" for what, judged in found.items()
    )


def bins(judged: Iterable[Judged]) -> list[tuple[str, ...]]:
    """The lines of a reliability table, from the least sure on.

    >>> bins([Judged(0.95, "a", True), Judged(0.91, "a", False), Judged(0.5, "b", True)])
    [('0.5–0.6', '1', '0.50', '1.00'), ('0.9–1.0', '2', '0.93', '0.50')]
    """
    return [(f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}", *means(inside)) for number, inside in sorted(binned(judged).items())]


def by_rule(judged: Iterable[Judged]) -> list[tuple[str, ...]]:
    """The lines of a table by rule, the most frequent first.

    >>> by_rule([Judged(0.95, "x#a", True), Judged(0.91, "x#a", False), Judged(0.5, "x#b", True)])
    [('a', '2', '0.93', '0.50'), ('b', '1', '0.50', '1.00')]
    """
    rules: Groups = defaultdict(list)
    for one in judged:
        rules[one.rule].append(one)
    return [(local(rule), *means(inside)) for rule, inside in sorted(rules.items(), key=lambda item: (-len(item[1]), item[0]))]


def means(judged: list[Judged]) -> tuple[str, str, str]:
    """How many, how sure on average, and the share that is right."""
    sure, right = averages(judged)
    return str(len(judged)), f"{sure:.2f}", f"{right:.2f}"


def averages(judged: list[Judged]) -> tuple[float, float]:
    """The mean confidence and the share right."""
    return sum(one.confidence for one in judged) / len(judged), sum(one.right for one in judged) / len(judged)


def binned(judged: Iterable[Judged]) -> dict[int, list[Judged]]:
    """The statements by the number of their bin; a confidence of 1 is in the last."""
    found: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        found[min(int(one.confidence * BINS + 1e-9), BINS - 1)].append(one)
    return found


def error(judged: list[Judged]) -> float:
    """The expected calibration error: how far confidence and share right lie apart in a bin, on average over statements.

    >>> error([Judged(1.0, "a", True), Judged(1.0, "a", True), Judged(0.5, "b", True), Judged(0.5, "b", False)])
    0.0
    """
    gaps = ((len(inside), averages(inside)) for inside in binned(judged).values())
    return sum(count * abs(sure - right) for count, (sure, right) in gaps) / len(judged)


if __name__ == "__main__":
    main()
