"""What reading a time expression needs: the lexemes matched, what they are reckoned from, and the meaning that comes out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.stages.times.lexer import Lexeme
from kg.stages.times.periods import Period
from kg.stages.times.tense import Outlook

__all__ = ["Anchor", "Found", "Meaning", "Reader", "nearest", "of_period", "unknown"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A TIMEX3 value and type, the days spanned, and whether an anchor was lacking."""

    value: str
    type: str = "DATE"
    first: date | None = None
    last: date | None = None
    unanchored: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time expression is reckoned from.

    `published` is the day of publication, `told` the day last told of, `near` the same if that was a moment ago in the text,
    `period` the first day of whatever was last told of (a year, too), `quarter` the first day of a quarter told of a moment ago,
    `outlook` where the clause looks, `apart` whether a year or month was told since the day, in which it is not ("in 1972 … the next day").
    """

    published: date | None
    told: date | None = None
    near: date | None = None
    period: date | None = None
    quarter: date | None = None
    outlook: Outlook | None = None
    apart: bool = False


class Found:
    """The lexemes of one match, asked for by class."""

    def __init__(self, lexemes: list[Lexeme]) -> None:
        self.lexemes = lexemes
        self._by_kind: dict[str, Lexeme] = {}
        for lexeme in lexemes:
            self._by_kind.setdefault(lexeme.kind, lexeme)

    def __contains__(self, kind: str) -> bool:
        return kind in self._by_kind

    def get(self, *kinds: str) -> Any:
        """The value of the first lexeme of one of the classes, None where there is none."""
        for kind in kinds:
            if kind in self._by_kind:
                return self._by_kind[kind].value
        return None

    def has(self, *kinds: str) -> bool:
        """Whether it has a lexeme of one of the classes."""
        return any(kind in self._by_kind for kind in kinds)


_FAR = 300  # days

Reader = Callable[[Found, Anchor], Meaning | None]


def of_period(period: Period, kind: str = "DATE") -> Meaning:
    """A period that is known."""
    return Meaning(period.value, kind, period.first, period.last)


def unknown(value: str, kind: str = "DATE") -> Meaning:
    """An expression that can't be placed for lack of an anchor."""
    return Meaning(value, kind, unanchored=True)


def nearest(candidates: list[date], published: date, outlook: Outlook | None) -> date | None:
    """The candidate that the clause means: in the past, in the future, or simply the nearest to the day of publication.

    News gives the year of a day that is most of a year away, so a candidate that far off does not stand.
    """
    closest = min(candidates, key=lambda on: (abs((on - published).days), on), default=None)
    if outlook == "past":
        past = [on for on in candidates if on <= published]
        return max(past) if past and (published - max(past)).days < _FAR else closest
    if outlook == "future":
        future = [on for on in candidates if on >= published]
        return min(future) if future and (min(future) - published).days < _FAR else closest
    return closest
