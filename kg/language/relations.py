"""The patterns by which relations between entities are told, as the ontology lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology import Ontology, Word
from kg.terms import KGX, OWL, RDF, RDFS

__all__ = ["Pattern", "Patterns", "Steps", "patterns"]

Steps = tuple[frozenset[str], ...]
_POS = ("verb", "noun", "adjective")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word that tells a relation, and the ways from it to what it relates; without words, any mention of a subject is where it starts."""

    iri: str
    property: str
    subject: tuple[Steps, ...]  # ways, the first that leads to a fitting entity counts
    object: tuple[Steps, ...]  # ways, all of them count
    subject_kinds: tuple[frozenset[str], ...]  # a subject has a class of each set
    object_kinds: tuple[frozenset[str], ...]
    subject_forms: frozenset[str]  # forms, one of which a mention of the entity has; none asks for nothing
    object_forms: frozenset[str]
    when: frozenset[str]
    unless: frozenset[str]
    present: bool
    value: str | None
    literal: bool  # the property's values are strings
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """All patterns of an ontology: `words` by part of speech and lemma, their owner being the pattern's IRI; `bare` those without words."""

    words: Mapping[str, Mapping[str, tuple[Word, ...]]]
    by_iri: Mapping[str, tuple[Pattern, ...]]
    bare: tuple[Pattern, ...]


@lru_cache(maxsize=4)
def patterns(ontology: Ontology) -> Patterns:
    """The patterns of an ontology, read once."""
    facts = ontology.facts
    found: dict[str, list[Pattern]] = {}
    for owner in facts.subjects_of(KGX.relation):
        for node in facts.iris(owner, KGX.relation):
            found.setdefault(node, []).append(_pattern(node, owner, ontology))
    index: dict[str, dict[str, list[Word]]] = {pos: {} for pos in _POS}
    for node in sorted(found):
        for pos in _POS:
            for text in facts.texts(node, KGX[pos]):
                lemmas = tuple(text.lower().split())
                anchor = lemmas[0 if pos == "verb" else -1]
                index[pos].setdefault(anchor, []).append(Word(lemmas, pos, node, node))
    words = {pos: {anchor: _longest_first(own) for anchor, own in by_anchor.items()} for pos, by_anchor in index.items()}
    worded = {word.rule for by_anchor in words.values() for own in by_anchor.values() for word in own}
    bare = tuple(pattern for node in sorted(found) if node not in worded for pattern in found[node])
    return Patterns(words, {node: tuple(own) for node, own in found.items()}, bare)


def _longest_first(words: list[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word.lemmas), word.rule)))


def _pattern(node: str, owner: str, ontology: Ontology) -> Pattern:
    facts = ontology.facts
    above = sorted(ontology.ancestors(owner))
    literal = OWL.DatatypeProperty in facts.iris(owner, RDF.type)

    def kinds(own: str, bound: str | None) -> tuple[frozenset[str], ...]:
        found = [frozenset(facts.iris(node, own)), *(frozenset(facts.iris(term, bound)) for term in above if bound is not None)]
        return tuple(kind for kind in found if kind)

    def lower(term: str, *owners: str) -> frozenset[str]:
        return frozenset(text.lower() for iri in owners for text in facts.texts(iri, term))

    return Pattern(
        node, owner,
        _ways(facts.text(node, KGX.subject) or "self"), _ways(facts.text(node, KGX.object) or ""),
        kinds(KGX.subjectKind, RDFS.domain), kinds(KGX.objectKind, None if literal else RDFS.range),
        frozenset(facts.texts(node, KGX.subjectForm)), frozenset(facts.texts(node, KGX.objectForm)),
        lower(KGX.when, node), lower(KGX.unless, node, *above), facts.text(node, KGX.tense) == "present",
        facts.text(node, KGX.value), literal, float(facts.text(node, KGX.confidence) or 0.8),
    )


def _ways(text: str) -> tuple[Steps, ...]:
    """'is|self' and 'obj|obj of': a way of one step after the other, alternatives of ways by '|'.

    >>> [len(way) for way in _ways("obj|obj of")]
    [1, 2]
    """
    return tuple(tuple(frozenset({step}) for step in way.split()) for way in text.split("|") if way)
