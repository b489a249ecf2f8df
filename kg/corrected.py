"""What readers of a graph say is wrong in it, and what became of that when it was built again: values beside those of `kg.model`.

Offsets are code points into an article's text, as everywhere.
"""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Anchor", "Corrected", "Correction", "Part", "Reference"]

Layer = Literal["entity", "event", "toll"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words of an article by which a correction finds again what it speaks of, whatever that is called by then."""

    text: str  # IRI of the article's text, <article>#text
    begin: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An end of a correction: the IRI that the node had, and the words that denoted it; for a literal or a class only `iri`, its value."""

    iri: str
    anchors: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of a corrections file: the triple is rejected, or its ends are the same, or are not."""

    iri: str
    kind: str  # kg:Rejection, kg:SameAs or kg:NotSame
    subject: Reference
    object: Reference
    property: str = ""  # of a rejection
    who: str = ""
    when: str = ""  # lexical xsd:date or xsd:dateTime
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Reading, by its layer and its index there."""

    layer: Layer
    index: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a correction did: a triple that is so (or is not, for a rejection) by a reader's word.

    An end is a Part, the span of words that told what is gone now, or else an IRI (of rdf:type) or the text of a literal.
    """

    correction: Correction
    subject: Part | tuple[int, int]
    property: str
    object: Part | tuple[int, int] | str
    sentence: int
