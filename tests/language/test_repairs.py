"""Repairs leave a tree: no word comes to hang below itself."""

from kg.language.repairs import repair
from kg.ontology import Ontology
from tests.parsed import parsed, token


def test_a_result_is_not_hung_below_its_own_clause(ontology: Ontology) -> None:
    doc = repair(parsed(
        "It:it/PRP>1:nsubj is:be/VBZ ,/,>1:punct as/IN>5:mark we/PRP>5:nsubj say:say/VBP>7:advcl ,/,>7:punct "
        "wounding:wound/VBG>1:advcl people/NNS>7:dobj"
    ), ontology)
    assert token(doc, "wounding").head == token(doc, "is")


def test_a_relative_clause_is_not_hung_below_its_own_subject(ontology: Ontology) -> None:
    doc = repair(parsed("rebels:rebel/NNS>2:compound which/WDT>2:dep officials:official/NNS blamed:blame/VBN>2:acl"), ontology)
    assert token(doc, "officials").head == token(doc, "officials")
