"""Spans of a parsed Doc."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

__all__ = ["begins_with", "is_apart", "is_measured", "root", "sentence_start", "tells_in_which"]


def root(doc: Doc, begin: int, end: int) -> int:
    """The token of a span (token indexes, end-exclusive, not empty) whose head lies outside it: the word that the rest hang on."""
    for number in range(begin, end):
        head = doc[number].head.i
        if head == number or not begin <= head < end:
            return number
    return end - 1


def sentence_start(token: Token) -> int:
    """The index of the first token of a token's sentence; `token.sent` takes many times as long."""
    doc, start = token.doc, token.i
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    return start


def begins_with(token: Token, openings: Iterable[str]) -> bool:
    """Whether a token's sentence begins with one of some phrases, in small letters: "also on"."""
    start = sentence_start(token)
    while start < token.i and token.doc[start].is_space:
        start += 1
    words = " ".join(other.lower_ for other in token.doc[start:start + 4])
    return any(words == opening or words.startswith(f"{opening} ") for opening in openings)


def is_apart(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it, which it completes for the parser: "two are held; they deny it"."""
    head = clause.head
    return clause.dep_ == "ccomp" and clause.i < head.i and any(token.text == ";" for token in clause.doc[clause.i:head.i])


def is_measured(after: Token) -> bool:
    """Whether so much time lies between: "a week after a crash", "a few days after the raid failed"."""
    if after.dep_ == "mark":
        return any(child.dep_ == "npadvmod" and child.i < after.i for child in (*after.children, *after.head.children))
    return after.head.dep_ == "npadvmod" or any(child.dep_ == "npadvmod" for child in after.children)


def tells_in_which(clause: Token) -> bool:
    """Whether a clause tells what happened in its antecedent: "a raid in which two sentries died"."""
    preps = (child for child in clause.children if child.dep_ == "prep")
    return any(child.lower_ == "which" for prep in preps for child in prep.children)
