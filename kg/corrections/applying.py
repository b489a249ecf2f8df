"""Corrections applied to a Reading: parted, joined, rejected, and what each of them did or no longer finds."""

from collections.abc import Iterable
from dataclasses import replace

from kg.corrected import Corrected, Correction, Layer, Part, Reference
from kg.corrections.finding import Finder, article_key, spans_of
from kg.corrections.joining import joined
from kg.corrections.parting import parted
from kg.corrections.rejecting import Triple, facts, without
from kg.graph.iris import article_iri
from kg.model import Article, Problem, Reading, Span
from kg.ontology import Ontology
from kg.terms import BASE, GAF, KG, OWL, RDF, local

__all__ = ["about", "apply"]

_JOINABLE: tuple[Layer, ...] = ("event", "entity")


def about(corrections: Iterable[Correction], article: Article, base: str = BASE) -> list[Correction]:
    """The corrections whose ends stand in an article, sorted by IRI; an end without words stands in all that share its entity."""
    key = article_key(article_iri(article, base))
    found = {one.iri: one for one in corrections if _stands(one.subject, key) and _stands(one.object, key)}
    return [found[iri] for iri in sorted(found)]


def _stands(end: Reference, key: str) -> bool:
    return not end.anchors or any(article_key(anchor.text) == key for anchor in end.anchors)


def apply(reading: Reading, corrections: Iterable[Correction], ontology: Ontology, base: str = BASE) -> Reading:
    """A Reading as its readers corrected it; `base` begins the IRIs of the graph, as for `kg.graph.rdf.to_turtle`.

    What is corrected already stays as it is. `Reading.problems` grows by the corrections that find nothing to correct.
    """
    known = {done.correction.iri for done in reading.corrections}
    all_about = about(corrections, reading.article, base)
    todo = [one for one in all_about if one.iri not in known]
    if not todo:
        return reading
    work = _Work(reading, ontology, base)
    work.part([one for one in todo if one.kind == KG.NotSame])
    work.join([one for one in todo if one.kind == KG.SameAs], [one for one in all_about if one.kind == KG.NotSame])
    work.reject([one for one in todo if one.kind == KG.Rejection])
    return work.finished(todo)


class _Work:
    """A Reading on its way; `lost` says why a correction does nothing."""

    def __init__(self, reading: Reading, ontology: Ontology, base: str) -> None:
        self.reading = reading
        self.ontology = ontology
        self.base = base
        self.lost: dict[str, str] = {}
        self.rejected: list[Corrected] = []

    def part(self, corrections: Iterable[Correction]) -> None:
        """Part what holds words of both ends."""
        for one in corrections:
            finder = Finder(self.reading, self.base)
            words, others = finder.words(one.subject.anchors), finder.words(one.object.anchors)
            for layer in _JOINABLE:
                both = set(finder.parts(one.subject, layer, best=True)) & set(finder.parts(one.object, layer, best=True))
                for part in sorted(both, key=lambda part: part.index):
                    self.reading = parted(self.reading, part, words, others)

    def join(self, corrections: Iterable[Correction], apart: Iterable[Correction]) -> None:
        """Join what is the same, but for what is said to be so and not to be so."""
        finder = Finder(self.reading, self.base)
        groups: list[tuple[set[Part], list[str]]] = []
        for one in corrections:
            group, said = set(self._ends(one, finder)), [one.iri]
            for other in [known for known in groups if known[0] & group]:
                groups.remove(other)
                group, said = group | other[0], other[1] + said
            groups.append((group, said))
        pairs = [tuple(finder.parts(end, layer, best=True) for end in (one.subject, one.object)) for one in apart for layer in _JOINABLE]
        sound = []
        for group, said in groups:
            if any(group & set(first) and group & set(second) for first, second in pairs):
                self.lost |= dict.fromkeys(said, "contradicts a correction that keeps them apart")
            elif len(group) > 1:
                sound.append(sorted(group, key=lambda part: part.index))
        self.reading = joined(self.reading, sound, self.ontology)

    def _ends(self, one: Correction, finder: Finder) -> list[Part]:
        """The parts that both ends of a correction mean, all of one layer; none where an end is not found."""
        for layer in _layers(one):
            first, second = (finder.parts(end, layer, best=True) for end in (one.subject, one.object))
            if first and second:
                return [*first, *second]
        self.lost[one.iri] = "what it speaks of is no longer found"
        return []

    def reject(self, corrections: Iterable[Correction]) -> None:
        """Take away all facts that are rejected, at once."""
        finder, wrong = Finder(self.reading, self.base), dict[Triple, Correction]()
        for one in corrections:
            found = [fact for fact in facts(self.reading) if self._is_meant(fact, one, finder)]
            wrong |= {fact: one for fact in found if fact not in wrong}
            for subject, _, value in found:
                self.rejected.append(self._record(one, subject, one.property, value, finder))
            if not found:
                self.lost[one.iri] = "there is nothing left to reject"
        before = self.reading
        self.reading = without(replace(before, corrections=(*before.corrections, *self.rejected)), wrong)
        count = len(before.corrections)
        self.rejected = list(self.reading.corrections[count:])
        self.reading = replace(self.reading, corrections=self.reading.corrections[:count])

    def _is_meant(self, fact: Triple, one: Correction, finder: Finder) -> bool:
        subject, term, value = fact
        if not self.ontology.is_a(term, one.property) or subject not in finder.parts(one.subject, subject.layer):
            return False
        if isinstance(value, Part):
            return value in finder.parts(one.object, value.layer)
        return value == one.object.iri or term == RDF.type and self.ontology.is_a(value, one.object.iri)

    def _record(self, one: Correction, subject: Part, term: str, value: Part | Span | str, finder: Finder) -> Corrected:
        spans: list[Span | None] = [finder.span(one.subject), *spans_of(self.reading, subject)[:1]]
        return Corrected(one, subject, term, value, finder.sentence(spans))

    def finished(self, corrections: Iterable[Correction]) -> Reading:
        """The Reading with the records of what was done and what was not."""
        finder, done = Finder(self.reading, self.base), list(self.rejected)
        for one in corrections:
            if one.kind == KG.SameAs and one.iri not in self.lost:
                done += [self._record(one, part, GAF.denotedBy, span, finder) for part, span in self._denoted(one, finder)]
            elif one.kind == KG.NotSame:
                done += self._apart(one, finder)
        problems = [self._problem(one, finder) for one in corrections if one.iri in self.lost]
        return replace(
            self.reading, corrections=(*self.reading.corrections, *dict.fromkeys(done)),
            problems=tuple(dict.fromkeys((*self.reading.problems, *problems))),
        )

    def _denoted(self, one: Correction, finder: Finder) -> list[tuple[Part, Span]]:
        """What a joined part is denoted by, on the word of the one who joined it."""
        parts = self._ends(one, finder)[:1]
        spans = [span for end in (one.subject, one.object) for span in finder.words(end.anchors)]
        return [(part, span) for part in parts for span in spans if span in finder.spans[part]]

    def _apart(self, one: Correction, finder: Finder) -> list[Corrected]:
        for layer in _layers(one):
            first, second = (finder.parts(end, layer, best=True) for end in (one.subject, one.object))
            if first and second and set(first).isdisjoint(second):
                return [self._record(one, first[0], OWL.differentFrom, second[0], finder)]
        self.lost[one.iri] = "what it speaks of is no longer found"
        return []

    def _problem(self, one: Correction, finder: Finder) -> Problem:
        span = finder.span(one.subject) or finder.span(one.object) or (0, 0)
        said = f"{local(one.property)} {_name(one.object)}" if one.property else f"and {_name(one.object)}"
        return Problem(finder.sentence([span]), span, f"({local(one.kind)}, {said}): {self.lost[one.iri]} ({one.iri})")


def _layers(one: Correction) -> tuple[Layer, ...]:
    """The layers to look for the ends of a correction in; the IRIs tell which first, since words may denote an event and what was in it."""
    return _JOINABLE if "/event/" in one.subject.iri else _JOINABLE[::-1]


def _name(end: Reference) -> str:
    return f"“{end.anchors[0].words}”" if end.anchors else local(end.iri)
