"""MUC-4: whom and what an incident's roles are filled with, by strings without offsets, and the types of a report's incidents."""

import json
import re
import string
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

from kg.language.reader.labels import FILLERS, INCIDENTS
from kg.language.reader.training.examples import Document, tokenized

__all__ = ["documents", "normalised", "occurrences"]

_ARTICLES = frozenset({"a", "an", "the"})
Word = tuple[str, int, int]


def documents(folder: Path, tokenizer: Tokenizer) -> list[Document]:
    """The reports of a part of MUC-4, each filler labelled wherever one of its strings stands, the longest first."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["documents"]
    found = []
    for name in sorted(gold):
        document = tokenized(name, (folder / "articles" / f"{name}.txt").read_text(encoding="utf-8"), tokenizer)
        words = _words(document.text)
        roles = gold[name]["roles"] | {"Harmed": gold[name]["victims_named_or_not"]}
        for index, role in enumerate(FILLERS):
            spans = {span for strings in roles[role] for text in strings for span in occurrences(words, normalised(text))}
            document.fillers[index] = [document.pieces(*_trimmed(document.text, *span)) for span in _apart(spans)]
        document.incidents = sorted({INCIDENTS.index(template["types"][0]) for template in gold[name]["templates"]})
        found.append(document)
    return found


def normalised(text: str) -> str:
    """A string as MUC-4's scoring compares it: lower case, without punctuation, accents and articles.

    >>> normalised('The "Farabundo Martí" Front')
    'farabundo marti front'
    """
    plain = (letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))
    words = "".join(letter for letter in plain if letter not in string.punctuation).split()
    return " ".join(word for word in words if word not in _ARTICLES)


def _words(text: str) -> list[Word]:
    """The words of a text as they are compared, with their offsets; a possessive's ending is kept apart by an apostrophe."""
    found = []
    for match in re.finditer(r"\S+", text):
        word, _, ending = match.group().rstrip(string.punctuation).partition("'")
        plain = normalised(word + (ending if ending.lower() != "s" else ""))
        if plain:
            found.append((plain, match.start(), match.end()))
    return found


def occurrences(words: list[Word], wanted: str) -> list[tuple[int, int]]:
    """Where a normalised string stands among words, as offsets of the text."""
    parts = wanted.split()
    plain = [word for word, _, _ in words]
    starts = range(len(words) - len(parts) + 1) if parts else range(0)
    return [(words[at][1], words[at + len(parts) - 1][2]) for at in starts if plain[at : at + len(parts)] == parts]


def _apart(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that touch a longer one."""
    taken: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= other or last <= begin for other, last in taken):
            taken.append((begin, end))
    return sorted(taken)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """A span without the punctuation at its edges and without a possessive's ending."""
    while begin < end and not text[begin].isalnum():
        begin += 1
    while begin < end and not text[end - 1].isalnum():
        end -= 1
    return (begin, end - 2) if text[begin:end].lower().endswith("'s") else (begin, end)
