"""Which words are written in small letters, which in capitals, and which, being names, with a capital: for text that is all in capitals."""

import json
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Casing", "as_name", "casing", "is_ordinary", "written"]

VOWELS = frozenset("aeiouyáéíóúàèâêîôöäü")


@dataclass(frozen=True, slots=True)
class Casing:
    """Words in small letters; docs/sources/make_casing.py makes the lists."""

    ordinary: frozenset[str]  # written small in the middle of a sentence
    acronyms: frozenset[str]
    small: frozenset[str]  # small inside a name, too: "of"
    openers: frozenset[str]  # with which a name begins that goes on: "san"
    before_names: frozenset[str]  # what may stand before a name that is introduced: "the so-called"
    titles: frozenset[str]
    endings: frozenset[str]  # behind an apostrophe
    months: frozenset[str]  # that are ordinary words as well


@cache
def casing() -> Casing:
    """The lists of `casing.json`, read when first asked for."""
    lists = json.loads(files("kg.language").joinpath("casing.json").read_text(encoding="utf-8"))
    return Casing(**{name: frozenset(words.split()) for name, words in lists.items()})


def is_ordinary(word: str) -> bool:
    """Whether a word, given in small letters, is mostly written so.

    >>> is_ordinary("peasant"), is_ordinary("bogota")
    (True, False)
    """
    return word in casing().ordinary


def written(word: str, more: Container[str] = ()) -> str:
    """A word, given in small letters, as it is mostly written; `more` are ordinary words too, and what is unknown is a name.

    >>> written("peasant"), written("bogota"), written("nato"), written("bbc")
    ('peasant', 'Bogota', 'NATO', 'BBC')
    """
    if any(is_ordinary(form) or form in more for form in (word, *_bases(word))):
        return word
    if word in casing().acronyms or not VOWELS.intersection(word):
        return word.upper()
    return word.capitalize()


def as_name(text: str) -> str:
    """A name with capitals for all its words but those that are small in names.

    >>> as_name("Jeffrey brent ball"), as_name("Maria de la torre")
    ('Jeffrey Brent Ball', 'Maria de la Torre')
    """
    return " ".join(word if word in casing().small else word[:1].upper() + word[1:] for word in text.split())


def _bases(word: str) -> Iterator[str]:
    """What a regular past or participle may come from."""
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            yield from (stem, f"{stem}e")
            if stem[-1] == stem[-2]:
                yield stem[:-1]
