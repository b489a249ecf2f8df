"""Days with or without a time of day: "Saturday night", "9 a.m. Tuesday", "noon", "late on Thursday", "that evening"."""

from kg.language import numerals
from kg.stages.times import periods
from kg.stages.times.days import any_day
from kg.stages.times.lexer import Lexeme
from kg.stages.times.values import Anchor, Found, Meaning, of_period, unknown

__all__ = ["moment"]

_NOON = 12
_UNKNOWN_DAY = "XXXX-XX-XX"


def moment(found: Found, anchor: Anchor) -> Meaning | None:
    """A day, a part of one, or a time on one."""
    clock, rest = _clock(found.lexemes)
    part = found.get("PART") or ("NI" if "TONIGHT" in found else None)
    if clock is None and part is None:
        return any_day(found, anchor)
    if clock is not None and not (0 <= clock[0] <= 24 and 0 <= clock[1] < 60):
        return None
    day = any_day(Found(rest), anchor) or _implied_day(found, anchor)
    if day.unanchored and not day.value.startswith("XXXX"):
        return day
    if clock is None:
        return Meaning(f"{day.value}T{part}", "TIME", day.first, day.last, day.unanchored)
    hour = clock[0] + (_NOON if part in ("AF", "EV", "NI") and clock[0] < _NOON else 0)
    return Meaning(f"{day.value}T{hour:02d}:{clock[1]:02d}", "TIME", day.first, day.last, day.unanchored)


def _implied_day(found: Found, anchor: Anchor) -> Meaning:
    """The day meant where none is named: this morning's, that night's, the next morning's, else the day last told of."""
    steps = 0
    base = anchor.near
    if found.has("THIS", "LAST"):
        base, steps = anchor.published, -("LAST" in found)
    elif found.has("AFTER", "NEXT", "BEFORE", "THAT"):
        base = anchor.told if not anchor.apart else None
        steps = 0 if "THAT" in found else -1 if "BEFORE" in found else 1
    there = periods.shift(base, "D", steps) if base else None
    return of_period(there) if there else unknown(_UNKNOWN_DAY)


def _clock(lexemes: list[Lexeme]) -> tuple[tuple[int, int] | None, list[Lexeme]]:
    """The hour and minute that lexemes tell, and the lexemes that tell the day."""
    for number, lexeme in enumerate(lexemes):
        before = lexemes[number - 1] if number else None
        if lexeme.kind in ("AMPM", "OCLOCK") or lexeme.word == "in" and before and before.kind in ("DAYNUM", "WORDNUM", "TENS"):
            hour = numerals.total([str(before.value)]) if before else None
            if hour is None or not 0 <= hour <= 24:
                return (-1, 0), []
            whole = int(hour) % _NOON + lexeme.value if lexeme.kind == "AMPM" else int(hour)
            return (whole, 0), lexemes[:number - 1] + lexemes[number + 1:]
        if lexeme.kind == "CLOCKTIME":
            after = lexemes[number + 1] if number + 1 < len(lexemes) else None
            hour_, minute = lexeme.value
            if after and after.kind == "AMPM":
                hour_ = hour_ % _NOON + after.value
            return (hour_, minute), lexemes[:number] + lexemes[number + 1:]
        if lexeme.kind == "HOUR":
            return (int(lexeme.value[:2]), int(lexeme.value[3:])), lexemes[:number] + lexemes[number + 1:]
        zoned = number + 1 < len(lexemes) and _is_zone(lexemes[number + 1])
        if lexeme.kind in ("MILITARY", "YEARNUM") and zoned and lexeme.word.isdigit():
            return (int(lexeme.word) // 100, int(lexeme.word) % 100), lexemes[:number] + lexemes[number + 1:]
    return None, lexemes


def _is_zone(lexeme: Lexeme) -> bool:
    return lexeme.kind == "ZONE" or lexeme.kind == "CLOCKUNITS"
