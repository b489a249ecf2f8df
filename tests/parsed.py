"""Parses built by hand, for tests in which the syntax is the point and a model's opinion of it is not."""

from collections.abc import Mapping

import spacy
from spacy.tokens import Doc, Token

from kg.model import Article, Entity, Form, Mention, Quantity, Reading
from kg.terms import KG

VOCAB = spacy.blank("en").vocab
_POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "IN": "ADP", "JJ": "ADJ", "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN",
    "NNP": "PROPN", "NNPS": "PROPN", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RP": "ADP", "TO": "PART", "VB": "VERB",
    "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WRB": "SCONJ", "_SP": "SPACE",
    ",": "PUNCT", ".": "PUNCT", "``": "PUNCT", "''": "PUNCT", "HYPH": "PUNCT",
}


def parsed(text: str) -> Doc:
    """A Doc from tokens "word:lemma/TAG>head:label", the head told by its place from 0; without a lemma it is the word in lower case.

    A token without ">" is a root. `parsed("Rebels:rebel/NNS>1:nsubj fled:flee/VBD")`
    """
    words, lemmas, tags, heads, deps = [], [], [], [], []
    for index, item in enumerate(text.split()):
        form, _, arc = item.partition(">")
        spelt, _, tag = form.rpartition("/")
        word, _, lemma = spelt.partition(":")
        head, _, dep = arc.partition(":")
        words.append(word)
        lemmas.append(lemma or word.lower())
        tags.append(tag)
        heads.append(int(head) if arc else index)
        deps.append(dep if arc else "ROOT")
    pos = ["AUX" if dep in ("aux", "auxpass") or lemma == "be" else _POS[tag] for lemma, tag, dep in zip(lemmas, tags, deps, strict=True)]
    pos = ["PART" if tag == "TO" else kind for tag, kind in zip(tags, pos, strict=True)]
    return Doc(VOCAB, words=words, lemmas=lemmas, tags=tags, pos=pos, heads=heads, deps=deps)


def token(doc: Doc, word: str) -> Token:
    """The only token of this text."""
    [found] = [other for other in doc if other.text == word]
    return found


def understood(doc: Doc, kinds: Mapping[str, str]) -> Reading:
    """A Reading of a Doc as one sentence in which some words stand for entities of a class, and every figure in digits is a quantity."""
    whole = (0, len(doc.text))
    mentions: list[Mention] = []
    entities: list[Entity] = []
    quantities: list[Quantity] = []
    for other in doc:
        span = (other.idx, other.idx + len(other))
        if other.text in kinds:
            form = Form.NAME if other.tag_ in ("NNP", "NNPS") else Form.NOMINAL
            entities.append(Entity(kinds[other.text], other.text, (len(mentions),)))
            mentions.append(Mention(*span, form, kinds[other.text], other.i, 0))
        elif other.text.isdigit():
            noun = other.head.i if other.dep_ == "nummod" else None
            quantities.append(Quantity(len(mentions), int(other.text), int(other.text), noun))
            mentions.append(Mention(*span, Form.QUANTITY, KG.Mention, other.i, 0))
    return Reading(Article(doc.text, (whole,)), (whole,), tuple(mentions), entities=tuple(entities), quantities=tuple(quantities))
