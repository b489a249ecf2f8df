"""Each word of each realis cue of the ontology holds in each of its scopes, on a parse built by hand."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from kg import ontology as ontologies
from kg.language.cues import ORDER
from kg.language.realis import judge
from kg.ontology import Cue, Ontology
from kg.terms import local
from tests.parsed import parsed

_NO_LABELS = frozenset({"tale", "indefinite", "compound"})  # scopes that are no preposition above a word


class Case(NamedTuple):
    """A parse in which a word of a cue bears on "attack"."""

    kind: str
    word: str
    label: str  # of its scope; "" where a cue of this kind has none
    text: str


def _verb(word: str, label: str) -> str:
    """They VERB (its particle) … attack."""
    verb, *parts = word.split()
    start = " ".join([f"They:they/PRP>1:nsubj {verb}/VBD", *(f"{part}/RP>1:prt" for part in parts)])
    at = 2 + len(parts)
    return f"{start} " + {"obj": "attack/NN>1:dobj", "comp": f"to/TO>{at + 1}:aux attack/VB>1:xcomp"}.get(
        label, f"{label}/IN>1:prep attack/NN>{at}:pobj")


def _noun(word: str, label: str) -> str:
    """They saw NOUN … attack."""
    *before, _ = parts = word.split()
    at = 2 + len(before)
    noun = " ".join(f"{part}/NN>1:dobj" if part == parts[-1] else f"{part}/NN>{at}:compound" for part in parts)
    tails = {
        "self": "", "comp": f"to/TO>{at + 2}:aux attack/VB>{at}:acl", "acl": f"with/IN>{at + 2}:mark attack/VB>{at}:acl",
        "relcl": f"that/WDT>{at + 2}:nsubj attack/VBP>{at}:relcl", "sentence": f"attack/NN>{at}:dep",
    }
    return f"They:they/PRP>1:nsubj saw:see/VBD {noun} {tails.get(label, f'{label}/IN>{at}:prep attack/NN>{at + 1}:pobj')}".strip()


def cases(cue: Cue) -> Iterator[Case]:
    """All words of a cue in all of its scopes."""
    of_verbs = sorted(cue.scope - _NO_LABELS - {"self", "sentence", "relcl", "acl"})
    for word in sorted(cue.words["verb"]):
        yield from (Case("verb", word, label, _verb(word, label)) for label in of_verbs)
    for word in sorted(cue.words["noun"]):
        yield from (Case("noun", word, label, _noun(word, label)) for label in sorted(cue.scope - _NO_LABELS - {"obj"}))
    for word in sorted(cue.words["adjective"]):
        yield Case("adjective", word, "", f"{word}/JJ>1:amod attack/NN")
        if "comp" in cue.scope:
            yield Case("adjective", word, "comp", f"It:it/PRP>1:nsubj is:be/VBZ {word}/JJ>1:acomp to/TO>4:aux attack/VB>2:xcomp")
    plain = {"auxiliary": ("MD", "aux"), "mark": ("IN", "mark"), "adverb": ("RB", "advmod")}
    for kind, (tag, dep) in plain.items():
        yield from (Case(kind, word, "", f"{word}/{tag}>1:{dep} attack/VB") for word in sorted(cue.words[kind]))
    for word in sorted(cue.words["preposition"]):
        yield Case("preposition", word, "", f"They:they/PRP>1:nsubj left:leave/VBD {word}/IN>1:prep attack/VB>2:pcomp")
    for word in sorted(cue.words["reportAdverb"]):
        yield Case("reportAdverb", word, "", f"He/PRP>2:nsubj {word}/RB>2:advmod said:say/VBD they/PRP>4:nsubj attack/VBP>2:ccomp")


CUES = ontologies.load().cues
CASES = 1000  # at least; the ontology has so many words times scopes


def faults(cue: Cue, ontology: Ontology) -> list[tuple[str, str, str]]:
    """The words of a cue, with their scopes and what they give, that do not give what the ontology says."""
    found = []
    for kind, word, label, text in cases(cue):
        forms = {word, word.split()[0]} if kind == "verb" else {word}  # "dream up" is a "dream" too
        rivals = [other.realis for other in ontology.cues if forms & other.words[kind] and (not label or label in other.scope)]
        doc = parsed(text)
        [told] = [other for other in doc if other.text == "attack"] or [doc[-1]]
        realis = judge(told, ontology).realis
        if realis != min(rivals, key=ORDER.index):
            found.append((word, label, local(realis)))
    return found


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: local(cue.iri))
def test_words_of_a_cue_hold_in_its_scopes(cue: Cue, ontology: Ontology) -> None:
    assert faults(cue, ontology) == []


def test_number_of_cues() -> None:
    assert sum(1 for cue in CUES for _ in cases(cue)) >= CASES
