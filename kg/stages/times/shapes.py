"""The classes of words that no table lists, told by how they are written: figures, number words, clock times, decades, years in words."""

import re
from functools import lru_cache
from typing import Any

from kg.language import numerals

__all__ = ["OTHER", "shape", "spelt_year"]

OTHER: tuple[str, Any] = ("OTHER", None)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?|(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m\.?")
_DECADE = re.compile(r"(?:mid-)?['’]?(\d{2}|\d{4})['’]?s")
_MID_YEAR = re.compile(r"(?:early|mid|late)-((?:19|20)\d\d)")
_NUMERIC_DATE = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")


def spelt_year(spelt: list[str], number: int) -> tuple[int, int] | None:
    """The end and the year of one in words that begins at a token: "nineteen ninety-one".

    >>> spelt_year(["in", "nineteen", "ninety", "-", "one", "."], 1)
    (5, 1991)
    """
    small = numerals.words("small")
    hundreds = small.get(spelt[number], 0)
    if not 16 <= hundreds <= 19:
        return None
    parts, end = [0], number + 1
    for least, most in ((20, 90), (1, 9)):
        at = end + (spelt[end:end + 1] in (["-"], ["–"]))
        part = small.get(spelt[at], 0) if at < len(spelt) else 0
        if not least <= part <= most:
            break
        parts, end = [*parts, int(part)], at + 1
    return (end, int(100 * hundreds + sum(parts))) if len(parts) > 1 else None


@lru_cache(maxsize=1 << 14)
def shape(word: str) -> tuple[str, Any]:
    """The class of a word that no table lists: figures, number words, ordinals, clock times, decades, punctuation."""
    if word[0].isdigit() or word[0] in "'’" or word.startswith("mid-") and not _MID_YEAR.fullmatch(word):
        return _figures(word)
    if match := _MID_YEAR.fullmatch(word):  # "since mid-2009"
        return "YEARNUM", int(match[1])
    if word in ("-", "–"):
        return "HYPHEN", None
    if word == ",":
        return "COMMA", None
    if word in (".", ";", "?", "!", ")", '"', "”", "and", "but"):
        return "STOP", None
    if word in numerals.words("small") or word in numerals.words("multiplier"):
        return "WORDNUM", word
    rank = numerals.ordinal(word)
    return ("ORDINAL", rank) if rank is not None else OTHER


def _figures(word: str) -> tuple[str, Any]:
    if word.isdecimal() and word.isascii():
        number = int(word) if len(word) < 10 else 0
        if len(word) <= 2:
            return ("DAYNUM" if 1 <= number <= 31 else "FIGURE"), number
        if len(word) == 4:
            return ("YEARNUM" if 1000 <= number < 2200 else "MILITARY"), number
        return "FIGURE", word
    if match := _CLOCK.fullmatch(word):
        hour, minute = int(match[1] or match[3]), int(match[2] or match[4] or 0)
        return "CLOCKTIME", (hour % 12 + 12 * (match[5] == "p") if match[5] else hour, minute)
    if match := _NUMERIC_DATE.fullmatch(word):
        return "NUMDATE", (int(match[1]), int(match[2]), int(match[3]))
    if match := _DECADE.fullmatch(word):
        start = int(match[1]) if len(match[1]) == 4 else 1900 + int(match[1])
        return ("DECADE", start) if start % 10 == 0 else OTHER
    rank = numerals.ordinal(word)
    if rank is not None:
        return "ORDINAL", rank
    return ("FIGURE", word) if numerals.figure(word) is not None else OTHER
