"""What an article is about, and a phrase for each event."""

import pytest

from tests.story import tell

ABOUT = [
    ("Bomb kills four at Quetta market", "A bomb hidden in a can killed four people at a market in Quetta.", "kills"),
    ("Bridge bombed near Mosul", "Gunmen bombed a bridge on Monday. Last year a bombing in Kabul killed 40 people.", "bombed"),
    ("Minister condemns killing of nurses", "Gunmen killed two nurses in Aden on Monday. The minister condemned the killing.", "killed"),
    ("Baker convicted of fraud", "A court in Szeged convicted a baker of fraud on Monday. An attack in May killed two.", "convicted"),
    (None, "Gunmen killed two guards in Basra, police said.", "killed"),
    (None, "A quake struck Nepal. A bridge was bombed near Mosul.", "quake"),
]


@pytest.mark.parametrize(("headline", "text", "word"), ABOUT)
def test_main_event(headline: str | None, text: str, word: str) -> None:
    assert word in tell(text, headline=headline).main()


def test_main_event_by_what_the_headline_says() -> None:
    text = "A court in Szeged convicted a baker of fraud on Monday. An attack in May killed two."
    story = tell(text, headline="Court convicts baker of fraud")
    assert "convicted" in story.main()


def test_a_headlines_infinitive_is_planned() -> None:
    story = tell("The talks will be about trade.", headline="Ministers to meet in Geneva")
    assert story.realis("meet") == "Planned"


def test_an_article_without_events_is_about_none() -> None:
    story = tell("It was a cold day. People drank tea.")
    assert (story.reading.main_event, story.reading.events, story.reading.tolls) == (None, (), ())


@pytest.mark.parametrize(("text", "word", "label"), [
    ("The army shelled a village on Monday.", "shelled", "Shelling of village, 11 September 2017"),
    ("Gunmen attacked a bank in Basra.", "attacked", "Attack on bank in Basra"),
    ("Police arrested Ivan Petrov in Sofia in May.", "arrested", "Arrest of Ivan Petrov in Sofia, May 2017"),
    ("Islamic State claimed responsibility for the bombing in Kabul.", "claimed", "Claim of responsibility by Islamic State"),
    ("The bombing in Kabul in 2014 was told of again.", "bombing", "Bombing in Kabul, 2014"),
    ("A bombing near Mosul shocked the town.", "bombing", "Bombing near Mosul"),
])
def test_label(text: str, word: str, label: str) -> None:
    assert tell(text).event(word).label == label


@pytest.mark.parametrize(("text", "word", "label"), [
    pytest.param("Gunmen stormed a hotel in Kabul, killing nine guards.", "killing", "Killing of guards in Kabul", marks=pytest.mark.xfail(
        strict=True, reason="narrative._label names the target before the victims: 'killing of hotel'")),
    pytest.param("A bomb killed 11 people in Quetta.", "killed", "Bombing in Quetta", marks=pytest.mark.xfail(
        strict=True, reason="narrative._label: 'of' with the victims fits what is done to people, not a bombing or a fire")),
    pytest.param("A bomb exploded at a market on Monday.", "exploded", "Bombing at market, 11 September 2017", marks=pytest.mark.xfail(
        strict=True, reason="narrative._label has 'in' for a building too")),
    pytest.param("Gunmen killed two guards.", "killed", "Killing of guards by gunmen", marks=pytest.mark.xfail(
        strict=True, reason="narrative._label leaves out who did it where it tells to whom")),
])
def test_labels_that_nobody_would_write(text: str, word: str, label: str) -> None:
    assert tell(text).event(word).label == label


def test_every_event_has_a_label_of_one_short_line() -> None:
    name = "the old brick warehouse of the harbour company on the northern bank of the river beside the customs house and the new bridge"
    for text in (f"Gunmen attacked {name} on Monday.", *(told for _, told, _ in ABOUT)):
        for event in tell(text).reading.events:
            assert event.label and "\n" not in event.label and len(event.label) <= 120 + len(", 30 September 2017")
            assert event.label[0].isupper()
