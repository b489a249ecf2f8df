"""Corrections made in the page, saved, and obeyed by the next build."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from spacy.language import Language
from typer.testing import CliRunner

from kg import page
from kg.articles import from_text
from kg.cli import app
from kg.corrections import apply, read
from kg.graph.network import build
from kg.graph.rdf import to_store
from kg.model import Reading
from kg.ontology import Ontology
from kg.pipeline import read as read_article
from kg.terms import KG, local
from tests.graph.test_shapes import results, shapes

Open = Callable[..., Any]
STORY = (
    "Bridge bombed in Lindau\n\nGunmen killed two guards at a bridge near Lindau on Thursday, police said. "
    "Soldiers searched the area. The army closed the road."
)


@pytest.fixture(scope="module")
def reading(nlp: Language, ontology: Ontology) -> Reading:
    return read_article(from_text(STORY, date=date(2017, 9, 14)), ontology, nlp)


def graph_of(reading: Reading, ontology: Ontology) -> nx.MultiDiGraph:
    return build(to_store(reading, ontology), ontology)


def edges(graph: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    """The edges in words: what the nodes are called, whatever their IRIs."""
    return {(data_of(graph, source), local(term), graph.nodes[target]["label"]) for source, target, term in graph.edges(keys=True)}


def data_of(graph: nx.MultiDiGraph, node: str) -> str:
    return str(graph.nodes[node]["kind"] if graph.nodes[node]["family"] == "event" else graph.nodes[node]["label"])


def card_of(graph: nx.MultiDiGraph, label: str) -> str:
    return next(f"n{number}" for number, (_, data) in enumerate(graph.nodes(data=True)) if data["label"] == label)


def edge_card(graph: nx.MultiDiGraph, term: str, label: str) -> str:
    ends = enumerate(graph.edges(keys=True))
    return next(f"e{number}" for number, (_, target, key) in ends if key == term and graph.nodes[target]["label"] == label)


def choose(found: Any, *cards: str) -> None:
    found.page.evaluate("(cards) => dateline.select(cards, 'list')", list(cards))


def saved(found: Any, folder: Path) -> Path:
    with found.page.expect_download() as download:
        found.page.click("#save-corrections")
    path = folder / str(download.value.suggested_filename)
    download.value.save_as(path)
    assert found.complaints == []
    return path


def test_a_rejected_edge_does_not_come_back(reading: Reading, ontology: Ontology, opened: Open, tmp_path: Path) -> None:
    before = graph_of(reading, ontology)
    wrong = next(edge for edge in edges(before) if edge[1:] == ("perpetrator", "gunmen"))
    found = opened(page.render(before))
    assert not found.page.is_visible("#corrections")
    choose(found, edge_card(before, KG.perpetrator, "gunmen"))
    found.page.click("#wrong")
    found.page.fill("#corrector", 'Ana "Nan" Reis\\')
    found.page.fill("#corrected-on", "2017-09-20")
    file = saved(found, tmp_path)
    assert file.name == "corrections.ttl"
    [correction] = read(file)
    assert (correction.who, correction.when) == ('Ana "Nan" Reis\\', "2017-09-20")
    after = apply(reading, read(file), ontology)
    assert edges(before) - edges(graph_of(after, ontology)) == {wrong}
    assert after.problems == reading.problems
    assert apply(after, read(file), ontology) == after


def test_the_file_keeps_to_the_shapes(reading: Reading, ontology: Ontology, opened: Open, tmp_path: Path) -> None:
    import rdflib

    found = opened(page.render(graph_of(reading, ontology)))
    choose(found, "e0")
    found.page.click("#wrong")
    choose(found, "n0")
    if found.page.is_visible("#wrong"):
        found.page.click("#wrong")
    found.page.fill("#corrector", "Ana Reis")
    found.page.fill("#corrected-on", "2017-09-20")
    assert not results(rdflib.Graph().parse(saved(found, tmp_path)), shapes("shapes"))


def test_two_nodes_become_one_and_stay_two(reading: Reading, ontology: Ontology, opened: Open, tmp_path: Path) -> None:
    before = graph_of(reading, ontology)
    found = opened(page.render(before))
    choose(found, card_of(before, "soldiers"))
    found.page.click("#same")
    choose(found, card_of(before, "army"))
    choose(found, card_of(before, "police"), card_of(before, "army"))
    found.page.click("#not-same")
    assert [line.rpartition("Take back")[0].strip() for line in found.page.locator("#corrected li").all_inner_texts()] == [
        "soldiers is the same as army", "police is not the same as army",
    ]
    after = apply(reading, read(saved(found, tmp_path)), ontology)
    labels = {data["label"] for _, data in graph_of(after, ontology).nodes(data=True)}
    assert len({"soldiers", "army"} & labels) == 1 and "police" in labels
    assert ("different from" in {data["label"] for *_, data in graph_of(after, ontology).edges(data=True)})


def test_a_figure_a_day_and_an_event_can_be_wrong(reading: Reading, ontology: Ontology, opened: Open, tmp_path: Path) -> None:
    before = graph_of(reading, ontology)
    found = opened(page.render(before))
    toll = next(f"n{number}" for number, (_, data) in enumerate(before.nodes(data=True)) if data["family"] == "toll")
    choose(found, toll)
    found.page.click("#wrong")
    main = next(f"n{number}" for number, (_, data) in enumerate(before.nodes(data=True)) if data["main"])
    choose(found, main)
    found.page.select_option("#what-wrong", label="date 2017-09-14")
    found.page.click("#wrong")
    after = apply(reading, read(saved(found, tmp_path)), ontology)
    assert after.tolls == () and all(event.time is None for event in after.events if event.type == KG.Attack)
    assert after.problems == reading.problems


def test_a_correction_can_be_taken_back_and_is_made_once(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    choose(found, "e0")
    for _ in range(2):
        found.page.click("#wrong")
    assert found.page.locator("#corrected li").count() == 1
    assert found.page.evaluate("dateline.edges.get('e0').label").startswith("✗")
    found.page.click("#corrected button")
    assert not found.page.is_visible("#corrections")
    assert not found.page.evaluate("dateline.edges.get('e0').label").startswith("✗")


def test_an_event_is_not_the_same_as_a_person(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    families = [data["family"] for _, data in market.nodes(data=True)]
    choose(found, f"n{families.index('event')}", f"n{families.index('person')}")
    assert not found.page.is_visible("#same")
    choose(found, f"n{families.index('event')}")
    found.page.click("#same")
    choose(found, f"n{families.index('person')}")
    assert found.page.locator("#corrected li").count() == 0
    assert "Only two different nodes of one sort" in found.page.inner_text("#status")


def test_corrections_by_keyboard(market: nx.MultiDiGraph, opened: Open) -> None:
    found = opened(page.render(market))
    choose(found, "e0")
    for step in ("#wrong", "#corrector", "#save-corrections"):
        found.page.focus(step)
        assert found.page.evaluate("document.activeElement.id") == step[1:]
        if step == "#wrong":
            found.page.keyboard.press("Enter")
        elif step == "#corrector":
            found.page.keyboard.type("Ana")
    with found.page.expect_download():
        found.page.keyboard.press("Enter")


def test_hostile_words_are_words_in_the_file(market: nx.MultiDiGraph, opened: Open, tmp_path: Path) -> None:
    hostile = '" . <javascript:alert(1)> a <x:y> . # </script> \\u0041\u202e'
    found = opened(page.render(market))
    choose(found, "e0")
    found.page.click("#wrong")
    found.page.evaluate("(words) => { document.getElementById('corrector').value = words; }", hostile)
    [correction] = read(saved(found, tmp_path))
    assert correction.who.split() == hostile.split()
    assert list(ox.parse(path=str(tmp_path / "corrections.ttl"), format=ox.RdfFormat.TURTLE))


def test_a_click_and_a_rebuild(opened: Open, tmp_path: Path) -> None:
    """From the page of one build to the Turtle and the page of the next."""
    (tmp_path / "bridge.txt").write_text(f"date 2017-09-14\n{STORY}\n", encoding="utf-8")
    out = tmp_path / "out"

    def rebuild(*options: str | Path) -> nx.MultiDiGraph:
        arguments = ["build", tmp_path / "bridge.txt", "--out", out, *options]
        result = CliRunner().invoke(app, [str(argument) for argument in arguments])
        assert (result.exit_code, result.stderr) == (0, "")
        store = ox.Store()
        store.load(path=str(out / "bridge.ttl"), format=ox.RdfFormat.TURTLE)
        return build(store)

    before = rebuild()
    found = opened((out / "bridge.html").read_text(encoding="utf-8"))
    choose(found, edge_card(before, KG.perpetrator, "gunmen"))
    found.page.click("#wrong")
    file = saved(found, tmp_path)
    after = rebuild("--corrections", file)
    gone = edges(before) - edges(after)
    assert {(term, value) for _, term, value in gone} == {("perpetrator", "gunmen")}
    again = opened((out / "bridge.html").read_text(encoding="utf-8"))
    assert again.page.evaluate("dateline.data.edges.filter((edge) => edge.property.endsWith('#perpetrator')).length") == 0
