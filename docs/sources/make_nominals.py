"""Writes ontology/nominals.ttl: English nouns that denote people, groups, places and things, by class, from WordNet.

    python docs/sources/make_nominals.py /usr/share/wordnet > ontology/nominals.ttl

Needs WordNet 3.0's database files (Debian: wordnet-base) and the package wordfreq, with which rare words are left out. A noun belongs
to the class of the nearest root above its senses (the roots stand in nominals.toml beside this file); it is kept where its first sense
has that class and so have most of its uses in WordNet's tagged texts, as whatever part of speech, so that "head", "figure" or "have" do
not come in as persons. Compounds and other corrections are made by hand, in nominals.toml too: a compound is needed only where its last
word alone gives another class or none.
"""

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import fill

from wordfreq import zipf_frequency

RAREST = 2.4  # Zipf scale: 2 is one use in ten million words
SHARE = 0.6  # of a word's tagged uses
MOSTLY = 1.5  # times as often used as another part of speech
HERE = Path(__file__).parent


class WordNet:
    """The nouns of WordNet: their senses, how often each was tagged, and what lies above each synset."""

    def __init__(self, folder: Path) -> None:
        self.senses: dict[str, list[str]] = {}
        self.above: dict[str, list[str]] = {}
        self.proper: set[str] = set()
        self.tagged: dict[tuple[str, int], int] = defaultdict(int)
        self.otherwise: Counter[str] = Counter()  # uses as a verb, an adjective or an adverb
        for fields in _rows(folder / "index.noun"):
            self.senses[fields[0]] = fields[-int(fields[2]):]
        for fields in _rows(folder / "data.noun"):
            count = int(fields[3], 16)
            words, pointers = fields[4:4 + 2 * count:2], fields[4 + 2 * count:]
            self.above[fields[0]] = [target for symbol, target, *_ in _lines(pointers[1:], 4) if symbol in ("@", "@i")]
            self.proper.update(word.lower() for word in words if word != word.lower())
        for key, number, uses in (line.split() for line in (folder / "cntlist.rev").read_text().splitlines()):
            lemma, code = key.split("%")
            if code.startswith("1"):
                self.tagged[lemma, int(number)] += int(uses)
            else:
                self.otherwise[lemma] += int(uses)

    def synset(self, sense: str) -> str:
        """The synset of "person 1"."""
        word, number = sense.rsplit(" ", 1)
        return self.senses[word.replace(" ", "_")][int(number) - 1]


def _lines(items: list[str], size: int) -> Iterator[list[str]]:
    return (items[start:start + size] for start in range(0, len(items), size))


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("  "):
            yield line.split("|")[0].split()


def classes(wordnet: WordNet, roots: dict[str, list[str]]) -> dict[str, str]:
    """The class of each noun that has a clear one."""
    class_of = {wordnet.synset(sense): name for name, senses in roots.items() for sense in senses}

    @cache
    def find(synset: str) -> str:
        level = [synset]
        while level:
            found = [class_of[each] for each in level if each in class_of]
            if found:
                return found[0]
            level = [up for each in level for up in wordnet.above[each]]
        return "-"

    result = {}
    for lemma, synsets in wordnet.senses.items():
        uses: Counter[str] = Counter()
        for number, synset in enumerate(synsets, 1):
            uses[find(synset)] += 2 * wordnet.tagged[lemma, number] + (number == 1)
        first = find(synsets[0])
        if uses[first] >= SHARE * uses.total() and wordnet.otherwise[lemma] <= MOSTLY * (2 + uses.total()):
            result[lemma] = first
    return result


def kept(lemma: str, wordnet: WordNet) -> bool:
    """Whether a noun is a common noun of one word that is not rare."""
    return lemma.isalpha() and len(lemma) > 2 and lemma not in wordnet.proper and zipf_frequency(lemma, "en") >= RAREST


def main(folder: str) -> None:
    """Print the Turtle."""
    hand = tomllib.loads((HERE / "nominals.toml").read_text(encoding="utf-8"))
    wordnet = WordNet(Path(folder))
    found = classes(wordnet, hand["roots"])
    removed = set(hand["remove"]["words"])
    words: dict[str, set[str]] = defaultdict(set)
    added = {word for more in hand["add"].values() for word in more}
    for lemma, name in found.items():
        if name != "-" and lemma not in removed | added and kept(lemma, wordnet):
            words[name].add(lemma)
    for name, more in hand["add"].items():
        words[name].update(more)
    print((HERE / "nominals-header.ttl").read_text(encoding="utf-8"))
    for name in hand["add"]:
        print(f"{name} kgx:noun\n{_literals(sorted(words[name]))} .\n")
        if name in hand["except"]:
            print(f"{name} kgx:except\n{_literals(hand['except'][name])} .\n")


def _literals(words: list[str]) -> str:
    unbroken = ", ".join(f'"{word}"'.replace(" ", "_") for word in words)
    return fill(unbroken, 138, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False).replace("_", " ")


if __name__ == "__main__":
    main(sys.argv[1])
