"""Who and what takes part: each path of an event's class that leads to an entity or event proposes a role."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.frames import fill
from kg.language.voices import judged
from kg.language.whereabouts import SURE, whereabouts
from kg.lookup import Lookup
from kg.model import Proposal, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Adds a Proposal for each filler that a path finds for each proposed event."""
    lookup = Lookup(reading)
    types = {found.trigger: found.type for found in judged(reading, ontology) if found.filler is None}
    found = [
        Proposal(index, event_type, filled.path.iri, filled.path.confidence, filled.path.role, filled.token.i)
        for index, event_type in sorted(types.items())
        for filled in fill(doc[index], event_type, lookup, types, ontology)
    ]
    settled = {one.trigger for one in found if _is_settlement(one, lookup, doc, ontology)}
    unplaced = [pair for pair in sorted(types.items()) if pair[0] not in settled and _happens(pair[1], ontology)]
    placed = [
        Proposal(index, event_type, KGX.whereabouts, SURE, role, name.i)
        for index, event_type in unplaced for name, role in filter(None, [whereabouts(doc[index], lookup, ontology)])
    ]
    return replace(reading, proposals=reading.proposals + tuple(found + placed))


def _happens(event_type: str, ontology: Ontology) -> bool:
    """Whether a class of event is of what happens at one place: of deeds and disasters, not of what is said, ruled or sold."""
    return any(ontology.is_a(event_type, kind) for kind in (KG.Violence, KG.Disaster, KG.Harm, KG.Explosion))


def _is_settlement(place: Proposal, lookup: Lookup, doc: Doc, ontology: Ontology) -> bool:
    """Whether a proposal tells the settlement or region of an event."""
    if place.filler is None or place.role not in (KG.place, KG.near):
        return False
    entity = lookup.entity_at(place.filler, doc[place.filler].idx)
    return entity is not None and any(ontology.is_a(lookup.reading.entities[entity].kind, kind) for kind in (KG.City, KG.Region))
