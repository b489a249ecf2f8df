"""Whom an outcome word counts, on parses built by hand."""

import pytest

from kg.language.victims import groups, outcome_word, tells_outcome
from kg.lookup import Lookup
from kg.ontology import Ontology
from kg.terms import KG, local
from tests.parsed import parsed, token, understood

PEOPLE = dict.fromkeys(("people", "men", "guards", "children", "nurses"), KG.People) | {
    "cook": KG.Person, "driver": KG.Person, "bus": KG.Vehicle, "market": KG.Facility,
}

# a text, its outcome word, and its groups: the words and the figure
COUNTED = {
    "object": ("Rebels:rebel/NNS>1:nsubj killed:kill/VBD 52/CD>3:nummod people/NNS>1:dobj", "killed", {("52", 52)}),
    "passive": ("52/CD>1:nummod people/NNS>3:nsubjpass were:be/VBD>3:auxpass killed:kill/VBN", "killed", {("52", 52)}),
    "subject of dying": ("9/CD>1:nummod people/NNS>2:nsubj died:die/VBD", "died", {("9", 9)}),
    "a figure without a noun": ("It/PRP>1:nsubj killed:kill/VBD 9/CD>1:dobj", "killed", {("9", 9)}),
    "right before the word": ("It/PRP>1:nsubj left:leave/VBD 52/CD>3:nummod dead/JJ>1:dobj", "dead", {("52", 52)}),
    "object of leave": (
        "It/PRP>1:nsubj left:leave/VBD 5/CD>3:nummod men:man/NNS>4:nsubj dead/JJ>1:ccomp", "dead", {("5", 5)},
    ),
    "predicate": ("5/CD>1:nummod men:man/NNS>2:nsubj were:be/VBD dead/JJ>2:acomp", "dead", {("5", 5)}),
    "people without a figure": ("Rebels:rebel/NNS>1:nsubj killed:kill/VBD nurses:nurse/NNS>1:dobj", "killed", {("nurses", None)}),
    "one person": ("Rebels:rebel/NNS>1:nsubj killed:kill/VBD a/DT>3:det cook/NN>1:dobj", "killed", {("a cook", 1)}),
    "two persons are two": (
        "Rebels:rebel/NNS>1:nsubj killed:kill/VBD a/DT>3:det cook/NN>1:dobj and/CC>3:cc a/DT>6:det driver/NN>3:conj", "killed",
        {("a cook and a driver", 2), ("a cook", None), ("a driver", None)},
    ),
    "who kills is not counted": ("12/CD>1:nummod men:man/NNS>2:nsubj killed:kill/VBD", "killed", set()),
    "things are not counted": ("Fire/NN>1:nsubj killed:kill/VBD 2/CD>3:nummod bus/NN>1:dobj", "killed", set()),
}


@pytest.mark.parametrize("case", COUNTED, ids=COUNTED)
def test_groups(case: str, ontology: Ontology) -> None:
    text, word, expected = COUNTED[case]
    doc = parsed(text)
    found = groups(token(doc, word), Lookup(understood(doc, PEOPLE)), ontology)
    assert {(group.text, group.minimum) for group in found} == expected


def test_figures_of_several_kinds_are_added(ontology: Ontology) -> None:
    several = "2/CD>3:nummod nurses:nurse/NNS>1:dobj and/CC>3:cc 3/CD>6:nummod guards:guard/NNS>3:conj"
    doc = parsed(f"Rebels:rebel/NNS>1:nsubj killed:kill/VBD {several}")
    total, *parts = groups(doc[1], Lookup(understood(doc, PEOPLE)), ontology)
    assert (total.minimum, total.maximum, total.entity) == (5, 5, None)
    assert [(part.minimum, part.entity) for part in parts] == [(None, 0), (None, 1)]


def test_including_is_a_part_and_no_group_of_its_own(ontology: Ontology) -> None:
    text = "It/PRP>1:nsubj killed:kill/VBD 9/CD>3:nummod people/NNS>1:dobj including/VBG>3:prep 3/CD>6:nummod children:child/NNS>4:pobj"
    doc = parsed(text)
    reading = understood(doc, PEOPLE)
    [group] = groups(doc[1], Lookup(reading), ontology)
    assert (group.minimum, group.maximum) == (9, 9)
    assert [reading.entities[entity].label for entity in group.including] == ["children"]


def test_the_span_of_a_group_is_its_words(ontology: Ontology) -> None:
    doc = parsed(COUNTED["two persons are two"][0])
    for group in groups(doc[1], Lookup(understood(doc, PEOPLE)), ontology):
        assert doc.text[group.span[0]:group.span[1]] == group.text


@pytest.mark.parametrize(("text", "word", "outcome"), [
    ("Men:man/NNS>1:nsubj died:die/VBD", "died", "Killed"),
    ("They/PRP>2:nsubjpass were:be/VBD>2:auxpass wounded:wound/VBN", "wounded", "Injured"),
    ("They/PRP>1:nsubj shot:shoot/VBD him/PRP>3:nsubj dead/JJ>1:ccomp", "dead", "Killed"),
    ("the/DT>1:det dead/NN", "dead", "Killed"),
    ("They/PRP>1:nsubj are:be/VBP missing/JJ>1:acomp", "missing", "Missing"),
    ("They/PRP>1:nsubj took:take/VBD him/PRP>1:dobj hostage/NN>1:oprd", "took", "Kidnapped"),
    ("Police/NNS>1:nsubj detained:detain/VBD men:man/NNS>1:dobj", "detained", "Arrested"),
])
def test_outcome_words(text: str, word: str, outcome: str, ontology: Ontology) -> None:
    found = outcome_word(token(parsed(text), word), ontology)
    assert found is not None and local(found.owner) == outcome


@pytest.mark.parametrize(("text", "word"), [
    ("They/PRP>1:nsubj met:meet/VBD", "met"),
    ("They/PRP>1:nsubj killed:kill/VBD off/RP>1:prt plans:plan/NNS>1:dobj", "killed"),
    ("the/DT>2:det death/NN>2:compound penalty/NN", "death"),
    ("They/PRP>1:nsubj took:take/VBD him/PRP>1:dobj home/RB>1:advmod", "took"),
])
def test_words_that_tell_no_outcome(text: str, word: str, ontology: Ontology) -> None:
    assert not tells_outcome(token(parsed(text), word), ontology)
