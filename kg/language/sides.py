"""On which side of a conflict somebody fights: what rebels did is not what an army did."""

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.language.nouns import singular
from kg.model import Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["are_enemies", "sides"]


def sides(doers: Iterable[int], reading: Reading, doc: Doc, ontology: Ontology) -> frozenset[str | None]:
    """The sides that some entities are on, by the nouns the text has for them: rebels and the like, a state and its forces, or None."""
    return frozenset(_side(entity, reading, doc, ontology) for entity in doers)


def are_enemies(one: frozenset[str | None], other: frozenset[str | None]) -> bool:
    """Whether all on one side are rebels or the like, and all on the other a state or its forces."""
    return len(one) == len(other) == 1 and one | other == {KGX.captorNoun, KGX.stateNoun}


def _side(entity: int, reading: Reading, doc: Doc, ontology: Ontology) -> str | None:
    known = reading.entities[entity]
    if ontology.is_a(known.kind, KG.Country):
        return KGX.stateNoun
    heads = {singular(doc[reading.mentions[mention].head]) for mention in known.mentions}
    told = [term for term in (KGX.captorNoun, KGX.stateNoun) if heads & ontology.listed(term)]
    return told[0] if len(told) == 1 else None
