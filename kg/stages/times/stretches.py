"""Stretches of the calendar longer than a day: "in July", "last summer", "the third quarter of 1990", "the early 1980s", "2014"."""

from datetime import date, timedelta

from kg.language import numerals
from kg.stages.times import periods
from kg.stages.times.days import calendar_day
from kg.stages.times.periods import Period
from kg.stages.times.values import Anchor, Found, Meaning, nearest, of_period, unknown

__all__ = ["century", "decade", "period", "quarter", "relative", "spelt_year", "year"]

_FAR = 10  # months: news gives the year of what is most of a year away
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def period(found: Found, anchor: Anchor) -> Meaning | None:
    """A month, a season, a weekend, or the week of a date."""
    if "WEEK" in found:
        on = calendar_day(found, anchor)
        return of_period(periods.week(on.first)) if on and on.first else on
    if "WEEKEND" in found:
        return _weekend(found, anchor)
    code, of_year = found.get("SEASON"), found.get("YEARNUM")
    month = _SEASON_STARTS[code] if code else found.get("MONTH")
    suffix = code or f"{month:02d}"
    if of_year is None and "YEAR" in found and (whole := relative(found, anchor)) is not None and whole.first:
        of_year = whole.first.year
    if of_year is None:
        base = anchor.told if found.has("BEFORE", "AFTER", "THAT") else anchor.published
        if base is None:
            return unknown(f"XXXX-{suffix}")
        of_year = _year_of(month, bool(code), base, found, anchor)
    return of_period(periods.season(of_year, code) if code else periods.month(of_year, month))


def _year_of(month: int, is_season: bool, base: date, found: Found, anchor: Anchor) -> int:
    """The year of a month or season (by its first month) that none is told with."""
    this = 12 * base.year + base.month
    length = 3 if is_season else 1
    starts = [12 * (base.year + step) + month for step in (-2, -1, 0, 1, 2)]
    over = [start for start in starts if start + length <= this]
    begun = [start for start in starts if start <= this]
    to_come = [start for start in starts if start > this]
    if found.has("LAST", "BEFORE"):
        chosen = over[-1]
    elif found.has("NEXT", "AFTER"):
        chosen = to_come[0]
    elif found.has("THIS", "CURRENT") and "PAST" not in found:
        chosen = 12 * base.year + month if not is_season else min(starts, key=lambda start: (abs(start - this), start))
    elif "PAST" in found or anchor.outlook == "past" and this - begun[-1] < _FAR:
        chosen = begun[-1]
    elif anchor.outlook == "future":
        chosen = next(start for start in starts if start + length > this)
    else:
        chosen = min(starts, key=lambda start: (abs(start - this), start))
    return (chosen - month) // 12


def _weekend(found: Found, anchor: Anchor) -> Meaning | None:
    base = anchor.told if found.has("BEFORE", "AFTER", "THAT") else anchor.published
    if base is None:
        return unknown("XXXX-WXX-WE")
    weeks = found.get("BEFORE", "AFTER") or 0
    if found.has("LAST", "PAST"):
        weeks = -1
    elif "NEXT" in found:
        weeks = 1
    elif not found.has("THIS", "CURRENT", "THAT", "BEFORE", "AFTER") and anchor.outlook != "future" and base.isoweekday() < 6:
        weeks = -1
    return of_period(periods.weekend(base + timedelta(weeks=weeks)))


def quarter(found: Found, anchor: Anchor) -> Meaning | None:
    """A quarter or half of a year."""
    number, is_half = found.get("ORDINAL"), "half" in found
    if number > (2 if is_half else 4):
        return None
    of_year = found.get("YEARNUM")
    if of_year is None:
        whole = relative(found, anchor) if "YEAR" in found else None
        if whole is not None and whole.first:
            of_year = whole.first.year
        elif is_half:
            return None
        elif anchor.published is None:
            return unknown(f"XXXX-Q{number}")
        else:
            around = (anchor.published.year + step for step in (-1, 0, 1))
            starts = [date(year, 3 * number - 2, 1) for year in around if 1 <= year <= 9999]
            begun = [start for start in starts if start <= anchor.published]
            start = begun[-1] if begun and anchor.outlook != "future" else nearest(starts, anchor.published, "future")
            of_year = start.year if start else anchor.published.year
    return of_period((periods.half if is_half else periods.quarter)(of_year, number))


def decade(found: Found, _: Anchor) -> Meaning | None:
    """ "The 1980s", "the early nineties"."""
    start = found.get("DECADE")
    return of_period(periods.decade(start if start >= 1000 else 1900 + start))


def century(found: Found, _: Anchor) -> Meaning | None:
    """ "The 20th century"."""
    return of_period(periods.century(found.get("ORDINAL"))) if found.get("AGE") == "C" else None


def spelt_year(found: Found, _: Anchor) -> Meaning | None:
    """A year of this century in words: "the year two thousand"."""
    number = numerals.total(lexeme.word for lexeme in found.lexemes if lexeme.kind in ("WORDNUM", "TENS", "CENTURYNUM"))
    return of_period(periods.year(int(number))) if number and 2000 <= number < 2100 else None


def year(found: Found, _: Anchor) -> Meaning | None:
    """A year by its number."""
    return of_period(periods.year(found.get("YEARNUM")))


def relative(found: Found, anchor: Anchor) -> Meaning | None:
    """A unit reckoned from the day of publication ("last year", "this week") or from the day last told of ("the same day")."""
    unit = found.get("DAY", "WEEK", "MONTHUNIT", "QUARTER", "YEAR", "AGE")
    if unit is None or len(unit) > 1 or unit == "D" and found.has("LAST", "THIS"):
        return None
    from_told = found.has("BEFORE", "AFTER", "THAT") or unit == "D"
    base = (anchor.period if unit == "Y" and "THAT" in found else anchor.told) if from_told else anchor.published
    if unit == "D" and anchor.apart:
        base = None
    steps = -1 if found.has("LAST", "BEFORE", "PAST") else 1 if found.has("NEXT", "AFTER") else 0
    if base is None:
        return unknown(_UNPLACED[unit] if from_told else ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[steps + 1])
    if unit == "W" and steps < 0 and base.isoweekday() == 7:
        steps = 0  # on a Sunday "last week" is the one that ends with it
    if unit in ("E", "C"):
        whole = periods.decade(base.year // 10 * 10 + 10 * steps) if unit == "E" else periods.century((base.year - 1) // 100 + 1 + steps)
        return of_period(whole)
    there: Period | None = periods.shift(base, unit, steps)
    return of_period(there) if there else None


_UNPLACED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}
