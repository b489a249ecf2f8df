"""What is wrong goes: the facts of a Reading as triples, and a Reading without some of them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.corrected import Part
from kg.corrections.moving import Moves, moved
from kg.model import Entity, Event, EventTime, Reading, Toll
from kg.terms import KG, RDF

__all__ = ["Triple", "facts", "without"]

Triple = tuple[Part, str, Part | str]
"""A fact: an object that is no Part is the IRI of a class, or the text of a literal."""


def facts(reading: Reading) -> Iterator[Triple]:
    """All that can be rejected: types, roles, links and times of events, tolls and their people and sources, relations, positions."""
    for index, event in enumerate(reading.events):
        yield from _of_event(Part("event", index), event)
    for index, toll in enumerate(reading.tolls):
        part = Part("toll", index)
        yield Part("event", toll.event), KG.toll, part
        yield from ((part, term, Part("entity", entity)) for term, entities in _people(toll) for entity in entities)
    for relation in reading.relations:
        yield Part("entity", relation.subject), relation.property, Part("entity", relation.object)
    for index, entity in enumerate(reading.entities):
        for term, told in ((KG.position, entity.positions), (KG.ideology, entity.ideologies)):
            yield from ((Part("entity", index), term, text) for text, _ in told)


def _of_event(part: Part, event: Event) -> Iterator[Triple]:
    yield part, RDF.type, event.type
    yield from ((part, role.property, Part("entity", role.entity)) for role in event.roles)
    yield from ((part, link.property, Part("event", link.event)) for link in event.links)
    yield from ((part, KG.reports, Part("toll", toll)) for toll in (event.said.tolls if event.said else ()))
    yield from ((part, term, text) for term, text in _times(event.time))


def _times(time: EventTime | None) -> Iterator[tuple[str, str]]:
    if time:
        told = ((KG.date, time.value), (KG.earliest, time.earliest), (KG.latest, time.latest), (KG.timeOfDay, time.time_of_day))
        yield from ((term, str(value)) for term, value in told if value)


def _people(toll: Toll) -> tuple[tuple[str, tuple[int, ...]], ...]:
    counted = () if toll.of_people is None else (toll.of_people,)
    return (KG.ofPeople, counted), (KG.including, toll.including), (KG.accordingTo, toll.according_to)


def without(reading: Reading, wrong: Collection[Triple]) -> Reading:
    """A Reading without some of its `facts`: an event goes with its type, a toll with its kg:toll."""
    went: dict[Part, int | None] = {subject: None for subject, term, _ in wrong if term == RDF.type}
    went |= {value: None for _, term, value in wrong if term == KG.toll and isinstance(value, Part)}
    went |= {Part("toll", index): None for index, toll in enumerate(reading.tolls) if Part("event", toll.event) in went}
    kept = replace(
        reading,
        events=tuple(_event(Part("event", index), event, wrong) for index, event in enumerate(reading.events)),
        tolls=tuple(_toll(Part("toll", index), toll, wrong) for index, toll in enumerate(reading.tolls)),
        entities=tuple(_entity(Part("entity", index), entity, wrong) for index, entity in enumerate(reading.entities)),
        relations=tuple(
            relation for relation in reading.relations
            if (Part("entity", relation.subject), relation.property, Part("entity", relation.object)) not in wrong
        ),
    )
    return moved(kept, Moves(went))


def _event(part: Part, event: Event, wrong: Collection[Triple]) -> Event:
    said = event.said and replace(event.said, tolls=tuple(
        toll for toll in event.said.tolls if (part, KG.reports, Part("toll", toll)) not in wrong
    ))
    return replace(
        event, said=said, time=_time(part, event.time, wrong),
        roles=tuple(role for role in event.roles if (part, role.property, Part("entity", role.entity)) not in wrong),
        links=tuple(link for link in event.links if (part, link.property, Part("event", link.event)) not in wrong),
    )


def _time(part: Part, time: EventTime | None, wrong: Collection[Triple]) -> EventTime | None:
    """A time without its hour, or no time at all where its day is wrong."""
    bad = {term for term, text in _times(time) if (part, term, text) in wrong}
    if time is None or bad - {KG.timeOfDay}:
        return None
    return replace(time, time_of_day=None) if bad else time


def _toll(part: Part, toll: Toll, wrong: Collection[Triple]) -> Toll:
    counted, including, sources = (
        tuple(entity for entity in entities if (part, term, Part("entity", entity)) not in wrong) for term, entities in _people(toll)
    )
    return replace(toll, of_people=next(iter(counted), None), including=including, according_to=sources)


def _entity(part: Part, entity: Entity, wrong: Collection[Triple]) -> Entity:
    return replace(
        entity, positions=tuple(told for told in entity.positions if (part, KG.position, told[0]) not in wrong),
        ideologies=tuple(told for told in entity.ideologies if (part, KG.ideology, told[0]) not in wrong),
    )
