"""Acts of other days: the dates over a clause and in its paragraph, summaries, answers, and what people die of by nature."""

import pytest

from tests.story import tell

NEWS = "Police shot a man in London on Wednesday.\n\n"


def test_whom_a_court_cleared_of_killing_long_ago_was_not_shot_today() -> None:
    story = tell(NEWS + "In 1999 an officer from the same station was cleared of killing Derek Ogilvie.")
    assert not any("Ogilvie" in role for role in story.roles("shot"))


def test_an_injury_of_a_paragraph_about_another_year_is_not_that_of_the_news() -> None:
    story = tell(NEWS + "In 1993 a bomb tore the door off his house. A guard, Ruben Ortiz, lost an eye.")
    assert story.tolls("shot") == set()


def test_what_has_been_since_long_ago_is_not_the_news() -> None:
    story = tell("Police arrested four members of a group that has killed seven people since 1988. Vlachos, a printer, lost three fingers.")
    assert "victim Vlachos" not in story.roles("killed")


def test_the_dead_of_an_election_years_ago_are_not_those_of_an_ambush() -> None:
    rifles = "Rifles have replaced bows since an election in 2012 in which 50 people died."
    story = tell(f"Six men were killed in an ambush at Munima.\n\n{rifles}")
    assert story.tolls("ambush") == {"Killed 6"}


def test_deaths_that_an_attack_answers_are_not_its_own() -> None:
    story = tell("The army killed 20 guerrillas on Monday in revenge for an ambush that cost the lives of eight conscripts.")
    assert story.tolls("killed") == {"Killed 20"}
    assert story.tolls("ambush") == {"Killed 8"}


@pytest.mark.parametrize("cause", ["a heart attack", "pneumonia", "natural causes"])
def test_nobody_kills_who_dies_by_nature(cause: str) -> None:
    story = tell(f"Farmers attacked the town hall in Nantes on Monday. A farmer died of {cause}.")
    assert story.tolls("attacked") == set()
    assert "victim farmer" not in story.roles("attacked")


def test_a_murder_that_the_article_has_not_told_is_another() -> None:
    story = tell("A bomb exploded in Bastia on Tuesday. Nobody has been charged with the murder of Gilles Lanfranchi.")
    assert story.index("exploded") != story.index("murder")


def test_the_murder_of_a_judge_is_not_the_shooting_told_before() -> None:
    story = tell("Two men were shot by police at a roadblock. A founder of the gang is in jail for the murder of a judge.")
    assert not any("perpetrator" in role or "responsibleGroup" in role for role in story.roles("murder"))


def test_the_murders_are_not_one_blast() -> None:
    story = tell("A bomb went off in the port. The group has claimed the murders of Colin Marsh, a judge and five policemen.")
    assert story.index("went") != story.index("murders")


def test_a_crowd_that_kills_a_driver_did_not_kill_those_he_ran_over() -> None:
    headline = "Crowd kills lorry driver after crash"
    text = (
        "A lorry whose brakes had failed ploughed into a roadside market near Kericho on Wednesday, killing 11 people, "
        "and the driver was then beaten to death by a crowd, police said."
    )
    story = tell(text, headline)
    assert "Killed 11" not in story.tolls("kills")


def test_of_two_attacks_the_one_in_the_place_that_is_told_hurt_people() -> None:
    story = tell("A shop was attacked in Apia on Sunday. Another attack hit a market in Tonga. In Tonga the keeper was wounded.")
    assert story.tolls("attacked") == set()


def test_the_day_of_a_ruling_is_not_that_of_the_election_it_annuls() -> None:
    story = tell("A court on Tuesday annulled last May's election in Chikwawa.")
    time = story.event("election").time
    assert time is not None and time.value == "2017-05"
