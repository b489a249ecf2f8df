"""What the scorers of the development sets say of single statements of a graph, with the surest evidence of each.

The scorers are imported from the folder they lie in. Every second article in the order of their names is judged; on the others the
confidences were fitted (`voices.py`). Each role is judged on its own, so that none is wrong because another took its place; what a
scorer would not hold against a graph is left out.
"""

import importlib
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Store

from kg.terms import GAF, KG, RDF, RDFS

__all__ = ["Evidence", "Judged", "muc4", "sure_of", "wikievents"]

Node = Any
Found = Iterator[tuple[str, "Judged"]]


@dataclass(frozen=True)
class Evidence:
    """What stands behind a statement: its three parts, the mentions it lies in, how sure it is, and by which rule."""

    subject: Node
    predicate: str
    object: Node
    mentions: frozenset[Node]
    confidence: float
    rule: str


@dataclass(frozen=True)
class Judged:
    """A statement as sure as its best evidence, and whether the annotators agree."""

    confidence: float
    rule: str
    right: bool


def evidence(store: Store) -> list[Evidence]:
    """All evidence of a graph."""
    def values(node: Node, term: str) -> list[Node]:
        return [quad.object for quad in store.quads_for_pattern(node, NamedNode(term), None)]

    nodes = sorted((quad.subject for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(KG.Evidence))), key=str)
    return [
        Evidence(
            *(values(node, RDF.subject)[0], values(node, RDF.predicate)[0].value, values(node, RDF.object)[0]),
            frozenset(values(node, GAF.denotedBy)), float(values(node, KG.confidence)[0].value), values(node, KG.rule)[0].value,
        )
        for node in nodes
    ]


def sure_of(found: Iterable[Evidence], right: bool) -> Iterator[Judged]:
    """The statement that all this is evidence of, by the surest; nothing where there is no evidence."""
    best = max(found, key=lambda one: (one.confidence, one.rule), default=None)
    if best:
        yield Judged(best.confidence, best.rule, right)


def scorer(where: Path, name: str, ontology: Path) -> Any:
    """A scorer as a module, told of the classes of the ontology."""
    if str(where) not in sys.path:
        sys.path.insert(0, str(where))
    importlib.import_module("contract").add_ontology(ontology)
    return importlib.import_module(name)


def wikievents(where: Path, graphs: Path, ontology: Path) -> Found:
    """Event words ("triggers") and what takes part in events ("arguments") of wikievents-dev."""
    judge = scorer(where, "score_wikievents", ontology)
    part = where / "data" / "wikievents-dev"
    documents = json.loads((part / "gold.json").read_text(encoding="utf-8"))["documents"]
    for document in sorted(documents, key=lambda document: str(document["name"]))[1::2]:
        store, _ = judge.contract.read_graph(graphs, document["name"])
        text = (part / "articles" / f"{document['name']}.txt").read_bytes().decode("utf-8")
        graph, proofs, tally = keeping_nodes(judge)(store, text), evidence(store), judge.Tally()
        aligned = judge.score_triggers(document, graph, tally)
        yield from (("triggers", one) for one in triggers(judge, aligned, tally, proofs, store))
        yield from (("arguments", one) for one in arguments(judge, document, graph, aligned, proofs))


def keeping_nodes(judge: Any) -> Any:
    """The scorer's graph, whose events say which node of the graph they are."""
    class Graph(judge.Graph):  # type: ignore[misc]
        def add(self, node: Node, labels: list[str], roles: dict[tuple[str, Node], set[str]]) -> None:
            before = len(self.events)
            super().add(node, labels, roles)
            for event in self.events[before:]:
                event["node"] = node

    return Graph


def triggers(judge: Any, aligned: list[Any], tally: Any, proofs: list[Evidence], store: Store) -> Iterator[Judged]:
    """Each word and class that is judged, by the evidence of the event or toll that lies in this word."""
    wrong = {(what.removesuffix(" trigger"), span) for _, what, span in tally.alarms}
    seen = set()
    for event, golds in aligned:
        for span in event["spans"]:
            for label in event["labels"]:
                right = any(judge.overlap(span, gold["trigger"]) for gold in golds)
                if (label, span) in seen or not (right or (label, span) in wrong):
                    continue
                seen.add((label, span))
                own = [one for one in proofs if tells(one, event["node"])]
                here = [one for one in own if any(judge.contract.span(store, mention) == span for mention in one.mentions)]
                yield from sure_of(here or own, (label, span) not in wrong)


def tells(one: Evidence, node: Node) -> bool:
    """Whether evidence says that an event or a toll is there."""
    return (one.subject == node and one.predicate == RDF.type) or (one.object == node and one.predicate == KG.toll)


def arguments(judge: Any, document: Any, graph: Any, aligned: list[Any], proofs: list[Evidence]) -> Iterator[Judged]:
    """Each role of each event whose word is right: how sure a role is, is told of an event that is one.

    What can only be right is left out: near places, claims, and what a toll has of its event. A toll's people stand on its evidence.
    """
    roles = [(event, golds, role, used) for event, golds in aligned if golds for role, used in event["roles"].items()]
    for event, golds, role, used in roles:
        alone = judge.Tally()
        judge.score_arguments(document, graph, [({**event, "roles": {role: used}}, golds)], alone)
        if alone.predicted["argument classification"] and not used <= judge.OPTIONAL | {"inherited"}:
            own = [one for one in proofs if (one.subject, one.object) == (event["node"], role[1])]
            toll = [one for one in proofs if (one.object, one.predicate) == (event["node"], KG.toll)]
            yield from sure_of(own or toll, bool(alone.right["argument classification"]))


def muc4(where: Path, graphs: Path, ontology: Path) -> Found:
    """The fillers of muc4-dev's five roles, once by its strict match and once by the heads."""
    judge = scorer(where, "score_muc4", ontology)
    gold = where / "data" / "muc4-dev" / "gold.json"
    for name, document in sorted(json.loads(gold.read_text(encoding="utf-8"))["documents"].items())[1::2]:
        store, _ = judge.contract.read_graph(graphs, name)
        incidents, proofs = judge.read_incidents(store), fillers(judge, store)
        for role in judge.ROLES:
            labels, wanted = sorted({label for one in incidents for label in one["roles"][role]}), judge.as_sets(document["roles"][role])
            for how, match in (("fillers, strict", judge.strict), ("fillers, head match", judge.head_match)):
                right = {labels[j] for _, j in judge.pairs(wanted, labels, match)}
                for label in labels:
                    yield from ((how, one) for one in sure_of(proofs.get((role, label), ()), label in right))


def fillers(judge: Any, store: Store) -> dict[tuple[str, str], list[Evidence]]:
    """The evidence of roles by MUC's role and the filler's label, as the scorer compares it."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for one in evidence(store):
        role = judge.role_of({judge.contract.local_name(NamedNode(one.predicate)) or ""}, judge.contract.class_names(store, one.object))
        label = judge.normalise(judge.contract.text(store, one.object, RDFS.label) or "")
        if role:
            found.setdefault((role, label), []).append(one)
    return found
