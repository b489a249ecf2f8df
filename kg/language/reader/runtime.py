"""The learned reader as it is used: the network in ONNX Runtime, one article at a time, one thread, fixed windows."""

from functools import cache
from pathlib import Path

import numpy as np
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from kg.language.reader.heard import Array, Probabilities, hear, words
from kg.language.reader.windows import CLS, SEP, windows
from kg.model import Heard

__all__ = ["NETWORK", "Reader", "load"]

_HERE = Path(__file__).parent
_OUTPUTS = ["fillers", "incidents", "triggers", "owners", "parts"]  # the head of names is for training alone
NETWORK, _PIECES = _HERE / "reader.onnx", _HERE / "pieces.json"


class Reader:
    """Hears in a text what the network was taught; the same text is always heard the same, alone or among others."""

    name = "dateline_reader-1"

    def __init__(self, network: Path = NETWORK) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(_PIECES))

    def hear(self, text: str, capitals: bool = False) -> tuple[Heard, ...]:
        """The labels on the words of a text, with offsets in code points; a text without words has none.

        Types of incident, labels without words, are told of wire copy in `capitals` alone, all that this head was taught on.
        """
        code = self._tokenizer.encode(text, add_special_tokens=False)
        heard = hear(text, words(text, code.offsets), self._probabilities(code.ids)) if code.ids else ()
        return heard if capitals else tuple(label for label in heard if label.end)

    def _probabilities(self, ids: list[int]) -> Probabilities:
        """The windows of a text in one run, each piece as the window says it that has the most around it."""
        spans = windows(len(ids))
        rows = np.array([[CLS, *ids[begin:end], SEP] for begin, end in spans], dtype=np.int64)
        fillers, incidents, triggers, owners, parts = self._session.run(_OUTPUTS, {"ids": rows, "mask": np.ones_like(rows)})
        home = np.array([max(range(len(spans)), key=lambda at: _around(piece, spans[at], len(ids))) for piece in range(len(ids))])
        place = np.arange(len(ids)) - np.array([spans[at][0] for at in home]) + 1
        heard: dict[int, tuple[int, Array]] = {}
        for (row, at), tags in zip(owners.tolist(), parts, strict=True):
            piece = spans[row][0] + at - 1
            if spans[row][0] <= piece < spans[row][1] and home[piece] == row:
                heard[piece] = (spans[row][0], tags[1:-1])
        return Probabilities(fillers[home, place], triggers[home, place], incidents.max(0), heard)


def _around(piece: int, window: tuple[int, int], length: int) -> int:
    """How many pieces a window has on the shorter side of a piece; the ends of the text do not count as ends; -1 outside of it."""
    begin, end = window
    if not begin <= piece < end:
        return -1
    before = piece - begin if begin > 0 else length
    return min(before, end - 1 - piece if end < length else length)


@cache
def load(network: Path = NETWORK) -> Reader:
    """The reader that ships, loaded when it is first asked for."""
    return Reader(network)
