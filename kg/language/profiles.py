"""What tells one event from another: its day, its places, and who did and suffered it, worked out once an event."""

from dataclasses import dataclass
from datetime import date

from kg.lookup import Lookup
from kg.model import Event, EventTime, Form, Reading, Role, TimeExpression
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Profile", "Profiles", "apart_in_place", "apart_in_time"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An event as it is compared; all but the class are entities, `named` ones can be told from others by a name."""

    type: str
    realis: str
    time: EventTime | None
    places: frozenset[int]  # named, and the towns and countries aimed at
    agents: frozenset[int]
    accused: frozenset[int]  # those said to have done it
    patients: frozenset[int]
    people: frozenset[int]  # participants that are no countries
    named_agents: frozenset[int]
    named_patients: frozenset[int]


class Profiles:
    """The profiles of a Reading's events, and whether two of them can be one event."""

    def __init__(self, reading: Reading, lookup: Lookup, ontology: Ontology) -> None:
        self._reading, self._ontology = reading, ontology
        self._within = _containers(reading)
        self.named = {owner for index, owner in lookup.owners.items() if reading.mentions[index].form == Form.NAME}
        self._countries = {index for index, entity in enumerate(reading.entities) if ontology.is_a(entity.kind, KG.Country)}
        self.of = tuple(self._profile(event) for event in reading.events)

    def _profile(self, event: Event) -> Profile:
        def filling(general: str) -> frozenset[int]:
            return frozenset(role.entity for role in event.roles if self._ontology.is_a(role.property, general))

        agents, patients = filling(KG.agent), filling(KG.patient)
        told_apart = self.named - self._countries
        places = frozenset(role.entity for role in event.roles if self._is_where(role) and role.entity in self.named)
        people = filling(KG.participant) - self._countries
        accused = frozenset(role.entity for role in event.roles if role.property == KG.allegedPerpetrator)
        named = agents & told_apart, patients & told_apart
        return Profile(event.type, event.realis, event.time, places, agents, accused, patients, people, *named)

    def _is_where(self, role: Role) -> bool:
        """Whether a role tells where an event was: its place, or a town or country that it was aimed at."""
        kind = self._reading.entities[role.entity].kind
        aimed = role.property == KG.target and self._ontology.is_a(kind, KG.Place) and not self._ontology.is_a(kind, KG.Facility)
        return aimed or role.property in (KG.place, KG.near)

    def agree(self, one: Profile, other: Profile) -> bool:
        """Whether status, people, time and place of two events leave it open that they are one."""
        settled = (KG.Actual, KG.Attempted, KG.Habitual)  # what is only meant, feared or disputed may be told in several ways
        if one.realis != other.realis and (one.realis in settled or other.realis in settled):
            return False
        if (one.agents | one.accused) & other.patients or (other.agents | other.accused) & one.patients:
            return False  # who did the one suffered the other
        for first, second in ((one.named_agents, other.named_agents), (one.named_patients, other.named_patients)):
            if first and second and not first & second:
                return False
        if self._ontology.is_a(one.type, KG.Departure) and self._ontology.is_a(other.type, KG.Departure):
            leavers = [profile.named_agents | profile.named_patients for profile in (one, other)]  # "his resignation", "she resigned"
            if all(leavers) and leavers[0].isdisjoint(leavers[1]):
                return False
        return not apart_in_time(one.time, other.time) and not self._apart_in_place(one.places, other.places)

    def may_be_one_type(self, one: str, other: str) -> bool:
        """Whether words of two classes can tell one event."""
        ontology = self._ontology
        if ontology.is_a(one, KG.Statement) != ontology.is_a(other, KG.Statement):
            return False
        return ontology.may_be_one(one, other)

    def _apart_in_place(self, first: frozenset[int], second: frozenset[int]) -> bool:
        return bool(first and second) and _are_apart(first, second, self._within, self._reading, self._ontology)


def apart_in_place(first: frozenset[int], second: frozenset[int], reading: Reading, ontology: Ontology) -> bool:
    """Whether no place of one set is or may be within one of another."""
    return _are_apart(first, second, _containers(reading), reading, ontology)


def _are_apart(
    first: frozenset[int], second: frozenset[int], within: dict[int, set[int]], reading: Reading, ontology: Ontology,
) -> bool:
    def may_hold(place: int, other: int) -> bool:
        """Whether a place is or may be within another: one of which nothing is known may be within any country or region."""
        if place == other or other in within.get(place, ()):
            return True
        unknown = place not in within and reading.entities[place].key is None
        return unknown and any(ontology.is_a(reading.entities[other].kind, kind) for kind in (KG.Country, KG.Region))

    return not any(may_hold(a, b) or may_hold(b, a) for a in first for b in second)


def apart_in_time(one: EventTime | TimeExpression | None, other: EventTime | TimeExpression | None) -> bool:
    """Whether two times have no day in common; what has no time may be of any."""
    if one is None or other is None:
        return False
    begin = max(one.earliest or date.min, other.earliest or date.min)
    return begin > min(one.latest or date.max, other.latest or date.max)


def _containers(reading: Reading) -> dict[int, set[int]]:
    """The places above each entity that lies in one."""
    direct: dict[int, set[int]] = {}
    for relation in reading.relations:
        if relation.property == KG.locatedIn:
            direct.setdefault(relation.subject, set()).add(relation.object)
    found: dict[int, set[int]] = {}
    for index in direct:
        above: set[int] = set()
        todo = sorted(direct[index])
        while todo:
            upper = todo.pop()
            if upper not in above:
                above.add(upper)
                todo += sorted(direct.get(upper, ()))
        found[index] = above
    return found
