"""Tolls: every figure with its bounds at the event that took it, no death twice, no figure at the wrong event."""

import pytest

from kg.terms import KG
from tests.story import tell

FIGURES = {
    "A bomb killed 11 people at a market in Quetta on Tuesday.": {"Killed 11"},
    "At least 52 people were killed and 91 wounded in a bombing in Nasiriyah.": {"Killed 52+", "Injured 91"},
    "Dozens of people were killed when a bomb exploded in Quetta.": {"Killed 24+"},
    "Up to 20 rebels were killed in an air strike near Mosul.": {"Killed -20"},
    "Between 10 and 15 people died in a fire in Lagos.": {"Killed 10-15"},
    "The bombing left 52 dead and 91 wounded, officials said.": {"Killed 52", "Injured 91"},
    "The bombing in Quetta was the worst yet: the toll was 52 dead and 91 wounded.": {"Killed 52", "Injured 91"},
    "A bomb killed 12 people, including three children, in Quetta.": {"Killed 12"},
    "The attack killed 22 people, including seven children and a priest, and wounded 50.": {"Killed 22", "Injured 50"},
    "A missile killed a cook and his driver in Aden.": {"Killed 2"},
    "Gunmen opened fire in a cafe in Basra, leaving five men dead and a dozen injured.": {"Killed 5", "Injured 12"},
    "A bomb exploded in Kabul, killing 11 people and wounding 20 others.": {"Killed 11", "Injured 20"},
    "A bus crash near Lima killed 20 people and injured 30.": {"Killed 20", "Injured 30"},
    "An earthquake killed at least 300 people and left thousands homeless in Nepal.": {"Killed 300+", "Displaced 2000+"},
    "A boat carrying 80 migrants sank off Libya; 30 were rescued and 50 drowned.": {"Rescued 30", "Killed 50"},
    "More than 100 people were arrested at a demonstration in Minsk.": {"Arrested 101+"},
    "Gunmen kidnapped three teachers from a school in Kaduna.": {"Kidnapped 3"},
    "Police said 12 people had died in the fire. The hospital put the number of dead at 15.": {"Killed 12", "Killed 15"},
    "A bombing in Quetta killed 12 people. The death toll rose to 17.": {"Killed 12", "Killed 17"},
    "Some 300 people are missing after a ferry sank off Lagos.": {"Missing 300"},
    "Police shot dead two gunmen in Basra.": {"Killed 2"},
    "A bombing in Quetta killed 12 people. The toll rose from 12 to 17.": {"Killed 12", "Killed 17"},
    "The toll of the bombing in Quetta rose to 84 from 79.": {"Killed 84", "Killed 79"},
    "A flood hit Sylhet. The number of dead has climbed to 27, up from 19.": {"Killed 27", "Killed 19"},
    "Half a million people fled the fighting in Mosul.": {"Displaced 500000"},
    "Three policemen were among 12 people killed in the bombing.": {"Killed 12"},
    "The bomb killed 12 people and wounded 30 more.": {"Killed 12", "Injured 30"},
    "Two people died in the blast and ten more were injured.": {"Killed 2", "Injured 10"},
    "The blast killed one person and injured scores.": {"Killed 1", "Injured 40+"},
    "The attack killed 130 people, injuring scores more.": {"Killed 130", "Injured 40+"},
    "A bomb killed 12 people on Monday. Three more died in hospital on Tuesday.": {"Killed 12"},
    "Ten guards were hurt in the bombing; four of the ten wounded later died.": {"Injured 10", "Killed 4"},
    "The bombing claimed the lives of 12 people.": {"Killed 12"},
    "A car bomb claimed nine lives in Jalalabad.": {"Killed 9"},
    "The attack took the lives of at least six soldiers.": {"Killed 6+"},
    "The earthquake cost 40 people their lives.": {"Killed 40"},
    "Three climbers lost their lives in an avalanche.": {"Killed 3"},
    "The murder of six priests in San Miguel shocked the country.": {"Killed 6"},
    "The kidnapping of three teachers in Kaduna went on for a week.": {"Kidnapped 3"},
    "The crash caused the deaths of two cyclists.": {"Killed 2"},
    "Police arrested 54 people, among them 12 women, after the clashes.": {"Arrested 54"},
    "A fire killed 11 people, including two children, and injured another 20.": {"Killed 11", "Injured 20"},
    "No one was killed in the bombing.": set(),
    "Forty people were \"killed\" in the drill, which tested the hospitals.": set(),
    "The bomb destroyed 12 cars and a bridge.": set(),
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_a_sentence(text: str) -> None:
    assert tell(text).tolls() == FIGURES[text]


# --- whose they are

def test_the_toll_has_its_people_and_its_words() -> None:
    story = tell("A bomb killed 12 people, including three children, in Quetta.")
    [toll] = story.reading.tolls
    assert toll.of_people is not None and story.label(toll.of_people) == "people"
    assert [story.label(entity) for entity in toll.including] == ["children"]
    assert (toll.count_text, [story.reading.words_of(mention) for mention in toll.mentions]) == ("12", ["killed"])
    assert "victim people" in story.roles("killed")


def test_among_them_is_part_of_the_figure() -> None:
    toll = tell("Ten people were killed in the attack in Kabul, among them two attackers.").toll("Killed 10")
    assert len(toll.including) == 1


def test_the_death_of_an_attacker_is_in_the_figure_and_makes_him_no_victim() -> None:
    story = tell("Ten people, including two attackers, were killed in the attack in Kabul.")
    assert [story.label(entity) for entity in story.toll("Killed 10").including] == ["attackers"]
    assert "victim attackers" not in story.roles("attack")


def test_attackers_killed_are_no_victims() -> None:
    story = tell("Gunmen attacked a base near Mosul, killing four soldiers. Three attackers were also killed.")
    assert story.tolls() == {"Killed 4", "Killed 3"}
    assert "victim attackers" not in story.roles("attacked")


def test_who_kills_himself_and_others_is_no_suicide_alone() -> None:
    story = tell("A suicide bomber killed himself and six worshippers at a mosque in Kabul.")
    assert story.ontology.is_a(story.event("killed").type, KG.Attack)
    assert "victim suicide bomber" not in story.roles("killed")


# --- which event took them

def test_a_toll_of_another_time_is_not_todays() -> None:
    story = tell("Gunmen killed three guards at a bank in Kabul on Monday. A bombing in the city killed 40 people in 2011.")
    assert (story.tolls("bombing"), story.tolls("killed")) == ({"Killed 40"}, {"Killed 3"})


@pytest.mark.parametrize(("text", "other"), [
    ("Gunmen killed 12 people in a town that lost 40 people in a flood in 2010.", "flood"),
    ("Gunmen killed three guards at a hotel in Kabul, where a bombing killed 40 people in 2011.", "bombing"),
])
def test_an_event_in_a_relative_clause_took_no_toll_of_the_clause_above(text: str, other: str) -> None:
    story = tell(text)
    first = next(toll for toll in story.reading.tolls if story.reading.mentions[toll.mentions[0]].begin == text.index("killed"))
    assert first.event != story.index(other)


@pytest.mark.parametrize("text", [
    "The Black Front claimed a raid on a barracks in Turbat in May in which two sentries died.",
    "The Black Front carried out a raid on a barracks in which two sentries died.",
])
def test_who_died_in_what_was_told_did_not_die_in_the_headlines_event(text: str) -> None:
    story = tell(f"A bomb on a bus killed five clerks in Quetta on Friday. {text}", headline="Bomb on bus kills five in Quetta")
    assert story.tolls("raid") == {"Killed 2"}


def test_in_a_headline_without_a_verb_the_first_noun_suffers() -> None:
    story = tell("Rain fell.", headline="Man who stabbed banker killed by bodyguard")
    assert story.roles("stabbed") == {"perpetrator man", "victim banker"}
    assert "victim man" in story.roles("killed")


def test_the_dead_of_another_year_are_not_todays() -> None:
    text = "A fire at a shoe factory killed 29 people on Thursday. It is the worst fire since 2012, when 112 people died at Ashulia."
    assert tell(text).tolls("fire") == {"Killed 29"}


def test_figures_of_two_days_are_no_sum() -> None:
    text = "A fire killed 29 people. Officials had put the number of dead at 24 on Tuesday and at 26 a day later."
    assert "Killed 50" not in tell(text).tolls()


def test_who_was_found_dead_in_may_did_not_die_today() -> None:
    story = tell("Soldiers killed two kidnappers on Sunday. In May a technician was found dead in the same area.")
    assert story.tolls("killed") == {"Killed 2"}


def test_who_was_dug_out_alive_may_have_died() -> None:
    story = tell("A woman who had been dug out alive from an avalanche died in hospital on Sunday, police said.")
    assert story.realis("died") == "Actual"


def test_what_was_never_true_is_taken_back() -> None:
    story = tell('A tour operator said that the rebels had shot five tourists. "That was never true," a policeman said.')
    assert story.realis("shot") == "Denied"


def test_a_contrast_tells_of_two_events() -> None:
    story = tell("A car bomb killed three policemen in Mosul on Monday, while a fire in Lagos killed nine people.")
    assert story.tolls("fire") == {"Killed 9"}
    assert story.tolls("killed") == {"Killed 3"}


def test_a_later_sentence_adds_to_the_event_told() -> None:
    story = tell("A bomb exploded at a market in Quetta on Monday. Eleven people were killed and twenty were wounded.")
    assert story.tolls("exploded") == {"Killed 11", "Injured 20"}


def test_deaths_without_a_cause_are_an_event_of_their_own() -> None:
    story = tell("Three hikers were found dead in the Alps.")
    assert story.kinds() == ["FoundDead"] and story.tolls() == {"Killed 3"}


@pytest.mark.parametrize("text", [
    "The army denied killing three farmers in Kano.", "The bomb could have killed dozens of people.",
    "The rebels threatened to kill five hostages.", "Police foiled a plot to kill ten tourists in Cairo.",
])
def test_a_toll_of_what_did_not_surely_happen_does_not_count(text: str) -> None:
    story = tell(text)
    assert all(toll.event is not None and story.reading.events[toll.event].realis != KG.Actual for toll in story.reading.tolls)
    assert story.preferred() == set()


def test_a_figure_belongs_to_the_deed_told_with_the_event() -> None:
    story = tell("Gunmen raided a village in Kano and killed 22 people, residents said. The state government put the toll at 16.")
    assert story.tolls("killed") == {"Killed 22", "Killed 16"} and story.preferred() == {"Killed 16"}


def test_a_clause_that_goes_on_is_of_the_same_time() -> None:
    past = "In 2012, a crush at the stadium killed one person and injured about 40."
    story = tell(f"A stampede at a stadium in Accra left three dead on Sunday. {past}")
    assert story.tolls("stampede") == {"Killed 3"}


def test_the_later_death_of_the_wounded_is_of_the_same_event() -> None:
    story = tell("A bombing in Maiduguri on Sunday wounded 34 people. Two of the 34 wounded died on Tuesday.")
    assert story.tolls("bombing") == {"Injured 34", "Killed 2"}


def test_a_headlines_deaths_are_the_event_told_below() -> None:
    story = tell("A bus plunged into a ravine in Peru on Wednesday, killing 18 people.", headline="Bus plunge kills 18 in Peru")
    assert story.preferred() == {"Killed 18"} and len(story.reading.tolls) == 1


def test_a_headlines_figure_is_of_the_event_told_below() -> None:
    story = tell("A landslide buried a quarry near Osh on Wednesday.", headline="Nineteen people are still missing near Osh")
    assert story.tolls("landslide") == {"Missing 19"}


# --- the same figure, and figures that disagree

def test_the_same_figure_told_twice_is_one_toll() -> None:
    story = tell("A bomb killed at least 11 people in Quetta. Police said that 11 people were killed.")
    [toll] = story.reading.tolls
    assert (toll.count, len(toll.mentions), [story.label(entity) for entity in toll.according_to]) == (11, 2, ["police"])


def test_figures_that_disagree_stand_side_by_side_each_with_its_source() -> None:
    story = tell("The minister said 12 people were killed in the attack. Witnesses said 20 people were killed.")
    assert story.tolls("attack") == {"Killed 12", "Killed 20"}
    assert [story.label(entity) for entity in story.toll("Killed 12").according_to] == ["minister"]
    assert [story.label(entity) for entity in story.toll("Killed 20").according_to] == ["witnesses"]
    assert len(story.preferred()) == 1


def test_officials_go_before_witnesses() -> None:
    assert tell("The minister said 12 people were killed in the attack. Witnesses said 20 people were killed.").preferred() == {"Killed 12"}


@pytest.mark.parametrize("text", [
    "A bombing in Quetta killed 9 people, police said on Monday. On Tuesday police said that 15 people had been killed.",
    "A bombing in Quetta killed 9 people, police said. Hospital officials said on Tuesday that 15 people had died.",
])
def test_the_past_perfect_of_reported_speech_tells_of_no_older_figure(text: str) -> None:
    assert tell(text).preferred() == {"Killed 15"}


def test_the_latest_figure_counts() -> None:
    story = tell("A bombing in Quetta killed 17 people, police said on Monday. On Tuesday police said that 15 people had been killed.")
    assert story.preferred() == {"Killed 15"}


def test_a_claimants_figure_does_not_count_before_an_officials() -> None:
    first = "Rebels killed 30 soldiers in an attack on a base in Mosul, the rebel group said."
    story = tell(f"{first} The defence ministry said that three soldiers were killed.")
    assert story.tolls() == {"Killed 30", "Killed 3"}
    assert story.preferred() == {"Killed 3"}


@pytest.mark.parametrize(("text", "source"), [
    ("A fire in Lima hurt many people. The ministry put the toll at 52 dead.", "ministry"),
    ("A bomb exploded in Quetta. Doctors gave the number of dead as 52.", "doctors"),
    ("Witnesses spoke of 52 dead in the bombing of the town.", "witnesses"),
])
def test_who_puts_a_number_vouches_for_it(text: str, source: str) -> None:
    story = tell(text)
    assert [story.label(entity).lower() for entity in story.toll("Killed 52").according_to] == [source]


@pytest.mark.parametrize(("text", "expected"), [
    ("A bombing killed 12 people in Quetta. Police said that 12 had died. The toll rose from 12 to 17.", "Killed 17"),
    ("A bombing killed 15 people in Quetta. The ministry lowered the toll to 13 from 15.", "Killed 13"),
    ("A bombing killed 15 people in Quetta. Police had initially put the toll at 19.", "Killed 15"),
    ("Police initially said that 19 people were killed in the bombing in Quetta. Hospital officials said that 15 had died.", "Killed 15"),
    ("A stampede left one person dead, the hospital said. Its director said that the toll now stood at three.", "Killed 3"),
])
def test_what_a_figure_has_become_counts(text: str, expected: str) -> None:
    assert tell(text).preferred() == {expected}


def test_who_is_brought_somewhere_is_no_newer_figure() -> None:
    story = tell("A bombing in Quetta wounded 40 people, police said. Volunteers brought 12 wounded to a clinic.")
    assert story.preferred() == {"Injured 40"}


def test_a_spokesman_of_the_attackers_is_no_official() -> None:
    claim = "A spokesman for the Northern Front said that 40 soldiers had been killed."
    story = tell(f"Fighters of the Northern Front attacked a post near Gao on Monday. {claim} The army said that five soldiers died.")
    assert "Killed 5" in story.preferred() and "Killed 40" not in story.preferred()


def test_the_whole_counts_and_not_its_part() -> None:
    story = tell("A bombing in Quetta killed 20 people and wounded 30. Three of those killed were children.")
    assert {"Killed 20", "Injured 30"} <= story.preferred() and len(story.preferred()) == 2


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("In 2003 two people died in Kouvola.", "Killed 2"),
        ("Nineteen inmates were killed and 26 others wounded in a riot.", "Injured 26"),
        ("A launch capsized on Friday, raising the number of confirmed dead to 112.", "Killed 112"),
        ("The ambush cost the lives of eight conscripts.", "Killed 8"),
        ("Inmates fled; two warders taken hostage.", "Kidnapped 2"),
    ],
)
def test_figures_that_were_not_read(text: str, toll: str) -> None:
    assert toll in tell(text).tolls()
