"""The persons, groups, places and things of an article, and how they are related."""

from kg.graph.evidence import cite
from kg.graph.pen import Pen
from kg.graph.triples import decimal, integer, iri, literal
from kg.model import Entity
from kg.terms import GAF, GEO, KG, RDFS, SCHEMA, SKOS

__all__ = ["write_entities", "write_relations"]


def write_entities(pen: Pen) -> None:
    """Every entity with its types, names, mentions, matches and the strings known of it."""
    labelled: dict[str, str] = {}
    for node, entity in zip(pen.entities, pen.reading.entities, strict=True):
        pen.types(node, entity.kind)
        label = labelled.setdefault(node, entity.label)  # two entities of one key are one node, with one label
        pen.triples.add(node, RDFS.label, literal(label))
        pen.triples.add(node, SKOS.altLabel, *(literal(name) for name in (*entity.alt_labels, entity.label) if name != label))
        pen.link(node, GAF.denotedBy, pen.mentions, entity.mentions)
        _write_matches(pen, node, entity)
        _write_size(pen, node, entity)
        for predicate, values in ((KG.position, entity.positions), (KG.ideology, entity.ideologies)):
            for text, evidence in values:
                pen.triples.add(node, predicate, literal(text))
                cite(pen, node, predicate, literal(text), (evidence,), as_of=True)


def _write_matches(pen: Pen, node: str, entity: Entity) -> None:
    matches = [iri(match) for match in entity.exact]
    pen.triples.add(node, SKOS.exactMatch, *matches)
    pen.triples.add(node, SCHEMA.sameAs, *matches)
    pen.triples.add(node, SKOS.closeMatch, *(iri(match) for match in entity.close if match not in entity.exact))
    if entity.latitude is not None and entity.longitude is not None:
        pen.triples.add(node, GEO.lat, decimal(entity.latitude, 5))
        pen.triples.add(node, GEO.long, decimal(entity.longitude, 5))


def _write_size(pen: Pen, node: str, entity: Entity) -> None:
    if entity.size is not None:
        pen.triples.add(node, KG.size, integer(entity.size))
    elif entity.min_size is not None:
        pen.triples.add(node, KG.minSize, integer(entity.min_size))


def write_relations(pen: Pen) -> None:
    """The relations between entities, each as of its evidence."""
    for relation in pen.reading.relations:
        subject, value = pen.entities[relation.subject], pen.entities[relation.object]
        pen.triples.add(subject, relation.property, value)
        cite(pen, subject, relation.property, value, relation.evidence, as_of=True)
