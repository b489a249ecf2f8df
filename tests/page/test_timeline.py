"""The timeline is computed here, and can be judged here."""

import networkx as nx
import pytest

from kg.page.timeline import Bar, timeline

EVENT = {"family": "event", "realis": "Actual", "main": False}


def of(**events: dict[str, object]) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(articles=[{"published": "2017-09-15"}])
    for name, data in events.items():
        graph.add_node(name, **EVENT | {"label": name} | data)
    return graph


def days(date: str = "", earliest: str = "", latest: str = "") -> dict[str, object]:
    return {"date": date, "earliest": earliest or date, "latest": latest or date}


@pytest.fixture
def bars() -> dict[str, Bar]:
    found = timeline(of(
        old=days("2003", "2003-01-01", "2003-12-31"), month=days("2017-07", "2017-07-01", "2017-07-31"), day=days("2017-09-14"),
        next_day=days("2017-09-15"), since={"date": "", "earliest": "2014-01-01", "latest": ""},
        until={"date": "", "earliest": "", "latest": "2017-09-20"},
        spell={"date": "", "earliest": "2016-01-01", "latest": "2017-01-01"},
    ))
    return {bar.label: bar for bar in found.bars}


def test_precision_is_as_told(bars: dict[str, Bar]) -> None:
    told = {"old": "year", "month": "month", "day": "day", "next_day": "day", "since": "range", "until": "range", "spell": "range"}
    assert {name: bar.precision for name, bar in bars.items()} == told
    assert bars["since"].since and bars["until"].until and not bars["day"].since


def test_days_come_in_their_order_and_days_apart_are_apart(bars: dict[str, Bar]) -> None:
    assert bars["old"].start < bars["old"].end < bars["month"].start < bars["month"].end < bars["day"].start == bars["day"].end
    assert bars["next_day"].start - bars["day"].start > 1  # per cent, though another event lies fourteen years before
    assert all(0 <= bar.start <= bar.end <= 100 for bar in bars.values())


def test_the_same_graph_has_the_same_timeline_and_written_days_do_not_meet() -> None:
    graph = of(**{f"e{number}": days(f"2017-09-{number + 1:02}") for number in range(28)})
    one = timeline(graph)
    assert one == timeline(graph)
    assert all(two.at - tick.at >= 9 for tick, two in zip(one.ticks, one.ticks[1:], strict=False))


@pytest.mark.parametrize("text", ["", "soon", "2017-13-45", "99999-01-01", "2017-09-14T25:00", "-1", "x" * 5000])
def test_what_is_no_day_is_no_mistake(text: str) -> None:
    found = timeline(of(one=days(text), two={"date": "", "earliest": text, "latest": "2017-01-01"}))
    assert len(found.bars) + len(found.undated) == 2


def test_an_event_without_a_day_is_listed_apart_and_a_planned_one_says_so(market: nx.MultiDiGraph) -> None:
    found = timeline(market)
    assert [bar.label for bar in found.undated] == [
        "Second blast", "Shooting at an ambulance near the fish market, 7 March 2021", "Storming of the town hall by the army",
    ]
    assert [(bar.label, bar.realis, bar.look) for bar in found.bars] == [
        ("Bombing of a fish market in Marrin", "", "event"), ("Referendum on self-rule in Marrin", "planned", "unreal"),
    ]
