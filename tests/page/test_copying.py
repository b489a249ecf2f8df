"""What is copied is Turtle that the graph holds and a query that finds what was chosen; and the switches of the view."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg import page
from kg.terms import KG, RDF

Open = Callable[..., Any]
MARKET = Path(__file__).parent / "market.ttl"


def stored() -> ox.Store:
    store = ox.Store()
    store.load(path=str(MARKET), format=ox.RdfFormat.TURTLE)
    return store


def test_turtle_of_every_card_is_part_of_the_graph(market: nx.MultiDiGraph, opened: Open) -> None:
    found, store = opened(page.render(market)), stored()
    cards = [f"n{number}" for number in range(len(market))] + [f"e{number}" for number in range(market.number_of_edges())]
    for card, turtle in zip(cards, found.page.evaluate(f"{cards}.map((card) => dateline.turtle([card]))"), strict=True):
        quads = list(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
        assert quads and all(quad in store for quad in quads), card


def test_turtle_of_an_edge_holds_its_statement_evidence_and_sentence(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    number = next(number for number, (*_, data) in enumerate(market.edges(data=True)) if data["property"] == KG.claimedBy)
    turtle = found.page.evaluate(f"dateline.turtle(['e{number}'])")
    assert "kg:claimedBy" in turtle
    told = ox.Store()
    told.load(turtle.encode(), format=ox.RdfFormat.TURTLE)
    kinds = {quad.object.value for quad in told.quads_for_pattern(None, ox.NamedNode(RDF.type), None)}
    assert {KG.Evidence, KG.Sentence} <= kinds
    assert "@prefix kg:" in turtle and "@prefix geo:" not in turtle


def test_the_query_finds_what_was_chosen(market: nx.MultiDiGraph, opened: Open) -> None:
    found, store = opened(page.render(market)), stored()
    for number in range(len(market)):
        rows = list(store.query(found.page.evaluate(f"dateline.query('n{number}')")))
        assert rows, number
    for number, (source, *_) in enumerate(market.edges(data=True)):
        rows = list(store.query(found.page.evaluate(f"dateline.query('e{number}')")))
        assert rows and {row["from"].value for row in rows} == {source}, number


def test_the_query_without_its_values_finds_all_of_the_kind(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    number = next(number for number, (*_, data) in enumerate(market.edges(data=True)) if data["property"] == KG.toll)
    query = found.page.evaluate(f"dateline.query('e{number}')")
    wide = "\n".join(line for line in query.splitlines() if "VALUES" not in line or line.startswith("#"))
    assert len({row["to"].value for row in stored().query(wide)}) == 3


def test_buttons_put_them_on_the_clipboard(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market), permissions=["clipboard-read", "clipboard-write"])
    for button, begin in (("#copy-turtle", "@prefix"), ("#copy-query", "# What is told of one node")):
        found.page.click(button)
        found.page.locator("#status", has_text="Copied").wait_for()
        assert found.page.evaluate("navigator.clipboard.readText()").startswith(begin)
    found.page.evaluate("dateline.select([], 'test')")
    assert found.page.is_hidden("#copy-turtle")


def test_the_clipboard_has_a_second_way(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    found.page.click("#copy-turtle")
    found.page.locator("#status", has_text="Copied Turtle.").wait_for()
    assert found.page.locator("textarea").count() == 0


def test_it_moves_only_when_asked_and_then_comes_back(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    places = "dateline.network.getPositions()"
    before = found.page.evaluate(places)
    found.page.wait_for_timeout(300)
    assert found.page.evaluate(places) == before
    found.page.evaluate("document.getElementById('filter').open = true")
    found.page.check("#physics")
    found.page.wait_for_timeout(500)
    assert found.page.evaluate(places) != before
    found.page.uncheck("#physics")
    assert found.page.evaluate(places) == before


def test_light_and_dark_can_be_switched(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market), color_scheme="light")
    ground, ink = "getComputedStyle(document.body).backgroundColor", "dateline.nodes.get()[0].font.color"
    light = [found.page.evaluate(ground), found.page.evaluate(ink)]
    found.page.click("#theme")
    dark = [found.page.evaluate(ground), found.page.evaluate(ink)]
    assert dark == ["rgb(23, 25, 28)", "#e8eaed"] and light[0] == "rgb(255, 255, 255)"
    assert found.page.inner_text("#theme") == "Light"
    found.page.click("#theme")
    assert [found.page.evaluate(ground), found.page.evaluate(ink)] == light
