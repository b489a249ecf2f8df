"""The learned reader as it is used: the network in ONNX Runtime, one article at a time, one thread, fixed windows."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from kg.language.reader.heard import Probabilities, hear, words
from kg.language.reader.labels import FILLERS, INCIDENTS, KINDS
from kg.language.reader.windows import CLS, SEP, windows
from kg.model import Heard

__all__ = ["NETWORK", "Reader", "load"]

_HERE = Path(__file__).parent
_OUTPUTS = ["fillers", "incidents", "triggers", "owners", "parts"]  # the head of names is for training alone
NETWORK, _PIECES = _HERE / "reader.onnx", _HERE / "pieces.json"


class Reader:
    """Hears in a text what the network was taught; the same text is always heard the same, alone or among others."""

    name = "dateline_reader-3"

    def __init__(self, network: Path = NETWORK) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(_PIECES))

    def hear(self, text: str, capitals: bool = False) -> tuple[Heard, ...]:
        """The labels on the words of a text, with offsets in code points; a text without words has none.

        Fillers and types of incident (labels without words) are told of wire copy in `capitals` alone, all that these heads were taught on.
        """
        code = self._tokenizer.encode(text, add_special_tokens=False)
        heard = hear(text, words(text, code.offsets), self._probabilities(code.ids)) if code.ids else ()
        return heard if capitals else tuple(label for label in heard if label.end and label.label not in FILLERS)

    def _probabilities(self, ids: list[int]) -> Probabilities:
        """The windows of a text one by one, each piece as the window says it that has the most around it."""
        said = Probabilities(
            np.zeros((len(ids), len(FILLERS), 3), np.float32), np.zeros((len(ids), 1 + len(KINDS)), np.float32),
            np.zeros(len(INCIDENTS), np.float32), {},
        )
        most = np.full(len(ids), -1)
        for begin, end in windows(len(ids)):
            row = np.array([[CLS, *ids[begin:end], SEP]], dtype=np.int64)
            fillers, incidents, triggers, owners, parts = self._session.run(_OUTPUTS, {"ids": row, "mask": np.ones_like(row)})
            around = _around(begin, end, len(ids))
            better = np.flatnonzero(around > most[begin:end])
            most[begin + better] = around[better]
            said.fillers[begin + better], said.triggers[begin + better] = fillers[0, 1 + better], triggers[0, 1 + better]
            np.maximum(said.incidents, incidents[0], out=said.incidents)
            mine = set(better.tolist())
            for (_, at), tags in zip(owners.tolist(), parts, strict=True):
                if at - 1 in mine:
                    said.parts[begin + at - 1] = (begin, tags[1:-1])
        return said


def _around(begin: int, end: int, length: int) -> NDArray[np.int64]:
    """How many pieces a window has on the shorter side of each of its own; the ends of the text do not count as ends."""
    place, ends = np.arange(end - begin), np.full(end - begin, length)
    return np.minimum(place if begin > 0 else ends, place[::-1] if end < length else ends)


@cache
def load(network: Path = NETWORK) -> Reader:
    """The reader that ships, loaded when it is first asked for."""
    return Reader(network)
