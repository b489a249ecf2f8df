"""Where the paragraphs of a plain text lie, whether its lines are wrapped or a paragraph each."""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from kg.model import Span

__all__ = ["paragraphs", "trim"]

LINE = re.compile(r"([^\n\r\v\f\x85\u2028\u2029]*)(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
NARROWEST, WIDEST = 40, 110  # columns of the longest line of a text that was wrapped by hand
RAGGED = 0.93  # so full must a line be to count as evidence that the text is wrapped …
SHORT = 0.8  # … and less full than this is the last line of a paragraph, even in one that is
FINAL = tuple(".!?:;\"'”’)]")


def paragraphs(text: str, begin: int = 0, end: int | None = None) -> list[Span]:
    """The spans of the paragraphs between `begin` and `end`, without white space at their ends, in order.

    Blank lines part paragraphs. Lines that follow each other are one paragraph where the text looks wrapped (most lines have no
    room for the next word), or where the second goes on in lower case; else each is a paragraph.

    >>> text = "Quake hits\\nA quake hit the coast on Friday\\nand did no harm.\\n\\nIt was mild."
    >>> [text[begin:end] for begin, end in paragraphs(text)]
    ['Quake hits', 'A quake hit the coast on Friday\\nand did no harm.', 'It was mild.']
    """
    groups = list(_groups(text, [match.span(1) for match in LINE.finditer(text, begin, len(text) if end is None else end)]))
    width = max((last - first for group in groups for first, last in group), default=0)
    short = SHORT * width if _is_wrapped(text, groups, width) else inf
    found: list[Span] = []
    for group in groups:
        start = group[0][0]
        for first, second in pairwise(group):
            runs_on = _fill(text, first, second) > short and not _indented(text, first, second)
            if width > WIDEST or not (runs_on or _goes_on(text, first, second)):
                found.append(trim(text, (start, first[1])))
                start = second[0]
        found.append(trim(text, (start, group[-1][1])))
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
    """Lines that no blank line parts, without the white space at their right."""
    group: list[Span] = []
    for begin, end in [*lines, (0, 0)]:
        words = text[begin:end].rstrip()
        if words:
            group.append((begin, begin + len(words)))
        elif group:
            yield group
            group = []


def _is_wrapped(text: str, groups: list[list[Span]], width: int) -> bool:
    breaks = [two for group in groups for two in pairwise(group) if not _indented(text, *two)]
    full = [_fill(text, first, second) > RAGGED * width for first, second in breaks]
    return NARROWEST <= width <= WIDEST and len(full) > 1 and sum(full) * 3 >= len(full) * 2


def _fill(text: str, first: Span, second: Span) -> int:
    """How long a line would be with the first word of the next."""
    return first[1] - first[0] + 1 + len(text[second[0]:second[1]].split(maxsplit=1)[0])


def _indented(text: str, first: Span, second: Span) -> bool:
    return _indent(text, second) >= 2 > _indent(text, first)


def _indent(text: str, line: Span) -> int:
    return line[1] - line[0] - len(text[line[0]:line[1]].lstrip())


def _goes_on(text: str, first: Span, second: Span) -> bool:
    """Whether the second line goes on in lower case with what the first has not ended."""
    return text[second[0]:second[1]].lstrip()[0].islower() and not text[first[0]:first[1]].endswith(FINAL)
