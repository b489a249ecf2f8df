"""What corrections do to a Reading made by hand."""

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corrected import Anchor, Correction, Part
from kg.corrections import apply
from kg.corrections.finding import place
from kg.graph.rdf import to_turtle
from kg.model import Article, Reading
from kg.terms import GAF, KG, OWL, RDF, local
from tests.corrections.examples import (
    ARMY,
    ARTICLE,
    BOMBING,
    BRIDGE,
    CLAIM,
    FIGHTERS,
    FRONT,
    KILLING,
    NO_PERPETRATOR,
    POLICE,
    PORT,
    SHELLING,
    TEXT,
    TOWN,
    end,
    not_same,
    same,
    wrong,
)
from tests.graph.examples import bridge_reading, small_ontology, span


def corrected(*corrections: Correction, reading: Reading | None = None) -> Reading:
    return apply(reading or bridge_reading(), corrections, small_ontology())


def roles(reading: Reading, event: int = 0) -> set[str]:
    return {f"{local(role.property)} {reading.entities[role.entity].label}" for role in reading.events[event].roles}


def labels(reading: Reading) -> list[str]:
    return [entity.label for entity in reading.entities]


def test_a_rejected_role_goes_and_nothing_else() -> None:
    found = corrected(NO_PERPETRATOR)
    assert roles(bridge_reading()) - roles(found) == {"perpetrator Fighters"}
    assert replace(found, corrections=(), events=()) == replace(bridge_reading(), events=())
    [done] = found.corrections
    assert (done.subject, done.property, done.object) == (Part("event", 0), KG.perpetrator, Part("entity", 0))
    assert found.problems == ()


def test_a_rejected_property_takes_those_below_it_along_and_no_other() -> None:
    fighters = end("entity/fighters", FIGHTERS)
    assert "perpetrator Fighters" not in roles(corrected(wrong(BOMBING, KG.agent, fighters)))
    assert corrected(wrong(BOMBING, KG.victim, fighters)).events == bridge_reading().events


REJECTED: dict[str, tuple[Correction, Callable[[Reading], object]]] = {
    "event": (wrong(BOMBING, RDF.type, end(KG.Bombing)), lambda reading: KG.Bombing in [event.type for event in reading.events]),
    "toll": (wrong(BOMBING, KG.toll, end("toll/x", KILLING)), lambda reading: reading.tolls),
    "link": (wrong(end("event/claim", ("said", 1)), KG.reports, BOMBING), lambda reading: reading.events[1].links),
    "day": (wrong(BOMBING, KG.date, end("", )), lambda reading: reading.events[0].time),
    "hour": (wrong(BOMBING, KG.timeOfDay, end("")), lambda reading: reading.events[0].time and reading.events[0].time.time_of_day),
    "relation": (wrong(end("entity/fighters", FIGHTERS), KG.memberOf, end("entity/x", FRONT)), lambda reading: reading.relations),
    "people": (wrong(end("toll/x", KILLING), KG.ofPeople, end("entity/people", ("people", 0))), lambda reading: reading.tolls[0].of_people),
    "source": (wrong(end("toll/x", KILLING), KG.accordingTo, end("entity/police", POLICE)), lambda reading: reading.tolls[0].according_to),
    "position": (wrong(end("entity/x", ("Ana Reis", 0)), KG.position, end("")), lambda reading: reading.entities[5].positions),
    "ideology": (wrong(end("entity/x", FRONT), KG.ideology, end("")), lambda reading: reading.entities[1].ideologies),
}
LITERALS = {"day": "2017-09-13", "hour": "morning", "position": "colonel", "ideology": "separatism"}


@pytest.mark.parametrize("name", REJECTED)
def test_whatever_is_told_can_be_rejected(name: str) -> None:
    correction, left = REJECTED[name]
    if name in LITERALS:
        correction = replace(correction, object=replace(correction.object, iri=LITERALS[name]))
    assert left(bridge_reading())
    found = corrected(correction)
    assert not left(found)
    assert found.problems == () and len(found.corrections) == 1
    to_turtle(found, small_ontology())


def test_an_event_that_was_none_takes_along_its_tolls_and_what_points_to_it() -> None:
    found = corrected(wrong(BOMBING, RDF.type, end(KG.Attack)))
    assert [local(event.type) for event in found.events] == ["ResponsibilityClaim", "Accusation", "Shelling"]
    assert (found.tolls, found.events[0].links, found.main_event) == ((), (), None)
    assert [link.event for link in found.events[1].links] == [2]
    assert found.corrections[0].subject == span("bombed")


def test_what_is_the_same_becomes_one() -> None:
    found = corrected(same(end("entity/police", POLICE), end("entity/army", ARMY)))
    assert labels(found) == [label for label in labels(bridge_reading()) if label != "army"]
    assert found.entities[4].alt_labels == ("army",)
    assert "allegedPerpetrator police" in roles(found, 3)
    assert [found.text_of(done.object) for done in found.corrections if isinstance(done.object, tuple)] == ["police", "army"]
    assert {done.property for done in found.corrections} == {GAF.denotedBy}


def test_a_known_entity_keeps_its_name() -> None:
    found = corrected(same(end("entity/army", ARMY), end("entity/front", FRONT)))
    [front] = [entity for entity in found.entities if entity.key == "northern-front"]
    assert (front.label, front.alt_labels) == ("Northern Front", ("The Front", "army"))


def test_events_that_are_the_same_have_what_both_had() -> None:
    found = corrected(same(BOMBING, end("event/shelling", SHELLING)))
    assert [local(event.type) for event in found.events] == ["Bombing", "ResponsibilityClaim", "Accusation"]
    assert {"perpetrator Fighters", "allegedPerpetrator army", "target bridge", "target Port Alder"} <= roles(found)
    assert found.events[2].links[0].event == 0
    assert found.tolls[0].event == 0


def test_what_is_not_the_same_becomes_two() -> None:
    found = corrected(not_same(end("entity/port", PORT), end("entity/town", TOWN)))
    assert labels(found) == [*labels(bridge_reading()), "town"]
    assert found.entities[3].key == "geonames/1" and found.entities[-1].key is None
    assert "near Port Alder" in roles(found) and "target town" in roles(found, 3)
    [done] = found.corrections
    assert (done.subject, done.property, done.object) == (Part("entity", 3), OWL.differentFrom, Part("entity", 8))


def test_what_is_two_already_is_kept_apart() -> None:
    found = corrected(not_same(end("entity/police", POLICE), end("entity/army", ARMY)))
    assert found.entities == bridge_reading().entities
    assert [done.property for done in found.corrections] == [OWL.differentFrom]


def test_an_event_of_two_triggers_becomes_two() -> None:
    one = corrected(same(BOMBING, end("event/shelling", SHELLING)))
    found = corrected(not_same(BOMBING, end("event/shelling", SHELLING)), reading=one)
    assert [local(event.type) for event in found.events] == ["Bombing", "ResponsibilityClaim", "Accusation", "Bombing"]
    assert roles(found, 3) == {"allegedPerpetrator army", "target Port Alder"}
    assert "perpetrator Fighters" in roles(found)


def test_what_contradicts_itself_parts_and_does_not_join() -> None:
    police, army, front = end("entity/police", POLICE), end("entity/army", ARMY), end("entity/front", FRONT)
    found = corrected(same(police, army, "one"), same(army, front, "two"), not_same(police, front))
    assert labels(found) == labels(bridge_reading())
    assert len(found.problems) == 2 and all("contradicts" in problem.reason for problem in found.problems)


def test_what_is_not_found_is_told() -> None:
    gone = wrong(BOMBING, KG.victim, end("entity/police", POLICE))
    found = corrected(gone)
    assert found.events == bridge_reading().events
    [problem] = found.problems
    assert found.text_of(problem.words) == "bombed"
    assert gone.iri in problem.reason and "victim" in problem.reason


def test_a_correction_of_another_article_says_nothing_here() -> None:
    elsewhere = replace(BOMBING, anchors=(Anchor("https://w3id.org/dateline/data/article/other-00000000#text", 0, 4, "Nine"),))
    assert corrected(replace(NO_PERPETRATOR, subject=elsewhere, object=elsewhere)) == bridge_reading()


def test_what_stands_in_two_articles_is_joined_in_neither() -> None:
    far = replace(end("entity/army", ARMY), anchors=(Anchor("https://w3id.org/dateline/data/article/other-00000000#text", 0, 4, "army"),))
    assert corrected(same(end("entity/police", POLICE), far)) == bridge_reading()


def test_what_all_articles_share_is_known_by_its_iri() -> None:
    front = end("https://news.example/graph/entity/northern-front")
    assert corrected(wrong(end("entity/fighters", FIGHTERS), KG.memberOf, front)).relations == ()


def test_the_most_of_the_words_count() -> None:
    """The pronoun that once belonged to the fighters does not drag another along."""
    old = end("entity/fighters", FIGHTERS, ("Northern Front", 0), ("army", 0))
    assert corrected(wrong(BOMBING, KG.claimedBy, replace(old, anchors=old.anchors[:1]))).events == bridge_reading().events


@pytest.mark.parametrize("before", ["", "An editor's note.\n\n", "x" * 500])
def test_words_are_found_where_they_have_moved(before: str) -> None:
    text = before + bridge_reading().article.text
    begin, end = span("bombed")
    found = place(Anchor(TEXT, begin, end, "bombed"), Article(text, ()))
    assert found == (begin + len(before), end + len(before))


def test_words_that_are_gone_are_nowhere() -> None:
    assert place(Anchor(TEXT, 0, 5, "Never"), bridge_reading().article) is None


CORRECTIONS = (
    NO_PERPETRATOR,
    wrong(BOMBING, KG.target, end("entity/bridge", BRIDGE), "no-target"),
    wrong(BOMBING, KG.toll, end("toll/x", KILLING), "no-toll"),
    wrong(end("event/shelling", SHELLING), RDF.type, end(KG.Shelling), "no-shelling"),
    same(end("entity/police", POLICE), end("entity/army", ARMY), "one-force"),
    same(end("entity/fighters", FIGHTERS), end("entity/people", ("people", 0)), "one-people"),
    not_same(end("entity/port", PORT), end("entity/town", TOWN), "two-towns"),
    not_same(end("entity/front", FRONT), end("entity/front", CLAIM), "two-fronts"),
    not_same(end("entity/police", POLICE), end("entity/front", FRONT), "police-is-none"),
    same(end("entity/front", FRONT), end("entity/police", POLICE), "contradiction"),
    wrong(BOMBING, KG.victim, end("entity/police", POLICE), "nothing"),
)


@given(st.lists(st.sampled_from(CORRECTIONS), max_size=8))
def test_their_order_and_number_do_not_matter_and_once_is_enough(chosen: list[Correction]) -> None:
    found = corrected(*chosen)
    assert corrected(*reversed(chosen), *chosen) == found
    assert corrected(*chosen, reading=found) == found
    assert to_turtle(found, small_ontology()) == to_turtle(corrected(*sorted(chosen, key=repr)), small_ontology())


def test_all_orders_of_a_few() -> None:
    found = {repr(corrected(*order)) for order in permutations(CORRECTIONS[3:7])}
    assert len(found) == 1


@given(st.lists(st.sampled_from(CORRECTIONS), max_size=6))
def test_a_correction_is_obeyed_or_told_of(chosen: list[Correction]) -> None:
    found = corrected(*chosen)
    told = " ".join(problem.reason for problem in found.problems)
    done = {one.correction.iri for one in found.corrections}
    assert all((one.iri in done) != (one.iri in told) for one in chosen)
    assert all(f"{ARTICLE}/correction/" in iri for iri in done)
