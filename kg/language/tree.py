"""A parse as plain values: what the stages ask of spaCy's Doc, Token and Span, under the same names, read once and then at hand.

spaCy makes a new Token, and looks up its strings, each time that one is asked for, and the stages ask some ten thousand times an
article; these stand in for them at a third of the time.
"""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, cast, overload

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken

__all__ = ["plain"]


def plain(doc: SpacyDoc) -> SpacyDoc:
    """A parse that will not change any more as plain values, for whoever takes a Doc."""
    return cast(SpacyDoc, Doc(doc))


class Token:
    """A token as spaCy's; what is seldom asked of it is asked of spaCy's own."""

    __slots__ = (
        "_subtree", "_token", "children", "dep_", "doc", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct", "is_sent_start",
        "is_space", "lemma_", "lower_", "pos_", "tag_", "text", "whitespace_",
    )
    head: "Token"
    children: tuple["Token", ...]

    def __init__(self, doc: "Doc", token: SpacyToken) -> None:
        self._token, self._subtree, self.doc = token, cast("tuple[Token, ...] | None", None), doc
        self.i, self.idx, self.text, self.lower_, self.whitespace_ = token.i, token.idx, token.text, token.lower_, token.whitespace_
        self.dep_, self.tag_, self.pos_, self.lemma_, self.ent_type_ = token.dep_, token.tag_, token.pos_, token.lemma_, token.ent_type_
        self.is_space, self.is_punct, self.is_alpha = token.is_space, token.is_punct, token.is_alpha
        self.is_sent_start = token.is_sent_start

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._token, name)
        if isinstance(found, SpacyToken):
            raise AttributeError(f"{name} of a plain token")  # which would equal none of the others
        return found

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def subtree(self) -> tuple["Token", ...]:
        """The token and all below it, in the order of the text."""
        if self._subtree is None:
            found, left = [], [(self, False)]
            while left:  # no recursion: a tree may be hundreds of tokens deep
                node, entered = left.pop()
                if entered or not node.children:
                    found.append(node)
                else:
                    cut = sum(child.i < node.i for child in node.children)
                    nodes = [(child, False) for child in node.children]
                    left += [*reversed(nodes[cut:]), (node, True), *reversed(nodes[:cut])]
            self._subtree = tuple(found)
        return self._subtree

    @property
    def left_edge(self) -> "Token":
        """The first token of the subtree."""
        return min(self.subtree, key=lambda token: token.i)

    @property
    def right_edge(self) -> "Token":
        """The last token of the subtree."""
        return max(self.subtree, key=lambda token: token.i)

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The token's head, the head of that, and so on."""
        node = self
        while node.head is not node:
            node = node.head
            yield node

    def is_ancestor(self, other: "Token") -> bool:
        """Whether another token lies below this one."""
        return any(node is self for node in other.ancestors)

    @property
    def conjuncts(self) -> tuple["Token", ...]:
        """The tokens coordinated with this one."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.children if child.i > token.i and child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def nbor(self, step: int = 1) -> "Token":
        """The token so many behind this one; IndexError where there is none."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc[self.i + step]

    @property
    def sent(self) -> "Span":
        """The sentence."""
        return Span(self.doc, self.i, self.i + 1).sent


class Span:
    """A stretch of tokens as spaCy's."""

    __slots__ = ("_root", "doc", "end", "label_", "start")

    def __init__(self, doc: "Doc", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._root: Token | None = None

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start:self.end])

    def __getitem__(self, index: int) -> Token:
        return self.doc.tokens[self.start:self.end][index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and (self.start, self.end, self.label_) == (other.start, other.end, other.label_)

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.label_))

    @property
    def text(self) -> str:
        """The words."""
        if self.start == self.end:
            return ""
        last = self.doc.tokens[self.end - 1]
        return self.doc.text[self.doc.tokens[self.start].idx:last.idx + len(last)]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence."""
        if self._root is None:
            heads = [token for token in self if token.head is token or not self.start <= token.head.i < self.end] or [self[0]]
            tops = [token for token in heads if token.head is token]
            self._root = tops[0] if tops else heads[0] if len(heads) == 1 else min(heads, key=_depth)
        return self._root

    @property
    def sent(self) -> "Span":
        """The sentence that the first token is in."""
        tokens, start, end = self.doc.tokens, self.start, self.start + 1
        while start > 0 and not tokens[start].is_sent_start:
            start -= 1
        while end < len(tokens) and not tokens[end].is_sent_start:
            end += 1
        return Span(self.doc, start, end)


def _depth(token: Token) -> int:
    """How many tokens stand above one; a mark or blank on which nothing hangs is the last to be a root."""
    lone = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) - 1 if lone else sum(1 for _ in token.ancestors)


def _cut_rings(tokens: tuple[Token, ...]) -> None:
    """Makes a root of a word that a mended parse hangs below itself: no text may keep its reader going round for ever."""
    below_root: set[int] = set()
    for token in tokens:
        way: dict[int, Token] = {}
        node = token
        while node.i not in below_root and node.i not in way and node.head is not node:
            way[node.i] = node
            node = node.head
        if node.i in way:
            node.head, node.dep_ = node, "ROOT"
        below_root.update(way)


class Doc:
    """A parsed text as spaCy's."""

    def __init__(self, doc: SpacyDoc) -> None:
        self.text = doc.text
        self.tokens = tuple(Token(self, token) for token in doc)
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token, other in zip(self.tokens, doc, strict=True):
            token.head = self.tokens[other.head.i]
        _cut_rings(self.tokens)
        for token in self.tokens:
            if token.head is not token:
                children[token.head.i].append(token)
        for token, below in zip(self.tokens, children, strict=True):
            token.children = tuple(below)
        self.ents = tuple(Span(self, entity.start, entity.end, entity.label_) for entity in doc.ents)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> Span: ...

    def __getitem__(self, index: int | slice) -> Token | Span:
        if isinstance(index, slice):
            inside = range(len(self.tokens))[index]
            return Span(self, inside.start, max(inside.start, inside.stop))
        return self.tokens[index]

    @property
    def sents(self) -> Iterator[Span]:
        """The sentences."""
        starts = [token.i for token in self.tokens if token.i == 0 or token.is_sent_start]
        return (Span(self, start, end) for start, end in pairwise([*starts, len(self.tokens)]))

    def char_span(self, begin: int, end: int) -> Span | None:
        """The tokens that begin and end exactly at two offsets."""
        first, last = self._begins.get(begin), self._ends.get(end)
        return Span(self, first, last + 1) if first is not None and last is not None and first <= last else None

    @cached_property
    def _begins(self) -> dict[int, int]:
        return {token.idx: token.i for token in self.tokens}

    @cached_property
    def _ends(self) -> dict[int, int]:
        return {token.idx + len(token): token.i for token in self.tokens}
