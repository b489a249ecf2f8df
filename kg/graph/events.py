"""The events of an article: type, realis, roles, links, time, and what statements say."""

from datetime import date

from kg.graph.evidence import cite
from kg.graph.pen import Pen
from kg.graph.triples import iri, literal
from kg.model import Event, EventTime, Said
from kg.terms import GAF, KG, RDF, RDFS, XSD

__all__ = ["PRECISION", "write_events"]

PRECISION = {len("2017"): XSD.gYear, len("2017-09"): XSD.gYearMonth, len("2017-09-14"): XSD.date}
"""The datatype of a date, by the length of its text."""


def write_events(pen: Pen) -> None:
    """Every event with all that is told of it, but for its tolls."""
    for node, event in zip(pen.events, pen.reading.events, strict=True):
        pen.types(node, event.type)
        cite(pen, node, RDF.type, iri(event.type), event.evidence)
        pen.triples.add(node, RDFS.label, literal(event.label or pen.ontology.label(event.type)))
        pen.triples.add(node, KG.realis, iri(event.realis))
        cite(pen, node, KG.realis, iri(event.realis), event.realis_evidence)
        pen.link(node, GAF.denotedBy, pen.mentions, event.triggers)
        _write_parts(pen, node, event)
        if event.time:
            _write_time(pen, node, event.time)
        if event.said:
            _write_said(pen, node, event.said)
    if pen.reading.main_event is not None:
        pen.triples.add(pen.article, KG.mainEvent, pen.events[pen.reading.main_event])


def _write_parts(pen: Pen, node: str, event: Event) -> None:
    for role in event.roles:
        pen.triples.add(node, role.property, pen.entities[role.entity])
        cite(pen, node, role.property, pen.entities[role.entity], role.evidence)
    for link in event.links:
        pen.triples.add(node, link.property, pen.events[link.event])
        cite(pen, node, link.property, pen.events[link.event], link.evidence)


def _write_time(pen: Pen, node: str, time: EventTime) -> None:
    told = []
    if time.value and len(time.value) in PRECISION:
        told.append((KG.date, literal(time.value, PRECISION[len(time.value)])))
    told += [(term, _day(day)) for term, day in ((KG.earliest, time.earliest), (KG.latest, time.latest)) if day]
    if time.time_of_day:
        told.append((KG.timeOfDay, literal(time.time_of_day)))
    for term, value in told:
        pen.triples.add(node, term, value)
    for term, value in told[:1]:  # one evidence for the whole time, on what is told most exactly
        cite(pen, node, term, value, time.evidence)


def _day(day: date) -> str:
    return literal(day.isoformat(), XSD.date)


def _write_said(pen: Pen, node: str, said: Said) -> None:
    if said.cue:
        pen.triples.add(node, KG.cue, literal(said.cue))
    if said.quote and pen.share != "none":
        pen.triples.add(node, KG.quote, literal(said.quote))
    pen.link(node, KG.reports, pen.tolls, said.tolls)
