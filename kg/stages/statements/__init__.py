"""Who says so: what a speaker reports, claims, denies, threatens, charges or is convicted of goes to the events spoken of."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.attribution import speakers
from kg.model import Event, Evidence, Reading
from kg.ontology import Ontology
from kg.stages.statements.frames import Frames
from kg.terms import KG, KGX

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Applies the frames of speech and of law, attributes what is reported, and adds quotations."""
    frames = Frames(reading, doc, ontology)
    for index in range(len(reading.events)):
        frames.apply(index)
    for index in range(len(reading.events)):
        frames.withdraw(index)
    events = _attributed(frames, reading, doc, ontology)
    return replace(reading, events=tuple(_without_working_roles(event, ontology) for event in events))


def _attributed(frames: Frames, reading: Reading, doc: Doc, ontology: Ontology) -> list[Event]:
    """Events whose evidence says whose word they are."""
    whose = speakers(reading, doc, ontology)
    found = []
    for event in frames.events:
        speaker = whose.get(reading.mentions[event.triggers[0]].head)
        found.append(frames.read_in(event) if speaker is None else _said_by(frames.told_by(event, speaker), speaker))
    return found


def _said_by(event: Event, speaker: int) -> Event:
    def told(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(proof, according_to=speaker, factuality=KG.Reported) for proof in evidence)

    time = replace(event.time, evidence=told(event.time.evidence)) if event.time else None
    roles = tuple(replace(role, evidence=told(role.evidence)) for role in event.roles)
    return replace(event, evidence=told(event.evidence), realis_evidence=told(event.realis_evidence), roles=roles, time=time)


def _without_working_roles(event: Event, ontology: Ontology) -> Event:
    """An event as the contract knows it: its content becomes what it reports, or its topic."""
    about = KG.reports if ontology.is_a(event.type, KG.Statement) else KG.topic
    links = tuple(replace(link, property=about) if link.property == KGX.content else link for link in event.links)
    known = {link.event: link for link in links if not link.property.startswith(KGX.iri)}
    named = not any(link.property == about for link in links)  # of what, nobody can tell; that somebody is accused still can be told
    roles = tuple(replace(role, property=KG.topic) if named and role.property == KGX.accused else role for role in event.roles)
    roles = tuple(role for role in roles if not role.property.startswith(KGX.iri))
    return replace(event, roles=roles, links=tuple(known[index] for index in sorted(known)))
