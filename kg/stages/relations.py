"""Stage: how entities are related, read from the text by the patterns of the ontology (`kgx:relation`)."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from kg.language.attribution import speakers
from kg.language.relating import Finder, Found
from kg.language.subjects import is_verbal
from kg.lookup import Lookup
from kg.model import Entity, Evidence, Reading, Relation
from kg.ontology import KnownName, Ontology
from kg.terms import KG

__all__ = ["attribute", "stage"]


_Triple = tuple[int, str, int]  # subject, property, object


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends the relations that the text tells as facts, and the positions and ideologies that patterns find."""
    finder = Finder(Lookup(reading), ontology)
    found = [one for one in (*finder.by_words(doc), *finder.bare(doc)) if one.pattern.confidence >= reading.least]
    told = {one.subject for one in found if "home" not in one.pattern.special}
    found = [one for one in found if "home" not in one.pattern.special or one.subject not in told]
    return _written(reading, sorted(found, key=lambda one: (one.words, one.pattern.iri, one.pattern.property)), finder.lookup, ontology)


def attribute(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Names the speaker in the evidence of relations that stand on his word; what mere modifiers tell stays the article's own."""
    words = speakers(reading, doc, ontology)
    if not words:
        return reading
    at = {doc[index].idx: index for index in words}

    def spoken(one: Evidence) -> Evidence:
        tokens = [at[begin] for begin, _end in one.words if begin in at]
        told = next((words[index] for index in tokens if is_verbal(doc[index])), None)
        return one if told is None or one.according_to is not None else replace(one, according_to=told, factuality=KG.Reported)

    relations = (replace(relation, evidence=tuple(map(spoken, relation.evidence))) for relation in reading.relations)
    return replace(reading, relations=tuple(relations))


def _written(reading: Reading, found: list[Found], lookup: Lookup, ontology: Ontology) -> Reading:
    """The Reading with what was found: a relation once, with all its evidence; a country not yet told of is added."""
    entities = list(reading.entities)
    keys = {entity.key: index for index, entity in enumerate(entities) if entity.key is not None}
    relations: dict[_Triple, list[Evidence]] = {}
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
    kept = {told: evidence for told, evidence in relations.items() if not _is_implied(told, relations, ontology)}
    made = tuple(Relation(subject, term, value, tuple(evidence)) for (subject, term, value), evidence in kept.items())
    return replace(reading, entities=tuple(entities), relations=reading.relations + made)


def _is_implied(told: _Triple, relations: Iterable[_Triple], ontology: Ontology) -> bool:
    """Whether a more specific relation says the same."""
    subject, term, value = told
    return any(one != term and ontology.is_a(one, term) for other, one, target in relations if (other, target) == (subject, value))


def _described(entity: Entity, term: str, words: str, evidence: Evidence) -> Entity:
    """An entity with one more position or ideology, unless it has it already."""
    if term == KG.position:
        known = any(words.lower() in told.lower() for told, _ in entity.positions)
        return entity if known else replace(entity, positions=(*entity.positions, (words, evidence)))
    known = any(words == told for told, _ in entity.ideologies)
    return entity if known else replace(entity, ideologies=(*entity.ideologies, (words, evidence)))
