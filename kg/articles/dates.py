"""What a written date means: its day and its lexical form, told only where it can be read in one way."""

import re
import warnings
from datetime import date, datetime

from dateutil.parser import ParserError, parse, parserinfo

from kg.articles.errors import ArticleError
from kg.articles.words import words

__all__ = ["Published", "day_in", "day_line", "read_date"]

Published = tuple[str, date]
"""When a story was published: the lexical form (xsd:date or xsd:dateTime) and the day."""

BLANKS = (datetime(2000, 1, 1), datetime(2004, 2, 29))  # a part that a text leaves out is taken from these, and so differs
SPACED_TIME = re.compile(r"(?<=\d)\s*:\s*(?=\d)")
WORD = re.compile(r"[^\W\d_]+")


class _Info(parserinfo):
    """dateutil's reading of words, with two-digit years in a fixed century: the library's own depends on the clock."""

    def convertyear(self, year: int, century_specified: bool = False) -> int:
        if year >= 100 or century_specified:
            return year
        return year + (1900 if year >= 50 else 2000)


def read_date(written: str) -> Published:
    """The publication date that a field of metadata gives: an ISO date or date and time, or a form that can be read in one way only.

    >>> read_date("2017-09-14T19:26:00Z")
    ('2017-09-14T19:26:00+00:00', datetime.date(2017, 9, 14))
    >>> read_date("14 September 2017")
    ('2017-09-14', datetime.date(2017, 9, 14))

    Raises ArticleError where it is no date, or could be two ("03/04/2017").
    """
    written = written.strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        day = day_in(written)
        if day is None:
            raise ArticleError(f"the date {written[:40]!r} is none, or can be read in two ways; write it as YYYY-MM-DD") from None
        return day.isoformat(), day
    if ":" not in written and "T" not in written.upper():
        return moment.date().isoformat(), moment.date()
    return moment.replace(microsecond=0).isoformat(), moment.date()


def day_in(written: str) -> date | None:
    """The one day that a string of date words names, None where year, month or day is missing or order leaves a choice.

    >>> day_in("4 FEB 90"), day_in("03/04/2017"), day_in("March 3")
    (datetime.date(1990, 2, 4), None, None)
    """
    found = _parse(written)
    return found[0] if found and not found[1] else None


def day_line(line: str) -> Published | None:
    """The date that a line tells which is nothing but a date, as "Updated: 14 September 2017, 19:26 IST"; else None."""
    if len(line) > 80 or not any(character.isdigit() for character in line):
        return None
    try:
        return read_date(line)
    except ArticleError:
        found = _parse(SPACED_TIME.sub(":", line))
    if not found or any(not _furniture(word) for word in WORD.findall(" ".join(found[1]))):
        return None
    return found[0].isoformat(), found[0]


def _furniture(word: str) -> bool:
    return word.lower() in words("date_labels") or (word.isupper() and len(word) <= 5)  # a time zone


def _parse(written: str) -> tuple[date, tuple[str, ...]] | None:
    """The day in a string, and the words that are no part of it; None where parts are missing or two readings differ."""
    readings = []
    for day_first in (False, True):
        for blank in BLANKS:
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # dateutil warns of time zones that it does not know
                    moment, rest = parse(written, _Info(), dayfirst=day_first, default=blank, ignoretz=True, fuzzy_with_tokens=True)
            except (ParserError, OverflowError):
                return None
            readings.append((moment.date(), tuple(token.strip() for token in rest if token.strip(" ,.:|-()"))))
    return readings[0] if len({day for day, _ in readings}) == 1 else None
