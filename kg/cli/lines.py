"""Where in the ontology's files an entry stands, by the IRI that `kg:rule` gives it."""

import re
from collections.abc import Iterable
from pathlib import Path

from kg.ontology import folder
from kg.terms import KGX

__all__ = ["Lines"]


class Lines:
    """The lines of our ontology and of the user's folders."""

    def __init__(self, folders: Iterable[Path] = ()) -> None:
        files = [path for where in (folder(), *folders) for path in sorted(where.rglob("*.ttl") if where.is_dir() else [where])]
        self._lines = {path: path.read_text(encoding="utf-8").splitlines() for path in files}

    def place(self, rule: str) -> str:
        """"FILE:LINE" of a path entry, or of a word below the class that lists it; empty where the rule is no entry of a file.

        A path's IRI is its own; a word's is its class, part of speech and lemmas: "…#Bombing/verb/blow-up".
        """
        name, _, word = rule.removeprefix(KGX.iri).partition("/")
        subject = re.compile(rf"^(\w*:{re.escape(name)}|<[^>]*[#/]{re.escape(name)}>)(\s|$)")
        wanted = re.compile(re.escape(word.partition("/")[2]).replace(r"\-", "[- ]"), re.IGNORECASE) if word else None
        for path, lines in self._lines.items():
            for number, line in enumerate(lines, 1):
                if subject.match(line):
                    found = _within(lines, number, wanted)
                    if found:
                        return f"{path.name}:{found}"
        return ""


def _within(lines: list[str], start: int, wanted: re.Pattern[str] | None) -> int | None:
    """The first line of the block that starts at a line (1-based) in which a quoted string is the word wanted."""
    if wanted is None:
        return start
    for number in range(start, len(lines) + 1):
        line = lines[number - 1]
        if any(wanted.fullmatch(text) for text in re.findall(r'"([^"]*)"', line)):
            return number
        if re.search(r"\.\s*(#.*)?$", line):
            return None
    return None
