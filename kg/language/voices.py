"""Two voices, the rules and the learned reader: how sure a proposal is that both make, or one of them alone, or against the other.

The rules say how sure a word or a path is in general, the reader how sure it is of these words; neither is right as often as it
says. `voices.json` holds, for events and for parts in them, and for each way in which the voices can stand to each other, the weights
of a logistic regression on the log-odds of both (Platt 1999), fitted on development articles that neither was made on.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from math import exp, log
from pathlib import Path

from kg.model import Proposal, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["agree", "is_taught", "judged", "log_odds", "probability", "sides", "standing", "sure"]

_LEAST, _MOST = 0.02, 0.98   # log-odds beyond these say more than a voice knows
Place = tuple[int, int | None]


def judged(reading: Reading, ontology: Ontology) -> dict[Place, Proposal]:
    """What is most surely said of each trigger, and of each trigger and filler, with the confidence that it deserves.

    Only what is at least as sure as the reading asks is kept. Where the reader was not asked its silence says nothing.
    """
    found = {place: _surest(rule, heard, bool(reading.heard), ontology) for place, (rule, heard) in sides(reading).items()}
    return {place: proposal for place, proposal in found.items() if proposal.confidence >= reading.least}


def sides(reading: Reading) -> dict[Place, tuple[Proposal | None, Proposal | None]]:
    """The surest proposal of the rules and that of the reader for each trigger, and for each trigger and filler, in their order."""
    rules: dict[Place, Proposal] = {}
    heard: dict[Place, Proposal] = {}
    for proposal in sorted(reading.proposals, key=lambda one: (-one.confidence, one.source, one.type, one.role or "")):
        voice = heard if proposal.source in (KGX.reader, KGX.incidentReader) else rules
        voice.setdefault((proposal.trigger, proposal.filler), proposal)
    places = sorted(rules.keys() | heard.keys(), key=lambda place: (place[0], -1 if place[1] is None else place[1]))
    return {place: (rules.get(place), heard.get(place)) for place in places}


def standing(rule: Proposal | None, heard: Proposal | None, ontology: Ontology) -> tuple[str, str]:
    """What two proposals on one place are about (event, part, or filler of an incident), and how they stand to each other."""
    one = heard or rule
    assert one is not None
    what = "event" if one.filler is None else "filler" if one.source == KGX.incidentReader else "part"
    if not rule or not heard:
        return what, "rules" if rule else "reader"
    return what, "both" if agree(rule.role or rule.type, heard.role or heard.type, ontology) else "against"


def _surest(rule: Proposal | None, heard: Proposal | None, asked: bool, ontology: Ontology) -> Proposal:
    """The proposal that stands of two on one place: where they agree it is the rule's, which is more specific and tells its words."""
    if rule and (not asked or not heard and not is_taught(rule.type, ontology)):
        return rule
    what, how = standing(rule, heard, ontology)
    judged = []
    if rule:
        judged.append(replace(rule, confidence=sure(what, how, rule.confidence, heard.confidence if heard else 0)))
    if heard and how != "both":
        judged.append(replace(heard, confidence=sure(what, "reader", 0, heard.confidence)))
    return max(judged, key=lambda said: said.confidence)


def agree(term: str, other: str, ontology: Ontology) -> bool:
    """Whether two classes or roles may be meant by one word: one lies above the other, or may turn out to be it, or both do harm."""
    if any(ontology.is_a(one, above) or ontology.may_turn_out(one, above) for one, above in ((term, other), (other, term))):
        return True
    return all(any(ontology.is_a(one, above) for above in (KG.Violence, KG.Harm, KG.Explosion)) for one in (term, other))


def is_taught(event: str, ontology: Ontology) -> bool:
    """Whether the reader was taught a class of event, or one above it: only then does its silence mean anything."""
    return any(ontology.is_a(event, term) for term in ontology.learned.values())


def sure(what: str, how: str, rule: float, heard: float) -> float:
    """The confidence that a proposal deserves: `what` is event, part or filler, `how` is both, against, rules or reader.

    >>> 0 < sure("event", "reader", 0, 0.3) < sure("event", "reader", 0, 0.9) < 1
    True
    """
    return round(probability(_weights()[what][how], rule, heard), 2)


def probability(weights: Sequence[float], rule: float, heard: float) -> float:
    """The logistic function of a base and the weighted log-odds of both voices."""
    base, of_rule, of_heard = weights
    return 1 / (1 + exp(-(base + of_rule * log_odds(rule) + of_heard * log_odds(heard))))


def log_odds(probability: float) -> float:
    """The logarithm of the odds, within bounds.

    >>> log_odds(0.5), log_odds(0.0) == -log_odds(1.0)
    (0.0, True)
    """
    bounded = min(max(probability, _LEAST), _MOST)
    return log(bounded / (1 - bounded))


@cache
def _weights() -> dict[str, dict[str, tuple[float, float, float]]]:
    found: dict[str, dict[str, tuple[float, float, float]]] = json.loads(
        (Path(__file__).parent / "voices.json").read_text(encoding="utf-8")
    )
    return found
