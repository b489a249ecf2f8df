"""Acts that answer others: "killed six in revenge for the deaths of two". What is answered came before and is not the answer."""

from spacy.tokens import Token

from kg.language.spans import sentence_start
from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KGX

__all__ = ["are_opposed"]


def are_opposed(one: Token, other: Token, ontology: Ontology) -> bool:
    """Whether one of two words tells what is answered, and the other, in its sentence or by its own words, what answers it."""
    answered = _is_answered(one, ontology)
    if answered == _is_answered(other, ontology):
        return False
    answer = other if answered else one
    own = (target for child in answer.children if child.dep_ == "prep" for target in child.children)
    return sentence_start(one) == sentence_start(other) or any(_is_answer(target, ontology) for target in own)


def _is_answered(token: Token, ontology: Ontology) -> bool:
    """Whether a word tells what an act answers: "in revenge for an ambush"."""
    return any(_is_answer(node, ontology) for node in token.ancestors)


def _is_answer(noun: Token, ontology: Ontology) -> bool:
    return noun.dep_ == "pobj" and lemma(noun) in ontology.listed(KGX.answerNoun)
