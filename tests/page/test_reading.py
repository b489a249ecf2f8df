"""The article's text in pieces, what is near and what is background, and what can be filtered by: judged without a browser."""

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.facts import Facts
from kg.graph.text import Mention, Passage, Text, texts
from kg.page.items import ARTICLE, facets, items
from kg.page.nearness import background
from kg.page.reading import readings
from kg.terms import KG, NIF

from .conftest import MARKET, QUIET


def names(nodes: set[str]) -> set[str]:
    return {iri.rsplit("/", 1)[1] for iri in nodes}


def pieces(text: Text, **looks: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The pieces of a text whose mentions denote nodes of these families."""
    graph = nx.MultiDiGraph(articles=[{"iri": "urn:a", "headline": ""}], texts=[text])
    for name, family in looks.items():
        graph.add_node(name, **QUIET | {"label": name, "family": family})
    return [(piece.text, piece.cards, piece.look) for read in readings(graph) for section in read.sections for piece in section.pieces]


def test_the_narrowest_of_overlapping_mentions_is_meant_first() -> None:
    text = Text("urn:a", (Passage(0, "the mayor of Marrin spoke", True),), (Mention(4, 19, ("mayor",)), Mention(13, 19, ("marrin",))))
    assert pieces(text, mayor="person", marrin="place") == [
        ("the ", (), ""), ("mayor of ", ("n0",), "person"), ("Marrin", ("n1", "n0"), "place"), (" spoke", (), ""),
    ]


def test_what_is_not_drawn_is_not_marked_and_times_are_marked_without_a_node() -> None:
    text = Text("urn:a", (Passage(0, "police said on Sunday", True),), (Mention(0, 6, ("gone",)), Mention(15, 21, (), time=True)))
    assert pieces(text) == [("police said on ", (), ""), ("Sunday", (), "time")]


def test_offsets_are_code_points() -> None:
    text = Text("urn:a", (Passage(0, "\U0001d54f met Ana", True),), (Mention(6, 9, ("ana",)),))
    assert pieces(text, ana="person")[-1] == ("Ana", ("n0",), "person")


@pytest.mark.parametrize("kept", ["full", "sentences", "none"])
def test_the_text_is_read_as_far_as_the_graph_carries_it(kept: str) -> None:
    drop = {"full": (), "sentences": (NIF.isString,), "none": (NIF.isString, NIF.anchorOf)}[kept]
    quads = [quad for quad in ox.parse(path=str(MARKET), format=ox.RdfFormat.TURTLE) if quad.predicate.value not in drop]
    (text,) = texts(Facts(sorted(quads, key=str)))
    sentences = [passage.text for passage in text.passages if passage.sentence]
    assert sentences[3:4] == ([] if kept == "none" else ["Hospital staff counted eleven dead."])
    assert any(not passage.sentence for passage in text.passages) == (kept == "full")


def test_background_is_what_does_not_belong_to_the_main_event(market: nx.MultiDiGraph) -> None:
    far = names(background(market))
    assert {"referendum", "storming", "blast", "town-hall", "residents"} <= far
    assert far.isdisjoint({"bombing", "shooting", "gunmen", "ambulance", "toll-nine", "police", "claim", "ana-belo", "marrin"})
    for _, data in market.nodes(data=True):
        data["main"] = False
    assert background(market) == set()


def test_items_tell_what_cards_can_be_found_by(market: nx.MultiDiGraph) -> None:
    found = items(market)
    named = {item["name"]: item for item in found.values() if "name" in item}
    assert named["Red Dawn Front"]["also"] == ["RDF", "Red Dawn"]
    shooting = named["Shooting at an ambulance near the fish market, 7 March 2021"]
    assert (shooting["sure"], shooting["told"], shooting["who"]) == (0.9, ["asserted"], [ARTICLE])
    assert named["Referendum on self-rule in Marrin, 21 March 2021"]["earliest"] == "2021-03-21"
    counts = facets(found)
    assert counts["look"]["unreal"] == 3 and counts["line"]["allegation"] == 1 and counts["who"]["Ana Belo"] == 2


def test_an_edges_objects_are_what_its_property_leads_to(market: nx.MultiDiGraph) -> None:
    store = ox.Store()
    store.load(path=str(MARKET), format=ox.RdfFormat.TURTLE)
    for source, _, data in market.edges(data=True):
        for value in data["objects"]:
            stated = store.quads_for_pattern(ox.NamedNode(source), ox.NamedNode(data["property"]), ox.NamedNode(value))
            assert list(stated)
    reports = [data["objects"] for *_, data in market.edges(data=True) if data["property"] == KG.reports]
    assert any(any(value.endswith("/ev-claimed") for value in values) for values in reports)
