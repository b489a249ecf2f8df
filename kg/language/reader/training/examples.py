"""Labelled documents as the training takes them: word pieces, with whatever labels the document's data set has."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from tokenizers import Tokenizer

__all__ = ["Document", "Trigger", "tokenized", "tokenizer_of"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event's word: pieces [begin, end), its label, its sentence, and the pieces and families of who takes part."""

    begin: int
    end: int
    kind: int
    sentence: tuple[int, int]
    participants: tuple[tuple[int, int, int], ...]


@dataclass(slots=True)
class Document:
    """Word pieces of a text with their offsets in code points, and the labels of its data set; what a set lacks stays empty."""

    name: str
    text: str
    ids: list[int]
    offsets: list[tuple[int, int]]
    fillers: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    incidents: list[int] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    names: list[tuple[int, int, int]] = field(default_factory=list)

    def tells(self) -> bool:
        """Whether the document has any label."""
        return bool(self.incidents or self.triggers or self.names or any(self.fillers.values()))

    def pieces(self, begin: int, end: int) -> tuple[int, int]:
        """The pieces [first, last) that characters [begin, end) lie in."""
        return bisect_right(self.offsets, begin, key=lambda piece: piece[1]), bisect_left(self.offsets, end, key=lambda piece: piece[0])


def tokenizer_of(folder: str) -> Tokenizer:
    """The encoder's own tokenizer, without padding and truncation: windows are ours to make."""
    tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def tokenized(name: str, text: str, tokenizer: Tokenizer) -> Document:
    """A document without labels."""
    code = tokenizer.encode(text, add_special_tokens=False)
    return Document(name, text, code.ids, code.offsets)
