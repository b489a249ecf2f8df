"""The words of page furniture, from layout.toml."""

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["alternatives", "words"]


@cache
def words(name: str) -> frozenset[str]:
    """The words, in lower case, of one list of layout.toml.

    >>> "enditem" in words("furniture")
    True
    """
    return frozenset(_lists()[name])


@cache
def alternatives(name: str) -> str:
    """The same as the inside of a regular expression: longer phrases first, so that they win."""
    return "|".join(phrase.replace(" ", r"\s+") for phrase in sorted(words(name), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads(files("kg.articles").joinpath("layout.toml").read_text("utf-8"))
