"""Labels fit to be drawn: wrapped, shortened and measured without a browser."""

import unicodedata
from dataclasses import dataclass

__all__ = ["Box", "box", "width", "wrapped"]

# Marks that turn the direction of the text after them; a label is drawn without them.
_TURNS = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
_INSIDE = {"box": 1.0, "ellipse": 1.45}  # shapes that hold their label, and how much wider than it they are


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes, in canvas pixels around its position."""

    half: int  # to the left and to the right
    up: int
    down: int


def width(text: str) -> int:
    """How many columns a text takes; a wide character takes two.

    >>> width("Ana"), width("北京")
    (3, 4)
    """
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, columns: int, lines: int) -> str:
    """A text in at most so many lines of at most so many columns, words cut only where one alone is too long.

    >>> wrapped("Bombing of a fish market in Marrin", 16, 2)
    'Bombing of a\\nfish market in…'
    """
    rows = [""]
    for word in text[:1000].translate(_TURNS).split():
        while word:
            room = columns - width(rows[-1]) - bool(rows[-1])
            if width(word) <= room:
                rows[-1] += (" " if rows[-1] else "") + word
                break
            if not rows[-1]:
                rows[-1], word = word[: columns // 2], word[columns // 2:]
            rows.append("")
            if len(rows) > lines:
                return "\n".join(rows[:lines]) + "…"
    return "\n".join(row for row in rows if row)


def box(label: str, shape: str, size: int, radius: int = 17) -> Box:
    """The room of a node whose (wrapped) label is drawn in a font of `size` pixels."""
    rows = label.split("\n")
    across = int(max(map(width, rows)) * size * 0.58) + 4
    tall = int(len(rows) * size * 1.25)
    if shape in _INSIDE:
        half, high = int(across / 2 * _INSIDE[shape]) + 12, int(tall / 2 * _INSIDE[shape]) + 12
        return Box(half, high, high)
    return Box(max(across // 2, radius) + 2, radius + 2, radius + 6 + tall)
