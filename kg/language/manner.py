"""In what manner people came to harm by their own clause: of an illness, of age, in something that no word of the ontology tells."""

from spacy.tokens import Token

from kg.language.spans import begins_with
from kg.language.subjects import verb_over
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["is_natural", "stands_alone"]

_OF_WHAT = frozenset({"of", "from", "after", "following"})


def is_natural(outcome: Token, ontology: Ontology) -> bool:
    """Whether people die of what no violence brings: "died of a heart attack", "died after a long illness"."""
    preps = [child for child in outcome.children if child.lower_ in _OF_WHAT]
    causes = [target for child in preps for target in child.children if target.dep_ == "pobj"]
    phrases = {lemma(target) for target in causes} | {f"{lemma(child)} {lemma(target)}" for target in causes for child in target.children}
    return not phrases.isdisjoint(ontology.listed(KGX.natureNoun))


def stands_alone(outcome: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether an outcome is that of no event told in another sentence."""
    if begins_with(outcome, ontology.listed(KGX.anotherOpening)):
        return True
    return _is_of_age(outcome, lookup) or _is_in_another(outcome, lookup) or _is_looked_into(outcome, lookup, ontology)


def _is_of_age(outcome: Token, lookup: Lookup) -> bool:
    """Whether somebody dies in his own time: "died at the age of 93", "dies, aged 93", "dies at 93"."""
    one = any(child.dep_ == "nsubj" and child.tag_ in ("NN", "NNP") for child in outcome.children)
    after = outcome.doc[outcome.i + 1:outcome.i + 5] if one and lemma(outcome) == "die" else ()
    years = (token for token in after if token.like_num and token.i not in lookup.times)
    return any(token.nbor(-1).lower_ in ("aged", "at", "age", "of") and "," not in token.text for token in years)


def _is_in_another(outcome: Token, lookup: Lookup) -> bool:
    """Whether people suffer in what no word of the ontology tells and the text brings in: "died in a confrontation with police"."""
    inside = [target for child in outcome.children if child.lower_ == "in" for target in child.children if target.dep_ == "pobj"]
    unknown = (noun for noun in inside if noun.pos_ == "NOUN" and noun.i not in lookup.times and lookup.entity_at(noun.i, noun.idx) is None)
    return any(lookup.event_at(noun.i) is None and any(child.lower_ in ("a", "an") for child in noun.children) for noun in unknown)


def _is_looked_into(outcome: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether deaths are what somebody investigates: nobody knows yet whose they are."""
    event = lookup.event_at(verb.i) if outcome.pos_ == "NOUN" and (verb := verb_over(outcome)) is not None else None
    return event is not None and ontology.is_a(lookup.reading.events[event].type, KG.Investigation)
