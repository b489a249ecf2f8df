"""What the tests of all folders share: the spaCy model and the ontology, each loaded once."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg import ontology as ontologies
from kg.language.model import load
from kg.language.parse import parse
from kg.model import Article, Heard, Reading
from kg.ontology import Ontology
from kg.stages import coreference, mentions


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that a user gets."""
    return load()


@pytest.fixture(scope="session")
def ontology() -> Ontology:
    """The ontology that comes with Dateline."""
    return ontologies.load()


@pytest.fixture(scope="session")
def entities_of(nlp: Language, ontology: Ontology) -> Callable[..., Reading]:
    """Reads paragraphs as far as entities; with `headline=True` the first paragraph is the headline, `heard` is what a reader hears."""

    def read(*paragraphs: str, headline: bool = False, heard: tuple[Heard, ...] = ()) -> Reading:
        text = "\n\n".join(paragraphs)
        ends = [sum(map(len, paragraphs[:n + 1])) + 2 * n for n in range(len(paragraphs))]
        blocks = tuple((end - len(paragraph), end) for paragraph, end in zip(paragraphs, ends, strict=True))
        article = Article(text, blocks, headline=blocks[0] if headline else None)
        doc = parse(nlp, article)
        return coreference.stage(mentions.stage(Reading(article, heard=heard), doc, ontology), doc, ontology)

    return read
