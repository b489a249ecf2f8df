"""Where an event was, as tables of events tell it: one place with its country, divisions and coordinates, and how precise that is."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.facts import Facts
from kg.graph.exports.acled import codes
from kg.terms import GEO, KG, RDF, RDFS, local

__all__ = ["Where", "where"]


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the columns of ACLED; `country_code` is ISO 3166-1 alpha-2, and XX where the country is not known."""

    country_code: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    location: str = ""
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int | None = None


def where(facts: Facts, event: str) -> Where:
    """The place of an event (kg:place, or else the one it was near) with all that holds it."""
    inside, near = facts.iris(event, KG.place), facts.iris(event, KG.near)
    chain = _chain(facts, (inside or near)[:1])
    if not chain:
        return Where(codes()["unknown_country"])
    country = _first(facts, chain, KG.Country)
    regions = _regions(facts, chain)
    city = _first(facts, chain, KG.City)
    point = next((place for place in chain if facts.text(place, GEO.lat) and facts.text(place, GEO.long)), None)
    names = [_label(facts, place) for place in regions] + ["", ""]
    latitude, longitude = (None if point is None else float(facts.text(point, term) or 0) for term in (GEO.lat, GEO.long))
    return Where(
        local(country).upper() if country and "/country/" in country else codes()["unknown_country"],
        _label(facts, country), names[0], names[1], _label(facts, city or chain[0]), _label(facts, chain[0]),
        latitude, longitude, _precision(facts, point, exact=bool(inside)),
    )


def _precision(facts: Facts, point: str | None, *, exact: bool) -> int | None:
    """1 where the coordinates are those of a town or a smaller place, 2 where the event was only near it, 3 for a region or a country."""
    told: dict[str, int] = codes()["geo_precision"]
    if point is None:
        return None
    if _is(facts, point, KG.Region) or _is(facts, point, KG.Country):
        return told["region"]
    return told["exact" if exact else "near"]


def _chain(facts: Facts, places: Iterable[str]) -> list[str]:
    """A place and all that holds it, the nearest first; the country last of those equally near."""
    found: dict[str, None] = {}
    level = list(places)
    while level:
        found |= dict.fromkeys(level)
        above = dict.fromkeys(holder for place in level for holder in facts.iris(place, KG.locatedIn) if holder not in found)
        level = sorted(above, key=lambda place: (_is(facts, place, KG.Country), place))
    return sorted(found, key=lambda place: _is(facts, place, KG.Country))


def _regions(facts: Facts, chain: list[str]) -> list[str]:
    """The divisions of a country among places, the largest first: the fewer of the others hold it, the larger it is."""
    regions = [place for place in chain if _is(facts, place, KG.Region)]
    return sorted(regions, key=lambda place: (len(set(_chain(facts, [place])) & set(regions)), place))


def _first(facts: Facts, chain: list[str], kind: str) -> str | None:
    return next((place for place in chain if _is(facts, place, kind)), None)


def _is(facts: Facts, place: str, kind: str) -> bool:
    return kind in facts.iris(place, RDF.type)


def _label(facts: Facts, place: str | None) -> str:
    return "" if place is None else facts.text(place, RDFS.label) or local(place)
