"""What of a plain text is headline, dateline, prose, date and furniture."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import ArticleError, from_text
from kg.articles.plain import lay_out
from kg.model import Article

WHOLE = """ date 2018-03-09

Two drown as ferry overturns off Lanai

2018-03-09 11:40
(File photo: Island Press)

Lahaina - A ferry with 40 people on board overturned off the island of Lanai on Friday, killing two, the coast guard said.

Search goes on

"We heard a bang," said a passenger, Ruth Kale.

Read more on:    ferry  |  lanai  |  sea
"""


def blocks(article: Article) -> list[str]:
    return [article.text[begin:end] for begin, end in article.blocks]


def words(article: Article, name: str) -> str | None:
    span = getattr(article, name)
    return article.text[slice(*span)] if span else None


def test_whole_layout() -> None:
    article = lay_out(WHOLE)
    assert article.text == WHOLE
    assert blocks(article) == [
        "Two drown as ferry overturns off Lanai",
        "A ferry with 40 people on board overturned off the island of Lanai on Friday, killing two, the coast guard said.",
        "Search goes on",
        "\"We heard a bang,\" said a passenger, Ruth Kale.",
    ]
    assert words(article, "headline") == "Two drown as ferry overturns off Lanai"
    assert words(article, "dateline") == "Lahaina"
    assert (article.published, article.date) == ("2018-03-09", date(2018, 3, 9))
    assert article.keywords == ("ferry", "lanai", "sea")


def test_windows_line_ends_stay_and_change_no_words() -> None:
    article = lay_out(WHOLE.replace("\n", "\r\n"))
    assert blocks(article) == blocks(lay_out(WHOLE))
    assert "\r\n" in article.text


@pytest.mark.parametrize("text, headline", [
    ("Mine floods in Kirovsk\n\nA mine was flooded on Monday.", "Mine floods in Kirovsk"),
    ("Mine floods in Kirovsk\nA mine was flooded on Monday.\nNobody was hurt.", "Mine floods in Kirovsk"),
    ("Who flooded the mine?\n\nNobody knows.", "Who flooded the mine?"),
    ("date 2001-02-03\nMine floods\nA mine was flooded.", "Mine floods"),
    ("By Ada Byron\n\nMine floods\n\nA mine was flooded.", "Mine floods"),
    ("A mine was flooded on Monday.\n\nNobody was hurt.", None),
    ("A mine was flooded on Monday", None),  # a sentence alone is no headline
    ("KIROVSK (Tass) -\n\nA mine was flooded.", None),
    ("Mine floods\n\n(Photo: Tass)", None),
    ("word " * 60 + "\n\nA mine was flooded.", None),
])
def test_headline(text: str, headline: str | None) -> None:
    assert words(lay_out(text), "headline") == headline


@pytest.mark.parametrize("line", [
    "(File photo: AP)", "[Image: a harbour, by Ada Byron]", "Photo: Island Press", "* * *", "Enditem", "-30-", "https://bell.example/1",
    "Tags: sea, ships", "© / -",
])
def test_furniture_is_no_block(line: str) -> None:
    article = lay_out(f"Mine floods\n\nA mine was flooded.\n\n{line}\n\nNobody was hurt.")
    assert blocks(article) == ["Mine floods", "A mine was flooded.", "Nobody was hurt."]


@pytest.mark.parametrize("line", [
    "Photographers were there.", "Read more books, he said.", "By noon the port was shut.", "Ends of ropes lay about.",
])
def test_prose_that_looks_like_furniture(line: str) -> None:
    assert line in blocks(lay_out(f"Mine floods\n\nA mine was flooded.\n\n{line}"))


@pytest.mark.parametrize("line, told", [
    ("2018-03-09 11:40", "2018-03-09T11:40:00"),
    ("Updated: 9 March 2018, 11:40 IST", "2018-03-09"),
    ("Published on Fri , 9 Mar 2018 at 09 : 56 GMT", "2018-03-09"),
    ("March 9th, 2018", "2018-03-09"),
    ("Posted: 3/9/2018 6:04 PM", None),  # March or September: nobody can tell, but it is no prose
])
def test_line_of_date(line: str, told: str | None) -> None:
    article = lay_out(f"Mine floods\n\n{line}\n\nA mine was flooded.")
    assert article.published == told
    assert blocks(article) == ["Mine floods", "A mine was flooded."]


def test_date_line_wins_over_time_line() -> None:
    assert lay_out("date 2018-03-10\n\nMine floods\n\n2018-03-09 11:40\n\nA mine was flooded.").published == "2018-03-10"


def test_date_line_that_names_no_day_is_refused() -> None:
    with pytest.raises(ArticleError, match="2018-02-30"):
        lay_out("date 2018-02-30\n\nA mine was flooded.")


def test_headline_that_begins_with_date() -> None:
    assert words(lay_out("Date 14 remembered\n\nA mine was flooded."), "headline") == "Date 14 remembered"


def test_headings_and_lists_lose_their_markers() -> None:
    article = lay_out("A mine was flooded.\n\n== Victims ==\n\n* Two miners died.\n\n- A third is missing.")
    assert blocks(article) == ["A mine was flooded.", "Victims", "Two miners died.", "A third is missing."]


def test_what_is_given_wins() -> None:
    article = from_text(WHOLE, date=date(2020, 1, 1), headline="Ferry", publisher="The Bell", url="https://bell.example/2")
    assert (article.published, article.publisher, article.url) == ("2020-01-01", "The Bell", "https://bell.example/2")
    assert article.text == "Ferry\n\n" + WHOLE
    assert words(article, "headline") == "Ferry"
    assert words(article, "dateline") is None  # its headline now is the first paragraph, and the third has no agency
    assert from_text(WHOLE, headline="Two drown as ferry overturns off Lanai") == lay_out(WHOLE)


@pytest.mark.parametrize("url", ["bell", "https://bell.example/a b", "https://bell.example/<script>", "https://bell.example/\ud800"])
def test_wrong_address_is_refused(url: str) -> None:
    with pytest.raises(ArticleError, match="address"):
        from_text("A mine was flooded.", url=url)


@pytest.mark.parametrize("text, complaint", [
    ("", "empty"), (" \n\t\n", "empty"), ("\ufeff", "no prose"), ("date 2018-03-09\n", "no prose"), ("* * *", "no prose"),
    ("a\0b", "binary"), ("\x01\x02\x03\x04" * 20, "binary"), ("half \ud83d of it", "surrogate"), ("word " * 200_001, "1,000,000"),
])
def test_text_that_is_no_article(text: str, complaint: str) -> None:
    with pytest.raises(ArticleError, match=complaint):
        from_text(text)


def test_sentence_of_fifty_thousand_characters() -> None:
    text = "The list was " + "long and " * 5_600 + "tedious."
    assert blocks(from_text(text)) == [text]


def sane(article: Article) -> None:
    """Blocks are in the text, in order, apart, not blank and trimmed; headline and dateline are where they should be."""
    position = 0
    for begin, end in article.blocks:
        assert position <= begin < end <= len(article.text)
        assert article.text[begin:end].strip() == article.text[begin:end]
        position = end
    assert article.blocks
    assert article.headline is None or article.headline in article.blocks
    if article.dateline:
        begin, end = article.dateline
        assert article.text[begin:end].strip()
        assert all(end <= first or last <= begin for first, last in article.blocks)


LINES = st.lists(st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "date 2017-01-02", "OSLO (AP) - A ferry sank.", "Oslo — It", "(File photo: AP)", "Tags: a, b", "== A ==", "* b",
                     "4 FEB 90", "LIMA, 4 FEB 90 (EFE) -- [TEXT] PUNO -- TWO MEN", "By Ada Byron",
                     "x - y - z", "Word: word", "http://a.example/", "-", "(A) - b"]),
), max_size=12)


@given(st.text(max_size=300))
def test_any_text_is_read_sanely_or_refused(text: str) -> None:
    try:
        article = from_text(text)
    except ArticleError as error:
        assert "\n" not in str(error)
    else:
        assert article.text == text
        sane(article)


@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]), st.one_of(st.none(), st.text(max_size=20)))
def test_any_lines_are_read_sanely_or_refused(lines: list[str], line_end: str, headline: str | None) -> None:
    try:
        article = from_text(line_end.join(lines), headline=headline)
    except ArticleError as error:
        assert "\n" not in str(error)
    else:
        sane(article)
