"""The sentences behind the facts of a graph, with the words that tell them: what a reader sees when he asks "says who?"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from kg.facts import Facts
from kg.model import Span
from kg.terms import GAF, KG, NIF, PROV, RDF, RDFS, local

__all__ = ["Quote", "Quotes"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that tells a fact; `marks` are code-point spans into `text`, which is empty where the graph leaves the text out."""

    text: str
    begin: int  # of the sentence, in the article's text
    marks: tuple[Span, ...]
    about: str = ""  # property that it tells, an IRI; empty where it only mentions a node
    confidence: float | None = None
    rule: str = ""  # IRI
    according_to: str = ""  # label of the actor whose word it is
    factuality: str = ""  # local name: Asserted, Reported, Disputed
    as_of: str = ""  # day of a relation
    article: str = ""  # IRI

    def as_dict(self) -> dict[str, object]:
        """The quote as a plain attribute value of a node or an edge."""
        return {
            "article": self.article, "begin": self.begin, "text": self.text,
            "marks": [list(span) for span in self.marks], "about": self.about, "confidence": self.confidence,
            "rule": self.rule, "according_to": self.according_to, "factuality": self.factuality, "as_of": self.as_of,
        }


class Quotes:
    """All evidence of a graph by the statement it supports, and all mentions by what they denote."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def of(self, subject: str, term: str, value: str) -> list[Quote]:
        """The sentences that tell one fact, in the order of the text."""
        return _joined(quote for node in self._evidence.get((subject, term, value), ()) for quote in self._told_by(node))

    def about(self, subject: str) -> list[Quote]:
        """The sentences that tell a node's type and its literals (its date, its quote), or else that mention it."""
        told = [
            quote
            for term, value, nodes in self._evidence_by_subject.get(subject, ())
            if term == RDF.type or not self.facts.properties(value)
            for node in nodes for quote in self._told_by(node)
        ]
        seen = {(quote.article, quote.begin) for quote in told}
        return _joined([*told, *(quote for quote in self._mentioning(subject) if (quote.article, quote.begin) not in seen)])

    def support(self, subject: str, term: str, value: str) -> list[str]:
        """The IRIs of the evidence for a fact and of the sentences that it comes from."""
        found = list(self._evidence.get((subject, term, value), ()))
        return found + sorted({sentence for node in found for sentence in self.facts.iris(node, PROV.wasDerivedFrom)})

    @cached_property
    def _evidence(self) -> dict[tuple[str, str, str], list[str]]:
        found: dict[tuple[str, str, str], list[str]] = {}
        for node in self.facts.subjects(RDF.type, KG.Evidence):
            found.setdefault(self.statement(node), []).append(node)
        return found

    @cached_property
    def _evidence_by_subject(self) -> dict[str, list[tuple[str, str, list[str]]]]:
        found: dict[str, list[tuple[str, str, list[str]]]] = {}
        for (subject, term, value), nodes in self._evidence.items():
            found.setdefault(subject, []).append((term, value, nodes))
        return found

    def statement(self, evidence: str) -> tuple[str, str, str]:
        """The subject, property and value (an IRI or a literal's text) that an evidence is for."""
        subject, term, value = (self._one(evidence, part) for part in (RDF.subject, RDF.predicate, RDF.object))
        return subject, term, value

    def _told_by(self, evidence: str) -> list[Quote]:
        facts = self.facts
        subject, term, value = self.statement(evidence)
        confidence = facts.text(evidence, KG.confidence)
        who = [facts.text(actor, RDFS.label) or local(actor) for actor in facts.iris(evidence, KG.accordingTo)]
        quote = Quote(
            "", 0, (), term, None if confidence is None else float(confidence), self._one(evidence, KG.rule), ", ".join(who),
            local(self._one(evidence, KG.factuality)), self._one(evidence, KG.asOf),
        )
        return [self._placed(quote, sentence, (subject, value)) for sentence in facts.iris(evidence, PROV.wasDerivedFrom)]

    def _mentioning(self, node: str) -> list[Quote]:
        sentences = {sentence for mention in self.facts.iris(node, GAF.denotedBy) for sentence in self.facts.iris(mention, KG.sentence)}
        return [self._placed(Quote("", 0, ()), sentence, (node,)) for sentence in sorted(sentences)]

    def _placed(self, quote: Quote, sentence: str, nodes: Iterable[str]) -> Quote:
        """A quote with the text of its sentence and marks on the words for the nodes (or for a day)."""
        begin, end = self._span(sentence)
        inside = {mention for node in nodes for mention in self._mentions(node) if sentence in self.facts.iris(mention, KG.sentence)}
        spans = sorted({self._span(mention) for mention in inside})
        marks = tuple((first - begin, last - begin) for first, last in spans if begin <= first < last <= end)
        return replace(quote, text=self._text(sentence, begin, end), begin=begin, marks=marks, article=self._article(sentence))

    def _mentions(self, node: str) -> tuple[str, ...]:
        """The mentions of a node; of a literal, the time expressions that mean it."""
        return self.facts.iris(node, GAF.denotedBy) or self._times.get(node, ())

    @cached_property
    def _times(self) -> dict[str, tuple[str, ...]]:
        """Time expressions by the day, month or year that they mean."""
        found: dict[str, tuple[str, ...]] = {}
        for mention in self.facts.subjects_of(KG.timexValue):
            for value in self.facts.texts(mention, KG.timexValue):
                for key in {value, value[:10]}:
                    found[key] = (*found.get(key, ()), mention)
        return found

    def _span(self, node: str) -> Span:
        return int(self.facts.text(node, NIF.beginIndex) or 0), int(self.facts.text(node, NIF.endIndex) or 0)

    def _text(self, sentence: str, begin: int, end: int) -> str:
        whole = [self.facts.text(context, NIF.isString) for context in self.facts.iris(sentence, NIF.referenceContext)]
        return self.facts.text(sentence, NIF.anchorOf) or (whole[0] or "" if whole else "")[begin:end]

    def _article(self, sentence: str) -> str:
        return next((self._one(context, NIF.sourceUrl) for context in self.facts.iris(sentence, NIF.referenceContext)), "")

    def _one(self, node: str, term: str) -> str:
        return next(iter(self.facts.iris(node, term)), None) or self.facts.text(node, term) or ""


def _joined(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotes in the order of the text, those that differ in their marks alone made one."""
    found: dict[Quote, set[Span]] = {}
    for quote in quotes:
        found.setdefault(replace(quote, marks=()), set()).update(quote.marks)
    joined = [replace(quote, marks=tuple(sorted(marks))) for quote, marks in found.items()]
    return sorted(joined, key=_order)


def _order(quote: Quote) -> tuple[str, int, str, str, str, float]:
    return quote.article, quote.begin, quote.about, quote.rule, quote.according_to, quote.confidence or 0
