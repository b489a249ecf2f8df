"""DWIE: the names of Deutsche Welle's articles, by the class of what they name."""

import json
from pathlib import Path

from tokenizers import Tokenizer

from kg.language.reader.labels import NAMES
from kg.language.reader.training.examples import Document, tokenized

__all__ = ["documents"]


def documents(folder: Path, tokenizer: Tokenizer) -> list[Document]:
    """The articles of a part of DWIE with the mentions of entities; adjectives, roles, times and money are no entities."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]
    found = []
    for name in sorted(gold):
        document = tokenized(name, (folder / "articles" / f"{name}.txt").read_bytes().decode(), tokenizer)
        for mention in gold[name]["mentions"]:
            types = gold[name]["concepts"][str(mention["concept"])]["types"]
            if "entity" in types:
                label = next((known for known in NAMES[:-1] if known in types), NAMES[-1])
                document.names.append((*document.pieces(mention["begin"], mention["end"]), NAMES.index(label)))
        found.append(document)
    return found
