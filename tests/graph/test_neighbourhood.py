"""The part of a graph that is asked for."""

from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.graph.neighbourhood import between, matching, neighbourhood
from kg.graph.network import build

MARKET = Path(__file__).parent.parent / "page" / "market.ttl"


@pytest.fixture(scope="module")
def market() -> nx.MultiDiGraph:
    store = ox.Store()
    store.load(path=str(MARKET), format=ox.RdfFormat.TURTLE)
    return build(store)


def names(graph: nx.MultiDiGraph) -> set[str]:
    return {iri.rsplit("/", 1)[-1] for iri in graph}


def test_an_event_comes_with_its_parts_and_all_around_them(market: nx.MultiDiGraph) -> None:
    found = names(neighbourhood(market, matching(market, "fish market in marrin", events=True)))
    assert found >= {"bombing", "shooting", "gunmen", "toll-nine", "police", "claim", "ana-belo", "market", "marrin", "tavira-province"}
    assert not found & {"referendum", "storming", "blast", "town-hall"}


def test_an_entity_comes_with_its_events(market: nx.MultiDiGraph) -> None:
    found = names(neighbourhood(market, matching(market, "army", events=False)))
    assert found >= {"army", "bombing", "storming", "town-hall"} and "referendum" not in found


def test_other_names_and_iris_are_known(market: nx.MultiDiGraph) -> None:
    (group,) = matching(market, "rdf", events=False)
    assert group.endswith("/red-dawn-front") and matching(market, group, events=False) == [group]
    assert matching(market, group, events=True) == [] == matching(market, "nobody", events=False)


@pytest.mark.parametrize(("since", "until", "wanted", "unwanted"), [
    ("2021-03-10", "", "referendum", "bombing"),
    ("", "2021-03-10", "bombing", "referendum"),
    ("2021", "2021", "bombing", "storming"),
    ("2021-03-07", "2021-03", "referendum", "blast"),
])
def test_days_keep_the_events_that_may_have_been_then(
    market: nx.MultiDiGraph, since: str, until: str, wanted: str, unwanted: str
) -> None:
    found = names(between(market, since, until))
    assert wanted in found and unwanted not in found


def test_nothing_told_is_lost_or_added(market: nx.MultiDiGraph) -> None:
    part = neighbourhood(market, matching(market, "referendum", events=True))
    assert all(part.nodes[node] == market.nodes[node] for node in part)
    assert [node for node in market if node in part] == list(part)
    assert part.number_of_edges() == market.subgraph(part).number_of_edges()
    assert not between(market, "1999", "1999")
