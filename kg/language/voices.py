"""Two voices, the rules and the learned reader: how sure a proposal is that both make, or one of them alone, or against the other.

What a rule says is as sure as its word or path is in general. What the reader says is as sure as it was found right at that
probability: `voices.json` holds, for each kind of thing it says, the share of right ones in equal bins of its probability, counted on
development articles. Where both say the same, both would have to be wrong (a noisy or); where they differ, the rule stands, which
goes by the syntax. The reader's silence says nothing, since the data it was taught on leave much unmarked; except in copy in capitals,
where all who have a part in an incident were marked.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from kg.language.heads import tokens_in
from kg.model import Proposal, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX, local

__all__ = ["READERS", "Place", "agree", "interpolated", "judged", "settled", "sides", "surest", "trust"]

_FAMILIES = (KG.agent, KG.patient, KG.instrument)  # of the roles that the reader was taught to fill in an incident
READERS = (KGX.eventReader, KGX.partReader, KGX.incidentReader, KGX.articleReader)
_WHERE = (KG.place, KG.near)
Place = tuple[int, int | None]  # a trigger, and a filler of a role of its event


def judged(reading: Reading, ontology: Ontology) -> list[Proposal]:
    """What is most surely said of each trigger, and of each trigger and filler, with the confidence that it deserves.

    Only what is at least as sure as the reading asks is kept. Where something stands is no answer to what part it has: the school at
    which a bomb exploded may be its target, too.
    """
    found: list[Proposal] = []
    for rule, heard in sides(reading).values():
        if rule and heard and (rule.role in _WHERE) != (heard.role in _WHERE):
            found += rule, surest(None, heard, ontology)
        else:
            found.append(surest(rule, heard, ontology))
    return [proposal for proposal in found if proposal.confidence >= reading.least]


def settled(reading: Reading, doc: Doc, ontology: Ontology) -> list[Proposal]:
    """What is `judged`, in view of the whole article: an incident is no surer than that the article tells of one.

    Nor is who did it, to whom and with what, where the reader was taught to tell and does not.
    """
    told, heard, kept = _told(reading), _Heard(reading, doc, ontology), []
    for one in judged(reading, ontology):
        most = 1.0
        if any(ontology.is_a(one.type, incident) for incident in ontology.incidents.values()):
            most = min(told, _shares()["unheard"][0]) if heard.misses(one) else told
        kept.append(replace(one, confidence=min(one.confidence, most)))
    return [proposal for proposal in kept if proposal.confidence >= reading.least]


class _Heard:
    """The words that the reader hears in the roles of incidents, wherever an article in capitals tells of them."""

    def __init__(self, reading: Reading, doc: Doc, ontology: Ontology) -> None:
        self.doc, self.ontology = doc, ontology
        self.listens = reading.in_capitals
        self.words: dict[str, set[str]] = {family: set() for family in _FAMILIES}
        for label in reading.heard:
            if label.trigger is None and label.end and label.label in ontology.learned_fillers:
                told = {token.lower_ for token in tokens_in(doc, label.begin, label.end)}
                for family in self._families(ontology.learned[label.label]):
                    self.words[family].update(told)

    def misses(self, proposal: Proposal) -> bool:
        """Whether it is asked who fills a role of an incident, and does not hear the one who is proposed."""
        families = self._families(proposal.role or "")
        return self.listens and bool(families) and not any(self.doc[proposal.filler or 0].lower_ in self.words[one] for one in families)

    def _families(self, role: str) -> list[str]:
        return [family for family in _FAMILIES if self.ontology.is_a(role, family)]


def _told(reading: Reading) -> float:
    """How sure it can be that an article tells of an incident, where the reader says so."""
    types = [label.confidence for label in reading.heard if not label.end]
    return interpolated(_shares()["incident"], max(types)) if types else 1.0


def sides(reading: Reading) -> dict[Place, tuple[Proposal | None, Proposal | None]]:
    """The surest proposal of the rules and that of the reader for each trigger, and for each trigger and filler, in their order.

    The reader's is the one that deserves most trust: its heads are not right equally often at one probability.
    """
    def order(one: Proposal) -> tuple[float, float, str, str, str]:
        return -(trust(one) if one.source in READERS else one.confidence), -one.confidence, one.source, one.type, one.role or ""

    rules: dict[Place, Proposal] = {}
    heard: dict[Place, Proposal] = {}
    for proposal in sorted(reading.proposals, key=order):
        voice = heard if proposal.source in READERS else rules
        voice.setdefault((proposal.trigger, proposal.filler), proposal)
    places = sorted(rules.keys() | heard.keys(), key=lambda place: (place[0], -1 if place[1] is None else place[1]))
    return {place: (rules.get(place), heard.get(place)) for place in places}


def surest(rule: Proposal | None, heard: Proposal | None, ontology: Ontology) -> Proposal:
    """What stands of two proposals on one place: where they agree it is the rule's, which is more specific and tells its words."""
    if rule is None:
        assert heard is not None
        return replace(heard, confidence=trust(heard))
    if heard is None or not agree(rule.role or rule.type, heard.role or heard.type, ontology):
        return rule
    turned = rule.filler is None and ontology.may_turn_out(rule.type, heard.type) and not ontology.is_a(rule.type, KG.Harm)
    kind = heard.type if turned else rule.type  # an explosion may be a bombing; who died attacked nobody
    return replace(rule, type=kind, confidence=round(1 - (1 - rule.confidence) * (1 - trust(heard)), 2))


def agree(term: str, other: str, ontology: Ontology) -> bool:
    """Whether two classes or roles may be meant by one word: one lies above the other, or may turn out to be it, or they are akin."""
    return ontology.may_be_one(term, other) or not ontology.kin(term).isdisjoint(ontology.kin(other))


def trust(heard: Proposal) -> float:
    """How often what the reader says so surely was found right."""
    return interpolated(_shares()[local(heard.source)], heard.confidence)


def interpolated(shares: Sequence[float], probability: float) -> float:
    """The share of right ones at a probability, straight between the middles of the bins.

    >>> interpolated((0.2, 0.6), 0.5), interpolated((0.2, 0.6), 0.1), interpolated((0.2, 0.6), 1.0)
    (0.4, 0.2, 0.6)
    """
    place = min(max(probability * len(shares) - 0.5, 0.0), len(shares) - 1.0)
    below = min(int(place), len(shares) - 2)
    return round(shares[below] + (place - below) * (shares[below + 1] - shares[below]), 2)


@cache
def _shares() -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads((Path(__file__).parent / "voices.json").read_text(encoding="utf-8"))
    return found
