"""Writes anew what the README's commands print, the Turtle it shows and its figures: to be run after `output/` was built anew.

    python -m tests.answers

A command whose printed lines end in "…" keeps the number of its lines. The Turtle shown is that of the main event, of the figure of its
dead, and of the evidence that it is claimed, whatever these are called now.
"""

import json
import os
import re
import shlex
import tempfile
from pathlib import Path

import pyoxigraph as ox
from typer.testing import CliRunner

from kg.cli import app
from kg.graph.query import run
from tests.readme import PROMPT, README, Command, blocks, commands, own_type, result
from tests.stories.story import STORIES
from tests.test_traps import BOTH, CASES, FEWEST_FACTS, MOST_HARMS, OURS

STORY = README.parent / "output" / "nasiriyah.ttl"
SHOWN = (
    "SELECT ?x { [] kg:mainEvent ?x }",
    "SELECT ?x { [] kg:mainEvent/kg:preferredToll ?x . ?x kg:outcome kg:Killed }",
    "SELECT ?x { [] kg:mainEvent ?e . ?x rdf:subject ?e ; rdf:predicate kg:claimedBy }",
)


def main() -> None:
    """Rewrite the README."""
    text = README.read_text(encoding="utf-8").replace(fenced("turtle", result()), fenced("turtle", turtle()))
    text = re.sub(r"(?<=^\|---\|---\|---\|\n)(\|.*\n)+", lambda _: figures(), text, flags=re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        types = Path(folder) / "types"
        types.mkdir()
        (types / "heckling.ttl").write_text(own_type(), encoding="utf-8")
        (Path(folder) / "output").symlink_to(STORY.parent)
        (Path(folder) / "tests").symlink_to(README.parent / "tests")
        os.chdir(folder)
        for block in blocks("console"):
            text = text.replace(fenced("console", block), fenced("console", "".join(map(answered, commands(block)))))
        os.chdir(README.parent)
    README.write_text(text, encoding="utf-8")


def figures() -> str:
    """The README's rows of figures: those that `test_stories.py` and `test_traps.py` hold."""
    golden, missed, excess = (sum(len(story.graph(kind)) for story in STORIES) for kind in ("", "missed", "excess"))
    cases = json.loads((OURS / "cases.json").read_text(encoding="utf-8"))
    traps, facts = (sum(len(case[kind]) for case in cases) for kind in ("must_not", "must"))
    rows = (
        (f"{len(STORIES)} stories beside what a careful reader wrote (`tests/stories`), in triples",
         f"{golden - missed:,} of {golden:,}", f"{excess:,} more"),
        (
            f"{CASES} articles full of traps (`tests/traps`), in questions",
            f"{FEWEST_FACTS[BOTH]} of {facts}", f"{MOST_HARMS[BOTH]} of {traps}",
        ),
    )
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def fenced(language: str, block: str) -> str:
    """A block in its fence."""
    return f"```{language}\n{block}```"


def turtle() -> str:
    """The blocks of the story's Turtle that the README shows."""
    parts = STORY.read_text(encoding="utf-8").split("\n\n")
    found = []
    for query in SHOWN:
        node = run(query, [STORY]).rows[0][0]
        assert isinstance(node, ox.NamedNode), query
        name = re.escape(node.value.rpartition("/")[2])
        found += [part.strip("\n") for part in parts if re.match(rf"\n?\w+:{name} a ", part)]
    return "\n\n".join(found) + "\n"


def answered(command: Command) -> str:
    """A command with what it prints now."""
    arguments = shlex.split(command.line)[1:]
    lines = [line.rstrip() for line in CliRunner().invoke(app, arguments).stdout.splitlines()] if command.printed else []
    if command.printed and command.printed[-1] == "…":
        lines = [*lines[:len(command.printed) - 1], "…"]
    return "".join(f"{line}\n" for line in [PROMPT + command.line, *lines])


if __name__ == "__main__":
    main()
