"""Which noun stands in the clause for an event's noun: the series that it is one of, or what it belongs to."""

from spacy.tokens import Token

from kg.language.words import lemma
from kg.ontology import Ontology

__all__ = ["modified", "stands_for"]


def stands_for(noun: Token, ontology: Ontology) -> Token:
    """What stands in the clause for an event's noun: the series of it ("a wave of attacks"), what it modifies; else the noun itself."""
    top = noun
    while top.dep_ == "conj" and top.head != top and top.head.pos_ not in ("VERB", "AUX"):
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ == "of" and lemma(top.head.head) in ontology.series_nouns:
        return top.head.head
    return modified(noun, ontology) or noun


def modified(noun: Token, ontology: Ontology) -> Token | None:
    """The noun right behind an event's noun that is of the event, so that both are told: "bombing suspect", "attack site"."""
    if noun.dep_ not in ("compound", "amod", "nmod") or noun.i + 1 == len(noun.doc):
        return None
    after = noun.nbor()
    return after if lemma(after) in ontology.series_nouns or lemma(after) in ontology.topic_nouns else None
