"""Two voices, the rules and the learned reader: how sure a proposal is that both make, or one of them alone, or against the other.

The rules say how sure a word or a path is in general, the reader how sure it is of these words; neither is right as often as it
says. `voices.json` holds, for events and for parts in them, and for each way in which the voices can stand to each other, the weights
of a logistic regression on the log-odds of both (Platt 1999), fitted on development articles that neither was made on.
"""

import json
from dataclasses import replace
from functools import cache
from math import exp, log
from pathlib import Path

from kg.model import Proposal, Reading
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["agree", "judged", "sure"]

_LEAST, _MOST = 0.02, 0.98   # log-odds beyond these say more than a voice knows
Place = tuple[int, int | None]


def judged(reading: Reading, ontology: Ontology) -> dict[Place, Proposal]:
    """What is most surely said of each trigger, and of each trigger and filler, with the confidence that it deserves.

    Only what is at least as sure as the reading asks is kept. Where the reader was not asked its silence says nothing.
    """
    rules: dict[Place, Proposal] = {}
    heard: dict[Place, Proposal] = {}
    for proposal in sorted(reading.proposals, key=lambda one: (-one.confidence, one.source, one.type, one.role or "")):
        voice = heard if proposal.source == KGX.reader else rules
        voice.setdefault((proposal.trigger, proposal.filler), proposal)
    places = sorted(rules.keys() | heard.keys(), key=lambda place: (place[0], -1 if place[1] is None else place[1]))
    found = {place: _surest(rules.get(place), heard.get(place), ontology) for place in places} if reading.heard else rules
    return {place: found[place] for place in places if found[place].confidence >= reading.least}


def _surest(rule: Proposal | None, heard: Proposal | None, ontology: Ontology) -> Proposal:
    """The proposal that stands of two on one place: where they agree it is the rule's, which is more specific and tells its words."""
    one = rule or heard
    assert one is not None
    what = "event" if one.filler is None else "part"
    if rule and not heard:
        return replace(rule, confidence=sure(what, "rules", rule.confidence, 0)) if is_taught(rule.type, ontology) else rule
    if heard and not rule:
        return replace(heard, confidence=sure(what, "reader", 0, heard.confidence))
    assert rule is not None and heard is not None
    if agree(rule.role or rule.type, heard.role or heard.type, ontology):
        return replace(rule, confidence=sure(what, "both", rule.confidence, heard.confidence))
    against = replace(rule, confidence=sure(what, "against", rule.confidence, heard.confidence))
    alone = replace(heard, confidence=sure(what, "reader", 0, heard.confidence))
    return max(against, alone, key=lambda said: said.confidence)


def agree(term: str, other: str, ontology: Ontology) -> bool:
    """Whether two classes or roles may be meant by one word: one lies above the other, or may turn out to be it, or both do harm."""
    if any(ontology.is_a(one, above) or ontology.may_turn_out(one, above) for one, above in ((term, other), (other, term))):
        return True
    return all(any(ontology.is_a(one, above) for above in (KG.Violence, KG.Harm, KG.Explosion)) for one in (term, other))


def is_taught(event: str, ontology: Ontology) -> bool:
    """Whether the reader was taught a class of event, or one above it: only then does its silence mean anything."""
    return any(ontology.is_a(event, term) for term in ontology.learned.values())


def sure(what: str, how: str, rule: float, heard: float) -> float:
    """The confidence that a proposal deserves: `what` is event or part, `how` is both, against, rules or reader.

    >>> 0 < sure("event", "reader", 0, 0.3) < sure("event", "reader", 0, 0.9) < 1
    True
    """
    base, of_rule, of_heard = _weights()[what][how]
    odds = base + of_rule * _log_odds(rule) + of_heard * _log_odds(heard)
    return round(1 / (1 + exp(-odds)), 2)


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, _LEAST), _MOST)
    return log(bounded / (1 - bounded))


@cache
def _weights() -> dict[str, dict[str, tuple[float, float, float]]]:
    found: dict[str, dict[str, tuple[float, float, float]]] = json.loads(
        (Path(__file__).parent / "voices.json").read_text(encoding="utf-8")
    )
    return found
