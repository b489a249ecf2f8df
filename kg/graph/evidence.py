"""Why a statement is believed: kg:Evidence, a reified statement with its sentence and rule, named by what it says."""

from collections.abc import Iterable

from kg.graph.mentions import write_span
from kg.graph.pen import Pen
from kg.graph.triples import decimal, iri, literal
from kg.model import Evidence, Span
from kg.terms import GAF, KG, KGX, NIF, PROV, RDF, XSD

__all__ = ["cite", "phrase", "write_evidence"]


def cite(pen: Pen, subject: str, predicate: str, value: str, evidence: Iterable[Evidence], *, as_of: bool = False) -> None:
    """Note the evidence for one triple (terms as N-Triples, the predicate a bare IRI); `as_of` for what may cease to hold.

    The same evidence told twice is one, with the better confidence.
    """
    if not pen.with_evidence:
        return
    for one in evidence:
        name = _name(pen, subject, predicate, value, one)
        known = pen.evidence.get(name)
        if known is None or one.confidence > known[0].confidence:
            pen.evidence[name] = one, subject, predicate, value, as_of


def write_evidence(pen: Pen) -> None:
    """All evidence noted so far."""
    day = pen.reading.article.date
    for name, (one, subject, predicate, value, as_of) in pen.evidence.items():
        node = iri(name)
        pen.triples.add(node, RDF.subject, subject)
        pen.triples.add(node, RDF.predicate, iri(predicate))
        pen.triples.add(node, RDF.object, value)
        if as_of and day:
            pen.triples.add(node, KG.asOf, literal(day.isoformat(), XSD.date))
        _write_one(pen, node, one)


def _name(pen: Pen, subject: str, predicate: str, value: str, one: Evidence) -> str:
    source = "" if one.according_to is None else pen.entities[one.according_to]
    return pen.iris.evidence(subject, predicate, value, pen.iris.sentences[one.sentence], one.rule, source, one.factuality or "")


def _write_one(pen: Pen, node: str, one: Evidence) -> None:
    triples = pen.triples
    triples.types(node, (KG.Evidence,))
    triples.add(node, PROV.wasDerivedFrom, pen.sentence(one.sentence))
    triples.add(node, KG.rule, iri(one.rule if ":" in one.rule[2:] else KGX.unnamed))
    triples.add(node, KG.confidence, decimal(one.confidence))
    attributed = one.according_to is not None
    triples.add(node, KG.factuality, iri(one.factuality or (KG.Reported if attributed else KG.Asserted)))
    if one.according_to is not None:
        triples.add(node, KG.accordingTo, pen.entities[one.according_to])
    for words in one.words:
        triples.add(node, GAF.denotedBy, phrase(pen, words))


def phrase(pen: Pen, span: Span) -> str:
    """Words that something rests on as a term: the mention that they are, else a mere phrase, which is written then."""
    node = pen.spans.get(span)
    if node is None:
        node = pen.spans[span] = iri(f"{pen.iris.article}/mention/{span[0]}-{span[1]}")
        pen.triples.types(node, (NIF.Phrase,))
        write_span(pen, node, span, words=pen.share != "none")
    return node
