"""Quantities: which numbers count, with what bounds, and what they count."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.model import Article, Form, Reading
from kg.stages import numbers, times
from kg.stages.numbers.runs import words
from kg.terms import KG

VOCAB = spacy.blank("en").vocab
TAGS = {
    "CD": "NUM", "NNS": "NOUN", "NN": "NOUN", "NNP": "PROPN", "VBD": "VERB", "VBN": "VERB", "JJ": "ADJ", "IN": "ADP", "DT": "DET",
    "MD": "AUX",
}
Count = tuple[str, int | None, int | None, str | None]


def parsed(text: str, deps: dict[int, tuple[int, str]] | None = None) -> Doc:
    """A Doc from "word/TAG" tokens, hyphens closed up; `deps` gives a token's head and arc, all others hang on the first."""
    pairs = [token.rsplit("/", 1) if "/" in token else (token, "XX") for token in text.split()]
    words = [word for word, _ in pairs]
    arcs = [(deps or {}).get(number, (0, "dep")) for number in range(len(pairs))]
    return Doc(VOCAB, words=words, spaces=["-" not in (word, after) for word, after in zip(words, [*words[1:], ""], strict=True)],
               tags=[tag for _, tag in pairs], pos=[TAGS.get(tag, "X") for _, tag in pairs],
               heads=[head for head, _ in arcs], deps=[dep for _, dep in arcs])


def read(doc: Doc) -> Reading:
    whole = (0, len(doc.text))
    reading = Reading(Article(doc.text, (whole,), date=date(2017, 9, 14)), (whole,))
    return numbers.stage(times.stage(reading, doc, None), doc, None)  # type: ignore[arg-type]


def found(text: str, deps: dict[int, tuple[int, str]] | None = None) -> list[tuple[str, int | None, int | None, str | None]]:
    doc = parsed(text, deps)
    reading = read(doc)
    return [(reading.words_of(quantity.mention), quantity.minimum, quantity.maximum,
    None if quantity.noun is None else doc[quantity.noun].text)
            for quantity in reading.quantities]


@pytest.mark.parametrize(("text", "expected"), [
    ("52/CD people/NNS", ("52", 52, 52)), ("at least 52/CD people/NNS", ("at least 52", 52, None)),
    ("more than 100/CD soldiers/NNS", ("more than 100", 101, None)), ("up to 20/CD rebels/NNS", ("up to 20", None, 20)),
    ("fewer than ten/CD civilians/NNS", ("fewer than ten", None, 9)), ("some 300/CD pilgrims/NNS", ("some 300", 300, 300)),
    ("about 40/CD people/NNS", ("about 40", 40, 40)), ("an estimated 1,200/CD homes/NNS", ("an estimated 1,200", 1200, 1200)),
    ("half a million/CD people/NNS", ("half a million", 500000, 500000)), ("1.2 million/CD people/NNS", ("1.2 million", 1200000, 1200000)),
    ("two dozen/NN men/NNS", ("two dozen", 24, 24)), ("twenty - four/CD men/NNS", ("twenty-four", 24, 24)),
    ("a hundred and ten/CD men/NNS", ("a hundred and ten", 110, 110)), ("several hundred/CD men/NNS", ("several hundred", 200, None)),
    ("10/CD to 15/CD men/NNS", ("10 to 15", 10, 15)), ("between 10/CD and 15/CD men/NNS", ("between 10 and 15", 10, 15)),
    ("two/CD or three/CD men/NNS", ("two or three", 2, 3)), ("a couple of hundred/CD men/NNS", ("a couple of hundred", 200, None)),
])
def test_counts_and_their_bounds(text: str, expected: tuple[str, int | None, int | None]) -> None:
    ((figure, minimum, maximum, noun),) = found(text)
    assert (figure, minimum, maximum) == expected
    assert noun == text.split()[-1].split("/")[0]


@pytest.mark.parametrize(("text", "expected"), [
    ("dozens/NNS died/VBD", ("dozens", 24, None, None)), ("scores/NNS died/VBD", ("scores", 40, None, None)),
    ("hundreds/NNS died/VBD", ("hundreds", 200, None, None)), ("more than 52/CD died/VBD", ("more than 52", 53, None, None)),
    ("tens of thousands/NNS fled/VBD", ("tens of thousands", 20000, None, None)), ("killing/VBG 11/CD", ("11", 11, 11, None)),
    ("52/CD killed/VBN", ("52", 52, 52, None)), ("52/CD or more died/VBD", ("52 or more", 52, None, None)), ("one/CD died/VBD",
    ("one", 1, 1, None)),
])
def test_numbers_that_stand_alone(text: str, expected: tuple[str, int | None, int | None, str | None]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", [
    "a 71/CD - year - old man/NN", "Highway/NNP 61/CD", "$ 340,000/CD", "80/CD percent/NN", "John/NNP Smith/NNP , 24/CD , died/VBD",
    "in/IN 2014/CD",
    "at/IN 3/CD a.m./NN", "the/DT third/JJ man/NN", "Flight/NNP 93/CD", "magnitude/NN 6.4/CD", "20/CD km/NN away", "5/CD hours/NNS",
    "no one/CD died/VBD", "scores/VBZ a/DT goal/NN", "a/DT couple/NN", "the/DT Group/NNP of/IN Seven/NNP", "one/CD can/MD hope/VB",
    "won/VBD 2.5/CD points/NNS", "a/DT man/NN", "on/IN 14/CD September/NNP 2017/CD", "aged/VBN 24/CD", "World/NNP War/NNP Two/CD"
])
def test_numbers_that_count_nothing(text: str) -> None:
    assert found(text) == []


def test_what_is_counted_is_the_noun_that_the_number_modifies() -> None:
    assert found("three/CD police/NN officers/NNS died/VBD", {0: (2, "nummod"), 1: (2, "compound"), 2: (3, "nsubj")}) == [
        ("three", 3, 3, "officers"),
    ]
    of = {0: (3, "nsubj"), 1: (0, "prep"), 2: (1, "pobj")}
    assert found("dozens/NNS of/IN Shiites/NNPS died/VBD", of) == [("dozens", 24, None, "Shiites")]
    assert found("52/CD dead/JJ", {0: (1, "nummod")}) == [("52", 52, 52, None)]


def test_the_mention_of_a_quantity() -> None:
    doc = parsed("at/IN least/RBS 52/CD people/NNS", {0: (1, "advmod"), 1: (2, "advmod"), 2: (3, "nummod")})
    (mention,) = read(doc).mentions
    assert (mention.begin, mention.end, mention.form, mention.kind, mention.head) == (0, 11, Form.QUANTITY, KG.Mention, 2)


PIECES = sorted({*words().measures, "one/CD", "two/CD", "twenty/CD", "-", "and", "of", "a", "half", "million/CD", "dozens/NNS", "52/CD",
"1,200/CD",
                 "2.5/CD", "people/NNS", "at", "least", "more", "than", "between", "to", "or", "hundred/CD", "9" * 30})


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_any_words_give_sound_bounds_inside_the_text(pieces: list[str]) -> None:
    doc = parsed(" ".join(pieces))
    reading = read(doc)
    assert reading == read(doc)
    for quantity in reading.quantities:
        mention = reading.mentions[quantity.mention]
        assert 0 <= mention.begin < mention.end <= len(doc.text)
        assert quantity.minimum is not None or quantity.maximum is not None
        assert quantity.minimum is None or quantity.maximum is None or quantity.minimum <= quantity.maximum
        assert quantity.noun is None or 0 <= quantity.noun < len(doc)
