"""From an article to its Reading: the parse, then each stage in the order of the data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.parse import parse_all
from kg.language.repairs import repair
from kg.language.tree import plain
from kg.language.truecase import is_capitals, truecased
from kg.model import LEAST, Article, Reading
from kg.ontology import Ontology
from kg.stages import (
    coreference,
    dating,
    disguise,
    events,
    headline,
    hearing,
    mentions,
    merging,
    narrative,
    numbers,
    places,
    realis,
    relations,
    roles,
    sequence,
    statements,
    times,
    tolls,
    triggers,
)

if TYPE_CHECKING:
    from kg.language.reader.runtime import Reader

__all__ = ["STAGES", "read", "read_all", "understand"]

Stage = Callable[[Reading, Doc, Ontology], Reading]
Correct = Callable[[Reading], Reading]

STAGES: tuple[Stage, ...] = (
    mentions.stage,      # what stands in the text: names, nominals, pronouns
    times.stage,         # time expressions and their values
    numbers.stage,       # figures
    coreference.stage,   # mentions to entities
    places.stage,        # where places are, from the gazetteer and the text
    relations.stage,     # how entities are related, by the patterns of the ontology
    triggers.stage,      # proposals: which words name events
    hearing.stage,       # proposals of the learned reader: events and who takes part
    roles.stage,         # proposals: who takes part
    events.stage,        # the arbiter: one event a trigger
    dating.stage,        # when
    realis.stage,        # did it happen
    statements.stage,    # who says so, claims, accusations
    headline.stage,      # what the headline alone tells as a fact
    relations.attribute, # whose word a relation is
    disguise.stage,      # as whom they were disguised
    sequence.stage,      # parts and their order
    tolls.stage,         # how many
    dating.stage,        # when, of the events that only a toll tells
    merging.stage,       # one node per real event
    narrative.stage,     # main event, the toll that counts, labels
)


def read(article: Article, ontology: Ontology, nlp: Language, reader: "Reader | None" = None, least: float = LEAST) -> Reading:
    """What is understood of one article."""
    return next(read_all([article], ontology, nlp, reader, least=least))


def read_all(
    articles: Iterable[Article], ontology: Ontology, nlp: Language, reader: "Reader | None" = None, correct: Correct | None = None,
    least: float = LEAST,
) -> Iterator[Reading]:
    """What is understood of several articles, in their order; the parser works on batches, the result is that of each alone.

    `reader` is the learned reader; without one the rules are the only voice. `correct` says what readers of earlier graphs know
    better, before it is told what the article is about; `least` is how sure an event, a role or a relation must be to be kept.
    """
    articles = list(articles)
    for article, doc in zip(articles, parse_all(nlp, (truecased(article, ontology) for article in articles)), strict=True):
        yield understand(article, doc, ontology, reader, correct, least)


def understand(
    article: Article, doc: Doc, ontology: Ontology, reader: "Reader | None" = None, correct: Correct | None = None, least: float = LEAST
) -> Reading:
    """The stages over a parsed article, with corrections before the last, so that labels and preferred tolls follow them.

    What an article has in capitals the stages read as it was parsed, in small letters; the Reading holds the article as it came.
    """
    legible = truecased(article, ontology)
    prose = " ".join(article.text[begin:end] for begin, end in article.blocks)
    heard = reader.hear(doc.text, capitals=is_capitals(prose)) if reader else ()
    reading, doc = Reading(legible, heard=heard, least=least), plain(repair(doc, ontology))
    for stage in STAGES:
        if stage is narrative.stage and correct:
            reading = replace(correct(replace(reading, article=article)), article=legible)
        reading = stage(reading, doc, ontology)
    return replace(reading, article=article)
