"""The article as a publication, and the graph about it: what it was derived from and by which run."""

from kg.graph.iris import web_iri
from kg.graph.pen import Pen
from kg.graph.triples import iri, literal
from kg.terms import BASE, DCTERMS, KG, PROV, RDFS, SCHEMA, XSD, local

__all__ = ["write_article", "write_facts"]

_SOFTWARE = "dateline"
_GEONAMES = "https://www.geonames.org/"
_GEONAMES_MATCH = "https://sws.geonames.org/"
_GEONAMES_LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def write_article(pen: Pen) -> None:
    """Headline, day, publisher and the like, as far as they are known."""
    article, triples = pen.reading.article, pen.triples
    triples.types(pen.article, (KG.Article,))
    if article.headline:
        triples.add(pen.article, SCHEMA.headline, literal(" ".join(pen.reading.text_of(article.headline).split())))
    published = article.published or (article.date.isoformat() if article.date else None)
    if published:
        triples.add(pen.article, SCHEMA.datePublished, literal(published, XSD.dateTime if "T" in published else XSD.date))
    if article.publisher:
        triples.add(pen.article, SCHEMA.publisher, literal(article.publisher))
    if article.url:
        address = web_iri(article.url)
        triples.add(pen.article, SCHEMA.url, iri(address) if address else literal(article.url))
    triples.add(pen.article, SCHEMA.keywords, *(literal(word) for word in article.keywords))
    if pen.reading.dateline is not None:
        triples.add(pen.article, KG.dateline, pen.entities[pen.reading.dateline])


def write_facts(pen: Pen, version: str, model: str) -> None:
    """The graph itself and the run that made it; `model` is what read, names and versions joined by hyphens, or empty."""
    facts, triples = iri(pen.iris.facts), pen.triples
    triples.types(facts, (PROV.Entity,))
    triples.add(facts, PROV.wasDerivedFrom, pen.article)
    software, ontology = f"{_SOFTWARE}-{version}", pen.ontology.version
    parts = (software, *model.split(), ontology and f"ontology-{local(ontology)}")
    run = iri(f"{BASE}run/" + "/".join(filter(None, parts)))
    triples.add(facts, PROV.wasGeneratedBy, run)
    triples.types(run, (PROV.Activity,))
    triples.add(run, PROV.wasAssociatedWith, _part(pen, software, PROV.SoftwareAgent))
    for part in model.split():
        triples.add(run, PROV.used, _part(pen, part, PROV.Entity))
    if ontology:
        triples.add(run, PROV.used, iri(ontology))
        triples.add(iri(ontology), SCHEMA.version, literal(local(ontology)))
    if any(match.startswith(_GEONAMES_MATCH) for entity in pen.reading.entities for match in (*entity.exact, *entity.close)):
        triples.add(facts, DCTERMS.source, iri(_GEONAMES))
        triples.add(facts, DCTERMS.license, iri(_GEONAMES_LICENSE))


def _part(pen: Pen, name: str, kind: str) -> str:
    """A piece of software of the run, by its name and version."""
    title, _, version = name.rpartition("-")
    node = iri(f"{BASE}software/{name}")
    pen.triples.types(node, (kind,))
    pen.triples.add(node, RDFS.label, literal(title or name))
    pen.triples.add(node, SCHEMA.version, literal(version))
    return node
