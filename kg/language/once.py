"""What is asked of the same token again and again, worked out once while its article is read."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from spacy.tokens import Doc, Token

__all__ = ["once"]

T = TypeVar("T")
A = TypeVarTuple("A")


def once(function: Callable[[Token, *A], T]) -> Callable[[Token, *A], T]:
    """A function of a token (and mostly an ontology) that remembers its answers for the Doc asked about last, and for that Doc only.

    What it answers must follow from the parse alone, and the parse must not be changed any more: what mends a parse
    (`kg.language.repairs`) must not use such a function.
    """
    last: tuple[Doc | None, tuple[*A] | None, dict[int, T]] = (None, None, {})

    @wraps(function)
    def remembered(token: Token, *given: *A) -> T:
        nonlocal last
        doc, other, known = last  # taken and set as one, so that another thread's Doc never gets these answers
        if doc is not token.doc or other != given:
            known = {}
            last = (token.doc, given, known)
        index = token.i
        if index not in known:
            known[index] = function(token, *given)
        return known[index]

    return remembered
