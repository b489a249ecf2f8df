"""The patterns of traps: SPARQL over the contract with four macros, asked of a graph together with the ontology.

    {named ?x "lima"}         a label or alternative label of ?x contains the text, in any case
    {within ?p "peru"}        ?p, or a place that holds it, is so named
    {isa ?e kg:Attack}        ?e has the class or one below it
    {role ?e kg:agent ?x}     ?e has the property or one below it, with value ?x
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.ontology import folder
from kg.terms import GAF, KG, NIF, PROV, RDF, RDFS, SCHEMA, SKOS, XSD

NAMES = {"kg": KG, "nif": NIF, "gaf": GAF, "prov": PROV, "schema": SCHEMA, "skos": SKOS, "rdf": RDF, "rdfs": RDFS, "xsd": XSD}
PREFIXES = "".join(f"PREFIX {name}: <{terms.iri}>\n" for name, terms in NAMES.items())
_LABEL = '{0} rdfs:label|skos:altLabel ?label{n} . FILTER(CONTAINS(LCASE(STR(?label{n})), LCASE({1})))'
MACROS = {
    "named": _LABEL,
    "within": "{0} kg:locatedIn* ?holder{n} . " + _LABEL.replace("{0}", "?holder{n}"),
    "isa": "{0} a/rdfs:subClassOf* {1} .",
    "role": "?property{n} rdfs:subPropertyOf* {1} . {0} ?property{n} {2} .",
}
_CALL = re.compile(rf'\{{({"|".join(MACROS)}) ((?:"[^"]*"|[^\s"}}]+)(?: (?:"[^"]*"|[^\s"}}]+))*)\}}')


def expand(pattern: str) -> str:
    """The pattern without its macros; each call has variables of its own."""
    fresh = count()

    def written(call: re.Match[str]) -> str:
        arguments = re.findall(r'"[^"]*"|\S+', call[2])
        return MACROS[call[1]].format(*arguments, n=next(fresh))

    return _CALL.sub(written, pattern)


def matches(store: ox.Store, pattern: str) -> bool:
    """Whether the pattern has a solution in the store."""
    return bool(store.query(f"{PREFIXES}ASK {{ {expand(pattern)} }}"))


@dataclass(frozen=True)
class Score:
    """What the graphs of a folder of traps tell: wrong things that they do tell, right things that they don't."""

    cases: int
    harms: list[str]
    missed: list[str]
    facts: int


def score(cases: Path, graph_of: Callable[[str], str]) -> Score:
    """Asks all patterns of a file of cases; `graph_of` gives the Turtle of an article by its name."""
    read: list[dict[str, Any]] = json.loads(cases.read_text(encoding="utf-8"))
    ontology = [quad for path in sorted(folder().rglob("*.ttl")) for quad in _quads(path.read_text(encoding="utf-8"))]
    harms: list[str] = []
    missed: list[str] = []
    for case in read:
        store = ox.Store()
        store.extend([*_quads(graph_of(case["article"])), *ontology])
        harms += [f'{item["id"]}: {item["harm"]}' for item in case["must_not"] if matches(store, item["ask"])]
        missed += [f'{item["id"]}: {item["fact"]}' for item in case["must"] if not matches(store, item["ask"])]
    return Score(len(read), harms, missed, sum(len(case["must"]) for case in read) - len(missed))


def _quads(turtle: str) -> Iterator[ox.Quad]:
    return iter(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
