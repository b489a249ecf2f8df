"""A Reading in which events, entities and tolls have gone, or become one with others: every index that names one follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from kg.corrected import Corrected, Layer, Part
from kg.corrections.finding import spans_of
from kg.model import Entity, Event, Evidence, Link, Reading, Relation, Role, Span, Toll

__all__ = ["Moves", "moved", "united"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moves:
    """Where each part goes that does not stay: to another of its layer, or (None) away. Indices are the old ones."""

    to: Mapping[Part, int | None]

    def places(self, layer: Layer, size: int) -> list[int | None]:
        """The new index of each old one, the gaps closed."""
        kept = [index for index in range(size) if Part(layer, index) not in self.to]
        new = {index: place for place, index in enumerate(kept)}
        homes = (self.to.get(Part(layer, index), index) for index in range(size))
        return [None if home is None else new[home] for home in homes]


class _Mover:
    def __init__(self, reading: Reading, moves: Moves) -> None:
        self.reading = reading
        self.entities = moves.places("entity", len(reading.entities))
        self.events = moves.places("event", len(reading.events))
        self.tolls = moves.places("toll", len(reading.tolls))

    def evidence(self, proofs: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Evidence whose sources have moved; a source is never taken away."""
        return tuple(dict.fromkeys(
            proof if proof.according_to is None else replace(proof, according_to=self.entities[proof.according_to]) for proof in proofs
        ))

    def indices(self, found: Iterable[int], places: list[int | None]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(place for place in (places[index] for index in found) if place is not None))

    def entity(self, entity: Entity) -> Entity:
        def told(texts: Iterable[tuple[str, Evidence]]) -> tuple[tuple[str, Evidence], ...]:
            return tuple(dict.fromkeys((text, self.evidence([proof])[0]) for text, proof in texts))

        return replace(entity, positions=told(entity.positions), ideologies=told(entity.ideologies))

    def event(self, event: Event, own: int) -> Event:
        roles: dict[tuple[str, int], Role] = {}
        for role in event.roles:
            place = self.entities[role.entity]
            if place is not None:
                known = roles.get((role.property, place), Role(role.property, place))
                roles[role.property, place] = replace(known, evidence=united(known.evidence, self.evidence(role.evidence)))
        links: dict[tuple[str, int], Link] = {}
        for link in event.links:
            place = self.events[link.event]
            if place is not None and place != own:
                known_link = links.get((link.property, place), Link(link.property, place))
                links[link.property, place] = replace(known_link, evidence=united(known_link.evidence, self.evidence(link.evidence)))
        said = event.said and replace(event.said, tolls=self.indices(event.said.tolls, self.tolls))
        time = event.time and replace(event.time, evidence=self.evidence(event.time.evidence))
        return replace(
            event, roles=tuple(roles.values()), links=tuple(links.values()), said=said, time=time, evidence=self.evidence(event.evidence)
        )

    def toll(self, toll: Toll) -> Toll:
        home = self.events[toll.event]
        assert home is not None, "a toll goes with its event"
        return replace(
            toll, event=home, of_people=None if toll.of_people is None else self.entities[toll.of_people],
            including=self.indices(toll.including, self.entities), according_to=self.indices(toll.according_to, self.entities),
            evidence=self.evidence(toll.evidence),
        )

    def relations(self) -> tuple[Relation, ...]:
        found: dict[tuple[int, str, int], Relation] = {}
        for relation in self.reading.relations:
            subject, value = self.entities[relation.subject], self.entities[relation.object]
            if subject is not None and value is not None and subject != value:
                key = (subject, relation.property, value)
                known = found.get(key, Relation(*key))
                found[key] = replace(known, evidence=united(known.evidence, self.evidence(relation.evidence)))
        return tuple(found.values())


def moved(reading: Reading, moves: Moves) -> Reading:
    """A Reading without the parts that go away or into others; what others took over from them must be theirs already.

    Tolls go with their events, links and relations with either end; what comes to stand twice stands once, with all evidence.
    """
    going = {part for part, home in moves.to.items() if home is None and part.layer == "event"}
    orphans = {Part("toll", index): None for index, toll in enumerate(reading.tolls) if Part("event", toll.event) in going}
    moves = Moves({**moves.to, **orphans})
    mover = _Mover(reading, moves)
    kept = [index for index in range(len(reading.events)) if Part("event", index) not in moves.to]
    return replace(
        reading,
        entities=tuple(mover.entity(entity) for index, entity in enumerate(reading.entities) if Part("entity", index) not in moves.to),
        events=tuple(mover.event(reading.events[old], new) for new, old in enumerate(kept)),
        tolls=tuple(mover.toll(toll) for index, toll in enumerate(reading.tolls) if Part("toll", index) not in moves.to),
        relations=mover.relations(),
        main_event=None if reading.main_event is None else mover.events[reading.main_event],
        dateline=None if reading.dateline is None else mover.entities[reading.dateline],
        corrections=tuple(_corrected(one, mover) for one in reading.corrections),
    )


def united(first: tuple[T, ...], second: tuple[T, ...]) -> tuple[T, ...]:
    """What either has, each once."""
    return tuple(dict.fromkeys(first + second))


def _corrected(one: Corrected, mover: _Mover) -> Corrected:
    """A record of an earlier correction, about the parts where they are now, or about the words of what is gone."""
    def follow(end: Part | Span | str) -> Part | Span | str:
        if not isinstance(end, Part):
            return end
        place = {"entity": mover.entities, "event": mover.events, "toll": mover.tolls}[end.layer][end.index]
        return Part(end.layer, place) if place is not None else next(iter(spans_of(mover.reading, end)), "")

    subject = follow(one.subject)
    assert not isinstance(subject, str), "what can go has words"
    return replace(one, subject=subject, object=follow(one.object))
