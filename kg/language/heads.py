"""Which tokens a stretch of text holds, and which of them the rest hangs on."""

from bisect import bisect_left

from spacy.tokens import Doc, Token

__all__ = ["head_of", "substance", "tokens_in"]


def tokens_in(doc: Doc, begin: int, end: int) -> list[Token]:
    """The tokens that share a character with [begin, end), without blanks."""
    first = bisect_left(doc, begin, key=lambda token: token.idx + len(token) - 1)
    found = []
    for index in range(first, len(doc)):
        token = doc[index]
        if token.idx >= end:
            break
        if not token.is_space:
            found.append(token)
    return found


def head_of(tokens: list[Token]) -> Token:
    """The token whose head lies outside of the tokens: the first noun, where there are several ("guerrillas who")."""
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    return next((token for token in roots if token.pos_ in ("NOUN", "PROPN")), roots[-1])


def substance(head: Token) -> Token:
    """What a counted measure is of, the dynamite of "300 kg of dynamite"; else the token itself."""
    if not any(child.dep_ == "nummod" for child in head.children):
        return head
    return next((below for child in head.children if child.lower_ == "of" for below in child.children if below.dep_ == "pobj"), head)
