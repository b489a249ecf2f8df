"""Dates, encodings and paragraphs, each by itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.dates import day_in, read_date
from kg.articles.decode import decode
from kg.articles.errors import ArticleError
from kg.articles.paragraphs import paragraphs

STORY = "Évacuation à Liège: “Nobody was hurt”, said the café’s owner; the bill is €3,000."


@pytest.mark.parametrize("written, lexical", [
    ("2017-09-14", "2017-09-14"),
    ("20170914", "2017-09-14"),
    ("2017-09-14T19:26:00Z", "2017-09-14T19:26:00+00:00"),
    ("2017-09-14 19:26", "2017-09-14T19:26:00"),
    ("2017-09-14T19:26:00.123-05:00", "2017-09-14T19:26:00-05:00"),
    ("Thu, 14 Sep 2017 19:26:00 GMT", "2017-09-14"),
    ("September 14, 2017", "2017-09-14"),
    ("14/9/2017", "2017-09-14"),
    ("4/4/2017", "2017-04-04"),
])
def test_date_is_read(written: str, lexical: str) -> None:
    published, day = read_date(written)
    assert (published, day) == (lexical, date.fromisoformat(lexical[:10]))


@pytest.mark.parametrize("written", [
    "", "yesterday", "03/04/2017", "September 2017", "14 September", "2017", "2017-02-30", "1505417160", "12",
])
def test_date_that_is_none_or_two(written: str) -> None:
    with pytest.raises(ArticleError, match="YYYY-MM-DD"):
        read_date(written)


@pytest.mark.parametrize("written, year", [("4 FEB 90", 1990), ("4 Feb 49", 2049), ("4 Feb 50", 1950), ("4 Feb 1850", 1850)])
def test_century_of_two_digits_is_no_matter_of_the_clock(written: str, year: int) -> None:
    assert day_in(written) == date(year, 2, 4)


@given(st.dates())
def test_iso_date_round_trip(day: date) -> None:
    assert read_date(day.isoformat()) == (day.isoformat(), day)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode(STORY.encode(encoding)) == STORY


def test_latin_1() -> None:
    assert decode("Évacuation à Liège".encode("latin-1")) == "Évacuation à Liège"


@pytest.mark.parametrize("raw", [
    bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(200, 256)), b"\xff\xfeA", b"\0" * 50,
    "Взрыв на рынке унёс жизни троих человек".encode("cp1251"), "大阪で地震があった".encode("shift-jis"),
])
def test_bytes_that_are_no_text(raw: bytes) -> None:
    with pytest.raises(ArticleError, match="UTF-8"):
        decode(raw)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_round_trip(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("text, expected", [
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\n\r\n  Two.  ", ["One.", "Two."]),
    ("One\nand a half.", ["One\nand a half."]),
    ("Headline\n" + "A long paragraph. " * 10 + "\nAnother.", ["Headline", ("A long paragraph. " * 10).strip(), "Another."]),
    ("", []),
])
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in paragraphs(text)] == expected


def test_wrapped_text() -> None:
    text = (
        "   THE MAYOR OF PUERTO VIEJO TOLD A LOCAL STATION TODAY THAT THE BRIDGE\n"
        "OVER THE RIVER TINTO WAS BLOWN UP BY PERSONS WHO HAVE NOT YET BEEN\n"
        "IDENTIFIED.  NOBODY WAS HURT.\n"
        "   THE BRIDGE WAS BUILT IN 1971 AND CARRIED NEARLY ALL OF THE TRAFFIC\n"
        "TO THE COAST.\n\n"
        "Killed: 0\nWounded: 0\n"
    )
    found = [" ".join(text[begin:end].split()) for begin, end in paragraphs(text)]
    assert [words[:12] for words in found] == ["THE MAYOR OF", "THE BRIDGE W", "Killed: 0", "Wounded: 0"]
    assert found[1].endswith("THE COAST.")
