"""The rows of the table of roles: who or what takes which part in which event, on whose word."""

from kg.graph.exports.source import Source
from kg.terms import KG, RDF, local

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "event_id_cnty", "event_label", "role", "role_label", "entity_label", "entity_type", "realis", "confidence", "factuality",
    "according_to", "sentence", "entity", "event",
)

_Cells = dict[str, "str | int | float | bool | None"]


def rows(source: Source) -> list[_Cells]:
    """A row for each entity that an event is joined to."""
    return [
        _row(source, event, term, entity)
        for event in source.events
        for term in source.facts.properties(event)
        for entity in source.facts.iris(event, term)
        if KG.Entity in source.facts.iris(entity, RDF.type)
    ]


def _row(source: Source, event: str, term: str, entity: str) -> _Cells:
    quotes, words = source.quotes.of(event, term, entity), source.description
    return {
        "event_id_cnty": source.number(event), "event_label": words.label(event), "role": local(term), "role_label": words.words(term),
        "entity_label": words.label(entity), "entity_type": local(words.kind(entity)), "realis": words.realis(event),
        "confidence": max((quote.confidence for quote in quotes if quote.confidence is not None), default=None),
        "factuality": source.words(quote.factuality for quote in quotes),
        "according_to": source.words(quote.according_to for quote in quotes),
        "sentence": source.sentences(quotes), "entity": entity, "event": event,
    }
