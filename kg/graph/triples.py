"""Triples as N-Triples text: quick to make and to sort, and read by Oxigraph, which refuses what is not RDF."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from urllib.parse import quote

import pyoxigraph as ox

from kg import terms
from kg.terms import RDF, XSD

__all__ = ["PREFIXES", "Triples", "decimal", "integer", "iri", "literal", "offset", "shortened", "turtle"]

_TYPE = f" <{RDF.type}> "
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_SUBJECT = re.compile(r" \.\n(?!@prefix)")  # no literal holds a bare line break
_UNSAFE = re.compile(
    r"%(?![0-9A-Fa-f]{2})|[^!#-;=?-Z_a-z~\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd]"
)

PREFIXES: Mapping[str, str] = {
    **{name.lower(): getattr(terms, name).iri for name in terms.__all__ if isinstance(getattr(terms, name), terms.Terms)},
    "shared": terms.BASE + "entity/",
}


@lru_cache(maxsize=4096)
def iri(value: str) -> str:
    """An IRI as N-Triples; characters that no IRI may hold are percent-encoded.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{_UNSAFE.sub(lambda found: quote(found[0], ''), value)}>"


def literal(value: str, datatype: str = "") -> str:
    """A string, or a value with a datatype, as N-Triples.

    >>> literal("2017", XSD.gYear)
    '"2017"^^<http://www.w3.org/2001/XMLSchema#gYear>'
    """
    text = value.translate(_ESCAPES)
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
        self._lines: set[str] = set()

    def add(self, subject: str, predicate: str, *objects: str) -> None:
        """Say that a subject has these objects."""
        for value in objects:
            self._lines.add(f"{subject} <{predicate}> {value} .")

    def types(self, subject: str, classes: Iterable[str]) -> None:
        """Say that a subject is of some classes (bare IRIs)."""
        for name in classes:
            self._lines.add(f"{subject}{_TYPE}{iri(name)} .")

    def text(self) -> bytes:
        """All triples as N-Triples, by subject, its types first, then by predicate and object."""
        return "\n".join(sorted(self._lines, key=_order)).encode()


def _order(line: str) -> str:
    """Sorts a subject before those that its IRI begins, and its types before all else."""
    return line.replace(_TYPE, "  ", 1).replace("> ", " ", 1)


def turtle(ntriples: bytes, prefixes: Mapping[str, str]) -> str:
    """N-Triples as Turtle, in the same order, with those prefixes that are used, a blank line before each subject."""
    used = {prefix: namespace for prefix, namespace in prefixes.items() if f"<{namespace}".encode() in ntriples}
    found = ox.serialize(ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.TURTLE, prefixes=used)
    assert found is not None
    return _SUBJECT.sub(r" .\n\n", found.decode().rstrip()) + "\n"


def shortened(value: str) -> str:
    """An IRI with a prefix for its namespace, where there is one.

    >>> shortened("https://w3id.org/dateline/ontology#Killed")
    'kg:Killed'
    """
    known = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if value.startswith(namespace)]
    namespace, prefix = max(known, default=("", ""))
    return f"{prefix}:{value.removeprefix(namespace)}" if namespace else value
