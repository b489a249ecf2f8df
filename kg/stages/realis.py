"""Did it happen? Each event gets the realis that the cues around its word give it."""

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from kg.language.realis import judge
from kg.lookup import Lookup
from kg.model import Event, Evidence, Reading
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Sets the realis of each event; what lies after the day of publication and would be told as a fact is planned."""
    lookup = Lookup(reading)
    events = tuple(_judged(event, doc, reading, lookup, ontology) for event in reading.events)
    return replace(reading, events=events)


def _judged(event: Event, doc: Doc, reading: Reading, lookup: Lookup, ontology: Ontology) -> Event:
    found = judge(doc[reading.mentions[event.triggers[0]].head], ontology, speech=ontology.is_a(event.type, KG.Statement))
    realis = found.realis
    if realis in (KG.Actual, KG.Habitual) and _is_to_come(event, reading.article.date):
        realis = KG.Planned
    if realis == KG.Actual:
        return event
    words = ((found.token.idx, found.token.idx + len(found.token)),)
    proof = Evidence(lookup.sentence_at(found.token.idx), found.cue, 0.8, words)
    return replace(event, realis=realis, evidence=(*event.evidence, proof))


def _is_to_come(event: Event, published: date | None) -> bool:
    return bool(published and event.time and event.time.earliest and event.time.earliest > published)
