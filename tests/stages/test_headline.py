"""What the headline alone tells as a fact is what the body says of it."""

import pytest

from tests.story import tell


@pytest.mark.parametrize(("headline", "word", "body", "realis"), [
    ("Gambia and the execution of a cook", "execution", "Gambia will execute a former army cook, the ministry said.", "Planned"),
    ("Collision at Perth airport", "Collision", "Two jets would have collided in Perth if a trainee had not shouted.", "Possible"),
    ("Army shelling of village near Kano", "shelling", "The army denied on Monday that it had shelled a village near Kano.", "Denied"),
])
def test_a_headline_gives_way(headline: str, word: str, body: str, realis: str) -> None:
    assert tell(body, headline=headline).realis(word) == realis


def test_a_fact_of_the_body_is_one_of_the_headline() -> None:
    story = tell("Gunmen killed two guards in Basra. The men could kill more, the mayor said.", headline="Two guards shot dead in Basra")
    assert story.realis("shot") == "Actual"
