"""What a text reports and somebody denies as "it", what it calls false in passing, and who claims what for whom."""

import pytest

from tests.story import tell


def test_what_one_sentence_reports_and_denies_is_denied() -> None:
    assert tell("A radio station said Omar Bah had been shot dead at a roadblock, but police denied it.").realis("shot") == "Denied"


def test_what_a_group_denies_it_is_only_alleged_to_have_done_all_of_it() -> None:
    said = "State radio said that rebels had ambushed a train near Moamba and killed 15 passengers."
    story = tell(f"{said} The rebels' chief delegate, Tomas Chivambo, denied it.")
    assert story.doers("ambushed") == {"allegedPerpetrator rebels"}
    assert story.realis("killed") == "Actual"


@pytest.mark.parametrize(("text", "word"), [
    ("The radio said that Joe Bell had handed his resignation to the king, a report his office called a fabrication.", "resignation"),
    ("A private radio station said that he had handed his resignation to the king, a report his office called false.", "resignation"),
    ("A report on a private radio station that Walter Lapoe had stepped down was wrong, his office said.", "stepped"),
    ("The leaflets said at first that a truck had struck Dale Koski, but the sheriff found that none had.", "struck"),
])
def test_a_report_that_its_own_sentence_takes_back_is_no_fact(text: str, word: str) -> None:
    assert tell(text).realis(word) in ("Denied", "Possible")


def test_what_a_radio_says_of_somebody_is_not_its_own_deed() -> None:
    story = tell("The radio said that Joe Bell had resigned. The report was false, his office said.")
    assert story.realis("resigned") == "Denied"


def test_a_spokesman_claims_what_his_groups_fighters_did() -> None:
    story = tell("A spokesman for the Azalay Liberation Front, Zahir Bello, said that its fighters had killed 11 soldiers.")
    assert story.kinds()[0] == "ResponsibilityClaim"
    assert story.doers("killed") == {"claimedBy Azalay Liberation Front", "claimedBy Zahir Bello"}
