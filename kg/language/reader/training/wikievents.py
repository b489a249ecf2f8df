"""WikiEvents: the words that name events, by KAIROS type, and who and what takes part in each."""

import json
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from kg.language.reader.labels import FAMILIES, KAIROS, KINDS, kind_of
from kg.language.reader.training.examples import Document, Trigger, tokenized

__all__ = ["documents"]

_NEAR = 40                   # word pieces about a trigger that stand in for its sentence where the data has none


def documents(folder: Path, tokenizer: Tokenizer) -> list[Document]:
    """The articles of a part of WikiEvents with their triggers."""
    found = []
    for gold in json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]:
        text = (folder / "articles" / f"{gold['name']}.txt").read_bytes().decode()
        document = tokenized(gold["name"], text, tokenizer)
        sentences = [document.pieces(*sentence) for sentence in gold["sentences"]]
        for event in gold["events"]:
            kind = kind_of(event["type"])
            if kind is not None:
                document.triggers.append(_trigger(document, event, kind, gold["entities"], sentences))
        found.append(document)
    return found


def _trigger(
    document: Document, event: dict[str, Any], kind: str, entities: dict[str, list[list[int]]], sentences: list[tuple[int, int]]
) -> Trigger:
    begin, end = document.pieces(*event["trigger"])
    around = (max(0, begin - _NEAR), min(len(document.ids), end + _NEAR))
    sentence = next((span for span in sentences if span[0] <= begin < span[1]), around)
    participants = []
    for argument in event["arguments"]:
        family = KAIROS[kind].get(argument["role"])
        if family is not None:
            nearest = min(entities[str(argument["entity"])], key=lambda mention: abs(mention[0] - event["trigger"][0]))
            participants.append((*document.pieces(*nearest[:2]), FAMILIES.index(family)))
    return Trigger(begin, end, KINDS.index(kind), sentence, tuple(participants))
