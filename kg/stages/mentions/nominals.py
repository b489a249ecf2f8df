"""Noun phrases, adjectives and pronouns that stand for entities."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.language.lexicon import Lexicon
from kg.language.nouns import ends_office, is_definite, noun_kind, plural, singular
from kg.language.spans import sentence_start
from kg.language.words import within_phrase
from kg.model import Form
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["Phrase", "find"]

_MODIFIERS = frozenset({"compound", "amod", "nmod", "advmod", "npadvmod", "punct", "prep", "pobj", "appos", "intj", "acl", "dep"})
_OUTSIDE = frozenset({"POS", "DT", "CD", "PDT", "PRP$", "PRP", "WP", "WDT", "WP$", "IN", "CC"})
_EMPTY = frozenset({"IN", "DT", "CC", "TO", "RB", "MD", "RP", "POS", "EX", "UH", "HYPH", "VB", "VBZ", "VBP", "_SP",
                    ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "SYM"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "--", "–", "—", '"', "“", "”", "‘", "``", "''"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos", "attr", "dative", "agent"})


class Phrase(NamedTuple):
    """Tokens [start, end) with their head, which stand for something of class `kind`."""

    start: int
    end: int
    head: int
    kind: str
    form: Form


def find(doc: Doc, named: set[int], last_words: Mapping[str, str], ontology: Ontology, words: Lexicon) -> list[Phrase]:
    """The demonyms, nominals and pronouns of an article.

    `named` are the tokens inside names, `last_words` the class of names by their last word, in lower case.
    """
    bureaus = {noun.lower_: KG.Group for token in doc if (noun := _owned(token, ontology, words)) is not None}
    last_words = {**last_words, **bureaus}  # "the office" after "the prosecutor's office"
    animals = [token for token in doc if token.lemma_ in ontology.animals]
    beasts = {child.lower_ for animal in animals for child in animal.children if child.dep_ in ("compound", "amod")}
    return [
        phrase for token in doc if token.i not in named and token.tag_ not in _EMPTY and token.lower_ not in beasts
        for phrase in _at(token, named, last_words, ontology, words)
    ]


def _at(token: Token, named: set[int], last_words: Mapping[str, str], ontology: Ontology, words: Lexicon) -> Iterator[Phrase]:
    people = _people(token, ontology)
    if people is not None:
        yield people
    elif token.text in ontology.demonyms:
        yield Phrase(token.i, token.i + 1, token.i, ontology.demonyms[token.text].kind, Form.DEMONYM)
    elif token.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$"):
        if token.tag_.startswith("W") or token.morph.get("Person", []) == ["3"]:
            yield Phrase(token.i, token.i + 1, token.i, KG.Entity, Form.PRONOUN)
    elif _is_substantive(token, words):
        yield Phrase(token.i, token.i + 1, token.i, KG.People, Form.NOMINAL)
    elif token.pos_ in ("NOUN", "PROPN") and _is_head(token, ontology) and _owned(token, ontology, words) is None:
        owner = next((child for child in token.children if _owned(child, ontology, words)), None) if token.lower_ in words.owned else None
        kind = KG.Group if owner is not None else noun_kind(token, ontology)
        if (kind is None or token.lower_ in words.bureaus) and token.tag_ == "NN" and is_definite(token):
            kind = last_words.get(token.lower_, kind)
        if kind is not None and not ends_office(token, ontology) and not _is_none(token) and not _is_idiom(token, kind, ontology, words):
            yield Phrase(_start(owner or token, words, named), token.i + 1, token.i, _numbered(kind, token, ontology), Form.NOMINAL)


def _owned(owner: Token, ontology: Ontology, words: Lexicon) -> Token | None:
    """The noun that with its owner names one organisation: "the workers' union", "the prosecutor's office"."""
    if owner.dep_ != "poss" or owner.pos_ != "NOUN":
        return None
    noun = owner.head
    if noun.lower_ not in words.owned or noun.i > owner.i + 2:
        return None
    kind = noun_kind(owner, ontology)
    fits = kind is not None and ontology.is_a(kind, KG.Person) and plural(owner) != (noun.lower_ in words.bureaus)
    return noun if fits else None


def _is_idiom(noun: Token, kind: str, ontology: Ontology, words: Lexicon) -> bool:
    """Whether a noun denotes nothing in its phrase: "in office", "a state of emergency", "heavy seas"."""
    before = noun.nbor(-1) if noun.i else noun
    if noun.head == before and f"{before.lower_} {noun.lower_}" in words.bare:
        return True
    bare = noun.tag_ == "NN" and not any(child.dep_ in ("det", "poss", "amod", "appos") for child in noun.children)
    if bare and kind == KG.Person and noun.dep_ == "dobj" and noun.head.lemma_ in words.appoint:
        return True  # "judge elected governor": the office, not who has it
    return within_phrase(noun, ontology.exceptions(kind))


def _people(token: Token, ontology: Ontology) -> Phrase | None:
    """A word for the people of a country or faith: "Iranians", "a Syrian", "Shiites"."""
    alone = token.tag_ == "JJ" and token.dep_ in _ARGUMENTS and any(child.lower_ in ("a", "an") for child in token.children)
    tagged = token.tag_ in ("NN", "NNS", "NNP", "NNPS") and token.dep_ not in ("amod", "compound", "nmod")
    noun = tagged or alone  # "a Belgian who was jailed" may be tagged an adjective
    if token.text in ontology.people_names and token.text not in ontology.demonyms or token.tag_ == "NNPS" and token.ent_type_ == "NORP":
        return Phrase(token.i, token.i + 1, token.i, KG.People, Form.NOMINAL)
    if token.text in ontology.demonyms and noun and _is_counted_or_told(token):
        single = token.tag_ not in ("NNS", "NNPS") and not _is_counted(token)
        return Phrase(token.i, token.i + 1, token.i, KG.Person if single else KG.People, Form.NOMINAL)
    return None


def _is_counted_or_told(noun: Token) -> bool:
    return any(child.dep_ in ("det", "nummod") and child.lower_ != "no" for child in noun.children)


def _is_counted(noun: Token) -> bool:
    """Whether a numeral above one stands before a noun: "three Congolese"."""
    return any(child.dep_ == "nummod" and child.lower_ not in ("one", "1") for child in noun.children)


def _is_substantive(token: Token, words: Lexicon) -> bool:
    if token.lower_ not in words.substantives or token.dep_ not in _ARGUMENTS:
        return False
    return is_definite(token)


def _is_head(token: Token, ontology: Ontology) -> bool:
    """Whether a noun is no mere modifier of another, or one of an event's noun ("restaurant bombing")."""
    if token.dep_ == "oprd" and token.tag_ == "NN" and not any(child.dep_ == "det" for child in token.children):
        return False  # "took them hostage"
    if token.dep_ not in ("compound", "nmod", "amod"):
        return True
    return singular(token.head) in ontology.nouns and singular(token.head) not in ontology.nominals


def _is_none(token: Token) -> bool:
    return any(child.dep_ in ("det", "neg") and child.lower_ in ("no", "not") for child in token.children)


def _numbered(kind: str, token: Token, ontology: Ontology) -> str:
    if (plural(token) or token.morph.get("Number", []) == ["Plur"]) and ontology.is_a(kind, KG.Person):
        return KG.People
    return kind


def _start(head: Token, words: Lexicon, named: set[int]) -> int:
    """Where the phrase of a head begins, without determiner, possessor, numeral or quantifier."""
    start, first = head.i, sentence_start(head)
    if start > first + 1 and head.nbor(-1).text == "-" and head.nbor(-2).lower_ == "ex":
        start -= 2  # the parser takes "ex-minister" for three nouns
    while start > first:
        token = head.doc[start - 1]
        if token.dep_ not in _MODIFIERS or not head.is_ancestor(token) or token.tag_ in _OUTSIDE:
            break
        if token.is_space or token.text in _BREAKS or token.lower_ in words.quantifiers:
            break
        start -= 1
    if start > first and start < head.i and head.doc[start].text == "-":  # "45-year-old man": the whole compound counts
        while start < head.i and not head.doc[start].whitespace_:
            start += 1
        start = min(start + 1, head.i)  # "a van-and-knife attack": nothing is left but the head
    while start < head.i and head.doc[start].is_punct:
        start += 1
    return start
