"""The countries that the ontology knows, by their code, with their capitals."""

from collections.abc import Mapping
from functools import lru_cache

from kg.language.placenames import key
from kg.ontology import KnownName, Ontology
from kg.terms import BASE, KG, KGX

__all__ = ["COUNTRY", "capitals", "countries", "country_code", "known", "lies_in", "place_called"]

COUNTRY = "country/"
SHORT = 3  # letters: "UAE" in capitals may be much else


def country_code(entity_key: str | None) -> str | None:
    """The ISO code in an entity's key.

    >>> country_code("country/iq"), country_code("hamas")
    ('IQ', None)
    """
    return entity_key[len(COUNTRY):].upper() if entity_key and entity_key.startswith(COUNTRY) else None


@lru_cache(maxsize=4)
def known(ontology: Ontology) -> Mapping[str, KnownName]:
    """The known actors and places by their keys."""
    return {name.key: name for name in ontology.names.values()}


@lru_cache(maxsize=4)
def countries(ontology: Ontology) -> Mapping[str, KnownName]:
    """The known countries by ISO code in capitals."""
    return {code: name for entity_key, name in known(ontology).items() if (code := country_code(entity_key))}


@lru_cache(maxsize=4)
def _places(ontology: Ontology) -> Mapping[str, KnownName]:
    """The known countries and areas by the gazetteer keys of their names; a short one must be written as it is known."""
    return {key(text): name for text, name in ontology.names.items() if ontology.is_a(name.kind, KG.Place) and len(key(text)) > SHORT}


def place_called(ontology: Ontology, name: str) -> KnownName | None:
    """The country or area that the ontology knows by a name, in whatever spelling ("CHILE", "Cote d'Ivoire")."""
    exact = ontology.names.get(name)
    if exact is not None and ontology.is_a(exact.kind, KG.Place):
        return exact
    return _places(ontology).get(key(name))


@lru_cache(maxsize=4)
def capitals(ontology: Ontology) -> frozenset[tuple[str, str]]:
    """The country's code and the capital's name, as a gazetteer key."""
    facts = ontology.facts
    return frozenset(
        (code, key(name)) for code, one in countries(ontology).items() for name in facts.texts(f"{BASE}entity/{one.key}", KGX.capital)
    )


def lies_in(ontology: Ontology, entity_key: str) -> tuple[str, ...]:
    """The keys of the places that hold a known area, as the ontology says."""
    return tuple(iri.partition("/entity/")[2] for iri in ontology.facts.iris(f"{BASE}entity/{entity_key}", KG.locatedIn))
