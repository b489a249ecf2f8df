"""Whether a noun takes up an event told before, or tells a new one."""

from collections.abc import Container

from spacy.tokens import Token

from kg.language.carried import modified, stands_for
from kg.language.subjects import is_verbal
from kg.language.syntax import arcs
from kg.language.words import is_superlative, lemma
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["is_definite"]

_DEFINITE = frozenset({"the", "this", "that", "these"})


def is_definite(token: Token, named: Container[int], lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a noun takes up an event told before: "the attack", "Thursday's attacks"; "the murder of a judge" tells it first."""
    if is_verbal(token) or any(arc.label == "of" and _is_new(arc.token, named, lookup) for arc in arcs(token, ontology)):
        return False
    if any(child.dep_ == "poss" and lemma(token) == "death" and _is_new(child, named, lookup) for child in token.children):
        return False
    about = modified(token, ontology)
    if is_superlative(token) or about is not None and lemma(about) in ontology.topic_nouns:
        return True
    heads = (token, stands_for(token, ontology))
    return any(child.dep_ == "poss" or child.dep_ == "det" and child.lower_ in _DEFINITE for head in heads for child in head.children)


def _is_new(noun: Token, named: Container[int], lookup: Lookup) -> bool:
    """Whether a noun phrase brings in somebody: "a judge", or a person whom the article has not named before."""
    if any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in noun.children):
        return True
    if noun.tag_ == "NNS" and {child.dep_ for child in noun.children} & {"nummod", "det", "poss"} == {"nummod"}:
        return True  # "the murder of four scientists"
    entity = lookup.entity_at(noun.i, noun.idx)
    who = lookup.reading.entities[entity] if entity is not None else None
    known = entity in named or any(child.tag_ == "PRP$" for child in noun.children)  # "the death of his wife"
    return who is not None and who.kind == KG.Person and known and (
        lookup.reading.mentions[who.mentions[0]].begin >= noun.doc[noun.left_edge.i].idx)
