"""The namespaces that Dateline writes and reads, each giving its terms as IRIs by attribute.

>>> KG.Person
'https://w3id.org/dateline/ontology#Person'
"""

__all__ = [
    "BASE", "DCTERMS", "GAF", "GEO", "KG", "KGX", "NIF", "OWL", "PROV", "RDF", "RDFS", "SCHEMA", "SEM", "SKOS", "XSD", "Terms", "local",
]

BASE = "https://w3id.org/dateline/data/"


class Terms:
    """A namespace: `KG.Person` and `KG["Person"]` are the IRI of its term "Person"."""

    def __init__(self, iri: str) -> None:
        self.iri = iri

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):
            raise AttributeError(name)
        found = self.iri + name
        setattr(self, name, found)  # the next look-up is a plain one: the writer of RDF asks ten thousand times an article
        return found

    def __getitem__(self, name: str) -> str:
        return self.iri + name


def local(iri: str) -> str:
    """The part of an IRI after its last '#' or '/'.

    >>> local(KG.SuicideBombing)
    'SuicideBombing'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1]


KG = Terms("https://w3id.org/dateline/ontology#")
KGX = Terms("https://w3id.org/dateline/extraction#")
NIF = Terms("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
GAF = Terms("http://groundedannotationframework.org/gaf#")
PROV = Terms("http://www.w3.org/ns/prov#")
SEM = Terms("http://semanticweb.cs.vu.nl/2009/11/sem/")
SCHEMA = Terms("https://schema.org/")
SKOS = Terms("http://www.w3.org/2004/02/skos/core#")
GEO = Terms("http://www.w3.org/2003/01/geo/wgs84_pos#")
DCTERMS = Terms("http://purl.org/dc/terms/")
RDF = Terms("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Terms("http://www.w3.org/2000/01/rdf-schema#")
OWL = Terms("http://www.w3.org/2002/07/owl#")
XSD = Terms("http://www.w3.org/2001/XMLSchema#")
