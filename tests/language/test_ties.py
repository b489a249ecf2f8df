"""How two words of a sentence are tied, or are not."""

from kg.language.ties import hangs_on
from tests.parsed import parsed, token


def test_who_was_shot_while_questioned_in_connection_with_bombings_was_not_bombed() -> None:
    shot = "men:man/NNS>1:nsubj shot:shoot/VBD in/IN>1:prep"
    assert hangs_on(token(doc := parsed(f"{shot} bombings:bombing/NNS>2:pobj"), "bombings"), token(doc, "shot"))
    linked = f"{shot} connection/NN>2:pobj with/IN>3:prep bombings:bombing/NNS>4:pobj"
    assert not hangs_on(token(doc := parsed(linked), "bombings"), token(doc, "shot"))
