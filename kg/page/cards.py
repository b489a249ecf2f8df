"""What the page tells in words about each node and edge: the facts, the sentences with their words marked, and what is joined to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from kg.page.look import look
from kg.terms import RDF, local

__all__ = ["Card", "Note", "Quoted", "Tie", "edge_cards", "node_cards", "parts"]


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


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge of a node, seen from that node."""

    card: str
    text: str
    other: str
    forward: bool
    kind: str


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
    ties: tuple[Tie, ...] = ()
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
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    ties: dict[str, list[Tie]] = {node: [] for node in graph}
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        label = _edge_label(data)
        ties[source].append(Tie(f"e{number}", label, graph.nodes[target]["label"], True, data["kind"]))
        ties[target].append(Tie(f"e{number}", label, graph.nodes[source]["label"], False, data["kind"]))
    return [_node_card(ids[node], data, ties[node]) for node, data in graph.nodes(data=True)]


def _node_card(card: str, data: Mapping[str, Any], ties: Iterable[Tie]) -> Card:
    unreal = data["realis"] not in ("", "Actual")
    return Card(
        card, data["label"], data["kind_label"], data["family"], "unreal" if unreal else data["family"],
        data["realis"].lower() if unreal else "", tuple(data["facts"]), _quoted(data["sentences"]), tuple(ties),
        main=data["main"],
    )


def edge_cards(graph: nx.MultiDiGraph) -> list[Card]:
    """A card for each edge, in the order of the graph, numbered e0, e1 … as `kg.page.drawing` numbers them."""
    ids = {node: f"n{number}" for number, node in enumerate(graph)}
    cards = []
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        ends = tuple((ids[node], graph.nodes[node]["label"]) for node in (source, target))
        kind = look()["edges"][data["kind"]]["label"]
        quotes = _quoted(data["sentences"])
        cards.append(Card(f"e{number}", _edge_label(data), kind, "edge", data["kind"], "", tuple(data["facts"]), quotes, ends=ends))
    return cards


def _edge_label(data: Mapping[str, Any]) -> str:
    return str(look()["labels"].get(data["kind"], data["label"]))


def _quoted(sentences: Iterable[Mapping[str, Any]]) -> tuple[Quoted, ...]:
    """Sentences, each once, with the union of their marks and a note for each reason to believe them."""
    marks: dict[str, list[Sequence[int]]] = {}
    notes: dict[str, dict[Note, None]] = {}
    for sentence in sentences:
        marks.setdefault(sentence["text"], []).extend(sentence["marks"])
        told = notes.setdefault(sentence["text"], {})
        if sentence["rule"] or sentence["according_to"]:
            told[_note(sentence)] = None
    return tuple(Quoted(parts(text, spans), tuple(notes[text])) for text, spans in marks.items())


def _note(sentence: Mapping[str, Any]) -> Note:
    about = "what it is" if sentence["about"] == RDF.type else sentence["tells"]
    sure = "" if sentence["confidence"] is None else f"{sentence['confidence']:.0%}".replace("%", " %")
    return Note(about, sentence["according_to"], sentence["factuality"].lower(), sure, local(sentence["rule"]), sentence["rule"])
