"""The place of a dateline as an entity: the one of that name in the text, or one of its own."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.language.placenames import key
from kg.model import Entity, Evidence, Reading
from kg.ontology import Ontology
from kg.stages.places.atlas import place_called
from kg.stages.places.told import Told
from kg.terms import KG, KGX

__all__ = ["dateline"]


def dateline(reading: Reading, ontology: Ontology) -> tuple[Reading, list[Told]]:
    """The reading with `dateline` set, and what the dateline tells ("NAIROBI, Kenya").

    A dateline stands outside the sentences: a place that only it names is an entity without a mention.
    """
    span = reading.article.dateline
    parts = [part.strip() for part in re.split(r"[,(]", reading.text_of(span).rstrip(" )"))] if span else []
    if not parts or not parts[0]:
        return reading, []
    places = [_find(reading, part) for part in parts[:2] if part]
    entities = list(reading.entities)
    indices = []
    for part, place in zip(parts, places, strict=False):
        if place is None:
            entities.append(_entity(part, ontology))
            place = len(entities) - 1
        indices.append(place)
    told = [
        Told(small, KG.locatedIn, large, Evidence(0, KGX["located-comma"], 0.9), comma=True)
        for small, large in pairwise(indices) if small != large and reading.sentences
    ]
    return replace(reading, entities=tuple(entities), dateline=indices[0]), told


def _find(reading: Reading, name: str) -> int | None:
    wanted = key(name)
    for i, entity in enumerate(reading.entities):
        names = (entity.label, *entity.alt_labels)
        if entity.kind in (KG.Place, KG.City, KG.Region, KG.Country) and any(key(other) == wanted for other in names):
            return i
    return None


def _entity(name: str, ontology: Ontology) -> Entity:
    label = name.title() if name.isupper() and "." not in name else name
    found = place_called(ontology, label)
    return Entity(KG.Place, label, ()) if found is None else Entity(found.kind, found.label, (), key=found.key, exact=found.exact)
