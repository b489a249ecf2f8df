"""Which of several figures for one outcome counts: whose it is, whether it still stands, when it was told, how often, how large it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from kg.language.attribution import called
from kg.language.subjects import is_pluperfect, is_verbal
from kg.lookup import Lookup
from kg.model import Reading, Toll
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["preferred"]


def preferred(reading: Reading, doc: Doc, ontology: Ontology) -> tuple[Toll, ...]:
    """The tolls with at most one an outcome of an actual event preferred.

    The rule: no claimant's figure before another, none that the text itself tells to be an older one ("from 79", "had put the number at
    nine", "initially said"); then an official's, or what nobody in particular tells a figure to have become; then the newest ("rose to
    84", "said on Tuesday"); then what is told most often; then the larger, as the smaller is mostly a part.
    """
    rank = _Rank(reading, doc, ontology)
    by_outcome: dict[tuple[int, str], list[int]] = {}
    for index, toll in enumerate(reading.tolls):
        if reading.events[toll.event].realis == KG.Actual:
            by_outcome.setdefault((toll.event, toll.outcome), []).append(index)
    chosen = {max(indices, key=rank.among(indices)) for indices in by_outcome.values()}
    return tuple(replace(toll, preferred=index in chosen) for index, toll in enumerate(reading.tolls))


_Key = tuple[bool, bool, bool, bool, date, int, int, int]


class _Rank:
    """How much the figures of a Reading count, to be compared within one outcome of one event."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self._reading, self._doc, self._ontology = reading, doc, ontology
        self._times = Lookup(reading).times
        self._groups: dict[int, set[int]] = {}  # of members
        for relation in reading.relations:
            if relation.property == KG.memberOf:
                self._groups.setdefault(relation.subject, set()).add(relation.object)

    def among(self, indices: list[int]) -> Callable[[int], _Key]:
        """The key by which some tolls are compared, the greatest counts: the days they were told on only where each has one."""
        dated = all(self._told_on(index) for index in indices)
        return lambda index: self._of(index, self._told_on(index) if dated else None)

    def _of(self, index: int, day: date | None) -> _Key:
        toll, words = self._reading.tolls[index], self._words(index)
        rules = {proof.rule for proof in toll.evidence}
        older = KGX["figure-before"] in rules or all(self._is_older(word) for word in words)
        newest = KGX["figure-now"] in rules and not older
        official = any(self._is_official(source) for source in toll.according_to) or newest and not toll.according_to
        told = max(self._reading.mentions[mention].sentence for mention in toll.mentions)
        figure = toll.count or toll.minimum or 0
        return not self._is_claimed(toll), not older, official, newest, day or date.min, len(words), figure, -told

    def _words(self, index: int) -> list[Token]:
        """The words that tell the outcome."""
        return [self._doc[self._reading.mentions[mention].head] for mention in self._reading.tolls[index].mentions]

    def _is_claimed(self, toll: Toll) -> bool:
        """Whether a figure is only the word of those who did it, or of their organisation."""
        event = self._reading.events[toll.event]
        doers = {role.entity for role in event.roles if role.property in (KG.claimedBy, KG.perpetrator, KG.responsibleGroup)}
        doers.update(*(self._groups.get(doer, ()) for doer in doers))
        sides = [{source, *self._groups.get(source, ())} for source in toll.according_to]
        return bool(sides) and all(side & doers for side in sides)

    def _is_official(self, entity: int) -> bool:
        """Whether a source is an office or holds one."""
        return bool(called(entity, self._reading, self._doc) & self._ontology.listed(KGX.officialNoun))

    def _is_older(self, word: Token) -> bool:
        """Whether a figure is told as one given before: its clause stands in the past perfect, or who tells it does so "initially"."""
        verbs = [node for node in (word, *word.ancestors) if node.tag_ == "VBN"]
        if verbs and verbs[0].dep_ != "ccomp" and is_pluperfect(verbs[0]):
            return True
        older = self._ontology.listed(KGX.olderWord)
        report = _report(word)
        return report is not None and any(
            child.dep_ == "advmod" and child.lower_ in older or child.dep_ == "nsubj" and any(mod.lower_ in older for mod in child.children)
            for child in report.children
        )

    def _told_on(self, index: int) -> date | None:
        """The last day on which a figure is said to have been told: "police said on Tuesday", "on Tuesday the toll stood at …"."""
        reports = [_report(word) or (word.head if word.pos_ == "NOUN" and is_verbal(word.head) else None) for word in self._words(index)]
        below = [node for report in reports if report for child in report.children for node in (child, *child.children)]
        days = [self._reading.times[self._times[node.i]].earliest for node in below if node.i in self._times]
        return max((day for day in days if day is not None), default=None)


def _report(word: Token) -> Token | None:
    """The reporting verb whose content a word is in."""
    node = word
    while node.head != node:
        if node.dep_ == "ccomp":
            return node.head
        node = node.head
    return None
