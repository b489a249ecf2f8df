"""The corrections of a build: read from files, applied to each article, and what became of them."""

from collections.abc import Iterable
from pathlib import Path

from kg.cli.options import complain, fail
from kg.corrections import CorrectionError, about, apply, read
from kg.model import Reading
from kg.ontology import Ontology
from kg.terms import local

__all__ = ["Corrections"]


class Corrections:
    """The corrections in some files, applied by calling with a Reading; a file that is none ends the command with one line."""

    def __init__(self, paths: Iterable[Path], ontology: Ontology, base: str) -> None:
        try:
            self.all = {one.iri: one for path in paths for one in read(path)}
        except CorrectionError as error:
            fail(str(error))
        self.ontology = ontology
        self.base = base
        self._done: set[str] = set()
        self._met: set[str] = set()

    def __call__(self, reading: Reading) -> Reading:
        """A Reading as it was corrected."""
        corrected = apply(reading, self.all.values(), self.ontology, self.base)
        self._done |= {one.correction.iri for one in corrected.corrections}
        self._met |= {one.iri for one in about(self.all.values(), reading.article, self.base)}
        return corrected

    def elsewhere(self) -> list[str]:
        """A line for each correction of an article that is not in this build; those that find nothing are problems of their article."""
        return [f"{local(self.all[iri].kind)} stands in no article of this build ({iri})" for iri in sorted(set(self.all) - self._met)]

    def warn(self) -> None:
        """One line where some changed nothing, whether a report is asked for or not."""
        unused = len(set(self.all) - self._done)
        if unused:
            complain(f"{unused} of {len(self.all)} corrections changed nothing; --report lists them")
