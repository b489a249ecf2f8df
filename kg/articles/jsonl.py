"""JSONL to Articles: an article a line, an object with `text` and, where known, `title`, `date`, `url`, `publisher`, `keywords`."""

import json
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.articles.check import check
from kg.articles.dates import read_date
from kg.articles.decode import decode
from kg.articles.errors import ArticleError
from kg.articles.plain import assemble
from kg.model import Article

__all__ = ["from_record", "read_lines"]


def read_lines(path: Path) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of a JSONL file; a line that is none becomes an ArticleError that names file and line. Blank lines are passed over.

    Raises ArticleError where no line holds anything.
    """
    empty = True
    for number, raw in enumerate(_raw_lines(path), start=1):
        if raw.strip(b"\xef\xbb\xbf \t\r\n"):
            empty = False
            yield f"{path.stem}-{number:04}", _article(raw, f"{path}: line {number}")
    if empty:
        raise ArticleError("is empty; give it one JSON object a line")


def _raw_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file, one at a time; of UTF-16 (which some shells write) as UTF-8."""
    with path.open("rb") as lines:
        if not lines.peek(2).startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
            yield from lines
            return
    with path.open(encoding="utf-16", newline="\n", errors="replace") as words:
        for line in words:
            yield line.encode()


def _article(raw: bytes, where: str) -> Article | ArticleError:
    try:
        return from_record(_record(raw))
    except ArticleError as error:
        return ArticleError(f"{where}: {error}")


def from_record(record: dict[str, Any]) -> Article:
    """The article of one object: its text is the title, a blank line, and the `text` field (whose own layout is read as a file's is).

    Raises ArticleError where a field is missing, of the wrong kind, or its date cannot be read in one way.
    """
    fields = {name: _string(record, name) for name in ("title", "text", "date", "url", "publisher")}
    if not fields["text"]:
        raise ArticleError("has no \"text\"; give it the text of the article")
    return assemble(
        fields["text"], fields["title"], published=read_date(fields["date"]) if fields["date"] else None,
        publisher=fields["publisher"], url=fields["url"], keywords=_keywords(record),
    )


def _record(raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(raw))
    except ArticleError:
        raise
    except (ValueError, RecursionError) as error:
        raise ArticleError("is no JSON; write one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError("is no JSON object; write {\"title\": …, \"text\": …}")
    return record


def _string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ArticleError(f"\"{name}\" is no string; put it in quotation marks")
    return check(value) if value and value.strip() else None


def _keywords(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("keywords")
    return tuple(check(word) for word in value if isinstance(word, str) and word.strip()) if isinstance(value, list) else ()
