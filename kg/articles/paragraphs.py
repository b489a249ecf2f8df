"""Where the paragraphs of a plain text lie, whether its lines are wrapped or a paragraph each."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.model import Span

__all__ = ["paragraphs", "trim"]

LINE = re.compile(r"([^\n\r\v\f\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
WIDEST = 110  # columns; a text with a longer line is not wrapped by hand
FINAL = tuple(".!?:;\"'”’)]")


def paragraphs(text: str, begin: int = 0, end: int | None = None) -> list[Span]:
    """The spans of the paragraphs between `begin` and `end`, without white space at their ends, in order.

    Blank lines part paragraphs. Lines that follow each other are one paragraph where they look wrapped (the next word would not
    have fitted), else a paragraph each.

    >>> text = "Quake hits coast\\n\\nA quake hit the coast.\\nIt was mild."
    >>> [text[begin:end] for begin, end in paragraphs(text)]
    ['Quake hits coast', 'A quake hit the coast.', 'It was mild.']
    """
    lines = [match.span(1) for match in LINE.finditer(text, begin, len(text) if end is None else end)]
    width = max((stop - start for start, stop in lines), default=0)
    found: list[Span] = []
    for group in _groups(text, lines):
        found.extend(_wrapped(text, group, width) if width <= WIDEST else (trim(text, line) for line in group))
    return found


def trim(text: str, span: Span) -> Span:
    """A span without the white space at its ends.

    >>> trim("  word ", (0, 7))
    (2, 6)
    """
    begin, end = span
    words = text[begin:end]
    begin += len(words) - len(words.lstrip())
    return begin, begin + len(words.strip())


def _groups(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Lines that no blank line parts."""
    group: list[Span] = []
    for line in [*lines, (0, 0)]:
        if text[line[0]:line[1]].strip():
            group.append(line)
        elif group:
            yield group
            group = []


def _wrapped(text: str, group: list[Span], width: int) -> Iterator[Span]:
    """The paragraphs of a group of short lines: one where most of its breaks come for want of room, but a new one at an indent."""
    breaks = list(pairwise(group))
    soft = [_soft(text, first, second, width) for first, second in breaks]
    if sum(soft) * 3 < len(soft) * 2:
        yield from (trim(text, line) for line in group)
        return
    begin = group[0][0]
    for first, second in breaks:
        if _indent(text, second) >= 2 > _indent(text, first):
            yield trim(text, (begin, first[1]))
            begin = second[0]
    yield trim(text, (begin, group[-1][1]))


def _soft(text: str, first: Span, second: Span, width: int) -> bool:
    line, following = text[first[0]:first[1]].rstrip(), text[second[0]:second[1]].lstrip()
    if len(line) + 1 + len(following.split(maxsplit=1)[0]) > width:
        return True
    return following[0].islower() and not line.endswith(FINAL)


def _indent(text: str, line: Span) -> int:
    words = text[line[0]:line[1]]
    return len(words) - len(words.lstrip())
