"""Markdown to Article: its plain text, its first `# heading` as headline, and the front matter that may stand before it."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.articles.dates import read_date
from kg.articles.furniture import split_tags
from kg.articles.plain import DATE_LINE, assemble
from kg.model import Article

__all__ = ["from_markdown"]

FRONT = re.compile(r"\s*---[ \t]*\r?\n(?P<lines>.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
FIELD = re.compile(r"(?P<name>\w+)[ \t]*:[ \t]*(?P<value>[^\r\n]*)")
HIDDEN = re.compile(r"<(/?)(?:script|style)\b", re.IGNORECASE)


def from_markdown(source: str) -> Article:
    """The article of a Markdown text: its `text` is the plain text, with paragraphs, headings and list items parted by blank lines.

    Pictures, code blocks and HTML are left out. The headline is the front matter's title, else the first `# heading`.

    >>> from_markdown("# Ferry sinks\\n\\nA **ferry** [sank](http://a.example).").text
    'Ferry sinks\\n\\nA ferry sank.'

    Raises ArticleError as a plain text does.
    """
    front = FRONT.match(source)
    fields = _fields(front["lines"]) if front else {}
    source = source[front.end():] if front else source
    line = DATE_LINE.match(source)
    if line:
        fields["date"] = line["date"]
        source = source[line.end():]
    parts = list(_parts(source))
    title = fields.get("title") or fields.get("headline") or next((words for tag, words in parts if tag == "h1"), None)
    return assemble(
        "\n\n".join(words for _, words in parts), title,
        published=read_date(fields["date"]) if fields.get("date") else None,
        publisher=fields.get("publisher") or fields.get("source") or fields.get("site"), url=fields.get("url") or fields.get("link"),
        keywords=split_tags(fields.get("tags") or fields.get("keywords") or ""),
    )


def _fields(lines: str) -> dict[str, str]:
    """The `name: value` lines of front matter; a value's quotation marks or brackets are taken off."""
    found = (FIELD.match(line) for line in lines.splitlines())
    return {match["name"].lower(): match["value"].strip().strip("\"'[]").strip() for match in found if match}


def _parts(source: str) -> Iterator[tuple[str, str]]:
    """The paragraphs, headings and cells, each with the tag it would have in HTML."""
    tag = ""
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type == "inline":
            words = " ".join(_words(token.children or []).split())
            if words:
                yield tag, words
        elif token.nesting == 1:
            tag = token.tag


def _words(tokens: list[Token]) -> str:
    """The text of inline tokens, without what a script or style element holds."""
    found: list[str] = []
    hidden = False
    for token in tokens:
        markup = HIDDEN.match(token.content) if token.type == "html_inline" else None
        if markup:
            hidden = not markup[1]
        elif token.type in ("softbreak", "hardbreak"):
            found.append(" ")
        elif token.type in ("text", "text_special", "code_inline") and not hidden:
            found.append(token.content)
    return "".join(found)
