"""Names that mean a known actor only where the article is about its country: "the Senate", "Democrats"."""

from collections import Counter
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc

from kg.language.lexicon import lexicon
from kg.ontology import KnownName, Ontology
from kg.terms import KG

__all__ = ["context_names"]


def context_names(doc: Doc, ontology: Ontology) -> Mapping[str, KnownName]:
    """The actors by their names in context, of the one country that the article names most often; none where two are named as often.

    >>> from spacy.vocab import Vocab
    >>> from kg.ontology import load
    >>> words = "German voters left the Greens".split()
    >>> context_names(Doc(Vocab(), words), load())["Greens"].label
    'Alliance 90/The Greens'
    """
    named = Counter(_countries(doc, ontology)).most_common(2)
    if not named or len(named) > 1 and named[0][1] == named[1][1]:
        return {}
    return ontology.context_names.get(named[0][0], {})


def _countries(doc: Doc, ontology: Ontology) -> Iterator[str]:
    """The key of a country for each name, adjective and capital of one."""
    words = lexicon(ontology)
    texts = [token.text for token in doc]
    for i, text in enumerate(texts):
        listed = words.names.get(text, ())
        known = next((name for spelling, name in listed if tuple(texts[i:i + len(spelling)]) == spelling), ontology.demonyms.get(text))
        if known is not None and known.kind == KG.Country:
            yield known.key
        elif text in words.capitals:
            yield words.capitals[text]
