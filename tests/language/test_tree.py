"""A parse as plain values answers as spaCy's does, whatever the tree."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span, Token

from kg.language.tree import plain
from tests.parsed import VOCAB, parsed

ATTRIBUTES = (
    "i", "idx", "text", "lower_", "lemma_", "dep_", "tag_", "pos_", "whitespace_", "ent_type_", "is_space", "is_punct", "is_alpha",
    "is_sent_start", "is_title", "like_num", "is_stop", "has_vector",
)
TOKENS: dict[str, Callable[[Token], Any]] = {
    "head": lambda token: token.head.i,
    "children": lambda token: [child.i for child in token.children],
    "subtree": lambda token: [other.i for other in token.subtree],
    "ancestors": lambda token: [other.i for other in token.ancestors],
    "edges": lambda token: (token.left_edge.i, token.right_edge.i),
    "conjuncts": lambda token: {other.i for other in token.conjuncts},
    "sentence": lambda token: (token.sent.start, token.sent.end, token.sent.text, token.sent.root.i),
    "those above": lambda token: [other.i for other in token.doc if other.is_ancestor(token)],
    "length": len,
    "morph": lambda token: token.morph.get("Number", []),
}


def drawn(size: int, chance: random.Random) -> Doc:
    """A projective tree of any shape, as the parser makes them."""
    heads = [0] * size

    def hang(begin: int, end: int, above: int | None) -> None:
        if begin < end:
            top = chance.randrange(begin, end)
            heads[top] = top if above is None else above
            cut = chance.randrange(begin, top + 1)
            for part in ((begin, cut), (cut, top), (top + 1, end)):
                hang(*part, top)

    border = chance.randrange(size + 1)  # two sentences
    hang(0, border, None)
    hang(border, size, None)
    deps = ["ROOT" if heads[i] == i else chance.choice(["nsubj", "conj", "dobj", "prep"]) for i in range(size)]
    words = [chance.choice(["Rebels", "fled", ",", "two", "-"]) for _ in range(size)]
    spaces = [chance.random() < 0.8 for _ in range(size)]
    return Doc(VOCAB, words=words, spaces=spaces, heads=heads, deps=deps, lemmas=words, tags=["NN"] * size, pos=["NOUN"] * size)


@given(st.integers(0, 14), st.randoms(use_true_random=False))
def test_tokens_answer_the_same(size: int, chance: random.Random) -> None:
    doc = drawn(size, chance)
    other = plain(doc)
    assert (len(other), other.text) == (len(doc), doc.text)
    assert [(span.start, span.end) for span in other.sents] == [(span.start, span.end) for span in doc.sents]
    for one, two in zip(doc, other, strict=True):
        assert [getattr(two, name) for name in ATTRIBUTES] == [getattr(one, name) for name in ATTRIBUTES]
        assert {name: ask(two) for name, ask in TOKENS.items()} == {name: ask(one) for name, ask in TOKENS.items()}


@given(st.integers(1, 14), st.integers(-15, 15), st.integers(-15, 15), st.randoms(use_true_random=False))
def test_spans_answer_the_same(size: int, begin: int, end: int, chance: random.Random) -> None:
    doc = drawn(size, chance)

    def told(span: Span) -> tuple[Any, ...]:
        return span.start, span.end, len(span), span.text, [token.i for token in span], *((span.root.i, span[-1].i) if len(span) else ())

    assert told(plain(doc)[begin:end]) == told(doc[begin:end])
    for first, last in ((token.idx, other.idx + len(other)) for token in doc for other in doc if token.i <= other.i):
        found, expected = plain(doc).char_span(first, last), doc.char_span(first, last)
        assert found is not None
        assert expected is not None
        assert told(found) == told(expected)
    assert plain(doc).char_span(1, 2) is None or doc.char_span(1, 2) is not None


def test_entities_keep_their_labels() -> None:
    doc = parsed("Rebels:rebel/NNS>1:nsubj left:leave/VBD Gao/NNP>1:dobj")
    doc.ents = [Span(doc, 2, 3, "GPE")]
    assert [(one.start, one.end, one.label_, one.text) for one in plain(doc).ents] == [(2, 3, "GPE", "Gao")]


def test_no_neighbour_before_the_first_or_behind_the_last() -> None:
    doc = plain(parsed("Rebels:rebel/NNS>1:nsubj fled:flee/VBD"))
    assert doc[0].nbor().text == "fled"
    for index, step in ((0, -1), (1, 1)):
        with pytest.raises(IndexError):
            doc[index].nbor(step)


def test_a_tree_deeper_than_the_stack_is_followed() -> None:
    size = 3000
    deep = Doc(VOCAB, words=["on"] * size, heads=[0, *range(size - 1)], deps=["ROOT", *["prep"] * (size - 1)])
    assert len([*plain(deep)[0].subtree]) == size


def test_a_word_that_is_hung_below_itself_becomes_a_root() -> None:
    doc = parsed("He/PRP>1:nsubj fell:fall/VBD and/CC>1:cc died:die/VBD>1:conj")
    doc[1].head = doc[3]
    told = plain(doc)
    assert all(any(node.head is node for node in (token, *token.ancestors)) for token in told)
