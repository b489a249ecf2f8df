"""Days as a graph writes them, read as dates and told in words."""

from calendar import monthrange
from datetime import date

from kg.page.look import look

__all__ = ["bounds", "words"]


def bounds(earliest: str, latest: str, told: str) -> tuple[date | None, date | None]:
    """The first and the last day of an event; where neither bound can be read, those of the day, month or year that is told.

    >>> bounds("", "", "2016-02")
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    >>> bounds("2014-01-01", "", "")
    (datetime.date(2014, 1, 1), None)
    """
    first, last = (_span(text) for text in (earliest, latest))
    if first or last:
        return first[0] if first else None, last[1] if last else None
    return _span(told) or (None, None)


def words(text: str, *, short: bool = False) -> str:
    """A day, a month or a year in words; what is none of these stays as it is.

    >>> words("2017-09-14"), words("2017-09", short=True), words("2017"), words("some day")
    ('14 September 2017', 'Sep 2017', '2017', 'some day')
    """
    if _span(text) is None or len(text) == 4:
        return text
    year, month, *day = text[:10].split("-")
    name: str = look()["months"][int(month) - 1]
    return " ".join([*(str(int(part)) for part in day), name[:3] if short else name, year])


def _span(text: str) -> tuple[date, date] | None:
    """The first and the last day of what is written as a day (a time after it does not count), a month or a year."""
    parts = text[:10].split("-")
    try:
        numbers = [int(part) for part in parts]
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]):
            return None
        year, month, day = [*numbers, 0, 0][:3]
        first = date(year, month or 1, day or 1)
        return first, first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
