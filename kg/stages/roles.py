"""Who and what takes part: each path of an event's class that leads to an entity or event proposes a role."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.frames import fill
from kg.language.voices import judged
from kg.lookup import Lookup
from kg.model import Proposal, Reading
from kg.ontology import Ontology

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
    return replace(reading, proposals=reading.proposals + tuple(found))
