"""Entities and relations as they are once places are resolved."""

from dataclasses import replace

from kg.language.gazetteer import Candidate, Gazetteer, Kind
from kg.language.placenames import key
from kg.model import Entity, Evidence, Reading, Relation
from kg.ontology import Ontology
from kg.stages.places.atlas import capitals, countries, country_code, known, lies_in
from kg.stages.places.resolving import GEONAMES, Resolved
from kg.stages.places.told import Told
from kg.terms import KG, KGX, OWL, RDF

__all__ = ["Placing"]

KINDS = {Kind.CITY: KG.City, Kind.REGION: KG.Region, Kind.COUNTRY: KG.Country}
SITE = "https://sws.geonames.org/"


class Placing:
    """The entities of a reading, those of places made exact, followed by the places that hold them."""

    def __init__(self, reading: Reading, ontology: Ontology, gazetteer: Gazetteer, resolved: dict[int, Resolved]) -> None:
        self.reading, self.ontology, self.gazetteer, self.resolved = reading, ontology, gazetteer, resolved
        self.entities: list[Entity] = list(reading.entities)
        self._relations: dict[tuple[int, str, int], list[Evidence]] = {}
        self._by_key: dict[str, int] = {}

    def relations(self) -> tuple[Relation, ...]:
        """The relations found, in the order in which they were."""
        return tuple(Relation(subject, term, value, tuple(evidence)) for (subject, term, value), evidence in self._relations.items())

    def identify(self) -> None:
        """Gives resolved places their kind, key, matches and coordinates."""
        for i, found in sorted(self.resolved.items()):
            place, entity = found.place, self.entities[i]
            match = f"{SITE}{place.id}/"
            kind = KINDS[place.kind]
            if found.sure:
                self.entities[i] = replace(
                    _readable(entity), kind=kind, key=_key(place), exact=(match,), latitude=place.latitude, longitude=place.longitude)
            else:
                self.entities[i] = replace(entity, kind=kind if entity.kind == KG.Place else entity.kind, close=(*entity.close, match))
        for i, entity in enumerate(self.entities):
            if entity.key is not None:
                self._by_key.setdefault(entity.key, i)

    def tell(self, tellings: list[Told]) -> None:
        """Takes over what the text tells, but for what the gazetteer, or something told before, speaks against."""
        for told in tellings:
            if told.comma and not self._agrees(told):
                continue
            if told.property == KG.near and self._is_inside(told.subject, told.object):
                continue
            self._relate(told.subject, told.property, told.object, told.evidence)

    def _agrees(self, told: Told) -> bool:
        """Whether a place after a comma holds the one before: the gazetteer says so, or does not know the smaller one."""
        small, large = self.resolved.get(told.subject), self.resolved.get(told.object)
        code = large.place.division if large and large.place.kind is not Kind.CITY else country_code(self.entities[told.object].key)
        if code is None:
            return False
        if small is None:
            return self.entities[told.subject].key is None and self.entities[told.subject].kind in (KG.Place, KG.City)
        return small.place.country == code or small.place.division == code or small.place.division.startswith(f"{code}.")

    def chain(self) -> None:
        """Writes the places that hold each resolved place, as far as the gazetteer or the ontology tells."""
        for i, found in sorted(self.resolved.items()):
            self._hold(i, found.place if found.sure else None, found.place.country, self._evidence(i))
        for i, entity in enumerate(self.entities[:len(self.reading.entities)]):
            for holder in lies_in(self.ontology, entity.key) if entity.key and entity.mentions else ():
                self._relate(i, KG.locatedIn, self._known(holder), self._evidence(i))

    def _hold(self, entity: int, place: Candidate | None, code: str, evidence: Evidence) -> None:
        region = self._region_of(place) if place else None
        if region is not None:
            index = self._by_key.get(_key(region))
            if index is None:
                index = self._append(Entity(KG.Region, region.name, (), key=_key(region), exact=(f"{SITE}{region.id}/",)))
            self._relate(entity, KG.locatedIn, index, evidence)
            entity = index
        name = countries(self.ontology).get(code)
        if name is not None:
            country = self._known(name.key)
            self._relate(entity, KG.locatedIn, country, evidence)
            if place and self.entities[country].mentions and (code, key(place.name)) in capitals(self.ontology):
                self._relate(self._by_key[_key(place)], KG.capitalOf, country, evidence)

    def _region_of(self, place: Candidate) -> Candidate | None:
        """The first-order division of a city or district, unless it is the city itself under another title."""
        if place.first_order:
            return None
        region = self.gazetteer.at(".".join(place.division.split(".")[:2]))
        return region if region is not None and key(region.name) != key(place.name) else None

    def _known(self, entity_key: str) -> int:
        """The entity of a known place, appended where the text does not name it."""
        if entity_key in self._by_key:
            return self._by_key[entity_key]
        name = known(self.ontology)[entity_key]
        return self._append(Entity(name.kind, name.label, (), key=name.key, exact=name.exact))

    def _append(self, entity: Entity) -> int:
        self.entities.append(entity)
        if entity.key is not None:
            self._by_key[entity.key] = len(self.entities) - 1
        return len(self.entities) - 1

    def _evidence(self, entity: int) -> Evidence:
        mentions = [self.reading.mentions[i] for i in self.entities[entity].mentions]
        words = tuple((mention.begin, mention.end) for mention in mentions[:1])
        return Evidence(mentions[0].sentence if mentions else 0, KGX.gazetteer, 0.9, words)

    def _relate(self, subject: int, term: str, value: int, evidence: Evidence) -> None:
        if subject == value or term == KG.locatedIn and self._is_inside(value, subject):
            return
        if self.entities[subject].key is not None and self.entities[subject].key == self.entities[value].key:
            return
        if (value, term, subject) in self._relations and OWL.SymmetricProperty in self.ontology.facts.iris(term, RDF.type):
            subject, value = value, subject
        found = self._relations.setdefault((subject, term, value), [])
        if evidence not in found:
            found.append(evidence)

    def _is_inside(self, place: int, other: int) -> bool:
        """Whether the first place lies in the second, by the relations found so far."""
        seen, open_ = {place}, [place]
        while open_:
            at = open_.pop()
            for subject, term, value in self._relations:
                if subject == at and term == KG.locatedIn and value not in seen:
                    seen.add(value)
                    open_.append(value)
        return other in seen and other != place


def _readable(entity: Entity) -> Entity:
    """The label of a place named in capitals alone ("BOGOTA"), in small letters; an abbreviation keeps its own."""
    if not entity.label.isupper() or len(entity.label) <= 3 or "." in entity.label:
        return entity
    label = entity.label.title()
    return replace(entity, label=label, alt_labels=tuple(sorted({*entity.alt_labels, entity.label} - {label})))


def _key(place: Candidate) -> str:
    return f"{GEONAMES}{place.id}"
