"""A saved HTML page to Article, by trafilatura."""

import re
from collections.abc import Iterator
from html import unescape

from kg.articles.dates import read_date
from kg.articles.decode import check, decode
from kg.articles.errors import ArticleError
from kg.articles.plain import assemble
from kg.model import Article

__all__ = ["from_html"]

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"</?[a-z!][^<>]*>", re.IGNORECASE)
# Dates are taken from what the page says of itself, never guessed from its text; the last day is fixed because the library's is today.
DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}


def from_html(raw: bytes) -> Article:
    """The article of a saved page: its `text` is the title and the paragraphs, plain, parted by blank lines.

    Date, publisher, address and keywords come from the page's metadata. Raises ArticleError where it holds no article.
    """
    from trafilatura import bare_extraction  # slow to import, and only pages need it

    page = bare_extraction(_decoded(raw), include_comments=False, with_metadata=True, date_extraction_params=DATES)
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        raise ArticleError("no article text found in the page; save the text itself as .txt")
    return assemble(
        check("\n\n".join(_lines(page.text or ""))), _plain(page.title or "") or None,
        published=read_date(page.date) if page.date else None, publisher=page.sitename or None, url=page.url or None,
        keywords=tuple(dict.fromkeys(tag for tag in map(_plain, page.tags or ()) if tag)),
    )


def _decoded(raw: bytes) -> str:
    """The page's source: by the encoding that it names, where that is right."""
    named = CHARSET.search(raw[:4096])
    try:
        return raw.decode(named[1].decode("ascii")) if named else decode(raw)
    except (LookupError, UnicodeDecodeError):
        return decode(raw)


def _lines(text: str) -> Iterator[str]:
    return (" ".join(line.split()) for line in text.splitlines() if line.strip())


def _plain(words: str) -> str:
    """A title as plain text on one line: markup that was escaped in it is no markup in the end either."""
    return " ".join(unescape(TAG.sub("", HIDDEN.sub(" ", unescape(words)))).split())
