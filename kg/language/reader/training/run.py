"""The training run: batches of the data sets in turn, seeded, with checkpoints that it goes on from."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import torch
from torch import Tensor, nn

from kg.language.reader.training import dwie, losses, muc, wikievents
from kg.language.reader.training.batches import Batch, Row, batch_of, batches
from kg.language.reader.training.examples import Document, tokenizer_of
from kg.language.reader.training.network import Network
from kg.language.reader.windows import SIZE

__all__ = ["Source", "sources", "train"]

_SEED = 1
_READ, _WHOLE = (SIZE,), (SIZE, 2 * SIZE)  # windows as in use; of MUC-4 also whole reports, which tell whom it is about
_QUIET = 0.5                     # share of the documents without any label that an epoch takes
_ENCODER_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARMING, _LOWEST = 0.06, 0.02   # share of the steps that the rate rises for; share of the rate that it falls to, linearly
_DECAY, _LONGEST = 0.01, 1.0     # of the weights; of the gradient
_REPORTED, _KEPT = 20, 200       # steps between lines of the log, and between checkpoints


@dataclass(frozen=True, slots=True)
class Source:
    """A data set: its documents, what is learnt from a batch, sizes of windows, word pieces a batch, and how often it is gone through.

    Of documents that tell nothing only every other one is taken in an epoch, by chance: they are half of MUC-4.
    """

    name: str
    documents: list[Document]
    loss: Callable[[Network, Batch], Tensor]
    sizes: tuple[int, ...]
    budget: int
    epochs: float

    def steps(self) -> int:
        """How many batches are taken of it."""
        return round(self.epochs * len(self._epoch(0)))

    def stream(self) -> Iterator[Batch]:
        """Batches without end, each epoch in an order of its own."""
        for epoch in count():
            yield from map(batch_of, self._epoch(epoch))

    def _epoch(self, number: int) -> list[list[Row]]:
        chance = random.Random(f"{_SEED} {self.name} {number}")
        taken = [document for document in self.documents if document.tells() or chance.random() < _QUIET]
        return batches(taken, self.sizes, self.budget, chance)


def sources(data: Path, encoder: Path, epochs: dict[str, float]) -> list[Source]:
    """The training parts in a folder of data sets; nothing is taken of the time expressions' set, whose licence forbids it."""
    known = tokenizer_of(str(encoder))
    return [
        Source("muc4", muc.documents(data / "muc4-train", known), losses.muc, _WHOLE, 3000, epochs["muc4"]),
        Source("wikievents", wikievents.documents(data / "wikievents-train", known), losses.wikievents, _READ, 2100, epochs["wikievents"]),
        Source("dwie", dwie.documents(data / "dwie-train", known), losses.dwie, _READ, 3000, epochs["dwie"]),
    ]


def train(found: list[Source], encoder: Path, out: Path, begin_with: Path | None = None) -> Network:
    """Trains, goes on from `out/checkpoint.pt` if there is one, and leaves the weights in `out/network.pt`.

    A run may begin with the weights that an earlier one left: its rate rises and falls anew (warm restarts, Loshchilov and Hutter 2017),
    and what it leaves is the mean of both runs' weights, which generalises better than either (Izmailov et al. 2018).
    """
    torch.manual_seed(_SEED)
    network = Network()
    network.encoder.load(encoder)
    earlier = torch.load(begin_with) if begin_with else None
    if earlier:
        network.load_state_dict(earlier)
    optimiser = _optimiser(network)
    order = _order(found)
    begin = _resume(network, optimiser, out)
    streams = {source.name: (source, source.stream()) for source in found}
    spent: dict[str, list[float]] = {source.name: [] for source in found}
    network.train()
    for step, name in enumerate(order):
        source, stream = streams[name]
        batch = next(stream)
        if step < begin:
            continue
        spent[name].append(_step(network, optimiser, source.loss, batch, _rate(step, len(order))))
        if (step + 1) % _REPORTED == 0:
            means = (f"{name} {sum(each) / max(1, len(each)):.3f}" for name, each in spent.items())
            print(f"step {step + 1} of {len(order)}:", *means, flush=True)
            spent = {source.name: [] for source in found}
        if (step + 1) % _KEPT == 0:
            _keep(network, optimiser, step + 1, out)
    if earlier:
        network.load_state_dict({name: (weights + earlier[name]) / 2 for name, weights in network.state_dict().items()})
    torch.save(network.state_dict(), out / "network.pt")
    return network


def _optimiser(network: Network) -> torch.optim.Optimizer:
    body = [weights for name, weights in network.named_parameters() if name.startswith("encoder.")]
    heads = [weights for name, weights in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": body, "peak": _ENCODER_RATE}, {"params": heads, "peak": _HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=_ENCODER_RATE, weight_decay=_DECAY, fused=True)


def _order(found: list[Source]) -> list[str]:
    """The sets in turn, each spread evenly over the run."""
    steps = {source.name: source.steps() for source in found}
    return [name for _, name in sorted(((step + 0.5) / number, name) for name, number in steps.items() for step in range(number))]


def _rate(step: int, steps: int) -> float:
    return min((step + 1) / (_WARMING * steps), max(_LOWEST, (steps - step) / ((1 - _WARMING) * steps)))


def _step(
    network: Network, optimiser: torch.optim.Optimizer, loss_of: Callable[[Network, Batch], Tensor], batch: Batch, rate: float
) -> float:
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * rate
    loss = loss_of(network, batch)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), _LONGEST)
    optimiser.step()
    optimiser.zero_grad(set_to_none=True)
    return float(loss.detach())


def _keep(network: Network, optimiser: torch.optim.Optimizer, step: int, out: Path) -> None:
    """Writes a checkpoint beside the old one, then over it, so that a run cut off in between loses nothing."""
    state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "chance": torch.get_rng_state()}
    torch.save(state, out / "checkpoint.new")
    (out / "checkpoint.new").replace(out / "checkpoint.pt")


def _resume(network: Network, optimiser: torch.optim.Optimizer, out: Path) -> int:
    """The step to go on from, with the weights of the last checkpoint; 0 where there is none."""
    out.mkdir(parents=True, exist_ok=True)
    if not (out / "checkpoint.pt").exists():
        return 0
    state = torch.load(out / "checkpoint.pt")
    network.load_state_dict(state["network"])
    optimiser.load_state_dict(state["optimiser"])
    torch.set_rng_state(state["chance"])
    return int(state["step"])
