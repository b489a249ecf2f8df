"""Large graphs: quickly placed, begun with their centre, opened by choosing."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg import page
from kg.page.centre import MOST, central
from kg.page.drawing import draw
from kg.page.label import box
from kg.page.layout import overlaps

Open = Callable[..., Any]
FAMILIES = ("event", "person", "group", "place", "toll", "statement", "people", "artifact")
QUIET = {"kind": "Thing", "kind_label": "thing", "realis": "", "facts": [], "sentences": []}


def large(size: int, edges: int) -> nx.MultiDiGraph:
    """A graph in which the first nodes are joined to the most; each node knows one before it."""
    graph = nx.MultiDiGraph(articles=[])
    for number in range(size):
        family = FAMILIES[number % len(FAMILIES)]
        graph.add_node(f"node-{number:04}", **QUIET | {"label": f"A {family} of some name {number}", "family": family, "main": number == 0})
    for number in range(edges):
        one, two = (number * 7919) % size, (number * number * 31) % (1 + number % size) // 3
        graph.add_edge(f"node-{one:04}", f"node-{two:04}", property=f"role-{number}", label="role", kind="fact", facts=[], sentences=[])
    return graph


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph:
    return large(600, 1800)


def test_the_centre_is_joined_and_always_the_same(graph: nx.MultiDiGraph) -> None:
    chosen = central(graph)
    assert len(chosen) == MOST and chosen[0] == "node-0000" and chosen == central(graph)
    assert nx.is_weakly_connected(graph.subgraph(chosen))


def test_nothing_lies_on_anything_else_and_the_centre_is_in_the_midst(graph: nx.MultiDiGraph) -> None:
    nodes = {node["id"]: node for node in draw(graph).nodes}
    boxes = {iri: box(node["label"], node["shape"], node["font"]["size"]) for iri, node in nodes.items()}
    places = {iri: (node["x"], node["y"]) for iri, node in nodes.items()}
    assert overlaps(places, boxes) == []
    assert places == {node["id"]: (node["x"], node["y"]) for node in draw(graph).nodes}
    inner, outer = (max(abs(places[node][0]) for node in group) for group in (central(graph), set(graph) - {*central(graph)}))
    assert inner < outer


def shown(found: Any) -> int:
    return int(found.page.evaluate("dateline.nodes.get({ filter: (node) => !node.hidden }).length"))


def test_a_large_graph_begins_with_its_centre_and_says_so(graph: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(graph))
    assert shown(found) == MOST
    assert "Showing 300 of 600 nodes" in found.page.inner_text("#large")
    assert found.complaints == []


def test_choosing_a_node_brings_in_what_is_joined_to_it(graph: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(graph))
    inside = set(central(graph))
    number, node = next(item for item in enumerate(graph) if item[1] in inside and set(nx.all_neighbors(graph, item[1])) - inside)
    others = set(nx.all_neighbors(graph, node)) - inside
    found.page.evaluate(f'dateline.select("n{number}", "graph")')
    assert shown(found) == MOST + min(24, len(others))
    assert f"Showing {MOST + min(24, len(others))} of 600" in found.page.inner_text("#large")
    places = found.page.evaluate("dateline.nodes.get({ filter: (node) => !node.hidden }).map(({ id, x, y }) => [id, x, y])")
    boxes = {item["id"]: box(item["label"], item["shape"], item["font"]["size"]) for item in draw(graph).nodes}
    assert overlaps({iri: (x, y) for iri, x, y in places}, boxes) == []
    assert others & {iri for iri, *_ in places}


def test_what_is_searched_for_is_brought_in(graph: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(graph))
    hidden = next(node for node in graph if node not in central(graph))
    found.page.fill("#find", graph.nodes[hidden]["label"])
    found.page.keyboard.press("Enter")
    assert found.page.evaluate(f'dateline.nodes.get("{hidden}").hidden') is False
    assert "filter" not in found.page.inner_text("#status")


def test_all_can_be_shown_and_the_centre_again(graph: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(graph))
    found.page.click("#large-all")
    assert shown(found) == 600
    found.page.click("#large-all")
    assert shown(found) == MOST


def test_a_graph_that_fits_is_shown_whole(opened: Open) -> None:
    found = opened(page.render(large(MOST, 600)))
    assert shown(found) == MOST and not found.page.is_visible("#large")
