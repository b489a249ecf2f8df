"""Triples whose terms are N-Triples text, which is quick to make and to sort."""

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote

from kg.terms import RDF, XSD

__all__ = ["Triples", "decimal", "integer", "iri", "literal", "offset"]

_SAFE = re.compile(r"[!#$&-;=?-Z_a-z~]*")  # what most IRIs are made of
_UNSAFE = re.compile(
    r"%(?![0-9A-Fa-f]{2})|[^!#-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd]"
)


@lru_cache(maxsize=4096)
def iri(value: str) -> str:
    """An IRI as N-Triples; characters that no IRI may hold are percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    if _SAFE.fullmatch(value):
        return f"<{value}>"
    return f"<{_UNSAFE.sub(lambda found: quote(found[0], ''), value)}>"


def literal(value: str, datatype: str = "") -> str:
    """A string, or a value with a datatype, as N-Triples.

    >>> literal("2017", XSD.gYear)
    '"2017"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    text = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"^^<{datatype}>' if datatype else f'"{text}"'


def offset(value: int) -> str:
    """An xsd:nonNegativeInteger."""
    return f'"{value}"^^<{XSD.nonNegativeInteger}>'


def integer(value: int) -> str:
    """An xsd:integer."""
    return f'"{value}"^^<{XSD.integer}>'


def decimal(value: float, digits: int = 2) -> str:
    """An xsd:decimal with a fixed number of digits."""
    return f'"{value:.{digits}f}"^^<{XSD.decimal}>'


class Triples:
    """A set of triples; `add` takes terms as N-Triples (from `iri`, `literal`, …) but for the predicate, a bare IRI."""

    def __init__(self) -> None:
        self.said: dict[str, dict[str, list[str]]] = {}  # subject (N-Triples), predicate (a bare IRI), objects (N-Triples; some twice)

    def add(self, subject: str, predicate: str, *objects: str) -> None:
        """Say that a subject has these objects."""
        if not objects:
            return
        told = self.said.get(subject)
        if told is None:
            told = self.said[subject] = {}
        known = told.get(predicate)
        if known is None:
            told[predicate] = [*objects]
        else:
            known += objects

    def types(self, subject: str, classes: Iterable[str]) -> None:
        """Say that a subject is of some classes (bare IRIs)."""
        self.add(subject, RDF.type, *map(iri, classes))
