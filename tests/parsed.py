"""Parses built by hand, for tests in which the syntax is the point and a model's opinion of it is not."""

import spacy
from spacy.tokens import Doc, Token

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
