"""The figure told of a word for a number: "the toll rose to 84 from 79", "put the number of dead at nine", "the deaths of two men"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.subjects import is_verbal, verb_over
from kg.language.words import lemma, lemmas
from kg.ontology import Ontology
from kg.terms import KGX

__all__ = ["figures_of", "has_numeral", "standing", "total_of", "verb_of"]

_FIGURE_PREPOSITIONS = frozenset({"to", "at", "as"})
_TOTALS = frozenset({"number", "total", "toll", "count"})
_NUMERALS = frozenset({"nummod", "quantmod", "npadvmod"})


def total_of(token: Token) -> Token | None:
    """The noun for a number that a token belongs to: "the number of dead"."""
    above = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    counts = above is not None and lemma(above) in _TOTALS and above.tag_ != "NNS"  # not "five counts of murder"
    return above if counts else None


def has_numeral(token: Token) -> bool:
    """Whether a number stands before a noun."""
    return any(child.dep_ in _NUMERALS for child in token.children)


def figures_of(noun: Token, ontology: Ontology) -> Iterator[Token]:
    """The figures told of a noun: before it, behind its "of", by its verb; one that it was before ("from 79") is among them."""
    if has_numeral(noun):
        yield noun
        return
    yield from (target for target in _objects(noun, "of") if _is_number(target) or has_numeral(target))
    verb = verb_of(noun)
    if verb is None:
        return
    for prep in (*_prepositions(verb), *(node for node in noun.subtree if node.dep_ == "prep")):
        if prep.lower_ in _FIGURE_PREPOSITIONS or prep.lower_ == "from" and _is_left(prep, verb, ontology):
            yield from _numbers(prep)
    if lemma(verb) != "become":  # "the killing has become an issue in two campaigns"
        yield from (child for child in verb.children if child.dep_ in ("attr", "dobj") and child != noun)


def verb_of(noun: Token) -> Token | None:
    """The verb whose subject or object a noun is; of two subjects that the parser gives it, the nearer one is its own."""
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj") or not is_verbal(noun.head):
        return None
    nearer = noun.doc[noun.i + 1:noun.head.i] if noun.dep_ == "nsubj" else ()
    return None if any(other.dep_ == "nsubj" and other.head == noun.head for other in nearer) else noun.head


def standing(figure: Token, ontology: Ontology) -> str | None:
    """The rule that a figure is the newest ("rose to 84", "now stands at 84") or an older one ("from 79", "an earlier toll of 79")."""
    prep = figure.head if figure.dep_ == "pobj" else None
    above = prep.lower_ if prep is not None else ""
    older = ontology.listed(KGX.olderWord)
    if prep is not None and (above == "from" or above == "of" and any(child.lower_ in older for child in prep.head.children)):
        return KGX["figure-before"]
    verb = verb_over(figure)
    if verb is None or prep is not None and above not in _FIGURE_PREPOSITIONS:
        return None
    newer = ontology.listed(KGX.newerWord)
    told_now = any(child.dep_ == "advmod" and child.lower_ in newer for child in verb.children)
    # an object only where the subject is a number: "the toll reached 17", and not "they brought 17 wounded"
    counts = prep is not None or any(child.dep_ == "nsubj" and lemma(child) in _TOTALS for child in verb.children)
    return KGX["figure-now"] if told_now or counts and _is_change(verb, ontology) else None


def _is_left(prep: Token, verb: Token, ontology: Ontology) -> bool:
    """Whether what stands behind "from" is what a figure was before: of a verb of change, or behind "up" and "down"."""
    return _is_change(verb, ontology) or prep.head.lower_ in ("up", "down")


def _is_change(verb: Token, ontology: Ontology) -> bool:
    return not ontology.listed(KGX.updateVerb).isdisjoint(lemmas(verb))


def _prepositions(word: Token) -> Iterator[Token]:
    """The prepositions below a word, also behind one another and behind an adverb: "from 12 to 17", "down to 17"."""
    for child in word.children:
        if child.dep_ in ("prep", "dative", "prt", "advmod"):
            yield child
            yield from _prepositions(child)


def _objects(word: Token, preposition: str) -> Iterator[Token]:
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            yield from (target for target in child.children if target.dep_ == "pobj")


def _numbers(prep: Token) -> Iterator[Token]:
    return (target for target in prep.children if target.dep_ == "pobj" and _is_number(target))


def _is_number(token: Token) -> bool:
    return token.pos_ == "NUM" or bool(token.like_num)
