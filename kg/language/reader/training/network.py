"""The network: one encoder, and on its states a head for each thing that the reader labels."""

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from kg.language.reader.labels import FAMILIES, FILLERS, INCIDENTS, KINDS, NAMES
from kg.language.reader.training.encoder import WIDTH, Encoder

__all__ = ["REACH", "Network", "Shipped"]

REACH = 127                  # word pieces: how far from its trigger a participant is still told by its distance
CANDIDATE = 0.1              # how likely a piece must name an event for its participants to be looked for
_WIDTH = 192


class _Participants(nn.Module):
    """The part that each piece of a window plays in the event of one of its triggers."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.piece, self.trigger, self.gate = nn.Linear(WIDTH, _WIDTH), nn.Linear(WIDTH, _WIDTH), nn.Linear(WIDTH, _WIDTH)
        self.kind, self.distance = nn.Linear(1 + len(KINDS), _WIDTH, bias=False), nn.Embedding(2 * REACH + 1, _WIDTH)
        self.dropout, self.middle, self.out = nn.Dropout(dropout), nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, 1 + 2 * len(FAMILIES))

    def forward(self, states: Tensor, triggers: Tensor, kinds: Tensor, places: Tensor) -> Tensor:
        """states [t, length, WIDTH] of the trigger's window, triggers [t, WIDTH], kinds [t, 1 + KINDS], places [t] in the window."""
        distance = (torch.arange(states.shape[1]) - places[:, None]).clamp(-REACH, REACH) + REACH
        pieces = self.piece(states)
        pieces = pieces * torch.tanh(self.gate(triggers))[:, None] + pieces
        mixed = pieces + (self.trigger(triggers) + self.kind(kinds))[:, None] + self.distance(distance)
        mixed = self.dropout(functional.gelu(mixed))
        return self.out(self.dropout(functional.gelu(self.middle(mixed)) + mixed))


class Network(nn.Module):
    """The encoder with its heads; each head gives scores before the softmax (logits)."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder, self.dropout = Encoder(dropout), nn.Dropout(dropout)
        self.fillers, self.incidents = nn.Linear(WIDTH, 3 * len(FILLERS)), nn.Linear(WIDTH, len(INCIDENTS))
        self.triggers, self.names = nn.Linear(WIDTH, 1 + len(KINDS)), nn.Linear(WIDTH, 1 + 2 * len(NAMES))
        self.participants = _Participants(dropout)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The states of the pieces, [rows, length, WIDTH], on which the heads stand."""
        return self.dropout(self.encoder(ids, mask))

    def filler_tags(self, states: Tensor) -> Tensor:
        """[rows, length, FILLERS, outside | begin | inside]"""
        return self.fillers(states).view(*states.shape[:2], len(FILLERS), 3)

    def parts(self, states: Tensor, rows: Tensor, places: Tensor, kinds: Tensor) -> Tensor:
        """The participants of triggers that stand at `places` in the windows `rows`: [triggers, length, tags]."""
        return self.participants(states[rows], states[rows, places], kinds, places)


class Shipped(nn.Module):
    """The network as it is used: probabilities, and the participants of whatever is likely enough to be a trigger.

    Its outputs, for ids and mask [rows, length]: fillers [rows, length, FILLERS, 3], incidents [rows, INCIDENTS], triggers
    [rows, length, 1 + KINDS], names [rows, length, 1 + 2 NAMES], owners [t, row and place of a trigger], parts [t, length, tags].
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """The outputs, in the order above."""
        states = self.network(ids, mask)
        triggers = torch.softmax(self.network.triggers(states), -1)
        owners = torch.nonzero((1.0 - triggers[:, :, 0]) * mask > CANDIDATE)
        rows, places = owners[:, 0], owners[:, 1]
        return (
            torch.softmax(self.network.filler_tags(states), -1),
            torch.sigmoid(self.network.incidents(states[:, 0])),
            triggers,
            torch.softmax(self.network.names(states), -1),
            owners,
            torch.softmax(self.network.parts(states, rows, places, triggers[rows, places]), -1),
        )
