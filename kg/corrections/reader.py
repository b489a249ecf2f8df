"""The reader of corrections files."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox

from kg.corrected import Anchor, Correction, Reference
from kg.facts import Facts
from kg.graph.turtle import shortened
from kg.terms import BASE, DCTERMS, KG, NIF, PROV, RDF, RDFS

__all__ = ["CorrectionError", "read"]

_KINDS = (KG.Rejection, KG.SameAs, KG.NotSame)


class CorrectionError(ValueError):
    """A corrections file that is missing, is not Turtle, or says something that is no correction; the message is one line."""


def read(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file of Turtle, each once, sorted by IRI; one without an IRI gets one that is made from what it says.

    Raises CorrectionError.
    """
    facts = Facts(_quads(path))
    nodes = sorted({node for kind in _KINDS for node in facts.subjects(RDF.type, kind)})
    stray = [node for node in facts.subjects_of(RDF.subject) if node not in nodes]
    if stray or not nodes and facts.subjects_of(RDF.type):
        raise CorrectionError(f"{path}: {stray[0] if stray else 'nothing in it'} is a kg:Rejection, kg:SameAs or kg:NotSame")
    found = (_correction(facts, node, path) for node in nodes)
    return tuple(sorted({one.iri: one for one in found}.values(), key=lambda one: one.iri))


def _quads(path: Path) -> list[ox.Quad]:
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=BASE))
    except OSError as problem:
        raise CorrectionError(f"{path}: {'cannot be read' if path.exists() else 'no such file'}") from problem
    except (SyntaxError, ValueError) as problem:
        raise CorrectionError(f"{path}: not Turtle ({' '.join(str(problem).split())})") from problem


def _correction(facts: Facts, node: str, path: Path) -> Correction:
    [kind, *others] = [kind for kind in _KINDS if kind in facts.iris(node, RDF.type)]

    def one(term: str, *, needed: bool = False) -> str:
        values = facts.iris(node, term) + facts.texts(node, term)
        if len(values) > 1 or needed and not values:
            raise CorrectionError(f"{path}: {_shown(node)}: a {shortened(kind)} has {'one' if needed else 'at most one'} {shortened(term)}")
        return values[0] if values else ""

    if others:
        raise CorrectionError(f"{path}: {_shown(node)} is both a {shortened(kind)} and a {shortened(others[0])}")
    who = one(PROV.wasAttributedTo)
    found = Correction(
        "", kind,
        Reference(one(RDF.subject, needed=True), _anchors(facts, node, KG.subjectWords, path)),
        Reference(one(RDF.object, needed=True), _anchors(facts, node, KG.objectWords, path)),
        one(RDF.predicate, needed=True) if kind == KG.Rejection else "",
        facts.text(who, RDFS.label) or who, one(DCTERMS.date), one(RDFS.comment),
    )
    return _named(found, node)


def _anchors(facts: Facts, node: str, term: str, path: Path) -> tuple[Anchor, ...]:
    return tuple(sorted(set(_read_anchors(facts, facts.iris(node, term), path))))


def _read_anchors(facts: Facts, nodes: tuple[str, ...], path: Path) -> Iterator[Anchor]:
    for node in nodes:
        text = next(iter(facts.iris(node, NIF.referenceContext)), "")
        begin, end, words = (facts.text(node, term) for term in (NIF.beginIndex, NIF.endIndex, NIF.anchorOf))
        if not (text and words and begin and end and begin.isdecimal() and end.isdecimal()):
            needs = "nif:referenceContext, nif:beginIndex, nif:endIndex and nif:anchorOf"
            raise CorrectionError(f"{path}: the words of a correction have {needs}")
        yield Anchor(text, int(begin), int(end), words)


def _named(found: Correction, node: str) -> Correction:
    """A correction under its own IRI, or under one made from what it says, below the article whose words it names."""
    anchors = found.subject.anchors + found.object.anchors
    home = anchors[0].text.rpartition("#")[0] if anchors else BASE.rstrip("/")
    said = (found.kind, found.subject, found.property, found.object, found.who, found.when, found.comment)
    iri = f"{home}/correction/{sha256(repr(said).encode()).hexdigest()[:12]}" if node.startswith("_:") else node
    return Correction(iri, found.kind, found.subject, found.object, found.property, found.who, found.when, found.comment)


def _shown(node: str) -> str:
    return "a correction" if node.startswith("_:") else node
