"""When an event was: which time belongs to which event, and what it comes to."""

from datetime import date

import pytest

from tests.story import tell

Bounds = tuple[str | None, date | None, date | None]
MONDAY, TUESDAY, THURSDAY = date(2017, 9, 11), date(2017, 9, 12), date(2017, 9, 14)


def when(text: str, word: str) -> Bounds | None:
    """The value and the bounds of an event's time."""
    time = tell(text).event(word).time
    return None if time is None else (time.value, time.earliest, time.latest)


def on(day: date) -> Bounds:
    """A single day."""
    return day.isoformat(), day, day


DATED = [
    ("It emerged on Tuesday that rebels had shelled the market.", "shelled", None),
    ("The worst crash in the district, at Sagana in 2001, killed 29 people.", "crash", ("2001", date(2001, 1, 1), date(2001, 12, 31))),
    ("Rescuers pulled nine more bodies from the river on Tuesday, bringing to 31 the number of people killed when a barge capsized.",
     "capsized", None),
    ("The Great Comet of 1812 had 12 nominations.", "nominations", None),
    ("Charges against the man arose from a brawl in May 2010.", "Charges", None),
    ("Three people were killed in Basra on Tuesday.", "killed", on(TUESDAY)),  # an event that only its toll tells
    ("The minister escaped unhurt on Tuesday when a bomb went off beside his convoy.", "went", on(TUESDAY)),
    ("The mayor returned on Monday as rebels shelled the town.", "shelled", on(MONDAY)),
    ("The mayor returned on Monday when rebels had shelled the town.", "shelled", None),
    ("The ministry told travellers on Monday to take care when attending rallies.", "rallies", None),
    ("A tanker ran into a dredger near Suez on Tuesday, sinking it and leaving three sailors dead.", "sinking", on(TUESDAY)),
    ("The president flew to Basra on Monday, having survived a bombing.", "bombing", None),
    ("Clerks were filling out forms by hand on Tuesday, five days after hackers knocked out the computers.", "knocked",
     on(date(2017, 9, 7))),
    ("The toll has risen, the company said on Tuesday, two days after the accident.", "accident", on(date(2017, 9, 10))),
    ("The minister was killed on Monday, three days before an election.", "election", on(THURSDAY)),
    ("The general died on Tuesday, a day after being shot by rebels.", "shot", on(MONDAY)),
    ("Police arrested a man two days after the bombing.", "bombing", None),
    ("A spokesman said that rebels had killed a judge in May, adding that they were from Basra.", "adding", None),
    ("There were bombings this morning in the Esmeralda district.", "bombings", on(THURSDAY)),
    ("There was an exchange of gunfire on Monday.", "gunfire", on(MONDAY)),
    ("The former mayor was shot dead by gunmen while driving home on Tuesday.", "shot", on(TUESDAY)),
    ("Police are investigating the murder of a judge in Basra on Monday.", "murder", on(MONDAY)),
    ("Police are investigating the murder of a judge in Basra on Monday.", "investigating", None),
    ("The government condemns the murder of a judge, carried out this morning by rebels.", "murder", on(THURSDAY)),
    ("The government condemns today the attack in Basra.", "attack", None),
    ("The bell rang on Tuesday for those who died on Feb. 10, 2016. Marsh walked in that Wednesday and shot six men.", "shot",
     on(date(2016, 2, 10))),
    ("Forces shot down 11 drones before dawn on Tuesday.", "shot", on(TUESDAY)),
    ("A guard was shot shortly after noon on Tuesday.", "shot", on(TUESDAY)),
    ("He had served three years of an eight-year sentence for killing Ana Ruiz, 20, outside a bar in Kutaisi on March 3, 2006.", "killing",
     on(date(2006, 3, 3))),
    ("The two sides signed an accord on the rules for a future election on Tuesday.", "accord", on(TUESDAY)),
    ("The clash broke out at Turubu, east of Wewak, on Monday, when young men met, a police commander said on Tuesday.", "clash",
     on(MONDAY)),
    ("Rebels shelled Goma on Monday, a priest said on Tuesday. Two men were hacked to death that night.", "hacked", on(MONDAY)),
    ("Soldiers toppled the president in a bloodless coup in August 2005, when he was abroad.", "toppled",
     ("2005-08", date(2005, 8, 1), date(2005, 8, 31))),
    ("Ruth Ball died on Tuesday. In 1972 she was arrested at a rally and released the next day.", "arrested",
     ("1972", date(1972, 1, 1), date(1972, 12, 31))),
    ("On Monday, gunmen killed two guards in Basra.", "killed", on(MONDAY)),
    ("A bomb killed 11 people at a market in Quetta on Tuesday.", "killed", on(TUESDAY)),
    ("A bomb hit a police van that was on its way to a clinic in Mardan on Tuesday, killing six officers.", "hit", on(TUESDAY)),
    ("Gunmen killed a priest who was on his way to a house that was built in 1985.", "killed", None),
    ("The bombing on Monday shocked the town.", "bombing", on(MONDAY)),
    ("The Monday bombing shocked the town.", "bombing", on(MONDAY)),
    ("Four traders were killed on Thursday in a shooting near Mosul.", "shooting", on(THURSDAY)),
    ("Four people were killed in Kabul when a bomb exploded on Monday.", "exploded", on(MONDAY)),
    ("The trial will begin on Monday.", "trial", on(date(2017, 9, 18))),
    ("Ministers will hold talks on Monday.", "talks", on(date(2017, 9, 18))),
    ("Rebels attacked a base in May.", "attacked", ("2017-05", date(2017, 5, 1), date(2017, 5, 31))),
    ("Rebels attacked a base in 2014.", "attacked", ("2014", date(2014, 1, 1), date(2014, 12, 31))),
    ("Rebels have attacked the town since 2014.", "attacked", (None, date(2014, 1, 1), None)),
    ("The minister said on Tuesday that gunmen had killed two guards.", "said", on(TUESDAY)),
    ("The minister said on Tuesday that gunmen had killed two guards.", "killed", None),
    ("The minister said on Tuesday that gunmen had killed two guards on Monday.", "said", on(TUESDAY)),
    ("The minister said on Tuesday that gunmen had killed two guards on Monday.", "killed", on(MONDAY)),
    ("Three people were killed in an attack on a bus on Monday, police said on Tuesday.", "attack", on(MONDAY)),
    ("Gunmen who attacked a bank in 2015 were arrested on Monday.", "attacked", ("2015", date(2015, 1, 1), date(2015, 12, 31))),
    ("Gunmen who attacked a bank in 2015 were arrested on Monday.", "arrested", on(MONDAY)),
    ("Two men were charged on Monday with the murder of a banker in May.", "charged", on(MONDAY)),
    ("Two men were charged on Monday with the murder of a banker in May.", "murder", ("2017-05", date(2017, 5, 1), date(2017, 5, 31))),
    ("Police arrested two men on Monday over the attack.", "attack", None),
    ("Christmas shoppers were attacked in Berlin.", "attacked", None),
    ("The club fired coach Ivo Marsh after a poor start to the 2016-17 season.", "fired", None),
    ("A judge sentenced Ivo Marsh for his deadly 2005 rampage.", "sentenced", None),
    ("Marsh's death was among the topics of Monday's debate.", "death", None),
    ("The wreck of the ferry that sank was discovered in 1900.", "sank", None),
    ("The shipwreck was discovered in 1900.", "shipwreck", None),
    ("In 2015 Ivo Marsh was arrested at a rally.", "arrested", ("2015", date(2015, 1, 1), date(2015, 12, 31))),
    ("Ivo Marsh won the 2015 election.", "won", ("2015", date(2015, 1, 1), date(2015, 12, 31))),
    ("Two brothers planted bombs near the finish of the 2013 marathon.", "planted", ("2013", date(2013, 1, 1), date(2013, 12, 31))),
    ("The March Column was attacked in Lagos.", "attacked", None),
]


@pytest.mark.parametrize(("text", "word", "expected"), DATED)
def test_time_of_an_event(text: str, word: str, expected: Bounds | None) -> None:
    assert when(text, word) == expected


@pytest.mark.parametrize(("text", "word", "expected"), [
    ("The deadliest attack in the city since May killed nine people.", "attack", None),
    ("The election, the first since 2010, was held in May.", "election", ("2017-05", date(2017, 5, 1), date(2017, 5, 31))),
    ("The vote is the first since 2010.", "vote", None),
    ("Between 2010 and 2014 rebels attacked the town.", "attacked", (None, date(2010, 1, 1), date(2014, 12, 31))),
])
def test_what_is_no_date(text: str, word: str, expected: Bounds | None) -> None:
    assert when(text, word) == expected


def test_the_time_of_day_stands_beside_the_day() -> None:
    time = tell("Gunmen killed two guards on Sunday night in Basra.").event("killed").time
    assert time is not None and time.value == "2017-09-10"
    assert time.time_of_day is not None and "night" in time.time_of_day


@pytest.mark.parametrize(("text", "word", "hour"), [
    ("Gunmen killed two guards at 3 a.m. on Monday.", "killed", "3 a.m."),
    ("Gunmen killed two guards on Sunday night in Basra.", "killed", "night"),
])
def test_the_time_of_day_has_no_day_in_it(text: str, word: str, hour: str) -> None:
    time = tell(text).event(word).time
    assert time is not None and time.time_of_day == hour


def test_the_narrowest_time_wins_when_words_are_merged() -> None:
    text = "A bombing in Kabul this month killed six people. The attack on Monday was the worst."
    assert when(text, "bombing") == on(MONDAY)


def test_without_a_day_of_publication_a_weekday_is_no_date() -> None:
    time = tell("Gunmen killed two guards on Monday.", day=None).event("killed").time
    assert time is None or time.value is None


def test_a_time_has_its_evidence() -> None:
    story = tell("On Monday, gunmen killed two guards in Basra.")
    time = story.event("killed").time
    assert time is not None
    [proof] = time.evidence
    assert sorted(story.reading.text_of(span) for span in proof.words) == ["Monday", "killed"]


# --- places that an outcome lends

@pytest.mark.parametrize(("text", "word", "role"), [
    ("Six people were killed in Kabul when gunmen opened fire on a bus.", "opened", "place Kabul"),
    ("Four people were killed near Mosul when a bomb exploded.", "exploded", "near Mosul"),
])
def test_the_place_where_people_were_killed_is_the_events(text: str, word: str, role: str) -> None:
    assert role in tell(text).roles(word)


def test_an_event_is_not_where_another_death_was() -> None:
    assert "place Basra" not in tell("A man died in Basra after a bomb exploded in Kabul.").roles("exploded")
