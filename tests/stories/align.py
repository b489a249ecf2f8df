"""Rewrites what the extractor misses and what it gives in excess, story by story: to be run after the extractor has changed.

    python -m tests.stories.align [STORY…]

The facts of the extractor's graph are laid beside the golden graph: each of its nodes is taken for the golden node that it shares most
with, and where there is none it gets a name of its own, which begins with "x-". The golden files are never touched.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping

import pyoxigraph as ox
import rdflib
from rdflib import RDF, RDFS
from rdflib.term import Node

from kg import ontology as ontologies
from kg import pipeline
from kg.language.model import load
from kg.language.reader import runtime
from kg.ontology import Ontology
from kg.terms import KG, SCHEMA, SKOS, XSD
from tests.stories.story import STORIES, Story, Triple, facts

__all__ = ["aligned", "main", "pairs", "rewrite"]

ROUNDS = 10  # the pairs of one round tell the next which neighbours are the same; they settle after three or four
LEAST = 0.5  # of weight that a pair must share: a class that three nodes have is not enough, a name is
OUTCOME, REALIS = rdflib.URIRef(KG.outcome), rdflib.URIRef(KG.realis)
KINDS = (KG.Article, KG.Event, KG.Toll, KG.Entity)
PREFIXES = {"kg": KG.iri, "rdfs": str(RDFS), "schema": SCHEMA.iri, "skos": SKOS.iri, "xsd": XSD.iri}

Features = dict[Node, set[tuple[str, Node | str]]]


def aligned(story: Story, found: rdflib.Graph, ontology: Ontology) -> tuple[set[Triple], set[Triple]]:
    """What of the golden graph the extractor's facts lack, and what they have beside it, in names of the golden graph."""
    golden = story.graph()
    names: dict[Node, Node] = dict(pairs(golden, found, ontology))
    taken = set(golden.subjects())
    for node in sorted(set(found.subjects()) - set(names), key=str):
        name = rdflib.URIRef(f"{story.namespace}x-{_slug(found, node)}")
        while name in taken:
            name = _next(name)
        taken.add(name)
        names[node] = name
    renamed = {(names[subject], predicate, names.get(value, value)) for subject, predicate, value in found}
    return set(golden) - renamed, renamed - set(golden)


def pairs(golden: rdflib.Graph, found: rdflib.Graph, ontology: Ontology) -> Mapping[Node, Node]:
    """Which node of `found` is taken for which golden node: the best pairs first, none twice."""
    known: dict[Node, Node] = {}
    best: tuple[int, dict[Node, Node]] = (-1, known)
    for _ in range(ROUNDS):
        paired = _paired(_features(golden, {node: node for node in golden.subjects()}, ontology), _features(found, known, ontology))
        shared = sum((paired.get(s, s), p, paired.get(o, o)) in golden for s, p, o in found)
        best = max(best, (shared, paired), key=lambda one: one[0])
        if paired == known:
            break
        known = paired
    return best[1]


def rewrite(story: Story, found: rdflib.Graph, ontology: Ontology) -> tuple[int, int]:
    """Writes a story's two files; how many triples each has."""
    missed, excess = aligned(story, found, ontology)
    for kind, triples in (("missed", missed), ("excess", excess)):
        nt = "".join(sorted(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in triples))
        sorted_triples = [quad.triple for quad in ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)]
        ox.serialize(sorted_triples, story.path(kind), format=ox.RdfFormat.TURTLE, prefixes={"": story.namespace, **PREFIXES})
    return len(missed), len(excess)


def main(names: list[str]) -> None:
    """Aligns the stories named, or all, and prints how many triples each misses and has in excess."""
    ontology, chosen = ontologies.load(), [story for story in STORIES if not names or story.name in names]
    total: Counter[str] = Counter()
    readings = pipeline.read_all([story.article for story in chosen], ontology, load(), runtime.load())
    for story, reading in zip(chosen, readings, strict=True):
        golden = len(story.graph())
        missed, excess = rewrite(story, facts(reading, ontology), ontology)
        total.update(golden=golden, missed=missed, excess=excess)
        print(f"{story.name:12} golden {golden:5}  missed {missed:5}  excess {excess:5}")
    print(f"{'all':12} golden {total['golden']:5}  missed {total['missed']:5}  excess {total['excess']:5}")


def _features(graph: rdflib.Graph, names: Mapping[Node, Node], ontology: Ontology) -> Features:
    """What nodes may share: their kind, classes (of a toll its outcome), literals, and edges to and from nodes of which a name is known."""
    nodes = set(graph.subjects())
    found: Features = {node: set() for node in nodes}
    for subject, predicate, value in graph:
        if predicate == RDF.type:
            classes = {one for one in ontology.ancestors(str(value)) if one.startswith(KG.iri)}
            found[subject] |= {("kind" if one in KINDS else "family" if _is_family(one, ontology) else "is", one) for one in classes}
        elif predicate == REALIS:
            continue
        elif value not in nodes:
            found[subject].add(("is" if predicate == OUTCOME else str(predicate), value))
        else:
            if value in names:
                found[subject].add((str(predicate), names[value]))
            if subject in names:
                found[value].add((f"^{predicate}", names[subject]))
    return found


def _paired(golden: Features, found: Features) -> dict[Node, Node]:
    """The pairs by the weight of what they share: a feature weighs the more, the fewer nodes have it; classes count once."""
    counts = [Counter(feature for features in side.values() for feature in features) for side in (golden, found)]
    scored = []
    for node, features in found.items():
        for other, others in golden.items():
            shared = {feature: 1 / max(count[feature] for count in counts) for feature in features & others}
            if _comparable(shared):
                classes = max((weight for (name, _), weight in shared.items() if name == "is"), default=0.0)
                weight = classes + sum(sorted(weight for (name, _), weight in shared.items() if name not in ("kind", "family", "is")))
                scored.append((-weight, str(node), str(other), node, other))
    chosen: dict[Node, Node] = {}
    for negative, _, _, node, other in sorted(scored, key=lambda one: one[:3]):
        if -negative >= LEAST and node not in chosen and other not in chosen.values():
            chosen[node] = other
    return chosen


def _is_family(iri: str, ontology: Ontology) -> bool:
    """Whether a class lies right below that of all events: too wide to tell two events the same."""
    return KG.Event in ontology.facts.iris(iri, str(RDFS.subClassOf))


def _comparable(shared: Iterable[tuple[str, Node | str]]) -> bool:
    """Whether two nodes that share these are of one kind, and if they are events or tolls, of one family or outcome."""
    named, kinds = {name for name, _ in shared}, {value for name, value in shared if name == "kind"}
    return bool(kinds) and (bool(named & {"is", "family"}) or kinds <= {KG.Entity, KG.Article})


def _slug(graph: rdflib.Graph, node: Node) -> str:
    """A readable name: of an entity its label, else the end of its IRI."""
    words = graph.value(node, RDFS.label) or str(node).rsplit("/", 1)[-1]
    return re.sub(r"[^a-z0-9]+", "-", str(words).lower()).strip("-")


def _next(name: rdflib.URIRef) -> rdflib.URIRef:
    stem, _, number = name.rpartition("-")
    return rdflib.URIRef(f"{stem}-{int(number) + 1}" if number.isdigit() else f"{name}-2")


if __name__ == "__main__":
    main(sys.argv[1:])
