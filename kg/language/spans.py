"""Spans of a parsed Doc."""

from spacy.tokens import Doc

__all__ = ["root"]


def root(doc: Doc, begin: int, end: int) -> int:
    """The token of a span (token indexes, end-exclusive, not empty) whose head lies outside it: the word that the rest hang on."""
    for number in range(begin, end):
        head = doc[number].head.i
        if head == number or not begin <= head < end:
            return number
    return end - 1
