"""The patterns by which relations between entities are told, as the ontology lists them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.ontology import Ontology, Word
from kg.terms import KG, KGX, OWL, RDF, RDFS

__all__ = ["Pattern", "Patterns", "Steps", "patterns"]

Steps = tuple[str, ...]
_SPECIAL = frozenset({"people", "known", "inside", "home"})
_POS = ("verb", "noun", "adjective")


@dataclass(frozen=True)
class Pattern:
    """A word that tells a relation, and the ways from it to what it relates; without words, any mention of a subject is where it starts."""

    iri: str
    property: str
    subject: tuple[Steps, ...]  # ways, the first that leads to a fitting entity counts
    object: tuple[Steps, ...]  # ways, all of them count
    subject_kinds: frozenset[str]  # the classes of entities that fit
    object_kinds: frozenset[str]
    subject_forms: frozenset[str]  # forms, one of which a mention of the entity has; none asks for nothing
    object_forms: frozenset[str]
    when: frozenset[str]
    unless: frozenset[str]
    outside: frozenset[str]  # fields of talk in which the word is a figure of speech
    present: bool
    value: str | None
    literal: bool  # the property's values are strings
    confidence: float
    special: frozenset[str]  # ways to objects that no word of their own stands for

    @cached_property
    def begins(self) -> frozenset[str]:
        """The first steps of the ways to an object, one of which must lead on; none where an object may be found without."""
        return frozenset() if self.special else frozenset(way[0] for way in self.object)


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """All patterns of an ontology.

    `words` are by part of speech and lemma, their owner being the pattern's IRI; `bare` are the patterns without words, by the class of
    what they start from; `hearsay` are verbs whose content is no more than their subject's word.
    """

    words: Mapping[str, Mapping[str, tuple[Word, ...]]]
    by_iri: Mapping[str, tuple[Pattern, ...]]
    bare: Mapping[str, tuple[Pattern, ...]]
    hearsay: frozenset[str]


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
    unworded = [pattern for node in sorted(found) if node not in worded for pattern in found[node]]
    bare = {kind: tuple(pattern for pattern in unworded if kind in pattern.subject_kinds) for kind in _entity_kinds(ontology)}
    hearsay = frozenset(text for owner in facts.subjects_of(KGX.hearsay) for text in facts.texts(owner, KGX.hearsay))
    return Patterns(words, {node: tuple(own) for node, own in found.items()}, bare, hearsay)


def _longest_first(words: list[Word]) -> tuple[Word, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word.lemmas), word.rule)))


def _pattern(node: str, owner: str, ontology: Ontology) -> Pattern:
    facts = ontology.facts
    above = sorted(ontology.ancestors(owner))
    literal = OWL.DatatypeProperty in facts.iris(owner, RDF.type)

    def kinds(own: str, bound: str | None) -> frozenset[str]:
        asked = [frozenset(facts.iris(node, own)), *(frozenset(facts.iris(term, bound)) for term in above if bound is not None)]
        return frozenset(kind for kind in _entity_kinds(ontology) if all(ontology.ancestors(kind) & some for some in asked if some))

    def lower(term: str, *owners: str) -> frozenset[str]:
        return frozenset(text.lower() for iri in owners for text in facts.texts(iri, term))

    return Pattern(
        node, owner,
        _ways(facts.text(node, KGX.subject) or "self"), _ways(facts.text(node, KGX.object) or ""),
        kinds(KGX.subjectKind, RDFS.domain), kinds(KGX.objectKind, None if literal else RDFS.range),
        frozenset(facts.texts(node, KGX.subjectForm)), frozenset(facts.texts(node, KGX.objectForm)),
        lower(KGX.when, node), lower(KGX.unless, node, *above),
        frozenset(facts.iris(node, KGX.outside)), facts.text(node, KGX.tense) == "present",
        facts.text(node, KGX.value), literal, float(facts.text(node, KGX.confidence) or 0.8),
        frozenset(way for way in (facts.text(node, KGX.object) or "").split("|") if way in _SPECIAL),
    )


def _entity_kinds(ontology: Ontology) -> list[str]:
    return [iri for iri in ontology.facts.subjects(RDF.type, OWL.Class) if ontology.is_a(iri, KG.Entity)]


def _ways(text: str) -> tuple[Steps, ...]:
    """'is|self' and 'obj|obj of': a way of one step after the other, alternatives of ways by '|'.

    >>> _ways("obj|obj of")
    (('obj',), ('obj', 'of'))
    """
    return tuple(tuple(way.split()) for way in text.split("|") if way)
