"""The words that tell where a place lies, read from the ontology once, as patterns over the text between two mentions."""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["PlaceWords", "place_words"]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Patterns that match the whole text between two mentions, and sets of words in lower case."""

    inside: re.Pattern[str]
    part_of: re.Pattern[str]
    beside: re.Pattern[str]
    distance: re.Pattern[str]
    directions: frozenset[str]
    mostly: frozenset[str]
    seats: frozenset[str]
    lines: frozenset[str]


@lru_cache(maxsize=4)
def place_words(ontology: Ontology) -> PlaceWords:
    """The words of an ontology."""

    def words(term: str) -> tuple[str, ...]:
        return ontology.facts.texts(KG.Place, KGX[term])

    def choice(term: str) -> str:
        return "|".join(re.escape(word) for word in sorted(words(term), key=len, reverse=True))

    directions = choice("direction")
    nouns = "|".join(sorted(re.escape(text) for kind in (KG.Region, KG.City) for text in ontology.facts.texts(kind, KGX.appellative)))
    tail = rf"(?: the)?(?: (?:{directions})(?: and (?:{directions}))?)*(?: (?:{nouns}) of)?(?: the)?\s*$"
    return PlaceWords(
        inside=re.compile(rf"^,? (?:{choice('inside')}){tail}"),
        part_of=re.compile(rf"^,? (?:{choice('partOf')}){tail}"),
        beside=re.compile(rf"^,? (?:{choice('beside')}){tail}"),
        distance=re.compile(
            r"^,?[^.;,]{0,20}?(?P<number>\d+) ?-?(?P<unit>km|kilomet(?:er|re)s?|miles?)\b(?: \([^)]*\))?"
            rf"(?: (?:to the )?(?:{directions}))* (?:of|from){tail}"),
        directions=frozenset(words("direction")), mostly=frozenset(words("mostly")),
        seats=frozenset(words("seat")), lines=frozenset(words("line")),
    )
