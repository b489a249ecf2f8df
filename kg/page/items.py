"""What can be found and filtered by: for each card, its name, its kind, who says so, how sure it is and when it was."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from kg.page.look import look

__all__ = ["ARTICLE", "edge_label", "facets", "items", "looks"]

ARTICLE = "the article itself"
"""Who says what is asserted and is nobody else's word."""

Item = dict[str, Any]


def looks(data: Mapping[str, Any]) -> str:
    """The name of a node's colours: what is not told as having happened looks different."""
    return str(data["family"]) if data["realis"] in ("", "Actual") else "unreal"


def edge_label(data: Mapping[str, Any]) -> str:
    """What a line says: its role in plain words, of an accusation the accuser, too."""
    label = str(look()["labels"].get(data["kind"], data["label"]))
    who = next((sentence["according_to"] for sentence in data.get("sentences", ()) if sentence["according_to"]), "")
    return f"{label} by {who}" if who and data["kind"] == "allegation" else label


def items(graph: nx.MultiDiGraph) -> dict[str, Item]:
    """An item for each card (n0, n1 … and e0, e1 …); what is empty is left out.

    Nodes have `name`, `kind` (in words), `family`, `look`, `also` (other names), `realis`, `date`, `earliest` and `latest`; edges have
    `role` (in words) and `line`. Both have `sure` (the best confidence), `told` (asserted, reported, disputed), `who` (says so) and
    `articles` (numbers of the articles).
    """
    numbers = {article["iri"]: number for number, article in enumerate(graph.graph.get("articles", []))}
    found = {}
    for number, (_, data) in enumerate(graph.nodes(data=True)):
        own = {name: data.get(name) for name in ("also", "realis", "date", "earliest", "latest")}
        own |= {"name": data["label"], "kind": data["kind_label"], "family": data["family"], "look": looks(data)}
        found[f"n{number}"] = _full(own | _told(data.get("sentences", ()), numbers))
    for number, (*_, data) in enumerate(graph.edges(data=True)):
        found[f"e{number}"] = _full({"role": data["label"], "line": data["kind"]} | _told(data.get("sentences", ()), numbers))
    return found


def _told(sentences: Iterable[Mapping[str, Any]], numbers: Mapping[str, int]) -> Item:
    told = list(sentences)
    sure = [sentence["confidence"] for sentence in told if sentence["confidence"] is not None]
    return {
        "sure": max(sure, default=None),
        "told": sorted({sentence["factuality"].lower() for sentence in told} - {""}),
        "who": sorted({who for sentence in told for who in _who(sentence)}),
        "articles": sorted({numbers[sentence["article"]] for sentence in told if sentence.get("article") in numbers}),
    }


def _who(sentence: Mapping[str, Any]) -> Iterator[str]:
    if sentence["according_to"]:
        yield sentence["according_to"]
    elif sentence["factuality"] == "Asserted":
        yield ARTICLE


def _full(item: Item) -> Item:
    return {name: value for name, value in item.items() if value not in (None, "", [])}


def facets(found: Mapping[str, Item]) -> dict[str, dict[str, int]]:
    """The values to filter by, each with how many cards have it, in the order of the alphabet."""
    counts: dict[str, dict[str, int]] = {name: {} for name in ("look", "line", "kind", "role", "told", "who")}
    for item in found.values():
        for name, seen in counts.items():
            values = item.get(name, [])
            for value in [values] if isinstance(values, str) else values:
                seen[value] = seen.get(value, 0) + 1
    return {name: dict(sorted(seen.items())) for name, seen in counts.items()}
