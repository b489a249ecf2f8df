"""Quantities: numbers that count people or things, with the bounds that "at least", "more than" or "dozens" leave open.

Ages, dates, clock times, money, shares, distances, durations, ordinals and numbers that name (Highway 61, Flight 93) count nothing.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.language.spans import root
from kg.model import Form, Mention, Quantity, Reading
from kg.ontology import Ontology
from kg.stages.numbers.counted import counted, counts, measures, names
from kg.stages.numbers.runs import Run, may_begin, run_at, upper_end, words
from kg.terms import KG

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends a mention and a Quantity for every number that counts; time expressions must have been found before.

    The mention covers the figure with what bounds it ("at least 52"); "more than 52" is a minimum of 53, "dozens" one of 24.
    """
    spelt = [token.lower_ for token in doc]
    times = {token for span in _time_tokens(reading, doc) for token in span}
    begins = [begin for begin, _ in reading.sentences]
    mentions, quantities = list(reading.mentions), list(reading.quantities)
    for begin, end, quantity in _quantities(doc, spelt, times):
        start = doc[begin].idx
        sentence = max(0, bisect_right(begins, start) - 1)
        quantities.append(replace(quantity, mention=len(mentions)))
        mentions.append(Mention(start, doc[end - 1].idx + len(doc[end - 1]), Form.QUANTITY, KG.Mention, root(doc, begin, end), sentence))
    return replace(reading, mentions=tuple(mentions), quantities=tuple(quantities))


def _time_tokens(reading: Reading, doc: Doc) -> Iterator[range]:
    starts = [token.idx for token in doc]
    for time in reading.times:
        mention = reading.mentions[time.mention]
        yield range(bisect_right(starts, mention.begin) - 1, bisect_right(starts, mention.end - 1))


def _quantities(doc: Doc, spelt: Sequence[str], times: set[int]) -> Iterator[tuple[int, int, Quantity]]:
    """Every quantity with the tokens of its mention, in order."""
    position = 0
    for begin in [number for number, word in enumerate(spelt) if may_begin(word)]:
        run = run_at(spelt, begin) if begin >= position else None
        if run is None:
            continue
        position = run.end
        if times.intersection(range(run.begin, run.end)):
            continue
        upper = upper_end(spelt, run)
        if upper is not None and begin and spelt[begin - 1] == "from" and counted(doc, upper) is None:
            upper = None  # "rose from 12 to 17"
        last = upper or run
        if names(doc, spelt, run) or measures(doc, spelt, last):
            continue
        position = last.end
        noun = counted(doc, last)
        if noun is None and upper is not None:
            noun = next((token for token in (counted(doc, run),) if token is not None and token >= last.end), None)
        if counts(doc, spelt, run, last, noun):
            yield _quantity(spelt, run, upper, noun)


def _quantity(spelt: Sequence[str], run: Run, upper: Run | None, noun: int | None) -> tuple[int, int, Quantity]:
    begin, end = run.begin, (upper or run).end
    amount = int(run.amount)
    if upper is not None:
        begin -= begin > 0 and spelt[begin - 1] == "between"
        return begin, end, Quantity(0, amount, int(upper.amount), noun)
    bound, width = _bound(words().before, spelt, begin, ends_here=True)
    begin -= width
    if bound in (None, "near"):
        after, width = _bound(words().after, spelt, end, ends_here=False)
        bound, end = after or bound, end + width
    if bound in ("most", "under"):
        return begin, end, Quantity(0, None, amount - (bound == "under"), noun)
    if not run.vague:  # "several hundred" are at least two hundred; what is more than dozens is dozens
        amount = 2 * amount if bound == "many" else amount + (bound == "over")
    if run.vague or bound in ("least", "over", "many"):
        return begin, end, Quantity(0, amount, None, noun)
    return begin, end, Quantity(0, amount, amount, noun)


def _bound(phrases: tuple[tuple[tuple[str, ...], str], ...], spelt: Sequence[str], at: int, *, ends_here: bool) -> tuple[str | None, int]:
    """The bounding phrase that ends before a token or begins at it, and its length."""
    for phrase, bound in phrases:
        start = at - len(phrase) if ends_here else at
        if start >= 0 and tuple(spelt[start:start + len(phrase)]) == phrase:
            return bound, len(phrase)
    return None, 0
