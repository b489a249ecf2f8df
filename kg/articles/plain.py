"""Plain text to Article: what in it is headline, dateline, prose, date and furniture."""

import re
from dataclasses import dataclass, field
from datetime import date

from kg.articles.check import check, check_url
from kg.articles.dateline import Dateline, find_dateline
from kg.articles.dates import Published, day_line, names_day, read_date
from kg.articles.errors import ArticleError
from kg.articles.furniture import address, is_byline, is_furniture, tags
from kg.articles.paragraphs import paragraphs, trim
from kg.model import Article, Span

__all__ = ["DATE_LINE", "assemble", "from_text", "lay_out"]

DATE_LINE = re.compile(r"\s*date:?[ \t]+(?P<date>\d[^\n\r]*?)[ \t]*(?=[\n\r]|\Z)", re.IGNORECASE)
HEADING = re.compile(r"(?:={1,6}|#{1,6}\s)(.{1,200}?)={0,6}\s{0,9}", re.DOTALL)
ITEM = re.compile(r"(?:[*•‣▪●]|--?|[–—])\s+(.*)", re.DOTALL)
LONGEST_HEADLINE = 160
NEAR = 1000  # a title is looked for in so many characters of the text
NO_HEADLINE = tuple(".:;,…")


def from_text(
    text: str, *, date: date | None = None, headline: str | None = None, publisher: str | None = None, url: str | None = None,
) -> Article:
    """An article from its text, read as a plain text file would be; what is given wins over what the text tells of itself.

    `Article.text` is `text` unchanged, offsets count its code points; only a `headline` that the text does not begin with is set
    before it, and a blank line between.

    >>> article = from_text("Oslo - A ferry sank.", headline="Ferry sinks")
    >>> [article.text[begin:end] for begin, end in article.blocks]
    ['Ferry sinks', 'A ferry sank.']

    Raises ArticleError where the text is blank, binary, too long or has no prose.
    """
    told = (date.isoformat(), date) if date else None
    return assemble(text, headline, published=told, publisher=publisher, url=url)


def assemble(
    body: str,
    title: str | None,
    *,
    published: Published | None = None,
    publisher: str | None = None,
    url: str | None = None,
    keywords: tuple[str, ...] = (),
) -> Article:
    """The article of a text and a title that came apart: the title is set before the text, unless its beginning has it as a line.

    Raises ArticleError as `lay_out` does.
    """
    title = " ".join((title or "").split())
    if not title:
        return lay_out(body, published=published, publisher=publisher, url=url, keywords=keywords)
    headline = _line(check(body)[:NEAR], title)
    if headline is None:
        body, headline = f"{title}\n\n{body}", (0, len(title))
    return lay_out(body, headline, published=published, publisher=publisher, url=url, keywords=keywords)


def lay_out(
    text: str,
    headline: Span | None = None,
    *,
    published: Published | None = None,
    publisher: str | None = None,
    url: str | None = None,
    keywords: tuple[str, ...] = (),
) -> Article:
    """The article that a text is: its blocks, dateline and headline as spans, date and keywords from its furniture.

    Raises ArticleError where the text is blank, too long or binary, its date line names no day, or nothing in it is prose.
    """
    sheet = _Sheet(check(text), headline=headline, address=check_url(url), keywords=list(keywords))
    for begin, end in ((0, headline[0]), (headline[1], None)) if headline else ((0, None),):
        line = DATE_LINE.match(text, begin)
        if line and names_day(line["date"]):
            sheet.dated.append(read_date(line["date"]))
            begin = line.end()
        _read(sheet, paragraphs(text, begin, end))
        if headline and end is not None:
            sheet.blocks.append(headline)
    if not sheet.blocks:
        raise ArticleError("holds no prose; give it the text of an article")
    told = published or next(iter(sheet.dated), None)
    return Article(
        text=text, blocks=tuple(sheet.blocks), headline=sheet.headline, dateline=sheet.dateline,
        date=told[1] if told else None, published=told[0] if told else None,
        publisher=publisher, url=sheet.address, keywords=tuple(dict.fromkeys(sheet.keywords)),
    )


def _line(text: str, words: str) -> Span | None:
    """Where a text has these words as a line of their own."""
    match = re.search(rf"(?:\A|(?<=[\r\n]))[^\S\r\n]*({re.escape(words)})[^\S\r\n]*(?=[\r\n]|\Z)", text)
    return match.span(1) if match else None


@dataclass
class _Sheet:
    """What is found while the paragraphs of a text are gone through."""

    text: str
    headline: Span | None = None
    dateline: Span | None = None
    address: str | None = None
    keywords: list[str] = field(default_factory=list)
    dated: list[Published] = field(default_factory=list)  # dates told, the weightiest first
    blocks: list[Span] = field(default_factory=list)
    tries: int = 2  # paragraphs that may still have a dateline


def _read(sheet: _Sheet, spans: list[Span]) -> None:
    titled = sheet.headline is not None
    for index, span in enumerate(spans):
        paragraph = sheet.text[span[0]:span[1]]
        found = tags(paragraph)
        if found is not None:
            sheet.keywords.extend(found)
        elif is_furniture(paragraph):
            sheet.address = sheet.address or (None if sheet.blocks else address(paragraph))
        elif sheet.tries == 2 and _heads(sheet, paragraph):
            continue
        elif not titled and _is_headline(sheet.text, span, spans[index + 1:]):
            sheet.headline = span
            sheet.blocks.append(span)
        else:
            _prose(sheet, span)
        titled = titled or bool(sheet.blocks)


def _heads(sheet: _Sheet, paragraph: str) -> bool:
    """Whether a paragraph above the story is a line of date or writer; its date is kept."""
    told = day_line(paragraph)
    if told and told[0]:
        sheet.dated.append(told[0])
    return bool(told) or is_byline(paragraph)


def _is_headline(text: str, span: Span, following: list[Span]) -> bool:
    """A short line without a final stop that prose follows, and that is no dateline."""
    line = text[span[0]:span[1]]
    if len(line) > LONGEST_HEADLINE or "\n" in line or line.endswith(NO_HEADLINE):
        return False
    if not any(not is_furniture(text[begin:end]) for begin, end in following):
        return False
    found = find_dateline(text, span, sure=True)
    return found is None or found.end < span[1]


def _prose(sheet: _Sheet, span: Span) -> None:
    """Takes a paragraph for prose, from behind its dateline or the marker of a heading or a list."""
    found: Dateline | None = None
    if sheet.tries:
        found = find_dateline(sheet.text, span, sure=sheet.tries < 2)
        sheet.tries -= 1
    if found:
        sheet.tries, sheet.dateline = 0, found.place
        span = found.end, span[1]
        if found.day:
            sheet.dated.append((found.day.isoformat(), found.day))
    span = _bare(sheet.text, span)
    if any(character.isalnum() for character in sheet.text[span[0]:span[1]]):
        sheet.blocks.append(span)


def _bare(text: str, span: Span) -> Span:
    """A paragraph without the marker of a heading ("== Victims ==") or of an item of a list."""
    match = HEADING.fullmatch(text, *span) or ITEM.fullmatch(text, *span)
    return trim(text, match.span(1) if match else span)
