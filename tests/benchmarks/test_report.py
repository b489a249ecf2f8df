"""The page of the accuracy benchmark: what is rewritten, and what stays."""

from pathlib import Path

import pytest

from tests.benchmarks.report import FIGURES, PAGE, block, blocks, put, rewrite, rows
from tests.benchmarks.sets import Figure, Set, development_sets

TROUT = """trout      P      R     F1   right / predicted / gold
big trout         50.00  25.00  33.33   1 / 2 / 4
CoNLL F1                         91.46
brown trout 3, rainbow trout 1
score trout 33.33
"""
PIKE = "pike that bit    2 of  9\nscore pike 2\nscore pike-recall 80.00\n"
BITES, RECALL = Figure("score pike", "bites of 9", "at most 3"), Figure("score pike-recall", "recall")
BIG = Figure("big trout", "big ones, F1", "40")
SETS = (
    Set("pike", "{eval}/pike", "score.py", ["--ttl", "{out}"], (BITES, RECALL)),
    Set("trout", "{root}/trout", "score.py", [], (BIG,)),
)
EMPTY = f"Before.\n\n{put('', FIGURES, '')}\n\n## Log\nAfter.\n"


@pytest.fixture
def page() -> str:
    """Both sets scored, the second first."""
    page = EMPTY
    for one, printed in ((SETS[1], TROUT), (SETS[0], PIKE)):
        page = rewrite(page, ["pike", "trout"], block(one, {"rules alone": printed}, "1.0, abc, 2020-02-20"))
    return page


def test_rows() -> None:
    found, others = rows(TROUT)
    assert {name: row.value for name, row in found.items()} == {"big trout": "33.33", "CoNLL F1": "91.46", "score trout": "33.33"}
    assert others == ["brown trout 3, rainbow trout 1"]


def test_the_table_stands_in_the_order_of_the_sets(page: str) -> None:
    assert [line for line in page.splitlines() if line.startswith(("| pike", "| trout"))] == [
        "| pike | bites of 9 | at most 3 | 2 | – | – | – | 1.0, abc, 2020-02-20 |",
        "| pike | recall | – | 80.00 | – | – | – | 1.0, abc, 2020-02-20 |",
        "| trout | big ones, F1 | 40 | 33.33 | 50.00 / 25.00 | – | – | 1.0, abc, 2020-02-20 |",
    ]


def test_details(page: str) -> None:
    assert "| big trout | 33.33 | 50.00 / 25.00 | 1 / 2 / 4 |" in blocks(page)["trout"].details
    assert "brown trout 3, rainbow trout 1" in blocks(page)["trout"].details
    assert "| row |" not in blocks(page)["pike"].details


def test_one_set_alone_leaves_the_rest(page: str) -> None:
    both = {"rules alone": TROUT, "with the reader": TROUT.replace("33.33", "44.44")}
    after = rewrite(page, ["pike", "trout"], block(SETS[1], both, "1.1, def, 2020-02-21"))
    assert "| trout | big ones, F1 | 40 | 33.33 | 50.00 / 25.00 | 44.44 | 50.00 / 25.00 | 1.1, def, 2020-02-21 |" in after
    assert blocks(after)["pike"] == blocks(page)["pike"]
    assert after.startswith("Before.\n\n") and after.endswith("\n\n## Log\nAfter.\n")


def test_a_row_that_the_scorer_lacks_is_an_error() -> None:
    with pytest.raises(KeyError):
        block(SETS[1], {"rules alone": PIKE}, "")


def test_the_committed_page_is_as_the_driver_writes_it() -> None:
    page, sets = PAGE.read_text(encoding="utf-8"), development_sets()
    held = blocks(page)
    assert list(held) == [one.name for one in sets]
    for one in sets:
        assert rewrite(page, held, held[one.name]) == page
        assert [line[1:3] for line in held[one.name].lines] == [(figure.name, figure.floor) for figure in one.figures]


def test_the_sets_are_told_where_things_are() -> None:
    for one in development_sets():
        filled = one.filled(Path("/eval"), Path("/root"), Path("/out"))
        assert one.path(Path("/eval"), Path("/root")).is_absolute() and any(argument.startswith("/out") for argument in filled)
        assert not any("{" in argument for argument in filled)
