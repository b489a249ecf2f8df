"""Where a sentence is longer than anyone writes, it is cut, so that no tree grows deeper or wider than the stages can follow."""

from spacy.language import Language
from spacy.tokens import Doc

__all__ = ["LONGEST", "NAME"]

NAME = "kg_cut"
LONGEST = 200
"""Tokens without an end of sentence among them; the longest sentence of ordinary news has some hundred."""
_ENDS = frozenset(".!?")


@Language.component(NAME)
def cut(doc: Doc) -> Doc:
    """Begin a sentence after each stretch of LONGEST tokens without an end; runs before the parser, which keeps to it."""
    length = 0
    for token in doc:
        length += 1
        if token.text in _ENDS:
            length = 0
        elif length > LONGEST:
            token.is_sent_start = True
            length = 1
    return doc
