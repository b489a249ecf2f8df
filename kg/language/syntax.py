"""The parse as logical arcs: who does what to whom whatever the voice, across control, conjunction, relatives and light verbs.

An arc leads from a word to a word that completes it, under one of the labels of `kgx:steps`: "subj", "obj", "iobj", a preposition,
"poss", "compound", "amod", "appos", "comp". With subjects.py it is the only place that knows the dependency labels of spaCy's English
models (ClearNLP's, https://github.com/clir/clearnlp-guidelines).
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.language.carried import stands_for
from kg.language.once import once
from kg.language.spans import is_apart
from kg.language.subjects import antecedent, is_verbal, logical_subject
from kg.language.words import lemma, lemmas
from kg.ontology import Ontology
from kg.terms import KGX

__all__ = ["BEFORE_NOUN", "Arc", "arcs", "conjuncts", "gathered", "governor", "is_complement", "with_conjuncts"]

_DIRECTIONS = frozenset({
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east",
    "south-west", "outside"
})
_LOCAL = frozenset({"in", "at", "near", "outside", "inside", "on"})
BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "nummod", "poss"})  # the labels of what stands before its noun
_BLAMED = frozenset({"blame", "attribute", "pin"})  # the participle of "a bombing blamed on rebels": they are not what was bombed
_NOUN_ARCS = {"poss": "poss", "compound": "compound", "amod": "amod", "nmod": "compound", "appos": "appos"}


class Arc(NamedTuple):
    """A label of `kgx:steps` and the token it leads to."""

    label: str
    token: Token


def conjuncts(token: Token) -> list[Token]:
    """The tokens coordinated below a token, in the order of the text; the token itself is not among them."""
    found = []
    for child in token.children:
        if child.dep_ == "conj":
            found += [child, *conjuncts(child)]
    return found


def with_conjuncts(token: Token) -> list[Token]:
    """A token and the nouns coordinated with it."""
    return [token, *(other for other in conjuncts(token) if not is_verbal(other))]


@once
def arcs(token: Token, ontology: Ontology) -> tuple[Arc, ...]:
    """All arcs of a verb or noun, each token once a label, in the order they are found."""
    found = _undergone(token, ontology) if is_verbal(token) else _noun_arcs(token, ontology)
    told = ((label, gathered(target, ontology)) for label, target in found)
    return tuple(dict.fromkeys(Arc(label, other) for label, target in told for other in with_conjuncts(target)))


def gathered(noun: Token, ontology: Ontology) -> Token:
    """Whom a collective without "the" gathers ("a group of gunmen"), else the noun itself."""
    if noun.lower_ not in ontology.collectives or not any(child.lower_ in ("a", "an") for child in noun.children):
        return noun
    inner = (target for child in noun.children if child.lower_ == "of" for target in child.children if target.dep_ == "pobj")
    return next((target for target in inner if target.tag_ in ("NNS", "NNPS")), noun)


def _verb_arcs(verb: Token) -> Iterator[Arc]:
    subject = logical_subject(verb)
    if subject:
        yield Arc(*subject)
    has_object = False
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "csubjpass"):
            has_object = True
            yield Arc("obj", antecedent(child))
        elif child.dep_ == "agent":
            for target in (target for target in child.children if target.dep_ == "pobj"):
                yield Arc("subj", target)  # and "killed by a bomb in Ghazni" was in Ghazni
                yield from (arc for inner in target.children if inner.lower_ in _LOCAL for arc in _prepositional(inner))
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            yield Arc("iobj", child)
        elif child.dep_ in ("xcomp", "ccomp"):
            if not is_apart(child):
                yield Arc("comp", child)
        elif child.dep_ in ("attr", "oprd", "acomp") and not is_verbal(child):
            yield Arc("attr", child)
        elif child.lower_ == "where" and verb.dep_ == "relcl":  # "the square where the attack took place"
            yield Arc("in", verb.head)
        else:
            yield from _prepositional(child)
    if not has_object:
        yield from _borrowed_object(verb)


def _undergone(verb: Token, ontology: Ontology) -> Iterator[Arc]:
    """A verb's arcs; who "faces charges" is charged."""
    undergoes = lemma(verb) in ontology.listed(KGX.undergoVerb)
    yield from (Arc("obj", arc.token) if undergoes and arc.label == "subj" else arc for arc in _verb_arcs(verb))


def _noun_arcs(noun: Token, ontology: Ontology) -> Iterator[Arc]:
    yield from _aimed_at(noun, ontology)
    yield from _phrase_arcs(noun, ontology)
    stands = stands_for(noun, ontology)
    if stands != noun:
        yield from _lent(noun, stands, ontology)
        if lemma(stands) not in ontology.series_nouns:
            return
    carrier = governor(stands)
    if carrier is None or not is_verbal(carrier):
        return
    top = stands.dep_ if stands.dep_ != "conj" else stands.head.dep_
    if top in ("dobj", "nsubjpass") and _carries(carrier, ontology) or _is_participle_of(stands, carrier, ontology):
        yield from (arc for arc in _verb_arcs(carrier) if arc.token not in (noun, stands) and arc.label not in ("obj", "comp"))
    elif top == "dobj" and lemma(carrier) in ontology.listed(KGX.undergoVerb):  # "faces arraignment on Wednesday"
        yield from (arc for arc in _undergone(carrier, ontology) if arc.token not in (noun, stands) and arc.label != "comp")
    elif top == "nsubj" and phrase(carrier) & ontology.happen_verbs:
        yield from (arc for arc in _verb_arcs(carrier) if arc.label not in ("subj", "obj", "comp", "iobj", "attr"))
    if top == "nsubj" and phrase(carrier) & ontology.hit_verbs:  # "the blast ripped through a market": the market is hit
        yield from (Arc("on", arc.token) for arc in _verb_arcs(carrier) if arc.label in ("obj", "through", "into"))


def _phrase_arcs(noun: Token, ontology: Ontology) -> Iterator[Arc]:
    """The arcs within a noun's own phrase."""
    for child in noun.children:
        if child.lower_ in _DIRECTIONS:  # "Highway 61 north of Hannibal"
            yield from (Arc("near", arc.token) for inner in child.children for arc in _prepositional(inner))
        elif child.dep_ in _NOUN_ARCS:
            yield Arc(_NOUN_ARCS[child.dep_], child)
        elif child.dep_ in ("acl", "relcl") and is_complement(child):  # "plans to attack", "a claim that they had attacked"
            yield Arc("comp", child)
        elif child.dep_ == "acl" and child.tag_ == "VBN" and lemma(child) not in _BLAMED:  # "men disguised as nurses"
            preps = (inner for inner in child.children if inner.dep_ == "prep" and inner.lower_ != "of")  # "a mayor cleared of murder"
            yield from (arc for inner in preps for arc in _prepositional(inner))
            if phrase(child) & ontology.carrier_verbs:  # "a statement carried by its news agency"
                yield from (Arc("carrier", arc.token) for arc in _verb_arcs(child) if arc.label == "subj")
        else:
            yield from _prepositional(child)


def _lent(noun: Token, stands: Token, ontology: Ontology) -> Iterator[Arc]:
    """What the noun that stands for another in the clause lends to it: itself by its lemma, what stands before it, of a series all."""
    named = stands.head if stands.dep_ in ("compound", "nmod") and stands.head.i > stands.i else stands
    yield Arc(lemma(stands), named)  # "bombing suspect Ivan Petrov"
    others = [arc for arc in _phrase_arcs(stands, ontology) if not _is_within(arc.token, noun) and not _is_within(noun, arc.token)]
    if lemma(stands) in ontology.series_nouns:
        yield from (arc for arc in others if arc.label != "of")
    else:
        yield from (arc for arc in others if arc.label == "compound" and arc.token.i < noun.i)


def _is_within(token: Token, other: Token) -> bool:
    return token == other or other.is_ancestor(token)


def _aimed_at(noun: Token, ontology: Ontology) -> Iterator[Arc]:
    """What is said to be the aim of an event: "the embassy was the target of an attack"."""
    aim = noun.head.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and aim.dep_ in ("attr", "dobj") and aim.lower_ in ontology.listed(KGX.aimNoun):
        yield from (Arc("on", antecedent(child)) for child in aim.head.children if child.dep_ == "nsubj")


def is_complement(clause: Token) -> bool:
    """Whether a clause behind a noun says what the noun is about, and is no participle of the noun."""
    if clause.dep_ == "relcl":  # "that" as a conjunction, or none: the parser calls the clause of a claim one about the noun now and then
        labels = {inner.dep_ for inner in clause.children}
        related = any(token.tag_[0] == "W" for token in clause.doc[clause.left_edge.i:clause.i])
        return "mark" in labels or labels >= {"nsubj", "dobj"} and not related  # "on charges he killed his mother" lacks nothing
    return any(inner.tag_ == "TO" or inner.dep_ in ("mark", "aux") for inner in clause.children)


def _carries(verb: Token, ontology: Ontology) -> bool:
    """Whether a verb is light: not where it says something of its object ("called the blast an attack")."""
    calls = verb.lemma_ == "call" and any(child.dep_ == "advmod" and child.i > verb.i for child in verb.children)  # "called it cowardly"
    says = calls or any(child.dep_ in ("oprd", "ccomp", "attr") or child.dep_ == "advcl" and child.pos_ == "ADJ" for child in verb.children)
    return not says and bool(phrase(verb) & ontology.light_verbs)


def _is_participle_of(noun: Token, carrier: Token, ontology: Ontology) -> bool:
    of_noun = carrier.dep_ == "acl" and carrier.head == noun and noun.head.lower_ != "into"  # "research into the bombing performed by …"
    return of_noun and carrier.tag_ == "VBN" and bool(phrase(carrier) & ontology.light_verbs)


@once
def phrase(verb: Token) -> frozenset[str]:
    """A verb's lemma, alone and with each particle or object that may belong to it ("carry out", "take place")."""
    forms = lemmas(verb)
    parts = [child.lemma_.lower() for child in verb.children if child.dep_ in ("prt", "dobj", "advmod", "prep")]
    return frozenset({*forms, *(f"{form} {part}" for form in forms for part in parts)})


def governor(token: Token) -> Token | None:
    """The verb that a noun is an argument of, or the participle that modifies it; None where there is neither."""
    for child in token.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            return child
    top = token
    while top.dep_ == "conj" and not is_verbal(top):
        top = top.head
    return top.head if top.head != top else None


def _prepositional(child: Token) -> Iterator[Arc]:
    if child.dep_ in ("prep", "dative") and child.pos_ in ("ADP", "SCONJ", "ADV", "VERB", "ADJ"):
        label = child.lower_
        for target in child.children:
            if target.dep_ == "pobj":
                yield Arc(label, antecedent(target))  # "the market in which a bomb exploded"
            elif target.dep_ == "pcomp":
                yield Arc("comp" if is_verbal(target) else label, target)
            elif target.dep_ == "prep":  # "because of", "out of": the inner preposition tells
                yield from _prepositional(target)
    elif child.dep_ in ("advmod", "npadvmod"):
        near = child.lower_ in _DIRECTIONS  # "20 km north of the city"
        yield from (Arc("near", arc.token) if near else arc for inner in child.children for arc in _prepositional(inner))


def _borrowed_object(verb: Token) -> Iterator[Arc]:
    """The object that a first conjunct shares with the last: "shot and wounded two men"."""
    if any(child.dep_ in ("prep", "advmod", "npadvmod", "xcomp", "ccomp") for child in verb.children if child.i > verb.i):
        return
    for other in conjuncts(verb)[:1]:
        if is_verbal(other) and not any(child.dep_ in ("nsubj", "nsubjpass", "auxpass") for child in other.children):
            yield from (Arc("obj", child) for child in other.children if child.dep_ == "dobj")
