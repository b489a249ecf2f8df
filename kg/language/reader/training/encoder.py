"""The six-layer MiniLM encoder (Wang et al. 2020, a BERT of width 384) in plain PyTorch, with the published weights."""

from pathlib import Path

import torch
import torch.nn.functional as functional
from safetensors.torch import load_file
from torch import Tensor, nn

__all__ = ["WIDTH", "Encoder"]

WIDTH, HEADS, LAYERS, INNER, VOCABULARY, POSITIONS = 384, 12, 6, 1536, 30522, 512
_EPSILON = 1e-12             # of BERT's layer normalisation
_NEVER = -10000.0            # what hides a padded piece from the others


class _Layer(nn.Module):
    """Self-attention and a feed-forward net, each with its residual and normalisation behind it (post-norm, as in BERT)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.mixed, self.attended = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, _EPSILON), nn.LayerNorm(WIDTH, _EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, hidden: Tensor) -> Tensor:
        rows, length, _ = states.shape
        query, key, value = self.mixed(states).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden).transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.first(states + self.dropout(self.attended(mixed)))
        return self.second(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Encoder(nn.Module):
    """Word pieces to states: ids and mask [rows, length] of integers give [rows, length, WIDTH]."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, _EPSILON), nn.Dropout(dropout)
        self.layers = nn.ModuleList(_Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The states of the pieces of each row; `mask` is 0 where a row is padded."""
        states = self.dropout(self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]]))
        hidden = (1.0 - mask[:, None, None, :].to(states.dtype)) * _NEVER
        for layer in self.layers:
            states = layer(states, hidden)
        return states

    def load(self, folder: Path) -> "Encoder":
        """Takes the published weights from `model.safetensors` in a folder; every text is of BERT's first segment."""
        published = load_file(str(folder / "model.safetensors"))
        segment = published["embeddings.token_type_embeddings.weight"][0]
        own = {
            "words.weight": published["embeddings.word_embeddings.weight"],
            "positions.weight": published["embeddings.position_embeddings.weight"] + segment,
        }
        names = {"norm": "embeddings.LayerNorm"}
        for index in range(LAYERS):
            here, there = f"layers.{index}.", f"encoder.layer.{index}."
            for part in ("weight", "bias"):
                three = [published[f"{there}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
                own[f"{here}mixed.{part}"] = torch.cat(three)
            names |= {
                f"{here}attended": f"{there}attention.output.dense", f"{here}first": f"{there}attention.output.LayerNorm",
                f"{here}wide": f"{there}intermediate.dense", f"{here}narrow": f"{there}output.dense",
                f"{here}second": f"{there}output.LayerNorm",
            }
        own |= {f"{mine}.{part}": published[f"{its}.{part}"] for mine, its in names.items() for part in ("weight", "bias")}
        self.load_state_dict(own)
        return self
