"""A graph for programs that know only nodes and edges with plain attributes, such as Gephi."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg.graph.network import build
from kg.ontology import Ontology
from kg.terms import XSD, local

__all__ = ["flat", "for_xml"]

_SEPARATOR = "; "
_NUMBERS: Mapping[str, type[int] | type[float]] = {XSD.integer: int, XSD.nonNegativeInteger: int, XSD.decimal: float, XSD.double: float}
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no XML may hold these characters

Value = str | int | float | bool


def flat(store: ox.Store, ontology: Ontology) -> nx.MultiDiGraph:
    """The graph of `kg.graph.network.build` with attributes that are strings, numbers or truths, each of one type all over the graph.

    Nodes are IRIs and have `label`, `kind`, `family`, `realis`, `main` and `sentences`, and a column for each of their literals, named
    like its property in small letters ("min_count", "lat", "long", "earliest"). Edges are keyed e0, e1 … and have `label`, `property`,
    `kind`, `confidence` (the best, 0 where none is told), `factuality`, `according_to`, `as_of` and `sentences`. Several values stand in
    one cell, parted by "; ".
    """
    graph, plain = build(store, ontology), nx.MultiDiGraph()
    rows = {node: _node(store, node, data) for node, data in graph.nodes(data=True)}
    mixed = _mixed(rows.values())
    for node, row in rows.items():
        plain.add_node(node, **{name: str(value) if name in mixed else value for name, value in row.items()})
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        plain.add_edge(source, target, key=f"e{number}", **_edge(data))
    return plain


def _node(store: ox.Store, node: str, data: Mapping[str, Any]) -> dict[str, Value]:
    own: dict[str, Value] = {
        "label": for_xml(data["label"]), "kind": for_xml(data["kind"]),
        "family": for_xml(data["family"]), "realis": for_xml(data["realis"]),
        "main": bool(data["main"]), "sentences": _sentences(data["sentences"]),
    }
    told: dict[str, list[ox.Literal]] = {}
    for quad in store.quads_for_pattern(ox.NamedNode(node), None, None):
        if isinstance(quad.object, ox.Literal):
            told.setdefault(_column(quad.predicate.value), []).append(quad.object)
    for name in sorted(told):
        if name not in own:
            values = sorted({literal.value: literal for literal in told[name]}.items())
            own[name] = _value(values[0][1]) if len(values) == 1 else _SEPARATOR.join(for_xml(text) for text, _ in values)
    return own


def _edge(data: Mapping[str, Any]) -> dict[str, Value]:
    sentences = data["sentences"]
    sure = [sentence["confidence"] for sentence in sentences if sentence["confidence"] is not None]
    return {
        "label": for_xml(data["label"]), "property": for_xml(data["property"]), "kind": for_xml(data["kind"]),
        "confidence": float(max(sure, default=0)),
        **{name: _joined(sentence[name] for sentence in sentences) for name in ("factuality", "according_to", "as_of")},
        "sentences": _sentences(sentences),
    }


def _mixed(rows: Iterable[Mapping[str, Value]]) -> set[str]:
    """The columns in which not all values are of one type: whole and other numbers, or a number and several."""
    kinds: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            kinds.setdefault(name, set()).add(type(value))
    return {name for name, found in kinds.items() if len(found) > 1}


def _value(literal: ox.Literal) -> Value:
    number = _NUMBERS.get(literal.datatype.value)
    return number(literal.value) if number else for_xml(literal.value)


def _sentences(sentences: Iterable[Mapping[str, Any]]) -> str:
    return " ".join(dict.fromkeys(for_xml(" ".join(sentence["text"].split())) for sentence in sentences)).strip()


def _joined(values: Iterable[object]) -> str:
    return _SEPARATOR.join(dict.fromkeys(for_xml(value) for value in values if value))


def for_xml(text: object) -> str:
    """A text in which the characters that no XML may hold are replaced.

    >>> for_xml("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", str(text))


def _column(term: str) -> str:
    """The name of a column, from a property.

    >>> _column("https://w3id.org/dateline/ontology#minCount")
    'min_count'
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", local(term)).lower()
