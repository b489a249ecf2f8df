"""What a reporting word reports, and the mending of a parse."""

import pytest

from kg.language.attribution import scope
from kg.language.repairs import repair
from kg.ontology import Ontology
from tests.parsed import parsed, token


@pytest.mark.parametrize(("text", "cue", "reported"), [
    ("He/PRP>1:nsubj said:say/VBD men:man/NNS>3:nsubj fled:flee/VBD>1:ccomp", "said", "men fled"),
    ("He/PRP>1:nsubj vowed:vow/VBD to/TO>3:aux fight/VB>1:xcomp on/RP>3:prt", "vowed", "to fight on"),
    ("Men:man/NNS>1:nsubj fled:flee/VBD ,/,>1:punct he/PRP>4:nsubj said:say/VBD>1:parataxis", "said", "Men fled ,"),
    ("a/DT>1:det claim/NN that/IN>4:mark men:man/NNS>4:nsubj fled:flee/VBD>1:acl", "claim", "that men fled"),
    ("He/PRP>1:nsubj said:say/VBD nothing/NN>1:dobj", "said", ""),
    ("Men:man/NNS>1:nsubj fled:flee/VBD when/WRB>5:advmod he/PRP>5:nsubj it/PRP>5:dobj said:say/VBD>1:advcl", "said", ""),
    ("a/DT>1:det statement/NN carried:carry/VBN>1:acl by/IN>2:agent papers:paper/NNS>3:pobj", "statement", ""),
])
def test_scope(text: str, cue: str, reported: str) -> None:
    found = scope(token(parsed(text), cue))
    assert " ".join(other.text for other in sorted(found, key=lambda other: other.i)) == reported


def arcs(text: str, ontology: Ontology) -> set[str]:
    """The parse after the mending, as "word label head"."""
    return {f"{other.text} {other.dep_} {other.head.text}" for other in repair(parsed(text), ontology)}


def test_men_disguised_as_nurses_burst_in(ontology: Ontology) -> None:
    text = "Men:man/NNS disguised:disguise/VBN>0:acl as/IN>4:mark nurses:nurse/NNS>4:nsubj burst/VBD>1:advcl in/RP>4:prt"
    found = arcs(text, ontology)
    assert {"burst ROOT burst", "Men nsubj burst", "as prep disguised", "nurses pobj as"} <= found
    assert "nurses nsubj burst" not in found


def test_an_official_who_attributes_is_not_attributed(ontology: Ontology) -> None:
    text = (
        "A/DT>1:det blast/NN>6:nsubj ,/,>1:punct which/WDT>1:dep officials:official/NNS>1:appos blamed:blame/VBN>4:acl"
        " killed:kill/VBD nine/CD>6:dobj"
    )
    assert {"officials nsubj blamed", "blamed relcl blast", "which dobj blamed"} <= arcs(text, ontology)


@pytest.mark.parametrize("text", [
    "Gunmen:gunman/NNS>1:nsubj killed:kill/VBD two/CD>3:nummod guards:guard/NNS>1:dobj",
    "Men:man/NNS>4:nsubj disguised:disguise/VBN>0:acl as/IN>1:prep nurses:nurse/NNS>2:pobj fled:flee/VBD",
    "Men:man/NNS>3:nsubj shot:shoot/VBN>0:acl today/NN>1:npadvmod died:die/VBD",
])
def test_a_sound_parse_stays(text: str, ontology: Ontology) -> None:
    assert arcs(text, ontology) == {f"{other.text} {other.dep_} {other.head.text}" for other in parsed(text)}


def test_mending_twice_is_mending_once(ontology: Ontology) -> None:
    doc = repair(parsed("Men:man/NNS disguised:disguise/VBN>0:acl as/IN>4:mark nurses:nurse/NNS>4:nsubj burst/VBD>1:advcl"), ontology)
    once = [(other.dep_, other.head.i) for other in doc]
    assert [(other.dep_, other.head.i) for other in repair(doc, ontology)] == once


@pytest.mark.parametrize("text", [
    "They/PRP>1:nsubj found:find/VBD the/DT>3:det guard/NN>1:dobj guilty/JJ>3:amod of/IN>4:prep murder/NN>5:pobj",
    "They/PRP>1:nsubj held:hold/VBD the/DT>3:det guard/NN>4:nsubj guilty/JJ>1:ccomp of/IN>4:prep murder/NN>5:pobj",
])
def test_a_guard_found_guilty_is_found(text: str, ontology: Ontology) -> None:
    verb = text.split()[1].partition(":")[0]
    assert {f"guard dobj {verb}", f"guilty oprd {verb}", "of prep guilty"} <= arcs(text, ontology)


def test_an_adjective_that_belongs_to_its_noun_stays(ontology: Ontology) -> None:
    text = "They/PRP>1:nsubj found:find/VBD a/DT>4:det guilty/JJ>4:amod guard/NN>1:dobj"
    assert "guilty amod guard" in arcs(text, ontology)
