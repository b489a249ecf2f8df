"""What a text reports and somebody denies as "it", what it calls false in passing, and who claims what for whom."""

import pytest

from tests.story import tell


def test_what_one_sentence_reports_and_denies_is_denied() -> None:
    assert tell("A radio station said Omar Bah had been shot dead at a roadblock, but police denied it.").realis("shot") == "Denied"


def test_a_ransom_that_the_family_denies_is_denied() -> None:
    story = tell("The newspaper Diario reported on Thursday that a ransom had been paid in France. The family denied this.")
    assert story.realis("paid") == "Denied"


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


@pytest.mark.parametrize(("text", "word", "realis"), [
    ("The army could not confirm a television report that four interpreters had resigned.", "resigned", "Possible"),
    ("Stories that survivors lynched him on his release are untrue.", "lynched", "Denied"),
    ("A report posted online on Monday that all six people aboard had died was wrong, an officer said.", "died", "Denied"),
    ("A boy who told police that two men had dragged him into a van and held him overnight invented the story.", "dragged", "Denied"),
    ("He was accused of the killing of his brother, Jean Muga, who was wounded but survived.", "killing", "Attempted"),
])
def test_what_was_not_so_is_no_fact(text: str, word: str, realis: str) -> None:
    assert tell(text).realis(word) == realis


def test_who_is_alive_did_not_die_whoever_said_so() -> None:
    said = "The union said that one of them, welder Choi Byung-soo, had died."
    story = tell(f"Police stormed a shipyard. {said} A doctor said that Choi was alive and in a stable condition.")
    assert story.realis("died") != "Actual"


def test_who_calls_a_murder_cowardly_is_not_the_murderer() -> None:
    assert tell("A spokesman, Major Simon Tarrant, called the murder cowardly.").doers("murder") == set()


def test_who_is_blamed_for_the_dead_of_a_day_long_ago_is_not_blamed_for_the_news() -> None:
    story = tell("Jets bombed a camp on Monday. On 24 December 2016 at least 35 people died near Goma. Groups blamed soldiers.")
    assert "allegedPerpetrator soldiers" not in story.doers("bombed")


def test_who_claimed_that_bombing_claimed_the_bombing() -> None:
    story = tell("A bomb killed 21 people in Haifa on Monday. Islamic Jihad claimed that bombing.")
    assert "claimedBy Islamic Jihad" in story.doers("bombing")


@pytest.mark.parametrize(("text", "word"), [
    ("Police arrested Ivan Petrov on charges he killed his mother.", "killed"),
    ("The flaw could allow hackers to take control of servers and steal data.", "steal"),
    ("The flaw allows an attacker to steal data.", "steal"),
    ("The governor apologized if attention caused haters to set a fire there.", "set"),
    ("The fire is being investigated as a possible case of arson.", "arson"),
])
def test_what_may_be_done_is_no_fact(text: str, word: str) -> None:
    assert tell(text).realis(word) == "Possible"


def test_what_a_gap_allowed_robbers_to_do_they_did() -> None:
    assert tell("The gap allowed robbers to enter and kill two guards.").realis("kill") == "Actual"


def test_early_posts_that_the_sentence_corrects_are_no_facts() -> None:
    story = tell("Early posts said that Colonel Gervais Bah had been killed, but a son said that surgeons had removed a bullet.")
    assert story.kinds() == ["Statement"] and story.tolls() == set()


def test_a_suspect_of_whom_authorities_tell_placed_the_bomb() -> None:
    story = tell("Authorities said a suspect on a blue bicycle dismounted, placed the bomb at the station, lit the fuse and fled.")
    assert story.doers("placed") == {"allegedPerpetrator suspect"}


def test_who_denies_both_statements_leaves_the_doers_alleged() -> None:
    army = "Army spokesman Santo Akot said that rebels had carried out the ambush, and that soldiers had killed 15 of them."
    assert tell(f"{army} Rebel spokesman Peter Gai denied both statements.").doers("ambush") == {"allegedPerpetrator rebels"}


def test_what_a_caller_says_his_group_did_is_a_claim() -> None:
    caller = "A man who telephoned a newspaper said that he spoke for the Northern Front and that the group had killed the judge."
    assert tell(caller).doers("killed") <= {"claimedBy group", "claimedBy Northern Front", "claimedBy man"}
    assert tell(caller).doers("killed")


def test_whom_the_rebels_say_did_it_is_accused_by_a_side() -> None:
    said = "The rebels said in a statement faxed to papers that they had nothing to do with it and that army agents had planted the bomb."
    assert tell(said).doers("planted") == {"allegedPerpetrator army agents"}


def test_police_who_tell_of_a_gunfight_claim_nothing() -> None:
    story = tell("Two people were killed in a gunfight between police and a gang in Patras, police said.")
    assert "ResponsibilityClaim" not in story.kinds()


def test_a_bomb_that_an_investigator_speaks_of_and_the_service_rules_out_is_none() -> None:
    said = "The agency quoted an investigator as saying that a bomb had brought the aircraft down."
    assert tell(f"{said} The security service ruled that out on Wednesday.").realis("brought") == "Denied"
