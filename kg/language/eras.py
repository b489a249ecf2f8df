"""Whether what a word tells can be of the time of an event: by the dates over it in its sentence, and by the last ones of its paragraph."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from spacy.tokens import Token

from kg.language.spans import sentence_start
from kg.language.subjects import is_verbal
from kg.lookup import Lookup
from kg.model import Event, Reading, TimeExpression
from kg.terms import KG

__all__ = ["is_background", "is_bygone", "is_earlier", "is_summary", "is_told_apart", "last_date", "limit", "recurs", "today"]

_FAR = timedelta(days=90)
_NEWS = timedelta(days=31)
_SPANS = frozenset({"day", "week", "month", "year", "decade"})


def today(reading: Reading) -> date | None:
    """The day of publication; of an article without one, the last day on which something is told to have happened."""
    if reading.article.date is not None:
        return reading.article.date
    days = (event.time for event in reading.events if event.time is not None and event.realis == KG.Actual)
    return max((day.latest for day in days if day.latest is not None and day.latest == day.earliest), default=None)


def limit(token: Token, lookup: Lookup) -> date | None:
    """The last day on which what a word tells can have been, by the dates of the verbs over it in its sentence."""
    return min((time.latest for time in _over(token, lookup) if time.latest is not None), default=None)


def is_earlier(latest: date | None, event: int, lookup: Lookup) -> bool:
    """Whether a limit lies long before an event: whom a court cleared of murder in 1999 did not commit it in 2001.

    What the headline and the lead tell without a date is of the day of publication.
    """
    time = lookup.reading.events[event].time
    begin = time.earliest if time is not None else today(lookup.reading) if _is_news(event, lookup) else None
    return latest is not None and begin is not None and latest + _FAR < begin


def is_bygone(latest: date | None, lookup: Lookup) -> bool:
    """Whether a limit lies long before the day of publication."""
    published = today(lookup.reading)
    return latest is not None and published is not None and latest + _FAR < published


def is_background(event: Event, published: date | None) -> bool:
    """Whether an event lies more than a month before the day of publication: what led up to the news, or is remembered."""
    return bool(published and event.time and event.time.latest and published - event.time.latest > _NEWS)


def recurs(word: Token, lookup: Lookup) -> bool:
    """Whether a clause is told of every day or year, or a time is ranked by it: "die every year", "the worst month for murder"."""
    around = [word, *(child for child in word.children if child.dep_ in ("dobj", "nsubj", "nsubjpass"))]
    around += [word.head] if word.dep_ in ("dobj", "nsubjpass") and not is_verbal(word) else []  # "69 murders are committed every day"
    times = (lookup.times.get(child.i) for one in around for child in one.children if child.dep_ in ("npadvmod", "advmod"))
    return _ranks_time(word) or any(time is not None and lookup.reading.times[time].type == "SET" for time in times)


def _ranks_time(noun: Token) -> bool:
    ranked = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    return ranked is not None and ranked.lower_ in _SPANS and any(child.tag_ in ("JJS", "RBS") for child in ranked.children)


def is_summary(event: int, lookup: Lookup) -> bool:
    """Whether an event sums up what has been since some day long ago: "a group that has killed seven people since 1988"."""
    time, published = lookup.reading.events[event].time, today(lookup.reading)
    if published is None or time is None or time.latest is not None or time.earliest is None:
        return False
    return time.earliest + _FAR < published


def is_told_apart(told: TimeExpression | None, event: int, lookup: Lookup) -> bool:
    """Whether a paragraph's last date is far from an event: "In 1993 a bomb tore his door off. A guard lost an eye"."""
    time = lookup.reading.events[event].time
    if told is None or told.earliest is None or told.latest is None:
        return False
    if time is None or time.earliest is None or time.latest is None:
        return False
    return told.latest + _FAR < time.earliest or time.latest + _FAR < told.earliest


def _is_news(event: int, lookup: Lookup) -> bool:
    """Whether an event is told in the headline or in the first sentence of the body."""
    reading = lookup.reading
    headline_end = reading.article.headline[1] if reading.article.headline else 0
    sentence = reading.mentions[reading.events[event].triggers[0]].sentence
    return sentence == 0 or reading.sentences[sentence - 1][0] < headline_end


def _over(token: Token, lookup: Lookup) -> Iterator[TimeExpression]:
    """The dates of the verbs above a word, in its sentence."""
    above = {node.i for node in token.ancestors if is_verbal(node)}
    for other in token.sent if above else ():
        index = lookup.times.get(other.i)
        verb = _dated_by(other, lookup) if index is not None else None
        if index is not None and verb is not None and verb.i in above and lookup.reading.times[index].type == "DATE":
            yield lookup.reading.times[index]


def _dated_by(time: Token, lookup: Lookup) -> Token | None:
    """The verb that a date is told with; none where it is that of another event's noun ("the deadliest attack since the 2003 bombing")."""
    for node in time.ancestors:
        if is_verbal(node):
            return node
        if node.lower_ == "since" or lookup.event_at(node.i) is not None:
            return None
    return None


def last_date(token: Token, lookup: Lookup) -> TimeExpression | None:
    """The last date that a paragraph tells before the sentence of a word."""
    reading, end = lookup.reading, token.doc[sentence_start(token)].idx
    block = bisect_right(reading.article.blocks, token.idx, key=lambda block: block[0]) - 1
    begin = reading.article.blocks[block][0] if block >= 0 else 0
    dates = [time for time in reading.times if begin <= reading.mentions[time.mention].begin < end and time.type == "DATE"]
    dated = [time for time in dates if time.earliest is not None and time.latest is not None]
    return max(dated, key=lambda time: reading.mentions[time.mention].begin, default=None)
