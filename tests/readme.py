"""What stands in fences in the README, for the tests that run it; as a script, print the Turtle that adds an event type.

A fence is named for what it holds: `sh` (commands of the set-up), `console` (commands after "$ ", each with what it prints, where a line
"…" stands for any lines), `python` (a session with ">>> "), `text` (a file), `turtle` (the type, and a part of `output/nasiriyah.ttl`).
"""

import re
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
PROMPT = "$ "


@dataclass(frozen=True)
class Command:
    """A command of the README, and the lines that it is said to print."""

    line: str
    printed: tuple[str, ...]


def blocks(language: str, page: Path = README) -> list[str]:
    """The contents of a page's blocks fenced as this language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def links(page: Path = README) -> list[str]:
    """The files that a page links to."""
    return re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))


def own_type() -> str:
    """The Turtle by which the README adds an event type."""
    [found] = [block for block in blocks("turtle") if "owl:Class" in block]
    return found


def result() -> str:
    """The Turtle that the README shows as what comes out."""
    [found] = [block for block in blocks("turtle") if "owl:Class" not in block]
    return found


def commands(block: str) -> list[Command]:
    """The commands of a console block."""
    found: list[Command] = []
    for line in block.splitlines():
        if line.startswith(PROMPT):
            found.append(Command(line.removeprefix(PROMPT), ()))
        elif found[-1].line.count("'") % 2:  # a query goes on over lines until its quotation mark
            found[-1] = Command(f"{found[-1].line}\n{line}", ())
        else:
            found[-1] = Command(found[-1].line, (*found[-1].printed, line))
    return found


if __name__ == "__main__":
    print(own_type(), end="")
