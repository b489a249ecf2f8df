"""Did it happen? Each event gets the realis that the cues around its word give it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from kg.language.attribution import speeches
from kg.language.eras import recurs
from kg.language.realis import Judgement, judge, strongest
from kg.language.staging import tells_of_staging
from kg.language.takenback import taken_back
from kg.language.vetoes import is_violent
from kg.language.words import lemma
from kg.lookup import Lookup
from kg.model import Event, Evidence, Reading, Span
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Sets the realis of each event; what lies after the day of publication and would be told as a fact is planned."""
    lookup, wrong = Lookup(reading), taken_back(reading, doc, ontology)
    events = tuple(_judged(event, doc, reading, lookup, wrong, ontology) for event in reading.events)
    events = _without_phantoms(events, replace(reading, events=events), doc, ontology)
    if tells_of_staging((token for block in reading.article.blocks[:2] for token in _opening(doc, block)), ontology):
        events = tuple(_staged(event, reading, ontology) for event in events)
    return replace(reading, events=events)


def _opening(doc: Doc, block: Span) -> Iterator[Token]:
    """The first sentence of a block."""
    first = next((token for token in doc if token.idx >= block[0]), None)
    return iter(first.sent) if first is not None else iter(())


def _staged(event: Event, reading: Reading, ontology: Ontology) -> Event:
    """An act of a drill is none; one that is dated before the day of the article is remembered, not staged."""
    violent = is_violent(event.type, ontology) and not ontology.is_a(event.type, KG.MilitaryExercise)  # the exercise itself takes place
    before = event.time is not None and event.time.latest is not None and event.time.latest != reading.article.date
    proof = Evidence(reading.mentions[event.triggers[0]].sentence, KGX["staged-article"], 0.8)
    return replace(event, realis=KGX.Unreal, realis_evidence=(*event.realis_evidence, proof)) if violent and not before else event


def _without_phantoms(events: tuple[Event, ...], reading: Reading, doc: Doc, ontology: Ontology) -> tuple[Event, ...]:
    """Events that somebody reports and of whose kind the text says that there was none ("there was no fire") as disputed."""
    none = [event for event in events if _is_no_such(doc[reading.mentions[event.triggers[0]].head])]
    told = speeches(reading, doc, ontology) if none else {}

    def weighed(event: Event) -> Event:
        reported = reading.mentions[event.triggers[0]].head in told and event.realis == KG.Actual
        denials = [other for other in none if reported and (ontology.is_a(event.type, other.type) or ontology.is_a(other.type, event.type))]
        return replace(event, realis=KG.Denied, realis_evidence=denials[0].realis_evidence) if denials else event
    return tuple(map(weighed, events))


def _is_no_such(noun: Token) -> bool:
    """Whether a sentence says of a kind of event that there was none."""
    above = noun.head
    there = above.lemma_ == "be" and any(child.dep_ == "expl" for child in above.children)
    return there and any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children)


def _judged(event: Event, doc: Doc, reading: Reading, lookup: Lookup, wrong: frozenset[int], ontology: Ontology) -> Event:
    token = doc[reading.mentions[event.triggers[0]].head]
    found = judge(token, ontology, speech=ontology.is_a(event.type, KG.Statement))
    if token.i in wrong:
        found = strongest([found, Judgement(KG.Denied, KGX["taken-back"], token)])
    if found.realis == KG.Actual and recurs(token, lookup):
        found = Judgement(KG.Habitual, KGX.recurring, token)
    realis = found.realis
    if realis == KG.Actual and _is_survived(event, doc, reading, ontology):
        found = found._replace(realis=KG.Attempted, cue=KGX.survived)
        realis = KG.Attempted
    if realis in (KG.Actual, KG.Habitual) and _is_to_come(event, reading.article.date):
        realis = KG.Planned
    if realis == KG.Actual:
        return event
    words = ((found.token.idx, found.token.idx + len(found.token)),)
    proof = Evidence(lookup.sentence_at(found.token.idx), found.cue, 0.8, words)
    return replace(event, realis=realis, realis_evidence=(*event.realis_evidence, proof))


def _is_survived(event: Event, doc: Doc, reading: Reading, ontology: Ontology) -> bool:
    """Whether the same sentence says of the one killed that he survived: "the killing of his brother, who was hurt but survived"."""
    if not ontology.is_a(event.type, KG.Killing):
        return False
    sentence = reading.mentions[event.triggers[0]].sentence
    victims = [reading.entities[role.entity].mentions for role in event.roles if role.property == KG.victim]
    heads = [doc[reading.mentions[one].head] for mentions in victims for one in mentions if reading.mentions[one].sentence == sentence]
    named = [other for head in heads for other in (head, *(child for child in head.children if child.dep_ == "appos"))]
    clauses = [clause for head in named for clause in head.children if clause.dep_ == "relcl"]
    return any(lemma(verb) == "survive" for clause in clauses for verb in (clause, *clause.conjuncts))


def _is_to_come(event: Event, published: date | None) -> bool:
    return bool(published and event.time and event.time.earliest and event.time.earliest > published)
