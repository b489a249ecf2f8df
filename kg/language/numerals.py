"""English numerals: what a run of figures and number words amounts to.

The words are in `numerals.json`. A word that only narrows a number ("at least", "about") is not a numeral.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

__all__ = ["figure", "ordinal", "total", "words"]

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_MAX_DIGITS = 15
_MAX = 10**15  # what is larger is no number that anyone writes


@cache
def words(table: str) -> Mapping[str, float]:
    """The number words of a table of `numerals.json`: "small", "multiplier", "fraction", "ordinal" or "indefinite".

    >>> words("indefinite")["dozens"]
    24
    """
    tables: dict[str, dict[str, float]] = json.loads(files("kg.language").joinpath("numerals.json").read_text(encoding="utf-8"))
    return tables[table]


def figure(word: str) -> float | None:
    """The number that a word in digits stands for, None for any other word and for absurdly long ones.

    >>> figure("1,200"), figure("2.5"), figure("1/2"), figure("12th")
    (1200, 2.5, 0.5, None)
    """
    if not word[:1].isdigit() or len(word) > _MAX_DIGITS or not word.isascii():
        return None
    if _FIGURE.fullmatch(word):
        plain = word.replace(",", "")
        return float(plain) if "." in plain else int(plain)
    parts = _FRACTION.fullmatch(word)
    return int(parts[1]) / int(parts[2]) if parts and int(parts[2]) else None


def ordinal(word: str) -> int | None:
    """The rank that a lower-case ordinal names.

    >>> ordinal("third"), ordinal("23rd"), ordinal("three")
    (3, 23, None)
    """
    if word[:1].isdigit():
        match = _ORDINAL.fullmatch(word)
        return int(match[1]) if match else None
    rank = words("ordinal").get(word)
    return None if rank is None else int(rank)


def total(numerals: Iterable[str]) -> float | None:
    """What lower-case numerals amount to when read together; words between them ("a", "and", "of", "-") count for nothing.

    >>> total(["half", "a", "million"]), total(["two", "dozen"]), total(["one", "hundred", "and", "twenty", "-", "four"])
    (500000, 24, 124)
    >>> total(["5", "1/2"]), total(["2.5", "million"]), total(["tens", "of", "thousands"]), total(["people"])
    (5.5, 2500000, 20000, None)
    """
    done, open_, seen = 0.0, 0.0, False
    small, multiplier, fraction, indefinite = words("small"), words("multiplier"), words("fraction"), words("indefinite")
    for word in numerals:
        if (times := multiplier.get(word)) is not None:
            open_ = (open_ or 1) * times
            if times >= 1000:
                done, open_ = done + open_, 0.0
        elif (times := indefinite.get(word)) is not None:
            open_ = open_ * times / 2 if open_ else times
        elif (number := figure(word) if word[:1].isdigit() else small.get(word, fraction.get(word))) is not None:
            open_ += number
        else:
            continue
        seen = True
    amount = done + open_
    if not seen or amount > _MAX:
        return None
    return int(amount) if amount == int(amount) else amount
