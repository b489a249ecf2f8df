"""A capital that acts ("Washington said") stands for its country."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.language.words import lemma
from kg.model import Entity, Form, Reading
from kg.ontology import KnownName, Ontology
from kg.terms import KG

__all__ = ["governments"]


def governments(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Gives the mentions of a capital that are the subject of an act to its country, which is appended where the text does not name it.

    A capital that does nothing but act is the country itself.
    """
    entities = list(reading.entities)
    for i, entity in enumerate(reading.entities):
        names = [m for m in entity.mentions if reading.mentions[m].form == Form.NAME]
        known = next((found for m in names if (found := ontology.metonyms.get(reading.words_of(m)))), None)
        if known is None or entity.key == known.key or not ontology.is_a(entity.kind, KG.Place):
            continue
        acting = {m for m in names if _acts(doc[reading.mentions[m].head], ontology)}
        if not acting:
            continue
        if len(acting) == len(entity.mentions):
            entities[i] = replace(entity, kind=known.kind, label=known.label, alt_labels=(), key=known.key, exact=known.exact)
        else:
            entities[i] = replace(entity, mentions=tuple(m for m in entity.mentions if m not in acting))
            country = _country(entities, known)
            entities[country] = replace(entities[country], mentions=tuple(sorted({*entities[country].mentions, *acting})))
    return replace(reading, entities=tuple(entities))


def _acts(name: Token, ontology: Ontology) -> bool:
    """Whether a name, alone or among others, does what the ontology has a verb for; "Amman, the capital" is a place."""
    subject = name
    while subject.dep_ == "conj":
        subject = subject.head
    described = any(child.dep_ in ("appos", "relcl", "amod") for child in name.children)
    return subject.dep_ == "nsubj" and subject.head.pos_ == "VERB" and not described and lemma(subject.head) in ontology.verbs


def _country(entities: list[Entity], known: KnownName) -> int:
    for i, entity in enumerate(entities):
        if entity.key == known.key:
            return i
    entities.append(Entity(known.kind, known.label, (), key=known.key, exact=known.exact))
    return len(entities) - 1
