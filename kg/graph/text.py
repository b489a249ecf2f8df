"""The articles' texts as a graph carries them: sentence by sentence, and where each mention of a node stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.facts import Facts
from kg.terms import GAF, KG, NIF, RDF

__all__ = ["Mention", "Passage", "Text", "texts"]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that mean something; offsets are code points of the article's text, the end exclusive."""

    begin: int
    end: int
    nodes: tuple[str, ...]  # IRIs of what they denote; of a time expression, the events that are dated by it
    time: bool = False  # whether they are a time expression
    words: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or what stands between two."""

    begin: int  # in the article's text
    text: str
    sentence: bool


@dataclass(frozen=True, slots=True)
class Text:
    """What a graph repeats of an article's text: all of it, its sentences, or nothing (then there are no passages)."""

    article: str  # IRI
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]  # in the order of the text; they may overlap


def texts(facts: Facts) -> list[Text]:
    """The texts of all articles of a graph, in the order of their IRIs."""
    denoted: dict[str, list[str]] = {}
    for node in facts.subjects_of(GAF.denotedBy):
        for mention in facts.iris(node, GAF.denotedBy):
            denoted.setdefault(mention, []).append(node)
    dated = _dated(facts)
    sentences, mentions = _by_context(facts, KG.Sentence), _by_context(facts, KG.Mention)
    found = []
    for context in facts.subjects_of(NIF.sourceUrl):
        spans = sorted(_mention(facts, iri, denoted, dated) for iri in mentions.get(context, ()))
        passages = tuple(_passages(facts, context, sentences.get(context, [])))
        found.append(Text(facts.iris(context, NIF.sourceUrl)[0], passages, tuple(spans)))
    return sorted(found, key=lambda text: text.article)


def _by_context(facts: Facts, kind: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for iri in facts.subjects(RDF.type, kind):
        for context in facts.iris(iri, NIF.referenceContext):
            found.setdefault(context, []).append(iri)
    return found


def _dated(facts: Facts) -> dict[str, list[str]]:
    """Events by their day, month or year as it is written."""
    found: dict[str, list[str]] = {}
    for event in facts.subjects_of(KG.date):
        for value in facts.texts(event, KG.date):
            found.setdefault(value, []).append(event)
    return found


def _mention(facts: Facts, iri: str, denoted: dict[str, list[str]], dated: dict[str, list[str]]) -> Mention:
    value = facts.text(iri, KG.timexValue)
    begin, end = _span(facts, iri)
    if value is None:
        return Mention(begin, end, tuple(denoted.get(iri, ())), words=facts.text(iri, NIF.anchorOf) or "")
    return Mention(begin, end, tuple(dated.get(value[:10], ())), True, facts.text(iri, NIF.anchorOf) or "")


def _passages(facts: Facts, context: str, sentences: list[str]) -> Iterator[Passage]:
    whole, at = facts.text(context, NIF.isString), 0
    for begin, end, iri in sorted((*_span(facts, iri), iri) for iri in sentences):
        if whole is not None and begin > at:
            yield Passage(at, whole[at:begin], False)
        text = whole[max(begin, at):end] if whole is not None else facts.text(iri, NIF.anchorOf)
        if text:
            yield Passage(max(begin, at), text, True)
        at = max(at, end)
    if whole is not None and at < len(whole):
        yield Passage(at, whole[at:], False)


def _span(facts: Facts, iri: str) -> tuple[int, int]:
    return int(facts.text(iri, NIF.beginIndex) or 0), int(facts.text(iri, NIF.endIndex) or 0)
