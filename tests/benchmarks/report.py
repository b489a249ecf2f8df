"""The page of the accuracy benchmark: what a scorer prints, as rows of one table and details, written between the page's markers.

A set's part of the page is a block: its rows of the table, and a section of details under a heading with its name. A page's blocks are read
back before they are written, so that a run of one set leaves the others' rows in place.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.sets import NOTHING, Set

__all__ = ["PAGE", "VOICES", "Block", "Row", "block", "blocks", "part", "put", "rewrite", "rows", "table"]

PAGE = Path(__file__).parent / "accuracy.md"
FIGURES = "figures"
NUMBER = r"(\d+\.\d\d)"
MEASURED = re.compile(rf"(\S.*?) +{NUMBER} +{NUMBER} +{NUMBER}(?: {{3}}(.+))?")  # precision, recall, F1 and the counts
HEADING = re.compile(r"\S+ +P +R +F1\b.*")
SCORE = re.compile(r"(score \S+) (\S+)")
SINGLE = re.compile(rf"(\S.*?) +{NUMBER}")
VOICES = ("rules alone", "with the reader")


@dataclass(frozen=True)
class Row:
    """A row of a scorer, in its own digits: F1 or the only value, precision, recall, the counts these were made from."""

    value: str = NOTHING
    precision: str = NOTHING
    recall: str = NOTHING
    counts: str = NOTHING

    def both(self) -> str:
        """Precision and recall in one cell."""
        return f"{self.precision} / {self.recall}" if self.precision != NOTHING else NOTHING


@dataclass(frozen=True)
class Block:
    """What a page says about a set: lines of the table, and the details."""

    name: str
    lines: tuple[tuple[str, ...], ...]
    details: str


def rows(printed: str) -> tuple[dict[str, Row], list[str]]:
    """A scorer's rows by name, and the lines that are no row.

    >>> found, others = rows("fish   P  R  F1\\nall fish   50.00  25.00  33.33   1 / 2 / 4\\nscore fish 33.33\\nno sharks\\n")
    >>> found["all fish"]
    Row(value='33.33', precision='50.00', recall='25.00', counts='1 / 2 / 4')
    >>> found["score fish"].value, others
    ('33.33', ['no sharks'])
    """
    found: dict[str, Row] = {}
    others: list[str] = []
    for each in printed.splitlines():
        if measured := MEASURED.fullmatch(each):
            name, precision, recall, value, counts = measured.groups()
            found[name] = Row(value, precision, recall, counts or NOTHING)
        elif single := SCORE.fullmatch(each) or SINGLE.fullmatch(each):
            found[single[1]] = Row(single[2])
        elif each and not HEADING.fullmatch(each):
            others.append(each.rstrip())
    return found, others


def block(one: Set, printed: Mapping[str, str], run: str) -> Block:
    """A set's block from what its scorer printed of each voice; the run's version, commit and date stand in each line.

    >>> from tests.benchmarks.sets import Figure
    >>> whales = Set("whales", "", "", [], (Figure("score whales", "whales, F1", "80"),))
    >>> block(whales, {"rules alone": "score whales 66.67"}, "0.1.0, abc, 2020-02-20").lines
    (('whales', 'whales, F1', '80', '66.67', '–', '–', '–', '0.1.0, abc, 2020-02-20'),)
    """
    read = {voice: rows(text) for voice, text in printed.items()}
    lines = []
    for figure in one.figures:
        found = [read[voice][0][figure.row] if voice in read else Row() for voice in VOICES]
        lines.append((one.name, figure.name, figure.floor, *(cell for row in found for cell in (row.value, row.both())), run))
    rest = {voice: "\n".join(others) for voice, (_, others) in read.items() if others}
    verbatim = [f"What else the scorer prints, {voice}:\n\n```text\n{text}\n```" for voice, text in rest.items()]
    return Block(one.name, tuple(lines), "\n\n".join([*details({voice: found for voice, (found, _) in read.items()}), *verbatim]))


def details(read: Mapping[str, Mapping[str, Row]]) -> list[str]:
    """All rows of all voices as a table of Markdown, where there are any beside the scores."""
    names = [name for name in dict.fromkeys(name for found in read.values() for name in found) if not SCORE.match(f"{name} 0")]
    heads = ["row", *(cell for voice in read for cell in (f"F1, {voice}", "precision / recall", "right / predicted / gold"))]
    lines = []
    for name in names:
        found = [each.get(name, Row()) for each in read.values()]
        lines.append((name, *(cell for row in found for cell in (row.value, row.both(), row.counts))))
    return [table(heads, lines)] * bool(names)


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A table of Markdown.

    >>> print(table(["fish", "bites"], [("pike", "2")]))
    | fish | bites |
    | --- | --- |
    | pike | 2 |
    """
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, ["---"] * len(heads), *lines))


def blocks(page: str) -> dict[str, Block]:
    """The blocks of a page, by their names."""
    lines, *sections = re.split(r"^### ", part(page, FIGURES), flags=re.MULTILINE)
    cells = [tuple(each[2:-2].split(" | ")) for each in lines.splitlines() if each.startswith("|")][2:]
    named = [section.partition("\n")[::2] for section in sections]
    return {name: Block(name, tuple(each for each in cells if each[0] == name), text.strip()) for name, text in named}


def rewrite(page: str, order: Iterable[str], new: Block) -> str:
    """A page with one block put in place of the one of that name, or added; the blocks stand in the given order."""
    held = {**blocks(page), new.name: new}
    kept = [held[name] for name in order if name in held]
    heads = ["set", "figure", "floor", *(cell for voice in VOICES for cell in (voice, "precision / recall")), "version, commit, date"]
    sections = [f"### {one.name}\n\n{one.details}" for one in kept]
    return put(page, FIGURES, "\n\n".join([table(heads, [each for one in kept for each in one.lines]), *sections]))


def part(page: str, name: str) -> str:
    """What stands between the markers of this name.

    >>> part("Fish: <!-- pike: begin --> two <!-- pike: end -->.", "pike")
    'two'
    """
    return page.partition(f"<!-- {name}: begin -->")[2].partition(f"<!-- {name}: end -->")[0].strip()


def put(page: str, name: str, text: str) -> str:
    """A page with other text between the markers of this name.

    >>> put("Fish: <!-- pike: begin --> two <!-- pike: end -->.", "pike", "none")
    'Fish: <!-- pike: begin -->\\n\\nnone\\n\\n<!-- pike: end -->.'
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = page.partition(begin)
    return f"{before}{begin}\n\n{text}\n\n{end}{rest.partition(end)[2]}"
