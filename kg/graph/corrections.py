"""What readers corrected, as evidence of its own: a statement that is so, or is not so, by somebody's word."""

from kg.corrected import Corrected, Correction, Part
from kg.graph.events import PRECISION
from kg.graph.evidence import phrase
from kg.graph.pen import Pen
from kg.graph.triples import decimal, iri, literal
from kg.model import Span
from kg.terms import DCTERMS, KG, OWL, PROV, RDF, RDFS, XSD

__all__ = ["write_corrections"]


def write_corrections(pen: Pen) -> None:
    """The corrections that were applied, what they part, and (unless there is to be none) the evidence that they are."""
    for done in pen.reading.corrections:
        if done.property == OWL.differentFrom:
            pen.triples.add(_end(pen, done, done.subject), OWL.differentFrom, _end(pen, done, done.object))
        if pen.with_evidence:
            _write_correction(pen, done.correction)
            _write_evidence(pen, done)


def _write_correction(pen: Pen, one: Correction) -> None:
    node, triples = iri(one.iri), pen.triples
    triples.types(node, (one.kind, KG.Correction))
    _write_author(pen, node, one)
    if one.comment:
        triples.add(node, RDFS.comment, literal(one.comment))


def _write_author(pen: Pen, node: str, one: Correction) -> None:
    """Who corrected it and when, as far as he says so."""
    if one.who:
        agent = iri(one.who if one.who.startswith(("http://", "https://")) else f"{one.iri}/author")
        pen.triples.add(node, PROV.wasAttributedTo, agent)
        pen.triples.types(agent, (PROV.Agent,))
        if not one.who.startswith(("http://", "https://")):
            pen.triples.add(agent, RDFS.label, literal(one.who))
    if one.when:
        pen.triples.add(node, DCTERMS.date, literal(one.when, XSD.dateTime if "T" in one.when else XSD.date))


def _write_evidence(pen: Pen, done: Corrected) -> None:
    one, triples = done.correction, pen.triples
    factuality = KG.Rejected if one.kind == KG.Rejection else KG.Corrected
    said = (_end(pen, done, done.subject), done.property, _end(pen, done, done.object))
    node = iri(pen.iris.evidence(*said, pen.iris.sentences[done.sentence], one.iri, "", factuality))
    triples.types(node, (KG.Evidence,))
    for term, value in ((RDF.subject, said[0]), (RDF.predicate, iri(done.property)), (RDF.object, said[2])):
        triples.add(node, term, value)
    triples.add(node, PROV.wasDerivedFrom, pen.sentence(done.sentence))
    triples.add(node, KG.rule, iri(one.iri))
    triples.add(node, KG.confidence, decimal(0 if factuality == KG.Rejected else 1))
    triples.add(node, KG.factuality, iri(factuality))
    _write_author(pen, node, one)


def _end(pen: Pen, done: Corrected, end: Part | Span | str) -> str:
    """An end of a corrected statement as a term; what is gone is named by its words."""
    if isinstance(end, Part):
        return {"entity": pen.entities, "event": pen.events, "toll": pen.tolls}[end.layer][end.index]
    if isinstance(end, str):
        if done.property == RDF.type:
            return iri(end)
        return literal(end, PRECISION.get(len(end), "") if done.property in (KG.date, KG.earliest, KG.latest) else "")
    return phrase(pen, end)
