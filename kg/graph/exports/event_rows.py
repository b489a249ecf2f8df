"""The rows of the table of events; what the columns mean is told in `kg.graph.exports.tables`."""

from datetime import date

from kg.graph.exports.acled import event_types, time_precision
from kg.graph.exports.source import Source
from kg.terms import KG, RDF, SCHEMA, local

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1", "assoc_actor_1", "actor2",
    "assoc_actor_2", "country", "admin1", "admin2", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities",
    "label", "type", "realis", "main", "part_of", "earliest", "latest", "date", "time_of_day", "claimed_by", "alleged_perpetrator",
    "target", "instrument", "place", "published", "headline", "url", "article", "event",
)

_Cells = dict[str, "str | int | float | bool | None"]


def rows(source: Source) -> list[_Cells]:
    """A row for each event."""
    return [_when(source, event) | _who(source, event) | _where(source, event) | _what(source, event) for event in source.events]


def _what(source: Source, event: str) -> _Cells:
    kind = source.description.kind(event)
    event_type, sub_event_type = event_types(kind, source.ontology)
    article = source.article(event)
    return {
        "event_id_cnty": source.number(event), "event_type": event_type, "sub_event_type": sub_event_type,
        "notes": source.sentences(source.quotes.about(event)), "fatalities": _fatalities(source, event),
        "label": source.description.label(event), "type": local(kind), "realis": source.description.realis(event),
        "main": event in source.facts.iris(article, KG.mainEvent), "part_of": " ".join(source.facts.iris(event, KG.partOf)),
        "source": source.publisher(article), "published": source.one(article, SCHEMA.datePublished),
        "headline": source.one(article, SCHEMA.headline), "url": source.one(article, SCHEMA.url), "article": article, "event": event,
    }


def _when(source: Source, event: str) -> _Cells:
    first, last = (source.one(event, term) for term in (KG.earliest, KG.latest))
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first and last else None
    return {
        "event_date": first if days else "", "year": int(first[:4]) if days else None,
        "time_precision": time_precision(days) if days else None,
        "earliest": first, "latest": last, "date": source.one(event, KG.date), "time_of_day": source.one(event, KG.timeOfDay),
    }


def _who(source: Source, event: str) -> _Cells:
    """Doers and those they did it to; a group that only claims it, and those accused, stand in columns of their own."""
    facts = source.facts
    groups = facts.iris(event, KG.responsibleGroup)
    doers = [actor for actor in _actors(source, event, KG.agent) if actor not in groups] or list(groups)
    harmed = _actors(source, event, KG.victim) or _actors(source, event, KG.patient) or _actors(source, event, KG.recipient)
    behind = [group for group in [*groups, *_groups(source, doers)] if group not in doers]
    return {
        "actor1": source.labels(doers), "assoc_actor_1": source.labels(behind),
        "actor2": source.labels(harmed), "assoc_actor_2": source.labels(_groups(source, harmed)),
        "claimed_by": source.labels(facts.iris(event, KG.claimedBy)),
        "alleged_perpetrator": source.labels(facts.iris(event, KG.allegedPerpetrator)),
        "target": source.labels(facts.iris(event, KG.target)), "instrument": source.labels(facts.iris(event, KG.instrument)),
    }


def _actors(source: Source, event: str, role: str) -> list[str]:
    """Who fills a role or one below it, places and things left out."""
    terms = [term for term in source.facts.properties(event) if source.ontology.is_a(term, role)]
    found = dict.fromkeys(actor for term in terms for actor in source.facts.iris(event, term))
    return [actor for actor in found if KG.Actor in source.facts.iris(actor, RDF.type)]


def _groups(source: Source, actors: list[str]) -> list[str]:
    return list(dict.fromkeys(group for actor in actors for group in source.facts.iris(actor, KG.memberOf)))


def _where(source: Source, event: str) -> _Cells:
    found = source.where(event)
    return {
        "country": found.country, "admin1": found.admin1, "admin2": found.admin2, "location": found.location, "place": found.place,
        "latitude": found.latitude, "longitude": found.longitude, "geo_precision": found.geo_precision,
    }


def _fatalities(source: Source, event: str) -> int | None:
    for toll in source.facts.iris(event, KG.preferredToll):
        if KG.Killed in source.facts.iris(toll, KG.outcome):
            exact = source.integer(toll, KG["count"])
            return source.integer(toll, KG.minCount) if exact is None else exact
    return None
