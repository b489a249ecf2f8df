"""Parts of an event and their order."""

import pytest

from tests.story import tell

STRUCK = "Gunmen struck a restaurant near Nasiriyah on Thursday, opening fire on diners before blowing themselves up at a checkpoint."


def test_acts_in_clauses_below_are_parts_in_their_order() -> None:
    story = tell(STRUCK)
    assert story.links("opening") == {"partOf struck", "before blowing"}
    assert story.links("blowing") == {"partOf struck"}
    assert story.links("struck") == set()


def test_neither_whole_nor_part_repeats_the_other() -> None:
    story = tell(STRUCK)
    assert "target restaurant" in story.roles("struck") and "target restaurant" not in story.roles("opening") | story.roles("blowing")
    assert "place checkpoint" in story.roles("blowing") and "place checkpoint" not in story.roles("struck") | story.roles("opening")


def test_the_whole_has_a_class_that_holds_for_its_parts() -> None:
    story = tell(STRUCK)
    parts = [story.event(word).type for word in ("opening", "blowing")]
    assert all(story.ontology.is_a(part, story.event("struck").type) for part in parts)


def test_after_turns_the_order() -> None:
    story = tell("Gunmen attacked a base near Mosul, opening fire on guards after blowing up a bridge.")
    assert story.links("blowing") == {"partOf attacked", "before opening"}
    assert story.links("opening") == {"partOf attacked"}


def test_single_ones_after_a_plural_are_its_parts() -> None:
    text = "Two bombings hit Baghdad on Monday. One bombing killed six people in a market. Another bombing killed four at a mosque."
    story = tell(text)
    whole = story.index("bombings")
    parts = [index for index, event in enumerate(story.reading.events) if "bombing" in story.words(event)]
    assert len(parts) == 2
    assert all([link.event for link in story.reading.events[part].links] == [whole] for part in parts)
    assert story.tolls("bombings") == set()


@pytest.mark.parametrize("text", [
    "Gunmen attacked a base near Mosul, opening fire on guards.",
    "A bombing hit Baghdad on Monday. One bombing killed six people in Basra.",
    "Bombings are common in Baghdad. One bombing killed six people.",
    "Two bombings hit Baghdad. It rained. It was cold. People drank tea. They sang. One bombing in Mosul killed six people.",
])
def test_what_is_no_part(text: str) -> None:
    story = tell(text)
    assert not any(link.property.endswith("partOf") for event in story.reading.events for link in event.links)
