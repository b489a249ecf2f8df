"""Figures that differ stand side by side, and the reader is told where they disagree."""

from typing import Any

import networkx as nx
import pytest

from kg.page.figures import figures
from kg.terms import KG


def of(*tolls: dict[str, Any]) -> nx.MultiDiGraph:
    articles = [{"iri": iri, "published": f"2020-01-0{day}", "headline": iri.title()} for day, iri in enumerate(("one", "two"), 1)]
    graph = nx.MultiDiGraph(articles=articles)
    graph.add_node("event", label="Flood", family="event", main=True)
    for number, toll in enumerate(tolls):
        figure = {"outcome": "Killed", "least": None, "most": None, "including": False, "preferred": False, "who": []} | toll
        told = {"article": toll.get("article", "one"), "begin": toll.get("begin", 0)}
        graph.add_node(f"toll{number}", label="some", family="toll", main=False, figure=figure, sentences=[told])
        graph.add_edge("event", f"toll{number}", property=KG.toll)
    return graph


def test_the_story_has_two_figures_of_the_dead_that_disagree(market: nx.MultiDiGraph) -> None:
    (comparison,) = figures(market)
    assert comparison.outcome == "killed" and comparison.disagree
    assert [(figure.label, figure.who, figure.preferred) for figure in comparison.figures] == [
        ("9 killed", "police", True), ("11 killed", "hospital staff", False),
    ]


@pytest.mark.parametrize(("tolls", "disagree"), [
    ([{"least": 9, "most": 9}, {"least": 5, "most": None}], False),
    ([{"least": 9, "most": 9}, {"least": 10, "most": None}], True),
    ([{"least": 9, "most": 9}, {"least": 2, "most": 2, "including": True}], False),
    ([{"least": 9, "most": 12}, {"least": 11, "most": 20}], False),
    ([{"least": None, "most": None}, {"least": None, "most": None}], False),
])
def test_figures_disagree_where_no_number_is_left(tolls: list[dict[str, Any]], disagree: bool) -> None:
    (comparison,) = figures(of(*tolls))
    assert comparison.disagree is disagree
    assert all(0 <= figure.start <= figure.end <= 100 for figure in comparison.figures)


def test_figures_stand_in_the_order_in_which_they_were_told() -> None:
    graph = of({"least": 3, "most": 3, "article": "two"}, {"least": 2, "most": 2, "begin": 50}, {"least": 1, "most": 1, "begin": 10})
    assert [figure.card for figure in figures(graph)[0].figures] == ["n3", "n2", "n1"]


def test_a_single_figure_is_not_compared() -> None:
    assert figures(of({"least": 3, "most": 3}, {"least": 3, "most": 3, "outcome": "Injured"})) == []
