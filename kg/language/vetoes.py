"""Which words name no event, whoever proposes one: parts of names and compounds, actors and places, violence as a figure of speech."""

from itertools import pairwise

from spacy.tokens import Doc, Token

from kg.language.words import lemma
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG

__all__ = ["is_figurative", "is_violent", "names_no_event"]

_DOMAIN_WORDS = 4  # so many different words of a domain make an article one of it


def names_no_event(token: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether a noun is part of a name or of a compound, or stands for somebody or some place ("a farming settlement")."""
    entity = lookup.entity_at(token.i)
    stands = entity is not None and any(ontology.is_a(lookup.reading.entities[entity].kind, kind) for kind in (KG.Actor, KG.Place))
    return stands or _is_named(token, lookup) or _is_hyphenated(token)


def _is_named(token: Token, lookup: Lookup) -> bool:
    """Whether a token is part of a name ("the Battle Creek police"), where its words mean nothing."""
    mention = lookup.mention_at(-1, token.idx)
    return mention is not None and lookup.reading.mentions[mention].end - lookup.reading.mentions[mention].begin > len(token)


def _is_hyphenated(token: Token) -> bool:
    """Whether a token is the first part of a compound ("war-ravaged"), which its last part decides."""
    return token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_


def is_violent(event: str, ontology: Ontology) -> bool:
    """Whether a class of event is one that figures of speech borrow their words from."""
    return any(ontology.is_a(event, above) for above in (KG.Violence, KG.Disaster, KG.Harm))


def is_figurative(doc: Doc, ontology: Ontology) -> bool:
    """Whether an article is of a domain (sport, trade) in which words of violence are mostly figures of speech."""
    lemmas = [lemma(token) for token in doc if not token.is_space]
    told = {*lemmas, *(f"{one} {other}" for one, other in pairwise(lemmas))}
    told |= {f"{one}-{last}" for one, hyphen, last in zip(lemmas, lemmas[1:], lemmas[2:], strict=False) if hyphen == "-"}
    return any(len(told & domain.words) >= _DOMAIN_WORDS for domain in ontology.domains)
