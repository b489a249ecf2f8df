"""What a noun denotes according to the ontology, and what stands beside it that matters for that."""

from spacy.tokens import Token

from kg.language.lexicon import Lexicon
from kg.language.words import lemma
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["PROPER", "ends_office", "is_capital", "is_definite", "is_title", "noun_kind", "numeral", "plural", "singular"]

PROPER = ("NNP", "NNPS")
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})


def singular(token: Token) -> str:
    """A noun's lemma; also where a capital misled the tagger to take it for a name ("Gunmen", "Cities")."""
    word = lemma(token)
    if token.tag_ not in PROPER or word != token.lower_:
        return word
    if word.endswith("men"):
        return word[:-3] + "man"
    if token.tag_ == "NNPS" or token.is_sent_start:
        return word[:-3] + "y" if word.endswith("ies") else word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return word


def plural(noun: Token) -> bool:
    """Whether a noun is plural, also where the tagger took it for a name."""
    return noun.tag_ in ("NNS", "NNPS") or noun.tag_ == "NNP" and singular(noun) != noun.lower_


def noun_kind(token: Token, ontology: Ontology) -> str | None:
    """The class that a noun, with up to three words before it, denotes: that of the longest phrase the ontology knows."""
    nominals, words, i = ontology.nominals, singular(token), token.i
    best = nominals.get(words) or nominals.get(token.lower_)
    if words not in ontology.nominal_tails:
        return best
    while i > max(0, token.i - 3) and not token.doc[i].is_sent_start:
        i -= 1
        if token.doc[i].text != "-":
            words = f"{token.doc[i].lower_} {words}"
            best = nominals.get(words, best)
    return best


def ends_office(token: Token, ontology: Ontology) -> bool:
    """Whether a noun is the last of an office of three words: "Secretary of State", "chief of police"."""
    if token.i < 2 or token.nbor(-1).lower_ != "of":
        return False
    return f"{token.nbor(-2).lower_} of {singular(token)}" in ontology.nominals


def is_title(token: Token, ontology: Ontology, words: Lexicon) -> bool:
    """Whether a word before a name tells what the person is: "Mr", "president", "Commissioner"."""
    if token.lower_ in words.honorifics:
        return True
    if token.tag_ not in ("NN", "NNP", "JJ") or is_capital(token) and token.lower_ in words.mens_names | words.womens_names:
        return False  # "Victor" and "Dieter" are names, whatever else they mean
    kind = noun_kind(token, ontology)
    return kind is not None and ontology.is_a(kind, KG.Person)


def is_capital(token: Token) -> bool:
    """Whether a word begins with a capital."""
    return token.text[:1].isupper()


def is_definite(noun: Token) -> bool:
    """Whether a noun stands with "the", "both" or a demonstrative."""
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children)


def numeral(noun: Token) -> str | None:
    """The numeral that counts a noun; "both" is two."""
    found = (child.lower_ for child in noun.children if child.dep_ == "nummod" or child.lower_ == "both")
    return next(("two" if word == "both" else word for word in found), None)
