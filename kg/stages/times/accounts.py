"""Periods of accounts: the quarter that is reported, and the same quarter of another year."""

from datetime import date

from kg.stages.times import periods
from kg.stages.times.periods import Period
from kg.stages.times.values import Anchor, Found, Meaning, of_period, unknown

__all__ = ["reported", "same_quarter", "year_before"]


def reported(found: Found, anchor: Anchor) -> Meaning | None:
    """ "The latest quarter": the one told of before, else the last that was over on the day of publication; "the year": this one."""
    if anchor.published is None:
        return unknown("PRESENT_REF")
    there = periods.shift(anchor.quarter or _quarter_before(anchor.published), "Q", 0)
    return of_period(periods.year(anchor.published.year) if "YEAR" in found or there is None else there)


def year_before(_: Found, anchor: Anchor) -> Meaning | None:
    """ "The year-earlier period": the quarter told of, or the year of publication, one year before."""
    if anchor.published is None:
        return unknown("PAST_REF")
    there = same_quarter(anchor, -1) or periods.shift(anchor.published, "Y", -1)
    return of_period(there) if there else None


def same_quarter(anchor: Anchor, years: int) -> Period | None:
    """The quarter told of a moment ago so many years away, None where none was told of: "profit rose from 4 million a year earlier"."""
    return periods.shift(anchor.quarter, "Q", 4 * years) if anchor.quarter else None


def _quarter_before(published: date) -> date:
    before = periods.shift(published, "Q", -1)
    return before.first if before and before.first else published
