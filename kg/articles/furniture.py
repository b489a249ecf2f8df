"""Paragraphs that belong to the page and not to the story: credits, bylines, tags, addresses, end marks."""

import re
from functools import cache

from kg.articles.words import alternatives, words

__all__ = ["address", "is_byline", "is_furniture", "split_tags", "tags"]

ADDRESS = re.compile(r"https?\s*:\s*/\s*/\s*\S.*", re.IGNORECASE)
SEPARATOR = re.compile(r"\s*[|,;·•]\s*")


def is_furniture(paragraph: str) -> bool:
    """Whether a paragraph is no prose at all: no word in it, a photo credit, an end mark, a web address.

    >>> is_furniture("(File photo: AP)"), is_furniture("* * *"), is_furniture("Photographers were there.")
    (True, True, False)
    """
    if not any(character.isalnum() for character in paragraph):
        return True
    return paragraph.lower().strip(" .()") in words("furniture") or bool(_credit().fullmatch(paragraph) or ADDRESS.fullmatch(paragraph))


def is_byline(paragraph: str) -> bool:
    """Whether a paragraph names the writer, as "By Ada Byron, Staff Writer" does.

    >>> is_byline("By Ada Byron"), is_byline("By noon the port was shut")
    (True, False)
    """
    match = _byline().fullmatch(paragraph)
    if not match:
        return False
    names = re.findall(r"[^\W\d_][\w'’.-]*", match[1])
    return 0 < len(names) <= 10 and all(name[0].isupper() or name in words("particles") for name in names)


def tags(paragraph: str) -> tuple[str, ...] | None:
    """The keywords of a trailer, None where the paragraph is none.

    >>> tags("Read more on:    isis  |  iran")
    ('isis', 'iran')
    """
    match = _tags().fullmatch(paragraph)
    return split_tags(match[1]) if match else None


def split_tags(listed: str) -> tuple[str, ...]:
    """The keywords of a list that bars, commas, semicolons or dots part, none twice."""
    return tuple(dict.fromkeys(tag for tag in SEPARATOR.split(listed.strip()) if tag))


def address(paragraph: str) -> str | None:
    """The web address that a paragraph is, None where it is anything else or is broken by spaces."""
    return paragraph if re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", paragraph) else None


@cache
def _credit() -> re.Pattern[str]:
    label = alternatives("credit_labels")
    return re.compile(rf"[(\[](?:{label})\b.{{0,150}}[)\]]\.?|(?:{label})\s*(?::|/|\bby\b)[^.]{{0,100}}", re.IGNORECASE | re.DOTALL)


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('byline_labels')})\s*:?\s+(.{{2,90}}[^.!?])", re.IGNORECASE)


@cache
def _tags() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('tag_labels')})\s*:(.{{0,500}})", re.IGNORECASE)
