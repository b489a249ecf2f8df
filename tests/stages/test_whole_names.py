"""Names of people whole, names at home, teams: what the parser and its entities cut, miss or take for something else."""

import pytest

from kg.terms import local
from tests.story import Story, tell


def named(story: Story) -> dict[str, str]:
    """The entities' labels, with their classes."""
    return {entity.label: local(entity.kind) for entity in story.reading.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Park Geun-hye spoke in Seoul on Monday.", "Park Geun-hye"),
        ("British Prime Minister Theresa May spoke on Monday.", "Theresa May"),
        ("Festival director Dieter Kosslick spoke in Berlin on Monday.", "Dieter Kosslick"),
        ("The German-born Turk Murat Kurnaz was released on Monday.", "Murat Kurnaz"),
    ],
)
def test_a_persons_name_is_whole(text: str, name: str) -> None:
    assert named(tell(text)).get(name) == "Person"


def test_who_was_born_is_no_bear() -> None:
    assert "Murat Kurnaz" in named(tell("The German-born Murat Kurnaz was released on Monday."))


@pytest.mark.parametrize(("country", "people", "at_home"), [("Germany", "German", True), ("Austria", "Austrian", False)])
def test_a_party_has_its_name_at_home_alone(country: str, people: str, at_home: bool) -> None:
    story = tell(f"{country} votes on Sunday. The Greens want to join the {people} government.")
    assert any(entity.key == "german-greens" for entity in story.reading.entities) == at_home


def test_a_town_that_scores_is_its_team() -> None:
    story = tell(
        "Mainz beat Freiburg 3-2 in the Bundesliga on Saturday. The Mainz striker scored the last goal after a penalty kick. "
        "The coach praised his squad. A bus was late in Freiburg."
    )
    assert named(story)["Mainz"] == "Group"


def test_a_town_outside_of_sport_stays_one() -> None:
    assert named(tell("The mayor of Mainz met the chancellor in Mainz on Saturday."))["Mainz"] == "City"


def test_a_surname_alone_stays_his_who_bore_it_first() -> None:
    story = tell(
        "Omar Khadr was released on Friday.\n\nKhadr was held for ten years.\n\nHis father, Ahmed Khadr, died in 2003.\n\n"
        "The judge was not convinced.\n\nKhadr lives in Canada."
    )
    [omar] = [entity for entity in story.reading.entities if entity.label == "Omar Khadr"]
    assert [story.reading.words_of(mention) for mention in omar.mentions].count("Khadr") == 2


def test_a_surname_right_after_a_relative_is_left_open() -> None:
    story = tell("Omar Khadr was released on Friday.\n\nKhadr smiled.\n\nHis father, Ahmed Khadr, died in 2003.\n\nKhadr smiled.")
    assert len(story.reading.problems) == 1


def test_a_surname_that_stands_alone_before_two_bearers_is_nobodys() -> None:
    story = tell("Anna Soto met Luis Soto on Friday. Soto smiled.")
    assert len(story.reading.problems) == 1


def test_two_bearers_one_of_whom_the_headline_names_alone_stop_nothing() -> None:
    story = tell("Omar Khadr was released on Friday.\n\nOmar smiled. Ahmed Khadr, his father, wept. Khadr is a banker.", "Omar is free")
    assert "Omar Khadr" in named(story)


@pytest.mark.parametrize("text", ["All the suspects are in their twenties.", "The men, in their early thirties, fled."])
def test_an_age_is_no_decade(text: str) -> None:
    assert tell(text).reading.times == ()
