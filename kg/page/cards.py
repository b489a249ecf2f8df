"""What the page tells in words about each node and edge: the facts, and the sentences with their words marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from kg.page.items import edge_label, looks
from kg.page.look import look
from kg.terms import RDF, local

__all__ = ["Card", "Note", "Quoted", "edge_cards", "node_cards", "parts"]


Places = Mapping[tuple[str, int], str]


@dataclass(frozen=True, slots=True)
class Note:
    """Why a sentence is believed to tell something."""

    about: str
    who: str
    factuality: str
    sure: str  # "90 %", or empty
    rule: str
    rule_iri: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence in parts, each with whether it is marked."""

    parts: tuple[tuple[str, bool], ...]
    notes: tuple[Note, ...]
    place: str = ""  # id of the sentence in the article's text; empty where the graph does not carry it


@dataclass(frozen=True, slots=True)
class Card:
    """All that is told of a node or an edge; `look` is the name of its colours, `ends` are the cards and labels of an edge's nodes."""

    id: str
    title: str
    kind: str
    family: str
    look: str
    badge: str
    facts: tuple[tuple[str, str], ...]
    quotes: tuple[Quoted, ...]
    ends: tuple[tuple[str, str], ...] = ()
    main: bool = False


def parts(text: str, marks: Sequence[Sequence[int]]) -> tuple[tuple[str, bool], ...]:
    """A text cut at the borders of its marks (code-point spans, which may overlap).

    >>> parts("Bomb kills nine", [[5, 10]])
    (('Bomb ', False), ('kills', True), (' nine', False))
    """
    inside = [(max(0, begin), min(len(text), end)) for begin, end in marks]
    cuts = sorted({0, len(text), *(cut for span in inside if span[0] < span[1] for cut in span)})
    return tuple((text[one:two], any(begin <= one and two <= end for begin, end in inside)) for one, two in pairwise(cuts))


def node_cards(graph: nx.MultiDiGraph) -> list[Card]:
    """A card for each node, in the order of the graph, numbered n0, n1 … as `kg.page.drawing` numbers them."""
    places = _places(graph)
    return [_node_card(f"n{number}", data, places) for number, (_, data) in enumerate(graph.nodes(data=True))]


def _node_card(card: str, data: Mapping[str, Any], places: Places) -> Card:
    kind = looks(data)
    return Card(
        card, data["label"], data["kind_label"], data["family"], kind, data["realis"].lower() if kind == "unreal" else "",
        tuple(data["facts"]), _quoted(data["sentences"], places), main=data["main"],
    )


def edge_cards(graph: nx.MultiDiGraph) -> list[Card]:
    """A card for each edge, in the order of the graph, numbered e0, e1 … as `kg.page.drawing` numbers them."""
    ids, places = {node: f"n{number}" for number, node in enumerate(graph)}, _places(graph)
    cards = []
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        ends = tuple((ids[node], graph.nodes[node]["label"]) for node in (source, target))
        kind = look()["edges"][data["kind"]]["label"]
        quotes = _quoted(data["sentences"], places)
        cards.append(Card(f"e{number}", edge_label(data), kind, "edge", data["kind"], "", tuple(data["facts"]), quotes, ends=ends))
    return cards


def _places(graph: nx.MultiDiGraph) -> Places:
    """The ids by which `kg.page.reading` marks sentences, by their article and their first offset."""
    numbers = {article["iri"]: number for number, article in enumerate(graph.graph.get("articles", []))}
    return {
        (text.article, passage.begin): f"at-{numbers[text.article]}-{passage.begin}"
        for text in graph.graph.get("texts", []) if text.article in numbers for passage in text.passages if passage.sentence
    }


def _quoted(sentences: Iterable[Mapping[str, Any]], places: Places) -> tuple[Quoted, ...]:
    """Sentences, each once, with the union of their marks and a note for each reason to believe them."""
    marks: dict[tuple[str, str], list[Sequence[int]]] = {}
    notes: dict[tuple[str, str], dict[Note, None]] = {}
    for sentence in sentences:
        key = sentence["text"], places.get((sentence.get("article", ""), sentence.get("begin", 0)), "")
        marks.setdefault(key, []).extend(sentence["marks"])
        told = notes.setdefault(key, {})
        if sentence["rule"] or sentence["according_to"]:
            told[_note(sentence)] = None
    return tuple(Quoted(parts(key[0], spans), tuple(notes[key]), key[1]) for key, spans in marks.items())


def _note(sentence: Mapping[str, Any]) -> Note:
    about = "what it is" if sentence["about"] == RDF.type else sentence["tells"]
    sure = "" if sentence["confidence"] is None else f"{sentence['confidence']:.0%}".replace("%", " %")
    return Note(about, sentence["according_to"], sentence["factuality"].lower(), sure, local(sentence["rule"]), sentence["rule"])
