"""The graph that is drawn says what the RDF says, and no more."""

from itertools import pairwise
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.facts import Facts
from kg.graph.network import build
from kg.ontology import Ontology
from kg.terms import KG

MARKET = Path(__file__).parent.parent / "page" / "market.ttl"
PREFIXES = """
    @prefix kg: <https://w3id.org/dateline/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
    @prefix gaf: <http://groundedannotationframework.org/gaf#> . @prefix x: <http://example.org/> .
"""
CLASSES = """
    kg:Event rdfs:label "event"@en . kg:Attack rdfs:subClassOf kg:Violence . kg:Violence rdfs:subClassOf kg:Event .
    kg:Bombing rdfs:subClassOf kg:Attack ; rdfs:label "bombing"@en . kg:claimedBy rdfs:label "claimed by"@en .
    kg:Country rdfs:subClassOf kg:Actor, kg:Place .
"""


def quads(turtle: str) -> list[ox.Quad]:
    return list(ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE))


def graph_of(turtle: str | list[ox.Quad]) -> nx.MultiDiGraph:
    store = ox.Store()
    store.extend(quads(turtle) if isinstance(turtle, str) else turtle)
    return build(store, Ontology(Facts(quads(CLASSES))))


def market_quads() -> list[ox.Quad]:
    return list(ox.parse(path=str(MARKET), format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def market() -> nx.MultiDiGraph:
    return graph_of(market_quads())


def named(graph: nx.MultiDiGraph, name: str) -> str:
    return next(iri for iri in graph if iri.endswith(f"/{name}"))


def edge(graph: nx.MultiDiGraph, source: str, term: str, target: str) -> dict[str, object]:
    found: dict[str, object] = graph.edges[named(graph, source), named(graph, target), KG[term]]
    return found


def test_mentions_sentences_and_evidence_are_no_nodes(market: nx.MultiDiGraph) -> None:
    assert len(market) == 25
    families = {data["family"] for _, data in market.nodes(data=True)}
    assert families == {"event", "statement", "toll", "person", "people", "group", "place", "artifact"}
    assert not [iri for iri in market if any(word in iri for word in ("mention", "sentence", "/ev-", "#text"))]


def test_every_role_is_an_edge_and_every_edge_a_triple(market: nx.MultiDiGraph) -> None:
    triples = {(quad.subject.value, quad.predicate.value, quad.object.value) for quad in market_quads()}
    drawn = {(source, term, target) for source, target, term in market.edges(keys=True)}
    assert {(source, term, target) for source, term, target in drawn - triples} == set()
    joined = {triple for triple in triples if triple[0] in market and triple[2] in market and triple[1] != KG.preferredToll}
    assert joined == drawn


def test_a_node_is_told_in_plain_words(market: nx.MultiDiGraph) -> None:
    bombing = market.nodes[named(market, "bombing")]
    assert bombing["label"] == "Bombing of a fish market in Marrin, 7 March 2021"
    assert (bombing["kind"], bombing["kind_label"], bombing["family"]) == ("Bombing", "bombing", "event")
    assert (bombing["realis"], bombing["main"]) == ("Actual", True)
    assert ("date", "2021-03-07") in bombing["facts"]
    assert market.nodes[named(market, "toll-nine")]["facts"][0] == ("preferred toll", "yes")
    assert market.nodes[named(market, "claim")]["family"] == "statement"


@pytest.mark.parametrize(
    ("source", "term", "target", "kind"),
    [
        ("bombing", "claimedBy", "red-dawn-front", "claim"),
        ("bombing", "allegedPerpetrator", "army", "allegation"),
        ("bombing", "target", "market", "reported"),
        ("shooting", "perpetrator", "gunmen", "fact"),
        ("storming", "agent", "army", "unreal"),
        ("referendum", "place", "marrin", "unreal"),
        ("statement-police", "speaker", "police", "speech"),
        ("toll-nine", "accordingTo", "police", "speech"),
        ("marrin", "locatedIn", "tavira-province", "relation"),
        ("bombing", "toll", "toll-nine", "fact"),  # the headline says it on the paper's own word
        ("bombing", "toll", "toll-eleven", "reported"),
    ],
)
def test_what_nobody_vouches_for_is_no_fact(market: nx.MultiDiGraph, source: str, term: str, target: str, kind: str) -> None:
    assert edge(market, source, term, target)["kind"] == kind


def test_a_disputed_role_is_disputed() -> None:
    turtle = """x:e a kg:Event ; kg:agent x:p . x:p a kg:Person . x:ev a kg:Evidence ; kg:factuality kg:Disputed ; kg:confidence 0.5 ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#subject> x:e ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate> kg:agent ;
        <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> x:p ; <http://www.w3.org/ns/prov#wasDerivedFrom> x:s ."""
    graph = graph_of(turtle)
    assert graph.edges["http://example.org/e", "http://example.org/p", KG.agent]["kind"] == "disputed"


def test_an_edge_carries_its_sentence_and_the_words_that_tell_it(market: nx.MultiDiGraph) -> None:
    claimed = edge(market, "bombing", "claimedBy", "red-dawn-front")
    assert claimed["label"] == "claimed by"
    [sentence] = claimed["sentences"]
    assert [sentence["text"][begin:end] for begin, end in sentence["marks"]] == ["Red Dawn Front", "it", "bombing"]
    assert (sentence["confidence"], sentence["according_to"], sentence["factuality"]) == (0.9, "Red Dawn Front", "Reported")
    assert sentence["rule"].endswith("#claim-speaker")


def test_a_date_marks_the_time_expression_that_means_it(market: nx.MultiDiGraph) -> None:
    sentences = market.nodes[named(market, "referendum")]["sentences"]
    marked = {sentence["text"][begin:end] for sentence in sentences for begin, end in sentence["marks"]}
    assert marked == {"referendum", "21 March"}


def test_every_node_of_the_text_has_a_sentence_with_marks_inside_it(market: nx.MultiDiGraph) -> None:
    for iri, data in market.nodes(data=True):
        assert data["sentences"], iri
        for sentence in data["sentences"]:
            assert all(0 <= begin < end <= len(sentence["text"]) for begin, end in sentence["marks"])
            assert all(one[1] <= two[0] for one, two in pairwise(sentence["marks"]))


def test_a_statement_that_reports_a_role_leads_to_the_event(market: nx.MultiDiGraph) -> None:
    reports = edge(market, "accusation", "reports", "bombing")
    assert reports["facts"] == [("reports", "Bombing of a fish market in Marrin, 7 March 2021: alleged perpetrator army")]


def test_a_relation_tells_its_day(market: nx.MultiDiGraph) -> None:
    assert edge(market, "marrin", "locatedIn", "tavira-province")["facts"] == [("as of", "2021-03-08")]


def test_the_article_is_an_attribute_of_the_graph(market: nx.MultiDiGraph) -> None:
    [article] = market.graph["articles"]
    assert article["headline"].startswith("Bomb kills nine") and article["published"] == "2021-03-08"
    assert article["dateline"] == "Marrin" and article["main"] == [named(market, "bombing")]


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ('kg:count 1200 ; kg:countText "1,200"', "1,200 killed"),
        ('kg:minCount 20 ; kg:countText "at least 20"', "at least 20 killed"),
        ('kg:minCount 24 ; kg:countText "dozens"', "dozens killed"),
        ("kg:minCount 10 ; kg:maxCount 15", "10 to 15 killed"),
        ('kg:countText "٣"', "٣ killed"),
        ("kg:reportedIn x:article", "? killed"),
    ],
)
def test_tolls_are_told_as_figures(told: str, label: str) -> None:
    graph = graph_of(f"x:toll a kg:Toll ; kg:outcome kg:Killed ; {told} .")
    assert graph.nodes["http://example.org/toll"]["label"] == label


def test_the_order_of_triples_does_not_matter(market: nx.MultiDiGraph) -> None:
    turned = graph_of(market_quads()[::-1])
    assert list(turned.nodes(data=True)) == list(market.nodes(data=True))
    assert list(turned.edges(keys=True, data=True)) == list(market.edges(keys=True, data=True))


def test_without_evidence_the_graph_is_the_same_but_for_the_reasons(market: nx.MultiDiGraph) -> None:
    evidence = {quad.subject for quad in market_quads() if quad.object == ox.NamedNode(KG.Evidence)}
    bare = graph_of([quad for quad in market_quads() if quad.subject not in evidence and quad.object not in evidence])
    assert list(bare) == list(market)
    assert edge(bare, "bombing", "claimedBy", "red-dawn-front")["kind"] == "claim"
    [sentence] = bare.nodes[named(bare, "gunmen")]["sentences"]
    assert sentence["text"].startswith("Gunmen") and sentence["rule"] == ""


def test_without_the_text_of_sentences_it_is_cut_from_the_article_or_left_out(market: nx.MultiDiGraph) -> None:
    anchor = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf"
    cut = graph_of([quad for quad in market_quads() if quad.predicate.value != anchor])
    assert cut.nodes[named(cut, "gunmen")]["sentences"] == market.nodes[named(market, "gunmen")]["sentences"]
    none = graph_of([quad for quad in market_quads() if quad.predicate.value not in (anchor, anchor.replace("anchorOf", "isString"))])
    assert {sentence["text"] for sentence in none.nodes[named(none, "gunmen")]["sentences"]} == {""}


def test_a_class_that_the_ontology_lacks_is_the_most_specific_one() -> None:
    graph = graph_of("x:e a x:MarketBombing, kg:Bombing, kg:Attack, kg:Violence, kg:Event . x:c a kg:Country, kg:Place, kg:Actor .")
    assert graph.nodes["http://example.org/e"]["kind_label"] == "market bombing"
    assert graph.nodes["http://example.org/c"]["kind"] == "Country"


def test_marks_count_characters_also_beyond_the_first_plane() -> None:
    turtle = """x:s nif:anchorOf "\U0001f525 Fire in Ulm" ; nif:beginIndex 4 ; nif:endIndex 17 .
        x:m kg:sentence x:s ; nif:beginIndex 14 ; nif:endIndex 17 . x:ulm a kg:Place ; rdfs:label "Ulm" ; gaf:denotedBy x:m ."""
    [sentence] = graph_of(turtle).nodes["http://example.org/ulm"]["sentences"]
    [(begin, end)] = sentence["marks"]
    assert sentence["text"][begin:end] == "Ulm"


