"""Denials of "it": what was reported just before and somebody denies."""

from dataclasses import replace

from spacy.tokens import Token

from kg.language.attribution import speaker_of
from kg.language.words import lemma
from kg.model import Event
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["alleged", "dispute"]

_IT = frozenset({"it", "this", "that"})


def dispute(events: list[Event], denial: int, word: Token, ontology: Ontology) -> bool:
    """Lets a denial of "it" (an index into `events`, which change) act on what the statement before it reports, and tells whether it did.

    Who is to have done violence is alleged to. What one sentence reports and denies ("said he had been shot, but police denied it")
    nobody vouches for, nor for what is no violence ("reported that a ransom had been paid. The family denied this"): it is denied itself.
    """
    denied = [child for child in word.children if child.dep_ == "dobj"]
    if not any(child.lower_ in _IT or _is_report(child, ontology) for child in denied):
        return False
    told = next((event for event in reversed(events[:denial]) if _reported(event, ontology)), None)
    if told is None or speaker_of(told) == speaker_of(events[denial]):
        return False
    distance = events[denial].evidence[0].sentence - told.evidence[0].sentence
    before = list(events)
    for content in _reported(told, ontology) if distance < 2 else ():
        if events[content].realis == KG.Actual:
            events[content] = alleged(events[content], ontology)
            if distance == 0 or lemma(word) == "rule" or not ontology.is_a(events[content].type, KG.Violence):
                proof = events[content].realis_evidence + events[denial].evidence
                events[content] = replace(events[content], realis=KG.Denied, realis_evidence=proof)
    return events != before


def _is_report(noun: Token, ontology: Ontology) -> bool:
    """Whether a noun stands for what was said: "denied both statements", "denied the accusation"."""
    known = any(child.lower_ in ("the", "both", "all", "this", "that", "these") for child in noun.children if child.dep_ == "det")
    return known and lemma(noun) in ontology.listed(KGX.reportNoun)


def _reported(event: Event, ontology: Ontology) -> list[int]:
    is_speech = ontology.is_a(event.type, KG.Statement)
    return [link.event for link in event.links if link.property == KGX.content] if is_speech else []


def alleged(event: Event, ontology: Ontology) -> Event:
    """An event of which nobody knows who did it: whoever is told to have done violence is alleged to."""
    if not ontology.is_a(event.type, KG.Violence):
        return event
    roles = (replace(role, property=KG.allegedPerpetrator) if ontology.is_a(role.property, KG.agent) else role for role in event.roles)
    return replace(event, roles=tuple(roles))
