"""Events that a text counts days from: "was found on Tuesday, three days after gunmen took him"."""

from datetime import timedelta
from re import fullmatch

from spacy.tokens import Doc, Token

from kg.language.subjects import verb_over
from kg.lookup import Lookup
from kg.model import EventTime, Evidence, Mention, Reading, TimeExpression
from kg.terms import KGX

__all__ = ["offsets"]

_DAYS = r"P(\d{1,3})D"
_TOWARDS = {"after": -1, "before": 1}
_CONFIDENCE = 0.8


def offsets(reading: Reading, doc: Doc, lookup: Lookup) -> dict[int, EventTime]:
    """The days of the events that so many days passed since, or were left to, the day that a verb is told with."""
    found: dict[int, EventTime] = {}
    for time in reading.times:
        days, mention = fullmatch(_DAYS, time.value), reading.mentions[time.mention]
        marker = doc[mention.head].nbor(1) if days and mention.head + 1 < len(doc) else None
        if days is None or marker is None or marker.lower_ not in _TOWARDS:
            continue
        event, day = _counted_from(marker, lookup), _day_of(marker, lookup)
        if event is not None and day is not None and day.earliest is not None:
            counted = day.earliest + timedelta(_TOWARDS[marker.lower_] * int(days[1]))
            proof = _evidence(mention, reading.mentions[day.mention])
            found.setdefault(event, EventTime(counted.isoformat(), counted, counted, None, (proof,)))
    return found


def _counted_from(marker: Token, lookup: Lookup) -> int | None:
    """The event of the clause that "after" or "before" begins, or of the noun behind it."""
    words = [marker.head] if marker.dep_ == "mark" else [child for child in marker.children if child.dep_ in ("pobj", "pcomp")]
    return next((event for word in words if (event := lookup.event_at(word.i)) is not None), None)


def _day_of(marker: Token, lookup: Lookup) -> TimeExpression | None:
    """The single day with which the verb above an "after" or "before" is told."""
    verb = verb_over(marker.head if marker.dep_ == "mark" else marker)
    if verb is None:
        return None
    told = (lookup.reading.times[lookup.times[token.i]] for token in verb.subtree if token.i in lookup.times and token.i < marker.i)
    days = (time for time in told if time.earliest is not None and time.earliest == time.latest)
    return next((day for day in days if verb_over(verb.doc[lookup.reading.mentions[day.mention].head]) == verb), None)


def _evidence(count: Mention, day: Mention) -> Evidence:
    return Evidence(count.sentence, KGX.time, _CONFIDENCE, tuple(sorted([(day.begin, day.end), (count.begin, count.end)])))
