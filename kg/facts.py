"""Turtle files as plain lookups: what is said of a term, in a fixed order."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.terms import BASE

__all__ = ["Facts", "OntologyError"]


class OntologyError(ValueError):
    """A file of the ontology that is missing or not Turtle; the message names it and the line."""


class Facts:
    """The triples of some Turtle files, indexed by subject and by property; blank nodes are named by the order they are met in."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self._objects: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
        self._subjects: dict[str, set[str]] = {}
        names: dict[ox.BlankNode, str] = {}
        for quad in quads:
            subject = _name(quad.subject, names)
            if isinstance(quad.object, ox.Triple):
                continue
            if isinstance(quad.object, ox.BlankNode):
                _name(quad.object, names)
            self._objects.setdefault(subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
            self._subjects.setdefault(quad.predicate.value, set()).add(subject)
        self._names = names
        self._inverse: dict[str, dict[str, list[str]]] = {}  # by property and value, each property when first asked for

    @classmethod
    def of_folders(cls, folders: Iterable[Path]) -> "Facts":
        """All Turtle files of some folders (a file may stand for a folder), in the order of their names."""
        return cls(quad for folder in folders for path in _files(folder) for quad in _quads(path))

    def iris(self, subject: str, term: str) -> tuple[str, ...]:
        """The IRIs (and named blank nodes) that are values of a property, in the order of the files, each once."""
        found = [_name(node, self._names) for node in self._of(subject, term) if not isinstance(node, ox.Literal)]
        return tuple(dict.fromkeys(found))

    def texts(self, subject: str, term: str) -> tuple[str, ...]:
        """The strings that are values of a property, in the order of the files, each once."""
        return tuple(dict.fromkeys(node.value for node in self._of(subject, term) if isinstance(node, ox.Literal)))

    def text(self, subject: str, term: str) -> str | None:
        """The first string that is a value of a property."""
        return next(iter(self.texts(subject, term)), None)

    def properties(self, subject: str) -> tuple[str, ...]:
        """The properties that a subject has, sorted."""
        return tuple(sorted(self._objects.get(subject, {})))

    def subjects_of(self, term: str) -> tuple[str, ...]:
        """All subjects that have a property, sorted."""
        return tuple(sorted(self._subjects.get(term, ())))

    def subjects(self, term: str, value: str) -> tuple[str, ...]:
        """All subjects whose property has an IRI as its value, sorted."""
        if term not in self._inverse:
            self._inverse[term] = {}
            for subject in self.subjects_of(term):
                for found in self.iris(subject, term):
                    self._inverse[term].setdefault(found, []).append(subject)
        return tuple(self._inverse[term].get(value, ()))

    def _of(self, subject: str, term: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
        return self._objects.get(subject, {}).get(term, [])


def _name(node: object, names: dict[ox.BlankNode, str]) -> str:
    if isinstance(node, ox.BlankNode):
        return names.setdefault(node, f"_:{len(names)}")
    assert isinstance(node, ox.NamedNode)
    return node.value


def _files(folder: Path) -> list[Path]:
    if folder.is_dir():
        return sorted(folder.rglob("*.ttl"))
    if folder.is_file():
        return [folder]
    raise OntologyError(f"{folder}: no such ontology folder; give a folder of Turtle files")


def _quads(path: Path) -> Iterable[ox.Quad]:
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE))
    except SyntaxError as problem:
        raise OntologyError(f"{path}: not Turtle ({problem}); mend that line") from problem
