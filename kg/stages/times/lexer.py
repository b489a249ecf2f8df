"""A Doc as a string of codes, one character a token, over which the patterns of `words.json` are regular expressions.

A pattern speaks of classes of words (`MONTH DAYNUM`) and of single words (`ago`); each class and each word that a pattern names has a
character of its own. Blank lines separate blocks; a line end inside one is skipped.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from spacy.tokens import Doc, Token

from kg.language import numerals
from kg.stages.times.shapes import OTHER, shape, spelt_year

__all__ = ["Grammar", "Lexeme", "grammar", "lex"]

_NAME = re.compile(r"[A-Za-z]+")
_FIRST_CODE = 0x100  # beyond the characters that mean something in a regular expression
_AMBIGUOUS = ("capitalised", "by a number", "lower case", "nouns", "adjectives", "no modifiers", "papers")  # lists of words
_SHAPES = (
    "OTHER", "BREAK", "DAYNUM", "YEARNUM", "MILITARY", "FIGURE", "WORDNUM", "ORDINAL", "CLOCKTIME", "NUMDATE", "DECADE", "HYPHEN", "COMMA",
    "STOP",
)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A token, or the first token of a set phrase, with its class and what it stands for there."""

    token: int
    end: int  # first token after it
    kind: str
    word: str
    value: Any


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled words and patterns."""

    words: Mapping[str, tuple[str, Any]]  # word -> class, value
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Any], ...]]  # first word -> rest, class, value; longest first
    codes: Mapping[str, str]  # class or literal word -> character
    pattern: re.Pattern[str]  # one named group `rule_N` a pattern
    rules: tuple[str, ...]  # N -> what gives the match its value
    lists: Mapping[str, frozenset[str]]
    ambiguous: frozenset[str]
    famous: Mapping[str, date]  # month and day -> the day that made them a name


@cache
def grammar() -> Grammar:
    """The grammar of `words.json`, read and compiled when first asked for."""
    data = json.loads(files("kg.stages.times").joinpath("words.json").read_text(encoding="utf-8"))
    words = {word: (kind, value) for kind, table in data["classes"].items() for word, value in table.items()}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    for text, kind, value in sorted(data["phrases"], key=lambda entry: -len(entry[0].split())):
        first, *rest = text.split()
        phrases.setdefault(first, []).append((tuple(rest), kind, value))
    patterns = [_expanded(pattern, data["macros"]) for _, pattern in data["patterns"]]
    kinds = {*_SHAPES, *data["classes"], *(kind for _, kind, _ in data["phrases"])}
    names = sorted(kinds.union(*(_NAME.findall(pattern) for pattern in patterns)))
    codes = {name: chr(_FIRST_CODE + number) for number, name in enumerate(names)}
    for literal in names:
        if literal not in kinds:
            words.setdefault(literal, (literal, None))
    coded = (_NAME.sub(lambda name: codes[name[0]], pattern).replace(" ", "") for pattern in patterns)
    never_first = "".join(codes[name] for name in data["lists"]["never first"])
    whole = f"(?![{never_first}])(?:" + "|".join(f"(?P<rule_{number}>{pattern})" for number, pattern in enumerate(coded)) + ")"
    lists = {name: frozenset(entries) for name, entries in data["lists"].items()}
    rules = tuple(rule for rule, _ in data["patterns"])
    ambiguous = frozenset[str]().union(*(lists[name] for name in _AMBIGUOUS))
    famous = {day: date.fromisoformat(named) for day, named in data["famous days"].items()}
    phrases_ = {first: tuple(rest) for first, rest in phrases.items()}
    return Grammar(words, phrases_, codes, re.compile(whole), rules, lists, ambiguous, famous)


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    while (grown := _NAME.sub(lambda name: macros.get(name[0], name[0]), pattern)) != pattern:
        pattern = grown
    return pattern


def lex(doc: Doc) -> tuple[list[Lexeme], str]:
    """The lexemes of a Doc in order, and their codes: the two are parallel."""
    known = grammar()
    spelt = [token.lower_ for token in doc]
    lexemes: list[Lexeme] = []
    number, length = 0, len(spelt)
    while number < length:
        word = spelt[number]
        end = number + 1
        if word.isspace():
            kind, value = ("BREAK", None) if word.count("\n") > 1 or len(word) > 1 and "\n" not in word else ("", None)
        elif (year := spelt_year(spelt, number)) is not None:
            end, value = year
            kind = "YEARNUM"
        elif word in known.phrases and (phrase := _phrase(spelt, number, known)) is not None:
            end, kind, value = phrase
        else:
            entry = known.words.get(word)
            after = known.words.get(spelt[end], OTHER)[0] if end < length else ""
            kind, value = entry or shape(word.replace(".", ":") if after == "AMPM" else word)  # "5.30 p.m."
        if word in known.ambiguous and end == number + 1 and not _stands(word, doc[number], spelt, known):
            kind, value = shape(word)  # "the second quarter"
        if kind:
            lexemes.append(Lexeme(number, end, kind, word, value))
        number = end
    return lexemes, "".join(known.codes[lexeme.kind] for lexeme in lexemes)


def _phrase(spelt: list[str], number: int, known: Grammar) -> tuple[int, str, Any] | None:
    for rest, kind, value in known.phrases[spelt[number]]:
        end = number + 1 + len(rest)
        if tuple(spelt[number + 1:end]) == rest:
            return end, kind, value
    return None


def _stands(word: str, token: Token, spelt: list[str], known: Grammar) -> bool:
    """Whether an ambiguous word is meant as a word of time here."""
    before, after = spelt[token.i - 1] if token.i else "", spelt[token.i + 1] if token.i + 1 < len(spelt) else ""
    number_beside = before[:1].isdigit() or after[:1].isdigit()
    if word in known.lists["capitalised"]:
        if not token.text[0].isupper() or token.tag_[:2] in ("MD", "VB"):
            return False
        if token.text.isupper():  # in capitals the tagger is lost
            return number_beside or before in known.lists["before a month"]
        if not number_beside and any(child.dep_ == "det" for child in token.children):
            return False  # "the annual March for Peace"
        return not (token.i == 0 or token.is_sent_start) or token.tag_.startswith("NNP") or after[:1].isdigit()
    if word in known.lists["by a number"]:
        return number_beside or word == "second" and before in numerals.words("small")
    if word in known.lists["lower case"] and token.text.istitle():
        return token.i == 0 or bool(token.is_sent_start) or before in known.lists["opening"]
    if word in known.lists["adjectives"] and token.tag_[:2] not in ("JJ", ""):
        return False
    if word in known.lists["no modifiers"] and token.dep_ in ("amod", "compound"):
        return False
    if word in known.lists["papers"] and token.i + 1 < len(spelt) and token.nbor().tag_ == "NNP":
        return False  # "the opposition daily Horizont"
    return word not in known.lists["nouns"] or token.tag_[:2] in ("NN", "JJ", "")
