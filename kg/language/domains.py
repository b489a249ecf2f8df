"""Which fields of talk an article is of: sport, trade, a campaign."""

from itertools import pairwise

from spacy.tokens import Doc

from kg.language.words import lemma
from kg.ontology import Ontology

__all__ = ["domains"]

_DOMAIN_WORDS = 4  # so many different words of a domain make an article one of it


def domains(doc: Doc, ontology: Ontology) -> frozenset[str]:
    """The IRIs of the kgx:Domains of which an article has words enough."""
    lemmas = [lemma(token) for token in doc if not token.is_space]
    told = {*lemmas, *(f"{one} {other}" for one, other in pairwise(lemmas))}
    told |= {f"{one}-{last}" for one, hyphen, last in zip(lemmas, lemmas[1:], lemmas[2:], strict=False) if hyphen == "-"}
    return frozenset(domain.iri for domain in ontology.domains if len(told & domain.words) >= _DOMAIN_WORDS)
