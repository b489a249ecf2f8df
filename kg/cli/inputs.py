"""The articles of a build, each with a name of its own; what cannot be read is told and passed over."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.articles import ArticleError, find, read_path
from kg.cli.options import complain
from kg.model import Article

__all__ = ["Inputs"]


class Inputs:
    """The articles at some paths, in the order of the paths; `failed` is true once something could not be read."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self.failed = False
        self._taken: set[str] = set()
        self.articles = [found for path in dict.fromkeys(self._files(paths)) for found in self._read(path)]

    def _files(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            try:
                yield from find([path])
            except ArticleError as error:
                self._complain(error)

    def _read(self, path: Path) -> Iterator[tuple[str, Article]]:
        try:
            for name, article in read_path(path):
                if isinstance(article, ArticleError):
                    self._complain(article)
                else:
                    yield self._name(name), article
        except ArticleError as error:
            self._complain(error)

    def _name(self, stem: str) -> str:
        """The stem itself, or, where another file of the build has it, the stem and the first number that is free."""
        name, number = stem, 1
        while name.lower() in self._taken:  # some file systems know no case
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name.lower())
        return name

    def _complain(self, error: ArticleError) -> None:
        self.failed = True
        complain(str(error))
