"""What stands in the clause for an event's noun, and what the clause lends to it, on parses built by hand."""

import pytest

from kg.language.carried import modified, stands_for
from kg.language.means import means
from kg.language.syntax import arcs
from kg.ontology import Ontology
from tests.parsed import parsed, token

WAVE = "Rebels:rebel/NNS>1:nsubj launched:launch/VBD a/DT>3:det wave/NN>1:dobj of/IN>3:prep attacks:attack/NNS>4:pobj"
SUSPECT = (
    "Police/NNS>1:nsubj held:hold/VBD the/DT>5:det Gao/NNP>4:compound bombing/NN>5:compound suspect/NN>1:dobj in/IN>1:prep Mali/NNP>6:pobj"
)


@pytest.mark.parametrize(("text", "word", "expected"), [
    (WAVE, "attacks", "wave"),
    (f"{WAVE} and/CC>5:cc raids:raid/NNS>5:conj", "raids", "wave"),
    (SUSPECT, "bombing", "suspect"),
    ("The/DT>1:det cost/NN of/IN>1:prep attacks:attack/NNS>2:pobj", "attacks", "attacks"),
    ("bombing/NN>1:compound halls:hall/NNS", "bombing", "bombing"),
])
def test_what_stands_for_an_event(text: str, word: str, expected: str, ontology: Ontology) -> None:
    assert stands_for(token(parsed(text), word), ontology).text == expected


def test_only_a_noun_right_behind_is_modified(ontology: Ontology) -> None:
    assert modified(token(parsed("bombing/NN>2:compound case/NN>2:compound files:file/NNS"), "case"), ontology) is None


def test_a_series_lends_all_that_it_has(ontology: Ontology) -> None:
    found = {f"{label} {filler.text}" for label, filler in arcs(token(parsed(f"{WAVE} in/IN>1:prep Gao/NNP>6:pobj"), "attacks"), ontology)}
    assert found == {"wave wave", "subj Rebels", "in Gao"}


def test_a_suspect_lends_no_more_than_what_stands_before(ontology: Ontology) -> None:
    bombing = token(parsed(SUSPECT), "bombing")
    assert {f"{label} {filler.text}" for label, filler in arcs(bombing, ontology)} == {"suspect suspect", "compound Gao"}
    assert not list(means(bombing, ontology))


@pytest.mark.parametrize("text", [
    "Men:man/NNS>1:nsubj used:use/VBD drones:drone/NNS>1:dobj to/TO>4:aux attack/VB>1:xcomp towns:town/NNS>4:dobj",
    "The/DT>1:det drones:drone/NNS used:use/VBN>1:acl in/IN>2:prep an/DT>5:det attack/NN>3:pobj",
    "Men:man/NNS>1:nsubj used:use/VBD drones:drone/NNS>1:dobj to/TO>4:aux launch/VB>1:xcomp an/DT>6:det attack/NN>4:dobj",
])
def test_what_is_used_for_an_event(text: str, ontology: Ontology) -> None:
    assert "used drones" in {f"{label} {filler.text}" for label, filler in means(token(parsed(text), "attack"), ontology)}
