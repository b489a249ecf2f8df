"""Hostile text is text wherever it can stand: in headlines, names, sentences, quotes and addresses."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest

from kg import page
from kg.graph.network import build
from kg.terms import NIF, XSD

Open = Callable[..., Any]
HERE = Path(__file__).parent
LOADS = "img, iframe, object, embed, link, base, form, video, audio, [onload], [onerror], [onmouseover], [onfocus], [autofocus]"


def payloads() -> list[str]:
    told = json.loads((HERE / "hostile.json").read_text(encoding="utf-8"))
    return [one if isinstance(one, str) else one["repeat"] * one["times"] for one in told]


HOSTILE = payloads()


def hostile_store(first: int) -> ox.Store:
    """The market with every text replaced by a payload, each time another; offsets and dates stay, so that it is still read as a story."""
    store, number = ox.Store(), first
    for quad in sorted(ox.parse(path=str(HERE / "market.ttl"), format=ox.RdfFormat.TURTLE), key=str):
        if isinstance(quad.object, ox.Literal) and quad.object.datatype.value == XSD.string and quad.predicate.value != NIF.isString:
            text, number = HOSTILE[number % len(HOSTILE)], number + 1
            quad = ox.Quad(quad.subject, quad.predicate, ox.Literal(text))
        elif isinstance(quad.object, ox.Literal) and quad.predicate.value == NIF.isString:
            quad = ox.Quad(quad.subject, quad.predicate, ox.Literal("\n".join(HOSTILE)))
        store.add(quad)
    return store


def shown(text: str) -> str:
    """A text as HTML keeps it: an element has no carriage returns."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unharmed(found: Any) -> None:
    assert found.complaints == []
    assert len(found.requests) == 1
    assert found.page.locator(LOADS).count() == 0
    assert found.page.locator("script").count() == 3
    assert found.page.locator("a[href]").evaluate_all("all => all.filter((a) => !/^(#|https?:)/.test(a.getAttribute('href'))).length") == 0


def test_there_are_many_payloads() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("first", [0, 40])
def test_a_hostile_graph_is_shown_as_text(first: int, opened: Open) -> None:
    graph = build(hostile_store(first))
    found = opened(page.render(graph))
    assert found.page.text_content("h1") == shown(graph.graph["articles"][0]["headline"])
    found.page.evaluate("document.getElementById('text').open = true")
    for card in [f"n{number}" for number in range(len(graph))] + [f"e{number}" for number in range(graph.number_of_edges())]:
        found.page.evaluate(f'dateline.select("{card}", "test")')
    for number, (_, data) in enumerate(graph.nodes(data=True)):
        assert found.page.text_content(f"#n{number} h3") == shown(data["label"])
    unharmed(found)


def test_each_payload_is_a_name_a_fact_a_sentence_a_speaker_and_a_role(market: nx.MultiDiGraph, opened: Open) -> None:
    graph = nx.MultiDiGraph(**market.graph)
    like = dict(market.nodes(data=True))[next(iter(market))]
    for number, text in enumerate(HOSTILE):
        told = dict.fromkeys(("article", "text", "about", "tells", "rule", "according_to", "factuality", "as_of"), text)
        sentence = told | {"marks": [[0, 5]], "confidence": 0.5, "begin": 0}
        told_of = {"label": text, "kind_label": text, "also": [text], "facts": [(text, text)], "sentences": [sentence]}
        graph.add_node(f"urn:{number}", **like | told_of)
        said = {"label": text, "facts": [(text, text)], "sentences": [sentence]}
        graph.add_edge("urn:0", f"urn:{number}", property=f"urn:p{number}", kind="fact", **said)
    found = opened(page.render(graph))
    for number, text in enumerate(HOSTILE):
        found.page.evaluate(f'dateline.select(["n{number}", "e{number}"], "test")')
        assert [found.page.locator("#shown h3").nth(at).text_content() for at in (0, 1)] == [shown(text)] * 2
        assert found.page.locator("#shown blockquote").first.text_content().strip() == shown(text).strip()
    unharmed(found)


@pytest.mark.parametrize("field", ["headline", "publisher", "url", "dateline"])
def test_each_payload_can_stand_in_an_articles_head(field: str, market: nx.MultiDiGraph, opened: Open) -> None:
    first = market.graph["articles"][0]
    market.graph["articles"] = [first | {field: text, "iri": f"urn:{number}"} for number, text in enumerate(HOSTILE)]
    found = opened(page.render(market))
    assert found.page.locator(".source").count() == len(HOSTILE)
    unharmed(found)


def test_hostile_suggestions_are_text(market: nx.MultiDiGraph, opened: Open) -> None:
    for text, (_, data) in zip(HOSTILE, market.nodes(data=True), strict=False):
        data["label"] = "find " + text
    found = opened(page.render(market))
    found.page.fill("#find", "find")
    assert found.page.locator("#finds li").count() == 8
    assert found.page.locator("#finds li *:not(bdi, small)").count() == 0
    found.page.keyboard.press("Enter")
    unharmed(found)


def test_the_articles_text_is_kept_to_the_letter(opened: Open) -> None:
    found = opened(page.render(build(hostile_store(0))))
    assert found.page.evaluate("document.querySelector('.prose').textContent") == shown("\n".join(HOSTILE))
    unharmed(found)
