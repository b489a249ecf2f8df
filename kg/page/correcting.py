"""What the page needs to write corrections: the words that denote each node, and what can be wrong with each card."""

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from kg.graph.text import Text
from kg.graph.turtle import PREFIXES
from kg.ontology import load
from kg.terms import KG, RDF

__all__ = ["correcting"]

_PREFIXES = ("kg", "nif", "prov", "dcterms", "rdf", "rdfs", "xsd")
_LITERALS = (KG.timeOfDay, KG.position, KG.ideology)


def correcting(graph: nx.MultiDiGraph) -> dict[str, Any]:
    """The data of a graph of `kg.graph.network.build` for corrections.

    `articles` are IRIs; `words` gives each node's card its mentions, as [number of the article, begin, end, words]; `targets` gives each
    card the triples of it that can be rejected: `say` (what would be wrong, in words), `subject` (a card), `property`, and `object` (a
    card, or a term in Turtle). `prefixes` are those that a corrections file needs.
    """
    articles = [article["iri"] for article in graph.graph.get("articles", [])]
    cards = {node: f"n{number}" for number, node in enumerate(graph)}
    targets = {cards[node]: list(_of_node(node, data, cards, graph)) for node, data in graph.nodes(data=True)}
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        if data.get("objects", [target]) == [target]:  # what is reported of a node is no triple to it
            targets[f"e{number}"] = [_target(data["label"], cards[source], data["property"], cards[target])]
    return {
        "articles": articles, "words": _words(graph, articles, cards), "targets": {card: told for card, told in targets.items() if told},
        "prefixes": {prefix: PREFIXES[prefix] for prefix in _PREFIXES},
    }


def _words(graph: nx.MultiDiGraph, articles: list[str], cards: Mapping[str, str]) -> dict[str, list[list[int | str]]]:
    found: dict[str, list[list[int | str]]] = {}
    texts: list[Text] = graph.graph.get("texts", [])
    for text in texts:
        for mention in text.mentions:
            for node in mention.nodes:
                if node in cards and mention.words and not mention.time and text.article in articles:
                    found.setdefault(cards[node], []).append([articles.index(text.article), mention.begin, mention.end, mention.words])
    return found


def _of_node(node: str, data: Mapping[str, Any], cards: Mapping[str, str], graph: nx.MultiDiGraph) -> Iterator[dict[str, str]]:
    """What can be wrong with a node: that there is such an event, or such a figure; its day; a person's position."""
    card = cards[node]
    if data["family"] in ("event", "statement"):
        yield _target("no such event", card, RDF.type, f"<{_kind(data)}>")
    if data.get("date"):
        yield _target(f"date {data['date']}", card, KG.date, _literal(data["date"]))
    for event, _, term in graph.in_edges(node, keys=True):
        if term == KG.toll:
            yield _target("no such figure", cards[event], KG.toll, card)
    known = {load().label(term): term for term in _LITERALS}
    for name, value in data["facts"]:
        if name in known:
            yield _target(f"{name} {value}", card, known[name], _literal(value))


def _kind(data: Mapping[str, Any]) -> str:
    """The class of an event as it is rejected: whatever it may be called by then, it is none."""
    return KG.Statement if data["family"] == "statement" else KG.Event


def _target(say: str, subject: str, term: str, value: str) -> dict[str, str]:
    return {"say": say, "subject": subject, "property": term, "object": value}


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
