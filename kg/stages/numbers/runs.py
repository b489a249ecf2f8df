"""Runs of number words: where a numeral begins and ends, what it amounts to, and ranges of two."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from kg.language import numerals

__all__ = ["Run", "Words", "may_begin", "run_at", "upper_end", "words"]

_JOINS = ("to", "or", "-", "–")


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a number that tell what it is, from `words.json`."""

    before: tuple[tuple[tuple[str, ...], str], ...]  # longest first
    after: tuple[tuple[tuple[str, ...], str], ...]
    not_after: frozenset[str]
    measures: frozenset[str]
    not_before_one: frozenset[str]
    nouns_of_two: frozenset[str]
    years: tuple[int, int]
    oldest: int


class Run(NamedTuple):
    """Number words that belong together: tokens from `begin` to `end`, and what they amount to."""

    begin: int
    end: int
    amount: float
    vague: bool  # "dozens", "hundreds"


@cache
def words() -> Words:
    """The words of `words.json`, read when first asked for."""
    data: dict[str, Any] = json.loads(files("kg.stages.numbers").joinpath("words.json").read_text(encoding="utf-8"))
    return Words(_phrases(data["before"]), _phrases(data["after"]), frozenset(data["not after"]), frozenset(data["measures"]),
                  frozenset(data["not before one"]), frozenset(data["nouns of two"]), (data["years"][0], data["years"][1]), data["oldest"])


def _phrases(table: Mapping[str, str]) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple(sorted(((tuple(words.split()), bound) for words, bound in table.items()), key=lambda entry: (-len(entry[0]), entry)))


@cache
def _number_words() -> frozenset[str]:
    return frozenset(word for table in ("small", "multiplier", "indefinite") for word in numerals.words(table)) | {"half"}


def may_begin(word: str) -> bool:
    """Whether a numeral may begin with a word."""
    return word[0].isdigit() or word in _number_words() or word in ("a", "an")


def run_at(spelt: Sequence[str], begin: int) -> Run | None:
    """The longest numeral that begins at a token."""
    end, vague = begin, False
    numeral: list[str] = []
    if spelt[begin] in ("a", "an") and begin + 1 < len(spelt) and not _is_multiple(spelt[begin + 1]):
        return None
    while end < len(spelt):
        word = spelt[end]
        if _is_numeral(word):
            if numeral and (word[:1].isdigit() and "/" not in word or numeral[-1][:1].isdigit() and word in numerals.words("small")):
                break  # "In 2003 two people"
            vague = vague or word in numerals.words("indefinite")
            vague = vague or numeral != [] and word in numerals.words("multiplier") and numeral[0] in words().nouns_of_two
            numeral.append(word)
        elif not (word in ("a", "an", "-", "and", "of") and _goes_on(spelt, end, bool(numeral))):
            break
        end += 1
    amount = numerals.total(numeral)
    return Run(begin, end, amount, vague) if amount is not None else None


def _is_multiple(word: str) -> bool:
    return word in numerals.words("multiplier") or word in words().nouns_of_two


def _is_numeral(word: str) -> bool:
    if word[:1].isdigit():
        return numerals.figure(word) is not None
    return word in _number_words()


def _goes_on(spelt: Sequence[str], link: int, begun: bool) -> bool:
    """Whether a linking word stands inside a numeral: "half a million", "twenty-four", "hundred and ten", "tens of thousands"."""
    before, after = spelt[link - 1] if link else "", spelt[link + 1] if link + 1 < len(spelt) else ""
    word, multiples = spelt[link], numerals.words("multiplier")
    if word in ("a", "an"):
        return (not begun or before == "half") and _is_multiple(after)
    if word == "of":
        return before in (*numerals.words("indefinite"), *words().nouns_of_two) and after in (*numerals.words("indefinite"), *multiples)
    if word == "-":
        small = numerals.words("small")
        return small.get(before, 0) >= 20 and 0 < small.get(after, 0) < 10
    return before in ("hundred", "thousand") and after in numerals.words("small")


def upper_end(spelt: Sequence[str], run: Run) -> Run | None:
    """The upper end of a range: "10 to 15", "two or three", "10-15", "between 10 and 15"."""
    if run.end + 1 >= len(spelt):
        return None
    join = spelt[run.end]
    ranged = join == "and" and run.begin > 0 and spelt[run.begin - 1] == "between" or join in _JOINS
    upper = run_at(spelt, run.end + 1) if ranged else None
    return upper if upper is not None and upper.amount > run.amount else None
