"""Which country an adjective or the name of a people means, where several are called so: "Congolese", "Guinean"."""

from collections.abc import Set

from kg.language.lexicon import lexicon
from kg.ontology import KnownName, Ontology

__all__ = ["country_of"]


def country_of(text: str, told: Set[str | None], ontology: Ontology) -> KnownName | None:
    """The country or people of a demonym, by the keys of what the article tells of; None for what is none, and where it is not sure.

    >>> from kg.ontology import load
    >>> country_of("Iraqi", set(), load()).label
    'Iraq'
    >>> country_of("Congolese", set(), load()) is None
    True
    """
    bearers = lexicon(ontology).ambiguous.get(text)
    if bearers is None:
        return ontology.demonyms.get(text) or ontology.people_names.get(text)
    named = [bearer for bearer in bearers if bearer.key in told]
    return named[0] if len(named) == 1 else None
