"""Which event took a toll: the word's own, its subject's, the clause's above or below, the last one told."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from spacy.tokens import Token

from kg.language.answers import are_opposed
from kg.language.eras import is_bygone, is_earlier, is_summary, is_told_apart, last_date, limit, recurs
from kg.language.figures import total_of
from kg.language.manner import is_natural, stands_alone
from kg.language.spans import is_measured, tells_in_which
from kg.language.subjects import is_verbal
from kg.language.sums import is_contrast, is_elsewhere, is_of_time, may_have, places_of, spans_period, sums_up, times_of
from kg.language.syntax import arcs
from kg.language.victims import tells_outcome
from kg.lookup import Lookup
from kg.model import Reading, TimeExpression
from kg.ontology import Ontology
from kg.terms import KG, KGX

__all__ = ["cause"]

_TIMES = frozenset({"since", "before", "until", "till"})
_ADJUNCTS = frozenset({"prep", "advcl", "agent", "npadvmod", "dobj", "xcomp", "ccomp", "conj", "attr"})


def cause(outcome: Token, kind: str, reading: Reading, ontology: Ontology, nearby: bool = False) -> int | None:
    """The event that an outcome word (of an outcome, `kind`) belongs to, `nearby` in its own sentence; None where the text tells none."""
    lookup = Lookup(reading)
    causes = ontology.facts.iris(kind, KGX.causedBy)
    able = {index for index, event in enumerate(reading.events) if any(ontology.is_a(event.type, above) for above in causes)}
    if kind == KG.Injured:
        able = {index for index in able if not ontology.is_marked(reading.events[index].type, KGX.woundless)}
    if is_natural(outcome, ontology):
        able = {index for index in able if not ontology.is_a(reading.events[index].type, KG.Violence)}
    apart = {index for index in able if _is_apart_from(outcome, index, lookup, ontology)}
    able -= apart
    strong = {index for index in able if not ontology.is_a(reading.events[index].type, KG.Harm)}
    own = lookup.event_at(outcome.i)
    summed = total_of(outcome) is not None and spans_period(outcome, lookup, ontology)
    if own in strong or summed or recurs(outcome, lookup):  # "a death trap, killing 15,000 every year"
        return own if own in able else None
    told_in = _told_in(outcome, lookup)
    if told_in not in {None, *strong}:
        return own if own in able else None  # "protests in which 20 died"
    for index in (told_in, *_near(outcome, lookup, ontology)):
        if index in strong and not are_opposed(outcome, outcome.doc[lookup.word_of(index)], ontology):
            return index
    around = {token: lookup.event_at(token.i) for token in outcome.sent}
    beside = {index for token, index in around.items() if index in strong and not are_opposed(outcome, token, ontology)}
    dated = _only_dated(beside, reading, ontology) if outcome.dep_ == "conj" else None
    if dated is not None:
        return dated  # "in the flood of July 1997 a river burst its banks, and 54 people died"
    nearby = nearby or stands_alone(outcome, lookup, ontology)
    told = None if nearby else _told_before(outcome, _unlike(strong, apart, outcome, lookup, ontology), lookup, ontology)
    if told is not None or own in able:
        return told if told is not None else own
    if len(beside) == 1:
        return beside.pop()
    return None if nearby else _told_in_lead(outcome, strong, lookup)


def _is_apart_from(outcome: Token, event: int, lookup: Lookup, ontology: Ontology) -> bool:
    """Whether an event is one of another sentence of which nobody dies (a burglary), or one that people died since or before."""
    word = outcome.doc[lookup.word_of(event)]
    bloodless = ontology.is_marked(lookup.reading.events[event].type, KGX.bloodless) and word.sent != outcome.sent
    if bloodless or word.dep_ not in ("pobj", "pcomp") or word.head.head != outcome:
        return bloodless
    return word.head.lower_ in _TIMES or word.head.lower_ == "after" and is_measured(word.head)  # "was shot days after the bombings"


def _only_dated(events: set[int], reading: Reading, ontology: Ontology) -> int | None:
    """The only one of some events that has a date, where the others may be it."""
    dated = [index for index in events if reading.events[index].time is not None]
    alike = len(dated) == 1 and all(ontology.may_be_one(reading.events[index].type, reading.events[dated[0]].type) for index in events)
    return dated[0] if alike else None


def _unlike(events: set[int], apart: set[int], outcome: Token, lookup: Lookup, ontology: Ontology) -> set[int]:
    """Some events without those that may be one that the outcome's own clause tells apart from it."""
    types = [event.type for event in lookup.reading.events]
    kinds = {types[index] for index in apart if outcome.doc[lookup.word_of(index)].sent == outcome.sent}
    return {index for index in events if not any(ontology.may_be_one(types[index], kind) for kind in kinds)}


def _told_in(outcome: Token, lookup: Lookup) -> int | None:
    """The event of which a relative clause tells what happened in it: "the attacks at the port on 22 March, in which 32 died"."""
    if outcome.dep_ != "relcl" or not tells_in_which(outcome):
        return None
    above = takewhile(lambda node: not is_verbal(node), (outcome.head, *outcome.head.ancestors))
    return next((index for node in above if (index := lookup.event_at(node.i)) is not None), None)


def _near(outcome: Token, lookup: Lookup, ontology: Ontology) -> Iterator[int]:
    """Events in the outcome's own sentence, the likeliest first: its subject, what it is part of, what is part of it."""
    if is_verbal(outcome):
        subjects = (lookup.event_at(arc.token.i) for arc in arcs(outcome, ontology) if arc.label == "subj")
        yield from (index for index in subjects if index is not None)
    yield from _below(outcome, lookup)
    node = outcome
    while node.head != node and node.dep_ != "ccomp" and not is_contrast(node) and not is_of_time(node, lookup):
        node = node.head
        index = lookup.event_at(node.i)
        if index is not None:
            yield index
        if is_verbal(node):
            carried = (lookup.event_at(arc.token.i) for arc in arcs(node, ontology) if arc.label in ("subj", "obj"))
            yield from (index for index in carried if index is not None)
    yield from _below(node, lookup)


def _below(token: Token, lookup: Lookup) -> Iterator[int]:
    for child in token.children:
        if child.dep_ in _ADJUNCTS and not is_contrast(child) and not (child.dep_ == "prep" and is_measured(child)):
            for other in child.subtree:
                index = lookup.event_at(other.i)
                if index is not None:
                    yield index


def _told_before(outcome: Token, able: set[int], lookup: Lookup, ontology: Ontology) -> int | None:
    """The article's event so far: the first able one that happened, unless the clause dates itself otherwise."""
    reading, already = lookup.reading, _is_of_victims(outcome, ontology)
    outcome = outcome.head if outcome.dep_ == "oprd" else outcome  # "in May a guard was found dead"
    if not already and any(child.dep_ == "advmod" and child.lower_ == "since" for child in outcome.children):
        return None  # "a witness, who has since died": of something else
    if not already and sums_up(outcome):
        return None
    times = times_of(outcome, already, lookup, ontology)
    places = places_of(outcome, lookup, ontology)
    days = limit(outcome, lookup), last_date(outcome, lookup)

    def fits(index: int) -> bool:
        event = reading.events[index]
        before = reading.mentions[event.triggers[0]].begin < outcome.idx and event.realis == KG.Actual
        there = already or not is_elsewhere(places, event, reading, ontology)
        dated = all(may_have(event, time, word, ontology) for word, time in times)
        return before and there and dated and not _is_of_other_days(outcome, days, index, lookup)

    told = (index for index in (*_there(outcome, able, lookup), *sorted(able, reverse=_points_back(outcome))) if fits(index))
    return next(told, None)


def _points_back(outcome: Token) -> bool:
    """Whether what brought the figure is pointed at: "that confrontation killed 150" takes up what was told last."""
    subjects = (child for child in outcome.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
    return any(inner.lower_ in ("this", "that") for subject in subjects for inner in subject.children if inner.dep_ == "det")


def _there(outcome: Token, able: set[int], lookup: Lookup) -> list[int]:
    """The events in a place that the outcome's sentence tells: "In Tonga the keeper was wounded"."""
    told = (token for token in outcome.sent if token.dep_ == "pobj" and token.head.lower_ == "in")
    places = {lookup.entity_at(token.i, token.idx) for token in told} - {None}
    events = lookup.reading.events
    return [index for index in sorted(able) if any(role.property == KG.place and role.entity in places for role in events[index].roles)]


def _is_of_other_days(outcome: Token, days: tuple[date | None, TimeExpression | None], event: int, lookup: Lookup) -> bool:
    """Whether the limit and the last date of an outcome, or those about an event without a date of its own, put them far apart."""
    if is_earlier(days[0], event, lookup) or is_told_apart(days[1], event, lookup) or is_summary(event, lookup):
        return True
    if lookup.reading.events[event].time is not None:
        return False
    return is_bygone(days[0], lookup) or is_bygone(limit(outcome.doc[lookup.word_of(event)], lookup), lookup)


def _told_in_lead(outcome: Token, able: set[int], lookup: Lookup) -> int | None:
    """The event of the first sentence that a headline's figure goes before: "Nineteen still missing in quarry"."""
    reading, headline = lookup.reading, lookup.reading.article.headline
    if headline is None or not headline[0] <= outcome.idx < headline[1]:
        return None
    lead = next((number for number, (begin, _end) in enumerate(reading.sentences) if begin >= headline[1]), None)
    told = [index for index in sorted(able) if reading.events[index].realis == KG.Actual]
    return next((index for index in told if reading.mentions[reading.events[index].triggers[0]].sentence == lead), None)


def _is_of_victims(outcome: Token, ontology: Ontology) -> bool:
    """Whether those who suffer are some of those harmed before: "four of the ten wounded died on Friday"."""
    counted = [child for child in outcome.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ == "NUM"]
    return any(tells_outcome(token, ontology) for figure in counted for token in figure.subtree if token.i > figure.i)
