"""The second voice and the arbiter: what the learned reader hears, beside what the rules find."""

from dataclasses import replace

import pytest

from kg.language import voices
from kg.model import Heard, Proposal, Reading
from kg.ontology import Ontology
from kg.stages import hearing
from kg.terms import KG, KGX
from tests.parsed import parsed, understood

DOC = parsed("Rebels:rebel/NNS>1:nsubj rushed:rush/VBD the:the/DT>3:det convoy/NN>1:dobj ./.>1:punct")
KINDS = {"Rebels": KG.People, "convoy": KG.Vehicle}
CAPITALS = Heard("attack", 0, 0, 0.9)  # only of copy in capitals are types of incident told
ATTACK = Heard("Conflict.Attack", 7, 13, 0.9)
WORD = KGX.iri + "Attack/verb/rush"


def proposed(ontology: Ontology, *heard: Heard) -> set[tuple[str, str | None, str | None]]:
    reading = hearing.stage(replace(understood(DOC, KINDS), heard=heard), DOC, ontology)
    return {
        (DOC[one.trigger].text, one.role and one.role.removeprefix(KG.iri), None if one.filler is None else DOC[one.filler].text)
        for one in reading.proposals
    }


def test_what_is_heard_is_proposed_in_the_ontologys_terms(ontology: Ontology) -> None:
    heard = (ATTACK, Heard("agent", 0, 6, 0.8, 7), Heard("patient", 14, 24, 0.8, 7))
    assert proposed(ontology, CAPITALS, *heard) == {
        ("rushed", None, None), ("rushed", "perpetrator", "Rebels"), ("rushed", "target", "convoy"),
    }


def test_a_filler_goes_to_the_nearest_incident(ontology: Ontology) -> None:
    assert ("rushed", "perpetrator", "Rebels") in proposed(ontology, ATTACK, CAPITALS, Heard("PerpInd", 0, 6, 0.9))


def test_whom_a_collective_gathers_fills_the_role(ontology: Ontology) -> None:
    text = "A:a/DT>1:det group:group/NN>4:nsubj of:of/IN>1:prep rebels:rebel/NNS>2:pobj rushed:rush/VBD the:the/DT>6:det convoy/NN>4:dobj"
    doc = parsed(text)
    heard = (CAPITALS, Heard("Conflict.Attack", 18, 24, 0.9), Heard("PerpInd", 0, 17, 0.9))
    reading = replace(understood(doc, {"group": KG.Group, "rebels": KG.People, "convoy": KG.Vehicle}), heard=heard)
    fillers = {one.filler for one in hearing.stage(reading, doc, ontology).proposals if one.role}
    assert {doc[filler].text for filler in fillers if filler is not None} == {"rebels"}


def test_outside_of_copy_in_capitals_the_reader_alone_names_no_event(ontology: Ontology) -> None:
    assert proposed(ontology, ATTACK, Heard("agent", 0, 6, 0.8, 7)) == set()


def test_a_filler_without_an_incident_is_nothing(ontology: Ontology) -> None:
    assert proposed(ontology, CAPITALS, Heard("PerpInd", 0, 6, 0.9)) == set()


def test_a_part_that_the_class_does_not_have_is_nothing(ontology: Ontology) -> None:
    assert proposed(ontology, CAPITALS, ATTACK, Heard("destination", 0, 6, 0.9, 7)) == {("rushed", None, None)}


def test_nothing_heard_changes_nothing(ontology: Ontology) -> None:
    reading = understood(DOC, KINDS)
    assert hearing.stage(reading, DOC, ontology) is reading


def judged(ontology: Ontology, *proposals: Proposal, asked: bool = True) -> list[Proposal]:
    reading = replace(understood(DOC, KINDS), proposals=proposals, heard=(ATTACK,) if asked else (), least=0.0)
    return voices.judged(reading, ontology)


def test_without_the_reader_the_rules_are_as_sure_as_they_say(ontology: Ontology) -> None:
    rule = Proposal(1, KG.Attack, WORD, 0.75)
    assert judged(ontology, rule, asked=False) == [rule]


def test_the_readers_silence_says_nothing_of_what_it_was_not_taught(ontology: Ontology) -> None:
    rule = Proposal(1, KG.Election, WORD, 0.75)
    assert judged(ontology, rule) == [rule]


def test_two_voices_are_surer_than_one(ontology: Ontology) -> None:
    rule, heard = Proposal(1, KG.ArmedAssault, WORD, 0.75), Proposal(1, KG.Attack, KGX.eventReader, 0.9)
    [both], [alone], [other] = judged(ontology, rule, heard), judged(ontology, rule), judged(ontology, heard)
    assert both.type == KG.ArmedAssault and both.source == WORD  # the rule is more specific, and names its words
    assert both.confidence > max(alone.confidence, other.confidence)


def test_of_two_voices_at_odds_one_is_heard(ontology: Ontology) -> None:
    [found] = judged(ontology, Proposal(1, KG.Attack, WORD, 0.75), Proposal(1, KG.Transport, KGX.eventReader, 0.97))
    assert found.type in (KG.Attack, KG.Transport)
    assert found.confidence <= 0.97


@pytest.mark.parametrize("least", [0.0, 0.5, 1.0])
def test_only_what_is_sure_enough_is_kept(ontology: Ontology, least: float) -> None:
    reading = replace(Reading(understood(DOC, KINDS).article), proposals=(Proposal(1, KG.Attack, WORD, 0.75),), least=least)
    assert len(voices.judged(reading, ontology)) == (least <= 0.75)


@pytest.mark.parametrize("capitals", [True, False])
def test_who_did_violence_is_not_believed_of_the_reader_alone(ontology: Ontology, capitals: bool) -> None:
    heard = (ATTACK, CAPITALS) if capitals else (ATTACK,)
    said = Proposal(1, KG.Attack, WORD, 0.75), Proposal(1, KG.Attack, KGX.partReader, 0.99, KG.perpetrator, 0)
    reading = replace(understood(DOC, KINDS), proposals=said, heard=heard)
    assert [one.role for one in voices.settled(reading, DOC, ontology)] == [None]


@pytest.mark.parametrize(("heard", "roles"), [
    ((), [None, KG.perpetrator]),                                            # nobody asked the reader
    ((CAPITALS,), [None]),
    ((CAPITALS, Heard("PerpInd", 0, 6, 0.3)), [None, KG.perpetrator]),
    ((CAPITALS, Heard("Target", 0, 6, 0.9)), [None]),
])
def test_in_capitals_nobody_did_it_of_whom_the_reader_hears_nothing(
    ontology: Ontology, heard: tuple[Heard, ...], roles: list[str | None]
) -> None:
    said = Proposal(1, KG.Attack, WORD, 0.75), Proposal(1, KG.Attack, WORD, 0.9, KG.perpetrator, 0)
    reading = replace(understood(DOC, KINDS), proposals=said, heard=heard)
    assert [one.role for one in voices.settled(reading, DOC, ontology)] == roles


def test_a_head_that_is_seldom_right_does_not_speak_for_one_that_mostly_is(ontology: Ontology) -> None:
    part = Proposal(1, KG.Attack, KGX.partReader, 0.99, KG.perpetrator, 0)
    filler = Proposal(1, KG.Attack, KGX.incidentReader, 0.95, KG.perpetrator, 0)
    [found] = judged(ontology, part, filler)
    assert found.source == KGX.incidentReader and found.confidence == voices.trust(filler)


def test_where_a_bomb_went_off_may_be_what_it_was_meant_for(ontology: Ontology) -> None:
    rule = Proposal(1, KG.Bombing, WORD, 0.85, KG.place, 3)
    target, other = (Proposal(1, KG.Bombing, KGX.incidentReader, 0.95, role, 3) for role in (KG.target, KG.near))
    assert [one.role for one in judged(ontology, rule, target)] == [KG.place, KG.target]
    assert [one.role for one in judged(ontology, rule, other)] == [KG.place]


def test_copy_in_capitals_that_tells_of_no_incident_has_no_attack(ontology: Ontology) -> None:
    word = Proposal(1, KG.Attack, WORD, 0.75)
    reading = replace(understood(DOC, KINDS), proposals=(word,))
    assert voices.settled(reading, DOC, ontology) == [word]
    assert voices.settled(replace(reading, heard=(CAPITALS,)), DOC, ontology) == [word]
    assert voices.settled(replace(reading, heard=(replace(CAPITALS, confidence=0.01),)), DOC, ontology) == []


def test_who_died_attacked_nobody(ontology: Ontology) -> None:
    [found] = judged(ontology, Proposal(1, KG.Death, WORD, 0.75), Proposal(1, KG.Attack, KGX.eventReader, 0.95))
    assert found.type == KG.Death


def test_an_explosion_in_a_report_of_a_bombing_is_one(ontology: Ontology) -> None:
    [found] = judged(ontology, Proposal(1, KG.Explosion, WORD, 0.75), Proposal(1, KG.Bombing, KGX.eventReader, 0.95))
    assert found.type == KG.Bombing
