"""What a written date means: its day and its lexical form, told only where it can be read in one way."""

import re
import warnings
from datetime import date, datetime

from dateutil.parser import ParserError, parse, parserinfo

from kg.articles.errors import ArticleError
from kg.articles.words import words

__all__ = ["Published", "day_in", "day_line", "names_day", "read_date"]

Published = tuple[str, date]
"""When a story was published: the lexical form (xsd:date or xsd:dateTime) and the day."""

BLANKS = (datetime(2000, 1, 1), datetime(2004, 2, 29))  # a part that a text leaves out is taken from these, and so differs
SPACED_TIME = re.compile(r"(?<=\d)\s*:\s*(?=\d)")
WORD = re.compile(r"[^\W\d_]+")
PART = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\b|\d{4}\b|\w+")


class _Info(parserinfo):
    """dateutil's reading of words, with two-digit years in a fixed century: the library's own depends on the clock."""

    def convertyear(self, year: int, century_specified: bool = False) -> int:
        if year >= 100 or century_specified:
            return year
        return year + (1900 if year >= 50 else 2000)


INFO = _Info()


def read_date(written: str) -> Published:
    """The publication date that a field of metadata gives: an ISO date or date and time, or a form that can be read in one way only.

    >>> read_date("2017-09-14T19:26:00Z")
    ('2017-09-14T19:26:00+00:00', datetime.date(2017, 9, 14))
    >>> read_date("14 September 2017")
    ('2017-09-14', datetime.date(2017, 9, 14))

    Raises ArticleError where it is no date, or could be two ("03/04/2017").
    """
    exact = _iso(written)
    if exact:
        return exact
    day = day_in(written)
    if day is None:
        raise ArticleError(f"the date {written[:40]!r} is none, or can be read in two ways; write it as YYYY-MM-DD")
    return day.isoformat(), day


def day_in(written: str) -> date | None:
    """The one day that a string of date words names, None where year, month or day is missing or order leaves a choice.

    >>> day_in("4 FEB 90"), day_in("03/04/2017"), day_in("March 3")
    (datetime.date(1990, 2, 4), None, None)
    """
    days, rest = _readings(written)
    return days.pop() if len(days) == 1 and not WORD.search(" ".join(rest)) else None


def day_line(line: str) -> tuple[Published | None] | None:
    """What a line tells that is nothing but a date, as "Updated: 14 September 2017, 19:26 IST": its date, None where it leaves a choice.

    The whole is None where the line is anything else.
    """
    if len(line) > 80 or not any(character.isdigit() for character in line):
        return None
    exact = _iso(line)
    if exact:
        return (exact,)
    days, rest = _readings(SPACED_TIME.sub(":", line))
    if not days or not all(_furniture(word) for word in WORD.findall(" ".join(rest))):
        return None
    day = days.pop()
    return (None if days else (day.isoformat(), day),)


def names_day(words: str) -> bool:
    """Whether words are those of a dateline's date: a month, a weekday, numbers of a day or a year, and nothing else.

    >>> names_day("Oct. 3"), names_day("4 FEB 90"), names_day("Ohio"), names_day("killed 16")
    (True, True, False, False)
    """
    found = PART.findall(words)
    return bool(found) and all(part[0].isdigit() or INFO.month(part) is not None or INFO.weekday(part) is not None for part in found)


def _iso(written: str) -> Published | None:
    """What an ISO 8601 date, or date and time, tells."""
    written = written.strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    if ":" not in written and "T" not in written.upper():
        return moment.date().isoformat(), moment.date()
    return moment.replace(microsecond=0).isoformat(), moment.date()


def _furniture(word: str) -> bool:
    return word.lower() in words("date_labels") or (word.isupper() and len(word) <= 5)  # a time zone


def _readings(written: str) -> tuple[set[date], list[str]]:
    """The days that a string can mean (none where a part of the date is missing), and the words that are no part of it."""
    days: set[date] = set()
    rest: list[str] = []
    for day_first in (False, True):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # dateutil warns of time zones that it does not know
                moments = [_parse(written, day_first, blank) for blank in BLANKS]
        except (ParserError, OverflowError):
            return set(), []
        if moments[0][0].date() != moments[1][0].date():
            return set(), []
        days.add(moments[0][0].date())
        rest.extend(moments[0][1])
    return days, rest


def _parse(written: str, day_first: bool, blank: datetime) -> tuple[datetime, tuple[str, ...]]:
    return parse(written, INFO, dayfirst=day_first, default=blank, ignoretz=True, fuzzy_with_tokens=True)
