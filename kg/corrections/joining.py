"""What is the same becomes one: entities and events that a reader says are the same."""

from collections.abc import Iterable
from dataclasses import replace

from kg.corrected import Part
from kg.corrections.moving import Moves, moved, united
from kg.model import Entity, Event, Form, Reading
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["joined"]


def joined(reading: Reading, groups: Iterable[list[Part]], ontology: Ontology) -> Reading:
    """A Reading in which each group of entities, or of events, has become one: the best named, the most exact; it has what all had."""
    entities, events, tolls = list(reading.entities), list(reading.events), list(reading.tolls)
    to: dict[Part, int | None] = {}
    for group in groups:
        indices = sorted(part.index for part in group)
        layer = group[0].layer
        if layer == "entity":
            home = max(indices, key=lambda index: _fame(reading, index))
            entities[home] = _entity(entities[home], [entities[index] for index in indices if index != home])
        else:
            home = max(indices, key=lambda index: (ontology.depth(reading.events[index].type), -index))
            events[home] = _event(events[home], [events[index] for index in indices if index != home])
            tolls = [replace(toll, event=home) if toll.event in indices else toll for toll in tolls]
        to |= {Part(layer, index): home for index in indices if index != home}
    return moved(replace(reading, entities=tuple(entities), events=tuple(events), tolls=tuple(tolls)), Moves(to))


def _fame(reading: Reading, index: int) -> tuple[bool, bool, bool, int, int]:
    """How well an entity is known: to all articles, to the gazetteer, by a name at all, by how many mentions; else the first told."""
    entity = reading.entities[index]
    named = any(reading.mentions[mention].form == Form.NAME for mention in entity.mentions)
    return entity.key is not None, bool(entity.exact), named, len(entity.mentions), -index


def _entity(home: Entity, others: list[Entity]) -> Entity:
    names = [name for other in others for name in (other.label, *other.alt_labels)]
    for other in others:
        home = replace(
            home,
            mentions=tuple(sorted({*home.mentions, *other.mentions})),
            close=united(home.close, united(other.close, other.exact)) if home.exact != other.exact else home.close,
            positions=united(home.positions, other.positions), ideologies=united(home.ideologies, other.ideologies),
            latitude=home.latitude if home.latitude is not None else other.latitude,
            longitude=home.longitude if home.longitude is not None else other.longitude,
            size=home.size if home.size is not None else other.size,
            min_size=home.min_size if home.min_size is not None else other.min_size,
        )
    return replace(home, alt_labels=tuple(name for name in united(home.alt_labels, tuple(names)) if name != home.label))


def _event(home: Event, others: list[Event]) -> Event:
    for other in others:
        home = replace(
            home,
            triggers=united(home.triggers, other.triggers), roles=home.roles + other.roles, links=home.links + other.links,
            time=home.time or other.time, said=home.said or other.said, evidence=united(home.evidence, other.evidence),
            realis=KG.Actual if KG.Actual in (home.realis, other.realis) else home.realis,
        )
    return home
