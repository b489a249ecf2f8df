"""From the network's probabilities to what was heard: labels on words, with how sure each is."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kg.language.reader.labels import FAMILIES, FILLERS, INCIDENTS, KINDS
from kg.model import Heard, Span

__all__ = ["Array", "Probabilities", "hear", "words"]

_LEAST = 0.1                 # what is less likely is not handed on; the arbiter asks for more
Array = NDArray[np.float32]
Word = tuple[int, int, int]  # begin, end, first piece


@dataclass(frozen=True, slots=True)
class Probabilities:
    """What the network says of each word piece of a text, its windows put together.

    `fillers` [pieces, FILLERS, 3], `triggers` [pieces, 1 + KINDS], `incidents` [INCIDENTS]; `parts`
    maps the piece of a likely trigger to the first piece of its window and the tags [length, 1 + 2 FAMILIES] of that.
    """

    fillers: Array
    triggers: Array
    incidents: Array
    parts: dict[int, tuple[int, Array]]


def words(text: str, offsets: list[Span]) -> list[Word]:
    """The words of a text, each with its first piece; what hangs together by letters and digits is one.

    >>> words("car-bomb's", [(0, 3), (3, 4), (4, 6), (6, 8), (8, 9), (9, 10)])
    [(0, 3, 0), (3, 4, 1), (4, 8, 2), (8, 9, 4), (9, 10, 5)]
    """
    found: list[Word] = []
    for piece, (begin, end) in enumerate(offsets):
        if found and begin == found[-1][1] and text[begin - 1].isalnum() and text[begin : begin + 1].isalnum():
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((begin, end, piece))
    return found


def hear(text: str, found: list[Word], said: Probabilities) -> tuple[Heard, ...]:
    """All labels that are likely enough to be judged: events and who takes part, fillers of incidents, types of incident."""
    heard: list[Heard] = []
    for index, role in enumerate(FILLERS):
        heard += [Heard(label, begin, end, sure) for begin, end, sure, label in _spans(found, said.fillers[:, index], (role,))]
    for begin, end, piece in found:
        kind = int(said.triggers[piece, 1:].argmax())
        sure = float(1 - said.triggers[piece, 0])
        if sure >= _LEAST and text[begin].isalnum():
            heard.append(Heard(KINDS[kind], begin, end, sure))
            heard += _participants(found, said, piece, begin)
    heard += [Heard(label, 0, 0, float(sure)) for label, sure in zip(INCIDENTS, said.incidents, strict=True)]
    return tuple(heard)


def _participants(found: list[Word], said: Probabilities, piece: int, trigger: int) -> Iterator[Heard]:
    """Who takes part in the event that is named at a piece, as far as its window goes."""
    if piece in said.parts:
        first, tags = said.parts[piece]
        low, high = (bisect_left(found, at, key=lambda word: word[2]) for at in (first, first + len(tags)))
        inside = [(begin, end, at - first) for begin, end, at in found[low:high]]
        yield from (Heard(label, begin, end, sure, trigger) for begin, end, sure, label in _spans(inside, tags, FAMILIES))


def _spans(found: Iterable[Word], tags: Array, labels: tuple[str, ...]) -> Iterator[tuple[int, int, float, str]]:
    """Runs of words with one label, by BIO tags [pieces, outside, begin and inside of each label]; as sure as the surest word.

    What begins where the last one ended is taken as one with it: the tags begin a name anew more often than a second name follows.
    """
    sums = tags[:, 1::2] + tags[:, 2::2]
    run: tuple[int, int, float, str] | None = None
    for begin, end, piece in found:
        best = int(sums[piece].argmax())
        sure, label = float(sums[piece, best]), labels[best]
        if sure < _LEAST:
            if run:
                yield run
            run = None
        elif run and run[3] == label:
            run = (run[0], end, max(run[2], sure), label)
        else:
            if run:
                yield run
            run = (begin, end, sure, label)
    if run:
        yield run
