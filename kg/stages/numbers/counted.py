"""Whether a number counts people or things, and which token it counts."""

from collections.abc import Sequence

from spacy.tokens import Doc

from kg.language.spans import root
from kg.stages.numbers.runs import Run, words

__all__ = ["counted", "counts", "measures", "names"]

_MAX = 10**10
_MODIFIES = frozenset({"nummod", "quantmod", "compound", "amod", "predet", "det", "nmod"})


def names(doc: Doc, spelt: Sequence[str], run: Run) -> bool:
    """Whether a number is part of a name, an amount of money, an age: what stands before it tells."""
    known = words()
    before = spelt[run.begin - 1] if run.begin else ""
    if before in known.not_after or before == "-" or before[-1:] == "$":
        return True
    token = doc[run.end - 1]
    capital = run.begin > 0 and doc[run.begin - 1].pos_ == "PROPN" and not doc[run.begin].is_sent_start
    left = token.dep_ in ("nummod", "appos", "npadvmod") and token.head.i == run.begin - 1
    titled = doc[run.begin].text[0].isupper() and (before == "of" or capital)
    if titled or left and (capital or token.dep_ == "nummod"):
        return True
    after = spelt[run.end] if run.end < len(spelt) else ""
    return before == "," and after in (",", ".", ")", ";", "") and run.amount <= known.oldest and doc[run.begin].text[0].isdigit()


def measures(doc: Doc, spelt: Sequence[str], run: Run) -> bool:
    """Whether a number measures: a share, a length of time or way, money, a compound such as "30-tonne"."""
    known = words()
    after = spelt[run.end] if run.end < len(spelt) else ""
    if after == "-" and doc[run.end - 1].whitespace_ == "" or after in known.measures or after in ("/", ":"):
        return True
    noun = counted(doc, run)
    return noun is not None and spelt[noun] in known.measures


def counted(doc: Doc, run: Run) -> int | None:
    """The token that is counted, None where the number stands alone."""
    for token in (doc[run.end - 1], doc[root(doc, run.begin, run.end)]):
        if token.dep_ in _MODIFIES and token.head.i >= run.end:
            head = token.head
            while head.dep_ in ("quantmod", "nummod") and head.head.i > head.i:
                head = head.head
            if head.pos_ in ("NOUN", "PROPN"):
                return head.i
    if run.end < len(doc) and doc[run.end].lower_ == "of":
        return next((child.i for child in doc[run.end].children if child.dep_ == "pobj" and child.pos_ != "NUM"), None)
    return _plural_after(doc, run.end)


def _plural_after(doc: Doc, begin: int) -> int | None:
    """The plural that follows a number with at most two words between, where the parse has not joined them."""
    for token in doc[begin:begin + 3]:
        if token.tag_ == "NNS":
            return token.i
        if token.pos_ not in ("ADJ", "NOUN"):
            return None
    return None


def counts(doc: Doc, spelt: Sequence[str], run: Run, last: Run, noun: int | None) -> bool:
    """Whether a number that neither names nor measures does count."""
    known = words()
    if run.amount != int(run.amount) or last.amount != int(last.amount) or not 0 < last.amount < _MAX:
        return False
    word, before = spelt[run.end - 1], spelt[run.begin - 1] if run.begin else ""
    single = run.end - run.begin == 1
    if single and run.amount == 1:
        anyone = noun is None and any(other.tag_ == "MD" for other in doc[run.end:run.end + 2])  # "one can hope"
        return doc[run.begin].tag_ == "CD" and before not in known.not_before_one and not anyone
    if word in known.nouns_of_two or word == "both":
        return noun is not None and doc[noun].tag_ in ("NNS", "NNPS") and doc[run.begin].dep_ != "preconj"
    if single and word.isdigit() and known.years[0] <= run.amount <= known.years[1]:
        return noun is not None and doc[noun].tag_ in ("NNS", "NNPS") and doc[run.begin].ent_type_ != "DATE"
    return word != "scores" or single and doc[run.begin].tag_ == "NNS"
