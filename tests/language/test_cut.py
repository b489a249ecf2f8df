"""What no one would write as a sentence is cut; what they would is not."""

from kg.language import cut, model

LONG = "Gunmen killed a guard " + "and burned a house " * 150 + "in Oslo."
PLAIN = "Gunmen killed a guard in Oslo on Thursday, the interior ministry said, and burned a house. " * 20


def test_no_sentence_is_longer_than_the_limit() -> None:
    assert max(len(sentence) for sentence in model.load()(LONG).sents) <= cut.LONGEST + 1


def test_sentences_that_end_are_left_alone() -> None:
    assert {sentence.text for sentence in model.load()(PLAIN).sents} == {PLAIN[: PLAIN.index(".") + 1]}
