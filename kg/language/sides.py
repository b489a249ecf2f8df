"""On which side of a conflict somebody fights: what rebels did is not what an army did."""

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.language.nouns import singular
from kg.model import Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["are_opposed"]


def are_opposed(one: Iterable[int], other: Iterable[int], reading: Reading, doc: Doc, ontology: Ontology) -> bool:
    """Whether some entities are all rebels or the like, and others all a state or its forces, by the nouns that the text has for them."""
    sides = [{_side(entity, reading, doc, ontology) for entity in doers} for doers in (one, other)]
    return sides in ([{KGX.captorNoun}, {KGX.stateNoun}], [{KGX.stateNoun}, {KGX.captorNoun}])


def _side(entity: int, reading: Reading, doc: Doc, ontology: Ontology) -> str | None:
    known = reading.entities[entity]
    if ontology.is_a(known.kind, KG.Country):
        return KGX.stateNoun
    heads = {singular(doc[reading.mentions[mention].head]) for mention in known.mentions}
    told = [term for term in (KGX.captorNoun, KGX.stateNoun) if heads & ontology.listed(term)]
    return told[0] if len(told) == 1 else None
