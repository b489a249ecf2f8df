"""A headline has no room for doubt: what it tells as a fact and the body only as planned, denied or invented is what the body says."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.vetoes import is_violent
from kg.model import Event, Reading
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["stage"]

_FACTS = frozenset({KG.Actual, KG.Habitual})


def stage(reading: Reading, _doc: Doc, ontology: Ontology) -> Reading:
    """Gives what the headline tells as a fact the realis of the first event in the body that may be it, where the body tells no fact."""
    headline = reading.article.headline
    if headline is None:
        return reading
    body = [event for event in reading.events if reading.mentions[event.triggers[0]].begin >= headline[1]]
    events = tuple(event if event in body else _as_told(event, body, ontology) for event in reading.events)
    return replace(reading, events=events)


def _as_told(event: Event, body: list[Event], ontology: Ontology) -> Event:
    if event.realis != KG.Actual or ontology.is_a(event.type, KG.Statement):
        return event
    alike = [other for other in body if ontology.may_be_one(other.type, event.type) and not _is_of_others(other, event, ontology)]
    near = [other for other in body if other in alike or _is_outcome(event, ontology) and is_violent(other.type, ontology)]
    alike = [other for other in alike if other.realis != KG.Negated or is_violent(event.type, ontology)]  # "is not on trial" is said of one
    if not _is_outcome(event, ontology):  # that nobody died is no word about the attack
        alike = [other for other in alike if not ontology.is_a(other.type, KG.Harm)]
    if not alike or any(other.realis in _FACTS for other in near):
        return event
    return replace(event, realis=alike[0].realis, realis_evidence=alike[0].realis_evidence)


def _is_of_others(event: Event, other: Event, ontology: Ontology) -> bool:
    """Whether quite different doers are told of two events: that officers "had not fired a shot" is no word about the robbers."""
    doers = [{role.entity for role in one.roles if ontology.is_a(role.property, KG.agent)} for one in (event, other)]
    return bool(doers[0] and doers[1]) and doers[0].isdisjoint(doers[1])


def _is_outcome(event: Event, ontology: Ontology) -> bool:
    """Whether an event is told by what came of it, as that of any harmful act may be."""
    return any(ontology.is_a(event.type, above) for above in (KG.Harm, KG.Killing, KG.Wounding))
