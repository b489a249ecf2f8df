"""Batches of windows: documents of one data set, all windows of a document together, of similar length, in a seeded order."""

import random
from dataclasses import dataclass

import torch
from torch import Tensor

from kg.language.reader.labels import FILLERS
from kg.language.reader.training.examples import Document, Trigger
from kg.language.reader.windows import CLS, SEP, windows

__all__ = ["NO_LABEL", "Batch", "Row", "batch_of", "batches"]

NO_LABEL = -100              # what PyTorch's cross-entropy leaves out
_BLUR = 60                   # word pieces by which lengths are blurred, so that an epoch's batches differ from the last one's
_STEP = 32                   # widths are multiples of this many pieces: fewer shapes, less work for the kernels
_OVERLAP = 32                # of training's windows
_LONGEST = 512               # pieces that the encoder has positions for


@dataclass(frozen=True, slots=True)
class Row:
    """A window [begin, end) of a document's pieces."""

    document: Document
    begin: int
    end: int

    def place(self, piece: int) -> int:
        """Where a piece of the document stands in the row: behind the one that opens it."""
        return piece - self.begin + 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows as the encoder takes them, with the labels of each piece."""

    rows: list[Row]
    ids: Tensor
    mask: Tensor

    def spans(self, row: int, spans: list[tuple[int, int, int]], tags: Tensor) -> None:
        """Writes BIO tags of spans (begin, end, label) into the tags [length] of a row; its other pieces become outside."""
        window = self.rows[row]
        tags[1 : window.end - window.begin + 1] = 0
        for begin, end, label in spans:
            first, last = max(begin, window.begin), min(end, window.end)
            if first < last:
                tags[window.place(first) : window.place(last)] = 2 + 2 * label
                if first == begin:
                    tags[window.place(first)] = 1 + 2 * label

    def empty(self) -> Tensor:
        """Tags [rows, length] that count for nothing."""
        return torch.full(self.ids.shape, NO_LABEL)

    def filler_tags(self) -> Tensor:
        """Tags [rows, length, FILLERS] of MUC-4's roles, each on its own."""
        tags = torch.stack([self.empty()] * len(FILLERS), -1)
        for number, row in enumerate(self.rows):
            for role in range(len(FILLERS)):
                self.spans(number, [(*span, 0) for span in row.document.fillers[role]], tags[number, :, role])
        return tags

    def name_tags(self) -> Tensor:
        """Tags [rows, length] of names."""
        tags = self.empty()
        for number, row in enumerate(self.rows):
            self.spans(number, row.document.names, tags[number])
        return tags

    def trigger_tags(self) -> Tensor:
        """The label [rows, length] of each piece that names an event, from 1."""
        tags = self.empty()
        for number, row in enumerate(self.rows):
            tags[number, 1 : row.end - row.begin + 1] = 0
        for number, trigger in self.triggers():
            row = self.rows[number]
            tags[number, row.place(trigger.begin) : row.place(trigger.end)] = 1 + trigger.kind
        return tags

    def triggers(self) -> list[tuple[int, Trigger]]:
        """The triggers that lie in a row, with the row's number."""
        return [
            (number, trigger) for number, row in enumerate(self.rows) for trigger in row.document.triggers
            if row.begin <= trigger.begin < trigger.end <= row.end
        ]

    def part_tags(self) -> Tensor:
        """Tags [triggers, length] of who takes part, within the trigger's sentence."""
        tags = torch.full((len(self.triggers()), self.ids.shape[1]), NO_LABEL)
        for at, (number, trigger) in enumerate(self.triggers()):
            self.spans(number, list(trigger.participants), tags[at])
            row = self.rows[number]
            tags[at, : max(1, row.place(trigger.sentence[0]))] = NO_LABEL
            tags[at, max(1, row.place(trigger.sentence[1])) :] = NO_LABEL
        return tags


def batches(documents: list[Document], sizes: tuple[int, ...], budget: int, chance: random.Random) -> list[list[Row]]:
    """One epoch: the rows of batches of about `budget` word pieces, shuffled; each document is cut to one of the sizes, by chance."""
    cut = [(chance.choice(sizes), index) for index in range(len(documents))]
    blurred = sorted((min(len(documents[index].ids), size) + chance.random() * _BLUR, size, index) for size, index in cut)
    groups: list[list[Row]] = [[]]
    for _, size, index in blurred:
        rows = [Row(documents[index], *window) for window in windows(len(documents[index].ids), size, _OVERLAP)]
        if groups[-1] and _width(groups[-1] + rows) * (len(groups[-1]) + len(rows)) > budget:
            groups.append([])
        groups[-1] += rows
    chance.shuffle(groups)
    return groups


def _width(rows: list[Row]) -> int:
    return min(-(-(max(row.end - row.begin for row in rows) + 2) // _STEP) * _STEP, _LONGEST)


def batch_of(rows: list[Row]) -> Batch:
    """The rows of a batch as tensors, padded to one width."""
    ids = torch.zeros(len(rows), _width(rows), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for number, row in enumerate(rows):
        pieces = [CLS, *row.document.ids[row.begin : row.end], SEP]
        ids[number, : len(pieces)] = torch.tensor(pieces)
        mask[number, : len(pieces)] = 1
    return Batch(rows, ids, mask)
