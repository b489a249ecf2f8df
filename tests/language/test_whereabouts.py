"""Where an event was, by the settlement that its clause names, however the parser hangs the phrases between them."""

import pytest

from tests.story import tell

PLACED = [
    # a text, a word that tells an event in it, and the place that it gets
    ("Twelve people were killed when a bus fell off a bridge near Savannakhet.", "killed", "near Savannakhet"),
    ("Raiders were shot dead when soldiers raided a coffee farm outside Juayua.", "raided", "near Juayua"),
    ("A man blew himself up beside a queue outside a bank in Mora.", "blew", "near Mora"),
    ("A bus collided with a goods train north of Beira.", "collided", "near Beira"),
    ("Pilgrims were crushed to death in a stampede at a temple near Gaya.", "stampede", "near Gaya"),
    ("An avalanche swept across a camp above Drass.", "avalanche", "near Drass"),
]
ELSEWHERE = [
    ("Gunmen killed a man from Mora.", "killed"),
    ("Gunmen attacked a convoy that was going to Mora.", "attacked"),
    ("Gunmen killed the mayor of Mora.", "killed"),
    ("Gunmen killed a farmer, police in Mora said.", "killed"),
    ("Police in Mora said that gunmen had killed a farmer.", "killed"),
]


@pytest.mark.parametrize(("text", "word", "place"), PLACED)
def test_the_settlement_at_the_end_of_a_clause(text: str, word: str, place: str) -> None:
    assert place in tell(text).roles(word)


@pytest.mark.parametrize(("text", "word"), ELSEWHERE)
def test_a_settlement_of_somebody_or_on_the_way(text: str, word: str) -> None:
    assert not {role for role in tell(text).roles(word) if role.startswith(("place", "near"))}
