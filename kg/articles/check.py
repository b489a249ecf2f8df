"""Which texts and addresses can be an article's."""

import re

from kg.articles.errors import ArticleError

__all__ = ["LONGEST", "check", "check_url"]

LONGEST = 1_000_000
"""Code points an article may have; a longer text is a book or a dump, not a news story."""

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)


def check(text: str) -> str:
    """The text itself, where it is one that can be an article.

    Raises ArticleError where it is blank, too long, binary, or holds half a surrogate pair (which no UTF-8 file can).
    """
    if not text.strip():
        raise ArticleError("is empty; give it the text of an article")
    if len(text) > LONGEST:
        raise ArticleError(f"has {len(text):,} characters, and the limit is {LONGEST:,}; split it into articles")
    if "\0" in text or len(CONTROL.findall(text)) * 200 > len(text) + 200:
        raise ArticleError("is binary, not text; give it the text of an article")
    if SURROGATE.search(text):
        raise ArticleError("holds half a surrogate pair, which is no character; save it as UTF-8")
    return text


def check_url(url: str | None) -> str | None:
    """The address itself, None for none.

    Raises ArticleError where it is no absolute IRI, which RDF could not name.

    >>> check_url("https://bell.example/ferry")
    'https://bell.example/ferry'
    """
    if url and (not ADDRESS.fullmatch(url) or SURROGATE.search(url)):
        raise ArticleError(f"the address {url[:60]!r} is none; write it in full, as https://…")
    return url or None
