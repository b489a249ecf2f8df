"""What is said to be used for an event by the clause around it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.carried import stands_for
from kg.language.subjects import is_verbal
from kg.language.syntax import Arc, arcs, phrase
from kg.ontology import Ontology

__all__ = ["means"]

_AIMS = frozenset({"in", "for", "during"})


def means(event: Token, ontology: Ontology) -> Iterator[Arc]:
    """The arcs "used" of an event's word: "the bombs used in the attack", "used drones to carry out attacks"."""
    node = event if is_verbal(event) else stands_for(event, ontology)
    if node.dep_ == "dobj" and phrase(node.head) & ontology.light_verbs:
        node = node.head
    aim = node.dep_ == "pobj" and node.head.lower_ in _AIMS
    verb = node.head.head if aim else node.head
    if (aim or node.dep_ in ("xcomp", "advcl")) and is_verbal(verb) and phrase(verb) & ontology.use_verbs:
        yield from (Arc("used", arc.token) for arc in arcs(verb, ontology) if arc.label == "obj")
