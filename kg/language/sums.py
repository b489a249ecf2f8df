"""Whether a figure may be that of an event told before: by the times and places of its clause, and not where it sums up a period."""

from collections.abc import Iterator
from datetime import date, timedelta
from re import match

from spacy.tokens import Token

from kg.language.figures import has_numeral, total_of, verb_of
from kg.language.profiles import apart_in_place
from kg.language.spans import is_measured
from kg.language.subjects import is_verbal, verb_over
from kg.language.syntax import BEFORE_NOUN, conjuncts
from kg.language.victims import tells_outcome
from kg.lookup import Lookup
from kg.model import Event, Form, Reading, TimeExpression
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["is_contrast", "is_elsewhere", "is_of_time", "may_have", "places_of", "spans_period", "sums_up", "times_of"]

_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_OVER = frozenset({"in", "over", "during", "within"})  # before a length of time: "in the past two weeks"
_BETWEEN = frozenset({"after", "before", "later", "earlier", "ago", "-"})
_WHERE = frozenset({"in", "at", "near"})
_MONTH = timedelta(days=45)
_LONG = r"P(\d+|X)(Y|M|W|DE|CE)"  # TIMEX3 values of years, months, weeks, decades, centuries


def times_of(outcome: Token, already: bool, lookup: Lookup, ontology: Ontology) -> list[tuple[Token, TimeExpression]]:
    """The times of the clause of an outcome, each with its word; none for some of those harmed `already`."""
    verb = outcome.head.head if outcome.dep_ == "amod" and outcome.head.dep_ == "dobj" else outcome  # "left 1,000 people dead since 2009"
    verb = verb.head if verb.dep_ == "acomp" else verb  # "have gone missing in the last decade"
    verbs = [verb, *([counted] if (counted := _verb_of_total(outcome)) is not None else [])]
    parts = [] if already else [*(word for one in verbs for word in _clauses(one)), *_summed_up(outcome, lookup, ontology)]
    parts += [outcome.head] if is_of_time(outcome, lookup) else []
    return [(token, lookup.reading.times[lookup.times[token.i]]) for token in parts if token.i in lookup.times]


def _verb_of_total(outcome: Token) -> Token | None:
    """The verb that tells a figure of a noun: "bringing the number of deaths to seven in the past two weeks"."""
    return verb_of(total_of(outcome) or outcome) if not has_numeral(outcome) else None


def spans_period(word: Token, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether the clause of an event's word counts what happened over weeks or years: "2,300 were killed in the past two years"."""
    clause = _verb_of_total(word) or word
    return any(_is_period(time, token) for token, time in times_of(word, False, lookup, ontology) if verb_over(token) == clause)


def places_of(outcome: Token, lookup: Lookup, ontology: Ontology) -> frozenset[int]:
    """The towns, regions and countries of the clause of an outcome."""
    preps = (child for child in outcome.children if child.dep_ == "prep" and child.lower_ in _WHERE)
    told = (lookup.entity_at(target.i, target.idx) for prep in preps for target in prep.children if target.dep_ == "pobj")
    return frozenset(entity for entity in told if entity is not None and _is_named_place(entity, lookup.reading, ontology))


def sums_up(outcome: Token) -> bool:
    """Whether a clause counts those of a period told before: "in the same period, 144 women died", "ten years later, 90 have died"."""
    later = [child for child in outcome.children if child.lower_ == "later" and child.dep_ == "advmod"]
    if any(inner.lower_ in ("years", "decades") for child in later for inner in child.children):
        return True
    preps = (child for child in outcome.children if child.dep_ == "prep" and child.lower_ in _OVER)
    return any(target.lower_ == "period" for prep in preps for target in prep.children)


def is_elsewhere(places: frozenset[int], event: Event, reading: Reading, ontology: Ontology) -> bool:
    """Whether an event was in other towns or countries than those that a clause tells."""
    own = {role.entity for role in event.roles if role.property in (KG.place, KG.near)}
    known = frozenset(entity for entity in own if _is_named_place(entity, reading, ontology))
    return bool(places and known) and apart_in_place(places, known, reading, ontology)


def _is_named_place(entity: int, reading: Reading, ontology: Ontology) -> bool:
    known = reading.entities[entity]
    named = any(reading.mentions[index].form == Form.NAME for index in known.mentions)
    return named and any(ontology.is_a(known.kind, kind) for kind in (KG.City, KG.Region, KG.Country))


def may_have(event: Event, time: TimeExpression, word: Token, ontology: Ontology) -> bool:
    """Whether a time is one that an event may have; an event without a time is not that of a dated clause.

    What was done in a moment has no figures of a year or of the past weeks, but those of a year that is all that is known of its date.
    """
    momentary, told = ontology.is_marked(event.type, KGX.momentary), event.time
    if momentary and _is_period(time, word):
        return False
    if time.earliest is None and time.latest is None:
        return True
    if told is None or time.latest is None:  # "since May" sums up many
        return False
    first, last = max(time.earliest or date.min, told.earliest or date.min), min(time.latest or date.max, told.latest or date.max)
    wide = time.earliest is not None and time.latest - time.earliest > _MONTH and last - first < time.latest - time.earliest
    return first <= last and not (momentary and wide)


def _is_period(time: TimeExpression, word: Token) -> bool:
    """Whether words tell over how long a figure was reached: "in the past two weeks", "so far this year", "in the same period"."""
    over = word.lower_ in _OVER or word.dep_ == "pobj" and word.head.lower_ in _OVER
    if over and match(_LONG, time.value) is not None:
        return True
    between = word.i + 1 < len(word.doc) and word.nbor().lower_ in _BETWEEN or word.dep_ in BEFORE_NOUN  # "a year after the crash"
    return time.earliest is None and word.lower_ in ("year", "decade", "century") and not between


def _clauses(verb: Token) -> Iterator[Token]:
    """The words of a verb's clause, and of those that it goes on from: "in 2010 a crush killed one and injured forty"."""
    while True:
        yield verb
        yield from (token for child in verb.children if not is_contrast(child) for token in child.subtree)
        if verb.dep_ != "conj" or not is_verbal(verb.head) or is_contrast(verb):
            return
        verb = verb.head


def _summed_up(verb: Token, lookup: Lookup, ontology: Ontology) -> Iterator[Token]:
    """The day since when a verb that goes on from an outcome sums up: "1,200 people have died and 900 have been hurt since 2009"."""
    joined = [other for other in conjuncts(verb) if tells_outcome(other, ontology)]
    times = ((token, lookup.times.get(token.i)) for other in joined for token in other.subtree)
    return (token for token, time in times if time is not None and lookup.reading.times[time].latest is None)


def is_of_time(clause: Token, lookup: Lookup) -> bool:
    """Whether a clause tells what happened at another time: "the worst fire since 2012, when 112 people died"."""
    return clause.dep_ == "relcl" and clause.head.i in lookup.times


def is_contrast(clause: Token) -> bool:
    """Whether a clause tells of something else beside: "…, while a bomb in the port killed four"."""
    if clause.dep_ == "conj" and is_verbal(clause):
        return any(child.dep_ in ("nsubj", "nsubjpass") for child in clause.children)
    marks = [child for child in clause.children if child.dep_ == "mark" and clause.dep_ == "advcl"]
    as_before = any(mark.lower_ == "as" and clause.i < clause.head.i for mark in marks)  # "as bombs shook the city, a man hurt nine"
    return as_before or any(mark.lower_ in _CONTRASTS or is_measured(mark) for mark in marks)
