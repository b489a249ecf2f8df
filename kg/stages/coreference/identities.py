"""Who a clause says that somebody is: "the shooter was Nolan Bates", "police named the attacker as Omar Deli"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.nouns import is_definite
from kg.language.realis import judge
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["identified", "is_plain_predicate"]


def identified(clusters: Clusters, noun: Token) -> Iterator[Token]:
    """What a clause equates a noun with as a fact: by a copula, or by a verb of naming with "as"."""
    verb = noun.head
    if verb.lemma_ in clusters.words.copulas and is_plain_predicate(verb):
        if noun.dep_ == "attr":
            yield from (_antecedent(child) for child in verb.children if child.dep_ == "nsubj")
        elif noun.dep_ == "nsubj" and is_definite(noun):
            yield from (child for child in verb.children if child.dep_ == "attr")
    naming = [child for child in noun.children if child.dep_ == "acl"] + ([verb] if noun.dep_ in ("nsubjpass", "dobj") else [])
    for one in naming:
        if one.lemma_ in clusters.words.identify and one.tag_ in ("VBD", "VBN", "VBZ", "VBP") and _is_settled(clusters, one):
            yield from _names_given(one)
            if noun.dep_ == "dobj":  # "named the man who attacked a school as X"
                yield from (as_.nbor() for as_ in noun.doc[noun.i + 1:noun.right_edge.i] if as_.lower_ == "as")


def _antecedent(subject: Token) -> Token:
    """What a relative pronoun stands for: "X, who was mayor"; any other word itself."""
    return subject.head.head if subject.tag_ == "WP" and subject.head.dep_ == "relcl" else subject


def _names_given(verb: Token) -> Iterator[Token]:
    """The names that a verb of naming gives: "as X", or "X" alone."""
    for child in verb.children:
        if child.dep_ == "oprd":
            yield child
        yield from (as_.nbor() for as_ in (child, *_by_whom(child)) if as_.lower_ == "as" and as_.i + 1 < len(as_.doc))


def _by_whom(child: Token) -> Iterator[Token]:
    """What the parser hangs on the namer, though it belongs to the verb: "named by police as X"."""
    if child.dep_ == "agent":
        yield from (token for namer in child.children for token in namer.children)


def _is_settled(clusters: Clusters, verb: Token) -> bool:
    """Whether a naming is told as a fact, and not as one that was wrong or only the first."""
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    return not adverbs & clusters.doubts and judge(verb, clusters.ontology).realis == KG.Actual


def is_plain_predicate(verb: Token) -> bool:
    """Whether a clause says that something is so: not denied, asked or supposed."""
    bad = ("neg", "aux", "mark", "advmod", "expl")
    return not any(child.dep_ in bad for child in verb.children) and verb.tag_ in ("VBZ", "VBP", "VBD", "VBN")
