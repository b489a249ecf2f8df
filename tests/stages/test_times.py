"""Time expressions: what is found, its TIMEX3 value, and the days it spans."""

import re
from datetime import date
from itertools import pairwise
from time import process_time

import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.model import Article, Form, Reading
from kg.stages import times
from kg.stages.times.lexer import grammar
from kg.terms import KG

BLANK = spacy.blank("en")
THURSDAY = date(2017, 9, 14)
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|P(T?(X|\d+(\.\d+)?)(D|W|M|Q|Y|H|S|DE|CE)|T\d+H\d+M)"
    r"|([\dX]{2,4}|[\dX]{4}-(([\dX]{2}(-[\dX]{2})?)|W[\dX]{2}(-(WE|[1-7]))?|Q[\dX]|H[12]|SP|SU|FA|WI))(T(\d\d:\d\d|MO|AF|EV|NI|DT))?"
)


def read(text: str, published: date | None = THURSDAY, doc: Doc | None = None) -> Reading:
    doc = doc or BLANK(text)
    whole = (0, len(doc.text))
    return times.stage(Reading(Article(doc.text, (whole,), date=published), (whole,)), doc, None)  # type: ignore[arg-type]


def found(text: str, published: date | None = THURSDAY) -> list[tuple[str, str]]:
    reading = read(text, published)
    return [(reading.words_of(time.mention), time.value) for time in reading.times]


def value(text: str, published: date | None = THURSDAY) -> str:
    (only,) = read(text, published).times
    return only.value


def parsed(*tokens: str) -> Doc:
    """A Doc from "word tag head dep" strings; the head is a position."""
    words, tags, heads, deps = zip(*(token.split() for token in tokens), strict=True)
    pos = {"V": "VERB", "N": "NOUN", "I": "ADP", "T": "PART", "M": "AUX"}
    return Doc(BLANK.vocab, words=list(words), tags=list(tags), heads=[int(head) for head in heads], deps=list(deps),
               pos=["AUX" if dep.startswith("aux") else pos.get(tag[0], "X") for tag, dep in zip(tags, deps, strict=True)],
               lemmas=[word.lower() for word in words])


@pytest.mark.parametrize(("text", "expected"), [
    ("on 11 August 1986", "1986-08-11"), ("on Aug. 11, 1986", "1986-08-11"), ("the 11th of August 1986", "1986-08-11"),
    ("Monday, 11 August 1986", "1986-08-11"), ("on 2017-09-14", "2017-09-14"), ("on 14/09/2017", "2017-09-14"),
    ("the 9/11 attacks", "2001-09-11"),
    ("the September 11 attacks", "2001-09-11"), ("the September 8 attacks", "2017-09-08"),
    ("New Year's Day 2016", "2016-01-01"), ("Good Friday 2016", "2016-03-25"),
    ("on New Year's Day", "2018-01-01"), ("at Thanksgiving", "2017-11-23"), ("POLICE MAY CHARGE HIM ON 3 MAY", "2017-05-03"),
])
def test_calendar_days(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("July 2016", "2016-07"), ("in early July 2016", "2016-07"), ("in April next year", "2018-04"), ("last July", "2017-07"),
    ("last September", "2016-09"), ("in July", "2017-07"), ("the summer of 1994", "1994-SU"), ("last summer", "2017-SU"),
    ("the third quarter of 1990", "1990-Q3"), ("the first half of 2004", "2004-H1"), ("in 2014", "2014"), ("the early 1980s", "198"),
    ("mid-2009", "2009"),
    ("the mid-1990s", "199"), ("the nineties", "199"), ("the 20th century", "19"), ("nineteen ninety-one", "1991"), ("last year", "2016"),
    ("this week", "2017-W37"), ("next month", "2017-10"), ("last weekend", "2017-W36-WE"), ("the end of the year", "2017"),
    ("later in the year", "2017"), ("the winter of nineteen ninety-four", "1994-WI"), ("the year two thousand and six", "2006"),
    ("for the year", "2017"), ("in the latest quarter", "2017-Q2"), ("the current month", "2017-09"),
])
def test_stretches(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("yesterday", "2017-09-13"), ("the day before yesterday", "2017-09-12"), ("next Tuesday", "2017-09-19"),
    ("last Thursday", "2017-09-07"),
    ("three days ago", "2017-09-11"), ("two weeks ago", "2017-W35"), ("a year and a half ago", "2016-03"), ("two decades ago", "1997"),
    ("several years ago", "PAST_REF"), ("recently", "PAST_REF"), ("now", "PRESENT_REF"), ("its current name", "PRESENT_REF"),
    ("in the near future", "FUTURE_REF"),
    ("a fortnight ago", "2017-W35"),
])
def test_reckoned_from_publication(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("for three days", "P3D"), ("five hours", "PT5H"), ("half an hour", "PT30M"), ("5 1/2 hours", "PT5H30M"), ("a 52-week high", "P52W"),
    ("at least 30 days", "P30D"), ("a few years", "PXY"), ("for decades", "PXDE"), ("two to three weeks", "P2W"),
    ("the past six months", "P6M"),
    ("two and a half years", "P2.5Y"), ("twenty-four hours", "PT24H"), ("a day-long siege", "P1D"), ("every day", "P1D"),
    ("every two weeks", "P2W"), ("every other week", "P2W"), ("every few decades", "PXDE"),
    ("every Friday", "XXXX-WXX-5"), ("each July", "XXXX-07"), ("three times a week", "P1W"), ("daily", "P1D"), ("on Sundays", "XXXX-WXX-7"),
])
def test_lengths_and_sets(text: str, expected: str) -> None:
    assert value(text) == expected


def test_every_other_decade() -> None:
    assert value("every other decade") == "P20Y"


@pytest.mark.parametrize(("text", "expected"), [
    ("Thursday night", "2017-09-14TNI"), ("early on Thursday morning", "2017-09-14TMO"), ("yesterday evening", "2017-09-13TEV"),
    ("last night", "2017-09-13TNI"), ("noon Thursday", "2017-09-14T12:00"), ("9 a.m. EDT Thursday", "2017-09-14T09:00"),
    ("Thursday at 7:26 pm", "2017-09-14T19:26"), ("at 10pm yesterday", "2017-09-13T22:00"), ("1630 GMT Thursday", "2017-09-14T16:30"),
    ("4 in the morning", "XXXX-XX-XXT04:00"), ("at dawn", "XXXX-XX-XXTMO"), ("this morning", "2017-09-14TMO"),
    ("5.30 p.m. on Thursday", "2017-09-14T17:30"), ("at year-end", "2017-12-31"),
])
def test_times_of_day(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize("text", [
    "the 30th anniversary", "a second explosion", "Highway 61", "$1999", "1990 people", "police may march", "80 km an hour", "Flight 1990",
    "in the weeks before the vote", "days after the raid", "the foreseeable future", "a 71-year-old man",
    "a quarter of the city", "25:99 p.m.", "the Daily Post", "a league match",
])
def test_no_time(text: str) -> None:
    assert found(text) == []


def test_times_are_reckoned_from_what_was_told_before() -> None:
    text = "The town fell on 14 July 2016. A week earlier it was calm. The previous day shops shut. That night it burned at midday."
    assert found(text) == [("14 July 2016", "2016-07-14"), ("A week earlier", "2016-W27"), ("The previous day", "2016-07-13"),
                           ("That night", "2016-07-13TNI"), ("midday", "2016-07-13T12:00")]


def test_a_comparison_is_with_the_same_quarter_of_another_year() -> None:
    text = "Profit in the second quarter rose to 9 million dollars from 4 million a year earlier. In the year-ago period sales fell."
    assert found(text) == [("the second quarter", "2017-Q2"), ("a year earlier", "2016-Q2"), ("the year-ago period", "2016-Q2")]
    assert value("They earned 9 million a year ago") == "2016"


@pytest.mark.parametrize("tokens", [
    ("the DT 2 det", "annual JJ 2 amod", "March NNP 2 ROOT", "for IN 2 prep", "Peace NNP 3 pobj"),
    ("the DT 2 det", "paper NN 2 compound", "daily JJ 3 amod", "Horizont NNP 3 ROOT"),
    ("its PRP$ 2 poss", "future JJ 2 amod", "earnings NNS 2 ROOT"),
])
def test_a_word_of_time_in_another_sense(tokens: tuple[str, ...]) -> None:
    assert read("", doc=parsed(*tokens)).times == ()


def test_a_word_of_time_in_a_name() -> None:
    doc = Doc(BLANK.vocab, words=["Premier", "Theresa", "May", "spoke"], ents=["O", "B-PERSON", "I-PERSON", "O"])
    assert read("", doc=doc).times == ()


def test_what_had_been_planned_is_past() -> None:
    doc = parsed("It PRP 3 nsubjpass", "had VBD 3 aux", "been VBN 3 auxpass", "scheduled VBN 3 ROOT", "to TO 5 aux", "end VB 3 xcomp",
                 "on IN 5 prep", "Sunday NNP 6 pobj")
    assert read("", doc=doc).times[0].value == "2017-09-10"


def test_blank_lines_separate_and_line_ends_do_not() -> None:
    assert found("last\nweek") == [("last\nweek", "2017-W36")]
    assert found("he came last\n\nweek of sorrow") == []


def test_tense_chooses_the_weekday() -> None:
    past = parsed("They NNS 1 nsubj", "struck VBD 1 ROOT", "on IN 1 prep", "Sunday NNP 2 pobj")
    future = parsed("They NNS 2 nsubj", "will MD 2 aux", "vote VB 2 ROOT", "on IN 2 prep", "Sunday NNP 3 pobj")
    present = parsed("They NNS 1 nsubj", "meet VBP 1 ROOT", "on IN 1 prep", "Sunday NNP 2 pobj")
    planned = parsed("They NNS 2 nsubjpass", "were VBD 2 auxpass", "expected VBN 2 ROOT", "to TO 4 aux", "vote VB 2 xcomp",
                     "Sunday NNP 4 npadvmod")
    carried = parsed("They NNS 2 nsubj", "have VBP 2 aux", "fled VBN 2 ROOT", "Sunday NNP 2 npadvmod")
    dates = [read("", doc=doc).times[0].value for doc in (past, future, present, planned, carried)]
    assert dates == ["2017-09-10", "2017-09-17", "2017-09-17", "2017-09-17", "2017-09-10"]


def test_the_day_of_publication_is_meant_by_its_name() -> None:
    past = parsed("They NNS 1 nsubj", "attacked VBD 1 ROOT", "on IN 1 prep", "Thursday NNP 2 pobj")
    assert read("", doc=past).times[0].value == "2017-09-14"


def test_a_headline_tells_the_past_in_the_present() -> None:
    doc = parsed("Bomb NN 1 nsubj", "kills VBZ 1 ROOT", "ten CD 1 dobj", "Sunday NNP 1 npadvmod")
    reading = Reading(Article(doc.text, ((0, len(doc.text)),), headline=(0, len(doc.text)), date=THURSDAY), ((0, len(doc.text)),))
    assert times.stage(reading, doc, None).times[0].value == "2017-09-10"  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "first", "last"), [
    ("in July 2016", date(2016, 7, 1), date(2016, 7, 31)), ("since 2014", date(2014, 1, 1), None),
    ("until March 2015", None, date(2015, 3, 31)),
    ("before 2014", None, date(2013, 12, 31)), ("after May 2014", date(2014, 5, 1), None),
    ("on 2 May 2014", date(2014, 5, 2), date(2014, 5, 2)),
    ("between May 2014 and July 2014", date(2014, 5, 1), date(2014, 7, 31)),
    ("from 2 May 2014 to 4 May 2014", date(2014, 5, 2), date(2014, 5, 4)),
    ("Aug. 7-9, 1998", date(1998, 8, 7), date(1998, 8, 9)), ("the 1990s", date(1990, 1, 1), date(1999, 12, 31)), ("recently", None, None),
    ("the past two days", date(2017, 9, 12), THURSDAY),
])
def test_bounds(text: str, first: date | None, last: date | None) -> None:
    for time in read(text).times:
        assert (time.earliest, time.latest) == (first, last)


@pytest.mark.parametrize(("text", "expected"), [
    ("on Thursday", "XXXX-WXX-4"), ("on 14 September", "XXXX-09-14"), ("in July", "XXXX-07"), ("yesterday", "PAST_REF"),
    ("today", "PRESENT_REF"),
    ("last year", "PAST_REF"), ("two days ago", "PAST_REF"), ("at Christmas", "XXXX-12-25"), ("the same day", "XXXX-XX-XX"),
])
def test_without_an_anchor_nothing_is_invented(text: str, expected: str) -> None:
    reading = read(text, None)
    assert [time.value for time in reading.times] == [expected]
    assert (reading.times[0].earliest, reading.times[0].latest) == (None, None)
    assert [problem.words for problem in reading.problems] == [(reading.mentions[0].begin, reading.mentions[0].end)]


def test_the_mention_of_a_time() -> None:
    doc = parsed("They NNS 1 nsubj", "struck VBD 1 ROOT", "on IN 1 prep", "14 CD 4 nummod", "September NNP 2 pobj", "2017 CD 4 nummod")
    (mention,) = read("", doc=doc).mentions
    assert (mention.form, mention.kind, mention.head, mention.sentence) == (Form.TIMEX, KG.TimeMention, 4, 0)
    assert doc.text[mention.begin:mention.end] == "14 September 2017"


def test_no_literal_of_a_pattern_is_a_word_of_a_class() -> None:
    known = grammar()
    literals = {name for name in known.codes if name.islower()}
    assert [name for name in literals if known.words[name] != (name, None)] == []


WORDS = sorted({*grammar().words, "1998", "11", "7:15", "2017-09-14", "'s", "of", "the", "three", "twenty", "first", "1990s", "1/2", "9",
    "\n\n", "x"})


@example(["each", "centuries"], None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.dates() | st.none())
def test_any_words_give_well_formed_values_inside_the_text(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    reading = read(text, published)
    assert reading == read(text, published)
    for time in reading.times:
        mention = reading.mentions[time.mention]
        assert 0 <= mention.begin < mention.end <= len(text)
        assert VALUE.fullmatch(time.value), time.value
        assert time.type in ("DATE", "TIME", "DURATION", "SET")
        assert time.earliest is None or time.latest is None or time.earliest <= time.latest
    spans = [(mention.begin, mention.end) for mention in reading.mentions]
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("word", ["one", "one -", "hundred", "the", "half a", "1", "may", "Monday ,", "last", "early"])
def test_long_runs_of_one_word_take_no_long_time(word: str) -> None:
    doc = Doc(BLANK.vocab, words=(word + " ").split() * 3000)
    started = process_time()
    read("", doc=doc)
    assert process_time() - started < 5
