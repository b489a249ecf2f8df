"""All-capitals wire copy set as a writer sets it, in small letters with capitals for names, so that parser and name finder can read it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from kg.language.casing import casing, is_ordinary, written
from kg.language.lexicon import lexicon
from kg.model import Article, Span
from kg.ontology import Ontology

__all__ = ["is_capitals", "truecase", "truecased"]

WORD = re.compile(r"[^\W\d_]+")
BEGIN = re.compile(r"(?:\A|(?<!\b\w)[.!?:][\"”’)\]]*\s|\n\s*\n)\s*(?:\([^)]{1,40}\)\s)?[\s(\"“]*([^\W\d_])")
ROUND = str.maketrans("[]", "()")
NOTE = re.compile(r"\[([^\W\d_]+(?: [^\W\d_]+)?)\]")
SHORT_IN_BRACKETS = re.compile(r"\(([^\W\d_]{2,8}(?:-[^\W\d_]{1,4})?)\)")
LONG_IN_BRACKETS = re.compile(r"([^\W\d_]{2,8})\s?\(((?:[^\W\d_]+[\s-]+){1,8}[^\W\d_]+)\)")
SHARE = 0.9  # of the letters
SHORTEST_NOTE = 4  # letters; a shorter one may be an acronym
LONGEST = 9  # words of a name that an acronym stands for
LONGEST_ACRONYM = 6  # of one whose letters tell nothing; a longer word in brackets may be a speaker


@lru_cache(maxsize=4)  # it is asked twice of an article: for the parser, and for the stages
def truecased(article: Article, ontology: Ontology) -> Article:
    """An article whose blocks in capitals are set in small letters, itself where it has none; every offset stays.

    What is not in capitals tells how words are written; where there is no such block, the dateline is set in small letters too.
    """
    spans = [span for span in article.blocks if is_capitals(article.text[slice(*span)])]
    if not spans:
        return article
    others = "\n\n".join(words for begin, end in article.blocks if not _is_upper(words := article.text[begin:end]))
    if not others:
        spans = [*([article.dateline] if article.dateline else []), *article.blocks]
    letters = list(article.text)
    small = truecase("\n\n".join(article.text[begin:end] for begin, end in spans), ontology, _told(others))
    position = 0
    for begin, end in spans:
        letters[begin:end] = small[position:position + end - begin]
        position += end - begin + 2
    return replace(article, text="".join(letters))


def is_capitals(text: str) -> bool:
    """Whether a stretch of text is all in capitals and has words that are not written so: "TROOPS LEAVE OSLO", not "NATO".

    >>> is_capitals("TROOPS LEAVE OSLO"), is_capitals("UNHCR, NATO"), is_capitals("Troops of NATO leave OSLO")
    (True, False, False)
    """
    return _is_upper(text) and any(is_ordinary(word[0].lower()) for word in WORD.finditer(text) if len(word[0]) > 3)


def _is_upper(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) >= SHARE * len(letters)


def truecase(text: str, ontology: Ontology, told: Mapping[str, str] = MappingProxyType({})) -> str:
    """A text in capitals with only those left that a writer would set; of the same length, so that offsets stay.

    Notes of those who took it down ("[words indistinct]") become blanks, other square brackets round ones, as parsers know them.
    `told` are words in small letters with the form that they are known to have.

    >>> from kg.ontology import load
    >>> truecase("REBELS OF THE FREE COAST FRONT (FCF) KILLED JOSE ROMERO IN SAN SALVADOR, EL SALVADOR.", load())
    'Rebels of the Free Coast Front (FCF) killed Jose Romero in San Salvador, El Salvador.'
    """
    text = NOTE.sub(_blank, text).translate(ROUND)
    page = _page(text)
    acronyms, names = _introduced(page)
    words = _words(ontology)
    forms = {number: told[word] for number, word in enumerate(page.words) if word in told}
    forms |= {**_where(page.words, names), **_where(page.words, _names(ontology))}
    letters = list(text)
    for number, (begin, end) in enumerate(page.spans):
        form = forms.get(number) or _form(page, number, acronyms, words)
        if len(form) == end - begin:  # a letter whose small one is written with two stays
            letters[begin:end] = form
    for match in BEGIN.finditer(text):
        letters[match.start(1)] = match[1]
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its words in small letters, and where they stand."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]


Names = dict[tuple[str, ...], tuple[str, ...]]
"""Names of several words as they are written, by their words in small letters."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of the ontology: first names, and those for people, things and events."""

    given: frozenset[str]
    ordinary: frozenset[str]


@lru_cache(maxsize=4)
def _words(ontology: Ontology) -> _Words:
    known = lexicon(ontology)
    return _Words(known.mens_names | known.womens_names, frozenset({*ontology.nominals, *ontology.verbs, *ontology.nouns}))


def _page(text: str) -> _Page:
    found = [match.span() for match in WORD.finditer(text)]
    return _Page(text, tuple(found), tuple(text[begin:end].lower() for begin, end in found))


def _blank(note: re.Match[str]) -> str:
    words = note[1].lower().split()
    kept = len(note[1]) < SHORTEST_NOTE or any(not is_ordinary(word) or word in casing().small for word in words)
    return note[0] if kept else " " * len(note[0])


def _told(text: str) -> dict[str, str]:
    """The words that a text has in one form alone where no sentence begins, by their small letters."""
    begins = {match.start(1) for match in BEGIN.finditer(text)}
    forms: dict[str, set[str]] = {}
    for match in WORD.finditer(text):
        if match.start() not in begins:
            forms.setdefault(match[0].lower(), set()).add(match[0])
    return {word: found.pop() for word, found in forms.items() if len(found) == 1}


def _form(page: _Page, number: int, acronyms: frozenset[str], words: _Words) -> str:
    """A word as it is mostly written, told by what stands beside it where it may be written in two ways."""
    word, (begin, end) = page.words[number], page.spans[number]
    before, behind = page.text[max(0, begin - 2):begin], page.text[end:end + 2]
    if before[-1:] in ("'", "’") and word in casing().endings or word.endswith("n") and behind.upper() in ("'T", "’T"):
        return word
    if word in acronyms:
        return word.upper()
    if word in casing().titles:
        return word.capitalize()
    if len(word) == 1:
        return word if word == "a" and behind[:1] != "." else word.upper()
    if word in casing().months:
        return word.capitalize() if before[:1].isdigit() or behind[1:].isdigit() else word
    if number and page.words[number - 1] in casing().openers:
        return word.capitalize()
    if word in words.given and number + 1 < len(page.words) and not is_ordinary(page.words[number + 1]):
        return word.capitalize()
    return written(word, words.ordinary)


def _introduced(page: _Page) -> tuple[frozenset[str], Names]:
    """The acronyms told in brackets, and the names that they stand for: "the Free Coast Front (FCF)", "the FCF (Free Coast Front)"."""
    acronyms: set[str] = set()
    names: set[tuple[str, ...]] = set()
    for short, long in _pairs(page):
        initials = {word[0] for word in long if word not in casing().small}
        if len(short) <= LONGEST_ACRONYM and not is_ordinary(short) or len(initials) > 1 and initials <= set(short):
            acronyms.update(short.split("-"))
            names.update({long} if len(long) > 1 else ())
    return frozenset(acronyms), {name: tuple(word if word in casing().small else word.capitalize() for word in name) for name in names}


def _pairs(page: _Page) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands alone in brackets with the words between it and the article before, and the words in brackets with the one before."""
    numbers = {begin: number for number, (begin, _) in enumerate(page.spans)}
    for match in SHORT_IN_BRACKETS.finditer(page.text):
        number = numbers[match.start(1)]
        stops = casing().before_names
        start = next((n + 1 for n in range(number - 1, max(0, number - LONGEST) - 1, -1) if page.words[n] in stops), number)
        whole = start < number and not any(mark in page.text[page.spans[start][0]:match.start()] for mark in ".,;:?!\"")
        yield match[1].lower(), page.words[start:number] if whole else ()
    for match in LONG_IN_BRACKETS.finditer(page.text):
        short, long = match[1].lower(), tuple(word.lower() for word in WORD.findall(match[2]))
        if not is_ordinary(short) and (written(short).isupper() or len(short) < LONGEST_ACRONYM and len(long) > 2):
            yield short, long


def _where(words: tuple[str, ...], names: Names) -> dict[int, str]:
    """How the words of some names are written, by their number in the text; the longest name wins."""
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        firsts.setdefault(name[0], []).append(name)
    found: dict[int, str] = {}
    number = 0
    while number < len(words):
        name = next((name for name in firsts.get(words[number], ()) if words[number:number + len(name)] == name), ())
        found.update((number + offset, form) for offset, form in enumerate(names[name] if name else ()))
        number += len(name) or 1
    return found


@lru_cache(maxsize=4)
def _names(ontology: Ontology) -> Names:
    """The names of several words that the ontology lists."""
    spelt = (tuple(WORD.findall(text)) for text in sorted(ontology.names) if not any(letter.isdigit() for letter in text))
    return {tuple(word.lower() for word in words): words for words in spelt if len(words) > 1 and words[0][0].isupper()}
