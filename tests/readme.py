"""The fenced blocks of the README, for the tests that run them; as a script, print the one that adds an event type."""

import re
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def blocks(language: str) -> list[str]:
    """The contents of the blocks fenced as this language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def own_type() -> str:
    """The Turtle by which the README adds an event type."""
    [found] = [block for block in blocks("turtle") if "owl:Class" in block]
    return found


if __name__ == "__main__":
    print(own_type(), end="")
