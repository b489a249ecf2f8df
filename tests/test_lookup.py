"""What stands at a token."""

from kg.lookup import Lookup
from kg.model import Article, Entity, Event, Form, Mention, Quantity, Reading, TimeExpression
from kg.terms import KG

TEXT = "Ivan Petrov fled.  He and 12 men met today."
MENTIONS = (
    Mention(0, 11, Form.NAME, KG.Person, 1, 0),  # Ivan Petrov
    Mention(5, 11, Form.NAME, KG.Person, 1, 0),  # Petrov, in it
    Mention(19, 21, Form.PRONOUN, KG.Person, 4, 1),  # He
    Mention(26, 28, Form.QUANTITY, KG.Mention, 6, 1),  # 12
    Mention(29, 32, Form.NOMINAL, KG.People, 7, 1),  # men
    Mention(33, 36, Form.TRIGGER, KG.Meeting, 8, 1),  # met
    Mention(37, 42, Form.TIMEX, KG.TimeMention, 9, 1),  # today
)
READING = Reading(
    Article(TEXT, ((0, len(TEXT)),)), ((0, 17), (19, len(TEXT))), MENTIONS,
    entities=(Entity(KG.Person, "Ivan Petrov", (0, 1)), Entity(KG.People, "men", (4,))),
    events=(Event(KG.Meeting, (5,), KG.Actual),), quantities=(Quantity(3, 12, 12, 7),),
    times=(TimeExpression(6, "2017-09-14", "DATE"),),
)


def test_the_longest_mention_of_a_head_stands_at_it() -> None:
    assert Lookup(READING).mention_at(1) == 0


def test_a_word_of_a_name_stands_for_it_by_its_offset() -> None:
    lookup = Lookup(READING)
    assert (lookup.mention_at(0), lookup.mention_at(0, 0), lookup.entity_at(0, 0)) == (None, 0, 0)
    assert lookup.entity_at(7, 29) == 1 and lookup.entity_at(99, 30) is None  # the words of a nominal do not


def test_what_denotes_no_entity_stands_for_none() -> None:
    lookup = Lookup(READING)
    assert lookup.entity_at(4, 19) is None and lookup.entity_at(8) is None
    assert lookup.owners == {0: 0, 1: 0, 4: 1}


def test_events_times_and_quantities() -> None:
    lookup = Lookup(READING)
    assert (lookup.event_at(8), lookup.event_at(7)) == (0, None)
    assert lookup.times == {9: 0}
    assert lookup.quantities == {6: 0, 7: 0}


def test_the_sentence_of_an_offset_or_the_last_before_it() -> None:
    lookup = Lookup(READING)
    assert [lookup.sentence_at(offset) for offset in (0, 16, 18, 19, 40, 999)] == [0, 0, 0, 1, 1, 1]
    assert Lookup(Reading(READING.article)).sentence_at(5) == 0
