"""Stretches of the calendar with their TIMEX3 values: a day, a week, a month, a quarter, a season, a year, a decade, a century."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

__all__ = [
    "Period", "century", "day", "decade", "easter", "half", "month", "nth_weekday", "quarter", "season", "shift", "week", "weekend", "year",
]

_SEASON_MONTHS = {"SP": (3, 6), "SU": (6, 9), "FA": (9, 12), "WI": (12, 15)}  # first and last month, loosely: hemispheres differ


@dataclass(frozen=True, slots=True)
class Period:
    """A TIMEX3 value and the first and the last day that it spans, None where they can't be told."""

    value: str
    first: date | None = None
    last: date | None = None


def day(on: date) -> Period:
    """One day.

    >>> day(date(2017, 9, 14)).value
    '2017-09-14'
    """
    return Period(on.isoformat(), on, on)


def week(on: date) -> Period:
    """The ISO week, Monday to Sunday, that holds a day.

    >>> week(date(2017, 9, 14)).value
    '2017-W37'
    """
    iso = on.isocalendar()
    first = on - timedelta(days=iso.weekday - 1)
    return Period(f"{iso.year:04d}-W{iso.week:02d}", first, first + timedelta(days=6))


def weekend(on: date) -> Period:
    """The Saturday and Sunday of the ISO week that holds a day.

    >>> weekend(date(2017, 9, 14)).value
    '2017-W37-WE'
    """
    whole = week(on)
    return Period(whole.value + "-WE", whole.first and whole.first + timedelta(days=5), whole.last)


def _months(value: str, of_year: int, first: int, last: int) -> Period:
    if not MINYEAR <= of_year < MAXYEAR:
        return Period(value)
    of_last, last = of_year + (last - 1) // 12, (last - 1) % 12 + 1
    return Period(value, date(of_year, first, 1), date(of_last, last, monthrange(of_last, last)[1]))


def month(of_year: int, number: int) -> Period:
    """A month of a year.

    >>> month(2017, 7)
    Period(value='2017-07', first=datetime.date(2017, 7, 1), last=datetime.date(2017, 7, 31))
    """
    return _months(f"{of_year:04d}-{number:02d}", of_year, number, number)


def quarter(of_year: int, number: int) -> Period:
    """A quarter, 1 to 4, of a year.

    >>> quarter(2017, 3).value
    '2017-Q3'
    """
    return _months(f"{of_year:04d}-Q{number}", of_year, 3 * number - 2, 3 * number)


def half(of_year: int, number: int) -> Period:
    """A half, 1 or 2, of a year."""
    return _months(f"{of_year:04d}-H{number}", of_year, 6 * number - 5, 6 * number)


def season(of_year: int, code: str) -> Period:
    """A season ("SP", "SU", "FA", "WI") of a year; a winter begins in the year that names it and its days run into the next.

    >>> season(2017, "SU").value
    '2017-SU'
    """
    first, last = _SEASON_MONTHS[code]
    return _months(f"{of_year:04d}-{code}", of_year, first, last)


def year(number: int) -> Period:
    """A year.

    >>> year(2017).last
    datetime.date(2017, 12, 31)
    """
    return _months(f"{number:04d}", number, 1, 12)


def decade(first: int) -> Period:
    """The ten years from one that ends in 0; TIMEX3 writes the first three digits.

    >>> decade(1990).value
    '199'
    """
    return Period(f"{first // 10:03d}", date(max(first, MINYEAR), 1, 1), date(first + 9, 12, 31))


def century(number: int) -> Period:
    """A century by its ordinal; TIMEX3 writes the first two digits of its years.

    >>> century(20).value
    '19'
    """
    if not 1 <= number <= 99:
        return Period("XX")
    return Period(f"{number - 1:02d}", date(100 * number - 99, 1, 1), date(100 * number, 12, 31))


def shift(anchor: date, unit: str, steps: int) -> Period | None:
    """The period that lies some days (D), weeks (W), months (M), quarters (Q), years (Y), decades (E) or centuries (C) from a day, as
    coarse as its unit; None for shorter units and for what no calendar reaches.

    >>> shift(date(2017, 9, 14), "D", -3).value, shift(date(2017, 9, 14), "M", -9).value, shift(date(2017, 9, 14), "E", 2).value
    ('2017-09-11', '2016-12', '2037')
    """
    if unit in ("D", "W"):
        ordinal = anchor.toordinal() + steps * (7 if unit == "W" else 1)
        if not 7 < ordinal < date.max.toordinal() - 7:
            return None
        return (day if unit == "D" else week)(date.fromordinal(ordinal))
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}.get(unit)
    if months is None:
        return None
    number = anchor.year * 12 + anchor.month - 1 + steps * months
    of_year = number // 12
    if not MINYEAR <= of_year < MAXYEAR:
        return None
    if unit == "M":
        return month(of_year, number % 12 + 1)
    return quarter(of_year, number % 12 // 3 + 1) if unit == "Q" else year(of_year)


def nth_weekday(of_year: int, number: int, weekday: int, nth: int) -> date:
    """The nth (−1: the last) Monday (1) to Sunday (7) of a month.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    length = monthrange(of_year, number)[1]
    days = [on for on in (date(of_year, number, d) for d in range(1, length + 1)) if on.isoweekday() == weekday]
    return days[nth - 1 if nth > 0 else nth]


def easter(of_year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm.

    >>> easter(2000)
    datetime.date(2000, 4, 23)
    """
    a, (b, c) = of_year % 19, divmod(of_year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * e) // 451
    number, on = divmod(h + e - 7 * m + 114, 31)
    return date(of_year, number, on + 1)
