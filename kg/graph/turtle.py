"""Triples as Turtle: sorted, with prefixes, the same text for the same triples.

Written here and not by a library because it takes a quarter of the time: the terms are N-Triples already, and need only be shortened.
The tests read what is written with two parsers.
"""

import re
from collections.abc import Collection, Mapping

from kg import terms
from kg.graph.triples import iri
from kg.terms import RDF, XSD

__all__ = ["PREFIXES", "blocks", "shortened", "written"]

PREFIXES: Mapping[str, str] = {
    **{name.lower(): getattr(terms, name).iri for name in terms.__all__ if isinstance(getattr(terms, name), terms.Terms)},
    "shared": terms.BASE + "entity/",
}

_PARTS = re.compile(r"<(.*[/#])([A-Za-z0-9_][A-Za-z0-9_-]*)>")  # a namespace and a name, as most are
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_/-]*")  # fewer than Turtle allows; a slash must be escaped
_PLAIN = {XSD.integer, XSD.decimal}  # told by their look


class _Names(dict[str, str]):
    """Terms in N-Triples to their short form, made when first asked for; `used` are the prefixes needed so far."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        super().__init__()
        self.used: set[str] = set()
        self._orders: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes.items()}

    def __missing__(self, term: str) -> str:
        found = self[term] = self._iri(term) if term[0] == "<" else self._literal(term)
        return found

    def in_order(self, predicates: tuple[str, ...]) -> list[tuple[str, str]]:
        """Predicates (bare IRIs) with their short form, rdf:type first; subjects of one kind mostly have the same."""
        found = self._orders.get(predicates)
        if found is None:
            ordered = sorted(predicates, key=lambda predicate: (predicate != RDF.type, predicate))
            found = [(predicate, "a" if predicate == RDF.type else self[iri(predicate)]) for predicate in ordered]
            self._orders[predicates] = found
        return found

    def _iri(self, term: str) -> str:
        parts = _PARTS.fullmatch(term)
        if parts and (prefix := self._namespaces.get(parts[1])):
            self.used.add(prefix)
            return f"{prefix}:{parts[2]}"
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        while cut > 1:
            prefix, name = self._namespaces.get(term[1:cut]), term[cut:-1]
            if prefix and _LOCAL.fullmatch(name):
                self.used.add(prefix)
                return prefix + ":" + name.replace("/", "\\/")
            cut = term.rfind("/", 0, cut - 1) + 1
        return term

    def _literal(self, term: str) -> str:
        if term[-1] != ">":
            return term
        text, _, datatype = term.rpartition("^^")
        return text[1:-1] if datatype[1:-1] in _PLAIN else f"{text}^^{self[datatype]}"


def written(said: Mapping[str, Mapping[str, Collection[str]]], prefixes: Mapping[str, str]) -> str:
    """Subjects (N-Triples), their predicates (bare IRIs) and the objects of these (N-Triples) in Turtle, with the prefixes that are used.

    A subject stands before those that its IRI begins, its types before all else.
    """
    names = _Names(prefixes)
    blocks = [_block(subject, said[subject], names) for subject in sorted(said, key=lambda subject: subject[:-1])]
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items() if prefix in names.used)
    return "\n".join([head, *blocks])


def blocks(said: Mapping[str, Mapping[str, Collection[str]]], prefixes: Mapping[str, str]) -> dict[str, str]:
    """What is said of each subject (N-Triples, as the keys of the answer) as Turtle that needs the prefixes."""
    names = _Names(prefixes)
    return {subject: _block(subject, told, names) for subject, told in said.items()}


def _block(subject: str, told: Mapping[str, Collection[str]], names: _Names) -> str:
    lines = [name + " " + _values(told[predicate], names) for predicate, name in names.in_order(tuple(told))]
    return names[subject] + " " + " ;\n    ".join(lines) + " .\n"


def _values(values: Collection[str], names: _Names) -> str:
    if len(values) == 1:
        (value,) = values
        return names[value]
    return ", ".join([names[value] for value in sorted(set(values))])


def shortened(value: str) -> str:
    """An IRI with a prefix for its namespace, where there is one.

    >>> shortened("https://w3id.org/dateline/ontology#Killed")
    'kg:Killed'
    """
    known = [(namespace, prefix) for prefix, namespace in PREFIXES.items() if value.startswith(namespace)]
    namespace, prefix = max(known, default=("", ""))
    return f"{prefix}:{value.removeprefix(namespace)}" if namespace else value
