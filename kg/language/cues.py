"""The words at, beside and below a word that say whether what it tells happened: negation, modals, conditions, clauses of a noun."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.language.subjects import is_verbal
from kg.language.syntax import phrase
from kg.language.words import lemma, may_harm
from kg.ontology import Cue, Ontology
from kg.terms import KG, KGX

__all__ = [
    "ORDER", "Judgement", "below", "beside", "by_modifier", "cues", "has_harmed", "is_definite", "is_infinitive", "is_inverted",
    "is_prospect", "is_undone", "noun_forms",
]

ORDER = (KGX.Unreal, KG.Negated, KG.Attempted, KG.Threatened, KG.Planned, KG.Denied, KG.Possible, KG.Habitual, KG.Actual)
_NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "nothing", "neither"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_KINDS = {"aux": "auxiliary", "mark": "mark", "advmod": "adverb", "amod": "adjective", "det": "adverb", "compound": "adjective"}
_CONDITIONS = frozenset({"if", "unless"})
_FOCUS = frozenset({"only", "just", "merely", "simply"})
_ASKING = frozenset({"do", "did", "does", "have", "has", "had", "was", "were", "is", "are"})
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "only", "next", "latest", "lone"})


class Judgement(NamedTuple):
    """A realis, the cue (IRI) that gave it and the token that the cue is."""

    realis: str
    cue: str
    token: Token


def cues(token: Token, ontology: Ontology) -> Iterator[Cue]:
    """The cues that a governing word is: a verb with its particle, or a noun."""
    kind, forms = ("verb", phrase(token)) if is_verbal(token) else ("noun", noun_forms(token))
    if token.pos_ == "ADJ":
        kind = "adjective"
    yield from ontology.cues_of(kind, forms)


def noun_forms(noun: Token) -> frozenset[str]:
    """A noun's lemma, alone and with each word before it that may belong to it ("dry run", "in case")."""
    before = [lemma(child) for child in noun.children if child.dep_ in ("compound", "amod")]
    before += [noun.head.lower_] if noun.dep_ == "pobj" and noun.head.i == noun.i - 1 else []
    return frozenset({lemma(noun), *(f"{word} {lemma(noun)}" for word in before)})


def by_modifier(head: Token, dep: str, kind: str, ontology: Ontology) -> Iterator[Judgement]:
    """The cues that modifiers of a word are."""
    for child in head.children:
        if child.dep_ == dep:
            yield from (Judgement(cue.realis, cue.iri, child) for cue in ontology.cues_of(kind, (lemma(child),)))


# --- beside

def beside(node: Token, ontology: Ontology, word: Token) -> Iterator[Judgement]:
    """Cues that modify a node on the way up from a word: its negation, modal, conjunction, adverb or adjective."""
    for child in node.children:
        form = lemma(child)
        if child.dep_ == "det" and form == "no" and any(lemma(other) in ("other", "such") for other in node.children):
            yield Judgement(KGX.Unreal, KGX.comparison, child)  # "no other attack has cost so many lives" tells of no attack
            continue
        negates = child.dep_ == "neg" and (child.i < word.i or node == word)
        if negates or child.dep_ == "det" and form == "no" or form == "neither" or _is_negative(child, node == word):
            yield Judgement(KG.Negated, KGX.negation, child)
        kind = _KINDS.get(child.dep_)
        if kind and not (kind == "auxiliary" and _is_no_modal(child, node)):
            yield from (Judgement(cue.realis, cue.iri, child) for cue in ontology.cues_of(kind, (form, child.lower_)))
        if child.dep_ == "prep" and child.lower_ == "in":  # "in one version the driver fled"
            told = (noun for noun in child.children if noun.dep_ == "pobj")
            yield from (Judgement(cue.realis, cue.iri, noun) for noun in told for cue in cues(noun, ontology) if "told" in cue.scope)
        if child.dep_ == "advcl" and any(mark.dep_ == "mark" and mark.lower_ in _CONDITIONS for mark in child.children):
            yield Judgement(KG.Possible, KGX.condition, child)
    yield from _by_order(node, ontology)
    yield from _shared(node, ontology)


def _by_order(node: Token, ontology: Ontology) -> Iterator[Judgement]:
    """What stands in the order of the words and in their forms, not in a word of its own."""
    if node.dep_ == "conj" and any(lemma(child) == "nor" for child in node.head.children) or _is_contrasted(node):
        yield Judgement(KG.Negated, KGX.negation, node)
    if is_infinitive(node) and _is_headline_future(node):
        yield Judgement(KG.Planned, KGX["be-to"], node)
    if node.dep_ == "advcl" and is_infinitive(node) and not _is_assembly(node, ontology):
        yield Judgement(KG.Planned, KGX.purpose, node)
    if is_inverted(node):
        yield Judgement(KG.Possible, KGX.inversion, node)
    if _is_asked(node):
        yield Judgement(KG.Possible, KGX.question, node)


def _is_assembly(verb: Token, ontology: Ontology) -> bool:
    """Whether a purpose is met by coming together for it: "marched to protest"."""
    return lemma(verb) in ontology.listed(KGX.assemblyPurpose) and lemma(verb.head) in ontology.listed(KGX.assemblyVerb)


def _shared(verb: Token, ontology: Ontology) -> Iterator[Judgement]:
    """What a verb takes over from the one that it is coordinated with: "would kill the crew and burn the ship"."""
    first = verb.head
    if verb.dep_ != "conj" or not is_verbal(verb) or not is_verbal(first) or _has(verb, "nsubj", "nsubjpass", "aux", "auxpass", "mark"):
        return
    bare = verb.tag_ in ("VB", "VBP") or verb.lower_ == lemma(verb)  # no past form goes on from a modal
    for child in first.children:
        kind = _KINDS.get(child.dep_)
        if child.dep_ == "mark" or bare and child.dep_ == "aux" and not _is_no_modal(child, first):
            found = ontology.cues_of(kind or "", (lemma(child), child.lower_))
            yield from (Judgement(cue.realis, cue.iri, child) for cue in found)
        elif bare and child.dep_ == "neg" and _has(first, "aux"):
            yield Judgement(KG.Negated, KGX.negation, child)
    yield from _shared(first, ontology)


def _has(verb: Token, *labels: str) -> bool:
    return any(child.dep_ in labels for child in verb.children)


def _is_no_modal(child: Token, verb: Token) -> bool:
    """Whether what the parser takes for a modal is a noun: "a bomb in a milk can killed 11" has no infinitive."""
    others = [other for other in verb.children if other.dep_ in ("aux", "auxpass") and other != child]
    return child.tag_ == "MD" and verb.tag_ in ("VBD", "VBN") and not others


def _is_negative(child: Token, own: bool) -> bool:
    """A subject that denies its verb, or an object that denies the event's own: "nobody", "no group", "the shells hit no school"."""
    if child.dep_ not in (("nsubj", "nsubjpass", "dobj") if own else ("nsubj", "nsubjpass")):
        return False
    return lemma(child) in _NEGATIVE_PRONOUNS or any(lemma(other) in ("no", "neither") for other in child.children if other.dep_ == "det")


def _is_contrasted(noun: Token) -> bool:
    """Whether a noun phrase is what something is said not to be: "an accident, not an attack"."""
    if is_verbal(noun) or is_definite(noun):
        return False
    first = noun.left_edge
    before = first.nbor(-1) if first.i > 0 and not first.is_sent_start else None
    if before is None or before.lower_ != "not" or before.dep_ == "neg" and is_verbal(before.head):
        return False
    return first.lower_ not in _FOCUS


def _is_headline_future(verb: Token) -> bool:
    """Whether an infinitive is all the verb that a headline has: "Salmon farmer to buy rival"."""
    return verb.dep_ == "ROOT" or verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "ROOT" and not is_verbal(verb.head)


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(child.tag_ == "TO" and child.dep_ != "prep" for child in verb.children)  # and not "the years to which he was sentenced"


def is_inverted(clause: Token) -> bool:
    """A condition without "if": "were they to seize the airport", "had it gone off"."""
    return _begins_with(clause, ("were", "had", "should")) and clause.sent[-1].text != "?"


def _is_asked(clause: Token) -> bool:
    """Whether a clause is a question that yes or no would answer: "Did rebels attack the town?"."""
    return clause.dep_ == "ROOT" and clause.sent[-1].text == "?" and _begins_with(clause, _ASKING)


def _begins_with(clause: Token, words: Container[str]) -> bool:
    subject = next((child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    first = next(iter(clause.subtree))
    return first.lower_ in words and first.i < subject.i


# --- at and below

def is_prospect(clause: Token, noun: Token) -> bool:
    """Whether an infinitive tells what a noun is there for: "a week to pay", and not "the first to die"."""
    ranked = any(child.tag_ == "JJS" or child.lower_ in _RANKS for child in noun.children)
    return is_infinitive(clause) and clause.dep_ in ("acl", "relcl") and noun.pos_ == "NOUN" and not ranked


def is_undone(verb: Token) -> bool:
    """Whether a cue's verb is negated or failed itself: who "failed to prevent" an attack saw it happen."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.dep_ == "neg" for child in verb.children) or above != verb and lemma(above) == "fail"


def is_definite(noun: Token) -> bool:
    """Whether a noun stands for something known: "the", "this", or with an owner."""
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.children)


def below(token: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues in a clause that modifies an event noun: "a strike which had been postponed", "a bombing foiled by police"."""
    for clause in (child for child in token.children if child.dep_ in ("relcl", "acl")):
        for verb in (clause, *(other for other in clause.children if other.dep_ in ("conj", "xcomp"))):
            passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in clause.children)
            if verb.tag_ == "VBN" or passive and not any(child.dep_ in ("nsubj", "dobj") for child in verb.children):
                yield from (Judgement(cue.realis, cue.iri, verb) for cue in cues(verb, ontology) if "obj" in cue.scope)
        happening = (child for child in clause.children if child.dep_ == "xcomp" and lemma(child) in ontology.happen_verbs)
        # "turned out not to have happened"
        yield from (Judgement(KG.Negated, KGX.negation, verb) for verb in happening if _has(verb, "neg"))
        if clause.lemma_ == "be" and any(child.dep_ == "xcomp" for child in clause.children):
            yield Judgement(KG.Planned, KGX["be-to"], clause)
        yield from by_modifier(clause, "acomp", "adjective", ontology)
    yield from _raised(token, ontology)


def has_harmed(noun: Token, ontology: Ontology) -> bool:
    """Whether people suffered of what was planned.

    So in "attacks ordered by a gang leader resulted in the deaths of two judges" and in "ordering a shooting in which five were killed".
    """
    verb = noun.head
    clauses = (child for child in noun.children if child.dep_ == "relcl" and child.tag_ in ("VBD", "VBN"))
    if any(may_harm(clause, ontology) and _is_told(clause) for clause in clauses):
        return True
    if noun.dep_ != "nsubj" or verb.tag_ != "VBD" or any(child.dep_ == "neg" for child in verb.children):
        return False
    told = [child for child in verb.children if child.i > verb.i]
    told += [target for prep in told if prep.dep_ == "prep" for target in prep.children]
    return may_harm(verb, ontology) or any(lemma(word) in ontology.outcomes[kind] for word in told for kind in ("noun", "adjective"))


def _is_told(clause: Token) -> bool:
    """Whether a clause tells what was: in the past, without a modal or a negation."""
    return not any(child.dep_ == "neg" or child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in clause.children)


def is_yet_to(verb: Token) -> bool:
    """Whether what hangs on a verb has not come about: "has yet to open"."""
    return lemma(verb) in ("have", "be") and any(child.dep_ == "advmod" and child.lower_ == "yet" for child in verb.children)


def _raised(noun: Token, ontology: Ontology) -> Iterator[Judgement]:
    """Cues of an infinitive whose subject a noun is through another verb: "the rally had to be put off", "the trial has yet to open"."""
    if noun.dep_ in ("nsubj", "nsubjpass"):
        for verb in (child for child in noun.head.children if child.dep_ == "xcomp"):
            awaits = is_yet_to(noun.head) or noun.head.lemma_ == "be" and is_infinitive(verb)
            if awaits and lemma(verb) in ontology.happen_verbs | ontology.light_verbs and not _has(verb, "dobj"):
                yield Judgement(KG.Planned, KGX["be-to"], noun.head)
            if any(child.dep_ == "auxpass" for child in verb.children):
                yield from (Judgement(cue.realis, cue.iri, verb) for cue in cues(verb, ontology) if "obj" in cue.scope)
