"""Which files are articles, and which reader opens them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kg.articles.check import LONGEST
from kg.articles.decode import decode
from kg.articles.errors import ArticleError
from kg.articles.jsonl import read_lines
from kg.articles.markdown import from_markdown
from kg.articles.plain import lay_out
from kg.articles.webpage import from_html
from kg.model import Article

__all__ = ["SUFFIXES", "find", "read_path"]

ONE: dict[str, Callable[[bytes], Article]] = {
    "": lambda raw: lay_out(decode(raw)),
    ".txt": lambda raw: lay_out(decode(raw)),
    ".text": lambda raw: lay_out(decode(raw)),
    ".md": lambda raw: from_markdown(decode(raw)),
    ".markdown": lambda raw: from_markdown(decode(raw)),
    ".html": from_html,
    ".htm": from_html,
    ".xhtml": from_html,
}
MANY = (".jsonl", ".ndjson")
SUFFIXES = (*sorted(suffix for suffix in ONE if suffix), *MANY)
"""The names' endings that a folder is searched for."""

PAGE = 50_000_000  # bytes of a saved page, whose pictures may be in it


def find(paths: Sequence[Path]) -> list[Path]:
    """The files that hold articles: those named, and in folders (with all that is below, hidden ones left out) those of a known suffix.

    Sorted, none twice. Raises ArticleError for a path that does not exist and a folder without articles.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            below = {file for file in path.rglob("*") if _known(file, path)}
            if not below:
                raise ArticleError(f"{path}: no article in this folder; articles end in {', '.join(SUFFIXES)}")
            found |= below
        elif path.exists():
            found.add(path)
        else:
            raise ArticleError(f"{path}: no such file or folder; check the path")
    return sorted(found)


def read_path(path: Path) -> Iterator[tuple[str, Article | ArticleError]]:
    """The articles of a file, each with a name: the file's stem, and for JSONL the stem and the number of the line ("news-0001").

    A line that cannot be read is yielded as an ArticleError in the article's place, so that the others are still read. What is
    wrong with the whole file is raised, as an ArticleError, when the first article is asked for.
    """
    suffix = path.suffix.lower()
    try:
        if suffix in MANY:
            yield from read_lines(path)
        elif suffix in ONE:
            yield path.stem, ONE[suffix](_bytes(path, PAGE if ONE[suffix] is from_html else 4 * LONGEST + 4))
        else:
            raise ArticleError(f"no reader for {suffix} files; articles end in {', '.join(SUFFIXES)}")
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from error
    except OSError as error:
        raise ArticleError(f"{path}: {error.strerror or error}; check the path") from error


def _known(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return file.suffix.lower() in SUFFIXES and not hidden and file.is_file()


def _bytes(path: Path, most: int) -> bytes:
    size = path.stat().st_size
    if size > most:
        raise ArticleError(f"has {size:,} bytes, more than an article of {LONGEST:,} characters can have; split it into articles")
    return path.read_bytes()
