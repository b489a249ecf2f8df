"""What stands in the text: its context, the sentences used, the mentions used, and what the time expressions mean."""

from kg.graph.pen import Pen
from kg.graph.triples import iri, literal, offset
from kg.model import Span
from kg.terms import KG, NIF

__all__ = ["write_mentions", "write_sentences", "write_span", "write_text", "write_times"]


def write_text(pen: Pen) -> None:
    """The text itself, the context of all offsets."""
    pen.triples.types(pen.text, (NIF.Context,))
    pen.triples.add(pen.text, NIF.sourceUrl, pen.article)
    if pen.share == "full":
        pen.triples.add(pen.text, NIF.isString, literal(pen.reading.article.text))


def write_span(pen: Pen, node: str, span: Span, *, words: bool = True) -> None:
    """The four properties that every stretch of text has."""
    triples = pen.triples
    triples.add(node, NIF.beginIndex, offset(span[0]))
    triples.add(node, NIF.endIndex, offset(span[1]))
    triples.add(node, NIF.referenceContext, pen.text)
    if words:
        triples.add(node, NIF.anchorOf, literal(pen.reading.text_of(span)))


def write_mentions(pen: Pen) -> None:
    """The mentions that something points to."""
    for index in pen.used_mentions:
        mention, node = pen.reading.mentions[index], pen.mentions[index]
        pen.triples.types(node, (KG.Mention,))
        write_span(pen, node, (mention.begin, mention.end))
        pen.triples.add(node, KG.sentence, pen.sentence(mention.sentence))
        pen.triples.add(node, KG.form, iri(KG[mention.form]))


def write_times(pen: Pen) -> None:
    """What the time expressions mean."""
    for time in pen.reading.times:
        node = pen.mentions[time.mention]
        pen.triples.types(node, (KG.TimeMention,))
        pen.triples.add(node, KG.timexValue, literal(time.value))
        pen.triples.add(node, KG.timexType, literal(time.type))


def write_sentences(pen: Pen) -> None:
    """The sentences that anything was read from; to be called last."""
    for index in sorted(pen.used_sentences):
        node = pen.sentence(index)
        pen.triples.types(node, (KG.Sentence,))
        write_span(pen, node, pen.reading.sentences[index], words=pen.share != "none")
