"""What a correction speaks of, found again in a Reading by words or by IRI."""

from collections.abc import Iterable

from kg.corrected import Anchor, Layer, Part, Reference
from kg.graph.iris import Iris
from kg.model import Article, Reading, Span

__all__ = ["Finder", "article_key", "place", "spans_of"]

_LAYERS: tuple[Layer, ...] = ("event", "entity", "toll")


def article_key(iri: str) -> str:
    """The hash by which an article is known again, from the IRI of it or of its text.

    >>> article_key("https://w3id.org/dateline/data/article/2017-09-14-bridge-bombed-0a1b2c3d#text")
    '0a1b2c3d'
    """
    return iri.partition("#")[0].replace("/", "-").rpartition("-")[2]


def place(anchor: Anchor, article: Article) -> Span | None:
    """Where the words of an anchor stand: at their offsets, or else nearest to these; None where they stand nowhere."""
    text, size = article.text, len(anchor.words)
    if text[anchor.begin:anchor.end] == anchor.words:
        return anchor.begin, anchor.end
    found = (text.rfind(anchor.words, 0, anchor.begin + size), text.find(anchor.words, anchor.begin))
    begins = [begin for begin in found if begin >= 0]
    if not begins:
        return None
    begin = min(begins, key=lambda begin: abs(begin - anchor.begin))
    return begin, begin + size


def spans_of(reading: Reading, part: Part) -> list[Span]:
    """The words that denote a part."""
    mentions = {
        "entity": lambda: reading.entities[part.index].mentions,
        "event": lambda: reading.events[part.index].triggers,
        "toll": lambda: reading.tolls[part.index].mentions,
    }[part.layer]()
    return [(reading.mentions[index].begin, reading.mentions[index].end) for index in mentions]


class Finder:
    """The parts of one Reading, by their words and their IRIs."""

    def __init__(self, reading: Reading, base: str) -> None:
        self.reading = reading
        self.iris = Iris(reading, base)
        self.key = article_key(self.iris.article)
        layers = {"event": reading.events, "entity": reading.entities, "toll": reading.tolls}
        self._found: dict[tuple[Reference, Layer, bool], list[Part]] = {}
        self.spans = {Part(layer, index): set(spans_of(reading, Part(layer, index)))
                      for layer in _LAYERS for index in range(len(layers[layer]))}

    def words(self, anchors: Iterable[Anchor]) -> list[Span]:
        """Where the anchors that belong to this article stand in it."""
        here = (place(anchor, self.reading.article) for anchor in anchors if article_key(anchor.text) == self.key)
        return sorted({span for span in here if span})

    def parts(self, reference: Reference, layer: Layer, *, best: bool = False) -> list[Part]:
        """The parts of a layer that are meant: those with most of the words, and (unless only the `best` are asked for) with half of them.

        Where no words are given, or none here, it is the one with the IRI, if all articles share that.
        """
        key = (reference, layer, best)
        if key not in self._found:
            self._found[key] = self._parts(reference, layer, best)
        return self._found[key]

    def _parts(self, reference: Reference, layer: Layer, best: bool) -> list[Part]:
        words = self.words(reference.anchors)
        for same in (_equal, _overlapping):
            scores = {part: sum(same(word, spans) for word in words) for part, spans in self.spans.items() if part.layer == layer}
            most = max(scores.values(), default=0)
            if most:
                enough = most if best else min(most, len(words) / 2)
                return [part for part, score in scores.items() if score >= enough]
        return self._named(reference.iri, layer) if layer == "entity" and not words else []

    def span(self, reference: Reference) -> Span | None:
        """The first words of a reference."""
        return next(iter(self.words(reference.anchors)), None)

    def sentence(self, spans: Iterable[Span | None]) -> int:
        """The sentence in which the first of some words stand; the first of all where none do."""
        for span in spans:
            for index, (begin, end) in enumerate(self.reading.sentences):
                if span and begin <= span[0] < end:
                    return index
        return 0

    def _named(self, iri: str, layer: Layer) -> list[Part]:
        """Entities by an IRI that holds beyond the article, whatever base it is built upon."""
        name = iri.partition("/entity/")[2]
        if "/article/" in iri or not name:
            return []
        shared = (index for index, own in enumerate(self.iris.entities) if "/article/" not in own and own.endswith(f"/entity/{name}"))
        return [Part(layer, index) for index in shared]


def _equal(word: Span, spans: set[Span]) -> bool:
    return word in spans


def _overlapping(word: Span, spans: set[Span]) -> bool:
    """For words whose borders have moved."""
    return any(word[0] < end and begin < word[1] for begin, end in spans)
