"""Places that an entity is of though no word of their own says so: inside a name, by a people's name, of a known actor, of the article."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Token

from kg.language.demonyms import country_of
from kg.lookup import Lookup
from kg.model import Entity, Form
from kg.ontology import KnownName, Ontology
from kg.terms import BASE, KG

__all__ = ["Origins", "Place"]

Place = int | KnownName  # an entity, or a country that the article has not told of yet

_FAR_MORE = 5  # so many times as often as any other, a country is the one that an article is about
_INSIDE = frozenset({"of", "in", "at"})


class Origins:
    """What "people", "inside", "home" and "known" of a kgx:object lead to in one article."""

    def __init__(self, lookup: Lookup, ontology: Ontology) -> None:
        self.lookup = lookup
        self.reading = lookup.reading
        self.ontology = ontology

    def of(self, token: Token, owner: int, ways: frozenset[str]) -> Iterator[Place]:
        """The places that a word gives its entity, by the ways asked for."""
        if "people" in ways:
            known = country_of(token.text, self._told, self.ontology)
            if known is not None and known.kind == KG.Country:
                yield known
        if "inside" in ways:
            yield from self._inside(token)
        if "home" in ways and self._home is not None:
            yield self._home
        if "known" in ways:
            yield from self._known(token, self.reading.entities[owner])

    def _known(self, token: Token, entity: Entity) -> Iterator[KnownName]:
        """The countries of a known actor, at its first mention, where the article has them."""
        if entity.key is None or self.reading.mentions[entity.mentions[0]].head != token.i:
            return
        for iri in self.ontology.facts.iris(f"{BASE}entity/{entity.key}", KG.ofCountry):
            known = self.ontology.names.get(self.ontology.label(iri))
            if known is not None and known.key in self._told:
                yield known

    @cached_property
    def _told(self) -> frozenset[str | None]:
        """The keys of the known entities that the article has."""
        return frozenset(other.key for other in self.reading.entities)

    @cached_property
    def _home(self) -> int | None:
        """The country that an article is all about: the only one it tells of, or told of far more often than any other."""
        countries = [(len(one.mentions), i) for i, one in enumerate(self.reading.entities) if one.kind == KG.Country]
        (most, home), *others = sorted(countries, reverse=True) or [(0, 0)]
        return home if most and all(count * _FAR_MORE <= most for count, _ in others) else None

    def _inside(self, token: Token) -> Iterator[Place]:
        """The country or place that a name holds as a word of its own ("German Parliament", "University of Rostock")."""
        index = self.lookup.mention_at(token.i, token.idx)
        if index is None or self.reading.entities[self.lookup.owners[index]].key is not None:
            return
        mention = self.reading.mentions[index]
        if mention.form != Form.NAME:
            return
        words = list(token.doc.char_span(mention.begin, mention.end) or ())
        leading = [word for word in words if word == words[0] or word.nbor(-1).lower_ in _INSIDE]
        places = [place for word in leading if (place := self._place_of(word)) is not None]
        if len(places) == 1 and "-" not in {word.text for word in words}:
            yield places[0]

    def _place_of(self, word: Token) -> Place | None:
        known = country_of(word.text, self._told, self.ontology)
        return known if known is not None and known.kind == KG.Country else self._places.get(word.text)

    @cached_property
    def _places(self) -> dict[str, int]:
        """The places told of in the article by their names of one word."""
        return {entity.label: i for i, entity in enumerate(self.reading.entities) if self.ontology.is_a(entity.kind, KG.Place)}
