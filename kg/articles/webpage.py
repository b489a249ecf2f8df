"""A saved HTML page to Article, by trafilatura."""

import re
from html import unescape

from kg.articles.check import check_url
from kg.articles.dates import read_date
from kg.articles.decode import decode
from kg.articles.errors import ArticleError
from kg.articles.furniture import split_tags
from kg.articles.plain import assemble
from kg.model import Article

__all__ = ["from_html"]

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b(?![^>]*ld\+json).*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)  # but for JSON-LD's metadata
TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
NOTHING = "no article text found in the page; save the text itself as .txt"
# Dates are taken from what the page says of itself, never guessed from its text; the last day is fixed because the library's is today.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def from_html(raw: bytes) -> Article:
    """The article of a saved page: its `text` is the title and the paragraphs, plain, parted by blank lines.

    Date, publisher, address and keywords come from the page's metadata. Raises ArticleError where it holds no article.
    """
    from trafilatura import bare_extraction  # slow to import, and only pages need it

    page = bare_extraction(HIDDEN.sub(" ", _decoded(raw)), include_comments=False, with_metadata=True, date_extraction_params=DATES)
    if page is None or isinstance(page, dict):
        raise ArticleError(NOTHING)
    title = _plain(page.title or "")
    lines = [" ".join(line.split()) for line in (page.text or "").splitlines() if line.strip()]
    if lines and _plain(lines[0]) == title:
        lines = lines[1:]
    if not any(map(_is_prose, lines)):
        raise ArticleError(NOTHING)
    return assemble(
        "\n\n".join(lines), title, published=read_date(page.date) if page.date else None, publisher=page.sitename or None,
        url=_url(page.url), keywords=split_tags(" | ".join(_plain(tag) for tag in page.tags or ())),
    )


def _decoded(raw: bytes) -> str:
    """The page's source: by the encoding that it names, where that is right."""
    named = CHARSET.search(raw[:4096])
    try:
        return raw.decode(named[1].decode("ascii")) if named else decode(raw)
    except (LookupError, UnicodeError):
        return decode(raw)


def _is_prose(line: str) -> bool:
    """Whether a line is a sentence, not a word of navigation."""
    words = line.split()
    return len(words) >= 8 or (len(words) >= 3 and line.rstrip("\"'”’)").endswith((".", "!", "?")))


def _url(url: str | None) -> str | None:
    """The page's address where it is one: what a page says wrongly of itself is not the reader's fault."""
    try:
        return check_url(url)
    except ArticleError:
        return None


def _plain(words: str) -> str:
    """A title as plain text on one line: markup that was escaped in it is no markup in the end either."""
    return " ".join(unescape(TAG.sub("", HIDDEN.sub(" ", unescape(words)))).split())
