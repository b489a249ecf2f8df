"""Lengths of time and what is reckoned with them: "three days", "two weeks ago", "a year earlier", "the past six months", "every day"."""

from datetime import date

from kg.language import numerals
from kg.stages.times import periods
from kg.stages.times.accounts import same_quarter
from kg.stages.times.lexer import Lexeme
from kg.stages.times.values import Anchor, Found, Meaning, of_period, unknown

__all__ = ["ago", "duration", "every", "later", "recent", "reference", "setting", "span"]

_NUMERALS = ("DAYNUM", "YEARNUM", "FIGURE", "WORDNUM", "CENTURYNUM", "TENS")
_SINGLE = ("CLOCKUNIT", "DAY", "WEEK", "MONTHUNIT", "QUARTER", "YEAR", "AGE")
_UNITS = (*_SINGLE, "CLOCKUNITS", "DAYS", "WEEKS", "MONTHS", "QUARTERS", "YEARS", "AGES")
_YEARS = {"E": 10, "C": 100}  # decades and centuries are counted in years
_RECURRING = {"WEEKDAY": "XXXX-WXX-{}", "MONTH": "XXXX-{:02d}", "SEASON": "XXXX-{}", "WEEKEND": "XXXX-WXX-{}", "PART": "XXXX-XX-XXT{}"}
_UNPLACED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


def _amount(found: Found) -> tuple[float | None, str]:
    """How many of which unit, None for an untold number; a range counts as its lower end, a unit alone as one."""
    unit: str = found.get(*_UNITS)
    number = None if "VAGUE" in found else _number(found.lexemes)
    if number is None and "VAGUE" not in found and found.has(*_SINGLE):
        number = 1
    factor = int(unit[:-1] or 1)
    unit = unit[-1]
    if unit in _YEARS and number is not None:
        factor, unit = factor * _YEARS[unit], "Y"
    return (None if number is None else number * factor), unit


def _number(lexemes: list[Lexeme]) -> float | None:
    words = [lexeme.word for lexeme in lexemes]
    end = next((at for at, word in enumerate(words) if word in ("to", "or") and at), len(words))
    number = numerals.total(str(lexeme.value) for lexeme in lexemes[:end] if lexeme.kind in _NUMERALS)
    if "half" in words[:end]:
        return 0.5 if words.index("half") == 0 else (number or 1) + 0.5
    return number


def _value(number: float | None, unit: str) -> str:
    """An amount as a TIMEX3 duration.

    >>> _value(3, "D"), _value(5.5, "h"), _value(None, "Y"), _value(None, "E"), _value(0.5, "Y"), _value(2.5, "Y")
    ('P3D', 'PT5H30M', 'PXY', 'PXDE', 'P6M', 'P2.5Y')
    """
    clock = unit in "Smh"
    prefix, name = ("PT" if clock else "P"), unit.upper()
    if number is None:
        return f"{prefix}X{name.replace('E', 'DE').replace('C', 'CE')}"
    if number == int(number):
        return f"{prefix}{int(number)}{name}"
    if unit == "h" and (number * 60).is_integer():
        hours, minutes = divmod(int(number * 60), 60)
        return "PT" + (f"{hours}H" if hours else "") + f"{minutes}M"
    if unit in ("Y", "D") and number == 0.5:
        return "P6M" if unit == "Y" else "PT12H"
    return f"{prefix}{round(number, 2):g}{name}"


def duration(found: Found, _: Anchor) -> Meaning | None:
    """A bare length of time."""
    return Meaning(_value(*_amount(found)), "DURATION")


def _steps(number: float, unit: str) -> tuple[int, str]:
    """A number of units as whole ones: a year and a half is eighteen months."""
    if unit == "Y" and number != int(number):
        return round(12 * number), "M"
    return round(number), unit


def ago(found: Found, anchor: Anchor) -> Meaning | None:
    """Time reckoned back from the day of publication; a vague number places nothing."""
    number, unit = _amount(found)
    if anchor.published is None:
        return unknown("PAST_REF")
    steps, unit = _steps(number or 0, unit)
    if unit == "Y" and steps and (quarter := same_quarter(anchor, -steps)):
        return of_period(quarter)
    there = periods.shift(anchor.published, unit, -steps) if number else None
    return of_period(there) if there else Meaning("PAST_REF", last=anchor.published)


def later(found: Found, anchor: Anchor) -> Meaning | None:
    """Time reckoned from the day last told of: "a week earlier", "three days later", "the day before"."""
    number, unit = _amount(found)
    back = found.has("EARLIER", "before")
    if unit in "Smh":
        return Meaning(_value(number, unit), "DURATION")
    if unit == "Y" and number and (quarter := same_quarter(anchor, -round(number) if back else round(number))):
        return of_period(quarter)
    base = anchor.told
    if anchor.apart:  # "in March last year … 11 months later"
        base = anchor.period if unit in "MY" else None
    if base is None or number is None:
        return unknown(_UNPLACED.get(unit, "XXXX"))  # decades and centuries are told in years
    steps, unit = _steps(number, unit)
    there = periods.shift(base, unit, -steps if back else steps)
    return of_period(there) if there else None


def span(found: Found, anchor: Anchor) -> Meaning | None:
    """A length of time that ends or begins with the day of publication: "the past six months", "the next two years"."""
    number, unit = _amount(found)
    value = _value(number, unit)
    if anchor.published is None or number is None or not found.has("PAST", "LAST", "NEXT"):
        return Meaning(value, "DURATION")
    ahead = "NEXT" in found
    far = _same_day(anchor.published, *_steps(number, unit), ahead)
    return Meaning(value, "DURATION", *((anchor.published, far) if ahead else (far, anchor.published)))


def _same_day(base: date, steps: int, unit: str, ahead: bool) -> date | None:
    """The outer bound of a span: the far end of the unit that lies so many away."""
    there = periods.shift(base, unit, steps if ahead else -steps)
    return None if there is None else there.last if ahead else there.first


def recent(found: Found, anchor: Anchor) -> Meaning | None:
    """An untold number of units up to now or from now: "recent years", "the coming weeks"."""
    back = found.has("RECENT", "PAST", "LAST")
    return Meaning(_value(None, _amount(found)[1]), "DURATION", None if back else anchor.published, anchor.published if back else None)


def every(found: Found, _: Anchor) -> Meaning | None:
    """Recurring times: "every Friday", "each July", "three times a day", "every two weeks"."""
    for kind, shape in _RECURRING.items():
        if kind in found:
            return Meaning(shape.format(found.get(kind)), "SET")
    number, unit = _amount(found)
    return Meaning(_value(2 * number if number and "other" in found else number, unit), "SET")


def setting(found: Found, _: Anchor) -> Meaning | None:
    """ "Daily", "Sundays"."""
    return Meaning(found.get("DAILY") or f"XXXX-WXX-{found.get('WEEKDAYS')}", "SET")


def reference(found: Found, _: Anchor) -> Meaning | None:
    """Now, once, some day: a reference without a place in the calendar."""
    return Meaning(found.get("REFERENCE", "PAST", "CURRENT"))
