"""Which place of the gazetteer a name means, from the countries that the article speaks of and from what it tells of the place."""

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.language.gazetteer import Candidate, Gazetteer, Kind
from kg.language.placenames import key
from kg.model import Entity, Form, Reading
from kg.ontology import Ontology
from kg.stages.places.atlas import capitals, country_code, lies_in
from kg.stages.places.told import Told
from kg.stages.places.words import place_words
from kg.terms import KG

__all__ = ["GEONAMES", "Resolved", "Resolver"]

GEONAMES = "geonames/"  # begins the keys of places that the gazetteer knows
FAMOUS = 100_000  # inhabitants of a city that may be meant without its country being named
OUTSHINE = 15.0  # times as large as a namesake in a country that the article speaks of: it is meant all the same
SHORT = 3  # letters
CLEAR = 3.0  # times as large as the next namesake
TOWN = 15_000  # inhabitants of a city that is rather meant than its region of the same name
REGION = 300_000  # what a first-order division counts as, and …
DISTRICT = 10_000  # … one of a lower order


@dataclass(frozen=True, slots=True)
class Resolved:
    """The place that an entity is; not `sure` where a namesake is nearly as likely."""

    place: Candidate
    sure: bool


class Resolver:
    """Decides for all places of a reading together: what is sure of one is context for the next."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology, gazetteer: Gazetteer, told: list[Told]) -> None:
        self.reading, self.doc, self.ontology, self.gazetteer = reading, doc, ontology, gazetteer
        self.capitals = capitals(ontology)
        self.directions = place_words(ontology).directions
        self.holders: dict[int, list[Told]] = {}
        for each in told:
            if each.property == KG.locatedIn:
                self.holders.setdefault(each.subject, []).append(each)
        self.context: Counter[str] = Counter()
        self.found: dict[int, Resolved] = {}
        self._bearers: dict[int, list[Candidate]] = {}
        self.ambiguous: set[int] = set()
        self.waiting: frozenset[int] = frozenset()

    def resolve(self) -> dict[int, Resolved]:
        """The places that could be told, by entity."""
        for entity in self.reading.entities:
            code = country_code(entity.key)
            if code:
                self.context[code] += max(1, len(entity.mentions))
            for holder in lies_in(self.ontology, entity.key) if entity.key else ():
                self.context[country_code(holder) or ""] += 1
        waiting = [i for i, entity in enumerate(self.reading.entities) if self._is_open(entity)]
        self._states(waiting)
        waiting.sort(key=lambda i: -max(map(self._weight, self._candidates(i)), default=0.0))
        for patient in (True, True, False):  # the largest first: they tell which country is spoken of
            self.waiting = frozenset(waiting)
            waiting = [i for i in waiting if patient and self._awaits(i) or not self._decide(i)]
        return self.found

    def _awaits(self, entity: int) -> bool:
        """Whether what holds a place is still to be resolved."""
        return any(told.object in self.waiting and told.object not in self.found for told in self.holders.get(entity, ()))

    def _states(self, waiting: list[int]) -> None:
        """A country's name may be that of another country's state (Georgia): it is where a place in the state is named, and no demonym."""
        for i, entity in enumerate(self.reading.entities):
            code = country_code(entity.key)
            if code is None or any(self.reading.mentions[mention].form == Form.DEMONYM for mention in entity.mentions):
                continue
            for state in self.gazetteer.lookup(entity.label):
                if state.first_order and state.main and state.country != code and self._speaks_of(state, code, i, waiting):
                    self.found[i] = Resolved(state, True)
                    self.context[state.country] += self.context.pop(code)
                    break

    def _speaks_of(self, state: Candidate, code: str, entity: int, waiting: list[int]) -> bool:
        """Whether the largest namesake of some place lies in a state and none in the country of the same name."""
        likeliest = [places[0].division for i in waiting if i != entity and (places := self._candidates(i))]
        return state.division in likeliest and not any(division.startswith(f"{code}.") for division in likeliest)

    def _is_open(self, entity: Entity) -> bool:
        """Whether an entity is a named place that the gazetteer may know: no facility, no area, nothing the ontology knows."""
        if entity.key is not None and not entity.key.startswith(GEONAMES) or entity.kind not in (KG.Place, KG.City, KG.Region, KG.Country):
            return False
        return not entity.mentions or any(self.reading.mentions[mention].form == Form.NAME for mention in entity.mentions)

    # --- one entity

    def _decide(self, entity: int) -> Resolved | None:
        places = self._candidates(entity)
        holders = [place for told in self.holders.get(entity, ()) if (place := self._holder(told)) is not None]
        inside = [place for place in places if any(_lies_in(place, code) for code in holders)]
        if holders and inside:
            return self._settle(entity, inside, CLEAR / 2)
        if any(not told.comma for told in self.holders.get(entity, ())) and holders:
            return None  # the text says where it is, and no namesake lies there
        near = [place for place in places if place.country in self.context]
        far = [place for place in places if place.country not in self.context and self._is_famous(place)]
        if near and not (far and _outshines(far[0], near[0])):
            return self._settle(entity, near, CLEAR)
        return self._settle(entity, [far[0], *(place for place in places if place != far[0])], CLEAR) if far else None

    def _holder(self, told: Told) -> str | None:
        """The code of the country or first-order division that holds a place."""
        resolved = self.found.get(told.object)
        if resolved is not None:
            place = resolved.place
            return None if place.kind is Kind.CITY and told.comma else place.country if place.kind is Kind.CITY else place.division
        return country_code(self.reading.entities[told.object].key)

    def _settle(self, entity: int, places: list[Candidate], clear: float) -> Resolved | None:
        best = next((place for place in places if place.population >= TOWN and _same_spot(place, places[0])), places[0])
        rivals = [place for place in places if place != best and not _same_spot(best, place)]
        ratio = self._weight(best) / max(self._weight(rivals[0]), 1.0) if rivals else clear
        if rivals and (ratio < 1.5 or ratio < clear and best.country != rivals[0].country in self.context):
            self.ambiguous.add(entity)  # "the city of Barcelona" may be Spain's or Venezuela's, where the article speaks of both
            return None
        resolved = self.found[entity] = Resolved(best, ratio >= clear and not self._is_mere_district(entity, best))
        if resolved.sure:
            self.context[best.country] += 1
        return resolved

    def _candidates(self, entity: int) -> list[Candidate]:
        """The places that bear one of the entity's names and are of its kind, the likeliest first."""
        if entity not in self._bearers:
            one = self.reading.entities[entity]
            names = dict.fromkeys((one.label, *one.alt_labels))
            places = {place.id: place for name in names for place in self.gazetteer.lookup(name) if place.kind is not Kind.COUNTRY}
            known = [place for place in places.values() if not _is_short(one) or place.main and place.country in self.context]
            fitting = [place for place in known if self._fits(one, place)]
            if not any(place.country in self.context for place in fitting):  # rather a town here than another country's mountains
                fitting += [place for place in known if place.country in self.context and one.kind == KG.Place and one.key is None]
            self._bearers[entity] = fitting or [place for place in known if self._is_capital(place)]
        return sorted(self._bearers[entity], key=lambda place: (-self._weight(place), place.id))

    def _fits(self, entity: Entity, place: Candidate) -> bool:
        if entity.key is not None:
            return entity.key == f"{GEONAMES}{place.id}"
        if entity.kind in (KG.Region, KG.Country) or entity.label.endswith("."):
            return place.kind is Kind.REGION
        if entity.kind == KG.City:
            return not place.first_order
        return place.first_order or not self._is_natural(entity)

    def _is_mere_district(self, entity: int, place: Candidate) -> bool:
        """Whether the text speaks of a settlement, of which the gazetteer has only the district."""
        return self.reading.entities[entity].kind == KG.City and place.kind is Kind.REGION

    def _is_natural(self, entity: Entity) -> bool:
        """Whether the parser takes all names of an entity for those of mountains, waters and the like."""
        names = [self.reading.mentions[i] for i in entity.mentions if self.reading.mentions[i].form == Form.NAME]
        return bool(names) and all(self.doc[name.head].ent_type_ == "LOC" for name in names)

    def _weight(self, place: Candidate) -> float:
        share = self.context[place.country] / max(1, self.context.total())
        known = 10 if self._is_capital(place) else 1
        return _size(place) * (1 + 4 * share) * (1.0 if place.main else 0.2) * known

    def _is_capital(self, place: Candidate) -> bool:
        return place.kind is Kind.CITY and (place.country, key(place.name)) in self.capitals

    def _is_famous(self, place: Candidate) -> bool:
        if place.kind is Kind.CITY:
            return place.population >= FAMOUS or self._is_capital(place)
        return place.first_order and place.main and place.name.lower() not in self.directions


def _size(place: Candidate) -> float:
    if place.kind is Kind.CITY:
        return max(200, place.population)
    return REGION if place.first_order else DISTRICT


def _is_short(entity: Entity) -> bool:
    """Whether a name is so short that much else may be meant."""
    return len(key(entity.label)) <= SHORT and not entity.label.endswith(".")


def _outshines(far: Candidate, near: Candidate) -> bool:
    return _size(far) >= OUTSHINE * _size(near)


def _lies_in(place: Candidate, code: str) -> bool:
    return place.country == code or place.division == code or place.division.startswith(f"{code}.")


def _same_spot(place: Candidate, other: Candidate) -> bool:
    """Whether a namesake is the region around a city, or the city in a region."""
    above, below = (one.division.split(".")[:2] for one in (place, other))
    return above == below and place.kind is not other.kind
