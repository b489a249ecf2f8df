"""Stage: how entities are related, read from the text by the patterns of the ontology (`kgx:relation`)."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.language.relating import Finder, Found
from kg.lookup import Lookup
from kg.model import Entity, Evidence, Reading, Relation
from kg.ontology import KnownName, Ontology
from kg.terms import KG

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends the relations that the text tells as facts, and the positions and ideologies that patterns find."""
    finder = Finder(Lookup(reading), ontology)
    found = [*finder.by_words(doc), *finder.bare(doc)]
    return _written(reading, sorted(found, key=lambda one: (one.words, one.pattern.iri, one.pattern.property)), finder.lookup)


def _written(reading: Reading, found: list[Found], lookup: Lookup) -> Reading:
    """The Reading with what was found: a relation once, with all its evidence; a country not yet told of is added."""
    entities = list(reading.entities)
    keys = {entity.key: index for index, entity in enumerate(entities) if entity.key is not None}
    relations: dict[tuple[int, str, int], list[Evidence]] = {}
    for one in found:
        evidence = Evidence(lookup.sentence_at(one.words[0][0]), one.pattern.iri, one.pattern.confidence, one.words)
        target = one.object
        if isinstance(target, str):
            entities[one.subject] = _described(entities[one.subject], one.pattern.property, target, evidence)
            continue
        if isinstance(target, KnownName):
            if target.key not in keys:
                keys[target.key] = len(entities)
                entities.append(Entity(target.kind, target.label, (), key=target.key, exact=target.exact))
            target = keys[target.key]
        if target != one.subject:
            relations.setdefault((one.subject, one.pattern.property, target), []).append(evidence)
    made = tuple(Relation(subject, term, value, tuple(evidence)) for (subject, term, value), evidence in relations.items())
    return replace(reading, entities=tuple(entities), relations=reading.relations + made)


def _described(entity: Entity, term: str, words: str, evidence: Evidence) -> Entity:
    """An entity with one more position or ideology, unless it has it already."""
    if term == KG.position:
        known = any(words.lower() in told.lower() for told, _ in entity.positions)
        return entity if known else replace(entity, positions=(*entity.positions, (words, evidence)))
    known = any(words == told for told, _ in entity.ideologies)
    return entity if known else replace(entity, ideologies=(*entity.ideologies, (words, evidence)))
