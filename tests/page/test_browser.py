"""The page as a reader meets it, in headless Chromium."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg import page

Open = Callable[..., Any]


def node(graph: nx.MultiDiGraph, name: str) -> str:
    return next(iri for iri in graph if iri.endswith(f"/{name}"))


def middle_of_edge(graph: nx.MultiDiGraph, source: str, target: str, label: str) -> str:
    """Script for the point on an edge where its label stands."""
    ends = (node(graph, source), node(graph, target))
    number = next(number for number, (*pair, data) in enumerate(graph.edges(data=True)) if tuple(pair) == ends and data["label"] == label)
    return f'(() => {{ const edge = network.body.edges["e{number}"]; return edge.edgeType.getPoint(0.5); }})()'


def test_it_is_drawn_without_a_complaint_or_a_request(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    drawn = found.page.evaluate(
        """() => { const canvas = document.querySelector("canvas");
            const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
            return new Set(new Uint32Array(pixels.buffer)).size; }"""
    )
    assert drawn > 50  # colours
    assert found.complaints == []
    assert [url for url in found.requests if not url.startswith(("file:", "data:"))] == []


def test_a_click_on_a_node_shows_its_sentence(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.click(f'network.getPosition("{node(market, "gunmen")}")')
    assert "Gunmen later fired on an ambulance" in found.panel
    assert found.page.locator("#panel mark").all_inner_texts() == ["Gunmen"]


@pytest.mark.parametrize(
    ("edge", "marks", "told"),
    [
        (("bombing", "red-dawn-front", "claimed by"), ["Red Dawn Front", "it", "bombing"], "claimed"),
        (("shooting", "gunmen", "perpetrator"), ["Gunmen", "fired"], "90 % sure"),
        (("bombing", "market", "target"), ["tore through", "fish market"], "reported by police"),
    ],
)
def test_a_click_on_an_edge_shows_its_sentence(
    market: nx.MultiDiGraph, opened: Open, edge: tuple[str, str, str], marks: list[str], told: str
) -> None:
    found = opened(page.render(market))
    found.click(middle_of_edge(market, *edge))
    assert found.page.locator("#panel mark").all_inner_texts() == marks
    assert told in found.panel


def test_a_click_beside_everything_empties_the_panel(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    assert "Bombing of a fish market" in found.panel  # the main event, from the start
    found.page.mouse.click(5, found.page.locator("#graph").bounding_box()["y"] + 5)
    found.page.wait_for_timeout(400)
    assert "Bombing of a fish market" not in found.panel


def test_it_can_be_used_with_the_keyboard_and_without_the_drawing(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.focus("#text > summary")
    found.page.keyboard.press("Enter")
    found.page.focus("#text [data-show]")
    name = found.page.evaluate("document.activeElement.dataset.show")
    found.page.keyboard.press("Enter")
    assert found.page.evaluate("document.activeElement.tagName") == "H3"
    assert found.page.locator(f'#panel [data-card="{name}"]').count() == 1
    found.page.keyboard.press("Escape")
    assert found.page.locator("#panel .card").count() == 0


def test_arrow_keys_move_the_graph(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.focus("#graph .vis-network")
    before = found.page.evaluate("dateline.network.getViewPosition().x")
    found.page.keyboard.press("ArrowRight")
    assert found.page.evaluate("dateline.network.getViewPosition().x") > before


def test_on_a_phone_the_panel_covers_neither_the_whole_nor_what_was_chosen(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market), width=390, height=844)
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not found.page.is_visible("#panel")
    bombing = node(market, "bombing")
    found.click(f'network.getPosition("{bombing}")')
    assert found.spot(f'network.getPosition("{bombing}")')[1] < found.page.locator("#panel").bounding_box()["y"]
    found.page.click("#close")
    assert not found.page.is_visible("#panel")


def test_dark_is_dark(market: nx.MultiDiGraph, opened: Open) -> None:
    grounds, inks = [], []
    for scheme in ("light", "dark"):
        found = opened(page.render(market), color_scheme=scheme)
        grounds.append(found.page.evaluate("getComputedStyle(document.body).backgroundColor"))
        inks.append(found.page.evaluate("dateline.nodes.get()[0].font.color"))
    assert grounds == ["rgb(255, 255, 255)", "rgb(23, 25, 28)"]
    assert inks[0] != inks[1]


def test_a_notebook_frame_runs_the_page(market: nx.MultiDiGraph, opened: Open) -> None:
    frame = page.snippet(page.render(market))
    found = opened(f"<!doctype html><script>window.dateline = 1</script>{frame}")
    inner = found.page.frame_locator("iframe")
    inner.locator("#panel .card").wait_for(timeout=5000)
    assert "Bombing of a fish market" in inner.locator("#panel h3").inner_text()
    assert found.complaints == []


def test_an_empty_graph_is_a_page(opened: Open) -> None:
    found = opened(page.render(nx.MultiDiGraph(), title="Nothing"))
    assert found.complaints == []
