"""What a node of the RDF is called, what it is, and what is told of it, in plain words."""

import re
from functools import cached_property

from kg.facts import Facts
from kg.ontology import Ontology
from kg.terms import GAF, KG, RDF, RDFS, local

__all__ = ["FAMILIES", "Description"]

# The first that fits: a statement is an event too, a country an actor and a place.
FAMILIES = ("Toll", "Statement", "Event", "Person", "People", "Group", "Place", "Artifact")

_APART = {RDF.type, RDFS.label, GAF.denotedBy, KG.preferredToll, KG.realis, KG.reportedIn}  # told by other attributes of a node


class Description:
    """The nodes that a graph draws (`families`: IRI to family, sorted) and the words for them."""

    def __init__(self, facts: Facts, ontology: Ontology) -> None:
        self.facts = facts
        self.ontology = ontology
        found: dict[str, str] = {}
        for family in FAMILIES:
            for iri in facts.subjects(RDF.type, KG[family]):
                found.setdefault(iri, family.lower())
        self.families = dict(sorted(found.items()))

    def kind(self, iri: str) -> str:
        """The IRI of the most specific class of a node: none of its others lies below it, and one that the ontology lacks is a user's."""
        types = self.facts.iris(iri, RDF.type)
        above = {parent for kind in types for parent in self.ontology.ancestors(kind) - {kind}}
        lowest = [kind for kind in types if kind not in above]
        return min(lowest, key=lambda kind: (bool(self.ontology.facts.properties(kind)), -self.ontology.depth(kind), kind))

    def realis(self, iri: str) -> str:
        """The local name of an event's realis; empty for what is no event."""
        return next((local(value) for value in self.facts.iris(iri, KG.realis)), "")

    def label(self, iri: str) -> str:
        """The name of a node."""
        if self.families.get(iri) == "toll":
            return self._toll_label(iri)
        return self.facts.text(iri, RDFS.label) or humanised(local(iri))

    def words(self, term: str) -> str:
        """A class, property or individual of an ontology in plain words."""
        return self.ontology.facts.text(term, RDFS.label) or humanised(local(term))

    def told(self, iri: str) -> list[tuple[str, str]]:
        """What is told of a node other than by edges: its literals, and its links to what is not drawn, as (name, value)."""
        found = [(self.words(KG.preferredToll), "yes")] if iri in self._preferred else []
        for term in self.facts.properties(iri):
            if term not in _APART and not self._repeats(iri, term):
                found += [(self.words(term), text) for text in self.facts.texts(iri, term)]
                found += [(self.words(term), self.value(value)) for value in self.facts.iris(iri, term) if value not in self.families]
        return found

    def value(self, iri: str) -> str:
        """A value that is no node: the statement that an evidence is for, a term in words, or an address as it is."""
        parts = [next(iter(self.facts.iris(iri, part)), "") for part in (RDF.subject, RDF.predicate, RDF.object)]
        if parts[0]:
            subject, term, target = parts
            return f"{self.label(subject)}: {self.words(term)} {self.label(target)}"
        return self.words(iri) if self.ontology.facts.properties(iri) or iri.startswith(KG.iri) else iri

    def _repeats(self, iri: str, term: str) -> bool:
        """Whether a property is a bound of a day that is told already."""
        return term in (KG.earliest, KG.latest) and self.facts.texts(iri, term) == self.facts.texts(iri, KG.date)

    @cached_property
    def _preferred(self) -> frozenset[str]:
        events = self.facts.subjects_of(KG.preferredToll)
        return frozenset(toll for event in events for toll in self.facts.iris(event, KG.preferredToll))

    def _toll_label(self, iri: str) -> str:
        """What a toll counts: "52 killed", "at least 20 injured", "dozens injured"."""
        facts = self.facts
        outcome = " ".join(self.words(value) for value in facts.iris(iri, KG.outcome))
        count = facts.text(iri, KG["count"])
        bounds = [text for text in (facts.text(iri, KG.minCount), facts.text(iri, KG.maxCount)) if text]
        number = count or facts.text(iri, KG.countText) or " to ".join(bounds) or "?"
        return f"{int(number):,} {outcome}" if number.isascii() and number.isdecimal() else f"{number} {outcome}"


def humanised(name: str) -> str:
    """A local name in plain words.

    >>> humanised("allegedPerpetrator"), humanised("fish-market")
    ('alleged perpetrator', 'fish market')
    """
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name.replace("-", " ").replace("_", " ")).lower()
