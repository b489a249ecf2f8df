"""Readings made by hand, for the tests of the graph."""

from datetime import date
from pathlib import Path

from kg.facts import Facts
from kg.model import (
    Article,
    Entity,
    Event,
    EventTime,
    Evidence,
    Form,
    Link,
    Mention,
    Reading,
    Relation,
    Role,
    Said,
    TimeExpression,
    Toll,
)
from kg.ontology import Ontology
from kg.terms import KG, KGX

TEXT = """Nine die as rebels bomb bridge

Port Alder - Fighters of the Northern Front bombed a bridge near Port Alder on Wednesday, killing at least nine people, police said.

The Northern Front said in a statement that it carried out the attack. Colonel Ana Reis accused the army of shelling the town.
"""

HEADLINE = (0, TEXT.index("\n"))
SENTENCES = (HEADLINE, *((TEXT.index(first), TEXT.index(last) + len(last)) for first, last in (
    ("Fighters", "police said."), ("The Northern Front said", "the attack."), ("Colonel", "the town."),
)))


def span(words: str, nth: int = 0) -> tuple[int, int]:
    """Where some words stand."""
    begin = -1
    for _ in range(nth + 1):
        begin = TEXT.index(words, begin + 1)
    return begin, begin + len(words)


def mention(words: str, form: Form, kind: str, sentence: int, nth: int = 0) -> Mention:
    """A mention of some words; its head does not matter to the graph."""
    return Mention(*span(words, nth), form, kind, 0, sentence)


def bridge_reading() -> Reading:
    """A bombing with a claim, a toll, and an accusation that stays one."""
    mentions = (
        mention("Fighters", Form.NOMINAL, KG.People, 1),  # 0
        mention("Northern Front", Form.NAME, KG.Group, 1),  # 1
        mention("bombed", Form.TRIGGER, KG.Bombing, 1),  # 2
        mention("bridge", Form.NOMINAL, KG.Facility, 1, 1),  # 3
        mention("Port Alder", Form.NAME, KG.City, 1, 1),  # 4
        mention("Wednesday", Form.TIMEX, KG.TimeMention, 1),  # 5
        mention("killing", Form.TRIGGER, KG.Attack, 1),  # 6
        mention("people", Form.NOMINAL, KG.People, 1),  # 7
        mention("police", Form.NOMINAL, KG.Group, 1),  # 8
        mention("Northern Front", Form.NAME, KG.Group, 2, 1),  # 9
        mention("said", Form.TRIGGER, KG.ResponsibilityClaim, 2, 1),  # 10
        mention("Ana Reis", Form.NAME, KG.Person, 3),  # 11
        mention("accused", Form.TRIGGER, KG.Accusation, 3),  # 12
        mention("army", Form.NOMINAL, KG.Group, 3),  # 13
        mention("shelling", Form.TRIGGER, KG.Shelling, 3),  # 14
        mention("town", Form.NOMINAL, KG.City, 3),  # 15
        mention("at least nine", Form.QUANTITY, KG.Mention, 1),  # 16: nothing points to it
    )
    seen = Evidence(1, KGX["event-agent"], 0.9, (span("bombed"), span("Fighters")))
    claim = Evidence(2, KGX["claim-content"], 0.85, (span("carried out the attack"),), according_to=1, factuality=KG.Reported)
    accusation = Evidence(3, KGX["accusation-accused"], 0.8, according_to=5, factuality=KG.Disputed)
    entities = (
        Entity(KG.People, "Fighters", (0,), min_size=2),
        Entity(KG.Group, "Northern Front", (1, 9), alt_labels=("The Front",), key="northern-front",
               close=("http://www.wikidata.org/entity/Q1",), ideologies=(("separatism", seen),)),
        Entity(KG.Facility, "bridge", (3,)),
        Entity(KG.City, "Port Alder", (4, 15), exact=("https://sws.geonames.org/1/",), latitude=1.5, longitude=-2.25, key="geonames/1"),
        Entity(KG.Group, "police", (8,)),
        Entity(KG.Person, "Ana Reis", (11,), positions=(("colonel", accusation),)),
        Entity(KG.Group, "army", (13,)),
        Entity(KG.People, "people", (7,), min_size=9),
    )
    day = EventTime("2017-09-13", date(2017, 9, 13), date(2017, 9, 13), "morning", (seen,))
    events = (
        Event(KG.Bombing, (2,), KG.Actual, "Bombing of a bridge near Port Alder, 13 September 2017", (
            Role(KG.perpetrator, 0, (seen,)), Role(KG.claimedBy, 1, (claim,)), Role(KG.target, 2, (seen,)), Role(KG.near, 3, (seen,)),
        ), time=day, evidence=(seen,)),
        Event(KG.ResponsibilityClaim, (10,), KG.Actual, "Northern Front claims the bombing", (Role(KG.speaker, 1, (claim,)),),
              links=(Link(KG.reports, 0, (claim,)),), said=Said("said", "it carried out the attack"), evidence=(claim,)),
        Event(KG.Accusation, (12,), KG.Actual, "Ana Reis accuses the army", (Role(KG.speaker, 5, (accusation,)),),
              links=(Link(KG.reports, 3, (accusation,)),), said=Said("accused"), evidence=(accusation,)),
        Event(KG.Shelling, (14,), KG.Possible, "Shelling of Port Alder", (
            Role(KG.allegedPerpetrator, 6, (accusation,)), Role(KG.target, 3, (accusation,)),
        ), evidence=(accusation,)),
    )
    return Reading(
        Article(TEXT, (HEADLINE,), HEADLINE, span("Port Alder"), date(2017, 9, 14), publisher="The Alder Courier", keywords=("rebels",)),
        SENTENCES, mentions, (TimeExpression(5, "2017-09-13", "DATE", date(2017, 9, 13), date(2017, 9, 13)),),
        entities=entities,
        relations=(Relation(0, KG.memberOf, 1, (seen,)),),
        events=events,
        tolls=(Toll(0, KG.Killed, "at least nine", (6,), minimum=9, of_people=7, according_to=(4,), preferred=True,
                    evidence=(Evidence(1, KGX["toll"], 0.9, according_to=4),)),),
        main_event=0,
        dateline=3,
    )


def small_ontology() -> Ontology:
    """The few classes that the Readings here need."""
    return Ontology(Facts.of_folders([Path(__file__).parent / "ontology.ttl"]))
