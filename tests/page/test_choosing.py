"""Choosing: one bus, by which the graph, the panel, the article and the list show the same."""

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg import page
from kg.graph.text import texts

Open = Callable[..., Any]


def card(graph: nx.MultiDiGraph, name: str) -> str:
    return next(f"n{number}" for number, iri in enumerate(graph) if iri.endswith(f"/{name}"))


def edge(graph: nx.MultiDiGraph, source: str, target: str, label: str) -> str:
    return next(
        f"e{number}" for number, (one, two, data) in enumerate(graph.edges(data=True))
        if (one.rsplit("/", 1)[1], two.rsplit("/", 1)[1], data["label"]) == (source, target, label)
    )


def test_who_listens_hears_every_choice_and_whose_it_was(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    army, market_place = card(market, "army"), card(market, "market")
    heard = found.page.evaluate(
        f"""() => {{ const heard = []; dateline.on("select", (told) => heard.push(told));
            dateline.select("{army}", "map"); dateline.select(["{army}", "{market_place}"], "timeline");
            dateline.select([], "map"); return heard; }}"""
    )
    assert [(told["cards"], told["origin"]) for told in heard] == [([army], "map"), ([army, market_place], "timeline"), ([], "map")]
    assert found.page.evaluate("dateline.selected") == []


def test_a_choice_from_anywhere_is_seen_in_graph_and_panel(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    chosen = [card(market, "army"), edge(market, "bombing", "army", "alleged perpetrator")]
    found.page.evaluate(f"dateline.select({chosen}, 'test')")
    assert found.page.evaluate("dateline.network.getSelectedNodes().map(dateline.cardOf)") == chosen[:1]
    assert found.page.evaluate("dateline.network.getSelectedEdges()") == chosen[1:]
    assert found.page.locator("#shown .card").evaluate_all("all => all.map((one) => one.dataset.card)") == chosen
    assert found.page.inner_text("#tab-details") == "Details (2)"


def test_what_is_chosen_is_brought_into_sight(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate("dateline.network.moveTo({position: {x: 9000, y: 9000}, animation: false})")
    found.page.evaluate(f"dateline.select('{card(market, 'army')}', 'test')")
    army = next(iri for iri in market if iri.endswith("/army"))
    x, y = found.spot(f'network.getPosition("{army}")')
    box = found.page.locator("#graph").bounding_box()
    assert box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]


def test_many_chosen_are_counted_and_not_all_shown(sixty: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(sixty))
    found.page.evaluate("dateline.select(dateline.data.nodes.map((node) => node.card), 'test')")
    assert found.page.locator("#shown .card").count() == 12
    assert "and 48 more" in found.panel


def test_evidence_tells_who_says_so_how_sure_and_by_what_rule(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate(f"dateline.select('{edge(market, 'bombing', 'army', 'alleged perpetrator')}', 'test')")
    assert "accused by Ana Belo" in found.panel
    assert "disputed by Ana Belo, 85 % sure, rule accusation-patient" in found.panel
    assert found.page.locator("#shown mark").all_inner_texts() == ["bombing", "army"]


def test_from_a_quote_one_gets_to_its_place_in_the_article(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.evaluate(f"dateline.select('{card(market, 'referendum')}', 'test')")
    found.page.click("#shown [data-read]")
    assert found.page.is_visible("#reading") and not found.page.is_visible("#details")
    assert found.page.inner_text(".sentence.here").startswith("Marrin, a port in Tavira Province")
    assert found.page.locator("#reading .chosen").all_inner_texts() == ["referendum", "21 March"]
    assert found.page.evaluate("document.activeElement.classList.contains('sentence')")


def test_from_a_word_of_the_article_one_gets_to_its_node(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.click("#tab-reading")
    found.page.click("#reading a:text-is('Ana Belo')")
    belo = card(market, "ana-belo")
    assert found.page.evaluate("dateline.selected") == [belo]
    assert found.page.evaluate("dateline.network.getSelectedNodes().map(dateline.cardOf)") == [belo]
    assert found.page.locator("#reading .chosen").all_inner_texts() == ["mayor", "Ana Belo"]
    found.page.click("#tab-details")
    assert found.page.inner_text("#shown h3") == "Ana Belo"


def test_every_mention_of_a_node_leads_to_it_by_its_kind(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    words = found.page.locator("#reading [data-means]")
    told = words.evaluate_all("all => all.map((one) => [one.dataset.means, one.className, one.textContent])")
    assert ("Red Dawn Front", "means means-group") in {(text, kind) for _, kind, text in told}
    assert {means for means, _, text in told if text == "Marrin"} == {card(market, "marrin")}
    assert found.page.evaluate("document.querySelector('.prose').textContent") == "".join(
        passage.text for passage in market.graph["texts"][0].passages
    )


def test_a_graph_with_sentences_alone_can_be_read_and_one_without_text_says_so(market: nx.MultiDiGraph, opened: Open) -> None:
    market.graph["texts"] = []
    found = opened(page.render(market))
    found.page.click("#tab-reading")
    assert "does not carry the article" in found.page.inner_text("#reading")
    assert texts.__doc__


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowLeft"])
def test_tabs_turn_by_keys(key: str, market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    found.page.focus("#tab-details")
    found.page.keyboard.press(key)
    assert found.page.is_visible("#reading")
    assert found.page.evaluate("document.activeElement.id") == "tab-reading"


def test_several_can_be_chosen_with_the_control_key(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    iris = [next(iri for iri in market if iri.endswith(end)) for end in ("/army", "/red-dawn-front")]
    found.click(f'network.getPosition("{iris[0]}")')
    found.page.keyboard.down("Control")
    found.click(f'network.getPosition("{iris[1]}")')
    found.page.keyboard.up("Control")
    assert set(found.page.evaluate("dateline.selected")) == {card(market, "army"), card(market, "red-dawn-front")}
