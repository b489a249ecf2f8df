"""What a matched time expression means: from its lexemes and what it is reckoned from to a TIMEX3 value and the days it spans."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from kg.stages.times import periods
from kg.stages.times.lexer import Lexeme, grammar
from kg.stages.times.periods import Period
from kg.stages.times.tense import Outlook

__all__ = ["Anchor", "Found", "Meaning", "Reader", "any_day", "calendar_day", "famous", "make_day", "nearest", "of_period", "unknown"]


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
    `period` the first day of whatever was last told of (a year, too), `outlook` where the clause looks.
    """

    published: date | None
    told: date | None = None
    near: date | None = None
    period: date | None = None
    outlook: Outlook | None = None


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


def make_day(year: int, month: int, number: int) -> date | None:
    """The day of a calendar date, None where there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


# --- days ----------------------------------------------------------------------------------------------------------------------


def weekday(found: Found, anchor: Anchor) -> Meaning | None:
    """A day of the week: "Thursday", "next Tuesday", "the previous Friday"."""
    number = found.get("WEEKDAY")
    relative = found.has("BEFORE", "AFTER")
    base = anchor.told if relative else anchor.published
    if base is None:
        return unknown(f"XXXX-WXX-{number}")
    back, forth = (base.isoweekday() - number) % 7, (number - base.isoweekday()) % 7
    if found.has("LAST", "BEFORE", "PAST"):
        offset = -(back or 7)
    elif found.has("NEXT", "AFTER"):
        offset = forth or 7
    else:
        ahead = anchor.outlook in ("present", "future") or anchor.outlook is None and "THIS" in found
        offset = forth if ahead else -back
    return of_period(periods.shift(base, "D", offset) or Period(f"XXXX-WXX-{number}"))


def calendar_day(found: Found, anchor: Anchor) -> Meaning | None:
    """A date with a month and a day: "11 August 1986", "Aug. 7", "2017-09-14", "14/09/2017"."""
    if "NUMDATE" in found:
        first, second, third = found.get("NUMDATE")
        on = make_day(first, second, third) if first > 31 else make_day(third, second, first) or make_day(third, first, second)
        return of_period(periods.day(on)) if on and third > 31 or on and first > 31 else None
    numbers = [lexeme.value for lexeme in found.lexemes if lexeme.kind in ("DAYNUM", "ORDINAL")]
    month, year = found.get("MONTH"), found.get("YEARNUM")
    if month is None:
        month, numbers = numbers[0], numbers[1:]
    if year is None and "YEAR" in found and anchor.published is not None:
        year = anchor.published.year + ("NEXT" in found) - ("LAST" in found)  # "11 August last year"
    if year is not None:
        on = make_day(year, month, numbers[0])
    elif anchor.published is None:
        return unknown(f"XXXX-{month:02d}-{numbers[0]:02d}") if make_day(2000, month, numbers[0]) else None
    else:
        around = (anchor.published.year + step for step in (-1, 0, 1))
        candidates = [on for on in (make_day(year, month, numbers[0]) for year in around if year > 0) if on]
        named = [on for on in candidates if on.isoweekday() == found.get("WEEKDAY")]
        looks = "past" if "LAST" in found else "future" if "NEXT" in found else None if named else anchor.outlook
        on = nearest(named or candidates, anchor.published, looks)
    if on is None:
        return None
    last = make_day(on.year, on.month, numbers[1]) if len(numbers) > 1 else None
    return Meaning(on.isoformat(), "DATE", on, last if last and last > on else on)


def famous(found: Found, anchor: Anchor) -> Meaning | None:
    """A day that stands for what happened on it ("the September 11 attacks"), in news from later years."""
    named = grammar().famous.get(f"{found.get('MONTH'):02d}-{found.get('DAYNUM'):02d}")
    if named is None or anchor.published is not None and anchor.published.year <= named.year:
        return calendar_day(found, anchor)
    return of_period(periods.day(named))


def holiday(found: Found, anchor: Anchor) -> Meaning | None:
    """A feast: a fixed day ("12-25"), the nth weekday of a month ("11/4/4"), or days from Easter ("easter-2")."""
    rule, year = found.get("HOLIDAY"), found.get("YEARNUM")
    if year is not None:
        on = _feast(rule, year)
    elif anchor.published is None:
        return unknown(f"XXXX-{rule}" if rule[2] == "-" else "XXXX-XX-XX")
    else:
        years = (anchor.published.year + step for step in (-1, 0, 1))
        on = nearest([day for day in (_feast(rule, of_year) for of_year in years) if day], anchor.published, anchor.outlook)
    return of_period(periods.day(on)) if on else None


def _feast(rule: str, year: int) -> date | None:
    if not 1 < year < 9999:
        return None
    if rule.startswith("easter"):
        return periods.easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    if "/" in rule:
        month, on, nth = (int(part) for part in rule.split("/"))
        return periods.nth_weekday(year, month, on, nth)
    return make_day(year, int(rule[:2]), int(rule[3:]))


def deictic(found: Found, anchor: Anchor) -> Meaning | None:
    """Days counted from the day of publication: "yesterday", "tonight"."""
    steps = found.get("DEICTIC", "TONIGHT")
    if anchor.published is None:
        return unknown("PRESENT_REF" if steps == 0 else "PAST_REF" if steps < 0 else "FUTURE_REF")
    there = periods.shift(anchor.published, "D", steps)
    return of_period(there) if there else None


def any_day(found: Found, anchor: Anchor) -> Meaning | None:
    """Whatever names a day, None where the expression names none."""
    if found.has("MONTH", "NUMDATE") or "YEARNUM" in found and found.has("HYPHEN") and "HOLIDAY" not in found:
        return calendar_day(found, anchor)
    if "HOLIDAY" in found:
        return holiday(found, anchor)
    if "FAMOUS" in found:
        return of_period(periods.day(date.fromisoformat(found.get("FAMOUS"))))
    if "WEEKDAY" in found:
        return weekday(found, anchor)
    return deictic(found, anchor) if found.has("DEICTIC", "TONIGHT") else None
