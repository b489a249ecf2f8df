"""The rows of the table of tolls: each figure, with who gives it; sum only those that are `preferred`."""

from kg.graph.exports.source import Source
from kg.terms import KG, SCHEMA, local

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "event_id_cnty", "event_label", "outcome", "count", "min_count", "max_count", "count_text", "of_people", "including",
    "according_to", "preferred", "source", "published", "realis", "sentence", "toll", "event",
)

_Cells = dict[str, "str | int | float | bool | None"]


def rows(source: Source) -> list[_Cells]:
    """A row for each figure."""
    return [_row(source, event, toll) for event in source.events for toll in source.facts.iris(event, KG.toll)]


def _row(source: Source, event: str, toll: str) -> _Cells:
    facts, article = source.facts, source.article(event)
    told = source.quotes.of(event, KG.toll, toll) or source.quotes.about(toll)
    return {
        "event_id_cnty": source.number(event), "event_label": source.description.label(event),
        "outcome": local(source.one(toll, KG.outcome)), "count": source.integer(toll, KG["count"]),
        "min_count": source.integer(toll, KG.minCount), "max_count": source.integer(toll, KG.maxCount),
        "count_text": source.one(toll, KG.countText), "of_people": source.labels(facts.iris(toll, KG.ofPeople)),
        "including": source.labels(facts.iris(toll, KG.including)), "according_to": source.labels(facts.iris(toll, KG.accordingTo)),
        "preferred": toll in facts.iris(event, KG.preferredToll), "source": source.publisher(article),
        "published": source.one(article, SCHEMA.datePublished), "realis": source.description.realis(event),
        "sentence": source.sentences(told), "toll": toll, "event": event,
    }
