"""The terms of the ontology: which lies above which, what they are called, and the names of actors and things it knows."""

from collections.abc import Mapping
from functools import cached_property

from kg.facts import Facts
from kg.lexicon import KnownName
from kg.terms import KG, KGX, RDF, RDFS, SKOS, local

__all__ = ["Taxonomy"]


class Taxonomy:
    """Classes, properties and known names, as the Turtle files say; everything is computed once, when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._ancestors: dict[str, frozenset[str]] = {}

    # --- classes and properties

    def ancestors(self, iri: str) -> frozenset[str]:
        """A class or property and everything above it."""
        known = self._ancestors.get(iri)
        if known is None:
            above = self.facts.iris(iri, RDFS.subClassOf) + self.facts.iris(iri, RDFS.subPropertyOf)
            self._ancestors[iri] = frozenset({iri})  # a cycle ends here
            known = frozenset({iri}).union(*(self.ancestors(parent) for parent in above))
            self._ancestors[iri] = known
        return known

    def is_a(self, iri: str, above: str) -> bool:
        """Whether a class or property is, or lies below, another."""
        return above in self.ancestors(iri)

    def label(self, iri: str) -> str:
        """The rdfs:label of a term, or its local name."""
        return self.facts.text(iri, RDFS.label) or local(iri)

    def depth(self, iri: str) -> int:
        """How many terms lie above one: the larger, the more specific."""
        return len(self.ancestors(iri))

    # --- entities

    @cached_property
    def nominals(self) -> Mapping[str, str]:
        """Nouns that denote entities (lower-case lemmas, blank-separated), to their class."""
        found: dict[str, str] = {}
        for iri in sorted(self.facts.subjects_of(KGX.noun), key=lambda iri: (self.depth(iri), iri)):
            if self.is_a(iri, KG.Entity):
                found.update(dict.fromkeys((text.lower() for text in self.facts.texts(iri, KGX.noun)), iri))
        return found

    @cached_property
    def nominal_tails(self) -> frozenset[str]:
        """The last words of those nominals that are phrases."""
        return frozenset(text.rpartition(" ")[2] for text in self.nominals if " " in text)

    def _known(self, iri: str) -> KnownName:
        facts = self.facts
        label = facts.text(iri, RDFS.label) or local(iri)
        kind = max(facts.iris(iri, RDF.type), key=lambda term: (self.depth(term), term))
        labels = (label, *facts.texts(iri, SKOS.altLabel))
        return KnownName(iri.partition("/entity/")[2], kind, label, labels, facts.iris(iri, SKOS.exactMatch))

    def _by(self, *properties: str) -> Mapping[str, KnownName]:
        owners = sorted({iri for term in properties for iri in self.facts.subjects_of(term) if "/entity/" in iri})
        known = {iri: self._known(iri) for iri in owners}
        return {text: known[iri] for iri in owners for term in properties for text in self.facts.texts(iri, term)}

    @cached_property
    def names(self) -> Mapping[str, KnownName]:
        """Known actors and countries by each of their names."""
        return self._by(RDFS.label, SKOS.altLabel)

    @cached_property
    def context_names(self) -> Mapping[str, Mapping[str, KnownName]]:
        """Known actors by the names that they have only at home, by the key of their country ("the Senate")."""
        found: dict[str, dict[str, KnownName]] = {}
        for iri in sorted(self.facts.subjects_of(KGX.contextName)):
            for country in self.facts.iris(iri, KG.ofCountry):
                names = dict.fromkeys(self.facts.texts(iri, KGX.contextName), self._known(iri))
                found.setdefault(country.partition("/entity/")[2], {}).update(names)
        return found

    @cached_property
    def demonyms(self) -> Mapping[str, KnownName]:
        """Countries by their adjective ("Iraqi")."""
        return self._by(KGX.demonym)

    @cached_property
    def people_names(self) -> Mapping[str, KnownName]:
        """Countries by the name of their people ("Iraqis")."""
        return self._by(KGX.peopleName)

    @cached_property
    def metonyms(self) -> Mapping[str, KnownName]:
        """Governments by the capital or building that stands for them ("Kremlin")."""
        return self._by(KGX.metonym)
