"""Whose figure it is: the event that took it, and none that it only stands beside."""

import pytest

from tests.story import tell


def test_bombings_are_no_dead() -> None:
    assert "Killed 32" not in tell("The group claimed the murders of a judge, as well as 31 bombings.").tolls()


def test_who_was_found_shot_dead_shot_nobody() -> None:
    story = tell("A gang abducted a priest, Evens Michel, who was found shot dead a week later.")
    assert "victim Evens Michel" in story.roles("shot")
    assert story.doers("shot") == set()


def test_who_announces_a_death_has_not_died() -> None:
    story = tell("Somali officials have announced the death of Hassan Dheere.")
    assert story.roles("death") == {"victim Hassan Dheere"}


def test_police_fire_is_no_blaze() -> None:
    assert tell("Nepal imposed a curfew after police fire on farmers.").kinds().count("Fire") == 0


def test_nobody_murders_a_farm() -> None:
    assert tell('"They are murdering our farms," said the union leader.').kinds() == ["Statement"]


def test_the_dead_include_whom_the_text_says() -> None:
    story = tell("Cholera has killed 23 people in Oruro. The dead include a nurse, Felipa Quispe.")
    assert ("victim Felipa Quispe" in story.roles("killed"), story.tolls()) == (True, {"Killed 23"})


def test_a_toll_of_two_who_are_named_includes_both() -> None:
    story = tell("Pilots Nikos Stavrou and Giorgos Melas died when their plane hit a ridge.")
    assert {story.label(entity) for entity in story.toll("Killed 2").including} == {"Nikos Stavrou", "Giorgos Melas"}


def test_nobody_dies_of_a_cyberattack_told_in_another_sentence() -> None:
    story = tell("Hackers launched a ransomware attack on five hospitals on Monday. A woman of 71 died in an ambulance on Tuesday.")
    assert story.tolls("attack") == set()


def test_who_died_in_protests_did_not_die_of_cholera() -> None:
    protests = "People fled when a third term set off protests in which at least 20 people have died."
    story = tell(f"Cholera has killed 31 people in Kigoma. {protests}")
    assert story.tolls("killed") == {"Killed 31"}


def test_people_killed_since_an_invasion_were_not_killed_in_it() -> None:
    assert tell("At least 17 interpreters have been killed since the invasion of 2003.").tolls("invasion") == set()


def test_the_dead_of_an_attack_are_not_those_of_the_assault_that_it_came_after() -> None:
    lead = "An attack on a military base came a day after an assault in Logar that killed eight."
    story = tell(f"{lead} Afghan officials say the death toll is at least 45.")
    assert (story.tolls("attack"), story.tolls("assault")) == ({"Killed 45+"}, {"Killed 8"})


def test_counts_of_murder_and_campaigns_count_nobody() -> None:
    assert not tell("Prosecutors have charged Omar Hadi with five counts of attempted murder of police officers.").tolls()
    assert tell("The killing of Ana Ruiz has become an issue in at least two campaigns in Ohio.").tolls() == {"Killed 1"}


def test_who_shot_somebody_to_death_is_not_the_one_who_died() -> None:
    story = tell("A man wounded nine people at a mall on Monday before being shot to death by an off-duty police officer.")
    assert "victim man" in story.roles("shot") and "perpetrator off-duty police officer" in story.roles("shot")


def test_those_who_died_since_a_year_are_not_those_of_the_news() -> None:
    later = "More than 32,600 people have died and about 60,700 have been injured as a result of armed conflict since January 2009."
    assert tell(f"Ten civilians were killed in a bomb blast in Ghazni on Monday.\n\n{later}").tolls("blast") == {"Killed 10"}


def test_who_died_in_the_attacks_in_which_is_theirs() -> None:
    text = "There was no link with the attacks at Brussels airport and on the metro on March 22, in which 32 people were killed."
    assert tell(f"Police raids went on in Mons. {text}").tolls("attacks") == {"Killed 32"}


def test_the_dead_of_an_uprising_are_not_those_of_the_shooting_that_it_is_compared_with() -> None:
    text = "It was the first police shooting in Nepal since the uprising of 1990, in which about 60 people were killed."
    assert tell(f"Police opened fire on farmers in Birgunj on Tuesday. {text}").tolls("opened") == set()


BOMB = "A roadside bomb killed 15 people in Kunduz, Afghanistan, on Monday."


@pytest.mark.parametrize("later", [
    "At least 3,812 people were killed in the first half of this year in violent incidents across the country.",
    "More than 500 people have been killed in the past two weeks.",
    "So far this year, 90 people have been killed.",
    "In the same period, 144 women died.",
    "Some 509 people have been killed in the last five years.",
    "An operation began in Herat in which five men were killed.",
    "The road is a death trap, killing 1,500 every year.",
    "A bloody insurgency has left more than 1,000 people dead since mid-2009.",
    "Hundreds have died as a result of violence in the country over the past few years.",
])
def test_figures_of_a_period_or_of_another_town_are_not_todays(later: str) -> None:
    story = tell(f"{BOMB}\n\n{later}")
    assert {toll.event for toll in story.reading.tolls if toll.count == 15} == {0}
    assert [toll.count for toll in story.reading.tolls if toll.event == 0] == [15]


@pytest.mark.parametrize("text", [
    "At least 3,812 civilians were killed and wounded in violent incidents.",
    "The bomb killed and wounded 20 people.",
    "Twelve people were killed or injured when a bus crashed near Lima.",
])
def test_one_figure_for_the_killed_and_the_wounded_tells_neither(text: str) -> None:
    assert not tell(text).tolls()


def test_that_confrontation_is_the_one_told_last() -> None:
    text = "A bomb killed 21 people in Kunduz on Monday. Rebels overran Ghazni in August 2016. That confrontation killed 150 soldiers."
    assert tell(text).tolls("overran") == {"Killed 150"}


def test_nobody_dies_of_a_burglary_told_before() -> None:
    story = tell("The burglary took place in May 2015. Its first investigator, Ivo Marsh, died on Monday.")
    assert not story.tolls("burglary")


def test_who_flies_to_a_place_whose_people_an_attack_killed_is_alive() -> None:
    text = "Minister Anna Keller flew to Nairobi after the bombings that targeted embassies, but mostly claimed African lives."
    assert "Killed 1" not in tell(text).tolls()


def test_those_who_died_over_weeks_did_not_die_in_one_attack() -> None:
    lead = "A soldier was killed in a rebel attack in Basra on Saturday"
    story = tell(f"{lead}, bringing the total number of army deaths to seven in the past two weeks.")
    assert story.tolls("attack") == {"Killed 1"}


@pytest.mark.parametrize("years", ["the past two years", "the last decade"])
def test_those_who_died_over_years_did_not_die_in_a_clash(years: str) -> None:
    story = tell(f"Rebels clashed with the army near Basra on Monday. More than 2,300 officers were killed in {years}.")
    assert not story.tolls("clashed")


def test_others_are_hurt_in_what_the_sentence_before_tells() -> None:
    market = "A suicide bomber blew up a vehicle at a market in Paktika, killing at least 89 people."
    kabul = "The bombing followed just hours after a roadside bomb in eastern Kabul killed two passengers in a van."
    story = tell(f"{market} {kabul} Five others in the van were injured.")
    assert (story.tolls("blew"), story.tolls("killed")) == ({"Killed 89+"}, {"Killed 2", "Injured 5"})


def test_deaths_that_police_look_into_are_not_the_murders_told_before() -> None:
    text = "The nurse committed two murders in 2015. Police are investigating some 200 deaths at the hospital."
    assert tell(text).tolls("murders") == {"Killed 2"}


def test_who_died_after_a_long_illness_died_in_no_bombing() -> None:
    assert tell("A bomb killed nine people in Quetta. The governor died after a long illness.").tolls("killed") == {"Killed 9"}


def test_who_has_gone_missing_over_a_decade_did_not_go_missing_in_one_attack() -> None:
    assert not tell("An attack shook Mexico. More than 30,000 people have gone missing in the last decade.", day=None).tolls()


@pytest.mark.parametrize("later", [
    "The elder brother was killed days after the bombings during an escape.",
    "Omarov's brother, Tamerlan, died in a confrontation with police.",
])
def test_who_died_after_the_bombings_or_in_something_else_did_not_die_in_them(later: str) -> None:
    story = tell(f"Bombings in Boston killed three people. {later}")
    assert story.tolls() == {"Killed 3", "Killed 1"}
    assert story.event("Bombings").roles and {toll.count for toll in story.reading.tolls if toll.event == 0} == {3}


def test_injuries_of_the_accused_are_not_those_of_the_bombing() -> None:
    accused = "Dzhokhar Omarov is accused of the bombing in Boston, which killed three people."
    story = tell(f"{accused} He was receiving treatment for injuries sustained during his capture.")
    assert story.tolls("bombing") == {"Killed 3"}


@pytest.mark.parametrize("later", [
    "That is more than the 20,547 murders reported before.",
    "Nearly ten years later 150,000 people have died.",
])
def test_many_murders_are_not_the_murder_of_one_man(later: str) -> None:
    assert tell(f"Gunmen murdered Ramon Tapia in Trujillo. {later}").tolls("murdered") == {"Killed 1"}


@pytest.mark.parametrize("obituary", [
    "Evening Post editor Ben Harlow dies, aged 93.",
    "The actor Ben Harlow died on Friday at the age of 85.",
    "The actor Ben Harlow died at 85.",
])
def test_who_dies_at_a_great_age_died_in_no_raid_told_before(obituary: str) -> None:
    assert not tell(f"The papers tell how the army secretly staged raids in Laos. {obituary}").tolls("raids")


def test_a_boy_who_died_at_twelve_in_a_crash_died_in_it() -> None:
    assert tell("A bus crash in Lima killed nine people. A boy died in the crash, aged 12.").tolls("crash") >= {"Killed 9", "Killed 1"}


def test_what_ranks_a_month_is_no_murder_and_what_happens_daily_no_event() -> None:
    ranked = tell("October was the worst month for murder in ten years in Peru. Ramon Tapia died at the scene on Sunday.")
    assert (ranked.realis("murder"), ranked.tolls("murder")) == ("Habitual", set())
    assert tell("On average, 69 murders are committed every day in Peru.").realis("murders") == "Habitual"


def test_the_age_of_singers_counts_no_dead() -> None:
    text = "After Keller's death in 1989 the choir was through a change with the average age of its singers now about 41."
    assert not tell(text).tolls("death") & {"Killed 41"}


@pytest.mark.parametrize("text", [
    "A convicted burglar pulled a knife on two guards in Leeds before fleeing on foot in a guard's jacket.",
    "Both suspects fled in a dark van.",
    "The man shot his wife dead and fled to Bolivia.",
    "Rebels attacked the town and fled into the hills.",
    "He shot the guard before fleeing the town.",
])
def test_a_getaway_displaces_nobody(text: str) -> None:
    story = tell(text)
    assert "Displacement" not in story.kinds() and not any(toll.startswith("Displaced") for toll in story.tolls())


def test_those_who_flee_what_rebels_did_are_displaced() -> None:
    assert tell("Two thousand people fled the town after rebels attacked it.").tolls("fled") == {"Displaced 2000"}


def test_nobody_is_injured_in_an_epidemic() -> None:
    text = "An outbreak of chikungunya has killed nine people in Aragua. A confrontation on a campus left a student injured."
    assert tell(text).tolls("outbreak") == {"Killed 9"}


def test_those_who_died_in_the_flood_of_another_year_did_not_drown_today() -> None:
    flood = "In the great flood of July 1997 the Oder inundated a third of Opole, and 54 people lost their lives across Poland."
    assert "Killed 54" not in tell(f"Two men drowned on Sunday when their rowing boat capsized. {flood}").tolls("capsized")
