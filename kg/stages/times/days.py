"""Expressions that name a day: dates, weekdays, feasts, "yesterday"."""

from datetime import date, timedelta

from kg.stages.times import periods
from kg.stages.times.lexer import grammar
from kg.stages.times.periods import Period
from kg.stages.times.values import Anchor, Found, Meaning, nearest, of_period, unknown

__all__ = ["any_day", "calendar_day", "famous"]


def _make_day(year: int, month: int, number: int) -> date | None:
    """The day of a calendar date, None where there is no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _weekday(found: Found, anchor: Anchor) -> Meaning | None:
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
        on = _make_day(first, second, third) if first > 31 else _make_day(third, second, first) or _make_day(third, first, second)
        return of_period(periods.day(on)) if on and third > 31 or on and first > 31 else None
    numbers = [lexeme.value for lexeme in found.lexemes if lexeme.kind in ("DAYNUM", "ORDINAL")]
    month, year = found.get("MONTH"), found.get("YEARNUM")
    if month is None:
        month, numbers = numbers[0], numbers[1:]
    if year is None and "YEAR" in found and anchor.published is not None:
        year = anchor.published.year + ("NEXT" in found) - ("LAST" in found)  # "11 August last year"
    if year is not None:
        on = _make_day(year, month, numbers[0])
    elif anchor.published is None:
        return unknown(f"XXXX-{month:02d}-{numbers[0]:02d}") if _make_day(2000, month, numbers[0]) else None
    else:
        around = (anchor.published.year + step for step in (-1, 0, 1))
        candidates = [on for on in (_make_day(year, month, numbers[0]) for year in around if year > 0) if on]
        named = [on for on in candidates if on.isoweekday() == found.get("WEEKDAY")]
        looks = "past" if "LAST" in found else "future" if "NEXT" in found else None if named else anchor.outlook
        on = nearest(named or candidates, anchor.published, looks)
    if on is None:
        return None
    last = _make_day(on.year, on.month, numbers[1]) if len(numbers) > 1 else None
    return Meaning(on.isoformat(), "DATE", on, last if last and last > on else on)


def famous(found: Found, anchor: Anchor) -> Meaning | None:
    """A day that stands for what happened on it ("the September 11 attacks"), in news from later years."""
    named = grammar().famous.get(f"{found.get('MONTH'):02d}-{found.get('DAYNUM'):02d}")
    if named is None or anchor.published is not None and anchor.published.year <= named.year:
        return calendar_day(found, anchor)
    return of_period(periods.day(named))


def _holiday(found: Found, anchor: Anchor) -> Meaning | None:
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
    return _make_day(year, int(rule[:2]), int(rule[3:]))


def _deictic(found: Found, anchor: Anchor) -> Meaning | None:
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
        return _holiday(found, anchor)
    if "FAMOUS" in found:
        return of_period(periods.day(date.fromisoformat(found.get("FAMOUS"))))
    if "WEEKDAY" in found:
        return _weekday(found, anchor)
    return _deictic(found, anchor) if found.has("DEICTIC", "TONIGHT") else None
