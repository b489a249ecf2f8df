"""Mistakes that the parser makes again and again in news sentences, mended before anything is read from the parse."""

from spacy.tokens import Doc, Token

from kg.ontology import Ontology

__all__ = ["repair"]


def repair(doc: Doc, ontology: Ontology) -> Doc:
    """Mends a parse in place and returns it."""
    for token in doc:
        if token.lemma_.lower() in ontology.disguise_verbs and token.i + 1 < len(doc) and token.nbor().lower_ == "as":
            _mend_disguise(token, token.nbor())
    return doc


def _mend_disguise(verb: Token, as_: Token) -> None:
    """"Men disguised as nurses burst in": the parser makes the nurses burst in; they are what the men look like."""
    clause = as_.head
    if as_.dep_ != "mark" or clause == verb:
        return
    looks = next((child for child in clause.children if child.dep_ == "nsubj" and child.i > as_.i), None)
    people = verb.head if verb.dep_ == "acl" else None
    if looks is None or people is None or people.i > verb.i:
        return
    above, label = people.head, people.dep_
    clause.head, clause.dep_ = (clause, "ROOT") if above == people else (above, label)
    people.head, people.dep_ = clause, "nsubj"
    as_.head, as_.dep_ = verb, "prep"
    looks.head, looks.dep_ = as_, "pobj"
