"""JSONL to Articles: an article a line, an object with `text` and, where known, `title`, `date`, `url`, `publisher`, `keywords`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
    with path.open("rb") as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
                continue
            empty = False
            try:
                yield f"{path.stem}-{number:04}", from_record(_record(raw))
            except ArticleError as error:
                yield f"{path.stem}-{number:04}", ArticleError(f"{path}: line {number}: {error}")
    if empty:
        raise ArticleError("is empty; give it one JSON object a line")


def from_record(record: dict[str, Any]) -> Article:
    """The article of one object: its text is the title, a blank line, and the `text` field (whose own layout is read as a file's is).

    Raises ArticleError where a field is missing, of the wrong kind, or its date cannot be read in one way.
    """
    fields = {name: _string(record, name) for name in ("title", "text", "date", "url", "publisher")}
    if not (fields["text"] or "").strip():
        raise ArticleError("has no \"text\"; give it the text of the article")
    return assemble(
        fields["text"] or "", fields["title"], published=read_date(fields["date"]) if fields["date"] else None,
        publisher=fields["publisher"], url=fields["url"], keywords=_keywords(record),
    )


def _record(raw: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(raw))
    except ValueError as error:
        raise error if isinstance(error, ArticleError) else ArticleError("is no JSON; write one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError("is no JSON object; write {\"title\": …, \"text\": …}")
    return record


def _string(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is not None and not isinstance(value, str):
        raise ArticleError(f"\"{name}\" is no string; put it in quotation marks")
    return value or None


def _keywords(record: dict[str, Any]) -> tuple[str, ...]:
    value = record.get("keywords")
    return tuple(word for word in value if isinstance(word, str)) if isinstance(value, list) else ()
