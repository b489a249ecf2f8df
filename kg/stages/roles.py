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
    unplaced = [
        (index, event_type) for index, event_type in sorted(types.items())
        if _happens(event_type, ontology) and not _is_placed(index, found, lookup, doc, ontology)
    ]
    placed = [
        Proposal(index, event_type, KGX.whereabouts, SURE, role, name.i)
        for index, event_type in unplaced for name, role in filter(None, [whereabouts(doc[index], lookup, ontology)])
    ]
    return replace(reading, proposals=reading.proposals + tuple(found + placed))


def _happens(event_type: str, ontology: Ontology) -> bool:
    """Whether a class of event is of what happens at one place: of deeds and disasters, not of what is said, ruled or sold."""
    return any(ontology.is_a(event_type, kind) for kind in (KG.Violence, KG.Disaster, KG.Harm, KG.Explosion))


def _is_placed(trigger: int, found: list[Proposal], lookup: Lookup, doc: Doc, ontology: Ontology) -> bool:
    """Whether a path has found the settlement or region of an event."""
    wheres = [one.filler for one in found if one.trigger == trigger and one.role in (KG.place, KG.near)]
    entities = {lookup.entity_at(where, doc[where].idx) for where in wheres if where is not None}
    kinds = [lookup.reading.entities[entity].kind for entity in entities if entity is not None]
    return any(ontology.is_a(kind, settled) for kind in kinds for settled in (KG.City, KG.Region))
