"""Datelines of many houses, and sentences that only look as if they had one."""

import pytest

from kg.articles.dateline import find_dateline


@pytest.mark.parametrize("dateline, place", [
    ("Bergen - ", "Bergen"),
    ("Mexico City - ", "Mexico City"),
    ("ST. JOHN'S - ", "ST. JOHN'S"),
    ("BERGEN, Norway - ", "BERGEN, Norway"),
    ("BERGEN (Reuters) - ", "BERGEN"),
    ("Bergen (dpa) – ", "Bergen"),
    ("BERGEN, Norway (AP) _ ", "BERGEN, Norway"),
    ("BERGEN, Norway (AP)_ ", "BERGEN, Norway"),
    ("ALBANY, N.Y. (AP)-- ", "ALBANY, N.Y."),
    ("BERGEN, Norway, Oct. 3 (Xinhua) -- ", "BERGEN, Norway"),
    ("BERGEN, March 3 (AP) _ ", "BERGEN"),
    ("Bergen, Nov 11 - ", "Bergen"),
    ("LIÈGE/GHENT (Reuters) - ", "LIÈGE"),
    ("RIO DE JANEIRO — ", "RIO DE JANEIRO"),
    ("Rio de Janeiro, Brazil — ", "Rio de Janeiro, Brazil"),
    ("LONDON—", "LONDON"),
    ("BERGEN _ ", "BERGEN"),
    ("BERGEN: ", "BERGEN"),
    ("(CNN) -- ", None),
    ("BREAKING - ", None),
])
@pytest.mark.parametrize("prose", ["A ferry sank on Monday.", "\"We saw it,\" he said.", "Two boats - old ones - sank."])
def test_dateline(dateline: str, place: str | None, prose: str) -> None:
    text = dateline + prose
    found = find_dateline(text, (0, len(text)))
    assert found
    assert text[found.end:] == prose
    assert (text[slice(*found.place)] if found.place else None) == place


@pytest.mark.parametrize("text, place, day, prose", [
    ("   LA PAZ, 3 JUN 91 (EFE) -- [TEXT] A BUS WAS BURNT.", "LA PAZ", "1991-06-03", "A BUS WAS BURNT."),
    ("QUITO (ECUADOR), 3 JUN 91 (RADIO SOL\nNETWORK) -- [REPORT] [ANA\nPAZ] [TEXT] A BUS.", "QUITO (ECUADOR)", "1991-06-03", "A BUS."),
    ("QUITO, 3 JUN 91 (DPA) -- [TEXT] AMBATO -- A BUS WAS BURNT.", "AMBATO", "1991-06-03", "A BUS WAS BURNT."),
    ("QUITO, 3 JUN 91 (DPA) -- [TEXT] THE ARMY -- OR SO IT SAYS -- WON.", "QUITO", "1991-06-03", "THE ARMY -- OR SO IT SAYS -- WON."),
    ("CLANDESTINE, NO DATE (RADIO SOL) -- [TEXT] WE WON.", None, None, "WE WON."),
    ("NO CITY (BOLIVIA), 3 JUN 91 -- [SPEECH] WE WON.", "BOLIVIA", "1991-06-03", "WE WON."),
])
def test_wire_of_a_monitoring_service(text: str, place: str | None, day: str | None, prose: str) -> None:
    begin = len(text) - len(text.lstrip())
    found = find_dateline(text, (begin, len(text)))
    assert found
    assert text[found.end:] == prose
    assert (text[slice(*found.place)] if found.place else None) == place
    assert (found.day.isoformat() if found.day else None) == day


@pytest.mark.parametrize("text", [
    "Police - who were armed - said so.",
    "Officials - Iraqi and American - said so.",
    "Bergen won 3 - 1 against Oslo.",
    "Bergen 3 - 1 Oslo",
    "A FIRE - BOMB attack hit the bank.",
    "Yesterday, police shot a man of 16 - or 17 - in Oslo.",
    "The well-known Al-Noor mosque was shut.",
    "He said: A ferry sank.",
    "Police: A ferry sank.",
    "BBC: When did you hear of it?",
    "NATO - the alliance - met.",
    "The Archive (21 July 1972) - A summary of events.",
    "(Not an agency, but an aside) He came.",
    "",
])
def test_no_dateline(text: str) -> None:
    assert find_dateline(text, (0, len(text))) is None


def test_sure_asks_for_more_than_a_dash() -> None:
    assert find_dateline("Bergen - A ferry sank.", (0, 22), sure=True) is None
    assert find_dateline("BERGEN - A ferry sank.", (0, 22), sure=True)
