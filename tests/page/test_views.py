"""The timeline, the map and the figures as a reader meets them, in headless Chromium."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg import page

Open = Callable[..., Any]
LISTED = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))
HOSTILE: list[str] = [text if isinstance(text, str) else text["repeat"] * text["times"] for text in LISTED]


def card(graph: nx.MultiDiGraph, name: str) -> str:
    return next(f"n{number}" for number, iri in enumerate(graph) if iri.endswith(f"/{name}"))


@pytest.fixture
def found(market: nx.MultiDiGraph, opened: Open) -> Any:
    """The market's page, all views open."""
    page_ = opened(page.render(market))
    for button in page_.page.locator("[data-view]").all():
        button.click()
    return page_


def marked(found: Any, kind: str = "chosen") -> set[str]:
    shown = found.page.locator(f"#views .{kind}").all()
    return {item.get_attribute("data-show") or item.get_attribute("data-row") for item in shown}


def test_views_open_and_close_and_the_graph_gives_them_room(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    tall = found.page.locator("#graph").bounding_box()["height"]
    assert not found.page.is_visible("#views")
    found.page.click("text=Timeline")
    assert found.page.is_visible("svg.time") and found.page.locator("#graph").bounding_box()["height"] < tall
    assert found.page.get_attribute("[data-view=view-time]", "aria-pressed") == "true"
    found.page.click("text=Timeline")
    assert not found.page.is_visible("#views")


def test_what_is_chosen_in_the_timeline_is_chosen_everywhere(market: nx.MultiDiGraph, found: Any) -> None:
    vote, marrin = card(market, "referendum"), card(market, "marrin")
    found.page.locator(f'.bar[data-show="{vote}"]').click()
    assert found.page.evaluate("dateline.selected") == [vote]
    assert found.page.evaluate("dateline.network.getSelectedNodes().length") == 1
    assert "Referendum on self-rule" in found.panel
    assert marked(found) == {vote}
    assert marked(found, "near") >= {marrin}  # where it is to be


def test_what_is_chosen_on_the_map_or_in_the_graph_is_chosen_everywhere(market: nx.MultiDiGraph, found: Any) -> None:
    marrin, bombing = card(market, "marrin"), card(market, "bombing")
    found.page.locator(f'.marker[data-show="{marrin}"] circle').click()
    assert found.page.inner_text("#panel h3") == "Marrin"
    assert marked(found) == {marrin} and bombing in marked(found, "near")
    found.page.evaluate(f'dateline.select("{card(market, "toll-eleven")}", "graph")')
    assert marked(found) == {card(market, "toll-eleven")}


def test_the_views_work_by_keyboard(market: nx.MultiDiGraph, found: Any) -> None:
    for selector in (".bar", ".marker", ".figures td a", ".undated a"):
        found.page.locator(f"#views {selector}").first.focus()
        wanted = found.page.evaluate("document.activeElement.dataset.show")
        found.page.keyboard.press("Enter")
        assert found.page.evaluate("dateline.selected") == [wanted]


def test_what_the_filter_hides_is_hidden_in_the_views(market: nx.MultiDiGraph, found: Any) -> None:
    vote = card(market, "referendum")
    assert found.page.locator(f'.bar[data-show="{vote}"]').is_visible()
    found.page.uncheck('.legend [value="unreal"]')
    assert not found.page.locator(f'.bar[data-show="{vote}"]').is_visible()


def test_the_map_zooms_and_shows_all_again(found: Any) -> None:
    before = found.page.get_attribute("#map", "viewBox")
    radius = found.page.locator(".marker circle").bounding_box()["width"]
    found.page.click("[data-map='0.7']")
    assert float(found.page.get_attribute("#map", "viewBox").split()[2]) == pytest.approx(700)
    assert found.page.locator(".marker circle").bounding_box()["width"] == pytest.approx(radius, abs=1)  # marks keep their size
    found.page.click("[data-map=fit]")
    assert found.page.get_attribute("#map", "viewBox") == before


def test_figures_that_disagree_say_so(found: Any) -> None:
    told = found.page.inner_text("#view-figures")
    assert "the figures disagree" in told and told.index("9 killed") < told.index("11 killed")
    assert found.page.locator(".figures small", has_text="counted").count() == 1


def test_nothing_is_asked_of_the_network_and_nothing_complains(found: Any) -> None:
    for name in ("0.7", "1.43", "fit"):
        found.page.click(f"[data-map='{name}']")
    assert found.complaints == []
    assert [url for url in found.requests if not url.startswith(("file:", "data:"))] == []


def test_names_on_the_map_and_the_timeline_are_text(market: nx.MultiDiGraph, opened: Open) -> None:
    for number, text in enumerate(HOSTILE):
        day, family = f"2020-01-{number % 28 + 1:02}", ("event", "place")[number % 2]
        like = dict(next(data for _, data in market.nodes(data=True) if data["family"] == family))
        point = (number % 60, number % 90) if family == "place" else None
        market.add_node(f"hostile-{number:03}", **like | {"label": text, "date": day, "earliest": day, "latest": day, "point": point})
    for number, text in enumerate(HOSTILE[:4]):
        next(data for _, data in market.nodes(data=True) if data["label"] == f"{(9, 11)[number % 2]} killed")["figure"]["who"] = [text]
    found = opened(page.render(market))
    for button in found.page.locator("[data-view]").all():
        button.click()
    assert found.page.locator("#views .bar").count() == 2 + sum(number % 2 == 0 for number in range(len(HOSTILE)))
    assert found.page.locator("script").count() == 3
    assert found.page.locator("#views :is(img, script, foreignObject, iframe, [onload], [onerror])").count() == 0
    assert found.page.locator('#views a:not([href^="#n"])').count() == 0
    assert found.complaints == [] and len(found.requests) == 1


def test_on_a_phone_the_views_lie_below_one_another(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market), width=390, height=844)
    for button in found.page.locator("[data-view]").all():
        button.click()
    boxes = [found.page.locator(f"#{name}").bounding_box() for name in ("view-time", "view-map", "view-figures")]
    assert all(box["width"] > 380 for box in boxes) and boxes[0]["y"] < boxes[1]["y"] < boxes[2]["y"]
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_same_graph_has_the_same_page(market: nx.MultiDiGraph) -> None:
    assert page.render(market) == page.render(market)
