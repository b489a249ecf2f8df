"""Deaths that a text reports and itself takes back."""

import pytest

from tests.story import tell


@pytest.mark.parametrize("text", [
    "A third driver, Garang Atem, whom the agency had reported dead on Sunday, reached Wau on foot.",
    "A boy of 12, Danylo Hrytsenko, was pronounced dead at the stop, but a medic found his pulse in the ambulance.",
    "A boy of 12, Danylo Hrytsenko, was pronounced dead at the stop. The boy was in stable condition on Tuesday.",
    "A notice said that a student, Sani Bawa, had died, but a nurse said that he had malaria and was eating well.",
    "Maria Arrizabala, 41, was hit in the thigh. Doctors described her condition as stable. A station announced her death.",
])
def test_who_lives_is_not_dead(text: str) -> None:
    story = tell(text)
    assert not any(kind in ("Death", "FoundDead") and story.reading.events[index].realis.endswith("Actual")
                   for index, kind in enumerate(story.kinds()))


def test_a_paper_that_tells_of_a_death_years_before_it_is_wrong() -> None:
    blast = "An explosion on April 11, 1974, killed 38 miners. A newspaper reported on April 12, 1974, that Sabri Uzuner was dead."
    story = tell(f"Sabri Uzuner, 83, a miner, died on Sunday. {blast}")
    assert "victim Sabri Uzuner" not in story.roles("explosion")


def test_who_was_wounded_and_is_in_a_stable_condition_was_wounded() -> None:
    story = tell("A councillor was shot and wounded on Monday, police said. Doctors described her condition as stable.")
    assert story.realis("shot") == "Actual"


@pytest.mark.parametrize("text", [
    "The union announced on Monday that a second member, Fatou Sane, was dead. She turned up on Tuesday at an aunt's house.",
    "Aurelio Tassinari was hit. A radio station announced his death. The flag was hoisted when the station corrected itself.",
    "A newspaper reported in January that Violet Gumbo had hanged herself; it has since printed an apology.",
    "A rumour on racing websites that Mick Farrant had also died was false, his wife said.",
    "Joram Wekesa told a meeting that a picker, Naomi Achieng, had died. Dr Peter Oloo said that this was not so.",
    "A channel apologised for having reported, wrongly, that 11 people had died.",
    'Wilfredo Alicea was in a coma. "He is alive," said his surgeon, after a Miami radio station had announced his death.',
])
def test_a_death_that_was_wrongly_told_is_none(text: str) -> None:
    story = tell(text)
    told = [event.realis for index, event in enumerate(story.reading.events) if story.kinds()[index] in ("Death", "Suicide")]
    assert not any(realis.endswith("Actual") for realis in told)


def test_who_had_been_reported_kidnapped_but_was_on_leave_was_not_kidnapped() -> None:
    story = tell("The office had reported that the warden, Grace Tanyi, was kidnapped, but on Wednesday it said that she was on leave.")
    assert story.realis("kidnapped") == "Denied"


@pytest.mark.parametrize(("text", "word"), [
    ('Local radio had reported that a bomb went off on board. "There was no bomb," said an inspector.', "went"),
    ("A senator had said that a pregnant woman, Elvira Jarquin, died in an ambulance.", "died"),
])
def test_what_was_said_before_it_was_known_better_is_no_fact(text: str, word: str) -> None:
    assert tell(text).realis(word) != "Actual"


def test_whose_death_channels_had_reported_and_who_was_dug_out_alive_lives() -> None:
    story = tell("The owner's son Artem, whose death had been reported by several channels, was dug out alive at noon.")
    assert not any(kind == "Death" and story.reading.events[index].realis.endswith("Actual") for index, kind in enumerate(story.kinds()))
