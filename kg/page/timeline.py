"""When events were, as bars on a line: a day is a dot, a month or a year as long as it is; long stretches are drawn shorter."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, pairwise
from math import log2
from typing import Any

import networkx as nx

from kg.page.days import bounds, words
from kg.page.items import looks

__all__ = ["Bar", "Tick", "Timeline", "timeline"]

_EDGE, _ROOM = 4.0, 92.0  # per cent of the width where the line begins, and how long it is
_BETWEEN = 9.0  # per cent kept between two days that are written


@dataclass(frozen=True, slots=True)
class Bar:
    """An event: from where to where, in per cent of the width; a bound that is not told is open."""

    card: str
    label: str
    when: str
    look: str
    realis: str  # in words; empty where it happened
    precision: str  # day, month, year or range
    start: float
    end: float
    since: bool  # the last day is not told
    until: bool  # the first day is not told
    main: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A day written below, in per cent of the width."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in the order of their days, the days written below, when articles appeared, and the events of which no day is told."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    published: tuple[Tick, ...]
    undated: tuple[Bar, ...]


def timeline(graph: nx.MultiDiGraph) -> Timeline:
    """The timeline of a graph of `kg.graph.network.build`; statements are on it where their day is told."""
    found = [
        (f"n{number}", data, bounds(*(data.get(name, "") for name in ("earliest", "latest", "date"))))
        for number, (_, data) in enumerate(graph.nodes(data=True)) if data["family"] in ("event", "statement")
    ]
    published = sorted({day for article in graph.graph.get("articles", []) for day in bounds("", "", article["published"][:10]) if day})
    dated = [(card, data, days) for card, data, days in found if any(days)]
    scale = _Scale([day for *_, days in dated for day in days if day] + published)
    ordered = sorted(dated, key=lambda item: (item[2][0] or item[2][1], item[2][1] or date.max, not item[1]["main"], item[1]["label"]))
    starts = [(days[0] or days[1], data.get("date", "")) for _, data, days in ordered]
    return Timeline(
        tuple(_bar(card, data, days, scale) for card, data, days in ordered),
        tuple(_ticks(((day, told) for day, told in starts if day), scale)),
        tuple(Tick(scale.at(day), f"published {words(day.isoformat())}") for day in published if dated),
        tuple(_bar(card, data, (None, None), scale) for card, data, days in found if not any(days) and data["family"] == "event"),
    )


class _Scale:
    """Where days lie. From one day that matters to the next it is as far as the logarithm of the days between."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days = sorted(set(days))
        steps = [log2(1 + (two - one).days) for one, two in pairwise(self.days)]
        whole = sum(steps) or 1.0
        self.places = [_EDGE + _ROOM * step / whole for step in accumulate(steps, initial=0.0)] if steps else [_EDGE + _ROOM / 2]

    def at(self, day: date) -> float:
        """The place of one of the days."""
        return round(self.places[bisect_right(self.days, day) - 1], 2)


def _bar(card: str, data: dict[str, Any], days: tuple[date | None, date | None], scale: _Scale) -> Bar:
    first, last = days
    places = sorted(scale.at(day) for day in days if day) or [0.0]
    told = {4: "year", 7: "month", 10: "day"}.get(len(data.get("date", "")), "range")
    when, kind = _when(data), looks(data)
    return Bar(
        card, data["label"].removesuffix(f", {when}"), when, kind, data["realis"].lower() if kind == "unreal" else "",
        "day" if first == last and first else told, places[0], places[-1], last is None, first is None, data["main"],
    )


def _when(data: dict[str, Any]) -> str:
    """The days of an event in words: "14 September 2017", "since 2014", "1 July 2017 to 14 September 2017"."""
    told, first, last = (words(data.get(name, "")) for name in ("date", "earliest", "latest"))
    if told:
        return told
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""


def _ticks(starts: Iterable[tuple[date, str]], scale: _Scale) -> Iterable[Tick]:
    """The days at which bars begin, as precise as they are told, those left out that would lie over the one before."""
    last = -_BETWEEN
    for day, told in starts:
        place = scale.at(day)
        if place - last >= _BETWEEN:
            last = place
            yield Tick(place, words(told if len(told) in (4, 7) else day.isoformat(), short=True))
