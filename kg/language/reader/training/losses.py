"""What the network is to learn from a batch of each data set, as a loss."""

import torch
import torch.nn.functional as functional
from torch import Tensor

from kg.language.reader.labels import INCIDENTS, KINDS
from kg.language.reader.training.batches import NO_LABEL, Batch
from kg.language.reader.training.network import Network

__all__ = ["dwie", "muc", "wikievents"]

# How much each label counts: rare labels on few pieces need more than their share of the pieces' mean.
_FILLER, _INCIDENT, _TRIGGER, _PARTICIPANT, _NAME = 6.0, 0.5, 5.0, 1.0, 3.0


def muc(network: Network, batch: Batch) -> Tensor:
    """Fillers a piece; types of incident a document, the surest of its windows."""
    states = network(batch.ids, batch.mask)
    fillers = _entropy(network.filler_tags(states), batch.filler_tags())
    scores = network.incidents(states[:, 0])
    names = [row.document.name for row in batch.rows]
    documents = {row.document.name: row.document for row in batch.rows}
    pooled = torch.stack([scores[[at for at, other in enumerate(names) if other == name]].amax(0) for name in documents])
    wanted = torch.zeros(len(documents), len(INCIDENTS))
    for at, document in enumerate(documents.values()):
        wanted[at, document.incidents] = 1.0
    return _FILLER * fillers + _INCIDENT * functional.binary_cross_entropy_with_logits(pooled, wanted)


def wikievents(network: Network, batch: Batch) -> Tensor:
    """Event words a piece; participants of each event word."""
    states = network(batch.ids, batch.mask)
    loss = _TRIGGER * _entropy(network.triggers(states), batch.trigger_tags())
    found = batch.triggers()
    tags = batch.part_tags()
    if not found or bool((tags == NO_LABEL).all()):
        return loss
    rows = torch.tensor([number for number, _ in found])
    places = torch.tensor([batch.rows[number].place(trigger.begin) for number, trigger in found])
    kinds = functional.one_hot(torch.tensor([1 + trigger.kind for _, trigger in found]), 1 + len(KINDS)).float()
    return loss + _PARTICIPANT * _entropy(network.parts(states, rows, places, kinds), tags)


def dwie(network: Network, batch: Batch) -> Tensor:
    """Names a piece."""
    return _NAME * _entropy(network.names(network(batch.ids, batch.mask)), batch.name_tags())


def _entropy(scores: Tensor, tags: Tensor) -> Tensor:
    return functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), tags.reshape(-1), ignore_index=NO_LABEL)
