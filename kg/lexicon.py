"""What the ontology says of words, paths, cues and names, as plain frozen values; `kg.ontology` makes them from Turtle."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.terms import KG

__all__ = ["Cue", "Domain", "Example", "KnownName", "Path", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a class: its lemmas (a verb's own first, a noun's head last) and where it counts."""

    lemmas: tuple[str, ...]
    pos: str  # "verb", "noun" or "adjective"
    owner: str  # IRI of the class, outcome or cue
    rule: str  # IRI for kg:rule
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Path:
    """A way from an event's word to a filler of a role; `steps` are sets of alternative labels, one set a step."""

    iri: str
    role: str
    steps: tuple[frozenset[str], ...]
    fillers: tuple[str, ...]
    on: str | None
    confidence: float
    armed: bool = False  # a named filler must be an actor that the ontology lists as armed


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that change the realis of the events in their scope."""

    iri: str
    realis: str
    words: Mapping[str, frozenset[str]]  # "verb", "noun", "adjective", "auxiliary", "mark", "adverb" -> lemmas
    scope: frozenset[str]


@dataclass(frozen=True, slots=True)
class Domain:
    """A field of talk (sport) in which violent words are mostly figures of speech."""

    iri: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A known actor: `key` is its path below BASE/entity/."""

    key: str
    kind: str
    label: str
    labels: tuple[str, ...]
    exact: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which an event of class `owner` must be found, with the (role, words) and the realis expected."""

    owner: str
    text: str
    roles: tuple[tuple[str, str], ...] = ()
    realis: str = KG.Actual
