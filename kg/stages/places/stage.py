"""The stage: resolves the places of an article and writes down where they lie."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.language.gazetteer import gazetteer
from kg.model import Form, Problem, Reading
from kg.ontology import Ontology
from kg.stages.places import told
from kg.stages.places.atlas import place_called
from kg.stages.places.dateline import dateline
from kg.stages.places.governments import governments
from kg.stages.places.placing import Placing
from kg.stages.places.resolving import Resolver
from kg.terms import KG

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Gives places their kind, identity and position, appends the places that hold them and relations of place, and sets `dateline`.

    What the text tells goes before what the gazetteer knows. A name that no place, or several, could bear is left without a position
    and reported.
    """
    reading, tellings = dateline(governments(_recognised(reading, ontology), doc, ontology), ontology)
    tellings += told.find(reading, doc, ontology)
    resolver = Resolver(reading, doc, ontology, gazetteer(), tellings)
    resolved = resolver.resolve()
    placing = Placing(reading, ontology, gazetteer(), resolved)
    placing.identify()
    placing.tell(tellings)
    placing.chain()
    return replace(
        reading, entities=tuple(placing.entities), relations=reading.relations + placing.relations(),
        problems=reading.problems + tuple(_problems(reading, placing, resolver)))


def _recognised(reading: Reading, ontology: Ontology) -> Reading:
    """Known countries and areas in an unusual spelling or in capitals."""
    entities = list(reading.entities)
    for i, entity in enumerate(entities):
        if entity.key is None and entity.kind in (KG.Place, KG.Country):
            found = place_called(ontology, entity.label)
            if found is not None:
                others = tuple(sorted({*entity.alt_labels, entity.label} - {found.label}))
                entities[i] = replace(entity, kind=found.kind, label=found.label, alt_labels=others, key=found.key, exact=found.exact)
    return replace(reading, entities=tuple(entities))


def _problems(reading: Reading, placing: Placing, resolver: Resolver) -> Iterator[Problem]:
    for i, entity in enumerate(placing.entities[:len(reading.entities)]):
        if entity.key is None and not entity.close and entity.kind in (KG.Place, KG.City, KG.Region):
            name = next((reading.mentions[each] for each in entity.mentions if reading.mentions[each].form == Form.NAME), None)
            if name is not None:
                reason = "several places bear this name" if i in resolver.ambiguous else "no known place of this name fits"
                yield Problem(name.sentence, (name.begin, name.end), reason)
