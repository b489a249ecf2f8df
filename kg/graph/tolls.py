"""How many were killed, injured, missing …, each figure with those who give it."""

from kg.graph.evidence import cite
from kg.graph.pen import Pen
from kg.graph.triples import integer, iri, literal
from kg.model import Toll
from kg.terms import GAF, KG

__all__ = ["write_tolls"]


def write_tolls(pen: Pen) -> None:
    """Every toll, from its event."""
    for node, toll in zip(pen.tolls, pen.reading.tolls, strict=True):
        event = pen.events[toll.event]
        pen.triples.add(event, KG.toll, node)
        if toll.preferred:
            pen.triples.add(event, KG.preferredToll, node)
        cite(pen, event, KG.toll, node, toll.evidence)
        pen.triples.types(node, (KG.Toll,))
        pen.triples.add(node, KG.outcome, iri(toll.outcome))
        pen.triples.add(node, KG.countText, literal(toll.count_text))
        pen.triples.add(node, KG.reportedIn, pen.article)
        _write_figure(pen, node, toll)
        _write_people(pen, node, toll)


def _write_figure(pen: Pen, node: str, toll: Toll) -> None:
    figures = ((KG.minCount, toll.minimum), (KG.maxCount, toll.maximum)) if toll.count is None else ((KG.count, toll.count),)
    for term, figure in figures:
        if figure is not None:
            pen.triples.add(node, term, integer(figure))


def _write_people(pen: Pen, node: str, toll: Toll) -> None:
    if toll.of_people is not None:
        pen.triples.add(node, KG.ofPeople, pen.entities[toll.of_people])
    pen.link(node, KG.including, pen.entities, toll.including)
    pen.link(node, KG.accordingTo, pen.entities, toll.according_to)
    pen.link(node, GAF.denotedBy, pen.mentions, toll.mentions)
