"""The articles' texts as the page shows them: every mention marked by what it means, and leading to its node."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from kg.graph.text import Mention, Passage, Text
from kg.page.items import looks

__all__ = ["Piece", "Read", "Section", "readings"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that mean the same nodes throughout: their cards, the narrowest mention's first, and the name of their colours."""

    text: str
    cards: tuple[str, ...] = ()
    look: str = ""  # empty where nothing is meant, "time" for a time expression


@dataclass(frozen=True, slots=True)
class Section:
    """A sentence, with the id by which a quote leads to it, or what stands between two sentences (then the id is empty)."""

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """An article to be read."""

    headline: str
    sections: tuple[Section, ...]


def readings(graph: nx.MultiDiGraph) -> list[Read]:
    """The texts of a graph of `kg.graph.network.build`, those that it carries, in the order of its articles."""
    texts: dict[str, Text] = {text.article: text for text in graph.graph.get("texts", [])}
    cards = {node: f"n{number}" for number, node in enumerate(graph)}
    kinds = {node: looks(data) for node, data in graph.nodes(data=True)}
    found = []
    for number, article in enumerate(graph.graph.get("articles", [])):
        text = texts.get(article["iri"])
        if text and text.passages:
            sections = tuple(_sections(text, number, cards, kinds))
            found.append(Read(article["headline"], sections))
    return found


def _sections(text: Text, number: int, cards: Mapping[str, str], kinds: Mapping[str, str]) -> Iterator[Section]:
    left = [mention for mention in text.mentions if mention.time or any(node in cards for node in mention.nodes)]
    for passage in text.passages:
        end = passage.begin + len(passage.text)
        inside = [mention for mention in left if mention.begin < end and mention.end > passage.begin]
        left = [mention for mention in left if mention.end > end]
        pieces = tuple(_piece(words, over, cards, kinds) for words, over in _cut(passage, inside))
        yield Section(f"at-{number}-{passage.begin}" if passage.sentence else "", pieces)


def _cut(passage: Passage, mentions: Sequence[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    """A passage cut at the borders of its mentions, each part with those that cover it, the narrowest first."""
    begin, length = passage.begin, len(passage.text)
    borders = {at - begin for mention in mentions for at in (mention.begin, mention.end)}
    for one, two in pairwise(sorted({0, length, *(at for at in borders if 0 < at < length)})):
        over = [mention for mention in mentions if mention.begin <= begin + one and begin + two <= mention.end]
        yield passage.text[one:two], sorted(over, key=lambda mention: (mention.end - mention.begin, mention))


def _piece(words: str, over: Iterable[Mention], cards: Mapping[str, str], kinds: Mapping[str, str]) -> Piece:
    over = list(over)
    nodes = [node for mention in over for node in mention.nodes if node in cards]
    if not over:
        return Piece(words)
    return Piece(words, tuple(dict.fromkeys(cards[node] for node in nodes)), "time" if over[0].time else kinds[nodes[0]])
