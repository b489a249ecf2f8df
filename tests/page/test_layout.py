"""Positions are computed here, so that they can be judged here."""

from math import hypot

import networkx as nx
import pytest

from kg.page.drawing import draw
from kg.page.label import box
from kg.page.layout import overlaps


def placed(graph: nx.MultiDiGraph) -> tuple[dict[str, tuple[int, int]], dict[str, object]]:
    nodes = {node["id"]: node for node in draw(graph).nodes}
    boxes = {iri: box(node["label"], node["shape"], node["font"]["size"]) for iri, node in nodes.items()}
    return {iri: (node["x"], node["y"]) for iri, node in nodes.items()}, boxes


def test_nothing_lies_on_anything_else(sixty: nx.MultiDiGraph, market: nx.MultiDiGraph) -> None:
    assert len(sixty) == 60
    for graph in (sixty, market):
        points, boxes = placed(graph)
        assert overlaps(points, boxes, gap=5) == []


def test_the_main_event_is_in_the_midst_and_background_further_out(market: nx.MultiDiGraph) -> None:
    points, _ = placed(market)
    by_name = {iri.rsplit("/", 1)[-1]: hypot(*point) for iri, point in points.items()}
    nearest = min(by_name, key=by_name.__getitem__)
    assert nearest == "bombing"
    assert max(by_name["market"], by_name["people"], by_name["bomb"]) < by_name["tavira-province"]


def test_the_same_graph_is_drawn_the_same(sixty: nx.MultiDiGraph) -> None:
    before = nx.node_link_data(sixty, edges="edges")
    one, two = draw(sixty), draw(sixty)
    assert (one.nodes, one.edges) == (two.nodes, two.edges)
    assert nx.node_link_data(sixty, edges="edges") == before  # and is left as it was


@pytest.mark.parametrize("size", [1, 2, 3, 400])
def test_any_number_of_nodes_finds_room(size: int) -> None:
    graph = nx.MultiDiGraph()
    for number in range(size):
        graph.add_node(f"n{number:03}", label="a name of some length", family="people", realis="", main=False)
        if number % 4:
            graph.add_edge(f"n{number:03}", f"n{number // 2:03}", label="role", kind="fact")
    points, boxes = placed(graph)
    assert len(points) == size
    assert overlaps(points, boxes) == []


def test_what_is_no_fact_looks_different(market: nx.MultiDiGraph) -> None:
    network = draw(market)
    nodes = {node["id"].rsplit("/", 1)[-1]: node for node in network.nodes}
    for name, word in (("referendum", "planned"), ("storming", "negated"), ("blast", "possible")):
        assert nodes[name]["label"].endswith(f"({word})")
        assert nodes[name]["shapeProperties"]["borderDashes"]
        assert nodes[name]["color"] != nodes["shooting"]["color"]
    edges = {edge["label"]: edge for edge in network.edges}
    assert edges["claimed by"]["dashes"] and edges["accused by Ana Belo"]["dashes"] and not edges["perpetrator"]["dashes"]
    assert len({str(edges[label]["color"]) for label in ("claimed by", "accused by Ana Belo", "perpetrator")}) == 3


def test_families_differ_in_colour_and_shape(market: nx.MultiDiGraph) -> None:
    looks = {(node["paint"], node["shape"], node["color"]["background"]) for node in draw(market).nodes if node["paint"] != "unreal"}
    assert len(looks) == len({shape for _, shape, _ in looks}) == len({colour for _, _, colour in looks}) == 8


def test_vis_network_gets_no_title_that_it_would_read_as_html(market: nx.MultiDiGraph) -> None:
    network = draw(market)
    assert not [item for item in [*network.nodes, *network.edges] if "title" in item]


def test_parallel_edges_are_bent_apart(market: nx.MultiDiGraph) -> None:
    beside = [edge for edge in draw(market).edges if edge["from"].endswith("/bombing") and edge["to"].endswith("/market")]
    assert len(beside) == 2
    assert beside[0]["smooth"] != beside[1]["smooth"]
