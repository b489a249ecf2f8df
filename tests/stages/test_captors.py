"""Who kidnaps, strikes, blows up and marches: what a subject is decides what its verb tells."""

import pytest

from tests.story import tell


def test_rebels_who_seize_a_pilot_do_not_arrest_him() -> None:
    story = tell("The rebels seized a pilot, Colin Braddock, on Monday.")
    assert story.kinds() == ["Kidnapping"]
    assert story.doers("seized") == {"perpetrator rebels"}


def test_police_who_seize_a_man_arrest_him() -> None:
    assert tell("Police seized a man, Colin Braddock, on Monday.").kinds() == ["Arrest"]


def test_a_make_of_car_that_blows_up_has_bombed_nobody() -> None:
    assert tell("A guard died when the white Mercedes blew up outside a bakery.").doers("blew") == set()


def test_a_union_that_would_strike_threatens_no_attack() -> None:
    assert "Attack" not in tell("The union said it would strike next week.").kinds()


def test_who_marches_to_protest_protests() -> None:
    story = tell("About 200 market women marched through Oruro on Monday to protest against a ban.")
    assert story.kinds() == ["Demonstration"]
    assert (story.realis("marched"), "place Oruro" in story.roles("marched")) == ("Actual", True)


def test_troops_sent_to_attack_have_not_attacked_yet() -> None:
    assert tell("Troops marched to attack the town of Goma.").realis("attack") == "Planned"


@pytest.mark.parametrize("headline", ["Hospital in Japan turns away patients after ransomware attack"])
def test_the_attack_of_a_story_about_a_cyberattack_is_one(headline: str) -> None:
    body = "Staff discovered the attack on Monday. The director denied a report that a man of 82 had died."
    story = tell(f"{headline}\n\n{body}", headline=headline)
    assert {*story.kinds()} >= {"Cyberattack"} and "Attack" not in story.kinds()
    assert {story.realis("attack")} == {"Actual"}


def test_villagers_who_were_sheltering_in_a_church_did_not_bomb_it() -> None:
    story = tell("Military jets bombed a church compound where displaced villagers were sheltering, killing seven people.")
    assert not any("villagers" in role for role in story.doers("bombed"))
    assert story.tolls("bombed") == {"Killed 7"}


def test_drones_that_strike_are_no_vehicles_in_an_accident() -> None:
    story = tell("Drones struck a power substation near Dongola before dawn on Wednesday, killing a technician.")
    assert "instrument drones" in story.roles("struck") and "VehicleImpact" not in story.kinds()


def test_gunmen_who_take_a_man_from_his_home_kidnap_him() -> None:
    assert tell("Haidar Jabbar died. Gunmen took Haidar Jabbar from his home on Monday.").doers("took") == {"perpetrator gunmen"}


@pytest.mark.parametrize(("text", "kinds"), [
    ("A boiler blew up at a tile factory on Monday, killing 14 workers.", {"Explosion"}),
    ("The bridge was blown up on Monday.", {"Bombing"}),
    ("Four hooded men dragged a priest, Anton Silva, into a white van on Sunday.", {"Kidnapping"}),
    ("Armed robbers snatched diamond rings from a boutique.", set()),
    ("The soldiers took away eight men.", {"Arrest"}),
])
def test_what_is_done_to_whom_tells_the_class(text: str, kinds: set[str]) -> None:
    assert {*tell(text).kinds()} == kinds


def test_who_survives_a_shooting_did_not_shoot() -> None:
    headline = "Burundi ex-army chief survives shooting that killed daughter"
    assert tell(f"{headline}\n\nHis family said so.", headline=headline).doers("shooting") == set()


def test_who_researched_a_bombing_did_not_carry_it_out() -> None:
    text = "The article draws on analysis into the Oklahoma City bombing performed over seven years by a former journalist, Jayna Davis."
    assert tell(text).doers("bombing") == set()


def test_who_launched_policies_after_attacks_did_not_attack() -> None:
    text = "They were part of the policies launched in the aftermath of the 2001 attacks by the president, George Bush."
    assert tell(text).doers("attacks") == set()


def test_officials_who_target_somebody_attack_nobody() -> None:
    assert "Attack" not in tell("The minister had long been targeted by law enforcement officials.").kinds()


def test_workers_who_pull_people_out_of_a_train_are_no_retreating_troops() -> None:
    assert "TroopWithdrawal" not in tell("The crash left emergency workers to pull people out of carriages.").kinds()


@pytest.mark.parametrize(("text", "word", "roles"), [
    ("Special counsel Robert Hale plans to interview the president in his fraud inquiry.", "inquiry", {"participant Robert Hale"}),
    ("According to Magruder's testimony before the Senate, the plan was his own.", "testimony", {"agent Magruder"}),
    ("The woman was attending the robbery trial of her lover in Tirana.", "trial",
     {"participant woman", "patient lover", "place Tirana"}),
])
def test_whose_inquiry_testimony_or_trial_it_is(text: str, word: str, roles: set[str]) -> None:
    assert tell(text).roles(word) == roles


def test_those_for_whom_a_ransom_was_paid_were_not_arrested() -> None:
    story = tell("The family of Hernan Losada paid a ransom of 180 million pesos. Losada was seized in August on his farm.")
    assert "Kidnapping" in story.kinds() and "Arrest" not in story.kinds()


def test_a_blanket_that_sets_fire_to_a_house_is_no_arsonist() -> None:
    assert "Arson" not in tell("The maker said that it would recall blankets after one of them set fire to a house in Hamamatsu.").kinds()


def test_an_analysts_massacre_is_none() -> None:
    assert "Massacre" not in tell('Its shares fell nine percent. "It was a massacre," said Emi Tokuda, an analyst.').kinds()


def test_a_canoe_that_overturns_is_no_road_accident() -> None:
    assert tell("A canoe overturned on the Tana River on Sunday.").kinds() == ["Shipwreck"]


def test_a_caller_claims_for_the_group_he_speaks_for() -> None:
    attack = "Militants attacked a post in Srinagar."
    story = tell(f"{attack} A man who said that he spoke for the Northern Front claimed the attack in a call to a news agency.")
    assert "claimedBy Northern Front" in story.doers("attack")


@pytest.mark.parametrize("claim", [
    "A man who telephoned a newspaper claimed responsibility for the attack on behalf of the Northern Front.",
    "A statement posted on the Internet in the name of the Northern Front claimed responsibility for the attack.",
    "The Northern Front said in a telephone call to a newsroom that it had carried out the attack.",
])
def test_in_whose_name_an_attack_is_claimed(claim: str) -> None:
    assert "claimedBy Northern Front" in tell(f"Gunmen attacked a post in Goma. {claim}").doers("attack")
