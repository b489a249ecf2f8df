"""The graph that people look at, from the RDF: events, entities and tolls are nodes, what joins them are edges.

Mentions, sentences and evidence are no nodes; they become the sentences that every node and edge carries.
"""

from collections.abc import Iterable

import networkx as nx
import pyoxigraph as ox

from kg.facts import Facts
from kg.graph.description import Description
from kg.graph.particulars import particulars
from kg.graph.quotes import Quote, Quotes
from kg.graph.text import texts
from kg.graph.turtle import PREFIXES, blocks
from kg.ontology import Ontology, load
from kg.terms import KG, RDF, SCHEMA, SKOS, local

__all__ = ["build"]

_TWINS = {KG.preferredToll}  # written beside kg:toll, and drawn as that one edge
_KINDS = {KG.claimedBy: "claim", KG.allegedPerpetrator: "allegation"}


def build(store: ox.Store, ontology: Ontology | None = None) -> nx.MultiDiGraph:
    """The drawn view of an article's RDF (of all graphs in the store), the same for the same triples.

    Nodes are keyed by IRI. Their attributes: `label`, `kind` (local name of the most specific class), `kind_label`, `family` (of
    `kg.graph.description.FAMILIES`, lower case), `realis` (local name; of events), `main` (whether an article is about it),
    `facts` (a list of (name, value) in plain words) and `sentences`. Edges are keyed by property and have `property` (an IRI),
    `label`, `kind` (fact, relation, speech, reported, claim, allegation, disputed or unreal), `facts` and `sentences`. A sentence
    is a dict as `kg.graph.quotes.Quote.as_dict` gives it, its `marks` code-point offsets into its `text`, with `about` in plain
    words as `tells`. Nodes have `also` (other names) and what `kg.graph.particulars` gives, too, and both have `support`: the IRIs of
    the evidence and the sentences that tell of them. An edge's `objects` are what its property leads to in the RDF: its target, or the
    evidence for what is reported of the target.
    `graph.graph["articles"]` lists what is known of each article, `texts` are their texts (`kg.graph.text`), and `turtle` gives the
    Turtle, for the `prefixes`, of each node and of each IRI of a `support`. `ontology` gives the labels and the hierarchy of classes; None
    stands for the one of Dateline.
    """
    quads = sorted(store, key=str)
    facts = Facts(quads)
    description, quotes = Description(facts, ontology or load()), Quotes(facts)
    articles = [_article(description, iri) for iri in facts.subjects(RDF.type, KG.Article)]
    graph = nx.MultiDiGraph(articles=articles, texts=texts(facts))
    main = {event for article in facts.subjects_of(KG.mainEvent) for event in facts.iris(article, KG.mainEvent)}
    for iri, family in description.families.items():
        kind = description.kind(iri)
        graph.add_node(
            iri, label=description.label(iri), kind=local(kind), kind_label=description.words(kind), family=family, main=iri in main,
            realis=description.realis(iri), facts=description.told(iri), sentences=_plain(description, quotes.about(iri)),
            also=list(facts.texts(iri, SKOS.altLabel)), support=quotes.support(iri, RDF.type, kind), **particulars(facts, iri),
        )
    edges = _Edges(graph, description, quotes)
    for iri in description.families:
        edges.add_of(iri)
    own = {f"article{number or ''}": f"{article['iri']}/" for number, article in enumerate(articles)}
    graph.graph["prefixes"] = {**PREFIXES, **own}
    graph.graph["turtle"] = _excerpts(quads, graph)
    return graph


def _article(description: Description, iri: str) -> dict[str, object]:
    facts = description.facts
    return {
        "iri": iri,
        "headline": facts.text(iri, SCHEMA.headline) or "",
        "published": facts.text(iri, SCHEMA.datePublished) or "",
        "publisher": facts.text(iri, SCHEMA.publisher) or "",
        "url": next(iter(facts.texts(iri, SCHEMA.url) + facts.iris(iri, SCHEMA.url)), ""),
        "dateline": ", ".join(description.label(place) for place in facts.iris(iri, KG.dateline)),
        "main": list(facts.iris(iri, KG.mainEvent)),
    }


def _excerpts(quads: Iterable[ox.Quad], graph: nx.MultiDiGraph) -> dict[str, str]:
    """The Turtle of each node, and of what supports nodes and edges."""
    told = [data["support"] for _, data in graph.nodes(data=True)] + [data["support"] for *_, data in graph.edges(data=True)]
    wanted = {*graph, *(iri for support in told for iri in support)}
    said: dict[str, dict[str, list[str]]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value in wanted:
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(str(quad.object))
    written = blocks({f"<{iri}>": told for iri, told in said.items()}, graph.graph["prefixes"])
    return {subject[1:-1]: block for subject, block in written.items()}


class _Edges:
    """The edges of a graph whose nodes are there already."""

    def __init__(self, graph: nx.MultiDiGraph, description: Description, quotes: Quotes) -> None:
        self.graph = graph
        self.description = description
        self.facts = description.facts
        self.quotes = quotes

    def add_of(self, subject: str) -> None:
        """Adds what leads from one node to others."""
        for term in self.facts.properties(subject):
            for value in self.facts.iris(subject, term):
                if value in self.graph and term not in _TWINS:
                    self._add(subject, term, value, self.quotes.of(subject, term, value) or self._told_within(subject))
                elif self.facts.iris(value, RDF.subject):
                    self._add_report(subject, term, value)

    def _add_report(self, subject: str, term: str, evidence: str) -> None:
        """A statement that reports a role or a relation is drawn to the node that has it."""
        about = self.quotes.statement(evidence)
        if about[0] in self.graph:
            reported = (self.description.words(term), self.description.value(evidence))
            self._add(subject, term, about[0], self.quotes.of(*about), [reported])
            edge = self.graph.edges[subject, about[0], term]
            edge["objects"] = [*(value for value in edge["objects"] if value in self.facts.iris(subject, term)), evidence]
            edge["support"] += [evidence, *self.quotes.support(*about)]

    def _told_within(self, subject: str) -> list[Quote]:
        """For what needs no evidence of its own (what a toll or a statement is about): the sentences that tell of its node."""
        return self.quotes.about(subject) if self.graph.nodes[subject]["family"] in ("toll", "statement") else []

    def _add(self, subject: str, term: str, value: str, quotes: list[Quote], facts: Iterable[tuple[str, str]] = ()) -> None:
        new: dict[str, list[object]] = {
            "facts": [*dict.fromkeys([*(("as of", quote.as_of) for quote in quotes if quote.as_of), *facts])],
            "sentences": [*_plain(self.description, quotes)],
            "support": [*self.quotes.support(subject, term, value)],
            "objects": [value],
        }
        if not self.graph.has_edge(subject, value, term):
            kind, label = self._kind(subject, term, value, quotes), self.description.words(term)
            self.graph.add_edge(subject, value, term, property=term, label=label, kind=kind, **new)
            return
        known = self.graph.edges[subject, value, term]
        for name, items in new.items():
            known[name] += [item for item in items if item not in known[name]]

    def _kind(self, subject: str, term: str, value: str, quotes: list[Quote]) -> str:
        """How an edge is to be taken: what nobody vouches for must not look like a fact."""
        told = {quote.factuality for quote in quotes}
        families = {self.graph.nodes[subject]["family"], self.graph.nodes[value]["family"]}
        if term in _KINDS:
            return _KINDS[term]
        if "statement" in families or term == KG.accordingTo:
            return "speech"
        if self.graph.nodes[subject]["realis"] not in ("", "Actual"):
            return "unreal"
        if "Disputed" in told and "Asserted" not in told:
            return "disputed"
        if told == {"Reported"}:
            return "reported"
        return "relation" if families.isdisjoint({"event", "toll"}) else "fact"


def _plain(description: Description, quotes: Iterable[Quote]) -> list[dict[str, object]]:
    return [quote.as_dict() | {"tells": description.words(quote.about) if quote.about else ""} for quote in quotes]
